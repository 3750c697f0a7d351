# SPDX-License-Identifier: LGPL-2.1-or-later
"""The figures of the made-up children in care and care leavers, counted one by one.

As with the rest of the synthetic year: every figure has its day or period, its definition and
whom it leaves out, and beside it what definitions nearby would give ("otherwise").
"""
from basics import day, iso, months_after
from early_help_figures import tally
from leavers import (FIRST_DAY, JANUARY, LAST_DAY, ON, REFERRALS, UNDETERMINED, YEAR_START, age_on, care_leaver_on,
                     duty_on, flagged, in_care_for_the_year, in_january, latest_review_due, left_in_the_year, open_case,
                     working_days_after)

PAPER = "Coventry Health and Wellbeing Board, Corporate Parenting, 5 February 2025"
REVIEW = "review-health-assessment"


def printed(numerator, denominator, decimals=1):
    """A percentage as papers print it: halves are rounded up."""
    scale = 10 ** decimals
    number = (2 * 100 * scale * numerator + denominator) // (2 * denominator)
    return f"{number // scale}.{number % scale:0{decimals}d}" if decimals else str(number)


def share(numerator, denominator, decimals=1, **more):
    return {"numerator": numerator, "denominator": denominator,
            "printed": printed(numerator, denominator, decimals) if denominator else None, **more}


def pair(people, test):
    people = list(people)
    return {"numerator": sum(map(bool, map(test, people))), "denominator": len(people)}


def under_18_in_care(people, on, spell_on=None):
    """The children in care on a day: under 18, and not for short breaks."""
    spell_on = spell_on or (lambda person: person.spell_on(on))
    return [person for person in people
            if person.born is not None and spell_on(person) is not None and age_on(person.born, on) < 18]


def with_the_last_day(person, on):
    """As a definition would have it by which those who leave on the day are still in care."""
    return next((spell for spell in person.spells if not spell.short_break and spell.start <= on
                 and (spell.end is None or spell.end >= on)), None)


# Review health assessments, whether they came in time

def previous(person, check):
    """When the child was last seen before a review: the day from which its due day runs."""
    return max((c.done for c in person.checks if c.kind in (REVIEW, "initial-health-assessment")
                and c.done is not None and c is not check and c.done < check.due), default=None)


