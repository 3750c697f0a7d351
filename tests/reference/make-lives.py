#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes life-inside-rows.csv, life-inside.csv and life-healthy-gap.csv.

Usage: make-lives.py FOLDER

Life expectancy at ages inside bands, and what gaps in healthy life expectancy are made
of by band, with standard errors, worked out with mpmath at 30 digits. Survival is a
function of exact age here, and years are integrals of it by quadrature, not sums over
bands; a gap is taken apart by putting one population's death rates into the other's table
band by band, from the youngest on, in both directions; and every standard error is by
slopes taken as differences. Figures are made up from a seed.
"""
import csv
import pathlib
import random
import sys

import mpmath as mp

mp.mp.dps = 30
STEP = mp.mpf(10) ** -9


class Place:
    """Bands of a population: their chances of dying (the last: its death rate)."""

    def __init__(self, ages, deaths, people, a0):
        self.ages, self.a0 = ages, a0
        self.chances, self.variances = [], []
        for i, (d, n) in enumerate(zip(deaths, people)):
            m = mp.mpf(d) / n
            if i + 1 == len(ages):
                self.chances.append(m)
                self.variances.append(m * m / d)
                continue
            width, a = ages[i + 1] - ages[i], self.part(i)
            q = min(width * m / (1 + width * (1 - a) * m), mp.mpf(1))
            self.chances.append(q)
            self.variances.append(q * q * (1 - q) / d if d else mp.mpf(0))

    def part(self, band):
        return mp.mpf(repr(self.a0)) if self.ages[band] == 0 else mp.mpf(1) / 2


def alive(place, chances, age):
    """Of those at the start of the table, who live to this exact age."""
    left = mp.mpf(1)
    for band, start in enumerate(place.ages):
        if band + 1 == len(place.ages):
            return left * mp.exp(-chances[band] * (age - start))
        end = place.ages[band + 1]
        if age < end:
            gone = (age - start) / mp.mpf(end - start)
            return left * (1 - chances[band] * (1 - (1 - gone) ** (1 / place.part(band) - 1)))
        left *= 1 - chances[band]


def years(place, chances, shares, age):
    """Years lived, each as its share, by those alive at an age."""
    total = mp.mpf(0)
    for band, start in enumerate(place.ages):
        last = band + 1 == len(place.ages)
        end = mp.inf if last else place.ages[band + 1]
        first = max(mp.mpf(start), mp.mpf(age))
        if first >= end:
            continue
        if last:
            # Of constant rate, so that the integral is known.
            lived = alive(place, chances, first) / chances[band]
        else:
            lived = mp.quad(lambda x: alive(place, chances, x), [first, end], method="gauss-legendre", maxdegree=3)
        total += shares[band] * lived
    return total / alive(place, chances, age)


def slope(function, numbers, which):
    up, down = list(numbers), list(numbers)
    step = STEP * max(abs(numbers[which]), mp.mpf(1) / 1000)
    up[which] += step
    down[which] -= step
    return (function(up) - function(down)) / (2 * step)


def error(function, numbers, variances):
    return mp.sqrt(mp.fsum(slope(function, numbers, i) ** 2 * v for i, v in enumerate(variances) if v))


def band_years(place, chances):
    """Years lived in each band by those at the start of the table."""
    left, found = mp.mpf(1), []
    for band in range(len(place.ages)):
        if band + 1 == len(place.ages):
            found.append(left / chances[band])
        else:
            width, a = place.ages[band + 1] - place.ages[band], place.part(band)
            found.append(left * width * (1 - chances[band] * (1 - a)))
            left *= 1 - chances[band]
    return found


def expectancy(place, chances, shares):
    return mp.fsum(s * y for s, y in zip(shares, band_years(place, chances)))


def mortality_by_band(place, first, second, shares):
    """The mean of putting second's chances into first, and first's into second."""
    found = []
    for band in range(len(first)):
        before = expectancy(place, second[:band] + first[band:], shares)
        after = expectancy(place, second[:band + 1] + first[band + 1:], shares)
        back = expectancy(place, first[:band] + second[band:], shares)
        there = expectancy(place, first[:band + 1] + second[band + 1:], shares)
        found.append(((after - before) - (there - back)) / 2)
    return found


def health_by_band(place, first, second, first_shares, second_shares):
    return [(b - a) * (y + z) / 2 for a, b, y, z in zip(first_shares, second_shares, band_years(place, first),
                                                        band_years(place, second))]


def make_place(rng, ages, scale):
    people = [rng.randint(2000, 9000) for _ in ages]
    people[-1] //= 4
    deaths = []
    for age, n in zip(ages, people):
        rate = scale * (0.004 if age == 0 else 0.0002 * 1.075 ** (age + 2))
        deaths.append(max(int(n * min(rate, 0.35)), 1 if age == ages[-1] else 0))
    shares = [round(min(0.97, max(0.2, 0.95 - 0.007 * age + rng.uniform(-0.05, 0.05))), 4) for age in ages]
    variances = [round(s * (1 - s) / rng.randint(80, 400), 8) for s in shares]
    return people, deaths, shares, variances


def text(number):
    return mp.nstr(number, 20)


def main():
    folder = pathlib.Path(sys.argv[1])
    rng = random.Random(1984)
    layouts = [[0, 1, 5, 15, 35, 60, 75, 90], [0, 5, 20, 40, 65, 85], [16, 30, 50, 70, 85]]
    rows, inside, gaps = [], [], []
    for pair in range(6):
        ages, a0 = layouts[pair % 3], [0.1, 0.5, 0.25][pair // 2]
        places, all_shares, all_variances = [], [], []
        for which in range(2):
            people, deaths, shares, variances = make_place(rng, ages, [1.5, 1.0][which] * rng.uniform(0.9, 1.1))
            place = Place(ages, deaths, people, a0)
            places.append(place)
            all_shares.append([mp.mpf(repr(s)) for s in shares])
            all_variances.append([mp.mpf(repr(v)) for v in variances])
            for i, age in enumerate(ages):
                rows.append([pair, which, a0, age, deaths[i], people[i], repr(shares[i]), repr(variances[i])])
            ones = [mp.mpf(1)] * len(ages)
            for age in [ages[0], ages[0] + 0.25, ages[1] - 0.5, 33, 62.5, 65, ages[-1] - 0.125, ages[-1], ages[-1] + 3]:
                value = years(place, place.chances, ones, age)
                se = error(lambda c: years(place, c, ones, age), place.chances, place.variances)
                healthy = years(place, place.chances, all_shares[which], age)
                both = place.chances + all_shares[which]
                n = len(ages)
                healthy_se = error(lambda b: years(place, b[:n], b[n:], age), both,
                                   place.variances + all_variances[which])
                inside.append([pair, which, a0, age, text(value), text(se), text(healthy), text(healthy_se)])

        n = len(ages)
        numbers = places[0].chances + places[1].chances + all_shares[0] + all_shares[1]
        variances = places[0].variances + places[1].variances + all_variances[0] + all_variances[1]

        def parts(numbers, kind):
            first, second, h1, h2 = (numbers[k * n:(k + 1) * n] for k in range(4))
            if kind == "healthy-mortality-age":
                return mortality_by_band(places[0], first, second, [(a + b) / 2 for a, b in zip(h1, h2)])
            return health_by_band(places[0], first, second, h1, h2)

        for kind in ("healthy-mortality-age", "healthy-health-age"):
            values = parts(numbers, kind)
            for band, age in enumerate(ages):
                se = error(lambda x: parts(x, kind)[band], numbers, variances)
                gaps.append([pair, a0, kind, age, text(values[band]), text(se)])

    for name, header, lines in (
            ("life-inside-rows.csv", "pair,second,a0,age,deaths,population,share,share_variance", rows),
            ("life-inside.csv", "pair,second,a0,age,value,se,healthy,healthy_se", inside),
            ("life-healthy-gap.csv", "pair,a0,part,age,value,se", gaps)):
        with open(folder / name, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header.split(","))
            writer.writerows(lines)


main()
