# SPDX-License-Identifier: LGPL-2.1-or-later
"""`import marmot` finds its library by itself: in the build tree, installed to any
prefix, and in a virtual environment."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
SOURCE = Path(__file__).resolve().parents[2]
PROGRAM = """
import marmot
share = marmot.proportion([469], [2780], multiplier=100)[0]
print(marmot.__file__, format(share.lower, ".1f"))
"""


def run(python, package_parent=None, **environment):
    """Imports the package with nothing set that would help it, and gives where it was found."""
    clean = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR")}
    if package_parent is not None:
        clean["PYTHONPATH"] = str(package_parent)
    clean.update(environment, PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run([python, "-c", PROGRAM], env=clean, cwd="/", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    where, lower = done.stdout.split()
    assert lower == "15.5"
    return Path(where)


def test_from_the_build_tree(build_directory):
    found = run(sys.executable, build_directory / "bindings/python")
    assert found.is_relative_to(build_directory)


@pytest.fixture(scope="module")
def installed(build_directory, tmp_path_factory):
    """The tree of an installation, staged."""
    stage = tmp_path_factory.mktemp("stage")
    subprocess.run(
        ["meson", "install", "-C", build_directory, "--no-rebuild", "--quiet", "--destdir", stage],
        check=True, capture_output=True,
    )
    return stage


def test_after_install_and_after_the_tree_is_moved(installed, tmp_path):
    (package,) = installed.rglob("marmot/__init__.py")
    found = run(SYSTEM_PYTHON, package.parents[1])
    assert found == package

    moved = tmp_path / "elsewhere"
    shutil.copytree(installed, moved, symlinks=True)
    installed.rename(installed.with_name("gone"))
    try:
        run(SYSTEM_PYTHON, moved / package.parents[1].relative_to(installed))
    finally:
        installed.with_name("gone").rename(installed)


def test_javascript_finds_its_library_too(build_directory, installed, tmp_path):
    (module,) = installed.rglob("javascript/marmot.js")
    program = tmp_path / "program.js"
    for found in (module, build_directory / "bindings/javascript/marmot.js"):
        program.write_text(
            f"import {{proportion}} from 'file://{found}';"
            "print(proportion([469], [2780], {multiplier: 100}).at(0).lower.toFixed(1));"
        )
        clean = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR")}
        done = subprocess.run(["gjs", "-m", program], env=clean, cwd="/", capture_output=True, text=True)
        assert done.stdout.strip() == "15.5", done.stderr


@pytest.mark.parametrize(
    "prefix, folder",
    [("/usr", "python3/dist-packages"), ("/usr/local", "dist-packages"), ("/opt/marmot", "site-packages")],
)
def test_a_python_of_the_prefix_looks_there(prefix, folder):
    if not os.path.exists("/etc/debian_version"):
        pytest.skip("dist-packages are Debian's")
    printed = subprocess.check_output(
        [SYSTEM_PYTHON, SOURCE / "bindings/python/site-directory.py", prefix], text=True
    ).strip()
    assert printed.endswith(folder)
    if prefix != "/opt/marmot":
        path = subprocess.check_output([SYSTEM_PYTHON, "-c", "import sys; print(*sys.path)"], text=True)
        assert f"{prefix}/{printed}" in path.split()


def test_in_a_virtual_environment(build_directory, tmp_path):
    """Configures for the environment's prefix, and puts every file where that says;
    the compiled ones come from the build under test, since they do not depend on it."""
    environment = tmp_path / "venv"
    subprocess.run([SYSTEM_PYTHON, "-m", "venv", "--system-site-packages", "--without-pip", environment], check=True)
    build = tmp_path / "build"
    options = [f"--prefix={environment}", "-Dtests=false", "-Dexamples=false"]
    subprocess.run(["meson", "setup", build, SOURCE, *options], check=True, capture_output=True)
    plan = json.loads(subprocess.check_output(["meson", "introspect", "--installed", build], text=True))
    for source, target in plan.items():
        source, target = Path(source), Path(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not source.is_absolute():
            # A link, such as that of the soname, to the library beside it.
            target.symlink_to(next(Path(s).name for s in plan if "/libmarmot-1.so." in s))
        elif source.exists():
            shutil.copy(source, target)
        else:
            shutil.copy(build_directory / source.relative_to(build), target)

    found = run(environment / "bin/python")
    assert found.is_relative_to(environment)


def test_a_build_without_a_typelib_says_what_to_do(build_directory, tmp_path):
    shutil.copytree(build_directory / "bindings/python/marmot", tmp_path / "a/b/c/marmot")
    done = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import marmot"], cwd="/", capture_output=True, text=True,
        env={"PYTHONPATH": str(tmp_path / "a/b/c"), "PATH": os.environ["PATH"]},
    )
    assert done.returncode != 0
    assert "ImportError" in done.stderr and "build libmarmot" in done.stderr


def python(program, build_directory):
    return subprocess.run(
        [sys.executable, "-c", program], cwd="/", capture_output=True, text=True,
        env={"PYTHONPATH": str(build_directory / "bindings/python"), "PATH": os.environ["PATH"]},
    )


def test_nothing_is_imported_that_was_not_asked_for(build_directory):
    done = python(
        "import sys, marmot\n"
        "marmot.rate([1, None], [10, 10], groups=['a', 'b']).to_dict()\n"
        "marmot.Column(['a', None, 'b'])[1:]\n"
        "print({'numpy', 'pandas', 'polars', 'pyarrow'} & set(sys.modules))",
        build_directory,
    )
    assert done.stdout.strip() == "set()", done.stderr


def test_columns_may_outlive_the_interpreter(build_directory):
    """Whatever is left at exit is freed then, when half of Python has gone."""
    done = python(
        "import marmot, numpy, pyarrow, polars\n"
        "x = marmot.Column.from_any(numpy.arange(1000.0), copy=False)\n"
        "kept = [x, marmot.Column(['a', None]), marmot.rate(x, 1000), marmot.rate(x, 1000).to_polars(),\n"
        "        x.to_arrow(), x.__arrow_c_array__(), marmot.Table({'x': x}).to_arrow(), numpy.asarray(x)]\n"
        # Only the collector can free what holds itself, and it may not come by.
        "kept.append(kept)\n",
        build_directory,
    )
    assert done.returncode == 0 and done.stderr == "", done.stderr
