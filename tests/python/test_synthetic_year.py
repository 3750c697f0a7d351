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
from episode_rules import beyond_the_rules, failing

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


def test_the_mapping_names_the_columns_of_the_extract(any_year, early_help, mapping):
    headings = set(early_help[0])
    assert set(mapping["columns"].values()) == headings - {"Worker", "Last Updated"}
    for field, words in mapping["values"].items():
        used = {row[mapping["columns"][field]] for row in early_help} - {""}
        assert used == set(words), field
    needs = rows_of(any_year / "early-help/early-help-needs.csv")
    assert set(mapping["needs"]["columns"].values()) == set(needs[0])
    assert set(mapping["needs"]["values"]["outcome"]) == {row["Outcome"] for row in needs}


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
    assert back["otherwise"]["up to the day before"]["numerator"] <= returned - 10
    assert back["otherwise"]["at most 365 days"]["numerator"] <= returned - 7

    needs = rows_of(any_year / "early-help/early-help-needs.csv")
    assert sum(in_2024(row["Identified"]) for row in needs) == figures["needs"]["identified"]["value"]
    assert sum(in_2024(row["Met"]) for row in needs) == figures["needs"]["met"]["value"]
    assert {row["Outcome"] for row in needs} == {str(number) for number in range(1, 11)}
    assert min(a_day(row["Identified"]) for row in needs) >= date(2022, 10, 3)  # since when there is the framework
    assert {row["Episode ID"] for row in needs} <= {row["Episode ID"] for row in early_help}


# Care

CARE_YEARS = ((2022, "2022-23"), (2023, "2023-24"), (2024, "2024-25"))
FOSTERED = ("U1", "U2", "U3", "U4", "U5", "U6")


@pytest.fixture(scope="module")
def care(any_year):
    """The tables of each year by name: episodes with where they are, and the others."""
    years = {}
    for year, name in CARE_YEARS:
        folder = any_year / "care" / name
        tables = {table: rows_of(folder / f"{table}.csv")
                  for table in ("header", "episodes", "uasc", "reviews", "placement-locations")}
        places = {(row["CHILD"], row["DECOM"]): row for row in tables["placement-locations"]}
        assert len(places) == len(tables["episodes"])
        for row in tables["episodes"]:
            row.update(places[row["CHILD"], row["DECOM"]])
        years[year] = tables
    return years


def in_care(rows, on, breaks=False):
    return [row for row in rows if a_day(row["DECOM"]) <= on and (not row["DEC"] or a_day(row["DEC"]) > on)
            and (breaks or row["LS"] not in ("V3", "V4"))]


def test_the_published_figures_of_january_2025_come_out(care):
    on = date(2025, 1, 23)
    rows = in_care(care[2024]["episodes"], on)
    assert len(rows) == len({row["CHILD"] for row in rows}) == 708
    until = {row["CHILD"]: a_day(row["DUC"]) for row in care[2024]["uasc"]}
    assert sum(row["CHILD"] in until and until[row["CHILD"]] > on for row in rows) == 77
    fostered = sum(row["PLACE"] in FOSTERED for row in rows)
    assert (fostered, 0.70 < fostered / 708 < 0.71) == (498, True)
    homes = sum(row["PLACE"] == "K2" for row in rows)
    assert (homes, 0.08 < homes / 708 < 0.09) == (62, True)
    assert sum(row["PLACE"] in ("K1", "K2") for row in rows) / 708 > 0.09
    assert len(in_care(care[2024]["episodes"], on, breaks=True)) == 722


def test_the_published_figures_of_october_2022_come_out(care):
    rows = in_care(care[2022]["episodes"], date(2022, 10, 31))
    city = sum(row["PL_LA"] == "E08000026" for row in rows)
    nearby = sum(row["PL_LA"] in ("E08000029", "E10000031") for row in rows)
    assert (f"{city / len(rows):.1%}", f"{nearby / len(rows):.1%}") == ("61.1%", "21.9%")
    assert all((row["PL_LOCATION"] == "IN") == (row["PL_LA"] == "E08000026") for row in rows)


def test_the_two_days_are_never_one(any_year):
    figures = expected(any_year)["care"]
    assert figures["january_2025"]["on"] == "2025-01-23" and figures["october_2022"]["on"] == "2022-10-31"
    assert "in_the_city" not in figures["january_2025"] and "fostered" not in figures["october_2022"]


def test_the_returns_break_no_rule(care):
    last_year = None
    for year, tables in care.items():
        rows = tables["episodes"]
        assert failing({"Episodes": rows, "Header": tables["header"]}, year, last_year) == set()
        born = {row["CHILD"]: a_day(row["DOB"]) for row in tables["header"]}
        assert Counter(beyond_the_rules(rows, born, year)) == Counter()
        assert {row["CHILD"] for row in rows} == set(born) >= {row["CHILD"] for row in tables["uasc"]}
        assert {row["SEX"] for row in tables["header"]} == ({"M", "F"} if year == 2024 else {"1", "2"})
        last_year = rows


