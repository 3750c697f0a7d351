# SPDX-License-Identifier: LGPL-2.1-or-later
"""What linking a million episodes of care and measuring them costs, beside a few of the same
figures in pandas and polars, in one run.

A return of one year and an extract of early help, made up, as the generator of examples/
writes them, and read once by the library; the frames have the same columns, with dates as
dates. Theirs take the columns as they are: no findings, no unknowns, no exclusions, and no
linking, so that they trust every reason for a new episode. Speed counts for nothing if the
answer is another one: where the definitions are the same, the figures must be.
"""
import datetime
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import marmot
import pandas as pd
import polars as pl

ROWS = 1_000_000
TURNS = 3
DAY = datetime.date(2025, 3, 31)
FIRST = datetime.date(2024, 4, 1)
YEAR = (datetime.date(2024, 1, 1), datetime.date(2025, 1, 1))
MAKER = pathlib.Path(__file__).resolve().parents[2] / "examples/synthetic/make_year.py"
FOSTER = ["U1", "U2", "U3", "U4", "U5", "U6"]
CARE = ("looked-after", "looked-after-for", "looked-after-in", "care-started", "care-ceased", "care-duration",
        "care-ended-duration", "three-placements", "long-term-stability", "placed-with")
EARLY_HELP = ("requests", "opened", "assessed", "closed", "closed-within", "open-beyond", "done-by", "duration",
              "outcomes-met", "partner-led", "return-back", "return-forward")


def timed(function, *arguments):
    taken = []
    for _ in range(TURNS):
        began = time.perf_counter()
        result = function(*arguments)
        taken.append(time.perf_counter() - began)
    return 1000 * statistics.median(taken), result


def report(name, rows, ours, **theirs):
    beside = "".join(f", {other} {taken:9.1f} ms ({ours / taken:.2f})" for other, taken in theirs.items())
    print(f"{name:34} {rows:9} rows {ours:9.1f} ms{beside}")


def pair(measure):
    return int(measure.sum.numerator), int(measure.sum.denominator)


# The same with pandas: of rows whose dates are datetime64.

def pandas_within(frame):
    first, after = map(pd.Timestamp, YEAR)
    closed = frame[(frame.end >= first) & (frame.end < after)]
    return int(((closed.end - closed.start).dt.days <= 112).sum()), len(closed)


def pandas_back(frame):
    """Opened in the year, and closed in the twelve months before: one join backwards."""
    first, after = map(pd.Timestamp, YEAR)
    opened = frame[(frame.start >= first) & (frame.start < after)].sort_values("start")
    closed = frame.dropna(subset=["end"]).sort_values("end")[["family", "end"]].rename(columns={"end": "closed"})
    joined = pd.merge_asof(opened, closed, left_on="start", right_on="closed", by="family")
    return int((joined.start <= joined.closed + pd.DateOffset(months=12)).sum()), len(opened)


def pandas_fostered(frame):
    day = pd.Timestamp(DAY)
    here = frame[(frame.start <= day) & (frame.end.isna() | (frame.end > day)) & ~frame.legal_status.isin(["V3", "V4"])]
    here = here.drop_duplicates("person", keep="last")
    return int(here.placement.isin(FOSTER).sum()), len(here)


def pandas_three(frame):
    first, day = pd.Timestamp(FIRST), pd.Timestamp(DAY)
    care = frame[~frame.legal_status.isin(["V3", "V4"])].sort_values(["person", "start"])
    here = care[(care.start <= day) & (care.end.isna() | (care.end > day))].person.unique()
    away = care.placement.str.startswith("T")
    back = away.groupby(care.person).shift(fill_value=False) & (
        care.place == care.place.groupby(care.person).shift(2))
    moved = care.start_reason.isin(["S", "P", "B"]) & ~away & ~back
    before = (care.start <= first) & (care.end.isna() | (care.end > first))
    counted = (moved & (care.start > first) & (care.start <= day)) | before
    numbers = counted.groupby(care.person).sum()
    return int((numbers.reindex(here) >= 3).sum()), len(here)


# And with polars.

def polars_within(frame):
    closed = frame.lazy().filter(pl.col("end").is_between(*YEAR, closed="left"))
    within = (pl.col("end") - pl.col("start")).dt.total_days() <= 112
    return tuple(closed.select(within.sum(), pl.len()).collect().row(0))


def polars_back(frame):
    opened = frame.filter(pl.col("start").is_between(*YEAR, closed="left")).sort("start")
    closed = frame.select("family", closed="end").drop_nulls().sort("closed")
    joined = opened.join_asof(closed, left_on="start", right_on="closed", by="family", strategy="backward",
                              check_sortedness=False)
    return joined.filter(pl.col("start") <= pl.col("closed").dt.offset_by("12mo")).height, opened.height


