# SPDX-License-Identifier: LGPL-2.1-or-later
"""The statistics that take several columns by their names: a table or data frame
in, and one of the same kind out. Everything is computed by the library."""

import math
import numbers

from . import _columns, _statistics, _tables
from ._load import Marmot
from ._patch import names

_PACKAGES = ("pandas", "polars", "pyarrow")


def _kind(figures):
    package = type(figures).__module__.partition(".")[0]
    return package if package in _PACKAGES else None


def _grouping(table, groups):
    """Groups by the names of columns of the figures, or by whatever groups() takes."""
    if groups is None or isinstance(groups, Marmot.Groups):
        return groups
    if isinstance(groups, str):
        groups = [groups]
    if isinstance(groups, (list, tuple)) and groups and all(isinstance(name, str) for name in groups):
        return Marmot.Groups.new_from_table(table, list(groups))
    return _statistics.make_groups(groups)


def read(figures, groups):
    """The figures as a table, and the groups of its rows."""
    columns = figures.values() if isinstance(figures, dict) else [figures]
    _columns.check_indexes([*columns, *_statistics._group_columns(groups)])
    table = _tables.table(figures)
    return table, _grouping(table, groups)


def give(kind, keys, result):
    """The result as a table of the kind that came in, with the keys beside it."""
    if keys is not None:
        result = _statistics._beside(keys, result)
    return _statistics._give_table(kind, result)


def run(name, figures, groups, *rest):
    """Calls the statistic of this name over figures and groups."""
    table, grouping = read(figures, groups)
    result = names[name](table, grouping, *rest)
    return give(_kind(figures), grouping.get_keys() if grouping is not None else None, result)


def give_rows(figures, compute):
    """What comes of the figures as a table, in the kind that came in."""
    return give(_kind(figures), None, compute(_tables.table(figures)))


def run_rows(name, figures, groups, *rest):
    """The same as run() for a statistic with a row a row of the figures: no keys beside."""
    return give(_kind(figures), None, names[name](*read(figures, groups), *rest))


def interval(confidence, multiplier, method, test=None):
    """The interval options, or None for the defaults."""
    return _statistics._make_options(confidence, multiplier, method, test)


def options(of, /, **properties):
    """Options of a type. GObject would warn of a number that is none, and take the default
    in place of it."""
    for name, value in properties.items():
        if isinstance(value, numbers.Real) and not math.isfinite(value):
            raise ValueError(f"{name} is not a number")
    return of(**properties)


def _standardisation(standard, confidence, multiplier, method, minimum_count, missing_is_zero):
    if isinstance(standard, str):
        standard = names["StandardPopulation"].new_builtin(standard)
    return options(
        Marmot.StandardisationOptions,
        interval=interval(confidence, multiplier, method),
        standard=standard,
        minimum_count=minimum_count,
        missing_is_zero=missing_is_zero,
    )


def direct_rates(
    figures, *, groups=None, standard=None, confidence=0.95, multiplier=None, method=None,
    minimum_count=10, missing_is_zero=False,
):
    """Directly standardised rates, with the crude rates beside them.

    ``figures`` is a data frame, a table or a dictionary of columns, a row a band:
    "count", "population", and "band" where ``standard`` is a
    :class:`marmot.StandardPopulation` or the name of one that is built in, or
    "weight" where it is not; "frequency" too, where persons have several events.

    ``groups`` is the name of a column of the figures, several names, or what
    :func:`marmot.groups` takes. The result has a row a group, with the keys first,
    as the kind of table that the figures are.
    """
    chosen = _standardisation(standard, confidence, multiplier, method, minimum_count, missing_is_zero)
    return run("direct_rates", figures, groups, chosen)


def indirect_rates(
    figures, *, observed=None, groups=None, confidence=0.95, multiplier=None, method=None,
    missing_is_zero=False,
):
    """Indirectly standardised rates, with the crude rates beside them.

    ``figures`` has a row a band: "count", "population", "reference_count" and
    "reference_population". Where the events are not known by band, ``observed`` is a
    table of the columns that the groups go by and "count", a row a group.

    Takes groups and gives tables as :func:`marmot.direct_rates` does.
    """
    return _indirect("indirect_rates", figures, observed, groups, confidence, multiplier, method, missing_is_zero)


