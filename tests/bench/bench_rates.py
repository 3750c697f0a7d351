# SPDX-License-Identifier: LGPL-2.1-or-later
"""What proportions, rates, means and two groups cost from Python, beside the same
formulas in numpy, with scipy's special functions where it is installed.

The columns are marmot's own, and numpy's arrays; both sides give value, limits and,
for two groups, statistic and p. Methods that have no closed form have no peer in
either. A ratio below 1/3 is the aim.
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


# Whether peers test as well, or give intervals alone.
tested = True


def chi_squared(x1, n1, x2, n2):
    if not tested:
        return ()
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


def byar(x, n):
    o = x + 1
    lower = x * (1 - 1 / (9 * x) - Z / (3 * np.sqrt(x))) ** 3
    upper = o * (1 - 1 / (9 * o) + Z / (3 * np.sqrt(o))) ** 3
    return 1e5 * x / n, 1e5 * lower / n, 1e5 * upper / n


def poisson(x, n):
    """Exact below ten events, Byar's from ten: exact quantiles of those rows alone."""
    value, lower, upper = byar(x, n)
    few = x < 10
    lower[few] = 1e5 * special.gammaincinv(x[few], TAIL) / n[few]
    upper[few] = 1e5 * special.gammainccinv(x[few] + 1, TAIL) / n[few]
    return value, lower, upper


def wilson_alone(x, n):
    return x / n, *wilson(x, n)


def exact_poisson(x, n):
    return 1e5 * x / n, 1e5 * special.gammaincinv(x, TAIL) / n, 1e5 * special.gammainccinv(x + 1, TAIL) / n


