# SPDX-License-Identifier: LGPL-2.1-or-later
"""Gaps: whether they narrowed, what it would take to close them, and how large a
change could be told from chance. A table or data frame in, and one of the same kind
out. Everything is computed by the library."""

from . import _figures, _tables
from ._load import Marmot
from ._patch import member, names


def _options(confidence, more_is_better, given):
    known = {name: value for name, value in given.items() if value is not None}
    return _figures.options(
        Marmot.GapOptions, interval=_figures.interval(confidence, None, None), more_is_better=more_is_better, **known
    )


def gap_changes(
    figures, *, more_is_better=False, confidence=0.95, covariance=None, log_covariance=None,
    edition_1=None, edition_2=None, lsoa_vintage_1=None, lsoa_vintage_2=None, groups_1=None, groups_2=None,
    across_editions=False,
):
    """Whether gaps narrowed between two periods, absolutely and relatively, and
    whether chance could explain it.

    ``figures`` has a row a gap: "most_1", "most_se_1", "least_1", "least_se_1" and
    the same of period 2; or "gap_1", "gap_se_1", "gap_2", "gap_se_2"; or "ratio_1",
    "log_se_1", "ratio_2", "log_se_2"; or the last two. Periods of different editions
    of the index of deprivation get no verdict unless ``across_editions``; which they
    are of is said by name, or by the :class:`marmot.DeprivationGroups` of both.
    """
    options = _options(confidence, more_is_better, {
        "covariance": covariance, "log_covariance": log_covariance,
        "edition_1": edition_1, "edition_2": edition_2,
        "lsoa_vintage_1": lsoa_vintage_1, "lsoa_vintage_2": lsoa_vintage_2,
        "groups_1": groups_1, "groups_2": groups_2,
        "across_editions": across_editions,
    })
    result = names["gap_changes"](_tables.table(figures), options)
    return _figures.give(_figures._kind(figures), None, result)


def gap_trends(figures, *, groups=None, more_is_better=False, confidence=0.95, across_editions=False):
    """Whether gaps narrowed over several periods: a row a period in, with "time" and
    what :func:`marmot.gap_changes` takes of one period, and a row a group out."""
    options = _options(confidence, more_is_better, {"across_editions": across_editions})
    return _figures.run("gap_trends", figures, groups, options)


def _excess_options(per, more_is_better, confidence, given):
    known = {name: value for name, value in given.items() if value is not None}
    return _figures.options(
        Marmot.ExcessOptions, interval=_figures.interval(confidence, None, None), per=per, more_is_better=more_is_better, **known
    )


def excess(
    figures, *, per, areas=None, reference="least-deprived", target=None, target_se=None,
    more_is_better=False, totals=True, confidence=0.95,
):
    """How many events fewer there would be at the figure of a reference.

    ``figures`` has a row a group: "estimate", "population", "rank" (the smallest for
    the most deprived), "standard_error" for limits and "years" for excess years.
    ``per`` is what the figures are per, such as 100000. ``reference`` is
    "least-deprived", "average", "best" or "target". A row an area comes back, or a row a
    group with ``totals=False``.
    """
    reference = member(Marmot.ExcessReference, reference)
    if (reference == Marmot.ExcessReference.TARGET) != (target is not None):
        raise TypeError('a target goes with reference="target": give both, or neither')
    options = _excess_options(per, more_is_better, confidence, {
        "reference": reference, "target": target, "target_se": target_se,
    })
    if totals:
        return _figures.run("excess_totals", figures, areas, options)
    return _row_by_row("excess_events", figures, areas, options)


def levelling(
    figures, *, per, areas=None, goal="level", target=None, share=None, limit=None,
    more_is_better=False, totals=False, confidence=0.95,
):
    """Which group would have to prevent how many events for a goal to be reached.

    ``figures`` is what :func:`marmot.excess` takes. ``goal`` is "level" (nobody worse
    than the target), "gap", "slope-index" or "share-of-slope". A row a group comes back,
    or a row an area with ``totals=True``.
    """
    options = _excess_options(per, more_is_better, confidence, {
        "goal": member(Marmot.LevellingGoal, goal), "target": target, "share": share, "limit": limit,
    })
    if totals:
        return _figures.run("levelling_totals", figures, areas, options)
    return _row_by_row("levelling_schedule", figures, areas, options)


