# SPDX-License-Identifier: LGPL-2.1-or-later
"""Children whose care lies on an edge of some definition, written down by hand.

Each kind comes in a number of its own, so that two wrong definitions give two figures.
"""
from basics import day


def planted(maker, row_type):
    """Adds the children to those of a maker."""

    def plant(copies, born, steps, end=None, rec=None, until=None):
        """steps: (day, RNE, LS, PLACE, which of the child's homes, where that is)."""
        for _ in range(copies):
            child = maker.child(day(born), None if until is None else day(until))
            homes, rows = {}, []
            for at, rne, status, place, name, *area in steps:
                if name not in homes:
                    homes[name] = maker.home(place, *area)
                rows.append(row_type(day(at), None, rne, status, place, homes[name]))
            maker.finish(child, rows, None if end is None else day(end), rec)

    on_the_days(plant)
    moves_in_the_year(plant)
    came_back(maker, row_type)
    stability(plant)
    unaccompanied(plant)
    short_breaks(maker, row_type)
    distances(maker, row_type)


def on_the_days(plant):
    """Starts and ends on the days that are counted."""
    plant(2, "2012-03-03", [("2025-01-23", "S", "V2", "U6", "a")])                       # started on 23 January
    plant(3, "2011-07-07", [("2024-02-01", "S", "V2", "U6", "a")], "2025-01-23", "E4A")  # ended on it
    plant(2, "2010-02-02", [("2024-05-01", "S", "C2", "U6", "a"), ("2025-01-23", "P", "C2", "K2", "b")])  # moved
    plant(1, "2010-02-03", [("2024-05-02", "S", "C2", "K2", "a"), ("2025-01-23", "P", "C2", "U6", "b")])
    plant(3, "2013-01-09", [("2022-10-31", "S", "V2", "U6", "a", "city")], "2022-12-05", "E4A")
    plant(2, "2013-01-10", [("2022-05-09", "S", "V2", "U6", "a", "city")], "2022-10-31", "E4A")
    plant(2, "2013-01-11", [("2022-05-10", "S", "C2", "U6", "a", "elsewhere"),
                            ("2022-10-31", "P", "C2", "U6", "b", "neighbour")], "2023-02-06", "E4B")
    plant(4, "2015-06-06", [("2024-04-01", "S", "V2", "U6", "a")], "2024-09-02", "E4A")  # started on 1 April
    plant(3, "2015-06-07", [("2023-08-01", "S", "V2", "U6", "a")], "2024-03-31", "E4A")  # ended on 31 March
    plant(2, "2015-06-08", [("2023-08-02", "S", "V2", "U6", "a")], "2024-04-01", "E4A")  # on 1 April
    plant(2, "2015-06-09", [("2022-06-06", "S", "V2", "U6", "a", "city")], "2023-03-31", "E4A")
    for copies, since in ((1, "2023-03-31"), (2, "2024-03-31"), (1, "2025-03-31")):
        plant(copies, "2015-06-10", [(since, "S", "C2", "U6", "a")])
    plant(2, "2016-02-29", [("2023-09-04", "S", "C1", "U6", "a"), ("2024-04-01", "L", "C2", "U6", "a")])


def moves_in_the_year(plant):
    """How many placements from 1 April 2024 to 31 March 2025, of those in care on that last day."""
    plant(9, "2013-04-04", [("2023-05-08", "S", "C2", "U6", "a"), ("2024-09-10", "P", "C2", "U6", "b")])  # 2
    plant(7, "2013-05-04", [("2023-05-09", "S", "C2", "U6", "a"), ("2024-07-01", "P", "C2", "U6", "b"),   # 3
                            ("2024-11-15", "P", "C2", "U4", "c")])
    # 3, and on 1 April an episode that began with a change of legal status alone
    plant(5, "2013-06-04", [("2023-09-11", "S", "C1", "U6", "a"), ("2024-02-01", "L", "C2", "U6", "a"),
                            ("2024-06-03", "P", "C2", "U6", "b"), ("2024-12-02", "P", "C2", "U4", "c")])
    # 2, with a stay elsewhere from which the child came back
    plant(6, "2013-07-04", [("2023-09-12", "S", "C2", "U6", "a"), ("2024-08-01", "P", "C2", "T3", "away"),
                            ("2024-08-11", "P", "C2", "U6", "a"), ("2024-10-14", "P", "C2", "U4", "b")])
    # 2, elsewhere on 1 April
    plant(4, "2013-07-05", [("2023-09-14", "S", "C2", "U6", "a"), ("2024-03-25", "P", "C2", "T3", "away"),
                            ("2024-04-08", "P", "C2", "U6", "a"), ("2024-10-15", "P", "C2", "U4", "b")])
    # 2, and the second placement became a long-term one with the same carer
    plant(4, "2013-08-04", [("2023-09-13", "S", "C2", "U6", "a"), ("2024-06-17", "P", "C2", "U6", "b"),
                            ("2024-11-04", "T", "C2", "U4", "b")])
    # 2, the second with carers who then adopt; and 3, where others adopt
    plant(3, "2021-10-04", [("2023-01-16", "S", "C2", "U6", "a"), ("2024-05-07", "B", "E1", "U5", "b"),
                            ("2024-12-09", "T", "E1", "A5", "b")])
    plant(2, "2021-10-05", [("2022-11-17", "S", "C2", "U6", "a"), ("2024-05-08", "B", "E1", "U6", "b"),
                            ("2024-11-18", "P", "E1", "A6", "c")])
    # 2, the first of which began on 1 April; and 3, the third of which began on 31 March
    plant(3, "2013-09-04", [("2023-02-06", "S", "C2", "U6", "a"), ("2024-04-01", "P", "C2", "U6", "b"),
                            ("2024-10-21", "P", "C2", "U4", "c")])
    plant(4, "2013-10-04", [("2023-03-06", "S", "C2", "U6", "a"), ("2024-08-05", "P", "C2", "U6", "b"),
                            ("2025-03-31", "P", "C2", "U4", "c")])
    # 3, and gone on 31 March
    plant(3, "2013-11-04", [("2023-06-05", "S", "C2", "U6", "a"), ("2024-08-06", "P", "C2", "U6", "b"),
                            ("2024-12-16", "P", "C2", "U6", "c")], "2025-03-31", "E48")


