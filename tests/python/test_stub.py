# SPDX-License-Identifier: LGPL-2.1-or-later
"""The stub says what is there, and everything public says what it is for."""

import ast
import inspect
from pathlib import Path

import marmot
import pytest

STUB = ast.parse(Path(marmot.__file__).with_name("__init__.pyi").read_text())
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}
FUNCTIONS = {node.name: node for node in STUB.body if isinstance(node, ast.FunctionDef)}
PUBLIC = [name for name in CLASSES if not name.startswith("_")]


@pytest.mark.parametrize("name", PUBLIC)
def test_a_class_has_what_the_stub_says(name):
    cls = getattr(marmot, name)
    for node in CLASSES[name].body:
        if isinstance(node, ast.FunctionDef) and node.name != "__getattr__":
            assert hasattr(cls, node.name), node.name
            is_property = any(getattr(d, "id", "") == "property" for d in node.decorator_list)
            assert isinstance(inspect.getattr_static(cls, node.name), property) == is_property, node.name
    if issubclass(cls, Exception):
        bases = [getattr(b, "id", None) for b in CLASSES[name].bases]
        assert bases == [b.__name__ for b in cls.__bases__]


@pytest.mark.parametrize("name", [n for n in FUNCTIONS if not n.startswith("_")])
def test_a_function_takes_what_the_stub_says(name):
    function = inspect.signature(getattr(marmot, name))
    stub = FUNCTIONS[name].args
    # The last overload is the widest.
    assert [p.name for p in function.parameters.values() if p.kind == p.POSITIONAL_OR_KEYWORD] == [
        a.arg for a in stub.args
    ]
    assert [p.name for p in function.parameters.values() if p.kind == p.KEYWORD_ONLY] == [
        a.arg for a in stub.kwonlyargs
    ]


def test_what_is_ours_is_documented():
    ours = [
        thing
        for name in marmot.__all__
        for thing in [getattr(marmot, name)]
        if not hasattr(thing, "__info__") and not hasattr(thing, "__gtype__") and callable(thing)
    ]
    assert len(ours) > 10
    for thing in ours:
        assert thing.__doc__, thing
    for cls in (marmot.Column, marmot.Estimate, marmot.Estimates, marmot.Table):
        for name in vars(cls):
            if not name.startswith("_"):
                assert inspect.getattr_static(cls, name).__doc__ or getattr(cls, name).__doc__, (cls, name)
