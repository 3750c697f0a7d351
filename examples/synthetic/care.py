# SPDX-License-Identifier: LGPL-2.1-or-later
"""Three made-up years of care, as returns of the SSDA903 form, by the rules of its episodes.

Who is in care on two days is dealt from decks: on 31 October 2022, where children live, and
on 23 January 2025, in which kind of placement. So those totals come out whatever the seed.
"""
from basics import birthday, british, day, months_after, write_csv
from care_edges import planted

YEARS = ((2022, "2022-23"), (2023, "2023-24"), (2024, "2024-25"))
FIRST_DAY, LAST_DAY = day("2022-04-01"), day("2025-03-31")
OCTOBER, JANUARY = day("2022-10-31"), day("2025-01-23")
K3_FROM = day("2024-04-01")  # supported accommodation: H5 before, K3 after; no placement here spans the change

# Published: 708 children in care and 77 of them unaccompanied, just over 70% fostered and under 9% in
# children's homes, as of 23 January 2025; the rest of this is made up.
PLACES_OF_UASC = {"U6": 24, "U4": 8, "K3": 43, "K2": 2}
PLACES_OF_OTHERS = {"U1": 50, "U2": 5, "U3": 60, "U4": 170, "U5": 11, "U6": 170, "K3": 38, "K2": 60, "P1": 40,
                    "A5": 7, "A6": 5, "K1": 2, "S1": 4, "R5": 3, "R3": 3, "R2": 1, "T0": 2}
# Published: 61.1% in the city and 21.9% in neighbouring authorities, as of October 2022. How many
# children that is of is not: 720 is an assumption, of which 440 and 158 print so.
AREAS_IN_OCTOBER = {"city": 440, "neighbour": 158, "elsewhere": 122}

IN_BOTH, IN_BOTH_UASC = 400, 7
IN_OCTOBER_ONLY, IN_OCTOBER_ONLY_UASC = 320, 50
IN_JANUARY_ONLY, IN_JANUARY_ONLY_UASC = 308, 70
IN_NEITHER = (70, 150, 40)  # before the one, between the two, after the other

CITY = "E08000026"
NEIGHBOURS = {"E08000029": 26, "E10000031": 74}  # Solihull and Warwickshire
ELSEWHERE = {"E08000025": 40, "E10000018": 10, "E06000061": 6, "E10000028": 14, "E08000030": 8,
             "E08000028": 6, "E10000034": 6, "E08000031": 6, "WAL": 3, "SCO": 1}
AREAS = {"city": 60, "neighbour": 22, "elsewhere": 18}
FOSTERING = {"U1": 8, "U3": 12, "U4": 38, "U6": 42}
ETHNIC = {"WBRI": 60, "WOTH": 6, "MWBC": 6, "MWAS": 3, "MOTH": 3, "APKN": 4, "AIND": 2, "AOTH": 4, "BAFR": 6,
          "BCRB": 3, "BOTH": 2, "OOTH": 1}
ETHNIC_OF_UASC = {"OOTH": 40, "AOTH": 30, "BAFR": 30}
CATEGORIES = {"N1": 68, "N2": 3, "N3": 4, "N4": 8, "N5": 14, "N6": 2, "N8": 1}
REASONS_OF_CHANGE = {"CARPL": 50, "CREQB": 12, "CREQO": 8, "CHILD": 6, "LAREQ": 6, "STAND": 2, "CLOSE": 3,
                     "ALLEG": 2, "APPRR": 1, "OTHER": 10}
TEMPORARY = {"T0": 20, "T1": 41, "T3": 20, "T4": 6}  # the longest stay made here, in days

EPISODES_HEADER = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
                   "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")


class Home:
    """Where a child lives with one carer. Postcodes are of the area ZZ, which does not exist."""

    __slots__ = ("post", "urn", "provider", "authority", "area", "miles")


class Row:
    """An episode of care."""

    __slots__ = ("start", "end", "rne", "ls", "place", "home", "rec", "change")

    def __init__(self, start, end, rne, ls, place, home, rec=None):
        self.start, self.end, self.rne, self.ls = start, end, rne, ls
        self.place, self.home, self.rec, self.change = place, home, rec, None

    def covers(self, on):
        return self.start <= on and (self.end is None or self.end > on)


