#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes two-groups.csv: two proportions, two rates, two means, and one group against
a standard, with limits and tests by every method.

Usage: make-two-groups.py > two-groups.csv      (needs mpmath; three minutes)
       make-two-groups.py --check < two-groups.csv   (needs scipy and statsmodels)

Worked out in 34 digits, and by other ways than the library's: the score limits by
bisection on the score statistic with a maximum-likelihood fit that is itself found
by bisection; exact limits and tests by summing probabilities; t quantiles from an
integral. --check prints the largest relative difference from scipy and statsmodels
where they have the method.
"""
import random
import sys
from functools import lru_cache

from mpmath import betainc, binomial, cbrt, erfc, erfinv, exp, factorial, findroot, inf, log, mp, mpf, sqrt

mp.dps = 34
FIELDS = "measure,method,test,a,b,c,d,e,f,level,value,lower,upper,statistic,df,p".split(",")


@lru_cache(None)
def z_of(level):
    return sqrt(2) * erfinv(mpf(level))


def bisect(function, low, high, digits=24):
    """Where function, which is above 0 at low and below at high, crosses: halving, and
    the Illinois rule where both ends are numbers."""
    low, high = mpf(low), mpf(high)
    at_low, at_high, side = inf, -inf, 0
    for step in range(600):
        if step > 7 and abs(at_low) < inf and abs(at_high) < inf and step % 5:
            middle = (low * at_high - high * at_low) / (at_high - at_low)
        else:
            middle = (low + high) / 2
        value = function(middle)
        if value == 0:
            return middle
        if value > 0:
            low, at_low = middle, value
            at_high = at_high / 2 if side > 0 else at_high
            side = 1
        else:
            high, at_high = middle, value
            at_low = at_low / 2 if side < 0 else at_low
            side = -1
        if high - low <= abs(middle) * mpf(10) ** -digits:
            break
    return (low + high) / 2


def normal_p(z):
    return erfc(abs(z) / sqrt(2))


# --- two proportions ---------------------------------------------------------------


def score(x, n, p):
    """Derivative of the log likelihood, without the parts that are nothing."""
    return (x / p if x else 0) - ((n - x) / (1 - p) if n - x else 0)


def fitted_difference(x1, n1, x2, n2, delta):
    low, high = max(mpf(0), -delta), min(mpf(1), 1 - delta)
    p2 = bisect(lambda p: score(x1, n1, p + delta) + score(x2, n2, p), low, high, 30)
    return p2 + delta, p2


def z_difference(x1, n1, x2, n2, delta):
    p1, p2 = fitted_difference(x1, n1, x2, n2, delta)
    v = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    distance = x1 / n1 - x2 / n2 - delta
    return distance / sqrt(v) if v > 0 else distance * inf if distance else mpf(0)


def z_ratio(x1, n1, x2, n2, phi, factor):
    # The constrained p2 is a root of a quadratic (Miettinen and Nurminen, appendix).
    a, b, c = (n1 + n2) * phi, -(n1 * phi + x1 + n2 + x2 * phi), x1 + x2
    p2 = (-b - sqrt(b * b - 4 * a * c)) / (2 * a)
    p1 = phi * p2
    v = (p1 * (1 - p1) / n1 + phi ** 2 * p2 * (1 - p2) / n2) * factor
    distance = x1 / n1 - phi * x2 / n2
    return distance / sqrt(v) if v > 0 else distance * inf if distance else mpf(0)


def z_odds(x1, n1, x2, n2, psi):
    m, n = x1 + x2, n1 + n2
    low, high = max(mpf(0), m - n2), min(n1, m)
    u = bisect(lambda u: psi * (n1 - u) * (m - u) - u * (n2 - m + u), low, high, 30)
    p1, p2 = u / n1, (m - u) / n2
    v = 1 / (1 / (n1 * p1 * (1 - p1)) + 1 / (n2 * p2 * (1 - p2)))
    return (x1 - u) / sqrt(v * n / (n - 1))


def on_log_scale(statistic, at, target):
    """The argument, found by its logarithm, at which a falling statistic is target."""
    low, high = log(at) - 1, log(at) + 1
    while statistic(exp(low)) < target:
        low -= 2
    while statistic(exp(high)) > target:
        high += 2
    return exp(bisect(lambda t: statistic(exp(t)) - target, low, high))


def wilson(x, n, z):
    middle, reach = x + z * z / 2, z * sqrt(x * (n - x) / n + z * z / 4)
    return (middle - reach) / (n + z * z), (middle + reach) / (n + z * z)


def proportions(measure, method, x1, n1, x2, n2, level):
    z, p1, p2 = z_of(level), x1 / n1, x2 / n2
    total = n1 + n2
    if measure == "proportion_difference":
        d = p1 - p2
        if method == "newcombe":
            (l1, u1), (l2, u2) = wilson(x1, n1, z), wilson(x2, n2, z)
            return d, d - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
        if method == "normal":
            reach = z * sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
            return d, max(d - reach, mpf(-1)), min(d + reach, mpf(1))
        lower = bisect(lambda t: z_difference(x1, n1, x2, n2, t) - z, -1, d) if d > -1 else d
        upper = bisect(lambda t: z_difference(x1, n1, x2, n2, t) + z, d, 1) if d < 1 else d
        return d, lower, upper
    if measure == "proportion_ratio":
        if not x1 and not x2:
            return None
        r = p1 / p2 if x2 else inf
        if method == "katz":
            if not x1 or not x2:
                return None
            spread = exp(z * sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2))
            return r, r / spread, r * spread
        factor = total / (total - 1) if method == "miettinen-nurminen" else 1
        start = r if x1 and x2 else mpf(1)
        statistic = lambda t: z_ratio(x1, n1, x2, n2, t, factor)
        return (r, on_log_scale(statistic, start, z) if x1 else mpf(0),
                on_log_scale(statistic, start, -z) if x2 else inf)
    y1, y2 = n1 - x1, n2 - x2
    if not x1 * y2 and not x2 * y1:
        return None
    r = x1 * y2 / (x2 * y1) if x2 * y1 else inf
    if method == "woolf":
        if not x1 * y1 * x2 * y2:
            return None
        spread = exp(z * sqrt(1 / x1 + 1 / y1 + 1 / x2 + 1 / y2))
        return r, r / spread, r * spread
    start = r if 0 < r < inf else mpf(1)
    statistic = lambda t: z_odds(x1, n1, x2, n2, t)
    return (r, on_log_scale(statistic, start, z) if x1 * y2 else mpf(0),
            on_log_scale(statistic, start, -z) if x2 * y1 else inf)


def proportions_test(test, x1, n1, x2, n2):
    m, n = x1 + x2, n1 + n2
    if test.startswith("chi"):
        v = m / n * (1 - m / n) * (1 / n1 + 1 / n2)
        z = (x1 / n1 - x2 / n2) / sqrt(v) if v else mpf(0)
        z *= sqrt((n - 1) / n) if test.endswith("1") else 1
        return z, None, normal_p(z)
    ways = lambda x: binomial(n1, x) * binomial(n2, m - x)
    tables = [ways(x) for x in range(int(max(0, m - n2)), int(min(n1, m)) + 1)]
    seen = ways(x1)
    p = sum(w for w in tables if w <= seen * (1 + mpf(10) ** -7)) / sum(tables)
    return None, None, p - (seen / sum(tables) / 2 if test.endswith("p") else 0)


# --- two rates ---------------------------------------------------------------------


def poisson_limits(x, level):
    """Exact under ten, Byar's from ten."""
    z, tail = z_of(level), (1 - mpf(level)) / 2
    if x >= 10:
        return (x * (1 - 1 / (9 * x) - z / (3 * sqrt(x))) ** 3,
                (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1))) ** 3)
    at_most = lambda k, mu: exp(-mu) * sum(mu ** i / factorial(i) for i in range(int(k) + 1)) if k >= 0 else mpf(0)
    upper = bisect(lambda mu: at_most(x, mu) - tail, 0, x + 200)
    return (bisect(lambda mu: tail - (1 - at_most(x - 1, mu)), 0, x) if x else mpf(0)), upper


