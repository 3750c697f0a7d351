# SPDX-License-Identifier: LGPL-2.1-or-later
"""Surveys, and before and after: what goes in comes out in its kind, with its number."""

import math

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pytest


def test_which_counts_a_percentage_can_stand_for():
    assert tuple(marmot.attainable_counts(37, 0, 39)) == (0, 15, 14)
    assert tuple(marmot.attainable_counts(99, 0, 389)) == (4, 384, 387)
    out = marmot.attainable_counts_column([83, 37, None], [0, 0, 0], [61, 38, 10])
    assert out["status"].to_list() == ["not-attainable", "ok", "missing"]
    assert out["first"].to_list() == [None, 14, None]
    with pytest.raises(marmot.InvalidArgumentError):
        marmot.attainable_counts(37.5, 0, 40)


def test_a_share_tells_respondents_from_all():
    share = marmot.survey_share(384, 389, invited=1000)
    assert "98.7% (97.0% to 99.4%, 95%) of 389 respondents; 38.9% of 1000 invited" in str(share)
    assert share.get_lowest() == 0.384 and share.get_highest() == 0.995


def test_a_percentage_that_cannot_be_is_refused():
    with pytest.raises(marmot.InvalidDataError):
        marmot.SurveyShare.new_from_percent(83, 0, 61, None)


def test_answers_in_a_data_frame():
    frame = pd.DataFrame({"hub": ["a", "a", "a", "b"], "answer": [1.0, 0.0, None, 1.0], "weight": [1, 1, 1, 2]})
    out = marmot.survey_shares(frame, groups="hub", multiplier=100)
    assert isinstance(out, pd.DataFrame)
    assert out["hub"].to_list() == ["a", "b"]
    assert out["value"].to_list() == [50, 100]
    assert out["response"].to_list() == pytest.approx([200 / 3, 100], rel=1e-15)
    assert out["small"].to_list() == [True, True]


def test_counts_in_polars_with_a_population():
    frame = pl.DataFrame({"count": [30], "respondents": [100], "population": [1000]})
    out = marmot.survey_shares(frame)
    assert isinstance(out, pl.DataFrame)
    assert out["effective_n"][0] == pytest.approx(111, rel=1e-15)


def test_paired_proportions_in_numbers_and_columns():
    change = marmot.paired_proportions(36, 2, 12, 0)
    assert change.get_lower() == pytest.approx(0.0569, abs=5e-5)
    assert change.get_test() == marmot.Method.MCNEMAR_MID_P
    exact = marmot.paired_proportions(1, 1, 7, 12, test="mcnemar-exact")
    assert exact.get_p_value() == pytest.approx(0.0703125, rel=1e-12)
    out = marmot.paired_proportions(*(np.array([x, x]) for x in (36, 2, 12, 0)), method="tango")
    assert out["lower"].to_list() == pytest.approx([0.0611, 0.0611], abs=5e-5)


def test_people_before_and_after():
    frame = pd.DataFrame({"site": list("aaab"), "before": [1.0, 2.0, None, 5.0], "after": [2.0, 4.0, 1.0, 5.0]})
    out = marmot.paired_changes(frame, groups="site")
    assert out["value"][0] == 1.5 and out["pairs"].to_list() == [2, 1] and out["joined"].to_list() == [1, 0]
    assert out["status"].to_list() == ["ok", "too-few-values"]
    yes = pl.DataFrame({"before": [True, False, False], "after": [True, True, False]})
    out = marmot.paired_changes(yes, multiplier=100)
    assert isinstance(out, pl.DataFrame)
    assert out["value"][0] == pytest.approx(100 / 3, rel=1e-15) and out["improved"][0] == 1


def test_impact_is_for_designs_with_a_control():
    change, control = marmot.paired_proportions(36, 2, 12, 0), marmot.paired_proportions(30, 6, 8, 6)
    alone = marmot.study_change("before-after", change, 50)
    assert alone.get_word() == "change" and "mpact" not in str(alone)
    matched = marmot.study_change("matched", change, 50, control, 50)
    assert matched.get_word() == "impact" and "Impact of 0.16" in str(matched)
    for wrong in (lambda: marmot.study_change("before-after", change, 0),
                  lambda: marmot.study_change("randomised", change, 50)):
        with pytest.raises(marmot.InvalidArgumentError):
            wrong()
    with pytest.raises(TypeError):
        marmot.study_change("matched", change, 50, control)
    out = marmot.study_changes("before-after", {"change": [3.0], "lower": [1.0], "upper": [4.0], "n": [0]})
    assert out["status"].to_list() == ["denominator-not-positive"] and out["word"].to_list() == ["change"]


def test_waves_and_two_surveys():
    first, second = marmot.survey_share(200, 400), marmot.survey_share(250, 400)
    change = marmot.survey_change(first, second, 0, 0)
    plain = marmot.proportion_difference(250, 400, 200, 400)
    assert change.get_lower() == pytest.approx(plain.get_lower(), rel=1e-12)
    out = marmot.survey_waves(pd.DataFrame({"wave": [2, 1], "count": [250, 200], "respondents": [400, 400]}))
    assert isinstance(out, pd.DataFrame)
    assert out["change"][0] == 0.125 and np.isnan(out["change"][1])
    assert out["p_value"][0] == pytest.approx(plain.get_p_value(), rel=1e-9)
    assert 0.09 < marmot.survey_detectable(0.5, 400, 400, 0.95, 0.8, True) < 0.1


def test_bright_spots():
    places = {"value": [53.0] + [50 + (i * 17 % 39 - 19) / 10 for i in range(1, 40)], "standard_error": [0.1] * 40}
    out = marmot.bright_spots(places)
    assert out["verdict"].to_list()[0] == "luck"
    assert out["words"].to_list()[0].startswith("Not a bright spot")
    shares = pl.DataFrame({"count": [3800] + [3560 + 8 * (i % 5) for i in range(1, 40)], "respondents": [4000] * 40})
    out = marmot.bright_spots(shares)
    assert isinstance(out, pl.DataFrame) and out["verdict"][0] == "bright"


@pytest.mark.parametrize(
    "call",
    [
        lambda wrong: marmot.survey_share(3, 10, invited=wrong),
        lambda wrong: marmot.survey_shares({"count": [3], "respondents": [10]}, design_effect=wrong),
        lambda wrong: marmot.survey_waves({"count": [3], "respondents": [10], "wave": [1]}, power=wrong),
        lambda wrong: marmot.paired_changes({"before": [1], "after": [2]}, smallest_change=wrong),
        lambda wrong: marmot.direct_rates({"count": [30], "population": [10], "weight": [1]}, minimum_count=wrong),
        lambda wrong: marmot.life_expectancies({"age": [0], "deaths": [3], "population": [10]}, maximum_width=wrong),
        lambda wrong: marmot.funnel([1, 2], [10, 10], kind="rate", years=wrong),
    ],
    ids=["share", "shares", "waves", "paired", "direct", "life", "funnel"],
)
@pytest.mark.parametrize("wrong", [math.nan, math.inf])
def test_an_option_that_is_no_number_is_not_left_out(call, wrong):
    with pytest.raises(ValueError, match="is not a number"):
        call(wrong)
