# SPDX-License-Identifier: LGPL-2.1-or-later
"""Columns from whatever Python holds numbers, words and dates in, and back."""

import array as array_module
import ctypes
import datetime
import sys

from . import _arrow
from ._load import Marmot

Column = Marmot.Column
ColumnType = Marmot.ColumnType

_EPOCH = datetime.date(1970, 1, 1).toordinal()
_INT64 = range(-(2**63), 2**63)


def _module(name):
    """A module if something else has imported it; it is never imported here."""
    return sys.modules.get(name)


# The types of other libraries that are columns; numpy comes last, since those of
# the others become arrays as well.
_FOREIGN = (
    ("pandas", ("Series", "Index")),
    ("polars", ("Series",)),
    ("pyarrow", ("Array", "ChunkedArray")),
    ("numpy", ("ndarray",)),
)


def kind_of(value):
    """Which library a column is of: pandas, polars, pyarrow, numpy, marmot, arrow
    for any other that speaks Arrow's protocol, list for Python's own sequences,
    or None if it is no column."""
    if isinstance(value, (int, float, str, bytes, dict)) or value is None:
        return None
    if isinstance(value, Column):
        return "marmot"
    if isinstance(value, (list, tuple, range, array_module.array)):
        return "list"
    for kind, types in _FOREIGN:
        module = _module(kind)
        if module and isinstance(value, tuple(getattr(module, t) for t in types if hasattr(module, t))):
            return kind
    if hasattr(value, "__arrow_c_array__") or hasattr(value, "__arrow_c_stream__"):
        return "arrow"
    if hasattr(value, "__array__") and getattr(value, "ndim", 1) == 1 and _module("numpy"):
        return "numpy"
    return None


def check_indexes(values):
    """Rows of pandas belong together by their index, and are not aligned here.
    (An Index itself has none.)"""
    pandas = _module("pandas")
    if pandas is None:
        return
    indexes = [value.index for value in values if isinstance(value, (pandas.Series, pandas.DataFrame))]
    if any(not index.equals(indexes[0]) for index in indexes[1:]):
        raise ValueError(
            "the columns have different indexes, so their rows do not belong together: "
            "align them first, or pass .array"
        )


def column(values, *, copy=None):
    """A :class:`marmot.Column` of anything that holds a column.

    pandas, polars and pyarrow columns, whatever speaks Arrow's protocol, numpy
    arrays, and lists and other sequences. ``None`` is null, and so are NaN in
    pandas and masked elements; elsewhere NaN is a value.

    Memory that cannot change is shared. A numpy array that can be written is
    copied, since a column never changes; ``copy=False`` shares it all the same,
    and then nobody may write to it.
    """
    made = _from_doubles(values, copy)
    if made is not None:
        return made
    kind = kind_of(values)
    if kind is None:
        raise TypeError(
            f"a {type(values).__name__} is not a column: pass a list, a numpy array, a pandas or "
            "polars Series, or a pyarrow array"
        )
    return _FROM[kind](values, copy)


# --- from lists ------------------------------------------------------------------


