# SPDX-License-Identifier: LGPL-2.1-or-later
"""Times to an event: what goes in comes out in its kind, and counts add up."""

import datetime
import pickle

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pytest

AML = {
    "stop": [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
    "status": [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
    "arm": ["kept"] * 11 + ["not"] * 12,
}


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame])
def test_curves_of_groups(kind):
    curves = marmot.survival(kind(AML), groups="arm", method="log")
    table = curves.at("event-free", [28, 200])
    assert table["arm"].to_list() == ["kept", "kept", "not", "not"]
    assert table["value"][0] == pytest.approx(0.61363636363636354, rel=1e-14)
    assert table["lower"][0] == pytest.approx(0.37686705950167976, rel=1e-12)
    assert table["status"].to_list() == ["ok", "beyond-follow-up", "ok", "ok"]
    assert table["value"].to_list()[1] is None and table["value"][3] == 0
    assert table.to_pandas()["at_risk"][0] == 6


def test_what_is_read_off_curves():
    curves = marmot.survival(AML, groups="arm", method="log")
    assert "23 rows in 2 groups" in repr(curves)
    assert curves.quantiles([0.25, 0.5])["value"].to_list() == [18, 31, 8, 23]
    assert curves.get_median(0).value == 31
    assert curves.restricted_means(45)["value"].to_list() == pytest.approx([30.738636363636363, 22.708333333333336])
    summary = curves.summarise()
    assert summary["rows"].to_list() == [11, 12] and summary["emptied"].to_list() == [False, False]
    contrast = curves.get_difference(0, 1, "event-free", 0, 28)
    assert contrast.value == pytest.approx(0.61363636363636354 - 0.3888888888888889)
    hazard = curves.at("hazard", [13])
    assert hazard["value"][0] == pytest.approx(0.19090909090909092)


def test_log_rank():
    test = marmot.log_rank(AML, "arm")
    assert test.statistic == pytest.approx(3.3963886989776011, rel=1e-12)
    assert test.df == 1 and test.status == marmot.Status.OK
    assert str(test) == "chi-squared 3.40 on 1 degree of freedom, p 0.065, log-rank"
    assert marmot.log_rank(AML, "arm", rho=1).statistic == pytest.approx(2.7792795447517733, rel=1e-12)
    assert marmot.log_rank(marmot.event_counts(AML, groups="arm")).statistic == test.statistic
    twice = {key: list(values) * 2 for key, values in AML.items()}
    twice["place"] = ["north"] * len(AML["stop"]) + ["south"] * len(AML["stop"])
    places = marmot.log_rank_series(twice, "arm", "place")
    assert places["place"].to_list() == ["north", "south"]
    assert places["statistic"].to_list() == [test.statistic] * 2
    assert test.to_table()["rows"].to_list() == [11, 12]
    with pytest.raises(TypeError, match="groups"):
        marmot.log_rank(AML)


def test_parts_add_up():
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({
        "stop": rng.integers(1, 400, 3000), "status": rng.integers(0, 3, 3000), "area": rng.choice(list("abcdef"), 3000),
    })
    whole = marmot.event_counts(frame, groups="area", causes=2)
    parts = [marmot.event_counts(part, groups="area", causes=2) for _, part in frame.groupby(frame.index % 7)]
    # Parts without some of the areas.
    parts.append(marmot.event_counts(frame[frame.area == "c"].iloc[:0], groups="area", causes=2))
    total = sum(pickle.loads(pickle.dumps(part)) for part in parts)
    assert total == whole and hash(total) == hash(whole) and total != parts[0]
    assert len({total, whole}) == 1
    assert (
        marmot.survival(total, causes=2).to_table("cause") == marmot.survival(frame, groups="area", causes=2).to_table("cause")
    )
    assert type(whole).deserialize(whole.serialize()) == whole
    with pytest.raises(TypeError):
        whole + 1
    with pytest.raises(marmot.InvalidArgumentError):
        whole + marmot.event_counts(frame, groups="area", causes=3)


