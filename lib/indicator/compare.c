/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compare-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"
#include "numeric/compare.h"

G_STATIC_ASSERT ((int) MARMOT_COMPARISON_REASON_COMPARED == MN_COMPARED);
G_STATIC_ASSERT ((int) MARMOT_COMPARISON_REASON_NOT_FINITE == MN_NOT_A_NUMBER);
G_STATIC_ASSERT ((int) MARMOT_COMPARISON_REASON_LIMITS_OUT_OF_ORDER == MN_LIMITS_OUT_OF_ORDER);
G_STATIC_ASSERT ((int) MARMOT_COMPARISON_REASON_DENOMINATOR_NOT_POSITIVE == MN_NO_POSITIVE_DENOMINATOR);
G_STATIC_ASSERT ((int) MARMOT_COMPARISON_REASON_BENCHMARK_OUT_OF_RANGE == MN_BENCHMARK_OUT_OF_RANGE);

gboolean
marmot_compare_input_init (MarmotCompareInput *self,
                           const MarmotTable *figures,
                           const MarmotCompareNeed *needs,
                           GError **error)
{
  self->n_rows = marmot_table_get_n_rows (figures);
  self->n_columns = 0;

  for (; needs->name; needs++)
    {
      MarmotColumn *column = marmot_table_get_column_by_name (figures, needs->name);

      if (column == NULL)
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                     "The figures have no column \"%s\", which this method needs: add it, with nulls where "
                     "there is nothing",
                     needs->name);
      else if (!marmot_column_is_numeric (column))
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                     "Column \"%s\" holds no numbers: pass doubles or integers", needs->name);
      if (column == NULL || !marmot_column_is_numeric (column))
        {
          g_clear_pointer (&column, marmot_column_unref);
          marmot_compare_input_clear (self);
          return FALSE;
        }

      g_assert (self->n_columns < MARMOT_COMPARE_MAX_COLUMNS);
      self->missing[self->n_columns] = needs->missing;
      self->is_benchmark[self->n_columns] = g_str_has_prefix (needs->name, "benchmark");
      self->columns[self->n_columns++] = column;
    }
  return TRUE;
}

void
marmot_compare_input_clear (MarmotCompareInput *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    marmot_column_unref (self->columns[i]);
  self->n_columns = 0;
}

void
marmot_compare_output_init (MarmotCompareOutput *self,
                            gsize n_rows)
{
  self->n_rows = n_rows;
  self->code = g_malloc (MAX (n_rows, 1));
  self->reason = g_malloc (MAX (n_rows, 1));
}

void
marmot_compare_output_fill (MarmotCompareOutput *self,
                            MarmotComparisonReason reason)
{
  memset (self->code, MN_NOT_COMPARED, self->n_rows);
  memset (self->reason, (int) reason, self->n_rows);
}

void
marmot_compare_output_clear (MarmotCompareOutput *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->reason, g_free);
}

static void
tell_nulls (const MarmotCompareInput *input,
            gsize first,
            gsize n_rows,
            MarmotCompareOutput *output)
{
  for (guint c = input->n_columns; c-- > 0;)
    {
      if (input->columns[c]->n_nulls == 0)
        continue;
      for (gsize row = first; row < first + n_rows; row++)
        if (!marmot_column_row_is_valid (input->columns[c], row))
          {
            output->code[row] = MN_NOT_COMPARED;
            output->reason[row] = (guint8) input->missing[c];
          }
    }
}

void
marmot_compare_run (const MarmotCompareInput *input,
                    MarmotCompareKernel kernel,
                    gconstpointer data,
                    MarmotCompareOutput *output)
{
  double scratch[MARMOT_COMPARE_MAX_COLUMNS][MARMOT_COMPARE_BLOCK];
  const double *blocks[MARMOT_COMPARE_MAX_COLUMNS];

  for (gsize first = 0; first < input->n_rows; first += MARMOT_COMPARE_BLOCK)
    {
      gsize n_rows = MIN (MARMOT_COMPARE_BLOCK, input->n_rows - first);

      for (guint c = 0; c < input->n_columns; c++)
        blocks[c] = marmot_column_block (input->columns[c], first, n_rows, scratch[c]);
      kernel (blocks, n_rows, output->code + first, output->reason + first, data);
      tell_nulls (input, first, n_rows, output);
    }
}

