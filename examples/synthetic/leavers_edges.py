# SPDX-License-Identifier: LGPL-2.1-or-later
"""People who lie on an edge of some definition, and people of whom something is amiss.

Each kind comes in a number of its own, so that two wrong definitions give two figures.
"""
from basics import birthday, day, months_after
from leavers import FIRST_DAY, JANUARY, ON, YEAR_START, Check, Spell, working_days_after

YES = ("YES", "F2", "U1")


def planted(maker):
    """Adds the people to those of a maker."""
    twelve_months(maker)
    coming_and_going(maker)
    ages(maker)
    reviews(maker)
    first_assessments(maker)
    yearly_checks(maker)
    thirteen_weeks(maker)
    not_in_oc3(maker)
    answers(maker)
    birthdays(maker)
    advisers(maker)
    duties(maker)
    summaries(maker)
    stayed_put(maker)
    amiss(maker)


# Children in care

def child(maker, name, born, start, end=None, rec=None, copies=1, status="C2", uasc=None, **health):
    """Children in care, with reviews in time unless health says otherwise."""
    made = []
    for _ in range(copies):
        person = maker.person(day(born), name=name)
        spell = Spell(day(start), None if end is None else day(end), rec, status)
        person.spells.append(spell)
        person.uasc_until = None if uasc is None else day(uasc)
        if status[0] == "V" and status != "V2":
            made.append(person)
            continue
        health.setdefault("initial", working_days_after(spell.start, 19))
        maker.health(person, **health)
        made.append(person)
    return made


def twelve_months(maker):
    """In care for the year up to 31 December 2024, and up to 31 March 2025: to the day and a day less."""
    late = {"initial": day("2024-02-05")}
    child(maker, "in care from 31 December 2023", "2013-02-04", "2023-12-31", copies=2, **late)
    child(maker, "in care from 1 January 2024", "2013-02-05", "2024-01-01", copies=3, **late)
    for person in child(maker, "in care from 2 January 2024", "2013-02-06", "2024-01-02", copies=4, **late):
        person.flags["december"] = True
    child(maker, "in care from 31 March 2024", "2013-03-04", "2024-03-31")
    child(maker, "in care from 1 April 2024", "2013-03-05", "2024-04-01", copies=2)
    for person in child(maker, "in care from 2 April 2024", "2013-03-06", "2024-04-02", copies=3):
        person.flags["march"] = True
    for person in child(maker, "back after a week", "2013-05-05", "2024-06-17", copies=3):
        person.spells.insert(0, Spell(day("2021-09-06"), day("2024-06-10"), "E4B"))
        person.checks += [Check("dental", None, day("2024-03-04"))]
        person.flags["december"] = person.flags["march"] = True
    for person in child(maker, "back after 1 April", "2013-05-06", "2024-04-08", copies=2):
        person.spells.insert(0, Spell(day("2021-09-07"), day("2024-03-20"), "E4B"))
        person.flags["march"] = True


def coming_and_going(maker):
    """Starts and ends on the days that are counted, and short breaks."""
    child(maker, "left on 30 December 2024", "2012-01-16", "2021-05-10", "2024-12-30", "E41")
    for person in child(maker, "left on 31 December 2024", "2012-01-17", "2021-05-11", "2024-12-31", "E41", copies=3):
        person.flags["december"] = True
    child(maker, "left on 1 January 2025", "2012-01-18", "2021-05-12", "2025-01-01", "E41", copies=2)
    child(maker, "left on 23 January 2025", "2012-01-19", "2021-05-13", "2025-01-23", "E4A", copies=4)
    child(maker, "came on 23 January 2025", "2012-01-20", "2025-01-23", copies=3, initial=day("2025-02-20"))
    for ends, copies in (("2025-03-30", 2), ("2025-03-31", 3)):
        for person in child(maker, f"left on {ends}", "2012-03-20", "2021-06-14", ends, "E41", copies=copies):
            person.flags["march"] = True
    child(maker, "unaccompanied until 23 January 2025", "2007-06-11", "2023-03-06", uasc="2025-01-23", copies=2)
    child(maker, "unaccompanied until 3 June 2024", "2007-06-13", "2023-03-08", uasc="2024-06-03")
    child(maker, "unaccompanied until 24 January 2025", "2007-06-12", "2023-03-07", uasc="2025-01-24")
    for number in range(6):
        child(maker, "a series of short breaks", "2012-09-09", "2023-06-05", status="V4")
    for number in range(3):
        for person in child(maker, "short breaks one by one", "2012-09-10", "2024-05-10", "2024-05-20", "E4A",
                            status="V3"):
            person.spells.append(Spell(day("2024-12-27"), day("2025-01-02"), "E4A", "V3"))
    for person in child(maker, "short breaks and then care", "2012-09-11", "2024-07-15", copies=2):
        person.spells.insert(0, Spell(day("2022-05-05"), day("2024-02-09"), "E4A", "V4"))


