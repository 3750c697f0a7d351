#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads monthly figures, and says which indicators need looking at, and why.

    exceptions.py FIGURES OUTPUT_FOLDER

The same program in C and JavaScript stands beside this one; the three print the
same, and write the same bytes.
"""
import pathlib
import sys

import marmot


def main(arguments):
    if len(arguments) != 3:
        sys.exit(f"Usage: {arguments[0]} FIGURES OUTPUT_FOLDER")
    output = pathlib.Path(arguments[2])
    try:
        figures = marmot.read_csv(arguments[1], types={"step": "boolean", "rolling": "boolean"})
        table = marmot.xmr_series(figures, series="indicator", exceptions_first=True)
        points = marmot.xmr_points(figures, series="indicator")
        output.mkdir(parents=True, exist_ok=True)
        marmot.write_csv(table, output / "exceptions.csv")
        marmot.write_csv(points.with_column("indicator", figures.get_column_by_name("indicator")),
                         output / "points.csv")
    except marmot.Error as error:
        print(error, file=sys.stderr)
        return 1

    for indicator, standing, why in zip(table["indicator"], table["standing"], table["why"]):
        print(f"{standing}: {indicator}. {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
