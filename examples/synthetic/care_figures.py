# SPDX-License-Identifier: LGPL-2.1-or-later
"""The figures of the made-up years of care, counted one by one.

As with early help: every figure has its day or year and its definition, and beside it what
nearby but different definitions would give ("otherwise").
"""
from basics import birthday, day, iso, months_after
from care import JANUARY, LAST_DAY, OCTOBER, YEARS, rows_of_year
from early_help_figures import count, share, tally

BRIEFING = ("Corporate Parenting briefing note to the Coventry Health and Wellbeing Board, 5 February 2025")
STRATEGY = "Corporate Parenting Strategy 2023 to 2026 of Coventry City Council"
YEAR_START = day("2024-04-01")
FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")


def short_break(row):
    return row.ls in ("V3", "V4")


def unaccompanied(child, on):
    return child.uasc_until is not None and on < child.uasc_until


def in_care(children, on):
    """The children in care on a day, each with the row that it is under."""
    return [(child, row) for child in children for row in child.rows() if row.covers(on) and not short_break(row)]


def any_row(children, test):
    return [(child, row) for child in children for row in child.rows() if test(row)]


def looked_after(children, on):
    cases = in_care(children, on)
    with_breaks = any_row(children, lambda row: row.covers(on))
    at_end = {child for child, row in any_row(children, lambda row: row.start <= on and not short_break(row)
                                              and (row.end is None or row.end >= on))}
    before = any_row(children, lambda row: row.start < on and not short_break(row)
                     and (row.end is None or row.end > on))
    return cases, {
        "short breaks count too": len({child for child, _ in with_breaks}),
        "those who left on the day count too": len(at_end),
        "rows that began on the day do not count": len(before),
        "rows, with the last day of each": len(any_row(children, lambda row: row.start <= on and not short_break(row)
                                                       and (row.end is None or row.end >= on))),
    }


def january(children):
    cases, otherwise = looked_after(children, JANUARY)
    total = len(cases)
    flagged = [child for child, _ in cases if unaccompanied(child, JANUARY)]
    places = tally(row.place for _, row in cases)
    fostered = sum(row.place in FOSTER for _, row in cases)
    with_breaks = any_row(children, lambda row: row.covers(JANUARY))
    others = [row for child, row in cases if not unaccompanied(child, JANUARY)]
    return {
        "on": iso(JANUARY), "source": BRIEFING, "unit": "children",
        "looked_after": count(total, published=708, otherwise=otherwise),
        "unaccompanied": share(
            len(flagged), total, published=77,
            definition="in the UASC table, and the day on which that status ceases is later",
            otherwise={
                "all in the UASC table": share(sum(child.uasc_until is not None for child, _ in cases), total),
                "the day on which it ceases counts too": share(
                    sum(child.uasc_until is not None and JANUARY <= child.uasc_until for child, _ in cases), total)}),
        "by_placement": places,
        "by_legal_status": tally(row.ls for _, row in cases),
        "fostered": share(
            fostered, total, published="just over 70%", definition="PLACE U1 to U6",
            otherwise={
                "placed for adoption counts too": share(
                    sum(row.place in FOSTER or row.place[0] == "A" for _, row in cases), total),
                "short breaks count too": share(sum(row.place in FOSTER for _, row in with_breaks), len(with_breaks)),
                "without unaccompanied children": share(sum(row.place in FOSTER for row in others), len(others)),
                "without relatives and friends": share(
                    sum(row.place in ("U4", "U5", "U6") for _, row in cases), total)}),
        "in_childrens_homes": share(
            places["K2"], total, published="under 9%", definition="PLACE K2",
            otherwise={
                "secure homes count too": share(places["K2"] + places["K1"], total),
                "short breaks count too": share(sum(row.place == "K2" for _, row in with_breaks), len(with_breaks)),
                "supported accommodation counts too": share(places["K2"] + places["K3"], total)}),
        "short_breaks_that_day": len(with_breaks) - total,
        "rate_per_10000": {"numerator": total, "population": 80000, "rate": round(total / 8, 6),
                           "assumption": "a round number of children, not an estimate of the Office for National "
                                         "Statistics"},
    }


