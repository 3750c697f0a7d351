# SPDX-License-Identifier: LGPL-2.1-or-later
"""The pages of assessments: their markup, and what stands on them."""

import datetime
import pathlib

import marmot
import pytest

from page_reader import read_page

ROOT = pathlib.Path(__file__).parent.parent.parent
VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"
PRESENTED = datetime.date(2025, 2, 5)


@pytest.fixture
def heat():
    return marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")


@pytest.fixture
def vanguard():
    return marmot.Assessment.new_from_file(VANGUARD, None)


def pages():
    heat = marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")
    vanguard = marmot.Assessment.new_from_file(VANGUARD, None)
    return {
        "checked": vanguard.to_html(heat, marmot.AssessmentPageOptions.new(PRESENTED)),
        "plain": vanguard.to_html(heat, None),
        "form": vanguard.to_html(heat, marmot.AssessmentPageOptions(form=True)),
        "empty": heat.to_html(),
        "equality-impact": marmot.AssessmentTemplate.new_builtin("equality-impact").to_html(),
    }


@pytest.mark.parametrize("name", ["checked", "plain", "form", "empty", "equality-impact"])
def test_the_markup_is_accessible(name):
    page = read_page(pages()[name])
    assert page.language == "en-GB"
    assert page.faults() == []
    # One title, then stages, then questions: no level is left out.
    assert [level for level, _ in page.headings].count(1) == 1
    assert [text for level, text in page.headings if level == 2]
    assert all(table.caption for table in page.tables)


def test_questions_stand_under_their_stages():
    headings = read_page(pages()["plain"]).headings
    stages = [text for level, text in headings if level == 2]
    assert stages[1:5] == ["Prepare", "Assess", "Refine and apply", "Review"]
    at = headings.index((2, "Refine and apply"))
    assert headings[at + 1] == (3, "3. What are the next steps?")


def test_what_stands_in_the_tables(vanguard):
    page = read_page(pages()["plain"])
    answer = page.table("Answer to question 2 b)").rows
    assert answer[0] == ["Question", "State", "Answer", "Reason", "Evidence"]
    assert answer[1][:2] == ["q2b", "Answered"]
    text = next(r.text for r in vanguard.responses if r.question == "q2b")
    assert answer[1][2] == text
    rows = page.table("Protected characteristics (Equality Act 2010)").rows
    assert [row[0] for row in rows[1:]][3] == "Marriage and civil partnership"
    assert rows[4][1:4] == ["Not applicable", "None given", "N/A as this project works with under 18’s only"]
    assert [row[3] for row in page.table("What the answers rest upon").rows[1:]] == ["35%", "65%", "67%", "19.4%"]
    assert len(page.table("What is to change, and the indicator that shows it").rows) == 9


def test_a_form_is_empty():
    page = read_page(pages()["empty"])
    for table in page.tables:
        for row in table.rows[1:]:
            assert set(row[1:]) == {""}


def test_personal_data_bars_a_page(vanguard, heat):
    vanguard.set_notes("Write to a.person@example.org")
    with pytest.raises(marmot.InvalidDataError) as caught:
        vanguard.to_html(heat, None)
    assert "notes" in str(caught.value) and "example" not in str(caught.value)
    assert "Draft: not for publication" in vanguard.to_html(heat, marmot.AssessmentPageOptions(draft=True))