def bits(flags):
    """Booleans as Arrow packs them, a bit each."""
    packed = int("".join("1" if flag else "0" for flag in reversed(flags)) or "0", 2)
    return packed.to_bytes(len(flags) // 8 + 1, "little")


def _address(buffer):
    """The address of an array.array, or of bytes."""
    if isinstance(buffer, bytes):
        return ctypes.cast(ctypes.c_char_p(buffer), ctypes.c_void_p).value
    return buffer.buffer_info()[0]


def _from_buffer(format_, values, n_rows, valid, extra=()):
    """A column over arrays and bytes of Python; ``valid`` is None or flags."""
    validity = None if valid is None else bits(valid)
    buffers = [None if validity is None else _address(validity), _address(values)]
    buffers += [_address(e) for e in extra]
    n_nulls = 0 if valid is None else n_rows - sum(valid)
    return _arrow.column_from_buffers(format_, n_rows, buffers, (values, validity, extra), n_nulls)


def text_buffers(texts):
    """Offsets and bytes of texts, and the format for them; None takes no bytes."""
    data = [b"" if text is None else text.encode() for text in texts]
    offsets = array_module.array("q", bytes(8 * (len(data) + 1)))
    end = 0
    for i, part in enumerate(data, 1):
        end += len(part)
        offsets[i] = end
    if end < 2**31:
        return "u", array_module.array("i", offsets), b"".join(data)
    return "U", offsets, b"".join(data)


def _is_missing(value):
    if value is None:
        return True
    pandas = _module("pandas")
    return pandas is not None and (value is pandas.NA or value is pandas.NaT)


def _from_list(values, copy, nan_is_null=False):
    if isinstance(values, array_module.array):
        if values.typecode == "d":
            values = array_module.array("d", values) if copy is not False else values
            return _from_buffer("g", values, len(values), None)
        values = values.tolist()
    elif not isinstance(values, list):
        values = list(values)

    # Most lists are of numbers without a gap, and array.array takes those fastest.
    kinds = set(map(type, values))
    if kinds == {float} and not nan_is_null:
        return _from_buffer("g", array_module.array("d", values), len(values), None)
    if kinds == {int}:
        return _integers(values, len(values), None)

    valid = None
    missing = [
        _is_missing(value) or (nan_is_null and isinstance(value, float) and value != value)
        for value in values
    ]
    if any(missing):
        valid = [not m for m in missing]
        kinds = {type(v) for v, m in zip(values, missing) if not m}

    def fill(with_):
        if valid is None:
            return values
        return [v if ok else with_ for v, ok in zip(values, valid)]

    n_rows = len(values)
    if all(issubclass(kind, bool) for kind in kinds) and kinds:
        return _from_buffer("b", bits(fill(False)), n_rows, valid)
    if kinds and all(issubclass(kind, str) for kind in kinds):
        format_, offsets, data = text_buffers(fill(None))
        return _from_buffer(format_, offsets, n_rows, valid, (data,))
    if kinds and all(issubclass(kind, datetime.date) for kind in kinds):
        return _dates(fill(datetime.date(1970, 1, 1)), n_rows, valid)
    filled = fill(0)
    if kinds and all(hasattr(kind, "__index__") and not issubclass(kind, bool) for kind in kinds):
        return _integers([int(v) for v in filled], n_rows, valid)
    if any(issubclass(kind, (str, bytes, bool, datetime.date)) for kind in kinds):
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(
            f"a column is of one type, and these values are of several ({names}): convert them first"
        )
    try:
        return _from_buffer("g", array_module.array("d", map(float, filled)), n_rows, valid)
    except (TypeError, ValueError):
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(
            f"values of type {names} cannot be a column: convert them to numbers, text or dates"
        ) from None


def _integers(values, n_rows, valid):
    try:
        return _from_buffer("l", array_module.array("q", values), n_rows, valid)
    except OverflowError:
        raise OverflowError("an integer needs more than 64 bits: convert the values to floats") from None


def _dates(values, n_rows, valid):
    days = array_module.array("i", bytes(4 * n_rows))
    for i, value in enumerate(values):
        if isinstance(value, datetime.datetime) and (
            value.tzinfo is not None or value.time() != datetime.time()
        ):
            raise TypeError("these values have times: a column holds dates, so convert them with .date()")
        days[i] = value.toordinal() - _EPOCH
    return _from_buffer("tdD", days, n_rows, valid)


# --- from numpy ------------------------------------------------------------------


def _from_doubles(values, copy):
    """A column of an array of doubles in one piece, which is what most are; None of
    anything else."""
    numpy = _module("numpy")
    if numpy is None or type(values) is not numpy.ndarray:
        return None
    flags = values.flags
    if values.dtype != numpy.float64 or values.ndim != 1 or not (flags.c_contiguous and flags.aligned):
        return None
    if copy or (copy is None and flags.writeable):
        values = values.copy()
    return _arrow.column_from_buffers("g", len(values), (None, values.__array_interface__["data"][0]), values, 0)


def _from_numpy(values, copy, missing=None):
    """``missing`` marks the rows that are null, or is None."""
    numpy = _module("numpy")
    if isinstance(values, numpy.ma.MaskedArray):
        if values.mask is not numpy.ma.nomask:
            missing = numpy.array(values.mask) if missing is None else values.mask | missing
        values = values.data
    values = numpy.asarray(values)
    if values.ndim != 1:
        raise TypeError(f"a column has one dimension and this array has {values.ndim}: pass one row or column of it")

    kind = values.dtype.kind
    if kind == "f":
        format_, dtype = "g", numpy.float64
        if values.dtype.itemsize > 8:
            raise TypeError("long doubles are not taken: convert with .astype(float)")
    elif kind in "iu":
        format_, dtype = "l", numpy.int64
        if values.dtype == numpy.uint64 and len(values) and values.max() > 2**63 - 1:
            raise OverflowError("an integer needs more than 63 bits: convert with .astype(float)")
    elif kind == "b":
        format_ = "b"
    elif kind == "M":
        return _from_datetimes(values, missing)
    elif kind in "OUT":
        values = values.tolist()
        if missing is not None:
            values = [None if m else v for v, m in zip(values, missing)]
        return _from_list(values, None)
    else:
        raise TypeError(
            f"an array of {values.dtype} is not taken: convert it to numbers, text or dates with .astype()"
        )

    if kind == "b":
        packed = numpy.packbits(values, bitorder="little")
    else:
        writable = values.flags.writeable
        packed = numpy.ascontiguousarray(values, dtype=dtype)
        if copy or (copy is None and writable and numpy.may_share_memory(packed, values)):
            packed = packed.copy()
        if packed.ctypes.data % 8:
            packed = packed.copy()
    return _over_numpy(format_, packed, len(values), missing)


def _over_numpy(format_, packed, n_rows, missing, dictionary=None):
    """A column over a packed array of ours, with its nulls."""
    numpy = _module("numpy")
    validity = None
    n_nulls = 0
    if missing is not None:
        n_nulls = int(numpy.count_nonzero(missing))
        if n_nulls:
            validity = numpy.packbits(~missing, bitorder="little")
    buffers = [validity.ctypes.data if validity is not None else None, packed.ctypes.data]
    return _arrow.column_from_buffers(
        format_, n_rows, buffers, (packed, validity), n_nulls, dictionary
    )


def _from_datetimes(values, missing):
    numpy = _module("numpy")
    days = values.astype("datetime64[D]")
    absent = numpy.isnat(values)
    if missing is not None:
        absent = absent | missing
    if not (absent | (days == values)).all():
        raise TypeError("these values have times: a column holds dates, so convert them to days first")
    numbers = days.astype(numpy.int64)
    numbers[absent] = 0
    if len(numbers) and (numbers.min() < -(2**31) or numbers.max() > 2**31 - 1):
        raise OverflowError("a date is too far from today for a column")
    return _over_numpy("tdD", numbers.astype(numpy.int32), len(values), absent)


# --- from pandas -----------------------------------------------------------------


def _from_pandas(values, copy):
    pandas = _module("pandas")
    numpy = _module("numpy")
    dtype = values.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        return _from_categorical(values.array)
    if isinstance(dtype, numpy.dtype):
        data = values.to_numpy()
        if dtype.kind == "f":
            missing = numpy.isnan(data)
            return _from_numpy(data, copy, missing if missing.any() else None)
        if dtype.kind == "O":
            return _from_list(data.tolist(), copy, nan_is_null=True)
        return _from_numpy(data, copy)
    if _module("pyarrow") and hasattr(values.array, "__arrow_array__"):
        # Text of pandas 3, and whatever else pyarrow holds for it.
        pyarrow = _module("pyarrow")
        held = values.array.__arrow_array__()
        if not isinstance(held, pyarrow.ChunkedArray):
            held = pyarrow.chunked_array([held])
        return _arrow.import_stream(held.__arrow_c_stream__())
    missing = numpy.asarray(values.isna())
    if pandas.api.types.is_bool_dtype(dtype):
        return _from_numpy(values.to_numpy(dtype=bool, na_value=False), False, missing)
    if pandas.api.types.is_integer_dtype(dtype):
        return _from_numpy(values.to_numpy(dtype="int64", na_value=0), copy, missing)
    if pandas.api.types.is_float_dtype(dtype):
        return _from_numpy(values.to_numpy(dtype="float64", na_value=0.0), copy, missing)
    if isinstance(dtype, pandas.DatetimeTZDtype):
        raise TypeError("these times have a zone: convert them to dates with .dt.date first")
    return _from_list(values.tolist(), copy, nan_is_null=True)


def _from_categorical(values):
    pandas = _module("pandas")
    numpy = _module("numpy")
    categories = values.categories
    if not all(isinstance(category, str) for category in categories):
        # Only text has a dictionary here: what else it may be is written out.
        return _from_pandas(pandas.Series(numpy.asarray(values)), None)
    codes = numpy.asarray(values.codes)
    missing = codes < 0
    wide = numpy.where(missing, 0, codes).astype(numpy.int32)
    format_, offsets, data = text_buffers(list(categories))
    buffers = [None, _address(offsets), _address(data)]
    dictionary = (format_, len(categories), buffers, (offsets, data), 0, None)
    return _over_numpy("i", wide, len(codes), missing, dictionary)


# --- from whatever speaks Arrow --------------------------------------------------


def _from_arrow(values, copy):
    if hasattr(values, "__arrow_c_array__"):
        return _arrow.import_array(values.__arrow_c_array__())
    return _arrow.import_stream(values.__arrow_c_stream__())


_FROM = {
    "marmot": lambda values, copy: values,
    "list": _from_list,
    "numpy": _from_numpy,
    "pandas": _from_pandas,
    "polars": _from_arrow,
    "pyarrow": _from_arrow,
    "arrow": _from_arrow,
}


def constant(value, n_rows):
    """A column of the same number in every row."""
    return _from_buffer("g", array_module.array("d", [value]) * n_rows, n_rows, None)
