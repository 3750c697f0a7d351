# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reading and writing CSV in one call."""

import os
import warnings

from gi.repository import Gio

from ._errors import FaultWarning
from ._load import Marmot
from ._patch import member, names


def read_csv(source, *, name=None, columns=None, types=None, **options):
    """A :class:`marmot.Table` of a CSV file.

    ``source`` is a path, bytes, or a file open for reading bytes. ``columns`` names
    those that are wanted; ``types`` gives the types of columns by their names, such
    as ``{"area": "text"}``. Other options are the properties of
    :class:`marmot.CsvReader`, such as ``separator``.

    A file that breaks a rule is a :class:`marmot.InvalidDataError`, whose
    ``findings`` are all that is wrong with it. With ``skip_faulty_rows=True`` rows that
    break a rule are left out, with a :class:`marmot.FaultWarning` that counts them, and
    whose ``findings`` say what is wrong with each.
    """
    reader = Marmot.CsvReader(**options)
    if columns is not None:
        reader.set_wanted_columns(list(columns))
    for column, type_ in (types or {}).items():
        reader.set_column_type(column, member(Marmot.ColumnType, type_))
    if hasattr(source, "read"):
        name = name or os.path.basename(str(getattr(source, "name", ""))) or None
        source = source.read()
        if isinstance(source, str):
            raise TypeError("open the file for bytes: open(path, 'rb')")
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _told(reader, reader.read_bytes(source, name))
    if isinstance(source, (str, os.PathLike, Gio.File)):
        return _told(reader, reader.read_file(source))
    raise TypeError(f"a {type(source).__name__} is no CSV: pass a path, bytes or an open file")


def _told(reader, table):
    if reader.get_n_skipped_rows():
        warnings.warn(FaultWarning(f"{reader.get_n_skipped_rows()} faulty rows were left out: see the findings "
                                   "of this warning", reader.get_findings()), stacklevel=3)
    return table


def write_csv(data, path=None):
    """Writes a table, or what can become one, as CSV: to a path, or to the bytes
    that are returned if there is none."""
    if path is None:
        return names["csv_write_bytes"](data)
    names["csv_write_file"](data, path)
    return None