def mix_changes(
    figures, *, areas=None, contributions=False, more_is_better=False, confidence=0.95,
    edition_1=None, edition_2=None, lsoa_vintage_1=None, lsoa_vintage_2=None, groups_1=None, groups_2=None,
):
    """What the mean and the gradient would be had the mix of people not changed.

    ``figures`` has a row a group: "rank", "estimate_1", "population_1", "estimate_2",
    "population_2", and "se_1" and "se_2" for limits; "edition_1" and "edition_2" too, where
    the index of deprivation is not that of the options. A row an area comes back, or,
    with ``contributions=True``, what each group adds.
    """
    options = _options(confidence, more_is_better, {
        "edition_1": edition_1, "edition_2": edition_2,
        "lsoa_vintage_1": lsoa_vintage_1, "lsoa_vintage_2": lsoa_vintage_2,
        "groups_1": groups_1, "groups_2": groups_2,
    })
    if contributions:
        return _row_by_row("mix_contributions", figures, areas, options)
    return _figures.run("mix_changes", figures, areas, options)


def _row_by_row(name, figures, areas, options):
    """A statistic that gives a row a row: the areas are there already."""
    result = names[name](*_figures.read(figures, areas), options)
    return _figures.give(_figures._kind(figures), None, result)


def detectable_changes(figures, *, alpha=0.05, power=0.8, per=1, words=True):
    """The smallest change that could be told from chance in a place of this size.

    ``figures`` has "proportion", "n_1", "n_2"; or "rate" (per ``per``), "years_1",
    "years_2"; or "gap_se_1" and "gap_se_2".
    """
    options = _figures.options(Marmot.PowerOptions, alpha=alpha, power=power, per=per, words=words)
    result = names["detectable_changes"](_tables.table(figures), options)
    return _figures.give(_figures._kind(figures), None, result)


def needed_sizes(figures, *, alpha=0.05, power=0.8, per=1, words=True):
    """How many people, person-years or events it would take to tell a change from chance.

    ``figures`` has "proportion_1" and "proportion_2"; or "rate_1" and "rate_2"; or
    "gap_se_1", "gap_se_2" and "change".
    """
    options = _figures.options(Marmot.PowerOptions, alpha=alpha, power=power, per=per, words=words)
    result = names["needed_sizes"](_tables.table(figures), options)
    return _figures.give(_figures._kind(figures), None, result)


def attainment_gap(disadvantaged_count, disadvantaged_n, others_count, others_n, *, confidence=0.95):
    """One attainment gap in points, as an estimate; :func:`marmot.attainment_gaps` has
    ratios and the standardised gap too."""
    return names["attainment_gap"](
        float(disadvantaged_count), float(disadvantaged_n), float(others_count), float(others_n),
        _options(confidence, False, {}),
    )


def excess_of_group(
    estimate, population, *, per, target, target_se=None, standard_error=None, more_is_better=False, confidence=0.95,
):
    """How many events fewer one group would have at the target, as an estimate; see
    :func:`marmot.excess`. There are limits where there is a standard error."""
    options = _excess_options(per, more_is_better, confidence, {
        "reference": Marmot.ExcessReference.TARGET, "target": target, "target_se": target_se,
    })
    error = float("nan") if standard_error is None else float(standard_error)
    return names["excess_of_group"](float(estimate), error, float(population), options)


def levelling_of_group(
    estimate, population, *, per, target, standard_error=None, more_is_better=False, confidence=0.95,
):
    """How many events one group would have to prevent to be no worse than the target, as
    an estimate; see :func:`marmot.levelling`. There are limits where there is a standard
    error."""
    options = _excess_options(per, more_is_better, confidence, {
        "goal": Marmot.LevellingGoal.LEVEL, "target": target,
    })
    error = float("nan") if standard_error is None else float(standard_error)
    return names["levelling_of_group"](float(estimate), error, float(population), options)


