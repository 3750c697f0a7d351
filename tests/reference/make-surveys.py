#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes paired-proportions.csv, paired-means.csv, waves.csv and among-others.csv.

Usage: make-surveys.py FOLDER

Limits of paired proportions are worked out with mpmath at 50 digits (Tango's by bisection of
the statistic as the paper has it); tests are statsmodels' and scipy's; Student's are
scipy's; the others of a place are left out one by one with numpy, and of figures without
sampling errors its t is checked against the deleted residuals of statsmodels.
"""
import csv
import pathlib
import random
import sys

import mpmath as mp
import numpy as np
from scipy import stats
import statsmodels.api as sm
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import power_proportions_2indep, proportions_ztest

mp.mp.dps = 50


def quantile(level):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(repr(level)))


def wilson(x, n, z):
    centre, reach = 2 * x + z * z, z * mp.sqrt(z * z + 4 * x * (1 - mp.mpf(x) / n))
    return (centre - reach) / (2 * (n + z * z)), (centre + reach) / (2 * (n + z * z))


def newcombe(a, b, c, d, z):
    n = a + b + c + d
    p2, p1 = mp.mpf(a + c) / n, mp.mpf(a + b) / n
    l2, u2 = wilson(a + c, n, z)
    l1, u1 = wilson(a + b, n, z)
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    phi = mp.mpf(0)
    if margins:
        top = mp.mpf(a * d - b * c)
        if top > 0:
            top = max(top - mp.mpf(n) / 2, 0)
        phi = top / mp.sqrt(margins)
    lower = p2 - p1 - mp.sqrt((p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2)
    upper = p2 - p1 + mp.sqrt((u2 - p2) ** 2 - 2 * phi * (u2 - p2) * (p1 - l1) + (p1 - l1) ** 2)
    return max(lower, -1), min(upper, 1)


def tango(before, after, n, z):
    """The paper's b and c are after alone and before alone here."""
    def far(delta):
        a = 2 * n
        b = -after - before + (2 * n - after + before) * delta
        c = -before * delta * (1 - delta)
        q = (mp.sqrt(b * b - 4 * a * c) - b) / (2 * a)
        return after - before - n * delta, mp.sqrt(n * (2 * q + delta * (1 - delta)))

    def search(low, high, sign):
        for _ in range(160):
            middle = (low + high) / 2
            away, error = far(middle)
            if away - sign * z * error > 0:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    seen = mp.mpf(after - before) / n
    lower = mp.mpf(-1) if seen == -1 else search(mp.mpf(-1), seen, 1)
    upper = mp.mpf(1) if seen == 1 else search(seen, mp.mpf(1), -1)
    return lower, upper


def digits(number):
    return mp.nstr(number, 17) if isinstance(number, mp.mpf) else repr(float(number))


