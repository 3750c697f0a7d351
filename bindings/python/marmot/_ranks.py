# SPDX-License-Identifier: LGPL-2.1-or-later
"""Equal groups, deprivation, funnels and ranks of areas, with words for what the
library has as arguments. Everything is computed by the library."""

from . import _columns, _figures
from ._load import Marmot
from ._patch import member, names
from ._statistics import _check_indexes, _give_table, make_groups

_PACKAGES = ("pandas", "polars", "pyarrow")


def _grouping(columns, groups):
    kinds = [_columns.kind_of(value) for value in columns]
    _check_indexes(columns, kinds, groups)
    return None if groups is None else make_groups(groups)


def _give(value, table):
    kind = _columns.kind_of(value)
    result = _give_table(kind if kind in _PACKAGES else None, table)
    if kind == "pandas" and hasattr(value, "index"):
        result.index = value.index
    return result


def quantiles(values, *, n_groups=10, rule="rank", highest_first=True, people=None, groups=None):
    """The equal group of each value, from 1: a row a value, with `quantile` and
    `status`.

    ``rule`` is "rank" (equal values are never parted; the rule of PHEindicatormethods),
    "percentile", "dealt" (as SQL's NTILE) or "people", which needs ``people`` and makes
    groups of as many people. With ``groups``, what each value is cut within. What comes
    out is a pandas or polars DataFrame or a pyarrow Table if that went in, and a
    :class:`marmot.Table` otherwise.
    """
    columns = [values] if people is None else [values, people]
    grouping = _grouping(columns, groups)
    options = Marmot.QuantileOptions.new(member(Marmot.QuantileRule, rule), n_groups, highest_first)
    return _give(values, names["quantiles"](
        _columns.column(values), None if people is None else _columns.column(people), grouping, options,
    ))


def rank_areas(values, standard_errors, *, highest_first=False, confidence=0.95, joint=True, groups=None):
    """The rank of each area, and how far chance could move it: `rank`, `rank_lower`,
    `rank_upper`, `expected_rank`, `ranked` and `status`.

    With ``joint``, all intervals hold at once, as they must for statements such as
    "among the worst ten". Takes and gives what :func:`marmot.quantiles` does.
    """
    grouping = _grouping([values, standard_errors], groups)
    return _give(values, names["rank_areas"](
        _columns.column(values), _columns.column(standard_errors), grouping, highest_first, confidence, joint,
    ))


def deprivation_groups(edition, ranks, *, n_groups=10, people=None, areas=None):
    """Small areas in tenths of deprivation, 1 the most deprived, as
    :class:`marmot.DeprivationGroups`: of England, or within ``areas``, a column of the
    council of each; by areas, or by ``people``.

    ``edition`` is a short name such as "imd-2019", or a
    :class:`marmot.DeprivationEdition`.
    """
    if isinstance(edition, str):
        edition = Marmot.DeprivationEdition.new_builtin(edition)
    columns = [ranks] if people is None else [ranks, people]
    within = _grouping(columns, areas)
    ranks = _columns.column(ranks)
    people = None if people is None else _columns.column(people)
    if within is None:
        return Marmot.DeprivationGroups.new_england(edition, ranks, people, n_groups)
    return Marmot.DeprivationGroups.new_within(edition, ranks, people, within, n_groups)


def funnel(numerator, denominator=None, *, kind, rate=None, spread="none", multiplier=0.0, baseline=0.0,
           years=1.0, winsorised=0.1, confidence=0.95, outer_confidence=0.998):
    """A :class:`marmot.Funnel`: areas beside their average, and how far from it chance
    would let them stand.

    ``kind`` is "proportion", "rate", "standardised-rate" (with ``rate`` in place of
    ``denominator``) or "ratio"; ``spread`` is "none", "multiplicative" or "additive".
    """
    given = [value for value in (numerator, denominator, rate) if value is not None]
    _check_indexes(given, [_columns.kind_of(value) for value in given], None)
    options = _figures.options(
        Marmot.FunnelOptions, kind=member(Marmot.FunnelKind, kind), spread=member(Marmot.FunnelSpread, spread),
        multiplier=multiplier, baseline=baseline, years=years, winsorised=winsorised,
        confidence=confidence, outer_confidence=outer_confidence,
    )
    return Marmot.Funnel.new(
        options, *(None if value is None else _columns.column(value) for value in (numerator, denominator, rate))
    )
