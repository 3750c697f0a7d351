# SPDX-License-Identifier: LGPL-2.1-or-later
"""People who are or were looked after, in Python. Everybody is made up."""

import datetime
import random

import marmot
import pytest

D = datetime.date

EPISODES = {
    "person": ["a", "a", "b", "c"],
    "start": [D(2016, 4, 1), D(2018, 1, 1), D(2019, 1, 1), D(2020, 1, 1)],
    "end": [D(2017, 4, 1), D(2019, 5, 1), D(2019, 6, 1), None],
    "start_reason": ["S"] * 4,
    "end_reason": ["E4A", "E6", "E2", None],
    "placement": ["U4", "U4", "P1", "K2"],
    "birth": [D(2001, 5, 1), D(2001, 5, 1), D(2004, 1, 1), None],
    "sex": ["F", "F", "M", "M"],
}
COVERS = (D(2015, 4, 1), D(2021, 3, 31))


def made(**more):
    return marmot.people([{"person": "z", "birth": D(2000, 2, 29)}], EPISODES, covers=COVERS, **more)


def test_people_of_lists_and_dictionaries():
    people = made()
    assert repr(people) == "<marmot.PersonSet 4 people with 4 periods of care>"
    assert len(people) == people.n_rows == 4
    assert people.table.to_dict() == {
        "person": ["z", "a", "b", "c"],
        "birth": [D(2000, 2, 29), D(2001, 5, 1), D(2004, 1, 1), None],
        "death": [None, None, D(2019, 6, 1), None],
        "uasc_until": [None] * 4,
        "sex": [None, "F", "M", "M"],
    }
    assert people.spells.to_dict()["end_reason"] == ["E4A", "E6", "E2", None]
    assert people.coverage == COVERS
    assert [(f.rule, f.row) for f in people.findings] == [("care-leaver/no-care", 1), ("care-leaver/no-birth", 4)]
    assert people.contacts is people.health is people.checks is None


@pytest.mark.parametrize("kind", ["table", "episodes", "spells", "pandas"])
def test_periods_of_care_are_linked_where_they_are_not(kind):
    pandas = pytest.importorskip("pandas") if kind == "pandas" else None
    episodes = EPISODES
    if kind in ("episodes", "spells"):
        episodes = marmot.episodes(EPISODES, "care")
    if kind == "spells":
        episodes = episodes.link()
    figures = {"person": ["a", "b"]}
    if kind == "pandas":
        episodes = pandas.DataFrame({k: pandas.to_datetime(v) if k in ("start", "end", "birth") else v
                                     for k, v in EPISODES.items()})
        figures = pandas.DataFrame(figures)
    assert len(marmot.people(figures, episodes)) == 3


def test_one_in_the_hand():
    people = made()
    person = people[1]
    assert isinstance(person, marmot.CareLeaver)
    assert (person.person, person.birth) == ("a", D(2001, 5, 1))
    assert [p.person for p in people] == ["z", "a", "b", "c"]
    status = person.status_on(D(2018, 6, 1))
    assert str(status.status) == "eligible"
    assert person.age_on(D(2018, 6, 1)) == 17
    assert str(person.corporate_parenting_applies_on(D(2018, 6, 1))) == "yes"
    assert person.get_timeline().to_dict()["status"][-1] == "none"


def test_statuses_of_all():
    people = made()
    statuses = people.statuses_on(D(2018, 6, 1))
    assert statuses.to_dict()["status"] == ["cannot-be-determined", "eligible", "none", "cannot-be-determined"]
    assert statuses.to_dict()["age"] == [18, 17, 14, None]
    timelines = people.get_timelines()
    of_a = [row for row in timelines if row["row"] == 1]
    assert [{k: v for k, v in row.items() if k != "row"} for row in of_a] == list(people[1].get_timeline())


def test_conventions():
    people = marmot.people(
        {"person": ["a"], "birth": [D(2004, 2, 29)]},
        {"person": ["a"], "start": [D(2019, 1, 1)], "end": [D(2020, 2, 29)], "start_reason": ["S"], "end_reason": ["E6"]},
        complete="all",
        covers=COVERS,
    )
    # 16 on 29 February 2020, the day on which care ended: no day from 16 on.
    day = D(2021, 2, 28)
    assert people.statuses_on(day).to_dict()["age"] == [16]
    assert people.statuses_on(day, leap_birthday="february").to_dict()["age"] == [17]
    assert people.statuses_on(day, "ssda903-1001").to_dict()["status"] == ["none"]
    assert people.statuses_on(day, "coventry-paper").to_dict()["status"] != ["none"]
    options = marmot.leaver_options("ssd-mosaic")
    assert people.statuses_on("2021-02-28", options).to_dict() == people.statuses_on(day, "ssd-mosaic").to_dict()
    with pytest.raises(marmot.NotFoundError, match="statute"):
        people.statuses_on(day, "mine")
    with pytest.raises(TypeError):
        people.statuses_on(day, weeks=13)
    with pytest.raises(ValueError, match="pathway-plan"):
        people.with_facts(None, "moved")


