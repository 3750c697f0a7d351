# SPDX-License-Identifier: LGPL-2.1-or-later
"""Statistics over time: trends, rolling figures and projections. A table or data frame
in, and one of the same kind out. Everything is computed by the library."""

from . import _columns, _figures, _tables
from ._load import Marmot
from ._patch import member


def _series_options(confidence, test, overlapping):
    interval = _figures.interval(confidence, None, None, test)
    return Marmot.SeriesOptions(interval=interval, overlapping=overlapping)


def monotonic_trends(figures, *, groups=None, confidence=0.95, overlapping=False):
    """Whether series mostly rise or mostly fall (Mann-Kendall), and by how much (Sen's
    slope with limits).

    ``figures`` has "value" and may have "time": numbers, dates (which stand for their
    month) or texts of periods. A null in "value" stays a gap. ``groups`` is the name of
    the column that tells series apart, several names, or what :func:`marmot.groups`
    takes. Periods that ``overlapping`` is true of, as of a rolling year, are not tested.
    """
    return _figures.run("monotonic_trends", figures, groups, _series_options(confidence, None, overlapping))


def proportion_trends(figures, *, groups=None, test=None, overlapping=False):
    """The chi-squared test for a trend in proportions: ``figures`` has "count",
    "denominator" and "score", which need not be equally far apart. ``test`` is
    "cochran-armitage", or "mantel-trend" for N - 1 in place of N."""
    return _figures.run("proportion_trends", figures, groups, _series_options(0.95, test, overlapping))


def weighted_trends(figures, *, groups=None, confidence=0.95, overlapping=False):
    """The line through figures whose standard errors are known: ``figures`` has "value"
    and "standard_error", and may have "time" as in :func:`marmot.monotonic_trends`."""
    return _figures.run("weighted_trends", figures, groups, _series_options(confidence, None, overlapping))


def rolling_figures(
    figures, *, groups=None, span="rolling", n_periods=0, year_start=4, numerator="sum", denominator="sum",
    multiplier=1,
):
    """Rolling years and years to date: sums of numerators over sums of denominators.

    ``figures`` has "time" (dates, or texts of months or quarters), "numerator" and, but
    for counts, "denominator". ``span`` is "rolling" or "year-to-date"; ``numerator`` and
    ``denominator`` accrue as "sum", "last" or "mean": a snapshot, such as children in care
    at the end of the month, is never summed. A row a row comes back; one whose periods are
    not all there is "incomplete" and has no value.
    """
    options = Marmot.RollingOptions(
        span=member(Marmot.RollingSpan, span), n_periods=n_periods, year_start=year_start,
        numerator=member(Marmot.Accrual, numerator), denominator=member(Marmot.Accrual, denominator),
        multiplier=multiplier,
    )
    return _figures.run_rows("rolling_figures", figures, groups, options)


def _projection(name, run, figures, groups, target, confidence, model, start, given):
    known = {key: value for key, value in given.items() if value is not None}
    options = Marmot.ProjectionOptions(
        interval=_figures.interval(confidence, None, None), model=member(Marmot.ProjectionModel, model),
        start=member(Marmot.ProjectionStart, start), **known,
    )
    if target is None:
        return run(name, figures, groups, options)
    table = _tables.table(figures)
    table = table.with_column("target", _columns.constant(float(target), len(table)))
    return _figures.give(_figures._kind(figures), None, run(name, table, groups, options))


def projections(
    figures, *, groups=None, target=None, confidence=0.95, model="holt", start="first-points",
    alpha=None, beta=None, phi=None, horizon=12, low_is_good=False, any_scale=False,
):
    """Where series stand and where they go, by exponential smoothing, and when each
    reaches its target, with a range; or never, and why ("target_status").

    ``figures`` has "value" and may have "time", in whole steps, and "target"; or one
    ``target`` is given for all. ``model`` is "simple", "holt" or "damped"; the level and
    the slope start at the "first-points" or on the "line". Parameters that are not
    given are those that fit best. A row a series comes back.
    """
    return _projection("projections", _figures.run, figures, groups, target, confidence, model, start, {
        "alpha": alpha, "beta": beta, "phi": phi, "horizon": horizon, "low_is_good": low_is_good,
        "any_scale": any_scale,
    })


def projection_points(
    figures, *, groups=None, confidence=0.95, model="holt", start="first-points",
    alpha=None, beta=None, phi=None, horizon=12,
):
    """The forecasts of :func:`marmot.projections` themselves with their intervals: a row a
    step of each series."""
    return _projection("projection_points", _figures.run_rows, figures, groups, None, confidence, model, start, {
        "alpha": alpha, "beta": beta, "phi": phi, "horizon": horizon,
    })
