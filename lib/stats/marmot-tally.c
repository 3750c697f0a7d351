/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A tally is totals by its keys and by one key more: what rows count as. So adding, bytes
 * and the order of groups are those of MarmotTotals, and what is here reads them.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimate-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-serialize-private.h"
#include "core/marmot-table-private.h"
#include "marmot-tally-private.h"
#include "numeric/pool.h"

#define NAME "MarmotTally"
/* The name, the statistic, the numbers of the options, the conventions, the reasons that
 * the options name, and the totals. */
#define BODY_TYPE G_VARIANT_TYPE ("(suadmsmasay)")
#define N_TERMS 3

/* The columns of the totals beside the keys. */
#define COUNTS "marmot:counts"
#define VALUE "marmot:value"

#define MAX_REASONS 1000

/* What a row may count as; exclusions are EXCLUDED plus the position of their reason. */
enum
{
  COUNTED_IN,
  COUNTED_OUT,
  UNKNOWN,
  NOT_COVERED,
  EXCLUDED
};

static const char *const words[EXCLUDED] = { "in", "out", "unknown", "not-covered" };

/* What a group comes to. */
typedef struct
{
  double n_in;
  double n_out;
  double n_unknown;     /* those that are not covered included */
  double n_not_covered;
  double sum;           /* of values, and so on: of a mean alone */
  double mean;
  double sd;
} Counts;

struct _MarmotTally
{
  GObject parent_instance;

  char *name;
  TallyOptions options;
  MarmotTotals *totals;
  char **key_names;     /* not NULL */
  MarmotTable *keys;    /* nullable */
  char **reasons;       /* not NULL */
  gsize n_reasons;
  gsize n_groups;
  Counts *counts;       /* a group */
  double *excluded;     /* a reason of each group, group after group */
  MarmotColumn *rows;   /* nullable: those in the numerators, group by group */
  gsize *row_starts;
};

G_DEFINE_FINAL_TYPE (MarmotTally, marmot_tally, G_TYPE_OBJECT)

static void
marmot_tally_finalize (GObject *object)
{
  MarmotTally *self = MARMOT_TALLY (object);

  g_free (self->name);
  g_strfreev (self->options.reasons);
  g_free (self->options.conventions);
  g_clear_object (&self->totals);
  g_strfreev (self->key_names);
  g_clear_pointer (&self->keys, marmot_table_unref);
  g_strfreev (self->reasons);
  g_free (self->counts);
  g_free (self->excluded);
  g_clear_pointer (&self->rows, marmot_column_unref);
  g_free (self->row_starts);

  G_OBJECT_CLASS (marmot_tally_parent_class)->finalize (object);
}

static void
marmot_tally_class_init (MarmotTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_tally_finalize;
}

/* A tally that nobody filled has no groups. */
static void
marmot_tally_init (MarmotTally *self)
{
  self->name = g_strdup ("");
  self->options = *tally_options_peek (NULL);
  self->key_names = g_new0 (char *, 1);
  self->reasons = g_new0 (char *, 1);
}

static gboolean
refuse (GError **error,
        MarmotError code,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, code, message);
  return FALSE;
}

/* --- reading totals ------------------------------------------------------------------ */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a column of the result is called that has those left out for a reason. */
static char *
name_excluded (const char *reason)
{
  return g_strdelimit (g_strdup_printf ("excluded_%s", reason), " ", '_');
}

static gboolean
check_reasons (char **reasons,
               GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_strv_length (reasons) > MAX_REASONS)
    return refuse (error, MARMOT_ERROR_TOO_LARGE,
                   "There are more than 1,000 reasons to leave rows out: say why in fewer words, and nothing of the row");
  for (char **reason = reasons; *reason; reason++)
    {
      if (!**reason)
        return refuse (error, MARMOT_ERROR_INVALID_DATA,
                       "A row is left out for a reason that is empty: say why, or make it null if it is not asked about");
      for (guint i = 0; i < EXCLUDED; i++)
        if (g_str_equal (*reason, words[i]))
          return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A reason is one of the words \"in\", \"out\", \"unknown\" and \"not-covered\", which are none: "
                         "choose another");
      if (!g_hash_table_add (seen, name_excluded (*reason)))
        return refuse (error, MARMOT_ERROR_INVALID_DATA,
                       "A reason is there twice, or two differ by spaces and underscores alone: write each in one way");
    }
  return TRUE;
}

