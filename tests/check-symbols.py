#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds the exported symbols of the library against its description and headers.

Usage: check-symbols.py LIBRARY GIR HEADER...

- Every exported symbol begins with marmot_ and is a function of the .gir
  (a function that is marked (skip) stands there too) or its get_type function.
- Every function of the .gir and of the headers is exported.
- Every function of the headers has a comment that says Since.
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"

COMMENT = re.compile(r"/\*\*\n \* (marmot_\w+):(.*?)\*/", re.DOTALL)
DECLARATION = re.compile(r"^(?:MARMOT_AVAILABLE_IN_\w+|MARMOT_DEPRECATED_IN_\w+)\n[^;(]*?\b(marmot_\w+)\s*\(",
                         re.MULTILINE)
OF_TYPE = re.compile(r"^MARMOT_AVAILABLE_IN_\w+\nG_DECLARE_\w+ \(\w+, (marmot_\w+),", re.MULTILINE)


def exported(library):
    lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True, text=True,
                           capture_output=True).stdout.splitlines()
    return {line.split()[-1].split("@")[0] for line in lines}


def described(gir):
    functions = set()
    for element in ET.parse(gir).iter():
        if element.tag.rpartition("}")[2] in ("function", "method", "constructor"):
            functions.add(element.get(C + "identifier"))
        if element.get(GLIB + "get-type", "intern") != "intern":
            functions.add(element.get(GLIB + "get-type"))
    return functions


def faults(symbols, gir_functions, headers):
    found = []
    declared, dated = set(), set()
    for text in headers:
        declared.update(DECLARATION.findall(text))
        declared.update(name + "_get_type" for name in OF_TYPE.findall(text))
        dated.update(name for name, comment in COMMENT.findall(text)
                     if re.search(r"^ \* Since: \d+\.\d+$", comment, re.MULTILINE))
    for name in sorted(symbols):
        if not name.startswith("marmot_"):
            found.append(f"{name} is exported, and begins with another prefix than marmot_")
        elif name not in gir_functions:
            found.append(f"{name} is exported and not in the .gir: it is in no public header")
    for name in sorted(gir_functions - symbols):
        found.append(f"{name} is in the .gir and not exported: mark it MARMOT_AVAILABLE_IN_…")
    for name in sorted(declared - symbols):
        found.append(f"{name} is declared in a header and not exported")
    for name in sorted(declared - dated):
        if not name.endswith("_get_type"):
            found.append(f"{name} has no comment with \"Since:\" in its header")
    if not declared or not symbols:
        found.append("no symbol or no declaration was found at all")
    return found


def check_the_check():
    """A rule that nothing can break proves nothing: break each and see."""
    header = ("/**\n * marmot_a:\n *\n * Since: 1.0\n */\nMARMOT_AVAILABLE_IN_1_0\n"
              "MarmotA *marmot_a (void);\n")
    bare = "MARMOT_AVAILABLE_IN_1_0\nvoid marmot_b (int x);\n"
    a, b = {"marmot_a"}, {"marmot_a", "marmot_b"}
    assert faults(a, a, [header]) == []
    assert len(faults(a | {"mn_x"}, a, [header])) == 1
    assert len(faults(b, a, [header])) == 1
    assert len(faults(a, b, [header])) == 1
    assert len(faults(b, b, [header, bare])) == 1
    assert len(faults(a, a, [header, bare])) == 2


def main():
    library, gir, *headers = sys.argv[1:]
    check_the_check()
    found = faults(exported(library), described(gir),
                   [open(path, encoding="utf-8").read() for path in headers])
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


sys.exit(main())
