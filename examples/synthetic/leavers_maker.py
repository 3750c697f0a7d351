# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the people of leavers.py: those on an edge first, and then as many of each kind as are missing."""
from basics import birthday, day, months_after
from leavers import (DENTAL, FIRST_DAY, FOSTER, IMMUNISED, IN_JANUARY, IN_TIME, JANUARY, LAST_DAY, LEAVERS,
                     LEFT_IN_JANUARY, LEFT_IN_THE_YEAR, ON, ON_THE_DAY, OPEN_CASES, REFERRALS, REVIEWED, SCORED,
                     SHORT_STAYS, SUMMARIES, UNACCOMPANIED, UNACCOMPANIED_IN_JANUARY, YEAR_START, Check, Person, Spell,
                     age_on, class_on_the_day, flagged, in_care_for_the_year, in_january, in_time, latest_review_due,
                     left_in_the_year, next_due, open_case, working_days_after)
from leavers_edges import planted

ACTIVITIES = {"F1": 5, "F2": 22, "P2": 4, "F4": 6, "F5": 16, "P5": 6, "G4": 9, "G5": 26, "G6": 6}
HOMES = {"B1": 12, "C1": 2, "D1": 18, "E1": 6, "K1": 4, "S2": 2, "T1": 1, "U1": 38, "U2": 3, "V2": 2, "W2": 1,
         "X2": 3, "Y1": 2, "Z1": 8}
IN_TOUCH = {"YES": 90, "NO": 5, "NREQ": 3, "REFU": 2}
IN_TOUCH_FROM_22 = {"YES": 62, "NREQ": 22, "NO": 12, "REFU": 4}