def timeliness(people):
    here = under_18_in_care(people, ON)
    due = {person: latest_review_due(person, ON) for person in here}
    cohort = [person for person in here if due[person] is not None]

    def timely(person, check=None):
        check = check or due[person]
        return check.done is not None and check.done <= check.due

    def by_months(rule):
        def test(person):
            check, before = due[person], previous(person, due[person])
            return check.done is not None and check.done <= months_after(before, rule(person, before))
        return test

    def every(of):
        return [(person, check) for person in of for check in person.checks
                if check.kind == REVIEW and YEAR_START <= check.due <= ON
                and person.spell_on(ON).start <= check.due]

    def leaving(person):
        spell = with_the_last_day(person, ON)
        checks = [c for c in person.checks if c.kind == REVIEW and YEAR_START <= c.due <= ON and spell.start <= c.due]
        return max(checks, key=lambda c: c.due, default=None)

    def seen_by_the_day(person):
        return due[person].done is not None and due[person].done <= ON

    def rules(of):
        cohort = [person for person in of if due[person] is not None]
        before_the_day = [person for person in cohort if due[person].due < ON]
        return {
            "a day late is in time": pair(cohort, lambda p: due[p].done is not None and due[p].done <= due[p].due + 1),
            "on the day on which it was due is late": pair(
                cohort, lambda p: due[p].done is not None and due[p].done < due[p].due),
            "in time or not, seen by the day": pair(cohort, seen_by_the_day),
            "a review within the twelve months": pair(cohort, lambda p: p.done(REVIEW, YEAR_START, ON)),
            "those who refused are left out": pair(
                (p for p in cohort if due[p].status != "refused"), timely),
            "reviews, not children": pair(every(cohort), lambda both: timely(*both)),
            "all children in care": pair(of, lambda p: due[p] is not None and timely(p)),
            **({"what was due on the day itself is not due": pair(before_the_day, timely)}
               if len(before_the_day) < len(cohort) else {}),
        }

    definition = (
        "of children in care on the day for whom a review of health fell due in the twelve months up to it and in "
        "this period of care, those whose latest such review was done by the day on which it was due: six months "
        "after they were last assessed if that is before the fifth birthday, and otherwise twelve")
    figures, young, old = {}, [], []
    for person in here:
        (young if age_on(person.born, ON) < 5 else old).append(person)
    left_too = [p for p in under_18_in_care(people, ON, lambda p: with_the_last_day(p, ON)) if leaving(p)]
    months = {
        "six months after every visit before the fifth birthday": pair(
            cohort, by_months(lambda p, before: 6 if age_on(p.born, before) < 5 else 12)),
        "by the age on the day": pair(cohort, by_months(lambda p, before: 6 if age_on(p.born, ON) < 5 else 12)),
        "twelve months at any age": pair(cohort, by_months(lambda p, before: 12)),
    }
    parts = {
        "reviews-under-five": (young, 92.3, {
            "five on the day is under five": pair(
                (p for p in cohort if age_on(p.born, ON - 1) < 5), timely),
            "by the age when the review was due": pair((p for p in cohort if age_on(p.born, due[p].due) < 5), timely),
            "by the age a year before": pair((p for p in cohort if age_on(p.born, YEAR_START) < 5), timely),
            "twelve months at any age": pair((p for p in young if due[p]), by_months(lambda p, before: 12))}),
        "reviews-five-and-over": (old, 96.0, {
            "five on the day is under five": pair((p for p in cohort if age_on(p.born, ON - 1) >= 5), timely),
            "by the age when the review was due": pair((p for p in cohort if age_on(p.born, due[p].due) >= 5), timely),
            "six months after every visit before the fifth birthday": pair(
                (p for p in old if due[p]), by_months(lambda p, before: 6 if age_on(p.born, before) < 5 else 12))}),
        "reviews-total": (here, 95.3, {
            "those who left on the day count too": pair(left_too, lambda p: timely(p, leaving(p))), **months}),
    }
    for name, (of, published, more) in parts.items():
        found = pair((p for p in of if due[p] is not None), timely)
        figures[name] = share(
            **found, published=published, on=iso(ON), source=PAPER, definition=definition,
            excluded={"no review due in the twelve months": sum(due[p] is None for p in of)},
            not_done=sum(due[p] is not None and due[p].done is None for p in of),
            otherwise={**rules(of), **more})
    return figures


# What was done in twelve months, of those in care for all of them

CHECKS = {
    "oc2-reviews": (REVIEW, 93.5, 90.1, 89.0, "a review of health"),
    "oc2-dental": ("dental", 86.0, 83.8, 79.0, "a dental check"),
    "oc2-immunisations": ("immunisations", 85.3, None, None, "immunisations found to be up to date"),
    "oc2-development": ("development", None, None, None, "a development check"),
    "oc2-questionnaires": ("sdq", 89.3, 73.4, 77.0, "a strengths and difficulties questionnaire with a score"),
}


def of_age(kind, person, on):
    age = age_on(person.born, on)
    return 5 <= age <= 16 if kind == "sdq" else age < 5 if kind == "development" else True


