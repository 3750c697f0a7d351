# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changes of gaps, attainment and excess cost from Python, beside the same formulas
in numpy, which gives neither statuses nor words."""
import time

import marmot
import numpy as np

Z = 1.959963984540054


def best(function, *arguments, repeats=3):
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = function(*arguments)
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result


def change(gap_1, se_1, gap_2, se_2):
    value, se = gap_2 - gap_1, np.hypot(se_1, se_2)
    return value, value - Z * se, value + Z * se


def wilson(x, n):
    middle, reach = 2 * x + Z * Z, Z * np.sqrt(Z * Z + 4 * x * (1 - x / n))
    return (middle - reach) / (2 * (n + Z * Z)), (middle + reach) / (2 * (n + Z * Z))


def newcombe(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    return (100 * (p1 - p2), 100 * (p1 - p2 - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)),
            100 * (p1 - p2 + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)))


def excess(y, s, n):
    """Over the least deprived of ten groups, a row an area."""
    weights = n / 1e5
    total = (weights * (y - y[:, -1:])).sum(axis=1)
    slopes = weights.copy()
    slopes[:, -1] -= weights.sum(axis=1)
    se = np.sqrt((slopes * slopes * s * s).sum(axis=1))
    return total, total - Z * se, total + Z * se


def check(found, name, expected, limits):
    for column, numbers in zip((name, *limits), expected):
        assert np.allclose(found.get_column_by_name(column).to_numpy(), numbers, rtol=1e-8, atol=1e-8), column


def report(name, rows, ours, theirs):
    print(f"{name:28} {rows:9} rows {ours:9.2f} ms, numpy {theirs:9.2f} ms, ratio {ours / theirs:.2f}")


def table(**columns):
    return marmot.Table.new(list(columns), [marmot.Column(values) for values in columns.values()])


def main():
    for rows in (10_000, 1_000_000, 10_000_000):
        random = np.random.default_rng(4)
        periods = [random.uniform(5, 20, rows), random.uniform(0.5, 2, rows),
                   random.uniform(5, 20, rows), random.uniform(0.5, 2, rows)]
        figures = table(**dict(zip(("gap_1", "gap_se_1", "gap_2", "gap_se_2"), periods)))
        theirs, expected = best(change, *periods)
        ours, found = best(marmot.gap_changes, figures)
        check(found, "change", expected, ("change_lower", "change_upper"))
        report("changes of gaps, with verdict", rows, ours, theirs)

        sizes = [random.integers(100, 900, rows).astype(float) for _ in range(2)]
        counts = [np.floor(size * random.uniform(0.3, 0.8, rows)) for size in sizes]
        figures = table(others_count=counts[0], others_n=sizes[0], disadvantaged_count=counts[1],
                        disadvantaged_n=sizes[1])
        theirs, expected = best(newcombe, counts[0], sizes[0], counts[1], sizes[1])
        ours, found = best(marmot.attainment_gaps, figures)
        check(found, "gap", expected, ("gap_lower", "gap_upper"))
        report("attainment, all four measures", rows, ours, theirs)

        rank = np.tile(np.arange(1.0, 11), rows // 10)
        y = random.uniform(300, 700, rows)
        s = random.uniform(5, 30, rows)
        n = random.uniform(1e3, 5e4, rows)
        areas = marmot.Groups.new_from_codes((np.arange(rows) // 10).tolist(), rows // 10)
        figures = table(estimate=y, standard_error=s, population=n, rank=rank)
        shape = (-1, 10)
        theirs, expected = best(excess, y.reshape(shape), s.reshape(shape), n.reshape(shape))
        ours, found = best(lambda: marmot.excess(figures, per=1e5, areas=areas))
        check(found, "excess", expected, ("excess_lower", "excess_upper"))
        report("excess over the least deprived", rows, ours, theirs)


main()
