/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Time in Explore Education Statistics: digits, and an identifier that says what
 * they count.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;               /* as in a set's time_period */
  const char *year_type;    /* short name, or NULL where the period is no period of ours */
  gint64 sortable;
  char *family;             /* what may stand together in a file: a kind of year, its quarters, months */
} EducationTime;

/* FALSE, with self empty, if the digits are not those of a year. */
gboolean education_time_parse (EducationTime *self,
                               const char    *digits,
                               const char    *identifier);
void     education_time_clear (EducationTime *self);

G_END_DECLS
