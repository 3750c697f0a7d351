# SPDX-License-Identifier: LGPL-2.1-or-later
"""The statistics as Python functions: numbers in and an estimate out, or columns
in and the same kind of columns out. Everything is computed by the library."""

import functools
import numbers

from gi.repository import GLib

from . import _columns, _errors, _tables
from ._load import Marmot
from ._patch import member, names

Groups = Marmot.Groups


@functools.lru_cache(maxsize=64)
def _options(confidence, multiplier, method, test):
    """The options object, or None for the defaults."""
    if confidence == (0.95,) and multiplier is None and method is None and test is None:
        return None
    options = Marmot.IntervalOptions.new()
    options.set_levels(list(confidence))
    if multiplier is not None:
        if not multiplier > 0:
            raise ValueError("a multiplier is above zero, such as 100 for a percentage")
        options.set_multiplier(multiplier)
    if method is not None:
        options.set_method(method)
    if test is not None:
        options.set_test(test)
    return options


def _make_options(confidence, multiplier, method, test=None):
    try:
        return _known_options(confidence, multiplier, method, test)
    except TypeError:
        # A list of levels cannot be looked up; and what is wrong is said again.
        return _new_options(confidence, multiplier, method, test)


def _new_options(confidence, multiplier, method, test):
    return _options(
        _levels(confidence), _multiplier(multiplier), member(Marmot.Method, method), member(Marmot.Method, test)
    )


# What is asked for is mostly what was asked for before.
_known_options = functools.lru_cache(maxsize=256, typed=True)(_new_options)


def _levels(confidence):
    """A level or several, as a tuple."""
    try:
        if isinstance(confidence, numbers.Number) or getattr(confidence, "ndim", 1) == 0:
            return (float(confidence),)
        if not isinstance(confidence, (str, bytes, dict)):
            return tuple(float(level) for level in confidence)
    except (TypeError, ValueError):
        pass
    raise TypeError("confidence is a level such as 0.95, or several of them: pass numbers")


def _multiplier(multiplier):
    try:
        if multiplier is None or not isinstance(multiplier, (str, bytes)):
            return None if multiplier is None else float(multiplier)
    except (TypeError, ValueError):
        pass
    raise TypeError("a multiplier is a number, such as 100 for a percentage")


# What the caller gets back is of the first of these kinds that is among the inputs.
_ORDER = ("pandas", "polars", "pyarrow")


# Columns of the library's own go in and out as they are, and past what would convert them:
# for ten thousand rows a microsecond is some percent.
_ONLY_COLUMNS = {_columns.Column}


def _new_call(name, confidence, multiplier, method, test):
    """The library's own function, for what is of its types already, and its options."""
    return getattr(Marmot, name + "_column"), _make_options(confidence, multiplier, method, test)


_known_call = functools.lru_cache(maxsize=256, typed=True)(_new_call)


def interval_statistic(name, inputs, confidence, multiplier, method, groups, test=None):
    """Calls the statistic of this name, for numbers, columns or groups.

    A statistic `x` is `x`, `x_column` and `x_grouped` in the library.
    """
    if groups is None and _ONLY_COLUMNS.issuperset(map(type, inputs)):
        try:
            function, options = _known_call(name, confidence, multiplier, method, test)
        except TypeError:
            # A list of levels cannot be looked up; and what is wrong is said again.
            function, options = _new_call(name, confidence, multiplier, method, test)
        try:
            return function(*inputs, options)
        except GLib.Error as error:
            raise _errors.convert(error) from None

    options = _make_options(confidence, multiplier, method, test)
    kinds = [None if type(value) in (int, float) else _columns.kind_of(value) for value in inputs]
    if not any(kinds):
        if groups is not None:
            raise TypeError("groups= goes with columns, and these are numbers")
        for value in inputs:
            if not isinstance(value, numbers.Real):
                raise TypeError(
                    f"a {type(value).__name__} is neither a number nor a column: pass numbers, "
                    "lists, numpy arrays, or pandas, polars or pyarrow columns"
                )
        return names[name](*map(float, inputs), options)

    columns = _make_columns(inputs, kinds)
    _check_indexes(inputs, kinds, groups)
    kind = next((k for k in _ORDER if k in kinds), None)
    if groups is not None:
        grouping = make_groups(groups)
        estimates = names[name + "_grouped"](*columns, grouping, options)
        keys = grouping.get_keys()
        if keys is None or (kind is None and isinstance(groups, Groups)):
            # The caller has the keys, or there are none.
            return _give_table(kind, estimates)
        return _give_table(kind, _beside(keys, estimates))

    estimates = names[name + "_column"](*columns, options)
    if kind == "pandas":
        index = next((v.index for v, k in zip(inputs, kinds) if k == "pandas" and hasattr(v, "index")), None)
        if isinstance(estimates, Marmot.Estimates):
            return estimates.to_pandas(index=index)
        frame = estimates.to_pandas()
        if index is not None:
            frame.index = index
        return frame
    return _give_table(kind, estimates)


