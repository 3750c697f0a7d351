# SPDX-License-Identifier: LGPL-2.1-or-later
"""The figures of the made-up extract of early help, counted one by one.

Every figure has a period or a day, the definition it follows, and what nearby but
different definitions would give ("otherwise").
"""
from collections import Counter

from basics import day, iso, months_after
from early_help import AGENCIES, DECISIONS, EXTRACT_DAY, FIRST_DAY, OUTCOMES, REASONS, SOURCES, YEAR

NOTE = ("Early Help and Prevention briefing note to the Coventry Health and Wellbeing Board, "
        "5 February 2025")
PARTNERS = ("school", "health", "voluntary", "police", "housing", "other")


def count(number, **more):
    return {"value": number, **more}


def share(numerator, denominator, **more):
    percent = round(100 * numerator / denominator, 6) if denominator else None
    return {"numerator": numerator, "denominator": denominator, "percent": percent, **more}


def between(number, first, last):
    return number is not None and first <= number <= last


def by_month(days):
    months = Counter(iso(number)[:7] for number in days)
    return {month: months[month] for month in sorted(months)}


def tally(words):
    counted = Counter(words)
    return {word: counted[word] for word in sorted(counted)}


def still_open(episode, on):
    return episode.opened is not None and episode.opened <= on and (episode.closed is None or episode.closed > on)


def counts(episodes):
    first, last = YEAR
    requests = [e for e in episodes if between(e.requested, first, last)]
    decided = [e for e in episodes if between(e.decided, first, last)]
    opened = [e for e in episodes if between(e.opened, first, last)]
    assessed = [e for e in episodes if between(e.assessed, first, last)]
    closed = [e for e in episodes if between(e.closed, first, last)]
    codes = tally(AGENCIES[e.agency] for e in opened)
    return {
        "requests": count(
            len(requests), published=3195, source=NOTE, by_month=by_month(e.requested for e in requests),
            by_locality=tally(e.locality for e in requests),
            by_decision=tally(DECISIONS.get(e.decision, "none") for e in requests),
            families=len({e.family for e in requests}),
            otherwise={
                "only those that were accepted": sum(e.decision == "Accepted" for e in requests),
                "only those of which an episode came": sum(e.opened is not None for e in requests),
                "families, each once": len({e.family for e in requests}),
                "without the last day of the year": sum(e.requested < last for e in requests),
                "with the day before the year": len(requests) + sum(e.requested == first - 1 for e in episodes),
                "with the day after the year": len(requests) + sum(e.requested == last + 1 for e in episodes),
            }),
        "decided": count(len(decided), accepted=sum(e.decision == "Accepted" for e in decided),
                         led_to_an_episode=sum(e.opened is not None for e in decided)),
        "opened": count(
            len(opened), published=2780, source=NOTE, by_month=by_month(e.opened for e in opened),
            by_locality=tally(e.locality for e in opened), by_agency=codes,
            by_agency_in_local_words=tally(e.agency for e in opened),
            families=len({e.family for e in opened}), children=len({e.child for e in opened}),
            otherwise={
                "families, each once": len({e.family for e in opened}),
                "children, each once": len({e.child for e in opened}),
                "requested in the year as well": sum(between(e.requested, first, last) for e in opened),
                "requests accepted in the year": sum(e.decision == "Accepted" for e in decided),
                "without the last day of the year": sum(e.opened < last for e in opened),
                "with the day before the year": len(opened) + sum(e.opened == first - 1 for e in episodes),
                "with the day after the year": len(opened) + sum(e.opened == last + 1 for e in episodes),
            }),
        "assessments": count(
            len(assessed), published=1963, source=NOTE, by_month=by_month(e.assessed for e in assessed),
            otherwise={
                "started in the year": sum(between(e.assessment_started, first, last) for e in episodes),
                "of the episodes opened in the year": sum(e.assessed is not None for e in opened),
                "without the last day of the year": sum(e.assessed < last for e in assessed),
                "with the day before the year": len(assessed) + sum(e.assessed == first - 1 for e in episodes),
                "with the day after the year": len(assessed) + sum(e.assessed == last + 1 for e in episodes),
            }),
        "closed": count(
            len(closed), published=2739, source=NOTE, by_month=by_month(e.closed for e in closed),
            by_locality=tally(e.locality for e in closed), by_reason=tally(REASONS[e.reason] for e in closed),
            by_reason_in_local_words=tally(e.reason for e in closed), families=len({e.family for e in closed}),
            otherwise={
                "families, each once": len({e.family for e in closed}),
                "of the episodes opened in the year": sum(between(e.opened, first, last) for e in closed),
                "without the last day of the year": sum(e.closed < last for e in closed),
                "with the day before the year": len(closed) + sum(e.closed == first - 1 for e in episodes),
                "with the day after the year": len(closed) + sum(e.closed == last + 1 for e in episodes),
            }),
        "closed_2023": count(
            sum(between(e.closed, day("2023-01-01"), day("2023-12-31")) for e in episodes),
            assumption="2,739 is printed as 25% more than in 2023: 2,182 to 2,200"),
    }


