/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a set of people is made of, for the files that make sets.
 */
#pragma once

#include "person-set-private.h"

#include "core/marmot-memory-private.h"
#include "core/marmot-text-index-private.h"

G_BEGIN_DECLS

/* --- what belongs to people ---------------------------------------------------------- */

typedef enum
{
  PERSON_SPELLS,
  PERSON_FACTS,
  PERSON_CONTACTS,
  PERSON_HEALTH,
  PERSON_CHECKS,
  PERSON_N_PARTS
} PersonPartKind;

/* Rows of one kind, those of a person together; shared between sets. */
typedef struct
{
  guint32 *starts;            /* n_people + 1 */
  gpointer rows;
  gsize n_rows;
  guint64 n_unread;           /* cells of them that hold nothing of the kind */
  MarmotColumn *names[2];     /* what the kinds and statuses of checks are called; nullable */
  gsize table;                /* a MarmotTable, made when it is first asked for */
} PersonPart;

/* Rows, row_of having the person of each (never negative), go to their people; within one
 * in order, and as they came where that is the same. Neither is taken. */
PersonPart  *person_part_new   (PersonPartKind    kind,
                                gsize             n_people,
                                gconstpointer     rows,
                                const gint32     *row_of,
                                gsize             n_rows);
PersonPart  *person_part_ref   (PersonPart       *self);
void         person_part_unref (PersonPart       *self);
gsize        person_part_width (PersonPartKind    kind);

/* Those of some people. */
PersonPart  *person_part_take  (PersonPart       *self,
                                PersonPartKind    kind,
                                const guint32    *people,
                                gsize             n_people);

/* The table of a part; NULL is one of no rows and no people. */
MarmotTable *person_part_make_table (PersonPart       *self,
                                     PersonPartKind    kind,
                                     gsize             n_people);

/* What a flag of health is called in tables. */
const char  *health_flag_name  (HealthFlag        flag);

/* How many cells of a row hold nothing of the kind. */
guint        person_part_count_unread (PersonPartKind  kind,
                                       gconstpointer   row);

/* --- what was left out --------------------------------------------------------------- */

/* Why rows are not in a set; each is one finding, with how many there are. */
typedef enum
{
  LOSS_PEOPLE_NO_PERSON,
  LOSS_PEOPLE_STRAY,
  LOSS_PEOPLE_TWICE,
  LOSS_SPELLS_LEFT_OUT,
  LOSS_SPELLS_BAD_DATE,
  LOSS_YEARS_MISSING,
  LOSS_FACTS_NO_PERSON,
  LOSS_FACTS_STRAY,
  LOSS_FACTS_UNKNOWN,
  LOSS_FACTS_NO_START,
  LOSS_FACTS_BAD_DATE,
  LOSS_CONTACTS_NO_PERSON,
  LOSS_CONTACTS_STRAY,
  LOSS_CONTACTS_NO_TIME,
  LOSS_HEALTH_NO_PERSON,
  LOSS_HEALTH_STRAY,
  LOSS_HEALTH_NO_YEAR,
  LOSS_HEALTH_TWICE,
  LOSS_CHECKS_NO_PERSON,
  LOSS_CHECKS_STRAY,
  LOSS_CHECKS_NO_KIND,
  PERSON_N_LOSSES
} PersonLoss;

typedef struct
{
  guint64 n_rows;
  guint64 first;              /* the first such row of the table, from 0 */
} PersonLost;

static inline void
person_lose (PersonLost *losses,
             PersonLoss loss,
             guint64 row)
{
  if (losses[loss].n_rows++ == 0)
    losses[loss].first = row;
}

/* What is wrong with what is known of a person, beside what contradicts itself. */
enum
{
  PERSON_TWICE = 1 << 0,
  PERSON_BIRTH_DIFFERS = 1 << 1,
  PERSON_BAD_BIRTH = 1 << 2,          /* a date that cannot be */
  PERSON_BAD_DEATH = 1 << 3,
  PERSON_BAD_UASC_UNTIL = 1 << 4,
  PERSON_BAD_UASC = 1 << 5,
  PERSON_N_FAULTS = 6
};

/* The first limit findings. */
GPtrArray *person_set_list_findings  (MarmotPersonSet *self,
                                      guint            limit);
guint64    person_set_count_findings (MarmotPersonSet *self);

/* --- the set ------------------------------------------------------------------------- */

struct _MarmotPersonSet
{
  GObject parent_instance;