class Child:
    __slots__ = ("id", "born", "girl", "ethnic", "uasc_until", "spells", "home_post")

    def __init__(self, born, uasc_until=None):
        self.born, self.uasc_until, self.spells = born, uasc_until, []

    def rows(self):
        return [row for _, rows in self.spells for row in rows]

    def row_on(self, on):
        return next((row for row in self.rows() if row.covers(on) and row.ls not in ("V3", "V4")), None)


class Maker:
    def __init__(self, dice):
        self.dice, self.n_posts, self.children = dice, 0, []

    def post(self):
        """A postcode for each: ZZ1 1AA and on."""
        self.n_posts += 1
        number, letters = divmod(self.n_posts, 23 * 23)
        alphabet = "ABDEFGHJKLMNPQRSTUVWXYZ"
        return f"ZZ{number // 10 + 1} {number % 10}{alphabet[letters // 23]}{alphabet[letters % 23]}"

    def home(self, place, area=None, authority=None):
        dice, home = self.dice, Home()
        home.post = self.post()
        home.area = area or dice.weighted(AREAS)
        if home.area == "city":
            home.authority, home.miles = CITY, dice.whole(2, 52) / 10
        elif home.area == "neighbour":
            home.authority, home.miles = dice.weighted(NEIGHBOURS), dice.whole(25, 230) / 10
        else:
            home.authority, home.miles = dice.weighted(ELSEWHERE), dice.whole(130, 1200) / 10
        home.authority = authority or home.authority
        home.provider = self.provider(place)
        home.urn = ""
        if place[0] in "UA":
            home.urn = "SC900001" if home.provider == "PR1" else f"SC90000{dice.whole(2, 6)}"
        elif place[0] in "KHRS":
            home.urn = f"SC901{dice.whole(0, 199):03d}"
        return home

    def provider(self, place):
        choices = {"P": ("PR0",), "T": ("",), "K": ("PR1", "PR4", "PR4", "PR5"), "H": ("PR4",), "A": ("PR1",),
                   "S": ("PR4",)}
        if place in ("R5", "R2", "K1"):
            return "PR3"
        if place in ("U1", "U2", "U3"):
            return "PR1"
        return self.dice.pick(choices.get(place[0], ("PR1", "PR4")))

    def another_place(self, born, start, end, unlike=None):
        """A kind of placement for somebody of an age, where no deck says which."""
        dice, old = self.dice, start >= birthday(born, 16)
        if unlike is not None:  # the same carer: a relative stays one
            group = ("U3", "U1") if unlike in ("U1", "U2", "U3") else ("U6", "U4")
            return next(place for place in group if place != unlike)
        if old and start >= K3_FROM and dice.one_in(0.45):
            return "K3"
        if old and end is not None and end < K3_FROM and dice.one_in(0.45):
            return "H5"
        if start >= birthday(born, 10) and dice.one_in(0.12):
            return "K2"
        return dice.weighted(FOSTERING)

    def child(self, born, uasc_until=None):
        child = Child(born, uasc_until)
        child.girl = self.dice.one_in(0.08 if uasc_until is not None else 0.46)
        child.ethnic = self.dice.weighted(ETHNIC_OF_UASC if uasc_until is not None else ETHNIC)
        child.home_post = "" if uasc_until is not None else self.post()
        self.children.append(child)
        return child

    def events(self, child, start, end, fixed):
        """What happens in a spell, in the order of its days: (day, RNE), one a day at most."""
        dice, last = self.dice, LAST_DAY + 1 if end is None else end
        days = last - start
        found = {start: "S"}
        if fixed is not None and fixed > start:
            found[fixed] = "P"
        for _ in range(4):
            if dice.one_in(min(0.4, 0.12 + days / 7000)) and days > 20:
                # most moves come early on
                found.setdefault(start + 3 + int((days - 5) * dice.random() * dice.random()), "P")
        if child.uasc_until is None and days > 60:
            for length in (dice.whole(20, 200), dice.whole(210, 420)):
                at = start + length
                if at < last - 1 and dice.one_in(0.8):
                    found[at] = "B" if found.get(at) == "P" or (found.get(at) is None and dice.one_in(0.06)) else "L"
        if dice.one_in(0.14) and days > 100:
            found.setdefault(dice.whole(start + 40, last - 2), "T")
        if fixed is not None:  # nobody moves between the day that matters and the days it matters for
            found = {at: rne for at, rne in found.items() if at <= fixed or at > JANUARY or rne == "L"}
        return sorted(found.items())

    def spell(self, child, start, end, rec=None, place=None, area=None, fixed=None, chain=None, need=None):
        """A period of care: from its events, rows that link.

        place is the kind of placement on 23 January 2025, area where the child lives on 31 October 2022,
        fixed the day on which the placement of that January begins.
        """
        dice = self.dice
        if chain is None:
            chain = ["V2"] if child.uasc_until is not None else \
                dice.pick((["V2", "C1", "C2"], ["C1", "C2"], ["C1", "C2"], ["V2", "C2"], ["V2"]))
        chain, events = list(chain), []
        for at, rne in self.events(child, start, end, fixed):
            if rne in "LB":
                if len(chain) - 1 <= sum(kind in "LB" for _, kind in events):
                    if rne == "L":
                        continue
                    rne = "P"
            events.append((at, rne))
        edges = [at for at, _ in events] + [end]
        runs = [number for number, (_, rne) in enumerate(events) if rne in "SPB"] + [len(events)]
        rows, status = [], 0
        for first, beyond in zip(runs, runs[1:]):
            run_start, run_end = edges[first], edges[beyond]

            def in_run(on, begin=run_start, finish=run_end):
                return begin <= on and (finish is None or on < finish)

            dealt = place if in_run(JANUARY) and place is not None else None
            now = dealt or self.another_place(child.born, run_start, run_end)
            changes = [at for at, rne in events[first:beyond] if rne == "T"] if now[0] == "U" else []
            if changes and dealt and changes[0] <= JANUARY:  # what was dealt comes after the change
                now = self.another_place(child.born, run_start, run_end, unlike=dealt)
            home = self.home(now, area if in_run(OCTOBER) else None)
            for at, rne in events[first:beyond]:
                if rne == "T" and at not in changes:
                    continue
                if rne in "LB":
                    status += 1
                if rne == "T":
                    now = dealt if dealt and at <= JANUARY else \
                        self.another_place(child.born, run_start, run_end, unlike=now)
                rows.append(Row(at, None, rne, chain[status], now, home))
        self.finish(child, rows, end, rec, need)
        if dice.one_in(0.12):
            self.away_for_a_while(child, rows)
        return rows

    def away_for_a_while(self, child, rows):
        """A temporary placement in the midst of a row, from which the child returns."""
        dice = self.dice
        at = dice.whole(0, len(rows) - 1)
        row, kind = rows[at], dice.pick(tuple(TEMPORARY))
        last = LAST_DAY if row.end is None else row.end
        start = dice.whole(row.start + 1, max(row.start + 1, last - 50))
        back = start + dice.whole(2, TEMPORARY[kind])
        if back >= last or row.place[0] == "T" or any(start <= on <= back for on in (OCTOBER, JANUARY)):
            return
        self.split_for(rows, at, start, back, kind)

    def split_for(self, rows, at, start, back, kind):
        row = rows[at]
        away = Row(start, back, "P", row.ls, kind, self.home(kind), "X1")
        again = Row(back, row.end, "P", row.ls, row.place, row.home, row.rec)
        again.change, row.change, away.change = row.change, "OTHER", "OTHER"
        row.end, row.rec = start, "X1"
        rows[at + 1:at + 1] = [away, again]

    def finish(self, child, rows, end, rec, need=None):
        """Ends that meet the next start, reasons, and the category of need of the whole."""
        dice = self.dice
        for row, after in zip(rows, rows[1:]):
            row.end, row.rec = after.start, "X1"
            row.change = {"L": None, "T": "PLACE", "U": "PLACE"}.get(after.rne, dice.weighted(REASONS_OF_CHANGE))
        rows[-1].end = end
        if end is not None:
            rows[-1].rec = rec or self.why_it_ended(child, rows[-1], end)
        need = need or ("N8" if child.uasc_until is not None else dice.weighted(CATEGORIES))
        child.spells.append((need, rows))

    def why_it_ended(self, child, row, end):
        dice = self.dice
        if end >= birthday(child.born, 18):
            return "E17" if row.place[0] == "U" and dice.one_in(0.6) else dice.pick(("E5", "E5", "E6"))
        if row.ls == "J1":
            return "E14"
        if child.uasc_until is not None:
            return dice.pick(("E8", "E3", "E13"))
        if row.place in ("U1", "U2", "U3") and dice.one_in(0.6):
            return dice.pick(("E45", "E41"))
        return dice.weighted({"E4A": 50, "E4B": 18, "E41": 8, "E13": 8, "E47": 3, "E48": 5, "E3": 3, "E8": 5})

    # Children, by which of the two days they are in care on

    def born_for(self, place, on, least=0.2, most=17.9):
        """A birth that suits a kind of placement on a day."""
        low, high = {"K3": (16.35, 17.9), "K2": (8, 17.9), "A5": (1.2, 5), "A6": (1.2, 5), "R5": (15.2, 17.8),
                     "K1": (13, 17), "S1": (9, 16.5), "R3": (0.2, 0.9), "R2": (8, 16)}.get(place, (least, most))
        return on - self.dice.whole(int(max(low, least) * 365.25), int(min(high, most) * 365.25))

    def open_end(self, born):
        """The end of a spell that outlasts 23 January 2025, if it has one by the end of the year."""
        adult = birthday(born, 18)
        if adult <= LAST_DAY:
            return adult
        return self.dice.whole(JANUARY + 1, LAST_DAY) if self.dice.one_in(0.05) else None

    def fixed_for(self, place, born, start):
        """From when a child can be in a kind of placement, if that is later than the start."""
        if place == "K3":
            return self.dice.whole(max(start, K3_FROM, birthday(born, 16)), JANUARY)
        if place == "K2":
            return self.dice.whole(max(start, birthday(born, 7)), JANUARY) if start < birthday(born, 7) else None
        if place in ("S1", "R2", "K1", "R5"):
            return self.dice.whole(max(start, JANUARY - 200), JANUARY)
        return None

    def in_both(self, place, area, uasc, gap=False):
        dice = self.dice
        if uasc:
            born = JANUARY - dice.whole(int(16.4 * 365.25), int(17.8 * 365.25))
            start = dice.whole(OCTOBER - 300, OCTOBER - 5)
        else:
            born = self.born_for(place, JANUARY, least=2.8)
            start = dice.whole(max(born, OCTOBER - 2500), OCTOBER)
        child = self.child(born, birthday(born, 18) if uasc else None)
        end = self.open_end(born)
        if gap:
            left = dice.whole(OCTOBER + 40, OCTOBER + 300)
            self.spell(child, start, left, rec=dice.pick(("E4A", "E4B")), area=area)
            start = dice.whole(left + 30, left + 300)
            area = None
        chain = dice.pick((["C1", "C2"], ["C2"])) if place == "P1" else None
        self.spell(child, start, end, place="U6" if place == "T0" else place, area=area,
                   fixed=self.fixed_for(place, born, start), chain=chain)
        if place == "T0":
            rows = child.spells[-1][1]
            at = next(number for number, row in enumerate(rows) if row.covers(JANUARY))
            if rows[at].start >= JANUARY - 5 or (rows[at].end or LAST_DAY) <= JANUARY + 6:
                self.children.pop()
                self.in_both(place, area, uasc, gap)
                return
            self.split_for(rows, at, JANUARY - 4, JANUARY + 5, "T0")

    def in_october_only(self, area, uasc):
        dice = self.dice
        if uasc:
            adult = dice.whole(OCTOBER + 1, JANUARY - 60)
            born = birthday(adult, -18)
            start, until = dice.whole(OCTOBER - 400, OCTOBER), birthday(born, 18)
            end = until if dice.one_in(0.9) else dice.whole(OCTOBER + 1, adult)
            self.spell(self.child(born, until), start, end, area=area)
            return
        if dice.one_in(0.4):
            born = birthday(dice.whole(OCTOBER + 1, JANUARY - 1), -18)
            end = birthday(born, 18)
        else:
            born = OCTOBER - dice.whole(60, int(15 * 365.25))
            end = dice.whole(OCTOBER + 1, JANUARY)
        start = dice.whole(max(born, OCTOBER - 1800), OCTOBER)
        self.spell(self.child(born), start, end, area=area)

    def in_january_only(self, place, uasc, earlier=False):
        dice = self.dice
        if uasc:
            born = JANUARY - dice.whole(int(16.35 * 365.25), int(17.9 * 365.25))
            start = dice.whole(max(JANUARY - 500, birthday(born, 15)), JANUARY - 2)
        elif place in ("A5", "A6"):
            self.for_adoption(place)
            return
        elif place == "R5":
            born = self.born_for(place, JANUARY)
            start = dice.whole(JANUARY - 80, JANUARY)
            rows = [Row(start, None, "S", "J1", "R5", self.home("R5"))]
            child = self.child(born)
            end = min(start + dice.whole(90, 160), birthday(born, 18))
            self.finish(child, rows, end if JANUARY < end <= LAST_DAY else None, None)
            return
        else:
            born = self.born_for(place, JANUARY)
            first = OCTOBER + 1
            if earlier:
                born, first = self.born_for(place, JANUARY, least=4), OCTOBER + 60
            start = dice.whole(max(born, first), JANUARY)
        child = self.child(born, birthday(born, 18) if uasc else None)
        if earlier:
            began = dice.whole(FIRST_DAY + 5, OCTOBER - 60)
            self.spell(child, began, dice.whole(began + 10, OCTOBER), rec="E4A")
        chain = dice.pick((["C1", "C2"], ["C2"])) if place == "P1" else None
        self.spell(child, start, self.open_end(born), place=place, fixed=self.fixed_for(place, born, start),
                   chain=chain)

    def for_adoption(self, place):
        """Fostered, freed by a placement order, placed for adoption: with the same carer or not."""
        dice = self.dice
        start = dice.whole(OCTOBER + 30, JANUARY - 420)
        born = start - dice.whole(2, 900)
        child = self.child(born)
        first = self.home("U5" if place == "A5" else "U6")
        order = start + dice.whole(30, 80), start + dice.whole(100, 240)
        placed = dice.whole(order[1] + 20, JANUARY - 10)
        rows = [Row(start, None, "S", "C1", "U5" if place == "A5" else "U6", first),
                Row(order[0], None, "L", "C2", "U5" if place == "A5" else "U6", first)]
        if place == "A5" and dice.one_in(0.5):
            rows.append(Row(placed, None, "U", "E1", "A5", first))
        else:
            rows.append(Row(order[1], None, "L", "E1", rows[-1].place, first))
            rows.append(Row(placed, None, "T" if place == "A5" else "P", "E1", place,
                            first if place == "A5" else self.home("A6")))
        self.finish(child, rows, None, None)

    def in_neither(self):
        dice = self.dice
        for count, first, last in zip(IN_NEITHER, (FIRST_DAY + 4, OCTOBER + 1, JANUARY + 1),
                                      (OCTOBER, JANUARY, LAST_DAY)):
            for _ in range(count):
                start = dice.whole(first, last - 3)
                end = dice.whole(start + 1, last)
                if last == LAST_DAY and dice.one_in(0.6):
                    end = None
                born = start - dice.whole(30, int(15 * 365.25))
                if last == JANUARY and dice.one_in(0.04):  # placed and adopted in between
                    self.adopted()
                    continue
                if dice.one_in(0.1):
                    born = birthday(max(start + 60, last), -18) - dice.whole(0, 200) + 200
                    if birthday(born, 18) <= (end or LAST_DAY):
                        born += 400
                    self.spell(self.child(born, birthday(born, 18)), start, end,
                               rec="E15" if end is not None and dice.one_in(0.2) else None)
                    continue
                self.spell(self.child(born), start, end)

    def adopted(self):
        start = self.dice.whole(OCTOBER + 1, JANUARY - 300)
        end = self.dice.whole(start + 250, JANUARY)
        child, third = self.child(start - self.dice.whole(10, 800)), (end - start) // 3
        rows = [Row(start, None, "S", "C1", "U6", self.home("U6")),
                Row(start + third, None, "B", "E1", "A6", self.home("A6"))]
        self.finish(child, rows, end, self.dice.pick(("E11", "E12")))