def shares(episodes):
    first, last = YEAR
    opened = [e for e in episodes if between(e.opened, first, last)]
    closed = [e for e in episodes if between(e.closed, first, last)]
    closed_2023 = [e for e in episodes if between(e.closed, day("2023-01-01"), day("2023-12-31"))]
    within = [e for e in closed if e.closed - e.opened <= 112]
    met = [e for e in closed if REASONS[e.reason] == "outcomes-met"]
    open_now = [e for e in episodes if still_open(e, last)]
    partner = [e for e in opened if AGENCIES[e.agency] in PARTNERS]
    n_closed, n_opened, n_open = len(closed), len(opened), len(open_now)

    def beyond(on):
        then = [e for e in episodes if still_open(e, on)]
        return share(sum(on - e.opened > 140 for e in then), len(then), on=iso(on))

    return {
        "closed_within_16_weeks": share(
            len(within), n_closed, published_percent=87, source=NOTE,
            definition="closed in the year, at most 112 days after it was opened, of all closed in the year",
            assumption="printed as 87% 'of all episodes', which is read as of those that were closed; the "
                       "numerator is not printed",
            otherwise={
                "fewer than 112 days": share(sum(e.closed - e.opened < 112 for e in closed), n_closed),
                "16 weeks and a day": share(sum(e.closed - e.opened <= 113 for e in closed), n_closed),
                "four calendar months": share(sum(e.closed <= months_after(e.opened, 4) for e in closed), n_closed),
                "of all opened in the year": share(len(within), n_opened),
                "opened in the year and closed by its end, of all opened in it": share(
                    sum(between(e.closed, first, last) and e.closed - e.opened <= 112 for e in opened), n_opened),
                "from the request": share(sum(e.closed - e.requested <= 112 for e in closed), n_closed),
                "without the last day of the year": share(sum(e.closed < last for e in within),
                                                          sum(e.closed < last for e in closed)),
                "at most 20 weeks": share(sum(e.closed - e.opened <= 140 for e in closed), n_closed),
            }),
        "outcomes_met": share(
            len(met), n_closed, published_percent=54, source=NOTE,
            definition="closed in the year with outcomes met, of all closed in it; every one has a reason",
            assumption="the numerator is not printed",
            otherwise={
                "met in part counts too": share(sum(REASONS[e.reason] in ("outcomes-met", "partial")
                                                    for e in closed), n_closed),
                "one of the two local words only": share(sum(e.reason == "Outcomes Met" for e in closed), n_closed),
                "of all opened in the year": share(len(met), n_opened),
                "of those closed within 16 weeks": share(sum(e in within for e in met), len(within)),
                "stepping down counts too": share(sum(REASONS[e.reason] in ("outcomes-met", "step-down")
                                                      for e in closed), n_closed),
            }),
        "outcomes_met_2023": share(
            sum(REASONS.get(e.reason) == "outcomes-met" for e in closed_2023),
            sum(e.reason is not None for e in closed_2023), unknown=sum(e.reason is None for e in closed_2023),
            assumption="54% is printed as an increase by 17%, which is read as from 46.2%",
            otherwise={"those without a reason in the denominator": share(
                sum(REASONS.get(e.reason) == "outcomes-met" for e in closed_2023), len(closed_2023))}),
        "partner_led": share(
            len(partner), n_opened, published=469, published_percent=16.9, source=NOTE,
            definition="opened in the year and led by neither the council nor its co-ordinators, of all opened",
            school=428, health=2, other_partners=39, coordinators=32, shown_together=41,
            otherwise={
                "co-ordinators count too": share(sum(AGENCIES[e.agency] != "council" for e in opened), n_opened),
                "schools only": share(sum(AGENCIES[e.agency] == "school" for e in opened), n_opened),
                "open at the end of the year": share(sum(AGENCIES[e.agency] in PARTNERS for e in open_now), n_open),
                "of those closed in the year": share(sum(AGENCIES[e.agency] in PARTNERS for e in closed), n_closed),
            }),
        "closed_stepping_up": share(sum(REASONS[e.reason] == "step-up" for e in closed), n_closed),
        "closed_stepping_down": share(sum(REASONS[e.reason] == "step-down" for e in closed), n_closed),
        "opened_stepping_down_from_social_care": share(
            sum(SOURCES[e.source] == "step-down" for e in opened), n_opened),
        "open_beyond_20_weeks": share(
            sum(last - e.opened > 140 for e in open_now), n_open, on=iso(last),
            definition="open on the day and opened more than 140 days before it, of all open on the day",
            otherwise={
                "140 days or more": share(sum(last - e.opened >= 140 for e in open_now), n_open),
                "more than 141 days": share(sum(last - e.opened > 141 for e in open_now), n_open),
                "without a closure in the extract": share(
                    sum(e.closed is None and last - e.opened > 140 for e in open_now),
                    sum(e.closed is None for e in open_now)),
                "those closed on the day count as open": share(
                    sum(e.opened is not None and e.opened <= last and (e.closed is None or e.closed >= last)
                        and last - e.opened > 140 for e in episodes),
                    sum(e.opened is not None and e.opened <= last and (e.closed is None or e.closed >= last)
                        for e in episodes)),
                "from the request": share(sum(last - e.requested > 140 for e in open_now), n_open),
                "of all opened in the year": share(sum(last - e.opened > 140 for e in open_now), n_opened),
            }),
        "open_beyond_20_weeks_before": [beyond(day("2022-12-31")), beyond(day("2023-12-31"))],
    }