def ages(maker):
    """Fifth, tenth, seventeenth birthdays on 31 December 2024 and 31 March 2025, and on the day after."""
    for born, copies in (("2019-12-30", 2), ("2019-12-31", 3), ("2020-01-01", 4), ("2020-03-30", 1),
                         ("2020-03-31", 2), ("2020-04-01", 7)):
        people = child(maker, f"born on {born}", born, "2022-02-07", copies=copies, leads=[0] * 4 + [1] * 12)
        for number, person in enumerate(people):
            person.checks.append(Check("sdq", None, ON - 40, score=9 + number))
            person.checks.append(Check("development", None, ON - 41))
    for born, copies in (("2007-12-31", 2), ("2008-01-01", 3), ("2008-03-31", 2), ("2008-04-01", 4)):
        for person in child(maker, f"born on {born}", born, "2019-05-06", copies=copies):
            person.checks.append(Check("sdq", None, ON - 50, score=18))
    for born, copies in (("2015-03-31", 2), ("2015-04-01", 3)):
        for person in child(maker, f"born on {born}", born, "2020-07-06", copies=copies):
            person.flags["convicted"] = True


def reviews(maker):
    """Reviews on the day on which they were due and a day later; six months and twelve; turning five."""
    child(maker, "under five, on the day", "2021-08-02", "2022-09-05", copies=3, outcome=0)
    child(maker, "under five, a day late", "2021-08-03", "2022-09-06", copies=2, outcome=1)
    child(maker, "five and over, on the day", "2011-08-02", "2020-09-07", copies=4, outcome=0)
    child(maker, "five and over, a day late", "2011-08-03", "2020-09-08", copies=3, outcome=1)
    # Under five and last seen eight months ago: twelve months would do, and six do not.
    child(maker, "under five, eight months after", "2022-02-14", "2023-06-12", copies=1,
          initial=day("2023-07-10"), leads=[0, 0], outcome=60)
    # Six months end after the fifth birthday, so that twelve months are due; and before it.
    child(maker, "five after six months", "2019-05-15", "2022-02-01", copies=3, initial=day("2022-02-28"),
          leads=[0, 0, 0, 70, 0])
    child(maker, "five and overdue before", "2019-09-20", "2022-03-01", copies=1, initial=day("2022-03-29"),
          leads=[0, 0, 0, 2], outcome=45)
    child(maker, "due on 31 December 2024, seen on 2 January 2025", "2010-10-04", "2023-12-01", copies=2,
          initial=day("2023-12-31"), outcome=2)
    child(maker, "due on 1 January 2025", "2010-10-05", "2023-12-02", copies=2, initial=day("2024-01-01"), leads=[0])
    child(maker, "under five, due on 1 January 2025", "2023-04-03", "2024-06-05", copies=3, initial=day("2024-07-01"),
          leads=[0])
    for person in (*child(maker, "refused", "2009-10-06", "2019-02-04", copies=2, outcome="missed"),
                   *child(maker, "refused under five", "2022-03-06", "2022-08-08", outcome="missed")):
        latest = max((check for check in person.checks if check.kind == "review-health-assessment"
                      and check.due <= ON), key=lambda check: check.due)
        latest.done, latest.status = None, "refused"
        person.checks = [check for check in person.checks
                         if check.kind != "review-health-assessment" or check.due <= latest.due]


