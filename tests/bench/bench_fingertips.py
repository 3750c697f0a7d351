# SPDX-License-Identifier: LGPL-2.1-or-later
"""What reading Fingertips' CSV costs, beside polars reading the same file, in one run.

A million rows of 27 columns, made up: 400 indicators, areas, years and sexes in the
order in which Fingertips writes them. Ours checks every row and finds nothing.
Polars uses every processor; we one. Memory is what the process holds more after the
read, and the most that it held during it.
"""
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import marmot
import numpy as np
import polars as pl

ROWS = 1_000_000
TURNS = 3
HEADER = ("Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
          "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
          "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
          "Compared to England value or percentiles,Compared to Region value or percentiles,"
          "Time period Sortable,New data,Compared to goal,Time period range").split(",")


def make(rows):
    random = np.random.default_rng(7781)
    row = np.arange(rows)
    sex, rest = row % 2, row // 2
    area, rest = rest % 125, rest // 125
    year, indicator = 2010 + rest % 10, rest // 10
    value = random.random(rows) * 100
    width = random.random(rows) * 3
    denominator = random.integers(1_000, 400_000, rows)
    blank = pl.Series([None] * rows, dtype=pl.String)
    names = pl.Series([f"Made-up indicator, number {i}" for i in range(int(indicator.max()) + 1)])
    columns = [
        90_000 + indicator, names.gather(indicator), pl.Series(["E12000005"]).gather(row * 0),
        pl.Series(["West Midlands region"]).gather(row * 0),
        pl.Series([f"E06{i:06}" for i in range(125)]).gather(area),
        pl.Series([f"Area {i}" for i in range(125)]).gather(area),
        pl.Series(["County & UA"]).gather(row * 0), pl.Series(["Male", "Female"]).gather(sex),
        pl.Series(["All ages"]).gather(row * 0), blank, blank, year.astype(str), value, value - width, value + width,
        value - 1.5 * width, value + 1.5 * width, np.floor(value * denominator / 100), denominator, blank, blank,
        pl.Series(["Better", "Similar", "Worse"]).gather(random.integers(0, 3, rows)),
        pl.Series(["Better", "Similar", "Worse"]).gather(random.integers(0, 3, rows)),
        year * 10_000, blank, blank, pl.Series(["1y"]).gather(row * 0),
    ]
    return pl.DataFrame([pl.Series(name, column) for name, column in zip(HEADER, columns)])


def held():
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "fingertips.csv"
        # In a process of its own: what making it takes is not measured.
        subprocess.run([sys.executable, __file__, str(rows), str(path)], check=True)
        times = {"marmot": [], "polars": []}
        reader = marmot.FingertipsReader.new()
        for turn in range(TURNS):
            if turn == 0:
                before = held()
            began = time.perf_counter()
            ours = reader.read_file(str(path), None)
            times["marmot"].append(time.perf_counter() - began)
            if turn == 0:
                after = held()
                most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            began = time.perf_counter()
            theirs = pl.read_csv(path, infer_schema_length=10_000)
            times["polars"].append(time.perf_counter() - began)
            assert theirs.height == rows
        # Speed counts for nothing if the answer is another one.
        assert ours.get_n_rows() == rows and reader.get_n_findings() == 0, reader.get_findings()[:3]
        values = np.asarray(ours.get_table().get_column_by_name("value"))
        assert np.array_equal(values, theirs["Value"].to_numpy())
        taken = {name: statistics.median(seconds) for name, seconds in times.items()}
        print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB")
        for name, seconds in taken.items():
            print(f"  {name:8} {1000 * seconds:8.1f} ms")
        print(f"  marmot takes {taken['marmot'] / taken['polars']:.2f} times as long")
        print(f"  memory: {after - before:.0f} MB more held after the read, {most:.0f} MB at most in the process")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        make(int(sys.argv[1])).write_csv(sys.argv[2], line_terminator="\r\n")
    else:
        main()
