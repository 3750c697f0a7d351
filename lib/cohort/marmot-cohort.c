/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "cohort-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-table-private.h"
#include "core/marmot-threads-private.h"

struct _MarmotCohort
{
  GObject parent_instance;

  MarmotPersonSet *people;
  char *name;
  char *definition;
  MarmotPeriod *reference;
  char *part;
  gboolean is_combined;

  guint8 *codes;              /* shared with cohorts of other names */
  CohortReason *reasons;      /* whose texts are the cohort's */
  guint n_reasons;
  gsize counts[G_MAXUINT8 + 1];
  gsize n_people;
  gsize n_of[3];              /* by answer */

  GMutex lock;
  guint32 *rows;              /* of the members, made when they are first asked for */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotCohort, marmot_cohort, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marmot_cohort_finalize (GObject *object)
{
  MarmotCohort *self = MARMOT_COHORT (object);

  g_clear_object (&self->people);
  g_free (self->name);
  g_free (self->definition);
  g_clear_pointer (&self->reference, marmot_period_unref);
  g_free (self->part);
  g_clear_pointer (&self->codes, g_atomic_rc_box_release);
  for (guint i = 0; i < self->n_reasons; i++)
    g_free ((char *) self->reasons[i].text);
  g_free (self->reasons);
  g_free (self->rows);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (marmot_cohort_parent_class)->finalize (object);
}

static void
marmot_cohort_class_init (MarmotCohortClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_cohort_finalize;
}

static void
marmot_cohort_init (MarmotCohort *self)
{
  g_mutex_init (&self->lock);
}

/* --- making one ---------------------------------------------------------------------- */

guint8 *
cohort_codes_new (gsize n_people)
{
  return g_atomic_rc_box_alloc (n_people + 1);
}

char *
cohort_cut_take (char *text,
                 glong n_characters)
{
  char *short_text;
  char *end;

  if ((glong) strlen (text) <= n_characters || g_utf8_strlen (text, -1) <= n_characters)
    return text;
  end = g_utf8_offset_to_pointer (text, n_characters - 1);
  short_text = g_strdup_printf ("%.*s…", (int) (end - text), text);
  g_free (text);
  return short_text;
}

/* Four counts at once: that of the same reason as the row before would wait for it. */
static void
count_codes (const guint8 *codes,
             gsize n_people,
             gsize *counts)
{
  guint32 parts[4][G_MAXUINT8 + 1] = { { 0 } };
  gsize row = 0;

  for (; row + 4 <= n_people; row += 4)
    for (guint i = 0; i < 4; i++)
      parts[i][codes[row + i]]++;
  for (; row < n_people; row++)
    parts[0][codes[row]]++;
  for (guint i = 0; i <= G_MAXUINT8; i++)
    counts[i] = (gsize) parts[0][i] + parts[1][i] + parts[2][i] + parts[3][i];
}

static void
take_words (MarmotCohort *self,
            char *name,
            char *definition,
            const CohortReason *reasons,
            guint n_reasons)
{
  self->name = cohort_cut_take (name, COHORT_NAME_LENGTH);
  self->definition = cohort_cut_take (definition, COHORT_DEFINITION_LENGTH);
  self->n_reasons = n_reasons;
  self->reasons = g_new (CohortReason, n_reasons + 1);
  for (guint i = 0; i < n_reasons; i++)
    {
      self->reasons[i].answer = reasons[i].answer;
      self->reasons[i].text = cohort_cut_take (g_strdup (reasons[i].text), COHORT_REASON_LENGTH);
      self->n_of[reasons[i].answer] += self->counts[i];
    }
}

MarmotCohort *
cohort_new_take (MarmotPersonSet *people,
                 char *name,
                 char *definition,
                 MarmotPeriod *reference,
                 const CohortReason *reasons,
                 guint n_reasons,
                 gboolean is_combined,
                 guint8 *codes)
{
  MarmotCohort *self = g_object_new (MARMOT_TYPE_COHORT, NULL);

  self->people = g_object_ref (people);
  self->reference = reference ? marmot_period_ref (reference) : NULL;
  self->is_combined = is_combined;
  self->codes = codes;
  self->n_people = person_set_peek (people)->n_people;
  count_codes (codes, self->n_people, self->counts);
  take_words (self, name, definition, reasons, n_reasons);
  return self;
}

MarmotCohort *
cohort_reword_take (MarmotCohort *self,
                    char *name,
                    char *definition,
                    const CohortReason *reasons,
                    gboolean is_combined)
{
  MarmotCohort *made = g_object_new (MARMOT_TYPE_COHORT, NULL);

  made->people = self->people ? g_object_ref (self->people) : NULL;
  made->reference = self->reference ? marmot_period_ref (self->reference) : NULL;
  made->part = g_strdup (self->part);
  made->is_combined = is_combined;
  made->codes = self->codes ? g_atomic_rc_box_acquire (self->codes) : NULL;
  made->n_people = self->n_people;
  memcpy (made->counts, self->counts, sizeof self->counts);
  take_words (made, name, definition, reasons, self->n_reasons);
  return made;
}

void
cohort_set_part (MarmotCohort *self,
                 const char *part)
{
  g_free (self->part);
  self->part = g_strdup (part);
}

typedef struct
{
  const PersonColumns *columns;
  CohortTest test;
  gconstpointer rule;
  guint8 *codes;
} Asked;

static void
ask_rows (gsize first,
          gsize n_rows,
          gpointer data)
{
  const Asked *asked = data;

  for (gsize row = first; row < first + n_rows; row++)
    asked->codes[row] = (guint8) asked->test (asked->columns, row, asked->rule);
}

guint8 *
cohort_ask (MarmotPersonSet *people,
            CohortTest test,
            gconstpointer rule)
{
  const PersonColumns *columns = person_set_peek (people);
  Asked asked = { columns, test, rule, cohort_codes_new (columns->n_people) };

  marmot_rows_run (columns->n_people, ask_rows, &asked);
  return asked.codes;
}

/* --- for the files of this room ------------------------------------------------------ */

const guint8 *
cohort_peek_codes (MarmotCohort *self)
{
  return self->codes;
}

const CohortReason *
cohort_peek_reasons (MarmotCohort *self,
                     guint *n_reasons)
{
  *n_reasons = self->n_reasons;
  return self->reasons;
}

MarmotPeriod *
cohort_peek_reference (MarmotCohort *self)
{
  return self->reference;
}

gboolean
cohort_is_combined (MarmotCohort *self)
{
  return self->is_combined;
}

const gsize *
cohort_peek_counts (MarmotCohort *self)
{
  return self->counts;
}

gsize
cohort_n_people (MarmotCohort *self)
{
  return self->n_people;
}

const guint32 *
cohort_peek_rows (MarmotCohort *self)
{
  g_mutex_lock (&self->lock);
  if (!self->rows)
    {
      gsize n_rows = 0;

      self->rows = g_new (guint32, self->n_of[MARMOT_CARE_ANSWER_YES] + 1);
      for (gsize row = 0; row < self->n_people; row++)
        if (self->reasons[self->codes[row]].answer == MARMOT_CARE_ANSWER_YES)
          self->rows[n_rows++] = (guint32) row;
    }
  g_mutex_unlock (&self->lock);
  return self->rows;
}

/* Facts, contacts and so on are put beside the same people, who keep their table. */
static gboolean
is_same (MarmotCohort *self,
         MarmotCohort *other)
{
  if (self->people == other->people)
    return TRUE;
  return self->people && other->people
         && marmot_person_set_get_table (self->people) == marmot_person_set_get_table (other->people);
}

gboolean
cohort_check_same (MarmotCohort *self,
                   MarmotCohort *other,
                   GError **error)
{
  if (self->people && is_same (self, other))
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "The two cohorts are of different sets of people, whose rows need not be the same persons: make "
                       "both of one set");
  return FALSE;
}

