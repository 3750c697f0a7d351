/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of the register share.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* An assessment in the register. */
typedef struct
{
  MarmotAssessment *assessment; /* owned */
  char *file;                   /* nullable */
} RegisterEntry;

guint                register_count       (MarmotAssessmentRegister *self);
const RegisterEntry *register_peek        (MarmotAssessmentRegister *self,
                                           guint                     place);

/* Whether it is still of account: neither superseded nor withdrawn. */
gboolean             register_is_current  (MarmotAssessment         *assessment);

/* What could not be read; of too many they are dropped. */
void                 register_add_fault   (MarmotAssessmentRegister *self,
                                           const char               *file,
                                           guint64                   row,
                                           const char               *message,
                                           const char               *fix);

/* A document that was read, or a fault. row is its line, or 0. */
void                 register_take        (MarmotAssessmentRegister *self,
                                           GBytes                   *json,
                                           const char               *file,
                                           guint64                   row);

/* What is wrong with what the assessments say of each other. */
void                 register_check_chains (MarmotAssessmentRegister *self,
                                            GPtrArray                *findings);

/* The short name of what took its place, by its history; NULL if that does not say. */
const char          *register_get_successor (MarmotAssessment       *assessment);

/* For each assessment the place of what took its place, from 1; 0 where there is none. */
guint               *register_find_successors (MarmotAssessmentRegister *self);

/* The places of the assessments by their short names, from 1, the first of each. */
GHashTable          *register_index       (MarmotAssessmentRegister *self);

G_END_DECLS
