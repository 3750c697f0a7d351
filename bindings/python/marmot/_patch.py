# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes every type of the namespace feel like Python, whatever types there are.

``get_x()`` without arguments becomes the property ``x``; ``equal``, ``hash``,
``compare``, ``to_string`` and ``serialize`` become what Python calls them;
errors become :class:`marmot.Error`; and arguments may be given as Python has
them: a date, bytes, a path, the short name of an enumeration's member, or
anything that can become a column.

The classes are changed in place, since they are what the library returns.
"""

import datetime
import os

from gi.repository import Gio, GLib, GObject

from . import _errors
from ._load import Marmot

# --- arguments and results -----------------------------------------------------


def date_to_c(value):
    """A GLib.Date for a datetime.date, or for a text such as "2025-02-05"."""
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f'{value!r} is not a day: give a datetime.date, or a text such as "2025-02-05"') from None
    if isinstance(value, datetime.date):
        return GLib.Date.new_dmy(value.day, GLib.DateMonth(value.month), value.year)
    return value


def _bytes_to_c(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return GLib.Bytes.new(bytes(value))
    return value


def _file_to_c(value):
    if isinstance(value, (str, os.PathLike)):
        return Gio.File.new_for_path(os.fspath(value))
    return value


def _column_to_c(value):
    if value is None or isinstance(value, Marmot.Column):
        return value
    from ._columns import column

    return column(value)


def _table_to_c(value):
    if value is None or isinstance(value, Marmot.Table):
        return value
    from ._tables import table

    return table(value)


def _groups_to_c(value):
    if value is None or isinstance(value, Marmot.Groups):
        return value
    from ._statistics import make_groups

    return make_groups(value)


def member(enumeration, value):
    """The member of an enumeration for its short name, or for itself."""
    if not isinstance(value, str):
        return value
    nick = value.replace("_", "-").lower()
    for candidate in enumeration.__enum_values__.values():
        if candidate.value_nick == nick:
            return candidate
    names = ", ".join(repr(c.value_nick) for c in enumeration.__enum_values__.values())
    raise ValueError(f"{value!r} is not a marmot.{enumeration.__name__}; there are: {names}")


def _from_c(value):
    if isinstance(value, GLib.Date):
        if not value.valid():
            return None
        return datetime.date(value.get_year(), int(value.get_month()), value.get_day())
    if isinstance(value, GLib.Bytes):
        return value.get_data() or b""
    if isinstance(value, tuple):
        return tuple(_from_c(part) for part in value)
    return value


_TO_C = {
    ("GLib", "Date"): date_to_c,
    ("GLib", "Bytes"): _bytes_to_c,
    ("Gio", "File"): _file_to_c,
    ("Marmot", "Column"): _column_to_c,
    ("Marmot", "Groups"): _groups_to_c,
    ("Marmot", "Table"): _table_to_c,
}
_CONVERTED_RESULTS = {("GLib", "Date"), ("GLib", "Bytes")}


def _interface(type_info):
    """Namespace and name of a type, or None for the basic ones."""
    if type_info.get_tag_as_string() != "interface":
        return None
    interface = type_info.get_interface()
    return interface.get_namespace(), interface.get_name()


def _target(name):
    """The type of that name; None for types of functions, which PyGObject has not."""
    try:
        return getattr(Marmot, name, None)
    except NotImplementedError:
        return None


def _converter(type_info):
    interface = _interface(type_info)
    if interface in _TO_C:
        return _TO_C[interface]
    if interface and interface[0] == "Marmot":
        target = _target(interface[1])
        if isinstance(target, type) and issubclass(target, GObject.GEnum):
            return lambda value: member(target, value)
    return None


def _is_flags(type_info):
    interface = _interface(type_info)
    if not interface or interface[0] != "Marmot":
        return False
    target = _target(interface[1])
    return isinstance(target, type) and issubclass(target, GObject.GFlags)


def _visible_arguments(info):
    """The arguments that PyGObject asks for: not the results, nor the lengths of
    arrays."""
    arguments = info.get_arguments()
    hidden = {
        a.get_type().get_array_length()
        for a in arguments
        if a.get_type().get_tag_as_string() == "array"
    }
    return [
        a for i, a in enumerate(arguments) if i not in hidden and int(a.get_direction()) != 1
    ]


def _results(info):
    yield info.get_return_type()
    for argument in info.get_arguments():
        if int(argument.get_direction()) == 1:
            yield argument.get_type()


def wrap(info, call, has_self, has_findings=False):
    """A function that calls the library and converts what has to be converted, or
    None if there is nothing to convert."""
    converters = {}
    by_name = {}
    visible = _visible_arguments(info)
    # Flags at the end may be left out, and are then none.
    optional = None
    if visible and _is_flags(visible[-1].get_type()):
        optional = visible[-1].get_name()
    n_arguments = len(visible) + has_self
    for i, argument in enumerate(visible):
        converter = _converter(argument.get_type())
        if converter:
            converters[i + has_self] = by_name[argument.get_name()] = converter
    throws = info.can_throw_gerror()
    converts_result = any(_interface(t) in _CONVERTED_RESULTS for t in _results(info))
    if not (throws or converters or converts_result or optional):
        return None

    positions = sorted(converters.items())

    def function(*args, **kwargs):
        if optional and optional not in kwargs and len(args) + len(kwargs) == n_arguments - 1:
            kwargs[optional] = 0
        if positions:
            args = list(args)
            for i, converter in positions:
                if i < len(args):
                    args[i] = converter(args[i])
            for name in kwargs:
                if name in by_name:
                    kwargs[name] = by_name[name](kwargs[name])
        try:
            result = call(*args, **kwargs)
        except GLib.Error as error:
            converted = _errors.convert(error)
            if converted is error:
                raise
            if has_findings:
                converted.findings = tuple(args[0].get_findings())
            raise converted from None
        return _from_c(result) if converts_result else result

    function.__name__ = function.__qualname__ = info.get_name()
    function.__doc__ = info.__doc__
    function.__module__ = "marmot"
    return function


# --- types -----------------------------------------------------------------------


def _wrap_methods(cls):
    has_findings = hasattr(cls, "get_findings")
    for name, info in list(vars(cls).items()):
        if not hasattr(info, "can_throw_gerror"):
            continue
        if info.is_method():
            function = wrap(info, info, has_self=True, has_findings=has_findings)
            if function:
                setattr(cls, name, function)
        else:
            function = wrap(info, getattr(cls, name), has_self=False)
            if function:
                setattr(cls, name, staticmethod(function))


def _add_properties(cls, infos):
    for name, info in infos.items():
        if not name.startswith("get_") or not info.is_method():
            continue
        if info.get_arguments() or info.get_return_type().get_tag_as_string() == "void":
            # Results through arguments are a tuple: that stays a method.
            if not _only_lengths(info):
                continue
        short = name[4:]
        if hasattr(cls, short):
            continue
        setter = infos.get(f"set_{short}")
        if setter is not None and len(_visible_arguments(setter)) != 1:
            setter = None
        getter = vars(cls)[name]
        setattr(cls, short, property(getter, vars(cls)[f"set_{short}"] if setter else None))


def _only_lengths(info):
    """Whether all arguments are the length of the array that is returned."""
    result = info.get_return_type()
    return (
        result.get_tag_as_string() == "array"
        and len(info.get_arguments()) == 1
        and result.get_array_length() == 0
    )


def _unpickle(name, data):
    import marmot

    return getattr(marmot, name).deserialize(data)


def _add_protocols(cls, infos, is_boxed):
    name = cls.__name__

    if "to_string" in infos:
        to_string = vars(cls)["to_string"]

        def __repr__(self):
            return f"<marmot.{name} {to_string(self)}>"

        cls.__repr__ = __repr__
        cls.__str__ = lambda self: to_string(self)

    if "equal" in infos:
        equal = vars(cls)["equal"]

        def __eq__(self, other):
            if not isinstance(other, cls):
                return NotImplemented
            return bool(equal(self, other))

        cls.__eq__ = __eq__
        # Python derives != from ==, but PyGObject's base class has its own.
        cls.__ne__ = lambda self, other: (
            not equal(self, other) if isinstance(other, cls) else NotImplemented
        )

    if "hash" in infos:
        hash_ = vars(cls)["hash"]
        cls.__hash__ = lambda self: hash_(self)

    if "compare" in infos:
        compare = vars(cls)["compare"]

        def ordering(test):
            def method(self, other):
                if not isinstance(other, cls):
                    return NotImplemented
                return test(compare(self, other))

            return method

        cls.__lt__ = ordering(lambda c: c < 0)
        cls.__le__ = ordering(lambda c: c <= 0)
        cls.__gt__ = ordering(lambda c: c > 0)
        cls.__ge__ = ordering(lambda c: c >= 0)

    if "serialize" in infos and "deserialize" in infos:
        serialize = vars(cls)["serialize"]
        cls.__reduce__ = lambda self: (_unpickle, (name, serialize(self)))
        cls.__reduce_ex__ = lambda self, protocol: (_unpickle, (name, serialize(self)))

    # A value that adds to one of its own kind; sum() begins with 0.
    if "add" in infos and [_interface(a.get_type()) for a in infos["add"].get_arguments()] == [("Marmot", name)]:
        add = vars(cls)["add"]

        def __add__(self, other):
            return add(self, other) if isinstance(other, cls) else NotImplemented

        cls.__add__ = __add__
        cls.__radd__ = lambda self, other: self if other == 0 else NotImplemented

    if is_boxed:
        # Every boxed type of the library is immutable, so a copy is itself.
        cls.__copy__ = lambda self: self
        cls.__deepcopy__ = lambda self, memo: self

    if "get_length" in infos and not hasattr(cls, "__len__"):
        get_length = vars(cls)["get_length"]
        cls.__len__ = lambda self: get_length(self)
        # An estimate of no rows is still estimates.
        cls.__bool__ = lambda self: True


def _add_property_repr(cls):
    """A repr that shows the plain properties of an object, such as options."""
    name = cls.__name__

    def __repr__(self):
        parts = []
        for spec in self.list_properties():
            if spec.owner_type.name.startswith("Marmot") and spec.flags & GObject.ParamFlags.READABLE:
                value = self.get_property(spec.name)
                if isinstance(value, (bool, int, float, str)):
                    shown = str(value) if isinstance(value, GObject.GEnum) else repr(value)
                    parts.append(f" {spec.name.replace('-', '_')}={shown}")
        return f"<marmot.{name}{''.join(parts)}>"

    cls.__repr__ = __repr__


def _patch_class(cls):
    infos = {n: i for n, i in vars(cls).items() if hasattr(i, "can_throw_gerror")}
    is_boxed = issubclass(cls, GObject.GBoxed)
    _wrap_methods(cls)
    _add_properties(cls, infos)
    _add_protocols(cls, infos, is_boxed)
    if not is_boxed and "to_string" not in infos:
        _add_property_repr(cls)
    cls.__module__ = "marmot"


def _patch_enum(cls):
    """A member shows its name, and as text it is the short name."""
    cls.__module__ = "marmot"
    if not issubclass(cls, GObject.GEnum):
        return

    def __repr__(self):
        return f"<marmot.{cls.__name__}.{self.value_nick.upper().replace('-', '_')}>"

    cls.__repr__ = __repr__
    cls.__str__ = lambda self: self.value_nick
    cls.__format__ = lambda self, spec: format(self.value_nick, spec)
    for name, info in list(vars(cls).items()):
        if hasattr(info, "can_throw_gerror"):
            function = wrap(info, getattr(cls, name), has_self=False)
            if function:
                setattr(cls, name, staticmethod(function))


def _static_symbols(cls):
    return {i.get_symbol() for i in vars(cls).values() if hasattr(i, "can_throw_gerror")}


def _patch_namespace():
    """The types and functions of the namespace, by name."""
    types = {}
    functions = {}
    constants = {}
    symbols = set()
    for name in dir(Marmot):
        if name.startswith("_"):
            continue
        thing = getattr(Marmot, name)
        if isinstance(thing, type):
            # The class structures of GObject types are of no use in Python.
            if not (name.endswith("Class") and hasattr(Marmot, name[:-5])):
                types[name] = thing
                symbols |= _static_symbols(thing)
        elif hasattr(thing, "can_throw_gerror"):
            functions[name] = thing
        else:
            constants[name] = thing

    for cls in types.values():
        if issubclass(cls, (GObject.GEnum, GObject.GFlags)):
            _patch_enum(cls)
        elif issubclass(cls, (GObject.GBoxed, GObject.Object)):
            _patch_class(cls)
    # The exception has the better claim to the name.
    error_code = types.pop("Error")
    error_code.__name__ = error_code.__qualname__ = "ErrorCode"
    types["ErrorCode"] = error_code

    # A function of a type is found on the type, and there only.
    functions = {
        name: wrap(info, info, has_self=False) or info
        for name, info in functions.items()
        if info.get_symbol() not in symbols
    }
    return {**types, **functions, **constants}


names = _patch_namespace()
