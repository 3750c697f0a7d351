#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes quantiles.csv: quantiles of the normal and gamma distributions.

Usage: make-quantiles.py > quantiles.csv      (needs mpmath; a minute or two)

Worked out in 60 digits by Newton's method on logarithms, from tails that mpmath
integrates, and printed to 25. Probabilities and shapes are doubles, printed so
that they read back as the same doubles.
"""
from mpmath import erfc, exp, gammainc, log, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def newton(tail, density, log_start, target, rising):
    """The x at which tail (x) = target, by Newton on log x and log tail."""
    t = mpf(log_start)
    for _ in range(300):
        x = exp(t)
        value = tail(x)
        slope = density(x) * x / value * (1 if rising else -1)
        step = (log(value) - log(target)) / slope
        step = max(min(step, mpf(1)), mpf(-1))
        t -= step
        if abs(step) < mpf(10) ** -40:
            return exp(t)
    raise ArithmeticError("no convergence")


def normal_upper(q):
    """The value that a standard normal variate exceeds with probability q < 1/2."""
    return newton(lambda x: erfc(x / sqrt(2)) / 2, lambda x: exp(-x * x / 2) / sqrt(2 * pi),
                  log(sqrt(-2 * log(mpf(q)) + mpf("0.01"))), mpf(q), False)


def start(a, z):
    """Wilson and Hilferty's approximation to a gamma quantile, kept above zero."""
    cube = 1 - 1 / (9 * mpf(a)) + z / (3 * sqrt(mpf(a)))
    return log(mpf(a) * cube ** 3) if cube > mpf("0.1") else log(mpf(a)) - 3


def gamma(a, p, upper):
    """The gamma quantile of shape a: below it lies p, or above it if upper."""
    density = lambda x: exp((a - 1) * log(x) - x - loggamma(a))
    if upper:
        tail = lambda x: gammainc(a, x, mp.inf, regularized=True)
    else:
        tail = lambda x: gammainc(a, 0, x, regularized=True)
    z = normal_upper(p) if p < 0.5 else -normal_upper(1 - p)
    return newton(tail, density, start(a, z if upper else -z), mpf(p), not upper)


def main():
    levels = [0.5, 0.8, 0.9, 0.95, 0.975, 0.99, 0.998, 0.999, 0.9999, 0.9999999]
    tails = [(1 - level) / 2 for level in levels]
    print("function,shape,probability,value")
    for q in tails + [10.0 ** -k for k in (3, 6, 10, 16, 30, 60, 100, 150, 200, 250, 300)] + [0.3, 0.45, 0.49]:
        print(f"normal-upper,NA,{q:.17g},{mp.nstr(normal_upper(q), 25)}")
    for shape in (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 7.0, 9.0, 9.5, 9.999, 10.0, 11.0, 25.0, 100.0, 1234.5,
                  1e4, 1e5):
        for p in tails:
            print(f"gamma-lower,{shape:.17g},{p:.17g},{mp.nstr(gamma(mpf(shape), p, False), 25)}", flush=True)
            print(f"gamma-upper,{shape:.17g},{p:.17g},{mp.nstr(gamma(mpf(shape), p, True), 25)}", flush=True)


main()
