# SPDX-License-Identifier: LGPL-2.1-or-later
"""What holding a whole set against England costs, beside polars doing the same, in
one run.

A million rows of 400 indicators, 125 areas, 10 years and 2 sexes, England among the
areas. Polars finds the benchmark by a join and compares by expressions, on all
processors; we use one. What we give as well is not asked of polars: reasons for what
is missing or there twice, a method a row, and the words.
"""
import statistics
import sys
import time

import marmot
import numpy as np
import polars as pl

ROWS = 1_000_000
TURNS = 5
KEYS = ["indicator_id", "sex", "age", "time_period"]


def make(rows):
    random = np.random.default_rng(7781)
    row = random.permutation(rows)
    sex, rest = row % 2, row // 2
    area, rest = rest % 125, rest // 125
    year, indicator = 2010 + rest % 10, rest // 10
    value = random.random(rows) * 100
    width = random.random(rows) * 30
    pick = lambda texts, codes: pl.Series(texts).gather(codes).cast(pl.Categorical)
    return pl.DataFrame({
        "indicator_id": 90_000 + indicator,
        "area_code": pick(["E92000001"] + [f"E06{i:06}" for i in range(1, 125)], area),
        "area_type": pick(["England"] + ["County & UA"] * 124, area),
        "sex": pick(["Male", "Female"], sex),
        "age": pick(["All ages"], row * 0),
        "time_period": pick([str(y) for y in range(2010, 2020)], year - 2010),
        "sortable": year * 10_000,
        "value": value,
        "lower_95": value - width,
        "upper_95": value + width,
    })


def by_polars(frame):
    england = frame.filter(pl.col("area_code") == "E92000001").select(*KEYS, benchmark="value")
    joined = frame.join(england, on=KEYS, how="left", maintain_order="left")
    code = (
        pl.when(pl.col("area_code") == "E92000001").then(pl.lit("not-compared"))
        .when(pl.col("benchmark").is_between("lower_95", "upper_95")).then(pl.lit("similar"))
        .when(pl.col("value") > pl.col("benchmark")).then(pl.lit("worse"))
        .otherwise(pl.lit("better"))
    )
    return joined.with_columns(code=code)


def quintiles_by_polars(frame):
    areas = frame.filter(pl.col("area_code") != "E92000001")
    keys = [*KEYS, "area_type"]
    bounds = areas.group_by(keys).agg(
        *(pl.col("value").quantile(i / 5, "linear").alias(f"b{i}") for i in range(1, 5)))
    joined = frame.join(bounds, on=keys, how="left", maintain_order="left")
    return joined.with_columns(
        group=sum((pl.col("value") > pl.col(f"b{i}")).cast(pl.Int8) for i in range(1, 5)) + 1)


def measure(name, ours, theirs, check):
    times = {"marmot": [], "polars": []}
    for _ in range(TURNS):
        began = time.perf_counter()
        a = ours()
        times["marmot"].append(time.perf_counter() - began)
        began = time.perf_counter()
        b = theirs()
        times["polars"].append(time.perf_counter() - began)
    # Speed counts for nothing if the answer is another one.
    check(a, b)
    taken = {n: 1000 * statistics.median(seconds) for n, seconds in times.items()}
    print(f"{name:32} marmot {taken['marmot']:7.1f} ms, polars {taken['polars']:7.1f} ms, "
          f"{taken['marmot'] / taken['polars']:.2f} times as long")


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    frame = make(rows)
    figures = marmot.ObservationSet.new(marmot.table(frame))
    whole = figures.compare

    def same_codes(a, b):
        assert a["code"].to_list() == b["code"].to_list()

    def same_groups(a, b):
        codes = np.array([int(c[-1]) if c[-1].isdigit() else 0 for c in a["code"].to_list()])
        theirs = np.where(b["area_code"].cast(pl.String) == "E92000001", 0, b["group"].to_numpy())
        # We round bounds to ten decimals, which may turn a value on a bound.
        assert (codes != theirs).sum() <= rows // 10_000

    print(f"{rows} rows")
    measure("a set against England", lambda: whole("E92000001", polarity="low-is-good"),
            lambda: by_polars(frame), same_codes)
    measure("quintiles of every indicator", lambda: whole("E92000001", method="quintiles"),
            lambda: quintiles_by_polars(frame), same_groups)


if __name__ == "__main__":
    main()
