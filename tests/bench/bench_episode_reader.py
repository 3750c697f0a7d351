# SPDX-License-Identifier: LGPL-2.1-or-later
"""What reading an early help extract costs, beside polars and pandas, in one run.

A million rows of 15 columns, made up, of which twelve are needed: five dates as
dd/mm/yyyy, closure reasons and agencies in a council's words, numbers of families,
children and episodes. Ours reads them into a set of episodes through a mapping, and looks
at every word and date; polars and pandas read the same twelve columns, turn the dates into
dates, and replace the words. Polars uses every processor; we and pandas one. Each is
also given the same file with one broken line: ours leaves it out and says so; polars is
told to ignore errors, and pandas to skip bad lines. Memory is the most that a process of
its own held while it read.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import marmot
import numpy as np
import pandas as pd
import polars as pl
from memory import peak

ROWS = 1_000_000
TURNS = 3
DATES = ("Asked", "Decided", "Opened", "Assessed", "Closed")
REASONS = {"Outcomes met": "outcomes-met", "Some outcomes met": "partial", "Stepped up": "step-up",
           "Did not engage": "disengaged", "Moved away": "moved"}
AGENCIES = {"Early Help Team": "council", "Primary school": "school", "Health visiting": "health", "Charity": "voluntary"}
COLUMNS = {"id": "Episode", "family": "Family", "person": "Child", "requested": "Asked", "decided": "Decided",
           "start": "Opened", "assessed": "Assessed", "end": "Closed", "end_reason": "Reason", "lead_agency": "Lead",
           "locality": "Place", "decision": "Decision"}
MAPPING = {"kind": "early-help", "date_format": "dd/mm/yyyy", "columns": COLUMNS,
           "values": {"end_reason": REASONS, "lead_agency": AGENCIES, "decision": {"Accepted": "accepted"}}}
WANTED = list(COLUMNS.values())


def make(rows):
    random = np.random.default_rng(7781)
    family = random.integers(0, rows // 2, rows)
    asked = random.integers(16_500, 20_000, rows)

    def dates(days, share):
        column = pl.Series(days).cast(pl.Date).dt.strftime("%d/%m/%Y")
        return pl.select(pl.when(pl.Series(random.random(rows) < share)).then(column)).to_series()

    def words(choices, share=1.0):
        column = pl.Series(random.choice(choices, rows))
        return pl.select(pl.when(pl.Series(random.random(rows) < share)).then(column)).to_series()

    def numbers(letter, values):
        return letter + pl.Series(values).cast(pl.String).str.zfill(7)

    return pl.DataFrame({
        "Episode": numbers("E", np.arange(rows)), "Family": numbers("F", family),
        "Child": numbers("C", family * 3 + random.integers(0, 3, rows)), "Worker": numbers("W", family % 400),
        "Asked": dates(asked, 1), "Decision": words(["Accepted"]), "Decided": dates(asked + 3, 0.95),
        "Opened": dates(asked + 9, 0.87), "Assessed": dates(asked + 40, 0.6), "Closed": dates(asked + 100, 0.8),
        "Reason": words(list(REASONS), 0.8), "Lead": words(list(AGENCIES), 0.9),
        "Place": words(["North", "South", "East", "West"]), "Notes": words(["text, quoted", "-", "more of it"]),
        "Score": random.random(rows),
    })


def with_marmot(path):
    return marmot.EpisodeReader(mapping=marmot.EpisodeMapping.from_dict(MAPPING)).read_file(path)


def with_polars(path):
    frame = pl.read_csv(path, columns=WANTED, infer_schema=False, truncate_ragged_lines=True, ignore_errors=True)
    return frame.with_columns(
        *(pl.col(name).str.to_date("%d/%m/%Y", strict=False) for name in DATES),
        pl.col("Reason").replace_strict(REASONS, default=None).cast(pl.Categorical),
        pl.col("Lead").replace_strict(AGENCIES, default=None).cast(pl.Categorical),
        pl.col("Family").cast(pl.Categorical), pl.col("Child").cast(pl.Categorical),
        pl.col("Place").cast(pl.Categorical), pl.col("Decision").cast(pl.Categorical))


def with_pandas(path):
    kinds = {name: "category" for name in ("Family", "Child", "Place", "Reason", "Lead", "Decision")}
    frame = pd.read_csv(path, usecols=WANTED, dtype={**kinds, **{name: str for name in (*DATES, "Episode")}},
                        on_bad_lines="skip")
    for name in DATES:
        frame[name] = pd.to_datetime(frame[name], format="%d/%m/%Y", errors="coerce")
    for name, words in (("Reason", REASONS), ("Lead", AGENCIES)):
        frame[name] = frame[name].cat.rename_categories(words)
    return frame


READERS = {"marmot": with_marmot, "polars": with_polars, "pandas": with_pandas}


def check(path, frame):
    """Speed counts for nothing if the answer is another one."""
    table = with_marmot(path).table
    other = with_polars(path)
    assert table.n_rows == frame.height
    starts, reasons, families = table["start"].to_list(), table["end_reason"].to_list(), table["family"].to_list()
    for row in (0, 1, frame.height // 2, frame.height - 1):
        assert starts[row] == other["Opened"][row], row
        assert reasons[row] == other["Reason"][row], row
        assert families[row] == frame["Family"][row], row


def measure(path):
    times = {name: [] for name in READERS}
    for _ in range(TURNS):
        for name, read in READERS.items():
            began = time.perf_counter()
            read(path)
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in times.items()}


def taken(name, path):
    """Megabytes that a process held more at most while it read than before."""
    out = subprocess.run([sys.executable, __file__, "--peak", name, str(path)], capture_output=True, text=True, check=True)
    return json.loads(out.stdout)


def tell_peak(name, path):
    before = peak()
    kept = READERS[name](path)
    after = peak()
    del kept
    print(json.dumps(after - before))


def main():
    if sys.argv[1:2] == ["--peak"]:
        tell_peak(sys.argv[2], sys.argv[3])
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    frame = make(rows)
    with tempfile.TemporaryDirectory() as folder:
        path, broken = pathlib.Path(folder, "extract.csv"), pathlib.Path(folder, "broken.csv")
        frame.write_csv(path)
        lines = path.read_text().splitlines(keepends=True)
        lines[rows // 2] = lines[rows // 2][:30] + "\n"
        broken.write_text("".join(lines))
        check(path, frame)
        print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB")
        for title, file in (("read", path), ("read with one broken line", broken)):
            times = measure(file)
            print(title)
            for name, seconds in times.items():
                print(f"  {name:8} {1000 * seconds:8.0f} ms  marmot takes {times['marmot'] / seconds:5.2f} times as long"
                      f"  memory {taken(name, file):6.0f} MB")
        began = time.perf_counter()
        _, n_findings = with_marmot(path).check(10)
        print(f"read and check: {1000 * (time.perf_counter() - began):.0f} ms, {n_findings} findings")


main()
