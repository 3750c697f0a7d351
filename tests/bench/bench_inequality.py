# SPDX-License-Identifier: LGPL-2.1-or-later
"""What measures of inequality cost from Python, beside the same formulas in numpy:
1,000 areas of ten groups, and a million people."""
import time

import marmot
import numpy as np

AREAS, GROUPS, PEOPLE = 1000, 10, 1_000_000


def best(function, *arguments, repeats=7):
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        function(*arguments)
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest


def numpy_slopes(y, w, s):
    """Rows are areas, columns groups in order: the best that numpy can be given."""
    p = w / w.sum(axis=1, keepdims=True)
    x = np.cumsum(p, axis=1) - p / 2 - 0.5
    c = p * x / (p * x * x).sum(axis=1, keepdims=True)
    slope = (c * y).sum(axis=1)
    se = np.sqrt((c * c * s * s).sum(axis=1))
    return slope, slope - 1.959963984540054 * se, slope + 1.959963984540054 * se


def report(name, ours, theirs):
    print(f"{name:44} {ours:9.3f} ms, numpy {theirs:9.3f} ms, ratio {ours / theirs:.2f}")


def main():
    random = np.random.default_rng(1)
    rank = np.tile(np.arange(1.0, GROUPS + 1), AREAS)
    area = marmot.Groups.new_from_codes(np.repeat(np.arange(AREAS), GROUPS).tolist(), AREAS)
    people = random.uniform(1000, 50000, AREAS * GROUPS)
    rate = 500 - 20 * rank + random.uniform(-10, 10, AREAS * GROUPS)
    error = random.uniform(2, 20, AREAS * GROUPS)
    columns = [marmot.Column(values) for values in (rate, people, rank)]
    errors = marmot.Column(error)

    shape = (AREAS, GROUPS)
    theirs = best(numpy_slopes, rate.reshape(shape), people.reshape(shape), error.reshape(shape))

    def made_and_measured():
        return marmot.Subgroups.new(*columns, area).with_standard_error(errors).measure("slope-index")

    groups = marmot.Subgroups.new(*columns, area).with_standard_error(errors)
    value = groups.measure("slope-index").get_estimates().value.to_numpy()
    assert np.allclose(value, numpy_slopes(rate.reshape(shape), people.reshape(shape), error.reshape(shape))[0])
    report("slope index, 1,000 areas, checked and sorted", best(made_and_measured), theirs)
    report("slope index, 1,000 areas, measured", best(groups.measure, "slope-index"), theirs)


main()
