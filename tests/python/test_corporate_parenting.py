# SPDX-License-Identifier: LGPL-2.1-or-later
"""The synthetic children in care and care leavers as the examples read them: by the table OC3 and by
dated contacts alike, with whom figures leave out; and what a wrong definition gives, where the library
can be told to follow one, is what the generator says."""
import datetime
import json
import subprocess
import sys
from pathlib import Path

import marmot
import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
DECEMBER, JANUARY, MARCH = datetime.date(2024, 12, 31), datetime.date(2025, 1, 23), datetime.date(2025, 3, 31)
BANDS = {"17": (17, 17), "18": (18, 18), "19": (19, 19), "20": (20, 20), "21": (21, 21), "19 to 21": (19, 21),
         "22 to 25": (22, 25)}
OUTCOMES = {"in-touch": "in-touch", "eet": "in-education-employment-or-training",
            "suitable": "in-suitable-accommodation"}


@pytest.fixture(scope="module", params=[2024, 7])
def year(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("year")
    subprocess.run([sys.executable, str(PROGRAM), "--out", str(folder), "--seed", str(request.param)], check=True,
                   timeout=120)
    folder = folder / "care-leavers"

    def table(name):
        return marmot.read_csv(folder / f"{name}.csv")

    whole = marmot.read_care_return({"2023/24": folder / "earlier", "2024/25": folder / "2024-25"})
    known = {"facts": table("facts"), "complete": "all"}
    people = marmot.people(table("people"), whole.get_episodes().link(), contacts=table("contacts"),
                           checks=table("health-checks"), **known)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    # The earlier year's files hold all care since 2000, which a return does not say of itself.
    of_return = marmot.people(whole, **known).with_coverage(datetime.date(2000, 4, 1), datetime.date(2025, 3, 31))
    return expected, people, of_return


def pair(found):
    return int(found.numerator), int(found.denominator)


def wanted(figure):
    return figure["numerator"], figure["denominator"]


def twelve_months():
    return marmot.Period.new_span(datetime.date(2024, 1, 1), DECEMBER)


def conventions(**options):
    """Rule 1001 of the return, but for something."""
    return marmot.CareLeaverOptions(**{
        "ignore_home": True, "ignore_detained": True, "ignore_guardianship": True, **options})


def test_nobody_is_dropped(year):
    expected, people, of_return = year
    assert people.n_rows == expected["people"]
    assert people.n_left_out == 0
    assert 0 <= expected["people"] - of_return.n_rows < 20  # who is in no table of any return
    rules = {finding.rule for finding in people.findings}
    assert {"care-leaver/no-birth", "care-leaver/no-care", "care-leaver/after-death",
            "care-leaver/contact-before-16"} <= rules
    ids = [one for ids in expected["amiss"].values() for one in ids]
    assert not any(one in finding.message for finding in people.findings for one in ids)


def test_care_leavers_with_all_who_are_left_out(year):
    expected, people, of_return = year
    for band, (youngest, oldest) in BANDS.items():
        known = expected["oc3"]["bands"][band]
        for measure, name in OUTCOMES.items():
            for group in (of_return, people):  # by the table OC3, and by dated contacts
                found = group.measure(measure, period="2024/25", from_age=youngest, to_age=oldest).get_measure(0)
                assert pair(found) == wanted(known["figures"][name]), (band, measure)
                left_out = {reason: found.count_excluded(reason) for reason in found.reasons}
                assert {reason: n for reason, n in left_out.items() if n} == known["excluded"], band
                assert found.n_unknown == sum(known["unknown"].values())
        shares = {
            "in_touch": {"YES": "in-touch", "NO": "not-in-touch", "REFU": "refuses-contact",
                         "NREQ": "contact-not-required", "unknown": "contact-not-known"},
            "activity": {"in education, employment or training": "eet", "not in any": "neet",
                         "no information": "activity-not-known"},
            "accommodation": {"suitable": "suitable", "unsuitable": "unsuitable",
                              "no information": "accommodation-not-known"}}
        for part, measures in shares.items():
            counts = {name: int(of_return.measure(measure, period="2024/25", from_age=youngest, to_age=oldest)
                                .get_measure(0).numerator) for name, measure in measures.items()}
            assert {name: n for name, n in counts.items() if n} == {name: n for name, n in known[part].items() if n}


def test_consultations_by_their_wait(year):
    expected, people, _ = year
    for figure in expected["consultations"]:
        first, last = map(datetime.date.fromisoformat, figure["period"].split("/"))
        tally = people.measure("consultations", period=marmot.Period.new_span(first, last), by="wait")
        found = {name: int(tally.get_measure(row).numerator) for row, name in enumerate(tally.get_keys()["wait"])}
        bands = dict(figure["bands"])
        bands["waiting"] = bands.pop("not seen")
        assert found == {name: n for name, n in bands.items() if n}


def test_wrong_definitions_give_what_the_generator_says(year):
    """Where the library can be told to follow one."""
    expected, people, of_return = year
    health, march = expected["health"], expected["oc2_at_31_march"]["figures"]
    left = "those who left on the day count too"
    last = {"to_age": 17, "last_day_counts": True}
    assert people.measure("children-in-care", day=JANUARY, **last).get_measure(0).numerator == \
        expected["snapshot"]["in-care"]["otherwise"][left]
    cases = [
        (people, "health-review-timely", {"day": DECEMBER, **last}, health["reviews-total"], left),
        (people, "health-review-rolling", {"day": DECEMBER, **last}, health["oc2-reviews"], left),
        (people, "dental-rolling", {"day": DECEMBER, **last}, health["oc2-dental"], left),
        (people, "immunisations-rolling", {"day": DECEMBER, **last}, health["oc2-immunisations"], left),
        (people, "sdq-rolling", {"day": DECEMBER, "from_age": 4, "to_age": 16}, health["oc2-questionnaires"],
         "4 to 16 on the day"),
        (people, "sdq-rolling", {"day": DECEMBER, "from_age": 5, "to_age": 17}, health["oc2-questionnaires"],
         "5 to 17 on the day"),
        (people, "initial-health-on-time", {"period": twelve_months(), "working_days": 21},
         expected["first_assessments"], "21 working days"),
        (of_return, "sdq-collected", {"day": MARCH}, march["questionnaires"], "4 to 16, as it is collected"),
        (of_return, "dental-check", {"day": MARCH, **last}, march["dental-check"],
         "those who left on 31 March count too"),
    ]
    for band, name, given in (
            ("18", "90 days are enough", conventions(days=90)), ("18", "92 days are needed", conventions(days=92)),
            ("19 to 21", "90 days are enough", conventions(days=90)),
            ("19 to 21", "92 days are needed", conventions(days=92)),
            ("19 to 21", "the last day of each period counts", marmot.CareLeaverOptions.new_named("ssd-mosaic")),
            ("19 to 21", "from 16 on or not", marmot.CareLeaverOptions.new_named("coventry-paper")),
            ("17", "detained on the 16th birthday counts too", conventions(ignore_detained=False))):
        youngest, oldest = BANDS[band]
        cases.append((of_return, "in-touch", {"period": "2024/25", "from_age": youngest, "to_age": oldest,
                                              "conventions": given},
                      expected["oc3"]["bands"][band]["figures"]["in-touch"], name))
    for group, measure, options, figure, name in cases:
        found = pair(group.measure(measure, **options).get_measure(0))
        assert found == wanted(figure["otherwise"][name]), (measure, name)
        assert found != wanted(figure), (measure, name)