class Maker:
    def __init__(self, dice):
        self.dice, self.people = dice, []

    def person(self, born, sex=None, name=None):
        person = Person(born, sex or ("F" if self.dice.one_in(0.46) else "M"))
        person.planted = name
        person.ethnic = self.dice.weighted({"WBRI": 60, "MWBC": 8, "BAFR": 8, "AOTH": 8, "OOTH": 10, "WOTH": 6})
        self.people.append(person)
        return person

    # Health

    def health(self, person, initial=None, outcome=None, leads=None):
        """The initial assessment of each period of care and the reviews after it.

        initial is the day of the last of the former, outcome what became of the review that is the latest
        one due by 31 December 2024: in time, late by so many days, or "missed"; leads are the days by which
        the reviews were early, from the first on.
        """
        for spell in person.spells:
            if spell.short_break:
                continue
            last_one = spell is person.spells[-1]
            done = initial if initial is not None and last_one else self.initial(spell)
            due = working_days_after(spell.start, 20)
            if done is not None and spell.end is not None and done >= spell.end:
                done = None
            if done is not None and done > LAST_DAY:
                done = None
            person.checks.append(Check("initial-health-assessment", due, done,
                                       None if done is not None or spell.end is None else "cancelled"))
            if done is not None:
                self.reviews(person, spell, done, outcome if last_one else None, list(leads or ()))

    def initial(self, spell):
        due = working_days_after(spell.start, 20)
        if self.dice.one_in(0.68):
            return due - self.dice.whole(0, min(12, due - spell.start - 1))
        return due + self.dice.whole(1, 40)

    def reviews(self, person, spell, last, outcome, leads):
        dice = self.dice
        while True:
            due = next_due(person.born, last)
            if due > LAST_DAY or (spell.end is not None and due >= spell.end):
                if spell.end is None or spell.end > LAST_DAY:
                    person.checks.append(Check("review-health-assessment", due, None))
                return
            done = due - (leads.pop(0) if leads else dice.whole(0, 20))
            status = None
            if due <= ON < next_due(person.born, done):  # the one that the figures are of
                if outcome == "missed":
                    late = ON + dice.whole(8, 80)
                    done = late if dice.one_in(0.4) and late <= LAST_DAY else None
                    status = None if done is not None else dice.pick(("planned", "refused", "refused"))
                elif outcome is not None:
                    done = due + outcome
            elif due > ON and dice.one_in(0.12):
                done = None
            if done is not None and (done > LAST_DAY or (spell.end is not None and done >= spell.end)):
                done = None
            person.checks.append(Check("review-health-assessment", due, done, status))
            if done is None:
                return
            last = done

    def once(self, person, kind, done_in_year):
        """A yearly check: in the twelve months up to 31 December 2024, or before, later or not at all."""
        dice, spell = self.dice, person.spell_on(ON) or person.spells[-1]
        score = dice.whole(2, 14) + dice.whole(0, 16) if kind == "sdq" else None
        first, last = max(spell.start, YEAR_START), min(ON, (spell.end or LAST_DAY) - 1)
        if done_in_year and first <= last:
            person.checks.append(Check(kind, None, dice.whole(first, last), score=score))
        elif spell.start < YEAR_START - 60 and dice.one_in(0.5):
            person.checks.append(Check(kind, None, YEAR_START - dice.whole(1, 59), score=score))
        elif dice.one_in(0.5):
            person.checks.append(Check(kind, None, None, "refused"))
        if (spell.end is None or spell.end > LAST_DAY) and dice.one_in(0.25):
            person.checks.append(Check(kind, None, dice.whole(ON + 1, LAST_DAY), score=score))

    # Children in care on 31 December 2024

    def in_care(self, kind, uasc, leaves):
        """Somebody of a kind: tries until one is. leaves: turns 18 from 1 to 23 January."""
        while True:
            self.try_in_care(kind, uasc, leaves)
            if class_on_the_day(self.people[-1]) == kind:
                return
            self.people.pop()

    def try_in_care(self, kind, uasc, leaves):
        dice, (age, due, year, old) = self.dice, kind
        initial = None
        if year == "new":
            low = months_after(ON, -11) if due == "due" else YEAR_START + 20
            high = months_after(ON, -7) if due == "due" else ON - 10
            if age == "under five" and due == "not due":
                low = months_after(ON, -6)
            start = dice.whole(low, high)
        elif due == "not due":
            start = dice.whole(day("2023-11-10"), day("2023-12-20"))
            initial = dice.whole(YEAR_START + 5, YEAR_START + 60)
        else:
            start = dice.whole(day("2018-06-01") if old == "17" else day("2019-06-01"), day("2023-10-31"))
        if uasc and due == "due":
            start = dice.whole(day("2022-10-01"), day("2023-10-31"))
        if leaves:
            born = birthday(dice.whole(ON + 1, JANUARY), -18)
        elif old == "17":
            born = birthday(dice.whole(JANUARY + 1 if uasc or dice.one_in(0.8) else ON + 24, day("2025-12-30")), -18)
        elif uasc:
            born = ON - dice.whole(16 * 366, 17 * 365)
        elif age == "under five":
            born = dice.whole(birthday(ON, -5) + 3, min(start, ON - 30))
        elif due == "due" and year == "new":
            born = ON - dice.whole(5 * 365 + 3, 5 * 365 + 150)
        else:
            born = dice.whole(birthday(ON, -17) + 3, birthday(ON, -5) - 3)
        person = self.person(born, "M" if uasc and dice.one_in(0.92) else None)
        adult = birthday(born, 18)
        end = adult if adult <= LAST_DAY else None
        if end is None and dice.one_in(0.03):
            end = dice.whole(JANUARY + 1, LAST_DAY)
        self.care(person, max(start, born), end, uasc=uasc)
        self.health(person, initial)

    def care(self, person, start, end=None, rec=None, uasc=False, place=None):
        """A period of care, with moves."""
        dice = self.dice
        born = person.born
        place = place or ("U6" if dice.one_in(0.7) else "U4" if dice.one_in(0.5) else "K2")
        spell = Spell(start, end, status="V2" if uasc else dice.pick(("C1", "C2", "V2")), place=place)
        over = LAST_DAY if end is None else end
        if over - start > 500 and dice.one_in(0.5) and place in FOSTER:
            spell.rows.append((dice.whole(start + 60, over - 200), "P", spell.rows[0][2], place))
        if end is not None:
            adult = end >= birthday(born, 18)
            spell.rec = rec or (("E17" if place in FOSTER and dice.one_in(0.6) else dice.pick(("E5", "E6"))) if adult
                                else dice.pick(("E4A", "E4B", "E13", "E41")) if age_on(born, end) < 16
                                else dice.pick(("E5", "E6", "E6")))
        if uasc:
            person.uasc_until = birthday(born, 18)
        person.spells.append(spell)
        return spell

    def short_stay(self):
        """In care and out again within the twelve months, under 16."""
        dice = self.dice
        start = dice.whole(YEAR_START, ON - 60)
        person = self.person(start - dice.whole(40, 14 * 365))
        self.care(person, start, dice.whole(start + 5, min(start + 160, ON)))
        self.health(person)

    def came_in_january(self, uasc):
        dice = self.dice
        start = dice.whole(ON + 1, JANUARY)
        born = start - (dice.whole(16 * 366, 17 * 365) if uasc else dice.whole(40, 15 * 365))
        person = self.person(born, "M" if uasc else None)
        self.care(person, start, uasc=uasc)
        self.health(person)

    # Care leavers

    def leaver(self, age, left_this_year):
        while True:
            dice = self.dice
            born = birthday(dice.whole(FIRST_DAY + 1, LAST_DAY - 1), -age)
            adult, uasc = birthday(born, 18), dice.one_in(0.14)
            if age == 17 or (age < 20 and dice.one_in(0.12)) or adult > ON:
                end = dice.whole(birthday(born, 16) + 30, min(birthday(born, 17) - 2 if age == 17 else adult - 2, ON))
            else:
                end = adult
            if (YEAR_START <= end <= ON) != left_this_year or end > ON:
                continue
            start = end - dice.whole(120, 400) if uasc else dice.whole(birthday(born, 7), birthday(born, 15) + 200)
            person = self.person(born, "M" if uasc and dice.one_in(0.9) else None)
            self.care(person, start, end, uasc=uasc)
            if start >= YEAR_START - 400:
                self.health(person)
            self.answers(person, age)
            return

    def answers(self, person, age, answer=None, homes=None):
        """A row of OC3 and the contacts behind it: around the birthday to 21, the latest from 22 on."""
        dice = self.dice
        at = birthday(person.born, age)
        answer = person.oc3 = answer or self.answer(age)
        if not answer[0]:
            return
        if age <= 21:
            on = min(at + dice.whole(-80, 25), LAST_DAY)
            spells = [spell.end for spell in person.spells if spell.end is not None]
            if age == 18 and spells and max(spells) == at and on < at:
                on = at + dice.whole(0, 25) if at + 25 <= LAST_DAY else at
            person.contacts.append((on, *answer))
            if dice.one_in(0.4) and at + 40 < LAST_DAY:
                person.contacts.append((dice.whole(at + 40, LAST_DAY), *self.other(answer)))
        else:
            on = dice.whole(FIRST_DAY + 100, LAST_DAY)
            if dice.one_in(0.6):
                person.contacts.append((dice.whole(FIRST_DAY, on - 10), *self.other(answer)))
            person.contacts.append((on, *answer))
            if answer[0] == "YES" and not person.planted:
                person.facts.append(("asked-for-support", dice.whole(max(birthday(person.born, 21), FIRST_DAY - 300),
                                                                     FIRST_DAY + 60), None))
                if dice.one_in(0.3):
                    person.facts.append(("education", FIRST_DAY + 153, None))

    def other(self, answer):
        """What another contact of the same year found."""
        return ("NO", "0", "0") if answer[0] == "YES" and self.dice.one_in(0.3) else answer

    def answer(self, age):
        dice = self.dice
        in_touch = dice.weighted(IN_TOUCH if age <= 21 else IN_TOUCH_FROM_22)
        if in_touch != "YES":
            return (in_touch, "0", "0")
        home = dice.weighted(HOMES)
        while (age < 18 and home[0] in "TZ") or (age > 20 and home[0] == "Z"):
            home = dice.weighted(HOMES)
        return (in_touch, dice.weighted(ACTIVITIES), home)

    def advisers(self):
        """Pathway plans and personal advisers, so that 666 cases are open on 23 January 2025."""
        dice, missing = self.dice, OPEN_CASES - sum(map(open_case, self.people))
        assert missing >= 0
        for person in dice.shuffled(self.people):
            if person.planted or person.born is None or age_on(person.born, LAST_DAY) < 16 or not person.spells:
                continue
            if not (person.oc3 or in_january(person)) or person.died is not None:
                continue
            since = max(birthday(person.born, 16), person.spells[0].start) + dice.whole(20, 90)
            if since >= JANUARY:
                continue
            person.facts.append(("pathway-plan", since + dice.whole(10, 60), None))
            if in_january(person):
                person.facts.append(("personal-adviser", since, None))
            elif age_on(person.born, JANUARY) >= 25 or not missing:
                person.facts.append(("personal-adviser", since, dice.whole(max(since, FIRST_DAY) + 1, JANUARY)))
            else:
                person.facts.append(("personal-adviser", since, None))
                missing -= 1
        assert not missing, f"{missing} care leavers too few"

    # Decks

    def late_reviews(self):
        """Which reviews come late or not at all, so that the parts are 96 of 104 and 428 of 446."""
        dice = self.dice
        for part, target in IN_TIME.items():
            people = [person for person in self.people if (class_on_the_day(person) or ("",))[:2] == (part, "due")]
            free = [person for person in dice.shuffled(people) if not person.planted and in_time(person)
                    and in_care_for_the_year(person, ON) and latest_review_due(person, ON).due < ON - 30]
            for number in range(sum(map(in_time, people)) - target):
                self.again(free[number], dice.whole(2, 28) if number % 3 == 0 else "missed")
            assert sum(map(in_time, people)) == target

    def again(self, person, outcome):
        """The reviews anew, with another outcome of the one that counts."""
        kind = class_on_the_day(person)
        initial = next(check.done for check in reversed(person.checks) if check.kind == "initial-health-assessment")
        reviews = [check for check in person.checks if check.kind == "review-health-assessment"]
        leads = [check.due - check.done for check in reviews if check.done is not None and check.due <= ON]
        person.checks = [check for check in person.checks if check.kind != "review-health-assessment"]
        self.reviews(person, person.spells[-1], initial, outcome, leads)
        assert class_on_the_day(person) == kind

    def first_reviews(self):
        """Who had a first review before it was due, so that 501 of the 536 had one in the twelve months."""
        dice = self.dice
        cohort = [person for person in self.people
                  if class_on_the_day(person) and in_care_for_the_year(person, ON)]
        missing = REVIEWED - sum(bool(person.done("review-health-assessment", YEAR_START, ON)) for person in cohort)
        free = [person for person in dice.shuffled(cohort) if not person.planted
                and class_on_the_day(person)[1] == "not due"
                and any(check.kind == "review-health-assessment" for check in person.checks)
                and not person.done("review-health-assessment", YEAR_START, ON)]
        assert 0 <= missing <= len(free), missing
        for person in free[:missing]:
            reviews = [check for check in person.checks if check.kind == "review-health-assessment"]
            person.checks = [check for check in person.checks if check not in reviews]
            person.checks.append(Check("review-health-assessment", reviews[0].due, ON - dice.whole(3, 70)))
            self.reviews(person, person.spells[-1], person.checks[-1].done, None, [])

    def yearly(self):
        """Dental checks, immunisations, questionnaires and development checks."""
        dice = self.dice
        cohort = [person for person in self.people if class_on_the_day(person) and in_care_for_the_year(person, ON)]
        for kind, target in (("dental", DENTAL), ("immunisations", IMMUNISED), ("sdq", SCORED), ("development", None)):
            def concerns(person):
                age = age_on(person.born, ON)
                return 5 <= age <= 16 if kind == "sdq" else age < 5 if kind == "development" else True

            def had(person):
                return any(kind != "sdq" or check.score is not None for check in person.done(kind, YEAR_START, ON))

            of = [person for person in cohort if concerns(person)]
            free = [person for person in of if not any(check.kind == kind for check in person.checks)]
            n_yes = round(0.88 * len(free)) if target is None else target - sum(map(had, of))
            assert 0 <= n_yes <= len(free), (kind, n_yes, len(free))
            for number, person in enumerate(dice.shuffled(free)):
                self.once(person, kind, number < n_yes)
            known = set(of)
            others = [person for person in self.people if person not in known and person.spells
                      and person.spell_on(FIRST_DAY + 100) and not any(c.kind == kind for c in person.checks)]
            for person in others:
                age = age_on(person.born, LAST_DAY) if person.born is not None else -1
                if (4 <= age <= 17) if kind == "sdq" else age < 6 if kind == "development" else age < 18:
                    self.once(person, kind, dice.one_in(0.7))

    def summaries(self):
        left = [person for person in self.people if left_in_the_year(person)]
        free = [person for person in left if not any(check.kind == "health-summary" for check in person.checks)]
        n_yes = SUMMARIES - sum(bool(person.done("health-summary", 0, ON)) for person in left)
        assert 0 <= n_yes <= len(free) and len(left) == sum(LEFT_IN_THE_YEAR.values())
        for number, person in enumerate(self.dice.shuffled(free)):
            end = left_in_the_year(person).end
            done = min(end + self.dice.whole(-40, 20), ON) if number < n_yes else None
            person.checks.append(Check("health-summary", end, done))

    def staying_put(self):
        """Where those live, three months on, who left foster care on the day on which they turned 18."""
        dice = self.dice
        for person in self.people:
            if person.born is None or not person.spells or person.spells[-1].end is None:
                continue
            adult, spell = birthday(person.born, 18), person.spells[-1]
            said = [home for on, _, _, home in person.contacts if adult <= on <= months_after(adult, 3)]
            if spell.end == adult and YEAR_START <= adult <= ON and (not person.planted or not any(said)):
                on = months_after(adult, 3) - dice.whole(0, 25)
                home = "Z1" if spell.rec == "E17" and dice.one_in(0.8) else dice.pick(("U1", "D1", "B1"))
                person.contacts.append((on, "YES", dice.weighted(ACTIVITIES), home))

    def referrals(self):
        dice = self.dice
        for name, first, last, girls, boys, in_four_weeks in REFERRALS:
            first, last = day(first), day(last)
            waits = []
            for number in range(girls + boys - in_four_weeks):  # one not seen, one a day too late
                waits.append((None, 29, *range(33, 130, 7))[number])
            waits += [28, 28] + [dice.whole(2, 27) for _ in range(in_four_weeks - 2)]
            waits = dice.shuffled(waits)
            sexes = dice.shuffled(["F"] * girls + ["M"] * boys)
            people = [person for person in self.people if not person.planted and class_on_the_day(person)
                      and 5 <= age_on(person.born, first) <= 17]
            for wait, sex in zip(waits, sexes):
                while True:
                    person, on = dice.pick(people), dice.whole(first, last)
                    if person.sex == sex and person.spell_on(on) and \
                            not any(check.kind == "consultation" for check in person.checks):
                        break
                person.checks.append(Check("consultation", on, None if wait is None else on + wait,
                                           "planned" if wait is None else None))


