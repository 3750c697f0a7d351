# SPDX-License-Identifier: LGPL-2.1-or-later
"""Small returns of 2024/25 with one fault each, and a list of which rows fail which rule.

The rules have the numbers of the validation rules of the Department for Education. Some
faults cannot be had alone: then every rule that fails is listed. Rows count from 0, below
the heading.
"""
from basics import write_csv, write_json
from care import EPISODES_HEADER

TABLES = {
    "episodes": EPISODES_HEADER,
    "header": ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    "oc2": ("CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
            "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    "oc3": ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
}
BORN = "07/07/2012"


def episode(start, rne="S", status="C2", place="U6", end="", rec="", post="A", child="C90001", need="N1", **rest):
    """A row of the episodes table; without more, it starts a period of care that is still open."""
    provider = rest.get("provider", "" if place[0] == "T" else "PR1")
    change = "CARPL" if rec == "X1" and rest.get("moved", True) else ""
    urn = "" if place[0] == "T" else "SC900001"
    return (child, start, rne, status, need, place, provider, end, rec, change, "ZZ90 9ZZ", f"ZZ90 9A{post}", urn)


# A child with nothing wrong stands in every file, above the others.
SOUND = (episode("15/05/2024", end="10/09/2024", rec="X1", child="C90000"),
         episode("10/09/2024", "P", end="02/12/2024", rec="X1", post="B", child="C90000", status="C2", moved=False),
         episode("02/12/2024", "L", "E1", post="B", child="C90000"))
FIRST = len(SOUND)


def faults():
    """(name, what is wrong, rows after the sound ones, (table, row, rule) that fail, other tables, last year's)"""
    e = episode

    def one(name, what, rows, *fails, born=BORN, tables=None, last=None):
        return name, what, rows, [("Episodes", FIRST + row, rule) if isinstance(row, int) else (row[0], row[1], rule)
                                  for row, rule in fails], born, tables or {}, last

    moved = e("15/05/2024", end="10/09/2024", rec="X1")
    return [
        one("141", "a start that is no day of the calendar", [e("31/06/2024")], (0, "141")),
        one("148a", "a reason to end without an end", [e("15/05/2024", rec="E4A")], (0, "148")),
        one("148b", "an end without a reason", [e("15/05/2024", end="10/09/2024")], (0, "148")),
        one("142", "an earlier episode that is still open",
            [e("15/05/2024"), e("10/09/2024", post="B")], (0, "142")),
        one("355", "an episode of no day", [e("15/05/2024", end="15/05/2024", rec="E4A")], (0, "355")),
        one("356", "an end before the start", [e("15/05/2024", end="14/05/2024", rec="E4A")], (0, "356")),
        one("385", "an end after the year", [e("15/05/2024", end="07/04/2025", rec="E4A")], (0, "385")),
        one("353", "a start before the Children Act 1989 was in force", [e("11/10/1991")], (0, "353"),
            born="01/02/1990"),
        one("357", "a first episode that is not the start of care", [e("15/05/2024", "P")], (0, "357")),
        one("380", "a period of care that begins with a temporary placement", [e("15/05/2024", place="T0")],
            (0, "380")),
        one("381", "a period of care that ends in a temporary placement",
            [moved, e("10/09/2024", "P", place="T3", end="20/09/2024", rec="E4A", post="B")], (1, "381")),
        one("388a", "to be continued, and a new start weeks later",
            [moved, e("07/10/2024", post="B")], (0, "388")),
        one("388b", "left care, and another placement on the same day",
            [e("15/05/2024", end="10/09/2024", rec="E4A"), e("10/09/2024", "P", post="B")], (0, "388"), (1, "432")),
        one("388c", "to be continued, and nothing follows", [moved], (0, "388")),
        one("431", "a start of care on the day on which it ended",
            [e("15/05/2024", end="10/09/2024", rec="E4A"), e("10/09/2024", post="B")], (0, "388"), (1, "431")),
        one("432", "left care, and goes on a month later without a start",
            [e("15/05/2024", end="10/09/2024", rec="E4A"), e("10/10/2024", "P", post="B")], (1, "432"), (1, "433")),
        one("433", "a move on the day after the end of the placement before",
            [moved, e("11/09/2024", "P", post="B")], (0, "388"), (1, "433")),
        one("434a", "a change of legal status that is none",
            [moved, e("10/09/2024", "L")], (1, "434")),
        one("434b", "a change of legal status alone, and another placement too",
            [moved, e("10/09/2024", "L", "E1", post="B")], (1, "434")),
        one("435a", "another placement, and all of it the same", [moved, e("10/09/2024", "P")], (1, "435")),
        one("435b", "a change of placement alone, and another legal status too",
            [moved, e("10/09/2024", "T", "E1", place="A5")], (1, "435")),
        one("436", "a change of both, and the legal status the same",
            [moved, e("10/09/2024", "B", post="B")], (1, "436")),
        one("437", "found to be an adult, and in care again",
            [e("15/05/2024", end="10/09/2024", rec="E15"), e("07/10/2024", post="B")], (0, "437")),
        one("501a", "a period of care within another",
            [e("15/05/2024", end="10/09/2024", rec="E4A"), e("01/07/2024", end="12/12/2024", rec="E4A", post="B")],
            (1, "431"), (1, "501")),
        one("501b", "an overlap with an episode that is not the one before",
            [e("15/05/2024", end="12/12/2024", rec="E4A"), e("03/06/2024", end="10/06/2024", rec="E4A", post="B"),
             e("01/07/2024", end="10/09/2024", rec="E4A", post="C")], (1, "431"), (1, "501"), (2, "501")),
        one("502", "last year's open episode is not carried on", [e("15/05/2024")], (0, "502"),
            last=[e("03/04/2023")]),
        one("504", "another category of need in one period of care",
            [moved, e("10/09/2024", "P", post="B", need="N5")], (1, "504")),
        one("365", "a short break of 18 days",
            [e("15/05/2024", status="V3", place="K2", end="02/06/2024", rec="E4A")], (0, "365")),
        one("367", "short breaks of 80 days in the year",
            [e(start, status="V3", place="K2", end=end, rec="E4A") for start, end in (
                ("01/05/2024", "17/05/2024"), ("01/07/2024", "17/07/2024"), ("02/09/2024", "18/09/2024"),
                ("01/11/2024", "17/11/2024"), ("02/01/2025", "18/01/2025"))],
            *((row, "367") for row in range(5))),
        one("302", "in care before birth", [e("15/05/2024")], (0, "302"), (("Header", 1), "302"), born="16/05/2024"),
        one("352", "care that begins on the 18th birthday", [e("15/05/2024")], (0, "352"), born="15/05/2006"),
        one("379", "eight days in a T4 placement",
            [moved, e("10/09/2024", "P", place="T4", end="18/09/2024", rec="X1", post="B"),
             e("18/09/2024", "P")], (1, "379")),
        one("185", "a score for a child who was not in care all year", [e("15/05/2024")], (("OC2", 0), "185"),
            tables={"oc2": [("C90001", BORN, "12", "", "0", "", "1", "1", "1", "0", "", "")]}),
        one("1001", "a care leaver who was in care for 90 days since 14",
            [e("10/01/2024", end="09/04/2024", rec="E4A", child="C90001")], (("OC3", 0), "1001"), born="09/01/2008",
            tables={"oc3": [("C90001", "09/01/2008", "YES", "F2", "B1")]}, last=[e("10/01/2024")]),
        one("1011", "a care leaver whom another authority looks after",
            [e("10/01/2022", end="09/05/2024", rec="E3")], (("OC3", 0), "1011"), born="07/04/2007",
            tables={"oc3": [("C90001", "07/04/2007", "YES", "F2", "B1")]}, last=[e("10/01/2022")]),
    ]


def write(folder):
    here, listed = folder / "care" / "faulty", []
    for name, what, rows, fails, born, tables, last in faults():
        year = {**tables, "episodes": [*SOUND, *rows],
                "header": [("C90000", "F", "05/05/2015", "WBRI", "UN5", "0", ""),
                           ("C90001", "M", born, "WBRI", "UN5", "", "")]}
        for table, lines in year.items():
            write_csv(here / name / "2024-25" / f"{table}.csv", TABLES[table], lines)
        if last is not None:
            write_csv(here / name / "2023-24" / "episodes.csv", TABLES["episodes"], last)
        listed.append({
            "folder": name, "rule": name.rstrip("abc"), "what": what,
            "fails": [{"file": f"{name}/2024-25/{table.lower()}.csv", "table": table, "row": row, "rule": rule}
                      for table, row, rule in fails]})
    write_json(here / "faults.json", {"format": "synthetic-faults 1", "about": __doc__.strip(), "faults": listed})
