# SPDX-License-Identifier: LGPL-2.1-or-later
"""Columns from what Python holds values in, and back."""

import array
import datetime
import math

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

DOUBLE = marmot.ColumnType.DOUBLE
INTEGER = marmot.ColumnType.INTEGER


@pytest.mark.parametrize(
    "values, kind, expected",
    [
        ([1.5, 2.5], DOUBLE, [1.5, 2.5]),
        ([1, 2], INTEGER, [1, 2]),
        ([1, 2.5], DOUBLE, [1.0, 2.5]),
        ([1, None, 3], INTEGER, [1, None, 3]),
        ([None, None], DOUBLE, [None, None]),
        ([], DOUBLE, []),
        (range(3), INTEGER, [0, 1, 2]),
        ((2**63 - 1, -(2**63)), INTEGER, [2**63 - 1, -(2**63)]),
        (array.array("d", [1, 2]), DOUBLE, [1.0, 2.0]),
        (array.array("h", [1, 2]), INTEGER, [1, 2]),
        (np.array([1, 2], "i1"), INTEGER, [1, 2]),
        (np.array([1, 2], "u2"), INTEGER, [1, 2]),
        (np.array([1, 2], "u8"), INTEGER, [1, 2]),
        (np.array([1, 2], ">i4"), INTEGER, [1, 2]),
        (np.array([1.5, 2.5], "f4"), DOUBLE, [1.5, 2.5]),
        (np.array([1.5, 2.5], "f2"), DOUBLE, [1.5, 2.5]),
        (np.arange(10.0)[1:9:3], DOUBLE, [1.0, 4.0, 7.0]),
        (np.arange(10.0)[::-4], DOUBLE, [9.0, 5.0, 1.0]),
        (np.arange(10)[3:5], INTEGER, [3, 4]),
        (np.array([]), DOUBLE, []),
        (np.array([1, None], dtype=object), INTEGER, [1, None]),
        (np.ma.array([1.0, 2.0], mask=[True, False]), DOUBLE, [None, 2.0]),
        (pd.Series([1.5, math.nan]), DOUBLE, [1.5, None]),
        (pd.Series([1, 2], dtype="int16"), INTEGER, [1, 2]),
        (pd.Series([1, None], dtype="Int64"), INTEGER, [1, None]),
        (pd.Series([1, None], dtype="Float64"), DOUBLE, [1.0, None]),
        (pd.Series([1, 2, 3])[1:], INTEGER, [2, 3]),
        (pd.Series([1.0, None], dtype=pd.ArrowDtype(pa.float64())), DOUBLE, [1.0, None]),
        (pd.Series([1, None], dtype=pd.ArrowDtype(pa.int8())), INTEGER, [1, None]),
        (pd.Series([1, 2], dtype=object), INTEGER, [1, 2]),
        (pd.Series([1, math.nan], dtype=object), INTEGER, [1, None]),
        (pd.Index([4, 5]), INTEGER, [4, 5]),
        (pl.Series([1.5, None]), DOUBLE, [1.5, None]),
        (pl.Series([1, None, 3])[1:], INTEGER, [None, 3]),
        (pa.array([1.5, None]), DOUBLE, [1.5, None]),
        (pa.array([1, 2, None, 4]).slice(1, 3), INTEGER, [2, None, 4]),
        (pa.chunked_array([[1, 2], [None], [4]]), INTEGER, [1, 2, None, 4]),
        (pa.chunked_array([], pa.float64()), DOUBLE, []),
    ],
)
def test_numbers(values, kind, expected):
    column = marmot.Column(values)
    assert column.column_type == kind
    assert column.to_list() == expected == list(column)
    assert len(column) == len(expected)
    assert column.n_nulls == expected.count(None)
    assert marmot.Column.from_any(column) is column


DAY = datetime.date(2024, 2, 29)
BOOLEAN = marmot.ColumnType.BOOLEAN
DATE = marmot.ColumnType.DATE
DICTIONARY = marmot.ColumnType.DICTIONARY
TEXT = marmot.ColumnType.TEXT


