#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds a monitoring tool against board packs, and against the tool that is built in.

    monitoring.py TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...

The same program in C and JavaScript stands beside this one; the three write the
same bytes.
"""
import pathlib
import sys

import marmot
from gi.repository import Gio


def read(reader, read_it, argument):
    try:
        return read_it(Gio.File.new_for_commandline_arg(argument), None)
    except marmot.Error as error:
        print(error, file=sys.stderr)
        for finding in reader.findings:
            print(f"  {finding}", file=sys.stderr)
        sys.exit(1)


def main(arguments):
    if len(arguments) < 4:
        sys.exit(f"Usage: {arguments[0]} TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...")
    reader = marmot.MonitoringToolReader()
    tool = read(reader, reader.read_file, arguments[1])

    coverage = marmot.MonitoringCoverage.new(tool)
    for folder in arguments[3:]:
        reader = marmot.PackReader()
        coverage.add_pack(read(reader, reader.read_folder, folder))

    covered = coverage.to_text(None)
    changed = marmot.MonitoringTool.new_built_in().diff_to_text(tool)
    output = pathlib.Path(arguments[2])
    output.mkdir(parents=True, exist_ok=True)
    (output / "coverage.txt").write_text(covered, encoding="utf-8")
    (output / "changes.txt").write_text(changed, encoding="utf-8")
    print(covered, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
