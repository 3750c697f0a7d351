# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables from data frames and back."""

import datetime

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

DAY = datetime.date(2024, 2, 29)
DATA = {
    "area": ["Coventry", None, "Rugby"],
    "deaths": [3, 4, None],
    "rate": [1.5, None, 2.5],
    "day": [DAY, DAY, None],
    "final": [True, None, False],
}
ROWS = [dict(zip(DATA, row)) for row in zip(*DATA.values())]
SCHEMA = pa.schema(
    [("area", pa.string()), ("deaths", pa.int64()), ("rate", pa.float64()), ("day", pa.date32()), ("final", pa.bool_())]
)
ARROW = pa.table(DATA, SCHEMA)


@pytest.mark.parametrize(
    "source",
    [
        DATA,
        ROWS,
        ARROW,
        ARROW.to_batches()[0],
        pa.concat_tables([ARROW.slice(0, 1), ARROW.slice(1)]),
        pa.RecordBatchReader.from_batches(SCHEMA, ARROW.to_batches(max_chunksize=2)),
        pl.DataFrame(DATA),
        pl.concat([pl.DataFrame(DATA)[:1], pl.DataFrame(DATA)[1:]], rechunk=False),
        pd.DataFrame(DATA).convert_dtypes(),
        marmot.Table(DATA),
    ],
    ids=["columns", "rows", "arrow", "batch", "chunks", "reader", "polars", "polars-chunks", "pandas", "marmot"],
)
def test_from_anything_and_back(source):
    table = marmot.Table(source)
    assert table == marmot.table(DATA)
    assert table.names == list(DATA)
    assert table.to_dict() == DATA
    assert list(table) == ROWS
    assert table.to_arrow().to_pydict() == DATA
    assert table.to_polars().to_dict(as_series=False) == DATA
    assert pa.table(table).to_pydict() == DATA
    assert marmot.Table(table.to_pandas()) == table
    assert marmot.Table(table.to_polars()) == table


def test_indexing():
    table = marmot.Table(DATA)
    assert len(table) == 3 and table.n_columns == 5
    assert table["deaths"].to_list() == [3, 4, None]
    assert table[0] == ROWS[0] and table[-1] == ROWS[2]
    assert list(table[1:]) == ROWS[1:]
    assert list(table[::-1]) == ROWS[::-1]
    assert table[["rate", "area"]].names == ["rate", "area"]
    assert "area" in table and "nothing" not in table and 5 not in table
    with pytest.raises(KeyError):
        table["nothing"]
    with pytest.raises(IndexError):
        table[3]
    with pytest.raises(marmot.NotFoundError):
        table[["nothing"]]
    assert list(marmot.Table()) == [] and bool(marmot.Table())


@pytest.mark.parametrize(
    "source, error",
    [
        (5, TypeError),
        ("area", TypeError),
        ([1, 2], TypeError),
        ({5: [1]}, TypeError),
        ({"a": [1], "b": [1, 2]}, marmot.LengthError),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), ValueError),
        (pa.array([1]), marmot.ColumnTypeError),
    ],
)
def test_what_cannot_be_a_table(source, error):
    with pytest.raises(error):
        marmot.Table(source)


def test_memory_is_shared():
    values = pa.array(np.arange(3.0))
    shared = marmot.Table(pa.table({"x": values})).to_arrow()["x"].chunk(0)
    assert shared.buffers()[1].address == values.buffers()[1].address


def test_estimates_are_a_table():
    many = marmot.rate([1, None], [10, 10])
    table = many.to_table()
    assert table.names == ["value", "lower", "upper", "status"]
    assert table["status"].to_list() == ["ok", "missing"]
    assert pa.table(many).column_names == table.names
    assert pl.DataFrame(many)["value"].to_list() == [10000, None]


def test_a_column_of_a_table_goes_into_a_statistic():
    table = marmot.Table({"deaths": [3, 4], "births": [1000, 2000]})
    rates = marmot.rate(table["deaths"], table["births"], multiplier=1000)
    assert rates.value.to_list() == [3, 2]
