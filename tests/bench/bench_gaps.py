# SPDX-License-Identifier: LGPL-2.1-or-later
"""What changes of gaps, attainment and excess cost from Python, beside the same figures by
numpy and scipy, which gives neither statuses nor words."""
import time

import marmot
import numpy as np
from scipy import special

Z = 1.959963984540054


def best(rows, function, *arguments):
    repeats = 60 if rows <= 10_000 else 3
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = function(*arguments)
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result


def limits_of(value, se):
    return value, value - Z * se, value + Z * se


def ratio_of(log_ratio, se):
    return np.exp(log_ratio), np.exp(log_ratio - Z * se), np.exp(log_ratio + Z * se)


def change(gap_1, se_1, gap_2, se_2):
    """The change with its tests, the change in percent, where it went, and whether chance
    could explain that."""
    value, se = gap_2 - gap_1, np.sqrt(se_1 * se_1 + se_2 * se_2)
    z = value / se
    p = 2 * special.ndtr(-np.abs(z))
    narrowed = special.ndtr(np.sign(gap_1) * z)
    log_se = np.sqrt((se_1 / gap_1) ** 2 + (se_2 / gap_2) ** 2)
    percent = [100 * limit - 100 for limit in ratio_of(np.log(gap_2 / gap_1), log_se)]
    movement = np.where(gap_1 * gap_2 < 0, 4, np.where(np.abs(gap_2) < np.abs(gap_1), 1, 2))
    return limits_of(value, se), z, p, narrowed, percent, movement, p > 0.05


def wilson(x, n):
    middle, reach = 2 * x + Z * Z, Z * np.sqrt(Z * Z + 4 * x * (1 - x / n))
    return (middle - reach) / (2 * (n + Z * Z)), (middle + reach) / (2 * (n + Z * Z))


def attainment(x1, n1, x2, n2):
    """The difference of two shares, their ratio, the odds ratio, and both on the scale of a
    standard deviation, the normal one and the logistic one."""
    p1, p2 = x1 / n1, x2 / n2
    q1, q2 = 1 - p1, 1 - p2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    v1, v2 = p1 * q1 / n1, p2 * q2 / n2
    gap = (100 * (p1 - p2), 100 * (p1 - p2 - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)),
           100 * (p1 - p2 + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)), 100 * np.sqrt(v1 + v2))
    ratio_se = np.sqrt(q1 / x1 + q2 / x2)
    odds_se = np.sqrt(1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2))
    odds = np.log(p1 / q1 * q2 / p2)
    t1, t2 = special.ndtri(p1), special.ndtri(p2)
    standard_se = np.sqrt(2 * np.pi) * np.sqrt(v1 * np.exp(t1 * t1) + v2 * np.exp(t2 * t2))
    logit = np.sqrt(3) / np.pi
    return (gap, ratio_of(np.log(p1 / p2), ratio_se), ratio_of(odds, odds_se), limits_of(t1 - t2, standard_se),
            limits_of(logit * odds, logit * odds_se))


def excess(y, s, n):
    """Over the least deprived of ten groups, a row an area: of all groups, of those that are
    worse, and of the most deprived alone."""
    weights = n / 1e5
    more = weights * (y - y[:, -1:])
    found = [weights.sum(axis=1), y[:, -1], (weights * y).sum(axis=1)]
    for counted in (np.ones_like(y), (more > 0).astype(float), np.r_[1.0, np.zeros(9)]):
        slopes = weights * counted
        slopes[:, -1] -= slopes.sum(axis=1)
        se = np.sqrt((slopes * slopes * s * s).sum(axis=1))
        found.append(limits_of((more * counted).sum(axis=1), se))
    return found


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
        theirs, expected = best(rows, change, *periods)
        ours, found = best(rows, marmot.gap_changes, figures)
        check(found, "change", expected[0], ("change_lower", "change_upper"))
        for column, numbers in zip(("change_statistic", "change_p_value", "change_p_narrowed"), expected[1:4]):
            check(found, column, [numbers], ())
        check(found, "percent", expected[4], ("percent_lower", "percent_upper"))
        report("changes of gaps, with verdict", rows, ours, theirs)

        sizes = [random.integers(100, 900, rows).astype(float) for _ in range(2)]
        counts = [np.floor(size * random.uniform(0.3, 0.8, rows)) for size in sizes]
        figures = table(others_count=counts[0], others_n=sizes[0], disadvantaged_count=counts[1],
                        disadvantaged_n=sizes[1])
        theirs, expected = best(rows, attainment, counts[0], sizes[0], counts[1], sizes[1])
        ours, found = best(rows, marmot.attainment_gaps, figures)
        check(found, "gap", expected[0], ("gap_lower", "gap_upper", "gap_se"))
        for column, numbers in zip(("ratio", "odds_ratio", "standardised", "standardised_logit"), expected[1:]):
            check(found, column, numbers, (column + "_lower", column + "_upper"))
        report("attainment, all four measures", rows, ours, theirs)

        rank = np.tile(np.arange(1.0, 11), rows // 10)
        y = random.uniform(300, 700, rows)
        s = random.uniform(5, 30, rows)
        n = random.uniform(1e3, 5e4, rows)
        areas = marmot.Groups.new_from_codes((np.arange(rows) // 10).tolist(), rows // 10)
        figures = table(estimate=y, standard_error=s, population=n, rank=rank)
        shape = (-1, 10)
        theirs, expected = best(rows, excess, y.reshape(shape), s.reshape(shape), n.reshape(shape))
        ours, found = best(rows, lambda: marmot.excess(figures, per=1e5, areas=areas))
        for column, numbers in zip(("excess", "excess_worse", "excess_most"), expected[3:]):
            check(found, column, numbers, (column + "_lower", column + "_upper"))
        report("excess over the least deprived", rows, ours, theirs)


main()
