# SPDX-License-Identifier: LGPL-2.1-or-later
"""What trends, rolling years, projections and charts cost from Python, beside numpy and
pandas: series of 36 months, at 10,000, a million and ten million points.

The peers know that all series are of one length and without gaps, in order, and work on
one two-dimensional array: no peer could be written faster. Where pandas has the statistic,
as with rolling sums, it stands beside as well, on a million points.
"""
import time

import marmot
import numpy as np
import pandas as pd

MONTHS = 36
SIZES = (10_000, 1_000_000, 10_000_000)


def best(function, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def mann_kendall(y):
    """S, its variance without ties, z, and Sen's slope by a sort of all pairs."""
    s = np.zeros(len(y))
    for lag in range(1, MONTHS):
        s += np.sign(y[:, lag:] - y[:, :-lag]).sum(axis=1)
    i, j = np.triu_indices(MONTHS, 1)
    slopes = np.concatenate([
        np.median((part[:, j] - part[:, i]) / (j - i), axis=1) for part in np.array_split(y, max(1, len(y) // 5000))
    ])
    variance = MONTHS * (MONTHS - 1) * (2 * MONTHS + 5) / 18
    return s, (s - np.sign(s)) / np.sqrt(variance), slopes


def rolling_year(x, n):
    def sums(a):
        total = np.cumsum(np.pad(a, ((0, 0), (1, 0))), axis=1)
        return total[:, 12:] - total[:, :-12]

    return sums(x) / sums(n)


def holt(y, alpha=0.3, beta=0.1):
    level, slope = y[:, 1].copy(), y[:, 1] - y[:, 0]
    squares = np.zeros(len(y))
    for t in range(2, MONTHS):
        ahead = level + slope
        squares += (y[:, t] - ahead) ** 2
        new = alpha * y[:, t] + (1 - alpha) * ahead
        slope = beta * (new - level) + (1 - beta) * slope
        level = new
    return level, slope, squares


def p_chart(x, n):
    p = (x.sum(axis=1) / n.sum(axis=1))[:, None]
    spread = 3 * np.sqrt(p * (1 - p) / n)
    value = x / n
    lower, upper = np.maximum(p - spread, 0), np.minimum(p + spread, 1)
    return value, lower, upper, (value < lower) | (value > upper)


def run_chart(y):
    side = np.sign(y - np.median(y, axis=1)[:, None])
    return (side[:, 1:] != side[:, :-1]).sum(axis=1)


def weighted(y, se):
    t = np.arange(MONTHS)
    w = 1 / se**2
    middle = (w * t).sum(axis=1) / w.sum(axis=1)
    apart = t - middle[:, None]
    sxx = (w * apart**2).sum(axis=1)
    return (w * apart * y).sum(axis=1) / sxx, 1 / np.sqrt(sxx)


def cusum(y):
    z = (y - y.mean(axis=1)[:, None]) / y.std(axis=1, ddof=1)[:, None]
    up, down = np.zeros(len(y)), np.zeros(len(y))
    above, below = np.empty_like(y), np.empty_like(y)
    for t in range(MONTHS):
        up = np.maximum(0, up + z[:, t] - 0.5)
        down = np.maximum(0, down - z[:, t] - 0.5)
        above[:, t], below[:, t] = up, down
    return above, below


def ears_c1(y):
    windows = np.lib.stride_tricks.sliding_window_view(y, 7, axis=1)[:, :-1]
    return windows.mean(axis=2) + 3.09 * np.maximum(windows.std(axis=2, ddof=1), 0.5)


def main():
    random = np.random.default_rng(1)
    for size in SIZES:
        n_series = size // MONTHS
        n = n_series * MONTHS
        shape = (n_series, MONTHS)
        y = random.uniform(10, 20, shape)
        se = random.uniform(0.5, 2, shape)
        x = random.integers(20, 60, shape).astype(float)
        d = random.integers(100, 400, shape).astype(float)
        columns = {
            "time": np.tile(np.arange(MONTHS, dtype=float), n_series), "value": y.ravel(), "standard_error": se.ravel(),
            "count": x.ravel(), "numerator": x.ravel(), "denominator": d.ravel(),
        }
        codes = np.repeat(np.arange(n_series), MONTHS)
        figures = marmot.table({name: marmot.column(values) for name, values in columns.items()})
        groups = marmot.groups(marmot.column(codes))
        repeats = 1 if size > 1_000_000 else 3
        rows = [
            ("Mann-Kendall and Sen", lambda: marmot.monotonic_trends(figures, groups=groups), lambda: mann_kendall(y)),
            ("weighted slope", lambda: marmot.weighted_trends(figures, groups=groups), lambda: weighted(y, se)),
            ("rolling year", lambda: marmot.rolling_figures(figures, groups=groups, n_periods=12),
             lambda: rolling_year(x, d)),
            ("Holt, given", lambda: marmot.projections(figures, groups=groups, alpha=0.3, beta=0.1), lambda: holt(y)),
            ("p chart", lambda: marmot.control_charts(figures, kind="p", groups=groups), lambda: p_chart(x, d)),
            ("run chart (peer: crossings only)", lambda: marmot.run_charts(figures, groups=groups),
             lambda: run_chart(y)),
            ("EARS (peer: C1 only)", lambda: marmot.ears(figures, groups=groups), lambda: ears_c1(y)),
            ("CUSUM", lambda: marmot.cusums(figures, groups=groups), lambda: cusum(y)),
        ]
        print(f"{n:,} points in series of {MONTHS}")
        for name, ours, theirs in rows:
            mine, other = best(ours, repeats), best(theirs, repeats)
            print(f"  {name:34} {mine * 1e3:10.1f} ms   numpy {other * 1e3:10.1f} ms   {other / mine:6.2f} times")
        if size == 1_000_000:
            frame = pd.DataFrame({"series": codes, "x": x.ravel(), "n": d.ravel()})

            def with_pandas():
                sums = frame.groupby("series")[["x", "n"]].rolling(12).sum()
                return sums["x"] / sums["n"]

            other = best(with_pandas, 1)
            mine = best(lambda: marmot.rolling_figures(figures, groups=groups, n_periods=12), 3)
            print(f"  {'rolling year':34} {mine * 1e3:10.1f} ms   pandas {other * 1e3:9.1f} ms   {other / mine:6.2f} times")


if __name__ == "__main__":
    main()
