# SPDX-License-Identifier: LGPL-2.1-or-later
"""One row alone, in a column, and as a group of its own gives the same numbers and the same
status, whatever is wrong with it."""

import itertools
import math
import random

import marmot
import pytest

SPECIAL = [0.0, -0.0, 1.0, 2.5, 3.0, 9.999, 10.0, 0.01, 1e6, -1.0, math.nan, math.inf, -math.inf]
STATISTICS = {
    "proportion": (2, ["wilson", "clopper-pearson", "agresti-coull", "jeffreys", "normal"], [None]),
    "rate": (2, ["poisson", "exact-poisson", "byar"], [None]),
    "mean": (3, ["student"], [None]),
    "proportion_difference": (4, ["newcombe", "miettinen-nurminen", "normal"], ["chi-squared", "fisher"]),
    "proportion_ratio": (4, ["miettinen-nurminen", "koopman", "katz"], ["chi-squared-n-1", "fisher-mid-p"]),
    "odds_ratio": (4, ["miettinen-nurminen", "woolf"], [None]),
    "rate_difference": (4, ["mover", "miettinen-nurminen", "normal"], ["exact-conditional"]),
    "rate_ratio": (4, ["exact-conditional", "score", "log-normal"], ["mid-p-conditional", "score"]),
    "mean_difference": (6, ["welch", "student"], [None]),
    "mean_ratio": (6, ["log-t", "fieller"], [None]),
    "proportion_against": (3, ["wilson", "clopper-pearson", "jeffreys"], [None]),
    "rate_against": (3, ["poisson", "exact-poisson", "byar"], [None]),
    "paired_proportions": (4, ["newcombe-paired", "tango", "normal"], ["mcnemar-mid-p", "mcnemar"]),
}
N_ROWS = 300


def make_rows(n_inputs):
    numbers = random.Random(n_inputs)
    return [
        [numbers.choice(SPECIAL) if row % 2 else float(numbers.randrange(9)) for _ in range(n_inputs)]
        for row in range(N_ROWS)
    ]


def same(a, b, tolerance=0):
    a, b = (math.nan if x is None else x for x in (a, b))
    return a == b or (a != a and b != b) or (not isinstance(a, str) and abs(a - b) <= tolerance * abs(b))


CASES = [
    (name, n_inputs, method, test)
    for name, (n_inputs, methods, tests) in STATISTICS.items()
    for method, test in itertools.product(methods, tests)
]


@pytest.mark.parametrize("name, n_inputs, method, test", CASES)
def test_alone_in_a_column_and_as_a_group(name, n_inputs, method, test):
    statistic = getattr(marmot, name)
    options = {"method": method, "confidence": [0.95, 0.5]}
    if test:
        options["test"] = test
    rows = make_rows(n_inputs)
    columns = [list(column) for column in zip(*rows)]
    out = statistic(*columns, **options)
    table = (out if isinstance(out, marmot.Table) else out.to_table()).to_dict()
    grouped = None
    if not name.endswith("_against"):
        grouped = statistic(*columns, groups=list(range(N_ROWS)), **options).to_dict()

    # A deviation that is pooled goes through its square.
    tolerance = 1e-12 if name.startswith("mean") else 0

    assert "ok" in table["status"]
    for i, row in enumerate(rows):
        one = statistic(*row, **options)
        estimate = one.get_estimate() if isinstance(one, marmot.Contrast) else one
        assert str(estimate.status) == table["status"][i], row
        assert same(estimate.value, table["value"][i]), row
        if isinstance(one, marmot.Contrast):
            assert same(one.p_value, table["p_value"][i]), row
        if grouped:
            for column in table:
                assert same(table[column][i], grouped[column][i], tolerance), (column, row)
        if table["status"][i] != "ok":
            continue
        for level in ("95", "50"):
            lower, value, upper = table[f"lower_{level}"][i], table["value"][i], table[f"upper_{level}"][i]
            assert lower <= upper, row
            # Jeffreys' limits of a fraction of an event may leave it out.
            if method != "jeffreys" and math.isfinite(value):
                assert lower - 1e-9 * abs(value) <= value <= upper + 1e-9 * abs(value), row