def test_causes_and_clusters():
    rows = {"stop": [1, 2, 2, 3, 4, 5], "status": [1, 2, 0, 1, 2, 0], "cluster": ["x", "x", "y", "y", None, None]}
    curves = marmot.survival(rows, causes=2)
    assert curves.get_variance() == marmot.Method.INFINITESIMAL_JACKKNIFE
    table = curves.at("cause", [5])
    assert sum(table["value"].to_list()) + table["event_free"][0] == pytest.approx(1, abs=1e-15)
    with pytest.raises(marmot.InvalidArgumentError, match="belong together"):
        marmot.survival(marmot.event_counts(rows, causes=2), causes=2)
    assert marmot.gray_test(rows, [0, 1, 0, 1, 0, 1], cause=2, causes=2).df == 1


def test_bad_rows_are_named_and_say_nothing():
    rows = {"stop": [5, 912345, 3], "status": [1, 7, 0], "who": ["a", "b", "b"]}
    curves = marmot.survival(rows, groups="who")
    assert [curves.get_status(group) for group in (0, 1)] == [marmot.Status.OK, marmot.Status.UNKNOWN_STATE]
    (finding,) = curves.get_counts().get_findings()
    assert finding.path == "rows/1" and "912345" not in str(finding) and "7" not in finding.message
    with pytest.raises(marmot.NotFoundError):
        marmot.survival({"stop": [1], "event": [1]})
    with pytest.raises(marmot.ColumnTypeError):
        marmot.survival({"stop": ["1"], "status": [1]})
    with pytest.raises(TypeError):
        marmot.survival(marmot.event_counts(rows), groups="who")


def test_dates_and_plain_shares():
    day = datetime.date
    frame = pd.DataFrame({
        "from": [day(2019, 3, 1), day(2019, 3, 1), day(2020, 1, 1)],
        "to": [day(2020, 3, 1), None, day(2020, 1, 20)],
    })
    times = marmot.follow_up(marmot.table({name: list(frame[name]) for name in frame}), day(2020, 6, 1))
    assert times["stop"].to_list() == [366, 458, 19] and times["status"].to_list() == [1, 0, 1]
    leap = marmot.follow_up({name: list(frame[name]) for name in frame}, day(2020, 6, 1), skip_leap_days=True)
    assert leap["stop"].to_list() == [365, 457, 19]
    share = marmot.shares_within(times, 112)
    assert (share["count"][0], share["denominator"][0], share["too_young"][0]) == (1, 3, 0)
    assert marmot.shares_within(times, 365)["too_young"][0] == 1
    assert marmot.survival(times).at("ended", [365])["value"][0] == pytest.approx(1 / 3)


def test_states():
    out = marmot.state_shares(pd.DataFrame({
        "la": list("aaaab"), "time": [17, 17, 17, 18, 18], "state": ["school", "work", None, "work", "work"],
    }), groups="la")
    assert isinstance(out, pd.DataFrame)
    assert out["la"].to_list() == ["a", "a", "a", "a", "b", "b"]
    assert out["known"].to_list() == [2, 2, 1, 1, 1, 1] and out["unknown"].to_list() == [1, 1, 0, 0, 0, 0]
    assert out["value"].to_list() == [0.5, 0.5, 0, 1, 0, 1]
    moves = marmot.state_transitions({"from": ["a", "a", "b"], "to": ["b", None, "b"]})
    assert moves["from"].to_list() == ["a", "b"] and moves["to"].to_list() == ["b", "b"]
    assert moves["known"].to_list() == [1, 1] and moves["unknown"].to_list() == [1, 0]


def test_a_key_named_as_a_column_of_the_result_is_refused():
    rows = {"stop": [3, 9], "status": [1, 0], "age": [9, 9]}
    for taken in ("count", "value", "status", "too_young"):
        with pytest.raises(marmot.InvalidArgumentError, match=taken):
            marmot.shares_within(rows, 5, groups={taken: ["a", "b"]})
    for taken in ("n_rows", "df", "p_value"):
        with pytest.raises(marmot.InvalidArgumentError, match=taken):
            marmot.log_rank_series(rows, marmot.groups(["x", "y"]), {taken: ["a", "a"]})