def gap_change(gap_1, gap_se_1, gap_2, gap_se_2, *, more_is_better=False, confidence=0.95, covariance=None,
               edition_1=None, edition_2=None, across_editions=False):
    """Whether one gap narrowed, as a :class:`marmot.GapChange`; many are
    :func:`marmot.gap_changes`."""
    options = _options(confidence, more_is_better, {
        "covariance": covariance, "edition_1": edition_1, "edition_2": edition_2, "across_editions": across_editions,
    })
    return Marmot.GapChange.new_from_gaps(float(gap_1), float(gap_se_1), float(gap_2), float(gap_se_2), options)


def detectable_change(*, proportion=None, n_1=None, n_2=None, rate=None, years_1=None, years_2=None, alpha=0.05,
                      power=0.8, per=1):
    """How far one share or rate would have to fall and to rise to be told from chance: a
    pair, NaN where it cannot go so far. Many are :func:`marmot.detectable_changes`."""
    options = Marmot.PowerOptions(alpha=alpha, power=power, per=per)
    if (proportion is None) == (rate is None):
        raise TypeError("give a proportion with n_1 and n_2, or a rate with years_1 and years_2")
    given = (proportion, n_1, n_2) if rate is None else (rate, years_1, years_2)
    if any(number is None for number in given):
        raise TypeError("give the size of both periods")
    name = "detectable_proportion" if rate is None else "detectable_rate"
    _, fall, rise = names[name](*map(float, given), options)
    return fall, rise


def needed_size(*, proportion_1=None, proportion_2=None, rate_1=None, rate_2=None, ratio=1, alpha=0.05, power=0.8,
                per=1):
    """How many people, or person-years, it would take in both periods to tell one change
    from chance: a pair, to be rounded up. ``ratio`` is how many times as many there are in
    the later. Many are :func:`marmot.needed_sizes`."""
    options = Marmot.PowerOptions(alpha=alpha, power=power, per=per)
    people, time = (proportion_1, proportion_2), (rate_1, rate_2)
    if (people == (None, None)) == (time == (None, None)):
        raise TypeError("give proportion_1 and proportion_2, or rate_1 and rate_2")
    name, given = ("needed_years", time) if people == (None, None) else ("needed_people", people)
    if None in given:
        raise TypeError("give the figure of both periods")
    _, first, second = names[name](*map(float, given), float(ratio), options)
    return first, second


def attainment_gaps(figures, *, confidence=0.95):
    """The gap between two groups of whom some reached a level, such as pupils eligible
    for free school meals and all others: in points, as ratios and standardised.

    ``figures`` has "disadvantaged_count", "disadvantaged_n", "others_count", "others_n".
    """
    result = names["attainment_gaps"](_tables.table(figures), _options(confidence, False, {}))
    return _figures.give(_figures._kind(figures), None, result)


def attainment_changes(
    figures, *, confidence=0.95, edition_1=None, edition_2=None, lsoa_vintage_1=None, lsoa_vintage_2=None,
    groups_1=None, groups_2=None, across_editions=False,
):
    """Whether attainment gaps narrowed between two years: the columns of
    :func:`marmot.attainment_gaps`, each ending in "_1" and in "_2". Where the groups
    are of an index of deprivation, of which is said as in :func:`marmot.gap_changes`."""
    options = _options(confidence, False, {
        "edition_1": edition_1, "edition_2": edition_2, "lsoa_vintage_1": lsoa_vintage_1,
        "lsoa_vintage_2": lsoa_vintage_2, "groups_1": groups_1, "groups_2": groups_2,
        "across_editions": across_editions,
    })
    result = names["attainment_changes"](_tables.table(figures), options)
    return _figures.give(_figures._kind(figures), None, result)


def attainment_trends(figures, *, groups=None, confidence=0.95, across_editions=False):
    """Whether attainment gaps narrowed over several years: a row a year in, with "time"
    and the columns of :func:`marmot.attainment_gaps`, and a row a group out; "edition" and
    "lsoa_vintage" too where the groups are of an index of deprivation."""
    options = _options(confidence, False, {"across_editions": across_editions})
    return _figures.run("attainment_trends", figures, groups, options)
