#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the known answers beside it, except periods.csv and expected.csv: excess events,
events to prevent, changes of mix, attainment gaps and power, by other means than the
library's. What is to be prevented is the optimum of a linear programme; derivatives are
taken by complex steps or by differences; power and the intervals of two proportions are
those of statsmodels.

Usage: make-gaps.py DIRECTORY (with numpy, scipy and statsmodels)
"""
import csv
import math
import pathlib
import sys

import numpy as np
from scipy import optimize, stats
from statsmodels.stats import proportion, rates
from statsmodels.stats.power import NormalIndPower

out = pathlib.Path(sys.argv[1])
random = np.random.default_rng(20260117)


def write(name, header, rows):
    with open(out / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow(["NA" if isinstance(x, float) and math.isnan(x) else
                             f"{x:.17g}" if isinstance(x, float) else x for x in row])


# --- groups ------------------------------------------------------------------------

areas = []
for a in range(16):
    k = [10, 5, 10, 3, 5, 7, 10, 4, 10, 5, 2, 10, 6, 10, 5, 9][a]
    better = int(a % 3 == 2)
    rank = np.arange(1, k + 1)
    if a in (4, 11):
        rank[1] = rank[0]
    if a in (5, 13):
        rank[-1] = rank[-2]
    slope = -30 if not better else 20
    x = (np.arange(k) + 0.5) / k
    y1 = 100 + slope * (x - 0.5) + random.normal(0, 4, k)
    y2 = y1 * 0.9 + 0.2 * slope * (x - 0.5) + random.normal(0, 2, k)
    if a == 8:
        y1 = y1[::-1].copy()
    n1 = np.round(random.uniform(500, 5000, k))
    n2 = np.round(n1 * random.uniform(0.6, 1.6, k))
    if a == 9:
        n1[2] = 0
    s1, s2 = random.uniform(1, 6, k), random.uniform(1, 6, k)
    years = np.round(y1 * n1 / 1000 * random.uniform(5, 25, k))
    areas.append(dict(better=better, rank=rank, y1=y1, s1=s1, n1=n1, y2=y2, s2=s2, n2=n2, years=years))

write("groups.csv",
      ["area", "more_is_better", "rank", "estimate_1", "se_1", "population_1", "estimate_2", "se_2", "population_2",
       "years"],
      [[a + 1, d["better"], int(d["rank"][i]), d["y1"][i], d["s1"][i], d["n1"][i], d["y2"][i], d["s2"][i],
        d["n2"][i], d["years"][i]] for a, d in enumerate(areas) for i in range(len(d["rank"]))])

PER = 1000.0


def ridits(n, rank):
    """By counting people one rank at a time."""
    total = n.sum()
    return np.array([(n[rank < r].sum() + n[rank == r].sum() / 2) / total for r in rank])


def derivative(f, y):
    """Of an analytic function, by complex steps."""
    g = np.empty(len(y))
    for j in range(len(y)):
        z = y.astype(complex)
        z[j] += 1e-30j
        g[j] = f(z).imag / 1e-30
    return g


def propagated(f, y, s):
    return math.sqrt(np.sum((derivative(f, y) * s) ** 2))


# --- excess --------------------------------------------------------------------------

TARGET, TARGET_SE = 95.0, 1.5


def reference_of(d, reference):
    y, n, rank, sign = d["y1"], d["n1"], d["rank"], -1 if d["better"] else 1
    if reference == 0:
        last = rank == rank.max()
        return lambda z: (z[last] * n[last]).sum() / n[last].sum()
    if reference == 1:
        return lambda z: (z * n).sum() / n.sum()
    if reference == 2:
        best = np.argmin(sign * y)
        return lambda z: z[best]
    return lambda z: TARGET + 0 * z[0]


excess = []
for a, d in enumerate(areas):
    sign = -1 if d["better"] else 1
    y, s, n, rank = d["y1"], d["s1"], d["n1"], d["rank"]
    for reference in range(4):
        ref = reference_of(d, reference)
        value = float(np.real(ref(y)))
        worse = sign * (y - value) > 0
        for unit, amount in (("events", n / PER), ("years", d["years"] / np.where(n > 0, y, 1))):
            extra = TARGET_SE if reference == 3 else 0
            for part, members in (("all", np.ones(len(y), bool)), ("worse", worse), ("most", rank == rank.min())):
                f = lambda z: sign * (amount[members] * (z[members] - ref(z))).sum()
                se = math.hypot(propagated(f, y, s), amount[members].sum() * extra)
                excess.append([a + 1, reference, unit, part, -1, float(f(y)), se])
            for i in range(len(y)):
                f = lambda z: sign * amount[i] * (z[i] - ref(z))
                se = math.hypot(propagated(f, y, s), amount[i] * extra)
                excess.append([a + 1, reference, unit, "group", i, float(f(y)), se])
write("excess.csv", ["area", "reference", "unit", "part", "group", "value", "se"], excess)

# --- events to prevent ---------------------------------------------------------------


def prevent(d, goal, target, y):
    """The optimum of a linear programme over what comes off the bad side of each figure:
    at most all of it where fewer are better, at most up to 130 where more are."""
    sign = -1 if d["better"] else 1
    n, rank = d["n1"], d["rank"]
    bad = sign * y
    limit = 0.0 if sign > 0 else -130.0
    most, least = rank == rank.min(), rank == rank.max()
    bounds = [(0, max(0, b - limit)) for b in bad]
    if goal == 0:
        up, rhs = -np.eye(len(y)), sign * target - bad
    elif goal == 1:
        # Those tied as the most deprived go down by the same.
        w = np.where(most, n, 0) / n[most].sum()
        v = np.where(least, n, 0) / n[least].sum()
        up, rhs = [-w], [target - (w @ bad - v @ bad)]
        bounds = [b if m else (0, 0) for b, m in zip(bounds, most)]
    else:
        p, x = n / n.sum(), ridits(n, rank)
        c = p * (x - 0.5) / (p * (x - 0.5) ** 2).sum()
        if goal == 3:
            slope = min(0, c @ bad)
            return float((-0.5 * slope * (1 - x) * n).sum() / PER)
        up, rhs = [c], [target + c @ bad]
    # scipy wants columns of a common size.
    result = optimize.linprog(n / PER, A_ub=np.asarray(up), b_ub=np.asarray(rhs), bounds=bounds, method="highs",
                              options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
    return result.fun if result.status == 0 else math.nan


levelling = []
for a, d in enumerate(areas):
    if d["n1"].min() == 0:
        continue
    sign = -1 if d["better"] else 1
    for goal, targets in ((0, (90.0, 100.0, 110.0)), (1, (0.0, 5.0, 200.0, -200.0)), (2, (0.0, 10.0, 500.0, -500.0)), (3, (0.0,))):
        for target in targets:
            y, s = d["y1"], d["s1"]
            total = prevent(d, goal, target, y)
            if math.isnan(total):
                levelling.append([a + 1, goal, target, math.nan, math.nan])
                continue
            # It is piecewise linear: a small step stays on the piece.
            h = 1e-3
            g = np.array([(prevent(d, goal, target, y + h * e) - prevent(d, goal, target, y - h * e)) / (2 * h)
                          for e in np.eye(len(y))])
            levelling.append([a + 1, goal, target, float(total), math.sqrt(((g * s) ** 2).sum())])
write("levelling.csv", ["area", "goal", "target", "total", "se"], levelling)

# --- mix -----------------------------------------------------------------------------


def measure(kind, sign, n, rank, y):
    p, x = n / n.sum(), ridits(n, rank)
    if kind == "mean":
        return (p * y).sum()
    design = np.column_stack([np.ones(len(x)), x])
    w = np.diag(p)
    a, b = np.linalg.solve(design.T @ w @ design, design.T @ w @ y)
    return -sign * b if kind == "slope" else sign * np.log(a / (a + b))


mix = []
for a, d in enumerate(areas):
    sign = -1 if d["better"] else 1
    k = len(d["rank"])
    both = np.concatenate([d["y1"], d["y2"]])
    errors = np.concatenate([d["s1"], d["s2"]])
    for kind in ("mean", "slope", "ratio"):
        f = lambda n, y: measure(kind, sign, d[n], d["rank"], y)
        parts = {
            "earlier": lambda z: f("n1", z[:k]),
            "later": lambda z: f("n2", z[k:]),
            "change": lambda z: f("n2", z[k:]) - f("n1", z[:k]),
            "figures": lambda z: ((f("n1", z[k:]) - f("n1", z[:k])) + (f("n2", z[k:]) - f("n2", z[:k]))) / 2,
            "mix": lambda z: ((f("n2", z[:k]) - f("n1", z[:k])) + (f("n2", z[k:]) - f("n1", z[k:]))) / 2,
            "held": lambda z: f("n1", z[k:]),
        }
        for part, g in parts.items():
            mix.append([a + 1, kind, part, float(g(both)), propagated(g, both, errors)])
write("mix.csv", ["area", "measure", "part", "value", "se"], mix)

# --- attainment ----------------------------------------------------------------------

attainment = []
for x1, n1, x2, n2 in [(30, 80, 150, 250), (41, 97, 260, 420), (1, 12, 60, 90), (500, 1000, 5200, 8000), (9, 10, 98, 100),
                       (60, 80, 110, 200), (40, 80, 100, 200), (0, 15, 40, 60), (15, 15, 50, 60), (0, 10, 30, 30)]:
    row = [x1, n1, x2, n2]
    low, high = proportion.confint_proportions_2indep(x2, n2, x1, n1, method="newcomb", compare="diff")
    p1, p2 = x1 / n1, x2 / n2
    row += [100 * (p2 - p1), 100 * low, 100 * high, 100 * math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)]
    if x1 > 0 and x2 > 0:
        row += [p2 / p1, math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)]
    else:
        row += [math.nan] * 2
    if 0 < x1 < n1 and 0 < x2 < n2:
        row += [p2 / (1 - p2) / (p1 / (1 - p1)), math.sqrt(1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2))]
        z1, z2 = stats.norm.ppf(p1), stats.norm.ppf(p2)
        row += [float(z2 - z1), math.sqrt(p1 * (1 - p1) / n1 / stats.norm.pdf(z1) ** 2
                                          + p2 * (1 - p2) / n2 / stats.norm.pdf(z2) ** 2)]
    else:
        row += [math.nan] * 4
    attainment.append(row)
write("attainment.csv",
      ["disadvantaged_count", "disadvantaged_n", "others_count", "others_n", "gap", "gap_lower", "gap_upper", "gap_se",
       "ratio", "ratio_log_se", "odds_ratio", "odds_ratio_log_se", "standardised", "standardised_se"], attainment)

# --- power ---------------------------------------------------------------------------


def power_of(kind, f1, n1, f2, n2, alpha):
    if kind == 0:
        return float(proportion.power_proportions_2indep(f1 - f2, f2, n1, ratio=n2 / n1, alpha=alpha,
                                                         return_results=False))
    return float(rates.power_poisson_diff_2indep(f1, f2, n1, nobs_ratio=n2 / n1, alpha=alpha, return_results=False))


rows = []
for kind, figures in ((0, (0.05, 0.2, 0.5, 0.9)), (1, (0.002, 0.05, 1.5))):
    for f1 in figures:
        for n1, n2 in ((120.0, 150.0), (2000.0, 1800.0), (50000.0, 90000.0)):
            for alpha, power in ((0.05, 0.8), (0.05, 0.9), (0.01, 0.8), (0.05, 0.3)):
                def root(far):
                    f = lambda f2: power_of(kind, f1, n1, f2, n2, alpha) - power
                    near = f1 + (far - f1) * 1e-9
                    if not f(far) >= 0:
                        return math.nan
                    return optimize.brentq(f, near, far, xtol=1e-15, rtol=1e-14, maxiter=500)
                rows.append([kind, f1, n1, n2, alpha, power, root(1e-14 * f1), root(1 - 1e-14 if kind == 0 else f1 + 50)])
write("detectable.csv", ["kind", "figure", "size_1", "size_2", "alpha", "power", "fall_to", "rise_to"], rows)

rows = []
for kind, pairs in ((0, ((0.2, 0.25), (0.5, 0.45), (0.05, 0.04), (0.9, 0.99))), (1, ((0.002, 0.001), (1.5, 1.6), (0.05, 0.2)))):
    for f1, f2 in pairs:
        for ratio in (0.5, 1.0, 2.0):
            for alpha, power in ((0.05, 0.8), (0.05, 0.9), (0.01, 0.3)):
                f = lambda size: power_of(kind, f1, math.exp(size), f2, math.exp(size) * ratio, alpha) - power
                rows.append([kind, f1, f2, ratio, alpha, power,
                             math.exp(optimize.brentq(f, -5, 25, xtol=1e-15, rtol=1e-14, maxiter=500))])
write("needed.csv", ["kind", "figure_1", "figure_2", "ratio", "alpha", "power", "size"], rows)

rows = []
for alpha in (0.01, 0.05, 0.1):
    for power in (0.3, 0.5, 0.8, 0.9, 0.99):
        f = lambda d: NormalIndPower().power(d, 2, alpha, ratio=1) - power
        rows.append([alpha, power, optimize.brentq(f, 1e-6, 20, xtol=1e-15, rtol=1e-14)])
write("factor.csv", ["alpha", "power", "factor"], rows)
