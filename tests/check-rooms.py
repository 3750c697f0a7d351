#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds that the rooms of lib/ look down only, and into each other's fronts.

Usage: check-rooms.py SOURCE_ROOT

- numeric includes nothing but the C and C++ standard libraries, Boost.Math and
  itself, and allocates nothing.
- A room includes private headers of its own and of core, and kernels where it
  may; everything else it takes from <marmot/marmot.h>.
- A room names only functions and types of rooms that it stands on. A public
  name belongs to the room whose folder holds a file of its header's name.
"""
import pathlib
import re
import sys
import tempfile

# What each room stands on, directly; what those stand on comes with them.
STANDS_ON = {
    "numeric": [],
    "core": ["numeric"],
    "stats": ["core", "numeric"],
    "indicator": ["stats"],
    "episode": ["stats"],
    "cohort": ["episode", "indicator"],
    "action": ["indicator"],
    "assessment": ["action"],
    "claim": ["assessment"],
    "publish": ["claim", "cohort"],
}
# The folders that are no rooms.
NO_ROOMS = {"data", "tools"}
# Formulas live in the kernels, and these rooms may call them: statistics, and the
# comparisons and trends of the indicator room.
CALLS_KERNELS = {"numeric", "core", "stats", "indicator"}

C_STANDARD = {
    "assert", "errno", "float", "inttypes", "limits", "locale", "math", "stdarg", "stdbool",
    "stddef", "stdint", "stdio", "stdlib", "string",
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
ALLOCATES = re.compile(r"\b(malloc|calloc|realloc|aligned_alloc|free|alloca|new|delete)\b")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
NAME = re.compile(r"\b(?:marmot_\w+|Marmot\w+)\b")
DECLARED = re.compile(r"\b(marmot_\w+)\s*\(|^typedef struct _(Marmot\w+)|^\} (Marmot\w+);|\(\s*(Marmot\w+), marmot_",
                      re.MULTILINE)


def under(room):
    """The rooms that a room may use, itself included."""
    rooms = {room}
    for other in STANDS_ON[room]:
        rooms |= under(other)
    return rooms


def check_kernel_includes(path, code):
    for bracket, name in INCLUDE.findall(code):
        stem = name.removesuffix(".h")
        if bracket == '"':
            allowed = "/" not in name and (path.parent / name).exists()
        elif path.suffix == ".cpp":
            allowed = name.startswith("boost/math/") or ("/" not in name and not name.startswith("glib"))
        else:
            allowed = stem in C_STANDARD
        if not allowed:
            yield f"includes {name}: kernels stand on the standard library alone"
    for word in ALLOCATES.findall(STRING.sub('""', code)):
        yield f"says {word}: kernels allocate nothing, the caller brings the workspace"


def check_room_includes(room, path, lib, code):
    for bracket, name in INCLUDE.findall(code):
        if bracket == "<":
            if name.startswith("marmot/") and name != "marmot/marmot.h":
                yield f"includes <{name}>: take <marmot/marmot.h>"
            continue
        if "/" not in name:
            if not (path.parent / name).exists():
                yield f"includes \"{name}\", which is not in its room: name the room"
            continue
        other = name.split("/")[0]
        if other == "numeric":
            if room not in CALLS_KERNELS:
                yield f"includes \"{name}\": the kernels are called by {', '.join(sorted(CALLS_KERNELS))} only"
        elif other not in {"core", room}:
            yield f"includes \"{name}\": a room is used through its public header"


def owners(root):
    """The room of every public name."""
    room_of = {}
    folders = {path.stem: path.parent.name for path in (root / "lib").glob("*/marmot-*.c")}
    for header in (root / "include" / "marmot").glob("marmot-*.h"):
        room = folders.get(header.stem)
        if room is None:
            continue
        code = COMMENT.sub(" ", header.read_text(encoding="utf-8"))
        for names in DECLARED.findall(code):
            for name in names:
                if name:
                    room_of[name] = room
    return room_of


def faults(root):
    found = []
    lib = root / "lib"
    room_of = owners(root)
    for folder in sorted(path for path in lib.iterdir() if path.is_dir()):
        room = folder.name
        if room in NO_ROOMS:
            continue
        if room not in STANDS_ON:
            found.append(f"lib/{room}: is a new room: say in {pathlib.Path(__file__).name} what it stands on")
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".c", ".h", ".cpp"):
                continue
            code = COMMENT.sub(" ", path.read_text(encoding="utf-8"))
            place = path.relative_to(root)
            if room == "numeric":
                found += [f"{place} {fault}" for fault in check_kernel_includes(path, code)]
                continue
            found += [f"{place} {fault}" for fault in check_room_includes(room, path, lib, code)]
            for name in sorted(set(NAME.findall(STRING.sub('""', code)))):
                other = room_of.get(name, room)
                if other not in under(room):
                    found.append(f"{place} names {name}, which is of {other}: {room} does not stand on it")
    # The public headers look down as well.
    for header in sorted((root / "include" / "marmot").glob("marmot-*.h")):
        sources = list(lib.glob(f"*/{header.stem}.c"))
        if not sources or sources[0].parent.name not in STANDS_ON:
            continue
        room = sources[0].parent.name
        code = COMMENT.sub(" ", header.read_text(encoding="utf-8"))
        for name in sorted(set(NAME.findall(code))):
            other = room_of.get(name, room)
            if other not in under(room):
                found.append(f"{header.relative_to(root)} names {name}, which is of {other}: "
                             f"{room} does not stand on it")
    return found


def check_the_check():
    """A rule that nothing can break proves nothing: break each and see."""
    offences = {
        "lib/numeric/a.c": "#include <glib.h>\n",
        "lib/numeric/b.c": "#include <stdlib.h>\ndouble *f (void) { return malloc (8); }\n",
        "lib/numeric/c.c": "/* malloc () */ #include <math.h>\n",
        "lib/core/marmot-d.c": '#include "stats/marmot-e-private.h"\n',
        "lib/core/marmot-f.c": "void f (void) { marmot_e (); }\n",
        "lib/core/marmot-g.c": "/* marmot_e () */\n#include <marmot/marmot-e.h>\n",
        "lib/stats/marmot-e.c": '#include "core/marmot-d-private.h"\n#include "numeric/k.h"\n',
        "lib/episode/marmot-h.c": '#include "numeric/k.h"\n',
        "lib/cellar/marmot-i.c": "\n",
        "include/marmot/marmot-e.h": "void marmot_e (void);\n",
        "include/marmot/marmot-d.h": "MarmotD *marmot_d (void);\nMarmotE *marmot_e_x (MarmotE *e);\ntypedef struct _MarmotE MarmotE;\n",
    }
    wrong = {"a.c", "b.c", "marmot-d.c", "marmot-f.c", "marmot-g.c", "marmot-h.c", "cellar:"}
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, code in offences.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(code, encoding="utf-8")
        found = {line.split()[0].rpartition("/")[2] for line in faults(root)}
        assert found == wrong, found


def main():
    check_the_check()
    found = faults(pathlib.Path(sys.argv[1]))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


sys.exit(main())
