#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads an extract of early help through a mapping, holds every figure that the library
makes of it against those that were counted when its rows were made up, and writes the
page for a board:

    early_help.py YEAR_FOLDER OUTPUT_FOLDER

YEAR_FOLDER is what examples/synthetic/make_year.py writes. It exits with 1 if a figure
differs. The same program in C and JavaScript stands beside this one; the three print and
write the same bytes.
"""
import datetime
import json
import sys
from pathlib import Path

import marmot
from gi.repository import Gio

ASSUMPTIONS = [
    'closed-within: The briefing note says that 87% "of all episodes" concluded within 16 weeks. That is read as '
    "of the episodes that closed in the year; the numerator is not printed.",
    "outcomes-met: 54% is printed, and its numerator is not.",
    "Totals agree with the Early Help and Prevention briefing note to the Coventry Health and Wellbeing Board of 5 "
    "February 2025. The months, places, agencies other than schools and health, returns and needs are made up.",
]

COUNTS = [
    ("requests", "2024", "counts/requests/value"),
    ("opened", "2024", "counts/opened/value"),
    ("assessed", "2024", "counts/assessments/value"),
    ("closed", "2024", "counts/closed/value"),
    ("closed", "2023", "counts/closed_2023/value"),
]
SHARES = [
    ("closed-within", "2024", "shares/closed_within_16_weeks"),
    ("outcomes-met", "2024", "shares/outcomes_met"),
    ("outcomes-met", "2023", "shares/outcomes_met_2023"),
    ("partner-led", "2024", "shares/partner_led"),
    ("step-up", "2024", "shares/closed_stepping_up"),
    ("step-down", "2024", "shares/opened_stepping_down_from_social_care"),
    ("open-beyond", "2024", "shares/open_beyond_20_weeks"),
    ("return-back", "2024", "returns/return_looking_back"),
    ("return-forward", "2023", "returns/return_looking_forward"),
    ("needs-met", "2024", "needs/met_of_those_in_episodes_closed"),
]
GROUPS = [
    ("requests", "Months of requests that agree", {"step": "month"}, "counts/requests/by_month"),
    ("opened", "Lead agencies that agree", {"by": "lead_agency"}, "counts/opened/by_agency"),
    ("closed", "Reasons of closure that agree", {"by": "end_reason"}, "counts/closed/by_reason"),
]


def find(tree, path):
    """A place in JSON, such as "counts/opened/value"."""
    for name in path.split("/"):
        tree = tree.get(name, {})
    return tree


def day(text):
    return datetime.date.fromisoformat(text)


class Check:
    """Figures held against those that they were made with."""

    def __init__(self, episodes, expected):
        self.episodes = episodes
        self.expected = expected
        self.n_figures = self.n_different = 0

    def hold(self, what, found, wanted, form=".0f"):
        first = format(found, form)
        second = format(wanted if isinstance(wanted, (int, float)) else -1, form)
        self.n_figures += 1
        if first == second:
            print(f"  {what}: {first}, as expected")
        else:
            self.n_different += 1
            print(f"  {what}: {first}, BUT {second} WAS EXPECTED")

    def all(self):
        for measure, period, path in COUNTS:
            found = self.episodes.measure(measure, period=period).get_measure(0)
            self.hold(f"{label(measure)}, {period}", found.numerator, find(self.expected, path))
        for measure, period, path in SHARES:
            found = self.episodes.measure(measure, period=period).get_measure(0)
            for part in ("numerator", "denominator"):
                self.hold(f"{label(measure)}, {period}, {part}", getattr(found, part),
                          find(self.expected, f"{path}/{part}"))
        self.times()
        for measure, what, how, path in GROUPS:
            expected = find(self.expected, path)
            totals = self.episodes.measure(measure, period="2024", **how)
            keys = totals.get_keys().get_column(0)
            same = sum(expected.get(key) == totals.get_measure(group).numerator
                       for group, key in enumerate(keys) if key is not None)
            self.hold(what, same, len(expected))
        print(f"Of {self.n_figures} figures, {self.n_figures - self.n_different} came out as they were made.\n")
        return self.n_different == 0

    def times(self):
        """Followed to the last day of the year and no further, as the figures were counted."""
        lasting = self.expected["lasting"]
        followed = self.episodes.with_coverage(day(self.expected["known"]["from"]),
                                               day(lasting["median_days"]["as_of"]))
        done = followed.measure("done-by", period="2024").get_measure(0)
        half = followed.measure("duration", period="2024").get_measure(0)
        self.hold("Done by week 16, of all opened, 2024", done.estimate.value, lasting["done_by_week_16"]["share"],
                  ".10f")
        self.hold("Median duration in days, 2024", half.estimate.value, lasting["median_days"]["days"])


def label(measure):
    return marmot.EpisodeMeasure.get_label(getattr(marmot.EpisodeMeasure, measure.upper().replace("-", "_")))


def read_extract(folder, expected):
    here = Path(folder) / "early-help"
    mapping = marmot.EpisodeMapping.new_from_file(Gio.File.new_for_path(str(here / "early-help-mapping.json")), None)
    reader = marmot.EpisodeReader.new(mapping)
    episodes = reader.read_file(Gio.File.new_for_path(str(here / "early-help.csv")),
                                Gio.File.new_for_path(str(here / "early-help-needs.csv")), None)
    print(f"Rows: {reader.get_n_rows()} read, {episodes.get_n_rows()} kept, {reader.get_n_rows_left_out()} left out; "
          f"findings: {len(reader.get_findings())}")
    return episodes.with_coverage(day(expected["known"]["from"]), day(expected["known"]["to"]))


def main(arguments):
    if len(arguments) != 3:
        sys.exit(f"Usage: {arguments[0]} YEAR_FOLDER OUTPUT_FOLDER")
    path = Path(arguments[1]) / "expected.json"
    if not path.exists():
        sys.exit(f"{path} cannot be read: make it with examples/synthetic/make_year.py")
    expected = json.loads(path.read_text(encoding="utf-8"))["early_help"]
    try:
        episodes = read_extract(arguments[1], expected)
    except marmot.Error as error:
        sys.exit(str(error))

    print("Figures of the rows, held against those that they were made with")
    all_same = Check(episodes, expected).all()

    options = marmot.EarlyHelpReportOptions(
        title="Early help in 2024", council="Coventry City Council",
        note="Synthetic rows made to agree with published totals: no child or family in them exists",
        assumptions=ASSUMPTIONS)
    report = marmot.EarlyHelpReport.new(episodes, marmot.Period("2024"), options)
    report.write(Gio.File.new_for_commandline_arg(arguments[2]), None)
    print(report.to_text(), end="")
    return 0 if all_same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