def oc2_row(dice, person, last):
    """What the return says of the health of a child in the twelve months up to a day."""
    first = months_after(last + 1, -12)
    had = {kind: bool(person.done(kind, first, last)) for kind in
           ("review-health-assessment", "dental", "immunisations", "development")}
    age, asked = age_on(person.born, last), age_on(person.born, first) >= 4 and age_on(person.born, last) < 17
    scores = [check.score for check in sorted(person.done("sdq", first, last), key=lambda check: check.done)
              if check.score is not None]
    score = scores[-1] if scores and 4 <= age <= 16 else None
    misuse = dice.one_in(0.06) if age >= 11 else False
    got = misuse and dice.one_in(0.6)
    return {
        "SDQ_SCORE": "" if score is None else score,
        "SDQ_REASON": "" if score is not None or not asked else dice.pick(("SDQ2", "SDQ4", "SDQ5")),
        "CONVICTED": int(person.flags.get("convicted", dice.one_in(0.04))) if age >= 10 else "",
        "HEALTH_CHECK": int(had["development"]) if age < 5 else "",
        "IMMUNISATIONS": int(had["immunisations"]), "TEETH_CHECK": int(had["dental"]),
        "HEALTH_ASSESSMENT": int(had["review-health-assessment"]),
        "SUBSTANCE_MISUSE": int(misuse), "INTERVENTION_RECEIVED": int(got) if misuse else "",
        "INTERVENTION_OFFERED": "" if not misuse or got else int(dice.one_in(0.5)),
    }