def october(children):
    cases, otherwise = looked_after(children, OCTOBER)
    areas = tally(row.home.area for _, row in cases)
    total = len(cases)
    with_breaks = any_row(children, lambda row: row.covers(OCTOBER))
    ended = any_row(children, lambda row: row.start <= OCTOBER and not short_break(row)
                    and (row.end is None or row.end >= OCTOBER))

    def nearby(area, authorities):
        return {
            "short breaks count too": share(sum(row.home.area == area for _, row in with_breaks), len(with_breaks)),
            "rows, with the last day of each": share(sum(row.home.area == area for _, row in ended), len(ended)),
            **authorities}

    solihull = sum(row.home.authority == "E08000029" for _, row in cases)
    at_20 = [(child, row) for child, row in cases if child.uasc_until is None]
    return {
        "on": iso(OCTOBER), "source": STRATEGY, "unit": "children",
        "assumption": "published for October 2022, without a day and without the number of children: the last day "
                      "of the month, and 720 children",
        "looked_after": count(total, otherwise=otherwise),
        "in_the_city": share(areas["city"], total, published_percent=61.1, otherwise=nearby("city", {
            "at most 20 miles away": share(sum(row.home.miles <= 20 for _, row in at_20), len(at_20))})),
        "in_neighbouring_authorities": share(areas["neighbour"], total, published_percent=21.9,
                                             otherwise=nearby("neighbour", {
                                                 "only one of the two": share(solihull, total)})),
        "at_a_distance": share(
            areas["elsewhere"], total,
            definition="placed neither in the responsible authority nor in one that adjoins it",
            otherwise={"outside the authority": share(areas["elsewhere"] + areas["neighbour"], total)}),
        "by_authority": tally(row.home.authority for _, row in cases),
    }


def returned(row, before):
    """Back from a temporary placement to the one before it."""
    return before is not None and before.place == row.place and before.home is row.home


def placements_in_year(child, first, last, temporary=False, same_carer=False, with_ended=False, last_spell=False,
                       year_alone=False):
    """The placement of the first day, or the first of the year, and every change from it on."""
    every = [row for row in child.rows() if not short_break(row)]

    def in_year(row):
        return row.start <= last and (row.end is None or row.end > first or (with_ended and row.end == first))

    if year_alone:
        every = [row for row in every if in_year(row)]
    number = 0
    for at, row in enumerate(every):
        if not in_year(row):
            continue
        back = at >= 2 and every[at - 1].place[0] == "T" and returned(row, every[at - 2])
        if number == 0 or (last_spell and row.rne == "S"):
            number = 1
        elif row.rne in "SPB":
            number += temporary or not (row.place[0] == "T" or back)
        elif row.rne in "TU":
            number += same_carer
    return number


def annex_a(child, first, last):
    """As the Annex A reports of Data to Insight count: by the rows' reasons alone."""
    rows = [row for row in child.rows() if row.start <= last and (row.end is None or row.end >= first)]
    return sum(row.rne in "SPB" or (row.rne in "TU" and row.start < first) for row in rows) or 1


def with_carer_since(child, on, temporary_breaks=False, same_carer_breaks=False):
    """Since when a child has lived with the carer of a day; a stay elsewhere does not end it."""
    rows = [row for row in child.rows() if not short_break(row) and row.start <= on]
    since = None
    for at, row in enumerate(rows):
        back = at >= 2 and rows[at - 1].place[0] == "T" and returned(row, rows[at - 2])
        if row.rne == "S" or (row.rne in "PB" and (temporary_breaks or not (row.place[0] == "T" or back))):
            since = row.start
        elif row.rne in "TU" and same_carer_breaks:
            since = row.start
    return since


def adopters_and_before(child, on):
    """The start of the placement before, where a child is placed for adoption with new carers."""
    rows = [row for row in child.rows() if row.start <= on]
    at = max(number for number, row in enumerate(rows) if row.rne in "SPB")
    if rows[at].place not in ("A3", "A5", "A4", "A6") or at == 0:
        return with_carer_since(child, on)
    earlier = [row for row in rows[:at] if row.rne in "SPB"]
    return earlier[-1].start


def in_care_since(child, on):
    for _, rows in child.spells:
        if rows[0].start <= on and (rows[-1].end is None or rows[-1].end > on) and not short_break(rows[0]):
            return rows[0].start
    return None


