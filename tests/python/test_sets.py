# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whole sets against benchmarks, their trends and their views, from data frames."""

import csv
import gzip
from pathlib import Path

import marmot
import pytest

pandas = pytest.importorskip("pandas")

REFERENCE = Path(__file__).parents[1] / "reference" / "fingertips"


def observations(columns):
    return marmot.ObservationSet.new(marmot.table(pandas.DataFrame(columns)))


@pytest.fixture
def figures():
    return observations({
        "indicator_id": [1, 1, 1, 1, 1],
        "parent_code": [None, "E92", "E92", "E92", "E92"],
        "area_code": ["E92", "A", "B", "A", "C"],
        "sex": ["Persons", "Persons", "Persons", "Male", "Persons"],
        "time_period": ["2021"] * 5,
        "sortable": [20210000] * 5,
        "value": [3.9, 5.9, 4.2, 6.1, None],
        "lower_95": [3.8, 4.6, 3.3, 4.6, None],
        "upper_95": [4.0, 7.4, 5.3, 7.4, None],
        "state": [None, None, None, None, "suppressed"],
    })


def test_a_set_against_england_becomes_a_frame(figures):
    frame = figures.compare("E92", polarity="low-is-good").to_pandas()
    assert list(frame["label"]) == ["Not compared", "Worse", "Similar", "Not compared", "Not compared"]
    assert list(frame["reason"]) == ["is-benchmark", "compared", "compared", "no-benchmark", "suppressed"]
    assert list(frame["area_code"]) == ["E92", "A", "B", "A", "C"]
    assert list(frame["benchmark"].fillna(-1)) == [3.9, 3.9, 3.9, -1, 3.9]
    # The same by its parent.
    assert list(figures.compare("parent", polarity="low-is-good")["code"])[1:3] == ["worse", "similar"]


def test_each_indicator_by_its_own_spec(figures):
    spec = marmot.ComparisonSpec.new("values", "high-is-good")
    assert list(figures.compare("E92", indicators={1: spec})["code"])[1:3] == ["better", "better"]
    indicator = marmot.Indicator(fingertips_id=1, polarity=marmot.Polarity.NO_JUDGEMENT)
    assert list(figures.compare("E92", indicators=[indicator])["label"])[1:3] == ["Higher", "Similar"]
    assert set(figures.compare("E92")["reason"]) == {"is-benchmark", "no-spec", "suppressed"}
    with pytest.raises(marmot.InvalidArgumentError):
        figures.compare("E92", indicators=[spec])


def test_an_average_of_neighbours(figures):
    areas = marmot.AreaSet()
    for code in "ABC":
        areas.add(marmot.Area(id=code, code=code))
    for rank, code in enumerate("BC", 1):
        areas.add_neighbour(areas.lookup("A", None), areas.lookup(code, None), "cipfa", rank)
    benchmark = marmot.Benchmark.new_neighbours(areas, "cipfa", "mean-of-areas", False, 1)
    frame = figures.compare(benchmark, polarity="low-is-good").to_pandas()
    row = frame.iloc[1]
    assert (row["benchmark"], row["areas_in"], row["areas_left_out"], row["areas_suppressed"]) == (4.2, 1, 1, 1)
    assert (row["benchmark_kind"], row["includes_area"], row["code"]) == ("mean-of-areas", False, "worse")


