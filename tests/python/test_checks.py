# SPDX-License-Identifier: LGPL-2.1-or-later
"""Rules on the logic of episodes from Python."""

import marmot
import pytest

HEADER = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
ROWS = ("a,01/04/2022,S,C2,N1,U4,PR1,30/04/2022,X1,,,P,U\n"
        "a,15/04/2022,L,C1,N1,U4,PR1,,,,,P,U\n")


@pytest.fixture
def care():
    return marmot.CareReader().read_bytes((HEADER + ROWS).encode(), "episodes.csv", 2022)


def test_which_rows_break_which_rules(care):
    result = care.check()

    assert [(f.file, f.row, f.column, f.rule) for f in result.findings if f.row] == [
        ("episodes.csv", 2, "REC", "ssda903/388"),
        ("episodes.csv", 3, "DECOM", "ssda903/433"),
        ("episodes.csv", 3, "DECOM", "ssda903/501")]
    assert result.count("501") == 1
    assert result.failures["rule"].to_list() == ["388", "433", "501"]
    assert result.failures["line"].to_list() == [2, 3, 3]
    assert repr(result) == (
        "<marmot.CheckResult 23 rules on episode logic asked, 3 of them broken, by 2 rows>")
    states = dict(zip(result.rules["rule"].to_list(), result.rules["state"].to_list()))
    assert states["501"] == "asked" and states["502"] == "not-asked" and states["367-12"] == "off"


def test_a_council_may_switch_a_rule_off_or_bring_its_own(care):
    rules = marmot.EpisodeRules.new_builtin()

    assert len([r for r in rules if r.enabled]) == 29
    assert rules.find("501").severity == marmot.Severity.ERROR
    assert rules.find("367").days == 75
    assert care.check(marmot.CheckOptions(rules=rules.without(["501"]))).count("501") == 0
    with pytest.raises(marmot.Error):
        marmot.EpisodeRules.new_from_json(b"{}")


def test_a_year_that_was_not_read(care):
    with pytest.raises(marmot.Error, match="1999"):
        care.check(marmot.CheckOptions(year=1999))
    with pytest.raises(marmot.Error, match="1999"):
        care.check(year="1999/00")
    assert care.check(year="2022/23", limit=1).count("501") == 1
