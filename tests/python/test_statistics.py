# SPDX-License-Identifier: LGPL-2.1-or-later
"""Proportions and rates through the package: numbers, and columns of each kind."""

import math
from decimal import Decimal

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from gi.repository import Marmot

X = [0.0, 7.0, 469.0, 11.0, 2.5, 12.0, -1.0, math.nan, 3.0]
N = [10.0, 1000.0, 2780.0, 11.0, 7.0, 11.0, 5.0, 5.0, 0.0]
FUNCTIONS = {"proportion": (marmot.proportion, Marmot.proportion), "rate": (marmot.rate, Marmot.rate)}
KINDS = {
    "list": list,
    "tuple": tuple,
    "marmot": marmot.Column,
    "numpy": np.array,
    "polars": lambda values: pl.Series(values, dtype=pl.Float64),
    "pyarrow": lambda values: pa.array(values, pa.float64()),
}


def bits(value):
    """A float as text that shows every bit, since NaN is no equal of itself."""
    return "nan" if value is None or math.isnan(value) else float(value).hex()


def test_two_numbers_give_an_estimate():
    share = marmot.proportion(469, 2780, multiplier=100)
    assert type(share) is marmot.Estimate
    assert share.value == pytest.approx(100 * 469 / 2780, rel=1e-15)
    assert round(share.lower, 1) == 15.5
    assert round(share.upper, 1) == 18.3
    assert share.method == marmot.Method.WILSON


def test_keywords():
    assert marmot.proportion(numerator=1, denominator=4).value == 0.25
    assert marmot.rate(count=1, denominator=4, multiplier=8).value == 2


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_columns_of_every_kind_are_bit_for_bit_what_c_gives_a_row(name, kind):
    function, scalar = FUNCTIONS[name]
    result = function(KINDS[kind](X), KINDS[kind](N))
    if kind == "polars":
        value, lower, upper = (result[c].to_list() for c in ("value", "lower", "upper"))
        status = result["status"].cast(pl.String).to_list()
    elif kind == "pyarrow":
        value, lower, upper, status = (result[c].to_pylist() for c in ("value", "lower", "upper", "status"))
    else:
        assert type(result) is marmot.Estimates
        value, lower, upper, status = (
            c.to_list() for c in (result.value, result.lower, result.upper, result.status)
        )
    for i, (x, n) in enumerate(zip(X, N)):
        one = scalar(x, n, None)
        assert bits(value[i]) == bits(one.get_value())
        assert bits(lower[i]) == bits(one.get_lower())
        assert bits(upper[i]) == bits(one.get_upper())
        assert status[i] == Marmot.status_to_nick(one.get_status())


def test_pandas_keeps_its_index():
    index = pd.Index(["Coventry", "Solihull", "Rugby"], name="area")
    x = pd.Series([1.0, None, 3.0], index=index)
    out = marmot.proportion(x, pd.Series([4, 4, 4], index=index))
    assert isinstance(out, pd.DataFrame)
    assert out.index.equals(index)
    assert list(out.columns) == ["value", "lower", "upper", "status"]
    assert out["status"].dtype == "category"
    assert out["status"].tolist() == ["ok", "missing", "ok"]
    assert out["value"].tolist()[0] == 0.25
    assert math.isnan(out["value"].tolist()[1])
    out.loc["Rugby", "value"] = 1.0  # the frame is the caller's to change


def test_pandas_rows_that_do_not_belong_together():
    with pytest.raises(ValueError, match="index"):
        marmot.proportion(pd.Series([1, 2], index=[0, 1]), pd.Series([4, 4], index=[1, 0]))


def test_several_levels_have_their_names():
    out = marmot.rate(pl.Series([5]), pl.Series([1000]), confidence=(0.95, 0.998))
    assert out.columns == ["value", "lower_95", "upper_95", "lower_99.8", "upper_99.8", "status"]
    one = marmot.rate(5, 1000, confidence=(0.95, 0.998))
    assert one.levels == (0.95, 0.998)
    assert one.interval(0.998) == (out["lower_99.8"][0], out["upper_99.8"][0])
    with pytest.raises(LookupError):
        one.interval(0.9)


def test_a_number_beside_a_column_stands_for_every_row():
    out = marmot.rate([1, 2], 1000, multiplier=1000)
    assert out.value.to_list() == [1, 2]


def test_a_method_by_its_short_name():
    assert marmot.rate(5, 1000, method="byar").method == marmot.Method.BYAR
    assert marmot.rate(5, 1000, method=marmot.Method.BYAR).method == marmot.Method.BYAR
    with pytest.raises(ValueError, match="wilson"):
        marmot.rate(5, 1000, method="no-such-method")


@pytest.mark.parametrize("method", ["wilson"])
def test_a_method_of_another_statistic_is_an_error_with_its_code(method):
    with pytest.raises(marmot.InvalidArgumentError) as caught:
        marmot.rate(5, 1000, method=method)
    assert caught.value.code == marmot.ErrorCode.INVALID_ARGUMENT
    assert "poisson" in caught.value.message
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("wrong", ["5", None, {"a": 1}, object(), b"5"])
def test_what_is_neither_number_nor_column_is_a_type_error(wrong):
    with pytest.raises(TypeError, match="neither a number nor a column"):
        marmot.proportion(wrong, 10)


def test_columns_of_different_lengths():
    with pytest.raises(marmot.LengthError):
        marmot.proportion([1, 2], [1, 2, 3])


@pytest.mark.parametrize("method", ["clopper-pearson", "agresti-coull", "jeffreys", "normal"])
def test_a_proportion_by_another_method(method):
    share = marmot.proportion(81, 263, method=method)
    assert share.method == marmot.Method(share.method) and share.method.value_nick == method
    assert share.lower < 81 / 263 < share.upper
    assert (share.lower, share.upper) != marmot.proportion(81, 263).interval(0.95)
    both = marmot.proportion([81, 0], [263, 20], method=method)
    assert both.lower[0] == share.lower and both.upper[0] == share.upper
    assert both.lower[1] == 0


@pytest.mark.parametrize("levels", [np.array([0.95, 0.998]), pd.Series([0.95, 0.998]), pl.Series([0.95, 0.998])])
def test_levels_may_be_any_sequence(levels):
    assert marmot.proportion(3, 10, confidence=levels) == marmot.proportion(3, 10, confidence=[0.95, 0.998])


def test_a_level_or_a_multiplier_may_be_any_number():
    assert marmot.proportion(3, 10, confidence=Decimal("0.9")) == marmot.proportion(3, 10, confidence=0.9)
    assert marmot.proportion(3, 10, confidence=np.array(0.9)) == marmot.proportion(3, 10, confidence=0.9)
    assert marmot.proportion(3, 10, multiplier=np.array(100)) == marmot.proportion(3, 10, multiplier=100)


@pytest.mark.parametrize("wrong", [None, "95%", "0.95", {0.95: 1}, ["0.95%"]])
def test_what_is_no_level_says_what_is(wrong):
    with pytest.raises(TypeError, match="a level such as 0.95"):
        marmot.proportion(3, 10, confidence=wrong)
    with pytest.raises(TypeError, match="such as 100"):
        marmot.proportion(3, 10, multiplier="100")
