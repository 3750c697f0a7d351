# SPDX-License-Identifier: LGPL-2.1-or-later
"""What times to an event cost from Python, beside lifelines and R's survival where they
are installed, and beside the risk sets alone in pandas.

The same rows go to everybody. R reads them from a file before its clock starts.
"""
import os
import shutil
import subprocess
import tempfile
import time

import marmot
import numpy as np

try:
    import pandas as pd
except ImportError:
    pd = None
try:
    import lifelines
    from lifelines.statistics import multivariate_logrank_test
except ImportError:
    lifelines = None

R_SCRIPT = """
suppressMessages(library(survival))
args <- commandArgs(TRUE)
n <- as.integer(args[2])
column <- function(name, what) { f <- file(file.path(args[1], name), "rb"); x <- readBin(f, what, n); close(f); x }
d <- data.frame(day = column("day", "integer"), time = column("time", "double"), status = column("status", "integer"),
                cause = column("cause", "integer"), group = column("group", "integer"))
clock <- function(f) cat(1000 * min(sapply(seq_len(if (n > 100000) 1 else 3), function(i) system.time(f())[["elapsed"]])), "\\n")
clock(function() survfit(Surv(day, status) ~ 1, d))
clock(function() survfit(Surv(time, status) ~ 1, d))
clock(function() survfit(Surv(day, status) ~ group, d))
clock(function() survdiff(Surv(day, status) ~ I(group %% 4), d))
if (n <= 100000) clock(function() survfit(Surv(day, factor(cause, 0:3)) ~ 1, d)) else cat("NaN\\n")
"""


def make(rows):
    rng = np.random.default_rng(1)
    return {
        "day": rng.integers(1, 1800, rows),
        "time": rng.random(rows) * 1800,
        "status": rng.integers(0, 2, rows),
        "cause": rng.integers(0, 4, rows),
        "group": rng.integers(0, 100, rows),
    }


def best(rows, function):
    shortest = float("inf")
    for _ in range(1 if rows > 1_000_000 else 3):
        began = time.perf_counter()
        function()
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest


def in_r(data, rows):
    """Milliseconds of each case in R, or nothing where R is not there."""
    script = shutil.which("Rscript")
    if not script:
        return []
    with tempfile.TemporaryDirectory() as folder:
        for name, values in data.items():
            kind = np.float64 if name == "time" else np.int32
            values.astype(kind).tofile(os.path.join(folder, name))
        program = os.path.join(folder, "bench.R")
        with open(program, "w", encoding="utf-8") as out:
            out.write(R_SCRIPT)
        done = subprocess.run(
            [script, "--vanilla", program, folder, str(rows)], capture_output=True, text=True, check=False
        )
    return [float(number) for number in done.stdout.split()] if done.returncode == 0 else []


def pandas_risk_sets(data):
    def run():
        counts = pd.crosstab(data["day"], data["status"])
        at_risk = counts.sum(axis=1)[::-1].cumsum()[::-1]
        return (1 - counts[1] / at_risk).cumprod()

    return run


def lifelines_cases(data):
    def per_group():
        for group in range(100):
            rows = data["group"] == group
            lifelines.KaplanMeierFitter().fit(data["day"][rows], data["status"][rows])

    fitter = lifelines.KaplanMeierFitter
    johansen = lifelines.AalenJohansenFitter
    return [
        lambda: fitter().fit(data["day"], data["status"]),
        lambda: fitter().fit(data["time"], data["status"]),
        per_group,
        lambda: multivariate_logrank_test(data["day"], data["group"] % 4, data["status"]),
        lambda: [johansen(calculate_variance=True).fit(data["day"], data["cause"], k) for k in (1, 2, 3)],
    ]


def main():
    if not lifelines:
        print("lifelines is not installed: nothing beside us but R and pandas")
    for rows in (10_000, 100_000, 1_000_000, 10_000_000):
        data = make(rows)
        columns = {name: marmot.Column(values) for name, values in data.items()}
        groups = marmot.groups(columns["group"])
        four = marmot.groups(marmot.Column(data["group"] % 4))

        def table(stop, status):
            return marmot.table({"stop": columns[stop], "status": columns[status]})

        cases = [
            ("days", lambda: marmot.survival(table("day", "status"))),
            ("distinct times", lambda: marmot.survival(table("time", "status"))),
            ("days, 100 groups", lambda: marmot.survival(table("day", "status"), groups=groups)),
            ("log-rank, 4 groups", lambda: marmot.log_rank(table("day", "status"), four)),
            ("three causes", lambda: marmot.survival(table("day", "cause"), causes=3)),
        ]
        # Minutes of R and lifelines teach nothing more.
        r = in_r(data, rows) if rows <= 1_000_000 else []
        theirs = lifelines_cases(data) if lifelines and rows <= 1_000_000 else []
        for i, (name, run) in enumerate(cases):
            ours = best(rows, run)
            line = f"{name:20} {rows:9} rows {ours:10.3f} ms"
            # Its variances of causes take a quarter of a minute for a hundred thousand.
            if theirs and not (name == "three causes" and rows > 10_000):
                line += f", lifelines {best(rows, theirs[i]) / ours:8.1f} times as long"
            if r and r[i] == r[i]:
                line += f", R {r[i] / ours:8.1f} times"
            if pd is not None and i == 0:
                line += f", pandas {best(rows, pandas_risk_sets(data)) / ours:8.1f} times"
            print(line, flush=True)


main()
