# SPDX-License-Identifier: LGPL-2.1-or-later
"""Gaps: whether they narrowed, in the kind of table that came in."""

import math

import marmot
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

KINDS = {
    "dict": (dict, marmot.Table),
    "pandas": (pd.DataFrame, pd.DataFrame),
    "polars": (pl.DataFrame, pl.DataFrame),
    "pyarrow": (pa.table, pa.Table),
    "table": (marmot.table, marmot.Table),
}

GROUPS = {
    "most_1": [300.0, 300.0], "most_se_1": [3.0, None], "least_1": [200.0, 200.0], "least_se_1": [3.0, 3.0],
    "most_2": [140.0, 140.0], "most_se_2": [2.0, 2.0], "least_2": [80.0, 80.0], "least_se_2": [2.0, 2.0],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_that_came_in_comes_out(kind):
    make, expected = KINDS[kind]
    assert isinstance(marmot.gap_changes(make(GROUPS)), expected)
    series = {"area": ["a", "a", "b"], "time": [2015, 2016, 2015], "gap": [4.0, 2.0, 1.0], "gap_se": [1.0, 1.0, 1.0]}
    out = marmot.gap_trends(make(series), groups="area")
    assert isinstance(out, expected)
    assert marmot.table(out)["area"].to_list() == ["a", "b"]


def test_a_change_by_hand():
    out = marmot.gap_changes(pd.DataFrame(GROUPS))
    assert out["change"][0] == -40
    se = math.sqrt(3**2 + 3**2 + 2**2 + 2**2)
    assert out["change_upper"][0] == pytest.approx(-40 + 1.959963984540054 * se, rel=1e-14)
    assert out["change_statistic"][0] == pytest.approx(-40 / se, rel=1e-14)
    assert out["change_p_narrowed"][0] == pytest.approx(0.5 * math.erfc(40 / se / math.sqrt(2)), rel=1e-12)
    assert out["percent"][0] == pytest.approx(-40)
    assert out["ratio_change"][0] == pytest.approx((140 / 80) / (300 / 200))
    assert out["verdict"][0] == "narrowed absolutely, widened relatively"
    assert out["change_status"][1] == "missing"
    assert pd.isna(out["verdict"][1])


def test_which_way_is_better():
    years = {"most_1": [70.0], "most_se_1": [0.2], "least_1": [80.0], "least_se_1": [0.2],
             "most_2": [73.0], "most_se_2": [0.2], "least_2": [81.0], "least_se_2": [0.2]}
    out = marmot.gap_changes(years, more_is_better=True, confidence=(0.95, 0.998))
    assert out["change"].to_list() == [-2]
    assert "change_lower_99.8" in out.columns()
    assert out["verdict"].to_list() == ["narrowed absolutely, narrowed relatively"]


def test_another_edition_of_the_index():
    gaps = {"gap_1": [10.0], "gap_se_1": [1.0], "gap_2": [4.0], "gap_se_2": [1.0]}
    out = marmot.gap_changes(gaps, edition_1="imd-2015", edition_2="imd-2019")
    assert out["comparable"].to_list() == [False]
    assert out["verdict"].to_list() == [None]
    assert "editions" in out["reason"][0]
    out = marmot.gap_changes({**gaps, "edition_1": ["imd-2015"], "edition_2": ["imd-2019"]}, across_editions=True)
    assert out["verdict"].to_list() == ["narrowed absolutely"]
    same = marmot.gap_changes({**gaps, "lsoa_vintage_1": [2011], "lsoa_vintage_2": [2021]})
    assert same["comparable"].to_list() == [False]


def test_one_change():
    change = marmot.GapChange.new_from_gaps(10, 1, 4, 1, None)
    assert str(change) == "narrowed absolutely"
    assert change.get_change().value == -6
    assert change.get_ratio_change() is None
    with pytest.raises(marmot.NotFoundError, match="gap_se_1"):
        marmot.gap_changes({"gap_1": [1.0]})


GROUPS_OF_AREAS = {
    "area": ["a"] * 5 + ["b"] * 5,
    "rank": [1, 2, 3, 4, 5] * 2,
    "estimate": [50.0, 42.0, 37.0, 30.0, 26.0] * 2,
    "standard_error": [2.0] * 10,
    "population": [1000, 1200, 900, 1100, 1000] * 2,
}


@pytest.mark.parametrize("kind", KINDS)
def test_events_fewer(kind):
    make, expected = KINDS[kind]
    out = marmot.excess(make(GROUPS_OF_AREAS), per=1000, areas="area")
    assert isinstance(out, expected)
    table = marmot.table(out)
    assert table["area"].to_list() == ["a", "b"]
    assert table["excess_most"].to_list() == [pytest.approx(24)] * 2
    rows = marmot.table(marmot.excess(make(GROUPS_OF_AREAS), per=1000, areas="area", totals=False))
    assert sum(rows["excess"].to_list()[:5]) == pytest.approx(table["excess"][0])


def test_what_to_prevent():
    out = marmot.levelling(pd.DataFrame(GROUPS_OF_AREAS), per=1000, areas="area", goal="gap", target=12)
    assert out["to"][0] == pytest.approx(38)
    assert out["events"].tolist()[:5] == [pytest.approx(12), 0, 0, 0, 0]
    half = marmot.levelling(GROUPS_OF_AREAS, per=1000, areas="area", goal="share-of-slope", totals=True)
    assert half["events"][0] > 12
    with pytest.raises(ValueError, match="least-deprived"):
        marmot.excess(GROUPS_OF_AREAS, per=1000, reference="utopia")
    with pytest.raises(TypeError):
        marmot.excess(GROUPS_OF_AREAS)


def test_had_the_mix_not_changed():
    figures = {
        "rank": [1, 2, 3], "estimate_1": [30.0, 20.0, 10.0], "population_1": [100, 100, 100],
        "estimate_2": [28.0, 20.0, 8.0], "population_2": [50, 100, 200],
    }
    out = marmot.mix_changes(figures)
    assert out["mean_change"][0] == pytest.approx(out["mean_figures"][0] + out["mean_mix"][0])
    assert out["mean_held"][0] == pytest.approx((28 + 20 + 8) / 3)
    assert out["mean_change_lower"].to_list() == [None]
    parts = marmot.mix_changes(figures, contributions=True)
    assert sum(parts["slope_mix"].to_list()) == pytest.approx(out["slope_mix"][0])


def test_what_could_be_told_from_chance():
    out = marmot.detectable_changes({"proportion": [12.0], "n_1": [800], "n_2": [800]}, per=100)
    assert out["rise"][0] == pytest.approx(4.92, abs=0.005)
    assert "noise" in out["words"][0]
    needed = marmot.needed_sizes({"proportion_1": [12.0], "proportion_2": [out["rise_to"][0]]}, per=100, words=False)
    assert needed["n_1"][0] == pytest.approx(800, rel=1e-9)
    assert "words" not in needed.columns()
    assert marmot.detectable_gap(3, 4, None) == pytest.approx(5 * 2.80158, rel=1e-5)


PUPILS = {"disadvantaged_count": [30, 0], "disadvantaged_n": [80, 15], "others_count": [150, 40], "others_n": [250, 60]}


@pytest.mark.parametrize("kind", KINDS)
def test_attainment(kind):
    make, expected = KINDS[kind]
    out = marmot.attainment_gaps(make(PUPILS))
    assert isinstance(out, expected)
    table = marmot.table(out)
    assert table["gap"][0] == pytest.approx(22.5)
    assert table["odds_ratio"][0] == pytest.approx(2.5)
    assert table["relative_status"].to_list() == ["ok", "not-defined"]


def test_attainment_over_the_years():
    two = {f"{name}_{t}": [numbers[0] + (10 if t == 2 and name == "disadvantaged_count" else 0)]
           for name, numbers in PUPILS.items() for t in (1, 2)}
    out = marmot.attainment_changes(two)
    assert out["change"][0] == pytest.approx(-12.5)
    assert out["verdict"][0] == "narrowed absolutely, narrowed relatively (chance could explain both)"
    assert out["standardised"][0] == "narrowed"
    years = {"time": [2022, 2023, 2024], "disadvantaged_count": [30, 35, 40], "disadvantaged_n": [80] * 3,
             "others_count": [150] * 3, "others_n": [250] * 3}
    trend = marmot.attainment_trends(years, confidence=0.9)
    assert trend["slope"][0] == pytest.approx(-6.25)
    assert trend["standardised_slope"][0] < 0


def test_the_groups_say_what_they_are_of():
    def fifths(name):
        edition = marmot.DeprivationEdition.new_builtin(name)
        return marmot.DeprivationGroups.new_england(edition, marmot.column([1.0, 20000.0]), None, 5)

    gaps = {"gap_1": [10.0], "gap_se_1": [1.0], "gap_2": [4.0], "gap_se_2": [1.0]}
    out = marmot.gap_changes(gaps, groups_1=fifths("imd-2015"), groups_2=fifths("imd-2019"))
    assert out["verdict"].to_list() == [None]
    same = marmot.gap_changes(gaps, groups_1=fifths("imd-2019"), groups_2=fifths("imd-2019"))
    assert same["verdict"].to_list() == ["narrowed absolutely"]


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), np.float64("nan")])
def test_a_number_that_is_none_is_an_error_and_not_the_default(wrong):
    groups = {"rank": [1, 2, 3], "estimate": [50.0, 40.0, 30.0], "population": [10, 10, 10]}
    gaps = {"gap_1": [5.0], "gap_se_1": [1.0], "gap_2": [4.0], "gap_se_2": [1.0]}
    with pytest.raises(ValueError, match="target"):
        marmot.excess(groups, per=100, reference="target", target=wrong)
    with pytest.raises(ValueError, match="target"):
        marmot.levelling(groups, per=100, target=wrong)
    with pytest.raises(ValueError, match="covariance"):
        marmot.gap_changes(gaps, covariance=wrong)
    with pytest.raises(ValueError, match="aversion"):
        marmot.inequality("extended-concentration", [1.0, 2.0, 3.0], rank=[1, 2, 3], aversion=wrong)
    with pytest.raises(ValueError, match="smallest_change"):
        marmot.paired_changes({"before": [1.0, 2.0], "after": [2.0, 4.0]}, smallest_change=wrong)
    with pytest.raises(ValueError, match="invited"):
        marmot.survey_share(3, 10, invited=wrong)


