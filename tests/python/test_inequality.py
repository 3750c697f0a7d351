# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of inequality from lists and data frames."""

import math

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pytest

RATES = [446.9, 446.1, 382.6, 396.8, 391.5, 354.7, 311.9, 335.4, 337.1, 363.3]
ERRORS = [88.1, 75.7, 23.3, 40.3, 48.2, 33.5, 31.8, 44.7, 25.8, 22.5]
PEOPLE = [5756, 7785, 70421, 24473, 16846, 31513, 30813, 16782, 50525, 71508]
TENTHS = list(range(1, 11))


def numpy_slope(y, w):
    p = np.asarray(w) / np.sum(w)
    x = np.cumsum(p) - p / 2
    c = p * (x - 0.5) / np.sum(p * (x - 0.5) ** 2)
    return np.sum(c * y), np.sqrt(np.sum(c**2 * np.asarray(ERRORS) ** 2))


def test_one_area():
    slope = marmot.inequality("slope-index", RATES, PEOPLE, TENTHS, standard_error=ERRORS)
    value, se = numpy_slope(RATES, PEOPLE)
    assert slope.value == pytest.approx(value, rel=1e-12)
    assert slope.standard_error == pytest.approx(se, rel=1e-12)
    assert slope.lower == pytest.approx(value - 1.959963984540054 * se, rel=1e-12)
    assert str(slope.method) == "propagated" and slope.n_groups == 10 and slope.n_missing == 0
    assert repr(slope).startswith("<marmot.Inequality Slope index of inequality (linear): ")
    assert slope.measure == marmot.InequalityMeasure.SLOPE_INDEX


def test_variants_have_names():
    groups = marmot.subgroups(RATES, PEOPLE, TENTHS, standard_error=ERRORS)
    gap = groups.measure("slope_index", good="low", as_gap=True)
    assert gap.value == -groups.measure("slope-index").value
    assert gap.variant == "linear, as gap"
    least = groups.measure("relative-index")
    most = groups.measure("relative-index", form="most-over-least")
    assert str(least.method) == "fieller"
    assert least.value * most.value == pytest.approx(1, rel=1e-14)
    assert least.lower * most.upper == pytest.approx(1, rel=1e-14)
    log = groups.measure("slope-index", model="log", confidence=[0.95, 0.998])
    assert str(log.method) == "back-transformed" and log.estimate.levels == (0.95, 0.998)
    assert groups.measure("slope-index", model=marmot.SlopeModel.POISSON_LOG, scale=100000).standard_error > 0


def test_every_measure_says_what_it_is():
    measure = marmot.InequalityMeasure
    for member in measure.__enum_values__.values():
        assert measure.to_nick(member) == member.value_nick
        assert measure.get_label(member) and measure.get_definition(member) and measure.get_citation(member)


def frame():
    return pd.DataFrame({
        "area": ["B"] * 10 + ["A"] * 10,
        "tenth": TENTHS + TENTHS[::-1],
        "rate": RATES + RATES[::-1],
        "people": PEOPLE + PEOPLE[::-1],
        "se": ERRORS + ERRORS[::-1],
    })


def test_many_areas_of_a_data_frame():
    df = frame()
    out = marmot.inequality(
        "slope-index", df.rate, df.people, df.tenth, standard_error=df.se, areas=df.area, method="residual-t"
    )
    assert isinstance(out, pd.DataFrame)
    assert list(out.area) == ["A", "B"]
    assert out.value[0] == pytest.approx(out.value[1], rel=1e-12)
    assert list(out.columns[:4]) == ["area", "measure", "variant", "method"]
    assert set(out.method) == {"residual-t"} and out.reason.isna().all()
    columns = pl.from_pandas(df)
    again = marmot.inequality(
        "slope-index", columns["rate"], columns["people"], columns["tenth"], areas=columns["area"]
    )
    assert isinstance(again, pl.DataFrame) and again["value"][0] == pytest.approx(out.value[0], rel=1e-12)
    table = marmot.inequality("slope-index", list(df.rate), list(df.people), list(df.tenth), areas=list(df.area))
    assert isinstance(table, marmot.Table) and table["value"].to_list() == pytest.approx(list(out.value))


