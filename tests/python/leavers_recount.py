# SPDX-License-Identifier: LGPL-2.1-or-later
"""The figures of the synthetic care leavers, counted a second time from the files alone, in the
plainest way: neither with the generator's code nor with the library."""
import csv
from collections import defaultdict
from datetime import date, timedelta

HOLIDAYS = {date(2024, 1, 1), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 6), date(2024, 5, 27),
            date(2024, 8, 26), date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1)}
YEAR, ON = (date(2024, 1, 1), date(2024, 12, 31)), date(2024, 12, 31)
JANUARY, LAST = date(2025, 1, 23), date(2025, 3, 31)
WORKING = {"F1", "F2", "F4", "F5", "P1", "P2", "P4", "P5"}


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def a_day(text):
    """The return has 31/03/2025, and the extracts beside it have 2025-03-31."""
    if not text:
        return None
    return date.fromisoformat(text) if "-" in text else date(int(text[6:]), int(text[3:5]), int(text[:2]))


def anniversary(born, age):
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age(born, on):
    years = on.year - born.year
    return years if anniversary(born, years) <= on else years - 1


class Person:
    def __init__(self):
        self.born = self.sex = self.until = self.died = None
        self.episodes, self.checks, self.contacts, self.facts = [], [], [], []
        self.oc2 = self.december = self.oc3 = None
        self.spells = []  # start, end, leaving code, short break, last placement

    def care(self, on, end_counts=False):
        for start, end, *rest in self.spells:
            if start <= on and (end is None or end > on or (end_counts and end == on)) and not rest[1]:
                return start, end
        return None

    def child_in_care(self, on):
        return self.care(on) if self.born and age(self.born, on) < 18 else None


def read(folder):
    people = defaultdict(Person)
    for name in ("earlier", "2024-25"):
        for row in rows_of(folder / name / "header.csv"):
            people[row["CHILD"]].born = a_day(row["DOB"])
            people[row["CHILD"]].sex = {"1": "M", "2": "F"}.get(row["SEX"], row["SEX"])
        for row in rows_of(folder / name / "uasc.csv"):
            people[row["CHILD"]].until = a_day(row["DUC"])
        for row in rows_of(folder / name / "episodes.csv"):
            people[row["CHILD"]].episodes.append(row)
    for row in rows_of(folder / "2024-25/oc2.csv"):
        people[row["CHILD"]].oc2 = row
    for row in rows_of(folder / "oc2-to-december.csv"):
        people[row["CHILD"]].december = row
    for row in rows_of(folder / "2024-25/oc3.csv"):
        people[row["CHILD"]].oc3 = row["IN_TOUCH"], row["ACTIV"], row["ACCOM"]
    for row in rows_of(folder / "facts.csv"):
        people[row["person"]].facts.append((row["fact"], a_day(row["start"]), a_day(row["end"])))
    for row in rows_of(folder / "contacts.csv"):
        people[row["person"]].contacts.append(
            (a_day(row["date"]), row["in_touch"], row["activity"], row["accommodation"]))
    for row in rows_of(folder / "health-checks.csv"):
        people[row["person"]].checks.append(
            (row["check"], a_day(row["due"]), a_day(row["done"]), row["status"], row["score"]))
    for row in rows_of(folder / "people.csv"):
        person = people[row["person"]]
        person.died = a_day(row["death"])
        assert person.born == a_day(row["birth"]) and person.until in (None, a_day(row["uasc_until"]))
    for person in people.values():
        for row in sorted(person.episodes, key=lambda row: a_day(row["DECOM"])):
            if row["RNE"] == "S":
                person.spells.append([a_day(row["DECOM"]), None, None, row["LS"] in ("V3", "V4"), None])
            person.spells[-1][1:3] = a_day(row["DEC"]), row["REC"]
            person.spells[-1][4] = row["PLACE"]
    return people


def ratio(people, test):
    people = list(people)
    return sum(1 for one in people if test(one)), len(people)


def months_on(start, months):
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    day = start.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def twentieth_working_day(start):
    at, number = start, 0
    while number < 20:
        at += timedelta(1)
        number += at.weekday() < 5 and at not in HOLIDAYS
    return at


