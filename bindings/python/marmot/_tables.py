# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables from data frames, dictionaries and whatever speaks Arrow, and back."""

from . import _arrow, _columns
from ._column_methods import row_number
from ._load import Marmot

Table = Marmot.Table

# The library's own, before this module puts its own on the class.
_new = Table.new


def table(data):
    """A :class:`marmot.Table` of anything that holds columns with names.

    A dictionary of columns, a pandas or polars DataFrame, a pyarrow Table or
    RecordBatch, whatever speaks Arrow's protocol, estimates, or a list of rows as
    dictionaries. The index of a pandas DataFrame is left out: reset_index() makes
    it a column. What a column may be made of is with :func:`marmot.column`.
    """
    if isinstance(data, Table):
        return data
    if isinstance(data, Marmot.Estimates):
        return data.to_table()
    if isinstance(data, dict):
        return _from_columns(data)
    if isinstance(data, (list, tuple)) and all(isinstance(row, dict) for row in data):
        return _from_rows(data)
    package = type(data).__module__.partition(".")[0]
    if package == "pandas" and hasattr(data, "columns"):
        return _from_pandas(data)
    if hasattr(data, "__arrow_c_stream__"):
        return _arrow.import_table_stream(data.__arrow_c_stream__())
    if hasattr(data, "__arrow_c_array__"):
        return _arrow.import_table(data.__arrow_c_array__())
    raise TypeError(
        f"a {type(data).__name__} is not a table: pass a dictionary of columns, a pandas or polars "
        "DataFrame, or a pyarrow Table"
    )


def _from_columns(columns):
    for name in columns:
        if not isinstance(name, str):
            raise TypeError(f"the name of a column is text, and one is of type {type(name).__name__}")
    _columns.check_indexes(columns.values())
    return _new(list(columns), [_columns.column(values) for values in columns.values()])


def _from_rows(rows):
    names = {name: None for row in rows for name in row}
    return _from_columns({name: [row.get(name) for row in rows] for name in names})


def _from_pandas(frame):
    columns = {}
    for i, name in enumerate(frame.columns):
        if name in columns:
            raise ValueError("two columns of this frame have the same name: rename one")
        columns[name] = frame.iloc[:, i]
    return _from_columns(columns)


# --- methods ---------------------------------------------------------------------


def columns(self):
    """The columns by name, in their order."""
    return {name: self.get_column(i) for i, name in enumerate(self.get_names())}


def _row(self, row):
    row = row_number(self, row, self.get_n_rows())
    return {name: values[row] for name, values in columns(self).items()}


def _get_item(self, key):
    if isinstance(key, str):
        found = self.get_column_by_name(key)
        if found is None:
            raise KeyError(key)
        return found
    if isinstance(key, slice):
        start, stop, step = key.indices(self.get_n_rows())
        if step == 1:
            return self.slice(start, max(0, stop - start))
        return _from_columns({name: values[key] for name, values in columns(self).items()})
    if isinstance(key, list):
        return self.select(key)
    return _row(self, key)


def _iterate(self):
    names = self.get_names()
    lists = [values.to_list() for values in columns(self).values()]
    return (dict(zip(names, row)) for row in zip(*lists))


def to_dict(self):
    """The columns by name, as lists."""
    return {name: values.to_list() for name, values in columns(self).items()}


def to_pandas(self):
    """A pandas DataFrame; see :meth:`marmot.Column.to_pandas`."""
    import pandas

    index = pandas.RangeIndex(self.get_n_rows())
    series = {name: values.to_pandas(index=index) for name, values in columns(self).items()}
    return pandas.DataFrame(series, index=index, copy=False)


class _Arrow:
    """A table that speaks Arrow's protocol and no other."""

    __slots__ = ("_table",)

    def __init__(self, table_):
        self._table = table_

    def __arrow_c_stream__(self, requested_schema=None):
        return _arrow.export_table(self._table)


def to_polars(self):
    """A polars DataFrame that shares the memory where the layouts are the same."""
    import polars

    return polars.DataFrame(_Arrow(self))


def to_arrow(self):
    """A pyarrow Table that shares the memory."""
    import pyarrow

    return pyarrow.table(_Arrow(self))


def _arrow_c_stream(self, requested_schema=None):
    """The Arrow PyCapsule Interface: a stream of one batch, without a copy."""
    return _arrow.export_table(self)


def _estimates_stream(self, requested_schema=None):
    """The Arrow PyCapsule Interface: a stream of one batch, without a copy."""
    return _arrow.export_table(self.to_table())


def install():
    """Puts all this on the class."""
    Table.from_any = staticmethod(table)
    Table.__new__ = staticmethod(lambda cls, data=None: table({} if data is None else data))
    Table.__init__ = lambda self, *args, **kwargs: None
    Table.columns = columns
    Table.__len__ = lambda self: self.get_n_rows()
    Table.__bool__ = lambda self: True
    Table.__getitem__ = _get_item
    Table.__iter__ = _iterate
    Table.__contains__ = lambda self, name: isinstance(name, str) and self.has_column(name)
    Table.__arrow_c_stream__ = _arrow_c_stream
    Table.to_dict = to_dict
    Table.to_pandas = to_pandas
    Table.to_polars = to_polars
    Table.to_arrow = to_arrow
    Marmot.Estimates.__arrow_c_stream__ = _estimates_stream


install()