@pytest.mark.parametrize(
    "values, kind, expected",
    [
        (["a", "é", None, ""], TEXT, ["a", "é", None, ""]),
        ([DAY, None], DATE, [DAY, None]),
        ([datetime.date.min, datetime.date.max], DATE, [datetime.date.min, datetime.date.max]),
        ([datetime.datetime(2024, 2, 29)], DATE, [DAY]),
        ([True, None, False], BOOLEAN, [True, None, False]),
        ([True] * 9, BOOLEAN, [True] * 9),
        (np.array(["a", "b"]), TEXT, ["a", "b"]),
        (np.array(["a", None], dtype=object), TEXT, ["a", None]),
        (np.arange(9) == 8, BOOLEAN, [False] * 8 + [True]),
        (np.array(["2024-02-29", "NaT"], "M8[D]"), DATE, [DAY, None]),
        (np.array(["2024-02-29", "NaT"], "M8[ns]"), DATE, [DAY, None]),
        (pd.Series(["a", None]), TEXT, ["a", None]),
        (pd.Series(["a", None], dtype=object), TEXT, ["a", None]),
        (pd.Series(["a", None], dtype="string"), TEXT, ["a", None]),
        (pd.Series(["a", None], dtype=pd.ArrowDtype(pa.string())), TEXT, ["a", None]),
        (pd.Series([True, False]), BOOLEAN, [True, False]),
        (pd.Series([True, None], dtype="boolean"), BOOLEAN, [True, None]),
        (pd.Series(pd.to_datetime(["2024-02-29", None])), DATE, [DAY, None]),
        (pd.Series([DAY, None], dtype=object), DATE, [DAY, None]),
        (pd.Series(["b", None, "a", "b"], dtype="category"), DICTIONARY, ["b", None, "a", "b"]),
        (pd.Series([5, None], dtype="category"), DOUBLE, [5, None]),
        (pl.Series(["a", None]), TEXT, ["a", None]),
        (pl.Series(["a rather long text, not inlined", None]), TEXT, ["a rather long text, not inlined", None]),
        (pl.Series(["a", None], dtype=pl.Categorical), DICTIONARY, ["a", None]),
        (pl.Series(["a", None], dtype=pl.Enum(["b", "a"])), DICTIONARY, ["a", None]),
        (pl.Series([DAY, None]), DATE, [DAY, None]),
        (pl.Series([True, None]), BOOLEAN, [True, None]),
        (pl.Series([1, None], dtype=pl.Int8), INTEGER, [1, None]),
        (pl.Series([1.5], dtype=pl.Float32), DOUBLE, [1.5]),
        (pl.concat([pl.Series(["a"]), pl.Series([None, "b"])], rechunk=False), TEXT, ["a", None, "b"]),
        (pa.array(["a", None]), TEXT, ["a", None]),
        (pa.array(["a", None], pa.large_string()), TEXT, ["a", None]),
        (pa.array(["a", "b", None, "cd"]).slice(1), TEXT, ["b", None, "cd"]),
        (pa.array(["a", None]).dictionary_encode(), DICTIONARY, ["a", None]),
        (pa.chunked_array([["a"], [None, "b"]]), TEXT, ["a", None, "b"]),
        (pa.array([True, None, False, True]).slice(1), BOOLEAN, [None, False, True]),
        (pa.array([DAY, None]), DATE, [DAY, None]),
        (pa.nulls(2), DOUBLE, [None, None]),
    ],
)
def test_text_dates_and_booleans(values, kind, expected):
    column = marmot.Column(values)
    assert column.column_type == kind
    assert column.to_list() == expected
    assert [column[i] for i in range(len(column))] == expected
    assert column[1:].to_list() == expected[1:]
    assert column.to_polars().to_list() == expected
    assert column.to_arrow().to_pylist() == expected
    numpy = column.to_numpy().tolist()
    if kind not in (DOUBLE, INTEGER):
        assert numpy == expected
    frame = column.to_pandas()
    assert [None if missing else value for value, missing in zip(frame, frame.isna())] == [
        pd.Timestamp(e) if isinstance(e, datetime.date) else e for e in expected
    ]
    assert marmot.Column(frame).to_list() == expected


def test_parts_of_a_column():
    words = marmot.Column(pd.Series(["b", "a", "b"], dtype="category"))
    assert words.dictionary.to_list() == ["a", "b"]
    assert marmot.Column(["a"]).dictionary is None
    assert marmot.Column([1]).offsets is None
    assert marmot.Column.new_date([DAY, 0]).to_list() == [DAY, datetime.date(1970, 1, 1)]
    assert marmot.Column([DAY]).get_date(0) == DAY
    assert marmot.Column([1, 2]).cast("double").column_type == DOUBLE
    assert words.decode().column_type == TEXT


def test_nan_is_a_value_but_missing_in_pandas():
    assert marmot.Column([math.nan]).n_nulls == 0
    assert marmot.Column(np.array([math.nan])).n_nulls == 0
    assert marmot.Column(pl.Series([math.nan])).n_nulls == 0
    assert marmot.Column(pd.Series([math.nan])).n_nulls == 1


@pytest.mark.parametrize(
    "values, error, says",
    [
        (5, TypeError, "pass a list"),
        ("text", TypeError, "pass a list"),
        ({"a": 1}, TypeError, "pass a list"),
        ([1, "a"], TypeError, "of several"),
        ([object()], TypeError, "convert them"),
        ([1j], TypeError, "convert them"),
        ([2**63], OverflowError, "floats"),
        (np.array([2**63], "u8"), OverflowError, "astype"),
        (np.array([1j]), TypeError, "astype"),
        (np.zeros((2, 2)), TypeError, "one dimension"),
        (np.array(["2020-01-01T12:00"], "M8[s]"), TypeError, "times"),
        ([datetime.datetime(2020, 1, 1, 12)], TypeError, "times"),
        (pd.Series(pd.to_datetime(["2020-01-01"]).tz_localize("UTC")), TypeError, "dates"),
        (pa.array([[1], [2]]), marmot.ColumnTypeError, "Arrow"),
        (pl.Series([datetime.datetime(2020, 1, 1)]), marmot.ColumnTypeError, "dates"),
        (["a\0b"], marmot.EncodingError, "NUL"),
    ],
)
def test_what_cannot_be_a_column_says_what_to_do(values, error, says):
    with pytest.raises(error, match=says):
        marmot.Column(values)


