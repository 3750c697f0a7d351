#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds that the rooms over person-level data never make a finding that may
quote a value: marmot_finding_new_published may not be named there at all.

Usage: check-person-level.py LIB_FOLDER
"""
import pathlib
import sys
import tempfile

ROOMS = ("episode", "cohort")
FORBIDDEN = "marmot_finding_new_published"


def offences(lib):
    """Every line of a person-level room that names the forbidden constructor."""
    found = []
    for room in ROOMS:
        for path in sorted((lib / room).rglob("*.[ch]*")):
            lines = path.read_text(encoding="utf-8").splitlines()
            found += [f"{path.relative_to(lib)}:{number}"
                      for number, line in enumerate(lines, 1) if FORBIDDEN in line]
    return found


def check_the_check():
    """A rule that nothing can break proves nothing: plant an offence and find it."""
    with tempfile.TemporaryDirectory() as folder:
        lib = pathlib.Path(folder)
        for room in ROOMS:
            (lib / room).mkdir()
            (lib / room / "planted.c").write_text(f"\n  {FORBIDDEN} (rule);\n", encoding="utf-8")
        expected = [f"{room}/planted.c:2" for room in ROOMS]
        assert offences(lib) == expected, offences(lib)


def main():
    lib = pathlib.Path(sys.argv[1])
    check_the_check()
    # If the constructor is renamed, this file must follow.
    if FORBIDDEN not in (lib / "core" / "marmot-finding.c").read_text(encoding="utf-8"):
        sys.exit(f"{FORBIDDEN} is not in lib/core/marmot-finding.c any more: change this check with it")
    found = offences(lib)
    for place in found:
        print(f"{place}: findings on person-level data may not quote values: use marmot_finding_new")
    sys.exit(1 if found else 0)


main()