def newcombe(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    d = p1 - p2
    return (d, d - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
            *chi_squared(x1, n1, x2, n2))


def difference_normal(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    d, reach = p1 - p2, Z * np.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    return d, np.maximum(d - reach, -1), np.minimum(d + reach, 1), *chi_squared(x1, n1, x2, n2)


def katz(x1, n1, x2, n2):
    r = x1 / n1 / (x2 / n2)
    spread = np.exp(Z * np.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2))
    return (r, r / spread, r * spread, *chi_squared(x1, n1, x2, n2))


def woolf(x1, n1, x2, n2):
    y1, y2 = n1 - x1, n2 - x2
    r = x1 * y2 / (x2 * y1)
    spread = np.exp(Z * np.sqrt(1 / x1 + 1 / y1 + 1 / x2 + 1 / y2))
    return (r, r / spread, r * spread, *chi_squared(x1, n1, x2, n2))


def exact_p(x1, n1, x2, n2):
    p = n1 / (n1 + n2)
    return np.minimum(2 * np.minimum(special.betainc(x1, x2 + 1, p), 1 - special.betainc(x1 + 1, x2, p)), 1)


def score_p(x1, n1, x2, n2):
    if not tested:
        return ()
    p = n1 / (n1 + n2)
    z = (x1 - (x1 + x2) * p) / np.sqrt((x1 + x2) * p * (1 - p))
    return z, normal_p(z)


def rate_mover(x1, n1, x2, n2):
    r1, l1, u1 = poisson(x1, n1)
    r2, l2, u2 = poisson(x2, n2)
    d = r1 - r2
    return (d, d - np.sqrt((r1 - l1) ** 2 + (u2 - r2) ** 2), d + np.sqrt((u1 - r1) ** 2 + (r2 - l2) ** 2),
            exact_p(x1, n1, x2, n2))


def rate_normal(x1, n1, x2, n2):
    d, reach = x1 / n1 - x2 / n2, Z * np.sqrt(x1 / n1 / n1 + x2 / n2 / n2)
    return 1e5 * d, 1e5 * (d - reach), 1e5 * (d + reach), *score_p(x1, n1, x2, n2)


def rate_ratio_exact(x1, n1, x2, n2):
    l, u = special.betaincinv(x1, x2 + 1, TAIL), special.betaincinv(x1 + 1, x2, 1 - TAIL)
    return x1 / n1 / (x2 / n2), l / (1 - l) * n2 / n1, u / (1 - u) * n2 / n1, exact_p(x1, n1, x2, n2)


def rate_ratio_score(x1, n1, x2, n2):
    l, u = wilson(x1, x1 + x2)
    return x1 / n1 / (x2 / n2), l / (1 - l) * n2 / n1, u / (1 - u) * n2 / n1, *score_p(x1, n1, x2, n2)


def rate_ratio_log(x1, n1, x2, n2):
    r = x1 / n1 / (x2 / n2)
    spread = np.exp(Z * np.sqrt(1 / x1 + 1 / x2))
    return r, r / spread, r * spread, *score_p(x1, n1, x2, n2)


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


def two_students(n1, m1, s1, n2, m2, s2):
    df = n1 + n2 - 2
    error = np.sqrt(((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / df * (1 / n1 + 1 / n2))
    d, reach = m1 - m2, special.stdtrit(df, 1 - TAIL) * error
    t = d / error
    return d, d - reach, d + reach, t, df, 2 * special.stdtr(df, -np.abs(t))


def ratio_of_means(n1, m1, s1, n2, m2, s2):
    c1, c2 = s1 * s1 / n1 / m1 / m1, s2 * s2 / n2 / m2 / m2
    df = (c1 + c2) ** 2 / (c1 * c1 / (n1 - 1) + c2 * c2 / (n2 - 1))
    error = np.sqrt(c1 + c2)
    r, spread = m1 / m2, np.exp(special.stdtrit(df, 1 - TAIL) * error)
    t = np.log(r) / error
    return r, r / spread, r * spread, t, df, 2 * special.stdtr(df, -np.abs(t))


# Those that need scipy, and those that take microseconds a row on either side, which
# are not run at ten million.
CASES = [
    ("proportion", "wilson", wilson_alone, False, False),
    ("proportion", "clopper-pearson", clopper_pearson, True, True),
    ("proportion", "jeffreys", jeffreys, True, True),
    ("proportion", "agresti-coull", agresti_coull, False, False),
    ("proportion", "normal", normal, False, False),
    ("rate", "poisson", poisson, True, False),
    ("rate", "byar", byar, False, False),
    ("rate", "exact-poisson", exact_poisson, True, True),
    ("proportion_difference", "newcombe", newcombe, True, False),
    ("proportion_difference", "normal", difference_normal, True, False),
    ("proportion_difference", "miettinen-nurminen", None, False, True),
    ("proportion_ratio", "miettinen-nurminen", None, False, True),
    ("proportion_ratio", "koopman", None, False, True),
    ("proportion_ratio", "katz", katz, True, False),
    ("odds_ratio", "miettinen-nurminen", None, False, True),
    ("odds_ratio", "woolf", woolf, True, False),
    ("rate_difference", "mover", rate_mover, True, True),
    ("rate_difference", "normal", rate_normal, True, False),
    ("rate_difference", "miettinen-nurminen", None, False, True),
    ("rate_ratio", "exact-conditional", rate_ratio_exact, True, True),
    ("rate_ratio", "score", rate_ratio_score, True, False),
    ("rate_ratio", "log-normal", rate_ratio_log, True, False),
    ("mean", "student", student, True, True),
    ("mean_difference", "welch", welch, True, True),
    ("mean_difference", "student", two_students, True, True),
    ("mean_ratio", "log-t", ratio_of_means, True, True),
]


def best(rows, calls):
    """The shortest time of each of the calls, which take turns: the machine is not as
    fast in one moment as in the next."""
    turns, times = (1, 3) if rows > 1_000_000 else (1, 7) if rows > 10_000 else (8, 40)
    shortest = [float("inf")] * len(calls)
    for _ in range(turns):
        for place, call in enumerate(calls):
            for _ in range(times):
                began = time.perf_counter()
                call()
                taken = time.perf_counter() - began
                shortest[place] = min(shortest[place], taken)
                if taken > (3 if rows > 1_000_000 else 1):
                    break
    return shortest


def main():
    global tested
    print(f"{marmot.get_threads()} threads; numpy has one")
    if not special:
        print("scipy is not installed: methods that need it have nothing beside them")
    for rows in (10_000, 1_000_000, 10_000_000):
        i = np.arange(rows, dtype=np.float64)
        # From one event, so that numpy needs no edges.
        counts = [1 + i * 7919 % 90, 200 + i % 1000, 1 + i * 6271 % 70, 150 + i % 1300]
        means = [2 + i % 400, 20 + i * 7919 % 90, 5 + i % 7, 3 + i % 350, 25 + i * 6271 % 70, 4 + i % 9]
        for name, method, peer, needs_scipy, is_slow in CASES:
            if is_slow and rows > 1_000_000:
                continue
            function = getattr(marmot, name)
            arrays = means if name.startswith("mean") else counts
            arrays = arrays[: {"proportion": 2, "rate": 2, "mean": 3, "mean_difference": 6, "mean_ratio": 6}.get(name, 4)]
            for tested in (True, False):
                # Intervals of two groups without their test, where both can leave it out.
                if not tested and (is_slow or "_" not in name or name.startswith("mean")):
                    continue
                options = {} if tested else {"test": "none"}
                columns = [marmot.Column(values) for values in arrays]
                calls = [lambda: function(*columns, method=method, **options)]
                if peer and (special or not needs_scipy):
                    calls.append(lambda: peer(*arrays))
                ours, *theirs = best(rows, calls)
                line = f"{name:22} {method + ('' if tested else ', no test'):28} {rows:9} rows  {1000 * ours:9.3f} ms"
                for their in theirs:
                    line += f", numpy {1000 * their:9.3f} ms, ratio {ours / their:.2f}"
                print(line, flush=True)


main()
