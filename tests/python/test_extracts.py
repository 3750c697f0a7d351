# SPDX-License-Identifier: LGPL-2.1-or-later
"""Extracts of case systems as episodes, in one call. Everything is made up."""

import csv
import datetime
import json
import subprocess
import sys
import types
import warnings
from pathlib import Path

import marmot
import pytest
from gi.repository import Gio, GLib

CANARY = "CANARY-7781"

MAPPING = {
    "kind": "early-help",
    "date_format": "dd/mm/yyyy",
    "columns": {"id": "Id", "family": "Family", "start": "Opened", "end": "Closed", "end_reason": "Reason"},
    "values": {"end_reason": {"Done": "outcomes-met", "Gone": "moved"}},
    "needs": {"columns": {"episode": "Id", "outcome": "Outcome"}, "values": {"outcome": {"9": "housing"}}},
}
GOOD = "Id,Family,Name,Opened,Closed,Reason\nE1,F1,x,01/04/2024,01/05/2024,done\nE2,F1,x,02/05/2024,,\n"
BAD = GOOD + f"E3,F2,{CANARY}\nE4,F2,x,31/02/2024,,{CANARY}\n"
NEEDS = "Id,Outcome\nE1,9\n"


def days(column):
    return [None if day is None else day.isoformat() for day in column.to_list()]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "extract.csv"
    path.write_text(GOOD)
    return path


def test_from_anything(path, tmp_path):
    needs = tmp_path / "needs.csv"
    needs.write_text(NEEDS)
    sets = [
        marmot.read_episodes(path, MAPPING, needs=needs),
        marmot.read_episodes(str(path), MAPPING, needs=str(needs)),
        marmot.read_episodes(GOOD.encode(), MAPPING, needs=NEEDS.encode(), name="extract.csv"),
        marmot.read_episodes(path, MAPPING, needs=NEEDS.encode()),
    ]
    with open(path, "rb") as file:
        sets.append(marmot.read_episodes(file, MAPPING, needs=needs))
    for episodes in sets:
        table = episodes.table
        assert table["id"].to_list() == ["E1", "E2"]
        assert days(table["start"]) == ["2024-04-01", "2024-05-02"]
        assert table["end_reason"].to_list() == ["outcomes-met", None]
        assert table["line"].to_list() == [2, 3]
        assert table["source"].to_list() == ["extract.csv"] * 2
        assert "Name" not in table.names
        assert episodes.needs["outcome"].to_list() == ["housing"]
    with open(path) as file, pytest.raises(TypeError, match="'rb'"):
        marmot.read_episodes(file, MAPPING)
    with pytest.raises(TypeError, match="pass a path"):
        marmot.read_episodes(5, MAPPING)


def test_mappings_of_every_form(path, tmp_path):
    file = tmp_path / "mapping.json"
    file.write_text(json.dumps({"format": "marmot-mapping 1", **MAPPING}))
    mapping = marmot.EpisodeMapping.from_dict(MAPPING)
    for form in (mapping, MAPPING, file, str(file)):
        assert marmot.read_episodes(path, form).n_rows == 2
    assert mapping == marmot.EpisodeMapping.new_from_file(file)
    assert marmot.EpisodeMapping.from_dict(mapping.to_dict()) == mapping
    assert mapping != marmot.EpisodeMapping.new_builtin("ehm-early-help")
    assert "end_reason" in repr(mapping)
    assert mapping.translate("end_reason", " DONE ") == "outcomes-met"
    assert mapping.list_fields(True) == ["episode", "outcome"]
    with pytest.raises(marmot.NotFoundError):
        marmot.read_episodes(path, "no-such-mapping")
    with pytest.raises(TypeError, match="pass an EpisodeMapping"):
        marmot.read_episodes(path, 3)


def test_a_bad_mapping_says_where():
    with pytest.raises(marmot.InvalidDataError, match="/columns/name.*/") as caught:
        marmot.EpisodeMapping.from_dict({**MAPPING, "columns": {"name": "Name"}})
    assert caught.value.code == marmot.ErrorCode.INVALID_DATA
    text = json.dumps({"format": "marmot-mapping 1", "kind": "early-help", "columns": {}}).encode()
    findings = marmot.EpisodeMapping.check_json(text, "m.json")
    assert [f.path for f in findings] == ["/columns"]


