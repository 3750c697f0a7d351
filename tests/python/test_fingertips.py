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


def test_there_and_back_through_pandas(tmp_path):
    path = tmp_path / "93356.csv"
    path.write_text(TEXT, newline="")
    figures = marmot.FingertipsReader.new().read_file(str(path), None)
    frame = figures.get_table().to_pandas()
    assert frame["value"].tolist() == [57.2382272017591, 242.770592532119]
    assert frame["indicator_name"].iloc[0] == "Campylobacter incidence rate/100,000\n"
    assert frame["category"].isna().all()

    again = marmot.ObservationSet.new(marmot.Table(frame))
    assert marmot.fingertips_write_bytes(again) == marmot.fingertips_write_bytes(figures)


EDUCATION_HEAD = b"time_period,time_identifier,geographic_level,country_code,country_name,sex,absent,pupils\n"
EDUCATION_META = (b"col_name,col_type,label\nsex,Filter,Sex\nabsent,Indicator,Absence rate\n"
                  b"pupils,Indicator,Number of pupils\n")


def test_education_and_pandas():
    data = EDUCATION_HEAD + (b"201819,Academic year,National,E92000001,England,Total,c,low\n"
                             b"201819,Academic year,National,E92000001,England,Female,4.5,12\n")
    figures = marmot.EducationReader.new().read_bytes(data, EDUCATION_META, None)
    frame = figures.get_table().to_pandas()
    assert frame["indicator_code"].tolist() == ["absent", "pupils", "absent", "pupils"]
    assert frame["value"].isna().tolist() == [True, False, False, False]
    assert frame["value"].dropna().tolist() == [0, 4.5, 12]
    assert frame["state"].dropna().tolist() == ["suppressed"]
    assert frame["flags"].dropna().tolist() == ["low"]
    again = marmot.ObservationSet.new(marmot.Table(frame))
    assert [str(o.get_value()) for o in again] == [str(o.get_value()) for o in figures]


@pytest.mark.parametrize(
    "rows, rule, is_read",
    [
        (b"201819,Academic year,National,E92000001,England,Total,1,2\n" * 2, "education/duplicate-key", True),
        (b"201819,Academic year,National,E92000001,England,Total,1,2\n"
         b"2018,Calendar year,National,E92000001,England,Total,1,2\n", "education/mixed-time-identifiers", True),
        (b"201819,Academic year,National,E92000001,England,Total,1\n", "csv/ragged-row", False),
        (b"201819,Academic year,National,E92000001,England,Total,1,2,3\n", "csv/ragged-row", False),
        (b"201819,Academic year,National,E92000001,England,Total,many,2\n", "education/not-a-value", False),
    ],
)
def test_what_is_wrong_with_education_is_told(rows, rule, is_read):
    reader = marmot.EducationReader.new()
    if is_read:
        reader.read_bytes(EDUCATION_HEAD + rows, EDUCATION_META, None)
    else:
        with pytest.raises(marmot.InvalidDataError):
            reader.read_bytes(EDUCATION_HEAD + rows, EDUCATION_META, None)
    assert [f.rule for f in reader.get_findings()] == [rule]


def test_limits_are_properties():
    for cls in marmot.FingertipsReader, marmot.EducationReader, marmot.IndicatorReader:
        reader = cls.new()
        assert reader.max_findings == 1000
        reader.max_findings = 3
        reader.max_bytes = 5
        assert (reader.get_max_findings(), reader.get_max_bytes()) == (3, 5)
    with pytest.raises(marmot.TooLargeError):
        reader.read_bytes(b"Indicator ID,Indicator,Definition\n", None)


METADATA = (
    b"Indicator ID,Indicator,Definition,Unit,Value type,Year type,Polarity,Impact of COVID-19,Later\r\n"
    b'93356,"A rate,\r\nof two lines",&lt; 5 &amp; more,"per 100,000",Crude rate,Financial,RAG - Low is good,none,x\r\n'
    b"7,Another,,,New kind,Academic,Not applicable,,\r\n")


def test_metadata(tmp_path):
    path = tmp_path / "metadata.csv"
    path.write_bytes(METADATA)
    reader = marmot.IndicatorReader.new()
    indicators = reader.read_file(str(path), None)
    assert [(f.rule, f.row) for f in reader.get_findings()] == [
        ("fingertips/unknown-column", 1), ("fingertips/unknown-value-type", 4)]
    first, second = indicators
    assert first.get_name() == "A rate,\r\nof two lines"
    assert first.get_definition() == "&lt; 5 &amp; more"
    assert (first.get_unit_value(), first.get_fingertips_id()) == (100_000, 93356)
    assert first.get_polarity() == marmot.Polarity.LOW_IS_GOOD
    assert second.get_value_type() == marmot.ValueType.OTHER
    assert second.get_value_type_name() == "New kind"

    written = marmot.fingertips_write_metadata_bytes(indicators)
    again = reader.read_bytes(written, None)
    assert reader.get_findings()[0].rule == "fingertips/unknown-value-type"
    names = [p.name for p in first.list_properties()]
    for before, after in zip(indicators, again):
        assert [before.get_property(n) for n in names] == [after.get_property(n) for n in names]


def test_records_in_json_need_their_indicators():
    records = (b'[{"IndicatorId": 93356, "AreaCode": "E08000026", "Year": 2016, "YearRange": 1, "Quarter": -1,'
               b' "Month": -1, "SexId": 4, "AgeId": 1, "Val": 57.2, "Count": 202, "Denom": 352911, "LoCI": 49.6,'
               b' "UpCI": 65.7},'
               b' {"IndicatorId": 93356, "AreaCode": "E08000026", "Year": 2017, "YearRange": 1, "Val": -1,'
               b' "Count": -1.000001, "Denom": -1, "LoCI": null}]')
    reader = marmot.FingertipsReader.new()
    with pytest.raises(marmot.InvalidDataError) as caught:
        reader.read_bytes(records, None)
    assert [f.path for f in caught.value.findings] == ["$[0]", "$[1]"]
    assert {f.rule for f in caught.value.findings} == {"fingertips/no-year-type"}

    reader.indicators = marmot.IndicatorReader.new().read_bytes(METADATA, None)
    frame = reader.read_bytes(records, None).get_table().to_pandas()
    assert frame["time_period"].tolist() == ["2016/17", "2017/18"]
    assert frame["sex"].iloc[0] == "Persons"
    assert frame["value"].isna().tolist() == [False, True]
    assert frame["count"].tolist() == [202, -1]
    assert frame["denominator"].isna().tolist() == [False, True]


def test_goals_come_with_metadata_in_json():
    reader = marmot.IndicatorReader.new()
    (indicator,) = reader.read_bytes(
        b'[{"IID": 5, "YearType": {"Id": 1}, "Descriptive": {"Name": "n"},'
        b' "Target": {"LowerLimit": 90, "UpperLimit": 95, "PolarityId": 1}}]', None)
    goal = reader.get_goal(indicator.get_fingertips_id())
    assert (goal.get_form(), goal.get_lower(), goal.get_upper()) == (marmot.GoalForm.RANGE, 90, 95)
    with pytest.raises(marmot.ParseError):
        reader.read_bytes(b'[{"IID": 5, "IID": 6}]', None)
    assert reader.get_goal(5) is None