def test_indexing():
    column = marmot.Column([1, None, 2**60 + 1, 4])
    assert column[0] == 1
    assert column[1] is None
    assert column[2] == 2**60 + 1
    assert column[-1] == 4
    for row in (4, -5):
        with pytest.raises(IndexError):
            column[row]
    with pytest.raises(TypeError):
        column["a"]
    assert column[1:3].to_list() == [None, 2**60 + 1]
    assert column[::-1].to_list() == [4, 2**60 + 1, None, 1]
    assert column[10:].to_list() == []


# --- out -----------------------------------------------------------------------


def test_numpy_sees_the_memory_itself():
    column = marmot.Column([1.0, 2.0, 3.0])
    one, two = np.asarray(column), np.asarray(column)
    assert one.tolist() == [1, 2, 3]
    assert np.shares_memory(one, two)
    with pytest.raises(ValueError, match="read-only"):
        one[0] = 5
    assert np.array(column).flags.writeable
    assert np.asarray(column, dtype="f4").dtype == np.float32
    assert np.asarray(marmot.Column([1, 2])).dtype == np.int64


def test_numpy_of_nulls():
    assert np.isnan(np.asarray(marmot.Column([1.0, None]))).tolist() == [False, True]
    whole = np.asarray(marmot.Column([1, None]))
    assert whole.dtype == np.float64
    assert math.isnan(whole[1])


def test_there_and_back_without_a_copy():
    arrow = pa.array([1.0, None, 3.0])
    back = marmot.Column(arrow).to_arrow()
    assert back.equals(arrow)
    assert back.buffers()[1].address == arrow.buffers()[1].address
    numbers = np.arange(3.0)
    shared = np.asarray(marmot.Column.from_any(numbers, copy=False))
    assert np.shares_memory(shared, numbers)


def test_a_column_does_not_change_when_its_source_does():
    numbers = np.arange(3.0)
    column = marmot.Column(numbers)
    numbers[0] = 99
    assert column[0] == 0
    values = array.array("d", [1, 2])
    column = marmot.Column(values)
    values[0] = 99
    assert column[0] == 1


def test_pandas_polars_and_pyarrow():
    column = marmot.Column([1, None, 3])
    assert column.to_pandas().tolist() == [1, pd.NA, 3]
    assert str(column.to_pandas().dtype) == "Int64"
    assert column.to_polars("n").to_list() == [1, None, 3]
    assert column.to_polars("n").name == "n"
    assert column.to_arrow().to_pylist() == [1, None, 3]
    assert marmot.Column([1.5, None]).to_pandas(name="x").isna().tolist() == [False, True]


def test_numpy_scalars_are_numbers_and_subclasses_columns():
    class Mine(pd.Series):
        pass

    assert marmot.rate(np.int64(5), np.float32(10), multiplier=2).value == 1
    assert marmot.Column(Mine([1.0, None])).to_list() == [1, None]
    assert isinstance(marmot.rate(Mine([1.0]), 10), pd.DataFrame)
    with pytest.raises(TypeError, match="one dimension"):
        marmot.Column(np.array(5))


def test_any_arrow_speaker_is_taken():
    class Speaker:
        def __arrow_c_array__(self, requested_schema=None):
            return pa.array([1.0, 2.0]).__arrow_c_array__()

    class Streamer:
        def __arrow_c_stream__(self, requested_schema=None):
            return pa.chunked_array([[1.0, 2.0]]).__arrow_c_stream__()

    assert marmot.Column(Speaker()).to_list() == [1, 2]
    assert marmot.Column(Streamer()).to_list() == [1, 2]
    assert marmot.proportion(Speaker(), 10).value.to_list() == [0.1, 0.2]


def test_estimates_are_a_sequence():
    many = marmot.proportion([1, 2, 3], 10, confidence=(0.95, 0.998))
    assert len(many) == 3
    assert many[0] == marmot.proportion(1, 10, confidence=(0.95, 0.998))
    assert many[-1].value == 0.3
    assert [one.value for one in many] == many.value.to_list()
    assert [one.value for one in many[1:]] == [0.2, 0.3]
    assert many.levels == (0.95, 0.998)
    lower, upper = many.interval(0.998)
    assert (lower[2], upper[2]) == many[2].interval(0.998)
    with pytest.raises(IndexError):
        many[3]
    with pytest.raises(ValueError, match="step"):
        many[::2]
    assert list(many.to_numpy()) == many.to_arrow().column_names == many.to_polars().columns