def twelve_months(people):
    here = under_18_in_care(people, ON)
    cohort = [person for person in here if in_care_for_the_year(person, ON)]
    figures = {}

    def continuous(last, start=0, end=0):
        return [p for p in people if p.born is not None and age_on(p.born, ON) < 18 and any(
            s.start <= YEAR_START + start and (s.end is None or s.end > last + end) and not s.short_break
            for s in p.spells)]

    def in_care_at_both_ends(person):
        return person.spell_on(YEAR_START) and person.spell_on(ON)

    breaks_too = [p for p in people if p.born is not None and age_on(p.born, ON) < 18 and any(
        s.start <= YEAR_START and (s.end is None or s.end > ON) for s in p.spells)]
    for name, (kind, published, neighbours, england, what) in CHECKS.items():
        def had(person, first=YEAR_START, last=ON, kind=kind):
            return any(kind != "sdq" or check.score is not None for check in person.done(kind, first, last))

        def of(group, test=had, kind=kind):
            return pair((p for p in group if of_age(kind, p, ON)), test)

        otherwise = {
            "all children in care": of(here),
            "ever before": of(cohort, lambda p, had=had: had(p, first=0)),
            "in the collection year to that day": of(cohort, lambda p, had=had: had(p, first=FIRST_DAY)),
        }
        if kind != "development":
            otherwise["in care from 2 January too"] = of(continuous(ON, start=1))
            otherwise["in care from before 1 January"] = of(continuous(ON, start=-1))
            otherwise["those who left on the day count too"] = of(continuous(ON, end=-1))
            otherwise["in care on the first and the last day"] = of(p for p in here if in_care_at_both_ends(p))
            otherwise["short breaks count too"] = of(breaks_too)
        if kind in ("dental", "immunisations", "sdq"):
            otherwise["a day before the twelve months too"] = of(
                cohort, lambda p, had=had: had(p, first=YEAR_START - 1))
            otherwise["a day after them too"] = of(cohort, lambda p, had=had: had(p, last=ON + 1))
        if kind == REVIEW:
            otherwise["first assessments count too"] = of(
                cohort, lambda p: p.done(REVIEW, YEAR_START, ON) or p.done("initial-health-assessment", YEAR_START, ON))
        if kind == "sdq":
            otherwise.update({
                "returned, with or without a score": of(cohort, lambda p: p.done("sdq", YEAR_START, ON)),
                "4 to 16 on the day": pair((p for p in cohort if 4 <= age_on(p.born, ON) <= 16), had),
                "5 to 17 on the day": pair((p for p in cohort if 5 <= age_on(p.born, ON)), had),
                "5 to 15 on the day": pair((p for p in cohort if 5 <= age_on(p.born, ON) <= 15), had),
                "by the age at the start": pair((p for p in cohort if 5 <= age_on(p.born, YEAR_START) <= 16), had),
                "by the age a day later": pair((p for p in cohort if 5 <= age_on(p.born, ON + 1) <= 16), had)})
        if kind == "development":
            otherwise["five on the day is under five"] = pair((p for p in cohort if age_on(p.born, ON - 1) < 5), had)
        found = of(cohort)
        figures[name] = share(
            **found, on=iso(ON), source=PAPER if published else None, published=published,
            comparators=None if neighbours is None else {
                "period": "2023/24", "statistical neighbours": neighbours, "England": england},
            definition=f"of children in care on the day and on every day of the twelve months up to it"
                       f"{', aged 5 to 16' if kind == 'sdq' else ', under five' if kind == 'development' else ''}, "
                       f"those with {what} in the twelve months",
            excluded={"in care for less than the twelve months": len(here) - len(cohort),
                      **({"of another age": sum(not of_age(kind, p, ON) for p in cohort)}
                         if kind in ("sdq", "development") else {})},
            otherwise=otherwise)
    scores = [check.score for p in cohort if of_age("sdq", p, ON)
              for check in [max((c for c in p.done("sdq", YEAR_START, ON) if c.score is not None),
                                key=lambda c: c.done, default=None)] if check is not None]
    figures["oc2-questionnaires"]["scores"] = bands(scores)
    return figures


def bands(scores):
    return {"sum": sum(scores), "count": len(scores), "normal, 0 to 13": sum(s <= 13 for s in scores),
            "borderline, 14 to 16": sum(14 <= s <= 16 for s in scores),
            "cause for concern, 17 to 40": sum(s >= 17 for s in scores)}


