# SPDX-License-Identifier: LGPL-2.1-or-later
"""The exceptions of the package, made from the error codes of the library."""

from gi.repository import GLib

from ._load import Marmot

ErrorCode = Marmot.Error

_DOMAIN = GLib.quark_to_string(Marmot.error_quark())


def _member(code):
    """The member of an error code, or the number itself if it is of a later version."""
    return ErrorCode(code) if code in ErrorCode.__enum_values__ else code


class Error(Exception):
    """Something that the library could not do, and what to do about it.

    ``code`` is the member of :class:`marmot.ErrorCode`, or None if the error is
    not the library's own; ``message`` is the text; ``findings`` are all that was found
    wrong, where data were checked. Messages never carry the value of a cell.
    """

    code = None
    findings = ()

    def __init__(self, message="", code=None):
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = _member(code)

    def __str__(self):
        return self.message

    def __reduce__(self):
        code = None if self.code is None else int(self.code)
        return type(self), (self.message, code), {"findings": self.findings}


class FaultWarning(UserWarning):
    """Something was read, and something of it was left out or could not be read.

    ``findings`` say what and where. Neither they nor the message carry the value of a cell.
    """

    def __init__(self, message="", findings=()):
        super().__init__(message)
        self.findings = tuple(findings)


class InvalidArgumentError(Error, ValueError):
    """An argument or option is outside its range."""


class ParseError(Error, ValueError):
    """A text is not of the form that it should have."""


class EncodingError(Error, ValueError):
    """A text is not UTF-8."""


class TooLargeError(Error, ValueError):
    """An input is larger than the limit set for it."""


class InvalidDataError(Error, ValueError):
    """The data break a rule."""


class ColumnTypeError(Error, TypeError):
    """A column is of another type than is asked for."""


class LengthError(Error, ValueError):
    """Columns that belong together differ in length."""


class NotFoundError(Error, LookupError):
    """What is named does not exist."""


class NotAdditiveError(Error, ArithmeticError):
    """Figures that cannot be added were to be added or subtracted."""


class FileError(Error, OSError):
    """A file could not be read or written."""


_CLASSES = {
    "invalid-argument": InvalidArgumentError,
    "parse": ParseError,
    "encoding": EncodingError,
    "too-large": TooLargeError,
    "invalid-data": InvalidDataError,
    "type": ColumnTypeError,
    "length": LengthError,
    "not-found": NotFoundError,
    "not-additive": NotAdditiveError,
    "io": FileError,
}


def convert(error):
    """The exception for a GLib.Error, or that error itself if it is of another
    library."""
    if error.domain != _DOMAIN:
        return error
    code = _member(error.code)
    return _CLASSES.get(getattr(code, "value_nick", None), Error)(error.message, code)