def test_what_is_left_out_is_told(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(BAD)
    with pytest.warns(marmot.FaultWarning, match="1 of 4 rows left out; 2 cells") as caught:
        episodes = marmot.read_episodes(path, MAPPING)
    assert episodes.n_rows == 3
    findings = caught[0].message.findings
    assert [(f.rule, f.row) for f in findings if f.severity == marmot.Severity.ERROR] == [
        ("csv/ragged-row", 4), ("mapping/not-a-date", 5), ("mapping/unknown-word", 5)]
    assert not any(CANARY in f.to_string() for f in findings)
    assert CANARY not in str(caught[0].message)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        marmot.read_episodes(GOOD.encode(), MAPPING)


def test_a_reader_counts():
    reader = marmot.EpisodeReader(mapping=marmot.EpisodeMapping.from_dict(MAPPING), max_findings=2)
    episodes = reader.read_bytes(BAD.encode(), None, "b.csv")
    assert (reader.n_rows, reader.n_rows_left_out, reader.n_cells_lost) == (4, 1, 2)
    assert reader.n_rows == episodes.n_rows + reader.n_rows_left_out
    # And a note on columns that were not read.
    assert (len(reader.findings), reader.n_findings) == (2, 4)
    with pytest.raises(marmot.InvalidDataError) as caught:
        reader.read_bytes(b"a,b\n1,2\n", None, None)
    assert caught.value.findings[0].rule == "csv/no-wanted-column"


def test_the_day_of_the_extract():
    for day in ("2024-12-31", datetime.date(2024, 12, 31)):
        episodes = marmot.read_episodes(GOOD.encode(), MAPPING, extract_day=day)
        assert episodes.coverage == (datetime.date(2024, 4, 1), datetime.date(2024, 12, 31))
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.read_episodes(GOOD.encode(), MAPPING, extract_day="31/12/2024")


def test_checks_need_no_return():
    text = GOOD + "E5,F1,x,03/05/2024,,\nE5,F3,x,03/05/2024,01/05/2024,\n"
    episodes = marmot.read_episodes(text.encode(), MAPPING, name="e.csv")
    findings, n_findings = episodes.check(10)
    assert [(f.rule, f.row, f.file) for f in findings] == [
        ("episode/two-open", 4, "e.csv"), ("episode/end-before-start", 5, "e.csv"), ("episode/same-id", 5, "e.csv")]
    assert n_findings == 3


def test_progress_is_shown_by_what_is_there(path, monkeypatch):
    shares = []
    marmot.read_episodes(path, MAPPING, progress=shares.append)
    assert shares == sorted(shares) and shares[-1] == 1

    class Bar:
        n = 0

        def __init__(self, **_):
            Bar.last = self

        def update(self, n):
            self.n += n

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    tqdm = types.ModuleType("tqdm.auto")
    tqdm.tqdm = Bar
    monkeypatch.setitem(sys.modules, "tqdm", types.ModuleType("tqdm"))
    monkeypatch.setitem(sys.modules, "tqdm.auto", tqdm)
    marmot.read_episodes(path, MAPPING, progress=True)
    assert Bar.last.n == 100

    class Rich:
        done = None

        def add_task(self, *_, **__):
            return 7

        def update(self, task, completed):
            assert task == 7
            Rich.done = completed

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    rich = types.ModuleType("rich.progress")
    rich.Progress = Rich
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    monkeypatch.setitem(sys.modules, "rich", types.ModuleType("rich"))
    monkeypatch.setitem(sys.modules, "rich.progress", rich)
    marmot.read_episodes(path, MAPPING, progress=True)
    assert Rich.done == 1

    # Neither: no bar, and no fault.
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    assert marmot.read_episodes(path, MAPPING, progress=True).n_rows == 2


def test_a_read_can_be_stopped(path):
    cancellable = Gio.Cancellable()
    cancellable.cancel()
    with pytest.raises(GLib.Error) as caught:
        marmot.read_episodes(path, MAPPING, cancellable=cancellable)
    assert caught.value.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED)


def test_files_are_read_in_a_thread(path):
    loop = GLib.MainLoop()
    seen = []
    reader = marmot.EpisodeReader(mapping=marmot.EpisodeMapping.from_dict(MAPPING))

    def done(source, result, *_):
        seen.append(source.read_file_finish(result))
        loop.quit()

    reader.read_file_async(path, None, None, done, None)
    loop.run()
    assert seen[0].n_rows == 2 and reader.n_rows == 2


def test_those_built_in_read_what_they_are_for():
    mapping = marmot.EpisodeMapping.new_builtin("ehm-early-help")
    head = [mapping.get_heading(field, False) for field in mapping.list_fields(False)]
    cells = {"Episode ID": "1", "Family ID": "2", "Episode Opened": "01-Apr-2024", "Closure Reason": "Outcomes met",
             "Lead Agency": "Primary school", "Request Source": "NULL"}
    text = ",".join(head) + "\n" + ",".join(cells.get(name, "") for name in head) + "\n"
    table = marmot.read_episodes(text.encode(), mapping).table
    assert table["end_reason"].to_list() == ["outcomes-met"]
    assert table["lead_agency"].to_list() == ["school"]
    assert table["start_reason"].to_list() == [None]
    assert days(table["start"]) == ["2024-04-01"]


# --- the synthetic year ----------------------------------------------------------------

MAKE_YEAR = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    folder = tmp_path_factory.mktemp("year")
    subprocess.run([sys.executable, str(MAKE_YEAR), "--out", str(folder)], check=True, timeout=120)
    return folder / "early-help"


def test_the_synthetic_year_is_read_whole(year):
    reader = marmot.EpisodeReader(mapping=marmot.EpisodeMapping.new_from_file(year / "early-help-mapping.json"))
    reader.set_extract_day("2025-01-31")
    episodes = reader.read_file(year / "early-help.csv", year / "early-help-needs.csv", None)
    with open(year / "early-help.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(year / "early-help-needs.csv", encoding="utf-8-sig", newline="") as file:
        needs = list(csv.DictReader(file))
    assert reader.n_rows == episodes.n_rows == len(rows)
    assert (reader.n_rows_left_out, reader.n_cells_lost, reader.n_needs_left_out) == (0, 0, 0)
    assert reader.n_needs == episodes.needs.n_rows == len(needs)

    # Cell by cell, as Python reads them.
    table, mapping = episodes.table, json.loads((year / "early-help-mapping.json").read_text(encoding="utf-8"))
    for field, heading in mapping["columns"].items():
        words = {word.lower(): code for word, code in mapping["values"].get(field, {}).items()}
        expected = [row[heading] or None for row in rows]
        found = table[field].to_list()
        if found and isinstance(next(filter(None, found), None), datetime.date):
            expected = [text and datetime.datetime.strptime(text, "%d/%m/%Y").date() for text in expected]
        elif words:
            expected = [text and words.get(text.lower(), text) for text in expected]
        assert found == expected, field
    requested = [day for day in table["requested"].to_list() if day and day.year == 2024]
    assert len(requested) == 3195
    findings, n_findings = episodes.check(20)
    assert n_findings == 0, [f.to_string() for f in findings]
