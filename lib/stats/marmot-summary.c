/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "numeric/percentile.h"

/* More than anybody draws, and few enough for a table. */
#define MAX_PERCENTS 1001

MarmotMethod
marmot_percentile_rule_get_method (MarmotPercentileRule rule)
{
  return rule == MARMOT_PERCENTILE_RULE_FINGERTIPS ? MARMOT_METHOD_PERCENTILE_FINGERTIPS
                                                   : MARMOT_METHOD_PERCENTILE_TYPE_7;
}

static gboolean
check (MarmotColumn *values,
       MarmotGroups *groups,
       GError **error)
{
  if (!marmot_column_is_numeric (values))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The values are no numbers: pass doubles or integers");
      return FALSE;
    }
  if (groups && marmot_groups_get_n_rows (groups) != values->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and there are %" G_GSIZE_FORMAT
                   " values: make the groups of the same rows",
                   marmot_groups_get_n_rows (groups), values->length);
      return FALSE;
    }
  return TRUE;
}

/* A dictionary that holds one text in every row. */
static MarmotColumn *
repeat (const char *text,
        gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < n_rows; i++)
    marmot_column_builder_append_text (builder, text, strlen (text));
  return marmot_column_builder_finish (builder);
}

/* Takes the column; a name that a key has already is an error. */
static gboolean
add (GPtrArray *names,
     GPtrArray *columns,
     const char *name,
     MarmotColumn *column,
     GError **error)
{
  g_ptr_array_add (columns, column);
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                     "A column of the result is named \"%s\", and so is another or a key: rename the key, and "
                     "name each percentile once",
                     name);
        return FALSE;
      }
  g_ptr_array_add (names, g_strdup (name));
  return TRUE;
}

static MarmotTable *
compute (MarmotColumn *values,
         MarmotGroups *groups,
         const char *const *labels,
         const double *fractions,
         gsize n_fractions,
         MarmotPercentileRule rule,
         guint min_values,
         GError **error)
{
  const gint32 *codes = groups ? marmot_groups_peek_codes (groups) : NULL;
  gsize n_groups = groups ? marmot_groups_get_n_groups (groups) : 1;
  gsize least = min_values > 0 ? min_values : MARMOT_SUMMARY_MIN_VALUES;
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree gint64 *counts = g_new (gint64, MAX (n_groups, 1));
  g_autofree gint64 *left_out = g_new0 (gint64, MAX (n_groups, 1));
  g_autofree gsize *starts = NULL;
  g_autofree double *sorted = NULL;
  MarmotColumnBuilder *statuses;
  gboolean ok = TRUE;

  marmot_group_values (values, codes, n_groups, &starts, &sorted);
  for (gsize row = 0; row < values->length; row++)
    left_out[codes ? codes[row] : 0]++;
  for (gsize g = 0; g < n_groups; g++)
    {
      counts[g] = (gint64) (starts[g + 1] - starts[g]);
      left_out[g] -= counts[g];
    }

  for (gsize i = 0; keys && i < marmot_table_get_n_columns (keys); i++)
    {
      g_ptr_array_add (names, g_strdup (marmot_table_get_column_name (keys, i)));
      g_ptr_array_add (columns, marmot_table_get_column (keys, i));
    }
  ok = add (names, columns, "n", marmot_column_new_integer (counts, n_groups), error)
       && add (names, columns, "n_left_out", marmot_column_new_integer (left_out, n_groups), error);

  for (gsize f = 0; ok && f < n_fractions; f++)
    {
      MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);

      for (gsize g = 0; g < n_groups; g++)
        {
          gsize n = starts[g + 1] - starts[g];

          if (n < least)
            marmot_column_builder_append_null (builder);
          else if (rule == MARMOT_PERCENTILE_RULE_FINGERTIPS)
            marmot_column_builder_append_double (builder,
                                                 mn_percentile_fingertips (sorted + starts[g], n, fractions[f]));
          else
            marmot_column_builder_append_double (builder, mn_percentile (sorted + starts[g], n, fractions[f]));
        }
      ok = add (names, columns, labels[f], marmot_column_builder_finish (builder), error);
    }
  if (!ok)
    return NULL;

  statuses = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  for (gsize g = 0; g < n_groups; g++)
    {
      const char *nick = marmot_status_to_nick ((gsize) counts[g] < least ? MARMOT_STATUS_TOO_FEW_VALUES
                                                                          : MARMOT_STATUS_OK);

      marmot_column_builder_append_text (statuses, nick, strlen (nick));
    }
  if (!add (names, columns, "status", marmot_column_builder_finish (statuses), error)
      || !add (names, columns, "method",
               repeat (marmot_method_to_nick (marmot_percentile_rule_get_method (rule)), n_groups), error))
    return NULL;

  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                           error);
}

MarmotTable *
marmot_percentiles (MarmotColumn *values,
                    MarmotGroups *groups,
                    const double *percents,
                    gsize n_percents,
                    MarmotPercentileRule rule,
                    guint min_values,
                    GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *fractions = NULL;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (percents != NULL || n_percents == 0, NULL);

  if (!check (values, groups, error))
    return NULL;
  if (n_percents == 0 || n_percents > MAX_PERCENTS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "There are %" G_GSIZE_FORMAT " percentiles to find: name from 1 to %d", n_percents, MAX_PERCENTS);
      return NULL;
    }

  fractions = g_new (double, n_percents);
  for (gsize i = 0; i < n_percents; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (!(percents[i] >= 0 && percents[i] <= 100))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                               "A percentile is from 0 to 100, such as 25");
          return NULL;
        }
      fractions[i] = percents[i] / 100;
      g_ascii_formatd (number, sizeof number, "%.15g", percents[i]);
      g_ptr_array_add (labels, g_strconcat ("p", number, NULL));
    }
  return compute (values, groups, (const char *const *) labels->pdata, fractions, n_percents, rule, min_values,
                  error);
}

MarmotTable *
marmot_summary (MarmotColumn *values,
                MarmotGroups *groups,
                MarmotSummaryKind kind,
                MarmotPercentileRule rule,
                guint min_values,
                GError **error)
{
  static const char *const five[] = { "min", "p25", "median", "p75", "max" };
  static const double five_fractions[] = { 0, 0.25, 0.5, 0.75, 1 };
  static const char *const seven[] = { "min", "p5", "p25", "median", "p75", "p95", "max" };
  static const double seven_fractions[] = { 0, 0.05, 0.25, 0.5, 0.75, 0.95, 1 };

  g_return_val_if_fail (values != NULL, NULL);

  if (!check (values, groups, error))
    return NULL;
  if (kind == MARMOT_SUMMARY_KIND_FIVE)
    return compute (values, groups, five, five_fractions, G_N_ELEMENTS (five), rule, min_values, error);
  return compute (values, groups, seven, seven_fractions, G_N_ELEMENTS (seven), rule, min_values, error);
}
