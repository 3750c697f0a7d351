#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads a return on children in care and care leavers, with a council's own extracts beside it,
and makes the figures of a paper on corporate parenting: health of children in care, care
leavers, and consultations. Some are set beside statistical neighbours and England.

    corporate_parenting.py YEAR_FOLDER

YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against the
one that its rows were made with; it exits with 1 if one differs. The same program in C and
JavaScript stands beside this one; the three print the same.
"""
import datetime
import json
import sys
from pathlib import Path

import marmot

YEAR = ("2024-04-01", "2025-03-31")
TO_DECEMBER = ("2024-01-01", "2024-12-31")
DECEMBER, JANUARY, MARCH = "2024-12-31", "2025-01-23", "2025-03-31"

# What; of whom: people with dated checks and contacts, or those of a return; the measure; the day or
# the period; the youngest and the oldest age, 0 for those of the measure; and where the figure stands
# in expected.json.
SECTIONS = [
    ("Up to 31 December 2024", [
        ("Review health assessments in twelve months", "people", "health-review-rolling", DECEMBER, 0, 17,
         "health/oc2-reviews"),
        ("The same, of a return up to that day", "december", "health-assessment", DECEMBER, 0, 17,
         "health/oc2-reviews"),
        ("Review health assessments on time, under five", "people", "health-review-timely", DECEMBER, 0, 4,
         "health/reviews-under-five"),
        ("Review health assessments on time, five and over", "people", "health-review-timely", DECEMBER, 5, 17,
         "health/reviews-five-and-over"),
        ("Review health assessments on time", "people", "health-review-timely", DECEMBER, 0, 17,
         "health/reviews-total"),
        ("Dental checks", "december", "dental-check", DECEMBER, 0, 17, "health/oc2-dental"),
        ("Dental checks by their dates", "people", "dental-rolling", DECEMBER, 0, 17, "health/oc2-dental"),
        ("Strengths and difficulties questionnaires", "december", "sdq-published", DECEMBER, 0, 0,
         "health/oc2-questionnaires"),
        ("Immunisations", "december", "immunisations", DECEMBER, 0, 17, "health/oc2-immunisations"),
        ("Development checks, under five", "people", "development-rolling", DECEMBER, 0, 0,
         "health/oc2-development"),
        ("Health summaries of those who left care", "people", "health-summary", TO_DECEMBER, 0, 0,
         "health_summaries"),
        ("First health assessments in 20 working days", "people", "initial-health-on-time", TO_DECEMBER, 0, 0,
         "first_assessments"),
        ("Staying put", "people", "staying-put", TO_DECEMBER, 0, 0, "staying_put"),
    ]),
    ("On 31 March 2025, as the return has it (OC2)", [
        ("Health assessments", "return", "health-assessment", MARCH, 0, 17,
         "oc2_at_31_march/figures/health-assessment"),
        ("Dental checks", "return", "dental-check", MARCH, 0, 17, "oc2_at_31_march/figures/dental-check"),
        ("Immunisations", "return", "immunisations", MARCH, 0, 17, "oc2_at_31_march/figures/immunisations"),
        ("Development checks, under five", "return", "development-check", MARCH, 0, 0,
         "oc2_at_31_march/figures/development-check"),
        ("Strengths and difficulties questionnaires", "return", "sdq-published", MARCH, 0, 0,
         "oc2_at_31_march/figures/questionnaires"),
        ("Convicted, ten and over", "return", "convicted", MARCH, 0, 0, "oc2_at_31_march/figures/convicted"),
        ("Substance misuse", "return", "substance-misuse", MARCH, 0, 17, "oc2_at_31_march/figures/substance-misuse"),
    ]),
    ("On 23 January 2025", [
        ("Children in care", "people", "children-in-care", JANUARY, 0, 17, "snapshot/in-care"),
        ("Unaccompanied asylum-seeking children", "people", "children-in-care-uasc", JANUARY, 0, 17,
         "snapshot/unaccompanied"),
        ("Care leavers with a personal adviser", "people", "care-leavers-open", JANUARY, 0, 0, "open_cases"),
        ("Care leavers by law", "people", "care-leavers", JANUARY, 0, 0, "care_leavers_by_law"),
    ]),
    ("Referrals to a consultation", [
        ("Within four weeks, 2023/24", "people", "consultation-within", ("2023-04-01", "2024-03-31"), 0, 0,
         "consultations/0"),
        ("Within four weeks, April to September 2024", "people", "consultation-within", ("2024-04-01", "2024-09-30"),
         0, 0, "consultations/1"),
    ]),
]
GROUPS = [
    ("Children in care by age", "children-in-care", "age_part", JANUARY, 17, "snapshot/in-care/by_age"),
    ("Referrals by sex, April to September 2024", "consultations", "sex", ("2024-04-01", "2024-09-30"), 0,
     "consultations/1/by_sex"),
]
BANDS = [("17", 17, 17), ("18", 18, 18), ("19", 19, 19), ("20", 20, 20), ("21", 21, 21), ("19 to 21", 19, 21),
         ("22 to 25", 22, 25)]
OUTCOMES = [("in touch", "in-touch", "in-touch"),
            ("in education, employment or training", "eet", "in-education-employment-or-training"),
            ("in suitable accommodation", "suitable", "in-suitable-accommodation")]


def find(tree, path):
    """A place in JSON, such as "consultations/1/by_sex"."""
    for name in path.split("/"):
        tree = tree[int(name)] if isinstance(tree, list) else tree[name]
    return tree


def days(when):
    """A day, or a period, as options of a measure."""
    if isinstance(when, str):
        return {"day": datetime.date.fromisoformat(when)}
    return {"period": marmot.Period.new_span(*map(datetime.date.fromisoformat, when))}


class Check:
    """Figures held against those that their rows were made with."""

    def __init__(self, sets, expected):
        self.sets, self.expected, self.n_figures, self.n_different, self.percents = sets, expected, 0, 0, {}

    def note(self, same):
        self.n_figures += 1
        self.n_different += not same
        return "as expected" if same else "NOT AS EXPECTED"

    def figure(self, what, whom, measure, when, youngest, oldest, path):
        found = self.sets[whom].measure(measure, from_age=youngest, to_age=oldest, **days(when)).get_measure(0)
        wanted = find(self.expected, path)
        if "value" in wanted:
            same = found.numerator == wanted["value"]
            share = ""
        else:
            same = (found.numerator, found.denominator) == (wanted["numerator"], wanted["denominator"])
            self.percents[path] = f"{100 * found.estimate.value:.1f}"
            share = f" of {found.denominator:.0f}, {self.percents[path]}%"
        unknown = f"; not known of {found.n_unknown}" if found.n_unknown else ""
        print(f"  {what}: {found.numerator:.0f}{share}{unknown}, {self.note(same)}")
        if whom == "december" and wanted.get("comparators"):
            self.compare(what, found, wanted["comparators"])

    def compare(self, what, found, comparators):
        """With figures of others, by the interval of ours; they are of another period, and it says so."""
        indicator = marmot.Indicator(name=what, value_type=marmot.ValueType.PROPORTION)
        spec = marmot.ComparisonSpec(method=marmot.ComparisonMethod.INTERVAL)
        ours = marmot.observation(found, indicator, period=days(TO_DECEMBER)["period"])
        for name in ("statistical neighbours", "England"):
            theirs = marmot.Observation(indicator=indicator, value=marmot.Value.new_percent(comparators[name], 1),
                                        period=marmot.Period.parse(comparators["period"], "financial"))
            compared = marmot.Comparison.new_compare(ours, theirs, spec)
            period = "the same period" if compared.same_period else "another period"
            print(f"    {name}, {comparators['period']}: {comparators[name]:.1f}%, and this is "
                  f"{compared.relation.value_nick}, of {period}")

    def groups(self, what, measure, by, when, oldest, path):
        tally = self.sets["people"].measure(measure, by=by, to_age=oldest, **days(when))
        wanted = find(self.expected, path)
        keys = list(tally.get_keys()[by])
        found = {key: tally.get_measure(row).numerator for row, key in enumerate(keys)}
        for key, count in wanted.items():
            print(f"  {what}, {key}: {found.get(key, 0):.0f}, {self.note(found.get(key) == count)}")

    def feasibility(self):
        """Which share under five it takes for two parts to make a total."""
        young, old, total, other = (float(self.percents[f"health/{name}"]) for name in (
            "reviews-under-five", "reviews-five-and-over", "reviews-total", "oc2-reviews"))
        for whole, wanted in zip((total, other), self.expected["feasibility"]["needed"]):
            share = f"{100 * (old - whole) / (old - young):.1f}"
            same = float(share) == wanted["share_under_five"]
            print(f"  {young:.1f}% under five and {old:.1f}% from five on make {whole:.1f}% if {share}% are under "
                  f"five, {self.note(same)}")


def read(folder):
    """Everybody: with their checks and contacts, as the return has them, and as one up to December would."""
    def table(name):
        return marmot.read_csv(folder / f"{name}.csv")

    def files(*names):
        return {"2023/24": folder / "earlier", "2024/25": [folder / name for name in names]}

    tables = ("2024-25/episodes.csv", "2024-25/header.csv", "2024-25/uasc.csv")
    whole = marmot.read_care_return(files(*tables, "2024-25/oc2.csv", "2024-25/oc3.csv"))
    december = marmot.read_care_return(files(*tables, "oc2-to-december.csv"))
    everybody = marmot.people(table("people"), whole.get_episodes().link(), facts=table("facts"), complete="all",
                              contacts=table("contacts"), checks=table("health-checks"))
    print(f"People: {everybody.n_rows}; rows of the return: {whole.n_rows_read}")
    return {"people": everybody, "return": marmot.people(whole), "december": marmot.people(december)}


def main(arguments):
    if len(arguments) != 2:
        sys.exit(f"Usage: {arguments[0]} YEAR_FOLDER")
    folder = Path(arguments[1]) / "care-leavers"
    if not (folder / "expected.json").exists():
        sys.exit(f"{folder}/expected.json cannot be read: make it with examples/synthetic/make_year.py")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    check = Check(read(folder), expected)
    for title, figures in SECTIONS:
        print(title)
        for figure in figures:
            check.figure(*figure)
    print("By age and by sex")
    for group in GROUPS:
        check.groups(*group)
    print("Care leavers by their birthday in 2024/25 (OC3)")
    for band, youngest, oldest in BANDS:
        for what, measure, name in OUTCOMES:
            check.figure(f"{band}, {what}", "return", measure, YEAR, youngest, oldest,
                         f"oc3/bands/{band}/figures/{name}")
    print("Whether the reviews can be of one cohort")
    check.feasibility()
    print(f"As expected {check.n_figures - check.n_different} of {check.n_figures}. All rows are made up.")
    return 0 if check.n_different == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
