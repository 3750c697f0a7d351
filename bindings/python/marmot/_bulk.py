# SPDX-License-Identifier: LGPL-2.1-or-later
"""Percentiles of columns, and comparisons, trends and views of whole sets, with
words for what the library has as arguments. Everything is computed by the
library."""

from gi.repository import Gio, GObject

from . import _columns
from ._load import Marmot
from ._patch import member, names
from ._statistics import _check_indexes, _give_table, make_groups
from ._xmr import xmr_options


def _of_column(function, values, groups, *rest):
    kind = _columns.kind_of(values)
    column = _columns.column(values)
    grouping = None
    if groups is not None:
        _check_indexes([values], [kind], groups)
        grouping = make_groups(groups)
    return _give_table(kind if kind in ("pandas", "polars", "pyarrow") else None,
                       function(column, grouping, *rest))


def percentiles(values, percents, *, groups=None, rule="type-7", min_values=4):
    """Percentiles of a column, such as ``[25, 50, 75]``, in a row; with ``groups``, a
    column or several of them or a data frame, in a row a group, with the keys beside.

    ``rule`` is "type-7" (linear interpolation, as numpy and R do) or "fingertips"
    (the same to ten decimals, as Fingertips cuts quintiles). Groups with fewer than
    ``min_values`` values have none, and the status says so. What comes out is a
    pandas or polars DataFrame or a pyarrow Table if that went in, and a
    :class:`marmot.Table` otherwise.
    """
    return _of_column(names["percentiles"], values, groups, [float(p) for p in percents],
                      member(Marmot.PercentileRule, rule), _fewest(min_values))


def summary(values, *, groups=None, kind="seven", rule="type-7", min_values=4):
    """The numbers of a box plot: minimum, 5th and 25th percentile, median, 75th and
    95th percentile and maximum, or, of ``kind`` "five", those without the 5th and 95th.

    Takes and gives what :func:`marmot.percentiles` does.
    """
    return _of_column(names["summary"], values, groups, member(Marmot.SummaryKind, kind),
                      member(Marmot.PercentileRule, rule), _fewest(min_values))


def _fewest(min_values):
    if min_values < 1:
        raise ValueError("percentiles are made of at least one value")
    return min_values


# --- whole sets --------------------------------------------------------------------

Set = Marmot.ObservationSet

# The library's own, before this module puts its own on the class.
_compare_set = Set.compare
_find_trends = Set.trends
_find_xmr = Set.xmr


def _list(items):
    """A list of indicators and specifications, or of specifications by indicator."""
    if isinstance(items, Gio.ListModel):
        return items
    store = Gio.ListStore.new(GObject.Object.__gtype__)
    if isinstance(items, dict):
        items = [spec.with_indicator(str(indicator)) for indicator, spec in items.items()]
    for item in items:
        store.append(item)
    return store


def _benchmark(benchmark):
    if not isinstance(benchmark, str):
        return benchmark
    if benchmark == "parent":
        return Marmot.Benchmark.new_parent()
    return Marmot.Benchmark.new_area(benchmark)


def compare_set(
    self, benchmark, *, spec=None, indicators=(), method=None, polarity=None, confidence=0.95, multiplier=1.0,
    vocabulary="fingertips",
):
    """Holds the whole set against its benchmark: a row for each figure, with code,
    label, reason, method and the benchmark, as a :class:`marmot.Table`.

    ``benchmark`` is the code of an area, such as "E92000001", "parent" for the area
    that each lies in, or a :class:`marmot.Benchmark`, such as an average of
    neighbours.

    ``indicators`` says how to compare each: a list of :class:`marmot.Indicator` or of
    specifications with an indicator, or a dictionary of
    :class:`marmot.ComparisonSpec` by the number or code of the indicator. For all
    others ``spec`` counts, or what ``polarity`` and ``method`` say; without those they
    are not compared.
    """
    if spec is None and (polarity is not None or method is not None):
        spec = Marmot.ComparisonSpec.new_full(
            member(Marmot.ComparisonMethod, method or "automatic"),
            member(Marmot.Polarity, polarity or "unstated"),
            confidence, multiplier, Marmot.Comparator.UNSTATED,
            member(Marmot.ComparisonVocabulary, vocabulary),
        )
    return _compare_set(self, _benchmark(benchmark), spec, _list(indicators))


def trends(self, rule="fingertips", *, indicators=(), value_type="other", polarity="unstated", options=None):
    """The recent trend of every series of the set, as a :class:`marmot.Table`: a row
    for each indicator, area, sex, age and category.

    ``rule`` is "fingertips" or "ohid-guidance". What type the values are of and which
    direction is good is said by ``indicators``, a list of :class:`marmot.Indicator`;
    for all others by ``value_type`` and ``polarity``, or by ``options``.
    """
    if options is None:
        options = Marmot.TrendOptions.new(
            member(Marmot.TrendRule, rule), member(Marmot.ValueType, value_type), member(Marmot.Polarity, polarity)
        )
    return _find_trends(self, options, _list(indicators))


def xmr(self, *, indicators=(), targets=(), **options):
    """The XmR charts of every series of the set, exceptions first, as a
    :class:`marmot.Table`: a row for each indicator, area, sex, age and category.

    ``indicators``, a list of :class:`marmot.Indicator`, says which direction is good, and
    ``targets`` is a list of :class:`marmot.Target`; ``options`` are those of
    :func:`marmot.xmr_options`.
    """
    return _find_xmr(self, xmr_options(**options), _list(indicators), _list(targets))


def spine(self, area, benchmark, *, indicators=(), always_show=False):
    """The numbers of spine charts for an area: see :func:`marmot.view_spine`."""
    return names["view_spine"](self, area, benchmark, _list(indicators), always_show)


def _view(name, doc):
    function = names[f"view_{name}"]

    def view(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    view.__name__ = view.__qualname__ = name
    view.__doc__ = doc
    return view


def install():
    """Puts all this on the class."""
    Set.compare = compare_set
    Set.trends = trends
    Set.xmr = xmr
    Set.spine = spine
    Set.ranked = _view("ranked", "One indicator over areas, from the lowest value up.")
    Set.series = _view("series", "One series over time.")
    Set.profile = _view("profile", "The latest figures of one area, by its code.")
    Set.newly_worse = _view("newly_worse", "What was not worse before and is now, by a column of labels.")
    Set.worse_and_worsening = _view("worse_and_worsening", "Red and getting worse, by a column of labels.")
    Set.exceptions = _view("exceptions", "The whole set, exceptions first, by a column of labels.")


install()