def test_a_target_and_its_reference_go_together():
    groups = {"rank": [1, 2, 3], "estimate": [50.0, 40.0, 30.0], "population": [10, 10, 10]}
    with pytest.raises(TypeError, match="target"):
        marmot.excess(groups, per=100, reference="target")
    with pytest.raises(TypeError, match="target"):
        marmot.excess(groups, per=100, target=35)
    assert marmot.excess(groups, per=100, reference="target", target=35)["excess_worse"][0] == pytest.approx(2)


def test_numbers_alone_go_the_way_of_rows():
    counts = {"disadvantaged_count": [120], "disadvantaged_n": [300], "others_count": [560], "others_n": [900]}
    row = marmot.attainment_gaps(counts)
    gap = marmot.attainment_gap(120, 300, 560, 900)
    assert (gap.value, gap.lower, gap.upper) == (row["gap"][0], row["gap_lower"][0], row["gap_upper"][0])

    excess = marmot.excess_of_group(50, 4000, per=1000, target=26, standard_error=2)
    assert excess.value == pytest.approx(96) and excess.lower < 96 < excess.upper
    assert marmot.excess_of_group(50, 4000, per=1000, target=26).value == excess.value

    levelling = marmot.levelling_of_group(50, 4000, per=1000, target=26, standard_error=2)
    rows = marmot.levelling({"estimate": [50], "population": [4000], "standard_error": [2]}, per=1000, target=26)
    assert levelling.value == rows["events"][0] == pytest.approx(96)
    assert (levelling.lower, levelling.upper) == (rows["events_lower"][0], rows["events_upper"][0])
    assert marmot.levelling_of_group(20, 4000, per=1000, target=26).value == 0

    change = marmot.gap_change(10, 1, 6, 1.2, edition_1="imd-2015", edition_2="imd-2019")
    assert change.change.value == -4 and not change.comparable

    fall, rise = marmot.detectable_change(proportion=0.3, n_1=800, n_2=900)
    changes = marmot.detectable_changes({"proportion": [0.3], "n_1": [800], "n_2": [900]})
    assert (fall, rise) == (changes["fall"][0], changes["rise"][0])
    assert marmot.detectable_change(rate=50, years_1=9000, years_2=9000, per=1000)[1] > 0
    with pytest.raises(TypeError):
        marmot.detectable_change(proportion=0.3, n_1=800)
    with pytest.raises(marmot.InvalidDataError):
        marmot.detectable_change(proportion=1.3, n_1=800, n_2=800)

    first, second = marmot.needed_size(proportion_1=30, proportion_2=35, ratio=2, per=100)
    sizes = marmot.needed_sizes({"proportion_1": [30], "proportion_2": [35], "ratio": [2]}, per=100)
    assert (first, second) == (sizes["n_1"][0], sizes["n_2"][0]) and second == 2 * first
    assert marmot.needed_size(rate_1=50, rate_2=40, per=1000)[0] > 0
    assert marmot.needed_factor(2, 2, 4, None) == marmot.needed_sizes({"gap_se_1": [2], "change": [4]})["factor"][0]
    with pytest.raises(TypeError):
        marmot.needed_size(proportion_1=0.3, rate_2=0.2)
    with pytest.raises(marmot.InvalidDataError):
        marmot.needed_size(rate_1=50, rate_2=50, per=1000)


