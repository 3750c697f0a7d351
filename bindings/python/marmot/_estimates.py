# SPDX-License-Identifier: LGPL-2.1-or-later
"""What estimates can do in Python, one and many."""

from ._column_methods import row_number
from ._load import Marmot

Estimate = Marmot.Estimate
Estimates = Marmot.Estimates


def _which(levels, confidence):
    for i, level in enumerate(levels):
        if abs(level - confidence) < 1e-12:
            return i
    asked = ", ".join(format(level, "g") for level in levels)
    raise LookupError(f"there are no limits at {confidence}: they were asked for at {asked}")


def _estimate_levels(self):
    """The confidence levels that there are limits at."""
    return tuple(self.get_level(i)[1] for i in range(self.get_n_levels()))


def _estimate_interval(self, confidence):
    """The lower and the upper limit at one of the confidence levels."""
    _, _, lower, upper = self.get_level(_which(_estimate_levels(self), confidence))
    return lower, upper


def _levels(self):
    """The confidence levels that there are limits at."""
    return tuple(self.get_confidence(i) for i in range(self.get_n_levels()))


def _interval(self, confidence):
    """The columns of lower and upper limits at one of the confidence levels."""
    level = _which(_levels(self), confidence)
    return self.get_lower(level), self.get_upper(level)


def _get_item(self, row):
    length = self.get_length()
    if isinstance(row, slice):
        start, stop, step = row.indices(length)
        if step == 1:
            return self.slice(start, max(0, stop - start))
        raise ValueError("estimates are sliced without a step: take steps of their table, to_table()")
    return self.get_estimate(row_number(self, row, length))


def _iterate(self):
    return (self.get_estimate(i) for i in range(self.get_length()))


def columns(self):
    """The columns by name: value, lower and upper (with the level behind the name
    where there are several, as in ``lower_99.8``), status."""
    return self.to_table().columns()


def to_pandas(self, index=None):
    """A pandas DataFrame of :meth:`columns`; the status is categorical."""
    import pandas

    if index is None:
        index = pandas.RangeIndex(self.get_length())
    series = {name: c.to_pandas(index=index) for name, c in columns(self).items()}
    return pandas.DataFrame(series, index=index, copy=False)


def to_polars(self):
    """A polars DataFrame of :meth:`columns`."""
    import polars

    return polars.DataFrame([c.to_polars(name) for name, c in columns(self).items()])


def to_arrow(self):
    """A pyarrow Table of :meth:`columns`, which shares the memory."""
    import pyarrow

    found = columns(self)
    return pyarrow.Table.from_arrays([c.to_arrow() for c in found.values()], names=list(found))


def to_numpy(self):
    """A dictionary of numpy arrays, one for each of :meth:`columns`."""
    return {name: c.to_numpy() for name, c in columns(self).items()}


def install():
    """Puts all this on the classes."""
    Estimate.levels = property(_estimate_levels)
    Estimate.interval = _estimate_interval
    Estimates.levels = property(_levels)
    Estimates.confidence = property(lambda self: self.get_confidence(0), doc="The first level.")
    Estimates.lower = property(lambda self: self.get_lower(0), doc="Lower limits at the first level.")
    Estimates.upper = property(lambda self: self.get_upper(0), doc="Upper limits at the first level.")
    Estimates.interval = _interval
    Estimates.columns = columns
    Estimates.__getitem__ = _get_item
    Estimates.__iter__ = _iterate
    Estimates.to_pandas = to_pandas
    Estimates.to_polars = to_polars
    Estimates.to_arrow = to_arrow
    Estimates.to_numpy = to_numpy


install()