# The return itself, at 31 March 2025

def at_year_end(people):
    cohort = [p for p in under_18_in_care(people, LAST_DAY) if in_care_for_the_year(p, LAST_DAY)]
    rows = [p for p in people if "march" in p.oc2]
    left_too = [p for p in rows if p in set(cohort) or any(s.end == LAST_DAY for s in p.spells)]

    def is_1(field):
        return lambda person: person.oc2["march"][field] == 1

    def aged(low, high):
        return lambda person: low <= age_on(person.born, LAST_DAY) <= high

    every, figures = aged(0, 17), {}
    for name, field, concerns, also in (
            ("health-assessment", "HEALTH_ASSESSMENT", every, {}),
            ("dental-check", "TEETH_CHECK", every, {}),
            ("immunisations", "IMMUNISATIONS", every, {}),
            ("development-check", "HEALTH_CHECK", aged(0, 4), {
                "five on the day is under five": lambda p: age_on(p.born, LAST_DAY - 1) < 5,
                "all children": every}),
            ("convicted", "CONVICTED", aged(10, 17), {
                "over ten": lambda p: age_on(p.born, LAST_DAY - 1) >= 10,
                "nine and over": aged(9, 17), "all children": every}),
            ("substance-misuse", "SUBSTANCE_MISUSE", every, {"ten and over": aged(10, 17)})):
        figures[name] = share(
            **pair(filter(concerns, cohort), is_1(field)), on=iso(LAST_DAY), field=field,
            definition="of children in care on 31 March and since 1 April before it or earlier, without a break or "
                       "short breaks, those with 1 in the field" + {"development-check": "; under five",
                                                                      "convicted": "; ten and over"}.get(name, ""),
            excluded={"in the file, and not in care for the twelve months": len(rows) - len(cohort)},
            otherwise={
                **({"every row of the file": pair(filter(concerns, rows), is_1(field)),
                    "those who left on 31 March count too": pair(filter(concerns, left_too), is_1(field))}
                   if name != "development-check" else {}),
                **{other: pair(filter(test, cohort), is_1(field)) for other, test in also.items()}})
    misuse = [p for p in cohort if is_1("SUBSTANCE_MISUSE")(p)]
    figures["intervention-received"] = share(
        **pair(misuse, is_1("INTERVENTION_RECEIVED")), on=iso(LAST_DAY), definition="of those with substance misuse",
        otherwise={"of all children": pair(cohort, is_1("INTERVENTION_RECEIVED"))})
    figures["intervention-refused"] = share(
        **pair(misuse, is_1("INTERVENTION_OFFERED")), on=iso(LAST_DAY),
        definition="of those with substance misuse, those to whom an intervention was offered, and who had none",
        otherwise={"of those who had none": pair((p for p in misuse if p.oc2["march"]["INTERVENTION_RECEIVED"] == 0),
                                                 is_1("INTERVENTION_OFFERED"))})

    def scored(person):
        return person.oc2["march"]["SDQ_SCORE"] != ""

    asked = list(filter(aged(5, 16), cohort))
    figures["questionnaires"] = share(
        **pair(asked, scored), on=iso(LAST_DAY), definition="of those aged 5 to 16 on the day, those with a score",
        scores=bands([p.oc2["march"]["SDQ_SCORE"] for p in asked if scored(p)]),
        not_returned=tally(p.oc2["march"]["SDQ_REASON"] or "blank" for p in asked if not scored(p)),
        otherwise={
            "4 to 16, as it is collected": pair(filter(aged(4, 16), cohort), scored),
            "5 to 17": pair(filter(aged(5, 17), cohort), scored),
            "by the age a day later": pair((p for p in cohort if 5 <= age_on(p.born, LAST_DAY + 1) <= 16), scored),
            "every row of the file": pair(filter(aged(5, 16), rows), scored)})
    return {"cohort": len(cohort), "rows": len(rows), "figures": figures}


