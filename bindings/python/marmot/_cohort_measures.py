# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of people: care leavers and children in care. Everything is computed by the
library."""

from ._episodes import period_to_c
from ._load import Marmot
from ._patch import date_to_c, member, names

Set = Marmot.PersonSet

# The library's own, before this module puts its own on the class.
_measure = Set.measure


def _list(value):
    return [value] if isinstance(value, str) else list(value)


_CONVERT = {
    "period": lambda value: period_to_c(value, "financial"),
    "day": date_to_c,
    "by": _list,
    "conventions": lambda value: names["CareLeaverOptions"].new_named(value) if isinstance(value, str) else value,
}


def cohort_options(**options):
    """Of which time and of whom a measure of people is made, as
    :class:`marmot.CohortOptions`, for calls that take the same ones; see
    :meth:`marmot.PersonSet.measure`."""
    given = {}
    for name, value in options.items():
        if value is not None:
            given[name] = _CONVERT[name](value) if name in _CONVERT else value
    return Marmot.CohortOptions(**given)


def _measure_people(self, measure, options=None, **conventions):
    """What a measure finds, as :class:`marmot.Tally`.

    ``measure`` is its short name, such as "in-touch". The conventions are the properties of
    :class:`marmot.CohortOptions`: ``period`` ("2023/24" or a :class:`marmot.Period`), ``day``,
    ``by`` ("sex", "age", "age_part" ...), ``from_age``, ``to_age``, ``conventions``
    ("statute" or others by name) and so on; or pass them as ``options``.
    """
    if options is None:
        options = cohort_options(**conventions)
    elif conventions:
        raise TypeError("pass options or single conventions, and not both")
    return _measure(self, member(Marmot.CohortMeasure, measure), options)


Set.measure = _measure_people


def observation(measure, indicator=None, area=None, period=None, multiplier=100):
    """A figure of a :class:`marmot.Measure` that stands beside those that others published,
    as :class:`marmot.Observation`: a share as a percentage, unless ``multiplier`` says
    otherwise."""
    return Marmot.Observation.new_from_measure(measure, indicator, area, period_to_c(period, "financial"), multiplier)
