# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of people on the synthetic care leavers and children in care of 2024/25, whose generator
shares no code with the library and counts by itself what must come out."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import marmot
import pandas as pd
import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
YEAR, DECEMBER, LAST = "2024", datetime.date(2024, 12, 31), datetime.date(2025, 3, 31)
JANUARY = datetime.date(2025, 1, 23)


@pytest.fixture(scope="module", params=["2024", "7"])
def folder(request, tmp_path_factory):
    made = tmp_path_factory.mktemp("leavers")
    subprocess.run([sys.executable, str(PROGRAM), "--out", str(made), "--seed", request.param], check=True, timeout=120)
    return made / "care-leavers"


@pytest.fixture(scope="module")
def expected(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def read(path):
    frame = pd.read_csv(path, dtype=str)
    for name in frame.columns:
        if name in ("start", "end", "date", "due", "done", "death", "DOB", "DUC"):
            # The return has 31/03/2025, and the extracts beside it have 2025-03-31.
            frame[name] = pd.to_datetime(frame[name], format="%d/%m/%Y" if name in ("DOB", "DUC") else "%Y-%m-%d")
    return frame


def who(folder):
    """Everybody: from the headers, with what the council's own extracts add."""
    frames = [read(folder / name / "header.csv") for name in ("earlier", "2024-25")]
    header = pd.concat(frames).drop_duplicates("CHILD", keep="last").set_index("CHILD")
    uasc = pd.concat([read(folder / name / "uasc.csv") for name in ("earlier", "2024-25")]).drop_duplicates("CHILD", keep="last")
    deaths = read(folder / "people.csv").set_index("person")["death"]
    people = pd.DataFrame({"person": header.index, "birth": header["DOB"].values,
                           "sex": header["SEX"].map({"1": "M", "2": "F"}).fillna(header["SEX"]).values})
    people["uasc_until"] = people["person"].map(uasc.set_index("CHILD")["DUC"])
    people["uasc"] = people["person"].isin(uasc["CHILD"])
    people["death"] = people["person"].map(deaths)
    return people


@pytest.fixture(scope="module")
def people(folder):
    care = marmot.read_care_return({2023: folder / "earlier", 2024: folder / "2024-25"})
    oc3 = read(folder / "2024-25/oc3.csv").rename(columns={
        "CHILD": "person", "IN_TOUCH": "in_touch", "ACTIV": "activity", "ACCOM": "accommodation"})
    contacts = pd.concat([oc3.assign(year=2024)[["person", "year", "in_touch", "activity", "accommodation"]],
                          read(folder / "contacts.csv")])
    checks = read(folder / "health-checks.csv")
    # A questionnaire without a score is none that was done.
    checks.loc[(checks["check"] == "sdq") & checks["score"].isna(), "status"] = "cancelled"
    return marmot.people(
        who(folder), care.get_episodes(), facts=read(folder / "facts.csv"), complete="all",
        contacts=contacts.drop(columns="DOB", errors="ignore"), checks=checks.drop(columns="score"),
        health=health(folder / "2024-25/oc2.csv"), covers=(datetime.date(2000, 4, 1), LAST),
    )


def health(path):
    oc2 = read(path).rename(columns=str.lower).rename(columns={"child": "person"}).drop(columns="dob")
    for name in oc2.columns.difference(["person", "sdq_reason"]):
        oc2[name] = pd.to_numeric(oc2[name])
    return oc2.assign(year=2024)


def pair(tally):
    return tally.sum.numerator, tally.sum.denominator


def as_pair(figure):
    return figure["numerator"], figure["denominator"]


ROLLING = {"oc2-reviews": "health-review-rolling", "oc2-dental": "dental-rolling",
           "oc2-immunisations": "immunisations-rolling", "oc2-development": "development-rolling",
           "oc2-questionnaires": "sdq-rolling"}


@pytest.mark.parametrize("name", ROLLING)
def test_the_twelve_months_to_december(people, expected, name):
    found = people.measure(ROLLING[name], day=DECEMBER)
    assert pair(found) == as_pair(expected["health"][name])
    if expected["health"][name]["published"]:
        assert round(100 * found.sum.estimate.value + 1e-9, 1) == expected["health"][name]["published"]


def test_the_same_from_the_table_of_the_return(people, folder, expected):
    december = people.with_health(health(folder / "oc2-to-december.csv"))
    for name, measure in (("oc2-reviews", "health-assessment"), ("oc2-dental", "dental-check"),
                          ("oc2-immunisations", "immunisations"), ("oc2-development", "development-check"),
                          ("oc2-questionnaires", "sdq-published")):
        assert pair(december.measure(measure, day=DECEMBER)) == as_pair(expected["health"][name]), name


def test_reviews_on_time_and_their_parts(people, expected):
    found = people.measure("health-review-timely", day=DECEMBER, by="age_part")
    table = found.to_table().to_pandas().set_index("age_part")
    for part, name in (("under 5", "reviews-under-five"), ("5 and over", "reviews-five-and-over")):
        assert (table.loc[part, "numerator"], table.loc[part, "denominator"]) == as_pair(expected["health"][name])
    assert pair(found) == as_pair(expected["health"]["reviews-total"])
    assert [round(100 * value, 1) for value in (table.loc["under 5", "value"], table.loc["5 and over", "value"],
                                                found.sum.estimate.value)] == [92.3, 96.0, 95.3]


AT_31_MARCH = {"health-assessment": "health-assessment", "dental-check": "dental-check",
               "immunisations": "immunisations", "development-check": "development-check", "convicted": "convicted",
               "substance-misuse": "substance-misuse", "intervention-received": "intervention-received",
               "intervention-refused": "intervention-refused", "questionnaires": "sdq-published"}


def test_the_return_alone(folder, expected):
    alone = marmot.people(marmot.read_care_return({2023: folder / "earlier", 2024: folder / "2024-25"}))
    for name, measure in AT_31_MARCH.items():
        assert pair(alone.measure(measure)) == as_pair(expected["oc2_at_31_march"]["figures"][name]), name
    assert pair(alone.measure("children-in-care-uasc", day=JANUARY)) == (77, 708)
    activity = expected["oc3"]["bands"]["19 to 21"]["activity"]
    assert alone.measure("neet").sum.numerator == activity["not in any"]


@pytest.mark.parametrize("name", AT_31_MARCH)
def test_the_return_at_31_march(people, expected, name):
    assert pair(people.measure(AT_31_MARCH[name], period="2024/25")) == as_pair(expected["oc2_at_31_march"]["figures"][name])


def test_scores_of_the_return(people, expected):
    scores = expected["oc2_at_31_march"]["figures"]["questionnaires"]["scores"]
    assert pair(people.measure("sdq-mean", period="2024/25")) == (scores["sum"], scores["count"])
    for measure, band in (("sdq-normal", "normal, 0 to 13"), ("sdq-borderline", "borderline, 14 to 16"),
                          ("sdq-concern", "cause for concern, 17 to 40")):
        assert pair(people.measure(measure, period="2024/25")) == (scores[band], scores["count"])


def test_first_assessments(people, expected):
    found = people.measure("initial-health-on-time", period=marmot.Period.parse("2024", "calendar"))
    assert pair(found) == as_pair(expected["first_assessments"])
    excluded = expected["first_assessments"]["excluded"]
    assert found.sum.count_excluded("left care before it was due") == excluded["left care before it was due"]
    assert found.sum.count_excluded("short breaks") == excluded["short breaks"]


def test_summaries_and_staying_put(people, expected):
    year = marmot.Period.parse("2024", "calendar")
    assert pair(people.measure("health-summary", period=year)) == as_pair(expected["health_summaries"])
    assert pair(people.measure("staying-put", period=year, unknown_counts=True)) == as_pair(expected["staying_put"])


def test_on_a_day(people, expected):
    snapshot = expected["snapshot"]
    assert people.measure("children-in-care", day=JANUARY).sum.numerator == snapshot["in-care"]["value"] == 708
    assert pair(people.measure("children-in-care-uasc", day=JANUARY)) == as_pair(snapshot["unaccompanied"]) == (77, 708)
    by_law = people.measure("care-leavers", day=JANUARY, by="age")
    assert by_law.sum.numerator == expected["care_leavers_by_law"]["value"]
    assert by_law.sum.n_unknown == expected["care_leavers_by_law"]["unknown"]
    by_age = by_law.to_table().to_pandas().set_index("age")["numerator"]
    assert {age: by_age[age] for age in expected["care_leavers_by_law"]["by_age"]} == expected["care_leavers_by_law"]["by_age"]
    assert people.measure("care-leavers-open", day=JANUARY).sum.numerator == expected["open_cases"]["value"] == 666


def test_consultations(people, expected):
    for figure in expected["consultations"]:
        first, last = (datetime.date.fromisoformat(day) for day in figure["period"].split("/"))
        year = "2023/24" if first.year == 2023 else "2024/25"
        if (last - first).days > 300:
            assert pair(people.measure("consultation-within", period=year)) == as_pair(figure)


@pytest.mark.parametrize("band", ["17", "18", "19", "20", "21", "19 to 21", "22 to 25"])
def test_outcomes_of_care_leavers(people, expected, band):
    figures = expected["oc3"]["bands"][band]
    ages = [int(age) for age in band.split(" to ")]
    options = {"period": "2024/25", "from_age": ages[0], "to_age": ages[-1]}
    for measure, name in (("in-touch", "in-touch"), ("eet", "in-education-employment-or-training"),
                          ("suitable", "in-suitable-accommodation")):
        found = people.measure(measure, **options)
        assert pair(found) == as_pair(figures["figures"][name])
        assert {reason: found.sum.count_excluded(reason) for reason in figures["excluded"]} == figures["excluded"]
        assert found.sum.count_excluded(None) == sum(figures["excluded"].values())
    activity = figures["activity"]
    assert people.measure("neet", **options).sum.numerator == activity["not in any"]
    assert people.measure("activity-not-known", **options).sum.numerator == activity["no information"]
    accommodation = figures["accommodation"]
    assert people.measure("unsuitable", **options).sum.numerator == accommodation["unsuitable"]
    assert people.measure("accommodation-not-known", **options).sum.numerator == accommodation["no information"]
