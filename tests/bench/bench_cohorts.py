# SPDX-License-Identifier: LGPL-2.1-or-later
"""What cohorts of a million people cost: asking a rule, the algebra of two of them, and
counting by a column, beside numpy on the dates and pandas on strings of reasons, in one run.

Half a million of the people have one period of care, the others two; numpy is given its
arrays ready made, and keeps no reason and no third value, which pandas' nullable booleans
have.
"""
import datetime
import statistics
import time

import marmot
import numpy as np
import pandas as pd
import polars as pl

PEOPLE = 1_000_000
TURNS = 7
DAY = datetime.date(2024, 3, 31)


def make():
    random = np.random.default_rng(77)
    birth = np.datetime64("2006-05-01") + random.integers(0, 6000, PEOPLE)
    start = birth + random.integers(0, 5000, PEOPLE)
    end = start + random.integers(1, 2500, PEOPLE)
    second = np.flatnonzero(random.random(PEOPLE) < 0.5)
    start_2 = end[second] + random.integers(1, 400, len(second))
    end_2 = start_2 + random.integers(1, 2500, len(second))
    who = np.concatenate([np.arange(PEOPLE), second])
    starts, ends = np.concatenate([start, start_2]), np.concatenate([end, end_2])
    people = pl.DataFrame({
        "person": np.arange(PEOPLE).astype(str),
        "birth": birth.astype("datetime64[D]"),
        "sex": np.array(["F", "M"])[random.integers(0, 2, PEOPLE)],
    })
    care = pl.DataFrame({
        "person": who.astype(str),
        "start": starts.astype("datetime64[D]"),
        "end": ends.astype("datetime64[D]"),
    }).with_columns(end_reason=pl.lit("E4A"), legal_status=pl.lit("C2"))
    return people, care, who, starts, ends


def measure(way):
    seconds = []
    for _ in range(TURNS):
        began = time.perf_counter()
        result = way()
        seconds.append(time.perf_counter() - began)
    return 1000 * statistics.median(seconds), result


def on_day_by_numpy(who, starts, ends, day):
    held = (starts <= day) & (ends > day)
    member = np.zeros(PEOPLE, bool)
    member[who[held]] = True
    return member


def main():
    people, care, who, starts, ends = make()
    spells = marmot.EpisodeSet.new("care", marmot.table(care)).link()
    everybody = marmot.PersonSet.new(marmot.table(people), spells)
    everybody = everybody.with_coverage(datetime.date(2000, 1, 1), datetime.date(2045, 1, 1))

    asked, a = measure(lambda: marmot.Cohort.looked_after_on(everybody, DAY))
    numpy_asked, member = measure(lambda: on_day_by_numpy(who, starts, ends, np.datetime64(DAY)))
    # Speed counts for nothing if the answer is another one: nobody here is over 18 and in care,
    # or the two would differ, since numpy knows of no birthdays.
    certain = np.array([x is not None for x in a.answers.to_list()])
    assert (np.array([bool(x) for x in a.answers.to_list()])[certain] == member[certain]).all()
    print(f"a rule on {PEOPLE} people: marmot {asked:.1f} ms, numpy {numpy_asked:.1f} ms without reasons")

    status, b = measure(lambda: marmot.Cohort.with_status(everybody, DAY, "eligible", "relevant", "former-relevant"))
    print(f"legal statuses of {PEOPLE} people: marmot {status:.0f} ms")

    one = pd.Series(pd.array(a.answers.to_list(), dtype="boolean"))
    other = pd.Series(pd.array(b.answers.to_list(), dtype="boolean"))
    for name, ours, theirs in (
        ("and", lambda: a & b, lambda: one & other),
        ("or", lambda: a | b, lambda: one | other),
        ("less", lambda: a - b, lambda: one & ~other),
        ("not", lambda: ~a, lambda: ~one),
    ):
        marmot_ms, made = measure(ours)
        pandas_ms, expected = measure(theirs)
        assert made.n_members == int(expected.sum()) and made.n_undetermined == int(expected.isna().sum())
        print(f"{name}: marmot {marmot_ms:.2f} ms with reasons, pandas {pandas_ms:.2f} ms without")

    ours, counts = measure(lambda: a.count_by("sex"))
    sexes = people["sex"].to_pandas().astype("category")
    theirs, grouped = measure(lambda: one.groupby(sexes, observed=True).sum())
    assert counts["n_members"].to_list() == [int(n) for n in grouped]
    print(f"counts by sex: marmot {ours:.1f} ms, pandas {theirs:.1f} ms")
    ours, _ = measure(lambda: a.compare(b))
    print(f"comparing two, with their reasons: marmot {ours:.1f} ms")
    ours, _ = measure(lambda: a.split("sex"))
    print(f"split by sex: marmot {ours:.1f} ms")
    ours, _ = measure(a.to_person_set)
    print(f"a set of its {a.n_members} members: marmot {ours:.0f} ms")
    ours, _ = measure(lambda: a.count_followed(years=3))
    print(f"followed over three years, counted: marmot {ours:.0f} ms")


if __name__ == "__main__":
    main()