def indirect_ratios(
    figures, *, observed=None, groups=None, confidence=0.95, multiplier=None, method=None,
    missing_is_zero=False,
):
    """Indirectly standardised ratios: events over those expected at the rates of the
    reference. Takes what :func:`marmot.indirect_rates` does; ``multiplier`` is 1 if
    left out, and 100 for a standardised mortality ratio as it is usually printed."""
    return _indirect("indirect_ratios", figures, observed, groups, confidence, multiplier, method, missing_is_zero)


def _indirect(name, figures, observed, groups, confidence, multiplier, method, missing_is_zero):
    chosen = _standardisation(None, confidence, multiplier, method, 0, missing_is_zero)
    table, grouping = read(figures, groups)
    totals = None if observed is None else _tables.table(observed)
    result = names[name](table, totals, grouping, chosen)
    return give(_kind(figures), grouping.get_keys() if grouping is not None else None, result)


def years_lost_rates(
    figures, *, groups=None, standard=None, confidence=0.95, multiplier=None, method=None,
    minimum_count=10, missing_is_zero=False,
):
    """Years of life lost, standardised and crude.

    Takes and gives what :func:`marmot.direct_rates` does; "count" is deaths, and
    "years" what each of the row's deaths lost, as :func:`marmot.years_to_age` makes.
    """
    chosen = _standardisation(standard, confidence, multiplier, method, minimum_count, missing_is_zero)
    return run("years_lost_rates", figures, groups, chosen)


def _life_options(
    confidence, infant_part, minimum_population, minimum_deaths, maximum_width, deaths_over_population
):
    return options(
        Marmot.LifeTableOptions,
        interval=interval(confidence, None, None),
        infant_part=infant_part,
        minimum_population=minimum_population,
        minimum_deaths=minimum_deaths,
        maximum_width=maximum_width,
        deaths_over_population=deaths_over_population,
    )


def life_tables(
    figures, *, groups=None, confidence=0.95, infant_part=0.1, minimum_population=5000,
    minimum_deaths=0, maximum_width=20, deaths_over_population=False,
):
    """Abridged life tables, a row a group and band, with the life expectancy at every
    age.

    ``figures`` has a row a band, of any ascending bands: "age" or "band", "deaths",
    "population", and for healthy life expectancy "share" and "share_variance". The
    rules for what is not shown are those of :class:`marmot.LifeTableOptions`; 0 is no
    rule. Takes groups and gives tables as :func:`marmot.direct_rates` does.
    """
    chosen = _life_options(
        confidence, infant_part, minimum_population, minimum_deaths, maximum_width, deaths_over_population
    )
    return give(_kind(figures), None, names["life_tables"](*read(figures, groups), chosen))


def life_expectancies(
    figures, *, age=0, groups=None, confidence=0.95, infant_part=0.1, minimum_population=5000,
    minimum_deaths=0, maximum_width=20, deaths_over_population=False,
):
    """Life expectancy at one age, a row a group; healthy life expectancy too where
    the figures have shares. Takes what :func:`marmot.life_tables` does."""
    chosen = _life_options(
        confidence, infant_part, minimum_population, minimum_deaths, maximum_width, deaths_over_population
    )
    return run("life_expectancies", figures, groups, age, chosen)


def life_gaps(
    figures, *, groups=None, confidence=0.95, infant_part=0.1, minimum_population=5000,
    minimum_deaths=0, maximum_width=20, deaths_over_population=False,
):
    """Gaps in life expectancy between two populations, taken apart by age, and by
    cause and health where the figures have "cause" and "share".

    Takes what :func:`marmot.life_tables` does, and "second": 0 in the rows of the
    first population of a group, 1 in those of the second. For one pair of tables see
    :class:`marmot.LifeGap`.
    """
    chosen = _life_options(
        confidence, infant_part, minimum_population, minimum_deaths, maximum_width, deaths_over_population
    )
    return give(_kind(figures), None, names["life_gaps"](*read(figures, groups), chosen))


def _list(columns):
    return [columns] if isinstance(columns, str) else list(columns or [])


def totals(figures, *, keys=None, sums=None, values=None):
    """What the rows of each group come to, as :class:`marmot.Totals`: values that add up
    with ``+`` and ``sum()``, and travel by pickle, so that parts of the data may be read
    one after the other, or each by another machine.

    ``keys`` are the columns that say which group a row is of, ``sums`` columns to add up,
    and ``values`` those of which mean and standard deviation are wanted; each one name
    or several. ``to_table()`` has what the statistics take.
    """
    return names["Totals"].new(_tables.table(figures), _list(keys), _list(sums), _list(values))
