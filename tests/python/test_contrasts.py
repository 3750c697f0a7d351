# SPDX-License-Identifier: LGPL-2.1-or-later
"""Two groups through the package: numbers, columns of each kind, and groups."""

import csv
import math
from pathlib import Path

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

REFERENCE = Path(__file__).parents[1] / "reference" / "two-groups.csv"
MEASURES = ["proportion_difference", "proportion_ratio", "odds_ratio", "rate_difference", "rate_ratio"]
NUMBERS = ["value", "lower", "upper", "statistic", "df", "p_value"]
COLUMNS = [[56, 9, 5, 0], [70, 10, 56, 10], [48, 3, 0, 0], [80, 10, 29, 10]]


def same(a, b):
    a, b = (math.nan if v is None else v for v in (a, b))
    return a == b or (math.isnan(a) and math.isnan(b))


def test_two_proportions():
    contrast = marmot.proportion_difference(56, 70, 48, 80, multiplier=100)
    assert type(contrast) is marmot.Contrast
    assert contrast.value == pytest.approx(20)
    assert (round(contrast.lower, 1), round(contrast.upper, 1)) == (5.2, 33.4)
    assert contrast.method == marmot.Method.NEWCOMBE and contrast.test == marmot.Method.CHI_SQUARED
    assert contrast.p_value == pytest.approx(0.008045, abs=1e-6)
    assert math.isnan(contrast.df)
    assert contrast.estimate.interval(0.95) == (contrast.lower, contrast.upper)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_reference_in_bulk(measure):
    with open(REFERENCE, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"] == measure]
    assert len(rows) > 100
    function = getattr(marmot, measure)
    for method, test in sorted({(row["method"], row["test"]) for row in rows}):
        of_one = [row for row in rows if row["method"] == method and row["level"].startswith("0.94")]
        inputs = [[float(row[c]) for row in of_one] for c in "abcd"]
        table = function(*inputs, method=method, test=test, multiplier=1)
        assert type(table) is marmot.Table
        columns = {name: table.columns()[name].to_list() for name in NUMBERS}
        for i, row in enumerate(of_one):
            one = function(*(column[i] for column in inputs), method=method, test=test, multiplier=1)
            assert all(same(columns[name][i], getattr(one, name)) for name in NUMBERS)
            if row["value"] == "NA":
                assert one.status == marmot.Status.NOT_DEFINED
                continue
            assert one.value == pytest.approx(float(row["value"]), rel=1e-12, abs=1e-15)
            assert one.lower == pytest.approx(float(row["lower"]), rel=1e-9, abs=1e-15)
            assert one.upper == pytest.approx(float(row["upper"]), rel=1e-9, abs=1e-15)
            assert one.p_value == pytest.approx(float(row["p"]), rel=1e-9, abs=1e-300)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [(np.array, marmot.Table), (pd.Series, pd.DataFrame), (pl.Series, pl.DataFrame), (pa.array, pa.Table)],
)
def test_columns_of_a_kind_give_a_table_of_it(kind, type_):
    table = marmot.proportion_ratio(*map(kind, COLUMNS), confidence=[0.95, 0.998])
    assert type(table) is type_
    names = table.names if type_ is marmot.Table else table.column_names if type_ is pa.Table else list(table.columns)
    assert names == ["value", "lower_95", "upper_95", "lower_99.8", "upper_99.8", "status", "statistic", "df",
                     "p_value", "method", "test"]


def test_pandas_keeps_its_index():
    frame = marmot.rate_ratio(*(pd.Series(c, index=list("abcd")) for c in COLUMNS))
    assert list(frame.index) == list("abcd")
    assert frame.loc["a", "method"] == "exact-conditional"
    assert frame.loc["d", "status"] == "not-defined" and math.isnan(frame.loc["d", "p_value"])


def test_groups_are_added_up():
    table = marmot.rate_difference(*COLUMNS, groups={"ward": ["x", "y", "x", "y"]})
    one = marmot.rate_difference(61, 126, 48, 109)
    assert table[0]["ward"] == "x" and table[0]["value"] == one.value and table[0]["p_value"] == one.p_value


def test_a_number_beside_columns_stands_for_every_row():
    table = marmot.proportion_difference([1, 2], 10, 3, [20, 30])
    assert table[1]["value"] == marmot.proportion_difference(2, 10, 3, 30).value


def test_wrong_requests():
    with pytest.raises(marmot.InvalidArgumentError, match="it has: exact-conditional"):
        marmot.rate_ratio(1, 2, 3, 4, test="fisher")
    with pytest.raises(ValueError, match="is not a marmot.Method"):
        marmot.rate_ratio(1, 2, 3, 4, test="fishers")
    with pytest.raises(marmot.LengthError):
        marmot.rate_ratio([1, 2], [3], [1], [2])


