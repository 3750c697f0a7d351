# SPDX-License-Identifier: LGPL-2.1-or-later
"""What standardised rates cost from Python, beside the same sums in pandas and numpy:
ten thousand, a million and ten million rows of nineteen bands, with Byar's limits and
nothing else."""
import time

import marmot
import numpy as np
import pandas as pd

Z = 1.959963984540054
BANDS = 19


def limits(count, value, variance):
    lower = count * (1 - 1 / (9 * count) - Z / (3 * np.sqrt(count))) ** 3
    upper = (count + 1) * (1 - 1 / (9 * (count + 1)) + Z / (3 * np.sqrt(count + 1))) ** 3
    scale = 1e5 * np.sqrt(variance / count)
    return value, value + scale * (lower - count), value + scale * (upper - count)


def in_pandas(frame):
    share = frame["weight"] / frame["population"]
    sums = pd.DataFrame({
        "area": frame["area"], "count": frame["count"], "weight": frame["weight"],
        "rate": share * frame["count"], "variance": share * share * frame["count"],
    }).groupby("area").sum()
    weight = sums["weight"]
    return limits(sums["count"], 1e5 * sums["rate"] / weight, sums["variance"] / weight ** 2)


def in_numpy(area, count, population, weight):
    areas = area.max() + 1
    share = weight / population
    events = np.bincount(area, count, areas)
    total = np.bincount(area, weight, areas)
    rate = np.bincount(area, share * count, areas)
    variance = np.bincount(area, share * share * count, areas)
    return limits(events, 1e5 * rate / total, variance / total ** 2)


def best(function, *arguments, **options):
    shortest = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        function(*arguments, **options)
        shortest = min(shortest, time.perf_counter() - began)
    return shortest


def direct(random, areas):
    rows = areas * BANDS
    columns = {
        "area": np.repeat(np.arange(areas), BANDS),
        "count": random.integers(1, 40, rows).astype(float),
        "population": random.integers(500, 5000, rows).astype(float),
        "weight": np.tile(marmot.StandardPopulation.new_builtin("european-2013").get_weights(), areas),
    }
    order = random.permutation(rows)
    for name, chosen in (("in order", slice(None)), ("shuffled", order)):
        frame = pd.DataFrame({key: values[chosen] for key, values in columns.items()})
        made = marmot.groups(frame["area"])
        arrays = [frame[key].to_numpy() for key in columns]
        ours = best(marmot.direct_rates, frame, groups=made)
        whole = best(marmot.direct_rates, frame, groups="area")
        pandas_time = best(in_pandas, frame)
        numpy_time = best(in_numpy, *arrays)
        print(f"direct rates {name:9} {rows:8} rows  {1000 * ours:8.1f} ms (with the groups {1000 * whole:8.1f}), "
              f"pandas {1000 * pandas_time:8.1f} ms, numpy bincount {1000 * numpy_time:8.1f} ms")


def main():
    random = np.random.default_rng(1)
    for areas in (527, 52_632, 526_316):
        direct(random, areas)

    tables = pd.DataFrame({
        "area": np.repeat(np.arange(1000), 20),
        "age": np.tile([0, 1, *range(5, 95, 5)], 1000).astype(float),
        "deaths": random.integers(5, 400, 20_000).astype(float),
        "population": random.integers(9000, 12000, 20_000).astype(float),
    })
    print(f"1000 life tables {1000 * best(marmot.life_tables, tables, groups='area'):8.1f} ms")


main()
