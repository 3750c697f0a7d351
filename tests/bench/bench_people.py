# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a set of a million people costs, and their legal status on a day, beside pandas doing
the 13-week count alone: days of care since 14, and one from 16 on.

Two periods of care a person. Pandas merges births to periods, clips and sums; we put people
and periods together, check every life for contradictions, and answer for each which status it
is, by which provision, and on what it depends, in the thread of the caller and in all.
"""
import statistics
import time

import marmot
import numpy as np
import pandas as pd
from memory import peak

PEOPLE = 1_000_000
TURNS = 3
DAY = np.datetime64("2024-03-31")


def make(n):
    random = np.random.default_rng(7)
    birth = np.datetime64("2000-01-01") + random.integers(0, 6500, n)
    person = np.char.add("p", np.arange(n).astype(str))
    first = birth + random.integers(4000, 5400, n)
    second = birth + random.integers(5500, 6200, n)
    ends = np.concatenate([first + random.integers(1, 90, n), second + random.integers(1, 300, n)])
    people = pd.DataFrame({"person": person, "birth": birth.astype("datetime64[ns]")})
    care = pd.DataFrame({
        "person": np.concatenate([person, person]),
        "start": np.concatenate([first, second]).astype("datetime64[ns]"),
        "end": ends.astype("datetime64[ns]"),
        "start_reason": "S",
        "end_reason": "E6",
    })
    return people, care.sample(frac=1, random_state=3).reset_index(drop=True)


def by_pandas(people, care):
    """The leap-day birthday is left to pandas: 28 February."""
    both = care.merge(people, on="person")
    since_14 = both.birth + pd.DateOffset(years=14)
    since_16 = both.birth + pd.DateOffset(years=16)
    # Who is in care on the day has been so on it.
    until = both.end.clip(upper=pd.Timestamp(DAY + 1))
    both["days"] = (until - both.start.clip(lower=since_14)).dt.days.clip(lower=0)
    both["after"] = (until - both.start.clip(lower=since_16)).dt.days.clip(lower=0)
    return both.groupby("person", sort=False)[["days", "after"]].sum()


def measure(way):
    seconds = []
    for _ in range(TURNS):
        began = time.perf_counter()
        result = way()
        seconds.append(time.perf_counter() - began)
    return 1000 * statistics.median(seconds), result


def main():
    people, care = make(PEOPLE)
    theirs, counted = measure(lambda: by_pandas(people, care))
    table = marmot.table(people)
    spells = marmot.episodes(care, "care").link()
    before = peak()
    makes, made = measure(lambda: marmot.people(table, spells))
    made = made.with_coverage(*(np.datetime64(d).item() for d in ("2010-01-01", "2024-12-31")))
    day = DAY.item()
    marmot.set_threads(1)
    alone, _ = measure(lambda: made.statuses_on(day))
    marmot.set_threads(0)
    together, statuses = measure(lambda: made.statuses_on(day))
    lives, timelines = measure(made.get_timelines)

    # Speed counts for nothing if the answer is another one; on leap days pandas is a day early.
    days = counted.loc[people.person, "days"].to_numpy()
    ours = statuses["days_since_14"].to_pandas().to_numpy()
    leap = ((people.birth.dt.month == 2) & (people.birth.dt.day == 29)).to_numpy()
    assert (days == ours)[~leap].all(), np.flatnonzero((days != ours) & ~leap)[:5]
    print(f"{PEOPLE} people with {made.spells.get_n_rows()} periods: marmot {makes:.0f} ms to put them together and check "
          f"them, {alone:.0f} ms for all statuses on a day ({together:.0f} ms with all threads), {lives:.0f} ms for "
          f"{timelines.get_n_rows()} stretches of their lives, {peak() - before:.0f} MB more; pandas {theirs:.0f} ms for "
          f"the 13-week count alone, {theirs / (makes + together):.1f} times as long as people and statuses")


if __name__ == "__main__":
    main()
