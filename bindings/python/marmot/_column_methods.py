# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a column can do in Python: be a sequence, and become what others hold."""

import ctypes
import datetime
import operator

from . import _arrow
from ._columns import Column, ColumnType, _EPOCH, column

_KINDS = {
    "g": (ctypes.c_double, "<f8"),
    "l": (ctypes.c_int64, "<i8"),
    "tdD": (ctypes.c_int32, "<i4"),
    "c": (ctypes.c_int8, "<i1"),
    "s": (ctypes.c_int16, "<i2"),
    "i": (ctypes.c_int32, "<i4"),
    "C": (ctypes.c_uint8, "<u1"),
    "S": (ctypes.c_uint16, "<u2"),
    "I": (ctypes.c_uint32, "<u4"),
}


def _view(self):
    """The buffers of a column, looked up once for each Python object."""
    found = self.__dict__.get("_view")
    if found is None:
        found = self.__dict__["_view"] = _arrow.view(self)
    return found


def _values(view, column_type):
    """The values of all rows as a list, whatever stands in null rows."""
    if column_type == ColumnType.BOOLEAN:
        return view.bits(1)
    if column_type == ColumnType.TEXT:
        wide = view.format == "U"
        offsets = view.items(ctypes.c_int64 if wide else ctypes.c_int32, extra=1)
        if view.length == 0:
            return []
        first = offsets[0]
        data = ctypes.string_at(view.buffers[2] + first, offsets[view.length] - first) if offsets[
            view.length
        ] > first else b""
        ends = [end - first for end in offsets]
        return [data[a:b].decode() for a, b in zip(ends, ends[1:])]
    if column_type == ColumnType.DICTIONARY:
        texts = _values(view.dictionary, ColumnType.TEXT)
        valid = view.validity()
        codes = view.items(_KINDS[view.format][0])
        if valid is None:
            return [texts[code] for code in codes]
        return [texts[code] if ok else None for code, ok in zip(codes, valid)]
    values = view.items(_KINDS[view.format][0])[:]
    if column_type == ColumnType.DATE:
        return [datetime.date.fromordinal(day + _EPOCH) for day in values]
    return values


def to_list(self):
    """The values as a list: floats, integers, text, dates or booleans, None for null."""
    view = _view(self)
    valid = view.validity()
    column_type = self.get_column_type()
    if valid is not None and column_type == ColumnType.DATE:
        # What stands in a null row need not be a date.
        days = view.items(ctypes.c_int32)
        return [
            datetime.date.fromordinal(day + _EPOCH) if ok else None for day, ok in zip(days, valid)
        ]
    values = _values(view, column_type)
    if valid is None:
        return values
    return [value if ok else None for value, ok in zip(values, valid)]


def _iterate(self):
    return iter(to_list(self))


def row_number(self, row, length):
    """A row from 0 for an index as Python has them."""
    number = operator.index(row)
    if number < 0:
        number += length
    if not 0 <= number < length:
        raise IndexError(f"there is no row {row}: there are {length}")
    return number


def _get_item(self, row):
    length = self.get_length()
    if isinstance(row, slice):
        start, stop, step = row.indices(length)
        if step == 1:
            return self.slice(start, max(0, stop - start))
        return self.take(list(range(start, stop, step)))
    row = row_number(self, row, length)
    if self.is_null(row):
        return None
    column_type = self.get_column_type()
    if column_type == ColumnType.DOUBLE:
        return self.get_double(row)
    if column_type in (ColumnType.TEXT, ColumnType.DICTIONARY):
        return self.get_text(row)
    if column_type == ColumnType.BOOLEAN:
        return self.get_boolean(row)
    if column_type == ColumnType.DATE:
        return datetime.date.fromordinal(_native_get_date(self, row) + _EPOCH)
    return self.get_integer(row)


# --- numpy -----------------------------------------------------------------------


def _array_interface(self):
    """The memory itself, read-only, for numbers without a null."""
    view = _view(self)
    if view.n_nulls or view.format not in ("g", "l"):
        # numpy asks __array__ next, which copies.
        raise AttributeError("__array_interface__")
    kind, typestr = _KINDS[view.format]
    address = view.buffers[1] + view.offset * ctypes.sizeof(kind) if view.length else 0
    return {"version": 3, "shape": (view.length,), "typestr": typestr, "data": (address, True)}


class _Interface:
    """Memory of a column for numpy, and what keeps it alive."""

    __slots__ = ("__array_interface__", "owner")

    def __init__(self, owner, address, length, typestr):
        self.owner = owner
        self.__array_interface__ = {
            "version": 3, "shape": (length,), "typestr": typestr, "data": (address, True)
        }


def raw_numpy(self):
    """The numbers or codes as they stand, null rows too, without a copy."""
    import numpy

    view = _view(self)
    kind, typestr = _KINDS[view.format]
    if view.length == 0:
        return numpy.empty(0, typestr)
    address = view.buffers[1] + view.offset * ctypes.sizeof(kind)
    return numpy.asarray(_Interface(self, address, view.length, typestr))


