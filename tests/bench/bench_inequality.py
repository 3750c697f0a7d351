# SPDX-License-Identifier: LGPL-2.1-or-later
"""What measures of inequality cost from Python, beside the same formulas in numpy:
1,000 areas of ten groups, and people, from ten thousand to ten million."""
import time

import marmot
import numpy as np

AREAS, GROUPS = 1000, 10


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


def numpy_dispersion(y, w, s):
    p = w / w.sum(axis=1, keepdims=True)
    mean = (p * y).sum(axis=1, keepdims=True)
    d = y - mean
    variance = (p * d * d).sum(axis=1)
    v = (p * s) ** 2
    se = np.sqrt(4 * (v * d * d).sum(axis=1) + 2 * (v.sum(axis=1) ** 2 - (v * v).sum(axis=1)
                 + ((p * (1 - p) * s * s) ** 2).sum(axis=1)))
    return variance, variance - 1.959963984540054 * se, variance + 1.959963984540054 * se


def numpy_concentration(y, w, rank):
    """The index alone, without a standard error or ties."""
    order = np.argsort(rank)
    y, w = y[order], w[order]
    p = w / w.sum()
    x = np.cumsum(p) - p / 2
    return 2 * np.sum(p * y * x) / np.sum(p * y) - 1


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

    theirs = best(numpy_dispersion, rate.reshape(shape), people.reshape(shape), error.reshape(shape))
    report("between-group variance, 1,000 areas", best(groups.measure, "between-group-variance"), theirs)

    for n_people in (10_000, 1_000_000, 10_000_000):
        measure_people(random, n_people)


def measure_people(random, n_people):
    income = random.uniform(5000, 90000, n_people)
    weight = random.uniform(0.5, 2, n_people)
    outcome = random.uniform(0, 10, n_people) + income / 10000
    columns = [marmot.Column(values) for values in (outcome, weight, income)]
    sort = best(np.argsort, income)
    theirs = best(numpy_concentration, outcome, weight, income)
    ours = best(lambda: marmot.Subgroups.new(*columns, None).measure("concentration-index"))
    survey = marmot.Subgroups.new(*columns, None)
    assert np.isclose(survey.measure("concentration-index").value, numpy_concentration(outcome, weight, income))
    print(f"numpy.argsort of {n_people:,} people alone: {sort:.1f} ms")
    report(f"concentration index with error, {n_people:,}", ours, theirs)
    report("the same, already sorted", best(survey.measure, "concentration-index"), theirs)
    report("Gini coefficient with error", best(survey.measure, "gini"), best(numpy_concentration, outcome, weight, outcome))


main()
