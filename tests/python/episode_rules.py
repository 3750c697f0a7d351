# SPDX-License-Identifier: LGPL-2.1-or-later
"""Rules on the logic of SSDA903 episodes, as plain loops over rows of text.

A second opinion for tests: it shares nothing with the library nor with the generator.
The numbers are those of the Department for Education's validation rules.
"""
from datetime import date, timedelta

PLACEMENT = ("PLACE", "PL_POST", "URN", "PLACE_PROVIDER")


def a_day(text):
    try:
        day, month, year = (text or "").split("/")
        return date(int(year), int(month), int(day)) if len(year) == 4 else None
    except ValueError:
        return None


def years_on(born, age):
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def by_child(rows):
    """The rows of each child by their start: (place in the table, row), those without a start left out."""
    children = {}
    for number, row in enumerate(rows):
        if row["CHILD"] and a_day(row["DECOM"]):
            children.setdefault(row["CHILD"], []).append((number, row))
    for mine in children.values():
        mine.sort(key=lambda item: a_day(item[1]["DECOM"]))
    return children


def of_one_row(row, first, last):
    start, end = a_day(row["DECOM"]), a_day(row["DEC"])
    temporary = row["PLACE"] in ("T0", "T1", "T2", "T3", "T4")
    if row["DECOM"] and start is None:
        yield "141"
    if bool(row["DEC"]) != bool(row["REC"]):
        yield "148"
    if start and end and end == start:
        yield "355"
    if start and end and end < start:
        yield "356"
    if end and end > last:
        yield "385"
    if start and start < date(1991, 10, 14):
        yield "353"
    if temporary and row["RNE"] not in ("P", "B"):
        yield "380"
    if temporary and row["REC"] not in ("", "X1"):
        yield "381"
    if row["LS"] == "V3" and start and (end or last) - start > timedelta(17):
        yield "365"
    if row["PLACE"] == "T4" and start and end and end - start > timedelta(7):
        yield "379"


def of_two_rows(before, row):
    """Rules on a row and the one before it: (which of the two fails: 0 or 1, rule)."""
    start, ended = a_day(row["DECOM"]), a_day(before["DEC"])
    same_status = row["LS"] == before["LS"]
    same_placement = all(row[name] == before[name] for name in PLACEMENT)
    leaving = before["REC"] not in ("", "X1")
    if not (before["DEC"] and before["REC"]):
        yield 0, "142"
    if (before["REC"] == "X1" and start != ended) or (leaving and start == ended):
        yield 0, "388"
    if row["RNE"] == "S" and ended and start <= ended:
        yield 1, "431"
    if leaving and row["RNE"] != "S":
        yield 1, "432"
    if row["RNE"] in tuple("PLTUB") and start != ended:
        yield 1, "433"
    if row["RNE"] == "L" and (same_status or not same_placement):
        yield 1, "434"
    if row["RNE"] in tuple("PT") and (not same_status or same_placement):
        yield 1, "435"
    if row["RNE"] in tuple("BU") and (same_status or same_placement):
        yield 1, "436"
    if before["REC"] in ("E2", "E15"):
        yield 0, "437"
    if before["REC"] == "X1" and start == ended and row["CIN"] != before["CIN"]:
        yield 1, "504"


def failing(tables, year, last_year=None):
    """Every (table, row, rule) that fails, of a return of the year that begins in that April."""
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    rows, found = tables["Episodes"], set()
    born = {row["CHILD"]: a_day(row["DOB"]) for row in tables.get("Header", [])}
    children = by_child(rows)
    for number, row in enumerate(rows):
        found.update(("Episodes", number, rule) for rule in of_one_row(row, first, last))
    for child, mine in children.items():
        starts = [a_day(row["DECOM"]) for _, row in mine]
        (first_number, earliest), (last_number, latest) = mine[0], mine[-1]
        if starts[0] >= first and earliest["RNE"] != "S":
            found.add(("Episodes", first_number, "357"))
        if latest["REC"] == "X1":
            found.add(("Episodes", last_number, "388"))
        for (a, before), (b, row) in zip(mine, mine[1:]):
            found.update(("Episodes", (a, b)[which], rule) for which, rule in of_two_rows(before, row))
        latest_end = None
        for number, row in mine:
            if latest_end and a_day(row["DECOM"]) < latest_end:
                found.add(("Episodes", number, "501"))
            end = a_day(row["DEC"])
            latest_end = max(filter(None, (latest_end, end)), default=None)
        breaks = [(number, max(a_day(row["DECOM"]), first), min(a_day(row["DEC"]) or last, last))
                  for number, row in mine if row["LS"] == "V3"]
        breaks = [(number, start, end) for number, start, end in breaks if end > start]
        if sum((end - start for _, start, end in breaks), timedelta(0)) > timedelta(75):
            found.update(("Episodes", number, "367") for number, *_ in breaks)
        if born.get(child):
            if starts[0] < born[child]:
                found.add(("Episodes", first_number, "302"))
                found.update(("Header", number, "302") for number, row in enumerate(tables["Header"])
                             if row["CHILD"] == child)
            found.update(("Episodes", number, "352") for number, row in mine
                         if row["RNE"] == "S" and a_day(row["DECOM"]) >= years_on(born[child], 18))
    found.update(across_years(children, last_year or []))
    found.update(of_other_tables(tables, children, by_child(last_year or []), born, first, last))
    return found


