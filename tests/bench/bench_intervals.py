# SPDX-License-Identifier: LGPL-2.1-or-later
"""What proportions and rates cost from Python, beside the same formula in numpy.

Column to column is a marmot.Column in and columns out; the other lines hand over
what a data scientist has, and get the same kind back.
"""
import time

import marmot
import numpy as np
import pandas as pd
import polars as pl

Z = 1.959963984540054


def numpy_wilson(x, n):
    p = x / n
    root = Z * np.sqrt(Z * Z + 4 * x * (1 - p))
    below = 2 * (n + Z * Z)
    return p, (2 * x + Z * Z - root) / below, (2 * x + Z * Z + root) / below


def numpy_byar(x, n):
    o = x + 1
    lower = x * (1 - 1 / (9 * x) - Z / (3 * np.sqrt(x))) ** 3
    upper = o * (1 - 1 / (9 * o) + Z / (3 * np.sqrt(o))) ** 3
    return 1e5 * x / n, 1e5 * lower / n, 1e5 * upper / n


def best(function, *arguments):
    shortest = float("inf")
    for _ in range(3 if len(arguments[0]) > 1_000_000 else 11):
        began = time.perf_counter()
        function(*arguments)
        shortest = min(shortest, time.perf_counter() - began)
    return shortest


def main():
    print(f"{marmot.get_threads()} threads; numpy has one")
    for rows in (10_000, 1_000_000, 10_000_000):
        i = np.arange(rows, dtype=np.float64)
        # From ten events, so that numpy needs no exact limits.
        x = 10 + i * 7919 % 90
        n = 200 + i % 1000
        kinds = {
            "column to column": marmot.Column,
            "numpy": np.asarray,
            "pandas": pd.Series,
            "polars": pl.Series,
        }
        for name, function, plain in (
            ("proportion", marmot.proportion, numpy_wilson),
            ("rate", marmot.rate, numpy_byar),
        ):
            reference = best(plain, x, n)
            for kind, make in kinds.items():
                ours = best(function, make(x), make(n))
                print(f"{name:10}  {kind:16} {rows:8} rows  {1000 * ours:8.3f} ms, "
                      f"numpy {1000 * reference:8.3f} ms, ratio {ours / reference:.2f}")


main()
