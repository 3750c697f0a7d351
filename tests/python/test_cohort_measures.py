# SPDX-License-Identifier: LGPL-2.1-or-later
"""Measures of people, on young people who can be counted by hand. Everybody is made up."""

import datetime
import pickle

import marmot
import pandas as pd
import pytest

DAY = datetime.date


def days(*texts):
    return [None if text is None else DAY.fromisoformat(text) for text in texts]


@pytest.fixture(scope="module")
def leavers():
    return marmot.people(
        {"person": ["a", "b", "c"], "birth": days("2004-06-15", "2004-06-15", "2003-06-15"), "sex": ["F", "M", "M"]},
        {
            "person": ["a", "b", "c"], "start": days("2019-01-01", "2019-01-01", "2019-01-01"),
            "end": days("2022-06-15", "2022-06-15", "2021-06-15"), "start_reason": ["S", "S", "S"],
            "end_reason": ["E6", "E6", "E6"], "legal_status": ["C2", "C2", "C2"], "placement": ["U4", "U4", "U4"],
        },
        contacts={"person": ["a", "b", "c"], "year": [2023, 2023, 2023], "in_touch": ["YES", "NO", "DIED"],
                  "activity": ["F1", "0", "0"], "accommodation": ["U1", "0", "0"]},
        covers=(DAY(2010, 4, 1), DAY(2024, 3, 31)),
    )


def test_by_short_names(leavers):
    found = leavers.measure("in-touch", period="2023/24", by="sex", rows=True)
    assert isinstance(found, marmot.Tally) and found.name == "in-touch"
    assert repr(found) == "<marmot.Tally in-touch in 2 groups by sex>"
    table = found.to_table().to_pandas().set_index("sex")
    assert list(table["numerator"]) == [1, 0] and list(table["denominator"]) == [1, 1]
    assert table.loc["M", "excluded_died"] == 1
    assert found.get_measure(0).rows.to_list() == [0]
    assert pickle.loads(pickle.dumps(found)) == leavers.measure("in-touch", period="2023/24", by="sex")
    assert "; the day on which a period ends is not counted" in found.conventions


def test_conventions(leavers):
    assert leavers.measure("eet").sum.denominator == 2
    assert leavers.measure("eet", from_age=20).sum.denominator == 0
    assert leavers.measure("eet", conventions="statute").sum.denominator == 2
    # Of that year nobody has a contact.
    before = leavers.measure("eet", marmot.cohort_options(period="2022/23", to_age=18)).sum
    assert before.denominator == 0 and before.n_unknown == 2 and str(before.estimate.status) == "not-covered"
    assert leavers.measure("care-leavers", day=DAY(2023, 1, 1)).sum.numerator == 3
    assert leavers.measure("children-in-care", day=DAY(2020, 1, 1), population=1000, per=1000).sum.estimate.value == 3
    with pytest.raises(TypeError, match="and not both"):
        leavers.measure("eet", marmot.cohort_options(), by="sex")
    with pytest.raises(ValueError, match="'in-touch'"):
        leavers.measure("happy")
    with pytest.raises(marmot.InvalidArgumentError, match="another denominator"):
        leavers.measure("eet", from_age=21, to_age=22)
    with pytest.raises(marmot.NotFoundError):
        leavers.measure("dental-check")
    with pytest.raises(marmot.NotFoundError):
        leavers.measure("eet", by="ethnicity_of_nobody")


def test_what_a_measure_is():
    measure = marmot.CohortMeasure.SDQ_PUBLISHED
    assert "5 to 16" in marmot.CohortMeasure.get_label(measure)
    assert "Collected is the score of 4 to 16" in marmot.CohortMeasure.get_definition(measure)
    assert "OC2" in marmot.CohortMeasure.get_source(measure)
    assert "short breaks alone" in marmot.CohortMeasure.get_reasons(measure)


def test_beside_neighbours_and_england(leavers):
    indicator = marmot.Indicator(id="in-touch", name="Care leavers in touch", polarity=marmot.Polarity.HIGH_IS_GOOD)
    here = marmot.observation(leavers.measure("in-touch").sum, indicator, period="2023/24")
    assert str(here.value) == "50%" and str(here.numerator) == "1" and str(here.denominator) == "2"
    assert here.note == "1 excluded (died 1)" and str(here.period) == "2023/24"
    england = marmot.Observation(indicator=indicator, value=marmot.Value.parse("90%"),
                                 period=marmot.Period.parse("2023/24", "financial"))
    spec = marmot.ComparisonSpec.new(marmot.ComparisonMethod.INTERVAL, marmot.Polarity.HIGH_IS_GOOD)
    compared = marmot.Comparison.new_compare(here, england, spec)
    # Of two people nobody can tell.
    assert str(compared.relation) == "similar"
    assert here.lower.number < 50 and here.confidence == 0.95


def test_a_figure_that_is_not_there(leavers):
    nothing = marmot.observation(leavers.measure("in-touch", to_age=17).sum)
    assert nothing.value.state == marmot.ValueState.NOT_AVAILABLE
    assert nothing.value.text == "denominator-not-positive"
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.observation(marmot.Measure.new(1, 2, 0, None, [], None, None))
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.observation(leavers.measure("in-touch").sum, multiplier=0)


def test_a_frame_of_many_is_quick():
    n = 20_000
    birth = pd.Series(pd.Timestamp("2004-04-01") + pd.to_timedelta(pd.RangeIndex(n) % 1000, unit="D"))
    frame = pd.DataFrame({"person": [f"p{i}" for i in range(n)], "birth": birth})
    episodes = frame.assign(start=birth + pd.Timedelta(days=15 * 365), end=birth + pd.DateOffset(years=18),
                            start_reason="S", end_reason="E6", legal_status="C2", placement="U4").drop(columns="birth")
    contacts = pd.DataFrame({"person": frame["person"], "year": 2023, "in_touch": "YES", "activity": "F1",
                             "accommodation": "U1"})
    everybody = marmot.people(frame, marmot.episodes(episodes, "care"), contacts=contacts,
                              covers=(DAY(2010, 4, 1), DAY(2024, 3, 31)))
    found = everybody.measure("in-touch", by="age").sum
    nineteenth = birth + pd.DateOffset(years=19)
    twentieth = birth + pd.DateOffset(years=20)
    inside = sum(((d >= "2023-04-01") & (d < "2024-04-01")).sum() for d in (nineteenth, twentieth))
    assert found.numerator == found.denominator == inside > 1000
