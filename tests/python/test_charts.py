# SPDX-License-Identifier: LGPL-2.1-or-later
"""Charts over time: in the kind of table that came in, series by series."""

import math

import marmot
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

KINDS = {
    "dict": (dict, marmot.Table),
    "pandas": (pd.DataFrame, pd.DataFrame),
    "polars": (pl.DataFrame, pl.DataFrame),
    "pyarrow": (pa.table, pa.Table),
}
FIGURES = {
    "area": ["a"] * 6 + ["b"] * 6,
    "time": list(range(6)) * 2,
    "count": [10, 12, 9, 11, 13, 40, 1, 2, 3, 2, 1, 3],
    "denominator": [100] * 12,
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_that_came_in_comes_out(kind):
    make, expected = KINDS[kind]
    figures = make(FIGURES)
    values = make({"area": FIGURES["area"], "time": FIGURES["time"], "value": FIGURES["count"]})
    assert isinstance(marmot.control_charts(figures, kind="p", groups="area"), expected)
    for function in (marmot.run_charts, marmot.suggested_steps):
        out = function(values, groups="area")
        assert isinstance(out, expected)
        assert marmot.table(out)["area"].to_list() == ["a", "b"]
    for function in (marmot.ears, marmot.cusums):
        out = function(values, groups="area")
        assert isinstance(out, expected) and len(marmot.table(out)) == 12


def test_a_p_chart_by_hand():
    out = marmot.control_charts(FIGURES, kind="p", groups="area", multiplier=100)
    p = 95 / 600
    assert out["centre"][0] == pytest.approx(100 * p)
    assert out["upper"][0] == pytest.approx(100 * (p + 3 * math.sqrt(p * (1 - p) / 100)))
    assert out["outside"].to_list() == [False] * 5 + [True] + [False] * 6
    with pytest.raises(ValueError):
        marmot.control_charts(FIGURES, kind="z")


def test_every_kind_has_limits():
    for kind in ("p", "u", "c", "g", "t", "p-prime", "u-prime"):
        out = marmot.control_charts(FIGURES, kind=kind, groups="area")
        assert out["status"].to_list() == ["ok"] * 12
        assert all(low <= centre <= high for low, centre, high in zip(out["lower"], out["centre"], out["upper"]))


def test_a_step_is_suggested_and_named():
    years = [f"{2000 + i}/{(1 + i) % 100:02d}" for i in range(20)]
    out = marmot.suggested_steps({"time": years, "value": [i % 2 + (5 if i >= 12 else 0) for i in range(20)]})
    assert out["suggested"][0] is True and out["step_row"][0] == 12


def test_alarms():
    value = [2, 3, 2, 4, 3, 2, 3, 3, 2, 3, 2, 3, 12]
    out = marmot.ears({"value": value})
    assert [out[f"c{k}_alarm"][12] for k in (1, 2, 3)] == [True] * 3
    assert out["c1_alarm"][0] is None and out["status"][0] == "incomplete"
    drift = marmot.cusums({"value": [0.0, 2.0, 1.0, 3.0, 3.0, 3.0, 3.0]}, baseline=3, threshold=4)
    assert drift["above"].to_list() == [0, 0.5, 0, 1.5, 3, 4.5, 6]
    assert drift["alarm_above"].to_list() == [False] * 5 + [True] * 2


def test_changes_and_seasons():
    figures = {
        "time": ["Jan 2023", "Feb 2023", "Jan 2024"], "numerator": [10, 20, 15], "denominator": [100, 100, 100],
    }
    out = marmot.changes_over_time(figures, multiplier=100)
    assert out["value"].to_list() == [None, pytest.approx(10), None]
    year = marmot.changes_over_time(figures, since="year-before")
    same = marmot.proportion_difference(15, 100, 10, 100)
    assert year["value"][2] == same.get_value() and year["earlier_row"].to_list() == [None, None, 0]
    ratio = marmot.changes_over_time(figures, measure="rate-ratio")
    assert ratio["value"][1] == pytest.approx(2)


def test_funnels_over_time():
    figures = {
        "place": list("abcd") * 2, "time": [2023] * 4 + [2024] * 4,
        "numerator": [100, 102, 99, 300, 101, 98, 100, 310], "denominator": [1000] * 8,
    }
    out = marmot.funnels_over_time(pd.DataFrame(figures), places="place")
    assert isinstance(out, pd.DataFrame)
    assert out["place"][7] == "above-outer" and out["n_periods_there"][7] == 2
