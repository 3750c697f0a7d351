# SPDX-License-Identifier: LGPL-2.1-or-later
"""A made-up extract of early help, the totals of whose year 2024 agree with published ones.

It is built backwards: first the closures of each year with their lengths, then the
episodes that the year's end finds open, so that the totals come out whatever the seed.
What lies on an edge (day 112, 31 December, the day a year after a closure) is planted.
"""
import heapq
from math import sqrt

from basics import british, day, write_csv, write_json

FIRST_DAY = day("2022-01-01")   # nothing was requested before
EXTRACT_DAY = day("2025-01-31") # nothing is known after
YEAR = (day("2024-01-01"), day("2024-12-31"))

# Published of 2024: Early Help and Prevention briefing note to the Coventry Health and
# Wellbeing Board, 5 February 2025.
REQUESTED, OPENED, ASSESSED, CLOSED = 3195, 2780, 1963, 2739
WITHIN_16_WEEKS = 2383  # 87% of 2,739: the note prints the percentage only
ON_DAY_112, ON_DAY_113 = 60, 40
OUTCOMES_MET = 1479     # 54% of 2,739: likewise
# 2023 is implied: closures rose by 25%, and the share with outcomes met by 17% to 54%.
CLOSED_2023, WITHIN_16_WEEKS_2023, OUTCOMES_MET_2023, NO_REASON_2023 = 2191, 1753, 1012, 9
CLOSED_2022 = 1500      # an assumption: only those that were opened in 2022 as well
OPENED_JANUARY_2025 = 236

AGENCIES = {
    "Early Help Team": "council", "Family Hub": "council",
    "Early Help Co-ordinator": "coordinator",
    "Primary School": "school", "Secondary School": "school", "Special School": "school",
    "Health Visiting": "health", "School Nursing": "health",
    "Voluntary Organisation": "voluntary", "Police": "police", "Housing Association": "housing",
    "Nursery": "other", "Other Partner": "other",
}
# Of the 2,780 opened in 2024: 428 with schools, 2 with health, 39 with other partners, 32 with
# co-ordinators are published; how each divides further is made up.
LEADS_2024 = {
    "Early Help Team": 1955, "Family Hub": 324, "Early Help Co-ordinator": 32,
    "Primary School": 251, "Secondary School": 149, "Special School": 28,
    "Health Visiting": 1, "School Nursing": 1,
    "Voluntary Organisation": 17, "Police": 3, "Housing Association": 8, "Nursery": 6, "Other Partner": 5,
}
REASONS = {
    "Outcomes Met": "outcomes-met", "Outcomes Met - SF Criteria": "outcomes-met",
    "Outcomes Partially Met": "partial",
    "Stepped up to Social Care": "step-up", "Stepped down to Universal Services": "step-down",
    "Family Disengaged": "disengaged", "Consent Withdrawn": "consent-withdrawn",
    "Moved Out of Area": "moved", "Outcomes Not Met": "not-met", "Other": "other",
}
OTHER_REASONS = {
    "Outcomes Partially Met": 25, "Stepped up to Social Care": 19, "Stepped down to Universal Services": 12,
    "Family Disengaged": 14, "Consent Withdrawn": 12, "Moved Out of Area": 6, "Outcomes Not Met": 8, "Other": 4,
}
DECISIONS = {
    "Accepted": "accepted", "No Further Action": "no-further-action", "Signposted": "signposted",
    "Passed to Social Care": "to-social-care",
}
# The headline outcomes of the Supporting Families framework, by the numbers that the extract has.
OUTCOMES = ("education", "early-years", "health", "substance-use", "family-relationships", "abuse-and-exploitation",
            "crime", "domestic-abuse", "housing", "financial-stability")
FRAMEWORK_FROM = day("2022-10-03")
LOCALITIES = ("Locality North", "Locality East", "Locality South", "Locality West")
SOURCES = {"Parent or Carer": "family", "School": "school", "Health": "health",
           "Diverted from the Front Door": "front-door", "Step Down from Social Care": "step-down"}

