# SPDX-License-Identifier: LGPL-2.1-or-later
"""What reading a pair of files of Explore Education Statistics costs, beside polars
reading the same data file, in one run.

A million rows of 15 columns, made up: three indicators and two filters, 160 areas, in
the order in which such files are written; a tenth of the cells are symbols. Ours makes
three observations of each row, checks them, and finds nothing. Polars uses every
processor; we one. Memory is what the process holds more after the
read, and the most that the process held during it.
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
INDICATORS = ("pupils", "sessions", "absence_rate")
META = ("col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp\n"
        "sex,Filter,Sex,,,\nethnicity,Filter,Ethnic group,,,\n"
        + "".join(f"{name},Indicator,Made up {name},,,\n" for name in INDICATORS))


def make(rows):
    random = np.random.default_rng(4417)
    row = np.arange(rows)
    sex, rest = row % 3, row // 3
    ethnicity, rest = rest % 20, rest // 20
    area, year = rest % 160, 1900 + rest // 160

    def repeat(text):
        return pl.Series([text]).gather(row * 0)

    def figures(values):
        texts = pl.Series(values).cast(pl.String)
        return pl.select(pl.when(pl.Series(random.random(rows) < 0.1)).then(pl.lit("c")).otherwise(texts)).to_series()

    pupils = random.integers(10, 400_000, rows)
    columns = {
        "time_period": year * 100 + (year + 1) % 100, "time_identifier": repeat("Academic year"),
        "geographic_level": repeat("Local authority"), "country_code": repeat("E92000001"),
        "country_name": repeat("England"),
        "region_code": pl.Series([f"E12{i:06}" for i in range(9)]).gather(area % 9),
        "region_name": pl.Series([f"Region {i}" for i in range(9)]).gather(area % 9),
        "old_la_code": 200 + area, "new_la_code": pl.Series([f"E06{i:06}" for i in range(160)]).gather(area),
        "la_name": pl.Series([f"Area {i}" for i in range(160)]).gather(area),
        "sex": pl.Series(["Total", "Female", "Male"]).gather(sex),
        "ethnicity": pl.Series(["Total"] + [f"Group {i}" for i in range(19)]).gather(ethnicity),
        "pupils": figures(pupils), "sessions": figures(pupils * 380),
        "absence_rate": figures(np.round(random.random(rows) * 100, 5)),
    }
    return pl.DataFrame(columns)


def held():
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "absence.csv"
        meta = pathlib.Path(folder) / "absence.meta.csv"
        meta.write_text(META)
        # In a process of its own: what making it takes is not measured.
        subprocess.run([sys.executable, __file__, str(rows), str(path)], check=True)
        times = {"marmot": [], "polars": []}
        reader = marmot.EducationReader.new()
        for turn in range(TURNS):
            if turn == 0:
                before = held()
            began = time.perf_counter()
            ours = reader.read_files(str(path), str(meta), None)
            times["marmot"].append(time.perf_counter() - began)
            if turn == 0:
                after = held()
                most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            began = time.perf_counter()
            theirs = pl.read_csv(path, infer_schema_length=10_000)
            times["polars"].append(time.perf_counter() - began)
            assert theirs.height == rows
        # Speed counts for nothing if the answer is another one.
        assert ours.get_n_rows() == rows * len(INDICATORS)
        assert reader.get_n_findings() == 0, reader.get_findings()[:3]
        values = np.asarray(pl.Series(ours.get_table().get_column_by_name("value")).to_numpy())
        for i, name in enumerate(INDICATORS):
            expected = theirs[name].cast(pl.String).cast(pl.Float64, strict=False).to_numpy()
            assert np.array_equal(values[i::len(INDICATORS)], expected, equal_nan=True), name
        taken = {name: statistics.median(seconds) for name, seconds in times.items()}
        print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB, {len(INDICATORS)} indicators")
        for name, seconds in taken.items():
            print(f"  {name:8} {1000 * seconds:8.1f} ms")
        print(f"  marmot takes {taken['marmot'] / taken['polars']:.2f} times as long")
        print(f"  memory: {after - before:.0f} MB more held after the read, {most:.0f} MB at most in the process")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        make(int(sys.argv[1])).write_csv(sys.argv[2])
    else:
        main()
