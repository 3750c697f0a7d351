#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the code of README.md, or of an essay like it, as it is printed, and holds what it prints.

Usage: check-readme.py PAGE BUILD_DIR CC PYTHON GJS [SECTION]

A block of c, one of python and one of javascript are each followed by a block of
output. The programs run in a folder in which build/plain is BUILD_DIR, as it is in
a checkout.

Of a page with a SECTION, that is looked at alone, and its blocks are parts: those of one
language are one program, in their order, and every program prints all the blocks of output.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def run(command, folder, **options):
    done = subprocess.run(command, cwd=folder, text=True, capture_output=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def run_c(code, folder, cc):
    (folder / "program.c").write_text(code, encoding="utf-8")
    search = str(folder / "build/plain/meson-uninstalled")
    flags = run(["pkg-config", "--cflags", "--libs", "marmot-1"], folder,
                env={**os.environ, "PKG_CONFIG_PATH": search})
    run([*shlex.split(cc), "-Wall", "-Wextra", "-Werror", "program.c", "-o", "program", *shlex.split(flags)], folder)
    return run(["./program"], folder)


def run_script(code, folder, name, command):
    (folder / name).write_text(code, encoding="utf-8")
    return run([*command, name], folder)


def read_section(text, title):
    """The blocks of a section, as those of a page that has one program a language."""
    section = re.search(rf"^## {re.escape(title)}$(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    blocks = BLOCK.findall(section.group(1)) if section else []
    parts = {language: [code for other, code in blocks if other == language] for language, _ in blocks}
    printed = "".join(parts.get("output", []))
    return [
        block
        for language in ("c", "python", "javascript") if language in parts
        for block in ((language, "\n".join(parts[language])), ("output", printed))
    ]


def main():
    readme, build, cc, python, gjs, *section = sys.argv[1:]
    text = pathlib.Path(readme).read_text(encoding="utf-8")
    blocks = read_section(text, *section) if section else BLOCK.findall(text)
    languages = [language for language, _ in blocks]
    if languages != ["c", "output", "python", "output", "javascript", "output"]:
        print(f"the blocks of {readme} are {languages}", file=sys.stderr)
        return 1

    failed = 0
    print("1..3")
    for number in range(3):
        (language, code), (_, expected) = blocks[2 * number:2 * number + 2]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "build").mkdir()
            (folder / "build/plain").symlink_to(pathlib.Path(build).resolve())
            try:
                if language == "c":
                    printed = run_c(code, folder, cc)
                elif language == "python":
                    printed = run_script(code, folder, "program.py", [python])
                else:
                    printed = run_script(code, folder, "program.js", [gjs, "-m"])
                fault = "" if printed == expected else f"it printed\n{printed}"
            except RuntimeError as error:
                fault = str(error)
        print(f"{'not ok' if fault else 'ok'} {number + 1} - {language}")
        if fault:
            failed = 1
            print(re.sub("^", "# ", fault, flags=re.MULTILINE))
    return failed


sys.exit(main())
