# SPDX-License-Identifier: LGPL-2.1-or-later
"""What survey shares, changes in the same people and totals cost from Python, beside the
same sums in numpy: rows of people in groups of 150."""
import time

import marmot
import numpy as np

Z = 1.959963984540054
GROUP = 150


def best(function, *arguments, repeats=3):
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = function(*arguments)
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result


def weighted_shares(area, n_areas, answer, weight):
    """Wilson's limits for Kish's effective number of respondents."""
    weights = np.bincount(area, weight, n_areas)
    p = np.bincount(area, weight * answer, n_areas) / weights
    n = weights ** 2 / np.bincount(area, weight * weight, n_areas)
    middle, reach = 2 * p * n + Z * Z, Z * np.sqrt(Z * Z + 4 * p * n * (1 - p))
    return p, (middle - reach) / (2 * (n + Z * Z)), (middle + reach) / (2 * (n + Z * Z))


def mean_changes(area, n_areas, before, after):
    """The mean change and its standard deviation alone, without limits or shares."""
    change = after - before
    n = np.bincount(area, minlength=n_areas)
    mean = np.bincount(area, change, n_areas) / n
    away = change - mean[area]
    return mean, np.sqrt(np.bincount(area, away * away, n_areas) / (n - 1))


def moments(area, n_areas, value):
    n = np.bincount(area, minlength=n_areas)
    mean = np.bincount(area, value, n_areas) / n
    away = value - mean[area]
    return n, mean, np.sqrt(np.bincount(area, away * away, n_areas) / (n - 1))


def report(name, rows, ours, theirs):
    print(f"{name:28} {rows:9} rows {ours:9.2f} ms, numpy {theirs:9.2f} ms, ratio {ours / theirs:.2f}")


def main():
    for rows in (10_000, 1_000_000, 10_000_000):
        random = np.random.default_rng(3)
        n_areas = -(-rows // GROUP)
        area = np.arange(rows) // GROUP
        answer = (random.random(rows) < 0.4).astype(float)
        weight = random.uniform(0.5, 2, rows)
        before = random.normal(50, 10, rows)
        after = before + random.normal(1, 5, rows)
        groups = marmot.Groups.new_from_codes(area.tolist(), n_areas)

        answers = marmot.Table.new(["answer", "weight"], [marmot.Column(answer), marmot.Column(weight)])
        theirs, expected = best(weighted_shares, area, n_areas, answer, weight)
        ours, found = best(lambda: marmot.survey_shares(answers, groups=groups))
        for name, numbers in zip(("value", "lower", "upper"), expected):
            assert np.allclose(found.get_column_by_name(name).to_numpy(), numbers, rtol=1e-10)
        report("weighted answers, grouped", rows, ours, theirs)

        people = marmot.Table.new(["before", "after"], [marmot.Column(before), marmot.Column(after)])
        theirs, expected = best(mean_changes, area, n_areas, before, after)
        ours, found = best(lambda: marmot.paired_changes(people, groups=groups))
        assert np.allclose(found.get_column_by_name("value").to_numpy(), expected[0], rtol=1e-9, atol=1e-9)
        report("people before and after", rows, ours, theirs)

        keyed = marmot.Table.new(["area", "value"], [marmot.Column(area), marmot.Column(before)])
        theirs, expected = best(moments, area, n_areas, before)
        ours, found = best(lambda: marmot.totals(keyed, keys="area", values="value").to_table())
        assert np.allclose(found.get_column_by_name("value_sd").to_numpy(), expected[2], rtol=1e-9)
        report("totals: n, mean and deviation", rows, ours, theirs)


main()
