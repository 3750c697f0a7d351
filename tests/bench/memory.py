# SPDX-License-Identifier: LGPL-2.1-or-later
"""How much memory a benchmark took."""

import pathlib


def peak():
    """The most that this process has held, in megabytes. What getrusage() says begins with
    what its parent held."""
    status = pathlib.Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
