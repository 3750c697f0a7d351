# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Fingertips' own tests assert of its periods, numbers and labels, through
Python: the same rows as the C tests hold."""

import csv
from pathlib import Path

import marmot
import pytest

REFERENCE = Path(__file__).parents[1] / "reference" / "fingertips"
PERIOD_TYPES = {
    "Calendar": "calendar",
    "Yearly": "november-to-october",
    "Financial": "financial",
    "Financial multi-year": "financial",
    "Financial year end point": "financial-year-end",
    "Academic": "academic",
}


def rows(name):
    with open(REFERENCE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def year_type(nick):
    """The member whose short name ends so, since the names have a common start."""
    members = {m.value_nick: m for m in marmot.YearType.__enum_values__.values()}
    return members[nick]


def test_periods_print_and_sort_as_on_the_site():
    n_texts = n_keys = 0
    for row in rows("time_periods.csv"):
        kind = marmot.YearType.CALENDAR
        if row["year_type_id"]:
            known, kind = marmot.YearType.from_fingertips_id(int(row["year_type_id"]))
            assert known
        month = int(row["month"])
        period = marmot.Period.new_fingertips(
            kind, int(row["year"]), int(row["year_range"] or -1), int(row["quarter"]), month
        )
        base = marmot.YearType.get_base(kind)
        # Months of financial and academic years sort as calendar months here, and
        # those of academic years begin in September.
        if month < 1 or base == marmot.YearType.CALENDAR:
            assert period.get_sort_key() == int(row["expected_sortable"]), row["case_id"]
            n_keys += 1
        if row["expected_text"] and not (month >= 1 and kind == marmot.YearType.ACADEMIC):
            assert str(period) == row["expected_text"], row["case_id"]
            n_texts += 1
    assert (n_texts, n_keys) == (92, 84)


def test_periods_begin_and_end_as_on_the_site():
    for row in rows("period_dates.csv"):
        key = int(row["sortable"])
        length = "".join(c for c in row["reporting_period"] if c.isdigit())
        years = 1 if row["reporting_period"] == "yearly" else int(length or 0)
        period = marmot.Period.new_fingertips(
            year_type(PERIOD_TYPES[row["period_type"]]), key // 10000, years, key // 100 % 100, key % 100
        )
        assert period.to_iso_interval() == f"{row['expected_from']}/{row['expected_to']}", row["case_id"]


def test_numbers_are_shown_as_on_the_site():
    seen = rows("number_format.csv")
    for row in seen:
        value = float(row["value"])
        rule = marmot.NumberRule.PROPORTION if row["formatter"] == "proportion" else marmot.NumberRule.DEFAULT
        shown = marmot.number_format_display(
            float("nan") if value == -1 else value,
            rule,
            float(row["max_limit"] or "nan"),
            int(row["decimal_places"]) if row["formatter"] == "fixed" else -1,
        )
        assert shown == row["expected"], row["case_id"]
    assert len(seen) == 22


SIGNIFICANCE = {"none": 0, "worse": 1, "same": 2, "better": 3, "worst": 4, "best": 5}


@pytest.mark.parametrize("engine, vocabulary", [("legacy2020", "FINGERTIPS_CSV"), ("next2025", "FINGERTIPS_NEXT")])
def test_labels_are_those_of_the_site(engine, vocabulary):
    polarities = {
        "Low is good": marmot.Polarity.LOW_IS_GOOD,
        "High is good": marmot.Polarity.HIGH_IS_GOOD,
        "No judgement": marmot.Polarity.NO_JUDGEMENT,
    }
    seen = 0
    for row in rows("labels.csv"):
        if row["engine"] != engine or row["kind"].startswith("goal") or row["kind"] == "trend":
            continue
        polarity = polarities.get(row["polarity"].split(" (")[0], marmot.Polarity.UNSTATED)
        method = marmot.ComparisonMethod.TWO_LEVELS
        if "NTILE" in row["method"]:
            method = marmot.ComparisonMethod.QUINTILES_NTILE
        elif row["method"] == "quintiles":
            method = marmot.ComparisonMethod.QUINTILES
        name = row["code"]
        if name.isdigit():
            code = marmot.ComparisonCode(0 if name == "0" else int(marmot.ComparisonCode.GROUP_1) + int(name) - 1)
        else:
            name = {"below": "worse", "overlap": "same", "above": "better"}.get(name, name)
            if engine == "next2025" and polarity == marmot.Polarity.LOW_IS_GOOD and name != "same":
                name = "better" if name == "worse" else "worse"
            known, code = marmot.ComparisonCode.from_fingertips_id(SIGNIFICANCE[name], method, polarity)
            assert known
        assert marmot.ComparisonCode.get_label(
            code, method, polarity, getattr(marmot.ComparisonVocabulary, vocabulary)
        ) == row["label"], row
        seen += 1
    assert seen == {"legacy2020": 48, "next2025": 24}[engine]