def _make_columns(inputs, kinds):
    """The inputs as columns; a number among columns stands for every row."""
    columns = [
        None if kind is None else _columns.column(value, copy=False)
        for value, kind in zip(inputs, kinds)
    ]
    n_rows = next(len(c) for c in columns if c is not None)
    for i, (value, kind) in enumerate(zip(inputs, kinds)):
        if kind is None:
            if not isinstance(value, numbers.Real):
                raise TypeError(f"a {type(value).__name__} is neither a number nor a column")
            columns[i] = _columns.constant(float(value), n_rows)
    return columns


def _check_indexes(inputs, kinds, groups):
    """The groups of pandas columns are rows of theirs."""
    if "pandas" in kinds:
        _columns.check_indexes([*inputs, *([] if groups is None else _group_columns(groups))])


def _give_table(kind, result):
    """Estimates or a table as what the caller uses."""
    if kind is None:
        return result
    return {"pandas": result.to_pandas, "polars": result.to_polars, "pyarrow": result.to_arrow}[kind]()


# --- groups ----------------------------------------------------------------------


def _group_columns(groups):
    """The columns to group by: groups= may be one, or several."""
    if isinstance(groups, dict):
        return list(groups.values())
    if isinstance(groups, (list, tuple)) and groups and all(_columns.kind_of(g) for g in groups):
        return list(groups)
    return [groups]


def make_groups(groups):
    """:class:`marmot.Groups` of a column, of several columns (a list of them, or a
    dictionary by name), of all columns of a table or data frame, or of groups."""
    if isinstance(groups, Groups):
        return groups
    if isinstance(groups, Marmot.Table) or (
        not isinstance(groups, dict) and hasattr(groups, "columns") and hasattr(groups, "shape")
    ):
        keys = _tables.table(groups)
        return Groups.new_from_table(keys, keys.get_names())
    columns = _group_columns(groups)
    _columns.check_indexes(columns)
    if isinstance(groups, dict):
        labels = list(groups)
    else:
        labels = [getattr(column, "name", None) for column in columns]
    keys = [_columns.column(column) for column in columns]
    if all(isinstance(label, str) and label for label in labels) and len(set(labels)) == len(labels):
        return Groups.new_from_table(Marmot.Table.new(labels, keys), labels)
    return Groups.new(keys)


def _beside(keys, estimates):
    """The keys, and the columns of the estimates beside them."""
    both = keys.columns()
    for name, values in estimates.columns().items():
        if name in both:
            raise ValueError(f"a key is named {name!r}, as a column of the result is: rename it")
        both[name] = values
    return _tables.table(both)


def proportion(numerator, denominator, *, confidence=0.95, multiplier=None, method=None, groups=None):
    """A proportion with its interval (Wilson's score method).

    Two numbers give a :class:`marmot.Estimate`. Columns give a row each, as the
    same kind of columns: a pandas or polars DataFrame, a pyarrow Table, or
    :class:`marmot.Estimates` for lists, numpy arrays and marmot's own columns.

    ``confidence`` is a level or several; ``multiplier`` is 100 for percentages;
    ``method`` is a :class:`marmot.Method` or its short name.

    With ``groups``, a column or several of them, or a data frame, the rows of a
    group are added up and the result has a row a group, with the keys beside; a
    :class:`marmot.Table` where it would be estimates otherwise. Groups that were
    made before may be passed too: see :func:`marmot.groups`.
    """
    return interval_statistic(
        "proportion", (numerator, denominator), confidence, multiplier, method, groups
    )


def rate(count, denominator, *, confidence=0.95, multiplier=None, method=None, groups=None):
    """A rate of events with its interval (exact Poisson limits under ten events,
    Byar's from ten), per 100,000 unless ``multiplier`` says otherwise.

    Takes and gives what :func:`marmot.proportion` does.
    """
    return interval_statistic("rate", (count, denominator), confidence, multiplier, method, groups)


# --- two groups ------------------------------------------------------------------


