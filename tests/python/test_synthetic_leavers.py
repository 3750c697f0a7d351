# SPDX-License-Identifier: LGPL-2.1-or-later
"""The synthetic children in care and care leavers of 2024/25: the published figures come out, a second
count from the files agrees with what the generator says, and every wrong definition gives another figure."""
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import leavers_recount as recount
import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
PUBLISHED = {"reviews-under-five": "92.3", "reviews-five-and-over": "96.0", "reviews-total": "95.3",
             "oc2-reviews": "93.5", "oc2-dental": "86.0", "oc2-immunisations": "85.3", "oc2-questionnaires": "89.3"}


def make(folder, *arguments):
    subprocess.run([sys.executable, str(PROGRAM), "--out", str(folder), *arguments], check=True, timeout=120)
    return folder / "care-leavers"


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    return make(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def another_year(tmp_path_factory):
    return make(tmp_path_factory.mktemp("another"), "--seed", "7")


@pytest.fixture(scope="module", params=["year", "another_year"])
def any_year(request):
    folder = request.getfixturevalue(request.param)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return expected, recount.read(folder)


def as_pair(figure):
    return figure["numerator"], figure["denominator"]


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_seed_gives_the_same_bytes_and_another_seed_others(year, another_year, tmp_path):
    first, again, other = files_of(year), files_of(make(tmp_path)), files_of(another_year)
    assert first == again
    assert first.keys() == other.keys()
    assert all(first[name] != other[name] for name in first)


def test_the_published_figures_come_out(any_year):
    expected, _ = any_year
    for name, printed in PUBLISHED.items():
        figure = expected["health"][name]
        assert figure["printed"] == printed == str(figure["published"])
        assert abs(100 * figure["numerator"] / figure["denominator"] - float(printed)) < 0.05
    assert expected["health_summaries"]["printed"] == "95.1"
    assert expected["snapshot"]["in-care"]["value"] == 708
    assert as_pair(expected["snapshot"]["unaccompanied"]) == (77, 708)
    assert expected["snapshot"]["unaccompanied"]["printed"] == "10.9"
    assert expected["open_cases"]["value"] == 666
    whole, half = expected["consultations"]
    assert (whole["printed"], as_pair(whole)) == ("92", (114, 124))
    assert (half["printed"], half["boys"]["printed"], half["girls"]["printed"]) == ("85", "48", "53")
    assert (as_pair(half["boys"]), as_pair(half["girls"])) == ((19, 40), (21, 40))


def test_the_parts_of_the_reviews_add_up_and_the_other_figure_cannot(any_year):
    expected, _ = any_year
    young, old, total, other = (expected["health"][name] for name in (
        "reviews-under-five", "reviews-five-and-over", "reviews-total", "oc2-reviews"))
    assert as_pair(total) == (young["numerator"] + old["numerator"], young["denominator"] + old["denominator"])
    assert other["denominator"] != total["denominator"]
    first, second = expected["feasibility"]["needed"]
    assert (first["share_under_five"], second["share_under_five"]) == (18.9, 67.6)
    assert first["with_rounding"][0] <= 100 * young["denominator"] / total["denominator"] <= first["with_rounding"][1]
    under_five = expected["health"]["oc2-development"]["denominator"] / other["denominator"]
    assert 100 * under_five < second["with_rounding"][0]


def test_health_counted_again(any_year):
    expected, people = any_year
    for name, pair in recount.health(people.values()).items():
        assert pair == as_pair(expected["health"][name]), name
    for name, pair in recount.part_year_return(people.values()).items():
        assert pair == as_pair(expected["health"][name]), name
    for name, pair in recount.at_31_march(people.values()).items():
        assert pair == as_pair(expected["oc2_at_31_march"]["figures"][name]), name
    assert recount.first_assessments(people.values()) == as_pair(expected["first_assessments"])
    assert recount.summaries(people.values()) == as_pair(expected["health_summaries"])


def test_snapshots_and_referrals_counted_again(any_year):
    expected, people = any_year
    here = [p for p in people.values() if p.child_in_care(recount.JANUARY)]
    assert len(here) == expected["snapshot"]["in-care"]["value"]
    assert sum(1 for p in here if p.until and p.until > recount.JANUARY) == 77
    ages = [recount.age(p.born, recount.JANUARY) for p in here]
    bands = {"under 1": (0, 0), "1 to 4": (1, 4), "5 to 9": (5, 9), "10 to 15": (10, 15), "16 and over": (16, 17)}
    assert expected["snapshot"]["in-care"]["by_age"] == {
        name: sum(low <= age <= high for age in ages) for name, (low, high) in bands.items()}
    assert recount.open_cases(people.values()) == 666
    assert recount.care_leavers_by_law(people.values()) == expected["care_leavers_by_law"]["value"]
    for figure, first, last in zip(expected["consultations"], (date(2023, 4, 1), date(2024, 4, 1)),
                                   (date(2024, 3, 31), date(2024, 9, 30))):
        assert recount.consultations(people.values(), first, last) == as_pair(figure)
        assert recount.sexes(people.values(), first, last) == (
            figure["boys"]["numerator"], figure["girls"]["numerator"])


def test_care_leavers_counted_again(any_year):
    expected, people = any_year
    for name, measures in recount.outcomes(people.values()).items():
        band = expected["oc3"]["bands"][name]
        for measure, pair in measures.items():
            assert pair == as_pair(band["figures"][measure]), (name, measure)
        for part in ("in_touch", "activity", "accommodation"):
            assert sum(band[part].values()) == band["denominator"]
    bands = expected["oc3"]["bands"]
    assert bands["19 to 21"]["denominator"] == sum(bands[age]["denominator"] for age in ("19", "20", "21"))
    assert recount.staying_put(people.values()) == as_pair(expected["staying_put"])
    for band in bands.values():  # every one of the age is in the denominator, or left out for one reason
        assert all(count > 0 for count in band["excluded"].values())
        assert band["unknown"]["birth not known"] == 2


def wrongs(thing, path=""):
    """Every figure that has others beside it: where it is, itself, and the others by name."""
    if isinstance(thing, list):
        for number, item in enumerate(thing):
            yield from wrongs(item, f"{path}/{number}")
    elif isinstance(thing, dict):
        if "otherwise" in thing:
            figure = as_pair(thing) if "numerator" in thing else thing["value"]
            yield path, figure, {name: as_pair(other) if isinstance(other, dict) else other
                                 for name, other in thing["otherwise"].items()}
        for name, item in thing.items():
            if name != "otherwise":
                yield from wrongs(item, f"{path}/{name}")


def test_every_wrong_definition_gives_another_figure(any_year):
    expected, _ = any_year
    n_wrong = 0
    for path, figure, others in wrongs(expected):
        for name, other in others.items():
            assert other != figure, f"{path}: {name}"
            n_wrong += 1
    assert n_wrong > 200


def test_every_edge_has_its_people(any_year):
    expected, people = any_year
    for name, ids in expected["planted"].items():
        assert ids and all(one in people for one in ids), name
    # Some of them, looked at by hand.
    days = {"90 days": 90, "91 days": 91, "92 days": 92, "unaccompanied, 91 days": 91, "four periods of 22 days": 88}
    for name, wanted in days.items():
        for one in expected["planted"][name]:
            person = people[one]
            assert recount.days_in_care(person, recount.anniversary(person.born, 14), recount.LAST) == wanted
    for name, since in (("in care from 1 January 2024", date(2024, 1, 1)),
                        ("in care from 2 January 2024", date(2024, 1, 2))):
        assert {people[one].care(recount.ON)[0] for one in expected["planted"][name]} == {since}
    for one in expected["planted"]["from 2024-11-28, on working day 20"]:
        assert [check[2] for check in people[one].checks if check[0].startswith("initial")] == [date(2024, 12, 30)]
    assert {len(people[one].spells) for one in expected["amiss"]["no period of care"]} == {0}
    assert {people[one].born for one in expected["amiss"]["birth not known"]} == {None}


def test_the_return_agrees_with_what_the_extracts_say(any_year):
    expected, people = any_year
    n_right, wrong = recount.reviews_follow_their_rule(people.values())
    assert n_right > 1000 and not wrong
    amiss = {one for ids in expected["amiss"].values() for one in ids}
    n_compared = 0
    for one, person in people.items():
        if person.oc3 and person.oc3[0] not in ("", "DIED") and one not in amiss:
            assert recount.answer_of_the_return(person) == person.oc3, one
            n_compared += 1
        if person.oc2:
            for field, kind in (("TEETH_CHECK", "dental"), ("HEALTH_ASSESSMENT", "review-health-assessment")):
                had = any(c[0] == kind and c[2] and date(2024, 4, 1) <= c[2] <= recount.LAST for c in person.checks)
                assert person.oc2[field] == ("1" if had else "0")
    assert n_compared > 800


def test_nothing_in_the_files_is_in_two_minds_but_where_it_is_meant(any_year):
    expected, people = any_year
    amiss = {one for ids in expected["amiss"].values() for one in ids}
    for one, person in people.items():
        if one in amiss:
            continue
        spells = person.spells
        assert all(end is None or start < end for start, end, *_ in spells)
        assert all(first[1] < second[0] for first, second in zip(spells, spells[1:]))
        assert all(start >= person.born for start, *_ in spells)
        if spells and not spells[-1][3]:
            assert spells[-1][1] is None or spells[-1][1] <= recount.anniversary(person.born, 18)
        assert person.died is None or all(contact[0] <= person.died for contact in person.contacts)
        for answer in ([person.oc3] if person.oc3 else []):
            assert len({bool(part) for part in answer}) == 1  # all three, or none
            assert answer[0] != "YES" or "0" not in answer[1:]
