# SPDX-License-Identifier: LGPL-2.1-or-later
"""Periods of care, and rules on episode logic. Everything is computed by the library."""

from ._care import _year
from ._episodes import period_to_c
from ._load import Marmot

Set = Marmot.EpisodeSet
Spells = Marmot.SpellSet
Spell = Marmot.Spell
Return = Marmot.CareReturn

# The library's own, before this module puts its own on the classes.
_link = Set.link
_check = Return.check


def _made(kind, options, given):
    """Options of a kind, which are there or made of keywords."""
    if options is not None and given:
        raise TypeError("pass options or single ones, and not both")
    return kind(**given) if given else options


def _link_set(self, options=None, **conventions):
    """The periods of care, as :class:`marmot.SpellSet`.

    The conventions are the properties of :class:`marmot.SpellOptions`, such as
    ``temporary_counts``; or pass them as ``options``.
    """
    return _link(self, _made(Marmot.SpellOptions, options, conventions))


def _check_return(self, options=None, **given):
    """Which rows break which rules on episode logic, as :class:`marmot.CheckResult`.

    ``year`` is 2024 or "2024/25", ``rules`` are :class:`marmot.EpisodeRules`; those and the
    others are the properties of :class:`marmot.CheckOptions`, or pass them as ``options``.
    """
    if "year" in given:
        given["year"] = _year(given["year"])
    return _check(self, _made(Marmot.CheckOptions, options, given))


def _of_period(call):
    """Lets a call take a period as text; a year alone is a financial year, as care counts."""

    def function(self, period):
        return call(self, period_to_c(period, "financial"))

    function.__name__ = function.__qualname__ = call.__name__
    function.__doc__ = call.__doc__
    function.__module__ = "marmot"
    return function


def install():
    """Puts all this on the classes."""
    Set.link = _link_set
    Return.check = _check_return
    for cls, names in (
        (Spells, ("open_during", "started_in", "ended_in", "count_placements", "count_moves", "count_days")),
        (Spell, ("count_placements", "count_moves")),
    ):
        for name in names:
            setattr(cls, name, _of_period(getattr(cls, name)))


install()
