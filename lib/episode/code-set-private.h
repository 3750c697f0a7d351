/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Code sets for the rest of the room: without a copy, and for columns.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef enum
{
  MARMOT_CODE_UNKNOWN,    /* not in the set */
  MARMOT_CODE_OTHER_YEAR, /* in the set, but not valid in this year */
  MARMOT_CODE_VALID
} MarmotCodeValidity;

typedef struct
{
  char *code;
  char *label;
  char *notes;       /* nullable */
  char **replaced_by; /* nullable */
  int first_year;    /* its own; 0 for none */
  int last_year;
  gboolean is_uncertain;
  gboolean has_uncertain_years;
} MarmotCode;

struct _MarmotCodeSet
{
  GObject parent_instance;

  char *name;
  char *title;
  char *source;
  char *notes;
  int first_year;    /* of the set; 0 for none */
  int last_year;
  gint32 first_day;  /* since 1970; where has_first_day */
  gint32 last_day;
  gboolean has_first_day;
  gboolean has_last_day;

  /* Set once, by the reader. */
  GArray *codes;     /* of MarmotCode */
  guint *order;      /* their places, by the code in lower case */
};

/* All sets of a file, checked. */
GPtrArray         *marmot_code_sets_read        (GBytes         *json,
                                                 GError        **error);

/* The set of that name that is built in, without a reference: it lives as long as the
 * program. The name is one that is there. */
MarmotCodeSet     *marmot_code_set_get_builtin  (const char     *name);

/* Puts the codes in order; a place whose code comes twice, or -1. */
int                marmot_code_set_sort         (MarmotCodeSet  *self);

/* The place of a code that need not end in NUL, or -1. */
int                marmot_code_set_find_text    (MarmotCodeSet  *self,
                                                 const char     *text,
                                                 gsize           length);

/* Whether the code at a place is valid in a year; in any if year is 0, or none that the
 * set knows. */
gboolean           marmot_code_set_place_valid  (MarmotCodeSet  *self,
                                                 int             place,
                                                 int             year);

/* For every row of a column of text (or of the distinct values of a dictionary): the
 * place of its code, or -1, and whether it is valid in a year. Nulls are -1 and
 * unknown. Either result may be NULL. */
void               marmot_code_set_match        (MarmotCodeSet  *self,
                                                 MarmotColumn   *texts,
                                                 int             year,
                                                 gint32         *places,
                                                 guint8         *validity);

/* The collection year of a day: that of the 1 April on or before it. */
int                marmot_collection_year       (gint32          day);

/* "2024/25". */
char              *marmot_collection_year_print (int             year);

G_END_DECLS
