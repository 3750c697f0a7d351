# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of referrals, child protection and education: by hand, and against a few lines of
Python that look at every pair of rows."""

import datetime
import random

import marmot
import pandas
import pytest

DAY = datetime.date


def a_year_after(day):
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def counts(totals):
    found = totals.sum
    return found.numerator, found.denominator, found.n_unknown


def test_rereferrals_against_every_pair():
    rng = random.Random(6)
    rows = [(f"c{rng.randrange(120)}", DAY(2022, 6, 1) + datetime.timedelta(days=rng.randrange(900))) for _ in range(600)]
    referrals = marmot.episodes(
        {"person": [person for person, _ in rows], "start": [day for _, day in rows]},
        "referral",
        covers=(DAY(2022, 6, 1), DAY(2025, 1, 1)),
    )
    asked = [(person, day) for person, day in rows if day.year == 2024]
    back = [
        (person, day)
        for person, day in asked
        if any(other == person and before < day <= a_year_after(before) for other, before in rows)
    ]
    totals = referrals.measure("rereferral", period="2024", rows=True)
    assert counts(totals) == (len(back), len(asked), 0)
    assert sorted(rows[row] for row in totals.get_measure(0).rows.to_list()) == sorted(back)


def test_history_that_is_too_short_is_unknown():
    referrals = marmot.episodes({"person": ["a", "b"], "start": [DAY(2024, 4, 1), DAY(2024, 5, 1)]}, "referral")
    totals = referrals.measure("rereferral", period="2024")
    assert counts(totals) == (0, 0, 2)
    assert totals.sum.estimate.status == marmot.Status.NOT_COVERED
    assert [finding.rule for finding in totals.findings] == ["episode/coverage"]


def test_working_days_end_with_the_calendar():
    figures = {"person": ["a", "b"], "start": [DAY(2024, 12, 2)] * 2, "end": [DAY(2025, 2, 6), DAY(2025, 2, 7)]}
    assessments = marmot.episodes(figures, "assessment")
    assert counts(assessments.measure("assessment-on-time", period="2025")) == (1, 2, 0)
    assert counts(assessments.measure("assessment-on-time", period="2025", working_days=46)) == (2, 2, 0)
    figures["end"][1] = DAY(2031, 1, 6)
    with pytest.raises(marmot.InvalidArgumentError, match="2027-12-31") as refused:
        marmot.episodes(figures, "assessment").measure("assessment-on-time")
    assert "2031" not in str(refused.value)


def test_plans_and_their_reviews():
    figures = pandas.DataFrame(
        [
            ("child-protection", "a", DAY(2024, 1, 31), 0),
            ("review", "a", DAY(2024, 4, 30), None),
            ("review", "a", DAY(2024, 10, 30), None),
            ("child-protection", "b", DAY(2024, 1, 31), 2),
            ("review", "b", DAY(2024, 5, 1), None),
        ],
        columns=["kind", "person", "start", "previous_plans"],
    )
    plans = marmot.episodes(figures, covers=(DAY(2020, 1, 1), DAY(2025, 12, 31)))
    assert counts(plans.measure("reviews-on-time", day=DAY(2024, 12, 31))) == (1, 2, 0)
    assert counts(plans.measure("repeat-plan-ever", period="2024")) == (1, 2, 0)
    # Nobody knows of the time before 2020.
    assert counts(plans.measure("repeat-plan-ever", period="2024", own_history=True)) == (0, 0, 2)


def test_absence_of_pupils_and_of_enrolments():
    rng = random.Random(2)
    rows = []
    for _ in range(400):
        possible = rng.randrange(1, 20) * 10
        rows.append((f"c{rng.randrange(150)}", possible, min(possible, possible * rng.randrange(0, 60) // 100)))
    enrolments = marmot.episodes(
        {
            "person": [person for person, _, _ in rows],
            "start": [DAY(2024, 9, 2)] * len(rows),
            "sessions": [possible for _, possible, _ in rows],
            "missed": [missed for _, _, missed in rows],
        },
        "enrolment",
    )
    sums = {}
    for person, possible, missed in rows:
        before = sums.get(person, (0, 0))
        sums[person] = before[0] + possible, before[1] + missed
    for measure, percent in (("persistent-absence", 10), ("severe-absence", 50)):
        pupils = sum(100 * missed >= percent * possible for possible, missed in sums.values())
        each = sum(100 * missed >= percent * possible for _, possible, missed in rows)
        assert counts(enrolments.measure(measure, period="2024/25")) == (pupils, len(sums), 0)
        assert counts(enrolments.measure(measure, period="2024/25", unit="episode")) == (each, len(rows), 0)


def test_not_in_education_and_not_known_are_shown_apart():
    people = marmot.episodes(
        {
            "person": ["a", "b", "b", "c", "d", "e"],
            "start": [DAY(2024, 9, 1)] * 6,
            "activity": ["neet", "neet", "training", "not-known", None, "custody"],
        },
        "participation",
    )
    # Of a day after the last that the rows are of, nobody knows.
    assert counts(people.measure("neet", day=DAY(2024, 12, 31))) == (0, 0, 4)
    people = people.with_coverage(DAY(2024, 9, 1), DAY(2024, 12, 31))
    found = {name: people.measure(name, day=DAY(2024, 12, 31)) for name in ("neet", "not-known", "neet-or-not-known")}
    assert [counts(totals) for totals in found.values()] == [(1, 3, 1), (1, 3, 1), (2, 3, 1)]
    assert found["neet"].sum.count_excluded("in custody") == 1


def test_plans_with_and_without_exceptions():
    requests = marmot.episodes(
        {
            "person": ["a", "b", "c"],
            "requested": [DAY(2024, 1, 1)] * 3,
            "issued": [DAY(2024, 5, 20), DAY(2024, 5, 21), DAY(2024, 9, 1)],
            "exception": [None, None, "school holidays"],
        },
        "ehc-assessment",
    )
    assert counts(requests.measure("ehc-on-time", period="2024")) == (1, 2, 0)
    assert counts(requests.measure("ehc-on-time", period="2024", exceptions_count=True)) == (1, 3, 0)
    assert counts(requests.measure("ehc-waiting-beyond", day=DAY(2024, 5, 21), exceptions_count=True)) == (1, 1, 0)


def test_each_child_is_in_one_part():
    rng = random.Random(4)
    figures = pandas.DataFrame(
        [
            (
                rng.choice(["referral", "child-protection", "review"]),
                f"c{rng.randrange(80)}",
                DAY(2022, 1, 1) + datetime.timedelta(days=rng.randrange(1000)),
                rng.choice(["N", "S"]),
            )
            for _ in range(500)
        ],
        columns=["kind", "person", "start", "locality"],
    ).assign(end=None, previous_plans=1)
    covers = (DAY(2004, 1, 1), DAY(2025, 12, 31))
    part = figures.person.map(lambda person: int(person[1:]) % 3)
    for measure in ("referrals", "rereferral", "repeat-plan-ever", "repeat-plan", "reviews-on-time", "plan-open-beyond"):
        whole = marmot.episodes(figures, covers=covers).measure(measure, period="2024", by="locality")
        parts = [
            marmot.episodes(figures[part == i], covers=covers).measure(measure, period="2024", by="locality")
            for i in range(3)
        ]
        assert sum(parts) == whole
