# SPDX-License-Identifier: LGPL-2.1-or-later
"""Assessments from draft to published, their versions, and other templates."""

import datetime
import hashlib
import json
import pathlib

import marmot
import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"
LEAD, BOARD = "Clinical consultant lead", "Integrated Care Board"
DAY = datetime.date(2026, 3, 2)


@pytest.fixture
def heat():
    return marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")


@pytest.fixture
def vanguard():
    return marmot.Assessment.new_from_file(VANGUARD, None)


@pytest.fixture
def published(vanguard, heat):
    """The assessment of the vanguard, which was extended."""
    vanguard.revise(DAY, "The programme was extended to 2028", LEAD)
    vanguard.set_scope("Positive Directions, up to März 2028 \u2013 \"extended\"\n\x1f")
    vanguard.move_to("submitted", DAY, None, LEAD, None)
    vanguard.move_to("approved", DAY + datetime.timedelta(3), "Regard was had", BOARD, heat)
    vanguard.move_to("published", DAY + datetime.timedelta(4), None, BOARD, None)
    return vanguard


def digest(value):
    """As the essay gives it; its words for control characters are those of Jansson."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.replace("\\u001f", "\\u001F").encode()).hexdigest()


def test_the_way_to_publication(published):
    assert published.state.value_nick == "published"
    assert [v.state.value_nick for v in published.versions] == [
        "draft", "submitted", "approved", "published",
    ]
    decided = published.find_version("approved")
    assert decided.day == marmot.Period.new_day(datetime.date(2026, 3, 5))
    assert (decided.role, decided.reason) == (BOARD, "Regard was had")
    assert published.list_moves() == ["superseded", "withdrawn"]
    assert published.check_versions() == []
    with pytest.raises(marmot.InvalidArgumentError, match="superseded, withdrawn, or be revised"):
        published.move_to("submitted", DAY, None, LEAD, None)
    published.supersede("trauma-vanguard-2028", DAY + datetime.timedelta(9), None, BOARD)
    assert published.versions[4].successor == "trauma-vanguard-2028"
    assert published.list_moves() == []


def test_the_state_is_not_set(vanguard):
    with pytest.raises((AttributeError, TypeError)):
        vanguard.state = marmot.AssessmentState.DRAFT
    assert not hasattr(vanguard, "set_state")


def test_publication_is_refused(vanguard, heat):
    vanguard.revise(DAY, "Review", LEAD)
    vanguard.set_scope("Ask someone@example.org")
    vanguard.move_to("submitted", DAY, None, LEAD, None)
    vanguard.move_to("approved", DAY, None, BOARD, heat)
    with pytest.raises(marmot.InvalidDataError) as caught:
        vanguard.move_to("published", DAY, None, BOARD, None)
    assert "1 place, the first is scope" in str(caught.value)
    assert "example.org" not in str(caught.value)
    assert vanguard.state.value_nick == "approved"


def test_the_digests_can_be_worked_out_without_the_library(published):
    before = None
    stated = json.loads(published.to_json())["versions"]
    for version, entry in zip(published.versions, stated):
        assert digest(json.loads(version.content)) == version.content_digest
        assert version.parent_digest == before
        said = {k: v for k, v in entry.items() if k not in ("digest", "content")}
        assert digest(said) == version.digest == entry["digest"]
        before = version.digest
    content = json.loads(published.versions[3].content)
    assert "state" not in content and "versions" not in content
    now = json.loads(published.to_json())
    del now["state"], now["versions"]
    assert content == now


def test_versions_are_compared(published):
    rows = published.versions[0].restore().diff(published.versions[3].restore()).to_pandas()
    assert list(rows["field"]) == ["scope", "state"]


def test_round_trip_and_a_changed_file(published, tmp_path):
    path = tmp_path / "heat.json"
    published.save(path, None)
    again = marmot.Assessment.new_from_file(path, None)
    assert again == published and again.check_versions() == []
    document = json.loads(path.read_text(encoding="utf-8"))
    document["versions"][2]["day"] = "2026-03-03"
    path.write_text(json.dumps(document), encoding="utf-8")
    changed = marmot.Assessment.new_from_file(path, None)
    assert changed != published
    assert [(f.rule, f.path) for f in changed.check_versions()] == [("versions/digest", "versions/3")]


def test_another_template(vanguard, heat, tmp_path):
    impact = marmot.AssessmentTemplate.new_builtin("equality-impact")
    mapping = marmot.TemplateMapping.new_builtin("phe-heat-simplified-2020", "equality-impact")
    moved, outcome = vanguard.migrate(heat, impact, mapping)
    assert moved.state.value_nick == "draft" and moved.template == "equality-impact"
    rows = outcome.to_pandas()
    assert list(rows[rows["outcome"] == "unmapped"]["from"]) == ["local.carers"]
    assert list(rows[rows["outcome"] == "new"]["to"]) == [
        "decision", "people", "engagement", "result", "looked-after-children-and-care-leavers",
    ]
    unplaced = [f.rule for f in moved.validate(impact, DAY) if f.rule.startswith("complete/no-")]
    assert unplaced == ["complete/no-dimension"]
    own = tmp_path / "mapping.json"
    own.write_text(json.dumps({
        "format": "marmot-template-mapping", "from": heat.id, "to": impact.id,
        "questions": {"q3": "mitigation"},
    }))
    fewer, outcome = vanguard.migrate(heat, impact, marmot.TemplateMapping.new_from_file(own, None))
    rows = outcome.to_pandas()
    assert len(rows[(rows["what"] == "question") & (rows["outcome"] == "unmapped")]) == 7
    own.write_text(own.read_text().replace("mitigation", "no-such"))
    with pytest.raises(marmot.InvalidDataError, match="questions/q3"):
        vanguard.migrate(heat, impact, marmot.TemplateMapping.new_from_file(own, None))
