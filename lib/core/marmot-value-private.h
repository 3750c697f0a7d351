/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

struct _MarmotValue
{
  MarmotValueState state;
  MarmotValueFlags flags;
  double number; /* NaN unless present; never -0 */
  int decimals;  /* -1 if unknown */
  gboolean percent;
  char *text;
  char *note_marker;
};

#define MARMOT_VALUE_ALL_FLAGS                                                                     \
  (MARMOT_VALUE_FLAG_LOW | MARMOT_VALUE_FLAG_UNRELIABLE | MARMOT_VALUE_FLAG_PROVISIONAL            \
   | MARMOT_VALUE_FLAG_REVISED | MARMOT_VALUE_FLAG_ESTIMATED)

/* Copies the texts, all of which may be NULL. */
MarmotValue *marmot_value_new_full (MarmotValueState  state,
                                    MarmotValueFlags  flags,
                                    double            number,
                                    int               decimals,
                                    gboolean          percent,
                                    const char       *text,
                                    const char       *note_marker);

G_END_DECLS