def survival(times):
    """Kaplan and Meier's curve: (days, share still open) after each day with a closure.

    times: (days, closed) of each episode; one that is not closed is followed up to that day.
    """
    ends, leaves = Counter(), Counter()
    for days, closed in times:
        leaves[days] += 1
        ends[days] += closed
    at_risk, left, curve = len(times), 1.0, []
    for days in sorted(leaves):
        if ends[days]:
            left *= 1 - ends[days] / at_risk
            curve.append((days, left))
        at_risk -= leaves[days]
    return curve


def done_by(curve, days):
    return 1 - ([1.0] + [left for at, left in curve if at <= days])[-1]


def median(curve):
    return next((days for days, left in curve if left <= 0.5 + 1e-12), None)


def lasting(episodes):
    """How long episodes last, with those that are open: of all opened in 2024, known at its end."""
    first, last = YEAR
    opened = [e for e in episodes if between(e.opened, first, last)]

    def known(counted_to):
        return survival([(e.closed - e.opened, True) if e.closed is not None and e.closed <= last
                         else (counted_to - e.opened, False) for e in opened])

    curve, a_day_more = known(last), known(last + 1)
    ended = survival([(e.closed - e.opened, True) for e in opened if between(e.closed, first, last)])
    old = [e for e in opened if e.opened + 112 <= last]
    return {
        "done_by_week_16": {
            "share": round(done_by(curve, 112), 12), "opened": len(opened),
            "closed": sum(between(e.closed, first, last) for e in opened), "as_of": iso(last),
            "definition": "Kaplan and Meier's share closed by day 112 of all opened in the year; an episode that is "
                          "open at the end of 31 December is followed up to that day, which is not one more",
            "otherwise": {
                "of those that closed": round(done_by(ended, 112), 12),
                "short of day 112": round(done_by(curve, 111), 12),
                "followed up to 1 January": round(done_by(a_day_more, 112), 12),
            }},
        "done_by_week_16_of_those_old_enough": share(
            sum(e.closed is not None and e.closed - e.opened <= 112 for e in old), len(old), as_of=iso(last),
            definition="closed at most 112 days after it was opened, of those opened at least 112 days before the "
                       "end of the year"),
        "median_days": {
            "days": median(curve), "as_of": iso(last),
            "otherwise": {"of those that closed": median(ended)}},
    }