def write(folder, name, header, rows):
    with open(folder / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def paired_proportions(folder):
    random.seed(42)
    tables = [(1, 7, 1, 12), (1, 1, 7, 12), (36, 12, 2, 0), (36, 2, 12, 0), (794, 150, 86, 570), (0, 0, 0, 5),
              (5, 0, 0, 0), (0, 5, 0, 0), (0, 0, 5, 0), (0, 3, 3, 0), (20, 0, 1, 0), (0, 0, 1, 20), (1, 0, 0, 0),
              (53, 8, 16, 9), (2, 1, 0, 97), (100000, 1200, 900, 40000)]
    tables += [tuple(random.randint(0, 10 ** random.randint(1, 4)) for _ in range(4)) for _ in range(60)]
    rows = []
    for a, b, c, d in tables:
        n = a + b + c + d
        table = [[a, b], [c, d]]
        changed, less = b + c, min(b, c)
        exact = mcnemar(table, exact=True).pvalue
        point = stats.binom.pmf(less, changed, 0.5)
        middle = min(1.0, 2 * stats.binom.cdf(less, changed, 0.5) - point) if b != c else 1.0
        plain = mcnemar(table, exact=False, correction=False).pvalue if changed else 1.0
        corrected = stats.chi2.sf(max(abs(b - c) - 1, 0) ** 2 / changed, 1) if changed else 1.0
        if changed and b != c:
            assert np.isclose(corrected, mcnemar(table, exact=False, correction=True).pvalue)
        for level in (0.8, 0.95, 0.998):
            z = quantile(level)
            rows.append([a, b, c, d, level, *map(digits, newcombe(a, b, c, d, z)), *map(digits, tango(b, c, n, z)),
                         *map(digits, (exact, middle, plain, corrected))])
    write(folder, "paired-proportions.csv",
          ["both", "before_alone", "after_alone", "neither", "level", "newcombe_lower", "newcombe_upper",
           "tango_lower", "tango_upper", "exact", "mid_p", "mcnemar", "corrected"], rows)


def paired_means(folder):
    generator = np.random.default_rng(7)
    rows, results = [], []
    for case in range(12):
        n = [2, 3, 5, 12, 40, 200][case % 6]
        before = np.round(generator.normal(50, 10, n), 2)
        after = np.round(before + generator.normal(2, 6, n), 2)
        rows += [[case, repr(x), repr(y)] for x, y in zip(before.tolist(), after.tolist())]
        test = stats.ttest_rel(after, before)
        limits = test.confidence_interval(0.95)
        change = after - before
        results.append([case, n, *map(digits, (change.mean(), limits.low, limits.high, change.std(ddof=1),
                                               test.statistic, test.pvalue))])
    write(folder, "paired-means-rows.csv", ["case_id", "before", "after"], rows)
    write(folder, "paired-means.csv", ["case_id", "pairs", "value", "lower", "upper", "sd", "statistic", "p_value"],
          results)


def waves(folder):
    random.seed(11)
    rows = []
    for _ in range(40):
        n1, n2 = random.randint(20, 3000), random.randint(20, 3000)
        share = random.uniform(0.15, 0.85)
        x1, x2 = round(n1 * share), round(n2 * (share + random.uniform(-0.1, 0.1)))
        z, p = proportions_ztest([x2, x1], [n2, n1])
        rows.append([x1, n1, x2, n2, digits(z), digits(p)])
    write(folder, "waves.csv", ["x1", "n1", "x2", "n2", "z", "p"], rows)


def detectable(folder):
    """The power at differences of our choosing, from which the library must find the
    difference; of the tail of its direction alone, as the formula has it."""
    rows = []
    for share in (0.1, 0.5, 0.83):
        for n1, n2 in ((400, 400), (1000, 250), (60, 90)):
            for difference in (0.05, 0.1, -0.05, -0.08):
                power = power_proportions_2indep(difference, share, n2, ratio=n1 / n2, alpha=0.025, return_results=False,
                                                 alternative="larger" if difference > 0 else "smaller")
                if power > 0.3:
                    rows.append([share, n1, n2, difference, digits(power)])
    write(folder, "waves-power.csv", ["share", "n1", "n2", "difference", "power"], rows)


def among_others(folder):
    generator = np.random.default_rng(3)
    rows = []
    for case, (k, between, own) in enumerate([(3, 1, 1), (5, 2, 0), (12, 0, 3), (40, 5, 2), (152, 3, 4), (7, 0, 0)]):
        error = generator.uniform(0.2, 1.8, k) * own
        value = 60 + generator.normal(0, 1, k) * np.sqrt(between ** 2 + error ** 2)
        if case == 3:
            value[7] += 1e5
        for i in range(k):
            rest = np.delete(value, i)
            theirs = np.mean(np.delete(error, i) ** 2)
            m = k - 1
            tau = max(0.0, np.var(rest, ddof=1) - theirs)
            spread = np.sqrt(tau + error[i] ** 2 + (tau + theirs) / m)
            far = value[i] - rest.mean()
            t = 0.0 if far == 0 else far / spread
            if case == 1:
                deleted = sm.OLS(value, np.ones(k)).fit().get_influence().resid_studentized_external[i]
                assert np.isclose(t, deleted, rtol=1e-10)
            p = stats.t.sf(t, m - 1)
            rows.append([case, *map(digits, (value[i], error[i], rest.mean(), np.sqrt(tau), t, p,
                                             1 - (1 - p) ** k))])
    write(folder, "among-others.csv", ["case_id", "value", "standard_error", "others", "between_sd", "t", "p_value",
                                       "p_best"], rows)


def main():
    folder = pathlib.Path(sys.argv[1])
    paired_proportions(folder)
    paired_means(folder)
    waves(folder)
    detectable(folder)
    among_others(folder)


main()
