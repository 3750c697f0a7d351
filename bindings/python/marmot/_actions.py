# SPDX-License-Identifier: LGPL-2.1-or-later
"""Actions and the documents that they stand in. Everything is computed by the library."""

import datetime
from collections.abc import Mapping

from gi.repository import Gio, GObject

from ._errors import Error
from ._load import Marmot
from ._patch import member, names

_IN_DOCUMENTS = (
    "Action", "ActionChange", "ActionLink", "ActionNote", "Evidence", "Meeting", "Promise",
    "PromiseRating", "SelfJudgement", "VoiceItem", "WorkforceOccupation", "WorkforceRole",
)
_ON_FILE = (
    "ActionPlan", "ForwardPlan", "Pledge", "SelfEvaluation", "VoiceTracker", "Workforce",
)

Action = Marmot.Action
ActionPlan = Marmot.ActionPlan
VoiceItem = Marmot.VoiceItem
VoiceTracker = Marmot.VoiceTracker
SelfEvaluation = Marmot.SelfEvaluation
Workforce = Marmot.Workforce


def to_period(value):
    """A period for text such as "2018-02-05" or "2017/18", or for a datetime.date."""
    if isinstance(value, str):
        return Marmot.Period(value)
    if isinstance(value, datetime.date):
        return Marmot.Period.new_day(value)
    return value


def _to_day(value):
    value = to_period(value)
    if value is not None and value.get_kind() != Marmot.PeriodKind.DAY:
        raise ValueError("one day belongs here: give a datetime.date, or a text such as \"2018-02-05\"")
    return value


def _value(value):
    if isinstance(value, str):
        return Marmot.Value.parse(value)
    return value if value is None or isinstance(value, Marmot.Value) else Marmot.Value(value)


def _text(value):
    if value is not None and not isinstance(value, str):
        raise TypeError(f"a text belongs here, and not {type(value).__name__}")
    return value


def _texts(value):
    if value is None:
        return []
    texts = [] if isinstance(value, str) else list(value)
    if isinstance(value, str) or not all(isinstance(text, str) for text in texts):
        raise TypeError("a list of texts belongs here")
    return texts


def _number(value):
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("a whole number of 0 or more belongs here")
    return value


def _truth(value):
    if not isinstance(value, bool):
        raise TypeError(f"True or False belongs here, and not {type(value).__name__}")
    return value


def _converter(pspec):
    kind = pspec.value_type
    if kind == Marmot.Period.__gtype__:
        return _to_day if pspec.blurb == "one day" else to_period
    if kind == Marmot.Value.__gtype__:
        return _value
    if kind.is_a(GObject.TYPE_ENUM):
        enumeration = getattr(Marmot, kind.name.removeprefix("Marmot"))
        return lambda value: member(enumeration, value)
    return {
        GObject.TYPE_BOOLEAN: _truth, GObject.TYPE_STRING: _text, GObject.TYPE_STRV: _texts, GObject.TYPE_UINT: _number,
    }.get(kind)


def _property(cls, name, converter):
    setter = getattr(cls, f"set_{name}")
    return property(getattr(cls, f"get_{name}"), lambda self, value: setter(self, converter(value)))


def _named(name, converter):
    """What is wrong with a value says of which field it is."""
    def convert(value):
        try:
            return converter(value)
        except Error as error:
            raise type(error)(f"{name}: {error}", error.code) from None
        except (TypeError, ValueError) as error:
            raise type(error)(f"{name}: {error}") from None

    return convert


def _item(store, item):
    """What a list holds, for itself or for a dict of its fields."""
    cls = store.get_item_type().pytype
    if isinstance(item, Mapping):
        return cls(**item)
    if not isinstance(item, cls):
        raise TypeError(
            f"this list holds marmot.{cls.__name__} and not {type(item).__name__}: give one, or a dict of its fields"
        )
    return item


def _list_property(cls, name):
    get = getattr(cls, f"get_{name}")

    def put(self, items):
        store = get(self)
        made = [_item(store, item) for item in items or ()]
        store.splice(0, len(store), made)

    return property(get, put, None, get.__doc__)


def _refuse_name(cls, name, known, fixed):
    if name in fixed:
        return f"the {name} of marmot.{cls.__name__} is not set: it follows from what is done, as by move_to()"
    return f"marmot.{cls.__name__} has no {name!r}; there are: {', '.join(known)}"


def install_fields(cls):
    """Fields by their own kinds of values, also as keywords; lists may be set whole."""
    converters, lists, known, fixed = {}, set(), [], set()
    for pspec in cls.list_properties():
        name = pspec.name.replace("-", "_")
        if pspec.value_type == Gio.ListStore.__gtype__:
            lists.add(name)
            setattr(cls, name, _list_property(cls, name))
        elif not pspec.flags & GObject.ParamFlags.WRITABLE:
            fixed.add(name)
            continue
        elif converter := _converter(pspec):
            converters[name] = converter = _named(name, converter)
            setattr(cls, name, _property(cls, name, converter))
        known.append(name)
    own, set_attribute = cls.__init__, cls.__setattr__

    def __init__(self, **fields):
        for name in fields:
            if name not in known:
                raise TypeError(_refuse_name(cls, name, known, fixed))
        held = {name: fields.pop(name) for name in list(fields) if name in lists}
        own(self, **{n: converters[n](v) if n in converters else v for n, v in fields.items()})
        for name, items in held.items():
            setattr(self, name, items)

    def __setattr__(self, name, value):
        # A field that is misspelt would be kept in Python alone, and lost.
        if name in fixed or not (name.startswith("_") or hasattr(cls, name)):
            raise AttributeError(_refuse_name(cls, name, known, fixed))
        set_attribute(self, name, value)

    copy = cls.copy
    cls.__init__ = __init__
    cls.__setattr__ = __setattr__
    cls.__copy__ = lambda self: copy(self)
    cls.__deepcopy__ = lambda self, memo: copy(self)


