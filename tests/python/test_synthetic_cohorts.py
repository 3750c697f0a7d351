# SPDX-License-Identifier: LGPL-2.1-or-later
"""Cohorts of the synthetic children in care and care leavers of 2024/25, whose generator shares
no code with the library and counts by itself who is in each."""

import datetime

import marmot
import pytest
from test_synthetic_cohort import DECEMBER, JANUARY, LAST, expected, folder, people  # noqa: F401  (fixtures)

Cohort = marmot.Cohort


def test_children_in_care_on_a_day(people, expected):  # noqa: F811
    snapshot = expected["snapshot"]["in-care"]
    cohort = Cohort.looked_after_on(people, JANUARY)
    assert cohort.n_members == snapshot["value"] == 708
    assert len(Cohort.looked_after_on(people, JANUARY, short_breaks=True)) == snapshot["otherwise"]["short breaks count too"]
    # Whose care never closed, and is 18 by now: nobody drops them.
    assert cohort.n_undetermined == snapshot["excluded"]["18 or over, in a period of care that never closed"]
    reasons = dict(zip(cohort.reasons["reason"].to_list(), cohort.reasons["n"].to_list()))
    assert reasons["in short breaks alone on the day"] == snapshot["excluded"]["short breaks"]
    # Some of those who left on it turned 18 on it.
    left_today = snapshot["otherwise"]["those who left on the day count too"] - 708
    assert reasons["care ended on the day itself"] >= left_today > 0
    ages = {"under 1": (0, 0), "1 to 4": (1, 4), "5 to 9": (5, 9), "10 to 15": (10, 15), "16 and over": (16, None)}
    assert {name: len(cohort.filter_age(*band)) for name, band in ages.items()} == snapshot["by_age"]


def test_twelve_months(people, expected):  # noqa: F811
    december = Cohort.continuously_looked_after(people, DECEMBER)
    health = expected["health"]
    assert len(december) == health["oc2-reviews"]["denominator"] == 536
    under_five, older = december.filter_age(0, 4), december.filter_age(5)
    assert len(under_five) == health["oc2-development"]["denominator"]
    assert len(under_five) + len(older) == 536 and under_five | older == december
    assert len(december.filter_age(5, 16)) == health["oc2-questionnaires"]["denominator"]
    on_the_day = Cohort.looked_after_on(people, DECEMBER)
    assert len(on_the_day - december) == health["oc2-reviews"]["excluded"]["in care for less than the twelve months"]
    assert len(december - on_the_day) == 0

    march = Cohort.continuously_looked_after(people, LAST)
    assert len(march) == expected["oc2_at_31_march"]["cohort"]


@pytest.mark.parametrize("band", ["17", "18", "19", "20", "21", "19 to 21", "22 to 25"])
def test_care_leavers_of_the_return(people, expected, band):  # noqa: F811
    figures = expected["oc3"]["bands"][band]
    ages = [int(age) for age in band.split(" to ")]
    cohort = Cohort.care_leavers(people, 2024, (ages[0], ages[-1]))
    assert len(cohort) == figures["denominator"]
    # The measure is of the same people.
    measure = people.measure("in-touch", period="2024/25", from_age=ages[0], to_age=ages[-1], rows=True)
    assert measure.sum.denominator == len(cohort)
    assert set(measure.get_measure(0).rows.to_list()) <= set(cohort.rows.to_list())

    reasons = dict(zip(cohort.reasons["reason"].to_list(), cohort.reasons["n"].to_list()))
    words = {
        "died": "died by the birthday, or from 22 on by the end of the year",
        "short breaks alone": "care was of short breaks alone",
        "care transferred": "care was taken over by another authority",
        "still in care": "still looked after on the birthday",
        "home for six months or more": "returned home for six months or more",
    }
    for name, reason in words.items():
        assert reasons.get(reason, 0) == figures["excluded"].get(name, 0), name


def test_the_act_and_the_return_differ(people):  # noqa: F811
    """Whoever was detained at 16 is one by the Act, and whoever was home for six months is not."""
    by_return = Cohort.care_leavers(people, 2024, 17)
    by_act = Cohort.care_leavers(people, 2024, 17, options="statute")
    assert len(by_act - by_return) > 0
    assert by_return.compare(by_act)["n"].to_list() and len(by_return) != len(by_act)


def test_single_years_add_up(people):  # noqa: F811
    years = [Cohort.care_leavers(people, 2024, age) for age in (19, 20, 21)]
    together = Cohort.care_leavers(people, 2024, (19, 21))
    assert sum(map(len, years)) == len(together)
    assert years[0] | years[1] | years[2] == together


def test_open_cases(people, expected):  # noqa: F811
    cohort = Cohort.open_on(people, JANUARY)
    assert len(cohort) == expected["open_cases"]["value"] == 666
    assert len(cohort.filter_age(18)) == expected["open_cases"]["otherwise"]["18 and over"]
    assert len(people.measure("care-leavers-open", day=JANUARY, rows=True).get_measure(0).rows.to_list()) == len(cohort)
    # It is no denominator of the return.
    assert len(Cohort.care_leavers(people, 2024, (17, 21)) | Cohort.care_leavers(people, 2024, (22, 25))) != 666


def test_care_leavers_by_law(people, expected):  # noqa: F811
    by_law = expected["care_leavers_by_law"]
    cohort = Cohort.with_status(people, JANUARY, "relevant", "former-relevant")
    everybody = by_law["otherwise"]["those who did not ask for support count too"]
    assert len(cohort) == everybody
    # Those to whom duties are owed: up to 20, or 21 and over and having asked.
    table = people.statuses_on(JANUARY)
    rows = [row for row, (status, age, returner, moved) in enumerate(zip(
        *(table[name].to_list() for name in ("status", "age", "returner", "authority_moved"))))
        if status in ("relevant", "former-relevant") and (age < 21 or returner) and not moved]
    owed = Cohort.from_rows(people, rows, "owed support")
    assert len(cohort & owed) == by_law["value"]
    assert len(cohort & owed & Cohort.open_on(people, JANUARY)) == by_law["with_a_personal_adviser"]


def test_a_year_later(people):  # noqa: F811
    cohort = Cohort.looked_after_on(people, datetime.date(2023, 12, 31))
    counted = cohort.count_followed(years=1)
    days, n = counted["day"].to_list(), counted["n"].to_list()
    for day in set(days):
        assert sum(count for at, count in zip(days, n) if at == day) == len(cohort)
    later = cohort & Cohort.looked_after_on(people, DECEMBER)
    states = counted["state"].to_list()
    assert sum(c for d, s, c in zip(days, states, n) if d == DECEMBER and s == "looked-after") == len(later)
