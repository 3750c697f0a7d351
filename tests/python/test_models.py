# SPDX-License-Identifier: LGPL-2.1-or-later
"""Periods, values and other single types, as Python uses them."""

import datetime
import math

import marmot
import pytest


def test_a_period_has_dates():
    year = marmot.Period("2023/24")
    assert year.first_day == datetime.date(2023, 4, 1)
    assert year.last_day == datetime.date(2024, 3, 31)
    assert type(year.first_day) is datetime.date
    assert datetime.date(2024, 1, 1) in year
    assert datetime.date(2024, 4, 1) not in year
    assert marmot.Period("2023/24 Q2") in year
    assert "2023/24" not in year
    assert str(year) == "2023/24"


def test_a_period_from_dates():
    first, last = datetime.date(2017, 4, 1), datetime.date(2017, 9, 30)
    span = marmot.Period.new_span(first, last)
    assert (span.first_day, span.last_day) == (first, last)
    assert marmot.Period.new_day(first).first_day == first


def test_periods_sort():
    texts = ["2023/24", "2021/22", "2022/23"]
    assert [str(p) for p in sorted(map(marmot.Period, texts))] == sorted(texts)
    assert marmot.Period("2022/23").next() == marmot.Period("2023/24")


def test_a_hint_by_its_short_name():
    assert marmot.Period("2023/24", "academic").first_day == datetime.date(2023, 9, 1)
    assert marmot.Period.parse("2023/24", hint=marmot.YearType.ACADEMIC).first_day.month == 9
    with pytest.raises(marmot.ParseError):
        marmot.Period("not a period")
    with pytest.raises(ValueError, match="'academic'"):
        marmot.Period("2023/24", "school")


def test_a_value_keeps_its_state():
    assert float(marmot.Value("1,234.5")) == 1234.5
    assert marmot.Value("1,234.5").decimals == 1
    assert float(marmot.Value(5.25)) == 5.25
    assert marmot.Value(5, 1) == marmot.Value(5.0, decimals=1)
    missing = marmot.Value(math.nan)
    assert missing.state == marmot.ValueState.NOT_AVAILABLE
    for value in (missing, marmot.Value("N/A"), marmot.Value("")):
        with pytest.raises(ValueError, match="no number"):
            float(value)
