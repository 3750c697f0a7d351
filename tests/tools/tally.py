#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts the test cases in Meson's logs and prints one line: N passed, N failed.

Usage: tally.py [--broken STEP]... BUILD_DIR...

Every build directory must hold meson-logs/testlog.json. A program that speaks
TAP counts once for every case, any other once. Nothing is taken on trust: a
program that crashed, ran out of time, was skipped or ran no case counts as a
failure, and so does a log that is missing or empty, and every step named as
broken. The exit status is 0 only if nothing failed.
"""
import argparse
import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)


def count(test):
    """The passed and failed cases of one program of the log, and the skipped."""
    passed = failed = skipped = 0
    for bad, rest in CASE.findall(test.get("stdout") or ""):
        if bad:
            failed += 1
        elif re.search(r"# *skip", rest, re.IGNORECASE):
            skipped += 1
        else:
            passed += 1
    if passed + failed == 0 and test["result"] == "OK":
        # Speaks no TAP: the program is the case. One that speaks it and ran no
        # case is not OK for Meson.
        passed = 1
    if test["result"] != "OK" and failed == 0:
        failed = 1
    return passed, failed, skipped


def details(test):
    """The lines with which a failed program says what failed and why."""
    lines = []
    telling = False
    for line in (test.get("stdout") or "").splitlines():
        if re.match(r"(not )?ok\b", line):
            telling = line.startswith("not ok")
        if telling and len(lines) < 100:
            lines.append("    " + line)
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", action="append", default=[])
    parser.add_argument("builds", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    passed = failed = 0
    notes = []
    for build in arguments.builds:
        name = build.name
        log = build / "meson-logs" / "testlog.json"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        if not lines:
            failed += 1
            notes.append(f"{name}: no test ran")
        for line in lines:
            test = json.loads(line)
            good, bad, skipped = count(test)
            passed += good
            failed += bad
            if bad:
                notes.append(f"{name}: {test['name']}: {bad} failed ({test['result']})")
                notes += details(test)
            if skipped:
                notes.append(f"{name}: {test['name']}: {skipped} skipped")
    # A step whose tests are counted above fails again here only if no case did.
    for step in arguments.broken:
        if not (step.startswith("tests:") and failed):
            failed += 1
        notes.append(f"{step}: failed")

    for note in notes:
        print(note)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
