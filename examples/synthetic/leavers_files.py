# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the people of leavers.py: the return of 2024/25, what earlier returns said of them, and extracts."""
from basics import birthday, british, iso, write_csv, write_json
from leavers import FIRST_DAY, JANUARY, LAST_DAY, ON
from leavers_figures import (at_year_end, cases, consultations, duties, feasibility, first_assessments, in_care,
                             summaries, timeliness, twelve_months)
from leavers_outcomes import in_touch_and_so_on, staying_put

EPISODES = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
            "HOME_POST", "PL_POST", "URN")
HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
OC2 = ("SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
       "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
CATEGORY = {"V2": "N8", "V3": "N2", "V4": "N2"}


def episodes(people, year):
    """Rows of the return's year, or those that were over before it."""
    for person in people:
        for number, spell in enumerate(person.spells):
            for at, (start, rne, status, place) in enumerate(spell.rows):
                last = at + 1 == len(spell.rows)
                end = spell.end if last else spell.rows[at + 1][0]
                if (end is not None and end < FIRST_DAY) == year or start > LAST_DAY:
                    continue
                over = end is not None and end <= LAST_DAY
                rec = (spell.rec if last else "X1") if over else ""
                yield (person.id, british(start), rne, status, CATEGORY.get(status, "N1"), place,
                       "PR1" if place != "K2" else "PR4", british(end) if over else "", rec,
                       "CARPL" if rec == "X1" else "", f"ZZ1 {number % 10}AA", f"ZZ2 {at % 10}AB",
                       "SC900001" if place != "K2" else "SC901001")


def headers(people, letters):
    for person in people:
        sex = {"F": letters[0], "M": letters[1]}.get(person.sex, letters[2])
        yield (person.id, sex, british(person.born), person.ethnic, "UN5", "0" if person.sex == "F" else "", "")


def write_return(folder, people, year, letters):
    rows = list(episodes(people, year))
    of_rows = {row[0] for row in rows}
    seen = [p for p in people if p.id in of_rows or (year and (p.oc3 is not None or "march" in p.oc2))]
    write_csv(folder / "episodes.csv", EPISODES, rows)
    write_csv(folder / "header.csv", HEADER, headers(seen, letters))
    write_csv(folder / "uasc.csv", ("CHILD", "SEX", "DOB", "DUC"),
              ((p.id, letters["FMU".index(p.sex)], british(p.born), british(p.uasc_until))
               for p in seen if p.uasc_until is not None and p.id in of_rows))


def written(number):
    """A day as the extracts beside the return have it."""
    return "" if number is None else iso(number)


def oc2_rows(people, name):
    return ((p.id, british(p.born), *(p.oc2[name][field] for field in OC2)) for p in people if name in p.oc2)


def write(folder, people, seed):
    here = folder / "care-leavers"
    write_return(here / "2024-25", people, True, ("F", "M", "U"))
    write_return(here / "earlier", people, False, ("2", "1", ""))
    write_csv(here / "2024-25" / "oc2.csv", ("CHILD", "DOB", *OC2),
              oc2_rows(people, "march"))
    write_csv(here / "oc2-to-december.csv", ("CHILD", "DOB", *OC2), oc2_rows(people, "december"))
    write_csv(here / "2024-25" / "oc3.csv", ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
              ((p.id, british(p.born), *p.oc3) for p in people if p.oc3 is not None))
    write_csv(here / "facts.csv", ("person", "fact", "start", "end"),
              ((p.id, fact, written(start), written(end)) for p in people for fact, start, end in p.facts))
    write_csv(here / "contacts.csv", ("person", "date", "in_touch", "activity", "accommodation"),
              ((p.id, written(on), *answer) for p in people for on, *answer in p.contacts))
    write_csv(here / "health-checks.csv", ("person", "check", "due", "done", "status", "score"),
              ((p.id, c.kind, written(c.due), written(c.done), c.status, "" if c.score is None else c.score)
               for p in people for c in p.checks))
    write_csv(here / "people.csv", ("person", "birth", "death", "uasc_until", "sex", "ethnicity"),
              ((p.id, written(p.born), written(p.died), written(p.uasc_until), p.sex, p.ethnic) for p in people))
    figures = {**timeliness(people), **twelve_months(people)}
    planted = {}
    for person in sorted(people, key=lambda p: p.id):
        if person.planted:
            planted.setdefault(person.planted, []).append(person.id)
    write_json(here / "expected.json", {
        "format": "synthetic-care-leavers 1", "synthetic": True, "seed": seed,
        "about": "figures counted by the generator; every row that they are of is made up",
        "on": iso(ON), "january": iso(JANUARY), "year_end": iso(LAST_DAY), "people": len(people),
        "health": figures, "feasibility": feasibility(figures), "oc2_at_31_march": at_year_end(people),
        "first_assessments": first_assessments(people), "health_summaries": summaries(people),
        "snapshot": in_care(people), "open_cases": cases(people), "care_leavers_by_law": duties(people),
        "consultations": consultations(people),
        "oc3": in_touch_and_so_on(people), "staying_put": staying_put(people),
        "planted": {name: planted[name] for name in sorted(planted)},
        "amiss": {fault: sorted(p.id for p in people if p.fault == fault)
                  for fault in sorted({p.fault for p in people if p.fault})},
    })
    assert all(birthday(p.born, 30) > LAST_DAY for p in people if p.born is not None)