def slots(had):
    """The kinds of children in care on the day that are still to be made, with who is what."""
    for kind, count in ON_THE_DAY.items():
        planted_ones = [person for person in had if class_on_the_day(person) == kind]
        assert len(planted_ones) <= count, kind
        n_uasc = UNACCOMPANIED.get(kind, 0) - sum(flagged(person, JANUARY) for person in planted_ones)
        leaves = LEFT_IN_JANUARY if kind == ("five and over", "due", "year", "17") else 0
        for number in range(count - len(planted_ones)):
            yield kind, number < n_uasc, n_uasc <= number < n_uasc + leaves


def make(dice):
    """All people."""
    maker = Maker(dice)
    planted(maker)
    edges = list(maker.people)
    for kind, uasc, leaves in list(slots(edges)):
        maker.in_care(kind, uasc, leaves)
    n_uasc = UNACCOMPANIED_IN_JANUARY - sum(in_january(person) and flagged(person, JANUARY) for person in maker.people)
    n_more = IN_JANUARY - sum(map(in_january, maker.people))
    assert 0 <= n_uasc <= n_more
    for number in range(n_more):
        maker.came_in_january(number < n_uasc)
    for _ in range(SHORT_STAYS):
        maker.short_stay()
    for person in maker.people:  # children of the above who turned 18 in the year
        if not person.planted and person.spells[-1].end == birthday(person.born, 18):
            maker.answers(person, 18)
    for age, count in LEAVERS.items():
        had = [person for person in maker.people if person.born is not None
               and age_on(person.born, LAST_DAY) == age and person.oc3 is not None]
        left = sum(left_in_the_year(person) is not None for person in maker.people
                   if person.born is not None and age_on(person.born, LAST_DAY) == age)
        n_left = LEFT_IN_THE_YEAR.get(age, 0) - left
        assert 0 <= n_left <= count - len(had), (age, n_left, count, len(had))
        for number in range(count - len(had)):
            maker.leaver(age, number < n_left)
    maker.late_reviews()
    maker.first_reviews()
    maker.yearly()
    maker.summaries()
    maker.staying_put()
    maker.referrals()
    maker.advisers()
    for person in maker.people:
        if person.born is None:
            continue
        for name, last in (("december", ON), ("march", LAST_DAY)):
            if (in_care_for_the_year(person, last) or name in person.flags) and age_on(person.born, last) < 18:
                person.oc2[name] = oc2_row(dice, person, last)
    people = dice.shuffled(maker.people)
    for number, person in enumerate(people):
        person.id = f"P{20001 + number}"
        person.spells.sort(key=lambda spell: spell.start)
        person.contacts.sort(key=lambda contact: contact[0])
    return people
