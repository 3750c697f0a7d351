# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a register of ten thousand assessments costs: loading, checking and summarising it,
beside a loop in Python over the same files.

Each assessment is that of the Trauma Vanguard with a short name, ages and days of its own:
19 kilobytes, 10 rows of groups, 4 pieces of evidence, and an action. They stand in a folder
with a file each, and in one file with a line each. The loop reads them with the json module,
and does what a script would: it counts the assessments by state, those without a sponsor,
those without an action that has an owner and a date, the outcomes that no indicator shows,
and the reviews that are overdue. We ask all our rules of each, the search for personal data
among them. Each way is a process of its own; memory is the most that it held, over what it
held with its modules loaded.
"""
import copy
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from memory import peak

HOW_MANY = 10_000
DAY = datetime.date(2025, 2, 5)
VANGUARD = pathlib.Path(__file__).parents[2] / "examples/data/trauma-vanguard/heat-2023.json"


def make(folder):
    """The files, and the same as lines."""
    vanguard = json.loads(VANGUARD.read_text(encoding="utf-8"))
    with open(folder / "all.ndjson", "w", encoding="utf-8") as lines:
        (folder / "files").mkdir()
        for i in range(HOW_MANY):
            one = copy.copy(vanguard)
            one["id"] = f"assessment-{i}"
            one["age_until"] = 17 + i % 3
            one["completed"] = str(datetime.date(2023, 1, 1) + datetime.timedelta(i % 700))
            if i % 5 == 0:
                del one["sponsor_role"]
            if i % 2 == 0:
                one["reviews"] = []
            one["actions"] = [{"id": "a", "text": "Interpreters in each session", "state": "open", "owner_role": "Manager"}]
            if i % 3 == 0:
                one["actions"][0]["due"] = str(datetime.date(2024, 6, 1) + datetime.timedelta(i % 400))
            text = json.dumps(one, ensure_ascii=False)
            lines.write(text + "\n")
            (folder / "files" / f"{i:05}.json").write_text(text, encoding="utf-8")


def later(day, months):
    month = day.month - 1 + months
    return datetime.date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


def loop(folder):
    """What a script would do, in steps."""
    steps = {}
    began = time.perf_counter()
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "files").iterdir())]
    steps["load the files"] = time.perf_counter() - began
    began = time.perf_counter()
    states, no_sponsor, no_action, no_indicator, overdue = {}, 0, 0, 0, 0
    for one in read:
        states[one["state"]] = states.get(one["state"], 0) + 1
        no_sponsor += not one.get("sponsor_role")
        no_action += not any(a.get("owner_role") and a.get("due") for a in one.get("actions", []))
        no_indicator += any(not o.get("indicator") for o in one.get("outcomes", []))
        completed = datetime.date.fromisoformat(one["completed"])
        overdue += not one.get("reviews") and later(completed, 12) < DAY
    steps["count five things"] = time.perf_counter() - began
    return steps, (no_sponsor, no_action, no_indicator, overdue)


def ours(folder):
    import marmot
    from gi.repository import Gio

    steps = {}

    def timed(name, call):
        began = time.perf_counter()
        result = call()
        steps[name] = time.perf_counter() - began
        return result

    register = timed("load the files", lambda: marmot.AssessmentRegister.new_from_folder(
        Gio.File.new_for_path(str(folder / "files")), None))
    lines = marmot.AssessmentRegister.new()
    timed("load the lines", lambda: lines.load_file(folder / "all.ndjson", None))
    assert len(lines) == len(register) == HOW_MANY and not register.list_faults()
    del lines
    # As objects of Python the findings cost as much again; here they are counted.
    gaps = timed("all rules of each, counted", lambda: register.count_gaps(DAY))
    timed("states", lambda: register.list_states(DAY))
    timed("summary", lambda: register.summarise(DAY))
    timed("reviews and overdue actions", lambda: (register.list_reviews(DAY), register.list_overdue(DAY)))
    timed("characteristics", lambda: register.count_dimensions(None))
    timed("indicators and chains", lambda: (register.count_indicators(), register.list_chains()))
    found = dict(zip(gaps.to_pandas()["rule"], gaps.to_pandas()["n_assessments"]))
    return steps, tuple(int(found.get(rule, 0)) for rule in ("H01", "H06", "H07", "review/overdue"))


WAYS = {"marmot": ours, "json": loop}


def one(way, folder):
    if way == "marmot":
        import marmot  # noqa: F401
    loaded = peak()
    steps, counts = WAYS[way](pathlib.Path(folder))
    print(json.dumps({"steps": steps, "memory": peak() - loaded, "counts": counts}))


def main():
    if len(sys.argv) > 2:
        one(sys.argv[1], sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make(folder)
        size = (folder / "all.ndjson").stat().st_size / 1e6
        print(f"{HOW_MANY} assessments, {size:.0f} MB")
        counts = {}
        for way in WAYS:
            done = subprocess.run([sys.executable, __file__, way, name], capture_output=True, text=True)
            if done.returncode:
                print(f"  {way}: left out ({done.stderr.strip().splitlines()[-1]})")
                continue
            result = json.loads(done.stdout)
            counts[way] = tuple(result["counts"])
            for step, seconds in result["steps"].items():
                print(f"  {way + ', ' + step:38} {seconds:8.2f} s")
            print(f"  {way + ', memory':38} {result['memory']:8.0f} MB")
        # Speed counts for nothing if the answer is another one.
        assert len(set(counts.values())) <= 1, counts


if __name__ == "__main__":
    main()
