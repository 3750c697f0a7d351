# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every type of the library feels like Python: equality, hash, repr, pickling."""

import copy
import pickle

import marmot
import pytest
from gi.repository import GObject

# One of each boxed type, and another that differs. A new type is added here; the
# last test holds that none is forgotten.
SAMPLES = {
    "Column": lambda: (marmot.Column([1.0, None, 3.0]), marmot.Column([1.0, None, 4.0])),
    "Estimate": lambda: (marmot.proportion(469, 2780), marmot.proportion(468, 2780)),
    "Estimates": lambda: (marmot.rate([1, 2], [10, 10]), marmot.rate([1, 3], [10, 10])),
    "Finding": lambda: (
        marmot.Finding.new("csv.ragged", "error", "a.csv", 3, None, None, "Too few cells", "Add one"),
        marmot.Finding.new("csv.ragged", "error", "a.csv", 4, None, None, "Too few cells", "Add one"),
    ),
    "Groups": lambda: (
        marmot.Groups.new_from_codes([0, 1, 0], 2), marmot.Groups.new_from_codes([0, 1, 1], 2)
    ),
    "Measure": lambda: (
        marmot.Measure.new(469, 2780, 3, ["under 18"], [4], marmot.proportion(469, 2780), marmot.Column([0, 7])),
        marmot.Measure.new(469, 2780, 3, ["under 18"], [5], None, None),
    ),
    "Period": lambda: (
        marmot.Period.parse("2017/18 Q1", "financial"), marmot.Period.parse("2017/18 Q2", "financial")
    ),
    "Table": lambda: (
        marmot.Table.new(["a"], [marmot.Column([1])]), marmot.Table.new(["a"], [marmot.Column([2])])
    ),
    "Value": lambda: (marmot.Value.parse("5.0%"), marmot.Value.parse("6.0%")),
}
BOXED = sorted(
    name
    for name in marmot.__all__
    if isinstance(getattr(marmot, name), type) and issubclass(getattr(marmot, name), GObject.GBoxed)
)


def offers(name, method):
    return hasattr(getattr(marmot, name), method)


@pytest.mark.parametrize("name", BOXED)
def test_what_a_boxed_type_has_works(name):
    one, other = SAMPLES[name]()
    again, _ = SAMPLES[name]()

    if offers(name, "equal"):
        assert one == again and not one != again
        assert one != other and not one == other
        assert one != "something else"
    if offers(name, "hash"):
        assert hash(one) == hash(again)
        assert len({one, again, other}) == 2
    if offers(name, "to_string"):
        assert repr(one) == f"<marmot.{name} {one}>"
    if offers(name, "compare"):
        assert one < other and other > one and one <= again and one >= again
        assert sorted([other, one]) == [one, other]
        with pytest.raises(TypeError):
            one < 1
    if offers(name, "serialize"):
        assert isinstance(one.serialize(), bytes)
        assert type(one).deserialize(one.serialize()) == one
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(one, protocol)) == one
        with pytest.raises(marmot.ParseError):
            type(one).deserialize(b"\0")
    assert copy.copy(one) is one
    assert copy.deepcopy([one])[0] is one


@pytest.mark.parametrize("name", BOXED)
def test_getters_are_properties(name):
    cls = getattr(marmot, name)
    for getter in dir(cls):
        if getter.startswith("get_") and not getattr(cls, getter).__doc__.partition("(")[2].startswith(")"):
            continue
        if getter.startswith("get_"):
            assert isinstance(getattr(cls, getter[4:]), property), getter


def test_every_boxed_type_has_a_sample():
    assert set(BOXED) == set(SAMPLES), "add one of the new type, and another, to SAMPLES"


def test_an_enumeration_shows_its_names():
    assert repr(marmot.Method.EXACT_POISSON) == "<marmot.Method.EXACT_POISSON>"
    assert str(marmot.Method.EXACT_POISSON) == f"{marmot.Method.EXACT_POISSON}" == "exact-poisson"
    assert pickle.loads(pickle.dumps(marmot.Method.WILSON)) is not None
    assert pickle.loads(pickle.dumps(marmot.Method.WILSON)) == marmot.Method.WILSON


def test_a_member_by_its_short_name():
    finding = marmot.Finding.new("csv.ragged", "warning", None, 0, None, None, "Text", "Do this")
    assert finding.severity == marmot.Severity.WARNING
    with pytest.raises(ValueError, match="'error'"):
        marmot.Finding.new("csv.ragged", "terrible", None, 0, None, None, "Text", "Do this")


def test_flags_may_be_left_out():
    assert marmot.Value.parse("5.0") == marmot.Value.parse("5.0", 0)
    assert marmot.Value.parse(text="5.0") == marmot.Value.parse("5.0", flags=0)
    with pytest.raises(TypeError):
        marmot.Value.parse()


def test_options_show_what_they_hold():
    options = marmot.IntervalOptions(confidence=0.9, method="byar")
    assert repr(options) == "<marmot.IntervalOptions method=byar test=default multiplier=0.0 confidence=0.9>"
    options.multiplier = 100
    assert options.multiplier == 100
    assert list(options.levels) == [0.9]


def test_an_exception_travels():
    with pytest.raises(marmot.ParseError) as caught:
        marmot.Estimate.deserialize(b"no estimate")
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(error) is marmot.ParseError
    assert error.code == marmot.ErrorCode.PARSE
    assert str(error) == error.message == caught.value.message
    assert isinstance(error, (marmot.Error, ValueError))


@pytest.mark.parametrize(
    "name, builtin",
    [("FileError", OSError), ("NotFoundError", LookupError), ("ColumnTypeError", TypeError)],
)
def test_exceptions_are_also_what_python_calls_them(name, builtin):
    error = getattr(marmot, name)("message", 3)
    assert isinstance(error, builtin)
    assert str(error) == "message"


def test_every_code_has_an_exception():
    from marmot import _errors

    assert {m.value_nick for m in marmot.ErrorCode.__enum_values__.values()} == set(_errors._CLASSES)