/* The reasons among the words that rows count as. */
static gboolean
find_reasons (MarmotTally *self,
              MarmotColumn *texts,
              guint32 *code_of_text,
              GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) position = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < texts->length; i++)
    {
      g_autofree char *text = marmot_column_get_text (texts, i);

      for (code_of_text[i] = 0; code_of_text[i] < EXCLUDED; code_of_text[i]++)
        if (g_str_equal (text, words[code_of_text[i]]))
          break;
      if (code_of_text[i] == EXCLUDED)
        g_ptr_array_add (found, g_steal_pointer (&text));
      if (found->len > MAX_REASONS)
        break;
    }
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);
  if (!check_reasons ((char **) found->pdata, error))
    return FALSE;

  g_strfreev (self->reasons);
  self->reasons = g_strdupv (self->options.reasons ? self->options.reasons : (char **) found->pdata);
  self->n_reasons = g_strv_length (self->reasons);
  for (guint i = 0; self->reasons[i]; i++)
    g_hash_table_insert (position, self->reasons[i], GUINT_TO_POINTER (i + 1));
  for (gsize i = 0; i < texts->length; i++)
    if (code_of_text[i] == EXCLUDED)
      {
        g_autofree char *text = marmot_column_get_text (texts, i);
        guint at = GPOINTER_TO_UINT (g_hash_table_lookup (position, text));

        if (at == 0)
          return refuse (error, MARMOT_ERROR_INVALID_DATA,
                         "A row is left out for a reason that is none of those in the options: add it to them, or "
                         "name none there");
        code_of_text[i] = EXCLUDED + at - 1;
      }
  return TRUE;
}

/* The group of each row of the table of totals. */
static gboolean
find_groups (MarmotTally *self,
             MarmotTable *table,
             MarmotColumn *counts,
             gint32 **group_of_row,
             GError **error)
{
  gsize n_rows = marmot_table_get_n_rows (table);
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree gint32 *number = NULL;
  g_autofree gsize *kept = NULL;
  const gint32 *codes;
  gsize n_all;

  *group_of_row = g_new0 (gint32, n_rows + 1);
  if (!self->key_names[0])
    {
      self->n_groups = 1;
      return TRUE;
    }
  groups = marmot_groups_new_from_table (table, (const char *const *) self->key_names, error);
  if (!groups)
    return FALSE;
  codes = marmot_groups_peek_codes (groups);
  n_all = marmot_groups_get_n_groups (groups);
  number = g_new0 (gint32, n_all + 1);
  kept = g_new (gsize, n_all + 1);
  for (gsize row = 0; row < n_rows; row++)
    if (marmot_column_row_is_valid (counts, row))
      number[codes[row]] = 1;
  for (gsize g = 0; g < n_all; g++)
    if (number[g])
      {
        number[g] = (gint32) self->n_groups;
        kept[self->n_groups++] = g;
      }
    else
      number[g] = -1;
  for (gsize row = 0; row < n_rows; row++)
    (*group_of_row)[row] = number[codes[row]];

  keys = marmot_groups_get_keys (groups);
  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  for (char **name = self->key_names; *name; name++)
    g_ptr_array_add (columns, marmot_column_take_known (marmot_table_peek_column (keys, *name), kept, self->n_groups));
  self->keys = marmot_table_new ((const char *const *) self->key_names, (MarmotColumn **) columns->pdata, columns->len, error);
  return self->keys != NULL;
}

/* A column of numbers of the table of totals, as doubles without nulls: what is null is
 * then 0. */
static double *
read_numbers (MarmotTable *table,
              const char *name)
{
  MarmotColumn *column = marmot_table_peek_column (table, name);
  double *numbers;

  if (!column || !marmot_column_is_numeric (column))
    return NULL;
  numbers = g_new (double, column->length + 1);
  for (gsize row = 0; row < column->length; row++)
    {
      double number = 0;

      if (marmot_column_row_is_valid (column, row))
        number = column->type == MARMOT_COLUMN_DOUBLE ? marmot_column_get_double (column, row)
                                                      : (double) marmot_column_get_integer (column, row);
      numbers[row] = number;
    }
  return numbers;
}

