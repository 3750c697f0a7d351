# SPDX-License-Identifier: LGPL-2.1-or-later
"""Statistics over time: in the kind of table that came in, with periods and dates."""

import datetime
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
SERIES = {
    "area": ["a"] * 5 + ["b"] * 4,
    "time": [2018, 2019, 2020, 2021, 2022, 2018, 2019, 2020, 2021],
    "value": [1.0, 2.0, None, 5.0, 9.0, 4.0, 3.0, 2.0, 1.0],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_that_came_in_comes_out(kind):
    make, expected = KINDS[kind]
    figures = make(SERIES)
    for function in (marmot.monotonic_trends, marmot.projections, marmot.projection_points):
        out = function(figures, groups="area")
        assert isinstance(out, expected)
        assert sorted(set(marmot.table(out)["area"].to_list())) == ["a", "b"]
    assert isinstance(marmot.projections(figures, groups="area", target=20.0), expected)


def test_trends_by_hand():
    out = marmot.table(marmot.monotonic_trends(SERIES, groups="area"))
    assert out["s"].to_list() == [6.0, -6.0]
    assert out["n_missing"].to_list() == [1, 0]
    slopes = sorted([1.0, 4 / 3, 2.0, 1.5, 7 / 3, 4.0])
    assert out["slope"][0] == pytest.approx((slopes[2] + slopes[3]) / 2, rel=1e-15)
    assert out["slope"][1] == -1


def test_proportions_at_scores():
    figures = {"count": [10, 20, 40], "denominator": [100, 100, 100], "score": [1, 2, 4]}
    out = marmot.proportion_trends(figures)
    mantel = marmot.proportion_trends(figures, test="mantel-trend")
    assert out["slope"][0] == pytest.approx(0.1, rel=1e-14)
    assert mantel["chi_squared"][0] == pytest.approx(out["chi_squared"][0] * 299 / 300, rel=1e-14)
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.proportion_trends(figures, test="fisher")


def test_weighted():
    out = marmot.weighted_trends({"time": [0, 1, 2], "value": [1.0, 2.0, 4.0], "standard_error": [1, 1, 0.5]})
    assert out["slope"][0] == pytest.approx(5.5 / 3.5, rel=1e-14)


def test_rolling_years_are_not_tested():
    months = pd.date_range("2021-01-01", periods=30, freq="MS").date
    frame = pd.DataFrame({
        "time": pd.Series(months), "numerator": range(30), "denominator": [100] * 30,
    })
    rolled = marmot.rolling_figures(frame, multiplier=100)
    assert isinstance(rolled, pd.DataFrame) and len(rolled) == 30
    assert rolled["status"].tolist() == ["incomplete"] * 11 + ["ok"] * 19
    assert rolled["value"][11] == pytest.approx(100 * sum(range(12)) / 1200)
    trend = marmot.monotonic_trends(rolled)
    assert trend["status"][0] == "not-independent" and pd.isna(trend["p_value"][0])
    to_date = marmot.rolling_figures(frame, span="year-to-date", denominator="mean")
    assert to_date["numerator"][5] == 3 + 4 + 5 and to_date["denominator"][5] == 100
    with pytest.raises(ValueError):
        marmot.rolling_figures(frame, numerator="median")


def test_when_the_target_is_reached():
    figures = {
        "time": ["2018/19", "2019/20", "2020/21", "2021/22"], "value": [10.0, 12.0, 14.0, 16.0],
    }
    out = marmot.projections(figures, target=22)
    assert out["target_steps"][0] == 3 and out["target_time"][0] == "2024/25"
    assert marmot.projections(figures, target=5, low_is_good=True)["target_status"][0] == "not-approaching"
    assert marmot.projections(figures, target=0.22)["target_status"][0] == "ok"
    points = marmot.projection_points(figures, horizon=2, alpha=0.5, beta=0.1, confidence=[0.8, 0.95])
    assert points["value"].to_list() == [18.0, 20.0]
    assert points.get_names() == ["step", "time", "value", "lower_80", "upper_80", "lower_95", "upper_95", "status"]


def test_dates_come_back_as_dates():
    days = [datetime.date(2024, m, 1) for m in (1, 2, 3, 4)]
    out = marmot.projection_points({"time": days, "value": [1.0, 2.0, 2.5, 4.0]}, horizon=1)
    assert out["time"][0] == datetime.date(2024, 5, 1)
    assert math.isfinite(out["value"][0])