def test_facts_contacts_health_and_checks():
    people = made(
        facts=[{"person": "a", "fact": "pathway-plan", "start": D(2018, 5, 1), "end": None}],
        complete=["detained", "home_with_parent"],
        contacts=[{"person": "a", "date": D(2020, 5, 1), "in_touch": "YES", "activity": "F1", "accommodation": "U2"}],
        health={"person": ["b"], "year": [2018], "sdq_score": [12.0], "convicted": [False]},
        checks={"person": ["b"], "check": ["dental"], "due": [None], "done": [D(2018, 5, 1)]},
    )
    assert people.facts.to_dict() == {"row": [1], "fact": ["pathway-plan"], "start": [D(2018, 5, 1)], "end": [None]}
    contact = next(iter(people.contacts))
    assert (contact["activity_kind"], contact["full_time"], contact["accommodation_kind"], contact["suitable"]) == (
        "1", True, "U", False)
    assert next(iter(people.health))["sdq_score"] == 12
    assert next(iter(people.checks))["check"] == "dental"
    assert people.n_left_out == 0
    assert "home-with-parent" not in (people.statuses_on(D(2020, 1, 1)).to_dict()["depends_on"][1] or "")


def test_a_person_by_hand():
    person = marmot.care_leaver(
        D(2004, 6, 10),
        person="P1",
        spells=[{"start": D(2020, 6, 10), "end": D(2020, 9, 9), "end_reason": "E6"}],
        facts=[{"fact": "education", "start": D(2020, 9, 9)}],
        contacts=[{"date": D(2021, 1, 1), "in_touch": "YES"}],
        complete="all",
        covered_until=D(2030, 1, 2),
        covered_from=D(2020, 1, 1),
    )
    assert str(person.status_on(D(2021, 1, 1)).status) == "relevant"
    assert person.contacts.to_dict()["in_touch"] == ["YES"]
    people = marmot.people(
        [{"person": "P1", "birth": D(2004, 6, 10)}],
        [{"person": "P1", "start": D(2020, 6, 10), "end": D(2020, 9, 9), "start_reason": "S", "end_reason": "E6"}],
        facts=[{"person": "P1", "fact": "education", "start": D(2020, 9, 9)}],
        complete="all",
        covers=(D(2020, 1, 1), D(2030, 1, 1)),
    )
    assert list(people[0].get_timeline()) == [dict(row) for row in person.get_timeline()]


def test_what_a_table_adds():
    people = made().with_people({"person": ["a", "c"], "locality": ["East", None], "death": [None, D(2020, 6, 1)]})
    assert people.table.to_dict()["locality"] == [None, "East", None, None]
    assert people[3].death == D(2020, 6, 1)
    assert people[2].death == D(2019, 6, 1)


def test_numbers_and_text_are_the_same_pseudonym():
    people = marmot.people({"person": [1, 2]}, facts={"person": ["2"], "fact": ["detained"], "start": [D(2020, 1, 1)]})
    assert people.facts.to_dict()["row"] == [1]


def test_random_parts():
    dice = random.Random(5)
    n = 300
    rows = []
    for i in range(n):
        birth = D(2000, 1, 1) + datetime.timedelta(days=dice.randrange(4000))
        start = birth + datetime.timedelta(days=dice.randrange(5000, 6500))
        rows.append({
            "person": f"p{i % 250}", "birth": birth, "start": start, "start_reason": "S",
            "end": None if dice.random() < 0.1 else start + datetime.timedelta(days=dice.randrange(1, 400)),
            "end_reason": dice.choice(["E4A", "E6", "E13", None]),
        })
    people = marmot.people({"person": []}, rows)
    day = D(2020, 6, 30)
    whole = list(people.statuses_on(day))
    order = list(range(len(people)))
    dice.shuffle(order)
    cut = sorted(dice.sample(range(len(order)), 3))
    n_findings = 0
    for first, last in zip([0, *cut], [*cut, len(order)]):
        part = people.take(order[first:last])
        n_findings += part.n_findings
        assert list(part.statuses_on(day)) == [whole[row] for row in order[first:last]]
    assert n_findings == people.n_findings


def test_nothing_of_a_cell_is_told():
    canary = "CANARY-7781"
    people = marmot.people(
        [{"person": f"{canary}-1", "sex": f"{canary}-2", "uasc": f"{canary}-3"}, {"person": f"{canary}-1"}, {"person": None}],
        facts=[{"person": f"{canary}-1", "fact": f"{canary}-4", "start": D(2020, 1, 1)}],
        contacts=[{"person": f"{canary}-1", "year": 2020, "in_touch": canary, "activity": canary, "accommodation": canary}],
        health=[{"person": f"{canary}-1", "year": 2020, "sdq_score": canary, "sdq_reason": canary}],
        checks=[{"person": f"{canary}-1", "check": canary, "status": canary}],
    )
    assert people.n_findings > 8
    assert canary not in "".join(f"{f!r}{f.message}{f.fix}{f.column}{f.path}" for f in people.findings)
    assert canary not in repr(people) + repr(people[0])
    for call in (
        lambda: people.with_facts({"person": [f"{canary}"]}),
        lambda: people.with_facts({"person": [canary], "fact": [canary], "start": [canary]}),
        lambda: people.with_contacts({"person": [canary], "date": [canary]}),
        lambda: people.with_health({"person": [canary], "year": [D(2020, 1, 1)]}),
        lambda: people.with_checks({"person": [canary], "check": [1.5]}),
        lambda: marmot.people({"person": [canary], "birth": [canary]}),
    ):
        with pytest.raises(marmot.Error) as caught:
            call()
        assert canary not in str(caught.value)


def test_a_return_has_its_own_periods():
    with pytest.raises(TypeError, match="leave spells out"):
        marmot.people(marmot.CareReturn(), EPISODES)
