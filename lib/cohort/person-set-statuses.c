/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The legal status of everybody, on a day and over their lives, without an object of
 * anybody. Several threads do it where that pays; the answers are the same to the last bit.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "small-tables-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-threads-private.h"

#define NO_NAME G_MAXUINT8

/* Answers to a question by row, as columns have them. */
typedef struct
{
  const PersonColumns *columns;
  const LegalTerms *terms;
  gint32 day;
  guint8 *statuses;
  guint8 *rules;
  guint8 *corporate;
  guint8 *flags;
  gint32 *ages;
  gint32 *days_since_14;
  gint32 *days_after_16;
  guint32 *depends;
} Answers;

enum
{
  IS_RETURNER = 1 << 0,
  HAS_MOVED = 1 << 1
};

static guint8
name_rule (LegalRule rule)
{
  return rule == LEGAL_NO_RULE ? NO_NAME : (guint8) rule;
}

/* What contradicts itself in the life of a row: as the set found it, or anew where birthdays
 * are on other days. */
static guint32
find_problems (const PersonColumns *columns,
               const LegalTerms *terms,
               gsize row,
               LegalLife *life)
{
  g_autofree gint32 *days = NULL;
  LegalLife full;

  person_set_get_life (columns, row, NULL, life);
  if (terms->leap_birthday == MARMOT_LEAP_BIRTHDAY_MARCH)
    return columns->problems[row];
  days = g_new (gint32, (gsize) columns->contact_starts[row + 1] - columns->contact_starts[row] + 1);
  person_set_get_life (columns, row, days, &full);
  return legal_check (&full, terms);
}

static void
answer_rows (gsize first,
             gsize n_rows,
             gpointer data)
{
  Answers *self = data;

  for (gsize row = first; row < first + n_rows; row++)
    {
      LegalAnswer answer;
      LegalLife life;
      const guint32 problems = find_problems (self->columns, self->terms, row, &life);

      legal_evaluate (&life, self->terms, problems, self->day, NULL, &answer);
      self->ages[row] = legal_age_on (life.birth, self->day, self->terms->leap_birthday);
      self->statuses[row] = (guint8) answer.status;
      self->rules[row] = name_rule (answer.rule);
      self->corporate[row] = (guint8) answer.corporate;
      self->flags[row] = (guint8) ((answer.returner ? IS_RETURNER : 0) | (answer.authority_moved ? HAS_MOVED : 0));
      self->days_since_14[row] = answer.days_since_14;
      self->days_after_16[row] = answer.days_after_16;
      self->depends[row] = answer.depends_on;
    }
}

/* --- columns ------------------------------------------------------------------------- */

/* Bytes into nicks of an enumeration whose values are 0, 1, 2 and so on. */
static MarmotColumn *
make_members (GType type,
              guint8 *bytes,
              gsize n_rows)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (type);
  g_autofree const char **nicks = g_new0 (const char *, known->n_values + 1);

  for (guint i = 0; i < known->n_values; i++)
    nicks[i] = known->values[i].value_nick;
  return person_column_of_bytes (bytes, n_rows, nicks);
}

static MarmotColumn *
make_rules (guint8 *bytes,
            gsize n_rows)
{
  const char *names[LEGAL_N_RULES + 1];

  for (guint rule = 0; rule < LEGAL_N_RULES; rule++)
    names[rule] = legal_rule_name (rule);
  names[LEGAL_N_RULES] = NULL;
  return person_column_of_bytes (bytes, n_rows, names);
}

static MarmotColumn *
make_flags (const guint8 *flags,
            guint8 flag,
            gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);

  for (gsize row = 0; row < n_rows; row++)
    marmot_column_builder_append_boolean (builder, (flags[row] & flag) != 0);
  return marmot_column_builder_finish (builder);
}

/* Counts, of which those below 0 are not known. */
static MarmotColumn *
make_counts (const gint32 *counts,
             gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);

  for (gsize row = 0; row < n_rows; row++)
    if (counts[row] < 0)
      marmot_column_builder_append_null (builder);
    else
      marmot_column_builder_append_integer (builder, counts[row]);
  return marmot_column_builder_finish (builder);
}

static MarmotColumn *
make_depends (const guint32 *depends,
              gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  g_autofree char *words = NULL;
  guint32 last = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      if (depends[row] == 0)
        {
          marmot_column_builder_append_null (builder);
          continue;
        }
      /* Neighbours often miss the same. */
      if (depends[row] != last)
        {
          g_auto (GStrv) list = legal_list_depends (depends[row]);

          g_free (words);
          words = g_strjoinv (" ", list);
          last = depends[row];
        }
      marmot_column_builder_append_text (builder, words, strlen (words));
    }
  return marmot_column_builder_finish (builder);
}