/* Everything that follows from the totals. */
static gboolean
read_totals (MarmotTally *self,
             GError **error)
{
  g_autoptr (MarmotTable) table = marmot_totals_to_table (self->totals, error);
  g_autoptr (MarmotColumn) counts = NULL;
  g_autofree guint32 *code_of_text = NULL;
  g_autofree gint32 *group_of_row = NULL;
  g_autofree double *rows = NULL, *n = NULL, *sum = NULL, *mean = NULL, *sd = NULL;
  gboolean is_mean = self->options.statistic == MARMOT_TALLY_STATISTIC_MEAN;
  gsize n_rows;

  if (!table)
    return FALSE;
  counts = marmot_column_cast (marmot_table_peek_column (table, COUNTS), MARMOT_COLUMN_DICTIONARY, error);
  if (!counts)
    return FALSE;
  code_of_text = g_new0 (guint32, counts->dictionary->length + 1);
  if (!find_reasons (self, counts->dictionary, code_of_text, error)
      || !find_groups (self, table, counts, &group_of_row, error))
    return FALSE;

  n_rows = marmot_table_get_n_rows (table);
  rows = read_numbers (table, "rows");
  n = read_numbers (table, VALUE "_n");
  sum = read_numbers (table, VALUE "_sum");
  mean = read_numbers (table, VALUE "_mean");
  sd = read_numbers (table, VALUE "_sd");
  if (!rows || is_mean != (n != NULL && sum != NULL && mean != NULL && sd != NULL))
    return refuse (error, MARMOT_ERROR_PARSE, "The totals of a tally lack a column");

  self->counts = g_new0 (Counts, self->n_groups + 1);
  self->excluded = g_new0 (double, self->n_groups * self->n_reasons + 1);
  for (gsize row = 0; row < n_rows; row++)
    {
      Counts *group = &self->counts[MAX (group_of_row[row], 0)];
      guint32 code;

      if (!marmot_column_row_is_valid (counts, row))
        continue;
      code = code_of_text[marmot_column_get_code (counts, row)];
      if (code >= EXCLUDED)
        {
          self->excluded[(gsize) group_of_row[row] * self->n_reasons + code - EXCLUDED] = rows[row];
          continue;
        }
      if (code == COUNTED_OUT && is_mean)
        return refuse (error, MARMOT_ERROR_INVALID_DATA,
                       "A row counts in the denominator alone, and a mean has none: give it a value of 0, or a reason why "
                       "it is left out");
      if (code == COUNTED_IN && is_mean)
        {
          if (!(sum[row] >= 0 && isfinite (sum[row])))
            return refuse (error, MARMOT_ERROR_PARSE, "The totals of a tally have a sum that is none");
          group->n_in = n[row];
          group->n_unknown += rows[row] - n[row];
          group->sum = sum[row];
          group->mean = mean[row];
          group->sd = sd[row];
        }
      else if (code == COUNTED_IN)
        group->n_in = rows[row];
      else if (code == COUNTED_OUT)
        group->n_out = rows[row];
      else
        group->n_unknown += rows[row];
      if (code == NOT_COVERED)
        group->n_not_covered = rows[row];
    }
  return TRUE;
}

static void
set_options (MarmotTally *self,
             const TallyOptions *options)
{
  self->options = *options;
  self->options.reasons = g_strdupv (options->reasons);
  self->options.conventions = g_strdup (options->conventions);
}

/* Takes the totals. */
static MarmotTally *
make (const char *name,
      const TallyOptions *options,
      const char *const *key_names,
      MarmotTotals *totals,
      GError **error)
{
  g_autoptr (MarmotTally) self = g_object_new (MARMOT_TYPE_TALLY, NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  set_options (self, options);
  g_strfreev (self->key_names);
  self->key_names = g_strdupv ((char **) key_names);
  self->totals = totals;
  return read_totals (self, error) ? g_steal_pointer (&self) : NULL;
}

/* --- counting rows ------------------------------------------------------------------- */

static gboolean
check_options (const TallyOptions *options,
               gboolean has_keys,
               gboolean has_values,
               GError **error)
{
  gboolean is_mean = options->statistic == MARMOT_TALLY_STATISTIC_MEAN;

  if (!(options->confidence > 0 && options->confidence < 1))
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The confidence level must be a proportion between 0 and 1, such as 0.95");
  if (!(options->population >= 0 && isfinite (options->population)))
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT, "The population must be a number above 0");
  if (!(options->per > 0 && isfinite (options->per)))
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT, "What a rate is per must be a number above 0, such as 10000");
  if (options->population > 0 && options->statistic != MARMOT_TALLY_STATISTIC_COUNT)
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT, "The measure is no count: leave the population out");
  if (options->population > 0 && has_keys)
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The population is that of the whole: leave it out where figures are grouped");
  if (is_mean != has_values)
    return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                   is_mean ? "A mean needs the value of each row" : "The measure is no mean: leave the values out");
  return !options->reasons || check_reasons (options->reasons, error);
}

