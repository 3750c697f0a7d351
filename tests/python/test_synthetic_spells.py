# SPDX-License-Identifier: LGPL-2.1-or-later
"""Periods of care, placements and rules on the synthetic years, whose generator shares no
code with the library and counts by itself what must come out."""

import collections
import datetime
import json
import subprocess
import sys
from pathlib import Path

import marmot
import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
YEARS = {2022: "2022-23", 2023: "2023-24", 2024: "2024-25"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("year")
    subprocess.run([sys.executable, str(PROGRAM), "--out", str(made)], check=True, timeout=120)
    return made / "care"


@pytest.fixture(scope="module")
def expected(folder):
    return json.loads((folder.parent / "expected.json").read_text(encoding="utf-8"))["care"]


@pytest.fixture(scope="module")
def care(folder):
    return marmot.read_care_return({year: folder / name for year, name in YEARS.items()})


def test_periods_of_care(care, expected):
    spells = care.get_episodes().link()
    pooled = expected["pooled"]

    assert spells.n_linked == pooled["episodes"] and spells.n_left_out == 0
    assert spells.n_findings == 0
    assert len(spells) == pooled["spells"]
    assert spells.count_children() == pooled["children"]
    assert len(spells.filter_short_breaks(True)) == pooled["spells_of_short_breaks"]
    begun = spells.filter_short_breaks(False).table["start_known"].to_list()
    assert begun.count(False) == pooled["spells_that_began_before"]


@pytest.mark.parametrize("figure", ["january_2025", "october_2022"])
def test_in_care_on_a_day(care, expected, figure):
    figure = expected[figure]
    spells = care.get_episodes().link().filter_short_breaks(False)

    on_the_day = spells.open_on(datetime.date.fromisoformat(figure["on"]))
    assert on_the_day.count_children() == figure["looked_after"]["value"]


@pytest.mark.parametrize("temporary", [False, True])
def test_placements_in_a_year(care, expected, temporary):
    spells = care.get_episodes().link(marmot.SpellOptions(temporary_counts=temporary)).filter_short_breaks(False)
    placements = collections.Counter()
    for child, n in zip(spells.table["person"].to_list(), spells.count_placements(marmot.Period("2024/25")).to_list()):
        placements[child] += n
    in_care = set(spells.open_on(datetime.date(2025, 3, 31)).table["person"].to_list())
    found = collections.Counter(placements[child] for child in in_care)
    figure = expected["march_2025"]

    assert len(in_care) == figure["looked_after"]
    three = figure["three_placements_or_more"]
    if temporary:
        three = three["otherwise"]["temporary placements count too"]
    else:
        assert {str(n): count for n, count in found.items()} == figure["by_number_of_placements"]
    assert sum(count for n, count in found.items() if n >= 3) == three["numerator"]


def test_sound_returns_break_no_rule(care):
    assert care.check().count() == 0


def test_faulty_returns_break_the_rules_that_they_are_to(folder):
    faults = json.loads((folder / "faulty" / "faults.json").read_text(encoding="utf-8"))["faults"]
    rules = set()

    for fault in faults:
        here = folder / "faulty" / fault["folder"]
        years = {int(part.name[:4]): part for part in sorted(here.iterdir())}
        failures = marmot.read_care_return(years).check(marmot.CheckOptions(year=max(years))).failures
        found = sorted(zip(*(failures[name].to_list() for name in ("table", "row", "rule"))))
        assert found == sorted((f["table"], f["row"], f["rule"]) for f in fault["fails"]), fault["folder"]
        rules |= {rule for _, _, rule in found}
    assert len(rules) == 29
