# SPDX-License-Identifier: LGPL-2.1-or-later
"""Made-up children in care and care leavers of one year, 2024/25, with what a council holds beside
the return on children looked after: facts, contacts and health checks.

How many are of each kind is dealt from decks: who is in care on two days, whose review of health
came in time, who had a dental check. So the published totals come out whatever the seed.
"""
from datetime import date
from functools import lru_cache

from basics import birthday, day, months_after

FIRST_DAY, LAST_DAY = day("2024-04-01"), day("2025-03-31")  # the collection year
YEAR_START, ON = day("2024-01-01"), day("2024-12-31")  # the twelve months up to the day of the figures
JANUARY = day("2025-01-23")

# England's bank holidays from 2014 on, but for those that no period of 20 working days here meets.
HOLIDAYS = frozenset(map(day, (
    "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
    "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21")))
FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")

# Children in care on 31 December 2024, by what they are in the figures of that day. "due": a review of
# health fell due in the twelve months; "year": in care for all of them. 17 is old for the questionnaire.
ON_THE_DAY = {
    ("under five", "due", "year", "young"): 66, ("under five", "due", "new", "young"): 38,
    ("under five", "not due", "new", "young"): 50,
    ("five and over", "due", "year", "young"): 377, ("five and over", "due", "year", "17"): 63,
    ("five and over", "not due", "year", "young"): 25, ("five and over", "not due", "year", "17"): 5,
    ("five and over", "due", "new", "young"): 6,
    ("five and over", "not due", "new", "young"): 51, ("five and over", "not due", "new", "17"): 24,
}
UNACCOMPANIED = {("five and over", "due", "year", "17"): 36, ("five and over", "not due", "year", "17"): 5,
                 ("five and over", "not due", "new", "17"): 20, ("five and over", "not due", "new", "young"): 13}
IN_JANUARY, UNACCOMPANIED_IN_JANUARY, LEFT_IN_JANUARY = 708, 77, 9
IN_TIME = {"under five": 96, "five and over": 428}  # of 104 and of 446
REVIEWED, DENTAL, IMMUNISED, SCORED = 501, 461, 457, 359  # of 536, and the last of 402
SHORT_STAYS = 60

# Care leavers by the age of their birthday in the year, of whom so many left care in the twelve months.
LEAVERS = {17: 44, 18: 128, 19: 138, 20: 132, 21: 126, 22: 94, 23: 86, 24: 78, 25: 56}
LEFT_IN_THE_YEAR = {16: 3, 17: 14, 18: 49, 19: 16}
SUMMARIES = 78  # of those 82
OPEN_CASES = 666
UNDETERMINED = ("birth not known", "UASC after 18", "a contact after death", "a period of care that never closes",
                "no period of care")
REFERRALS = (  # first and last day, girls and boys, of whom so many waited 28 days at the most
    ("2023/24", "2023-04-01", "2024-03-31", 55, 69, 114),
    ("2024/25 Q1-Q2", "2024-04-01", "2024-09-30", 21, 19, 34),
)


def working_day(number):
    return date.fromordinal(number).weekday() < 5 and number not in HOLIDAYS


def working_days_after(start, count):
    """The day that is so many working days after a day, which is not one of them."""
    at = start
    while count:
        at += 1
        count -= working_day(at)
    return at


@lru_cache(maxsize=None)
def age_on(born, on):
    years = date.fromordinal(on).year - date.fromordinal(born).year
    return years - (birthday(born, years) > on)


class Spell:
    """A period of care, as the rows of the return that it has: (day, RNE, LS, PLACE)."""

    __slots__ = ("start", "end", "rec", "rows")

    def __init__(self, start, end=None, rec=None, status="C2", place="U6"):
        self.start, self.end, self.rec = start, end, rec
        self.rows = [(start, "S", status, place)]

    @property
    def short_break(self):
        return self.rows[0][2] in ("V3", "V4")

    def covers(self, on):
        return self.start <= on and (self.end is None or self.end > on)


class Check:
    """A health check: asked for, due, done, its status, and a score."""

    __slots__ = ("kind", "due", "done", "status", "score")

    def __init__(self, kind, due, done, status=None, score=None):
        self.kind, self.due, self.done, self.score = kind, due, done, score
        self.status = status or ("completed" if done is not None else "planned")