static gboolean
check_key_names (char **names,
                 GError **error)
{
  static const char *const taken[] = { "rows",   "numerator", "denominator", "unknown", "value", "lower",
                                       "upper",  "method",    "status",      COUNTS,    VALUE,   NULL };

  for (; *names; names++)
    if (g_strv_contains (taken, *names) || g_str_has_prefix (*names, "excluded_"))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                     "The key \"%s\" is named as a column of the result: name it otherwise", *names);
        return FALSE;
      }
  return TRUE;
}

/* The values as doubles, null where they are not numbers from 0 up. */
static MarmotColumn *
clean_values (MarmotColumn *values,
              gsize n_rows,
              GError **error)
{
  g_autoptr (MarmotColumn) numbers = NULL;
  g_autofree gboolean *nulls = NULL;
  const double *at;

  if (values->length != n_rows)
    {
      refuse (error, MARMOT_ERROR_LENGTH, "The values have not as many rows as what is counted: give one for each row");
      return NULL;
    }
  if (!marmot_column_is_numeric (values))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The values hold %s: a mean is of numbers",
                   marmot_column_type_name (values->type));
      return NULL;
    }
  numbers = marmot_column_cast (values, MARMOT_COLUMN_DOUBLE, error);
  if (!numbers)
    return NULL;
  at = marmot_column_peek_doubles (numbers);
  for (gsize row = 0; row < n_rows; row++)
    if (marmot_column_row_is_valid (numbers, row) && !(at[row] >= 0 && isfinite (at[row])))
      {
        if (!nulls)
          nulls = g_new0 (gboolean, n_rows);
        nulls[row] = TRUE;
      }
  return nulls ? marmot_column_with_nulls (numbers, nulls, n_rows, error) : g_steal_pointer (&numbers);
}

/* Which rows are in the numerators, group by group; the groups are those of the tally, in
 * the same order, and others of which nothing is asked. */
static gboolean
keep_rows (MarmotTally *self,
           MarmotColumn *counts,
           MarmotColumn *values,
           MarmotTable *keys,
           GError **error)
{
  g_autoptr (MarmotColumn) codes = marmot_column_cast (counts, MARMOT_COLUMN_DICTIONARY, error);
  g_autoptr (MarmotGroups) groups = NULL;
  g_autofree guint8 *is_in = NULL;
  g_autofree gint32 *number = NULL;
  g_autofree gint32 *group_of_row = NULL;
  g_autofree gsize *order = NULL;
  g_autofree gint64 *rows = NULL;
  const gint32 *by = NULL;
  gsize n_all = 1, n_groups = 0, n_out;

  if (!codes)
    return FALSE;
  is_in = g_malloc0 (codes->dictionary->length + 1);
  for (gsize i = 0; i < codes->dictionary->length; i++)
    {
      g_autofree char *text = marmot_column_get_text (codes->dictionary, i);

      is_in[i] = g_strcmp0 (text, words[COUNTED_IN]) == 0;
    }
  if (keys)
    {
      groups = marmot_groups_new_from_table (keys, (const char *const *) self->key_names, error);
      if (!groups)
        return FALSE;
      by = marmot_groups_peek_codes (groups);
      n_all = marmot_groups_get_n_groups (groups);
    }

  number = g_new0 (gint32, n_all + 1);
  for (gsize row = 0; by && row < codes->length; row++)
    if (marmot_column_row_is_valid (codes, row))
      number[by[row]] = 1;
  for (gsize g = 0; by && g < n_all; g++)
    number[g] = number[g] ? (gint32) n_groups++ : 0;

  /* 0 for rows that are in no numerator. */
  group_of_row = g_new0 (gint32, codes->length + 1);
  for (gsize row = 0; row < codes->length; row++)
    if (marmot_column_row_is_valid (codes, row) && is_in[marmot_column_get_code (codes, row)]
        && (!values || marmot_column_row_is_valid (values, row)))
      group_of_row[row] = 1 + (by ? number[by[row]] : 0);
  marmot_group_rows (group_of_row, codes->length, self->n_groups + 1, &self->row_starts, &order);

  n_out = self->row_starts[1];
  rows = g_new (gint64, codes->length - n_out + 1);
  for (gsize i = n_out; i < codes->length; i++)
    rows[i - n_out] = (gint64) order[i];
  self->rows = marmot_column_new_integer (rows, codes->length - n_out);
  for (gsize g = 0; g <= self->n_groups; g++)
    self->row_starts[g] = self->row_starts[g + 1] - n_out;
  return TRUE;
}