def stability(children, on):
    """Long-term stability: under 16, in care for 30 months, and with one carer for 24."""
    cases = [child for child, _ in in_care(children, on)]

    def of(when=on, age=16, months=30, since=with_carer_since, years=24, **rules):
        cohort = [child for child in cases if birthday(child.born, age) > on
                  and months_after(in_care_since(child, on), months) <= when]
        return share(sum(months_after(since(child, on, **rules), years) <= when for child in cohort), len(cohort))

    two_years = {}
    for year in (2023, 2024):
        for child, _, row, _ in rows_of_year(children, year):
            if child not in two_years or row.start < two_years[child].start:
                two_years[child] = row
    unknown = [child for child in cases if birthday(child.born, 16) > on and two_years[child].rne != "S"
               and months_after(two_years[child].start, 30) > on]
    known = [child for child in cases if child not in set(unknown) and birthday(child.born, 16) > on
             and months_after(in_care_since(child, on), 30) <= on]
    return {
        **of(), "on": iso(on), "of_the_last_two_returns_alone": share(
            sum(months_after(with_carer_since(child, on), 24) <= on for child in known), len(known),
            unknown=len(unknown), why="a period of care that began before the first return and may be too short"),
        "definition": "of children under 16 in care on the day whose period of care began 30 months before it or "
                      "earlier, those who have lived with the same carer for 24 months; a stay elsewhere with a "
                      "return, and another kind of placement with the same carer, change nothing",
        "otherwise": {
            "the months end with the day, not on it": of(when=on + 1),
            "adopters and the placement before them together": of(since=adopters_and_before),
            "a stay elsewhere ends it": of(temporary_breaks=True),
            "another kind of placement ends it": of(same_carer_breaks=True),
            "under 17": of(age=17),
            "in care for 24 months": of(months=24),
        },
    }