def test_the_reference_of_means():
    with open(REFERENCE, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"].startswith("mean_")]
    assert len(rows) > 100
    for row in rows:
        function = getattr(marmot, row["measure"])
        options = {"method": row["method"], "test": row["test"], "confidence": float(row["level"])}
        one = function(*(float(row[c]) for c in "abcdef"), **options)
        if row["value"] == "NA":
            assert one.status == marmot.Status.NOT_DEFINED
            continue
        for name, tolerance in (("value", 1e-12), ("lower", 1e-9), ("upper", 1e-9), ("df", 1e-12), ("statistic", 1e-12)):
            assert getattr(one, name) == pytest.approx(float(row[name]), rel=tolerance, abs=1e-13)
        assert one.p_value == pytest.approx(float(row["p"]), rel=1e-9, abs=1e-300)


def test_means():
    assert marmot.mean(40, 21.3, 6.2).lower == pytest.approx(21.3 - 2.0226909 * 6.2 / math.sqrt(40), abs=1e-6)
    many = marmot.mean([40, 1], [21.3, 3], [6.2, 0])
    assert many.value[0] == 21.3 and many.status[1] == "too-few-values"
    table = marmot.mean_of_values([3, 5, None, 4])
    assert (table[0]["n"], table[0]["missing"], table[0]["sum"], table[0]["sd"]) == (3, 1, 12, 1)
    frame = marmot.mean_of_values(pd.Series([3.0, 5.0, 4.0, 8.0]), groups=pd.Series(["a", "a", "b", "b"], name="ward"))
    assert list(frame["ward"]) == ["a", "b"] and list(frame["value"]) == [4, 6]
    pooled = marmot.mean([2, 2], [4, 6], frame["sd"].tolist(), groups={"all": ["x", "x"]})
    assert pooled[0]["value"] == 5
    with pytest.raises(TypeError, match="no column of values"):
        marmot.mean_of_values(3)


def test_means_of_pieces_of_one_value_and_of_none():
    values = pd.Series([3.0, 5.0, 4.0, 8.0, math.nan])
    pieces = marmot.mean_of_values(values, groups=pd.Series(["a", "b", "b", "c", "d"]))
    means = pieces["sum"] / pieces["n"]
    assert pieces["sd"].isna().tolist() == [True, False, True, True] and means.isna().tolist() == [False] * 3 + [True]
    whole = marmot.mean_of_values(values)
    for mean, sd in ((means, pieces["sd"]), (means.to_numpy(), pieces["sd"].to_numpy())):
        pooled = marmot.mean(pieces["n"].to_numpy(), mean, sd, groups=["all"] * 4)
        for name in ("value", "lower", "upper"):
            assert pooled[name][0] == pytest.approx(whole[name][0], rel=1e-14)
    assert marmot.mean([2], [4.0], [math.nan], groups=["all"])["status"][0] == "not-finite"
    assert marmot.mean([2], [4.0], [None], groups=["all"])["status"][0] == "missing"


def test_against_a_standard():
    ratio = marmot.rate_against(60, 50, 1, multiplier=1)
    assert (round(ratio.value, 2), round(ratio.lower, 2), round(ratio.upper, 2)) == (1.2, 0.92, 1.54)
    assert ratio.p_value == pytest.approx(0.18453, abs=1e-5)
    table = marmot.proportion_against(np.array([30.0, 50.0]), np.array([100.0, 100.0]), 0.4, test="exact-binomial")
    assert table[0]["p_value"] == marmot.proportion_against(30, 100, 0.4, test="exact-binomial").p_value
    assert table[0]["test"] == "exact-binomial" and table[1]["value"] == 0.5


def test_groups_against_a_standard():
    frame = pd.DataFrame({"area": ["a", "a", "b"], "count": [10, 20, 5], "people": [100, 300, 50], "standard": [0.1, 0.1, 0.2]})
    found = marmot.proportion_against(frame["count"], frame["people"], frame["standard"], groups=frame["area"])
    one = marmot.proportion_against(30, 400, 0.1)
    assert found["value"][0] == one.estimate.value and found["p_value"][0] == one.p_value
    rates = marmot.rate_against(frame["count"], frame["people"], 0.08, multiplier=1, groups=frame["area"])
    assert rates["p_value"][0] == marmot.rate_against(30, 400, 0.08, multiplier=1).p_value


def test_an_interval_may_stand_alone():
    counts = [np.array(values, float) for values in ([5, 56], [50, 70], [7, 48], [60, 80])]
    tested = marmot.proportion_ratio(*counts, method="katz")
    alone = marmot.proportion_ratio(*counts, method="katz", test="none")
    assert "p_value" in tested.get_names() and not {"p_value", "statistic", "df", "test"} & set(alone.get_names())
    assert alone["lower"].to_list() == tested["lower"].to_list()
    assert np.isnan(marmot.rate_difference(3, 100, 5, 90, test="none").p_value)
