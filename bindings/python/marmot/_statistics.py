# SPDX-License-Identifier: LGPL-2.1-or-later
"""The statistics as Python functions: numbers in and an estimate out, or columns
in and the same kind of columns out. Everything is computed by the library."""

import functools
import numbers

from . import _columns
from ._load import Marmot
from ._patch import member, names


@functools.lru_cache(maxsize=64)
def _options(confidence, multiplier, method):
    """The options object, or None for the defaults."""
    if confidence == (0.95,) and multiplier is None and method is None:
        return None
    options = Marmot.IntervalOptions.new()
    options.set_levels(list(confidence))
    if multiplier is not None:
        if not multiplier > 0:
            raise ValueError("a multiplier is above zero, such as 100 for a percentage")
        options.set_multiplier(multiplier)
    if method is not None:
        options.set_method(method)
    return options


def _make_options(confidence, multiplier, method):
    if isinstance(confidence, numbers.Real):
        confidence = (float(confidence),)
    else:
        confidence = tuple(float(level) for level in confidence)
    return _options(confidence, multiplier, member(Marmot.Method, method))


# What the caller gets back is of the first of these kinds that is among the inputs.
_ORDER = ("pandas", "polars", "pyarrow")


def interval_statistic(name, inputs, confidence, multiplier, method, groups):
    """Calls the statistic of this name, for numbers, columns or groups.

    A statistic `x` is `x`, `x_column` and `x_grouped` in the library.
    """
    if confidence == 0.95 and multiplier is None and method is None:
        options = None
    else:
        options = _make_options(confidence, multiplier, method)

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
    if groups is not None:
        raise NotImplementedError
    result = names[name + "_column"](*columns, options)
    for kind in _ORDER:
        if kind in kinds:
            return _GIVE[kind](result, inputs, kinds)
    return result


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


def _give_pandas(result, inputs, kinds):
    indexed = [
        value.index for value, kind in zip(inputs, kinds) if kind == "pandas" and hasattr(value, "index")
    ]
    if any(not index.equals(indexed[0]) for index in indexed[1:]):
        raise ValueError(
            "the columns have different indexes, so their rows do not belong together: "
            "align them first, or pass .array"
        )
    return result.to_pandas(index=indexed[0] if indexed else None)


_GIVE = {
    "pandas": _give_pandas,
    "polars": lambda result, inputs, kinds: result.to_polars(),
    "pyarrow": lambda result, inputs, kinds: result.to_arrow(),
}


def proportion(numerator, denominator, *, confidence=0.95, multiplier=None, method=None, groups=None):
    """A proportion with its interval (Wilson's score method).

    Two numbers give a :class:`marmot.Estimate`. Columns give a row each, as the
    same kind of columns: a pandas or polars DataFrame, a pyarrow Table, or
    :class:`marmot.Estimates` for lists, numpy arrays and marmot's own columns.

    ``confidence`` is a level or several; ``multiplier`` is 100 for percentages;
    ``method`` is a :class:`marmot.Method` or its short name.
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
