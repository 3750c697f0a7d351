# SPDX-License-Identifier: LGPL-2.1-or-later
"""Observations in columns from Python: read, filtered, listed and written back."""

import marmot
import pytest

# Two of three published rows of indicator 93356 (Open Government Licence v3.0).
HEAD = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,"
    "Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,"
    "Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,"
    "Compared to Region value or percentiles,Time period Sortable,New data,Compared to goal\r\n")
ROW = (
    '93356,"Campylobacter incidence rate/100,000\n",E12000005,West Midlands region,E08000026,Coventry,County & UA,'
    "Persons,{},,,2016,{},,,{},{},,,Better,Better,20160000,\r\n")
TEXT = (
    HEAD
    + ROW.format("All ages", "57.2382272017591,49.616637187068,65.6992621491163", 202, 352911)
    + ROW.format("0-9 yrs", "242.770592532119,200.072835829951,291.880494917233", 113, 46546))


def test_read_filter_and_write():
    reader = marmot.FingertipsReader.new()
    figures = reader.read_bytes(TEXT.encode(), None)
    assert [f.rule for f in reader.get_findings()] == ["fingertips/no-goal"]
    assert figures.get_table()["count"].to_list() == [202, 113]

    young = figures.filter("age", "0-9 yrs")
    assert [o.get_age() for o in young] == ["0-9 yrs"]
    assert young[0].get_value().get_number() == 242.770592532119
    assert str(young[0].get_period()) == "2016"

    again = reader.read_bytes(marmot.fingertips_write_bytes(figures), None)
    assert again.get_table() == figures.get_table()


def test_a_wrong_file_says_so():
    with pytest.raises(marmot.InvalidDataError, match="not Fingertips") as caught:
        marmot.FingertipsReader.new().read_bytes(b"a,b\n1,2\n", None)
    assert caught.value.findings[-1].rule == "fingertips/wrong-kind"


def test_education():
    data = (b"time_period,time_identifier,geographic_level,country_code,country_name,absent\n"
            b"201819,Academic year,National,E92000001,England,c\n"
            b"201920,Academic year,National,E92000001,England,4.5\n")
    figures = marmot.EducationReader.new().read_bytes(
        data, b"col_name,col_type,label\nabsent,Indicator,Absence rate\n", None)
    assert figures.get_table()["state"].to_list() == ["suppressed", None]
    assert figures.get_table()["value"].to_list() == [None, 4.5]