PersonKey
cohort_find_key (MarmotCohort *self,
                 const char *name,
                 GError **error)
{
  const PersonColumns *columns = self->people ? person_set_peek (self->people) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  for (PersonKey key = 0; columns && key < PERSON_N_KEYS; key++)
    if (columns->keys[key] && columns->key_columns[key])
      {
        if (g_str_equal (person_key_name (key), name))
          return key;
        g_string_append_printf (list, "%s%s", list->len ? ", " : "", person_key_name (key));
      }
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
               "The people have no such column to tell them apart by; they have: %s",
               list->len ? list->str : "none");
  return PERSON_N_KEYS;
}

/* --- columns ------------------------------------------------------------------------- */

MarmotColumn *
cohort_column_of_bytes (const guint8 *bytes,
                        gsize n_rows,
                        const char *const *words,
                        guint8 none)
{
  g_autoptr (MarmotColumn) values = marmot_column_new_text (words);
  g_autoptr (GBytes) codes = NULL;
  g_autoptr (GBytes) validity = NULL;
  gint32 *wide = g_new (gint32, n_rows + 1);
  guint8 *bits = g_malloc0 (n_rows / 8 + 1);

  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean is_there = bytes[row] != none;

      wide[row] = is_there ? bytes[row] : 0;
      bits[row >> 3] |= (guint8) ((guint) is_there << (row & 7));
    }
  codes = g_bytes_new_take (wide, n_rows * sizeof (gint32));
  validity = g_bytes_new_take (bits, n_rows / 8 + 1);
  return marmot_column_new_dictionary (codes, values, validity, n_rows, NULL);
}