def first_assessments(maker):
    """The twentieth working day and the twenty-first, over Christmas 2024 and Easter; left before it."""
    for start, on_time, late in (("2024-11-28", 4, 3), ("2024-03-14", 2, 3)):
        twenty, after = (working_days_after(day(start), count) for count in (20, 21))
        child(maker, f"from {start}, on working day 20", "2014-11-03", start, copies=on_time, initial=twenty)
        child(maker, f"from {start}, on working day 21", "2014-11-04", start, copies=late, initial=after)
    for number in range(3):
        person = maker.person(day("2014-11-05"), name="left before working day 20")
        person.spells.append(Spell(day("2024-08-05"), day("2024-08-16"), "E4A"))
        person.checks.append(Check("initial-health-assessment", working_days_after(day("2024-08-05"), 20), None,
                                   "cancelled"))
    for number in range(2):
        person = maker.person(day("2014-11-08"), name="never seen")
        start = day("2024-07-01") + number
        person.spells.append(Spell(start))
        person.checks.append(Check("initial-health-assessment", working_days_after(start, 20), None))
    child(maker, "due on 31 December 2024, on the day", "2014-11-06", "2024-11-29", copies=1, initial=ON)
    child(maker, "due on 2 January 2025, seen before", "2014-11-07", "2024-12-02", copies=2, initial=day("2024-12-20"))


def yearly_checks(maker):
    """Done on the days at both ends of the twelve months, and a day outside of them."""
    for kind, counts in (("dental", (2, 3, 1, 4)), ("immunisations", (3, 2, 2, 3)), ("sdq", (2, 4, 3, 2))):
        days = (YEAR_START, YEAR_START - 1, ON, ON + 1)
        for done, copies in zip(days, counts):
            name = f"{kind} {('on the first day', 'a day before', 'on the last day', 'a day after')[days.index(done)]}"
            for person in child(maker, name, "2012-06-18", "2020-10-05", copies=copies):
                person.checks.append(Check(kind, None, done, score=12 if kind == "sdq" else None))
    for person in child(maker, "development a day before", "2021-06-18", "2022-10-03", copies=2):
        person.checks.append(Check("development", None, YEAR_START - 1))
    for person in child(maker, "a questionnaire without a score", "2012-06-19", "2020-10-06", copies=3):
        person.checks.append(Check("sdq", None, day("2024-05-21"), "incomplete"))


# Care leavers

def leaver(maker, name, age, at, spells, copies=1, answer=YES, uasc=None, **more):
    """People whose birthday of an age is on a day; spells by their distance in days from a birthday."""
    made = []
    for _ in range(copies):
        person = maker.person(birthday(day(at), -age), name=name)
        for (of, plus), end, *how in spells:
            start = birthday(person.born, of) + plus
            if end is not None:
                end = birthday(person.born, end[0]) + end[1]
            rec, status = (*how, *("E8", "C2")[len(how):])
            person.spells.append(Spell(start, end, rec if end is not None else None, status))
        if uasc is not None:
            person.uasc_until = birthday(person.born, 18)
        if any(spell.start >= YEAR_START or (spell.end or 0) > ON for spell in person.spells):
            maker.health(person)
        if answer is not None:
            maker.answers(person, age, answer)
        person.facts += more.get("facts", [])
        made.append(person)
    return made


