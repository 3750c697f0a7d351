# SPDX-License-Identifier: LGPL-2.1-or-later
"""Standardised rates: data frames in and out, in the kind that came in."""

import marmot
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

STANDARD = marmot.StandardPopulation.new_builtin("european-2013")
BANDS = list(STANDARD.bands)
FIGURES = {
    "area": ["Coventry"] * 19 + ["Rugby"] * 19,
    "band": BANDS * 2,
    "count": [3 + i % 5 for i in range(38)],
    "population": [1000 + 37 * i for i in range(38)],
}


def by_hand(area):
    rows = [i for i, name in enumerate(FIGURES["area"]) if name == area]
    weights = STANDARD.get_weights()
    total = sum(w * FIGURES["count"][i] / FIGURES["population"][i] for w, i in zip(weights, rows))
    return 100000 * total / sum(weights)


KINDS = {
    "dict": (dict, marmot.Table),
    "pandas": (pd.DataFrame, pd.DataFrame),
    "polars": (pl.DataFrame, pl.DataFrame),
    "pyarrow": (pa.table, pa.Table),
    "table": (marmot.table, marmot.Table),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_that_came_in_comes_out(kind):
    make, expected = KINDS[kind]
    result = marmot.direct_rates(make(FIGURES), groups="area", standard="european-2013")
    assert isinstance(result, expected)
    out = marmot.table(result)
    assert out.get_names()[:5] == ["area", "value", "lower", "upper", "status"]
    assert out["area"].to_list() == ["Coventry", "Rugby"]
    assert out["value"].to_list() == pytest.approx([by_hand("Coventry"), by_hand("Rugby")], rel=1e-14)
    assert out["crude"].to_list()[0] == pytest.approx(
        100000 * sum(FIGURES["count"][:19]) / sum(FIGURES["population"][:19]), rel=1e-14
    )


def test_levels_and_policy():
    few = pd.DataFrame({"count": [3.0, None], "population": [100, 200], "weight": [1, 1]})
    out = marmot.direct_rates(few, confidence=(0.95, 0.998), minimum_count=0, missing_is_zero=True)
    assert out["value"][0] == pytest.approx(1500, rel=1e-14)
    assert out["lower_99.8"][0] < out["lower_95"][0] < out["value"][0] < out["upper_99.8"][0]
    assert marmot.direct_rates(few)["status"][0] == "missing"
    assert marmot.direct_rates(few, missing_is_zero=True)["status"][0] == "too-few-events"


def test_years_of_life_lost():
    years = marmot.years_to_age([40.0, 70.0, 80.0], 75)
    out = marmot.years_lost_rates(
        {"count": [10, 20, 500], "population": [10000, 8000, 3000], "weight": [60, 30, 10], "years": years}
    )
    assert out["years"].to_list() == [450]
    assert out["crude"].to_list() == [pytest.approx(2500)]


def test_a_standard_from_a_file():
    json = b"""{"format": "marmot-standard-populations", "populations": [{"name": "mine", "title": "t",
        "source": "s", "bands": ["0-4", "5+"], "weights": [1, 3]}]}"""
    mine = marmot.StandardPopulation.new_from_json(json, "mine")
    out = marmot.direct_rates(
        {"band": ["0 to 4", "5 and over"], "count": [20, 10], "population": [1000, 1000]}, standard=mine
    )
    assert out["value"].to_list() == [pytest.approx(1250)]
    with pytest.raises(marmot.NotFoundError, match="european-1976"):
        marmot.direct_rates(FIGURES, standard="atlantis")
    with pytest.raises(marmot.NotFoundError, match="weight"):
        marmot.direct_rates(FIGURES)


def test_indirect_with_totals_given_apart():
    rows = pd.DataFrame({
        "area": ["b", "a", "b", "a", "c"],
        "population": [100, 200, 300, 400, 100],
        "reference_count": [10, 10, 30, 30, 10],
        "reference_population": [1000] * 5,
    })
    totals = pd.DataFrame({"area": ["a", "b", "z"], "count": [28, 5, 7]})
    out = marmot.indirect_ratios(rows, observed=totals, groups="area", multiplier=100)
    assert out["area"].tolist() == ["a", "b", "c"]
    assert out["value"].tolist()[:2] == pytest.approx([200, 50], rel=1e-14)
    assert out["status"].tolist() == ["ok", "ok", "missing"]
    rates = marmot.indirect_rates(rows.assign(count=[1, 10, 4, 18, 2]), groups="area")
    assert rates["value"][0] == pytest.approx(2 * rates["reference_rate"][0], rel=1e-14)


LIFE = {
    "band": ["0-4", "5-74", "75+"],
    "deaths": [12, 900, 4000],
    "population": [20000, 200000, 50000],
}


def test_life_tables_of_any_bands():
    frame = pl.DataFrame({name: values * 2 for name, values in LIFE.items()} | {"area": ["a"] * 3 + ["b"] * 3})
    tables = marmot.life_tables(frame, groups="area")
    assert isinstance(tables, pl.DataFrame)
    assert tables["area"].to_list() == ["a"] * 3 + ["b"] * 3
    at_birth = marmot.life_expectancies(frame, groups="area", confidence=(0.95, 0.998))
    one = marmot.LifeTable.new(LIFE, None)
    assert at_birth["value"].to_list() == [one.get_expectancy(0).value] * 2
    assert tables["value"][2] == pytest.approx(12.5, rel=1e-14)
    assert marmot.life_expectancies(LIFE, age=75)["deaths"].to_list() == [4000]
    inside = marmot.life_expectancies(LIFE, age=66)
    assert inside["value"].to_list() == [one.get_expectancy(66).value]
    assert inside["value"].to_list() == one.get_years(marmot.Column([66.0])).to_list()
    assert 12.5 < inside["value"][0] < one.get_expectancy(65).value
    assert inside["lower"][0] < inside["value"][0] < inside["upper"][0]
    few = marmot.life_expectancies(LIFE, minimum_population=1e9)
    assert few["status"].to_list() == ["population-too-small"]
    missing = marmot.life_expectancies({**LIFE, "deaths": [12, None, 4000]})
    assert missing["status"].to_list() == ["missing"] and missing["value"].to_list() == [None]


def test_a_gap_by_age_and_cause():
    cause = {"cause": ["x", "x", "x", "y", "y", "y"], "band": LIFE["band"] * 2, "population": LIFE["population"] * 2}
    most = {**cause, "deaths": [12, 900, 4000, 6, 300, 1000]}
    least = {**cause, "deaths": [8, 600, 4000, 6, 300, 900]}
    gap = marmot.LifeGap.new(most, least, None)
    parts = gap.to_table().to_pandas()
    assert gap.gap.value > 0
    for part in ("age", "cause", "age-cause"):
        assert parts["value"][parts["part"] == part].sum() == pytest.approx(gap.gap.value, abs=1e-12)
    both = pd.concat([pd.DataFrame(most).assign(second=0), pd.DataFrame(least).assign(second=1)])
    bulk = marmot.life_gaps(both)
    assert bulk["value"].tolist() == parts["value"].tolist()


def test_healthy_parts_of_a_gap_by_band_have_intervals():
    health = {"share_variance": [0.0002, 0.0001, 0.0004]}
    first = {**LIFE, **health, "share": [0.97, 0.85, 0.4]}
    second = {**LIFE, **health, "share": [0.98, 0.9, 0.5], "deaths": [9, 700, 3900]}
    parts = marmot.LifeGap.new(first, second, None).to_table().to_pandas().set_index("part")
    for part in ("healthy-mortality", "healthy-health"):
        by_band = parts.loc[part + "-age"]
        assert by_band["value"].sum() == pytest.approx(parts.loc[part, "value"], abs=1e-12)
        assert (by_band["lower"] < by_band["value"]).all() and (by_band["value"] < by_band["upper"]).all()
