# SPDX-License-Identifier: LGPL-2.1-or-later
"""The example programs in C, Python and JavaScript: one answer through three doors."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2]
COVENTRY = SOURCE / "examples/data/coventry"
PACKS = SOURCE / "tests/data/packs"
EXAMPLES = sorted(path.parent for path in (SOURCE / "examples/data").glob("coventry*/pack.csv"))


@pytest.fixture(scope="module")
def programs(build_directory):
    return {
        "c": [str(build_directory / "examples/c/board-report")],
        "python": [sys.executable, str(SOURCE / "examples/python/board_report.py")],
        "javascript": ["gjs", "-m", str(build_directory / "examples/javascript/board-report.js")],
    }


@pytest.fixture(scope="module")
def environment(build_directory):
    library = str(build_directory / "lib")
    return dict(os.environ, GI_TYPELIB_PATH=library, LD_LIBRARY_PATH=library,
                PYTHONPATH=str(build_directory / "bindings/python"))


@pytest.fixture(scope="module")
def run(programs, environment):
    def run(language, *arguments):
        return subprocess.run([*programs[language], *map(str, arguments)], env=environment,
                              capture_output=True, text=True, timeout=120, check=False)
    return run


@pytest.mark.parametrize("pack", [*EXAMPLES, PACKS / "hartmouth", PACKS / "smallest"], ids=lambda path: path.name)
def test_the_three_programs_write_the_same_bytes(run, programs, pack, tmp_path):
    written = {}
    for language in programs:
        output = tmp_path / language
        done = run(language, pack, output)
        assert done.returncode == 0, done.stderr
        written[language] = (done.stdout, (output / "report.json").read_bytes(), (output / "report.html").read_bytes())
    assert written["c"] == written["python"] == written["javascript"]
    report = json.loads(written["c"][1])
    assert report["report"]["disclosure"].startswith("This report holds published figures only")


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_a_broken_pack_is_refused_with_every_fault(run, language, tmp_path):
    done = run(language, PACKS / "broken-several", tmp_path / "out")
    assert done.returncode == 1
    for rule in ("pack/unknown-word", "pack/percent-additive", "pack/unknown-area", "pack/not-a-value",
                 "pack/not-a-period"):
        assert rule in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_what_cannot_be_done_is_said(run, language, tmp_path):
    assert "Usage" in run(language).stderr
    missing = run(language, tmp_path / "nowhere", tmp_path / "out")
    assert missing.returncode == 1
    assert "no such folder" in missing.stderr


@pytest.fixture(scope="module")
def monitor(programs, environment):
    def monitor(language, *arguments):
        program = [part.replace("board-report", "monitoring").replace("board_report", "monitoring")
                   for part in programs[language]]
        return subprocess.run([*program, *map(str, arguments)], env=environment, capture_output=True, text=True,
                              timeout=120, check=False)
    return monitor


def test_the_three_programs_find_the_same_coverage(monitor, programs, tmp_path):
    written = {}
    for language in programs:
        output = tmp_path / language
        done = monitor(language, SOURCE / "examples/data/monitoring-tool.json", output, *EXAMPLES)
        assert done.returncode == 0, done.stderr
        written[language] = (done.stdout, (output / "coverage.txt").read_bytes(), (output / "changes.txt").read_bytes())
    assert written["c"] == written["python"] == written["javascript"]
    coverage, changes = written["c"][0], written["c"][2].decode()
    assert "held against 121 indicators of the data" in coverage
    assert "Indicators of the tool without a figure: 4\n" in coverage
    assert "Case studies that may not be told: 1\n" in coverage
    assert "Added: 7\n" in changes


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_a_tool_that_cannot_be_read_is_told(monitor, language, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "marmot-monitoring-tool", "principles": []}', encoding="utf-8")
    assert "Usage" in monitor(language).stderr
    done = monitor(language, broken, tmp_path / "out", EXAMPLES[0])
    assert done.returncode == 1
    assert "monitoring-tool/required" in done.stderr
    assert not (tmp_path / "out").exists()


def test_public_health_figures_are_the_same_in_every_language(environment, build_directory, tmp_path):
    programs = {
        "c": [str(build_directory / "examples/c/public-health")],
        "python": [sys.executable, str(SOURCE / "examples/python/public_health.py")],
        "javascript": ["gjs", "-m", str(build_directory / "examples/javascript/public-health.js")],
    }
    written = {}
    for language, program in programs.items():
        output = tmp_path / language
        output.mkdir()
        done = subprocess.run([*program, str(SOURCE / "examples/data/fingertips/coventry.csv"), "E08000026", str(output)],
                              env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        written[language] = (done.stdout, {path.name: path.read_bytes() for path in output.iterdir()})
    assert written["c"] == written["python"] == written["javascript"]
    summary, tables = written["c"]
    assert sorted(tables) == ["england.csv", "neighbours.csv", "region.csv", "trends.csv"]
    # The paper says that Coventry is above the West Midlands; its interval holds 5.6.
    assert "<1 yr, 2020 - 22: 5.9 | Worse (3.9) | Similar (5.6) | Similar (5.0)" in summary
    assert "Of the 35 labels beside England that were published, 35 came out the same." in summary
    assert "Bolton cannot be told from England's 3.9" in summary
    assert "E08000001, 93085, All ages: Decreasing and getting better (significant)" in summary


@pytest.fixture(scope="module")
def except_(programs, environment):
    def except_(language, *arguments):
        program = [part.replace("board-report", "exceptions").replace("board_report", "exceptions")
                   for part in programs[language]]
        return subprocess.run([*program, *map(str, arguments)], env=environment, capture_output=True, text=True,
                              timeout=120, check=False)
    return except_


def test_the_three_programs_find_the_same_exceptions(except_, programs, tmp_path):
    written = {}
    for language in programs:
        output = tmp_path / language
        done = except_(language, SOURCE / "examples/data/monthly/figures.csv", output)
        assert done.returncode == 0, done.stderr
        written[language] = (done.stdout, (output / "exceptions.csv").read_bytes(),
                             (output / "points.csv").read_bytes())
    assert written["c"] == written["python"] == written["javascript"]
    lines = written["c"][0].splitlines()
    assert lines[0].startswith("concern: Re-referrals within 12 months (%). Concern, high:")
    assert [line.partition(":")[0] for line in lines] == [
        "concern", "changed", "hit-and-miss", "hit-and-miss", "hit-and-miss", "improvement", "stable", "stable",
        "not-judged", "not-judged",
    ]


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_figures_without_values_are_refused(except_, language, tmp_path):
    (tmp_path / "figures.csv").write_text("indicator,date\na,2024-01-01\n", encoding="utf-8")
    done = except_(language, tmp_path / "figures.csv", tmp_path / "out")
    assert done.returncode == 1
    assert '"value"' in done.stderr


@pytest.fixture(scope="module")
def early_help(environment, build_directory):
    programs = {
        "c": [str(build_directory / "examples/c/early-help")],
        "python": [sys.executable, str(SOURCE / "examples/python/early_help.py")],
        "javascript": ["gjs", "-m", str(build_directory / "examples/javascript/early-help.js")],
    }

    def early_help(language, *arguments):
        return subprocess.run([*programs[language], *map(str, arguments)], env=environment, capture_output=True,
                              text=True, timeout=120, check=False)
    return early_help


@pytest.fixture(scope="module")
def synthetic_year(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synthetic")
    subprocess.run([sys.executable, str(SOURCE / "examples/synthetic/make_year.py"), "--out", str(folder)], check=True,
                   timeout=120)
    return folder


def test_the_three_programs_make_the_same_page_of_early_help(early_help, synthetic_year, tmp_path):
    written = {}
    for language in ("c", "python", "javascript"):
        output = tmp_path / language
        done = early_help(language, synthetic_year, output)
        assert done.returncode == 0, done.stdout + done.stderr
        written[language] = (done.stdout, (output / "report.json").read_bytes(), (output / "report.html").read_bytes())
    assert written["c"] == written["python"] == written["javascript"]
    summary, page = written["c"][0], written["c"][2].decode()
    assert "BUT" not in summary
    assert "  Closed within 16 weeks, 2024, numerator: 2383, as expected\n" in summary
    assert "  All other partners: 41\n" in summary
    # What the rows are stands at the top and in each section of the page.
    assert page.count("Synthetic rows made to agree with published totals") == 8
    assert "<strong>Assumption:</strong> The briefing note says that 87% &quot;of all episodes&quot;" in page


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_a_figure_that_is_not_as_it_was_made_is_told(early_help, synthetic_year, language, tmp_path):
    for name in ("early-help.csv", "early-help-needs.csv", "early-help-mapping.json"):
        (tmp_path / "year/early-help").mkdir(parents=True, exist_ok=True)
        (tmp_path / "year/early-help" / name).write_bytes((synthetic_year / "early-help" / name).read_bytes())
    wrong = (synthetic_year / "expected.json").read_text(encoding="utf-8")
    changed = wrong.replace('"value": 2780', '"value": 2781')
    assert changed != wrong
    (tmp_path / "year/expected.json").write_text(changed, encoding="utf-8")
    done = early_help(language, tmp_path / "year", tmp_path / "out")
    assert done.returncode == 1
    assert "  Episodes opened, 2024: 2780, BUT 2781 WAS EXPECTED\n" in done.stdout
    missing = early_help(language, tmp_path / "nowhere", tmp_path / "out")
    assert missing.returncode == 1 and "make_year.py" in missing.stderr


def test_the_three_programs_agree_on_corporate_parenting(environment, build_directory, synthetic_year, tmp_path):
    programs = [
        [str(build_directory / "examples/c/corporate-parenting")],
        [sys.executable, str(SOURCE / "examples/python/corporate_parenting.py")],
        ["gjs", "-m", str(build_directory / "examples/javascript/corporate-parenting.js")],
    ]
    wrong = tmp_path / "care-leavers"
    wrong.mkdir()
    for part in (synthetic_year / "care-leavers").iterdir():
        if part.name != "expected.json":
            (wrong / part.name).symlink_to(part)
    expected = (synthetic_year / "care-leavers/expected.json").read_text(encoding="utf-8")
    (wrong / "expected.json").write_text(expected.replace('"value": 666,', '"value": 667,', 1), encoding="utf-8")

    def run(folder):
        return [subprocess.run([*program, str(folder)], env=environment, capture_output=True, text=True, timeout=120,
                               check=False) for program in programs]

    done = run(synthetic_year)
    assert [one.returncode for one in done] == [0, 0, 0], done[0].stderr + done[1].stderr + done[2].stderr
    assert done[0].stdout == done[1].stdout == done[2].stdout
    for line in ("Review health assessments on time, under five: 96 of 104, 92.3%, as expected",
                 "The same, of a return up to that day: 501 of 536, 93.5%, as expected",
                 "  England, 2023/24: 89.0%, and this is higher, of another period",
                 "Care leavers with a personal adviser: 666, as expected",
                 "make 93.5% if 67.6% are under five, as expected", "As expected 56 of 56."):
        assert line in done[0].stdout
    for one in run(tmp_path):
        assert one.returncode == 1
        assert "  Care leavers with a personal adviser: 666, NOT AS EXPECTED\n" in one.stdout
        assert "As expected 55 of 56." in one.stdout
    missing = subprocess.run([*programs[0], str(tmp_path / "nowhere")], env=environment, capture_output=True, text=True,
                             timeout=120, check=False)
    assert missing.returncode == 1 and "make_year.py" in missing.stderr


def test_the_three_programs_see_the_same_children_in_care(environment, build_directory, synthetic_year, tmp_path):
    programs = [
        [str(build_directory / "examples/c/children-in-care")],
        [sys.executable, str(SOURCE / "examples/python/children_in_care.py")],
        ["gjs", "-m", str(build_directory / "examples/javascript/children-in-care.js")],
    ]
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    (wrong / "care").symlink_to(synthetic_year / "care")
    expected = (synthetic_year / "expected.json").read_text(encoding="utf-8")
    (wrong / "expected.json").write_text(expected.replace('"numerator": 77,', '"numerator": 78,', 1), encoding="utf-8")

    def run(folder):
        return [subprocess.run([*program, str(folder)], env=environment, capture_output=True, text=True, timeout=120,
                               check=False) for program in programs]

    done = run(synthetic_year)
    assert [one.returncode for one in done] == [0, 0, 0], done[0].stderr + done[1].stderr + done[2].stderr
    assert done[0].stdout == done[1].stdout == done[2].stdout
    january, october = done[0].stdout.split("On 2022-10-31\n")
    assert "On 2025-01-23\n  Children looked after: 708, as expected\n" in january
    assert "  With foster carers: 498 of 708, 70.3%, as expected\n" in january
    assert "city" not in january and "foster" not in october
    assert "  Placed in the city: 440 of 720, 61.1%, as expected\n" in october
    assert "  Placed in neighbouring authorities: 158 of 720, 21.9%, as expected\n" in october
    for one in run(wrong):
        assert one.returncode == 1
        assert "  Unaccompanied asylum-seeking children: 77 of 708, 10.9%, NOT AS EXPECTED\n" in one.stdout


@pytest.fixture(scope="module")
def health_equity(environment, build_directory):
    programs = {
        "c": [str(build_directory / "examples/c/health-equity-assessment")],
        "python": [sys.executable, str(SOURCE / "examples/python/health_equity_assessment.py")],
        "javascript": ["gjs", "-m", str(build_directory / "examples/javascript/health-equity-assessment.js")],
    }

    def health_equity(language, *arguments):
        return subprocess.run([*programs[language], *map(str, arguments)], env=environment, capture_output=True,
                              text=True, timeout=120, check=False)
    return health_equity


VANGUARD = SOURCE / "examples/data/trauma-vanguard/heat-2023.json"


def test_the_three_programs_make_the_same_page_of_the_assessment(health_equity, tmp_path):
    written = {}
    for language in ("c", "python", "javascript"):
        output = tmp_path / language
        done = health_equity(language, VANGUARD, "2025-02-05", output)
        assert done.returncode == 0, done.stdout + done.stderr
        written[language] = (done.stdout, (output / "report.html").read_bytes(), (output / "form.html").read_bytes())
    assert written["c"] == written["python"] == written["javascript"]
    summary, page = written["c"][0], written["c"][1].decode()
    for line in ("  statutory characteristics answered: 9 of 9", "  outcomes linked to an indicator: 0 of 8",
                 "To be reviewed: 2024-02-09 to 2024-08-09", "H04: 6 of 9 rows hold the same sentence",
                 "H06: There is no action"):
        assert line + "\n" in summary
    for words in ("9 of 9", "6 of 9 rows hold the same sentence", "Group: Marriage and civil partnership",
                  "is given as 65% and as 67%: a possible contradiction, for the two are described differently",
                  "There is no action", "0 of 8 outcomes are linked to an indicator",
                  "To be reviewed from 9 February 2024 to 9 August 2024.",
                  "As checked on 5 February 2025, there is the text of a review that carries no date"):
        assert words in page


@pytest.mark.parametrize("language", ["c", "python", "javascript"])
def test_an_assessment_that_may_not_be_published_gets_no_page(health_equity, language, tmp_path):
    assert "Usage" in health_equity(language).stderr
    assert "Usage" in health_equity(language, VANGUARD, "yesterday", tmp_path / "out").stderr
    document = json.loads(VANGUARD.read_text(encoding="utf-8"))
    document["notes"] = "Write to a.person@example.org"
    (tmp_path / "heat.json").write_text(json.dumps(document), encoding="utf-8")
    done = health_equity(language, tmp_path / "heat.json", "2025-02-05", tmp_path / "out")
    assert done.returncode == 1
    assert "notes" in done.stderr and "example.org" not in done.stderr
    assert not (tmp_path / "out").exists()