COLUMNS = {
    "id": "Episode ID", "family": "Family ID", "person": "Child ID", "requested": "Request Received",
    "start_reason": "Request Source", "decided": "Decision Date", "decision": "Decision", "start": "Episode Opened",
    "assessment_started": "Assessment Started", "assessed": "Assessment Completed", "end": "Episode Closed",
    "end_reason": "Closure Reason", "lead_agency": "Lead Agency", "locality": "Locality",
}
# Nobody needs these, and a reader should not read them.
UNUSED_COLUMNS = ("Worker", "Last Updated")
HEADER = ("Episode ID", "Family ID", "Child ID", "Request Source", "Request Received", "Decision Date", "Decision",
          "Episode Opened", "Assessment Started", "Assessment Completed", "Episode Closed", "Closure Reason",
          "Lead Agency", "Worker", "Locality", "Last Updated")


class Episode:
    """A request for early help, and the episode of a family that came of it, if one did."""

    __slots__ = ("id", "family", "child", "requested", "decided", "decision", "opened", "assessment_started",
                 "assessed", "closed", "reason", "agency", "locality", "source", "worker", "needs",
                 "planted_family", "planted_child", "may_be_assessed")

    def __init__(self, opened=None, closed=None, **rest):
        for name in self.__slots__:
            setattr(self, name, None)
        self.opened, self.closed, self.needs, self.may_be_assessed = opened, closed, [], True
        for name, value in rest.items():
            setattr(self, name, value)


def length_of_closed(dice, within):
    """How many days an episode lasted, short of the days 112 and 113, which are planted."""
    if within:
        luck = dice.random()
        return 111 - int(97 * luck * sqrt(luck))
    return 114 + int(-60 * _log(1 - dice.random() * 0.995))


def _log(x):
    """The natural logarithm, in arithmetic that is the same on every machine."""
    halvings = 0
    while x < 0.7:
        x, halvings = x * 2, halvings + 1
    ratio = (x - 1) / (x + 1)
    term, total = ratio, 0.0
    for power in range(1, 30, 2):
        total, term = total + term / power, term * ratio * ratio
    return 2 * total - halvings * 0.6931471805599453


def planted():
    """Episodes on the edges. Each kind comes in a number of its own, so that two wrongs differ."""
    episodes = []

    def plant(copies, opened, closed=None, **rest):
        for _ in range(copies):
            episodes.append(Episode(day(opened), closed if closed is None else day(closed), **rest))

    plant(1, "2024-03-04", "2024-06-24")                            # day 112
    plant(1, "2024-03-04", "2024-06-25")                            # day 113
    plant(3, "2023-12-31", "2024-03-20")                            # the turn of the year: opened
    plant(4, "2024-01-01", "2024-03-31")
    plant(2, "2024-12-31")
    plant(3, "2025-01-01")
    plant(5, "2023-09-20", "2023-12-31")                            # closed
    plant(2, "2023-09-25", "2024-01-01")
    plant(3, "2024-09-20", "2024-12-31")
    plant(4, "2024-10-10", "2025-01-01")
    plant(2, "2023-12-01", "2024-02-20", assessed=day("2023-12-31")) # assessed
    plant(3, "2023-12-01", "2024-02-20", assessed=day("2024-01-01"))
    plant(4, "2024-12-02", assessed=day("2024-12-31"))
    plant(2, "2024-12-02", assessed=day("2025-01-01"))
    plant(2, "2024-01-03", "2024-04-02", requested=day("2023-12-31")) # requested
    plant(5, "2024-01-04", "2024-04-05", requested=day("2024-01-01"))
    plant(4, "2025-01-06", requested=day("2024-12-31"))
    plant(3, "2025-01-07", requested=day("2025-01-01"))
    plant(5, "2024-08-13")                                          # open for 140 days on 31 December 2024
    plant(1, "2024-08-13", "2025-01-15")
    plant(3, "2024-08-12")                                          # for 141 days
    plant(1, "2024-08-12", "2025-01-16")
    return episodes + planted_returns()


