#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks a health equity assessment as of a day, says what is missing or does not agree,
and writes its page and the empty form.

    health_equity_assessment.py ASSESSMENT DAY OUTPUT_FOLDER

The same program in C and JavaScript stands beside this one; the three print the same,
and write the same bytes.
"""
import datetime
import pathlib
import sys

import marmot


def read_day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def main(arguments):
    day = read_day(arguments[2]) if len(arguments) == 4 else None
    if day is None:
        sys.exit(f"Usage: {arguments[0]} ASSESSMENT DAY OUTPUT_FOLDER, with a day such as 2025-02-05")
    output = pathlib.Path(arguments[3])
    try:
        assessment = marmot.Assessment.new_from_file(arguments[1], None)
        form = marmot.AssessmentTemplate.new_builtin(assessment.template)
        page = assessment.to_html(form, marmot.AssessmentPageOptions.new(day))
    except marmot.Error as error:
        print(error, file=sys.stderr)
        return 1

    print(assessment.id)
    counts = assessment.summarise(form)
    for what, n, of in zip(counts["what"], counts["n"], counts["of"]):
        print(f"  {what}: {n} of {of}")
    window = assessment.get_review_window(form)
    if window:
        print(f"To be reviewed: {window[0]} to {window[1]}")
    for finding in assessment.validate(form, day):
        print(f"{finding.rule}: {finding.message}")

    output.mkdir(parents=True, exist_ok=True)
    (output / "report.html").write_text(page, encoding="utf-8")
    (output / "form.html").write_text(form.to_html(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
