# SPDX-License-Identifier: LGPL-2.1-or-later
"""The figures of care leavers, as the return on them (OC3) gives them, and of staying put."""
from collections import Counter

from basics import birthday, iso, months_after
from leavers import (FIRST_DAY, FOSTER, LAST_DAY, ON, UNDETERMINED, YEAR_START, age_on, days_from, detained_at_16)
from leavers_figures import share

BANDS = {"17": (17,), "18": (18,), "19": (19,), "20": (20,), "21": (21,), "19 to 21": (19, 20, 21),
         "22 to 25": (22, 23, 24, 25)}
IN_EDUCATION_OR_WORK = ("F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5")
NOT_IN_ANY = ("G4", "G5", "G6")
def left_out(person, age, days=91, extra=0, since=14, from_16=1, breaks=False, adopted=False, last_day=False,
             detained=False):
    """Why somebody whose birthday of an age is in the year is in no denominator, or None."""
    at = birthday(person.born, age)
    in_touch = person.oc3[0] if person.oc3 else ""
    if in_touch == "DIED" or (person.died is not None and person.died <= (at if age <= 21 else LAST_DAY)):
        return "died"
    if person.spells and all(s.short_break for s in person.spells) and not breaks:
        return "short breaks alone"
    if age <= 21 and any(s.start <= at and (s.end is None or s.end > at or (last_day and s.end == at))
                         and not s.short_break for s in person.spells):
        return "still in care"
    if person.spells and person.spells[-1].rec == "E3":
        return "care transferred"
    if person.fault in UNDETERMINED:
        return "cannot be determined"
    if person.spells and person.spells[-1].rec in ("E11", "E12") and not adopted:
        return "not relevant or former relevant"
    if days_from(person, since, at, extra, breaks) < days or (
            days_from(person, 16, at, extra, breaks) < from_16 and not (detained and detained_at_16(person))):
        return "not relevant or former relevant"
    if in_touch == "RHOM":
        return "home for six months or more"
    if age >= 22 and person.oc3 is None and not any(
            fact == "asked-for-support" and start <= LAST_DAY and (end is None or end > FIRST_DAY)
            for fact, start, end in person.facts):
        return "did not ask for support"
    return None


def cohort(people, ages, at=LAST_DAY, keep=(), asked=True, **rules):
    """Who counts, and how many do not, by reason."""
    members, reasons = [], Counter()
    for person in people:
        if person.born is None or age_on(person.born, at) not in ages or not (person.spells or person.oc3):
            continue
        why = left_out(person, age_on(person.born, at), **rules)
        if why == "did not ask for support" and not asked:
            why = None
        if why is None or why in keep:
            members.append(person)
        else:
            reasons[why] += 1
    return members, {why: reasons[why] for why in sorted(reasons)}


def latest_in_the_year(person):
    found = [contact for contact in person.contacts if FIRST_DAY <= contact[0] <= LAST_DAY]
    return found[-1][1:] if found else ("", "", "")


def first_in_the_year(person):
    found = [contact for contact in person.contacts if FIRST_DAY <= contact[0] <= LAST_DAY]
    return found[0][1:] if found else ("", "", "")


def of_the_return(person):
    return person.oc3 or ("", "", "")


MEASURES = {
    "in-touch": lambda answer: answer[0] == "YES",
    "in-education-employment-or-training": lambda answer: answer[1] in IN_EDUCATION_OR_WORK,
    "in-suitable-accommodation": lambda answer: answer[2][-1:] == "1",
}


def counted(members, measure, answer=of_the_return):
    return {"numerator": sum(MEASURES[measure](answer(person)) for person in members), "denominator": len(members)}


