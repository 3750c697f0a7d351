# SPDX-License-Identifier: LGPL-2.1-or-later
"""People who are or were looked after. Everything is computed by the library."""

from . import _tables
from ._episodes import day_from_c, day_to_c
from ._leavers import facts_to_c, leaver_options, to_date, to_day
from ._load import Marmot
from ._patch import names

Set = Marmot.PersonSet

# The library's own, before this module puts its own on the class.
_facts = Set.with_facts
_contacts = Set.with_contacts
_people = Set.with_people
_health = Set.with_health
_checks = Set.with_checks
_covered = Set.with_coverage
_coverage = Set.get_coverage
_statuses = Set.statuses_on
_timelines = Set.get_timelines


def _spells(spells):
    """Periods of care: made of a table of episodes where they are none yet."""
    if spells is None or isinstance(spells, Marmot.SpellSet):
        return spells
    if not isinstance(spells, Marmot.EpisodeSet):
        spells = names["EpisodeSet"].new("care", _tables.table(spells))
    return spells.link()


def people(
    figures, spells=None, *, facts=None, complete=(), contacts=None, health=None, checks=None, covers=None
):
    """People who are or were looked after, as :class:`marmot.PersonSet`.

    ``figures`` is a :class:`marmot.CareReturn`, or a data frame, a table, a dictionary of
    columns or a list of rows, one a person, whose columns are named as there. ``spells`` are
    their periods of care (:class:`marmot.SpellSet`), or the episodes that these are linked
    from. ``facts``, ``contacts``, ``health`` and ``checks`` are tables as well; ``complete``
    says of which facts all are there ("all", or their short names), and ``covers`` the first
    and the last day that the records cover.
    """
    if isinstance(figures, Marmot.CareReturn):
        if spells is not None:
            raise TypeError("a return has its own periods of care: leave spells out")
        made = names["PersonSet"].new_from_return(figures)
    else:
        made = names["PersonSet"].new(_tables.table(figures), _spells(spells))
    if facts is not None or complete:
        made = made.with_facts(facts, complete)
    if contacts is not None:
        made = made.with_contacts(contacts)
    if health is not None:
        made = made.with_health(health)
    if checks is not None:
        made = made.with_checks(checks)
    return made if covers is None else made.with_coverage(*covers)


def _with_facts(self, facts=None, complete=()):
    """The same people with facts, a row a fact; ``complete`` says of which facts all are
    there now, by their short names or "all"."""
    return _facts(self, None if facts is None else _tables.table(facts), facts_to_c(complete))


def _of_table(call, what):
    def function(self, figures):
        return call(self, _tables.table(figures))

    function.__doc__ = what
    return function


def _count(day):
    """A day as the library counts it, which may be text such as "2024-03-31"."""
    return day_to_c(to_date(day))


def _with_coverage(self, first_day, last_day):
    """The same people, with the first and the last day that the records cover."""
    return _covered(self, _count(first_day), _count(last_day))


def _get_coverage(self):
    """The first and the last day that the records cover, or None."""
    known, first, last = _coverage(self)
    return (day_from_c(first), day_from_c(last)) if known else None


def _statuses_on(self, day, options=None, **conventions):
    """The legal status of everybody on a day, as a table; see
    :func:`marmot.leaver_options` for the conventions."""
    return _statuses(self, to_day(day), leaver_options(options, **conventions))


def _get_timelines(self, options=None, **conventions):
    """The legal statuses of everybody over their lives, as a table; see
    :func:`marmot.leaver_options` for the conventions."""
    return _timelines(self, leaver_options(options, **conventions))


def install():
    """Puts all this on the class."""
    Set.with_facts = _with_facts
    Set.with_people = _of_table(_people, "The same people with what a table says of them, cell by cell.")
    Set.with_contacts = _of_table(_contacts, "The same people with contacts, a row a contact.")
    Set.with_health = _of_table(_health, "The same people with their health, a row a person and year.")
    Set.with_checks = _of_table(_checks, "The same people with dated checks of their health, a row a check.")
    Set.with_coverage = _with_coverage
    Set.get_coverage = _get_coverage
    Set.coverage = property(_get_coverage)
    Set.statuses_on = _statuses_on
    Set.get_timelines = _get_timelines


install()