MarmotTally *
marmot_tally_new (const char *name,
                  MarmotColumn *counts,
                  MarmotColumn *values,
                  MarmotTable *keys,
                  MarmotTallyOptions *options,
                  GError **error)
{
  static const char *const value_names[] = { VALUE, NULL };
  const TallyOptions *chosen = tally_options_peek (options);
  g_autoptr (MarmotColumn) numbers = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTally) self = NULL;
  g_auto (GStrv) key_names = NULL;
  MarmotTotals *totals;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (counts != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_TALLY_OPTIONS (options), NULL);

  if (!*name)
    {
      refuse (error, MARMOT_ERROR_INVALID_ARGUMENT, "The measure has no name: say what it is called");
      return NULL;
    }
  if (counts->type != MARMOT_COLUMN_TEXT && counts->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "What rows count as is a column that holds %s: it must hold text", marmot_column_type_name (counts->type));
      return NULL;
    }
  if (keys && marmot_table_get_n_columns (keys) == 0)
    keys = NULL;
  key_names = keys ? marmot_table_get_names (keys) : g_new0 (char *, 1);
  if (!check_options (chosen, keys != NULL, values != NULL, error) || !check_key_names (key_names, error))
    return NULL;
  if (keys && marmot_table_get_n_rows (keys) != counts->length)
    {
      refuse (error, MARMOT_ERROR_LENGTH, "The keys have not as many rows as what is counted: give a key for each row");
      return NULL;
    }
  if (values)
    {
      numbers = clean_values (values, counts->length, error);
      if (!numbers)
        return NULL;
    }

  for (gsize i = 0; key_names[i]; i++)
    {
      g_ptr_array_add (names, key_names[i]);
      g_ptr_array_add (columns, marmot_table_get_column (keys, i));
    }
  g_ptr_array_add (names, (gpointer) COUNTS);
  g_ptr_array_add (columns, marmot_column_ref (counts));
  if (numbers)
    {
      g_ptr_array_add (names, (gpointer) VALUE);
      g_ptr_array_add (columns, marmot_column_ref (numbers));
    }
  g_ptr_array_add (names, NULL);
  table = marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
  if (!table)
    return NULL;
  /* The keys end after what rows count as. */
  names->pdata[g_strv_length (key_names) + 1] = NULL;
  totals = marmot_totals_new (table, (const char *const *) names->pdata, NULL, numbers ? value_names : NULL, error);
  self = totals ? make (name, chosen, (const char *const *) key_names, totals, error) : NULL;
  if (!self || (chosen->rows && !keep_rows (self, counts, numbers, keys, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- statistics ---------------------------------------------------------------------- */

static MarmotEstimate *
make_estimate (MarmotTally *self,
               const Counts *counts)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  gboolean has_population = self->options.population > 0;

  if (counts->n_not_covered > 0)
    {
      MarmotLimits limits = { self->options.confidence, (double) NAN, (double) NAN };

      return marmot_estimate_new_full ((double) NAN, MARMOT_METHOD_DEFAULT, MARMOT_STATUS_NOT_COVERED, &limits, 1);
    }
  marmot_interval_options_set_confidence (options, self->options.confidence);
  switch (self->options.statistic)
    {
    case MARMOT_TALLY_STATISTIC_COUNT:
      marmot_interval_options_set_multiplier (options, has_population ? self->options.per : 1);
      return marmot_rate (counts->n_in, has_population ? self->options.population : 1, options, NULL);
    case MARMOT_TALLY_STATISTIC_MEAN:
      return marmot_mean (counts->n_in, counts->mean, counts->sd, options, NULL);
    case MARMOT_TALLY_STATISTIC_SHARE:
    default:
      return marmot_proportion (counts->n_in, counts->n_in + counts->n_out, options, NULL);
    }
}

static double
get_numerator (MarmotTally *self,
               const Counts *counts)
{
  return self->options.statistic == MARMOT_TALLY_STATISTIC_MEAN ? counts->sum : counts->n_in;
}

static double
get_denominator (MarmotTally *self,
                 const Counts *counts)
{
  if (self->options.statistic == MARMOT_TALLY_STATISTIC_COUNT)
    return self->options.population > 0 ? self->options.population : 1;
  return counts->n_in + counts->n_out;
}

static MarmotMeasure *
make_measure (MarmotTally *self,
              const Counts *counts,
              const gint64 *excluded,
              MarmotColumn *rows)
{
  g_autoptr (MarmotEstimate) estimate = make_estimate (self, counts);

  return marmot_measure_new (get_numerator (self, counts), get_denominator (self, counts), (gint64) counts->n_unknown,
                             (const char *const *) self->reasons, excluded, self->n_reasons, estimate, rows, NULL);
}

MarmotMeasure *
marmot_tally_get_measure (MarmotTally *self,
                          gsize group)
{
  g_autofree gint64 *excluded = NULL;
  g_autoptr (MarmotColumn) rows = NULL;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);
  g_return_val_if_fail (group < self->n_groups, NULL);

  excluded = g_new0 (gint64, self->n_reasons + 1);
  for (gsize i = 0; i < self->n_reasons; i++)
    excluded[i] = (gint64) self->excluded[group * self->n_reasons + i];
  if (self->rows)
    rows = marmot_column_slice (self->rows, self->row_starts[group],
                                self->row_starts[group + 1] - self->row_starts[group]);
  return make_measure (self, &self->counts[group], excluded, rows);
}

/* The means of all groups together. */
static void
pool_means (MarmotTally *self,
            Counts *whole)
{
  g_autofree gint32 *group = g_new0 (gint32, self->n_groups + 1);
  g_autofree double *n = g_new (double, self->n_groups + 1);
  g_autofree double *mean = g_new (double, self->n_groups + 1);
  g_autofree double *sd = g_new (double, self->n_groups + 1);
  mn_total count = { 0, 0 }, total = { 0, 0 }, squares = { 0, 0 };

  for (gsize g = 0; g < self->n_groups; g++)
    {
      n[g] = self->counts[g].n_in;
      mean[g] = self->counts[g].mean;
      sd[g] = self->counts[g].sd;
    }
  mn_pool_sums (n, mean, group, self->n_groups, &count, &total);
  whole->mean = whole->n_in > 0 ? mn_total_get (&total) / whole->n_in : 0;
  mn_pool_squares (n, mean, sd, group, self->n_groups, &whole->mean, &squares);
  whole->sd = mn_pool_sd (whole->n_in, squares);
}

MarmotMeasure *
marmot_tally_get_sum (MarmotTally *self)
{
  g_autofree gint64 *excluded = NULL;
  Counts whole = { 0, 0, 0, 0, 0, 0, 0 };

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  excluded = g_new0 (gint64, self->n_reasons + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    {
      whole.n_in += self->counts[g].n_in;
      whole.n_out += self->counts[g].n_out;
      whole.n_unknown += self->counts[g].n_unknown;
      whole.n_not_covered += self->counts[g].n_not_covered;
      whole.sum += self->counts[g].sum;
      for (gsize i = 0; i < self->n_reasons; i++)
        excluded[i] += (gint64) self->excluded[g * self->n_reasons + i];
    }
  if (self->options.statistic == MARMOT_TALLY_STATISTIC_MEAN)
    pool_means (self, &whole);
  return make_measure (self, &whole, excluded, NULL);
}

/* --- what is there ------------------------------------------------------------------- */

const char *
marmot_tally_get_name (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  return self->name;
}

MarmotTallyStatistic
marmot_tally_get_statistic (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), MARMOT_TALLY_STATISTIC_SHARE);

  return self->options.statistic;
}