def at_least(x, m, p):
    """P(X >= x) of a binomial of m; the sum over the shorter side is never a difference."""
    return sum(binomial(m, k) * p ** k * (1 - p) ** (m - k) for k in range(int(x), int(m) + 1))


def exact_binomial(x, m, level):
    tail = (1 - mpf(level)) / 2
    lower = bisect(lambda p: tail - at_least(x, m, p), 0, 1) if x else mpf(0)
    upper = bisect(lambda p: at_least(m - x, m, 1 - p) - tail, 0, 1) if x < m else mpf(1)
    return lower, upper


def z_rate_difference(x1, n1, x2, n2, delta):
    # Constrained r2, the larger root of a quadratic (Miettinen and Nurminen, appendix).
    n = n1 + n2
    b = n * delta - x1 - x2
    r2 = (-b + sqrt(b * b + 4 * n * x2 * delta)) / (2 * n)
    v = (r2 + delta) / n1 + r2 / n2
    distance = x1 / n1 - x2 / n2 - delta
    return distance / sqrt(v) if v > 0 else distance * inf if distance else mpf(0)


def rates(measure, method, x1, n1, x2, n2, level):
    z = z_of(level)
    if measure == "rate_difference":
        d = x1 / n1 - x2 / n2
        if method == "mover":
            (l1, u1), (l2, u2) = poisson_limits(x1, level), poisson_limits(x2, level)
            return (d, d - sqrt(((x1 - l1) / n1) ** 2 + ((u2 - x2) / n2) ** 2),
                    d + sqrt(((u1 - x1) / n1) ** 2 + ((x2 - l2) / n2) ** 2))
        if method == "normal":
            reach = z * sqrt(x1 / n1 ** 2 + x2 / n2 ** 2)
            return d, d - reach, d + reach
        far = 1 / min(n1, n2)
        while z_rate_difference(x1, n1, x2, n2, d - far) < z or z_rate_difference(x1, n1, x2, n2, d + far) > -z:
            far *= 2
        return (d, bisect(lambda t: z_rate_difference(x1, n1, x2, n2, t) - z, d - far, d),
                bisect(lambda t: z_rate_difference(x1, n1, x2, n2, t) + z, d, d + far))
    if not x1 and not x2:
        return None
    r = x1 / n1 / (x2 / n2) if x2 else inf
    if method == "log-normal":
        if not x1 or not x2:
            return None
        spread = exp(z * sqrt(1 / x1 + 1 / x2))
        return r, r / spread, r * spread
    lower, upper = exact_binomial(x1, x1 + x2, level) if method == "exact-conditional" else wilson(x1, x1 + x2, z)
    if not x1:
        lower = mpf(0)
    if not x2:
        upper = mpf(1)
    return r, lower / (1 - lower) * n2 / n1, upper / (1 - upper) * n2 / n1 if upper < 1 else inf


