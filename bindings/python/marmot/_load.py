# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds the library and its typelib, and loads them.

Where they are is known relative to this package, so that a tree can be moved,
and neither LD_LIBRARY_PATH nor GI_TYPELIB_PATH has to be set.
"""

import os
from pathlib import Path

import gi

from . import _paths

_HERE = Path(__file__).absolute().parent


def _directories():
    """Where the typelib and the library are: beside this file if they were
    bundled into the package, otherwise where the build says."""
    if (_HERE / "Marmot-1.typelib").exists():
        return _HERE, _HERE
    return tuple(
        Path(os.path.normpath(_HERE / os.path.relpath(there, _paths.PACKAGE_DIR)))
        for there in (_paths.TYPELIB_DIR, _paths.LIBRARY_DIR)
    )


def _repository():
    """The repository that PyGObject itself uses, which depends on its version."""
    if gi.version_info >= (3, 51):
        gi.require_version("GIRepository", "3.0")
        from gi.repository import GIRepository

        return GIRepository.Repository.dup_default()
    gi.require_version("GIRepository", "2.0")
    from gi.repository import GIRepository

    return GIRepository.Repository


def load():
    """The introspected namespace."""
    typelib_directory, library_directory = _directories()
    if not (typelib_directory / "Marmot-1.typelib").exists():
        raise ImportError(
            f"Marmot-1.typelib is not in {typelib_directory}: build libmarmot with introspection "
            "(meson compile), or install it again"
        )
    repository = _repository()
    repository.prepend_search_path(str(typelib_directory))
    repository.prepend_library_path(str(library_directory))
    gi.require_version("Marmot", "1")
    from gi.repository import Marmot

    return Marmot


Marmot = load()
