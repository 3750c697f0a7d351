# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who keeps which memory alive, that nothing leaks, and that threads may share."""

import gc
import resource
import threading
import weakref

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest


def resident():
    """The memory of the process in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def test_views_keep_the_estimates_alive():
    numbers = np.arange(1.0, 100_001)
    view = np.asarray(marmot.proportion(numbers, 200_000).value)
    gc.collect()
    scratch = [np.full(100_000, -1.0) for _ in range(20)]  # would overwrite freed memory
    assert np.array_equal(view, numbers / 200_000)
    del scratch


def test_a_column_keeps_numpy_alive_and_lets_it_go():
    numbers = np.arange(100_000.0)
    gone = weakref.ref(numbers)
    column = marmot.Column.from_any(numbers, copy=False)
    del numbers
    gc.collect()
    assert gone() is not None
    assert column[99_999] == 99_999
    del column
    gc.collect()
    assert gone() is None


def test_a_column_outlives_the_arrow_array_and_the_other_way_round():
    column = marmot.Column(pa.array([1.0, 2.0, None]))
    gc.collect()
    assert column.to_list() == [1, 2, None]
    for export in (marmot.Column.to_arrow, marmot.Column.to_polars):
        out = export(marmot.rate([1, 2, None], 10, multiplier=10).value)
        gc.collect()
        assert list(out.__array__()[:2]) == [1, 2]


def test_capsules_that_nobody_takes_are_released():
    numbers = np.arange(10.0)
    gone = weakref.ref(numbers)
    column = marmot.Column.from_any(numbers, copy=False)
    capsules = column.__arrow_c_array__()
    del column, numbers
    gc.collect()
    assert gone() is not None
    del capsules
    gc.collect()
    assert gone() is None


def take(*arguments):
    return arguments


@pytest.mark.parametrize(
    "make",
    [
        lambda: marmot.Column([1.0, 2.0]),
        lambda: marmot.Column(pd.Series(["a", None], dtype="category")),
        lambda: marmot.Table({"x": [1.0], "y": ["b"]}),
        lambda: marmot.Column([1.0]).__arrow_c_array__(),
        lambda: marmot.Table({"x": [1.0]}).__arrow_c_stream__(),
    ],
    ids=["column", "categories", "table", "capsules", "stream"],
)
def test_what_is_freed_by_an_error_leaves_the_error_alone(make):
    # An argument is freed while the error of the next one is on its way.
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            take(make(), 1 / 0)


N = 2000
X = np.arange(N, dtype=float)
CATEGORIES = pd.Series(["a", "b", None], dtype="category")


@pytest.mark.parametrize(
    "call",
    [
        lambda: marmot.proportion(3, 10, confidence=(0.9, 0.95)),
        lambda: marmot.proportion(X, X),
        lambda: np.asarray(marmot.proportion(X, X).value),
        lambda: marmot.proportion([1, None, 3], [3, 4, 5]),
        lambda: marmot.rate(pl.Series(X), pl.Series(X)),
        lambda: marmot.rate(pa.array(X), pa.array(X)),
        lambda: marmot.rate(X, X, groups=["a", "b"] * (N // 2)),
        lambda: marmot.Table({"x": X, "y": X}).to_polars(),
        lambda: marmot.Column([1.0, None]).__arrow_c_array__(),
        lambda: marmot.Column(CATEGORIES),
        lambda: marmot.Column(X).to_list(),
        lambda: pytest.raises(marmot.LengthError, marmot.proportion, X, X[1:]),
        lambda: pytest.raises(marmot.ColumnTypeError, marmot.Column, pa.array([[1]])),
    ],
    ids=["scalar", "numpy", "view", "list", "polars", "pyarrow", "groups", "table", "capsules", "categories", "values", "error", "format"],
)
def test_nothing_leaks(call):
    for _ in range(200):
        call()
    gc.collect()
    held = len(gc.get_objects())
    before = resident()
    for _ in range(2000):
        call()
    gc.collect()
    # What is kept alive for a column is seen by the collector: one a call is found.
    assert len(gc.get_objects()) - held < 1000
    # 1.5 MB over 2,000 calls: less than a kilobyte a call, where one column has 16.
    assert resident() - before < 1_500_000


def test_threads_share_columns():
    x, n = marmot.Column(np.arange(50_000.0)), marmot.Column(np.full(50_000, 50_000.0))
    expected = marmot.proportion(x, n)
    wrong = []

    def work():
        for _ in range(20):
            if marmot.proportion(x, n) != expected or marmot.proportion(np.asarray(x), n) != expected:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_memory_of_python_is_let_go_on_another_thread():
    numbers = np.arange(1000.0)
    gone = weakref.ref(numbers)
    held = [marmot.Column.from_any(numbers, copy=False)]
    del numbers
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    gc.collect()
    assert gone() is None


def test_a_frame_of_pandas_is_its_own():
    out = marmot.proportion(pd.Series([1.0, 2.0]), pd.Series([4.0, 4.0]))
    out["value"] = out["value"] * 100
    assert out["value"].tolist() == [25, 50]


@pytest.mark.parametrize(
    "make",
    [
        lambda: marmot.column([1.0, 2.0]),
        lambda: marmot.column(["a", None]),
        lambda: marmot.column(np.array([1.0, 2.0])),
        lambda: marmot.column(pd.Series([1.0, 2.0])),
        lambda: marmot.column([1.0, 2.0, 3.0])[1:],
        lambda: marmot.table({"a": [1.0], "b": ["x"]}),
        lambda: marmot.groups(pd.Categorical(["a", "b"])),
    ],
)
def test_an_exception_beside_a_column_is_the_one_that_is_raised(make):
    def fail():
        raise ValueError("of its own")

    def take(*arguments):
        pass

    for _ in range(3):
        with pytest.raises(ValueError, match="of its own"):
            take(make(), fail())
        gc.collect()


def test_a_second_argument_that_is_no_column_says_so():
    with pytest.raises(TypeError, match="is not a column"):
        marmot.rank_areas([1.0, 2.0], "abc")
    with pytest.raises(TypeError, match="is not a column"):
        marmot.table({"a": [1.0, 2.0], "b": "abc"})
    with pytest.raises(TypeError, match="is not a column"):
        marmot.subgroups([1.0, 2.0], "abc")