# Coming into care, and leaving it

def first_assessments(people):
    spells = [(p, s) for p in people for s in p.spells if YEAR_START <= s.start <= ON]
    care = [(p, s) for p, s in spells if not s.short_break]

    def check_of(person, spell):
        return next((c for c in person.checks if c.kind == "initial-health-assessment" and spell.start < c.due
                     and c.due - spell.start < 45), None)

    def left_before(person, spell):
        check = check_of(person, spell)
        return spell.end is not None and spell.end <= check.due and check.done is None

    counted = [(p, s) for p, s in care if not left_before(p, s)]
    assert all(check_of(p, s) is not None for p, s in care)

    def within(limit=None):
        def test(both):
            check = check_of(*both)
            last = check.due if limit is None else limit(both[1].start)
            return check.done is not None and check.done <= last
        return test

    def weekdays(start):
        at, left = start, 20
        while left:
            at += 1
            left -= at % 7 not in (6, 0)  # 1 January of the year 1, the day 1, was a Monday
        return at

    return share(
        **pair(counted, within()), period=f"{iso(YEAR_START)}/{iso(ON)}", unit="periods of care", published=None,
        definition="of periods of care that began in the twelve months, those with a first health assessment within 20 "
                   "working days of the first day of care, which is not one of them; a period that ended on the 20th "
                   "or before, without an assessment, is left out",
        excluded={"left care before it was due": len(care) - len(counted), "short breaks": len(spells) - len(care)},
        not_done=sum(check_of(*both).done is None for both in counted),
        otherwise={
            "bank holidays are working days": pair(counted, within(limit=weekdays)),
            "21 working days": pair(counted, within(limit=lambda start: working_days_after(start, 21))),
            "28 days": pair(counted, within(limit=lambda start: start + 28)),
            "those who left before it was due count too": pair(care, within()),
            "those for whom it was due after the twelve months do not count": pair(
                (both for both in counted if check_of(*both).due <= ON), within()),
            "those who were seen alone": pair(
                [both for both in counted if check_of(*both).done is not None], within())})


def summaries(people):
    left = [(p, left_in_the_year(p)) for p in people if left_in_the_year(p)]

    def by(last):
        return lambda both: both[0].done("health-summary", 0, last)

    every = [(p, s) for p in people for s in p.spells if s.end is not None and YEAR_START <= s.end <= ON
             and not s.short_break]
    return share(
        **pair(left, by(ON)), period=f"{iso(YEAR_START)}/{iso(ON)}", published=95.1, source=PAPER,
        definition="of young people who left care at 16 or over in the twelve months, other than by death, transfer or "
                   "adoption, those who had their health summary by the last of them",
        assumption="the paper marks the line with ^ and has no note of that mark; who is counted is an assumption",
        otherwise={
            "by the day they left": pair(left, lambda both: both[0].done("health-summary", 0, both[1].end)),
            "at any time": pair(left, by(LAST_DAY)),
            "those who left at any age": pair(every, by(ON)),
            "those who left at 18 alone": pair(
                ((p, s) for p, s in left if age_on(p.born, s.end) >= 18), by(ON))})


