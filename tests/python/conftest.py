# SPDX-License-Identifier: LGPL-2.1-or-later
from pathlib import Path

import marmot
import pytest


@pytest.fixture(scope="session")
def build_directory():
    """The build directory that the package under test is in."""
    directory = Path(marmot.__file__).resolve().parents[3]
    assert (directory / "build.ninja").exists(), "the tests run on the package of a build tree"
    return directory
