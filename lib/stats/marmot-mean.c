/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "marmot-contrast-private.h"
#include "numeric/kernel.h"
#include "numeric/means.h"
#include "numeric/pool.h"

#define BLOCK 1024

static gpointer
prepare (const MarmotIntervalPlan *plan)
{
  mn_student_quantiles *quantiles = g_new (mn_student_quantiles, plan->n_levels);

  for (guint i = 0; i < plan->n_levels; i++)
    mn_student_quantiles_init (&quantiles[i], plan->alpha_2[i], plan->n_rows);
  return quantiles;
}

static void
compute (const MarmotIntervalPlan *plan,
         const double *const *in,
         gsize n_rows,
         const MarmotContrastBlock *out)
{
  const mn_student_quantiles *quantiles = plan->prepared;

  mn_mean_values (in, n_rows, plan->multiplier, out->value, out->status);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_mean_limits (in, n_rows, &quantiles[i], plan->multiplier, out->lower[i], out->upper[i]);
}

static const MarmotContrastMethod methods[] = {
  { MARMOT_METHOD_STUDENT, MARMOT_METHOD_DEFAULT },
};

static const MarmotContrastSpec spec = {
  methods, G_N_ELEMENTS (methods), NULL, 0, { "n", "mean", "standard deviation" }, 3, 1, MARMOT_CONTRAST_MEANS,
  compute, prepare, NULL,
};

MarmotEstimate *
marmot_mean (double n,
             double mean,
             double sd,
             MarmotIntervalOptions *options,
             GError **error)
{
  const double in[] = { n, mean, sd };

  return marmot_contrast_estimate (&spec, in, options, error);
}

MarmotEstimates *
marmot_mean_column (MarmotColumn *n,
                    MarmotColumn *mean,
                    MarmotColumn *sd,
                    MarmotIntervalOptions *options,
                    GError **error)
{
  MarmotColumn *in[] = { n, mean, sd };

  return marmot_contrast_estimates (&spec, in, NULL, NULL, options, error);
}

MarmotEstimates *
marmot_mean_grouped (MarmotColumn *n,
                     MarmotColumn *mean,
                     MarmotColumn *sd,
                     MarmotGroups *groups,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  MarmotColumn *in[] = { n, mean, sd };

  g_return_val_if_fail (groups != NULL, NULL);

  return marmot_contrast_estimates (&spec, in, groups, NULL, options, error);
}

/* What the values of each group come to. */
typedef struct
{
  mn_total *count;
  mn_total *total;
  mn_total *squares;
  double *n;
  double *mean;
  double *sd;
  double *sum;
  gint64 *whole;
  gint64 *missing;
  guint8 *status;
} Moments;

/* Two passes: counts and sums, then squares around the mean. */
static void
gather (const MarmotColumn *values,
        const gint32 *codes,
        gsize n_groups,
        Moments *m)
{
  double scratch[BLOCK], here[BLOCK], clean[BLOCK];
  gint32 one_group[BLOCK] = { 0 };

  for (int pass = 0; pass < 2; pass++)
    {
      for (gsize first = 0; first < values->length; first += BLOCK)
        {
          gsize size = MIN (BLOCK, values->length - first);
          const double *block = marmot_column_block (values, first, size, scratch);
          const gint32 *group = codes ? codes + first : one_group;

          for (gsize i = 0; i < size; i++)
            {
              gboolean valid = marmot_column_row_is_valid (values, first + i);

              /* What is no number voids its group; what is missing does not. */
              if (valid && !isfinite (block[i]))
                m->status[group[i]] = MN_NOT_FINITE;
              else if (m->status[group[i]] == MN_EMPTY_GROUP)
                m->status[group[i]] = MN_OK;
              if (pass == 0)
                m->missing[group[i]] += !valid;
              here[i] = valid && isfinite (block[i]) ? 1 : 0;
              clean[i] = here[i] > 0 ? block[i] : 0;
            }
          if (pass == 0)
            mn_pool_sums (here, clean, group, size, m->count, m->total);
          else
            mn_pool_squares (here, clean, NULL, group, size, m->mean, m->squares);
        }
      for (gsize g = 0; g < n_groups; g++)
        if (pass == 0)
          {
            m->n[g] = m->count[g].sum;
            m->sum[g] = mn_total_get (&m->total[g]);
            m->mean[g] = m->n[g] > 0 ? m->sum[g] / m->n[g] : 0;
          }
        else
          {
            m->sd[g] = mn_pool_sd (m->n[g], m->squares[g]);
          }
    }
}

