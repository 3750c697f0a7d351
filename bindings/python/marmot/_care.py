# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reading the return on children looked after, and the Safeguarding Dataset."""

import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from gi.repository import Gio

from ._errors import FaultWarning
from ._load import Marmot
from ._progress import told

_PATHS = (str, os.PathLike)


def _items(source):
    """What a source names: one file, table or bytes, those of a list, or the CSV files of
    a folder."""
    if isinstance(source, (list, tuple)):
        return [item for part in source for item in _items(part)]
    if isinstance(source, _PATHS) and os.path.isdir(source):
        return sorted(p for p in Path(source).iterdir() if p.suffix.lower() == ".csv")
    return [source]


def _year(year):
    """A collection year as a number: 2017 for 2017, "2017/18" or such a period."""
    if isinstance(year, int):
        return year
    if not isinstance(year, Marmot.Period):
        year = Marmot.Period.parse(year, Marmot.YearType.FINANCIAL)
    return year.get_year()


def _add(reader, item, *year):
    """Gives one item to a reader."""
    name = None
    if hasattr(item, "read"):
        name = os.path.basename(str(getattr(item, "name", ""))) or None
        item = item.read()
        if isinstance(item, str):
            raise TypeError("open the file for bytes: open(path, 'rb')")
    if isinstance(item, (bytes, bytearray, memoryview)):
        reader.add_bytes(item, name, *year, None)
    elif isinstance(item, (*_PATHS, Gio.File)):
        reader.add_file(item, *year, None)
    else:
        reader.add_table(item, name, *year)


def read_care_return(source, year=None, *, progress=False, **options):
    """A :class:`marmot.CareReturn` of the files of an SSDA903 return.

    ``source`` is a file, a folder of CSV files, or a list of them, all of the collection
    year ``year``; or a dictionary with such a source for each year::

        marmot.read_care_return({"2023/24": "returns/2024", "2024/25": "returns/2025"})

    A file is a path, bytes, a file open for reading bytes, or a data frame. A year is
    2023 or "2023/24". Which table a file is, its columns tell.

    ``progress`` is true for a progress bar, if tqdm or rich is installed, or a function
    that is told the fraction done. Other options are the properties of
    :class:`marmot.CareReader`, such as ``max_findings``.

    What was found is in ``findings`` of the return, and of the
    :class:`marmot.InvalidDataError` that a wrong file raises. Rows that could not be used
    are told by a :class:`marmot.FaultWarning` as well.
    """
    if not isinstance(source, Mapping):
        if year is None:
            raise TypeError('say the collection year: year="2023/24", or {"2023/24": files}')
        source = {year: source}
    elif year is not None:
        raise TypeError("give the year once: as the key of the files, or as year")
    files = [(item, _year(y)) for y, part in source.items() for item in _items(part)]
    if not files:
        raise ValueError("there is no CSV file to read")

    reader = Marmot.CareReader(**options)
    with told(progress) as tell:
        for i, (item, of_year) in enumerate(files):
            if tell:
                reader.set_progress_func(lambda fraction, i=i: tell((i + fraction) / len(files)))
            _add(reader, item, of_year)
    care = reader.end()
    _warn(care.n_rows_left_out, care.n_rows_read, care.findings)
    return care


def _warn(n_left_out, n_rows, findings):
    """Rows are never left out in silence."""
    if n_left_out:
        text = f"{n_left_out} of {n_rows} rows left out: see the findings of this warning"
        warnings.warn(FaultWarning(text, findings), stacklevel=3)


def read_safeguarding_dataset(source, *, findings=None, **options):
    """A :class:`marmot.EpisodeSet` of tables of the Standard Safeguarding Dataset: early
    help, episodes of care, placements, legal statuses and persons.

    ``source`` is a file, a folder of CSV files or a list of files, each a path, bytes, an
    open file or a data frame. ``findings``, a list, gets what was found; rows that could
    not be used are told by a :class:`marmot.FaultWarning` as well. Other options are the
    properties of :class:`marmot.SsdReader`.
    """
    reader = Marmot.SsdReader(**options)
    try:
        for item in _items(source):
            _add(reader, item)
        episodes = reader.end()
        _warn(reader.get_n_rows_left_out(), reader.get_n_rows_read(), reader.get_findings())
        return episodes
    finally:
        if findings is not None:
            findings.extend(reader.get_findings())