def in_care(people):
    here, all_ages = list(filter(in_january, people)), [p for p in people if p.spell_on(JANUARY) is not None]
    breaks = [p for p in people if any(s.covers(JANUARY) and s.short_break for s in p.spells)]
    last_day = [p for p in people if p.born is not None and age_on(p.born, JANUARY) < 18
                and with_the_last_day(p, JANUARY)]
    before = [p for p in here if p.spell_on(JANUARY).start < JANUARY]

    def by_age(people, on):
        names = ("under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over")
        counted = [0] * 5
        for person in people:
            counted[sum(age_on(person.born, on) >= age for age in (1, 5, 10, 16))] += 1
        return dict(zip(names, counted))

    return {
        "in-care": {
            "value": len(here), "published": 708, "source": PAPER, "on": iso(JANUARY),
            "definition": "under 18 and in care on the day, not for short breaks",
            "excluded": {"short breaks": len(breaks), "18 or over, in a period of care that never closed":
                         len(all_ages) - len(here)},
            "otherwise": {"short breaks count too": len(here) + len(breaks),
                          "those who left on the day count too": len(last_day),
                          "those who came on the day do not count": len(before),
                          "periods of care that never closed count too": len(all_ages)},
            "by_age": by_age(here, JANUARY),
            "by_age_otherwise": {"by the age on 31 March": by_age(here, LAST_DAY)}},
        "unaccompanied": share(
            **pair(here, lambda p: flagged(p, JANUARY)), published=77, source=PAPER, on=iso(JANUARY),
            definition="in the UASC table, and the day on which that status ceases is later", otherwise={
                "all in the UASC table": pair(here, lambda p: p.uasc_until is not None),
                "the day on which it ceases counts too": pair(
                    here, lambda p: p.uasc_until is not None and JANUARY <= p.uasc_until)}),
    }


def cases(people):
    known = [p for p in people if p.born is not None]

    def adviser(person, last_day=False):
        return any(kind == "personal-adviser" and start <= JANUARY
                   and (end is None or end > JANUARY or (last_day and end == JANUARY))
                   for kind, start, end in person.facts)

    def count(low=16, high=24, care=False, dead=False, **rules):
        return sum(low <= age_on(p.born, JANUARY) <= high and (care or p.spell_on(JANUARY) is None)
                   and (dead or p.died is None) and adviser(p, **rules) for p in known)

    return {
        "value": sum(map(open_case, people)), "published": 666, "source": PAPER, "on": iso(JANUARY),
        "definition": "16 to 24, alive and not in care on the day, with a personal adviser on it: open cases, which "
                      "are not the young people of whom the return on care leavers gives shares",
        "otherwise": {"advisers until the day count too": count(last_day=True), "25 on the day counts too":
                      count(high=25), "children in care count too": count(care=True), "those who died count too":
                      count(dead=True), "18 and over": count(low=18), "to 21": count(high=21),
                      "from the day before": sum(16 <= age_on(p.born, JANUARY) < 25 and p.spell_on(JANUARY) is None
                                                 and p.died is None and p.fact_on("personal-adviser", JANUARY)
                                                 and p.fact_on("personal-adviser", JANUARY - 1) for p in known)},
    }


def duties(people):
    def count(test):
        return sum(map(bool, map(test, people)))

    def asked_until_the_day(person):
        return care_leaver_on(person, JANUARY) and (age_on(person.born, JANUARY) < 21 or any(
            fact == "asked-for-support" and start <= JANUARY and (end is None or end >= JANUARY)
            for fact, start, end in person.facts))

    def dead_too(person):
        died, person.died = person.died, None
        found = duty_on(person, JANUARY)
        person.died = died
        return found

    ages = [age_on(p.born, JANUARY) for p in people if duty_on(p, JANUARY)]
    return {
        "value": len(ages), "on": iso(JANUARY),
        "unknown": sum(p.fault in UNDETERMINED for p in people),
        "definition": "relevant and former relevant young people under 25 on the day by the law of that day, from 21"
                      " on those who have asked for support and still do, which are not the young people"
                      " of whom the return on care leavers gives shares",
        "by_age": tally(ages),
        "with_a_personal_adviser": count(lambda p: duty_on(p, JANUARY) and p.fact_on("personal-adviser", JANUARY)),
        "otherwise": {
            "on 31 December": count(lambda p: duty_on(p, ON)),
            "those who did not ask for support count too": count(lambda p: care_leaver_on(p, JANUARY)),
            "support until the day counts too": count(asked_until_the_day),
            "all to 21 need not ask": count(lambda p: duty_on(p, JANUARY, asked_from=22)),
            "25 on the day counts too": count(lambda p: duty_on(p, JANUARY) or (
                p.born is not None and age_on(p.born, JANUARY) == 25 and age_on(p.born, JANUARY - 1) == 24
                and p.fact_on("asked-for-support", JANUARY))),
            "those who left care on the day do not count": count(
                lambda p: duty_on(p, JANUARY) and p.spells[-1].end != JANUARY),
            "those who died count too": count(dead_too),
            "18 and over": sum(age >= 18 for age in ages), "under 21": sum(age < 21 for age in ages),
            "the young people of the return on care leavers": count(
                lambda p: p.oc3 is not None and p.born is not None and 17 <= age_on(p.born, LAST_DAY) <= 21)},
    }