def came_back(maker, row_type):
    """Three placements over two periods of care in one year."""
    for _ in range(3):
        child, first = maker.child(day("2012-12-04")), maker.home("U6")
        maker.finish(child, [row_type(day("2023-11-06"), None, "S", "V2", "U6", first)], day("2024-05-20"), "E4A")
        maker.finish(child, [row_type(day("2024-10-07"), None, "S", "C2", "U6", maker.home("U6")),
                             row_type(day("2025-01-13"), None, "P", "C2", "U4", maker.home("U4"))], None, None)
    for _ in range(4):  # started twice in the year, the second time a day after the end of the first
        child = maker.child(day("2012-12-05"))
        maker.finish(child, [row_type(day("2024-05-13"), None, "S", "V2", "U6", maker.home("U6"))],
                     day("2024-07-01"), "E4B")
        maker.finish(child, [row_type(day("2024-07-02"), None, "S", "C2", "U6", maker.home("U6"))], None, None)


def stability(plant):
    """In care for two and a half years, with one carer for two, on 31 March 2025: on the day and around it."""
    for copies, since in ((3, "2022-09-30"), (4, "2022-10-01"), (2, "2022-10-02")):
        plant(copies, "2014-05-05", [(since, "S", "C2", "U4", "a", "city")])
    for copies, since in ((5, "2023-03-31"), (3, "2023-04-01"), (2, "2023-04-02")):
        plant(copies, "2014-06-05", [("2019-03-04", "S", "C2", "U6", "a", "city"), (since, "P", "C2", "U4", "b")])
    plant(2, "2009-03-31", [("2018-01-08", "S", "C2", "U4", "a", "city")])  # 16 on the day
    plant(3, "2009-04-01", [("2018-01-09", "S", "C2", "U4", "a", "city")])  # 15 on the day
    # with the same carer all along: a stay elsewhere, another kind of placement, carers who adopt
    plant(4, "2014-07-05", [("2021-02-01", "S", "C2", "U4", "a", "city"), ("2024-07-22", "P", "C2", "T3", "away"),
                            ("2024-08-05", "P", "C2", "U4", "a")])
    plant(3, "2014-08-05", [("2021-02-02", "S", "C2", "U6", "a", "city"), ("2024-03-04", "T", "C2", "U4", "a")])
    plant(2, "2019-09-05", [("2021-02-03", "S", "C2", "U5", "a", "city"), ("2024-09-16", "U", "E1", "A5", "a")])
    # adopters and the placement before, together two years
    plant(2, "2019-10-05", [("2021-02-04", "S", "C2", "U6", "a", "city"), ("2023-10-02", "L", "E1", "U6", "a"),
                            ("2024-09-23", "P", "E1", "A6", "b")])
    # two carers of one agency are not one carer
    plant(2, "2014-09-05", [("2020-02-05", "S", "C2", "U6", "a", "city"), ("2024-01-08", "P", "C2", "U6", "b")])


def unaccompanied(plant):
    """The flag ends, and care goes on."""
    plant(4, "2007-09-10", [("2023-10-02", "S", "V2", "U6", "a")], until="2024-06-03")
    plant(1, "2007-09-11", [("2023-10-03", "S", "V2", "U6", "a")], until="2025-01-23")  # on the day: no more
    plant(1, "2007-09-12", [("2023-10-04", "S", "V2", "U6", "a")], until="2025-01-24")  # the day after: still


def short_breaks(maker, row_type):
    """Series of short breaks, which are in no count of children in care."""
    for number in range(5):  # V3: a period of care each, 17 days at the most, 75 in a year
        child, home = maker.child(day("2013-02-11") + number), maker.home("K2", "city")
        for start, days in ((day("2023-05-12") + number, 10), (day("2023-10-20") + number, 17),
                            (day("2024-06-07") + number, 17), (day("2024-10-25") + number, 14),
                            (day("2025-01-18") + number, 9)):
            maker.finish(child, [row_type(start, None, "S", "V3", "K2", home)], start + days, "E4A", need="N2")
    for number in range(9):  # V4: one for the whole series
        child, home = maker.child(day("2013-03-11") + number), maker.home("K2", "city")
        maker.finish(child, [row_type(day("2023-06-05") + number, None, "S", "V4", "K2", home)], None, None, need="N2")
    for number in range(6):
        child, home = maker.child(day("2012-03-11") + number), maker.home("K2", "city")
        maker.finish(child, [row_type(day("2022-04-11") + number, None, "S", "V4", "K2", home)],
                     day("2023-07-10") + number, "E4A", need="N2")


def distances(maker, row_type):
    """Just at 20 miles and just beyond, in and out of the city; not known; the farthest neighbours."""
    for copies, area, authority, miles in ((3, "elsewhere", "E08000025", 20.0), (5, "elsewhere", "E10000018", 20.1),
                                           (2, "neighbour", "E10000031", 20.1), (4, "elsewhere", "E10000028", 999.9)):
        for number in range(copies):
            child = maker.child(day("2012-11-19") + number)
            home = maker.home("U4", area, authority)
            home.miles = miles
            maker.finish(child, [row_type(day("2023-07-03") + number, None, "S", "C2", "U4", home)], None, None)
