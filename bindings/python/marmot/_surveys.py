# SPDX-License-Identifier: LGPL-2.1-or-later
"""Surveys, and before and after. Everything is computed by the library."""

from . import _figures
from ._load import Marmot
from ._patch import member, names
from ._statistics import interval_statistic


def _survey(confidence, multiplier, method, invited, population, design_effect, minimum_respondents):
    return _figures.options(
        Marmot.SurveyOptions,
        interval=_figures.interval(confidence, multiplier, method),
        invited=invited or 0,
        population=population or 0,
        design_effect=design_effect,
        minimum_respondents=minimum_respondents,
    )


def survey_share(
    count, respondents, *, confidence=0.95, multiplier=None, method=None, invited=None,
    population=None, design_effect=1, minimum_respondents=10,
):
    """The share of the respondents of a survey who gave an answer, as a
    :class:`marmot.SurveyShare`.

    ``invited`` is how many were asked, ``population`` how many people the survey speaks
    for, ``design_effect`` what its report says that the design costs.
    """
    options = _survey(confidence, multiplier, method, invited, population, design_effect, minimum_respondents)
    return names["SurveyShare"].new(float(count), float(respondents), options)


def survey_shares(
    figures, *, groups=None, confidence=0.95, multiplier=None, method=None, invited=None,
    population=None, design_effect=1, minimum_respondents=10,
):
    """The shares of respondents in columns.

    ``figures`` is a data frame, a table or a dictionary of columns: "count" and
    "respondents"; or "percent", "decimals" and "respondents"; or "answer", a row for
    everybody invited, with "weight" where there are weights. ``groups`` is the name of a
    column of the figures, several names, or what :func:`marmot.groups` takes. The
    result is the kind of table that the figures are.
    """
    options = _survey(confidence, multiplier, method, invited, population, design_effect, minimum_respondents)
    return _figures.run("survey_shares", figures, groups, options)


def survey_waves(
    figures, *, series=None, confidence=0.95, multiplier=None, method=None, invited=None,
    population=None, design_effect=1, minimum_respondents=10, correlation=0, power=0.8,
):
    """The waves of surveys, each compared with the one before and with the first.

    ``figures`` has "wave", numbers that order the waves, and "count" and "respondents";
    "overlap" too where some people answered this wave and the one before, and
    ``correlation`` then is that of their answers. ``series`` is what ``groups`` is in
    :func:`marmot.survey_shares`, but the result has a row a wave, in the order of the
    figures, without the keys.
    """
    survey = _survey(confidence, multiplier, method, invited, population, design_effect, minimum_respondents)
    options = _figures.options(Marmot.WaveOptions, survey=survey, correlation=correlation, power=power)
    return _figures.run_rows("survey_waves", figures, series, options)


def paired_proportions(
    both, before_alone, after_alone, neither, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The change of a proportion in the same people, from the four counts, with its interval
    (Newcombe's) and McNemar's test (mid-p); takes and gives what
    :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "paired_proportions", (both, before_alone, after_alone, neither),
        confidence, multiplier, method, groups, test,
    )


def paired_changes(
    figures, *, groups=None, confidence=0.95, multiplier=None, method=None, test=None,
    low_is_good=False, smallest_change=0,
):
    """What has changed in people who were measured before and after.

    ``figures`` has "before" and "after", numbers or booleans, a row a person; who was
    measured once only is counted. Takes groups and gives tables as
    :func:`marmot.survey_shares` does.
    """
    options = _figures.options(
        Marmot.PairedOptions,
        interval=_figures.interval(confidence, multiplier, method, test),
        low_is_good=low_is_good,
        smallest_change=smallest_change,
    )
    return _figures.run("paired_changes", figures, groups, options)


def study_change(design, change, n, control=None, control_n=None):
    """A change with its design and its number of people, as a :class:`marmot.StudyChange`,
    which says "impact" only with a control.

    ``design`` is a :class:`marmot.StudyDesign` or its short name, ``change`` and
    ``control`` are a :class:`marmot.Estimate` or :class:`marmot.Contrast`.
    """
    design = member(Marmot.StudyDesign, design)
    change, control = (
        figure.get_estimate() if isinstance(figure, Marmot.Contrast) else figure for figure in (change, control)
    )
    if control is None:
        return names["StudyChange"].new(design, change, float(n))
    if control_n is None:
        raise TypeError("a control goes with its number of people: pass control_n=")
    return names["StudyChange"].new_controlled(design, change, float(n), control, float(control_n))


def study_changes(design, figures, *, confidence=0.95):
    """The same in columns: "change", "lower", "upper" and "n", and for a design with a
    control "control", "control_lower", "control_upper" and "control_n"."""
    return _figures.give_rows(
        figures, lambda table: names["study_changes"](member(Marmot.StudyDesign, design), table, confidence)
    )


def bright_spots(figures, *, groups=None, low_is_good=False, confidence=0.95, multiplier=None):
    """Sets each place against the other places of its group.

    ``figures`` has "count" and "respondents", or "value" and "standard_error". The
    result has a row a row of the figures, without the keys.
    """
    options = _figures.interval(confidence, multiplier, None)
    return _figures.run_rows("bright_spots", figures, groups, low_is_good, options)