def consultations(people):
    figures = []
    for name, first, last, _, _, _ in REFERRALS:
        found = [(p, c) for p in people for c in p.checks
                 if c.kind == "consultation" and day(first) <= c.due <= day(last)]

        def within(days):
            return lambda both: both[1].done is not None and both[1].done - both[1].due <= days

        waits = [None if c.done is None else c.done - c.due for _, c in found]
        published = {"2023/24": (92, 56, 44), "2024/25 Q1-Q2": (85, 48, 53)}[name]
        seen = [both for both in found if both[1].done is not None]
        figures.append(share(
            **pair(found, within(28)), decimals=0, period=f"{first}/{last}", name=name, published=published[0],
            source=PAPER, unit="referrals",
            definition="of referrals that were accepted in the period, those with a consultation within 28 days",
            assumption="the paper says \"0 to 4 weeks, average\"; taken as the share of all referrals of the period, "
                       "and not as an average of shares",
            bands={"0 to 4 weeks": sum(w is not None and w <= 28 for w in waits),
                   "over 4 to 8 weeks": sum(w is not None and 28 < w <= 56 for w in waits),
                   "over 8 to 12 weeks": sum(w is not None and 56 < w <= 84 for w in waits),
                   "over 12 weeks": sum(w is not None and w > 84 for w in waits),
                   "not seen": sum(w is None for w in waits)},
            by_sex=tally(p.sex for p, _ in found),
            boys=share(sum(p.sex == "M" for p, _ in found), len(found), decimals=0, published=published[1]),
            girls=share(sum(p.sex == "F" for p, _ in found), len(found), decimals=0, published=published[2]),
            otherwise={"29 days": pair(found, within(29)), "under 28 days": pair(found, within(27)),
                       "those who were seen alone": pair(seen, within(28))}))
    return figures


def feasibility(figures):
    """Whether parts of 92.3 and 96.0 can have a total of 95.3, or of 93.5: which share under five that takes."""
    def weight(total):
        under, over = 92.3, 96.0
        corners = [(o - t) / (o - u) for u in (under - .05, under + .05) for o in (over - .05, over + .05)
                   for t in (total - .05, total + .05)]
        return {"total": total, "share_under_five": round(100 * (over - total) / (over - under), 1),
                "with_rounding": [round(100 * min(corners), 1), round(100 * max(corners), 1)]}

    young, old = figures["reviews-under-five"], figures["reviews-five-and-over"]
    total, year = figures["reviews-total"], figures["oc2-reviews"]
    assert young["denominator"] + old["denominator"] == total["denominator"]
    assert young["numerator"] + old["numerator"] == total["numerator"]
    return {
        "parts": {"under five": 92.3, "five and over": 96.0}, "needed": [weight(95.3), weight(93.5)],
        "share_under_five_of_those_with_a_review_due": share(young["denominator"], total["denominator"]),
        "share_under_five_of_those_in_care_for_the_year": share(
            figures["oc2-development"]["denominator"], year["denominator"]),
        "finding": "92.3, 96.0 and 95.3 can be of one cohort, of which 18.9% are under five; a total of 93.5 would "
                   "take 67.6%. So 93.5 is of another cohort and another definition: here, of children in care for "
                   "twelve months, those with a review in them.",
    }
