# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many assessments, evidence that moves, and actions of several plans."""

import datetime
import json
import pathlib

import marmot
import pytest
from gi.repository import Gio

ROOT = pathlib.Path(__file__).parent.parent.parent
VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"
PLANS = ROOT / "examples/data/coventry-action-plan"
DAY = datetime.date(2025, 2, 5)


def assessment(name, **fields):
    return {"format": "marmot-assessment", "id": name, "template": "phe-heat-simplified-2020", **fields}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "vanguard.json").write_text(VANGUARD.read_text(encoding="utf-8"), encoding="utf-8")
    lines = [
        assessment("old", state="published"),
        assessment("new", completed="2024-01-10", programme="Family Hubs", owner_role="Manager",
                   actions=[{"id": "x", "text": "Interpreters", "owner_role": "Manager", "due": "2024-12-31"}]),
    ]
    (tmp_path / "two.ndjson").write_text("\n".join(map(json.dumps, lines)))
    (tmp_path / "broken.json").write_text("{")
    return tmp_path


def test_a_folder_is_read_and_counted(folder):
    register = marmot.AssessmentRegister.new_from_folder(Gio.File.new_for_path(str(folder)), None)
    assert [one.id for one in register] == ["old", "new", "trauma-vanguard-2023"]
    assert [fault.file for fault in register.list_faults()] == ["broken.json"]
    assert register.lookup("old").supersede("new", DAY, None, "Director of Public Health")
    findings = register.validate(DAY)
    assert findings[0].rule == "register/not-read"
    assert {finding.file for finding in findings} == {"broken.json", "two.ndjson", "vanguard.json"}
    counts = register.summarise(DAY).to_pandas().set_index("what")
    assert list(counts.loc["superseded"]) == [1, 3]
    assert list(counts.loc["reviews undated"]) == [1, 2]
    assert list(counts.loc["actions overdue"]) == [1, 1]
    reviews = register.list_reviews(DAY).to_pandas()
    assert list(reviews["id"]) == ["trauma-vanguard-2023", "new"]
    assert list(register.list_overdue(DAY).to_pandas()["owner_role"]) == ["Manager"]
    gaps = register.count_gaps(DAY).to_pandas().set_index("rule")
    assert gaps.loc["H04", "n_assessments"] == 1
    dimensions = register.count_dimensions(None).to_pandas()
    assert dimensions["statutory"].sum() == 9
    assert (dimensions["n_assessments"] == 2).all()
    assert list(register.list_chains().to_pandas()["id"]) == ["old", "new"]
    assert register.lookup("nobody") is None


def test_what_is_of_no_register_is_an_error(tmp_path):
    with pytest.raises(marmot.Error):
        marmot.AssessmentRegister.new_from_folder(Gio.File.new_for_path(str(tmp_path / "nowhere")), None)


def figures():
    import pandas as pd

    frame = pd.DataFrame({
        "indicator_code": ["readiness"] * 2,
        "area_code": ["E08000026"] * 2,
        "time_period": ["2021/22", "2022/23"],
        "value": [50.0, 60.5],
        "count": [100.0, 121.0],
        "denominator": [200.0, 200.0],
    })
    return marmot.ObservationSet.new(marmot.table(frame))


def test_evidence_that_moved(folder):
    one = marmot.Assessment.new_from_json(json.dumps(assessment(
        "a",
        evidence=[{"key": "k", "indicator": "readiness", "area": "E08000026", "period": "2021/22", "value": "50%"}],
        groups=[{"dimension": "age", "state": "answered", "text": "t", "evidence": ["k"]}],
    )).encode())
    refresh = one.refresh([figures()], DAY)
    table = refresh.get_table().to_pandas()
    assert list(table["move"]) == ["unchanged", "beyond"]
    assert list(table["method"])[1] == "mover-limits"
    assert [(f.rule, f.path) for f in refresh.list_findings()] == [("evidence/moved", "groups/age")]
    newcombe = marmot.proportion_difference(121, 200, 100, 200, multiplier=100)
    assert table["change_lower"][1] == pytest.approx(newcombe.get_lower(), abs=1e-9)
    assert table["change_upper"][1] == pytest.approx(newcombe.get_upper(), abs=1e-9)
    assert refresh.apply() == 1
    evidence = one.evidence[0]
    assert str(evidence.value) == "61%"
    assert list(evidence.get_earlier()) == ["50%, 2021/22"]
    assert one.refresh([figures()], DAY).count(marmot.EvidenceMove.BEYOND) == 0


def test_the_difference_of_two_estimates():
    first, second = marmot.proportion(56, 70), marmot.proportion(48, 80)
    difference = first.difference(second)
    assert difference.get_lower() == pytest.approx(0.0524, abs=5e-5)
    assert difference.get_upper() == pytest.approx(0.3339, abs=5e-5)


def test_actions_of_several_plans(folder):
    register = marmot.AssessmentRegister.new_from_folder(Gio.File.new_for_path(str(folder)), None)
    own = marmot.ActionPlan.new_from_file(PLANS / "action-plan.json", None)
    plans = [*register.list_plans(), own]
    table = marmot.summarise_action_plans(plans, "plan", DAY, None).to_pandas()
    assert list(table["group"]) == ["Family Hubs", own.title]
    assert table["n"].sum() == 1 + len(own.actions)
    done = marmot.share_of_actions(plans, "done", DAY, None, None)
    assert done.get_denominator() <= table["n"].sum()
