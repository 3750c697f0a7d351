# SPDX-License-Identifier: LGPL-2.1-or-later
"""Areas, sums and views of the indicator room, as a data scientist uses them."""
import marmot
import pytest


def area(code, **more):
    return marmot.Area(id=code, code=code, name=code, **more)


def test_areas_have_types_parents_and_neighbours():
    county = marmot.AreaType(id=502, name="Counties and UAs (from Apr 2023)", short_name="County & UA")
    areas = marmot.AreaSet()
    coventry, region, leeds = area("E08000026", area_type=county), area("E12000005"), area("E08000035", area_type=county)
    for one in (coventry, region, leeds):
        areas.add(one)
    areas.add_parent(coventry, region)
    areas.add_neighbour(coventry, leeds, marmot.NeighbourSource.CIPFA, 4)

    assert len(areas) == 3
    assert [a.code for a in areas.get_parents_of(coventry)] == ["E12000005"]
    [neighbour] = areas.get_neighbours_of(coventry, marmot.NeighbourSource.CIPFA)
    assert (neighbour.neighbour.code, neighbour.rank) == ("E08000035", 4)
    assert len(areas.get_neighbours_of(coventry, marmot.NeighbourSource.DFE_CHILDREN)) == 0
    with pytest.raises(marmot.Error):
        areas.add_parent(region, coventry)


def test_pseudo_areas():
    kind, number, rest = marmot.PseudoArea.parse("nn-3-E08000026")
    assert (kind, number, rest) == (marmot.PseudoArea.NEIGHBOURS, 3, "E08000026")


@pytest.fixture
def figures():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({
        "indicator_id": [1, 1, 1, 1],
        "area_code": ["A", "B", "C", "A"],
        "sortable": [20210000, 20210000, 20210000, 20200000],
        "value": [6.0, 4.0, None, 5.0],
        "compared_england": ["Worse", "Better", "Not compared", "Similar"],
    })
    return marmot.ObservationSet.new(marmot.table(frame))


def test_views_become_frames(figures):
    latest = figures.filter("sortable", "20210000")
    frame = marmot.view_ranked(latest).to_pandas()
    assert list(frame["area_code"]) == ["B", "A", "C"]
    assert list(frame["rank"].fillna(-1)) == [1, 2, -1]
    assert list(marmot.view_profile(figures, "A").to_pandas()["value"]) == [6.0]
    assert list(marmot.view_newly_worse(figures, "compared_england").to_pandas()["area_code"]) == ["A"]
    with pytest.raises(marmot.Error, match="area_code"):
        marmot.view_ranked(figures)
