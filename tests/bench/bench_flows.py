# SPDX-License-Identifier: LGPL-2.1-or-later
"""What stocks and flows cost from Python, beside the same in pandas and numpy: rates of
moving counted from stays, and 10,000 simulations of 40 states over 60 months.

numpy takes the rates as known, moves all simulations by multinomial numbers at once, and
gives limits of states; so does the library here ("chance"), which is then timed with
simulated rates too.
"""
import datetime
import time

import marmot
import numpy as np

try:
    import pandas as pd
except ImportError:
    pd = None

N_STATES = 40
FROM, UNTIL = 18000, 19096
EPOCH = datetime.date(1970, 1, 1)


def make(rows):
    """Stays as days and numbers of states; -1 is out, and an end of -1 is none."""
    rng = np.random.default_rng(1)
    state = rng.integers(0, N_STATES, rows)
    start = rng.integers(FROM - 700, UNTIL, rows)
    end = start + rng.integers(30, 800, rows)
    following = np.where(rng.random(rows) < 0.5, -1, (state + rng.integers(1, 5, rows)) % N_STATES)
    following[end > UNTIL] = -1
    end[end > UNTIL] = -1
    return state, start, end, following


def as_table(state, start, end, following):
    names = np.array([f"state {i:02}" for i in range(N_STATES)] + [None], dtype=object)
    dates = np.datetime64("1970-01-01")
    ends = (dates + end).astype("datetime64[D]")
    ends[end < 0] = np.datetime64("NaT")
    return marmot.table({
        "state": marmot.Column(list(names[state])), "start": marmot.Column((dates + start).astype("datetime64[D]")),
        "end": marmot.Column(ends), "next": marmot.Column(list(names[following])),
    })


def rates_in_pandas(state, start, end, following):
    """Moves and days at risk alone, from a frame; no limits, no check of any row."""
    frame = pd.DataFrame({"state": state, "start": start, "end": end, "next": following})

    def run():
        closed = frame["end"].where(frame["end"] >= 0, UNTIL + 1)
        days = (closed.clip(upper=UNTIL) - frame["start"].clip(lower=FROM)).clip(lower=0)
        ended = frame[(closed > FROM) & (closed <= UNTIL)]
        return ended.groupby(["state", "next"]).size(), days.groupby(frame["state"]).sum()

    return run


def simulate_in_numpy(matrix, arrivals, stock, steps, repetitions):
    """Limits of each state at each step, of people who move by chance at rates that are known."""
    rng = np.random.default_rng(1)
    people = np.tile(stock, (repetitions, 1))
    limits = []
    for _ in range(steps):
        after = rng.poisson(arrivals, (repetitions, N_STATES))
        for s in range(N_STATES):
            after += rng.multinomial(people[:, s], matrix[s])[:, :N_STATES]
        people = after
        limits.append(np.quantile(people, [0.025, 0.975], axis=0))
    return np.array(limits)


def best(function, repeats=3):
    shortest = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        result = function()
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result


def main():
    since, until = (EPOCH + datetime.timedelta(days=day) for day in (FROM, UNTIL))
    for rows in (10_000, 1_000_000):
        data = make(rows)
        table = as_table(*data)
        ours, rates = best(lambda: marmot.flow_rates(table, since, until))
        line = f"rates {rows:9} stays {ours:9.2f} ms"
        if pd is not None:
            theirs, (moves, _) = best(rates_in_pandas(*data))
            assert int(moves.sum()) == sum(rates.to_table()["moves"].to_list())
            line += f", pandas {theirs:9.2f} ms, ratio {ours / theirs:.2f}"
        print(line, flush=True)

    rates = marmot.flow_rates(as_table(*make(5_000)), since, until)
    moves = rates.to_table().to_pandas() if pd is not None else None
    ours, _ = best(lambda: marmot.flow_projection(rates, horizon=60, repetitions=10_000))
    print(f"40 states, 60 months, 10,000 simulations of rates and people {ours:9.2f} ms", flush=True)
    ours, projection = best(lambda: marmot.flow_projection(rates, horizon=60, repetitions=10_000, method="chance"))
    line = f"the same of people alone {ours:9.2f} ms"
    if moves is not None:
        # One move a step: no exponential of a matrix in numpy alone.
        order = {name: i for i, name in enumerate(rates.stock()["state"].to_list())}
        matrix = np.zeros((N_STATES, N_STATES + 1))
        for _, move in moves.iterrows():
            matrix[order[move["from"]], order.get(move["to"], N_STATES)] += move["value"] / 12
        matrix[range(N_STATES), range(N_STATES)] = 1 - matrix.sum(axis=1)
        entries = rates.entries().to_pandas()
        arrivals = np.zeros(N_STATES)
        arrivals[[order[name] for name in entries["state"]]] = entries["value"] / 12
        stock = np.array(rates.stock()["closing"].to_list(), dtype=int)
        theirs, limits = best(lambda: simulate_in_numpy(matrix, arrivals, stock, 60, 10_000), repeats=1)
        found = projection.to_table("state").to_pandas()
        assert abs(found["lower"].iloc[-N_STATES:].mean() - limits[-1, 0].mean()) < 2
        assert abs(found["upper"].iloc[-N_STATES:].mean() - limits[-1, 1].mean()) < 2
        line += f", numpy {theirs:9.2f} ms, ratio {ours / theirs:.3f}"
    print(line, flush=True)


main()
