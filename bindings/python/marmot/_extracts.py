# SPDX-License-Identifier: LGPL-2.1-or-later
"""Extracts of case systems as sets of episodes, in one call."""

import datetime
import json
import os
import warnings

from gi.repository import Gio

from ._errors import FaultWarning
from ._load import Marmot
from ._progress import told

Mapping = Marmot.EpisodeMapping


def read_episodes(source, mapping, *, needs=None, name=None, extract_day=None, progress=False,
                  cancellable=None, **options):
    """A :class:`marmot.EpisodeSet` of a council's extract.

    ``source`` is a path, bytes, or a file open for reading bytes; ``needs`` another
    such, of the needs of its episodes. ``mapping`` says which column is which field: a
    :class:`marmot.EpisodeMapping`, a dict of the same form, the path of its file, or the
    name of one that comes with the library, such as "ehm-early-help". ``extract_day`` is
    the day on which the extract was made, a date or "yyyy-mm-dd". Other options are the
    properties of :class:`marmot.EpisodeReader`, such as ``max_findings``.

    ``progress=True`` shows a bar, where tqdm or rich is installed; it may also be a
    function that takes the share that is done.

    What is left out or could not be read is told by a :class:`marmot.FaultWarning`, whose
    ``findings`` say what and where, and never show a cell. A file that is not what the
    mapping says is a :class:`marmot.InvalidDataError`.
    """
    reader = Marmot.EpisodeReader(mapping=as_mapping(mapping), **options)
    if extract_day is not None:
        reader.set_extract_day(extract_day.isoformat() if isinstance(extract_day, datetime.date) else extract_day)
    with told(progress) as tell:
        if tell:
            reader.set_progress_func(lambda share, *_: tell(share), None)
        if _is_path(source) and (needs is None or _is_path(needs)):
            episodes = reader.read_file(source, needs, cancellable)
        else:
            name = name or os.path.basename(str(source if _is_path(source) else getattr(source, "name", ""))) or None
            episodes = reader.read_bytes(_bytes_of(source), None if needs is None else _bytes_of(needs), name)
    _tell(reader)
    return episodes


def as_mapping(mapping):
    """A mapping of whatever says one."""
    if isinstance(mapping, Mapping):
        return mapping
    if isinstance(mapping, dict):
        return Mapping.from_dict(mapping)
    if isinstance(mapping, str) and not os.path.splitext(mapping)[1] and not os.path.exists(mapping):
        return Mapping.new_builtin(mapping)
    if _is_path(mapping):
        return Mapping.new_from_file(mapping)
    raise TypeError(f"a {type(mapping).__name__} is no mapping: pass an EpisodeMapping, a dict or a path")


def _is_path(source):
    return isinstance(source, (str, os.PathLike, Gio.File))


def _bytes_of(source):
    if isinstance(source, (bytes, bytearray, memoryview)):
        return source
    if hasattr(source, "read"):
        data = source.read()
        if isinstance(data, str):
            raise TypeError("open the file for bytes: open(path, 'rb')")
        return data
    if _is_path(source):
        path = source.get_path() if isinstance(source, Gio.File) else source
        with open(path, "rb") as file:
            return file.read()
    raise TypeError(f"a {type(source).__name__} is no extract: pass a path, bytes or an open file")


def _tell(reader):
    told = [
        (reader.get_n_rows_left_out(), f"of {reader.get_n_rows()} rows left out"),
        (reader.get_n_cells_lost(), "cells left empty, though something stands in them"),
        (reader.get_n_needs_left_out(), f"of {reader.get_n_needs()} needs left out"),
    ]
    if any(number for number, _ in told):
        text = "; ".join(f"{number} {what}" for number, what in told if number)
        warning = FaultWarning(f"{text}: see the findings of this warning", reader.get_findings())
        warnings.warn(warning, stacklevel=3)


# --- mappings ------------------------------------------------------------------------


def _from_dict(mapping):
    """A mapping of a dict of the form of its file; ``format`` may be left out."""
    text = json.dumps({"format": "marmot-mapping 1", **mapping})
    return Mapping.new_from_json(text.encode(), None)


def _to_dict(self):
    """The mapping as a dict of the form of its file."""
    return json.loads(bytes(self.to_json()))


def install():
    """Puts all this on the class."""
    Mapping.from_dict = staticmethod(_from_dict)
    Mapping.to_dict = _to_dict
    Mapping.__eq__ = lambda self, other: isinstance(other, Mapping) and self.to_dict() == other.to_dict()
    Mapping.__hash__ = lambda self: hash(bytes(self.to_json()))
    Mapping.__repr__ = lambda self: f"<marmot.EpisodeMapping of {self.get_kind()}: {' '.join(self.list_fields(False))}>"


install()