def polars_fostered(frame):
    here = frame.lazy().filter((pl.col("start") <= DAY) & (pl.col("end").is_null() | (pl.col("end") > DAY))
                               & ~pl.col("legal_status").is_in(["V3", "V4"])).unique("person", keep="last")
    return tuple(here.select(pl.col("placement").is_in(FOSTER).sum(), pl.len()).collect().row(0))


def polars_three(frame):
    care = frame.lazy().filter(~pl.col("legal_status").is_in(["V3", "V4"])).sort("person", "start")
    away = pl.col("placement").str.starts_with("T")
    back = away.shift(fill_value=False).over("person") & (
        pl.col("place") == pl.col("place").shift(2).over("person"))
    open_on = [(pl.col("start") <= day) & (pl.col("end").is_null() | (pl.col("end") > day)) for day in (FIRST, DAY)]
    moved = pl.col("start_reason").is_in(["S", "P", "B"]) & ~away & ~back
    counted = (moved & (pl.col("start") > FIRST) & (pl.col("start") <= DAY)) | open_on[0]
    each = care.with_columns(counted=counted, here=open_on[1]).group_by("person").agg(
        pl.col("counted").sum(), pl.col("here").any()).filter("here")
    return tuple(each.select((pl.col("counted") >= 3).sum(), pl.len()).collect().row(0))


def frames(episodes, names):
    table = episodes.table
    theirs = pl.DataFrame({name: pl.Series(table.get_column_by_name(name)) for name in names})
    theirs = theirs.with_columns(pl.col(pl.Categorical).cast(pl.String))
    return theirs, theirs.to_pandas().astype({"start": "datetime64[s]", "end": "datetime64[s]"})


def care(folder):
    reading, episodes = timed(lambda: marmot.read_care_return(folder / "care/2024-25", 2024).get_episodes())
    rows = len(episodes)
    report("reading a return", rows, reading)
    linking, spells = timed(episodes.link)
    report("linking periods of care", rows, linking)
    print(f"  {len(spells)} periods of care, {spells.n_findings} findings")
    whole = 0
    for measure in CARE:
        ours, _ = timed(lambda: episodes.measure(measure, period="2024/25"))
        whole += ours
        if measure not in ("three-placements", "placed-with"):
            report(measure, rows, ours)
    report("all measures of care", rows, whole)

    theirs, frame = frames(episodes, ("person", "start", "end", "start_reason", "legal_status", "placement", "place"))
    for measure, with_pandas, with_polars in (("placed-with", pandas_fostered, polars_fostered),
                                              ("three-placements", pandas_three, polars_three)):
        ours, found = timed(lambda: episodes.measure(measure, period="2024/25"))
        slow, first = timed(with_pandas, frame)
        fast, second = timed(with_polars, theirs)
        report(measure, rows, ours, pandas=slow, polars=fast)
        # What is unknown to us they have counted by what they have.
        numerator, denominator = pair(found)
        assert first == second, (first, second)
        assert denominator + found.sum.n_unknown == first[1], (found.sum, first)
        assert numerator <= first[0] <= numerator + found.sum.n_unknown, (found.sum, first)


def early_help(path):
    frame = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    columns = {"id": "Episode ID", "family": "Family ID", "requested": "Request Received", "start": "Episode Opened",
               "assessed": "Assessment Completed", "end": "Episode Closed", "end_reason": "Closure Reason",
               "lead_agency": "Lead Agency"}
    frame = pd.DataFrame({name: frame[heading] for name, heading in columns.items()})
    for name in ("requested", "start", "assessed", "end"):
        frame[name] = pd.to_datetime(frame[name], dayfirst=True, format="%d/%m/%Y").astype("datetime64[s]")
    theirs = pl.from_pandas(frame).with_columns(pl.col(pl.Datetime).cast(pl.Date))
    episodes = marmot.episodes(theirs).with_coverage(datetime.date(2015, 1, 1), datetime.date(2025, 12, 31))
    rows, whole = len(episodes), 0
    for measure in EARLY_HELP:
        ours, _ = timed(lambda: episodes.measure(measure, period="2024"))
        whole += ours
    report("all measures of early help", rows, whole)
    for measure, with_pandas, with_polars in (("closed-within", pandas_within, polars_within),
                                              ("return-back", pandas_back, polars_back)):
        ours, found = timed(lambda: episodes.measure(measure, period="2024"))
        slow, first = timed(with_pandas, frame)
        fast, second = timed(with_polars, theirs)
        report(measure, rows, ours, pandas=slow, polars=fast)
        assert pair(found) == first == second, (measure, pair(found), first, second)


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "large"
        subprocess.run([sys.executable, str(MAKER), "--out", str(folder), "--episodes", str(rows)], check=True,
                       stdout=subprocess.DEVNULL)
        care(folder)
        print(f"  memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most, frames included")
        early_help(folder / "early-help.csv")


main()
