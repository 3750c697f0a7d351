# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of inequality between the groups of one area, or of many, from columns.
Everything is computed by the library."""

import functools

from gi.repository import GObject

from . import _columns, _figures
from ._load import Marmot
from ._patch import member
from ._statistics import _ORDER, _check_indexes, _give_table, _make_options, make_groups

Inequality = Marmot.Inequality
InequalityOptions = Marmot.InequalityOptions
Subgroups = Marmot.Subgroups

# The library's own, before this module puts its own on the classes.
_measure = Subgroups.measure
_reliability = Subgroups.measure_reliability


@functools.lru_cache(maxsize=64)
def _make_inequality_options(options):
    values = {}
    known = {spec.name: spec for spec in InequalityOptions.list_properties()}
    for name, value in options:
        spec = known.get(name.replace("_", "-"))
        if spec is None:
            names = ", ".join(sorted(n.replace("-", "_") for n in known))
            raise TypeError(f"there is no option {name!r}; there are: {names}")
        if isinstance(spec.default_value, GObject.GEnum):
            value = member(type(spec.default_value), value)
        values[name.replace("-", "_")] = value
    return _figures.options(InequalityOptions, **values)


def _options(options):
    return _make_inequality_options(tuple(sorted(options.items()))) if options else None


def _interval(confidence, multiplier, method):
    if confidence == 0.95 and multiplier is None and method is None:
        return None
    return _make_options(confidence, multiplier, method)


def _call(function, self, measure, options, interval, confidence, multiplier, method, more):
    if options is None:
        options = _options(more)
    elif more:
        raise TypeError("give options as an object or by name, not both")
    if interval is None:
        interval = _interval(confidence, multiplier, method)
    return function(self, measure, options, interval)


def _subgroups_measure(
    self, measure, options=None, interval=None, *, confidence=0.95, multiplier=None, method=None, **more
):
    """Measures the inequality between the groups of each area: ``measure`` is a
    :class:`marmot.InequalityMeasure` or its short name, such as "slope-index", and
    the properties of :class:`marmot.InequalityOptions` may be given by name."""
    return _call(_measure, self, measure, options, interval, confidence, multiplier, method, more)


def _subgroups_reliability(
    self, measure, options=None, interval=None, *, confidence=0.95, multiplier=None, method=None, **more
):
    """How much simulated limits vary from one run to the next."""
    return _call(_reliability, self, measure, options, interval, confidence, multiplier, method, more)


def _kinds(inputs):
    return [None if value is None else _columns.kind_of(value) for value in inputs]


def subgroups(
    estimate, population=None, rank=None, *, standard_error=None, lower=None, upper=None,
    limits_confidence=0.95, labels=None, clusters=None, strata=None, taken=None, areas=None,
):
    """The figures of groups, ready for measures of inequality: columns of any kind,
    with as much as is known of the populations of the groups, their ranks from the
    most deprived (the smallest number) to the least, standard errors, and limits.
    ``labels`` name the groups, so that one can be the ``reference``. The rows of a
    survey are groups of one person each, with weights for populations, and may have
    ``clusters``, the ``strata`` that these were drawn from and the share ``taken`` of
    the clusters of each stratum.

    ``areas`` are the keys of many areas at once: a column, several, or
    :class:`marmot.Groups`.
    """
    inputs = [estimate, population, rank, standard_error, lower, upper, labels, clusters, strata, taken]
    _check_indexes(inputs, _kinds(inputs), areas)
    columns = [None if value is None else _columns.column(value, copy=False) for value in inputs]
    made = Subgroups.new(*columns[:3], None if areas is None else make_groups(areas))
    if standard_error is not None:
        made = made.with_standard_error(columns[3])
    if (lower is None) != (upper is None):
        raise TypeError("limits go in pairs: give lower and upper")
    if lower is not None:
        made = made.with_limits(columns[4], columns[5], limits_confidence)
    if labels is not None:
        made = made.with_labels(columns[6])
    if clusters is not None:
        made = made.with_clusters(columns[7])
    if taken is not None and strata is None:
        raise TypeError("a share of clusters taken is a stratum's: give strata (one for all rows, if there are none)")
    if strata is not None:
        made = made.with_strata(columns[8], columns[9])
    return made


def inequality(
    measure, estimate, population=None, rank=None, *, standard_error=None, lower=None, upper=None,
    limits_confidence=0.95, labels=None, clusters=None, strata=None, taken=None, areas=None, confidence=0.95,
    multiplier=None, method=None, **options,
):
    """Measures the inequality between groups, such as the deprivation tenths of an
    area: ``measure`` is a :class:`marmot.InequalityMeasure` or its short name.

    One area gives a :class:`marmot.Inequality`; with ``areas``, a table with a row
    an area, of the kind that the columns are of. The columns are those of
    :func:`marmot.subgroups`, which saves work where several measures are taken of
    the same groups. The properties of :class:`marmot.InequalityOptions` are given by
    name: ``model="log"``, ``good="low"``, ``as_gap=True``.
    """
    made = subgroups(
        estimate, population, rank, standard_error=standard_error, lower=lower, upper=upper,
        limits_confidence=limits_confidence, labels=labels, clusters=clusters, strata=strata, taken=taken,
        areas=areas,
    )
    result = _subgroups_measure(
        made, measure, confidence=confidence, multiplier=multiplier, method=method, **options
    )
    if areas is None:
        return result
    kinds = _kinds([estimate, population, rank, standard_error, lower, upper])
    return _give_table(next((k for k in _ORDER if k in kinds), None), result.to_table())


def _only(self):
    if self.get_length() != 1:
        raise ValueError(f"there are {self.get_length()} areas: say which, as in get_value(0), or take to_table()")
    return 0


def install():
    """Puts all this on the classes."""
    Subgroups.measure = _subgroups_measure
    Subgroups.measure_reliability = _subgroups_reliability
    Inequality.estimate = property(lambda self: self.get_estimate(_only(self)), doc="The estimate of the one area.")
    Inequality.value = property(lambda self: self.get_value(_only(self)), doc="The value of the one area.")
    Inequality.lower = property(lambda self: self.estimate.lower, doc="Its lower limit, at the first level.")
    Inequality.upper = property(lambda self: self.estimate.upper, doc="Its upper limit, at the first level.")
    Inequality.standard_error = property(
        lambda self: self.get_standard_error(_only(self)), doc="Its standard error, or NaN."
    )
    Inequality.status = property(lambda self: self.get_status(_only(self)), doc="Its status.")
    Inequality.n_groups = property(
        lambda self: self.get_n_groups(_only(self)), doc="How many groups have a figure."
    )
    Inequality.n_missing = property(lambda self: self.get_n_missing(_only(self)), doc="How many have none.")


install()