const char *
marmot_tally_get_conventions (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  return self->options.conventions;
}

const char *const *
marmot_tally_get_reasons (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  return (const char *const *) self->reasons;
}

gsize
marmot_tally_get_n_groups (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), 0);

  return self->n_groups;
}

MarmotTable *
marmot_tally_get_keys (MarmotTally *self)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  return self->keys ? marmot_table_ref (self->keys) : NULL;
}

GPtrArray *
marmot_tally_get_findings (MarmotTally *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  g_autofree char *message = NULL;
  double n = 0;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  for (gsize g = 0; g < self->n_groups; g++)
    n += self->counts[g].n_not_covered;
  if (n > 0)
    {
      message = g_strdup_printf ("%.0f of those whom \"%s\" asks about are unknown, since the data do not reach as far as "
                                 "it looks",
                                 n, self->name);
      g_ptr_array_add (findings,
                       marmot_finding_new ("tally/coverage", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, NULL, message,
                                           "Supply the data of that time as well, say which days the data cover, or choose "
                                           "a time that is covered"));
    }
  return g_steal_pointer (&findings);
}

static void
add_column (GPtrArray *names,
            GPtrArray *columns,
            char *name,
            MarmotColumn *column)
{
  g_ptr_array_add (names, name);
  g_ptr_array_add (columns, column);
}

/* NaN is null. */
static MarmotColumn *
make_nullable (const double *numbers,
               gsize n)
{
  g_autoptr (MarmotColumn) column = marmot_column_new_double (numbers, n);
  g_autofree gboolean *nulls = g_new (gboolean, n + 1);

  for (gsize i = 0; i < n; i++)
    nulls[i] = isnan (numbers[i]);
  return marmot_column_with_nulls (column, nulls, n, NULL);
}

