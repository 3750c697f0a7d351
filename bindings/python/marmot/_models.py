# SPDX-License-Identifier: LGPL-2.1-or-later
"""What single types of the library do in Python beyond what all of them do."""

import datetime

from ._load import Marmot

CodeSet = Marmot.CodeSet
Period = Marmot.Period
Value = Marmot.Value

# The library's own, before this module puts its own on the classes.
_parse_period = Period.parse
_new_value = Value.new


def _period(text, hint="financial"):
    """Reads a period, such as "2023/24", "2020 - 22" or "Dec-24"; ``hint`` is the
    type of year that is meant where the text leaves it open."""
    return _parse_period(text, hint)


def _contains(self, other):
    if isinstance(other, datetime.date):
        return self.contains_day(other)
    return isinstance(other, Period) and self.contains(other)


def _value(value, decimals=-1):
    """A number and the decimals that it was printed with (-1: as many as it
    needs), or a cell as it was published, such as "5.0%", "c" or "N/A"."""
    if isinstance(value, str):
        return Value.parse(value)
    return _new_value(value, decimals)


def _float(self):
    if self.get_state() != Marmot.ValueState.PRESENT:
        raise ValueError(f"this value has no number: it is {self.get_state()}")
    return self.get_number()


def _codes(self):
    return iter(self.list_codes(0))


def _has_code(self, code):
    return isinstance(code, str) and self.find(code) >= 0


def install():
    """Puts all this on the classes."""
    CodeSet.__contains__ = _has_code
    CodeSet.__iter__ = _codes
    CodeSet.__len__ = CodeSet.get_n_codes
    Period.parse = staticmethod(_period)
    Period.__new__ = staticmethod(lambda cls, text, hint="financial": _period(text, hint))
    Period.__init__ = lambda self, *args, **kwargs: None
    Period.__contains__ = _contains
    Value.__new__ = staticmethod(lambda cls, value, decimals=-1: _value(value, decimals))
    Value.__init__ = lambda self, *args, **kwargs: None
    Value.__float__ = _float


install()
