#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads three years of the return on children looked after, and makes two snapshots that are
never one: who was in care on 23 January 2025, and where children lived on 31 October 2022.

    children_in_care.py YEAR_FOLDER

YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against the
one that its rows were made with; it exits with 1 if one differs. The same program in C and
JavaScript stands beside this one; the three print the same.
"""
import datetime
import json
import sys
from pathlib import Path

import marmot

YEARS = {"2022/23": "2022-23", "2023/24": "2023-24", "2024/25": "2024-25"}
COVENTRY = "E08000026"

# What, the measure and its conventions, and where the figure stands in expected.json.
SNAPSHOTS = [
    ("january_2025", [
        ("Children looked after", "looked-after", {}, "looked_after/value"),
        ("Unaccompanied asylum-seeking children", "uasc", {}, "unaccompanied"),
        ("With foster carers", "placed-with", {}, "fostered"),
        ("In children's homes", "placed-with", {"placements": ["K2"]}, "in_childrens_homes"),
    ]),
    ("october_2022", [
        ("Children looked after", "looked-after", {}, "looked_after/value"),
        ("Placed in the city", "placed-inside", {"authority": COVENTRY}, "in_the_city"),
        ("Placed in neighbouring authorities", "placed-adjoining", {"authority": COVENTRY},
         "in_neighbouring_authorities"),
        ("Placed at a distance", "placed-at-a-distance", {"authority": COVENTRY}, "at_a_distance"),
    ]),
]


def find(tree, path):
    """A place in JSON, such as "looked_after/value"."""
    for name in path.split("/"):
        tree = tree[name]
    return tree


def check(episodes, expected):
    n_figures = n_different = 0
    for name, figures in SNAPSHOTS:
        snapshot = expected[name]
        print(f"On {snapshot['on']}")
        for what, measure, how, path in figures:
            found = episodes.measure(measure, day=datetime.date.fromisoformat(snapshot["on"]), **how).get_measure(0)
            wanted = find(snapshot, path)
            if isinstance(wanted, dict):
                same = (found.numerator, found.denominator) == (wanted["numerator"], wanted["denominator"])
                share = f" of {found.denominator:.0f}, {100 * found.estimate.value:.1f}%"
            else:
                same, share = found.numerator == wanted, ""
            n_figures += 1
            n_different += not same
            print(f"  {what}: {found.numerator:.0f}{share}{', as expected' if same else ', NOT AS EXPECTED'}")
        if "assumption" in snapshot:
            print(f"  Assumption: {snapshot['assumption']}")
    print(f"Of {n_figures} figures, {n_figures - n_different} came out as they were made. All rows are made up.")
    return n_different == 0


def main(arguments):
    if len(arguments) != 2:
        sys.exit(f"Usage: {arguments[0]} YEAR_FOLDER")
    folder = Path(arguments[1])
    if not (folder / "expected.json").exists():
        sys.exit(f"{folder}/expected.json cannot be read: make it with examples/synthetic/make_year.py")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["care"]
    care = marmot.read_care_return({year: folder / "care" / name for year, name in YEARS.items()})
    print(f"Rows: {care.n_rows_read} read, {care.n_rows_kept} kept, {care.n_rows_left_out} left out; "
          f"children: {care.n_children}")
    return 0 if check(care.get_episodes(), expected) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
