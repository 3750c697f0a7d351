# SPDX-License-Identifier: LGPL-2.1-or-later
"""Equal groups, deprivation, funnels and ranks, through Python."""

import csv
from collections import defaultdict
from pathlib import Path

import marmot
import numpy
import pytest

REFERENCE = Path(__file__).parents[1] / "reference"


def read(name):
    with open(REFERENCE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_quantiles_agree_with_the_peer():
    cases = defaultdict(list)
    for row in read("phe-quantile.csv"):
        cases[row["case"]].append(row)
    for rows in cases.values():
        values = [None if row["value"] == "NA" else float(row["value"]) for row in rows]
        result = marmot.quantiles(
            values,
            n_groups=int(rows[0]["n_groups"]),
            highest_first=rows[0]["highest_first"] == "TRUE",
            groups=[[row["group"] for row in rows]],
        )
        expected = [None if row["quantile"] == "NA" else int(row["quantile"]) for row in rows]
        assert list(result["quantile"]) == expected


def test_quantiles_take_pandas():
    pandas = pytest.importorskip("pandas")
    scores = pandas.Series([10.0, 40.0, 20.0, 30.0], index=list("abcd"))
    halves = marmot.quantiles(scores, n_groups=2)
    assert dict(halves["quantile"]) == {"a": 2, "b": 1, "c": 2, "d": 1}
    people = pandas.Series([10, 10, 10, 970], index=list("abcd"))
    by_people = marmot.quantiles(scores, n_groups=2, rule="people", people=people)
    assert list(by_people["quantile"]) == [2, 1, 2, 1]
    with pytest.raises(ValueError, match="indexes"):
        marmot.quantiles(scores, n_groups=2, rule="people", people=people.reset_index(drop=True))


def test_editions_of_deprivation_are_not_mixed():
    old = marmot.DeprivationEdition.new_builtin("imd-2019")
    new = marmot.DeprivationEdition.new_builtin("imd-2025")
    assert (old.lsoa_vintage, new.lsoa_vintage) == (2011, 2021)
    ranks = [1, 3285, 32844, 33000]
    earlier = marmot.deprivation_groups("imd-2019", ranks)
    later = marmot.deprivation_groups(new, ranks)
    assert list(earlier.get_table()["quantile"]) == [1, 2, 10, None]
    assert list(earlier.get_table()["status"])[-1] == "rank-out-of-range"
    assert [finding.rule for finding in earlier.compare(later)] == [
        "deprivation/editions-differ",
        "deprivation/vintages-differ",
    ]
    assert list(earlier.compare(earlier)) == []
    within = marmot.deprivation_groups("imd-2019", [5, 900, 30000, 32000], n_groups=2, areas=["a", "a", "b", "b"])
    assert list(within.get_table()["quantile"]) == [1, 2, 1, 2]
    assert within.scope == marmot.DeprivationScope.WITHIN_AREA
    with pytest.raises(marmot.NotFoundError):
        marmot.DeprivationEdition.new_builtin("imd-1066")


def test_a_funnel_as_the_peer_places_it():
    cases = defaultdict(list)
    for row in read("phe-funnel.csv"):
        cases[row["case"]].append(row)
    for rows in cases.values():
        column = {
            name: [None if row[name] == "NA" else float(row[name]) for row in rows]
            for name in ("numerator", "denominator", "rate")
        }
        by_rate = rows[0]["kind"] == "standardised-rate"
        funnel = marmot.funnel(
            column["numerator"],
            None if by_rate else column["denominator"],
            rate=column["rate"] if by_rate else None,
            kind=rows[0]["kind"],
            multiplier=float(rows[0]["multiplier"]),
            years=1.0 if rows[0]["years"] == "NA" else float(rows[0]["years"]),
        )
        assert list(funnel.get_points()["place"]) == [row["place"] for row in rows]


def test_a_funnel_in_a_frame():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"deaths": [12, 30, 55, 9, 180], "people": [1000, 2500, 4000, 900, 9000]})
    funnel = marmot.funnel(frame["deaths"], frame["people"], kind="rate", spread="additive")
    assert funnel.n_placed == 5
    assert funnel.baseline == pytest.approx(100000 * 286 / 17400)
    points = funnel.get_points().to_pandas()
    assert list(points.columns) == [
        "denominator", "value", "deviate", "place", "adjusted_deviate", "adjusted_place", "status",
    ]
    assert (points["adjusted_deviate"].abs() <= points["deviate"].abs()).all()
    assert len(funnel.get_limits(50).to_pandas()) == 50
    assert "Spiegelhalter" in marmot.Method.get_citation(funnel.get_method())


def test_ranks_and_how_far_chance_could_move_them():
    values = numpy.array([1.0, 2.0, 3.0, 10.0, 4.0])
    errors = numpy.array([0.6, 1.0, 0.4, 0.8, 0.8]) / 1.959963984540054
    table = marmot.rank_areas(values, errors, joint=False)
    assert list(table["rank"]) == [1, 2, 3, 5, 4]
    assert list(table["rank_lower"]) == [1, 1, 2, 5, 3]
    assert list(table["rank_upper"]) == [2, 3, 4, 5, 4]
    assert sum(table["expected_rank"]) == pytest.approx(15)
