# SPDX-License-Identifier: LGPL-2.1-or-later
"""A measure that somebody defines: what each row counts as."""

import functools
import operator
import pickle

import marmot
import numpy as np
import pandas as pd
import pytest


@pytest.fixture(scope="module")
def rows():
    random = np.random.default_rng(11)
    n = 20_000
    words = np.array(["in", "out", "unknown", "died", "moved", None], dtype=object)
    return pd.DataFrame({
        "counts": random.choice(words, n, p=[0.5, 0.2, 0.1, 0.05, 0.05, 0.1]),
        "sex": random.choice(["F", "M"], n),
        "area": random.choice(["east", "north", "west"], n),
        "score": random.uniform(0, 40, n),
    })


def make(frame, **options):
    return marmot.tally("in touch", frame["counts"], keys=frame[["sex", "area"]], **options)


def test_it_counts_what_pandas_counts(rows):
    found = make(rows).to_table().to_pandas().set_index(["sex", "area"])
    expected = pd.crosstab([rows["sex"], rows["area"]], rows["counts"])
    assert list(found["numerator"]) == list(expected["in"])
    assert list(found["denominator"]) == list(expected["in"] + expected["out"])
    assert list(found["unknown"]) == list(expected["unknown"])
    assert list(found["excluded_died"]) == list(expected["died"])
    assert list(found["excluded_moved"]) == list(expected["moved"])
    own = marmot.proportion(expected["in"], expected["in"] + expected["out"])
    np.testing.assert_array_equal(found["lower"], own["lower"])
    np.testing.assert_array_equal(found["upper"], own["upper"])


def test_the_rows_behind_it(rows):
    found = make(rows, rows=True)
    keys = found.keys
    for group in range(found.n_groups):
        key = keys[group]
        mine = rows[(rows["counts"] == "in") & (rows["sex"] == key["sex"]) & (rows["area"] == key["area"])]
        assert found.get_measure(group).rows.to_list() == list(mine.index)


@pytest.mark.parametrize("seed", range(3))
def test_parts_add_up(rows, seed):
    part = np.random.default_rng(seed).integers(0, 5, len(rows))
    parts = [pickle.loads(pickle.dumps(make(rows[part == p]))) for p in range(6)]
    assert sum(parts) == functools.reduce(operator.add, reversed(parts)) == make(rows)
    assert hash(sum(parts)) == hash(make(rows))


def test_a_mean_of_parts(rows):
    scores = rows[rows["counts"] != "out"]
    options = {"statistic": "mean", "keys": {"sex": scores["sex"]}}
    whole = marmot.tally("score", scores["counts"], values=scores["score"], **options)
    halves = [
        marmot.tally("score", half["counts"], values=half["score"], statistic="mean", keys={"sex": half["sex"]})
        for half in (scores[:5000], scores[5000:])
    ]
    both = sum(halves)
    mine = scores[scores["counts"] == "in"]
    for found in (whole, both):
        assert found.sum.denominator == len(mine)
        np.testing.assert_allclose(found.sum.estimate.value, mine["score"].mean(), rtol=1e-12)
        np.testing.assert_allclose(
            found.to_table().to_pandas()["value"], mine.groupby("sex")["score"].mean(), rtol=1e-12)
    direct = marmot.mean_of_values(mine["score"])
    np.testing.assert_allclose(both.sum.estimate.lower, direct["lower"], rtol=1e-12)


def test_how_it_shows(rows):
    assert repr(make(rows)) == "<marmot.Tally in touch in 6 groups by sex, area>"
    one = marmot.tally("open", ["in", "in", "found adult"], statistic="count", population=2000, per=1000,
                       conventions="31 March 2024")
    assert one.name == "open" and one.conventions == "31 March 2024" and one.reasons == ["found adult"]
    assert one.sum.estimate.value == 1 and one.keys is None and one.findings == []
    assert repr(one) == "<marmot.Tally open in 1 group>"


def test_what_it_refuses():
    with pytest.raises(marmot.InvalidDataError, match="a mean has none"):
        marmot.tally("score", ["in", "out"], values=[1, 2], statistic="mean")
    with pytest.raises(marmot.InvalidDataError) as caught:
        marmot.tally("in touch", ["in", "secret words"], reasons="died")
    assert "secret" not in str(caught.value)
    with pytest.raises(marmot.ColumnTypeError):
        marmot.tally("in touch", [1, 0])
    with pytest.raises(ValueError, match="'share'"):
        marmot.tally("in touch", ["in"], statistic="median")
    with pytest.raises(TypeError):
        marmot.tally("in touch", ["in"]) + 1
    found = marmot.tally("in touch", ["in", "not-covered"])
    assert [one.rule for one in found.findings] == ["tally/coverage"]
    assert str(found.sum.estimate.status) == "not-covered"
