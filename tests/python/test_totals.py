# SPDX-License-Identifier: LGPL-2.1-or-later
"""Totals of parts, by + and pickle, are those of the whole."""
import functools
import operator
import pickle

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pytest


@pytest.fixture(scope="module")
def rows():
    random = np.random.default_rng(5)
    n = 20_000
    return pd.DataFrame({
        "area": random.choice(["Avon", "Elmet", "Kesteven"], n),
        "band": random.choice(["0-4", "5-9", "10-14"], n),
        "count": random.integers(0, 5, n),
        "population": random.uniform(50, 500, n),
        "weight": random.uniform(0.2, 4, n),
        "change": random.normal(1e5, 1, n),
        "answer": random.choice([0.0, 1.0, np.nan], n, p=[0.5, 0.4, 0.1]),
        "before": random.random(n) < 0.4,
        "after": random.random(n) < 0.5,
    })


def in_parts(rows, seed, **options):
    part = np.random.default_rng(seed).integers(0, 6, len(rows))
    parts = [marmot.totals(rows[part == p], **options) for p in range(7)]
    return [pickle.loads(pickle.dumps(p)) for p in parts]


@pytest.mark.parametrize("seed", range(3))
def test_parts_are_the_whole(rows, seed):
    options = {"keys": ["area", "band"], "sums": ["count", "population"], "values": "change"}
    whole = marmot.totals(rows, **options)
    parts = in_parts(rows, seed, **options)
    for together in (sum(parts), functools.reduce(operator.add, reversed(parts))):
        assert together.n_rows == len(rows) and together.n_groups == 9
        one, other = whole.to_table().to_pandas(), together.to_table().to_pandas()
        assert (one[["area", "band", "rows", "count", "change_n"]] == other[["area", "band", "rows", "count", "change_n"]]).all(axis=None)
        for name in ("population", "change_mean", "change_sd"):
            np.testing.assert_allclose(other[name], one[name], rtol=1e-12)
    expected = rows.groupby(["area", "band"], as_index=False).agg(
        rows=("count", "size"), count=("count", "sum"), change_sd=("change", "std"))
    found = whole.to_table().to_pandas()
    assert (found["rows"] == expected["rows"]).all() and (found["count"] == expected["count"]).all()
    np.testing.assert_allclose(found["change_sd"], expected["change_sd"], rtol=1e-9)


def test_equal_totals_and_their_bytes(rows):
    one = marmot.totals(rows, keys="area", sums="count")
    again = pickle.loads(pickle.dumps(one))
    assert again == one and hash(again) == hash(one) and again is not one
    assert one != one + one
    assert repr(one) == "<marmot.Totals 20000 rows in 3 groups by area>"
    with pytest.raises(marmot.ParseError):
        marmot.Totals.deserialize(one.serialize()[:-3])
    with pytest.raises(TypeError):
        one + 1
    with pytest.raises(marmot.InvalidArgumentError):
        one + marmot.totals(rows, keys="band", sums="count")


def test_standardised_rates_of_parts(rows):
    weights = pd.DataFrame({"band": ["0-4", "5-9", "10-14"], "weight": [3.0, 2.0, 1.0]})
    table = sum(in_parts(rows, 1, keys=["area", "band"], sums=["count", "population"])).to_table().to_pandas()
    whole = rows.groupby(["area", "band"], as_index=False)[["count", "population"]].sum()
    ours = marmot.direct_rates(table.merge(weights), groups="area")
    theirs = marmot.direct_rates(whole.merge(weights), groups="area")
    for name in ("value", "lower", "upper"):
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-12)


def test_survey_shares_of_parts(rows):
    table = sum(in_parts(rows, 2, keys=["area", "answer"], sums="weight")).to_table()
    ours = marmot.survey_shares(table.to_pandas(), groups="area")
    theirs = marmot.survey_shares(rows, groups="area")
    for name in ("value", "lower", "upper", "effective_n", "respondents", "response"):
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-12)


def test_paired_counts_of_parts(rows):
    wide = sum(in_parts(rows, 3, keys=["area", "before", "after"])).spread(["before", "after"]).to_pandas()
    changes = marmot.paired_changes(rows, groups="area")
    counts = [wide[f"rows_{before}_{after}"] for before, after in
              (("true", "true"), ("true", "false"), ("false", "true"), ("false", "false"))]
    np.testing.assert_allclose(marmot.paired_proportions(*counts)["value"], changes["value"], rtol=1e-14)


def test_keys_of_other_packages_are_one(rows):
    frame = rows[["area", "count"]]
    categories = frame.assign(area=frame["area"].astype("category"))
    both = marmot.totals(pl.from_pandas(frame), keys="area", sums="count") + marmot.totals(
        categories, keys="area", sums="count")
    assert both.n_groups == 3
    assert both.to_table().to_pandas()["count"].sum() == 2 * frame["count"].sum()
    numbers = marmot.totals({"area": [1, 2]}, keys="area") + marmot.totals({"area": [1.0, None]}, keys="area")
    assert numbers.to_table().to_pandas()["rows"].tolist() == [2, 1, 1]