def binomial_test(x, m, p, mid):
    seen = binomial(m, x) * p ** x * (1 - p) ** (m - x)
    above, below = at_least(x, m, p), at_least(m - x, m, 1 - p)
    if mid:
        above, below = above - seen / 2, below - seen / 2
    return min(2 * min(above, below), mpf(1))


def rates_test(test, x1, n1, x2, n2):
    m, p = x1 + x2, n1 / (n1 + n2)
    if test == "score":
        z = (x1 - m * p) / sqrt(m * p * (1 - p)) if m else mpf(0)
        return z, None, normal_p(z)
    return None, None, binomial_test(x1, m, p, test.startswith("mid"))


# --- means -------------------------------------------------------------------------


def t_tail(t, df):
    """The probability that Student's t is as far from 0 as t, or farther."""
    return betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)


@lru_cache(None)
def t_quantile(df, level):
    tail = 1 - mpf(level)
    high = mpf(2)
    while t_tail(high, df) > tail:
        high *= 2
    low = bisect(lambda t: t_tail(t, df) - tail, 0, high, 8)
    return findroot(lambda t: log(t_tail(t, df) / tail), (low, low * (1 + mpf(10) ** -8)), tol=mpf(10) ** -50)


def satterthwaite(v1, n1, v2, n2):
    return (v1 + v2) ** 2 / (v1 ** 2 / (n1 - 1) + v2 ** 2 / (n2 - 1))


