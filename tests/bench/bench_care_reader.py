# SPDX-License-Identifier: LGPL-2.1-or-later
"""What reading a million episodes of care costs, beside pandas and polars reading the same
file, in one run.

A file of the SSDA903 return's table of episodes, made up: 250,000 children with four
episodes each, in the order in which a case system writes them. Each of the three ends with
dates as dates and all else as text: ours with codes held against their year, every fault
told, and postcodes out of memory; pandas by read_csv and to_datetime, polars by read_csv
and to_date. Ours is timed again up to the set of episodes. Polars uses every processor; we
and pandas one. Memory is the most that a process of its own held, over what it held with
the package loaded.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import polars as pl
from memory import peak

ROWS = 1_000_000
TURNS = 3


def make(rows, path):
    random = np.random.default_rng(903)
    child = np.arange(rows) // 4
    part = np.arange(rows) % 4
    start = np.datetime64("2014-04-01") + random.integers(0, 700, rows // 4 + 1)[child] + 300 * part
    is_open = (part == 3) & (random.random(rows) < 0.6)

    def dates(days):
        return pl.Series(days.astype("datetime64[D]")).dt.strftime("%d/%m/%Y")

    def pick(*codes):
        return pl.Series(codes).gather(random.integers(0, len(codes), rows))

    posts = pl.Series([f"CV{i % 9 + 1} {i % 8 + 1}{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}" for i in range(20_000)])
    frame = pl.DataFrame({
        "CHILD": 100_000 + child,
        "DECOM": dates(start),
        "RNE": pl.Series(["S", "P", "L", "B"]).gather(part),
        "LS": pick("C1", "C2", "V2", "E1"),
        "CIN": pick("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"),
        "PLACE": pick("U1", "U3", "U4", "U6", "K2", "P1", "R3"),
        "PLACE_PROVIDER": pick("PR1", "PR2", "PR4", "PR5"),
        "DEC": pl.Series(is_open.tolist()).replace_strict({True: None, False: ""}, return_dtype=pl.String)
        + dates(start + 300),
        "REC": pl.Series(["X1", "X1", "X1", "E4A"]).gather(part),
        "REASON_PLACE_CHANGE": pick("CARPL", "LAREQ", "OTHER"),
        "HOME_POST": posts.gather(random.integers(0, len(posts), rows)),
        "PL_POST": posts.gather(random.integers(0, len(posts), rows)),
        "URN": pl.Series([f"SC{i:06}" for i in range(5_000)]).gather(random.integers(0, 5_000, rows)),
    })
    frame.write_csv(path)


def read_ours(path):
    import marmot

    return marmot.read_care_return(path, 2019)


def read_ours_episodes(path):
    return read_ours(path).get_episodes()


def read_pandas(path):
    import pandas as pd

    frame = pd.read_csv(path, dtype=str)
    for name in ("DECOM", "DEC"):
        frame[name] = pd.to_datetime(frame[name], format="%d/%m/%Y")
    return frame


def read_polars(path):
    frame = pl.read_csv(path, infer_schema=False)
    return frame.with_columns(pl.col("DECOM", "DEC").str.to_date("%d/%m/%Y"))


READERS = {
    "marmot": read_ours, "marmot, to episodes": read_ours_episodes, "pandas": read_pandas, "polars": read_polars,
}


def count_open(kept):
    """Episodes without an end: an answer to compare, as speed counts for nothing if it is
    another one."""
    if hasattr(kept, "get_table") and hasattr(kept, "get_episodes"):
        return kept.get_table("episodes", 2019)["DEC"].n_nulls
    if hasattr(kept, "table"):
        return kept.table["end"].n_nulls
    ends = kept["DEC"]
    return int(ends.isna().sum() if hasattr(ends, "isna") else ends.null_count())


def run(name, path):
    """One read in a process of its own: seconds by the clock and of processors, megabytes,
    and the answer."""
    __import__("marmot" if name.startswith("marmot") else name)
    before = peak()
    start, used = time.perf_counter(), time.process_time()
    kept = READERS[name](path)
    print(time.perf_counter() - start, time.process_time() - used, peak() - before, count_open(kept))


def main():
    if len(sys.argv) == 3:
        run(sys.argv[1], sys.argv[2])
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "episodes.csv"
        make(rows, path)
        print(f"{rows:,} episodes of care, {path.stat().st_size / 1e6:.0f} MB; median of {TURNS} processes each")
        answers = set()
        for name in READERS:
            runs = [
                [float(x) for x in subprocess.run(
                    [sys.executable, __file__, name, path], check=True, capture_output=True, text=True
                ).stdout.split()]
                for _ in range(TURNS)
            ]
            seconds, used, megabytes, answer = (statistics.median(column) for column in zip(*runs))
            answers.add(answer)
            print(f"  {name:22} {seconds:7.2f} s, {used:5.2f} s of processors, {megabytes:5.0f} MB")
        assert len(answers) == 1, answers


main()
