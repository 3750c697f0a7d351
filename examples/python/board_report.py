#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads a board pack, judges its figures and writes the report of the board.

    board_report.py PACK_FOLDER OUTPUT_FOLDER

The same program in C and JavaScript stands beside this one; the three write the
same bytes.
"""
import sys

import marmot
from gi.repository import Gio


def main(arguments):
    if len(arguments) != 3:
        sys.exit(f"Usage: {arguments[0]} PACK_FOLDER OUTPUT_FOLDER")
    folder, output = map(Gio.File.new_for_commandline_arg, arguments[1:])

    reader = marmot.PackReader()
    try:
        pack = reader.read_folder(folder, None)
    except marmot.Error as error:
        print(error, file=sys.stderr)
        for finding in reader.findings:
            print(f"  {finding}", file=sys.stderr)
        return 1

    report = marmot.BoardReport.new(pack)
    report.write(output, None)
    print(report.to_text())

    # The objects behind the page can be walked as well.
    print("Every indicator with a target")
    for row in report.scorecard:
        print(f"  {row.indicator.id}: {row.current_reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
