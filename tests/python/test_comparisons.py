# SPDX-License-Identifier: LGPL-2.1-or-later
"""Comparisons with a benchmark and with goals, in bulk, against what Fingertips
printed and what its own tests assert."""

import csv
from collections import defaultdict
from pathlib import Path

import marmot
import pytest

REFERENCE = Path(__file__).parents[1] / "reference" / "fingertips"
METHODS = {
    "single_ci_one_level": "interval",
    "single_ci_two_levels": "two-levels",
    "double_ci": "both-intervals",
    "spc_proportion": "spc-proportion",
    "spc_dsr": "spc-dsr",
    "no_comparison": "none",
    "suicide_prevention_plan": "suicide-prevention-plan",
}
POLARITIES = {
    "Low is good": "low-is-good",
    "High is good": "high-is-good",
    "No judgement": "no-judgement",
    "Not applicable": "unstated",
    "": "unstated",
}
COLUMNS = {
    "value": "value",
    "lower": "lower95",
    "upper": "upper95",
    "lower_99_8": "lower99_8",
    "upper_99_8": "upper99_8",
    "denominator": "denominator",
    "denominator_2": "denominator2",
    "benchmark": "benchmark_value",
    "benchmark_lower": "benchmark_lower95",
    "benchmark_upper": "benchmark_upper95",
}


def rows():
    with open(REFERENCE / "benchmark.csv", newline="") as file:
        return list(csv.DictReader(file))


def number(text, name):
    # -1 is Fingertips' mark for a value or a benchmark that is missing.
    if text == "" or (text == "-1" and name in ("value", "benchmark")):
        return None
    return float(text)


def figures(batch):
    names = list(COLUMNS)
    return marmot.Table.new(
        names,
        [column([number(row[COLUMNS[name]], name) for row in batch]) for name in names],
    )


def column(values):
    """A column of doubles, even where every row is null."""
    whole = marmot.Column([0.0 if value is None else value for value in values])
    return whole.with_nulls([value is None for value in values])


def texts(table, name):
    codes = table.get_column_by_name(name)
    return [codes.get_text(i) for i in range(len(codes))]


def test_every_published_row_in_bulk():
    batches = defaultdict(list)
    for row in rows():
        if not row["method"].startswith("goal_"):
            key = row["method"], row["polarity"], row["confidence"][:4], row["unit_value"]
            batches[key].append(row)
    n = 0
    for (method, polarity, confidence, unit), batch in batches.items():
        spec = marmot.ComparisonSpec.new_full(
            METHODS[method], POLARITIES[polarity], 0.998 if confidence == "99.8" else 0.95,
            float(unit or 1), "england", "fingertips",
        )
        result = marmot.compare_columns(spec, figures(batch))
        same = {"none": "not-compared", "same": "similar"}
        for row, code, label, reason in zip(batch, *(texts(result, c) for c in ("code", "label", "reason"))):
            expected = same.get(row["expected_significance"], row["expected_significance"])
            assert code == expected, row["case_id"]
            assert row["expected_label"] in ("", label), row["case_id"]
            assert (reason == "compared") == (code != "not-compared")
            n += 1
    assert n == 1385 - 36


def test_every_goal_row():
    colours = {"worse": "Red", "same": "Amber", "better": "Green", "none": "Not compared"}
    forms = {"goal_range": "range", "goal_percentile_range": "percentile-range",
             "goal_previous_year_england": "previous-england"}
    n = 0
    for row in rows():
        if not row["method"].startswith("goal_"):
            continue
        form = forms.get(row["method"], "interval" if row["target_use_cis"] else "value")
        lower, upper = (float(row[c] or "nan") for c in ("target_lower", "target_upper"))
        upper_tier = None
        if form == "percentile-range":
            # The median and the ninth decile of eleven values are two of them.
            values = [40, 1, 2, 3, 4, 5, lower, 10, 11, 12, upper] if row["target_lower"] else [1, 2, 3]
            upper_tier = marmot.Column([float(value) for value in values])
            lower, upper = 50, 90
        if lower != lower:
            lower = 0
        if upper != upper:
            upper = 0
        goal = marmot.Goal.new(form, POLARITIES[row["polarity"]], lower, upper)
        result = goal.compare_columns(figures([row]), upper_tier)
        assert texts(result, "label") == [colours[row["expected_significance"]]], row["case_id"]
        n += 1
    assert n == 36


def test_a_missing_column_is_named():
    spec = marmot.ComparisonSpec.new("interval", "low-is-good")
    with pytest.raises(marmot.NotFoundError, match='"benchmark"'):
        marmot.compare_columns(spec, marmot.Table.new(["value"], [marmot.Column([1.0])]))


def test_neighbours_that_are_suppressed_are_counted():
    table = marmot.Table.new(
        ["area", "count", "denominator"],
        [marmot.Column(["a", "b", "c", "d"]), marmot.Column([1.0, 70.0, 40.0, None]),
         marmot.Column([10.0, 1000.0, 100.0, 50.0])],
    )
    average = marmot.Average.new_compute("pooled", table, "a", False, 100)
    assert float(average.props.value) == 10
    assert (average.props.n_areas, average.props.n_left_out, average.props.includes_area) == (2, 1, False)


def test_rounding_may_hide_the_answer():
    figures = marmot.table(
        {
            "value": [5.9, 5.2, 5.2],
            "lower": [4.6, 3.9, 3.9],
            "upper": [7.4, 6.8, 6.8],
            "benchmark": [3.9, 3.9, 3.9],
            "decimals": [1, 1, None],
            "benchmark_decimals": [1, 1, None],
        }
    )
    result = marmot.compare_columns(marmot.ComparisonSpec.new("interval", "low-is-good"), figures)
    assert list(result["label"]) == ["Worse", "Not compared", "Similar"]
    assert list(result["reason"]) == ["compared", "printed-too-coarsely", "compared"]