def planted_returns():
    """Families that came back. 2024 is a leap year: from May 2023, a year is 366 days."""
    episodes = []

    def plant(copies, opened, closed, again, closed_again=None, **rest):
        for _ in range(copies):
            family = object()
            episodes.append(Episode(day(opened), day(closed), planted_family=family))
            episodes.append(Episode(day(again), closed_again if closed_again is None else day(closed_again),
                                    planted_family=family, **rest))

    plant(3, "2022-10-10", "2023-01-20", "2024-01-20", "2024-04-19")  # 365 days, the same day a year later
    plant(5, "2022-10-11", "2023-01-21", "2024-01-22", "2024-04-22")  # 366 days, the day after
    plant(2, "2023-02-06", "2023-05-15", "2024-05-14", "2024-08-12")  # 365 days, the day before
    plant(7, "2023-02-07", "2023-05-16", "2024-05-16", "2024-08-30")  # 366 days, the same day a year later
    plant(4, "2023-02-08", "2023-05-17", "2024-05-18", "2024-08-28")  # 367 days, the day after
    plant(6, "2023-03-06", "2023-06-15", "2024-06-20", "2024-09-20",  # the request within the year, the start not
          requested=day("2024-06-12"))
    plant(6, "2022-11-01", "2023-09-01", "2024-02-01", "2024-05-10")  # a year after the start, not the closure
    plant(4, "2024-01-10", "2024-04-10", "2024-04-10", "2024-07-10")  # closed and opened on one day
    plant(8, "2023-08-07", "2023-11-06", "2024-03-11", "2024-06-17", planted_child="another")
    plant(2, "2023-03-01", "2023-06-01", "2023-06-01", "2023-08-30")
    plant(3, "2024-02-05", "2024-05-06", "2024-09-16")                # opened twice in the year
    return episodes


def filled(dice, episodes):
    """The rest of the closures of each year, and of the episodes open at the end of one."""
    def closures(first, last, count, within, on_112=0, on_113=0):
        had = [episode.closed - episode.opened for episode in episodes
               if episode.closed is not None and first <= episode.closed <= last]
        wanted = [("112", on_112 - sum(length == 112 for length in had) if on_112 else 0),
                  ("113", on_113 - sum(length == 113 for length in had) if on_113 else 0)]
        wanted.append(("within", within - sum(length <= 112 for length in had) - max(wanted[0][1], 0)))
        wanted.append(("over", count - len(had) - sum(number for _, number in wanted)))
        for kind, number in wanted:
            assert number >= 0, "more was planted than the year has"
            for _ in range(number):
                while True:
                    closed = dice.whole(first, last)
                    length = int(kind) if kind.isdigit() else length_of_closed(dice, kind == "within")
                    if closed - length >= FIRST_DAY + 14:
                        break
                episodes.append(Episode(closed - length, closed))

    def left_open(first, last, count):
        """Those opened in a time that outlasted it; the slow ones are among them, not among the closed."""
        while count > 0:
            opened = dice.whole(first, last)
            closed = opened + length_of_closed(dice, dice.one_in(0.65))
            if closed > last:
                episodes.append(Episode(opened, closed if closed <= EXTRACT_DAY else None))
                count -= 1

    closures(day("2022-01-01"), day("2022-12-31"), CLOSED_2022, int(CLOSED_2022 * 0.78))
    closures(day("2023-01-01"), day("2023-12-31"), CLOSED_2023, WITHIN_16_WEEKS_2023)
    closures(*YEAR, CLOSED, WITHIN_16_WEEKS, ON_DAY_112, ON_DAY_113)
    for opened in (day("2023-06-14"), day("2023-09-05"), day("2023-11-20")):  # open for more than a year
        episodes.append(Episode(opened, None))
    left_open(*YEAR, OPENED - sum(YEAR[0] <= episode.opened <= YEAR[1] for episode in episodes))
    left_open(day("2025-01-01"), EXTRACT_DAY,
              OPENED_JANUARY_2025 - sum(episode.opened > YEAR[1] for episode in episodes))
    return episodes


