# SPDX-License-Identifier: LGPL-2.1-or-later
"""Percentiles, box plots and groups of a mixed set, beside numpy and pandas."""

import csv
from pathlib import Path

import marmot
import pytest

REFERENCE = Path(__file__).parents[1] / "reference" / "fingertips"


def lists(kind):
    with open(REFERENCE / "quantiles.csv", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"].startswith(kind):
                yield row, [float(v) for v in row["values"].split(";") if v]


def test_fingertips_own_box_plots_in_one_call():
    rows = list(lists("stats"))
    values = [v for _, list_ in rows for v in list_]
    keys = [i for i, (_, list_) in enumerate(rows) for _ in list_]
    table = marmot.summary(values, groups=keys, kind="five")
    assert len(table) == len(rows) == 3
    for i, (row, _) in enumerate(rows):
        found = [table[name][i] for name in ("min", "p25", "median", "p75", "max")]
        expected = [float(v) if v else None for v in row["expected"].split(";")]
        assert all(e is None or f == e for f, e in zip(found, expected))


def test_quintiles_and_quartiles_of_all_lists_in_one_call():
    n = 0
    for kind, method in (("quintile_category", "quintiles"), ("quartile_category", "quartiles")):
        rows = [(row, list_ or [float(row["value"])]) for row, list_ in lists(kind)]
        values = [v for _, list_ in rows for v in list_]
        keys = [i for i, (_, list_) in enumerate(rows) for _ in list_]
        # The reference counts quintiles from the highest where high is good.
        spec = marmot.ComparisonSpec.new(method, "low-is-good")
        codes = marmot.compare_grouped(spec, {"value": values}, keys)["code"].to_list()
        for i, (row, list_) in enumerate(rows):
            at = keys.index(i) + list_.index(float(row["value"]))
            group = 0 if codes[at] == "not-compared" else int(codes[at][-1])
            if group and row["polarity"] == "High is good":
                group = 6 - group
            assert group == int(row["expected"]), row["case_id"]
            n += 1
    assert n == 18


def test_percentiles_are_those_of_numpy():
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    random = numpy.random.default_rng(11)
    frame = pandas.DataFrame({"value": random.normal(size=5000), "key": random.integers(0, 40, 5000)})
    frame.loc[::97, "value"] = None
    ours = marmot.percentiles(frame["value"], [2.5, 50, 90], groups=frame["key"])
    assert isinstance(ours, pandas.DataFrame)
    assert list(ours.columns) == ["key", "n", "n_left_out", "p2.5", "p50", "p90", "status", "method"]
    theirs = frame.groupby("key")["value"].quantile([0.025, 0.5, 0.9]).unstack()
    numpy.testing.assert_allclose(ours[["p2.5", "p50", "p90"]].to_numpy(), theirs.to_numpy(), rtol=1e-13)
    assert ours["n"].sum() + ours["n_left_out"].sum() == 5000


def test_too_few_values_have_no_box_plot():
    table = marmot.summary([3.0, 1.0, 2.0])
    assert table["median"].to_list() == [None]
    assert table["status"].to_list() == ["too-few-values"]
    assert marmot.summary([3.0, 1.0, 2.0], min_values=3)["median"].to_list() == [2]
    with pytest.raises(ValueError):
        marmot.summary([1.0], min_values=0)
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.percentiles([1.0], [120])


def test_one_figure_against_a_goal():
    goal = marmot.Goal.new("range", "high-is-good", 90, 95)
    figure = marmot.Observation(value=marmot.Value(91.5))
    against = marmot.Comparison.new_goal(figure, goal, None, None)
    assert (str(against.code), against.label, str(against.method)) == ("similar", "Amber", "goal-range")
    assert against.reason == "It lies between the two limits of the goal."
