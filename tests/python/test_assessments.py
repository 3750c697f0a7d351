# SPDX-License-Identifier: LGPL-2.1-or-later
"""Assessments and their templates."""

import datetime
import json
import pathlib

import marmot
import pytest
from gi.repository import Gio

ROOT = pathlib.Path(__file__).parent.parent.parent
VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"
PRESENTED = datetime.date(2025, 2, 5)


@pytest.fixture
def heat():
    return marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")


@pytest.fixture
def vanguard():
    return marmot.Assessment.new_from_file(VANGUARD, None)


def test_what_the_assessment_of_the_vanguard_lacks(vanguard, heat):
    findings = vanguard.validate(heat, PRESENTED)
    assert [finding.rule for finding in findings] == [
        "H04", "H05", "H06", "H07", "H08", "H09", "H10", "H12", "H13", "H13", "H14", "review/undated",
    ]
    assert "6 of 9 rows" in findings[0].message
    counts = vanguard.summarise(heat).to_pandas().set_index("what")
    assert list(counts.loc["statutory characteristics answered"]) == [9, 9]
    assert list(counts.loc["outcomes linked to an indicator"]) == [0, 8]
    assert vanguard.review_state(heat, PRESENTED).value_nick == "undated"


def test_round_trip_and_comparison(vanguard):
    again = marmot.Assessment.new_from_json(vanguard.to_json().encode())
    assert again == vanguard
    again.set_sponsor_role("Director of Public Health")
    assert again != vanguard
    rows = vanguard.diff(again).to_pandas()
    assert list(rows["after"]) == ["Director of Public Health"]


def test_it_holds_nobody(vanguard):
    text = VANGUARD.read_text(encoding="utf-8")
    assert "@" not in text
    for finding in vanguard.validate(
        marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020"), PRESENTED
    ):
        assert not finding.rule.startswith("personal-data")


def test_a_template_of_a_council(heat):
    care = marmot.Dimension.new("local.care-experience", "Care experience", "local", "Resolution", None)
    ours = heat.with_dimensions("coventry-heat", [care])
    assert not ours.find_dimension("local.care-experience").is_statutory()
    assert ours != heat and ours.digest != heat.digest
    with pytest.raises(marmot.InvalidArgumentError):
        heat.with_dimensions("x", [marmot.Dimension.new("c", "C", "protected", "Equality Act 2010", None)])
    document = json.loads(heat.to_json())
    del document["questions"][0]["text"]
    findings = marmot.AssessmentTemplate.check(json.dumps(document).encode())
    assert [(f.rule, f.path) for f in findings] == [("template/text", "questions/1/text")]


def test_saving_leaves_a_whole_file(vanguard, tmp_path):
    path = tmp_path / "heat.json"
    vanguard.save(path, None)
    assert marmot.Assessment.new_from_file(Gio.File.new_for_path(str(path)), None) == vanguard
    assert [p.name for p in tmp_path.iterdir()] == ["heat.json"]
