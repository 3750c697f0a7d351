# SPDX-License-Identifier: LGPL-2.1-or-later
"""Times to an event, and states over time. Everything is computed by the library."""

from . import _figures, _tables
from ._load import Marmot
from ._patch import date_to_c, member, names

_SCALES = {"log-log", "log", "plain", "logit", "arcsine"}


def _options(causes, confidence=0.95, multiplier=None, method=None, **rest):
    if isinstance(method, str) and method in _SCALES:
        method = "curve-" + method
    interval = _figures.interval(confidence, multiplier, method)
    for name in ("variance", "hazard"):
        if rest.get(name) is None:
            rest.pop(name, None)
        else:
            rest[name] = member(Marmot.Method, rest[name])
    return Marmot.SurvivalOptions(interval=interval, n_causes=causes, **rest)


def event_counts(figures, *, groups=None, causes=1, count_first_day=False):
    """How many left observation at each time, by group and cause, as
    :class:`marmot.EventCounts`, which add up: ``a + b``.

    ``figures`` is a data frame, a table or a dictionary of columns, a row an episode:
    "stop" and "status" (0 or the cause), and as far as there are "start" (late entry) and
    "weight". ``groups`` is the name of a column of the figures, several names, or what
    :func:`marmot.groups` takes.
    """
    table = _tables.table(figures)
    options = _options(causes, count_first_day=count_first_day)
    return names["EventCounts"].new(table, _figures._grouping(table, groups), options)


def survival(
    figures, *, groups=None, causes=1, confidence=0.95, multiplier=None, method=None, variance=None,
    hazard=None, midpoint=False, carry=False, count_first_day=False, tolerance=0,
):
    """Curves of times to an event, as :class:`marmot.Survival`.

    ``figures`` is what :func:`marmot.event_counts` takes, with "cluster" where rows belong
    together, such as the episodes of a child; or counts. ``method`` is the scale of the
    limits: "log-log" unless said otherwise, "log", "plain", "logit" or "arcsine".
    """
    options = _options(
        causes, confidence, multiplier, method, variance=variance, hazard=hazard, midpoint=midpoint,
        carry=carry, count_first_day=count_first_day, tolerance=tolerance,
    )
    if isinstance(figures, Marmot.EventCounts):
        if groups is not None:
            raise TypeError("counts have their groups already")
        return names["Survival"].new_from_counts(figures, options)
    table = _tables.table(figures)
    return names["Survival"].new(table, _figures._grouping(table, groups), options)


def log_rank(figures, groups=None, *, strata=None, rho=0, causes=1, count_first_day=False, tolerance=0):
    """Whether groups have their events at the same pace, as :class:`marmot.LogRank`.

    ``figures`` is what :func:`marmot.event_counts` takes, or counts by group, or a list of
    them, one a stratum. ``rho`` is 0 for the log-rank test, 1 for Peto and Peto's.
    """
    if isinstance(figures, Marmot.EventCounts):
        figures = [figures]
    if isinstance(figures, (list, tuple)) and figures and all(isinstance(c, Marmot.EventCounts) for c in figures):
        return names["LogRank"].new_from_counts(list(figures), float(rho), float(tolerance))
    if groups is None:
        raise TypeError("a test compares groups: pass groups=")
    table = _tables.table(figures)
    options = _options(causes, count_first_day=count_first_day, tolerance=tolerance)
    return names["LogRank"].new(
        table, _figures._grouping(table, groups), _figures._grouping(table, strata), float(rho), options
    )


def log_rank_series(
    figures, groups, series, *, strata=None, rho=0, causes=1, count_first_day=False, tolerance=0,
):
    """The test of :func:`marmot.log_rank` in many series at once, such as localities: a row
    a series, as the kind of table that came in. ``series`` is what ``groups`` may be."""
    options = _options(causes, count_first_day=count_first_day, tolerance=tolerance)

    def compare(table):
        grouped = [_figures._grouping(table, of) for of in (groups, series, strata)]
        return names["LogRank"].series(table, *grouped, float(rho), options)

    return _figures.give_rows(figures, compare)


def gray_test(figures, groups, *, cause=1, strata=None, rho=0, causes=1, count_first_day=False, tolerance=0):
    """Whether groups have events of one cause at the same pace, where the others rule them
    out: Gray's test, as :class:`marmot.LogRank`; takes what :func:`marmot.log_rank` does."""
    table = _tables.table(figures)
    options = _options(causes, count_first_day=count_first_day, tolerance=tolerance)
    return names["LogRank"].new_gray(
        table, _figures._grouping(table, groups), _figures._grouping(table, strata), cause, float(rho), options
    )


def follow_up(episodes, extract, *, skip_leap_days=False):
    """Times to an event out of dates, for :func:`marmot.survival`.

    ``episodes`` has "from" and "to" (null while it has not ended), and as far as there are
    "entered" and "cause"; ``extract`` is the day on which the data were taken.
    """
    return _figures.give_rows(
        episodes, lambda table: names["follow_up"](table, date_to_c(extract), skip_leap_days)
    )


def shares_within(
    figures, days, *, cause=0, groups=None, confidence=0.95, multiplier=None, method=None,
):
    """The plain share that had an event within so many days, among the episodes that are
    old enough to tell; ``figures`` is what :func:`marmot.follow_up` gives. For the share
    that uses the younger ones too see :meth:`marmot.Survival.at`."""
    table = _tables.table(figures)
    options = _figures.interval(confidence, multiplier, method)
    result = names["shares_within"](table, float(days), cause, _figures._grouping(table, groups), options)
    return _figures.give(_figures._kind(figures), None, result)


def _states(name, records, groups, confidence, multiplier, method):
    table = _tables.table(records)
    options = _figures.interval(confidence, multiplier, method)
    result = names[name](table, _figures._grouping(table, groups), options)
    return _figures.give(_figures._kind(records), None, result)


def state_shares(records, *, groups=None, confidence=0.95, multiplier=None, method=None):
    """Which share is in each state at each time, of those whose state is known then.

    ``records`` has "time" and "state", a row a person and time; groups and tables are as
    in :func:`marmot.direct_rates`, with the keys beside.
    """
    return _states("state_shares", records, groups, confidence, multiplier, method)


def state_transitions(records, *, groups=None, confidence=0.95, multiplier=None, method=None):
    """Where those of each state went: ``records`` has "from" and "to"; otherwise as
    :func:`marmot.state_shares`."""
    return _states("state_transitions", records, groups, confidence, multiplier, method)


def _sum(self, other):
    return names["EventCounts"].add(self, other) if isinstance(other, Marmot.EventCounts) else NotImplemented


# sum() begins with 0.
Marmot.EventCounts.__add__ = _sum
Marmot.EventCounts.__radd__ = lambda self, other: self if other == 0 else NotImplemented
