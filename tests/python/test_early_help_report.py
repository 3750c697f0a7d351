# SPDX-License-Identifier: LGPL-2.1-or-later
"""The early help page from a data frame of episodes."""
import datetime
import json

import marmot
import pytest
from gi.repository import Gio


def columns(agencies):
    days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=i % 200) for i in range(len(agencies))]
    return {
        "id": [f"e{i}" for i in range(len(agencies))],
        "family": [f"f{i}" for i in range(len(agencies))],
        "start": days,
        "end": [None if i % 4 == 0 else day + datetime.timedelta(days=60 + i % 120) for i, day in enumerate(days)],
        "end_reason": [None if i % 4 == 0 else "outcomes-met" if i % 2 else "other" for i in range(len(agencies))],
        "lead_agency": agencies,
    }


@pytest.fixture
def episodes():
    covers = (datetime.date(2022, 1, 1), datetime.date(2025, 1, 31))
    return marmot.episodes(columns(["council"] * 300 + ["school"] * 60 + ["health"] * 2 + ["housing"] * 39),
                           covers=covers)


def figures(report):
    return {item["figure"]: item for item in json.loads(report.to_json())["figures"]}


def test_a_page_out_of_columns(episodes, tmp_path):
    options = marmot.EarlyHelpReportOptions(title="A year", council="A town", note="Made up",
                                            assumptions=["closed-within: of those closed"])
    report = marmot.EarlyHelpReport.new(episodes, marmot.Period("2024"), options)
    tree = json.loads(report.to_json())
    assert [(item["agency"], item["episodes"]) for item in tree["agencies"]] == [
        ("The council", "300"), ("Schools", "60"), ("All other partners", "41")]
    within = figures(report)["closed-within"]
    found = episodes.measure("closed-within", period="2024").get_measure(0)
    assert within["numerator"] == str(int(found.numerator))
    assert within["value"] == format(100 * found.estimate.value, ".1f")
    assert within["assumption"] == "of those closed"
    assert within["definition"] == marmot.EpisodeMeasure.get_definition(marmot.EpisodeMeasure.CLOSED_WITHIN)
    assert {"report/cannot-be-made", "episode/coverage"} == {finding.rule for finding in report.findings}

    report.write(Gio.File.new_for_path(str(tmp_path / "page")), None)
    assert (tmp_path / "page/report.json").read_text(encoding="utf-8") == report.to_json()
    assert (tmp_path / "page/report.html").read_text(encoding="utf-8") == report.to_html()
    assert report.to_text().startswith("A year\nA town, 2024\nMade up.\n")


def test_the_threshold_is_an_option(episodes):
    def agencies(threshold):
        options = marmot.EarlyHelpReportOptions(threshold=threshold)
        report = marmot.EarlyHelpReport.new(episodes, marmot.Period("2024"), options)
        return {item["agency"]: item["episodes"] for item in json.loads(report.to_json())["agencies"]}

    assert agencies(42) == {"The council": "300", "Schools and all other partners": "101"}
    assert agencies(102) == {"The council": "[c]", "Schools and all other partners": "[c]"}


def test_nothing_small_is_on_any_page():
    """Whatever the agencies are: no group below ten, and no difference of two numbers of them."""
    covers = (datetime.date(2022, 1, 1), datetime.date(2025, 1, 31))
    for schools in (0, 1, 9, 10, 30):
        for others in (0, 1, 9, 10):
            for unknown in (0, 1, 12):
                agencies = ["council"] * 200 + ["school"] * schools + ["police"] * others + [None] * unknown
                report = marmot.EarlyHelpReport.new(marmot.episodes(columns(agencies), covers=covers),
                                                    marmot.Period("2024"), None)
                tree = json.loads(report.to_json())
                shown = {item["agency"]: int(item["episodes"]) for item in tree["agencies"]
                         if item["episodes"] != "[c]"}
                led = figures(report)["partner-led"]
                known = {name: int(led[name]) for name in ("numerator", "denominator", "unknown") if led[name] != "[c]"}
                # All that can be had from these by taking parts from the wholes that they are of.
                told = [*shown.values(), *known.values(), sum(shown.values())]
                if "denominator" in known:
                    told += [len(agencies) - known["denominator"], known["denominator"] - known.get("numerator", 0)]
                if "numerator" in known and shown:
                    told += [known["numerator"] - shown.get("Schools", 0),
                             shown["The council"] + known["numerator"] - len(agencies)]
                assert not {abs(number) for number in told} & set(range(1, 10)), (schools, others, unknown)
                assert sum(shown.values()) in (0, len(agencies))
                if 0 < schools + others < 10:
                    assert led["value"] == "[c]"


def test_what_is_refused(episodes):
    with pytest.raises(marmot.Error, match="knows of no day"):
        marmot.EarlyHelpReport.new(episodes, marmot.Period("1999"), None)
    with pytest.raises(marmot.Error, match="not on the page"):
        marmot.EarlyHelpReport.new(episodes, marmot.Period("2024"),
                                   marmot.EarlyHelpReportOptions(assumptions=["rereferral: nothing"]))