def install_file(cls):
    from_file, save, from_json = cls.new_from_file, cls.save, cls.new_from_json

    def read(file):
        """Reads it from a file: a path or a Gio.File."""
        return from_file(file, None)

    def parse(text):
        """Reads it from a text or bytes of JSON."""
        return from_json(text.encode() if isinstance(text, str) else text)

    def save_to(self, file, cancellable=None):
        """Writes it to a file; what that held stays until all is written."""
        return save(self, file, cancellable)

    cls.read = staticmethod(read)
    cls.parse = staticmethod(parse)
    cls.save = save_to


_own = {
    (cls, name): getattr(cls, name)
    for cls, methods in (
        (Action, ("find_note", "get_age", "is_stale", "move_to", "check")),
        (ActionPlan, ("list_stale", "measure", "summarise", "to_table")),
        (VoiceItem, ("get_days_to_tell",)),
        (VoiceTracker, ("measure_loop_closure",)),
        (SelfEvaluation, ("check", "measure_evidenced")),
        (Workforce, ("compare_leads",)),
    )
    for name in methods
}


def _move_to(self, state, on, reason=None, by=None):
    """Brings the action to another state on a day, and keeps the day and the reason."""
    return _own[Action, "move_to"](self, state, on, reason, by)


def _age_on(self, on):
    """Days since it was raised, up to its end; None if it is not known when it was."""
    known, days = _own[Action, "get_age"](self, on)
    return days if known else None


def _find_note(self, period):
    """The last note that tells of a period, or None."""
    return _own[Action, "find_note"](self, to_period(period))


def _is_stale(self, period):
    """Whether it is open and nobody wrote what became of it in a period."""
    return _own[Action, "is_stale"](self, to_period(period))


def _check_action(self, path=None):
    """The findings on the action alone."""
    return _own[Action, "check"](self, path)


def _list_stale(self, period):
    """The actions without a note for a period."""
    return _own[ActionPlan, "list_stale"](self, to_period(period))


def _measure(self, share, on, period=None, options=None):
    """A share of the actions on a day: "done", "overdue" or "stale"."""
    return _own[ActionPlan, "measure"](self, share, on, to_period(period), options)


def _summarise(self, by, on, period=None):
    """Counts by "plan", "owner-role", "organisation", "theme" or "kind", on a day."""
    return _own[ActionPlan, "summarise"](self, by, on, to_period(period))


def _to_table(self, on, period=None):
    """All actions on a day, a row each."""
    return _own[ActionPlan, "to_table"](self, on, to_period(period))


def _days_to_tell(self):
    """Days from when it was raised to when they were told; None if either is not known."""
    known, days = _own[VoiceItem, "get_days_to_tell"](self)
    return days if known else None


def _measure_loop_closure(self, on, options=None):
    """The share of what had been raised by a day of which those who raised it were told."""
    return _own[VoiceTracker, "measure_loop_closure"](self, on, options)


def _check_evaluation(self, indicators=None):
    """The findings; with the short names of indicators, also on those that are not there."""
    return _own[SelfEvaluation, "check"](self, None if indicators is None else list(indicators))


def _measure_evidenced(self, options=None):
    """The share of the judgements that rest on more than judgement."""
    return _own[SelfEvaluation, "measure_evidenced"](self, options)


def _compare_leads(self, leads, options=None):
    """Who may hold the role of lead practitioner against who does: a dict of sectors."""
    return _own[Workforce, "compare_leads"](self, list(leads), [_number(n) for n in leads.values()], options)


def find_personal_data(text, path=None):
    """Findings on what may be personal data in a text; they never quote it."""
    return _find(text, path)


_find = names["find_personal_data"]


def install():
    """Puts all this on the classes."""
    for name in (*_IN_DOCUMENTS, *_ON_FILE):
        install_fields(getattr(Marmot, name))
    for name in _ON_FILE:
        install_file(getattr(Marmot, name))
    Action.move_to = _move_to
    Action.age_on = _age_on
    Action.find_note = _find_note
    Action.is_stale = _is_stale
    Action.check = _check_action
    ActionPlan.list_stale = _list_stale
    ActionPlan.measure = _measure
    ActionPlan.summarise = _summarise
    ActionPlan.to_table = _to_table
    VoiceItem.days_to_tell = property(_days_to_tell)
    VoiceTracker.measure_loop_closure = _measure_loop_closure
    SelfEvaluation.check = _check_evaluation
    SelfEvaluation.measure_evidenced = _measure_evidenced
    Workforce.compare_leads = _compare_leads


install()
