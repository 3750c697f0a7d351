# SPDX-License-Identifier: LGPL-2.1-or-later
"""People in columns have the statuses that they have one by one."""

import datetime
import random

import marmot
import pytest
from test_care_lives import CHANCE, LIVES, date, days_to_ask, person_of, with_little_known

COLUMNS = ("status", "provision", "age", "returner", "days_since_14", "days_after_16", "depends_on",
           "authority_moved", "corporate_parenting")
FAR = datetime.date(2099, 12, 31)


def covered(life):
    """The person, covered as long as the set is."""
    return person_of({**life, "covered_until": life["covered_until"] or "2100-01-01"})


def people_of(lives):
    """Lives of which the same facts are complete and that are covered until the same day."""
    spells = [(life["id"], spell) for life in lives for spell in life["spells"]]
    facts = [(life["id"], fact) for life in lives for fact in life["facts"]]
    first = lives[0]
    episodes = {
        "person": [who for who, _ in spells],
        "start": [date(spell["start"]) for _, spell in spells],
        "end": [date(spell["end"]) for _, spell in spells],
        "start_reason": ["S"] * len(spells),
        "end_reason": [spell["end_reason"] for _, spell in spells],
        "legal_status": ["V3" if spell["short_break"] else "V2" for _, spell in spells],
        "placement": [spell["placement"] for _, spell in spells],
    }
    return marmot.people(
        [{"person": life["id"], **{name: date(life[name]) for name in ("birth", "death", "uasc_until")}}
         for life in lives],
        episodes if spells else None,
        facts={
            "person": [who for who, _ in facts],
            "fact": [fact["fact"] for _, fact in facts],
            "start": [date(fact["start"]) for _, fact in facts],
            "end": [date(fact["end"]) for _, fact in facts],
        } if facts else None,
        complete=first["complete"],
        covers=(datetime.date(1970, 1, 1),
                date(first["covered_until"]) - datetime.timedelta(1) if first["covered_until"] else FAR),
    )


def groups(lives):
    """Lives by what is complete, and until when they are covered."""
    grouped = {}
    for life in lives:
        grouped.setdefault((str(life["complete"]), life["covered_until"]), []).append(life)
    return grouped.values()


def alone(person, day):
    status = person.status_on(day)
    age = person.age_on(day)
    return {
        "status": status.status.value_nick,
        "provision": status.provision,
        "age": None if age < 0 else age,
        "returner": status.returner,
        "days_since_14": None if status.days_since_14 < 0 else status.days_since_14,
        "days_after_16": None if status.days_after_16 < 0 else status.days_after_16,
        "depends_on": " ".join(status.depends_on) or None,
        "authority_moved": status.authority_moved,
        "corporate_parenting": person.corporate_parenting_applies_on(day).value_nick,
    }


def little_known():
    rng = random.Random(2010)
    return [with_little_known(life, rng) for life in CHANCE[:120]]


# Periods that cannot have been are joined or told of before they come into a set.
HAND = [life for life in LIVES if life["id"] not in ("weeks-overlapping", "ends-before-it-starts")]
DAYS = [datetime.date(2001, 9, 30), datetime.date(2012, 11, 3), datetime.date(2017, 4, 12), datetime.date(2018, 4, 1),
        datetime.date(2019, 4, 12), datetime.date(2021, 6, 1), datetime.date(2024, 3, 31)]


@pytest.mark.parametrize("lives", [HAND, CHANCE, little_known()], ids=["by hand", "of chance", "little known"])
def test_statuses_in_columns_are_those_of_each(lives):
    for group in groups(lives):
        people = people_of(group)
        each = [covered(life) for life in group]
        assert len(people) == len(group)
        for day in DAYS:
            table = people.statuses_on(day)
            columns = {name: table[name].to_list() for name in COLUMNS}
            for row, person in enumerate(each):
                found = {name: columns[name][row] for name in COLUMNS}
                assert found == alone(person, day), (group[row], day)


@pytest.mark.parametrize("lives", [HAND, CHANCE[:80], little_known()[:60]],
                         ids=["by hand", "of chance", "little known"])
def test_views_and_timelines_are_those_of_each(lives):
    rng = random.Random(903)
    for group in groups(lives):
        people = people_of(group)
        timelines = people.get_timelines().to_dict()
        at = 0
        for row, life in enumerate(group):
            person = covered(life)
            own = person.get_timeline().to_dict()
            n = len(own["from"])
            assert timelines["row"][at:at + n] == [row] * n
            for name, values in own.items():
                assert timelines[name][at:at + n] == values, life["id"]
            at += n
            if life["birth"]:
                day = rng.choice(days_to_ask(life, rng))
                assert people[row].status_on(day) == person.status_on(day), (life["id"], day)
        assert at == len(timelines["row"])