def means(measure, method, n1, m1, s1, n2, m2, s2, level):
    v1, v2 = s1 ** 2 / n1, s2 ** 2 / n2
    if measure == "mean_difference":
        if method == "student":
            df = n1 + n2 - 2
            error = sqrt(((n1 - 1) * s1 ** 2 + (n2 - 1) * s2 ** 2) / df * (1 / n1 + 1 / n2))
        else:
            df, error = satterthwaite(v1, n1, v2, n2), sqrt(v1 + v2)
        t = t_quantile(df, level)
        return m1 - m2, m1 - m2 - t * error, m1 - m2 + t * error
    r = m1 / m2
    if method == "log-t":
        if r <= 0:
            return None
        c1, c2 = v1 / m1 ** 2, v2 / m2 ** 2
        spread = exp(t_quantile(satterthwaite(c1, n1, c2, n2), level) * sqrt(c1 + c2))
        return r, r / spread, r * spread
    # Fieller's limits as the roots of (m1 - r m2)^2 = t^2 (v1 + r^2 v2).
    t = t_quantile(satterthwaite(v1, n1, r ** 2 * v2, n2), level)
    a, b, c = m2 ** 2 - t * t * v2, -2 * m1 * m2, m1 ** 2 - t * t * v1
    if a <= 0:
        return None
    root = sqrt(b * b - 4 * a * c)
    return r, (-b - root) / (2 * a), (-b + root) / (2 * a)


def means_test(test, n1, m1, s1, n2, m2, s2):
    v1, v2 = s1 ** 2 / n1, s2 ** 2 / n2
    if test == "student":
        df = n1 + n2 - 2
        t = (m1 - m2) / sqrt(((n1 - 1) * s1 ** 2 + (n2 - 1) * s2 ** 2) / df * (1 / n1 + 1 / n2))
    elif test == "welch":
        df, t = satterthwaite(v1, n1, v2, n2), (m1 - m2) / sqrt(v1 + v2)
    else:
        c1, c2 = v1 / m1 ** 2, v2 / m2 ** 2
        df, t = satterthwaite(c1, n1, c2, n2), log(m1 / m2) / sqrt(c1 + c2)
    return t, df, t_tail(t, df)


# --- one group and a standard ------------------------------------------------------


def against_test(measure, test, x, n, standard):
    if measure == "proportion_against":
        if test == "score":
            z = (x - n * standard) / sqrt(n * standard * (1 - standard))
            return z, None, normal_p(z)
        return None, None, binomial_test(x, n, standard, False)
    expected = n * standard
    if test == "byar":
        o = x if x > expected else x + 1
        z = 3 * sqrt(o) * (1 - 1 / (9 * o) - cbrt(expected / o))
        z = z if (x > expected) == (z > 0) else mpf(0)
        return z, None, normal_p(z)
    below = exp(-expected) * sum(expected ** i / factorial(i) for i in range(int(x) + 1))
    above = 1 - below + exp(-expected) * expected ** x / factorial(int(x))
    return None, None, min(2 * min(below, above), mpf(1))


# --- the file ----------------------------------------------------------------------

