# SPDX-License-Identifier: LGPL-2.1-or-later
"""Control charts, run charts and what watches counts over time. A table or data frame in,
and one of the same kind out. Everything is computed by the library."""

from . import _figures, _tables
from ._load import Marmot
from ._patch import member, names


def control_charts(figures, *, kind, groups=None, baseline=0, multiplier=1, screen=True):
    """p, u, c, g and t charts, and p' and u' charts: a row a row, with the centre and the
    limits, and whether the point is outside.

    ``figures`` has "count" (of g and t charts, the cases or the time since the last event),
    "denominator" for "p", "u", "p-prime" and "u-prime", and may have "time" to put points in
    order. ``kind`` is one of these, "c", "g" or "t". Limits are of the first ``baseline``
    points, or of all. ``groups`` is the name of the column that tells series apart, several
    names, or what :func:`marmot.groups` takes.
    """
    options = Marmot.ChartOptions(
        kind=member(Marmot.ChartKind, kind), baseline=baseline, multiplier=multiplier, screen=screen
    )
    return _figures.run_rows("control_charts", figures, groups, options)


def run_charts(figures, *, groups=None, baseline=0):
    """Run charts with Anhøj's rules: whether points keep to one side of the median for
    longer, or cross it more seldom, than chance would have them. ``figures`` has "value" and
    may have "time". A row a series comes back."""
    return _figures.run("run_charts", figures, groups, Marmot.ChartOptions(baseline=baseline))


def suggested_steps(figures, *, groups=None, alpha=0.05):
    """Where a series most looks as if its level had changed (Pettitt's test). It is a
    suggestion and changes no chart. ``figures`` has "value" and may have "time"."""
    return _figures.run("suggested_steps", figures, groups, Marmot.ChartOptions(alpha=alpha))


def ears(figures, *, groups=None, baseline=0, alpha=0.001, alpha_c3=0.025, minimum_sd=0.5):
    """Alarms of the Early Aberration Reporting System, C1 to C3, of counts by day or week:
    a row a row. ``figures`` has "value" and may have "time"."""
    options = Marmot.WatchOptions(baseline=baseline, alpha=alpha, alpha_c3=alpha_c3, minimum_sd=minimum_sd)
    return _figures.run_rows("ears", figures, groups, options)


def cusums(figures, *, groups=None, baseline=0, allowance=0.5, threshold=5, minimum_sd=0.5):
    """How far series have drifted from their mean, added up, with alarms: a row a row.
    ``figures`` has "value" and may have "time"."""
    options = Marmot.WatchOptions(
        baseline=baseline, allowance=allowance, threshold=threshold, minimum_sd=minimum_sd
    )
    return _figures.run_rows("cusums", figures, groups, options)


def changes_over_time(
    figures, *, groups=None, measure="proportion-difference", since="previous", n_steps=0, confidence=0.95,
    multiplier=None, method=None, test=None,
):
    """Each period compared with the one before, or, ``since`` the "year-before", with the
    same month or quarter of that: a row a row, with limits and a test.

    ``figures`` has "time", "numerator" and "denominator". ``measure`` is
    "proportion-difference", "proportion-ratio", "rate-difference" or "rate-ratio".
    """
    options = Marmot.PeriodChangeOptions(
        interval=_figures.interval(confidence, multiplier, method, test),
        measure=member(Marmot.ChangeMeasure, measure), since=member(Marmot.ChangeSince, since), n_steps=n_steps,
    )
    return _figures.run_rows("changes_over_time", figures, groups, options)


def funnels_over_time(figures, *, places, kind="proportion", spread="none", baseline=0):
    """A funnel for each time, and the track of each place through them: a row a row.

    ``figures`` has "time", "numerator", and "denominator" or "rate"; ``places`` names the
    column of places. ``kind`` and ``spread`` are as in :func:`marmot.funnel`.
    """
    options = Marmot.FunnelOptions(
        kind=member(Marmot.FunnelKind, kind), spread=member(Marmot.FunnelSpread, spread), baseline=baseline
    )
    table = _tables.table(figures)
    result = names["funnels_over_time"](table, _figures._grouping(table, places), options)
    return _figures.give(_figures._kind(figures), None, result)
