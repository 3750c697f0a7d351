# SPDX-License-Identifier: LGPL-2.1-or-later
"""Care leavers' legal status: lives worked by hand, and lives of chance held against the Act.

The lives of ``tests/reference/care-lives.json`` were worked from the text of the law. Those of
chance are judged by ``ByTheAct`` below, which puts the sections one after another as they are
written, counts day by day and shares nothing with the library.
"""

import datetime
import json
import pathlib
import random

import marmot
import pytest

DAY = datetime.timedelta(days=1)
LIVES = json.loads(
    (pathlib.Path(__file__).parent.parent / "reference" / "care-lives.json").read_text(encoding="utf-8")
)["lives"]
def date(text):
    return None if text is None else datetime.date.fromisoformat(text)


def person_of(life):
    known = ("birth", "spells", "facts", "complete", "death", "uasc_until", "covered_until")
    return marmot.care_leaver(person=life["id"], **{name: life[name] for name in known})


# --- worked by hand --------------------------------------------------------------------


@pytest.mark.parametrize("life", LIVES, ids=[life["id"] for life in LIVES])
def test_the_act_says(life):
    person = person_of(life)
    for ask in life["asks"]:
        day = date(ask["day"])
        found = person.status_on(day)
        assert found.status.value_nick == ask["status"], (ask["day"], ask["law"])
        assert found.returner == ask["returner"]
        if ask["provision"] is not None:
            assert found.provision == ask["provision"], ask["day"]
        if ask["days_since_14"] is not None:
            assert (found.days_since_14, found.days_after_16) == (ask["days_since_14"], ask["days_after_16"])
        if ask["depends_on"] is not None:
            assert sorted(found.depends_on) == sorted(ask["depends_on"]), ask["day"]
        if ask["corporate_parenting"] is not None:
            assert person.corporate_parenting_applies_on(day).value_nick == ask["corporate_parenting"], ask["day"]


# --- by the Act ------------------------------------------------------------------------


def birthday(birth, age):
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return datetime.date(birth.year + age, 3, 1)