class Person:
    __slots__ = ("id", "born", "sex", "ethnic", "uasc_until", "died", "spells", "facts", "contacts", "checks",
                 "oc2", "oc3", "planted", "fault", "flags")

    def __init__(self, born, sex):
        self.born, self.sex, self.uasc_until, self.died = born, sex, None, None
        self.spells, self.facts, self.contacts, self.checks = [], [], [], []
        self.oc3 = self.planted = self.fault = None
        self.flags, self.oc2 = {}, {}
        self.ethnic = "WBRI"

    def spell_on(self, on):
        return next((spell for spell in self.spells if spell.covers(on) and not spell.short_break), None)

    def fact_on(self, fact, on):
        return any(kind == fact and start <= on and (end is None or end > on) for kind, start, end in self.facts)

    def done(self, kind, first, last):
        """The checks of a kind that were done from one day to another."""
        return [check for check in self.checks
                if check.kind == kind and check.done is not None and first <= check.done <= last]


def in_care_for_the_year(person, last):
    """In care on a day and on each of the twelve months up to it: the spell, or None."""
    spell = person.spell_on(last)
    return spell if spell is not None and spell.start <= months_after(last + 1, -12) else None


def next_due(born, last):
    """When the next review of health is due: six months on if that is before the fifth birthday."""
    six = months_after(last, 6)
    return six if six < birthday(born, 5) else months_after(last, 12)


def latest_review_due(person, last):
    """The review that fell due last, in the twelve months up to a day and this period of care, or None."""
    spell, first = person.spell_on(last), months_after(last + 1, -12)
    due = [check for check in person.checks if check.kind == "review-health-assessment"
           and spell.start <= check.due and first <= check.due <= last]
    return max(due, key=lambda check: check.due, default=None)


def class_on_the_day(person):
    """What somebody is on 31 December 2024, as the keys of ON_THE_DAY; None if not in care."""
    if person.spell_on(ON) is None or person.born is None or age_on(person.born, ON) >= 18:
        return None
    age = age_on(person.born, ON)
    return ("under five" if age < 5 else "five and over",
            "due" if latest_review_due(person, ON) is not None else "not due",
            "year" if in_care_for_the_year(person, ON) else "new", "17" if age == 17 else "young")


def in_time(person):
    check = latest_review_due(person, ON)
    return check is not None and check.done is not None and check.done <= check.due


def in_january(person):
    return person.spell_on(JANUARY) is not None and person.born is not None and age_on(person.born, JANUARY) < 18


def flagged(person, on):
    """Unaccompanied: of the UASC table, and the status has not ceased."""
    return person.uasc_until is not None and on < person.uasc_until


def left_in_the_year(person):
    """The period of care that ended in the twelve months at 16 or over, other than by death or transfer."""
    if person.born is None:
        return None
    return next((spell for spell in person.spells if spell.end is not None and YEAR_START <= spell.end <= ON
                 and not spell.short_break and spell.end >= birthday(person.born, 16)
                 and spell.rec not in ("E2", "E3", "E11", "E12")), None)


def open_case(person):
    """A personal adviser on 23 January 2025, for somebody of 16 to 24 who is in care no longer."""
    return (person.born is not None and person.died is None and 16 <= age_on(person.born, JANUARY) < 25
            and person.fact_on("personal-adviser", JANUARY) and person.spell_on(JANUARY) is None)


def days_from(person, age, before, extra=0, short_breaks=False):
    """Days in care from a birthday on, up to a day."""
    first = birthday(person.born, age)
    return sum(max(0, min(before if s.end is None else s.end, before) - max(s.start, first)
                   + (extra if s.end is not None and s.end > first else 0))
               for s in person.spells if short_breaks or not s.short_break)


def detained_at_16(person):
    """Detained on the 16th birthday, straight from care (section 23A(3))."""
    at = birthday(person.born, 16)
    return any(fact == "detained" and start <= at and (end is None or end > at)
               and any(spell.end == start for spell in person.spells) for fact, start, end in person.facts)


def care_leaver_on(person, on):
    """A relevant child, or a former relevant young person under 25, on a day, whether or not they ask for support."""
    if person.born is None or person.fault in UNDETERMINED or not 16 <= age_on(person.born, on) < 25:
        return False
    if not person.spells or person.spell_on(on) or (person.died is not None and person.died <= on):
        return False
    until = min(on, birthday(person.born, 18))
    if days_from(person, 14, until) < 91 or not (days_from(person, 16, until) or detained_at_16(person)):
        return False
    if person.spells[-1].rec in ("E3", "E11", "E12"):
        return False
    home = [start for fact, start, _ in person.facts if fact == "home-with-parent"]
    return not (home and months_after(min(home), 6) <= until)


def duty_on(person, on, asked_from=21):
    """A care leaver to whom the council has duties on a day: from 21 on, one who asked for support and still does."""
    return care_leaver_on(person, on) and (age_on(person.born, on) < asked_from
                                           or person.fact_on("asked-for-support", on))
