# SPDX-License-Identifier: LGPL-2.1-or-later
"""What checking a return on children looked after costs: reading its files and asking 29
rules on episode logic.

The return is made up, of the size of the sample that the public validator of the return
ships (25,945 rows in its tables, 5,050 of them episodes), and ten times that. The
validator cannot be installed beside us: what was measured of it on two cores of a machine
like this one is printed as such (its 311 rules, which are more than ours). Pandas doing
three of the rules (142, 433 and 501, the last against the row before alone) stands beside
in the same run. Memory is the most that a process of its own held, over what it held with
the package loaded.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np
from memory import peak

TURNS = 5
CHILDREN = 2675
PUBLISHED = {
    1: "the public validator, measured elsewhere: 7.9 s and 206 MB",
    10: "the public validator, measured elsewhere: 64 s and 1300 MB",
}


def day(days):
    text = np.datetime_as_string(np.datetime64("2017-04-01") + days)
    return np.array([f"{t[8:10]}/{t[5:7]}/{t[:4]}" for t in np.atleast_1d(text)])


def write(folder, name, columns, rows):
    lines = [columns, *(",".join(map(str, row)) for row in rows)]
    pathlib.Path(folder, name).write_text("\n".join(lines) + "\n")


def make(folder, times):
    random = np.random.default_rng(25945)
    children = CHILDREN * times
    ids = np.arange(children) + 100_000
    births = day(-random.integers(200, 6500, children))
    codes = lambda *values: random.choice(values, children)
    write(folder, "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
          zip(ids, codes(1, 2), births, codes("WBRI", "BAFR", "MWBA"), codes("UN1"), codes(""), codes("")))
    write(folder, "oc2.csv",
          "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
          "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
          zip(ids, births, codes(12, ""), codes(""), *(codes(0, 1) for _ in range(8))))
    write(folder, "previous_permanence.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
          zip(ids, births, codes("Z1"), codes(""), codes("")))
    who = np.sort(random.integers(0, children, 12_582 * times))
    write(folder, "reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE",
          zip(ids[who], births[who], day(random.integers(0, 365, len(who))), random.choice(["PN1", "PN3"], len(who))))
    few = lambda n: random.choice(children, n * times, replace=False)
    who = few(132)
    write(folder, "uasc.csv", "CHILD,SEX,DOB,DUC", zip(ids[who], codes(1, 2)[who], births[who], codes("")[who]))
    who = few(53)
    write(folder, "oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
          zip(ids[who], births[who], codes("YES", "NO")[who], codes("F1", "G5")[who], codes("B1", "U1")[who]))
    who = few(29)
    write(folder, "ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
          zip(ids[who], births[who], day(np.arange(len(who)) % 300), day(np.arange(len(who)) % 300),
              codes(0, 1)[who], codes(1, 2)[who], codes("MF")[who], codes("L0")[who]))
    who = few(30)
    write(folder, "placed_for_adoption.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
          zip(ids[who], births[who], day(np.arange(len(who)) % 300), codes("")[who], codes("")[who]))
    who = few(44)
    write(folder, "missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END",
          zip(ids[who], births[who], codes("M", "A")[who], day(np.arange(len(who)) % 300), day(np.arange(len(who)) % 300 + 3)))

    # Two episodes or one a child; one in ten has something wrong.
    second = random.permutation(np.arange(children))[: 5050 * times - children]
    rows = []
    for child in range(children):
        start = int(random.integers(-900, 300))
        length = int(random.integers(20, 300))
        wrong = random.random() < 0.1
        rows.append([child, start, "S", start + length, "X1"])
        rows.append([child, start + length - (5 if wrong else 0), "P", None, ""])
    keep = np.zeros(children, bool)
    keep[second] = True
    rows = [row for row in rows if row[3] is None or keep[row[0]]]
    starts = day(np.array([row[1] for row in rows]))
    ends = [day(np.array([row[3]]))[0] if row[3] is not None else "" for row in rows]
    write(folder, "episodes.csv",
          "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
          ([ids[row[0]], start, row[2], "C2", "N1", "U4", "PR1", end, row[4], "", "CV1 1AA",
            f"CV{i % 9} {i % 9}AB", f"SC{i % 900:06}"] for i, (row, start, end) in enumerate(zip(rows, starts, ends))))


def ours(folder):
    import marmot

    read = marmot.read_care_return(folder, 2017)
    return read.check(None)


def pandas(folder):
    import pandas as pd

    frame = pd.read_csv(pathlib.Path(folder, "episodes.csv"), dtype=str)
    frame["DECOM"] = pd.to_datetime(frame["DECOM"], format="%d/%m/%Y", errors="coerce")
    frame["DEC"] = pd.to_datetime(frame["DEC"], format="%d/%m/%Y", errors="coerce")
    frame = frame.dropna(subset=["CHILD", "DECOM"]).sort_values(["CHILD", "DECOM"], kind="stable")
    by = frame.groupby("CHILD", sort=False)
    before, after = by["DEC"].shift(), by["DECOM"].shift(-1)
    is_first = by.cumcount() == 0
    return {
        "142": int((after.notna() & (frame["DEC"].isna() | frame["REC"].isna())).sum()),
        "433": int((~is_first & frame["RNE"].isin(list("LPTBU")) & (before != frame["DECOM"])).sum()),
        "501": int((frame["DECOM"] < before).sum()),
    }


WAYS = {"marmot": ours, "pandas": pandas}


def one(way, folder):
    """In a process of its own: the fastest of some turns, and memory."""
    if way == "pandas":
        import pandas  # noqa: F401
    else:
        import marmot  # noqa: F401
    loaded = peak()
    first = time.perf_counter()
    result = WAYS[way](folder)
    seconds = [time.perf_counter() - first]
    memory = peak() - loaded
    for _ in range(TURNS - 1):
        began = time.perf_counter()
        WAYS[way](folder)
        seconds.append(time.perf_counter() - began)
    counts = {rule: result[rule] if way == "pandas" else result.count(rule) for rule in ("142", "433", "501")}
    print(min(seconds), memory, *counts.values())


def main():
    if len(sys.argv) > 2:
        one(sys.argv[1], sys.argv[2])
        return
    for times in (1, 10):
        with tempfile.TemporaryDirectory() as folder:
            make(folder, times)
            rows = sum(len(p.read_text().splitlines()) - 1 for p in pathlib.Path(folder).iterdir())
            print(f"a return of {rows} rows")
            found = {}
            for way, what in (("marmot", "reading and 29 rules"), ("pandas", "episodes alone, three rules")):
                done = subprocess.run([sys.executable, __file__, way, folder], capture_output=True, text=True)
                if done.returncode:
                    print(f"  {way}: left out ({done.stderr.strip().splitlines()[-1]})")
                    continue
                seconds, memory, *counts = done.stdout.split()
                found[way] = counts
                print(f"  {way + ', ' + what:38} {1000 * float(seconds):8.1f} ms {float(memory):7.1f} MB")
            # Speed counts for nothing if the answer is another one.
            assert len(set(map(tuple, found.values()))) <= 1, found
            print(f"  {PUBLISHED[times]}")


if __name__ == "__main__":
    main()
