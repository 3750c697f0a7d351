# SPDX-License-Identifier: LGPL-2.1-or-later
"""Episodes and their measures, on rows that can be counted by hand."""

import datetime
import pickle

import marmot
import numpy
import pandas
import pytest

DAY = datetime.date


@pytest.fixture
def figures():
    return pandas.DataFrame(
        {
            "id": ["a", "b", "c", "d"],
            "family": ["f1", "f2", "f1", "f3"],
            "start": pandas.to_datetime(["2024-01-01", "2024-01-01", "2024-09-01", "2024-10-01"]).date,
            "end": [DAY(2024, 4, 22), DAY(2024, 4, 23), None, DAY(2024, 11, 1)],
            "end_reason": ["outcomes-met", "not-met", None, None],
            "lead_agency": ["council", "school", "school", None],
            "locality": ["North", "North", "South", "South"],
        }
    )


@pytest.fixture
def episodes(figures):
    return marmot.episodes(figures)


def test_a_set_is_a_list_of_episodes(episodes):
    assert len(episodes) == 4
    first = episodes[0]
    assert (first.id, first.family, first.start, first.end) == ("a", "f1", DAY(2024, 1, 1), DAY(2024, 4, 22))
    assert episodes[2].is_open() and episodes[2].end is None
    assert first.get_text("lead_agency") == "council"
    assert [episode.id for episode in episodes.open_on(DAY(2024, 4, 22))] == ["b"]
    assert [episode.id for episode in episodes.dated_in("start", "2024")] == ["a", "b", "c", "d"]
    assert episodes.count("family") == 3
    assert episodes.coverage == (DAY(2024, 1, 1), DAY(2024, 11, 1))


def test_measures_by_name(episodes):
    found = episodes.measure("closed-within", period="2024").get_measure(0)
    assert (found.numerator, found.denominator) == (2, 3)
    assert found.estimate.value == pytest.approx(2 / 3)
    met = episodes.measure("outcomes-met", period="2024", unknown_counts=True).sum
    assert (met.numerator, met.denominator, met.n_unknown) == (1, 3, 0)
    met = episodes.measure("outcomes-met", period="2024").sum
    assert (met.numerator, met.denominator, met.n_unknown) == (1, 2, 1)


def test_a_year_alone_is_a_calendar_year(episodes):
    by_year = episodes.measure("opened", period="2024", by="locality", step="month", rows=True)
    table = pandas.DataFrame(by_year.to_table().to_pandas())
    assert list(table.columns[:2]) == ["locality", "month"]
    assert len(table) == 24 and table.numerator.sum() == 4
    rows = numpy.asarray(by_year.get_measure(0).rows)
    assert rows.tolist() == [0, 1]
    # From April on: c and d.
    assert episodes.measure("opened", period="2024/25").sum.numerator == 2


def test_what_is_not_covered_is_unknown(episodes):
    totals = episodes.measure("return-back", period="2024")
    assert totals.sum.estimate.status == marmot.Status.NOT_COVERED
    assert [finding.rule for finding in totals.findings] == ["episode/coverage"]
    covered = episodes.with_coverage(DAY(2022, 1, 1), DAY(2025, 12, 31))
    found = covered.measure("return-back", period="2024").sum
    assert (found.numerator, found.denominator) == (1, 4)


def test_parts_add_up_and_travel(figures):
    north = marmot.episodes(figures[figures.locality == "North"])
    south = marmot.episodes(figures[figures.locality == "South"])
    parts = [one.measure("opened", period="2024", by="locality") for one in (north, south)]
    whole = marmot.episodes(figures).measure("opened", period="2024", by="locality")
    assert sum(parts) == whole
    assert pickle.loads(pickle.dumps(whole)) == whole
    with pytest.raises(marmot.InvalidArgumentError):
        whole + marmot.episodes(figures).measure("closed", period="2024", by="locality")


def test_needs_belong_to_episodes(figures):
    needs = {"episode": ["a", "a", "b"], "outcome": ["1", "5", "1"], "met": [DAY(2024, 4, 1), None, DAY(2024, 4, 1)]}
    found = marmot.episodes(figures, needs=needs).measure("needs-met", period="2024").sum
    assert (found.numerator, found.denominator) == (2, 3)


def test_every_measure_says_what_it_is():
    for measure in marmot.EpisodeMeasure.__enum_values__.values():
        assert marmot.EpisodeMeasure.get_definition(measure)
        assert marmot.EpisodeMeasure.get_source(measure)


def test_mistakes_are_told(episodes):
    with pytest.raises(ValueError, match="closed-within"):
        episodes.measure("closed-inside")
    with pytest.raises(TypeError):
        episodes.measure("opened", colour="red")
    with pytest.raises(TypeError):
        episodes.measure("opened", marmot.episode_options(period="2024"), period="2024")
    with pytest.raises(marmot.NotFoundError):
        episodes.measure("opened", by="level")
    # The name of an unknown column may be a cell, where a file has no header.
    with pytest.raises(marmot.InvalidArgumentError, match="Column 2 ") as told:
        marmot.episodes({"id": ["a"], "shoe_size": [4]})
    assert "shoe_size" not in str(told.value)
