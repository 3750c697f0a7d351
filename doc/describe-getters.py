#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Describes every function of a .gir that only says what it returns.

Usage: describe-getters.py IN.gir OUT.gir

The headers do not say the same thing twice, so the comment of a getter is its
"Returns:" line; the site needs a description. A function that says neither is
left as it is, for `gi-docgen check` to find.
"""
import sys
import xml.etree.ElementTree as ET

CORE = "http://www.gtk.org/introspection/core/1.0"
SPACES = {
    "": CORE,
    "c": "http://www.gtk.org/introspection/c/1.0",
    "glib": "http://www.gtk.org/introspection/glib/1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
CALLABLE = {f"{{{CORE}}}{kind}" for kind in ("function", "method", "constructor")}


def main():
    source, target = sys.argv[1:]
    for prefix, uri in SPACES.items():
        ET.register_namespace(prefix, uri)
    tree = ET.parse(source)
    for element in tree.iter():
        if element.tag not in CALLABLE or element.find(f"{{{CORE}}}doc") is not None:
            continue
        result = element.find(f"{{{CORE}}}return-value/{{{CORE}}}doc")
        if result is None:
            continue
        doc = ET.Element(f"{{{CORE}}}doc", result.attrib)
        doc.text = "Gets " + result.text.strip().rstrip(".") + "."
        element.insert(0, doc)
    tree.write(target, encoding="utf-8", xml_declaration=True)


main()