def deck_of(dice, counts, had):
    """What is still to be dealt of each, shuffled."""
    deck = []
    for what, count in counts.items():
        assert count >= had.count(what), "more was planted than there may be"
        deck += [what] * (count - had.count(what))
    return dice.shuffled(deck)


def make(dice):
    """All children, with what was planted first."""
    maker = Maker(dice)
    planted(maker, Row)
    october = [child.row_on(OCTOBER) for child in maker.children]
    january = [child.row_on(JANUARY) for child in maker.children]
    flagged = [child.uasc_until is not None and child.uasc_until > JANUARY for child in maker.children]
    both = sum(bool(a and b) for a, b in zip(october, january))
    areas = deck_of(dice, AREAS_IN_OCTOBER, [row.home.area for row in october if row])
    uasc = deck_of(dice, PLACES_OF_UASC, [row.place for row, flag in zip(january, flagged) if row and flag])
    places = deck_of(dice, PLACES_OF_OTHERS, [row.place for row, flag in zip(january, flagged) if row and not flag])
    only_january = [place for place in places if place in ("A5", "A6", "R5", "K1", "R3")]
    places = [place for place in places if place not in only_january]
    only_october = sum(map(bool, october)) - both
    planted_uasc = sum(flag and bool(row) for row, flag in zip(january, flagged))

    places.sort(key=lambda place: place != "T0")  # theirs is a longer story
    for number in range(IN_BOTH - IN_BOTH_UASC - both):
        gap = number < 12
        at = next(index for index, place in enumerate(places) if place != "T0" or not gap)
        maker.in_both(places.pop(at), areas.pop(), False, gap)
    for _ in range(IN_BOTH_UASC):
        maker.in_both(uasc.pop(), areas.pop(), True)
    for number in range(IN_OCTOBER_ONLY - only_october):
        maker.in_october_only(areas.pop(), number < IN_OCTOBER_ONLY_UASC)
    for _ in range(IN_JANUARY_ONLY_UASC - planted_uasc):
        maker.in_january_only(uasc.pop(), True)
    for number, place in enumerate(places + only_january):
        maker.in_january_only(place, False, earlier=number < 10)
    assert not areas and not uasc
    maker.in_neither()
    children = dice.shuffled(maker.children)
    for number, child in enumerate(children):
        child.id = f"C{50001 + number}"
        child.spells.sort(key=lambda spell: spell[1][0].start)
    return children


