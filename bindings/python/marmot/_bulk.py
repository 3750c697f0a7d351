# SPDX-License-Identifier: LGPL-2.1-or-later
"""Percentiles of columns, with words for what the library has as arguments.
Everything is computed by the library."""

from . import _columns
from ._load import Marmot
from ._patch import member, names
from ._statistics import _check_indexes, _give_table, make_groups


def _of_column(function, values, groups, *rest):
    kind = _columns.kind_of(values)
    column = _columns.column(values)
    grouping = None
    if groups is not None:
        _check_indexes([values], [kind], groups)
        grouping = make_groups(groups)
    return _give_table(kind if kind in ("pandas", "polars", "pyarrow") else None,
                       function(column, grouping, *rest))


def percentiles(values, percents, *, groups=None, rule="type-7", min_values=4):
    """Percentiles of a column, such as ``[25, 50, 75]``, in a row; with ``groups``, a
    column or several of them or a data frame, in a row a group, with the keys beside.

    ``rule`` is "type-7" (linear interpolation, as numpy and R do) or "fingertips"
    (the same to ten decimals, as Fingertips cuts quintiles). Groups with fewer than
    ``min_values`` values have none, and the status says so. What comes out is a
    pandas or polars DataFrame or a pyarrow Table if that went in, and a
    :class:`marmot.Table` otherwise.
    """
    return _of_column(names["percentiles"], values, groups, [float(p) for p in percents],
                      member(Marmot.PercentileRule, rule), _fewest(min_values))


def summary(values, *, groups=None, kind="seven", rule="type-7", min_values=4):
    """The numbers of a box plot: minimum, 5th and 25th percentile, median, 75th and
    95th percentile and maximum, or, of ``kind`` "five", those without the 5th and 95th.

    Takes and gives what :func:`marmot.percentiles` does.
    """
    return _of_column(names["summary"], values, groups, member(Marmot.SummaryKind, kind),
                      member(Marmot.PercentileRule, rule), _fewest(min_values))


def _fewest(min_values):
    if min_values < 1:
        raise ValueError("percentiles are made of at least one value")
    return min_values
