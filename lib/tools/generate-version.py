#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes marmot-version.h: the version numbers and, for each stable minor
version in MINORS, the macros that say when a function came and when it went.

To open a new minor version, add it to MINORS; nothing else is edited by hand.
"""
import sys

MINORS = [(1, 0)]

HEAD = """\
/* SPDX-License-Identifier: LGPL-2.1-or-later
 * Made by lib/tools/generate-version.py: do not edit. */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib.h>

/**
 * MARMOT_MAJOR_VERSION:
 *
 * The major version of the headers, known at compile time.
 *
 * Since: 1.0
 */
#define MARMOT_MAJOR_VERSION ({major})

/**
 * MARMOT_MINOR_VERSION:
 *
 * The minor version of the headers, known at compile time.
 *
 * Since: 1.0
 */
#define MARMOT_MINOR_VERSION ({minor})

/**
 * MARMOT_MICRO_VERSION:
 *
 * The micro version of the headers, known at compile time.
 *
 * Since: 1.0
 */
#define MARMOT_MICRO_VERSION ({micro})

/**
 * MARMOT_VERSION_S:
 *
 * The version of the headers as a string, such as "{version}".
 *
 * Since: 1.0
 */
#define MARMOT_VERSION_S "{version}"

/**
 * MARMOT_CHECK_VERSION:
 * @major: the major version to check for
 * @minor: the minor version to check for
 * @micro: the micro version to check for
 *
 * Whether the headers are of the given version or a later one.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
#define MARMOT_CHECK_VERSION(major, minor, micro) \\
  (MARMOT_MAJOR_VERSION > (major) || \\
   (MARMOT_MAJOR_VERSION == (major) && MARMOT_MINOR_VERSION > (minor)) || \\
   (MARMOT_MAJOR_VERSION == (major) && MARMOT_MINOR_VERSION == (minor) && \\
    MARMOT_MICRO_VERSION >= (micro)))

#if defined (MARMOT_COMPILATION) && defined (__GNUC__)
#define _MARMOT_EXTERN __attribute__ ((visibility ("default"))) extern
#else
#define _MARMOT_EXTERN extern
#endif

/* While the version is 0.x, the headers are those of the 1.0 to come. */
#define _MARMOT_VERSION_CURRENT {current}
"""

ONE = """
/**
 * MARMOT_VERSION_{n}:
 *
 * Stands for version {v} in MARMOT_VERSION_MIN_REQUIRED and
 * MARMOT_VERSION_MAX_ALLOWED.
 *
 * Since: {v}
 */
#define MARMOT_VERSION_{n} (G_ENCODE_VERSION ({major}, {minor}))
"""

BOUNDS = """
#ifndef MARMOT_VERSION_MIN_REQUIRED
#define MARMOT_VERSION_MIN_REQUIRED _MARMOT_VERSION_CURRENT
#endif

#ifndef MARMOT_VERSION_MAX_ALLOWED
#define MARMOT_VERSION_MAX_ALLOWED _MARMOT_VERSION_CURRENT
#endif
"""

MACROS = """
#if MARMOT_VERSION_MIN_REQUIRED >= MARMOT_VERSION_{n}
#define MARMOT_DEPRECATED_IN_{n} G_DEPRECATED _MARMOT_EXTERN
#define MARMOT_DEPRECATED_IN_{n}_FOR(f) G_DEPRECATED_FOR (f) _MARMOT_EXTERN
#else
#define MARMOT_DEPRECATED_IN_{n} _MARMOT_EXTERN
#define MARMOT_DEPRECATED_IN_{n}_FOR(f) _MARMOT_EXTERN
#endif

#if MARMOT_VERSION_MAX_ALLOWED < MARMOT_VERSION_{n}
#define MARMOT_AVAILABLE_IN_{n} G_UNAVAILABLE ({major}, {minor}) _MARMOT_EXTERN
#else
#define MARMOT_AVAILABLE_IN_{n} _MARMOT_EXTERN
#endif
"""

TAIL = """
G_BEGIN_DECLS

/**
 * marmot_get_major_version:
 *
 * The major version of the library that is running, which may be newer than the
 * headers that a program was compiled with.
 *
 * Returns: the major version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint        marmot_get_major_version (void);

/**
 * marmot_get_minor_version:
 *
 * The minor version of the library that is running.
 *
 * Returns: the minor version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint        marmot_get_minor_version (void);

/**
 * marmot_get_micro_version:
 *
 * The micro version of the library that is running.
 *
 * Returns: the micro version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint        marmot_get_micro_version (void);

/**
 * marmot_get_version:
 *
 * The version of the library that is running, such as "1.2.3".
 *
 * Returns: (transfer none): the version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char  *marmot_get_version       (void);

G_END_DECLS
"""


def main():
    version, output = sys.argv[1:3]
    major, minor, micro = version.split(".")
    current = max([m for m in MINORS if m <= (int(major), int(minor))] or [MINORS[0]])
    parts = [HEAD.format(version=version, major=major, minor=minor, micro=micro,
                         current="MARMOT_VERSION_%d_%d" % current)]
    names = [dict(n="%d_%d" % m, v="%d.%d" % m, major=m[0], minor=m[1]) for m in MINORS]
    parts += [ONE.format(**n) for n in names]
    parts.append(BOUNDS)
    parts += [MACROS.format(**n) for n in names]
    parts.append(TAIL)
    with open(output, "w", encoding="utf-8") as out:
        out.write("".join(parts))


main()
