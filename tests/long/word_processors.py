#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds that pages of assessments go through a word processor and come back.

Usage: word_processors.py SOFFICE

LibreOffice opens each page, saves it as its own document and as one of Word, and writes
those as HTML again: headings by level and the cells of all tables must be the same, and
the import of forms must read the same assessment. It takes a minute, and a package of
half a gigabyte, so ./dev test runs it with --long alone.
"""
import datetime
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/python"))

import marmot  # noqa: E402

from page_reader import read_page  # noqa: E402

VANGUARD = ROOT / "examples/data/trauma-vanguard/heat-2023.json"


def make_pages():
    heat = marmot.AssessmentTemplate.new_builtin("phe-heat-simplified-2020")
    vanguard = marmot.Assessment.new_from_file(VANGUARD, None)
    newer = vanguard.copy()
    newer.set_scope(newer.scope.replace("targeted", "open"))
    newer.set_sponsor_role("Director")
    next(iter(newer.evidence)).set_value(marmot.Value.parse("38%", 0))
    form = heat.to_html()
    for answer in ("q1", "q2", "q2b"):
        empty = f'<th scope="row">{answer}</th><td></td><td></td>'
        assert empty in form
        form = form.replace(empty, f'<th scope="row">{answer}</th><td>Answered</td><td>To {answer}:<br>“yes” – &amp; no</td>')
    return heat, {
        "vanguard": vanguard.to_html(heat, marmot.AssessmentPageOptions.new(datetime.date(2025, 2, 5))),
        "filled-in": form,
        "empty": heat.to_html(),
        "changes": vanguard.diff_to_html(newer, None),
    }


def convert(soffice, folder, name, before, after):
    """Writes folder/name.before as folder/name.after."""
    # Its profile goes into our folder, so that nothing of anybody's own is touched.
    done = subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", after,
                           "--outdir", str(folder), str(folder / f"{name}.{before}")],
                          capture_output=True, text=True, timeout=300, check=False)
    suffix = after.partition(":")[0]
    made = folder / f"{name}.{suffix}"
    assert done.returncode == 0 and made.exists(), f"{name}: {before} to {after}: {done.stdout}{done.stderr}"
    return made


def compare(name, first, second):
    before, after = read_page(first), read_page(second)
    assert before.headings == after.headings, f"{name}: headings differ: {before.headings} and {after.headings}"
    assert len(before.tables) == len(after.tables), f"{name}: {len(before.tables)} tables, and then {len(after.tables)}"
    for number, (a, b) in enumerate(zip(before.tables, after.tables), 1):
        for row, (x, y) in enumerate(zip(a.rows, b.rows), 1):
            assert x == y, f"{name}: table {number}, row {row}: {x} became {y}"
        assert len(a.rows) == len(b.rows), f"{name}: table {number} had {len(a.rows)} rows, and has {len(b.rows)}"


def compare_imports(name, heat, first, second):
    before = marmot.AssessmentImport.new_from_html(first.encode(), heat)
    after = marmot.AssessmentImport.new_from_html(second.encode(), heat)
    assert before.get_assessment() == after.get_assessment(), \
        f"{name}: {before.get_assessment().diff_to_text(after.get_assessment())}"
    rules = [[f.rule for f in read.get_findings()] for read in (before, after)]
    assert rules[0] == rules[1], f"{name}: {rules[0]} and {rules[1]}: {after.get_leftovers().to_pandas().to_string()}"


def main():
    soffice = sys.argv[1]
    heat, pages = make_pages()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, page in pages.items():
            (folder / f"{name}.html").write_text(page, encoding="utf-8")
            convert(soffice, folder, name, "html", "odt")
            convert(soffice, folder, name, "odt", "docx")
            for kind in ("odt", "docx"):
                (folder / f"{name}-{kind}.{kind}").write_bytes((folder / f"{name}.{kind}").read_bytes())
                back = convert(soffice, folder, f"{name}-{kind}", kind, "html:HTML").read_text(encoding="utf-8")
                compare(f"{name} through {kind}", page, back)
                if name in ("vanguard", "filled-in", "empty"):
                    compare_imports(f"{name} through {kind}", heat, page, back)
                print(f"{name} through {kind}: {len(read_page(page).headings)} headings and "
                      f"{len(read_page(page).tables)} tables are the same")


main()