# The returns

def rows_of_year(children, year):
    """What the return of a year holds: whatever was not over when it began, as known at its end."""
    first, last = day(f"{year}-04-01"), day(f"{year + 1}-03-31")
    for child in children:
        for need, rows in child.spells:
            for row in rows:
                if row.start <= last and (row.end is None or row.end >= first):
                    yield child, need, row, row.end is not None and row.end <= last


def write(dice, folder, children):
    for year, name in YEARS:
        here, rows = folder / "care" / name, list(rows_of_year(children, year))
        if year == 2023:  # order means nothing, and a reader should not trust it
            rows = dice.shuffled(rows)
        write_csv(here / "episodes.csv", EPISODES_HEADER,
                  (episode_of(child, need, row, over) for child, need, row, over in rows))
        write_csv(here / "placement-locations.csv", ("CHILD", "DECOM", "PL_LA", "PL_LOCATION", "PL_DISTANCE"),
                  (location_of(child, row) for child, _, row, _ in rows))
        seen = sorted({child.id: child for child, *_ in rows}.values(), key=lambda child: child.id)
        letters = ("F", "M") if year >= 2024 else ("2", "1")
        write_csv(here / "header.csv", ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
                  ((child.id, letters[0] if child.girl else letters[1], british(child.born), child.ethnic,
                    "UN1" if birthday(child.born, 5) > day(f"{year}-04-01") else "UN5",
                    "0" if child.girl else "", "") for child in seen))
        write_csv(here / "uasc.csv", ("CHILD", "SEX", "DOB", "DUC"),
                  ((child.id, letters[0] if child.girl else letters[1], british(child.born),
                    british(child.uasc_until)) for child in seen if child.uasc_until is not None))
        write_csv(here / "reviews.csv", ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
                  ((child.id, british(child.born), british(at), code)
                   for child in seen for at, code in reviews_of(child, year)))


def episode_of(child, need, row, over):
    return (child.id, british(row.start), row.rne, row.ls, need, row.place, row.home.provider,
            british(row.end) if over else "", (row.rec or "") if over else "", (row.change or "") if over else "",
            child.home_post, row.home.post, row.home.urn)


def location_of(child, row):
    miles = "" if child.uasc_until is not None or row.ls in ("V3", "V4") else f"{row.home.miles:.1f}"
    return (child.id, british(row.start), row.home.authority, "IN" if row.home.area == "city" else "OUT", miles)


def reviews_of(child, year):
    """Within 20 working days, three months on, and every six months from there."""
    first, last = day(f"{year}-04-01"), day(f"{year + 1}-03-31")
    for _, rows in child.spells:
        if rows[0].ls in ("V3", "V4"):
            continue
        at, number = rows[0].start + 24, 0
        while at <= last and (rows[-1].end is None or at < rows[-1].end):
            if at >= first:
                yield at, "PN0" if birthday(child.born, 4) > at else f"PN{1 + (child.born + at) % 6}"
            at, number = months_after(at, 3 if number == 0 else 6) - 3, number + 1
