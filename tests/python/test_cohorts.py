# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cohorts from Python. All people are made up."""

import datetime

import marmot
import pytest

DAY = datetime.date

#            birth               care from            to                   REC
LIVES = {
    "in":    (DAY(2012, 5, 1), DAY(2020, 1, 1), None, None),
    "left":  (DAY(2012, 5, 1), DAY(2020, 1, 1), DAY(2024, 3, 31), "E4A"),
    "home":  (DAY(2007, 1, 1), DAY(2022, 1, 1), DAY(2023, 6, 1), "E4A"),
    "alone": (DAY(2004, 6, 1), DAY(2019, 1, 1), DAY(2022, 6, 1), "E5"),
    "who":   (None, DAY(2020, 1, 1), DAY(2022, 1, 1), "E8"),
}
SEXES = ["F", "M", "F", None, "M"]


def people():
    figures = marmot.table({
        "person": list(LIVES),
        "birth": [life[0] for life in LIVES.values()],
        "sex": SEXES,
    })
    spells = marmot.EpisodeSet.new("care", marmot.table({
        "person": list(LIVES),
        "start": [life[1] for life in LIVES.values()],
        "end": [life[2] for life in LIVES.values()],
        "end_reason": [life[3] for life in LIVES.values()],
        "legal_status": ["C2"] * len(LIVES),
    })).link()
    return marmot.PersonSet.new(figures, spells).with_coverage(DAY(2018, 4, 1), DAY(2024, 6, 30))


EVERYBODY = people()


def answers(cohort):
    return cohort.answers.to_list()


def test_a_day_and_why():
    cohort = marmot.Cohort.looked_after_on(EVERYBODY, "2024-03-31")

    assert answers(cohort) == [True, False, False, False, False]
    assert cohort.name == "looked after on 31 March 2024"
    assert repr(cohort) == "<marmot.Cohort looked after on 31 March 2024: 1 of 5 people>"
    assert cohort == marmot.Cohort.looked_after_on(EVERYBODY, DAY(2024, 3, 31), short_breaks=True)
    assert len({cohort, marmot.Cohort.looked_after_on(EVERYBODY, "2024-03-31")}) == 1
    assert cohort.reference == marmot.Period("2024-03-31")
    assert cohort.people is EVERYBODY
    assert cohort.rows.to_list() == [0]
    assert cohort.undetermined_rows.to_list() == []
    assert cohort.reason_at(1) == "care ended on the day itself"
    assert str(cohort.answer_at(1)) == "no"
    assert "who left care on the day itself is not in" in cohort.definition
    assert cohort.table["person"].to_list() == list(LIVES)
    assert cohort.table["member"].to_list() == [True, False, False, False, False]
    assert cohort.reasons["n"].to_list() == [1, 1, 3]
    assert cohort.reasons["answer"].to_list() == ["member", "other", "other"]
    assert (cohort.n_members, cohort.n_undetermined, cohort.n_others, cohort.n_people) == (1, 0, 4, 5)


def test_members_are_a_list():
    cohort = marmot.Cohort.looked_after_during(EVERYBODY, "2023/24")

    assert len(cohort) == 3
    assert [leaver.person for leaver in cohort] == ["in", "left", "home"]
    assert cohort[2].person == "home"
    assert cohort.to_person_set().n_rows == 3
    assert bool(marmot.Cohort.started_in(EVERYBODY, "2023/24"))
    assert len(marmot.Cohort.started_in(EVERYBODY, "2023/24")) == 0


def test_rules():
    cohort = marmot.Cohort

    assert answers(cohort.everybody(EVERYBODY)) == [True] * 5
    assert answers(cohort.ceased_in(EVERYBODY, "2023/24")) == [False, True, True, False, False]
    assert answers(cohort.continuously_looked_after(EVERYBODY, "2024-03-31")) == [True, False, False, False, False]
    assert answers(cohort.continuously_looked_after(EVERYBODY, "2024-03-31", variant="ssda903")) == [
        True, True, False, False, False]
    assert answers(cohort.birthday_in(EVERYBODY, 17, "2023/24")) == [False, False, True, False, None]
    # Home for six months, or not: nobody recorded it.
    assert answers(cohort.with_status(EVERYBODY, "2024-03-31", "relevant", "former-relevant")) == [
        False, False, None, True, None]
    assert answers(cohort.with_status(EVERYBODY, "2024-03-31", "relevant", options="ssda903-1001"))[2] is True
    assert answers(cohort.with_status(EVERYBODY, "2024-03-31", "relevant", ignore_home=True))[2] is True
    assert answers(cohort.open_on(EVERYBODY, "2024-03-31")) == [False, False, None, None, None]
    assert answers(cohort.care_leavers(EVERYBODY, "2023/24", (19, 21))) == [False, False, False, True, None]
    assert answers(cohort.care_leavers(EVERYBODY, 2023, 19)) == [False, False, False, True, None]
    with pytest.raises(marmot.InvalidArgumentError, match="denominator of its own"):
        cohort.care_leavers(EVERYBODY, 2023, (19, 25))
    with pytest.raises(marmot.InvalidArgumentError, match="former-relevant"):
        cohort.with_status(EVERYBODY, "2024-03-31", "relevent")