def test_a_year_carries_on_what_the_last_left_open(care):
    same = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "PL_POST", "URN", "PL_LA", "PL_DISTANCE")
    for before, year in ((2022, 2023), (2023, 2024)):
        left_open = {tuple(row[name] for name in same) for row in care[before]["episodes"] if not row["DEC"]}
        carried = {tuple(row[name] for name in same) for row in care[year]["episodes"]
                   if a_day(row["DECOM"]) < date(year, 4, 1)}
        assert left_open and left_open == carried


@pytest.fixture(scope="module")
def children(care):
    """The rows of the three years pooled, a list a child: the later year knows more."""
    pooled = {}
    for year in sorted(care):
        for row in care[year]["episodes"]:
            pooled[row["CHILD"], row["DECOM"]] = row
    children = {}
    for row in sorted(pooled.values(), key=lambda row: a_day(row["DECOM"])):
        children.setdefault(row["CHILD"], []).append(row)
    return children


def away(row):
    return row["PLACE"][0] == "T"


def changes_of_carer(mine):
    """The places in a child's list at which another carer begins."""
    for at, row in enumerate(mine):
        back = at >= 2 and away(mine[at - 1]) and row["PL_POST"] == mine[at - 2]["PL_POST"]
        if row["RNE"] == "S" or (row["RNE"] in "PB" and not away(row) and not back):
            yield at


def test_measures_of_march_2025_agree_with_a_second_count(any_year, children, care):
    figures, on, first = expected(any_year)["care"]["march_2025"], date(2025, 3, 31), date(2024, 4, 1)
    born = {row["CHILD"]: a_day(row["DOB"]) for row in care[2024]["header"]}
    three = cohort = stable = total = 0
    for child, mine in children.items():
        mine = [row for row in mine if row["LS"] not in ("V3", "V4")]
        if not in_care(mine, on):
            continue
        total += 1
        # the placement in which the child was when the year began, if in care then, and later ones
        starts = [a_day(mine[at]["DECOM"]) for at in changes_of_carer(mine)]
        began = any(a_day(row["DECOM"]) <= first and (not row["DEC"] or a_day(row["DEC"]) > first) for row in mine)
        three += began + sum(start > first for start in starts) >= 3
        spell = max((a_day(row["DECOM"]) for row in mine if row["RNE"] == "S"), default=date.min)
        if (born[child].year + 16, born[child].month, born[child].day) > (2025, 3, 31) and spell <= date(2022, 9, 30):
            cohort += 1
            stable += max(starts, default=date.min) <= date(2023, 3, 31)
    measured = figures["three_placements_or_more"]
    assert (three, total) == (measured["numerator"], measured["denominator"])
    measured = figures["long_term_stability"]
    assert (stable, cohort) == (measured["numerator"], measured["denominator"])


def test_counts_of_the_years_agree_with_a_second_count(any_year, children):
    figures = expected(any_year)["care"]
    assert sum(map(len, children.values())) == figures["pooled"]["episodes"]
    for counted, (year, _) in zip(figures["years"], CARE_YEARS):
        first, last = date(year, 4, 1), date(year + 1, 3, 31)
        rows = [row for mine in children.values() for row in mine if row["LS"] not in ("V3", "V4")]
        assert sum(row["RNE"] == "S" and first <= a_day(row["DECOM"]) <= last for row in rows) \
            == counted["started"]["value"]
        assert sum(row["REC"] not in ("", "X1") and first <= a_day(row["DEC"]) <= last for row in rows) \
            == counted["ceased"]["value"]
        assert len(in_care(rows, last)) == counted["looked_after_on_31_march"]["value"]


def test_each_fault_fails_its_rule_and_no_other(any_year):
    folder = any_year / "care/faulty"
    listed = json.loads((folder / "faults.json").read_text(encoding="utf-8"))["faults"]
    assert len({fault["rule"] for fault in listed}) == 29
    names = {"episodes": "Episodes", "header": "Header", "oc2": "OC2", "oc3": "OC3"}
    for fault in listed:
        here = folder / fault["folder"]
        tables = {names[path.stem]: rows_of(path) for path in sorted((here / "2024-25").iterdir())}
        last_year = here / "2023-24/episodes.csv"
        found = failing(tables, 2024, rows_of(last_year) if last_year.exists() else None)
        assert found == {(fail["table"], fail["row"], fail["rule"]) for fail in fault["fails"]}, fault["folder"]
        assert fault["rule"] in {fail["rule"] for fail in fault["fails"]}


# Large files

def test_a_large_extract_has_the_same_form_and_links(tmp_path, year):
    again = files_of(make(tmp_path / "again", "--episodes", "3000"))
    tmp_path = make(tmp_path / "large", "--episodes", "3000")
    assert files_of(tmp_path) == again
    large = rows_of(tmp_path / "early-help.csv")
    assert len(large) == 3000
    assert list(large[0]) == list(rows_of(year / "early-help/early-help.csv")[0])
    tables = {"Episodes": rows_of(tmp_path / "care/2024-25/episodes.csv"),
              "Header": rows_of(tmp_path / "care/2024-25/header.csv")}
    assert len(tables["Episodes"]) == 3000
    assert failing(tables, 2024) == set()
    assert {row["CHILD"] for row in tables["Episodes"]} == {row["CHILD"] for row in tables["Header"]}