def test_a_table_with_the_names_of_its_columns():
    df = frame().rename(columns={"rate": "estimate", "people": "population", "tenth": "rank", "se": "standard_error"})
    groups = marmot.Subgroups.new_from_table(df, ["area"])
    assert groups.n_areas == 2 and groups.n_rows == 20
    result = groups.measure("slope-index")
    assert len(result) == 2
    with pytest.raises(ValueError, match="areas"):
        result.value
    assert result.get_value(0) == pytest.approx(numpy_slope(RATES, PEOPLE)[0], rel=1e-12)


def test_what_cannot_be_measured_says_why():
    few = marmot.inequality("slope-index", [1.0, 2.0], None, [1, 2])
    assert math.isnan(few.value) and str(few.status) == "too-few-groups"
    assert "fewer groups" in few.to_table()["reason"][0]
    with pytest.raises(marmot.ColumnTypeError, match="1, 10, 2"):
        marmot.inequality("slope-index", [1.0, 2.0, 3.0], None, ["1", "10", "2"])
    with pytest.raises(TypeError, match="no option"):
        marmot.inequality("slope-index", RATES, PEOPLE, TENTHS, colour="red")
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.inequality("slope-index", RATES, PEOPLE, TENTHS, as_gap=True)
    with pytest.raises(TypeError, match="pairs"):
        marmot.inequality("slope-index", RATES, PEOPLE, TENTHS, lower=RATES)
    with pytest.raises(ValueError, match="indexes"):
        marmot.inequality("slope-index", pd.Series(RATES), pd.Series(PEOPLE, index=range(1, 11)), TENTHS)


def test_simulation_has_a_seed():
    groups = marmot.subgroups(RATES, PEOPLE, TENTHS, standard_error=ERRORS)
    one = groups.measure("slope-index", method="simulation", seed=5, repetitions=2000)
    two = groups.measure("slope-index", method="simulation", seed=5, repetitions=2000)
    other = groups.measure("slope-index", method="simulation", seed=6, repetitions=2000)
    assert one.estimate == two.estimate and one.estimate != other.estimate
    assert "seed 5" in one.variant
    exact = groups.measure("slope-index")
    assert one.lower == pytest.approx(exact.lower, abs=0.2 * exact.standard_error)
    table = groups.measure_reliability("slope-index", method="simulation", repetitions=1000)
    assert 0 < table["mean_difference"][0] < 0.3 * exact.standard_error


def numpy_concentration(y, w, rank):
    order = np.argsort(rank, kind="stable")
    y, w = y[order], w[order]
    p = w / w.sum()
    x = np.cumsum(p) - p / 2
    return 2 * np.sum(p * y * x) / np.sum(p * y) - 1


def test_people():
    random = np.random.default_rng(4)
    income, weight = random.uniform(1, 100, 500), random.uniform(0.5, 2, 500)
    outcome = random.uniform(0, 5, 500) + income / 50
    people = marmot.subgroups(outcome, weight, income, clusters=list(range(100)) * 5)
    index = people.measure("concentration-index")
    assert index.value == pytest.approx(numpy_concentration(outcome, weight, income), rel=1e-12)
    assert str(index.method) == "influence" and index.standard_error > 0
    assert str(people.measure("concentration-index", method="convenient-cluster").method) == "convenient-cluster"
    design = marmot.subgroups(
        outcome, weight, income, clusters=list(range(100)) * 5, strata=["a", "b"] * 250, taken=[0.5, 0.2] * 250
    )
    slope = design.measure("slope-index", method="survey-design")
    assert slope.standard_error > 0 and str(slope.method) == "survey-design"
    assert design.measure("concentration-index", method="survey-design").standard_error > 0
    with pytest.raises(TypeError, match="strata"):
        marmot.subgroups(outcome, weight, income, taken=[0.5] * 500)
    gini = marmot.inequality("gini", outcome, weight)
    assert gini.value == pytest.approx(numpy_concentration(outcome, weight, outcome), rel=1e-12)
    with pytest.raises(marmot.InvalidArgumentError, match="bounds"):
        people.measure("erreygers")
    erreygers = people.measure("erreygers", upper_bound=10)
    assert erreygers.variant == "from 0, to 10"
    assert erreygers.value == pytest.approx(0.4 * people.measure("generalised-concentration").value, rel=1e-13)
    extended = people.measure("extended-concentration", aversion=3)
    assert extended.variant == "aversion 3" and extended.value > index.value