  PersonColumns columns;
  MarmotTable *table;         /* of the people; birth and so on lie in it */
  MarmotColumn *names;        /* its pseudonyms, text without nulls, all distinct */
  guint8 *faults;             /* of each person; kept by fault_memory */
  MarmotMemory *fault_memory;
  guint32 *problems;
  MarmotMemory *problem_memory;
  PersonPart *parts[PERSON_N_PARTS]; /* NULL only in what g_object_new() made */
  gboolean has[PERSON_N_PARTS]; /* whether any were given */
  PersonLost losses[PERSON_N_LOSSES];
  guint64 n_findings;
};

/* People in columns, on the way to a set. */
typedef struct
{
  MarmotTextIndex *index;     /* their pseudonyms, by row */
  gsize n_people;

  /* What was looked up last: many tables share a dictionary. */
  MarmotColumn *mapped;
  gint32 *map;                /* of each of its values: a row, or one of those below */
  gboolean map_adds;

  /* From person_build_seal() on. */
  gint32 *birth;
  gint32 *death;
  gint32 *uasc_until;
  MarmotMemory *memory[3];
  gint32 *keys[PERSON_N_KEYS];
  MarmotMemory *key_memory[PERSON_N_KEYS];
  MarmotTextIndex *values[PERSON_N_KEYS];
  gint32 n_values[PERSON_N_KEYS];
  guint8 *faults;
  MarmotMemory *fault_memory;

  PersonLost losses[PERSON_N_LOSSES];
} PersonBuild;

#define ROW_NO_PERSON -1      /* the row does not say whose it is */
#define ROW_STRAY -2          /* it is of nobody in the set */

void             person_build_init     (PersonBuild       *self);
void             person_build_clear    (PersonBuild       *self);

/* Those of a set, to look others up. */
void             person_build_init_of  (PersonBuild       *self,
                                        MarmotPersonSet   *set);

/* Those of a set with all that is known of them, some of them or (where people is NULL) all;
 * sealed. */
void             person_build_init_copy (PersonBuild      *self,
                                         MarmotPersonSet  *set,
                                         const guint32    *people,
                                         gsize             n_people);

/* The person of each row of a column of pseudonyms; free it. Those who are not there come
 * in if adds. NULL, with error set, if it holds no pseudonyms or they are too many. */
gint32          *person_build_find     (PersonBuild       *self,
                                        MarmotColumn      *column,
                                        gboolean           adds,
                                        GError           **error);

/* The person of a pseudonym, or ROW_STRAY. */
gint32           person_build_look_up  (PersonBuild       *self,
                                        const char        *text,
                                        gsize              length);

/* All people are in: room for what is known of them. */
void             person_build_seal     (PersonBuild       *self);

/* A value of a column to group by. */
void             person_build_set_key  (PersonBuild       *self,
                                        PersonKey          key,
                                        gsize              row,
                                        const char        *text,
                                        gsize              length);

/* The set, for the caller to put parts into it and finish it. Clears the build. */
MarmotPersonSet *person_build_end      (PersonBuild       *self,
                                        gint32             covered_from,
                                        gint32             covered_until);

/* The periods of a set of spells; adds to the death of those who died in care where wants
 * is true for them (NULL: for all). NULL, with error set, if there are too many. */
PersonPart      *person_spells_read    (PersonBuild       *self,
                                        MarmotSpellSet    *spells,
                                        const gint32      *row_of,
                                        const guint8      *wants,
                                        GError           **error);

/* What the columns of contacts are called; date and year may be NULL. */
typedef struct
{
  const char *date;
  const char *year;
  const char *in_touch;
  const char *activity;
  const char *accommodation;
} ContactNames;

/* Adds the contacts of a table to n_rows rows that are there. people has the person of each;
 * year is that of all, or -1 where a column says so. */
gboolean         contact_read_rows     (MarmotTable        *table,
                                        const ContactNames *names,
                                        const gint32       *people,
                                        gint32              year,
                                        ContactRow         *rows,
                                        gint32             *row_of,
                                        gsize              *n_rows,
                                        PersonLost         *losses,
                                        GError            **error);

/* Likewise what a table says of health: of the return where year is not -1, with its names
 * of columns in capitals. */
gboolean         health_read_rows      (MarmotTable        *table,
                                        const gint32       *people,
                                        gint32              year,
                                        HealthYear         *rows,
                                        gint32             *row_of,
                                        gsize              *n_rows,
                                        PersonLost         *losses,
                                        GError            **error);

/* Of each person and year the first row alone. */
PersonPart      *health_part_new       (gsize               n_people,
                                        const HealthYear   *rows,
                                        const gint32       *row_of,
                                        gsize               n_rows,
                                        PersonLost         *losses);

