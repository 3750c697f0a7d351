/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A strict consumer: the umbrella header alone, compiled as C99 and as C++ with
 * every warning an error. Run, it holds the versions of the headers and of the
 * library against each other, and against those that the build names.
 */
#include <marmot/marmot.h>

#include <stdio.h>
#include <string.h>

static int failed;

static void
check (int         number,
       int         condition,
       const char *what)
{
  printf ("%sok %d - %s\n", condition ? "" : "not ", number, what);
  failed = failed || !condition;
}

int
main (void)
{
  char text[64];

  printf ("1..5\n");
  check (1,
         marmot_get_major_version () == MARMOT_MAJOR_VERSION
           && marmot_get_minor_version () == MARMOT_MINOR_VERSION
           && marmot_get_micro_version () == MARMOT_MICRO_VERSION,
         "the library's version is the headers'");
  snprintf (text, sizeof text, "%d.%d.%d", MARMOT_MAJOR_VERSION, MARMOT_MINOR_VERSION,
            MARMOT_MICRO_VERSION);
  check (2,
         strcmp (text, MARMOT_VERSION_S) == 0 && strcmp (marmot_get_version (), MARMOT_VERSION_S) == 0,
         "the version as text is made of its numbers");
  check (3, strcmp (MARMOT_VERSION_S, PROJECT_VERSION) == 0, "the version is the project's");
  check (4,
         MARMOT_CHECK_VERSION (MARMOT_MAJOR_VERSION, MARMOT_MINOR_VERSION, MARMOT_MICRO_VERSION)
           && MARMOT_CHECK_VERSION (0, 0, 0)
           && !MARMOT_CHECK_VERSION (MARMOT_MAJOR_VERSION + 1, 0, 0)
           && !MARMOT_CHECK_VERSION (MARMOT_MAJOR_VERSION, MARMOT_MINOR_VERSION + 1, 0)
           && !MARMOT_CHECK_VERSION (MARMOT_MAJOR_VERSION, MARMOT_MINOR_VERSION, MARMOT_MICRO_VERSION + 1),
         "a version is itself or later, and no later one");
  check (5, MARMOT_VERSION_MIN_REQUIRED <= MARMOT_VERSION_MAX_ALLOWED && MARMOT_VERSION_1_0 > 0,
         "the bounds of the versions are in order");
  return failed;
}
