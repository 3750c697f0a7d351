# SPDX-License-Identifier: LGPL-2.1-or-later
"""Episodes and their measures. Everything is computed by the library."""

import datetime

from . import _tables
from ._load import Marmot
from ._patch import date_to_c, member, names

Set = Marmot.EpisodeSet
Totals = Marmot.EpisodeTotals

# The library's own, before this module puts its own on the classes.
_measure = Set.measure
_covered = Set.with_coverage
_coverage = Set.get_coverage
_open_on = Set.open_on
_needs = Set.with_needs

_EPOCH = datetime.date(1970, 1, 1)


def day_to_c(day):
    """A day as the library counts it, for a datetime.date."""
    return (day - _EPOCH).days if isinstance(day, datetime.date) else day


def day_from_c(day):
    return _EPOCH + datetime.timedelta(days=day)


def period_to_c(period, hint="calendar"):
    """A period for a text; a year alone is a calendar year."""
    return names["Period"].parse(period, hint) if isinstance(period, str) else period


def _list(value):
    if value is None:
        return None
    return [value] if isinstance(value, str) else list(value)


_CONVERT = {
    "period": period_to_c,
    "day": date_to_c,
    "by": _list,
    "agencies": _list,
    "placements": _list,
    "step": lambda value: member(Marmot.EpisodeStep, value),
    "unit": lambda value: member(Marmot.EpisodeUnit, value),
}


def episode_options(**options):
    """The conventions of a measure, as :class:`marmot.EpisodeOptions`, for calls that take
    the same ones; see :meth:`marmot.EpisodeSet.measure`."""
    given = {}
    for name, value in options.items():
        if value is not None:
            given[name] = _CONVERT[name](value) if name in _CONVERT else value
    return Marmot.EpisodeOptions(**given)


def episodes(figures, kind="early-help", *, needs=None, covers=None):
    """Episodes out of columns, as :class:`marmot.EpisodeSet`.

    ``figures`` is a data frame, a table or a dictionary of columns, a row an episode, whose
    columns are named as there; ``kind`` is what they are of where no column says so.
    ``needs`` is the same with a row a need, and ``covers`` the first and the last day of
    which the data know everything.
    """
    made = names["EpisodeSet"].new(kind, _tables.table(figures))
    if needs is not None:
        made = made.with_needs(_tables.table(needs))
    return made if covers is None else made.with_coverage(*covers)


def _measure_set(self, measure, options=None, **conventions):
    """What a measure finds, as :class:`marmot.EpisodeTotals`.

    ``measure`` is its short name, such as "closed-within". The conventions are the
    properties of :class:`marmot.EpisodeOptions`: ``period`` ("2024", "2023/24" or a
    :class:`marmot.Period`), ``day``, ``by`` (names of columns), ``step`` ("month", "quarter",
    "year"), ``unit``, ``weeks`` and so on; or pass them as ``options``.
    """
    if options is None:
        options = episode_options(**conventions)
    elif conventions:
        raise TypeError("pass options or single conventions, and not both")
    return _measure(self, measure, options)


def _with_coverage(self, first_day, last_day):
    """The same episodes, with the first and the last day of which the data know everything."""
    return _covered(self, day_to_c(first_day), day_to_c(last_day))


def _get_coverage(self):
    """The first and the last day that the set knows of, or None."""
    known, first, last = _coverage(self)
    return (day_from_c(first), day_from_c(last)) if known else None


def _set_open_on(self, day):
    """The episodes that are at work on a day."""
    return _open_on(self, day_to_c(day))


def _set_with_needs(self, needs):
    """The same episodes with the needs of their families, a row a need."""
    return _needs(self, _tables.table(needs))


def _sum(self, other):
    return self.add(other) if isinstance(other, Totals) else NotImplemented


def _dated_in(self, column, period):
    """The episodes whose date in a column lies in a period, such as "2024"."""
    return _dated(self, column, period_to_c(period))


def _open_during(self, period):
    """The episodes that are at work on at least one day of a period, such as "2024"."""
    return _during(self, period_to_c(period))


_dated = Set.dated_in
_during = Set.open_during


def install():
    """Puts all this on the classes."""
    Set.measure = _measure_set
    Set.with_coverage = _with_coverage
    Set.get_coverage = _get_coverage
    Set.coverage = property(_get_coverage)
    Set.open_on = _set_open_on
    Set.open_during = _open_during
    Set.dated_in = _dated_in
    Set.with_needs = _set_with_needs
    Totals.__add__ = _sum
    # sum() begins with 0.
    Totals.__radd__ = lambda self, other: self if other == 0 else NotImplemented


install()