def thirteen_weeks(maker):
    """90, 91 and 92 days since 14, a day from 16 on, and periods that add up."""
    for days, copies in ((90, 2), (91, 3), (92, 1)):
        leaver(maker, f"{days} days", 19, "2024-07-08", [((16, -60), (16, days - 60))], copies)
    three = [((15, at), (15, at + 22), "E4A") for at in (10, 60, 110)]
    leaver(maker, "four periods of 22 days", 19, "2024-07-09", [*three, ((16, 5), (16, 27))], 3)
    leaver(maker, "90 days, 60 of them after an earlier start at 13", 20, "2024-08-06",
           [((14, -110), (14, 60), "E4A"), ((16, 20), (16, 50))], 5)
    leaver(maker, "91 days, 60 of them after an earlier start at 13", 20, "2024-08-07",
           [((14, -110), (14, 60), "E4A"), ((16, 20), (16, 51))], 1)
    leaver(maker, "left on the 16th birthday", 19, "2024-09-04", [((14, 100), (16, 0))], 3)
    leaver(maker, "left a day after the 16th birthday", 19, "2024-09-05", [((14, 100), (16, 1))], 2)
    leaver(maker, "unaccompanied, 90 days", 18, "2024-06-12", [((18, -90), (18, 0), "E5", "V2")], 2, uasc=True)
    leaver(maker, "unaccompanied, 91 days", 18, "2024-06-13", [((18, -91), (18, 0), "E5", "V2")], 1, uasc=True)


def not_in_oc3(maker):
    """Those whom the return's denominators leave out, and those whom they nearly do."""
    leaver(maker, "short breaks alone", 19, "2024-05-14", [((14, 30), (17, 0), "E8", "V4")], 4)
    leaver(maker, "went to another authority", 20, "2024-05-15", [((12, 0), (16, 200), "E3")], 2)
    leaver(maker, "adopted", 19, "2024-05-16", [((12, 0), (16, 90), "E12")], 1)
    leaver(maker, "went and came back", 20, "2024-05-17", [((12, 0), (16, 20), "E3"), ((16, 80), (18, 0), "E5")], 1)
    for person in leaver(maker, "died", 20, "2024-10-02", [((13, 0), (18, 0), "E6")], 3, ("DIED", "0", "0")):
        person.died, person.contacts = day("2024-09-18"), []
    leaver(maker, "returned home", 19, "2024-11-05", [((13, 0), (16, 100), "E4A")], 3, ("RHOM", "0", "0"),
           facts=[("home-with-parent", day("2022-03-07"), None)])
    # At home for six months on the 17th birthday, and for a day less.
    for name, less, answer, copies in (("home for six months", 0, ("RHOM", "0", "0"), 2),
                                       ("home for a day less than six months", 1, ("YES", "F2", "B1"), 2)):
        for person in leaver(maker, name, 17, "2024-11-06", [((13, 0), (16, 60), "E4A")], copies, answer):
            home = months_after(day("2024-11-06"), -6) + less
            person.spells[-1].end = home
            person.facts.append(("home-with-parent", home, None))
            person.contacts = [(day("2024-11-06"), *answer)]
    for days, copies, answer in ((-1, 1, YES), (0, 2, YES), (1, 3, YES)):
        leaver(maker, f"in care until {days:+d} days from the 17th birthday", 17, "2025-02-03",
               [((14, 0), (17, days), "E8")], copies, answer)
    leaver(maker, "asked for nothing at 23", 23, "2024-08-20", [((13, 0), (18, 0), "E5")], 2, None)
    for person in leaver(maker, "detained on the 16th birthday", 17, "2024-11-07", [((13, 0), (15, 300), "E9")], 2,
                         ("YES", "F2", "D1")):
        person.facts.append(("detained", person.spells[0].end, birthday(person.born, 16) + 200))
    for person in leaver(maker, "left at 15 for a special guardian", 19, "2024-11-08",
                         [((12, 0), (15, 200), "E45")], 1, None):
        person.facts.append(("special-guardianship", person.spells[0].end, birthday(person.born, 18)))
    leaver(maker, "asked for nothing at 20", 20, "2024-08-21", [((13, 0), (18, 0), "E5")], 1, None)