MarmotTable *
marmot_tally_to_table (MarmotTally *self)
{
  static const char *const numbered[] = { "numerator", "denominator", "unknown" };
  static const char *const estimated[] = { "value", "lower", "upper" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree double *numbers = NULL;
  g_autofree const char **methods = NULL;
  g_autofree const char **statuses = NULL;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  n = self->n_groups;
  numbers = g_new (double, 7 * n + 1);
  methods = g_new0 (const char *, n + 1);
  statuses = g_new0 (const char *, n + 1);
  for (gsize g = 0; g < n; g++)
    {
      const Counts *counts = &self->counts[g];
      g_autoptr (MarmotEstimate) estimate = make_estimate (self, counts);

      numbers[g] = get_numerator (self, counts);
      numbers[n + g] = get_denominator (self, counts);
      numbers[2 * n + g] = counts->n_unknown;
      numbers[3 * n + g] = marmot_estimate_get_value (estimate);
      numbers[4 * n + g] = marmot_estimate_get_lower (estimate);
      numbers[5 * n + g] = marmot_estimate_get_upper (estimate);
      methods[g] = marmot_method_to_nick (marmot_estimate_get_method (estimate));
      statuses[g] = marmot_status_to_nick (marmot_estimate_get_status (estimate));
    }

  for (gsize i = 0; self->key_names[i]; i++)
    add_column (names, columns, g_strdup (self->key_names[i]), marmot_table_get_column (self->keys, i));
  for (guint i = 0; i < 3; i++)
    add_column (names, columns, g_strdup (numbered[i]), marmot_column_new_double (numbers + i * n, n));
  for (gsize i = 0; i < self->n_reasons; i++)
    {
      for (gsize g = 0; g < n; g++)
        numbers[6 * n + g] = self->excluded[g * self->n_reasons + i];
      add_column (names, columns, name_excluded (self->reasons[i]), marmot_column_new_double (numbers + 6 * n, n));
    }
  for (guint i = 0; i < 3; i++)
    add_column (names, columns, g_strdup (estimated[i]), make_nullable (numbers + (3 + i) * n, n));
  add_column (names, columns, g_strdup ("method"), marmot_column_new_text (methods));
  add_column (names, columns, g_strdup ("status"), marmot_column_new_text (statuses));
  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

/* --- values that travel -------------------------------------------------------------- */

static gboolean
has_same_texts (char **one,
                char **other)
{
  return one && other ? g_strv_equal ((const char *const *) one, (const char *const *) other) : one == other;
}

static gboolean
is_alike (MarmotTally *self,
          MarmotTally *other)
{
  const TallyOptions *one = &self->options, *two = &other->options;

  return g_str_equal (self->name, other->name) && has_same_texts (self->key_names, other->key_names)
         && one->statistic == two->statistic && one->confidence == two->confidence && one->population == two->population
         && one->per == two->per && has_same_texts (one->reasons, two->reasons)
         && g_strcmp0 (one->conventions, two->conventions) == 0;
}

MarmotTally *
marmot_tally_add (MarmotTally *self,
                  MarmotTally *other,
                  GError **error)
{
  MarmotTotals *totals;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);
  g_return_val_if_fail (MARMOT_IS_TALLY (other), NULL);
  g_return_val_if_fail (self->totals != NULL && other->totals != NULL, NULL);

  if (!is_alike (self, other))
    {
      refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
              "The tallies are not of the same measure with the same keys and options: make them alike");
      return NULL;
    }
  totals = marmot_totals_add (self->totals, other->totals, error);
  return totals ? make (self->name, &self->options, (const char *const *) self->key_names, totals, error) : NULL;
}

gboolean
marmot_tally_equal (MarmotTally *self,
                    MarmotTally *other)
{
  g_return_val_if_fail (MARMOT_IS_TALLY (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_TALLY (other), FALSE);

  if (self == other)
    return TRUE;
  if (!is_alike (self, other) || self->n_groups != other->n_groups || !has_same_texts (self->reasons, other->reasons)
      || (self->keys && !marmot_table_equal (self->keys, other->keys)))
    return FALSE;
  for (gsize g = 0; g < self->n_groups; g++)
    if (memcmp (&self->counts[g], &other->counts[g], sizeof (Counts)) != 0)
      return FALSE;
  for (gsize i = 0; i < self->n_groups * self->n_reasons; i++)
    if (self->excluded[i] != other->excluded[i])
      return FALSE;
  return TRUE;
}

guint
marmot_tally_hash (MarmotTally *self)
{
  guint hash;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), 0);

  hash = g_str_hash (self->name) * 31 + (guint) self->options.statistic;
  for (gsize g = 0; g < self->n_groups; g++)
    hash = hash * 31 + (guint) self->counts[g].n_in;
  return hash;
}

