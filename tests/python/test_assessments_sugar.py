# SPDX-License-Identifier: LGPL-2.1-or-later
"""Assessments as Python writes them: keywords, lists, dates, short names, paths."""

import copy
import datetime
import json

import marmot
import pytest

FORM = "phe-heat-simplified-2020"
DAY = datetime.date(2024, 5, 1)


@pytest.fixture
def hubs():
    return marmot.Assessment(
        id="hubs", template=FORM, programme="Hubs", completed=DAY, starts="2024-04-01", age_until=18,
        responses=[{"question": "q2", "state": "answered", "text": "Yes", "evidence": ["jsna", "census"]}],
        groups=[marmot.AssessmentGroup(dimension="age", impact="positive", text="Under 20s")],
        evidence=[{"key": "jsna", "kind": "dataset", "value": "12.5%", "period": "2023/24", "uri": "https://example.org/"}],
        outcomes=[{"id": "o", "text": "Fewer", "direction": "decrease", "baseline": "9.6%", "target_period": "2026/27"}],
        actions=[{"id": "a", "text": "Do", "due": DAY, "notes": [{"period": "2024/25", "text": "Begun"}]}],
        engagement=[{"who": "Parents", "when": "Dec-24", "text": "Later hours"}],
        reviews=[{"done": "2024-12-01", "text": "Done"}],
    )


def test_an_assessment_takes_what_python_has(hubs):
    assert hubs.completed == marmot.Period("2024-05-01") and hubs.starts == marmot.Period("1 April 2024")
    assert hubs.responses[0].evidence == ["jsna", "census"]
    assert str(hubs.responses[0].state) == "answered" and str(hubs.groups[0].impact) == "positive"
    assert float(hubs.evidence[0].value) == 12.5 and float(hubs.outcomes[0].baseline) == 9.6
    assert hubs.actions[0].notes[0].text == "Begun"
    assert hubs.engagement[0].when == marmot.Period("Dec-24")
    assert [len(part) for part in (hubs.reviews, hubs.outcomes, hubs.groups)] == [1, 1, 1]
    assert marmot.Assessment.parse(hubs.to_json()) == hubs


def test_lists_are_sequences(hubs):
    hubs.groups.append(marmot.AssessmentGroup(dimension="sex"))
    assert [row.dimension for row in hubs.groups] == ["age", "sex"]
    hubs.groups = [*hubs.groups, {"dimension": "race"}]
    assert [row.dimension for row in hubs.groups[1:]] == ["sex", "race"]
    del hubs.groups[0]
    hubs.groups = reversed(list(hubs.groups))
    assert [row.dimension for row in hubs.groups] == ["race", "sex"]
    hubs.groups = []
    assert len(hubs.groups) == 0
    hubs.groups = None
    hubs.responses[0].evidence = ("census",)
    assert hubs.responses[0].evidence == ["census"]
    hubs.responses[0].evidence = None
    assert not hubs.responses[0].evidence
    hubs.evidence[0].value = 9.6
    assert float(hubs.evidence[0].value) == 9.6 and str(hubs.evidence[0].value) == "9.6"
    told = []
    hubs.actions.connect("items-changed", lambda _, *change: told.append(change))
    hubs.actions = [{"id": "a"}, {"id": "b"}]
    assert told == [(0, 1, 2)]


def test_what_does_not_fit_is_refused_by_name(hubs):
    with pytest.raises(TypeError, match="no 'programe'; there are: id, template"):
        marmot.Assessment(programe="Hubs")
    with pytest.raises(AttributeError, match="no 'programe'"):
        hubs.programe = "Hubs"
    with pytest.raises(TypeError, match="no 'colour'"):
        hubs.groups = [{"colour": "red"}]
    with pytest.raises(TypeError, match="holds marmot.AssessmentGroup and not Action"):
        hubs.groups = [marmot.Action()]
    assert len(hubs.groups) == 1
    with pytest.raises(ValueError, match="state: .*'not-applicable'"):
        hubs.groups[0].state = "ended"
    with pytest.raises(AttributeError, match="move_to"):
        hubs.state = "published"
    with pytest.raises(TypeError, match="move_to"):
        marmot.Assessment(state="published")
    with pytest.raises(marmot.ParseError, match="completed: "):
        hubs.completed = "31 February 2024"
    with pytest.raises(ValueError, match="completed: one day"):
        hubs.completed = "2024/25"
    with pytest.raises(ValueError, match="completed: one day"):
        marmot.Assessment(completed=marmot.Period("2024"))
    hubs.evidence[0].period = "2024/25"
    with pytest.raises(TypeError, match="template: a text belongs here, and not AssessmentTemplate"):
        hubs.template = marmot.AssessmentTemplate.new_builtin(FORM)
    with pytest.raises(TypeError, match="evidence: a list of texts"):
        hubs.responses[0].evidence = "jsna"
    for number in (-1, "18", 1.5, True):
        with pytest.raises(ValueError, match="age_from: a whole number"):
            marmot.Assessment(age_from=number)
    with pytest.raises(ValueError, match="datetime.date"):
        hubs.validate(FORM, "yesterday")
    with pytest.raises(marmot.NotFoundError, match="equality-impact"):
        hubs.validate("heat", DAY)


