# SPDX-License-Identifier: LGPL-2.1-or-later
"""The indicator room and the board report, as a data scientist uses them."""
from pathlib import Path

import marmot
import pytest
from gi.repository import Gio

SOURCE = Path(__file__).resolve().parents[2]


def folder(path):
    return Gio.File.new_for_path(str(path))


@pytest.fixture(scope="module")
def pack():
    return marmot.PackReader().read_folder(folder(SOURCE / "examples/data/coventry"), None)


@pytest.fixture(scope="module")
def report(pack):
    return marmot.BoardReport.new(pack)


def test_a_pack_is_lists_of_things_with_names(pack):
    assert pack.area.name == "Coventry"
    assert len(pack.indicators) == 31
    assert [i.id for i in pack.indicators][:3] == ["PI1", "PI2", "PI3"]
    pi6 = pack.lookup_indicator("PI6")
    assert pi6.polarity == marmot.Polarity.UNSTATED
    assert pi6.polarity_source == marmot.PolaritySource.NONE
    assert pack.lookup_indicator("nothing") is None


def test_figures_keep_what_they_are(pack):
    by_state = {}
    for observation in pack.observations:
        if observation.indicator.id in ("PI4", "PI5"):
            by_state.setdefault(observation.value.state.value_nick, []).append(str(observation.value))
    assert set(by_state) >= {"text", "not-applicable", "not-available"}
    assert "System in development" in by_state["text"]


def test_the_scorecard_is_a_list_of_rows(report):
    rows = {(row.indicator.id, row.target.profile.value_nick): row for row in report.scorecard}
    pi1 = rows["PI1", "period"]
    assert str(pi1.progress) == "33.4"
    assert str(pi1.part_value) == "60" and str(pi1.part_period) == "2017/18 Q1"
    assert pi1.current == marmot.ProgressStatus.BEHIND
    assert pi1.forecast_rule == marmot.ForecastRule.RUN_RATE
    assert str(rows["PI2", "programme"].to_date) == "405"
    assert rows["PI14", "period"].review_target
    assert not rows["PI10", "period"].part_value
    assert report.scorecard.count(marmot.ProgressStatus.BEHIND) == 4


def test_comparisons_say_why(report):
    found = {(c.observation.indicator.id, c.observation.area.name, c.benchmark.area.name): c for c in report.comparisons}
    infant = next(key[0] for key in found if key[1] == "Bolton")
    assert found[infant, "Coventry", "England"].relation == marmot.Relation.HIGHER
    midlands = found[infant, "Coventry", "West Midlands"]
    assert midlands.relation == marmot.Relation.SIMILAR
    assert midlands.agreement == marmot.Agreement.DISAGREES
    assert "holds 5.6" in midlands.reason
    assert found[infant, "Bolton", "England"].relation == marmot.Relation.UNDETERMINED
    overall = found["OFSTED-OVERALL", "Coventry", "England"]
    assert str(overall.difference) == "-0.1"
    assert overall.spec.method == marmot.ComparisonMethod.VALUES


def test_the_first_screen(report):
    assert len(report.exceptions) >= 5
    assert report.exceptions[0].kind == marmot.ExceptionKind.WORSE
    assert any("PI14" in ask.text for ask in report.asks)
    assert any("Bolton" in sentence for sentence in report.cannot_be_said)
    assert any(finding.rule == "report/label-disagrees" for finding in report.findings)


def test_records_are_made_with_keywords():
    indicator = marmot.Indicator(id="RATE", name="A rate", unit="per 1,000", polarity=marmot.Polarity.LOW_IS_GOOD)
    here = marmot.Area(id="here", name="Here")
    there = marmot.Area(id="there", name="There", kind=marmot.AreaKind.COUNTRY)

    def figure(area, value, lower=None, upper=None):
        return marmot.Observation(indicator=indicator, area=area, value=value, lower=lower, upper=upper)

    def value(text):
        return marmot.Value.parse(text, 0)

    comparison = marmot.Comparison.new_compare(figure(here, value("5.2"), value("3.9"), value("6.8")),
                                               figure(there, value("3.9")), None)
    assert comparison.relation == marmot.Relation.UNDETERMINED
    by_value = marmot.Comparison.new_compare(
        comparison.observation, comparison.benchmark,
        marmot.ComparisonSpec.new(marmot.ComparisonMethod.VALUES, marmot.Polarity.LOW_IS_GOOD))
    assert by_value.judgement == marmot.Judgement.WORSE


def test_a_broken_pack_is_an_error_and_findings():
    reader = marmot.PackReader()
    with pytest.raises(marmot.Error) as error:
        reader.read_folder(folder(SOURCE / "tests/data/packs/broken-limits"), None)
    assert "limits-reversed" in str(error.value)
    [finding] = reader.findings
    assert (finding.file, finding.row, finding.column) == ("observations.csv", 2, "lower")
    assert finding.fix