char *
marmot_tally_to_string (MarmotTally *self)
{
  g_autofree char *by = NULL;

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);

  by = g_strjoinv (", ", self->key_names);
  return g_strdup_printf ("%s in %" G_GSIZE_FORMAT " %s%s%s", self->name, self->n_groups,
                          self->n_groups == 1 ? "group" : "groups", by[0] ? " by " : "", by);
}

GBytes *
marmot_tally_serialize (MarmotTally *self)
{
  const TallyOptions *options;
  g_autoptr (GBytes) totals = NULL;
  GVariant *reasons = NULL;
  double terms[N_TERMS];

  g_return_val_if_fail (MARMOT_IS_TALLY (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  options = &self->options;
  terms[0] = options->confidence;
  terms[1] = options->population;
  terms[2] = options->per;
  totals = marmot_totals_serialize (self->totals);
  if (options->reasons)
    reasons = g_variant_new_strv ((const char *const *) options->reasons, -1);
  return marmot_serialize_body (NAME, 1,
                                g_variant_new ("(su@adms@mas@ay)", self->name, (guint32) options->statistic,
                                               g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, terms, N_TERMS,
                                                                          sizeof (double)),
                                               options->conventions,
                                               g_variant_new_maybe (G_VARIANT_TYPE_STRING_ARRAY, reasons),
                                               g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, totals, TRUE)));
}

/* The names of the keys, which are the columns of the totals before what rows count as; NULL
 * if they are not those of a tally. */
static char **
find_key_names (MarmotTotals *totals)
{
  g_autoptr (MarmotTable) table = marmot_totals_to_table (totals, NULL);
  g_auto (GStrv) names = table ? marmot_table_get_names (table) : NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (gsize i = 0; names && names[i]; i++)
    {
      g_autoptr (MarmotColumn) column = NULL;

      if (!g_str_equal (names[i], COUNTS))
        {
          g_strv_builder_add (keys, names[i]);
          continue;
        }
      column = marmot_table_get_column (table, i);
      return column->type == MARMOT_COLUMN_TEXT && g_strcmp0 (names[i + 1], "rows") == 0 ? g_strv_builder_end (keys) : NULL;
    }
  return NULL;
}

MarmotTally *
marmot_tally_deserialize (GBytes *bytes,
                          GError **error)
{
  g_autoptr (GVariant) body = NULL, terms_value = NULL, reasons_value = NULL, reasons = NULL, totals_value = NULL;
  g_autoptr (GBytes) totals_bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *conventions = NULL;
  g_auto (GStrv) key_names = NULL;
  g_auto (GStrv) reason_names = NULL;
  g_autoptr (MarmotTotals) totals = NULL;
  MarmotTally *self = NULL;
  TallyOptions options = { .rows = FALSE };
  const double *terms;
  guint32 statistic;
  gsize n_terms;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;
  g_variant_get (body, "(su@adms@mas@ay)", &name, &statistic, &terms_value, &conventions, &reasons_value, &totals_value);
  terms = g_variant_get_fixed_array (terms_value, &n_terms, sizeof (double));
  reasons = g_variant_get_maybe (reasons_value);
  reason_names = reasons ? g_variant_dup_strv (reasons, NULL) : NULL;
  totals_bytes = g_variant_get_data_as_bytes (totals_value);
  totals = marmot_totals_deserialize (totals_bytes, NULL);
  key_names = totals ? find_key_names (totals) : NULL;
  if (key_names && *name && n_terms == N_TERMS && marmot_enum_has (MARMOT_TYPE_TALLY_STATISTIC, statistic))
    {
      options.statistic = statistic;
      options.confidence = terms[0];
      options.population = terms[1];
      options.per = terms[2];
      options.conventions = conventions;
      options.reasons = reason_names;
      if (check_options (&options, key_names[0] != NULL, statistic == MARMOT_TALLY_STATISTIC_MEAN, NULL)
          && check_key_names (key_names, NULL))
        self = make (name, &options, (const char *const *) key_names, g_steal_pointer (&totals), NULL);
    }
  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold a tally of a later version, or are damaged");
  return self;
}
