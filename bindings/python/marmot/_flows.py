# SPDX-License-Identifier: LGPL-2.1-or-later
"""Stocks and flows: people who move between states. Everything is computed by the library."""

from . import _figures, _tables
from ._load import Marmot
from ._patch import date_to_c, names

_METHODS = {"simulation", "chance", "rates"}


def _options(ages=None, confidence=0.95, multiplier=None, method=None, factors=None, **rest):
    if isinstance(method, str) and method in _METHODS:
        method = "multistate-" + method
    if ages is not None and not isinstance(ages, str):
        ages = ", ".join(str(age) for age in ages)
    if factors is not None:
        rest["factors"] = _tables.table(factors)
    return _figures.options(
        Marmot.FlowOptions, interval=_figures.interval(confidence, multiplier, method), ages=ages, **rest
    )


def flow_rates(stays, since, until, *, ages=None, confidence=0.95, multiplier=None):
    """How people moved between states from one day to another, as :class:`marmot.FlowRates`.

    ``stays`` is a data frame, a table or a dictionary of columns, a row a stay: "state",
    "start" and "end" (null while it goes on), "next" (the state after it, null where they
    left) or "person", and "birth" where there are ``ages``: those at which bands begin, such
    as ``[5, 10, 16, 18]``.
    """
    options = _options(ages, confidence, multiplier)
    return names["FlowRates"].new(_tables.table(stays), date_to_c(since), date_to_c(until), options)


def flow_projection(
    rates, *, step_months=1, horizon=36, repetitions=2000, seed=1, method=None, confidence=0.95,
    entry_factor=1, factors=None,
):
    """Where people would be if nothing changed, step by step, as
    :class:`marmot.FlowProjection`.

    ``method`` is what limits are of: "simulation" of rates and people unless said otherwise,
    "chance" (people alone) or "rates" (rates alone). ``entry_factor`` and ``factors`` are
    what-ifs: 0.9 is for ten per cent fewer entries, and factors are a table of "flow"
    ("entry", "move", "leave" or "any"), "from", "to" and "factor".
    """
    options = _options(
        None, confidence, None, method, factors, step_months=step_months, horizon=horizon,
        repetitions=repetitions, seed=seed, entry_factor=float(entry_factor),
    )
    return names["FlowProjection"].new(rates, options)


def flow_back_test(
    stays, since, cut, until, *, ages=None, step_months=1, repetitions=2000, seed=1, method=None,
    confidence=0.95,
):
    """How a projection from the time up to ``cut`` would have done up to ``until``, as
    :class:`marmot.FlowBackTest`; otherwise as :func:`marmot.flow_rates` and
    :func:`marmot.flow_projection`."""
    options = _options(
        ages, confidence, None, method, step_months=step_months, repetitions=repetitions, seed=seed
    )
    days = [date_to_c(day) for day in (since, cut, until)]
    return names["FlowBackTest"].new(_tables.table(stays), *days, options)
