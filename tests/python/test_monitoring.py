# SPDX-License-Identifier: LGPL-2.1-or-later
"""The monitoring tool, its coverage and its changes, as Python uses them."""
import datetime
import json
from pathlib import Path

import marmot
import pytest
from gi.repository import Gio, GLib

SOURCE = Path(__file__).resolve().parents[2]
BUILT_IN = SOURCE / "lib/data/monitoring-tool.json"
KIND = marmot.PrincipleItemKind


def read(document):
    reader = marmot.MonitoringToolReader()
    return reader.read_bytes(GLib.Bytes(json.dumps(document).encode()), "tool.json")


@pytest.fixture
def document():
    return json.loads(BUILT_IN.read_text(encoding="utf-8"))


@pytest.fixture
def tool():
    return marmot.MonitoringTool.new_built_in()


@pytest.fixture(scope="module")
def pack():
    return marmot.PackReader().read_folder(Gio.File.new_for_path(str(SOURCE / "examples/data/coventry")), None)


def test_eight_principles_are_built_in(tool):
    assert [p.number for p in tool.principles] == list(range(1, 9))
    principle = tool.lookup_principle("capabilities")
    assert [len(principle.list(kind)) for kind in (KIND.PRIORITY, KIND.INDICATOR, KIND.PARTNER, KIND.MEASURE,
                                                   KIND.PROGRAMME)] == [3, 7, 17, 13, 5]
    [study] = principle.case_studies
    assert (study.title, study.organisation, study.consent) == ("Teenvine", "Grapevine", marmot.Consent.UNKNOWN)
    assert study.text is None
    assert tool.lookup_principle("ninth") is None


def test_it_is_written_as_it_was_read(tool):
    assert tool.to_json() == BUILT_IN.read_text(encoding="utf-8")


def test_a_file_replaces_it(document, tmp_path):
    document["version"] = "Hartmouth 1"
    path = tmp_path / "tool.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    reader = marmot.MonitoringToolReader()
    assert reader.read_file(Gio.File.new_for_path(str(path)), None).version == "Hartmouth 1"
    assert not reader.findings


def test_a_story_without_consent_is_refused(document):
    document["principles"][1]["case_studies"][0]["text"] = "The story of somebody"
    reader = marmot.MonitoringToolReader()
    with pytest.raises(marmot.Error, match="1 fault") as raised:
        reader.read_bytes(GLib.Bytes(json.dumps(document).encode()), "tool.json")
    assert "somebody" not in str(raised.value)
    [finding] = reader.findings
    assert (finding.rule, finding.path) == ("monitoring-tool/consent", "principles/1/case_studies/0/text")
    assert "somebody" not in str(finding)

    study = marmot.CaseStudy(title="A", consent=marmot.Consent.WITHDRAWN)
    with pytest.raises(marmot.Error):
        study.with_text("The story")
    told = marmot.CaseStudy(title="A", consent=marmot.Consent.GIVEN, review_date=marmot.Period("2025-01-31"))
    assert told.with_text("The story").text == "The story"
    assert told.may_be_told(datetime.date(2025, 1, 30))
    assert not told.may_be_told(datetime.date(2025, 1, 31))


def test_a_tool_is_made_from_properties():
    items = Gio.ListStore.new(marmot.PrincipleItem)
    items.append(marmot.PrincipleItem(kind=KIND.MEASURE, id="m", name="M", indicators=["PI1", "PI2"]))
    principles = Gio.ListStore.new(marmot.Principle)
    principles.append(marmot.Principle(id="work", number=3, name="Work", items=items))
    tool = marmot.MonitoringTool(title="T", organisation="O", version="1", date=marmot.Period("2024-12-31"),
                                 principles=principles)
    again = read(json.loads(tool.to_json()))
    [measure] = again.lookup_principle("work").list(KIND.MEASURE)
    assert list(measure.indicators) == ["PI1", "PI2"]
    assert again.date == marmot.Period("2024-12-31")
    assert len(tool.diff(again)) == 0


def test_what_changed_is_a_frame(tool, document):
    second = document["principles"][1]
    moved = second["measures"].pop(0)
    document["principles"][2]["measures"] = [moved]
    second["partners"].reverse()
    second["partners"][0]["name"] = "Police"
    document["version"] = "2024"
    frame = tool.diff(read(document)).to_pandas()
    assert frame["change"].tolist() == ["moved", "changed", "changed"]
    assert frame["path"].tolist() == ["principles/capabilities/measures/attainment-8",
                                      "principles/capabilities/partners/west-midlands-police", "tool"]
    assert frame["to"][0] == "principles/work/measures/attainment-8"
    assert frame["after"].tolist() == ["Attainment 8 score", "Police", "2024"]
    assert tool.diff_to_text(tool) == "From 2023 to 2023\n\nNothing changed.\n"


def test_coverage_is_frames(tool, document, pack):
    coverage = marmot.MonitoringCoverage.new(tool)
    coverage.add_pack(pack)
    assert set(coverage.get_unobserved().to_pandas()["reason"]) == {"not in the data"}
    assert len(coverage.get_unobserved()) == 7
    assert len(coverage.get_unmeasured()) == 13
    assert len(coverage.get_unplaced()) == 31
    assert coverage.get_gaps().to_pandas()["number"].tolist() == [1, 3, 4, 5, 6, 7, 8]
    assert len(coverage.get_shared_measures()) == 0
    untold = coverage.get_untold(datetime.date(2025, 2, 5)).to_pandas()
    assert untold["consent"].tolist() == ["unknown"]
    assert coverage.to_text(None).startswith("Marmot Monitoring Tool, 2023 (Coventry City Council)\n")

    document["principles"][1]["indicators"][6]["indicators"] = ["OC2-RHA", "OC2-DENTAL"]
    linked = marmot.MonitoringCoverage.new(read(document))
    linked.add_pack(pack)
    assert len(linked.get_unobserved()) == 6
    assert len(linked.get_unplaced()) == 29


def test_a_set_of_observations_is_covered(tool):
    table = marmot.Table.new(["indicator_id", "indicator_name", "value"],
                             [marmot.column([93203, 93203]), marmot.column(["pupil absences ", "pupil absences "]),
                              marmot.column([None, 7.5])])
    coverage = marmot.MonitoringCoverage.new(tool)
    assert coverage.add_set(marmot.ObservationSet.new(table))
    assert "absence" not in coverage.get_unobserved().to_pandas()["indicator"].tolist()
    assert len(coverage.get_unplaced()) == 0
