# SPDX-License-Identifier: LGPL-2.1-or-later
"""Forms that were filled in, and what changed from one version to the next."""

import json
import pathlib

import marmot
import pytest

from page_reader import read_page

ROOT = pathlib.Path(__file__).parent.parent.parent
VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"


@pytest.fixture
def heat():
    return marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")


@pytest.fixture
def vanguard():
    return marmot.Assessment.new_from_file(VANGUARD, None)


def test_the_figure_behind_evidence_comes_back(vanguard, heat):
    evidence = vanguard.evidence[0]
    given = {
        "sex": "Persons", "age": "10-17 yrs", "category_type": "Ethnic groups", "category": "Mixed",
        "comparator": "schools.sen", "comparator_text": "Pupils in schools", "value_type": "crude-rate",
    }
    for field, value in given.items():
        setattr(evidence, field, value)
    for field in ("numerator", "denominator", "lower", "upper", "confidence", "comparator_value",
                  "comparator_denominator"):
        setattr(evidence, field, marmot.Value.parse("95%"))
    evidence.set_earlier(["33%, 2021/22", "31% (25% to 38%), 2020/21"])
    read = marmot.AssessmentImport.new_from_html(vanguard.to_html(heat, None).encode(), heat)
    assert vanguard.diff(read.get_assessment())["field"].to_list() == ["state"]


def test_our_own_page_comes_back(vanguard, heat):
    page = vanguard.to_html(heat, None)
    read = marmot.AssessmentImport.new_from_html(page.encode(), heat)
    assert [finding.rule for finding in read.get_findings()] == ["import/state"]
    changes = vanguard.diff(read.get_assessment())
    assert changes["field"].to_list() == ["state"]
    assert (changes["before"][0], changes["after"][0]) == ("published", "draft")


def test_a_form_is_filled_in_and_checked(heat):
    form = heat.to_html()
    empty = '<th scope="row">q2</th><td></td><td></td><td></td><td></td>'
    assert empty in form
    filled = form.replace(empty, '<th scope="row">q2</th><td></td><td><p>It opens later</p></td><td></td><td></td>')
    filled = filled.replace("</main>", "<p>Typed in the wrong place</p></main>")
    read = marmot.AssessmentImport.new_from_html(filled.encode(), heat)
    assert [(r.question, r.state.value_nick, r.text) for r in read.get_assessment().responses] == [
        ("q2", "answered", "It opens later")]
    assert [finding.rule for finding in read.get_findings()] == ["import/outside"]
    assert read.get_leftovers()["text"].to_list() == ["Typed in the wrong place"]


def test_csv(heat):
    text = "dimension,state,answer,impact\nSex,answered,Known of boys only,negative\nEyes,answered,Brown,\n"
    read = marmot.AssessmentImport.new_from_csv(text.encode(), heat)
    group, = read.get_assessment().groups
    assert (group.dimension, group.text, group.impact.value_nick) == ("sex", "Known of boys only", "negative")
    finding, = read.get_findings()
    assert (finding.rule, finding.row) == ("import/no-dimension", 3)
    assert read.get_leftovers()["text"].to_list() == ["Eyes", "answered", "Brown"]


def test_what_is_no_page(heat):
    with pytest.raises(marmot.EncodingError, match="save it as HTML"):
        marmot.AssessmentImport.new_from_html(b"PK\x03\x04....", heat)
    with pytest.raises(marmot.ParseError, match="no table"):
        marmot.AssessmentImport.new_from_html(b"<p>Hello</p>", heat)
    with pytest.raises(marmot.InvalidDataError):
        marmot.AssessmentImport.new_from_csv(b"a,b\n1,2\n", heat)


def test_what_changed(vanguard):
    newer = vanguard.copy()
    next(iter(newer.evidence)).set_value(marmot.Value.parse("38%", 0))
    newer.set_scope(newer.scope.replace("targeted youth work", "youth work"))
    changes = json.loads(vanguard.diff_to_json(newer))
    assert [(change["about"], change["path"], change["field"]) for change in changes] == [
        ("evidence-value", "evidence/cyjs.ehcp", "value"), ("other", "assessment", "scope")]
    assert ["removed", "targeted"] in changes[1]["words"]
    page = read_page(vanguard.diff_to_html(newer, None))
    assert page.faults() == []
    assert page.table("Figures of evidence and states of actions that changed").rows[1] == [
        "Evidence: cyjs.ehcp, value", "Changed", "35%", "38%"]