def months_later(day, months):
    """The corresponding date; these tests start at home on days that every month has."""
    month = day.month - 1 + months
    return day.replace(year=day.year + month // 12, month=month % 12 + 1)


class ByTheAct:
    """A life of which all is known, on days from 1 October 2001 on."""

    def __init__(self, life):
        self.birth = date(life["birth"])
        self.care = set()
        self.breaks = set()
        for spell in life["spells"]:
            day = date(spell["start"])
            while day < date(spell["end"]):
                (self.breaks if spell["short_break"] else self.care).add(day)
                day += DAY
        self.facts = [(f["fact"], date(f["start"]), date(f["end"]) or datetime.date.max) for f in life["facts"]]
        self.at = {age: birthday(self.birth, age) for age in (14, 16, 18, 21, 25)}

    def holds(self, kind, day):
        return any(fact == kind and start <= day < end for fact, start, end in self.facts)

    def count(self, age, day):
        return sum(1 for d in self.care if self.at[age] <= d <= day)

    def looked_after(self, day):
        return day in self.care or day in self.breaks

    def eligible(self, day):  # Schedule 2, paragraph 19B(2) and (3); SI 2010/959, regulation 40
        return (self.at[16] <= day < self.at[18] and day in self.care and self.count(14, day) >= 91
                and self.count(16, day) >= 1)

    def home_six_months(self, day):  # SI 2010/2571, regulation 3(5) and (6)
        # Six months that are over before 18; "would be one if he were under eighteen" is taken to
        # ask no more of an adult than that the home did not last.
        return any(fact == "home-with-parent" and start <= day < end
                   and months_later(start, 6) <= day and months_later(start, 6) < self.at[18]
                   for fact, start, end in self.facts)

    def relevant(self, day):  # section 23A(2), as if under 18
        if self.looked_after(day):
            return False
        return any(self.eligible(d) for d in self.care if d < day) and not self.home_six_months(day)

    def additional(self, day):  # section 23A(3); SI 2010/2571, regulation 3(2)
        sixteen = self.at[16]
        detained = [start for fact, start, end in self.facts if fact == "detained" and start <= sixteen < end]
        return (not self.looked_after(day) and sixteen not in self.care and bool(detained)
                and self.count(14, min(detained[0], sixteen) - DAY) >= 91)

    def former_relevant(self, day):  # section 23C(1)
        return self.eligible(self.at[18] - DAY) or self.relevant(day) or self.additional(day)

    def qualifying(self, day):  # section 24(1A) and (1B)
        for fact, start, end in self.facts:
            in_force = start <= day < end if day < self.at[18] else start < self.at[18] <= end
            if fact == "special-guardianship" and in_force and self.looked_after(start - DAY):
                return True
        return not self.looked_after(day) and any(
            self.at[16] <= d < min(day, self.at[18]) for d in self.care | self.breaks)

    def status(self, day):
        if day < self.at[16] or day >= self.at[25]:
            return "none"
        if day < self.at[18]:
            if self.eligible(day):
                return "eligible"
            if self.relevant(day) or self.additional(day):
                return "relevant"
        elif self.former_relevant(day):
            duties = day < self.at[21] or day >= datetime.date(2018, 4, 1)  # sections 23C(6), 23CZB
            if duties or self.holds("education", day):  # section 23CA
                return "former-relevant"
        return "qualifying" if day < self.at[21] and self.qualifying(day) else "none"


def life_of_chance(rng, number):
    """Periods from 12 to 18, with home, detention, guardianship, education after them."""
    birth = datetime.date(1994, 1, 1) + rng.randrange(12 * 365) * DAY
    if rng.random() < 0.1:
        birth = datetime.date(rng.choice((1996, 2000, 2004)), 2, 29)
    eighteen = birthday(birth, 18)
    spells, facts = [], []
    at = birth + rng.randrange(12 * 365, 17 * 365 + 200) * DAY
    while at < eighteen and len(spells) < 5:
        short = rng.random() < 0.15
        days = rng.randrange(2, 17) if short else rng.choice((1, 30, 45, 46, 60, 89, 90, 91, 92, 150, 400, 900))
        end = min(at + days * DAY, eighteen)
        following = end + rng.randrange(1, 400) * DAY
        reason = rng.choice(("E4A", "E4B", "E6", "E5", "E13"))
        if end < eighteen and not short and rng.random() < 0.5 and end.day <= 28:
            stop = rng.choice((following, months_later(end, 6), months_later(end, 6) + DAY, end + 20 * DAY))
            facts.append(("home-with-parent", end, min(stop, following) if following < eighteen else stop))
        elif end < eighteen and not short and rng.random() < 0.2:
            facts.append(("detained", end, min(end + rng.randrange(1, 300) * DAY, following)))
            reason = "E9"
        elif end < eighteen and not short and rng.random() < 0.15:
            facts.append(("special-guardianship", end, rng.choice((eighteen, end + 100 * DAY))))
            reason = "E45"
        spells.append({"start": at.isoformat(), "end": end.isoformat(), "short_break": short,
                       "end_reason": reason, "placement": "U6"})
        at = following
    if rng.random() < 0.3:
        facts.append(("education", birthday(birth, 21) + rng.randrange(-200, 900) * DAY, birthday(birth, 24)))
    return {
        "id": f"chance-{number}", "birth": birth.isoformat(), "spells": spells, "complete": "all",
        "facts": [{"fact": f, "start": s.isoformat(), "end": e.isoformat()} for f, s, e in facts],
        "death": None, "uasc_until": None, "covered_until": None,
    }


_rng = random.Random(2571)
CHANCE = [life for life in (life_of_chance(_rng, n) for n in range(240)) if life["spells"]]


def days_to_ask(life, rng):
    """Around all that is written down, around the birthdays, and some by chance."""
    birth = date(life["birth"])
    edges = [birthday(birth, age) for age in (14, 16, 18, 21, 25)] + [datetime.date(2018, 4, 1)]
    for item in life["spells"] + life["facts"]:
        edges += [date(item["start"]), date(item["end"])]
        if item.get("fact") == "home-with-parent":
            edges.append(months_later(date(item["start"]), 6))
    days = {edge + step * DAY for edge in edges if edge for step in (-1, 0, 1)}
    days |= {birth + rng.randrange(15 * 365, 26 * 365) * DAY for _ in range(12)}
    return sorted(day for day in days if day > birth)


def test_lives_of_chance_by_the_act():
    rng = random.Random(959)
    seen = {}
    apart = []
    for life in CHANCE:
        person = person_of(life)
        act = ByTheAct(life)
        for day in days_to_ask(life, rng):
            expected = act.status(day)
            found = person.status_on(day)
            seen[expected] = seen.get(expected, 0) + 1
            if found.status.value_nick != expected:
                apart.append((life["id"], day.isoformat(), expected, found.status.value_nick))
            if (found.days_since_14, found.days_after_16) != (act.count(14, day), act.count(16, day)):
                apart.append((life["id"], day.isoformat(), "days", found.days_since_14, act.count(14, day)))
    assert apart == [], len(apart)
    # All of them are met often enough to count.
    assert len(seen) == 5
    assert min(seen.values()) > 300, seen


# --- timelines ---------------------------------------------------------------------------


def with_little_known(life, rng):
    """The same life of which less is recorded, and some ends are of another kind."""
    reasons = [None, "E8", "E4A", "E41", "E46", "E3", "E12", "E6"]
    spells = [{**spell, "end_reason": rng.choice(reasons), "placement": rng.choice(["P1", "U6", None])}
              for spell in life["spells"]]
    facts = [fact for fact in life["facts"] if rng.random() < 0.4]
    complete = rng.sample(["home-with-parent", "detained", "special-guardianship", "education"], 2)
    return {**life, "spells": spells, "facts": facts, "complete": complete}


def test_timelines_agree_with_every_day_asked():
    rng = random.Random(2010)
    statuses = set()
    for life in [*CHANCE[::2], *(with_little_known(life, rng) for life in CHANCE)]:
        person = person_of(life)
        timeline = person.get_timeline()
        names = ("from", "until", "status", "provision", "returner", "corporate_parenting")
        rows = list(zip(*(timeline[name].to_list() for name in names)))
        assert rows[0][0] == date(life["birth"])
        assert rows[-1][1] is None
        assert all(before[1] == after[0] and before[0] < before[1] for before, after in zip(rows, rows[1:]))
        for day in days_to_ask(life, rng):
            found = person.status_on(day)
            row = next(row for row in reversed(rows) if row[0] <= day)
            corporate = person.corporate_parenting_applies_on(day)
            assert row[2:] == (found.status.value_nick, found.provision, found.returner, corporate.value_nick), (
                life, day)
            assert getattr(found, "from") <= day and (found.until is None or day < found.until)
            assert (found.status.value_nick == "cannot-be-determined") == bool(found.depends_on)
            assert len(found.possible) > 1 if found.depends_on else len(found.possible) == 1
            statuses.add(found.status.value_nick)
    assert len(statuses) == 6
