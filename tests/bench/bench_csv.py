# SPDX-License-Identifier: LGPL-2.1-or-later
"""What reading and writing CSV costs, beside polars and pandas, in one run.

A million rows of six columns: two integers, two doubles (one with two decimals,
one with all digits), a short text and a date. Also a file whose every cell is
quoted, and one whose numbers turn out to be text in the last row, which is the
worst that inference can meet. Polars uses every processor; we and pandas one.
"""
import pathlib
import statistics
import sys
import tempfile
import time

import marmot
import numpy as np
import pandas as pd
import polars as pl
from gi.repository import Gio

ROWS = 1_000_000
TURNS = 5


def make(rows):
    random = np.random.default_rng(7781)
    days = random.integers(0, 20_000, rows).astype("timedelta64[D]")
    return pl.DataFrame({
        "id": np.arange(rows),
        "count": random.integers(0, 5_000, rows),
        "rate": np.round(random.random(rows) * 1000, 2),
        "estimate": random.random(rows),
        "area": random.choice(["Coventry", "Solihull", "Bolton", "St Helens"], rows),
        "date": np.datetime64("1970-01-01") + days,
    })


def median_times(functions):
    """The functions take turns, so that what else the machine does is shared."""
    times = {name: [] for name in functions}
    for _ in range(TURNS):
        for name, function in functions.items():
            began = time.perf_counter()
            function()
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(title, functions, size):
    times = median_times(functions)
    ours = times["marmot"]
    print(f"{title}: {size / 1e6:.0f} MB")
    for name, seconds in times.items():
        print(f"  {name:8} {1000 * seconds:8.1f} ms  {size / seconds / 1e6:7.0f} MB/s  "
              f"marmot takes {ours / seconds:5.2f} times as long")


def read(path):
    return marmot.CsvReader.new().read_file(Gio.File.new_for_path(str(path)), None)


def check(path, frame):
    """Speed counts for nothing if the answer is another one."""
    table = read(path)
    assert table.get_n_rows() == frame.height
    for row in (0, 1, frame.height // 2, frame.height - 1):
        for name, get in (("id", "get_integer"), ("count", "get_integer"), ("rate", "get_double"),
                          ("estimate", "get_double"), ("area", "get_text")):
            column = table.get_column_by_name(name)
            assert getattr(column, get)(row) == frame[name][row], (name, row)
        assert table.get_column_by_name("date").get_date(row) == frame["date"][row], row
    return table


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    frame = make(rows)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        plain, quoted, late = folder / "plain.csv", folder / "quoted.csv", folder / "late.csv"
        frame.write_csv(plain)
        frame.write_csv(quoted, quote_style="always")
        late.write_text(plain.read_text() + "x,x,x,x,x,x\n")
        table = check(plain, frame)
        check(quoted, frame)

        for title, path in (("read", plain), ("read, all quoted", quoted)):
            report(title, {
                "marmot": lambda path=path: read(path),
                "polars": lambda path=path: pl.read_csv(path, try_parse_dates=True),
                "pandas": lambda path=path: pd.read_csv(path, low_memory=False),
            }, path.stat().st_size)
        # Polars looks at the first hundred rows and then refuses this one.
        report("read, numbers that end in text", {
            "marmot": lambda: read(late),
            "pandas": lambda: pd.read_csv(late, low_memory=False),
        }, late.stat().st_size)

        out = folder / "out.csv"
        pandas_frame = frame.to_pandas()
        report("write", {
            "marmot": lambda: marmot.csv_write_file(table, Gio.File.new_for_path(str(out)), None),
            "polars": lambda: frame.write_csv(out),
            "pandas": lambda: pandas_frame.to_csv(out, index=False),
        }, plain.stat().st_size)


main()