def test_unordered_groups():
    rates, people, errors = [12.0, 17.0, 9.0, 30.0], [50, 20, 70, 10], [1.0, 2.0, 1.0, 4.0]
    groups = marmot.subgroups(rates, people, standard_error=errors, labels=["a", "b", "c", "d"])
    mean = np.average(rates, weights=people)
    assert groups.measure("difference").value == 21
    assert groups.measure("ratio").value == 30 / 9
    assert groups.measure("mean-difference-from-best", good="low", unweighted=True).value == pytest.approx(8)
    assert groups.measure("mean-difference-from-reference", reference="a", unweighted=True).value == pytest.approx(6.5)
    assert groups.measure("attributable-risk", good="low").value == pytest.approx(9 - mean)
    assert groups.measure("attributable-fraction", good="low", as_gap=True).value == pytest.approx(
        100 * (mean - 9) / mean
    )
    variance = groups.measure("between-group-variance")
    assert variance.value == pytest.approx(np.average((np.array(rates) - mean) ** 2, weights=people), rel=1e-13)
    assert str(variance.method) == "quadratic"
    assert groups.measure("between-group-variance", corrected=True).value < variance.value
    assert groups.measure("heterogeneity").value > 0
    assert 0 < groups.measure("heterogeneity-probability").value < 1
    assert str(groups.measure("slope-index").status) == "no-order"
    df = pd.DataFrame({"area": list("AABB"), "rate": [1.0, 3.0, 2.0, 2.0], "people": [1, 1, 1, 1]})
    out = marmot.inequality("theil", df.rate, df.people, areas=df.area, multiplier=1000)
    assert out.value[0] == pytest.approx(1000 * (0.5 * np.log(0.5) + 1.5 * np.log(1.5)) / 2) and out.value[1] == 0


def test_curves_and_causes():
    groups = marmot.subgroups([1.0, 3.0, 2.0, 4.0], [1, 1, 2, 4], [1, 2, 2, 3])
    gradient = groups.make_gradient(None)
    assert list(gradient.get_names())[:3] == ["row", "population_share", "place"]
    assert gradient["residual"].to_list() == pytest.approx(
        [y - fit for y, fit in zip(gradient["estimate"].to_list(), gradient["fitted"].to_list())]
    )
    assert groups.measure("curvature").value != 0
    curve = groups.make_curve("concentration")
    assert curve["population_share"].to_list() == [0, 0.125, 0.5, 1]
    assert curve["value_share"].to_list() == pytest.approx([0, 1 / 24, 8 / 24, 1])
    parts = groups.decompose(marmot.table({"income": [1.0, 2.0, 3.0, 4.0]}), [0.5])
    assert parts["term"].to_list() == ["income", "residual"]
    assert sum(parts["contribution"].to_list()) == pytest.approx(groups.measure("concentration-index").value)


def test_the_who_table():
    groups = marmot.subgroups(RATES, PEOPLE, TENTHS, standard_error=ERRORS)
    table = groups.make_who_table(marmot.InequalityOptions(good=marmot.GoodDirection.LOW))
    rows = dict(zip(table["measure"], table["estimate"]))
    assert rows["d"] == pytest.approx(RATES[0] - RATES[-1])
    assert rows["ti"] == pytest.approx(groups.measure("theil", multiplier=1000).value)
    assert len(rows) == 19 and set(table["status"]) == {"ok"}


@pytest.mark.parametrize("measure", [
    "difference", "ratio", "between-group-variance", "between-group-deviation", "coefficient-of-variation",
    "mean-difference-from-best", "mean-difference-from-mean", "mean-difference-from-reference", "index-of-disparity",
    "theil", "mean-log-deviation", "generalised-entropy", "atkinson", "hoover", "gini", "attributable-risk",
    "attributable-fraction",
])
@pytest.mark.parametrize("method", [None, "simulation"])
def test_every_measure_across_unordered_groups_has_a_named_interval(measure, method):
    groups = marmot.subgroups(
        [40.0, 55.0, 32.0, 61.0, 48.0], population=[900, 1200, 700, 1500, 1000], standard_error=[2.0, 2.5, 1.8, 2.2, 2.0],
        labels=list("abcde"))
    options = {"reference": "a"} if measure == "mean-difference-from-reference" else {}
    found = groups.measure(measure, good="low", method=method, **options).get_estimate(0)
    assert found.lower < found.value < found.upper
    assert found.method != marmot.Method.NONE
