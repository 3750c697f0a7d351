# SPDX-License-Identifier: LGPL-2.1-or-later
"""Monitoring over time: XmR charts. Everything is computed by the library."""

import numbers

from . import _columns, _figures, _tables
from ._load import Marmot
from ._patch import member, names


def _value(number):
    return names["Value"].new(float(number), -1) if isinstance(number, numbers.Real) else number


def xmr_options(
    *, rule_set=None, polarity="unstated", target=None, baseline=0, steps=None, screening="rule-set",
    beyond="rule-set", ties="rule-set", trend_points=0, shift_points=0, minimum_points=0, judge_trials=False,
    missing="break", conflict="order", given_mean=None, given_lower=None, given_upper=None, rolling=False,
    ignore_scale=False,
):
    """How XmR charts are drawn and read, as a :class:`marmot.XmrOptions`; see there for
    what each means.

    ``rule_set`` is a :class:`marmot.XmrRuleSet` or the name of one that is built in;
    ``target`` and what is given are numbers or :class:`marmot.Value`; ``steps`` is a list
    or column of dates; the rest are numbers, booleans and short names.
    """
    if isinstance(rule_set, str):
        rule_set = names["XmrRuleSet"].new_builtin(rule_set)
    return Marmot.XmrOptions(
        rule_set=rule_set,
        polarity=member(Marmot.Polarity, polarity),
        target=_value(target),
        baseline=baseline,
        steps=None if steps is None else _columns.column(steps),
        screening=member(Marmot.XmrScreening, screening),
        beyond=member(Marmot.XmrBeyond, beyond),
        ties=member(Marmot.XmrTies, ties),
        trend_points=trend_points,
        shift_points=shift_points,
        minimum_points=minimum_points,
        judge_trials=judge_trials,
        missing=member(Marmot.XmrMissing, missing),
        conflict=member(Marmot.XmrConflict, conflict),
        given_mean=_value(given_mean),
        given_lower=_value(given_lower),
        given_upper=_value(given_upper),
        rolling=rolling,
        ignore_scale=ignore_scale,
    )


def xmr_series(figures, *, series=None, exceptions_first=False, **options):
    """XmR charts of all series at once: a row a series, with its icons.

    ``figures`` is a data frame, a table or a dictionary of columns, a row a point:
    "value", "date", and what else the library's function of the same name knows.
    ``series`` is the name of a column of the figures, several names, or what
    :func:`marmot.groups` takes; the keys stand first in the result, which is the kind of
    table that the figures are. ``options`` are those of :func:`marmot.xmr_options`.

    With ``exceptions_first`` the rows are put in the order of
    :func:`marmot.xmr_exceptions`.
    """
    made = xmr_options(**options)
    table = _tables.table(figures)
    grouping = _figures._grouping(table, series)
    result = names["xmr_series"](table, grouping, made)
    keys = grouping.get_keys() if grouping is not None else None
    if keys is not None:
        result = _figures._statistics._beside(keys, result)
    if exceptions_first:
        result = names["xmr_exceptions"](result)
    return _figures.give(_figures._kind(figures), None, result)


def xmr_points(figures, *, series=None, **options):
    """The points of the same charts, a row a row of the figures, in their order, without
    the keys: limits, signals, and what they mean."""
    return _figures.run_rows("xmr_points", figures, series, xmr_options(**options))


def xmr_parts(figures, *, series=None, **options):
    """The parts of the same charts, from step to step; "series" counts from 0, in the
    order of :func:`marmot.xmr_series`."""
    return _figures.run_rows("xmr_parts", figures, series, xmr_options(**options))


def xmr_exceptions(series):
    """What :func:`marmot.xmr_series` gives, exceptions first, with "standing" and "why"."""
    return _figures.give_rows(series, names["xmr_exceptions"])


def xmr_chart(figures, **options):
    """The XmR chart of one series, as a :class:`marmot.XmrChart`."""
    return names["XmrChart"].new(_tables.table(figures), xmr_options(**options))
