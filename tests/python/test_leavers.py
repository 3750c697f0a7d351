# SPDX-License-Identifier: LGPL-2.1-or-later
"""Care leavers: one person, the status on a day, and why."""

import datetime

import marmot
import pytest

LEFT = {"start": "2020-06-10", "end": "2020-09-09", "end_reason": "E6"}


def nick(value):
    return value.value_nick


def test_a_status_says_why():
    person = marmot.care_leaver("2004-06-10", [LEFT])
    status = person.status_on("2021-01-01")
    assert nick(status.status) == "relevant"
    assert (status.provision, status.days_since_14, status.days_after_16) == ("ca1989-23a-2", 91, 91)
    assert getattr(status, "from") == datetime.date(2020, 9, 9)
    assert status.until == datetime.date(2022, 6, 10)
    assert "91 days of care since the 14th birthday" in " ".join(status.reasons)
    assert status.reasons[-1] == "On 1 January 2021: a relevant child (Children Act 1989, section 23A(2))."
    assert [nick(s) for s in status.possible] == ["relevant"]
    assert str(status) == "relevant on 2021-01-01 (Children Act 1989, section 23A(2))"
    steps = status.steps.to_pandas()
    assert list(steps["text"]) == list(status.reasons)
    assert set(steps["basis"].dropna()) <= {"read", "memory"}
    assert status == person.status_on(datetime.date(2021, 1, 1))
    assert nick(person.corporate_parenting_applies_on("2021-01-01")) == "yes"


def test_what_is_missing_is_named():
    went_home = {"start": "2018-01-01", "end": "2020-12-15", "end_reason": "E4A"}
    person = marmot.care_leaver("2004-06-10", [went_home])
    status = person.status_on("2021-06-15")
    assert nick(status.status) == "cannot-be-determined"
    assert status.depends_on == ["home-with-parent"]
    assert [nick(s) for s in status.possible] == ["relevant", "qualifying"]
    stayed = marmot.care_leaver(
        "2004-06-10", [went_home], facts=[{"fact": "home-with-parent", "start": "2020-12-15"}]
    )
    assert nick(stayed.status_on("2021-06-15").status) == "qualifying"
    complete = marmot.care_leaver("2004-06-10", [went_home], complete="all")
    assert nick(complete.status_on("2021-06-15").status) == "relevant"


def test_conventions_of_others():
    short_of = marmot.care_leaver("2004-06-10", [{**LEFT, "end": "2020-09-08"}])
    assert nick(short_of.status_on("2021-01-01").status) == "qualifying"
    assert nick(short_of.status_on("2021-01-01", "ssd-mosaic").status) == "relevant"
    assert nick(short_of.status_on("2021-01-01", day_count="inclusive").status) == "relevant"
    assert nick(short_of.status_on("2021-01-01", days=90).status) == "relevant"
    leap = marmot.care_leaver("2004-02-29")
    assert leap.age_on("2022-02-28") == 17
    assert leap.age_on("2022-02-28", leap_birthday="february") == 18
    with pytest.raises(marmot.NotFoundError):
        short_of.status_on("2021-01-01", "nobody")
    with pytest.raises(TypeError):
        short_of.status_on("2021-01-01", "statute", days=90)
    assert "91 days" in marmot.leaver_options("statute").describe()


def test_a_timeline_has_no_gap():
    person = marmot.care_leaver("2004-06-10", [LEFT])
    rows = person.get_timeline().to_pandas()
    assert list(rows["status"])[:4] == ["none", "none", "eligible", "relevant"]
    assert list(rows["until"])[:-1] == list(rows["from"])[1:]


def test_contacts_facts_and_findings():
    person = marmot.care_leaver(
        "2004-06-10",
        [{"start": "2016-01-01", "end": "2022-06-10", "end_reason": "E17"}],
        contacts=[{"date": "2020-06-09", "in_touch": "YES", "activity": "P5", "accommodation": "K1"}],
        person="P1",
    )
    row = person.contacts.to_pandas().iloc[0]
    assert (row["activity_kind"], row["full_time"], row["accommodation_kind"], row["suitable"]) == ("5", False, "K", True)
    assert [f.rule for f in person.findings] == ["care-leaver/contact-before-16"]
    assert "P1" not in repr(person)
    with pytest.raises(ValueError, match="home-with-parent") as refused:
        person.add_fact("CANARY-7781", "2020-01-01")
    assert "CANARY" not in str(refused.value)


def test_a_day_that_is_none_is_not_told():
    everybody = marmot.people([{"person": "a", "birth": datetime.date(2004, 6, 10)}])
    for call in (
        lambda: marmot.care_leaver("CANARY-7781"),
        lambda: marmot.care_leaver("2004-06-10", [{"start": "10/06/2020 CANARY-7781"}]),
        lambda: marmot.care_leaver("2004-06-10").status_on("CANARY-7781"),
        lambda: everybody.statuses_on("CANARY-7781"),
        lambda: everybody.with_coverage("CANARY-7781", "2020-01-01"),
        lambda: marmot.Cohort.everybody(everybody).follow(["CANARY-7781"]),
    ):
        with pytest.raises(ValueError, match="A day is a date") as refused:
            call()
        assert "CANARY" not in str(refused.value)
        assert refused.value.__cause__ is None and refused.value.__suppress_context__


def test_law_from_a_file():
    law = marmot.CareLaw.get_default()
    table = law.to_table().to_pandas()
    assert law.applies_on("ca1989-23czb", datetime.date(2018, 4, 1))
    assert table.loc[table["provision"] == "ca1989-staying-close", "from"].isna().all()
    with pytest.raises(marmot.ParseError):
        marmot.CareLaw.new_from_json(b"{}")
