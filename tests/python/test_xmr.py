# SPDX-License-Identifier: LGPL-2.1-or-later
"""XmR charts: what goes in comes out in its kind, and says what is wrong."""

import datetime

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pytest

SPIKE = [1, 2] * 2 + [10] + [1, 2] * 6 + [1]


def frame(values, name="a", start="2024-01-01"):
    return pd.DataFrame({
        "indicator": name, "date": pd.date_range(start, periods=len(values), freq="MS"), "value": values,
    })


def test_a_chart():
    chart = marmot.xmr_chart(frame([float(v) for v in SPIKE]), target=20, polarity="low-is-good")
    assert chart.variation == marmot.XmrVariation.COMMON_CAUSE
    assert chart.assurance == marmot.XmrAssurance.PASS
    assert chart.n_points == 18 and chart.points_needed == 0
    screened = marmot.xmr_chart(frame(SPIKE), screening="once")
    assert screened.upper < chart.upper
    assert screened.notes == marmot.XmrNotes.SCREENED
    points = screened.points.to_pandas()
    assert points["signals"][4] == "above-limit"
    assert points["date"][4] == datetime.date(2024, 5, 1) or str(points["date"][4]).startswith("2024-05-01")
    assert "Common cause" in str(chart)


def test_all_series_at_once_exceptions_first():
    rng = np.random.default_rng(7)
    noise = rng.normal(50, 2, 24).round(1)
    both = pd.concat([
        frame(noise, "steady"), frame(np.append(noise[:-1], 80), "bad"), frame([100.0] * 24, "always"),
        frame(noise[:5], "new"),
    ])
    out = marmot.xmr_series(both, series="indicator", polarity="low-is-good", target=45, exceptions_first=True)
    assert isinstance(out, pd.DataFrame)
    assert out["indicator"].to_list() == ["bad", "always", "steady", "new"]
    assert out["standing"].to_list() == ["concern", "fail", "hit-and-miss", "not-judged"]
    assert out["why"][0].startswith("Concern, high: it is above the upper limit.")
    assert out["points_needed"].to_list() == [0, 0, 0, 7]
    days = pl.from_pandas(both).with_columns(pl.col("date").cast(pl.Date))
    plain = marmot.xmr_series(days, series="indicator", polarity="low-is-good", target=45)
    assert isinstance(plain, pl.DataFrame) and plain["indicator"].to_list() == ["always", "bad", "new", "steady"]
    again = marmot.xmr_exceptions(plain)
    assert isinstance(again, pl.DataFrame) and again["why"].to_list() == out["why"].to_list()
    points = marmot.xmr_points(both, series="indicator")
    assert len(points) == len(both) and points["upper"].notna().all()
    # What pandas computes is the same.
    ranges = both.groupby("indicator")["value"].diff().abs().groupby(both["indicator"]).mean()
    means = both.groupby("indicator")["value"].mean()
    np.testing.assert_allclose(plain["upper"].to_numpy(), (means + 2.66 * ranges).to_numpy(), rtol=1e-12)


def test_steps_and_baselines():
    data = frame([10.0, 12, 11, 13] * 4 + [30, 31, 29, 30] * 4)
    parts = marmot.xmr_parts(data, steps=[datetime.date(2025, 4, 15)], baseline=12)
    assert parts["part"].to_list() == [1, 2] and parts["n_points"].to_list() == [16, 16]
    assert parts["mean"].to_list() == [11.5, 30]


def test_what_is_wrong_is_said():
    late = marmot.xmr_series(frame(SPIKE), steps=[datetime.date(2030, 1, 1)])
    assert late["status"].to_list() == ["step-outside-series"]
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.xmr_series(frame(SPIKE), steps=[datetime.date(2024, 3, 1)] * 2)
    twice = pd.concat([frame(SPIKE), frame(SPIKE[:1])])
    assert marmot.xmr_points(twice)["status"].to_list()[0] == "duplicate-date"
    with pytest.raises(ValueError, match="there are"):
        marmot.xmr_series(frame(SPIKE), screening="twice")
    with pytest.raises(marmot.NotFoundError, match="making-data-count"):
        marmot.xmr_series(frame(SPIKE), rule_set="nelson")
    wrong = marmot.xmr_series(frame([v / 100 for v in SPIKE]), target=90, polarity="high-is-good")
    assert "target-scale" in wrong["notes"][0] and wrong["assurance"][0] == "not-judged"


def test_rule_sets():
    assert "plot-the-dots" in marmot.XmrRuleSet.list_builtin()
    own = marmot.XmrRuleSet(shift_points=8, ties=marmot.XmrTies.SKIP)
    seven = frame([1.0, 3, 1, 3, 1, 3, 1] + [4.0, 5] * 3 + [4.0])
    assert marmot.xmr_series(seven, rule_set=own)["rule"].to_list() == ["none"]
    assert marmot.xmr_series(seven)["rule"].to_list() == ["shift"]
    assert marmot.xmr_points_needed(5, None) == 7


def test_a_set_of_observations():
    months = [f"{month} {year}" for year in (2023, 2024)
              for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")]
    table = marmot.table({
        "indicator_code": ["x"] * 24, "time_period": months, "value": [50.0, 52, 51] * 7 + [50, 52, 90],
    })
    indicator = marmot.Indicator(id="x", name="x", polarity=marmot.Polarity.LOW_IS_GOOD)
    out = marmot.ObservationSet.new(table).xmr(indicators=[indicator], target=70)
    assert out["standing"].to_list() == ["concern"] and out["assurance"].to_list() == ["pass"]