def across_years(children, last_year):
    for child, mine in by_child(last_year).items():
        still_open = [row["DECOM"] for _, row in mine if not row["DEC"]]
        if still_open and child in children and children[child][0][1]["DECOM"] != still_open[-1]:
            yield "Episodes", children[child][0][0], "502"


def of_other_tables(tables, children, last_year, born, first, last):
    for number, row in enumerate(tables.get("OC2", [])):
        mine = [item for _, item in children.get(row["CHILD"], [])]
        touching = [(item, a_day(item["DECOM"]), a_day(item["DEC"])) for item in mine
                    if a_day(item["DECOM"]) <= last and (a_day(item["DEC"]) or last) >= first]
        broken = any(item["LS"] in ("V3", "V4") or (item["RNE"] == "S" and start > first)
                     or (end and end < last and item["REC"] != "X1") for item, start, end in touching)
        if row["SDQ_SCORE"] and (broken or not touching):
            yield "OC2", number, "185"
    for number, row in enumerate(tables.get("OC3", [])):
        child, pooled = row["CHILD"], {}
        for _, item in last_year.get(row["CHILD"], []) + children.get(row["CHILD"], []):
            if item["LS"] not in ("V3", "V4") and (item["DEC"] or item["DECOM"] not in pooled):
                pooled[item["DECOM"]] = item
        stays = [(a_day(item["DECOM"]), a_day(item["DEC"]) or last) for item in pooled.values()]
        latest = max(pooled.values(), key=lambda item: a_day(item["DECOM"]), default={"REC": ""})
        days = (0, 0) if born.get(child) is None else \
            [sum(max((end - max(start, years_on(born[child], age))).days, 0) for start, end in stays)
             for age in (14, 16)]
        if days[0] < 91 or days[1] < 1 or latest["REC"] in ("E11", "E12"):
            yield "OC3", number, "1001"
        if latest["REC"] == "E3" and (row["IN_TOUCH"] or row["ACTIV"] or row["ACCOM"]):
            yield "OC3", number, "1011"


def beyond_the_rules(rows, born, year):
    """What else holds of episodes that link: in words, one for each breach."""
    last = date(year + 1, 3, 31)
    for child, items in by_child(rows).items():
        mine = [row for _, row in items]
        if {"V3", "V4"} <= {row["LS"] for row in mine}:
            yield "both kinds of short breaks in one year"
        for at, row in enumerate(mine):
            start, end = a_day(row["DECOM"]), a_day(row["DEC"]) or last
            limit = {"T1": 42, "T3": 21, "T4": 7}.get(row["PLACE"])
            if limit and end - start > timedelta(limit):
                yield "a temporary placement that is too long"
            if row["PLACE"][0] == "T" and at > 0:  # at the year's start, what was before is in the last return
                back, before = mine[at + 1] if at + 1 < len(mine) else None, mine[at - 1]
                if back and (back["RNE"] != "P" or any(back[name] != before[name] for name in ("PLACE", "PL_POST"))):
                    yield "no return from a temporary placement"
            if (row["PLACE_PROVIDER"] == "PR0") != (row["PLACE"] == "P1"):
                yield "own provision by somebody else"
            if (row["PLACE_PROVIDER"] == "") != (row["PLACE"][0] == "T"):
                yield "a provider of a temporary placement, or none of another"
            if row["PLACE"] in ("K3", "H5") and start < years_on(born[child], 16):
                yield "supported accommodation before 16"
            if row["PLACE"] == ("K3" if year < 2024 else "H5"):
                yield "a kind of placement of another year"
            if row["LS"] in ("V3", "V4") and row["RNE"] != "S":
                yield "a short break that continues"
            if (a_day(row["DEC"]) or start) > years_on(born[child], 18):
                yield "in care after 18"
            if not row["DEC"] and last >= years_on(born[child], 18):
                yield "in care after 18"
            after = mine[at + 1]["RNE"] if row["REC"] == "X1" and at + 1 < len(mine) else None
            if bool(row["REASON_PLACE_CHANGE"]) != (after in tuple("PTBU")):
                yield "a reason to move without a move"
