# SPDX-License-Identifier: LGPL-2.1-or-later
"""Statistics by group: keys of every kind, beside the result."""

import marmot
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

WARD = ["b", "a", "b", None, "a"]
SEX = [1, 1, 2, 1, 1]
X = [1.0, 2.0, 3.0, 4.0, 5.0]
N = [10.0, 10.0, 10.0, 10.0, 30.0]
BY_WARD = {"a": (7, 40), "b": (4, 20), None: (4, 10)}


def check(keys, values, expected):
    assert list(keys) == list(expected)
    for value, (x, n) in zip(values, expected.values()):
        assert value == marmot.proportion(x, n).value


def test_a_list_gives_a_table():
    out = marmot.proportion(X, N, groups=WARD)
    assert isinstance(out, marmot.Table)
    assert out.names == ["key", "value", "lower", "upper", "status"]
    check(out["key"], out["value"], BY_WARD)


def test_several_columns():
    out = marmot.proportion(X, N, groups=[WARD, SEX])
    assert out.names[:2] == ["key_1", "key_2"]
    assert list(zip(out["key_1"], out["key_2"])) == [("a", 1), ("b", 1), ("b", 2), (None, 1)]
    named = marmot.proportion(X, N, groups={"ward": WARD, "sex": SEX})
    assert named.names[:2] == ["ward", "sex"]
    assert named["value"] == out["value"]


def test_pandas():
    frame = pd.DataFrame({"ward": WARD, "sex": SEX, "x": X, "n": N})
    out = marmot.proportion(frame["x"], frame["n"], groups=frame["ward"])
    assert list(out.columns) == ["ward", "value", "lower", "upper", "status"]
    check([None if pd.isna(w) else w for w in out["ward"]], out["value"], BY_WARD)
    both = marmot.proportion(frame["x"], frame["n"], groups=frame[["ward", "sex"]])
    assert list(both.columns[:2]) == ["ward", "sex"] and len(both) == 4
    again = marmot.proportion(frame["x"], frame["n"], groups=[frame["ward"], frame["sex"]])
    assert again.equals(both)
    with pytest.raises(ValueError, match="index"):
        marmot.proportion(frame["x"], frame["n"], groups=frame["ward"][::-1])


def test_polars_and_pyarrow():
    frame = pl.DataFrame({"ward": WARD, "x": X, "n": N})
    out = marmot.proportion(frame["x"], frame["n"], groups=frame["ward"])
    assert isinstance(out, pl.DataFrame)
    check(out["ward"], out["value"], BY_WARD)
    out = marmot.proportion(pa.array(X), pa.array(N), groups=pa.array(WARD))
    assert isinstance(out, pa.Table)
    check(out["key"].to_pylist(), out["value"].to_pylist(), BY_WARD)


def test_categories():
    ward = pd.Series(WARD, dtype="category", name="ward")
    out = marmot.proportion(pd.Series(X), pd.Series(N), groups=ward)
    check([None if pd.isna(w) else w for w in out["ward"]], out["value"], BY_WARD)


def test_groups_made_before():
    groups = marmot.groups(WARD)
    assert isinstance(groups, marmot.Groups)
    assert groups.keys["key"].to_list() == list(BY_WARD)
    out = marmot.proportion(X, N, groups=groups)
    assert isinstance(out, marmot.Estimates)
    check(BY_WARD, out.value, BY_WARD)
    assert groups.n_groups == 3 and groups.codes.to_list() == [1, 0, 1, 2, 0]
    codes = marmot.Groups.new_from_codes([0, 1], 3)
    out = marmot.rate([1, 2], [10, 10], groups=codes)
    assert out.status.to_list() == ["ok", "ok", "empty-group"]
    assert marmot.rate(pl.Series([1, 2]), pl.Series([10, 10]), groups=codes)["status"][2] == "empty-group"


def test_one_wrong_row_spoils_its_group_only():
    out = marmot.rate([1, None, 3], [10, 10, 10], groups=["a", "a", "b"], multiplier=10)
    assert out["status"].to_list() == ["missing", "ok"]
    assert out["value"].to_list() == [None, 3]


def test_what_cannot_be():
    with pytest.raises(marmot.LengthError):
        marmot.proportion(X, N, groups=["a"])
    with pytest.raises(TypeError, match="numbers"):
        marmot.proportion(1, 2, groups=["a"])
    with pytest.raises(ValueError, match="rename"):
        marmot.proportion(X, N, groups={"value": WARD})
    with pytest.raises(TypeError):
        marmot.proportion(X, N, groups=5)


FRAME = pd.DataFrame({"ward": WARD, "x": X, "n": N, "count": X, "population": N, "weight": 1.0})
BACKWARDS = FRAME.iloc[::-1]


@pytest.mark.parametrize(
    "call",
    [
        lambda: marmot.proportion(FRAME.x, FRAME.n, groups=BACKWARDS[["ward"]]),
        lambda: marmot.mean_of_values(FRAME.x, groups=BACKWARDS[["ward"]]),
        lambda: marmot.quantiles(FRAME.x, groups=BACKWARDS[["ward"]]),
        lambda: marmot.direct_rates(FRAME, groups=BACKWARDS.ward),
        lambda: marmot.direct_rates({name: FRAME[name] for name in FRAME}, groups=BACKWARDS[["ward"]]),
        lambda: marmot.groups([FRAME.ward, BACKWARDS.x]),
        lambda: marmot.Table({"x": FRAME.x, "n": BACKWARDS.n}),
    ],
    ids=["frame", "values", "quantiles", "figures", "columns", "keys", "table"],
)
def test_rows_of_pandas_in_another_order_are_an_error(call):
    with pytest.raises(ValueError, match="different indexes"):
        call()


def test_values_have_the_keys_of_groups_made_before():
    groups = marmot.groups(FRAME.ward)
    assert list(marmot.mean_of_values(FRAME.x, groups=groups).columns)[0] == "ward"
    assert marmot.mean_of_values(X, groups=groups).names[0] == "n"
