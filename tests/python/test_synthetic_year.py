# SPDX-License-Identifier: LGPL-2.1-or-later
"""The synthetic year, counted again from its files: the totals that are published come out,
and every definition that is nearby but wrong gives another figure."""
import csv
import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"


def make(folder, *arguments):
    subprocess.run([sys.executable, str(PROGRAM), "--out", str(folder), *arguments], check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    return make(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def another_year(tmp_path_factory):
    return make(tmp_path_factory.mktemp("another"), "--seed", "7")


@pytest.fixture(scope="module", params=["year", "another_year"])
def any_year(request):
    return request.getfixturevalue(request.param)


def expected(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def a_day(text):
    if not text:
        return None
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def in_2024(text):
    return text.endswith("/2024")


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_seed_gives_the_same_bytes_and_another_seed_others(year, another_year, tmp_path):
    first, again, other = files_of(year), files_of(make(tmp_path)), files_of(another_year)
    assert first == again
    assert first.keys() == other.keys()
    assert first["early-help/early-help.csv"] != other["early-help/early-help.csv"]


def wrongs(thing, path=""):
    """Every figure that has others beside it: where it is, itself, and the others by name."""
    if isinstance(thing, list):
        for number, item in enumerate(thing):
            yield from wrongs(item, f"{path}/{number}")
    elif isinstance(thing, dict):
        if "otherwise" in thing:
            keys = [("numerator", "denominator"), ("value",), ("share",), ("days",)]
            names = next(names for names in keys if names[0] in thing)
            figure = tuple(thing[name] for name in names)
            others = {name: tuple(other[key] for key in names) if isinstance(other, dict) else (other,)
                      for name, other in thing["otherwise"].items()}
            yield path, figure, others
        for key, item in thing.items():
            yield from wrongs(item, f"{path}/{key}")


def test_every_wrong_definition_gives_another_figure(any_year):
    seen = 0
    for path, figure, others in wrongs(expected(any_year)):
        for name, other in others.items():
            assert other != figure, f"{path}: {name}"
            seen += 1
    assert seen >= 60


# Early help

@pytest.fixture(scope="module")
def early_help(any_year):
    return rows_of(any_year / "early-help/early-help.csv")


@pytest.fixture(scope="module")
def mapping(any_year):
    return json.loads((any_year / "early-help/early-help-mapping.json").read_text(encoding="utf-8"))


def test_the_published_totals_of_early_help_come_out(early_help, mapping):
    agencies, reasons = mapping["values"]["lead_agency"], mapping["values"]["end_reason"]
    assert sum(in_2024(row["Request Received"]) for row in early_help) == 3195
    opened = [row for row in early_help if in_2024(row["Episode Opened"])]
    assert len(opened) == 2780
    assert sum(in_2024(row["Assessment Completed"]) for row in early_help) == 1963
    closed = [row for row in early_help if in_2024(row["Episode Closed"])]
    assert len(closed) == 2739
    within = sum(a_day(row["Episode Closed"]) - a_day(row["Episode Opened"]) <= timedelta(112) for row in closed)
    assert (within, f"{within / 2739:.0%}") == (2383, "87%")
    met = sum(reasons[row["Closure Reason"]] == "outcomes-met" for row in closed)
    assert (met, f"{met / 2739:.0%}") == (1479, "54%")
    led = Counter(agencies[row["Lead Agency"]] for row in opened)
    assert (led["school"], led["health"], led["coordinator"], led["council"]) == (428, 2, 32, 2279)
    assert sum(led[agency] for agency in ("voluntary", "police", "housing", "other")) == 39


def test_readings_of_the_16_weeks_print_other_percentages(any_year):
    figure = expected(any_year)["early_help"]["shares"]["closed_within_16_weeks"]
    for name in ("fewer than 112 days", "16 weeks and a day", "four calendar months", "of all opened in the year",
                 "from the request", "at most 20 weeks"):
        assert round(figure["otherwise"][name]["percent"]) != 87, name


def test_the_extract_hangs_together(early_help, mapping):
    ids = [row["Episode ID"] for row in early_help]
    assert len(set(ids)) == len(ids)
    families = {}
    for row in early_help:
        order = [a_day(row[name]) for name in ("Request Received", "Decision Date", "Episode Opened",
                                               "Assessment Started", "Assessment Completed", "Episode Closed")]
        known = [day for day in order if day is not None]
        assert known == sorted(known), row["Episode ID"]
        assert date(2022, 1, 1) <= known[0] and known[-1] <= date(2025, 1, 31)
        if order[2] is None:
            assert order[3:] == [None] * 3 and row["Lead Agency"] == row["Closure Reason"] == ""
            continue
        assert row["Decision"] == "Accepted" and row["Lead Agency"] in mapping["values"]["lead_agency"]
        assert row["Closure Reason"] in [*mapping["values"]["end_reason"], ""]
        assert order[5] is not None or row["Closure Reason"] == ""
        families.setdefault(row["Family ID"], []).append((order[2], order[5]))
    for episodes in families.values():
        episodes.sort(key=lambda dates: (dates[0], dates[1] or date.max))
        for (_, closed), (opened, _) in zip(episodes, episodes[1:]):
            assert closed is not None and closed <= opened


def test_the_mapping_names_the_columns_of_the_extract(early_help, mapping):
    headings = set(early_help[0])
    assert set(mapping["columns"].values()) == headings - {"Worker", "Request Source"}
    for field, words in mapping["values"].items():
        used = {row[mapping["columns"][field]] for row in early_help} - {""}
        assert used == set(words), field


def test_other_figures_of_early_help_agree_with_a_second_count(any_year, early_help):
    figures = expected(any_year)["early_help"]
    last = date(2024, 12, 31)
    open_now = [row for row in early_help if row["Episode Opened"] and a_day(row["Episode Opened"]) <= last
                and (not row["Episode Closed"] or a_day(row["Episode Closed"]) > last)]
    beyond = figures["shares"]["open_beyond_20_weeks"]
    assert len(open_now) == beyond["denominator"]
    assert sum(a_day(row["Episode Opened"]) < date(2024, 8, 13) for row in open_now) == beyond["numerator"]

    back = figures["returns"]["return_looking_back"]
    closures = {}
    for row in early_help:
        if row["Episode Closed"]:
            closures.setdefault(row["Family ID"], []).append((a_day(row["Episode Closed"]), row["Episode ID"]))
    returned = 0
    for row in early_help:
        if in_2024(row["Episode Opened"]):
            opened = a_day(row["Episode Opened"])
            returned += any(closed <= opened and (closed.year + 1, closed.month, closed.day)
                            >= (opened.year, opened.month, opened.day)
                            for closed, number in closures.get(row["Family ID"], []) if number != row["Episode ID"])
    assert (returned, 2780) == (back["numerator"], back["denominator"])
    assert back["otherwise"]["up to the day before"]["numerator"] == returned - 10
    assert back["otherwise"]["at most 365 days"]["numerator"] == returned - 7

    needs = rows_of(any_year / "early-help/early-help-needs.csv")
    assert sum(in_2024(row["Identified"]) for row in needs) == figures["needs"]["identified"]["value"]
    assert sum(in_2024(row["Met"]) for row in needs) == figures["needs"]["met"]["value"]
    assert {row["Outcome"] for row in needs} == {str(number) for number in range(1, 11)}
    assert {row["Episode ID"] for row in needs} <= {row["Episode ID"] for row in early_help}