def requested(dice, episodes):
    """When each episode was requested, and the requests of which no episode came."""
    for episode in episodes:
        episode.decision = "Accepted"
        if episode.requested is None:
            episode.requested = episode.opened - dice.whole(0, 4) - dice.whole(0, 9)
        episode.decided = min(episode.opened, episode.requested + dice.whole(0, 5))

    def without_episode(first, last, count, undecided):
        for number in range(count):
            request = Episode(requested=dice.whole(first, last))
            if number >= undecided:
                request.decided = min(request.requested + dice.whole(0, 6), EXTRACT_DAY)
                request.decision = dice.weighted({"No Further Action": 40, "Signposted": 35,
                                                  "Passed to Social Care": 12, "Accepted": 13})
            episodes.append(request)

    def so_far(first, last):
        return sum(first <= episode.requested <= last for episode in episodes)

    without_episode(day("2022-01-15"), day("2022-12-31"), 390, 0)
    without_episode(day("2023-01-01"), day("2023-12-31"), 402, 3)
    without_episode(*YEAR, REQUESTED - so_far(*YEAR), 5)
    without_episode(YEAR[1] + 1, EXTRACT_DAY, 34, 4)
    return episodes


def given_families(dice, episodes):
    """Families and children, so that nobody has two episodes at once; and ids, by request."""
    episodes.sort(key=lambda episode: (episode.requested, episode.opened or episode.requested))
    children_of, place_of, planted_ids = [], [], {}
    resting, waiting, n_children = [], [], 0
    for number, episode in enumerate(episodes):
        while waiting and waiting[0][0] < episode.requested:
            resting.append(heapq.heappop(waiting)[1])
        key = episode.planted_family
        if key is not None and key in planted_ids:
            family = planted_ids[key]
        elif key is None and resting and dice.one_in(0.2):
            at = dice.whole(0, len(resting) - 1)
            family, resting[at] = resting[at], resting[-1]
            resting.pop()
        else:
            family = len(children_of)
            size = 2 if key is not None else dice.weighted({1: 45, 2: 32, 3: 16, 4: 7})
            children_of.append(range(n_children + 1, n_children + 1 + size))
            place_of.append(dice.pick(LOCALITIES))
            n_children += size
            if key is not None:
                planted_ids[key] = family
        if key is None and (episode.opened is None or episode.closed is not None):
            last = episode.closed or episode.decided or episode.requested
            heapq.heappush(waiting, (last, family))
        children = children_of[family]
        if key is not None:
            child = children[1 if episode.planted_child else 0]
        else:
            child = dice.pick(children)
        episode.id = f"E{number + 1:06d}"
        episode.family, episode.child = f"F{family + 1:05d}", f"C{child:05d}"
        episode.locality = place_of[family]
        episode.source = dice.weighted({"Parent or Carer": 30, "School": 28, "Health": 14,
                                        "Diverted from the Front Door": 19, "Step Down from Social Care": 9})
        episode.worker = f"W{dice.whole(1, 48):03d}"
    return episodes


def assessed(dice, episodes):
    """Who was assessed, and when: as many in 2024 as are published."""
    candidates = []
    for episode in episodes:
        if episode.opened is None:
            continue
        started = episode.opened + dice.whole(0, 9)
        last = EXTRACT_DAY if episode.closed is None else episode.closed
        if episode.assessed is not None:
            episode.assessment_started = episode.opened + 6
            continue
        if started > last:
            continue
        done = min(started + dice.whole(5, 45), last if episode.closed is not None else EXTRACT_DAY + 1)
        if dice.one_in(0.9):
            episode.assessment_started = started
        if done < started + 5 or done > EXTRACT_DAY:
            continue
        if YEAR[0] <= done <= YEAR[1]:
            candidates.append((episode, started, done))
        elif dice.one_in(0.66):
            episode.assessment_started, episode.assessed = started, done
    had = sum(episode.assessed is not None and YEAR[0] <= episode.assessed <= YEAR[1] for episode in episodes)
    for episode, started, done in dice.shuffled(candidates)[:ASSESSED - had]:
        episode.assessment_started, episode.assessed = started, done
    return episodes


