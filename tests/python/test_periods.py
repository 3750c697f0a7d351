# SPDX-License-Identifier: LGPL-2.1-or-later
"""Periods as Python sees them, and the page about them."""

import datetime
import pathlib
import re

import marmot
import pytest

PAGE = pathlib.Path(__file__).parents[2] / "doc" / "periods.md"
HINTS = {
    "hint academic": "academic",
    "hint August to July": "august-to-july",
    "hint financial year end point": "financial-year-end",
}


def rows_of_the_page():
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 4:
            yield cells


@pytest.mark.parametrize("cells", rows_of_the_page(), ids=lambda cells: cells[0])
def test_the_page_tells_the_truth(cells):
    hint = next((year for words, year in HINTS.items() if words in cells[0]), "financial")
    texts = re.findall("`([^`]+)`", cells[0])
    assert texts
    for text in texts:
        own = "calendar" if f"`{text}` with hint calendar" in cells[0] else hint
        assert str(marmot.Period.parse(text, own)) == cells[3].strip("`"), text


def test_the_page_has_every_row():
    assert len(list(rows_of_the_page())) == 21


def test_dates_are_dates():
    day = marmot.Period.new_day(datetime.date(2024, 3, 31))
    half = marmot.Period.new_span(datetime.date(2017, 4, 1), datetime.date(2017, 9, 30))

    assert day.first_day == day.last_day == datetime.date(2024, 3, 31)
    assert (half.first_day, half.last_day) == (datetime.date(2017, 4, 1), datetime.date(2017, 9, 30))
    assert half.contains_day(datetime.date(2017, 9, 30))
    assert not half.contains_day(datetime.date(2017, 10, 1))
    assert (datetime.date(1970, 1, 1) + datetime.timedelta(half.start_days)) == half.first_day


def test_quarters_are_told_from_the_year_to_date():
    half = marmot.Period.parse("2017/18 Q1-Q2", "financial")
    second = marmot.Period.parse("2017/18 Q2", "financial")

    assert str(half.subtract(second)) == "2017/18 Q1"
    with pytest.raises(marmot.Error):
        second.subtract(half)


def test_what_is_no_period_is_an_error():
    for text in ("2023/25", "31 February 2024", "1/7/22", "canary"):
        with pytest.raises(marmot.ParseError) as caught:
            marmot.Period.parse(text, "financial")
        assert "canary" not in str(caught.value)


def test_time_ends():
    assert marmot.Period.parse("9999", "financial").next() is None
