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
