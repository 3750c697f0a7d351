#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes a year of early help, three of care and one of care leavers out of chance, as a council has them.

    make_year.py --out DIR [--seed N] [--episodes N]

Nothing in it is of a real person. A few totals agree with published ones: see README.md
beside this file. It shares no code with the library, so that the one can test the other,
and needs Python 3.9 alone.
"""
import argparse
from pathlib import Path

import bulk
import care
import care_faults
import care_figures
import early_help
import early_help_figures
import leavers_files
import leavers_maker
from basics import Dice, iso, write_json


def make(folder, seed):
    episodes = early_help.make(Dice(seed))
    early_help.write(folder / "early-help", episodes)
    dice = Dice(seed + 1)
    children = care.make(dice)
    care.write(dice, folder, children)
    care_faults.write(folder)
    leavers_files.write(folder, leavers_maker.make(Dice(seed + 2)), seed)
    write_json(folder / "expected.json", {
        "format": "synthetic-year 1", "synthetic": True, "seed": seed,
        "about": "figures counted by the generator; every row that they are of is made up",
        "early_help": {"extracted": iso(early_help.EXTRACT_DAY), **early_help_figures.figures(episodes)},
        "care": care_figures.figures(children),
    })


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--seed", type=int, default=2024, help="another seed, another year (2024)")
    parser.add_argument("--episodes", type=int, help="instead of the year, two files of so many episodes")
    arguments = parser.parse_args()
    if arguments.episodes is not None:
        bulk.write(Dice(arguments.seed), arguments.out, arguments.episodes)
    else:
        make(arguments.out, arguments.seed)


if __name__ == "__main__":
    main()
