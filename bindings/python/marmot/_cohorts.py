# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cohorts: which people a question is about, and why. Everything is computed by the library."""

from ._care import _year
from ._columns import column
from ._episodes import period_to_c
from ._leavers import leaver_options, to_date, to_day
from ._load import Marmot

Cohort = Marmot.Cohort

# The library's own, before this module puts its own on the class.
_filter = Cohort.filter
_filter_age = Cohort.filter_age
_follow = Cohort.follow
_count_followed = Cohort.count_followed
_anniversaries = Cohort.get_anniversaries


def _period(period):
    """A period, which may be text; a year alone is a financial one, as care counts."""
    return period_to_c(period, "financial")


def _everybody(people):
    """All people of a set."""
    return Cohort.new_everybody(people)


def _looked_after_on(people, day, short_breaks=False):
    """Those who are looked after on a day; ``short_breaks`` counts those in such alone."""
    return Cohort.new_looked_after_on(people, to_day(day), short_breaks)


def _looked_after_during(people, period, short_breaks=False):
    """Those who are looked after on a day of a period, such as "2023/24"."""
    return Cohort.new_looked_after_during(people, _period(period), short_breaks)


def _started_in(people, period):
    """Those who started to be looked after in a period, such as "2023/24"."""
    return Cohort.new_started_in(people, _period(period))


def _ceased_in(people, period):
    """Those who ceased to be looked after in a period, such as "2023/24"."""
    return Cohort.new_ceased_in(people, _period(period))


def _continuously_looked_after(people, day, months=12, variant="on-the-day"):
    """Those who are looked after without a break for some months up to a day; ``variant`` is
    "on-the-day" or "ssda903"."""
    return Cohort.new_continuously_looked_after(people, to_day(day), months, variant)


def _birthday_in(people, age, period, options=None, **conventions):
    """Those who reach an age in a period, such as "2023/24"."""
    return Cohort.new_birthday_in(people, age, _period(period), leaver_options(options, **conventions))


def _with_status(people, day, *statuses, options=None, **conventions):
    """Those who have one of some legal statuses on a day, such as "relevant"."""
    return Cohort.new_with_status(people, to_day(day), list(statuses), leaver_options(options, **conventions))


def _open_on(people, day, options=None, **conventions):
    """The care leavers whose case is open on a day."""
    return Cohort.new_open_on(people, to_day(day), leaver_options(options, **conventions))


def _care_leavers(people, year, ages, basis="law", options=None, **conventions):
    """The care leavers of some ages whom the return asks about (OC3).

    ``year`` is 2023 or "2023/24", ``ages`` one age or the youngest and the oldest, and
    ``basis`` "law" or "return".
    """
    youngest, oldest = (ages, ages) if isinstance(ages, int) else ages
    return Cohort.new_care_leavers(
        people, _year(year), youngest, oldest, basis, leaver_options(options, **conventions)
    )


def _from_rows(people, rows, name, definition=None):
    """Those in some rows of the people, from 0."""
    rows = rows if isinstance(rows, Marmot.Column) else column(rows).cast("integer")
    return Cohort.new_from_rows(people, rows, name, definition)


def _from_column(people, answers, name, definition=None, reasons=None):
    """Those of whom a column says so, with a row a person; None where nobody can say."""
    return Cohort.new_from_column(people, answers, reasons, name, definition)


def _filter_by(self, key=None, value=None, **by):
    """The members who have a value in a column of the people: ``filter(sex="F")``, or the
    column and the value; None is for those of whom nobody knows it."""
    if key is not None:
        if by:
            raise TypeError("name a column once, as filter(sex='F') or filter('sex', 'F')")
        by = {key: value}
    if not by:
        raise TypeError("name a column, as filter(sex='F')")
    for name, wanted in by.items():
        self = _filter(self, name, str(wanted).lower() if isinstance(wanted, bool) else wanted)
    return self


def _filter_by_age(self, from_age=0, until_age=None, options=None, **conventions):
    """The members of some ages on the reference day; no oldest one is no limit."""
    return _filter_age(
        self, from_age, -1 if until_age is None else until_age, leaver_options(options, **conventions)
    )


def _to_days(self, days, years):
    if (days is None) == (years is None):
        raise TypeError("say either the days, or how many years")
    if years is not None:
        return _anniversaries(self, years)
    if isinstance(days, (list, tuple)):
        days = [to_date(day) for day in days]
    return column(days)


def _follow_to(self, days=None, years=None, options=None, **conventions):
    """Where the members are on some days, or on the reference day and each of some years
    after it: a table with a row a member and day."""
    return _follow(self, _to_days(self, days, years), leaver_options(options, **conventions))


def _count_to(self, days=None, years=None, options=None, **conventions):
    """As :meth:`follow`, counted."""
    return _count_followed(self, _to_days(self, days, years), leaver_options(options, **conventions))


def _operator(call):
    def method(self, other):
        return call(self, other) if isinstance(other, Cohort) else NotImplemented

    return method


def install():
    """Puts all this on the class."""
    for function in (
        _everybody, _looked_after_on, _looked_after_during, _started_in, _ceased_in, _continuously_looked_after,
        _birthday_in, _with_status, _open_on, _care_leavers, _from_rows, _from_column,
    ):
        name = function.__name__[1:]
        function.__name__ = function.__qualname__ = name
        function.__module__ = "marmot"
        setattr(Cohort, name, staticmethod(function))
    Cohort.filter = _filter_by
    Cohort.filter_age = _filter_by_age
    Cohort.follow = _follow_to
    Cohort.count_followed = _count_to
    Cohort.__and__ = _operator(Cohort.intersection)
    Cohort.__or__ = _operator(Cohort.union)
    Cohort.__sub__ = _operator(Cohort.difference)
    Cohort.__invert__ = lambda self: self.complement()
    # A cohort of nobody is still a cohort.
    Cohort.__bool__ = lambda self: True


install()
