# SPDX-License-Identifier: LGPL-2.1-or-later
"""People who are or were looked after, and their legal status. Everything is computed by
the library."""

from . import _tables
from ._episodes import day_from_c, day_to_c
from ._load import Marmot
from ._patch import date_to_c, member, names

Set = Marmot.PersonSet
Leaver = Marmot.CareLeaver
Options = Marmot.CareLeaverOptions
Facts = Marmot.CareFacts

# The library's own, before this module puts its own on the classes.
_facts = Set.with_facts
_contacts = Set.with_contacts
_health = Set.with_health
_checks = Set.with_checks
_covered = Set.with_coverage
_coverage = Set.get_coverage
_statuses = Set.statuses_on
_timelines = Set.get_timelines
_status_on = Leaver.status_on
_age_on = Leaver.age_on
_corporate = Leaver.corporate_parenting_applies_on
_timeline = Leaver.get_timeline

_ENUMS = {"day_count": Marmot.CareDayCount, "leap_birthday": Marmot.LeapBirthday}


def care_leaver_options(conventions=None, **options):
    """The conventions by which a legal status is found, as
    :class:`marmot.CareLeaverOptions`.

    ``conventions`` is a name, such as "statute" or "ssda903-1001", or such options, and the
    keywords are the properties that differ from them, such as ``leap_birthday="february"``.
    """
    if isinstance(conventions, str):
        conventions = names["CareLeaverOptions"].new_named(conventions)
    given = {}
    if conventions is not None:
        given = {spec.name.replace("-", "_"): conventions.get_property(spec.name) for spec in Options.list_properties()}
    for name, value in options.items():
        given[name] = member(_ENUMS[name], value) if name in _ENUMS else value
    return Options(**given)


def _made(options, given):
    """Options, which are there, named, or made of keywords; None for the law's."""
    if isinstance(options, str) or given:
        return care_leaver_options(options, **given)
    return options


def care_facts(facts):
    """Facts by their short names, such as "detained" or ["detained", "education"], as
    :class:`marmot.CareFacts`; "all" for all of them."""
    if isinstance(facts, Facts):
        return facts
    made = Facts(0)
    for fact in [facts] if isinstance(facts, str) else facts:
        if isinstance(fact, str):
            name = fact.upper().replace("-", "_")
            known = {n: getattr(Facts, n) for n in _fact_names()}
            if name == "ALL":
                for value in known.values():
                    made |= value
                continue
            if name not in known:
                listed = ", ".join(repr(n.lower().replace("_", "-")) for n in known)
                raise ValueError(f"there is no such fact; there are: {listed}")
            fact = known[name]
        made |= fact
    return made


def _fact_names():
    """The names of the facts in capitals, but for that of none."""
    return [
        value.first_value_nick.upper().replace("-", "_")
        for value in Facts.__flags_values__.values()
        if int(value) != 0
    ]


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


def care_leaver(
    birth=None, *, person=None, spells=(), facts=(), contacts=(), complete=(), death=None, uasc_until=None,
    covered_until=None
):
    """One person who is or was looked after, as :class:`marmot.CareLeaver`.

    ``spells`` are dictionaries with ``start`` and, where they are known, ``end``,
    ``end_reason``, ``placement`` and ``short_break``; ``facts`` have ``fact``, ``start`` and
    ``end``, and ``contacts`` ``day``, ``in_touch``, ``activity`` and ``accommodation``.
    ``complete`` says of which facts all are there.
    """
    made = Leaver.new(person, date_to_c(birth))
    for spell in spells:
        _add_spell(made, **spell)
    for fact in facts:
        _add_fact(made, **fact)
    for contact in contacts:
        _add_contact(made, **contact)
    made.set_complete(care_facts(complete))
    made.set_death(date_to_c(death))
    made.set_uasc_until(date_to_c(uasc_until))
    made.set_covered_until(date_to_c(covered_until))
    return made


def _add_spell(self, start, end=None, end_reason=None, placement=None, short_break=False):
    self.add_spell(date_to_c(start), date_to_c(end), end_reason, placement, short_break)


def _add_fact(self, fact, start, end=None):
    self.add_fact(care_facts(fact), date_to_c(start), date_to_c(end))


def _add_contact(self, day, in_touch=None, activity=None, accommodation=None):
    self.add_contact(date_to_c(day), in_touch, activity, accommodation)


def _with_facts(self, facts=None, complete=()):
    """The same people with facts, a row a fact; ``complete`` says of which facts all are
    there now, by their short names or "all"."""
    return _facts(self, None if facts is None else _tables.table(facts), care_facts(complete))


def _of_table(call, what):
    def function(self, figures):
        return call(self, _tables.table(figures))

    function.__doc__ = what
    return function


def _with_coverage(self, first_day, last_day):
    """The same people, with the first and the last day that the records cover."""
    return _covered(self, day_to_c(first_day), day_to_c(last_day))


def _get_coverage(self):
    """The first and the last day that the records cover, or None."""
    known, first, last = _coverage(self)
    return (day_from_c(first), day_from_c(last)) if known else None


def _statuses_on(self, day, options=None, **conventions):
    """The legal status of everybody on a day, as a table; see
    :func:`marmot.care_leaver_options` for the conventions."""
    return _statuses(self, date_to_c(day), _made(options, conventions))


def _get_timelines(self, options=None, **conventions):
    """The legal statuses of everybody over their lives, as a table; see
    :func:`marmot.care_leaver_options` for the conventions."""
    return _timelines(self, _made(options, conventions))


def _leaver_status_on(self, day, options=None, **conventions):
    """The legal status on a day, and why, as :class:`marmot.LegalStatus`; see
    :func:`marmot.care_leaver_options` for the conventions."""
    return _status_on(self, date_to_c(day), _made(options, conventions))


def _leaver_age_on(self, day, options=None, **conventions):
    """The age in completed years on a day; None where nobody knows it."""
    age = _age_on(self, date_to_c(day), _made(options, conventions))
    return None if age < 0 else age


def _leaver_corporate(self, day, options=None, **conventions):
    """Whether the council is the person's corporate parent on a day, as
    :class:`marmot.CareAnswer`."""
    return _corporate(self, date_to_c(day), _made(options, conventions))


def _leaver_timeline(self, options=None, **conventions):
    """The legal statuses over a life, as a table; see :func:`marmot.care_leaver_options` for
    the conventions."""
    return _timeline(self, _made(options, conventions))


def install():
    """Puts all this on the classes."""
    Set.with_facts = _with_facts
    Set.with_contacts = _of_table(_contacts, "The same people with contacts, a row a contact.")
    Set.with_health = _of_table(_health, "The same people with their health, a row a person and year.")
    Set.with_checks = _of_table(_checks, "The same people with dated checks of their health, a row a check.")
    Set.with_coverage = _with_coverage
    Set.get_coverage = _get_coverage
    Set.coverage = property(_get_coverage)
    Set.statuses_on = _statuses_on
    Set.get_timelines = Set.timelines = _get_timelines
    Leaver.status_on = _leaver_status_on
    Leaver.age_on = _leaver_age_on
    Leaver.corporate_parenting_applies_on = _leaver_corporate
    Leaver.get_timeline = Leaver.timeline = _leaver_timeline


install()