def year_figures(children, year):
    first, last = day(f"{year}-04-01"), day(f"{year + 1}-03-31")
    spells = [(child, rows) for child in children for _, rows in child.spells if not short_break(rows[0])]
    touching = {child for child, rows in spells if rows[0].start <= last
                and (rows[-1].end is None or rows[-1].end > first)}
    in_return = {child for child, _, row, _ in rows_of_year(children, year) if not short_break(row)}
    started = [child for child, rows in spells if first <= rows[0].start <= last]
    ceased = [(child, rows) for child, rows in spells if rows[-1].end is not None and first <= rows[-1].end <= last]
    breaks = [rows for child in children for _, rows in child.spells if short_break(rows[0])]
    lengths = sorted(rows[-1].end - rows[0].start for _, rows in ceased)
    cases, otherwise = looked_after(children, last)
    return {
        "year": f"{year}/{(year + 1) % 100}", "rows": sum(1 for _ in rows_of_year(children, year)),
        "children_in_the_return": len({child for child, *_ in rows_of_year(children, year)}),
        "looked_after_on_31_march": count(len(cases), otherwise=otherwise),
        "looked_after_in_the_year": count(len(touching), otherwise={
            "short breaks count too": len({child for child, *_ in rows_of_year(children, year)}),
        }, in_the_return=len(in_return)),
        "started": count(
            len(started), children=len(set(started)), otherwise={
                "short breaks count too": len(started) + sum(first <= rows[0].start <= last for rows in breaks),
                "children, each once": len(set(started)),
                "without the first day": sum(rows[0].start != first for _, rows in spells
                                             if first <= rows[0].start <= last)} if year == 2024 else {}),
        "ceased": count(
            len(ceased), children=len({child for child, _ in ceased}), by_reason=tally(r[-1].rec for _, r in ceased),
            otherwise={
                "short breaks count too": len(ceased) + sum(
                    rows[-1].end is not None and first <= rows[-1].end <= last for rows in breaks),
                "without the last day": sum(rows[-1].end < last for _, rows in ceased)}
            if year > 2022 else {}),
        "days_in_care_of_those_who_left": {
            "total": sum(lengths), "shortest": lengths[0], "longest": lengths[-1],
            "middle": (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2},
    }


def last_day(children):
    """Measures on 31 March 2025, over the year that it ends."""
    cases = in_care(children, LAST_DAY)

    def three(**rules):
        return share(sum(placements_in_year(child, YEAR_START, LAST_DAY, **rules) >= 3 for child, _ in cases),
                     len(cases))

    left_too = {child for child, _ in any_row(children, lambda row: row.start <= LAST_DAY and not short_break(row)
                                              and (row.end is None or row.end >= LAST_DAY))}
    miles = [(row.home.area, row.home.miles) for child, row in cases if child.uasc_until is None]
    known = [(area, far) for area, far in miles if far != 999.9]
    continuous, continuous_edge = [], []
    for child in children:
        rows = [row for row in child.rows() if row.start <= LAST_DAY and (row.end is None or row.end >= YEAR_START)]
        if not rows or any(short_break(row) or (row.rne == "S" and row.start > YEAR_START) for row in rows):
            continue
        left = [row for row in rows if row.rec not in (None, "X1") and YEAR_START <= row.end <= LAST_DAY]
        if not left:
            continuous.append(child)
        if all(row.end == LAST_DAY for row in left):
            continuous_edge.append(child)
    return {
        "on": iso(LAST_DAY), "looked_after": len(cases),
        "by_number_of_placements": tally(placements_in_year(child, YEAR_START, LAST_DAY) for child, _ in cases),
        "three_placements_or_more": {
            **three(), "year": "2024/25",
            "definition": "of children in care on the day, those with three placements or more in the year up to it: "
                          "the one on 1 April or the first after it, and every change of carer and every start of "
                          "care from there; neither temporary placements (T0 to T4) nor the return from them, nor "
                          "a change of placement or status with the same carer",
            "otherwise": {
                "temporary placements count too": three(temporary=True),
                "changes with the same carer count too": three(same_carer=True),
                "a placement that ended on 1 April counts too": three(with_ended=True),
                "the last period of care only": three(last_spell=True),
                "the rows of the year alone, where a return looks like a move": three(year_alone=True),
                "by reasons for a new episode alone": share(
                    sum(annex_a(child, YEAR_START, LAST_DAY) >= 3 for child, _ in cases), len(cases)),
                "more than three": share(sum(placements_in_year(child, YEAR_START, LAST_DAY) > 3
                                             for child, _ in cases), len(cases)),
                "those who left on the day count too": share(
                    sum(placements_in_year(child, YEAR_START, LAST_DAY) >= 3 for child in left_too), len(left_too)),
            }},
        "long_term_stability": stability(children, LAST_DAY),
        "looked_after_for_twelve_months": count(
            len(continuous), definition="in care without a break from 1 April 2024, and on 31 March 2025",
            otherwise={"those who left on 31 March count too": len(continuous_edge)}),
        "distance": {
            "not_stated_for_uasc": len(cases) - len(miles), "not_known": len(miles) - len(known),
            "bands": {f"{where}, {band}": sum((area == "city") == (where == "in") and (far <= 20) == (band == "to 20")
                                              for area, far in known)
                      for where in ("in", "out") for band in ("to 20", "over 20")},
            "over_20_miles": share(
                sum(far > 20 for _, far in known), len(known), unknown=len(miles) - len(known), otherwise={
                    "20 miles or more": share(sum(far >= 20 for _, far in known), len(known)),
                    "999.9 taken for a distance": share(sum(far > 20 for _, far in miles), len(miles)),
                    "over 20 kilometres": share(sum(far * 1.6093 > 20 for _, far in known), len(known)),
                })},
        "at_a_distance": share(sum(row.home.area == "elsewhere" for _, row in cases), len(cases)),
    }


def figures(children):
    spells = [rows for child in children for _, rows in child.spells]
    pooled = {(child.id, row.start) for year, _ in YEARS for child, _, row, _ in rows_of_year(children, year)}
    known = {id(row) for year, _ in YEARS for _, _, row, _ in rows_of_year(children, year)}
    read = [rows for rows in spells if any(id(row) in known for row in rows)]
    return {
        "unit": "children", "years": [year_figures(children, year) for year, _ in YEARS],
        "pooled": {
            "rows": sum(sum(1 for _ in rows_of_year(children, year)) for year, _ in YEARS), "episodes": len(pooled),
            "spells": len(read), "spells_of_short_breaks": sum(short_break(rows[0]) for rows in read),
            "children": len({child for child, _ in pooled}),
            "spells_that_began_before": sum(id(rows[0]) not in known for rows in read),
        },
        "january_2025": january(children), "october_2022": october(children), "march_2025": last_day(children),
    }