def test_paths(hubs, tmp_path):
    path = tmp_path / "hubs.json"
    hubs.save(path)
    assert marmot.Assessment.read(path) == marmot.Assessment.read(str(path)) == hubs
    with pytest.raises(marmot.FileError, match="nowhere.json"):
        marmot.Assessment.read(tmp_path / "nowhere.json")
    with pytest.raises(OSError):
        hubs.save(tmp_path / "no folder" / "hubs.json")
    path.write_text('{"format": "marmot-assessment", "id": "x", "groups": [{"colour": "red"}]}')
    with pytest.raises(marmot.ParseError, match=r"hubs\.json: groups/1: .*there are: dimension"):
        marmot.Assessment.read(path)


def test_days_and_forms(hubs):
    assert hubs.get_review_window(FORM) == (datetime.date(2024, 11, 1), datetime.date(2025, 5, 1))
    hubs.reviews = []
    assert str(hubs.review_state(FORM, DAY)) == "not-due"
    assert str(hubs.review_state(marmot.AssessmentTemplate.new_builtin(FORM), "2025-06-01")) == "overdue"
    hubs.completed = None
    assert hubs.get_review_window(FORM) is None
    counts = hubs.summarise(FORM)
    assert counts.to_pandas().set_index("what").loc["actions with owner and date", "of"] == 1
    assert counts.to_polars().columns == ["what", "n", "of"]


def test_an_answer_without_its_state_says_so(hubs):
    hubs.responses = [{"question": "q4", "text": "Quits by quarter"}]
    by_path = {finding.path: finding for finding in hubs.validate(FORM, DAY)}
    assert by_path["responses/q4"].fix == 'It has a text: set its state to "answered" if that is the answer'
    assert by_path["groups/age"].fix == by_path["responses/q4"].fix
    assert "How will you monitor" in by_path["responses/q4"].message
    assert by_path["responses/q2b"].fix == "Answer it, or say why it does not apply"
    assert "Religion or belief" in by_path["groups/religion-or-belief"].message


def test_copies_and_what_changed(hubs):
    other = copy.deepcopy(hubs)
    other.reviews.append(marmot.AssessmentReview(done=datetime.date(2025, 1, 2), text="Again"))
    other.sponsor_role = "Director"
    rows = hubs.diff(other).to_dict()
    assert rows["path"] == ["assessment", "reviews/2025-01-02"]
    assert rows["change"] == ["changed", "added"]


def test_pages(hubs):
    page = hubs.to_html(FORM, DAY)
    assert page == hubs.to_html(marmot.AssessmentTemplate.new_builtin(FORM), marmot.AssessmentPageOptions.new(DAY))
    assert "Under 20s" in page
    other = hubs.copy()
    other.programme = "Hubs and homes"
    assert "Hubs and homes" in hubs.diff_to_html(other, "2024-06-01")


def test_moves(hubs):
    with pytest.raises(marmot.InvalidArgumentError, match="role"):
        hubs.move_to("submitted", DAY)
    hubs.move_to("submitted", DAY, by="Lead")
    assert [str(version.state) for version in hubs.versions] == ["submitted"]
    with pytest.raises(marmot.InvalidDataError):
        hubs.move_to("approved", DAY, by="Board", form=FORM)


def test_templates(tmp_path):
    heat = marmot.AssessmentTemplate.new_builtin(FORM)
    document = json.loads(bytes(heat.to_json()))
    path = tmp_path / "form.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert marmot.AssessmentTemplate.read(path) == marmot.AssessmentTemplate.parse(document) == heat
    assert marmot.AssessmentTemplate.check(path.read_text(encoding="utf-8")) == []
    del document["title"]
    assert [finding.path for finding in marmot.AssessmentTemplate.check(document)] == ["title"]
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(marmot.InvalidDataError, match=r"form\.json: at title"):
        marmot.AssessmentTemplate.read(path)
    with pytest.raises(marmot.FileError, match="nowhere"):
        marmot.AssessmentTemplate.read(tmp_path / "nowhere.json")


def test_dimensions():
    local = marmot.Dimension("local.carers", "Carers")
    assert str(local.kind) == "local" and not local.is_statutory()
    sex = marmot.Dimension(id="sex", label="Sex", kind="protected", legal_basis="Equality Act 2010, section 11")
    assert sex.is_statutory() and sex.legal_basis.endswith("11")
    with pytest.raises(ValueError, match="'local'"):
        marmot.Dimension("x", "X", "council")


def test_schemas_of_types():
    schema = json.loads(marmot.make_json_schema(marmot.Assessment))
    assert schema["$ref"] == "#/$defs/Assessment"
    with pytest.raises(marmot.NotFoundError, match="MarmotActionPlan"):
        marmot.make_json_schema(marmot.Action)
