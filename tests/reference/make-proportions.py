#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes proportion-methods.csv: limits of proportions by each method.

Usage: make-proportions.py > proportion-methods.csv      (needs mpmath; three minutes)

Worked out in 50 digits. The exact limits and Jeffreys' are found by bisection on
the incomplete beta function, which is summed from its continued fraction; the
others are their formulas. Levels are doubles, printed so that they read back.
"""
import random

from mpmath import erfinv, exp, findroot, log, loggamma, mp, mpf, sqrt

mp.dps = 50


def fraction(a, b, x):
    """Lentz's continued fraction of the incomplete beta function."""
    tiny = mpf(10) ** -200
    c, d = mpf(1), 1 - (a + b) * x / (a + 1)
    d = 1 / (d if d else tiny)
    h = d
    for m in range(1, 20000):
        up = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / ((1 + up * d) or tiny)
        c = (1 + up / c) or tiny
        h *= d * c
        up = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / ((1 + up * d) or tiny)
        c = (1 + up / c) or tiny
        h *= d * c
        if abs(d * c - 1) < mpf(10) ** -45:
            return h
    raise ArithmeticError("no convergence")


def beta_cdf(a, b, x):
    front = exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b))
    if x < (a + 1) / (a + b + 2):
        return front * fraction(a, b, x) / a
    return 1 - front * fraction(b, a, 1 - x) / b


def beta_quantile(a, b, p):
    """By bisection to a part in 1e8, then by secants."""
    low, high = mpf(0), mpf(1)
    for _ in range(400):
        middle = (low + high) / 2
        if beta_cdf(a, b, middle) < p:
            low = middle
        else:
            high = middle
        if high - low < low * mpf(10) ** -8:
            break
    root = findroot(lambda x: beta_cdf(a, b, x) / p - 1, (low, high), solver="anderson", tol=mpf(10) ** -60,
                    verify=False)
    assert low <= root <= high
    return root


def normal_quantile_upper(q):
    return sqrt(2) * erfinv(1 - 2 * q)


def limits(method, x, n, level):
    tail = (1 - mpf(level)) / 2
    x, n, half = mpf(x), mpf(n), mpf("0.5")
    if method == "clopper-pearson":
        return (beta_quantile(x, n - x + 1, tail) if x else mpf(0),
                beta_quantile(x + 1, n - x, 1 - tail) if x < n else mpf(1))
    if method == "jeffreys":
        return (beta_quantile(x + half, n - x + half, tail) if x else mpf(0),
                beta_quantile(x + half, n - x + half, 1 - tail) if x < n else mpf(1))
    z = normal_quantile_upper(tail)
    if method == "agresti-coull":
        x, n = x + z * z / 2, n + z * z
    p = x / n
    reach = z * sqrt(p * (1 - p) / n)
    return max(p - reach, mpf(0)), min(p + reach, mpf(1))


def main():
    random.seed(1934)
    cases = [(0, 1), (1, 1), (0, 10), (1, 10), (5, 10), (9, 10), (10, 10), (15, 148), (81, 263), (0, 20), (1, 29),
             (2.5, 7.25), (0.5, 3), (469, 2780), (3, 1000000), (999998, 1000000), (499999, 1000000)]
    for _ in range(30):
        n = int(10 ** random.uniform(0, 5)) + 1
        cases.append((random.randint(0, n), n))
    print("method,x,n,level,lower,upper")
    for method in ("clopper-pearson", "agresti-coull", "jeffreys", "normal"):
        for x, n in cases:
            for level in (0.95, 0.998):
                lower, upper = limits(method, x, n, level)
                print(f"{method},{x:.17g},{n:.17g},{level:.17g},{mp.nstr(lower, 17)},{mp.nstr(upper, 17)}")


main()