MarmotTable *
cohort_table_take (const char *const *names,
                   MarmotColumn **columns,
                   gsize n_columns)
{
  MarmotTable *table = marmot_table_new (names, columns, n_columns, NULL);

  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static MarmotColumn *
list_rows (MarmotCohort *self,
           MarmotCareAnswer answer)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);

  for (gsize row = 0; row < self->n_people; row++)
    if (self->reasons[self->codes[row]].answer == answer)
      marmot_column_builder_append_integer (builder, (gint64) row);
  return marmot_column_builder_finish (builder);
}

MarmotColumn *
marmot_cohort_get_rows (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return list_rows (self, MARMOT_CARE_ANSWER_YES);
}

MarmotColumn *
marmot_cohort_get_undetermined_rows (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return list_rows (self, MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);
}

MarmotColumn *
marmot_cohort_get_answers (MarmotCohort *self)
{
  MarmotColumnBuilder *builder;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  for (gsize row = 0; row < self->n_people; row++)
    {
      MarmotCareAnswer answer = self->reasons[self->codes[row]].answer;

      if (answer == MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_boolean (builder, answer == MARMOT_CARE_ANSWER_YES);
    }
  return marmot_column_builder_finish (builder);
}

static MarmotColumn *
list_reasons (MarmotCohort *self)
{
  g_autofree const char **words = g_new0 (const char *, self->n_reasons + 1);

  for (guint i = 0; i < self->n_reasons; i++)
    words[i] = self->reasons[i].text;
  return cohort_column_of_bytes (self->codes, self->n_people, words, G_MAXUINT8);
}

MarmotTable *
marmot_cohort_get_table (MarmotCohort *self)
{
  static const char *const names[] = { "row", "person", "member", "reason", NULL };
  MarmotColumn *columns[4];
  MarmotColumnBuilder *rows;
  MarmotTable *people;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  rows = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  for (gsize row = 0; row < self->n_people; row++)
    marmot_column_builder_append_integer (rows, (gint64) row);
  columns[0] = marmot_column_builder_finish (rows);
  people = self->people ? marmot_person_set_get_table (self->people) : NULL;
  columns[1] = people ? marmot_column_ref (marmot_table_peek_column (people, "person"))
                      : marmot_column_builder_finish (marmot_column_builder_new (MARMOT_COLUMN_TEXT));
  columns[2] = marmot_cohort_get_answers (self);
  columns[3] = list_reasons (self);
  return cohort_table_take (names, columns, 4);
}

static const char *
answer_word (MarmotCareAnswer answer)
{
  return answer == MARMOT_CARE_ANSWER_YES ? "member" : answer == MARMOT_CARE_ANSWER_NO ? "other" : "undetermined";
}

MarmotTable *
marmot_cohort_get_reasons (MarmotCohort *self)
{
  static const char *const names[] = { "answer", "reason", "n", NULL };
  static const MarmotCareAnswer order[] = { MARMOT_CARE_ANSWER_YES, MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED,
                                            MARMOT_CARE_ANSWER_NO };
  MarmotColumnBuilder *answers, *texts, *counts;
  MarmotColumn *columns[3];

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  answers = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  texts = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  counts = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  for (guint a = 0; a < G_N_ELEMENTS (order); a++)
    for (guint i = 0; i < self->n_reasons; i++)
      if (self->reasons[i].answer == order[a] && self->counts[i] > 0)
        {
          const char *word = answer_word (order[a]);

          marmot_column_builder_append_text (answers, word, strlen (word));
          marmot_column_builder_append_text (texts, self->reasons[i].text, strlen (self->reasons[i].text));
          marmot_column_builder_append_integer (counts, (gint64) self->counts[i]);
        }
  columns[0] = marmot_column_builder_finish (answers);
  columns[1] = marmot_column_builder_finish (texts);
  columns[2] = marmot_column_builder_finish (counts);
  return cohort_table_take (names, columns, 3);
}

MarmotPersonSet *
marmot_cohort_to_person_set (MarmotCohort *self,
                             GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  if (!self->people)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The cohort is of nobody: make one of a set of people");
      return NULL;
    }
  return person_set_take (self->people, cohort_peek_rows (self), self->n_of[MARMOT_CARE_ANSWER_YES]);
}

