# SPDX-License-Identifier: LGPL-2.1-or-later
"""Actions, plans and the documents beside them, as Coventry published them."""

import copy
import datetime
from pathlib import Path

import marmot
import pytest

DATA = Path(__file__).resolve().parents[2] / "examples/data/coventry-action-plan"
ON = datetime.date


def test_an_action_takes_what_python_has():
    action = marmot.Action(
        id="a", text="Do it", state="blocked", raised=ON(2024, 12, 4), due="2025-12-04", partners=["CRASAC"],
        notes=[marmot.ActionNote(period="2024/25", text="Begun")],
    )
    assert action.due == marmot.Period("4 December 2025")
    assert action.state.value_nick == "blocked"
    assert [note.text for note in action.notes] == ["Begun"]
    assert not action.is_overdue(ON(2025, 12, 4))
    assert action.is_overdue(ON(2025, 12, 5))
    assert action.age_on(ON(2025, 12, 4)) == 365
    assert not action.is_stale("2024/25") and action.is_stale("2025/26")
    action.move_to("done", ON(2025, 12, 10), "Reported")
    assert action.changes[0].reason == "Reported"
    with pytest.raises(marmot.InvalidDataError, match="already"):
        action.move_to("done", ON(2025, 12, 11))
    action.state = "open"
    assert action.is_open()
    assert marmot.Action().age_on(ON(2025, 1, 1)) is None


def test_copies_and_equality():
    action = marmot.Action(id="a", notes=[marmot.ActionNote(text="x")])
    other = copy.deepcopy(action)
    assert other == action
    other.notes[0].text = "y"
    assert other != action


def test_a_form_is_told():
    action, told = marmot.Action(), []
    action.connect("notify::owner-role", lambda *_: told.append(action.owner_role))
    action.owner_role = "Director of Public Health"
    action.owner_role = "Director of Public Health"
    action.owner_role = ""
    assert told == ["Director of Public Health", None]


def test_the_plan():
    plan = marmot.ActionPlan.read(DATA / "action-plan.json")
    assert len(plan.list_kind("aim")) == 10
    assert marmot.ActionPlan.parse(plan.to_json()) == plan
    stale = plan.measure("stale", ON(2018, 4, 1))
    assert (stale.numerator, stale.denominator) == (44, 44)
    assert plan.measure("stale", ON(2018, 3, 31)).numerator == 0
    by_theme = plan.summarise("theme", ON(2018, 2, 5)).to_dict()
    assert by_theme["n"] == [20, 24]
    assert len(plan.list_stale("1 October 2017 to 31 March 2018")) == 44
    newer = plan.copy()
    newer.lookup("aim-5").due = "2018-09-30"
    assert plan.diff_to_text(newer) == "Changed actions/aim-5, due: nothing became “2018-09-30”.\n"


def test_the_fifteen(tmp_path):
    plan = marmot.ActionPlan.read(DATA / "recommendations.json")
    assert len(plan.list_kind("recommendation")) == 15
    assert [a.id for a in plan.list_overdue(ON(2025, 12, 5))] == ["minute-21.17"]
    plan.save(tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_bytes() == (DATA / "recommendations.json").read_bytes()
    with pytest.raises(marmot.ParseError, match="actions/1"):
        marmot.ActionPlan.parse('{"format": "marmot-action-plan", "actions": [{"id": "a", "owner": "x"}]}')


def test_the_loop():
    tracker = marmot.VoiceTracker.read(DATA / "you-said-we-did.json")
    assert tracker.measure_loop_closure(ON(2025, 2, 5)).n_unknown == 1
    tracker.items[0].told_back = "yes"
    closed = tracker.measure_loop_closure(ON(2025, 2, 5))
    assert (closed.numerator, closed.denominator) == (1, 1)
    assert tracker.items[0].days_to_tell is None


def test_who_leads():
    gap = marmot.Workforce.read(DATA / "workforce.json").compare_leads({"school": 428, "health": 2, "other": 39})
    rows = gap.to_dict()
    assert sum(n for n in rows["n_leads"] if n) == 469
    assert dict(zip(rows["sector"], rows["gap"]))["health"] is True


def test_the_other_documents():
    evaluation = marmot.SelfEvaluation.read(DATA / "self-evaluation.json")
    assert {f.rule for f in evaluation.check()} == {"self-evaluation/no-evidence", "self-evaluation/opinion"}
    assert evaluation.measure_evidenced().numerator == 2
    assert len(marmot.ForwardPlan.read(DATA / "forward-plan.json").items) == 5
    assert marmot.Pledge.read(DATA / "pledge.json").list_ratings().to_dict()["value"] == [91]


def test_personal_data_is_found_and_not_quoted():
    (finding,) = marmot.find_personal_data("Ring 024 7683 3333", "note")
    assert finding.rule == "personal-data/telephone"
    assert "7683" not in str(finding)
    assert marmot.find_personal_data("2022/23, GW-1167, 5 February 2018") == []


def test_numbers_and_truths_of_another_kind_are_refused():
    workforce = marmot.Workforce.read(DATA / "workforce.json")
    for n in (-1, 1.5, "x", None):
        with pytest.raises(ValueError, match="whole number"):
            workforce.compare_leads({"school": n})
    with pytest.raises(TypeError, match="no_due_date: True or False belongs here, and not str"):
        marmot.Action(id="a", no_due_date="false")
    assert marmot.Action(id="a", no_due_date=True).no_due_date
