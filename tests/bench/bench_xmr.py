# SPDX-License-Identifier: LGPL-2.1-or-later
"""What XmR charts of many series cost from Python, beside the same limits and rules in
pandas and numpy without a loop over series: mean, mean moving range, limits, the four
rules, and the class of the latest point. pandas has neither steps nor notes nor checks."""
import time

import marmot
import numpy as np
import pandas as pd

POINTS = 36


def runs(flag, series, length):
    """Whether each row is in a run of so many true ones in its series, by counting."""
    begins = np.flatnonzero(~flag | np.r_[True, series[1:] != series[:-1]] | np.r_[False, ~flag[:-1]])
    run = np.zeros(len(flag), np.int64)
    run[begins] = 1
    run = np.cumsum(run)
    return flag & (np.bincount(run)[run] >= length)


def in_pandas(frame):
    frame = frame.sort_values(["indicator", "date"], kind="stable")
    series = frame["indicator"].to_numpy()
    value = frame["value"].to_numpy()
    groups = frame.groupby("indicator", sort=False)["value"]
    mean = groups.transform("mean").to_numpy()
    step = groups.diff()
    reach = 2.66 * step.abs().groupby(series).transform("mean").to_numpy()
    step = step.to_numpy()
    outside = np.abs(value - mean) > reach
    found = outside.copy()
    for sign in (1, -1):
        side = sign * (value - mean) > 0
        rising = sign * step > 0
        near = side & (sign * (value - mean) > reach * 2 / 3)
        same = (series == np.roll(series, 1)) & (series == np.roll(series, 2))
        three = same & side & np.roll(side, 1) & np.roll(side, 2)
        enough = three & (near.astype(int) + np.roll(near, 1) + np.roll(near, 2) >= 2)
        found |= near & (enough | np.roll(enough, -1) | np.roll(enough, -2))
        found |= runs(side, series, 7)
        trend = runs(rising, series, 6)
        found |= trend | np.roll(trend, -1)
    last = np.r_[np.flatnonzero(series[1:] != series[:-1]), len(series) - 1]
    return pd.DataFrame({"indicator": series[last], "value": value[last], "mean": mean[last],
                         "lower": (mean - reach)[last], "upper": (mean + reach)[last], "special": found[last]})


def best(function, repeats, *arguments, **options):
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = function(*arguments, **options)
        shortest = min(shortest, time.perf_counter() - began)
    return shortest, result


def main():
    random = np.random.default_rng(1)
    months = pd.date_range("2020-01-01", periods=POINTS, freq="MS")
    for n_series in (200, 28_000, 280_000):
        rows = n_series * POINTS
        frame = pd.DataFrame({
            "indicator": np.repeat(np.arange(n_series), POINTS), "date": np.tile(months, n_series),
            "value": random.normal(50, 5, rows),
        })
        repeats = 3 if rows < 5e6 else 1
        ours, table = best(marmot.xmr_series, repeats, frame, series="indicator")
        theirs, other = best(in_pandas, repeats, frame)
        assert np.allclose(table["upper"], other["upper"], rtol=1e-12)
        assert np.mean((table["rule"] != "none").to_numpy() == other["special"].to_numpy()) > 0.99
        print(f"{n_series:7} series of {POINTS}  {1000 * ours:9.1f} ms, pandas {1000 * theirs:9.1f} ms")


main()