/* FALSE, with error set, if there are more rows of a kind than a set can have. */
gboolean         person_rows_fit       (gsize               n_rows,
                                        GError            **error);

/* The same people with a part in place of another, which is taken and may be NULL. */
MarmotPersonSet *person_set_with_part  (MarmotPersonSet   *self,
                                        PersonPartKind     kind,
                                        PersonPart        *part,
                                        const PersonLost  *losses);

/* Room for the rows that a set has of a kind and n_more, with those of the set in it, and
 * for whose they are: free both. NULL, with error set, if they are too many. */
gpointer         person_set_start_rows (MarmotPersonSet *self,
                                        PersonPartKind   kind,
                                        gsize            n_more,
                                        gint32         **row_of,
                                        gsize           *n_rows,
                                        GError         **error);

/* The same in everything. */
MarmotPersonSet *person_set_copy       (MarmotPersonSet   *self);

/* Points the columns at the parts, finds what contradicts itself if asked to, and counts. */
void             person_set_finish     (MarmotPersonSet   *self,
                                        gboolean           anew);

/* --- cells of a caller's tables ------------------------------------------------------ */

#define CELL_BLANK G_MININT32
#define CELL_UNREAD (G_MININT32 + 1)

/* Texts by row: codes of values, -1 for none. An empty text is none. */
typedef struct
{
  MarmotColumn *values;
  gint32 *codes;
} PersonTexts;

gboolean     person_texts_init  (PersonTexts       *self,
                                 MarmotColumn      *column,
                                 const char        *name,
                                 GError           **error);
void         person_texts_clear (PersonTexts       *self);

/* What a distinct cell says: CELL_BLANK and CELL_UNREAD are such. */
typedef gint32 (*CellRead)      (const char        *text,
                                 gsize              length,
                                 gpointer           data);

/* Numbers, of rows; free them. The column may be NULL: all blank. Numbers are read as they
 * are, and text and codes by read. */
gint32      *person_read_numbers (MarmotColumn     *column,
                                  const char       *name,
                                  gsize             n_rows,
                                  CellRead          read,
                                  gpointer          data,
                                  GError          **error);

/* The same of codes, where numbers are words as well. */
gint32      *person_read_codes   (MarmotColumn     *column,
                                  const char       *name,
                                  gsize             n_rows,
                                  CellRead          read,
                                  gpointer          data,
                                  GError          **error);

/* Likewise days; LEGAL_NO_DATE is CELL_BLANK. */
gint32      *person_read_days    (MarmotColumn     *column,
                                  const char       *name,
                                  gsize             n_rows,
                                  GError          **error);

/* 0 or 1. */
gint32       person_read_flag    (const char       *text,
                                  gsize             length,
                                  gpointer          data);

/* A collection year: 2023 of "2023" and "2023/24". */
gint32       person_read_year    (const char       *text,
                                  gsize             length,
                                  gpointer          data);
gboolean     person_year_is_good (gint32            year);

/* Whether a number that a table holds is a flag. */
static inline gboolean
person_flag_is_good (gint32 flag)
{
  return flag == 0 || flag == 1;
}

/* The column of a caller's table. Without one it is a MARMOT_ERROR_NOT_FOUND. */
MarmotColumn *person_need_column (MarmotTable      *table,
                                  const char       *what,
                                  const char       *name,
                                  GError          **error);

/* A text without the blanks around it, in capitals, if it fits; FALSE if it does not. */
gboolean     person_fold_code    (const char       *text,
                                  gsize             length,
                                  char             *room,
                                  gsize             size);

/* --- columns of tables --------------------------------------------------------------- */

/* Names and columns as they come. */
typedef struct
{
  const char *names[16];
  MarmotColumn *columns[16];
  gsize n_columns;
} PersonTableMaker;

void         person_table_add    (PersonTableMaker *self,
                                  const char       *name,
                                  MarmotColumn     *column);
MarmotTable *person_table_end    (PersonTableMaker *self);

/* A dictionary of bytes, which are taken, into names; 255 is null. */
MarmotColumn *person_column_of_bytes (guint8            *bytes,
                                      gsize              n_rows,
                                      const char *const *names);

/* A dictionary of codes in memory that is kept, into names (nullable); -1 is null. */
MarmotColumn *person_column_of_codes (const gint32      *codes,
                                      gsize              n_rows,
                                      MarmotMemory      *memory,
                                      MarmotColumn      *names);

/* Days in memory that is kept, LEGAL_NO_DATE being null. */
MarmotColumn *person_column_of_days  (const gint32      *days,
                                      gsize              n_rows,
                                      MarmotMemory      *memory);

G_END_DECLS
