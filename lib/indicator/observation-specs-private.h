/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is said of the indicators of a set, row by row, and which of its rows belong
 * together.
 */
#pragma once

#include <marmot/marmot.h>

#include "observation-columns-private.h"

G_BEGIN_DECLS

#define OBS_NO_SPEC -1

/* Specs and indicators go together: an indicator is NULL where a spec was given
 * alone. */
typedef struct
{
  GPtrArray *specs;
  GPtrArray *indicators;
  gint32 *of_row; /* which of them, or OBS_NO_SPEC */
} ObsSpecs;

/* For rows that the list does not name it is otherwise, which may be NULL, as the
 * list may. FALSE with an error, and nothing to clear. */
gboolean      obs_specs_init  (ObsSpecs              *self,
                               MarmotObservationSet  *set,
                               MarmotComparisonSpec  *otherwise,
                               GListModel            *list,
                               GError               **error);
void          obs_specs_clear (ObsSpecs              *self);

static inline MarmotComparisonSpec *
obs_specs_get (const ObsSpecs *self,
               gsize row)
{
  return self->of_row[row] == OBS_NO_SPEC ? NULL : g_ptr_array_index (self->specs, (guint) self->of_row[row]);
}

static inline MarmotIndicator *
obs_specs_get_indicator (const ObsSpecs *self,
                         gsize row)
{
  return self->of_row[row] == OBS_NO_SPEC ? NULL : g_ptr_array_index (self->indicators, (guint) self->of_row[row]);
}

/* The parts of what a figure is of. */
typedef enum
{
  OBS_KEY_INDICATOR = 1 << 0,
  OBS_KEY_PEOPLE = 1 << 1,   /* sex and age */
  OBS_KEY_CATEGORY = 1 << 2,
  OBS_KEY_PERIOD = 1 << 3,
  OBS_KEY_TIME_KIND = 1 << 4, /* a quarter is not a year */
  OBS_KEY_AREA = 1 << 5,
  OBS_KEY_AREA_TYPE = 1 << 6,
  OBS_KEY_PARENT = 1 << 7,
} ObsKeys;

/* Rows alike in all the columns of these parts that the set has; one group if it has
 * none. */
MarmotGroups *obs_group       (MarmotObservationSet  *set,
                               ObsKeys                keys,
                               GError               **error);

/* The columns that say what the figures are of, to which others may be added. */
MarmotTable  *obs_key_table   (MarmotObservationSet  *set);

/* Whether each row is of a whole population. */
guint8       *obs_find_whole  (MarmotObservationSet  *set);

/* The number of each row's area, from 0, or -1, and the numbers by code. Free
 * both. */
gint32       *obs_number_areas (MarmotObservationSet  *set,
                                GHashTable           **numbers,
                                GError               **error);

/* From what obs_number_areas() gave: -1 if the set has no such area. */
static inline gint32
obs_area_number (GHashTable *numbers,
                 const char *code)
{
  return code ? GPOINTER_TO_INT (g_hash_table_lookup (numbers, code)) - 1 : -1;
}

/* A column that the set must have, with an error if it has not. */
MarmotColumn *obs_need        (MarmotObservationSet  *set,
                               ObsColumn              column,
                               GError               **error);

G_END_DECLS
