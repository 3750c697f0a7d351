# SPDX-License-Identifier: LGPL-2.1-or-later
"""Periods of care from Python."""

import datetime

import marmot
import pytest

DAY = datetime.date


def episodes():
    return marmot.EpisodeSet.new("care", marmot.table({
        "person": ["a", "a", "a", "b", "b"],
        "start": [DAY(2020, 1, 1), DAY(2020, 2, 1), DAY(2020, 3, 1), DAY(2020, 5, 1), DAY(2020, 6, 1)],
        "end": [DAY(2020, 2, 1), DAY(2020, 3, 1), None, DAY(2020, 5, 10), None],
        "start_reason": ["S", "L", "P", "S", "S"],
        "end_reason": ["X1", "X1", None, "E4A", None],
        "legal_status": ["C1", "C2", "C2", "V3", "V2"],
        "placement": ["U4", "U4", "K2", "U1", "U4"],
        "carer": ["x", "x", "y", "z", "z"],
    }))


def test_a_table_a_list_and_objects():
    spells = episodes().link()

    assert len(spells) == 3
    assert repr(spells) == "<marmot.SpellSet 3 spells of 2 children>"
    assert spells.table["n_placements"].to_list() == [2, 1, 1]
    assert spells.table["days"].to_list() == [None, None, 9]
    assert spells.placements["carer"].to_list() == ["x", "y", "z", "z"]
    assert [s.person for s in spells] == ["a", "b", "b"]
    first = spells[0]
    assert first.start == DAY(2020, 1, 1)
    assert first.end is None
    assert first.is_open()
    assert first.n_episodes == 3
    assert first.covers(DAY(2024, 2, 29))
    assert repr(first) == "<marmot.Spell 2020-01-01, open, 3 episodes, 2 placements>"
    assert [e.get_text("placement") for e in first.get_episodes()] == ["U4", "U4", "K2"]
    assert first == episodes().link()[0]
    assert first != spells[1]
    assert len({first, episodes().link()[0]}) == 1
    assert spells.findings == []


def test_on_a_day_in_a_year_and_by_options():
    spells = episodes().link()
    year = marmot.Period("2019/20")

    assert len(spells.open_on(DAY(2020, 5, 5))) == 2
    assert len(spells.filter_short_breaks(True)) == 1
    assert spells.count_moves(year).to_list() == [1, 0, 0]
    assert spells.count_days(year).to_list() == [91, 0, 0]
    # A year alone is a financial one.
    assert spells.count_days("2019/20").to_list() == [91, 0, 0]
    assert len(spells.started_in("2020/21")) == 2
    assert spells[0].count_moves("2019/20") == 1
    assert episodes().link(temporary_counts=True, limit=3).n_findings == 0
    with pytest.raises(TypeError):
        episodes().link(marmot.SpellOptions(), limit=3)


def test_what_does_not_link_is_told_without_values():
    spells = marmot.EpisodeSet.new("care", marmot.table({
        "person": ["secret", "secret", None],
        "start": [DAY(2020, 1, 1), DAY(2020, 2, 2), DAY(2020, 1, 1)],
        "end": [DAY(2020, 2, 1), None, None],
        "start_reason": ["S", "L", "S"],
        "end_reason": ["X1", None, None],
        "line": [2, 3, 4],
    })).link()

    assert [(f.row, f.rule) for f in spells.findings] == [
        (2, "spell/unfinished"), (3, "spell/gap"), (4, "spell/no-child")]
    assert spells.n_linked == 2 and spells.n_left_out == 1
    assert spells[1].issues == marmot.SpellIssues.GAP
    assert not any("secret" in str(f) for f in spells.findings)


def test_a_set_without_starts():
    with pytest.raises(marmot.Error, match='no column "start"'):
        marmot.EpisodeSet.new("care", marmot.table({"person": ["a"]})).link()


def test_episodes_are_a_list_of_episodes():
    care = episodes()

    assert len(care) == 5
    assert [e.placement for e in care] == ["U4", "U4", "K2", "U1", "U4"]
    first, second, third = care[0], care[1], care[2]
    assert first.start == DAY(2020, 1, 1) and first.end == DAY(2020, 2, 1)
    assert third.is_open() and third.end is None
    assert first.kind == "care" or str(first.kind) == "care"
    assert first.get_label("placement") == marmot.CodeSet.new_builtin("ssda903-place").get_label("U4")
    assert repr(first) == "<marmot.Episode care, 2020-01-01 to 2020-02-01>"
    assert not first.overlaps(second)
    assert first == episodes()[0] and first != second
    assert len({first, episodes()[0]}) == 1
    assert first.provider is None and first.line == 0 and first.needs is None
