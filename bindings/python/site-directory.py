# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints where the Python of a prefix looks for packages, from the prefix.

Usage: site-directory.py PREFIX

Meson's own answer is a folder that no Python searches for the prefixes /usr and
/usr/local of Debian, whose Python looks in dist-packages there; a virtual
environment, and every other prefix, has site-packages.
"""

import os
import subprocess
import sys


def version_of(python):
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.check_output([python, "-c", code], text=True).strip()


def site_directory(prefix, debian=os.path.exists("/etc/debian_version")):
    if debian and prefix == "/usr":
        return "lib/python3/dist-packages"
    if debian and prefix == "/usr/local":
        # A python3 there would be one that somebody built, beside Debian's own.
        return f"lib/python{version_of('/usr/bin/python3')}/dist-packages"
    python = os.path.join(prefix, "bin", "python3")
    if not os.path.exists(python):
        python = sys.executable
    return f"lib/python{version_of(python)}/site-packages"


if __name__ == "__main__":
    print(site_directory(sys.argv[1]))
