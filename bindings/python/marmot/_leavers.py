# SPDX-License-Identifier: LGPL-2.1-or-later
"""Care leavers and their legal status. Everything is computed by the library."""

import datetime

from ._load import Marmot
from ._patch import date_to_c, member

Leaver = Marmot.CareLeaver

# The library's own, before this module puts its own on the class.
_own = {
    name: getattr(Leaver, name)
    for name in (
        "add_contact",
        "add_fact",
        "add_spell",
        "age_on",
        "corporate_parenting_applies_on",
        "get_timeline",
        "set_complete",
        "status_on",
    )
}

# By their short names. (PyGObject lists only the first member of some flags.)
_FACTS = {
    name.replace("_", "-").lower(): getattr(Marmot.CareFacts, name)
    for name in dir(Marmot.CareFacts)
    if name.isupper() and name != "NONE"
}


def to_date(value):
    """A date for text such as "2004-06-10"; anything else stays.

    What the text was is not told: it may be a cell of somebody's record.
    """
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError('A day is a date, or text such as "2004-06-10"') from None


def to_day(value):
    """A day for the library, which may be text such as "2004-06-10"; None stays None."""
    return date_to_c(to_date(value))


def _fact(value):
    if not isinstance(value, str):
        return value
    nick = value.replace("_", "-").lower()
    if nick not in _FACTS:
        names = ", ".join(repr(name) for name in _FACTS)
        raise ValueError(f"There is no such marmot.CareFacts; there are: {names}")
    return _FACTS[nick]


def facts_to_c(facts):
    """Flags for a short name, several of them, or flags; "all" is every one."""
    if facts is None:
        return Marmot.CareFacts(0)
    if isinstance(facts, Marmot.CareFacts):
        return facts
    if isinstance(facts, str):
        facts = _FACTS if facts == "all" else [facts]
    flags = Marmot.CareFacts(0)
    for fact in facts:
        flags |= _fact(fact)
    return flags


def leaver_options(options=None, **conventions):
    """Conventions: an object, the name of somebody's ("ssda903-1001"), or keywords."""
    if options is not None and conventions:
        raise TypeError("pass options or single ones, and not both")
    if isinstance(options, str):
        return Marmot.CareLeaverOptions.new_named(options)
    if not conventions:
        return options
    for name, enumeration in (
        ("day_count", Marmot.CareDayCount),
        ("leap_birthday", Marmot.LeapBirthday),
    ):
        if name in conventions:
            conventions[name] = member(enumeration, conventions[name])
    return Marmot.CareLeaverOptions(**conventions)


def care_leaver(
    birth=None,
    spells=(),
    facts=(),
    contacts=(),
    complete=None,
    person=None,
    death=None,
    uasc_until=None,
    covered_until=None,
    covered_from=None,
):
    """One person, as :class:`marmot.CareLeaver`.

    Days are dates, or text such as "2004-06-10". ``spells`` are dicts with ``start``, and
    where they are known ``end``, ``end_reason`` (REC), ``placement`` (PLACE) and
    ``short_break``; ``facts`` dicts with ``fact``, ``start`` and ``end``; ``contacts`` dicts
    with ``date``, ``in_touch``, ``activity`` and ``accommodation``. ``complete`` says of which
    facts all is recorded: short names, or "all".
    """
    made = Leaver.new(person, to_day(birth))
    for spell in spells:
        made.add_spell(**spell)
    for fact in facts:
        made.add_fact(**fact)
    for contact in contacts:
        made.add_contact(**contact)
    _own["set_complete"](made, facts_to_c(complete))
    made.set_death(to_day(death))
    made.set_uasc_until(to_day(uasc_until))
    made.set_covered_until(to_day(covered_until))
    made.set_covered_from(to_day(covered_from))
    return made


def _add_spell(self, start, end=None, end_reason=None, placement=None, short_break=False):
    """Adds a period of care; days may be text."""
    _own["add_spell"](self, to_day(start), to_day(end), end_reason, placement, short_break)


def _add_fact(self, fact, start, end=None):
    """Adds a fact by its short name, such as "home-with-parent"; days may be text."""
    _own["add_fact"](self, _fact(fact), to_day(start), to_day(end))


def _add_contact(self, date, in_touch=None, activity=None, accommodation=None):
    """Adds a contact; the day may be text."""
    _own["add_contact"](self, to_day(date), in_touch, activity, accommodation)


def _set_complete(self, facts):
    """Says of which facts all is recorded: short names, or "all"."""
    _own["set_complete"](self, facts_to_c(facts))


def _on_a_day(name):
    call = _own[name]

    def function(self, day, options=None, **conventions):
        return call(self, to_day(day), leaver_options(options, **conventions))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = call.__doc__
    function.__module__ = "marmot"
    return function


def _get_timeline(self, options=None, **conventions):
    """The statuses over a life, as a table."""
    return _own["get_timeline"](self, leaver_options(options, **conventions))


def install():
    """Puts all this on the class."""
    Leaver.add_spell = _add_spell
    Leaver.add_fact = _add_fact
    Leaver.add_contact = _add_contact
    Leaver.set_complete = _set_complete
    Leaver.get_timeline = _get_timeline
    for name in ("status_on", "corporate_parenting_applies_on", "age_on"):
        setattr(Leaver, name, _on_a_day(name))


install()