def answers(maker):
    """In touch or not, known from others or not at all; which of two contacts counts."""
    care = [((13, 0), (18, 0), "E5")]
    leaver(maker, "not in touch", 19, "2024-07-15", care, 4, ("NO", "0", "0"))
    leaver(maker, "not in touch, known from others", 19, "2024-07-16", care, 3, ("NO", "F5", "U1"))
    leaver(maker, "refuses", 20, "2024-07-17", care, 2, ("REFU", "0", "0"))
    leaver(maker, "needs no more", 21, "2024-07-18", care, 5, ("NREQ", "0", "0"))
    leaver(maker, "nothing recorded", 19, "2024-07-19", care, 4, ("", "", ""))
    leaver(maker, "in touch, home not known", 20, "2024-07-20", care, 2, ("YES", "P4", "R2"))
    leaver(maker, "unsuitable", 21, "2024-07-21", care, 3, ("YES", "G5", "W2"))
    for person in leaver(maker, "changed after the birthday", 19, "2024-06-03", care, 3):
        person.contacts = [(day("2024-06-05"), *YES), (day("2025-01-14"), "NO", "0", "0")]
    for person in leaver(maker, "at 23, changed", 23, "2024-06-04", care, 4, ("NREQ", "0", "0")):
        person.contacts = [(day("2024-06-04"), *YES), (day("2025-01-15"), "NREQ", "0", "0")]
    for person in leaver(maker, "at 24, changed back", 24, "2024-06-05", care, 2, ("YES", "F1", "U1")):
        person.contacts = [(day("2024-06-05"), "NO", "0", "0"), (day("2025-02-15"), "YES", "F1", "U1")]


def birthdays(maker):
    """On the first and the last day of the year, and on 29 February."""
    care = [((13, 0), (18, 0), "E5")]
    leaver(maker, "19 on 1 April 2024", 19, "2024-04-01", care, 2)
    leaver(maker, "19 on 31 March 2025", 19, "2025-03-31", care, 4)
    leaver(maker, "22 on 31 March 2025", 22, "2025-03-31", care, 2)
    leaver(maker, "22 on 1 April 2024", 22, "2024-04-01", care, 1)
    leaver(maker, "17 on 31 March 2025", 17, "2025-03-31", [((13, 0), (16, 40), "E8")], 2)
    leaver(maker, "17 on 1 April 2025", 16, "2024-04-01", [((13, 0), (16, 40), "E8")], 3, None)
    leaver(maker, "25 on 1 April 2024", 25, "2024-04-01", care, 2)
    leaver(maker, "26 on 31 March 2025", 26, "2025-03-31", care, 3, None)
    for ends in ("2025-02-28", "2025-03-01"):
        person = maker.person(day("2008-02-29"), name=f"born on 29 February, in care until {ends}")
        person.spells.append(Spell(day("2022-05-02"), day(ends), "E8"))
        maker.health(person)
        maker.answers(person, 17, YES)


def advisers(maker):
    """Personal advisers that began, ended or should have ended on 23 January 2025."""
    care, since = [((13, 0), (18, 0), "E5")], day("2022-09-05")
    for name, first, last, copies in (("from the day on", JANUARY, None, 2), ("until the day", since, JANUARY, 3),
                                      ("until the day after", since, JANUARY + 1, 1)):
        leaver(maker, f"an adviser {name}", 20, "2024-12-02", care, copies,
               facts=[("personal-adviser", first, last)])
    leaver(maker, "an adviser, 25 on the day", 25, "2025-01-23", care, 2, ("YES", "F5", "U1"),
           facts=[("personal-adviser", since, None)])
    leaver(maker, "an adviser, 25 on the day after", 25, "2025-01-24", care, 1, ("YES", "F5", "U1"),
           facts=[("personal-adviser", since, None)])
    for person in leaver(maker, "an adviser, who died", 21, "2024-12-03", care, 1, ("DIED", "0", "0"),
                         facts=[("personal-adviser", since, None)]):
        person.died, person.contacts = day("2024-11-25"), []


