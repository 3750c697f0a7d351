/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

guint
marmot_get_major_version (void)
{
  return MARMOT_MAJOR_VERSION;
}

guint
marmot_get_minor_version (void)
{
  return MARMOT_MINOR_VERSION;
}

guint
marmot_get_micro_version (void)
{
  return MARMOT_MICRO_VERSION;
}

const char *
marmot_get_version (void)
{
  return MARMOT_VERSION_S;
}
