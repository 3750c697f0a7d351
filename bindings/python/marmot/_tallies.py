# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures that anybody can define: what each row counts as. Everything is computed by
the library."""

from . import _columns, _tables
from ._load import Marmot
from ._patch import member, names


def tally(name, counts, *, values=None, keys=None, statistic="share", confidence=0.95, population=0, per=10000,
          rows=False, reasons=None, conventions=None):
    """What each row counts as, brought to measures by group, as :class:`marmot.Tally`.

    ``counts`` is a column of "in", "out", "unknown", "not-covered", None (not asked about) or
    the reason for which a row is left out. ``keys`` is a table, a data frame or a dictionary
    of columns that rows are grouped by; ``statistic`` is "share", "count" (by ``population``,
    ``per`` so many) or "mean" (of ``values``). Tallies of parts add up with ``+`` and
    ``sum()``, and travel by pickle.
    """
    given = {"reasons": None if reasons is None else [reasons] if isinstance(reasons, str) else list(reasons),
             "conventions": conventions}
    options = Marmot.TallyOptions(
        statistic=member(Marmot.TallyStatistic, statistic), confidence=confidence, population=population, per=per,
        rows=rows, **{option: value for option, value in given.items() if value is not None},
    )
    return names["Tally"].new(
        name, _columns.column(counts), None if values is None else _columns.column(values),
        None if keys is None else _tables.table(keys), options,
    )


def _sum(self, other):
    return self.add(other) if isinstance(other, Marmot.Tally) else NotImplemented


Marmot.Tally.__add__ = _sum
# sum() begins with 0.
Marmot.Tally.__radd__ = lambda self, other: self if other == 0 else NotImplemented