def duties(maker):
    """Care leavers by law on 23 January 2025: 18, 21 and 25 on the day; asked for support from it, until it; died."""
    care, support = [((13, 0), (18, 0), "E5")], "asked-for-support"
    for at, copies in (("2025-01-23", 2), ("2025-01-24", 3)):
        leaver(maker, f"18 on {at}", 18, at, care, copies, facts=[("personal-adviser", FIRST_DAY, None)])
        leaver(maker, f"21 on {at}", 21, at, care, copies)
        leaver(maker, f"25 on {at}", 25, at, care, copies, facts=[(support, FIRST_DAY, None)])
    for name, first, last, copies in (("from the day", JANUARY, None, 2), ("until the day", FIRST_DAY, JANUARY, 4),
                                      ("until the day after", FIRST_DAY, JANUARY + 1, 1)):
        leaver(maker, f"asked {name} on", 22, "2024-12-02", care, copies, facts=[(support, first, last)])
    for person in leaver(maker, "asked, and died", 23, "2024-12-03", care, 2, ("DIED", "0", "0"),
                         facts=[(support, FIRST_DAY, None)]):
        person.died, person.contacts = day("2024-11-25"), []
    leaver(maker, "a care leaver without an adviser", 20, "2024-12-04", care, 5)


def summaries(maker):
    """Summaries of health on the last day and a day after it, for those who left."""
    for done, copies in ((ON, 2), (ON + 1, 1)):
        for person in leaver(maker, f"a summary on {'the day' if done == ON else 'the day after'}", 18, "2024-12-09",
                             [((12, 0), (18, 0), "E5")], copies):
            person.checks.append(Check("health-summary", day("2024-12-09"), done))
    for person in leaver(maker, "left at 15", 15, "2024-05-01", [((10, 0), (15, 20), "E4A")], 1, None):
        person.checks.append(Check("health-summary", day("2024-05-21"), None))


def stayed_put(maker):
    """With former foster carers until three months after 18, and a day less."""
    for name, home, copies in (("moved out after two months", ("Z1", "U1"), 3),
                               ("moved out after three months", ("Z1", "Z1", "U1"), 4)):
        for person in leaver(maker, name, 18, "2024-08-05", [((10, 0), (18, 0), "E17")], copies, ("YES", "F2", "Z1")):
            days = (day("2024-08-07"), day("2024-11-05"), day("2024-11-06"))
            person.contacts = [(on, "YES", "F2", what) for on, what in zip(days, home)]


    for person in leaver(maker, "18 in a children's home", 18, "2024-08-06", [((10, 0), (18, 0), "E5")], 2,
                         ("YES", "F2", "D1")):
        person.spells[0].rows = [(person.spells[0].start, "S", "C2", "K2")]


def amiss(maker):
    """What nobody can be sure of: they stay countable, as those whose status cannot be determined."""
    care = [((13, 0), (18, 0), "E5")]
    for person in leaver(maker, "birth not known", 19, "2024-10-10", care, 2):
        person.fault, person.born = "birth not known", None
    for person in leaver(maker, "unaccompanied after 18", 19, "2024-10-11", [((17, 0), (18, 0), "E5", "V2")], 1):
        person.fault, person.uasc_until = "UASC after 18", birthday(person.born, 18) + 30
    for person in leaver(maker, "unaccompanied no more before care", 19, "2024-10-12",
                         [((17, 0), (18, 0), "E5", "V2")], 1):
        person.fault, person.uasc_until = "UASC before care alone", person.spells[0].start - 20
    for person in leaver(maker, "care that never closed", 19, "2024-10-14", [((13, 0), None)], 2):
        person.fault = "a period of care that never closes"
    for person in leaver(maker, "died, and a contact after it", 21, "2024-10-15", care, 1):
        person.fault, person.died = "a contact after death", day("2024-10-01")
        person.contacts, person.oc3 = [(day("2024-10-20"), *YES)], ("DIED", "0", "0")
    leavers = leaver(maker, "no period of care", 20, "2024-10-16", [], 2)
    for person in leavers:
        person.fault = "no period of care"
    for person in leaver(maker, "a contact before 16", 19, "2024-10-17", care, 1, ("", "", "")):
        person.fault = "a contact before 16"
        person.contacts = [(birthday(person.born, 15) + 40, *YES)]
    person = maker.person(day("2013-01-28"), sex="U", name="sex not known")
    person.spells.append(Spell(FIRST_DAY - 800, None))
    maker.health(person)