def wrong_rules(people, name, ages, measure):
    def of(answer=of_the_return, test=None, **rules):
        members, _ = cohort(people, ages, **rules)
        return counted([p for p in members if test is None or test(p)], measure, answer)

    wrong = {"nothing known is left out": of(test=lambda p: of_the_return(p)[0] != ""),
             "in touch alone": of(test=lambda p: of_the_return(p)[0] == "YES")}
    if name == "17":
        wrong = {"in care on the birthday counts too": of(keep=("still in care",)),
                 "those who left on the birthday are in care on it": of(last_day=True),
                 "returned home counts too": of(keep=("home for six months or more",)),
                 "detained on the 16th birthday counts too": of(detained=True),
                 "by the age a day later": of(at=LAST_DAY + 1), "by the age a day before": of(at=LAST_DAY - 1)}
    elif name == "18":
        wrong = {"90 days are enough": of(days=90), "92 days are needed": of(days=92),
                 "by the age at the end of the calendar year": of(at=ON)}
        if measure != "in-touch":
            wrong["in touch alone"] = of(test=lambda p: of_the_return(p)[0] == "YES")
    elif name in ("19", "19 to 21"):
        wrong.update({
            "90 days are enough": of(days=90), "92 days are needed": of(days=92),
            "the last day of each period counts": of(extra=1),
            "from 16 on or not": of(from_16=0),
            "short breaks count too": of(breaks=True),
            "adopted counts too": of(adopted=True),
            "returned home counts too": of(keep=("home for six months or more",)),
            "those who need no more or refuse are left out": of(
                test=lambda p: of_the_return(p)[0] not in ("NREQ", "REFU")),
            "those not in touch are left out": of(test=lambda p: of_the_return(p)[0] != "NO"),
            "the latest contact of the year": of(answer=latest_in_the_year),
            "by the age at the start": of(at=FIRST_DAY - 1), "by the age on the first day": of(at=FIRST_DAY),
            "by the age a day before": of(at=LAST_DAY - 1)})
        if name == "19 to 21":
            wrong.update({
                "days before 14 count too": of(since=0), "died counts too": of(keep=("died",)),
                "moved to another authority counts too": of(keep=("care transferred",)),
                "22 to 25 count too": counted(cohort(people, (19, 20, 21, 22, 23, 24, 25))[0], measure)})
            if measure != "in-touch":
                wrong["known from others does not count"] = of(
                    answer=lambda p: of_the_return(p) if of_the_return(p)[0] == "YES" else ("", "", ""))
    elif name == "22 to 25":
        wrong = {"the first contact of the year": of(answer=first_in_the_year),
                 "those who did not ask for support count too": of(asked=False),
                 "in touch alone": of(test=lambda p: of_the_return(p)[0] == "YES"),
                 "22 to 24 alone": counted(cohort(people, (22, 23, 24))[0], measure),
                 "by the age at the start": of(at=FIRST_DAY - 1), "by the age a day before": of(at=LAST_DAY - 1)}
    elif name in ("20", "21"):
        wrong = {"by the age at the start": of(at=FIRST_DAY - 1),
                 "the latest contact of the year": of(answer=latest_in_the_year)}
    return wrong


def in_touch_and_so_on(people):
    """In touch, in education or work, suitably housed: by band, with everything that makes up the whole."""
    found, born_unknown = {}, sum(person.born is None for person in people)
    for name, ages in BANDS.items():
        members, reasons = cohort(people, ages)
        unknown = reasons.pop("cannot be determined", 0)
        answers = [of_the_return(person) for person in members]
        homes = Counter(answer[2][-1:] if answer[2] not in ("", "0") else "0" for answer in answers)
        found[name] = {
            "denominator": len(members), "excluded": reasons,
            "unknown": {"status cannot be determined": unknown, "birth not known": born_unknown},
            "in_touch": dict(sorted(Counter(answer[0] or "unknown" for answer in answers).items())),
            "activity": {"in education, employment or training": sum(a[1] in IN_EDUCATION_OR_WORK for a in answers),
                         "not in any": sum(a[1] in NOT_IN_ANY for a in answers),
                         "no information": sum(a[1] in ("", "0") for a in answers)},
            "accommodation": {"suitable": homes["1"], "unsuitable": homes["2"], "no information": homes["0"]},
            "figures": {measure: share(**counted(members, measure), otherwise=wrong_rules(people, name, ages, measure))
                        for measure in MEASURES},
        }
    return {
        "year": "2024/25", "from": iso(FIRST_DAY), "to": iso(LAST_DAY), "unit": "young people",
        "definition": "relevant and former relevant young people by the age that they reached in the year, as rule "
                      "1001 of the return has it: 91 days in care since 14, the day on which a period ends not "
                      "counted, and one of them from 16 on. Short breaks alone, death, being in care on the birthday,"
                      " a transfer to another authority and a return home of six months (RHOM) leave them out; those "
                      "not in touch, those who refuse or no longer require contact and those of whom nothing is known"
                      " stay in. From 22 on they are those who were in contact or asked for support in the year; they"
                      " are never put together with the others.",
        "bands": found,
    }


def staying_put(people):
    left = [person for person in people if person.born is not None and person.spells
            and person.spells[-1].end == birthday(person.born, 18)
            and YEAR_START <= birthday(person.born, 18) <= ON]
    fostered = [person for person in left if person.spells[-1].rows[-1][3] in FOSTER]

    def stayed(person, months=3, extra=0):
        last = months_after(birthday(person.born, 18), months) + extra
        homes = [home for on, _, _, home in person.contacts
                 if birthday(person.born, 18) <= on <= last and home not in ("", "0")]
        return bool(homes) and homes[-1][:1] == "Z"

    def ever(person):
        return any(home[:1] == "Z" for _, _, _, home in person.contacts)

    def of(group, test):
        return {"numerator": sum(map(test, group)), "denominator": len(group)}

    return share(
        **of(fostered, stayed), period=f"{iso(YEAR_START)}/{iso(ON)}",
        definition="of those who turned 18 in the twelve months and left foster care on that day, those who lived with "
                   "their former foster carers (Z) at the latest contact from then until three months later",
        excluded={"left another kind of placement": len(left) - len(fostered)},
        otherwise={"all who left at 18": of(left, stayed), "at any time": of(fostered, ever),
                   "at two months": of(fostered, lambda p: stayed(p, 2)),
                   "a day later": of(fostered, lambda p: stayed(p, extra=1)),
                   "by the reason of leaving (E17)": of(fostered, lambda p: p.spells[-1].rec == "E17")})
