# SPDX-License-Identifier: LGPL-2.1-or-later
"""What proportions, rates, means and two groups cost from Python, beside the same
formulas in numpy, with scipy's special functions where it is installed.

The columns are marmot's own, and numpy's arrays; both sides give value, limits and,
for two groups, statistic and p.
"""
import time

import marmot
import numpy as np

try:
    from scipy import special, stats
except ImportError:
    special = stats = None

Z = 1.959963984540054
TAIL = 0.025


def wilson(x, n):
    middle, reach = 2 * x + Z * Z, Z * np.sqrt(Z * Z + 4 * x * (1 - x / n))
    return (middle - reach) / (2 * (n + Z * Z)), (middle + reach) / (2 * (n + Z * Z))


def normal_p(z):
    return 2 * special.ndtr(-np.abs(z))


def chi_squared(x1, n1, x2, n2):
    p = (x1 + x2) / (n1 + n2)
    z = (x1 / n1 - x2 / n2) / np.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    return z, normal_p(z)


def agresti_coull(x, n):
    n1 = n + Z * Z
    p = (x + Z * Z / 2) / n1
    reach = Z * np.sqrt(p * (1 - p) / n1)
    return x / n, np.maximum(p - reach, 0), np.minimum(p + reach, 1)


def normal(x, n):
    p = x / n
    reach = Z * np.sqrt(p * (1 - p) / n)
    return p, np.maximum(p - reach, 0), np.minimum(p + reach, 1)


def clopper_pearson(x, n):
    return x / n, special.betaincinv(x, n - x + 1, TAIL), special.betaincinv(x + 1, n - x, 1 - TAIL)


def jeffreys(x, n):
    a, b = x + 0.5, n - x + 0.5
    return x / n, special.betaincinv(a, b, TAIL), special.betaincinv(a, b, 1 - TAIL)


def exact_poisson(x, n):
    return 1e5 * x / n, 1e5 * special.gammaincinv(x, TAIL) / n, 1e5 * special.gammainccinv(x + 1, TAIL) / n


def newcombe(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    d = p1 - p2
    return (d, d - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
            *chi_squared(x1, n1, x2, n2))


def katz(x1, n1, x2, n2):
    r = x1 / n1 / (x2 / n2)
    spread = np.exp(Z * np.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2))
    return (r, r / spread, r * spread, *chi_squared(x1, n1, x2, n2))


def woolf(x1, n1, x2, n2):
    y1, y2 = n1 - x1, n2 - x2
    r = x1 * y2 / (x2 * y1)
    spread = np.exp(Z * np.sqrt(1 / x1 + 1 / y1 + 1 / x2 + 1 / y2))
    return (r, r / spread, r * spread, *chi_squared(x1, n1, x2, n2))


def rate_ratio_exact(x1, n1, x2, n2):
    l, u = special.betaincinv(x1, x2 + 1, TAIL), special.betaincinv(x1 + 1, x2, 1 - TAIL)
    p = n1 / (n1 + n2)
    tails = np.minimum(special.betainc(x1, x2 + 1, p), 1 - special.betainc(x1 + 1, x2, p))
    return x1 / n1 / (x2 / n2), l / (1 - l) * n2 / n1, u / (1 - u) * n2 / n1, np.minimum(2 * tails, 1)


def rate_ratio_log(x1, n1, x2, n2):
    r = x1 / n1 / (x2 / n2)
    spread = np.exp(Z * np.sqrt(1 / x1 + 1 / x2))
    p = n1 / (n1 + n2)
    z = (x1 - (x1 + x2) * p) / np.sqrt((x1 + x2) * p * (1 - p))
    return r, r / spread, r * spread, z, normal_p(z)


def student(n, m, s):
    reach = special.stdtrit(n - 1, 1 - TAIL) * s / np.sqrt(n)
    return m, m - reach, m + reach


def welch(n1, m1, s1, n2, m2, s2):
    v1, v2 = s1 * s1 / n1, s2 * s2 / n2
    df = (v1 + v2) ** 2 / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1))
    error = np.sqrt(v1 + v2)
    d, reach = m1 - m2, special.stdtrit(df, 1 - TAIL) * error
    t = d / error
    return d, d - reach, d + reach, t, df, 2 * special.stdtr(df, -np.abs(t))


CASES = [
    ("proportion", "clopper-pearson", clopper_pearson, True),
    ("proportion", "jeffreys", jeffreys, True),
    ("proportion", "agresti-coull", agresti_coull, False),
    ("proportion", "normal", normal, False),
    ("rate", "exact-poisson", exact_poisson, True),
    ("proportion_difference", "newcombe", newcombe, True),
    ("proportion_difference", "miettinen-nurminen", None, False),
    ("proportion_ratio", "miettinen-nurminen", None, False),
    ("proportion_ratio", "katz", katz, True),
    ("odds_ratio", "miettinen-nurminen", None, False),
    ("odds_ratio", "woolf", woolf, True),
    ("rate_difference", "mover", None, False),
    ("rate_ratio", "exact-conditional", rate_ratio_exact, True),
    ("rate_ratio", "log-normal", rate_ratio_log, True),
    ("mean", "student", student, True),
    ("mean_difference", "welch", welch, True),
]


def best(rows, function, *arguments, **options):
    shortest = float("inf")
    for _ in range(1 if rows > 1_000_000 else 5):
        began = time.perf_counter()
        function(*arguments, **options)
        shortest = min(shortest, time.perf_counter() - began)
    return shortest


def main():
    if not special:
        print("scipy is not installed: methods that need it have nothing beside them")
    for rows in (10_000, 1_000_000, 10_000_000):
        i = np.arange(rows, dtype=np.float64)
        # From one event, so that numpy needs no edges.
        counts = [1 + i * 7919 % 90, 200 + i % 1000, 1 + i * 6271 % 70, 150 + i % 1300]
        means = [2 + i % 400, 20 + i * 7919 % 90, 5 + i % 7, 3 + i % 350, 25 + i * 6271 % 70, 4 + i % 9]
        for name, method, peer, needs_scipy in CASES:
            function = getattr(marmot, name)
            arrays = means if name.startswith("mean") else counts
            arrays = arrays[: {"proportion": 2, "rate": 2, "mean": 3, "mean_difference": 6}.get(name, 4)]
            ours = best(rows, function, *map(marmot.Column, arrays), method=method)
            line = f"{name:22} {method:20} {rows:9} rows  {1000 * ours:9.3f} ms"
            # scipy's exact quantiles of ten million rows take minutes.
            slow = rows > 1_000_000 and method in ("clopper-pearson", "jeffreys", "exact-poisson", "exact-conditional")
            if peer and not slow and (special or not needs_scipy):
                theirs = best(rows, peer, *arrays)
                line += f", numpy {1000 * theirs:9.3f} ms, ratio {ours / theirs:.2f}"
            print(line, flush=True)


main()
