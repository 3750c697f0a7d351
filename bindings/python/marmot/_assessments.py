# SPDX-License-Identifier: LGPL-2.1-or-later
"""Assessments, what they are made of, and their templates. Everything is computed by the
library."""

import datetime
import json
from collections.abc import Mapping

from ._actions import install_fields, install_file
from ._load import Marmot
from ._patch import member

_IN_ASSESSMENTS = (
    "AssessmentEngagement", "AssessmentGroup", "AssessmentOutcome", "AssessmentResponse",
    "AssessmentReview",
)

Assessment = Marmot.Assessment
AssessmentTemplate = Marmot.AssessmentTemplate
Dimension = Marmot.Dimension

_own = {
    (cls, name): getattr(cls, name)
    for cls, methods in (
        (Assessment, (
            "validate", "summarise", "review_state", "get_review_window", "move_to", "supersede", "migrate",
            "to_html", "diff_to_html",
        )),
        (AssessmentTemplate, ("check", "new_from_json", "new_from_file")),
        (Dimension, ("new",)),
    )
    for name in methods
}


def _form(form):
    """A template, for itself or for the name of one that is built in."""
    return AssessmentTemplate.new_builtin(form) if isinstance(form, str) else form


def _page_options(options):
    """Options of a page, or the day as of which it is checked."""
    if isinstance(options, (str, datetime.date)):
        return Marmot.AssessmentPageOptions.new(options)
    return options


def _document(document):
    """Bytes of JSON, for themselves, a text, or a dict of what a file would hold."""
    if isinstance(document, Mapping):
        document = json.dumps(document)
    return document.encode() if isinstance(document, str) else document


def _validate(self, form, day):
    """The findings on a day: what the template asks and nobody answered, and what a reader
    would ask of the answers. The template may be the name of one that is built in."""
    return _own[Assessment, "validate"](self, _form(form), day)


def _summarise(self, form):
    """How much there is of each thing, a row each: what, n and of."""
    return _own[Assessment, "summarise"](self, _form(form))


def _review_state(self, form, day):
    """How it stands with the review on a day."""
    return _own[Assessment, "review_state"](self, _form(form), day)


def _review_window(self, form):
    """The first and the last day on which a review is in time; None if there is to be none
    or the assessment does not say when it was completed."""
    known, first, last = _own[Assessment, "get_review_window"](self, _form(form))
    return (first, last) if known else None


def _move_to(self, state, on, reason=None, by=None, form=None):
    """Brings it to another state on a day, by a role, and keeps a version; approval needs the
    template."""
    return _own[Assessment, "move_to"](self, state, on, reason, by or "", _form(form))


def _supersede(self, successor, on, reason=None, by=None):
    """Says that another assessment takes its place, and keeps a version."""
    return _own[Assessment, "supersede"](self, successor, on, reason, by or "")


def _migrate(self, old_form, new_form, mapping):
    """The same by another template, and a table of what came of each of its parts."""
    return _own[Assessment, "migrate"](self, _form(old_form), _form(new_form), mapping)


def _to_html(self, form, options=None):
    """A page; options may be the day as of which the page says what checking finds."""
    return _own[Assessment, "to_html"](self, _form(form), _page_options(options))


def _diff_to_html(self, newer, options=None):
    """A page of what changed."""
    return _own[Assessment, "diff_to_html"](self, newer, _page_options(options))


def _check_template(document):
    """The findings on a template: a text or bytes of JSON, or a dict of what they say."""
    return _own[AssessmentTemplate, "check"](_document(document))


def _parse_template(document):
    """A template of a text or bytes of JSON, or of a dict of what they say."""
    return _own[AssessmentTemplate, "new_from_json"](_document(document))


def _read_template(file):
    """Reads it from a file: a path or a Gio.File."""
    return _own[AssessmentTemplate, "new_from_file"](file, None)


def _make_dimension(cls, id, label, kind="local", legal_basis=None, definition=None):
    return _own[Dimension, "new"](id, label, member(Marmot.DimensionKind, kind), legal_basis, definition)


def install():
    """Puts all this on the classes."""
    for name in (*_IN_ASSESSMENTS, "Assessment"):
        install_fields(getattr(Marmot, name))
    install_file(Assessment)
    Assessment.validate = _validate
    Assessment.summarise = _summarise
    Assessment.review_state = _review_state
    Assessment.get_review_window = _review_window
    Assessment.move_to = _move_to
    Assessment.supersede = _supersede
    Assessment.migrate = _migrate
    Assessment.to_html = _to_html
    Assessment.diff_to_html = _diff_to_html
    AssessmentTemplate.check = staticmethod(_check_template)
    AssessmentTemplate.parse = staticmethod(_parse_template)
    AssessmentTemplate.read = staticmethod(_read_template)
    Dimension.__new__ = staticmethod(_make_dimension)
    Dimension.__init__ = lambda self, *args, **fields: None


install()
