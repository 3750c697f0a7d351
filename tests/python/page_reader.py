# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads a page: its headings, its tables as rows of texts, and what would shut a reader out."""

import html.parser
import re

# Breaks a line, which a line break in the source does not.
BREAK = "\v"
VOID = {"br", "col", "hr", "img", "input", "link", "meta"}


def read_lines(text):
    return "\n".join(" ".join(line.split()) for line in text.split(BREAK)).strip()


class Table:
    def __init__(self):
        self.caption = None
        self.rows = []

    def __repr__(self):
        return f"<{self.caption}: {len(self.rows)} rows>"


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.language = None
        self.headings = []
        self.tables = []
        self.ids = []
        self.links = []
        self.found = []
        self.stack = []
        self.text = None

    def table(self, caption):
        return next(table for table in self.tables if table.caption == caption)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.stack.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "html":
            self.language = attributes.get("lang")
        elif tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("br", "p", "li") and self.text is not None:
            self.text.append(BREAK)
        if tag in ("th", "td", "caption") or re.fullmatch("h[1-6]", tag):
            self.text = []
        if tag == "th" and attributes.get("scope") not in ("row", "col"):
            self.found.append("a header without scope")
        if "colspan" in attributes or "rowspan" in attributes:
            self.found.append("merged cells")
        if tag in ("script", "iframe", "object", "embed", "img", "link"):
            self.found.append(f"<{tag}>")
        if any(name.startswith("on") for name in attributes):
            self.found.append("a script in an attribute")
        if "src" in attributes:
            self.found.append("something fetched from elsewhere")
        if tag == "a":
            self.links.append(attributes.get("href", ""))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.found.append(f"</{tag}> closes nothing")
        words = read_lines("".join(self.text)) if self.text is not None else ""
        if tag in ("th", "td"):
            self.tables[-1].rows[-1].append(words)
        elif tag == "caption":
            self.tables[-1].caption = words
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), words))
        else:
            return
        self.text = None

    def handle_data(self, data):
        if self.text is not None:
            self.text.append(data)

    def faults(self):
        found = list(self.found)
        levels = [level for level, _ in self.headings]
        found += [f"h{b} behind h{a}" for a, b in zip([0, *levels], levels) if b > a + 1]
        found += [f"two elements are {name}" for name in set(self.ids) if self.ids.count(name) > 1]
        found += [f"a link to {link}" for link in self.links if link[:1] != "#" or link[1:] not in self.ids]
        found += [f"an uneven table: {table.caption}" for table in self.tables if len({len(row) for row in table.rows}) != 1]
        found += ["elements left open"] if self.stack else []
        return found


def read_page(text):
    page = Page()
    page.feed(text)
    page.close()
    return page