def closed_for_reasons(dice, episodes):
    """Why episodes closed. Outcomes are met more often where there was an assessment."""
    def reasons(first, last, met=None, none=0):
        closed = [episode for episode in episodes
                  if episode.closed is not None and first <= episode.closed <= last]
        if met is None:
            met = int(len(closed) * (0.44 if first < day("2023-01-01") else 0.54))
        luck = {episode.id: dice.random() + (0.6 if episode.assessed else 0) for episode in closed}
        closed.sort(key=lambda episode: (-luck[episode.id], episode.id))
        for at, episode in enumerate(closed):
            if at < met:
                episode.reason = "Outcomes Met - SF Criteria" if dice.one_in(0.2) else "Outcomes Met"
            elif at >= len(closed) - none:
                episode.reason = None
            else:
                episode.reason = dice.weighted(OTHER_REASONS)

    reasons(day("2022-01-01"), day("2022-12-31"))
    reasons(day("2023-01-01"), day("2023-12-31"), OUTCOMES_MET_2023, NO_REASON_2023)
    reasons(*YEAR, OUTCOMES_MET)
    reasons(YEAR[1] + 1, EXTRACT_DAY)
    return episodes


def led(dice, episodes):
    """Which agency leads: in 2024 by the published numbers, before and after by similar shares."""
    deck = dice.shuffled([word for word, count in LEADS_2024.items() for _ in range(count)])
    for episode in episodes:
        if episode.opened is None:
            continue
        if YEAR[0] <= episode.opened <= YEAR[1]:
            episode.agency = deck.pop()
        else:
            episode.agency = dice.weighted(LEADS_2024)
    return episodes


def with_needs(dice, episodes):
    """What each assessment found, under the ten outcomes, and what of it was met by the end."""
    for episode in episodes:
        if episode.assessed is None:
            continue
        last = EXTRACT_DAY if episode.closed is None else episode.closed
        code = REASONS.get(episode.reason)
        share = {"outcomes-met": 1.0, "partial": 0.5}.get(code, 0.15)
        for outcome in sorted(dice.shuffled(range(1, 11))[:dice.weighted({1: 10, 2: 20, 3: 35, 4: 22, 5: 13})]):
            found = min(episode.assessed + (dice.whole(0, 10) if dice.one_in(0.2) else 0), last)
            met = dice.whole(found, last) if dice.one_in(share) else None
            if found >= FRAMEWORK_FROM:
                episode.needs.append((outcome, found, met))
    return episodes


def make(dice):
    episodes = filled(dice, planted())
    for step in (requested, given_families, assessed, closed_for_reasons, led, with_needs):
        episodes = step(dice, episodes)
    return episodes


def row_of(episode):
    return (episode.id, episode.family, episode.child, episode.source, british(episode.requested),
            british(episode.decided), episode.decision or "", british(episode.opened),
            british(episode.assessment_started), british(episode.assessed), british(episode.closed),
            episode.reason or "", episode.agency or "", episode.worker, episode.locality,
            british(max(filter(None, (episode.requested, episode.decided, episode.opened, episode.assessed,
                                      episode.closed)))))


MAPPING = {
    "format": "marmot-mapping 1", "kind": "early-help", "date_format": "dd/mm/yyyy", "columns": COLUMNS,
    "values": {"end_reason": REASONS, "lead_agency": AGENCIES, "decision": DECISIONS, "start_reason": SOURCES},
    "needs": {
        "date_format": "dd/mm/yyyy",
        "columns": {"episode": "Episode ID", "outcome": "Outcome", "identified": "Identified", "met": "Met"},
        "values": {"outcome": {str(number): code for number, code in enumerate(OUTCOMES, 1)}},
    },
}


def write(folder, episodes):
    write_csv(folder / "early-help.csv", HEADER, map(row_of, episodes), bom=True)
    write_csv(folder / "early-help-needs.csv", ("Episode ID", "Outcome", "Identified", "Met"),
              ((episode.id, outcome, british(found), british(met))
               for episode in episodes for outcome, found, met in episode.needs), bom=True)
    write_json(folder / "early-help-mapping.json", MAPPING)