/* By MN_ code, and by polarity: stated as high, low, or neither. */
static const guint8 judged[3][6] = {
  { MARMOT_COMPARISON_CODE_NOT_COMPARED, MARMOT_COMPARISON_CODE_WORST, MARMOT_COMPARISON_CODE_WORSE,
    MARMOT_COMPARISON_CODE_SIMILAR, MARMOT_COMPARISON_CODE_BETTER, MARMOT_COMPARISON_CODE_BEST },
  { MARMOT_COMPARISON_CODE_NOT_COMPARED, MARMOT_COMPARISON_CODE_BEST, MARMOT_COMPARISON_CODE_BETTER,
    MARMOT_COMPARISON_CODE_SIMILAR, MARMOT_COMPARISON_CODE_WORSE, MARMOT_COMPARISON_CODE_WORST },
  { MARMOT_COMPARISON_CODE_NOT_COMPARED, MARMOT_COMPARISON_CODE_LOWEST, MARMOT_COMPARISON_CODE_LOWER,
    MARMOT_COMPARISON_CODE_SIMILAR, MARMOT_COMPARISON_CODE_HIGHER, MARMOT_COMPARISON_CODE_HIGHEST },
};

void
marmot_compare_judge (MarmotCompareOutput *self,
                      MarmotPolarity polarity)
{
  const guint8 *map = judged[polarity == MARMOT_POLARITY_HIGH_IS_GOOD  ? 0
                             : polarity == MARMOT_POLARITY_LOW_IS_GOOD ? 1
                                                                       : 2];

  for (gsize i = 0; i < self->n_rows; i++)
    self->code[i] = map[self->code[i]];
}

static MarmotColumn *
make_text (const char *const *texts,
           guint n_texts)
{
  g_autofree const char **terminated = g_new0 (const char *, n_texts + 1);

  memcpy (terminated, texts, n_texts * sizeof *texts);
  return marmot_column_new_text (terminated);
}

MarmotColumn *
marmot_compare_dictionary (guint8 *bytes,
                           gsize n_rows,
                           const char *const *texts,
                           guint n_texts)
{
  g_autoptr (MarmotColumn) names = make_text (texts, n_texts);

  return marmot_column_new_bytes_of (bytes, n_rows, names);
}

/* Where a text stands in the dictionary, at whose end it is put if it is new. */
static guint8
find_text (GPtrArray *texts,
           const char *text)
{
  guint i = 0;

  while (i < texts->len && strcmp (texts->pdata[i], text) != 0)
    i++;
  if (i == texts->len)
    g_ptr_array_add (texts, (gpointer) text);
  g_assert (i <= G_MAXINT8);
  return (guint8) i;
}

/* Codes and plans may share a label, and a dictionary has each text once. */
static MarmotColumn *
make_labels (const MarmotCompareOutput *self,
             const guint32 *plan_of_row,
             const MarmotComparePlan *plans,
             guint n_plans)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint8 *places = g_malloc ((gsize) n_plans * MARMOT_COMPARE_N_CODES);
  guint8 *bytes = g_malloc (MAX (self->n_rows, 1));

  for (guint p = 0; p < n_plans; p++)
    for (guint code = 0; code < MARMOT_COMPARE_N_CODES; code++)
      places[p * MARMOT_COMPARE_N_CODES + code] = find_text (texts, plans[p].labels[code]);
  for (gsize i = 0; i < self->n_rows; i++)
    bytes[i] = places[(plan_of_row ? plan_of_row[i] : 0) * MARMOT_COMPARE_N_CODES + self->code[i]];
  return marmot_compare_dictionary (bytes, self->n_rows, (const char *const *) texts->pdata, texts->len);
}

static MarmotColumn *
make_methods (const MarmotCompareOutput *self,
              const guint32 *plan_of_row,
              const MarmotComparePlan *plans,
              guint n_plans)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint8 *places = g_malloc (n_plans);
  guint8 *bytes = g_malloc (MAX (self->n_rows, 1));

  for (guint p = 0; p < n_plans; p++)
    places[p] = find_text (texts, marmot_method_to_nick (plans[p].method));
  for (gsize i = 0; i < self->n_rows; i++)
    bytes[i] = places[plan_of_row ? plan_of_row[i] : 0];
  return marmot_compare_dictionary (bytes, self->n_rows, (const char *const *) texts->pdata, texts->len);
}

MarmotTable *
marmot_compare_output_finish (MarmotCompareOutput *self,
                              const guint32 *plan_of_row,
                              const MarmotComparePlan *plans,
                              guint n_plans)
{
  const char *names[] = { "code", "label", "reason", "method", NULL };
  MarmotColumn *columns[4];
  MarmotTable *result;

  columns[1] = make_labels (self, plan_of_row, plans, n_plans);
  columns[3] = make_methods (self, plan_of_row, plans, n_plans);
  columns[0] = marmot_column_new_members (MARMOT_TYPE_COMPARISON_CODE, g_steal_pointer (&self->code), self->n_rows);
  columns[2] = marmot_column_new_members (MARMOT_TYPE_COMPARISON_REASON, g_steal_pointer (&self->reason), self->n_rows);
  result = marmot_table_new (names, columns, G_N_ELEMENTS (columns), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  return result;
}