MarmotTable *
marmot_person_set_statuses_on (MarmotPersonSet *self,
                               const GDate *day,
                               MarmotCareLeaverOptions *options)
{
  PersonTableMaker maker = { { NULL }, { NULL }, 0 };
  const gsize n_rows = self ? self->columns.n_people : 0;
  g_autofree guint8 *flags = NULL;
  g_autofree gint32 *ages = NULL;
  g_autofree gint32 *days_since_14 = NULL;
  g_autofree gint32 *days_after_16 = NULL;
  g_autofree guint32 *depends = NULL;
  Answers answers;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  answers = (Answers){
    .columns = &self->columns,
    .terms = legal_options_peek (options),
    .day = legal_day_of_date (day),
    .statuses = g_new (guint8, n_rows + 1),
    .rules = g_new (guint8, n_rows + 1),
    .corporate = g_new (guint8, n_rows + 1),
    .flags = flags = g_new (guint8, n_rows + 1),
    .ages = ages = g_new (gint32, n_rows + 1),
    .days_since_14 = days_since_14 = g_new (gint32, n_rows + 1),
    .days_after_16 = days_after_16 = g_new (gint32, n_rows + 1),
    .depends = depends = g_new (guint32, n_rows + 1),
  };
  marmot_rows_run (n_rows, answer_rows, &answers);

  person_table_add (&maker, "status", make_members (MARMOT_TYPE_CARE_STATUS, answers.statuses, n_rows));
  person_table_add (&maker, "provision", make_rules (answers.rules, n_rows));
  person_table_add (&maker, "age", make_counts (ages, n_rows));
  person_table_add (&maker, "returner", make_flags (flags, IS_RETURNER, n_rows));
  person_table_add (&maker, "days_since_14", make_counts (days_since_14, n_rows));
  person_table_add (&maker, "days_after_16", make_counts (days_after_16, n_rows));
  person_table_add (&maker, "depends_on", make_depends (depends, n_rows));
  person_table_add (&maker, "authority_moved", make_flags (flags, HAS_MOVED, n_rows));
  person_table_add (&maker, "corporate_parenting", make_members (MARMOT_TYPE_CARE_ANSWER, answers.corporate, n_rows));
  return person_table_end (&maker);
}

/* --- lives --------------------------------------------------------------------------- */

/* A stretch of somebody's life, as small as it can be: there are some eight a person. */
typedef struct
{
  gint32 from;
  gint32 until;
  guint32 row;
  guint8 status;
  guint8 rule;
  guint8 corporate;
  guint8 is_returner;
} Stretch;

typedef struct
{
  const PersonColumns *columns;
  const LegalTerms *terms;
  GArray **blocks;            /* those of each so many people, in their order */
} Timelines;

static void
follow_rows (gsize first,
             gsize n_rows,
             gpointer data)
{
  Timelines *self = data;
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (LegalStretch));

  for (gsize row = first; row < first + n_rows; row++)
    {
      GArray **block = &self->blocks[row / MARMOT_ROWS_PIECE];
      LegalLife life;
      const guint32 problems = find_problems (self->columns, self->terms, row, &life);

      if (!*block)
        *block = g_array_new (FALSE, FALSE, sizeof (Stretch));
      g_array_set_size (stretches, 0);
      legal_timeline (&life, self->terms, problems, stretches);
      for (guint i = 0; i < stretches->len; i++)
        {
          const LegalStretch *of = &g_array_index (stretches, LegalStretch, i);
          const Stretch stretch = {
            .from = of->from,
            .until = of->until,
            .row = (guint32) row,
            .status = (guint8) of->answer.status,
            .rule = name_rule (of->answer.rule),
            .corporate = (guint8) of->answer.corporate,
            .is_returner = of->answer.returner != FALSE,
          };

          g_array_append_val (*block, stretch);
        }
    }
}

/* Takes the blocks. */
static MarmotTable *
make_timelines (GArray **blocks,
                gsize n_blocks)
{
  PersonTableMaker maker = { { NULL }, { NULL }, 0 };
  MarmotColumnBuilder *rows = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *from = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *until = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *returner = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  guint8 *statuses, *provisions, *corporate;
  gsize n_stretches = 0, n = 0;

  for (gsize b = 0; b < n_blocks; b++)
    n_stretches += blocks[b] ? blocks[b]->len : 0;
  statuses = g_new (guint8, n_stretches + 1);
  provisions = g_new (guint8, n_stretches + 1);
  corporate = g_new (guint8, n_stretches + 1);
  for (gsize b = 0; b < n_blocks; b++)
    {
      for (guint i = 0; blocks[b] && i < blocks[b]->len; i++)
        {
          const Stretch *stretch = &g_array_index (blocks[b], Stretch, i);

          marmot_column_builder_append_integer (rows, stretch->row);
          cohort_append_day (from, stretch->from);
          cohort_append_day (until, stretch->until);
          marmot_column_builder_append_boolean (returner, stretch->is_returner);
          statuses[n] = stretch->status;
          provisions[n] = stretch->rule;
          corporate[n++] = stretch->corporate;
        }
      g_clear_pointer (&blocks[b], g_array_unref);
    }
  person_table_add (&maker, "row", marmot_column_builder_finish (rows));
  person_table_add (&maker, "from", marmot_column_builder_finish (from));
  person_table_add (&maker, "until", marmot_column_builder_finish (until));
  person_table_add (&maker, "status", make_members (MARMOT_TYPE_CARE_STATUS, statuses, n));
  person_table_add (&maker, "provision", make_rules (provisions, n));
  person_table_add (&maker, "returner", marmot_column_builder_finish (returner));
  person_table_add (&maker, "corporate_parenting", make_members (MARMOT_TYPE_CARE_ANSWER, corporate, n));
  return person_table_end (&maker);
}

MarmotTable *
marmot_person_set_get_timelines (MarmotPersonSet *self,
                                 MarmotCareLeaverOptions *options)
{
  g_autofree GArray **blocks = NULL;
  gsize n_blocks;
  Timelines timelines;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  n_blocks = self->columns.n_people / MARMOT_ROWS_PIECE + 1;
  blocks = g_new0 (GArray *, n_blocks);
  timelines = (Timelines){ &self->columns, legal_options_peek (options), blocks };
  marmot_rows_run (self->columns.n_people, follow_rows, &timelines);
  return make_timelines (blocks, n_blocks);
}
