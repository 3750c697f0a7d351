# SPDX-License-Identifier: LGPL-2.1-or-later
"""Stocks and flows: what goes in comes out in the kinds of Python, and words stand for
options."""

import datetime
import math

import marmot
import pandas as pd
import polars as pl
import pytest

DAY = datetime.date
CUT, END = DAY(2024, 3, 31), DAY(2025, 3, 31)
SINCE = DAY(2022, 3, 31)


def make_stays():
    """Forty who stay, and thirty who come a month apart, ten of whom move on and leave."""
    rows = []
    for i in range(40):
        rows.append((f"p{i}", "in care", DAY(2020, 1, 1 + i % 28), None, None, DAY(2012, 5, 1)))
    for i in range(30):
        came = DAY(2022, 4, 10) + datetime.timedelta(days=30 * i)
        if i % 3:
            rows.append((f"q{i}", "in care", came, None, None, DAY(2010, 2, 3)))
            continue
        moved, left = came + datetime.timedelta(days=60), came + datetime.timedelta(days=150)
        rows.append((f"q{i}", "in care", came, moved, "at home", DAY(2010, 2, 3)))
        rows.append((f"q{i}", "at home", moved, left, None, DAY(2010, 2, 3)))
    names = ["person", "state", "start", "end", "next", "birth"]
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame])
def test_rates(kind):
    rates = marmot.flow_rates(kind(make_stays()), SINCE, END)
    assert "2 states, 10 moves, 2022-03-31 to 2025-03-31" in repr(rates)
    assert (rates.get_opening(), rates.get_n_entries(), rates.get_n_leavers()) == (40, 30, 10)
    assert rates.get_closing() == 60
    moves = rates.to_table()
    assert moves["from"].to_list() == ["at home", "in care"] and moves["to"].to_list() == [None, "at home"]
    assert moves["moves"].to_list() == [10, 10]
    exact = marmot.rate(10, moves["person_years"][1], multiplier=1, method="exact-poisson")
    assert moves["lower"][1] == exact.lower and moves["upper"][1] == exact.upper
    assert rates.entries()["entries"].to_list() == [30]
    assert rates.stock()["closing"].to_list() == [0, 60]
    assert rates.get_from() == SINCE and rates.get_until() == END
    assert "fewer than 16 moves" in rates.describe()
    per_hundred = marmot.flow_rates(kind(make_stays()), SINCE, END, multiplier=100, confidence=[0.8, 0.95])
    table = per_hundred.to_table()
    assert table["value"][0] == pytest.approx(100 * moves["value"][0])
    assert {"lower_80", "upper_95"} <= set(table.to_pandas().columns)


def test_persons_in_place_of_next():
    stays = make_stays()
    told = marmot.flow_rates(stays, SINCE, END).to_table()
    del stays["next"]
    assert marmot.flow_rates(stays, SINCE, END).to_table() == told


def test_ages():
    rates = marmot.flow_rates(make_stays(), SINCE, END, ages=[5, 10, 14])
    assert rates.to_table() != marmot.flow_rates(make_stays(), SINCE, END).to_table()
    assert rates.stock()["age"].to_list()[::2] == ["0-4", "5-9", "10-13", "14+"]
    with pytest.raises(marmot.Error, match="whole years"):
        marmot.flow_rates(make_stays(), SINCE, END, ages=[10, 5])


def test_projection():
    rates = marmot.flow_rates(make_stays(), SINCE, END)
    projection = marmot.flow_projection(rates, horizon=12, repetitions=400, seed=5)
    table = projection.to_table("state")
    assert table["state"].to_list()[:2] == ["at home", "in care"]
    assert table["value"].to_list()[:2] == [0, 60]
    assert table["date"][2] == DAY(2025, 4, 30)
    total = projection.to_table("total").to_pandas()
    total = total[total["figure"] == "total"]
    # 30 in three years come and a sixth of one leaves a year: it grows.
    assert total["value"].is_monotonic_increasing
    assert (total["lower"] <= total["value"]).all() and (total["value"] <= total["upper"]).all()
    assert projection.get_method() == marmot.Method.MULTISTATE_SIMULATION
    assert "no forecast" in projection.describe() and "400 simulations from seed 5" in projection.describe()
    assert marmot.flow_projection(rates, horizon=12, repetitions=400, seed=5).to_table("state") == table
    assert marmot.flow_projection(rates, horizon=12, repetitions=400, seed=6).to_table("state") != table
    alone = marmot.flow_projection(rates, horizon=12, repetitions=400, method="chance").to_table("total")
    assert alone["upper"][-3] - alone["lower"][-3] < total["upper"].iloc[-1] - total["lower"].iloc[-1]
    with pytest.raises(marmot.Error):
        marmot.flow_projection(rates, horizon=5000)
    with pytest.raises(ValueError):
        marmot.flow_projection(rates, entry_factor=math.nan)


def test_what_if():
    rates = marmot.flow_rates(make_stays(), SINCE, END)

    def after(**options):
        table = marmot.flow_projection(rates, horizon=1, step_months=12, repetitions=0, **options).to_table("total")
        return table["value"].to_list()

    plain, fewer = after(), after(entry_factor=0.9)
    assert fewer[2] == pytest.approx(0.9 * plain[2])
    by_table = after(factors={"flow": ["entry"], "factor": [0.9]})
    assert by_table == fewer
    nobody_moves = after(factors={"flow": ["move", "entry"], "from": ["in care", None], "to": [None, None], "factor": [0, 0]})
    assert nobody_moves[1] == pytest.approx(60)
    with pytest.raises(marmot.Error, match="Row 0"):
        after(factors={"flow": ["move"], "from": ["elsewhere"], "factor": [1]})


def test_back_test():
    test = marmot.flow_back_test(make_stays(), SINCE, CUT, END, repetitions=400, step_months=3)
    table = test.to_table()
    assert table["step"].to_list() == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert table["observed"].to_list()[-3:] == [0, 60, 60]
    assert table["no_change"][-1] == marmot.flow_rates(make_stays(), SINCE, CUT).get_closing()
    assert table["error"][-1] == pytest.approx(table["value"][-1] - 60)
    summary = test.summarise()
    assert summary["steps"].to_list() == ["last", "all"] and summary["figures"].to_list() == [2, 8]
    assert "no change" in test.describe() and "4 steps from 2024-03-31" in repr(test)
    assert marmot.flow_back_test(make_stays(), SINCE, CUT, END, repetitions=0).to_table()["within"].to_list()[0] is None
