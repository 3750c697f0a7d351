# SPDX-License-Identifier: LGPL-2.1-or-later
"""Days, dice and files, for the generator. Days are whole numbers (date.toordinal)."""
import csv
import json
import random
from datetime import date


def day(text):
    """The number of a day that is written as 2024-12-31."""
    return date.fromisoformat(text).toordinal()


def iso(number):
    return date.fromordinal(number).isoformat()


def british(number):
    """dd/mm/yyyy, as extracts and returns have it; nothing for no day."""
    if number is None:
        return ""
    then = date.fromordinal(number)
    return f"{then.day:02d}/{then.month:02d}/{then.year:04d}"


def months_after(number, months):
    """The same day of a later (or earlier) month, or its last day if it has no such day."""
    then = date.fromordinal(number)
    month = then.year * 12 + then.month - 1 + months
    year, month = month // 12, month % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1).toordinal()
    return min(date(year, month, 1).toordinal() + then.day - 1, first_of_next - 1)


def birthday(born, age):
    """The day on which somebody turns an age; born on 29 February, that is 1 March in most years."""
    then = date.fromordinal(born)
    if (then.month, then.day) == (2, 29) and (then.year + age) % 4:
        return date(then.year + age, 3, 1).toordinal()
    return then.replace(year=then.year + age).toordinal()


class Dice:
    """Chance from a seed. It uses random() alone, whose stream Python promises to keep.

    What is made of it uses sums, products and square roots alone, which every machine rounds alike.
    """

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, things):
        return things[int(self.random() * len(things))]

    def one_in(self, share):
        return self.random() < share

    def weighted(self, weights):
        """One of the keys of a dictionary, by its weight."""
        left = self.random() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def shuffled(self, things):
        things = list(things)
        for last in range(len(things) - 1, 0, -1):
            other = self.whole(0, last)
            things[last], things[other] = things[other], things[last]
        return things


def write_csv(path, header, rows, bom=False):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_json(path, thing):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((json.dumps(thing, indent=2, ensure_ascii=False) + "\n").encode("utf-8"))