/* A column of doubles in which what is no number is null. */
static MarmotColumn *
make_doubles (const double *values,
              const gboolean *nulls,
              gsize n_rows)
{
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (values, n_rows);

  return marmot_column_with_nulls (bare, nulls, n_rows, NULL);
}

MarmotTable *
marmot_mean_of_values (MarmotColumn *values,
                       MarmotGroups *groups,
                       MarmotIntervalOptions *options,
                       GError **error)
{
  gsize n_groups;
  Moments m;
  MarmotColumn *in[3];
  g_autoptr (MarmotEstimates) estimates = NULL;
  MarmotTable *table = NULL;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!marmot_column_is_numeric (values))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column of values holds no numbers: pass a column of doubles or integers");
      return NULL;
    }
  if (groups && marmot_groups_get_n_rows (groups) != values->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the column has %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (groups), values->length);
      return NULL;
    }

  n_groups = groups ? marmot_groups_get_n_groups (groups) : 1;
  m.count = g_new0 (mn_total, n_groups);
  m.total = g_new0 (mn_total, n_groups);
  m.squares = g_new0 (mn_total, n_groups);
  m.n = g_new0 (double, n_groups);
  m.mean = g_new0 (double, n_groups);
  m.sd = g_new0 (double, n_groups);
  m.sum = g_new0 (double, n_groups);
  m.whole = g_new0 (gint64, n_groups);
  m.missing = g_new0 (gint64, n_groups);
  m.status = g_malloc (n_groups + 1);
  memset (m.status, MN_EMPTY_GROUP, n_groups + 1);
  gather (values, groups ? marmot_groups_peek_codes (groups) : NULL, n_groups, &m);

  in[0] = marmot_column_new_double (m.n, n_groups);
  in[1] = marmot_column_new_double (m.mean, n_groups);
  in[2] = marmot_column_new_double (m.sd, n_groups);
  estimates = marmot_contrast_estimates (&spec, in, NULL, m.status, options, error);
  for (int i = 0; i < 3; i++)
    marmot_column_unref (in[i]);

  if (estimates)
    {
      g_autoptr (MarmotTable) limits = marmot_estimates_to_table (estimates);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
      g_autofree gboolean *no_sum = g_new0 (gboolean, n_groups);
      g_autofree gboolean *no_sd = g_new0 (gboolean, n_groups);
      const char *const first[] = { "n", "missing", "sum", "sd" };

      for (gsize g = 0; g < n_groups; g++)
        {
          m.whole[g] = (gint64) m.n[g];
          no_sum[g] = m.status[g] != MN_OK || m.n[g] < 1;
          no_sd[g] = m.status[g] != MN_OK || m.n[g] < 2;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
        g_ptr_array_add (names, (gpointer) first[i]);
      g_ptr_array_add (columns, marmot_column_new_integer (m.whole, n_groups));
      g_ptr_array_add (columns, marmot_column_new_integer (m.missing, n_groups));
      g_ptr_array_add (columns, make_doubles (m.sum, no_sum, n_groups));
      g_ptr_array_add (columns, make_doubles (m.sd, no_sd, n_groups));
      for (gsize i = 0; i < marmot_table_get_n_columns (limits); i++)
        {
          g_ptr_array_add (names, (gpointer) marmot_table_get_column_name (limits, i));
          g_ptr_array_add (columns, marmot_table_get_column (limits, i));
        }
      g_ptr_array_add (names, NULL);
      table = marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
    }

  g_free (m.count);
  g_free (m.total);
  g_free (m.squares);
  g_free (m.n);
  g_free (m.mean);
  g_free (m.sd);
  g_free (m.sum);
  g_free (m.whole);
  g_free (m.missing);
  g_free (m.status);
  return table;
}