def proportion_difference(
    numerator1, denominator1, numerator2, denominator2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The difference of two proportions, with its interval (Newcombe's) and a test
    (chi-squared).

    Four numbers give a :class:`marmot.Contrast`. Columns give a row each: a table of
    the kind that went in, or a :class:`marmot.Table`. ``method`` and ``test`` are
    :class:`marmot.Method` or short names; the rest is as in :func:`marmot.proportion`.
    """
    return interval_statistic(
        "proportion_difference", (numerator1, denominator1, numerator2, denominator2),
        confidence, multiplier, method, groups, test,
    )


def proportion_ratio(
    numerator1, denominator1, numerator2, denominator2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The ratio of two proportions, with its interval (Miettinen and Nurminen's) and
    a test; takes and gives what :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "proportion_ratio", (numerator1, denominator1, numerator2, denominator2),
        confidence, multiplier, method, groups, test,
    )


def odds_ratio(
    numerator1, denominator1, numerator2, denominator2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The odds ratio of two proportions, with its interval (Miettinen and Nurminen's)
    and a test; takes and gives what :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "odds_ratio", (numerator1, denominator1, numerator2, denominator2),
        confidence, multiplier, method, groups, test,
    )


def rate_difference(
    count1, denominator1, count2, denominator2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The difference of two rates per 100,000, with its interval (from the limits of
    each) and an exact test; takes and gives what :func:`marmot.proportion_difference`
    does."""
    return interval_statistic(
        "rate_difference", (count1, denominator1, count2, denominator2),
        confidence, multiplier, method, groups, test,
    )


def rate_ratio(
    count1, denominator1, count2, denominator2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The ratio of two rates, with exact interval and test; takes and gives what
    :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "rate_ratio", (count1, denominator1, count2, denominator2),
        confidence, multiplier, method, groups, test,
    )


def mean_difference(
    n1, mean1, sd1, n2, mean2, sd2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The difference of two means, from their summaries, with Welch's interval and test;
    takes and gives what :func:`marmot.proportion_difference` does. The summaries of a
    group are pooled."""
    return interval_statistic(
        "mean_difference", (n1, mean1, sd1, n2, mean2, sd2),
        confidence, multiplier, method, groups, test,
    )


def mean_ratio(
    n1, mean1, sd1, n2, mean2, sd2, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """The ratio of two means, from their summaries, with its interval (on the logarithmic
    scale) and a test; as :func:`marmot.mean_difference`."""
    return interval_statistic(
        "mean_ratio", (n1, mean1, sd1, n2, mean2, sd2),
        confidence, multiplier, method, groups, test,
    )


def proportion_against(
    numerator, denominator, standard, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """A proportion with its interval, and a test against a standard in the same unit; takes
    and gives what :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "proportion_against", (numerator, denominator, standard),
        confidence, multiplier, method, groups, test,
    )


def rate_against(
    count, denominator, standard, *,
    confidence=0.95, multiplier=None, method=None, test=None, groups=None,
):
    """A rate with its interval, and a test against a standard in the same unit; takes and
    gives what :func:`marmot.proportion_difference` does."""
    return interval_statistic(
        "rate_against", (count, denominator, standard),
        confidence, multiplier, method, groups, test,
    )


# --- means -----------------------------------------------------------------------


def mean(
    n, mean, sd, *,
    confidence=0.95, multiplier=None, method=None, groups=None,
):
    """A mean with Student's interval, from n, the mean and the standard deviation; takes
    and gives what :func:`marmot.proportion` does. The summaries of a group are pooled.
    For the values themselves see :func:`marmot.mean_of_values`."""
    return interval_statistic(
        "mean", (n, mean, sd),
        confidence, multiplier, method, groups,
    )


def mean_of_values(values, *, confidence=0.95, multiplier=None, method=None, groups=None):
    """The mean of a column of values, or of each of its groups, with Student's
    interval: a table with n, how many are missing, sum, standard deviation, value and
    limits, of the kind that went in. Groups are as in :func:`marmot.proportion`."""
    kind = _columns.kind_of(values)
    if kind is None:
        raise TypeError(f"a {type(values).__name__} is no column of values")
    options = _make_options(confidence, multiplier, method)
    _check_indexes((values,), (kind,), groups)
    kind = kind if kind in _ORDER else None
    grouping = None if groups is None else make_groups(groups)
    table = names["mean_of_values"](_columns.column(values, copy=False), grouping, options)
    keys = None if grouping is None or (kind is None and isinstance(groups, Groups)) else grouping.get_keys()
    return _give_table(kind, table if keys is None else _beside(keys, table))