def test_a_rule_of_ones_own():
    cohort = marmot.Cohort.from_column(
        EVERYBODY, [True, None, False, False, False], "on our list", "As the housing team has it.",
        reasons=["rule 4", "file not found", None, None, None])

    assert answers(cohort) == [True, None, False, False, False]
    assert cohort.reason_at(0) == "rule 4"
    assert cohort.definition == "As the housing team has it."
    assert answers(marmot.Cohort.from_rows(EVERYBODY, [4, 0], "two")) == [True, False, False, False, True]
    assert len(marmot.Cohort.from_rows(EVERYBODY, [], "nobody")) == 0
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.Cohort.from_rows(EVERYBODY, [5], "nobody")
    with pytest.raises(marmot.LengthError):
        marmot.Cohort.from_column(EVERYBODY, [True], "short")


def test_operators():
    a = marmot.Cohort.from_column(EVERYBODY, [True, True, False, None, None], "a")
    b = marmot.Cohort.from_column(EVERYBODY, [True, False, None, True, False], "b")

    assert answers(a & b) == [True, False, False, None, False]
    assert answers(a | b) == [True, True, None, True, None]
    assert answers(a - b) == [False, True, False, False, None]
    assert answers(~a) == [False, False, True, None, None]
    assert a - b == a & ~b
    assert ~(a & b) == ~a | ~b
    assert (a & b).reason_at(1) == 'not in "b": the column says that it is not so'
    assert (a & b).with_name("both").name == "both"
    with pytest.raises(TypeError):
        a & 1
    other = marmot.Cohort.everybody(people())
    with pytest.raises(marmot.InvalidArgumentError, match="different sets of people"):
        a & other


def test_parts():
    cohort = marmot.Cohort.everybody(EVERYBODY)

    assert answers(cohort.filter(sex="F")) == [True, False, True, None, False]
    assert cohort.filter("sex", "F") == cohort.filter(sex="F")
    assert answers(cohort.filter(sex=None)) == [False, False, False, True, False]
    assert [(part.part, len(part)) for part in cohort.split("sex")] == [("F", 2), ("M", 2), (None, 1)]
    assert cohort.count_by("sex")["n_members"].to_list() == [2, 2, 1]
    with pytest.raises(marmot.NotFoundError):
        cohort.filter(shoe_size="F")
    with pytest.raises(TypeError):
        cohort.filter()
    on = marmot.Cohort.looked_after_during(EVERYBODY, "2023/24")
    assert answers(on.filter_age(0, 15)) == [True, True, False, False, False]
    assert answers(on.filter_age(16)) == [False, False, True, False, False]
    with pytest.raises(marmot.InvalidArgumentError):
        cohort.filter_age(16)


def test_compare_and_count():
    first = marmot.Cohort.looked_after_on(EVERYBODY, "2023-03-31")
    second = marmot.Cohort.looked_after_on(EVERYBODY, "2024-03-31")
    table = first.compare(second)

    assert table["where"].to_list() == ["both", "first", "first", "neither"]
    assert table["n"].to_list() == [1, 1, 1, 2]
    assert table["second_reason"].to_list()[1:3] == ["care ended on the day itself", "care had ended before the day"]
    assert first.count_as(second).to_list() == ["in", "out", "out", None, None]


def test_follow():
    cohort = marmot.Cohort.looked_after_on(EVERYBODY, "2023-03-31")
    table = cohort.follow(years=1)

    assert table["row"].to_list() == [0, 0, 1, 1, 2, 2]
    assert table["day"].to_list()[:2] == [DAY(2023, 3, 31), DAY(2024, 3, 31)]
    assert table["state"].to_list() == ["looked-after", "looked-after", "looked-after", "left", "looked-after", "left"]
    assert table["left"].to_list() == [None, None, None, "home", None, "home"]
    assert table["status"].to_list()[0] == "none"
    counted = cohort.count_followed(days=["2023-03-31", DAY(2024, 3, 31)])
    assert sum(counted["n"].to_list()) == 6
    assert cohort.follow(days=[DAY(2023, 3, 31), DAY(2024, 3, 31)]) == table
    with pytest.raises(TypeError):
        cohort.follow()
    with pytest.raises(TypeError):
        cohort.follow(days=["2023-03-31"], years=1)
