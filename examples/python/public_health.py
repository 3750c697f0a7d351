#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads a file of Fingertips' form, and says of one area how it stands beside
England, its region and the areas that are like it, and where it is going.

    public_health.py FIGURES AREA_CODE OUTPUT_FOLDER

The same program in C and JavaScript stands beside this one; the three print the
same, and write the same bytes.
"""
import pathlib
import sys

import marmot

ENGLAND = "E92000001"
# The areas that the extract has beside Coventry, in order of likeness.
NEIGHBOURS = ["E06000015", "E08000001", "E06000031", "E08000035", "E08000019"]
# What the file does not say of its indicators: their type, and which direction is good.
INDICATORS = [
    ("92196", "crude-rate"),
    ("93356", "crude-rate"),
    ("93085", "proportion"),
    ("93701", "proportion"),
]


def main(arguments):
    if len(arguments) != 4:
        sys.exit(f"Usage: {arguments[0]} FIGURES AREA_CODE OUTPUT_FOLDER")
    file, area, output = arguments[1], arguments[2], pathlib.Path(arguments[3])

    reader = marmot.FingertipsReader.new()
    try:
        figures = reader.read_file(file, None)
    except marmot.Error as error:
        print(error, file=sys.stderr)
        for finding in reader.get_findings():
            print(f"  {finding}", file=sys.stderr)
        return 1
    indicators = [
        marmot.Indicator(
            id=number,
            name=number,
            value_type=getattr(marmot.ValueType, kind.replace("-", "_").upper()),
            polarity=marmot.Polarity.LOW_IS_GOOD,
        )
        for number, kind in INDICATORS
    ]

    # The whole file at once, against three benchmarks.
    england = figures.compare(ENGLAND, indicators=indicators)
    region = figures.compare("parent", indicators=indicators)
    alike = figures.compare(
        marmot.Benchmark.new_areas(NEIGHBOURS, marmot.AverageKind.MEAN_OF_AREAS, False, 0), indicators=indicators
    )
    trends = figures.trends("fingertips", indicators=indicators)
    marmot.write_csv(england, output / "england.csv")
    marmot.write_csv(region, output / "region.csv")
    marmot.write_csv(alike, output / "neighbours.csv")
    marmot.write_csv(trends, output / "trends.csv")

    table = figures.get_table()
    print(f"{figures.get_n_rows()} figures, {len(reader.get_findings())} findings")
    print()
    print("Beside England, the region and the mean of the areas alike")
    for row in range(figures.get_n_rows()):
        if table["area_code"].get_text(row) == area:
            print(
                f"  {' '.join(table['indicator_name'].get_text(row).split())}, {table['age'].get_text(row)}, "
                f"{table['time_period'].get_text(row)}: "
                f"{marmot.number_format(table['value'].get_double(row), 1)} | "
                + " | ".join(describe(result, row) for result in (england, region, alike))
            )

    printed, computed = table["compared_england"], england["label"]
    labelled = [row for row in range(figures.get_n_rows()) if not printed.is_null(row)]
    same = sum(printed.get_text(row) == computed.get_text(row) for row in labelled)
    print(f"Of the {len(labelled)} labels beside England that were published, {same} came out the same.")

    print()
    print("Infant mortality, from the lowest")
    infants = figures.filter("indicator_id", "92196").filter("area_type", "County & UA")
    ranked = infants.ranked()
    for row in range(ranked.get_n_rows()):
        print(
            f"  {marmot.number_format(ranked['rank'].get_double(row), 1)} of {ranked['ranked'].get_integer(row)}: "
            f"{ranked['area_name'].get_text(row)} {marmot.number_format(ranked['value'].get_double(row), 1)}"
        )

    # These figures were printed to one decimal, which may hide the answer.
    n_rows = infants.get_n_rows()
    figures = infants.get_table()
    hidden = marmot.compare_columns(
        marmot.ComparisonSpec.new("interval", "low-is-good"),
        {
            "value": figures["value"],
            "lower": figures["lower_95"],
            "upper": figures["upper_95"],
            "benchmark": [3.9] * n_rows,
            "decimals": [1] * n_rows,
            "benchmark_decimals": [1] * n_rows,
        },
    )
    for row in range(n_rows):
        if hidden["reason"].get_text(row) == "printed-too-coarsely":
            print(f"  {figures['area_name'].get_text(row)} cannot be told from England's 3.9 as these were printed.")

    print()
    print("Recent trends")
    markers = [trends["marker"].get_text(row) for row in range(trends.get_n_rows())]
    for row, marker in enumerate(markers):
        if marker == "cannot-be-calculated":
            continue
        print(
            f"  {trends['area_code'].get_text(row)}, {trends['indicator_id'].get_integer(row)}, "
            f"{trends['age'].get_text(row)}: {trends['label'].get_text(row)} ({trends['reason'].get_text(row)})"
        )
    without = markers.count("cannot-be-calculated")
    print(f"  {without} series are too short, or of pooled years: trends.csv says which.")
    return 0


def describe(result, row):
    """The label, with the benchmark, or why there is none."""
    if result["reason"].get_text(row) != "compared":
        return result["reason"].get_text(row)
    return f"{result['label'].get_text(row)} ({marmot.number_format(result['benchmark'].get_double(row), 1)})"


if __name__ == "__main__":
    sys.exit(main(sys.argv))
