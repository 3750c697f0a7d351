# SPDX-License-Identifier: LGPL-2.1-or-later
"""The lives on the page "Is this young person a care leaver?" say what the library says.

The programs on the page are run by tests/check-readme.py.
"""

import json
import pathlib
import re

import marmot

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGE = ROOT / "doc/care-leavers.md"
LIVES = {
    life["id"]: life
    for life in json.loads((ROOT / "tests/reference/care-lives.json").read_text(encoding="utf-8"))["lives"]
}
# `a-life` on 2022-05-04: and, after an empty line, what is quoted.
LIFE = re.compile(r"^`([a-z0-9-]+)` on (\d{4}-\d\d-\d\d):\n\n((?:>.*\n)+)", re.MULTILINE)


def printed(name, day):
    """The status and its reasons, each with whether its rule was read or is from memory."""
    known = ("birth", "spells", "facts", "complete", "death", "uasc_until", "covered_until")
    status = marmot.care_leaver(**{key: LIVES[name][key] for key in known}).status_on(day)
    steps = status.steps
    lines = [f"> **{status}**", ">"]
    for text, basis in zip(steps["text"].to_list(), steps["basis"].to_list()):
        lines.append(f"> - {text}" + (f" *({basis})*" if basis else ""))
    return "\n".join(lines) + "\n"


def test_every_life_on_the_page_is_as_printed():
    lives = LIFE.findall(PAGE.read_text(encoding="utf-8"))

    # The first of ten is the one of the programs.
    assert len({name for name, _, _ in lives}) == 9
    for name, day, quoted in lives:
        assert quoted == printed(name, day), (name, day)


def test_lives_on_the_page_are_those_worked_by_hand():
    asked = {name: {ask["day"] for ask in life["asks"]} for name, life in LIVES.items()}

    for name, day, _ in LIFE.findall(PAGE.read_text(encoding="utf-8")):
        assert day in asked[name], (name, day)
    assert "2018-07-20" in asked["to-18"]
