# SPDX-License-Identifier: LGPL-2.1-or-later
"""Code sets, working days and adjoining authorities, as Python uses them."""
import datetime
import json
from pathlib import Path

import marmot
import pytest

DATA = Path(__file__).resolve().parents[2] / "lib/data"
COVENTRY, SOLIHULL, LEEDS = "E08000026", "E08000029", "E08000035"


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def place():
    return marmot.CodeSet.new_builtin("ssda903-place")


@pytest.fixture
def calendar():
    return marmot.Calendar.new_builtin(None)


def test_a_set_is_as_the_file_has_it():
    """Every code of every set, read by another reader of JSON."""
    sets = json.loads((DATA / "code-sets.json").read_text(encoding="utf-8"))["code-sets"]
    assert marmot.CodeSet.list_builtin() == [s["name"] for s in sets]
    for expected in sets:
        codes = marmot.CodeSet.new_builtin(expected["name"])
        assert (codes.title, codes.source, codes.notes) == (
            expected["title"], expected["source"], expected.get("notes"))
        assert (codes.first_year, codes.last_year) == (expected.get("first", 0), expected.get("last", 0))
        assert list(codes) == [c["code"] for c in expected["codes"]]
        assert len(codes) == len(expected["codes"])
        for code in expected["codes"]:
            name = code["code"]
            assert codes.get_label(name) == code["label"]
            assert codes.get_replaced_by(name) == code.get("replaced-by", [])
            assert codes.is_certain(name) == ("uncertain" not in code)
            for year in range(2017, 2027):
                first = max(code.get("first", 0), expected.get("first", 0))
                last = min(code.get("last", 9999), expected.get("last", 9999))
                assert codes.is_valid(name, year) == (first <= year <= last)


def test_a_set_in_python(place):
    assert "K3" in place and "k3" in place and "K9" not in place and None not in place
    assert place.is_valid_on("H5", day("2025-03-31")) and not place.is_valid_on("H5", day("2025-04-01"))
    assert tuple(place.get_years("H5")) == (True, 2017, 2024)
    outcomes = marmot.CodeSet.new_builtin("supporting-families-outcome")
    assert (outcomes.first_day, outcomes.last_day) == (day("2022-10-03"), day("2025-03-31"))
    assert place.first_day is None
    with pytest.raises(marmot.NotFoundError, match="ssda903-place"):
        marmot.CodeSet.new_builtin("place")


def test_a_column_is_checked(place):
    findings, n = place.check_column(["U1", "H5", None, "somebody"], 2025, "episodes.csv", "PLACE", 10)
    assert n == 2
    assert [(f.row, f.rule) for f in findings] == [(3, "code-set/other-year"), (5, "code-set/unknown-code")]
    assert "2024/25 and before" in findings[0].message
    assert not any(cell in str(f) for f in findings for cell in ("H5", "somebody"))
    findings, n = place.check_column(["nothing"] * 100, 2025, None, None, 3)
    assert (len(findings), n) == (3, 100)
    with pytest.raises(marmot.ColumnTypeError):
        place.check_column([1.5], 2025, None, None, 3)


def test_a_council_replaces_a_set(place):
    document = json.loads((DATA / "code-sets.json").read_text(encoding="utf-8"))
    (mine,) = [s for s in document["code-sets"] if s["name"] == "ssda903-place"]
    mine["last"] = 2027
    mine["codes"].append({"code": "Q1", "label": "New", "first": 2027})
    mine = marmot.CodeSet.new_from_json(json.dumps(document).encode(), "ssda903-place")
    assert mine.is_valid("Q1", 2027) and not mine.is_valid("Q1", 2026) and not place.is_valid("U1", 2027)
    document["code-sets"][0]["codes"][2]["first"] = "long ago"
    with pytest.raises(marmot.ParseError, match="code-sets/1/codes/3/first"):
        marmot.CodeSet.new_from_json(json.dumps(document).encode(), "ssda903-place")


def test_working_days_agree_with_numpy(calendar):
    numpy = pytest.importorskip("numpy")
    holidays = [h["day"] for h in json.loads((DATA / "bank-holidays.json").read_text())["calendars"][0]["holidays"]]
    random = numpy.random.default_rng(7)
    first = (calendar.first_day - day("1970-01-01")).days
    starts = first + random.integers(0, 10000, 5000)
    ends = numpy.minimum(starts + random.integers(0, 400, 5000), first + 10226)
    # Theirs count the start and leave the end out; ours are the days after the start.
    expected = numpy.busday_count((starts + 1).astype("datetime64[D]"), (ends + 1).astype("datetime64[D]"),
                                  holidays=holidays)
    table = calendar.count_columns(starts.astype("datetime64[D]"), ends.astype("datetime64[D]"))
    assert numpy.asarray(table["working-days"]).tolist() == expected.tolist()
    for start, end, n in list(zip(starts.tolist(), ends.tolist(), expected.tolist()))[:200]:
        start, end = (day("1970-01-01") + datetime.timedelta(days=d) for d in (start, end))
        assert calendar.count_working_days(start, end) == n
        assert calendar.is_working_day(start) == numpy.is_busday(start, holidays=holidays)


def test_days_beyond_the_calendar(calendar):
    assert calendar.add_working_days(day("2024-12-24"), 1) == day("2024-12-27")
    with pytest.raises(marmot.InvalidArgumentError, match="2000-01-01 to 2027-12-31"):
        calendar.is_working_day(day("2028-01-03"))
    with pytest.raises(marmot.InvalidArgumentError):
        calendar.add_working_days(day("2027-12-31"), 1)
    table = calendar.count_columns([day("2024-12-24"), None, day("2027-12-30")],
                                   [day("2024-12-27"), day("2024-12-27"), day("2028-01-03")])
    assert table["working-days"].to_list() == [1, None, None]
    assert table["status"].to_list() == ["ok", "missing", "out-of-range"]


def test_authorities():
    table = marmot.Adjacency.new_builtin()
    assert table.list_adjoining(COVENTRY) == [SOLIHULL, "E10000031"]
    assert table.adjoins(COVENTRY, SOLIHULL) == marmot.Adjoining.YES
    assert table.adjoins(COVENTRY, LEEDS) == marmot.Adjoining.NO
    assert table.adjoins(COVENTRY, "E99999999") == marmot.Adjoining.UNKNOWN
    document = json.loads((DATA / "adjoining-authorities.json").read_text(encoding="utf-8"))
    document["authorities"] = [{"code": COVENTRY, "name": "Coventry", "complete": True, "adjoins": [LEEDS]}]
    mine = marmot.Adjacency.new_from_json(json.dumps(document).encode())
    assert mine.adjoins(LEEDS, COVENTRY) == marmot.Adjoining.YES
    assert mine.adjoins(COVENTRY, SOLIHULL) == marmot.Adjoining.UNKNOWN