def returns(episodes):
    """Families that came back within twelve months of a closure, looked at from both ends.

    The twelve months end with the same day of the next year, which is still within them.
    """
    rules = {
        "up to the same day a year later": lambda closed, opened: closed <= opened <= months_after(closed, 12),
        "up to the day before": lambda closed, opened: closed <= opened < months_after(closed, 12),
        "at most 365 days": lambda closed, opened: closed <= opened <= closed + 365,
        "at most 366 days": lambda closed, opened: closed <= opened <= closed + 366,
        "not on the day of the closure": lambda closed, opened: closed < opened <= months_after(closed, 12),
    }
    main = "up to the same day a year later"
    families, children, requests = {}, {}, {}
    for e in episodes:
        requests.setdefault(e.family, []).append(e)
        if e.opened is not None:
            families.setdefault(e.family, []).append(e)
            children.setdefault(e.child, []).append(e)

    def back(rule, of=lambda e: families[e.family], since=lambda e: e.closed, when=lambda e: e.opened):
        return sum(any(o is not e and o.opened < e.opened and since(o) is not None and rule(since(o), when(e))
                       for o in of(e)) for e in opened)

    def forward(closed, rule, of=lambda e: families[e.family], since=lambda e: e.closed):
        return sum(any(o is not e and o.opened > e.opened and rule(since(e), o.opened) for o in of(e))
                   for e in closed)

    opened = [e for e in episodes if between(e.opened, *YEAR)]
    closed = [e for e in episodes if between(e.closed, day("2023-01-01"), day("2023-12-31"))]
    looking_back = {name: share(back(rule), len(opened)) for name, rule in rules.items() if name != main}
    looking_back["from the start of the earlier episode"] = share(
        back(lambda was, now: was < now <= months_after(was, 12), since=lambda e: e.opened), len(opened))
    looking_back["up to the request of the later one"] = share(
        back(rules[main], when=lambda e: e.requested), len(opened))
    looking_back["the same child"] = share(back(rules[main], of=lambda e: children[e.child]), len(opened))
    looking_back["any earlier request"] = share(
        sum(any(o is not e and o.requested < e.requested <= months_after(o.requested, 12)
                for o in requests[e.family]) for e in opened), len(opened))
    looking_back["earlier closures of the same year only"] = share(
        back(lambda was, now: YEAR[0] <= was <= now <= months_after(was, 12)), len(opened))
    looking_forward = {name: share(forward(closed, rule), len(closed))
                       for name, rule in rules.items() if name != main}
    looking_forward["the same child"] = share(
        forward(closed, rules[main], of=lambda e: children[e.child]), len(closed))
    looking_forward["within the calendar year of the closure"] = share(
        forward(closed, lambda was, now: was <= now <= day("2023-12-31")), len(closed))
    return {
        "return_looking_back": share(
            back(rules[main]), len(opened), period="2024",
            definition="opened in the year, of a family with an episode that had closed in the twelve months before, "
                       "of all opened in the year; the day a year after the closure is within",
            otherwise=looking_back),
        "return_looking_forward": share(
            forward(closed, rules[main]), len(closed), period="2023",
            definition="closed in the year, of a family for which another episode was opened in the twelve months "
                       "after, of all closed in the year; the day a year after the closure is within",
            complete_for_closures_up_to=iso(months_after(EXTRACT_DAY, -12)),
            otherwise=looking_forward),
        "returned_on_the_day_of_the_closure": count(
            back(lambda was, now: was == now), period="2024"),
    }


def needs(episodes):
    first, last = YEAR
    found = [(outcome, met) for e in episodes for outcome, at, met in e.needs if between(at, first, last)]
    met = [outcome for e in episodes for outcome, _, at in e.needs if between(at, first, last)]
    closed = [e for e in episodes if between(e.closed, first, last)]
    three = [e for e in closed if len(e.needs) >= 3]
    return {
        "identified": count(len(found), by_outcome=tally(OUTCOMES[outcome - 1] for outcome, _ in found)),
        "met": count(len(met), by_outcome=tally(OUTCOMES[outcome - 1] for outcome in met)),
        "rows": sum(len(e.needs) for e in episodes),
        "met_of_those_in_episodes_closed": share(
            sum(at is not None for e in closed for _, _, at in e.needs), sum(len(e.needs) for e in closed),
            otherwise={"met in the year, of those found in it": share(len(met), len(found))}),
        "closed_with_three_needs_or_more": count(
            len(three), all_met=sum(all(at is not None for _, _, at in e.needs) for e in three),
            otherwise={"with any need": sum(bool(e.needs) for e in closed),
                       "with more than three": sum(len(e.needs) > 3 for e in closed)}),
    }


def figures(episodes):
    return {
        "period": "2024", "unit": "episodes of a family", "rows": len(episodes),
        "known": {"from": iso(FIRST_DAY), "to": iso(EXTRACT_DAY)},
        "rows_without_an_episode": sum(e.opened is None for e in episodes),
        "counts": counts(episodes), "shares": shares(episodes), "lasting": lasting(episodes),
        "returns": returns(episodes), "needs": needs(episodes),
    }
