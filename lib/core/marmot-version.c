/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

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
guint
marmot_get_major_version (void)
{
  return MARMOT_MAJOR_VERSION;
}

/**
 * marmot_get_minor_version:
 *
 * The minor version of the library that is running.
 *
 * Returns: the minor version
 *
 * Since: 1.0
 */
guint
marmot_get_minor_version (void)
{
  return MARMOT_MINOR_VERSION;
}

/**
 * marmot_get_micro_version:
 *
 * The micro version of the library that is running.
 *
 * Returns: the micro version
 *
 * Since: 1.0
 */
guint
marmot_get_micro_version (void)
{
  return MARMOT_MICRO_VERSION;
}

/**
 * marmot_get_version:
 *
 * The version of the library that is running, such as "1.2.3".
 *
 * Returns: (transfer none): the version
 *
 * Since: 1.0
 */
const char *
marmot_get_version (void)
{
  return MARMOT_VERSION_S;
}