def health(people):
    here = [p for p in people if p.child_in_care(ON)]
    year_long = [p for p in here if p.care(ON)[0] <= YEAR[0]]
    due = []
    for p in here:
        reviews = sorted((c for c in p.checks if c[0] == "review-health-assessment" and YEAR[0] <= c[1] <= ON
                          and c[1] >= p.care(ON)[0]), key=lambda c: c[1])
        if reviews:
            due.append((p, reviews[-1]))

    def in_time(both):
        return both[1][2] is not None and both[1][2] <= both[1][1]

    def had(kind, score=False):
        return lambda p: any(c[0] == kind and c[2] and YEAR[0] <= c[2] <= ON and (c[4] or not score) for c in p.checks)

    old = [p for p in year_long if 5 <= age(p.born, ON) <= 16]
    return {
        "reviews-under-five": ratio((b for b in due if age(b[0].born, ON) < 5), in_time),
        "reviews-five-and-over": ratio((b for b in due if age(b[0].born, ON) >= 5), in_time),
        "reviews-total": ratio(due, in_time),
        "oc2-reviews": ratio(year_long, had("review-health-assessment")),
        "oc2-dental": ratio(year_long, had("dental")),
        "oc2-immunisations": ratio(year_long, had("immunisations")),
        "oc2-development": ratio((p for p in year_long if age(p.born, ON) < 5), had("development")),
        "oc2-questionnaires": ratio(old, had("sdq", True)),
    }


def next_visit(person, last):
    six = months_on(last, 6)
    return six if six < anniversary(person.born, 5) else months_on(last, 12)


def part_year_return(people):
    """The same of the twelve months, from the table that has a row a child."""
    year_long = [p for p in people if p.child_in_care(ON) and p.care(ON)[0] <= YEAR[0]]

    def one(field):
        return lambda p: p.december[field] == "1"

    return {
        "oc2-reviews": ratio(year_long, one("HEALTH_ASSESSMENT")), "oc2-dental": ratio(year_long, one("TEETH_CHECK")),
        "oc2-immunisations": ratio(year_long, one("IMMUNISATIONS")),
        "oc2-development": ratio((p for p in year_long if age(p.born, ON) < 5), one("HEALTH_CHECK")),
        "oc2-questionnaires": ratio((p for p in year_long if 5 <= age(p.born, ON) <= 16),
                                    lambda p: p.december["SDQ_SCORE"] != ""),
    }


def reviews_follow_their_rule(people):
    """Every review falls due six months after the child was last seen, or twelve where that is past five."""
    n_right, wrong = 0, []
    for p in people:
        for start, end, *_ in p.spells:
            seen = None
            for check in sorted((c for c in p.checks if c[0].endswith("health-assessment") and c[1] >= start
                                 and (end is None or c[1] < end)), key=lambda c: (c[1], c[0])):
                if check[0].startswith("review") and p.born:
                    right = next_visit(p, seen)
                    n_right += right == check[1]
                    if right != check[1]:
                        wrong.append(check)
                seen = check[2] or seen
    return n_right, wrong


def at_31_march(people):
    cohort = [p for p in people if p.child_in_care(LAST) and p.care(LAST)[0] <= date(2024, 4, 1)]
    ages = {id(p): age(p.born, LAST) for p in cohort}

    def one(field):
        return lambda p: p.oc2[field] == "1"

    misuse = list(filter(one("SUBSTANCE_MISUSE"), cohort))
    return {
        "health-assessment": ratio(cohort, one("HEALTH_ASSESSMENT")), "dental-check": ratio(cohort, one("TEETH_CHECK")),
        "immunisations": ratio(cohort, one("IMMUNISATIONS")),
        "development-check": ratio((p for p in cohort if ages[id(p)] < 5), one("HEALTH_CHECK")),
        "convicted": ratio((p for p in cohort if ages[id(p)] >= 10), one("CONVICTED")),
        "substance-misuse": ratio(cohort, one("SUBSTANCE_MISUSE")),
        "intervention-received": ratio(misuse, one("INTERVENTION_RECEIVED")),
        "intervention-refused": ratio(misuse, one("INTERVENTION_OFFERED")),
        "questionnaires": ratio((p for p in cohort if 5 <= ages[id(p)] <= 16), lambda p: p.oc2["SDQ_SCORE"] != ""),
    }


def first_assessments(people):
    seen = []
    for p in people:
        for start, end, _, short, _ in p.spells:
            if short or not YEAR[0] <= start <= ON:
                continue
            last = twentieth_working_day(start)
            done = [c[2] for c in p.checks if c[0] == "initial-health-assessment" and c[2] and start <= c[2]
                    and (end is None or c[2] < end)]
            if done or end is None or end > last:
                seen.append(bool(done) and min(done) <= last)
    return sum(seen), len(seen)


def days_in_care(person, first, last):
    """Each day once, whichever period it is of; not the day on which one ends."""
    days = set()
    for start, end, _, short, _ in person.spells:
        if not short:
            days.update(range(max(start, first).toordinal(), min(end or last, last).toordinal()))
    return len(days)


def undetermined(p):
    return (p.born is None or not p.spells or any(p.died and c[0] > p.died for c in p.contacts)
            or (p.until and p.until > anniversary(p.born, 18))
            or (p.spells[-1][1] is None and age(p.born, LAST) >= 18))


