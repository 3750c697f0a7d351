# SPDX-License-Identifier: LGPL-2.1-or-later
"""Recent trends in bulk, from data frames, against what the Fingertips site
published."""

import csv
import gzip
from fractions import Fraction
from pathlib import Path

import marmot
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

REFERENCE = Path(__file__).parents[1] / "reference" / "fingertips"
CELLS = {
    "value": "values",
    "lower": "lower95",
    "upper": "upper95",
    "count": "counts",
    "denominator": "denominators",
}


@pytest.fixture(scope="module")
def cases():
    with gzip.open(REFERENCE / "trend.csv.gz", "rt", newline="") as file:
        return [row for row in csv.DictReader(file) if row["engine"] == "live2025"]


@pytest.fixture(scope="module")
def figures(cases):
    """The figures of all series, a row each."""
    columns = {name: [] for name in ("series", "period", *CELLS, "value_type", "polarity")}
    for case in cases:
        years = case["years"].split(";")
        columns["series"] += [case["case_id"]] * len(years)
        columns["period"] += map(int, years)
        columns["value_type"] += [case["value_type"]] * len(years)
        columns["polarity"] += [case["polarity"] or None] * len(years)
        for name, of_case in CELLS.items():
            columns[name] += [float(cell) if cell else None for cell in case[of_case].split(";")]
    return columns


def test_every_label_that_the_site_published(cases, figures):
    result = marmot.Trend.columns(marmot.table(figures), marmot.groups(figures["series"]))
    assert len(cases) == 2128
    assert result["label"].to_list() == [case["expected_label"] for case in cases]


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame, pa.table])
def test_frames_of_each_kind_give_the_same(figures, frame):
    expected = marmot.Trend.columns(marmot.table(figures), marmot.groups(figures["series"]))
    if frame is pl.DataFrame:
        given = frame(figures, strict=False)
    else:
        given = frame(figures)
    assert marmot.Trend.columns(marmot.table(given), marmot.groups(given["series"])) == expected


def test_the_line_is_that_of_exact_arithmetic(cases, figures):
    """Slope and chi-squared of all series, worked out in fractions."""
    result = marmot.Trend.columns(marmot.table(figures), marmot.groups(figures["series"]))
    chi_squared, slope = result["chi_squared"].to_list(), result["slope"].to_list()
    n = 0
    for i, case in enumerate(cases):
        if chi_squared[i] is None:
            continue
        cells = {name: case[of_case].split(";") for name, of_case in CELLS.items()}
        rows = [dict(zip(cells, row)) for row in zip(*cells.values())]
        rows = [row for row in rows if all(row.values()) and float(row["denominator"]) > 0][-5:]
        s = st = stt = sv = stv = largest = Fraction(0)
        for t, row in enumerate(rows, 1):
            value, lower, upper = (Fraction(float(row[name])) for name in ("value", "lower", "upper"))
            weight = (Fraction(392, 100) / (upper - lower)) ** 2
            s, st, stt = s + weight, st + weight * t, stt + weight * t * t
            sv, stv = sv + weight * value, stv + weight * t * value
            largest = max(largest, abs(value))
        spread = s * stt - st * st
        line = (s * stv - st * sv) / spread
        # What is lost is lost in the difference of two sums of values.
        assert abs(slope[i] - line) <= 1e-12 * largest, case["case_id"]
        statistic = line * line * spread / s
        assert abs(chi_squared[i] - statistic) <= 1e-9 * (1 + statistic), case["case_id"]
        n += 1
    assert n > 1300


def test_one_series(figures):
    one = {name: values[:6] for name, values in figures.items()}
    trend = marmot.Trend.new_figures(marmot.table(one), None)
    assert trend.label == "Increasing"
    assert trend.reason == marmot.TrendReason.SIGNIFICANT
    assert trend.points_used == 5
    assert trend.method == marmot.Method.TREND_FINGERTIPS
    assert trend.sentence.endswith(".")


def test_a_short_name_that_is_none(figures):
    one = {name: values[:6] for name, values in figures.items()}
    one["polarity"] = ["secret"] * 6
    with pytest.raises(marmot.InvalidDataError, match="Row 1 of \"polarity\"") as caught:
        marmot.Trend.new_figures(marmot.table(one), None)
    assert "secret" not in str(caught.value)
