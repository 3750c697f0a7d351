#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the JSON Schemas that the library makes into doc/schema.

Usage: PYTHONPATH=build/plain/bindings/python build/venv/bin/python doc/write-schemas.py

assessment-template.schema.json is written by hand, and left as it is.
"""
import pathlib
import re

import marmot

FOLDER = pathlib.Path(__file__).resolve().parent / "schema"


def make_schemas():
    """The schema of every type that stands in a file of its own, by the name of its file."""
    schemas = {}
    for name in marmot.__all__:
        thing = getattr(marmot, name)
        if isinstance(thing, type) and hasattr(thing, "new_from_json") and hasattr(thing, "diff_to_text"):
            kebab = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
            schemas[f"{kebab}.schema.json"] = marmot.make_json_schema(thing)
    return schemas


if __name__ == "__main__":
    for name, schema in make_schemas().items():
        (FOLDER / name).write_text(schema, encoding="utf-8")
