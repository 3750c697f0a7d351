# SPDX-License-Identifier: LGPL-2.1-or-later
"""Extracts as large as anyone asks for, in the same form: one family or child after another.

Nothing is kept, so that a million episodes need no more memory than ten. Totals mean nothing
here: it is for measuring how long reading and counting take.
"""
from basics import british, day
from care import EPISODES_HEADER
from early_help import DECISIONS, EXTRACT_DAY, HEADER, LEADS_2024, LOCALITIES, OTHER_REASONS, SOURCES

BATCH = 20000


class Lines:
    """A CSV file, a line at a time, of which the first so many are wanted."""

    def __init__(self, path, header, bom=False):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = open(path, "w", encoding="utf-8-sig" if bom else "utf-8", newline="")
        self.lines, self.number = [",".join(header)], 0

    def add(self, line):
        self.lines.append(line)
        self.number += 1
        if len(self.lines) >= BATCH:
            self.flush()

    def flush(self):
        self.file.write("\r\n".join(self.lines) + "\r\n")
        self.lines = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.lines:
            self.flush()
        self.file.close()


def spread(weights, size=1000):
    """A tuple to pick from at random in place of weights, which costs less."""
    total = sum(weights.values())
    return tuple(key for key, weight in weights.items() for _ in range(max(1, round(size * weight / total))))


def early_help(dice, path, wanted):
    """A million episodes of families over ten years, in no order of time."""
    first = day("2015-01-01")
    dates = [british(number) for number in range(first, EXTRACT_DAY + 1)]
    beyond, random = len(dates), dice.random
    agencies, sources = spread(LEADS_2024), tuple(SOURCES)
    reasons = spread({"Outcomes Met": 90, "Outcomes Met - SF Criteria": 20, **OTHER_REASONS})
    refused = [word for word in DECISIONS if word != "Accepted"]
    family = child = 0
    with Lines(path, HEADER, bom=True) as lines:
        while lines.number < wanted:
            family, child = family + 1, child + 1 + int(random() * 3)
            at, place = int(random() * (beyond - 40)), LOCALITIES[int(random() * 4)]
            while lines.number < wanted:
                head = (f"E{lines.number + 1:07d},F{family:07d},C{child:07d},{sources[int(random() * 5)]},{dates[at]},"
                        f"{dates[min(at + int(random() * 5), beyond - 1)]},")
                tail = f",W{1 + int(random() * 400):03d},{place},"
                opened = at + 5 + int(random() * 9)
                if random() < 0.13 or opened >= beyond:
                    lines.add(head + refused[int(random() * len(refused))] + ",,,,,," + tail)
                    closed = at + 6
                else:
                    length = 14 + int(100 * random()) if random() < 0.87 else 113 + int(200 * random() * random())
                    closed, started = opened + length, opened + int(random() * 9)
                    done = started + 5 + int(random() * 40)
                    is_open, assessed = closed >= beyond, random() < 0.7
                    last = beyond - 1 if is_open else closed
                    lines.add(head + f"Accepted,{dates[opened]},"
                              + (dates[started] if assessed and started <= last else "") + ","
                              + (dates[done] if assessed and done <= last else "") + ","
                              + ("," if is_open else f"{dates[closed]},{reasons[int(random() * len(reasons))]}")
                              + f",{agencies[int(random() * len(agencies))]}" + tail)
                    if is_open:
                        break
                at = closed + 20 + int(random() * 900)
                if at >= beyond or random() < 0.72:
                    break


def care(dice, folder, wanted):
    """A return of one year with so many rows of episodes, whose periods of care link."""
    first, last = day("2024-04-01"), day("2025-03-31")
    start = day("2014-01-01")
    dates = [british(number) for number in range(start, last + 1)]
    since, beyond, random = first - start, last - start + 1, dice.random
    places = spread({"U6": 40, "U4": 35, "U1": 10, "U3": 8, "K2": 7})
    child = 0
    with Lines(folder / "episodes.csv", EPISODES_HEADER) as lines, \
            Lines(folder / "header.csv", ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")) as header:
        while lines.number < wanted:
            child += 1
            name = f"C{child:07d}"
            at = int(random() * beyond)
            born = start + max(at - int(random() * 2200), -1500)
            header.add(f"{name},{'MF'[int(random() * 2)]},{british(born)},WBRI,UN5,,")
            moves = {since + 1 + int(random() * (last - first - 1)) for _ in range(int(random() * random() * 12))}
            edges, post, rne = [at, *sorted(move for move in moves if move > at)], 0, "S"
            place, status, home = places[int(random() * len(places))], "C1", f"ZZ9 9{chr(65 + child % 26)}A"
            leaves = random() < 0.25
            for number, begin in enumerate(edges):
                if lines.number >= wanted:
                    break
                final = number == len(edges) - 1 or lines.number == wanted - 1
                if rne == "P":
                    place, post = places[int(random() * len(places))], post + 1
                elif rne == "L":
                    status = "C2"
                following = "L" if status == "C1" and random() < 0.4 else "P"
                end = reason = change = ""
                if not final:
                    end, reason, change = dates[edges[number + 1]], "X1", "CARPL" if following == "P" else ""
                elif leaves and max(begin, since) + 2 < beyond:
                    end = dates[max(begin, since) + 1 + int(random() * (beyond - max(begin, since) - 2))]
                    reason = "E4A"
                lines.add(f"{name},{dates[begin]},{rne},{status},N1,{place},PR1,{end},{reason},{change},{home},"
                          f"ZZ{1 + child % 97} {post % 10}{chr(65 + post // 10)}A,SC900001")
                rne = following


def write(dice, folder, episodes):
    early_help(dice, folder / "early-help.csv", episodes)
    care(dice, folder / "care" / "2024-25", episodes)