def test_published_rows_of_many_indicators_in_one_call():
    methods = {"single_ci_one_level": "interval", "single_ci_two_levels": "two-levels", "double_ci": "both-intervals",
               "spc_proportion": "spc-proportion", "spc_dsr": "spc-dsr"}
    polarities = {"Low is good": "low-is-good", "High is good": "high-is-good", "No judgement": "no-judgement"}
    with open(REFERENCE / "benchmark.csv", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["method"] in methods]
    cells = {"value": "value", "lower_95": "lower95", "upper_95": "upper95", "lower_99_8": "lower99_8",
             "upper_99_8": "upper99_8", "denominator": "denominator", "denominator_2": "denominator2"}
    rows, specs = [], {}
    for number, case in enumerate(cases, 1):
        specs[number] = marmot.ComparisonSpec.new_full(
            methods[case["method"]], polarities.get(case["polarity"], "unstated"),
            0.998 if case["confidence"].startswith("99.8") else 0.95, float(case["unit_value"] or 1),
            "england", "fingertips")
        rows.append({"indicator_id": number, "area_code": "A", "time_period": "2021",
                     **{name: case[cell] for name, cell in cells.items()}})
        rows.append({"indicator_id": number, "area_code": "E", "time_period": "2021", "value": case["benchmark_value"],
                     "lower_95": case["benchmark_lower95"], "upper_95": case["benchmark_upper95"]})
    frame = pandas.DataFrame(rows)
    for name in cells:
        frame[name] = pandas.to_numeric(frame[name])
    frame.loc[frame["value"] == -1, "value"] = None
    table = marmot.ObservationSet.new(marmot.table(frame)).compare("E", indicators=specs)
    names = {"none": "not-compared", "same": "similar"}
    expected = [names.get(case["expected_significance"], case["expected_significance"]) for case in cases]
    assert table["code"].to_list()[::2] == expected
    assert len(expected) > 1300


def test_every_published_trend_as_one_set():
    with gzip.open(REFERENCE / "trend.csv.gz", "rt", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["engine"] == "live2025"]
    columns = {name: [] for name in ("indicator_id", "area_code", "time_period", "sortable", "value", "lower_95",
                                     "upper_95", "count", "denominator")}
    indicators = []
    cells = {"value": "values", "lower_95": "lower95", "upper_95": "upper95", "count": "counts",
             "denominator": "denominators"}
    nick = lambda text: text.lower().replace(" ", "-")
    types = {t.value_nick: t for t in marmot.ValueType.__enum_values__.values()}
    polarities = {p.value_nick: p for p in marmot.Polarity.__enum_values__.values()}
    for number, case in enumerate(cases, 1):
        years = case["years"].split(";")
        columns["indicator_id"] += [number] * len(years)
        columns["area_code"] += ["A"] * len(years)
        columns["time_period"] += years
        columns["sortable"] += [int(year) * 10000 for year in years]
        for name, cell in cells.items():
            columns[name] += [float(text) if text else None for text in case[cell].split(";")]
        indicators.append(marmot.Indicator(fingertips_id=number, value_type=types[nick(case["value_type"])],
                                           polarity=polarities.get(nick(case["polarity"]), marmot.Polarity.UNSTATED)))
    trends = observations(columns).trends(indicators=indicators)
    assert trends["indicator_id"].to_list() == list(range(1, len(cases) + 1))
    assert trends["label"].to_list() == [case["expected_label"] for case in cases]
    assert len(cases) == 2128


def test_views_of_a_set_become_frames(figures):
    labels = figures.compare("E92", polarity="low-is-good")["label"]
    labelled = marmot.ObservationSet.new(figures.table.with_column("compared_england", labels))
    frame = labelled.exceptions("compared_england").to_pandas()
    assert list(frame["standing"]) == ["worse", "similar", "not-judged", "not-judged", "not-judged"]
    assert list(frame["why"])[:2] == ["Worse.", "Similar."]
    assert len(labelled.worse_and_worsening("compared_england") if "recent_trend" in labelled.table else []) == 0
    assert list(labelled.profile("A").to_pandas()["value"]) == [5.9, 6.1]
    assert len(labelled.newly_worse("compared_england").to_pandas()) == 0
    spine = figures.spine("A", "E92", always_show=True).to_pandas()
    assert list(spine["value"]) == [5.9, 6.1]
    assert list(spine["reason"]) == ["shown", "no-benchmark"]
    assert spine["at_value"][0] == 1
    one = figures.filter("sex", "Persons")
    assert list(one.ranked().to_pandas()["area_code"]) == ["E92", "B", "A", "C"]
    assert list(one.filter("area_code", "B").series().to_pandas()["value"]) == [4.2]


def test_red_and_getting_worse_is_a_frame():
    frame = observations({
        "indicator_id": [1, 2], "area_code": ["A", "A"], "sortable": [20210000, 20210000],
        "compared_england": ["Worse", "Worse"], "recent_trend": ["Increasing and getting worse", "No change"],
    }).worse_and_worsening("compared_england").to_pandas()
    assert list(frame["indicator_id"]) == [1]