def is_open(p, on):
    """A relevant or former relevant young person on a day, who from 21 on asked for support."""
    if undetermined(p) or (p.died and p.died <= on) or not 16 <= age(p.born, on) <= 24 or p.care(on):
        return False
    sixteen, last = anniversary(p.born, 16), min(on, anniversary(p.born, 18))
    detained = any(fact == "detained" and start <= sixteen < end for fact, start, end in p.facts)
    at_home = any(fact == "home-with-parent" and months_on(start, 6) <= last for fact, start, _ in p.facts)
    asked = any(fact == "asked-for-support" and start <= on and (end is None or end > on)
                for fact, start, end in p.facts)
    return (days_in_care(p, anniversary(p.born, 14), last) >= 91 and not at_home
            and (detained or days_in_care(p, sixteen, last) >= 1)
            and p.spells[-1][2] not in ("E3", "E11", "E12") and (asked or age(p.born, on) < 21))


def summaries(people):
    left = [p for p in people if p.born and any(
        end and YEAR[0] <= end <= ON and end >= anniversary(p.born, 16) and not short
        and code not in ("E2", "E3", "E11", "E12") for _, end, code, short, _ in p.spells)]
    return ratio(left, lambda p: any(c[0] == "health-summary" and c[2] and c[2] <= ON for c in p.checks))


def open_cases(people):
    return sum(1 for p in people if p.born and 16 <= age(p.born, JANUARY) <= 24 and not p.died and not p.care(JANUARY)
               and any(f == "personal-adviser" and s <= JANUARY and (e is None or e > JANUARY) for f, s, e in p.facts))


def care_leavers_by_law(people):
    return sum(1 for p in people if is_open(p, JANUARY))


def staying_put(people):
    left = [p for p in people if p.spells and p.born and p.spells[-1][1] == anniversary(p.born, 18)
            and YEAR[0] <= p.spells[-1][1] <= ON and p.spells[-1][4][0] == "U"]

    def there(p):
        at = p.spells[-1][1]
        homes = [c for c in sorted(p.contacts, key=lambda c: c[0])
                 if at <= c[0] <= months_on(at, 3) and c[3] not in ("", "0")]
        return homes and homes[-1][3].startswith("Z")
    return ratio(left, there)


def consultations(people, first, last):
    found = [c for p in people for c in p.checks if c[0] == "consultation" and first <= c[1] <= last]
    return ratio(found, lambda c: c[2] is not None and (c[2] - c[1]).days <= 28)


def sexes(people, first, last):
    found = [p.sex for p in people for c in p.checks if c[0] == "consultation" and first <= c[1] <= last]
    return found.count("M"), found.count("F")


def counts(p):
    """Whether a young person is in the denominators of OC3, whose age is that on 31 March."""
    years = age(p.born, LAST)
    at = anniversary(p.born, years)
    if undetermined(p):
        return False
    if p.oc3 and p.oc3[0] in ("DIED", "RHOM"):
        return False
    if p.spells[-1][2] in ("E3", "E11", "E12") or (years <= 21 and p.care(at)):
        return False
    asked = any(fact == "asked-for-support" and start <= LAST and (end is None or end > date(2024, 4, 1))
                for fact, start, end in p.facts)
    if years >= 22 and not p.oc3 and not asked:
        return False
    return days_in_care(p, anniversary(p.born, 14), at) >= 91 and days_in_care(p, anniversary(p.born, 16), at) >= 1


def outcomes(people):
    found = {}
    members = [p for p in people if p.born and 17 <= age(p.born, LAST) <= 25 and counts(p)]
    for name, low, high in (("17", 17, 17), ("18", 18, 18), ("19", 19, 19), ("20", 20, 20), ("21", 21, 21),
                            ("19 to 21", 19, 21), ("22 to 25", 22, 25)):
        band = [p.oc3 or ("", "", "") for p in members if low <= age(p.born, LAST) <= high]
        found[name] = {
            "in-touch": ratio(band, lambda a: a[0] == "YES"),
            "in-education-employment-or-training": ratio(band, lambda a: a[1] in WORKING),
            "in-suitable-accommodation": ratio(band, lambda a: a[2].endswith("1")),
        }
    return found


def answer_of_the_return(person):
    """What OC3 has to say: to 21 the contact around the birthday, from 22 on the latest of the year."""
    years = age(person.born, LAST)
    at = anniversary(person.born, years)
    if years <= 21:
        of = [c for c in person.contacts if months_on(at, -3) <= c[0] <= months_on(at, 1) and c[0] <= LAST]
        of.sort(key=lambda c: abs((c[0] - at).days))
        return of[0][1:] if of else None
    of = sorted(c for c in person.contacts if date(2024, 4, 1) <= c[0] <= LAST)
    return of[-1][1:] if of else None
