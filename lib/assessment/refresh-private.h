/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evidence looked up in sets of figures.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* A figure as a set has it; NaN where there is no number. */
typedef struct
{
  MarmotPeriod *period;   /* owned; NULL if there is no such figure */
  double value;
  double lower_95, upper_95;
  double lower_99_8, upper_99_8;
  double numerator, denominator;
  gboolean is_several;    /* the set has several, which are not the same */
} RefreshFigure;

/* A piece of evidence that points at an observation, and what was found. */
typedef struct
{
  MarmotAssessment *assessment; /* owned */
  MarmotEvidence *evidence;     /* owned */
  guint place;                  /* of the evidence, from 0 */
  guint subject;                /* which assessment, from 0 */
  RefreshFigure own;            /* of the evidence's period */
  RefreshFigure latest;         /* with own, the same if there is no later one */
} RefreshEntry;

/* An assessment and what findings on it say of where it is from. */
typedef struct
{
  MarmotAssessment *assessment;
  const char *file;             /* nullable */
  gboolean has_prefix;          /* paths begin with its short name */
} RefreshSubject;

void                     refresh_entry_free (gpointer                entry);

/* Fills the figures of all entries; each set is gone through once. */
void                     refresh_find       (GPtrArray              *entries,
                                             MarmotObservationSet  **sets,
                                             gsize                   n_sets,
                                             const GDate            *day);

MarmotAssessmentRefresh *refresh_run        (const RefreshSubject   *subjects,
                                             gsize                   n_subjects,
                                             MarmotObservationSet  **sets,
                                             gsize                   n_sets,
                                             const GDate            *day);

G_END_DECLS