/* --- looking at it ------------------------------------------------------------------- */

MarmotPersonSet *
marmot_cohort_get_people (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  /* One that g_object_new() made is of nobody. */
  return self->people;
}

const char *
marmot_cohort_get_name (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return self->name ? self->name : "";
}

MarmotCohort *
marmot_cohort_with_name (MarmotCohort *self,
                         const char *name)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  return cohort_reword_take (self, g_strdup (name), g_strdup (marmot_cohort_get_definition (self)), self->reasons,
                             self->is_combined);
}

const char *
marmot_cohort_get_definition (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return self->definition ? self->definition : "";
}

MarmotPeriod *
marmot_cohort_get_reference (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return self->reference ? marmot_period_ref (self->reference) : NULL;
}

const char *
marmot_cohort_get_part (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  return self->part;
}

guint
marmot_cohort_get_n_members (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), 0);

  return (guint) self->n_of[MARMOT_CARE_ANSWER_YES];
}

guint
marmot_cohort_get_n_undetermined (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), 0);

  return (guint) self->n_of[MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED];
}

guint
marmot_cohort_get_n_others (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), 0);

  return (guint) self->n_of[MARMOT_CARE_ANSWER_NO];
}

guint
marmot_cohort_get_n_people (MarmotCohort *self)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), 0);

  return (guint) self->n_people;
}

MarmotCareAnswer
marmot_cohort_answer_at (MarmotCohort *self,
                         guint row)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);
  g_return_val_if_fail (row < self->n_people, MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);

  return self->reasons[self->codes[row]].answer;
}

const char *
marmot_cohort_reason_at (MarmotCohort *self,
                         guint row)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (row < self->n_people, NULL);

  return self->reasons[self->codes[row]].text;
}

gboolean
marmot_cohort_equal (MarmotCohort *self,
                     MarmotCohort *other)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_COHORT (other), FALSE);

  if (!is_same (self, other) || memcmp (self->n_of, other->n_of, sizeof self->n_of) != 0)
    return FALSE;
  for (gsize row = 0; row < self->n_people; row++)
    if (self->reasons[self->codes[row]].answer != other->reasons[other->codes[row]].answer)
      return FALSE;
  return TRUE;
}

guint
marmot_cohort_hash (MarmotCohort *self)
{
  guint hash;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), 0);

  hash = self->people ? g_direct_hash (marmot_person_set_get_table (self->people)) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->n_of); i++)
    hash = hash * 31 + (guint) self->n_of[i];
  return hash;
}

char *
marmot_cohort_to_string (MarmotCohort *self)
{
  GString *text;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  text = g_string_new (self->name);
  g_string_append_printf (text, "%s%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " %s", text->len ? ": " : "",
                          self->n_of[MARMOT_CARE_ANSWER_YES], self->n_people, self->n_people == 1 ? "person" : "people");
  if (self->n_of[MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED])
    g_string_append_printf (text, ", %" G_GSIZE_FORMAT " undetermined",
                            self->n_of[MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED]);
  return g_string_free (text, FALSE);
}

/* --- a list of members --------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_CARE_LEAVER;
}

static guint
get_n_items (GListModel *model)
{
  return marmot_cohort_get_n_members (MARMOT_COHORT (model));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  MarmotCohort *self = MARMOT_COHORT (model);

  if (position >= get_n_items (model))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->people), cohort_peek_rows (self)[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
