# SPDX-License-Identifier: LGPL-2.1-or-later
"""Known answers of others, through Python in bulk, and bit for bit what C gives
for one."""

import csv
from collections import defaultdict
from pathlib import Path

import marmot
import pytest

REFERENCE = Path(__file__).parents[1] / "reference"


def number(text):
    return None if text == "NA" else float(text)


@pytest.mark.parametrize("name", ["proportion", "rate"])
def test_in_bulk(name):
    function = getattr(marmot, name)
    batches = defaultdict(list)
    with open(REFERENCE / f"phe-{name}.csv", newline="") as file:
        for row in csv.DictReader(file):
            batches[row["level1"], row["level2"], row["multiplier"]].append(row)
    assert len(batches) > 10
    for (*levels, multiplier), rows in batches.items():
        confidence = [float(level) for level in levels if level != "NA"]
        options = {"confidence": confidence, "multiplier": float(multiplier)}
        x, n = ([number(row[column]) for row in rows] for column in "xn")
        if 1 in confidence:
            with pytest.raises(marmot.InvalidArgumentError):
                function(x, n, **options)
            continue
        many = function(x, n, **options)
        for i, row in enumerate(rows):
            expected = [number(row[c]) for c in ("value", "lower1", "upper1", "lower2", "upper2")]
            expected = expected[: 1 + 2 * len(confidence)]
            found = [many.value[i]]
            for level in confidence:
                found += [limits[i] for limits in many.interval(level)]
            if None in expected:
                assert found == expected
                continue
            # The peer loses digits in the last of the tail.
            tolerance = 1e-9 if max(confidence) > 0.99999 else 1e-12
            assert found == pytest.approx(expected, rel=tolerance, abs=1e-300), row["case"]
            one = function(x[i], n[i], **options)
            assert found == [one.value, *(limit for level in confidence for limit in one.interval(level))]