def test_attainment_and_mix_know_their_editions_row_by_row():
    year = {"disadvantaged_count": [120, 120], "disadvantaged_n": [300, 300], "others_count": [560, 560],
            "others_n": [900, 900]}
    years = {f"{name}_{t}": values for t in (1, 2) for name, values in year.items()}
    editions = {"edition_1": ["imd-2015", "imd-2019"], "edition_2": ["imd-2019", "imd-2019"]}
    assert list(marmot.attainment_changes({**years, **editions})["comparable"]) == [False, True]
    of_all = marmot.attainment_changes(years, edition_1="imd-2015", edition_2="imd-2019", across_editions=True)
    assert list(of_all["comparable"]) == [False, False] and of_all["verdict"][0] is not None
    mix = {"area": ["a", "a", "b", "b"], "rank": [1, 2, 1, 2], "estimate_1": [3, 2, 3, 2], "population_1": [9, 9, 9, 9],
           "estimate_2": [3, 2, 3, 2], "population_2": [9, 9, 9, 9], "edition_1": ["imd-2019"] * 4,
           "edition_2": ["imd-2019"] * 3 + ["imd-2025"]}
    assert list(marmot.mix_changes(mix, areas="area")["comparable"]) == [True, False]
    assert list(marmot.mix_changes(mix, areas="area", contributions=True)["comparable"]) == [True, True, False, False]