def missing_numpy(self):
    """Which rows are null, as numpy booleans, or None if none is."""
    import numpy

    view = _view(self)
    if not view.n_nulls:
        return None
    first = view.offset >> 3
    n_bytes = ((view.offset + view.length + 7) >> 3) - first
    data = numpy.asarray(_Interface(self, view.buffers[0] + first, n_bytes, "<u1"))
    skip = view.offset & 7
    return numpy.unpackbits(data, bitorder="little")[skip : skip + view.length] == 0


def to_numpy(self):
    """A numpy array: a read-only view of numbers without nulls, otherwise a copy.

    Null becomes NaN in numbers, so integers with nulls become floats; NaT in
    dates; and None in text and booleans.
    """
    import numpy

    column_type = self.get_column_type()
    if column_type in (ColumnType.TEXT, ColumnType.DICTIONARY):
        out = numpy.empty(self.get_length(), dtype=object)
        out[:] = to_list(self)
        return out
    missing = missing_numpy(self)
    if column_type == ColumnType.BOOLEAN:
        return numpy.array(to_list(self), dtype=bool if missing is None else object)
    values = raw_numpy(self)
    if column_type == ColumnType.DATE:
        values = values.astype("datetime64[D]")
        if missing is not None:
            values[missing] = numpy.datetime64("NaT")
        return values
    if missing is not None:
        values = values.astype(numpy.float64)
        values[missing] = numpy.nan
    return values


def _array(self, dtype=None, copy=None):
    values = to_numpy(self)
    if dtype is not None and values.dtype != dtype:
        if copy is False:
            raise ValueError(f"a column of {values.dtype} becomes {dtype} only by a copy")
        return values.astype(dtype)
    return values.copy() if copy and not values.flags.owndata else values


# --- the others ------------------------------------------------------------------


def to_pandas(self, name=None, index=None):
    """A pandas Series; null as in :meth:`to_numpy`, a dictionary as categorical,
    integers and booleans with nulls as the nullable types."""
    import pandas

    column_type = self.get_column_type()
    missing = missing_numpy(self)
    if column_type == ColumnType.DICTIONARY:
        codes = raw_numpy(self)
        if missing is not None:
            codes = codes.astype("int64")
            codes[missing] = -1
        texts = _values(_view(self).dictionary, ColumnType.TEXT)
        values = pandas.Categorical.from_codes(codes, categories=texts)
    elif column_type == ColumnType.TEXT:
        # Text has had a type of its own since pandas 3.
        dtype = "str" if int(pandas.__version__.partition(".")[0]) >= 3 else object
        return pandas.Series(to_list(self), name=name, index=index, dtype=dtype)
    elif column_type == ColumnType.INTEGER and missing is not None:
        values = pandas.arrays.IntegerArray(raw_numpy(self).copy(), missing)
    elif column_type == ColumnType.BOOLEAN and missing is not None:
        values = pandas.array(to_list(self), dtype="boolean")
    elif column_type == ColumnType.DATE:
        values = to_numpy(self).astype("datetime64[s]")
    else:
        values = to_numpy(self)
        if not values.flags.writeable:
            values = values.copy()
    return pandas.Series(values, name=name, index=index, copy=False)


def to_polars(self, name=""):
    """A polars Series that shares the memory where the layouts are the same."""
    import polars

    return polars.Series(values=_Arrow(self)).alias(name)


class _Arrow:
    """A column that speaks Arrow's protocol and no other."""

    __slots__ = ("_column",)

    def __init__(self, column_):
        self._column = column_

    def __arrow_c_array__(self, requested_schema=None):
        return _arrow.export_column(self._column)


def to_arrow(self):
    """A pyarrow Array that shares the memory."""
    import pyarrow

    return pyarrow.array(_Arrow(self))


def _arrow_c_array(self, requested_schema=None):
    """The Arrow PyCapsule Interface: schema and array, without a copy."""
    return _arrow.export_column(self)


def _guard(getter, *column_types):
    """A property that is None where the column is of another type."""
    return property(
        lambda self: getter(self) if self.get_column_type() in column_types else None,
        doc=getter.__doc__,
    )


def _get_date(self, row):
    """The date in a row, or None if it is null."""
    return self[row]


def _new_date(days):
    """A column of dates, or of days since 1 January 1970."""
    return _native_new_date(
        [day.toordinal() - _EPOCH if isinstance(day, datetime.date) else day for day in days]
    )


# The library's own, before this module puts its own on the class.
_native_new_date = Column.new_date
_native_get_date = Column.get_date


def install():
    """Puts all this on the class."""
    Column.dictionary = _guard(Column.get_dictionary, ColumnType.DICTIONARY)
    Column.offsets = _guard(Column.get_offsets, ColumnType.TEXT)
    Column.get_date = _get_date
    Column.new_date = staticmethod(_new_date)
    Column.from_any = staticmethod(column)
    Column.__new__ = staticmethod(lambda cls, values=(), *, copy=None: column(values, copy=copy))
    Column.__init__ = lambda self, *args, **kwargs: None
    Column.__iter__ = _iterate
    Column.__getitem__ = _get_item
    Column.__array_interface__ = property(_array_interface)
    Column.__array__ = _array
    Column.__arrow_c_array__ = _arrow_c_array
    Column.to_list = to_list
    Column.to_numpy = to_numpy
    Column.to_pandas = to_pandas
    Column.to_polars = to_polars
    Column.to_arrow = to_arrow


install()