PLAN = {
    "proportion_difference": (("newcombe", "chi-squared"), ("miettinen-nurminen", "chi-squared-n-1"),
                              ("normal", "fisher")),
    "proportion_ratio": (("miettinen-nurminen", "fisher-mid-p"), ("koopman", "chi-squared"), ("katz", "chi-squared")),
    "odds_ratio": (("miettinen-nurminen", "fisher"), ("woolf", "chi-squared")),
    "rate_difference": (("mover", "exact-conditional"), ("miettinen-nurminen", "score"),
                        ("normal", "mid-p-conditional")),
    "rate_ratio": (("exact-conditional", "exact-conditional"), ("score", "score"),
                   ("log-normal", "mid-p-conditional")),
    "mean_difference": (("welch", "welch"), ("student", "student")),
    "mean_ratio": (("log-t", "log-t"), ("fieller", "welch")),
    "proportion_against": (("wilson", "exact-binomial"), ("wilson", "score")),
    "rate_against": (("poisson", "exact-poisson"), ("poisson", "byar")),
}


def cases(measure):
    if measure.startswith("mean"):
        yield from ((12, 5, 2, 15, 3, 1), (2, 1, 0.5, 2, 3, 0.25), (40, -2, 1, 30, -4, 3), (10, 3, 1, 10, 0.2, 2),
                    (100, 1000, 15, 7, 990, 0.125), (5, 1, 2, 400, 1, 2))
        for _ in range(14):
            yield (random.randint(2, 300), round(random.uniform(1, 90), 2), round(random.uniform(0.25, 9), 2),
                   random.randint(2, 300), round(random.uniform(1, 90), 2), round(random.uniform(0.25, 9), 2))
    elif measure == "proportion_against":
        yield from ((0, 10, 0.25), (10, 10, 0.25), (3, 10, 0.3), (56, 70, 0.5), (1, 900, 0.002))
        for _ in range(10):
            n = random.randint(1, 600)
            yield random.randint(0, n), n, round(random.uniform(0.05, 0.95), 3)
    elif measure == "rate_against":
        yield from ((0, 3.5, 1), (4, 3.5, 1), (10, 3.5, 1), (15, 31.25, 1), (60, 50, 1))
        for _ in range(10):
            x = random.randint(0, 90)
            yield x, max(1, x) * round(random.uniform(0.6, 1.6), 2), 1
    else:
        # Newcombe 1998, table II; Fisher's tea; empty and full groups.
        yield from ((56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
                    (10, 10, 0, 20), (10, 10, 0, 10), (3, 4, 1, 4), (10, 10, 20, 20), (0, 29, 5, 56), (20, 20, 7, 9),
                    (1, 1, 0, 1), (1, 1000, 4, 900))
        for _ in range(16):
            n1, n2 = (int(10 ** random.uniform(0.5, 2.6)) + 1 for _ in range(2))
            p1, p2 = random.random() ** 2, random.random() ** 2
            yield int(n1 * p1), n1, int(n2 * p2), n2


def compute(measure, method, test, case, level):
    if measure.startswith("mean"):
        result = means(measure, method, *case, level)
        return result and (*result, *means_test(test, *case))
    if measure == "proportion_against":
        x, n, standard = case
        limits = wilson(x, n, z_of(level))
        return (x / n, limits[0] if x else mpf(0), limits[1] if x < n else mpf(1), *against_test(measure, test, *case))
    if measure == "rate_against":
        x, n, standard = case
        return (x / n, *(limit / n for limit in poisson_limits(x, level)), *against_test(measure, test, *case))
    limits, of_test = (rates, rates_test) if measure.startswith("rate") else (proportions, proportions_test)
    result = limits(measure, method, *case, level)
    return result and (*result, *of_test(test, *case))


def text(number):
    if number is None:
        return "NA"
    return "inf" if number == inf else mp.nstr(number, 17)


def make():
    print(",".join(FIELDS))
    for measure, pairs in PLAN.items():
        random.seed(1998)
        for case in list(cases(measure)):
            for method, test in pairs:
                for level in (0.95, 0.998):
                    result = compute(measure, method, test, [mpf(number) for number in case], level) or [None] * 6
                    row = [f"{number:.17g}" for number in case] + ["NA"] * (6 - len(case))
                    print(",".join([measure, method, test, *row, f"{level:.17g}", *map(text, result)]), flush=True)


def check():
    import csv
    import math

    from scipy import stats
    from statsmodels.stats import proportion as sm
    from statsmodels.stats import rates as sr

    worst = {}

    def hold(what, ours, theirs, row):
        if not math.isfinite(ours) or not math.isfinite(theirs):
            return
        error = abs(ours - theirs) / max(abs(ours), 1e-3)
        if error >= worst.get(what, (-1,))[0]:
            worst[what] = error, ours, theirs, row

    confint = {"newcombe": "newcomb", "miettinen-nurminen": "score", "normal": "wald", "koopman": "score",
               "katz": "log", "woolf": "logit"}
    for row in csv.DictReader(sys.stdin):
        if row["value"] == "NA":
            continue
        inputs = [float(row[c]) for c in "abcdef" if row[c] != "NA"]
        lower, upper, p, alpha = (float(row[c]) for c in ("lower", "upper", "p", "level"))
        alpha = 1 - alpha
        measure, method, test = row["measure"], row["method"], row["test"]
        theirs = None
        if measure in ("proportion_difference", "proportion_ratio", "odds_ratio"):
            x1, n1, x2, n2 = inputs
            compare = {"proportion_d": "diff", "proportion_r": "ratio", "odds_ratio": "odds-ratio"}[measure[:12]]
            try:
                theirs = sm.confint_proportions_2indep(x1, n1, x2, n2, compare=compare, method=confint[method],
                                                       alpha=alpha, correction=method != "koopman")
            except Exception:
                theirs = None
            if test.startswith("fisher") and not test.endswith("p"):
                hold("fisher", p, stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]])[1], row)
        elif measure in ("rate_difference", "rate_ratio"):
            x1, n1, x2, n2 = inputs
            if test == "exact-conditional":
                tails = [stats.binomtest(int(x1), int(x1 + x2), n1 / (n1 + n2), side).pvalue
                         for side in ("less", "greater")] if x1 + x2 else [1]
                hold(test, p, min(1, 2 * min(tails)), row)
            names = {"miettinen-nurminen": "score", "normal": "wald", "log-normal": "wald-log" and "waldcc"}
            if measure == "rate_difference" and method in ("miettinen-nurminen", "normal"):
                theirs = sr.confint_poisson_2indep(x1, n1, x2, n2, method=names[method], compare="diff", alpha=alpha)
            if measure == "rate_ratio" and method == "score":
                theirs = sr.confint_poisson_2indep(x1, n1, x2, n2, method="score", compare="ratio", alpha=alpha)
        elif measure == "mean_difference":
            n1, m1, s1, n2, m2, s2 = inputs
            hold("t test " + test, p, stats.ttest_ind_from_stats(m1, s1, n1, m2, s2, n2, test == "student").pvalue, row)
        elif measure == "proportion_against" and test == "exact-binomial":
            x, n, standard = inputs
            tails = [stats.binomtest(int(x), int(n), standard, side).pvalue for side in ("less", "greater")]
            hold(test, p, min(1, 2 * min(tails)), row)
        if theirs is not None:
            hold(f"{measure} {method} lower", lower, float(theirs[0]), row)
            hold(f"{measure} {method} upper", upper, float(theirs[1]), row)
    for what, (error, ours, others, row) in worst.items():
        print(f"{what}: {error:.2g}  {ours} {others} {','.join(row[c] for c in 'abcdef')} {row['level']}")


check() if "--check" in sys.argv else make()
