# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of care: by hand, and on the made-up years of care of the examples, whose figures
were counted by another program. That each wrong definition gives another figure is held
there; here the library must give the right one, and some of the wrong ones when asked."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import marmot
import pytest

DAY = datetime.date
MAKER = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
YEARS = ("2022-23", "2023-24", "2024-25")
JANUARY, OCTOBER, MARCH = DAY(2025, 1, 23), DAY(2022, 10, 31), DAY(2025, 3, 31)
COVENTRY = "E08000026"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("care") / "year"
    subprocess.run([sys.executable, str(MAKER), "--out", str(out)], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    return out


@pytest.fixture(scope="module")
def expected(made):
    return json.loads((made / "expected.json").read_text())["care"]


def read(made, *years):
    return marmot.read_care_return({name.replace("-", "/"): made / "care" / name for name in years}).get_episodes()


@pytest.fixture(scope="module")
def care(made):
    return read(made, *YEARS)


def pair(episodes, measure, **options):
    found = episodes.measure(measure, **options).sum
    return int(found.numerator), int(found.denominator)


def figure(expected):
    return expected["numerator"], expected["denominator"]


def number(episodes, measure, **options):
    return int(episodes.measure(measure, **options).sum.numerator)


def test_january_2025(care, expected):
    wanted = expected["january_2025"]
    assert number(care, "looked-after", day=JANUARY) == wanted["looked_after"]["value"] == 708
    assert pair(care, "uasc", day=JANUARY) == figure(wanted["unaccompanied"]) == (77, 708)
    assert pair(care, "placed-with", day=JANUARY) == figure(wanted["fostered"]) == (498, 708)
    homes = pair(care, "placed-with", day=JANUARY, placements="K2")
    assert homes == figure(wanted["in_childrens_homes"]) == (62, 708)
    found = care.measure("looked-after", day=JANUARY, population=80000).sum
    assert found.estimate.value == pytest.approx(wanted["rate_per_10000"]["rate"])
    assert found.count_excluded("short break") == wanted["short_breaks_that_day"] == 14


def test_wrong_definitions_of_january_differ(care, expected):
    wanted = expected["january_2025"]
    assert number(care, "looked-after", day=JANUARY, last_day_counts=True) \
        == wanted["looked_after"]["otherwise"]["those who left on the day count too"] == 713
    adopted = ["U1", "U2", "U3", "U4", "U5", "U6", "A3", "A4", "A5", "A6"]
    assert pair(care, "placed-with", day=JANUARY, placements=adopted) \
        == figure(wanted["fostered"]["otherwise"]["placed for adoption counts too"])
    assert pair(care, "placed-with", day=JANUARY, placements=["K1", "K2"]) \
        == figure(wanted["in_childrens_homes"]["otherwise"]["secure homes count too"])


def test_the_mix_of_placements(care, expected):
    table = care.measure("looked-after", day=JANUARY, by="placement").to_table()
    mix = dict(zip(table["placement"].to_list(), table["numerator"].to_list()))
    # Short breaks alone have no group of their own where their kind of placement has others.
    assert {place: n for place, n in mix.items() if n} == expected["january_2025"]["by_placement"]
    table = care.measure("looked-after", day=JANUARY, by="legal_status").to_table()
    status = dict(zip(table["legal_status"].to_list(), table["numerator"].to_list()))
    assert {name: n for name, n in status.items() if n} == expected["january_2025"]["by_legal_status"]
    assert status["V3"] == status["V4"] == 0


def test_october_2022(care, expected):
    wanted = expected["october_2022"]
    there = {"day": OCTOBER, "authority": COVENTRY}
    assert number(care, "looked-after", day=OCTOBER) == wanted["looked_after"]["value"] == 720
    inside = pair(care, "placed-inside", **there)
    assert inside == figure(wanted["in_the_city"])
    near = pair(care, "placed-adjoining", **there)
    assert near == figure(wanted["in_neighbouring_authorities"])
    assert (f"{inside[0] / inside[1]:.1%}", f"{near[0] / near[1]:.1%}") == ("61.1%", "21.9%")
    far = pair(care, "placed-at-a-distance", **there)
    assert far == figure(wanted["at_a_distance"])
    assert far != figure(wanted["at_a_distance"]["otherwise"]["outside the authority"])
    assert care.measure("placed-at-a-distance", **there).sum.n_unknown == 0
    late = pair(care, "placed-adjoining", last_day_counts=True, **there)
    assert late != near


def test_march_2025(care, expected):
    wanted = expected["march_2025"]
    assert number(care, "looked-after", day=MARCH) == wanted["looked_after"] == 693
    assert number(care, "looked-after-for", day=MARCH) == wanted["looked_after_for_twelve_months"]["value"]
    far = care.measure("placed-far", day=MARCH).sum
    assert (far.numerator, far.denominator) == figure(wanted["distance"]["over_20_miles"])
    assert far.n_unknown == wanted["distance"]["not_known"]
    assert far.count_excluded("unaccompanied asylum-seeking child") == wanted["distance"]["not_stated_for_uasc"]
    assert pair(care, "placed-at-a-distance", day=MARCH, authority=COVENTRY) == figure(wanted["at_a_distance"])


def test_three_placements(care, expected):
    wanted = expected["march_2025"]["three_placements_or_more"]
    assert pair(care, "three-placements", day=MARCH) == figure(wanted)
    # The day is the last of the period.
    assert pair(care, "three-placements", period="2024/25") == figure(wanted)
    otherwise = wanted["otherwise"]
    assert pair(care, "three-placements", day=MARCH, temporary_counts=True) \
        == figure(otherwise["temporary placements count too"])
    assert pair(care, "three-placements", day=MARCH, last_day_counts=True) \
        == figure(otherwise["those who left on the day count too"])


def test_three_placements_of_one_return_alone(made, expected):
    """Elsewhere on 1 April: nobody knows whether what follows is the return."""
    wanted = expected["march_2025"]["three_placements_or_more"]
    found = read(made, "2024-25").measure("three-placements", day=MARCH)
    assert found.sum.n_unknown == 4
    assert (found.sum.numerator, found.sum.denominator + 4) == figure(wanted)
    assert found.sum.estimate.status == marmot.Status.NOT_COVERED
    assert [one.rule for one in found.findings] == ["episode/coverage"]


def test_long_term_stability(made, care, expected):
    wanted = expected["march_2025"]["long_term_stability"]
    assert pair(care, "long-term-stability", day=MARCH) == figure(wanted)
    otherwise = wanted["otherwise"]
    assert pair(care, "long-term-stability", day=MARCH, adoption_together=True) \
        == figure(otherwise["adopters and the placement before them together"])
    assert pair(care, "long-term-stability", day=MARCH, temporary_counts=True) \
        == figure(otherwise["a stay elsewhere ends it"])
    two = wanted["of_the_last_two_returns_alone"]
    found = read(made, *YEARS[1:]).measure("long-term-stability", day=MARCH).sum
    assert (found.numerator, found.denominator, found.n_unknown) == (*figure(two), two["unknown"])
    assert found.estimate.status == marmot.Status.NOT_COVERED


@pytest.mark.parametrize("at", range(3))
def test_the_years(care, expected, at):
    wanted = expected["years"][at]
    period = wanted["year"]
    assert number(care, "looked-after", period=period) == wanted["looked_after_on_31_march"]["value"]
    assert number(care, "looked-after-in", period=period) == wanted["looked_after_in_the_year"]["value"]
    for measure in ("started", "ceased"):
        found = care.measure(f"care-{measure}", period=period).sum
        assert (found.numerator, found.n_unknown) == (wanted[measure]["value"], 0)
        assert number(care, f"care-{measure}", period=period, unit="child") == wanted[measure]["children"]
        otherwise = wanted[measure]["otherwise"].get("short breaks count too")
        if otherwise:
            assert found.numerator + found.count_excluded("short break") == otherwise
    by_reason = care.measure("care-ceased", period=period, by="end_reason").to_table()
    found = dict(zip(by_reason["end_reason"].to_list(), by_reason["numerator"].to_list()))
    assert {reason: n for reason, n in found.items() if n} == wanted["ceased"]["by_reason"]


def test_how_long_care_lasted(care, expected):
    """Of those who left, many came before the data begin; by the curve, nobody is left out."""
    period = expected["years"][2]["year"]
    ended = care.measure("care-ended-duration", period=period).sum
    assert ended.denominator + ended.n_unknown == expected["years"][2]["ceased"]["value"]
    assert ended.n_unknown > 0 and ended.estimate.status == marmot.Status.NOT_COVERED
    started = care.measure("care-duration", period="2022/23").sum
    assert started.denominator == expected["years"][0]["started"]["value"]
    assert 0 < started.numerator < started.denominator
    assert started.estimate.value > 0


def test_parts_of_the_children_add_up(care):
    for measure in ("looked-after", "three-placements", "long-term-stability", "placed-far"):
        parts = [part.measure(measure, day=MARCH) for part in care.split("sex")]
        assert len(parts) > 1
        assert sum(parts) == care.measure(measure, day=MARCH), measure


def test_by_hand():
    figures = {
        "person": ["a", "a", "b", None, "c"],
        "start": [DAY(2024, 1, 1), DAY(2024, 6, 1), DAY(2024, 1, 1), DAY(2024, 1, 1), DAY(2024, 1, 1)],
        "end": [DAY(2024, 6, 1), None, DAY(2024, 6, 1), None, None],
        "start_reason": ["S", "P", "S", "S", "S"],
        "end_reason": ["X1", None, "E4A", None, None],
        "legal_status": ["C2", "C2", "C2", "C2", "V4"],
        "placement": ["U4", "K2", "U4", "U4", "K2"],
        "place": ["1", "2", "3", "4", "5"],
        "area": [COVENTRY, "E08000029", COVENTRY, COVENTRY, COVENTRY],
    }
    episodes = marmot.episodes(figures, kind="care")
    found = episodes.measure("looked-after", day=DAY(2024, 6, 1), rows=True).get_measure(0)
    assert (found.numerator, found.n_unknown, found.count_excluded("short break")) == (1, 1, 1)
    assert [int(row) for row in found.rows] == [1]
    with pytest.raises(marmot.InvalidArgumentError, match="authority"):
        episodes.measure("placed-adjoining", day=DAY(2024, 6, 1))
    there = {"day": DAY(2024, 6, 1), "authority": COVENTRY, "adjacency": marmot.Adjacency.new_builtin()}
    assert pair(episodes, "placed-adjoining", **there) == (1, 1)
    with pytest.raises(TypeError):
        marmot.episode_options(adjacency=marmot.SpellOptions())
    with pytest.raises(marmot.NotFoundError, match="distance"):
        episodes.measure("placed-far", day=DAY(2024, 6, 1))
