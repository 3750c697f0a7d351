/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-contrast-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-bits-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-threads-private.h"
#include "numeric/kernel.h"
#include "numeric/numbers.h"
#include "numeric/pool.h"

/* Rows a block: up to six inputs and seven outputs of it stay in the cache. */
#define BLOCK 512

/* Rows that are not plain, a block. */
#define ODD 64

#define MAX_METHODS 8

struct _MarmotContrast
{
  GObject parent_instance;

  MarmotEstimate *estimate;
  MarmotMethod test;
  double statistic;
  double df;
  double p;
};

G_DEFINE_FINAL_TYPE (MarmotContrast, marmot_contrast, G_TYPE_OBJECT)

static void
marmot_contrast_finalize (GObject *object)
{
  MarmotContrast *self = MARMOT_CONTRAST (object);

  g_clear_pointer (&self->estimate, marmot_estimate_unref);
  G_OBJECT_CLASS (marmot_contrast_parent_class)->finalize (object);
}

static void
marmot_contrast_class_init (MarmotContrastClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_contrast_finalize;
}

/* What somebody makes without a comparison holds nothing, and says so. */
static void
marmot_contrast_init (MarmotContrast *self)
{
  const MarmotLimits none = { 0.95, (double) NAN, (double) NAN };

  self->estimate = marmot_estimate_new_full ((double) NAN, MARMOT_METHOD_NONE, MARMOT_STATUS_MISSING, &none, 1);
  self->test = MARMOT_METHOD_NONE;
  self->statistic = self->df = self->p = (double) NAN;
}

MarmotEstimate *
marmot_contrast_get_estimate (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), NULL);

  return marmot_estimate_ref (self->estimate);
}

double
marmot_contrast_get_value (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return marmot_estimate_get_value (self->estimate);
}

double
marmot_contrast_get_lower (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return marmot_estimate_get_lower (self->estimate);
}

double
marmot_contrast_get_upper (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return marmot_estimate_get_upper (self->estimate);
}

MarmotStatus
marmot_contrast_get_status (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), MARMOT_STATUS_MISSING);

  return marmot_estimate_get_status (self->estimate);
}

MarmotMethod
marmot_contrast_get_method (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), MARMOT_METHOD_NONE);

  return marmot_estimate_get_method (self->estimate);
}

MarmotMethod
marmot_contrast_get_test (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), MARMOT_METHOD_NONE);

  return self->test;
}

double
marmot_contrast_get_statistic (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return self->statistic;
}

double
marmot_contrast_get_df (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return self->df;
}

double
marmot_contrast_get_p_value (MarmotContrast *self)
{
  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), (double) NAN);

  return self->p;
}

char *
marmot_contrast_to_string (MarmotContrast *self)
{
  g_autofree char *estimate = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (MARMOT_IS_CONTRAST (self), NULL);

  estimate = marmot_estimate_to_string (self->estimate);
  if (marmot_contrast_get_status (self) != MARMOT_STATUS_OK || self->test == MARMOT_METHOD_NONE)
    return g_steal_pointer (&estimate);
  return g_strdup_printf ("%s, p = %s (%s)", estimate, g_ascii_formatd (buffer, sizeof buffer, "%.4g", self->p),
                          marmot_method_to_nick (self->test));
}

/* --- one comparison and many -------------------------------------------------- */

static gboolean
init_plan (const MarmotContrastSpec *spec,
           gsize n_rows,
           MarmotIntervalOptions *options,
           MarmotIntervalPlan *plan,
           GError **error)
{
  MarmotMethod methods[MAX_METHODS];

  g_assert (spec->n_methods <= MAX_METHODS);
  for (gsize i = 0; i < spec->n_methods; i++)
    methods[i] = spec->methods[i].method;

  if (spec->n_tests == 0)
    {
      if (!marmot_interval_plan_init (plan, options, methods, spec->n_methods, spec->multiplier, error))
        return FALSE;
    }
  else
    {
      if (!marmot_interval_plan_init_tested (plan, options, methods, spec->n_methods, spec->multiplier, error))
        return FALSE;
      for (gsize i = 0; plan->test == MARMOT_METHOD_DEFAULT && i < spec->n_methods; i++)
        if (plan->method == spec->methods[i].method)
          plan->test = spec->methods[i].test;
      /* Whoever wants intervals alone need not wait for a test. */
      if (plan->test != MARMOT_METHOD_NONE
          && !marmot_interval_has_method (plan->test, "Test", spec->tests, spec->n_tests, error))
        return FALSE;
    }

  plan->n_rows = n_rows;
  if (spec->prepare)
    plan->prepared = spec->prepare (plan);
  return TRUE;
}

static void
clear_plan (MarmotIntervalPlan *plan)
{
  g_free ((gpointer) plan->prepared);
}

/* Whether there is a test: not every statistic has one, and not everybody wants it. */
static gboolean
is_tested (const MarmotContrastSpec *spec,
           const MarmotIntervalPlan *plan)
{
  return spec->n_tests > 0 && plan->test != MARMOT_METHOD_NONE;
}

/* Whether a test has degrees of freedom. */
static gboolean
test_has_df (MarmotMethod test)
{
  return test == MARMOT_METHOD_WELCH || test == MARMOT_METHOD_STUDENT || test == MARMOT_METHOD_LOG_T;
}

/* Whether it has a statistic: exact ones have none. */
static gboolean
test_has_statistic (MarmotMethod test)
{
  switch ((int) test)
    {
    case MARMOT_METHOD_CHI_SQUARED:
    case MARMOT_METHOD_CHI_SQUARED_N_1:
    case MARMOT_METHOD_SCORE:
    case MARMOT_METHOD_BYAR:
    case MARMOT_METHOD_MCNEMAR:
    case MARMOT_METHOD_MCNEMAR_CORRECTED:
      return TRUE;
    default:
      return test_has_df (test);
    }
}

/* Whether every row of a block has a result. */
static gboolean
is_whole (const MarmotIntervalPlan *plan,
          gboolean tested,
          gsize n_rows,
          const MarmotContrastBlock *out)
{
  gboolean whole = mn_all_ok (out->status, n_rows) && mn_all_numbers (out->value, n_rows)
                   && (!tested || mn_all_numbers (out->p, n_rows));

  for (guint level = 0; whole && level < plan->n_levels; level++)
    whole = mn_all_numbers (out->lower[level], n_rows) && mn_all_numbers (out->upper[level], n_rows);
  return whole;
}

/* Runs the kernel over a block, and sees to rows that have no result. Returns whether
 * there was none. */
static gboolean
run_kernel (const MarmotContrastSpec *spec,
            const MarmotIntervalPlan *plan,
            const double *const *in,
            gsize n_rows,
            const MarmotContrastBlock *out)
{
  gboolean tested = is_tested (spec, plan);

  spec->kernel (plan, in, n_rows, out);

  /* Nearly always. */
  if (is_whole (plan, tested, n_rows, out))
    return TRUE;

  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean whole = !isnan (out->value[i]) && !(tested && isnan (out->p[i]));

      for (guint level = 0; level < plan->n_levels; level++)
        whole = whole && !isnan (out->lower[level][i]) && !isnan (out->upper[level][i]);
      if (out->status[i] == MN_OK && whole)
        continue;
      if (out->status[i] == MN_OK)
        out->status[i] = MN_NOT_DEFINED;
      out->value[i] = out->statistic[i] = out->df[i] = out->p[i] = (double) NAN;
      for (guint level = 0; level < plan->n_levels; level++)
        out->lower[level][i] = out->upper[level][i] = (double) NAN;
    }
  return FALSE;
}

static void
copy_row (const MarmotIntervalPlan *plan,
          gboolean tested,
          const MarmotContrastBlock *from,
          gsize row,
          const MarmotContrastBlock *to,
          gsize to_row)
{
  to->value[to_row] = from->value[row];
  to->status[to_row] = from->status[row];
  for (guint level = 0; level < plan->n_levels; level++)
    {
      to->lower[level][to_row] = from->lower[level][row];
      to->upper[level][to_row] = from->upper[level][row];
    }
  if (!tested)
    return;
  to->statistic[to_row] = from->statistic[row];
  to->df[to_row] = from->df[row];
  to->p[to_row] = from->p[row];
}

/* Runs the kernel over the rows that are not plain, some at a time. */
static gboolean
run_odd (const MarmotContrastSpec *spec,
         const MarmotIntervalPlan *plan,
         const double *const *in,
         gsize n_rows,
         const MarmotContrastBlock *out)
{
  double values[MARMOT_CONTRAST_MAX_INPUTS][ODD];
  double results[4 + 2 * MARMOT_MAX_LEVELS][ODD];
  guint8 status[ODD];
  guint16 rows[ODD];
  const double *odd_in[MARMOT_CONTRAST_MAX_INPUTS];
  MarmotContrastBlock odd = { results[0], status, results[1], results[2], results[3], { NULL }, { NULL } };
  gboolean tested = is_tested (spec, plan);
  gboolean whole = TRUE;

  for (guint i = 0; i < spec->n_inputs; i++)
    odd_in[i] = values[i];
  for (guint level = 0; level < plan->n_levels; level++)
    {
      odd.lower[level] = results[4 + 2 * level];
      odd.upper[level] = results[5 + 2 * level];
    }

  for (gsize row = 0; row < n_rows;)
    {
      gsize n = 0;

      for (; row < n_rows && n < ODD; row++)
        {
          gboolean plain = TRUE;

          for (guint level = 0; level < plan->n_levels; level++)
            plain = plain && !isnan (out->lower[level][row]);
          if (plain)
            continue;
          for (guint i = 0; i < spec->n_inputs; i++)
            values[i][n] = in[i][row];
          odd.statistic[n] = odd.df[n] = odd.p[n] = (double) NAN;
          rows[n++] = (guint16) row;
        }
      if (n == 0)
        break;
      whole = run_kernel (spec, plan, odd_in, n, &odd) && whole;
      for (gsize i = 0; i < n; i++)
        copy_row (plan, tested, &odd, i, out, rows[i]);
    }
  return whole;
}

MarmotContrastKind
marmot_contrast_run_plain (const MarmotIntervalPlan *plan,
                           MnPlainTwo limits,
                           const double *const *in,
                           gsize n_rows,
                           const MarmotContrastBlock *out)
{
  gboolean all = TRUE;

  for (guint i = 0; i < plan->n_levels; i++)
    if (!mn_is_plain_scale (plan->z[i], plan->multiplier))
      return MARMOT_CONTRAST_ALL_ODD;
  for (guint i = 0; i < plan->n_levels; i++)
    if (!limits (in, n_rows, plan->z[i], plan->multiplier, out->value, out->lower[i], out->upper[i]))
      all = FALSE;
  return all ? MARMOT_CONTRAST_ALL_PLAIN : MARMOT_CONTRAST_SOME_ODD;
}

/* Computes a block: plain rows in the cheap way, the rest and whatever has none by the
 * kernel. Returns whether every row has a result. */
static gboolean
run_block (const MarmotContrastSpec *spec,
           const MarmotIntervalPlan *plan,
           const double *const *in,
           gsize n_rows,
           const MarmotContrastBlock *out)
{
  MarmotContrastKind kind = spec->plain ? spec->plain (plan, in, n_rows, out) : MARMOT_CONTRAST_ALL_ODD;

  if (kind == MARMOT_CONTRAST_ALL_ODD)
    return run_kernel (spec, plan, in, n_rows, out);
  memset (out->status, MN_OK, n_rows);
  return kind == MARMOT_CONTRAST_ALL_PLAIN || run_odd (spec, plan, in, n_rows, out);
}

static MarmotEstimate *
run_one (const MarmotContrastSpec *spec,
         const MarmotIntervalPlan *plan,
         const double *values,
         double *statistic,
         double *df,
         double *p)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  MarmotContrastBlock block;
  const double *in[MARMOT_CONTRAST_MAX_INPUTS];
  double value;
  guint8 status = MN_OK;

  for (guint i = 0; i < spec->n_inputs; i++)
    in[i] = &values[i];
  block.value = &value;
  block.status = &status;
  block.statistic = statistic;
  block.df = df;
  block.p = p;
  for (guint i = 0; i < plan->n_levels; i++)
    {
      limits[i].confidence = plan->levels[i];
      block.lower[i] = &limits[i].lower;
      block.upper[i] = &limits[i].upper;
    }
  *statistic = *df = *p = (double) NAN;
  run_block (spec, plan, in, 1, &block);
  if (!is_tested (spec, plan))
    *statistic = *df = *p = (double) NAN;
  return marmot_estimate_new_full (value, plan->method, (MarmotStatus) status, limits, plan->n_levels);
}

MarmotContrast *
marmot_contrast_new_take (MarmotEstimate *estimate,
                          MarmotMethod test,
                          double statistic,
                          double df,
                          double p)
{
  MarmotContrast *self = g_object_new (MARMOT_TYPE_CONTRAST, NULL);

  marmot_estimate_unref (self->estimate);
  self->estimate = estimate;
  self->test = test;
  self->statistic = statistic;
  self->df = df;
  self->p = p;
  return self;
}

MarmotContrast *
marmot_contrast_one (const MarmotContrastSpec *spec,
                     const double *in,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  MarmotIntervalPlan plan;
  MarmotContrast *self;

  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!init_plan (spec, 1, options, &plan, error))
    return NULL;
  self = g_object_new (MARMOT_TYPE_CONTRAST, NULL);
  marmot_estimate_unref (self->estimate);
  self->estimate = run_one (spec, &plan, in, &self->statistic, &self->df, &self->p);
  self->test = plan.test;
  clear_plan (&plan);
  return self;
}

MarmotEstimate *
marmot_contrast_estimate (const MarmotContrastSpec *spec,
                          const double *in,
                          MarmotIntervalOptions *options,
                          GError **error)
{
  MarmotIntervalPlan plan;
  MarmotEstimate *result;
  double statistic, df, p;

  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!init_plan (spec, 1, options, &plan, error))
    return NULL;
  result = run_one (spec, &plan, in, &statistic, &df, &p);
  clear_plan (&plan);
  return result;
}

static gboolean
check_columns (const MarmotContrastSpec *spec,
               MarmotColumn **in,
               GError **error)
{
  for (guint i = 0; i < spec->n_inputs; i++)
    {
      if (!marmot_column_is_numeric (in[i]))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                       "The column of the %s holds no numbers: pass a column of doubles or integers", spec->inputs[i]);
          return FALSE;
        }
      if (in[i]->length != in[0]->length)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                       "The column of the %s has %" G_GSIZE_FORMAT " rows and that of the %s %" G_GSIZE_FORMAT
                       ": they must have the same", spec->inputs[i], in[i]->length, spec->inputs[0], in[0]->length);
          return FALSE;
        }
    }
  return TRUE;
}

/* A column of doubles in the making. */
static MarmotColumn *
begin_doubles (gsize n_rows,
               double **values)
{
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * sizeof (double), &block);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof (double), n_rows, memory, NULL);

  column->values = *values = block;
  return column;
}

G_STATIC_ASSERT (BLOCK % 8 == 0);
G_STATIC_ASSERT (MARMOT_ROWS_PIECE % BLOCK == 0);

/* The column of text whose only row is the nick of a method. Each is made once. */
static MarmotColumn *
get_nick (MarmotMethod method)
{
  static MarmotColumn *made[256];
  MarmotColumn *nick;

  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (made), NULL);

  nick = g_atomic_pointer_get (&made[method]);
  if (!nick)
    {
      const char *const words[] = { marmot_method_to_nick (method), NULL };

      nick = marmot_column_new_text (words);
      if (!g_atomic_pointer_compare_and_exchange (&made[method], NULL, nick))
        {
          marmot_column_unref (nick);
          nick = g_atomic_pointer_get (&made[method]);
        }
    }
  return marmot_column_ref (nick);
}

/* The same method in every row, at a byte each. */
static MarmotColumn *
make_method (MarmotMethod method,
             gsize n_rows)
{
  MarmotMemory *memory;
  gconstpointer codes = marmot_memory_zeros (n_rows, &memory);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, 1, n_rows, memory, NULL);

  column->values = codes;
  column->dictionary = get_nick (method);
  marmot_column_seal (column);
  return column;
}

/* Doubles of which every one is null. */
static MarmotColumn *
make_nothing (gsize n_rows)
{
  MarmotMemory *memory, *bits_memory;
  gconstpointer values = marmot_memory_zeros (n_rows * sizeof (double), &memory);
  gconstpointer bits = marmot_memory_zeros (marmot_bits_size (n_rows), &bits_memory);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof (double), n_rows, memory, bits_memory);

  column->values = values;
  column->validity = bits;
  marmot_column_seal (column);
  return column;
}

/* A column of a test in the making: NaN is null, and the bits say that there is none yet. */
typedef struct
{
  MarmotColumn *column;
  double *values;
  guint8 *bits; /* NULL where there is no such column, or it is all null */
  gint has_nulls; /* atomic */
} TestColumn;

static void
begin_test_column (TestColumn *self,
                   gboolean has_values,
                   gsize n_rows)
{
  gpointer bits;

  if (!has_values)
    {
      self->column = make_nothing (n_rows);
      return;
    }
  self->column = begin_doubles (n_rows, &self->values);
  self->column->memory[1] = marmot_memory_alloc (marmot_bits_size (n_rows), &bits);
  self->bits = bits;
  memset (bits, 0xff, marmot_bits_size (n_rows));
}

/* Writes the bits of rows [first, first + n_rows), which begin with a byte. */
static void
mark_test_column (TestColumn *self,
                  gsize first,
                  gsize n_rows)
{
  const double *values = self->values + first;

  if (!self->bits)
    return;
  if (mn_all_numbers (values, n_rows))
    return;
  mn_number_bits (values, n_rows, self->bits + first / 8);
  g_atomic_int_set (&self->has_nulls, TRUE);
}

static MarmotColumn *
end_test_column (TestColumn *self)
{
  if (self->bits)
    {
      if (self->has_nulls)
        self->column->validity = self->bits;
      marmot_column_seal (self->column);
    }
  return self->column;
}

typedef struct
{
  MarmotEstimates *estimates;
  MarmotColumn *statistic;
  MarmotColumn *df;
  MarmotColumn *p;
} Results;

/* A comparison of whole columns; void_status, a status a row, may be NULL. */
typedef struct
{
  const MarmotContrastSpec *spec;
  const MarmotIntervalPlan *plan;
  MarmotColumn **in;
  const guint8 *void_status;
  gboolean has_nulls;
  MarmotEstimatesBuffers buffers;
  TestColumn statistic;
  TestColumn df;
  TestColumn p;
  gint failed; /* whether any row was; atomic */
} Run;

static void
run_rows (gsize first_row,
          gsize n_run,
          gpointer data)
{
  Run *run = data;
  const MarmotIntervalPlan *plan = run->plan;
  guint n_inputs = run->spec->n_inputs;
  double scratch[MARMOT_CONTRAST_MAX_INPUTS][BLOCK];
  double statistic[BLOCK], df[BLOCK], p[BLOCK];
  gboolean whole = TRUE;

  for (gsize first = first_row; first < first_row + n_run; first += BLOCK)
    {
      gsize n = MIN (BLOCK, first_row + n_run - first);
      const double *values[MARMOT_CONTRAST_MAX_INPUTS];
      MarmotContrastBlock block;
      gboolean whole_block;

      for (guint i = 0; i < n_inputs; i++)
        values[i] = marmot_column_block (run->in[i], first, n, scratch[i]);
      block.value = run->buffers.value + first;
      block.status = run->buffers.status + first;
      block.statistic = run->statistic.values ? run->statistic.values + first : statistic;
      block.df = run->df.values ? run->df.values + first : df;
      block.p = run->p.values ? run->p.values + first : p;
      for (guint i = 0; i < plan->n_levels; i++)
        {
          block.lower[i] = run->buffers.lower[i] + first;
          block.upper[i] = run->buffers.upper[i] + first;
        }
      whole_block = run_block (run->spec, plan, values, n, &block);

      for (gsize i = 0; (run->has_nulls || run->void_status) && i < n; i++)
        {
          guint8 status = run->void_status ? run->void_status[first + i] : MN_OK;

          for (guint c = 0; c < n_inputs; c++)
            if (!marmot_column_row_is_valid (run->in[c], first + i))
              status = MN_MISSING;
          if (status == MN_OK)
            continue;
          whole_block = FALSE;
          block.status[i] = status;
          block.value[i] = block.statistic[i] = block.df[i] = block.p[i] = (double) NAN;
          for (guint level = 0; level < plan->n_levels; level++)
            block.lower[level][i] = block.upper[level][i] = (double) NAN;
        }
      whole = whole && whole_block;
      /* Where there are plain rows, statistic and p are NaN where nothing else is a number. */
      if (whole_block && run->spec->plain)
        continue;
      mark_test_column (&run->statistic, first, n);
      mark_test_column (&run->df, first, n);
      mark_test_column (&run->p, first, n);
    }
  if (!whole)
    g_atomic_int_set (&run->failed, TRUE);
}

static void
run_columns (const MarmotContrastSpec *spec,
             const MarmotIntervalPlan *plan,
             MarmotColumn **in,
             const guint8 *void_status,
             gboolean with_test,
             Results *results)
{
  gsize n_rows = in[0]->length;
  Run run = { .spec = spec, .plan = plan, .in = in, .void_status = void_status };

  for (guint i = 0; i < spec->n_inputs; i++)
    run.has_nulls = run.has_nulls || in[i]->n_nulls > 0;
  results->estimates = marmot_estimates_begin (n_rows, plan->levels, plan->n_levels, plan->method, &run.buffers);
  if (with_test)
    {
      begin_test_column (&run.statistic, test_has_statistic (plan->test), n_rows);
      begin_test_column (&run.df, test_has_df (plan->test), n_rows);
      begin_test_column (&run.p, TRUE, n_rows);
    }
  marmot_rows_run_finely (n_rows, BLOCK, run_rows, &run);

  if (run.failed)
    marmot_estimates_finish (results->estimates);
  if (with_test)
    {
      results->statistic = end_test_column (&run.statistic);
      results->df = end_test_column (&run.df);
      results->p = end_test_column (&run.p);
    }
}

/* Value and limits as estimates have them, then the test if there is one, then the
 * methods. */
static MarmotTable *
make_table (const MarmotIntervalPlan *plan,
            const Results *results)
{
  char *names[MARMOT_ESTIMATES_COLUMNS + 6];
  MarmotColumn *columns[MARMOT_ESTIMATES_COLUMNS + 5];
  gsize n_rows = marmot_estimates_get_length (results->estimates);
  guint n_estimates = marmot_estimates_list (results->estimates, names, columns);
  guint n = n_estimates, n_own;
  MarmotTable *table;

  if (results->p)
    {
      names[n] = (char *) "statistic";
      columns[n++] = results->statistic;
      names[n] = (char *) "df";
      columns[n++] = results->df;
      names[n] = (char *) "p_value";
      columns[n++] = results->p;
    }
  n_own = n;
  names[n] = (char *) "method";
  columns[n++] = make_method (plan->method, n_rows);
  if (results->p)
    {
      names[n] = (char *) "test";
      columns[n++] = make_method (plan->test, n_rows);
    }
  names[n] = NULL;
  table = marmot_table_new ((const char *const *) names, columns, n, NULL);
  for (guint i = 0; i < n_estimates; i++)
    g_free (names[i]);
  for (guint i = n_own; i < n; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static void
results_clear (Results *results)
{
  marmot_estimates_unref (results->estimates);
  g_clear_pointer (&results->statistic, marmot_column_unref);
  g_clear_pointer (&results->df, marmot_column_unref);
  g_clear_pointer (&results->p, marmot_column_unref);
}

/* --- groups ------------------------------------------------------------------- */

/* Pairs of count and denominator, added up. */
static MarmotColumn *
sum_column (MarmotColumn *column,
            const gint32 *codes,
            gsize n_groups,
            guint8 wrong,
            guint8 *status)
{
  g_autofree double *sums = g_new0 (double, 2 * n_groups);

  marmot_interval_add_up (column, codes, wrong, sums, sums + n_groups, status);
  for (gsize g = 0; g < n_groups; g++)
    sums[g] += sums[n_groups + g];
  return marmot_column_new_double (sums, n_groups);
}

/* What makes a summary void, and its group with it. Of no values there is no mean, and of one
 * no standard deviation: they may be missing, or NaN as other tools have it. */
static guint8
check_summary (MarmotColumn *const *in,
               gsize row,
               double n,
               double mean,
               double sd)
{
  if (!marmot_column_row_is_valid (in[0], row))
    return MN_MISSING;
  if (!isfinite (n))
    return MN_NOT_FINITE;
  if (n < 0)
    return MN_NEGATIVE_COUNT;
  if (n > 0)
    {
      if (!marmot_column_row_is_valid (in[1], row))
        return MN_MISSING;
      if (!isfinite (mean))
        return MN_NOT_FINITE;
    }
  if (n > 1)
    {
      if (!marmot_column_row_is_valid (in[2], row))
        return MN_MISSING;
      if (!isfinite (sd))
        return MN_NOT_FINITE;
    }
  return marmot_column_row_is_valid (in[2], row) && sd < 0 ? MN_NEGATIVE_SPREAD : MN_OK;
}

/* Triples of n, mean and standard deviation, as if the values themselves had been
 * brought together. */
static void
pool_columns (MarmotColumn *const *in,
              const gint32 *codes,
              gsize n_groups,
              guint8 *status,
              MarmotColumn **pooled)
{
  g_autofree mn_total *count = g_new0 (mn_total, n_groups);
  g_autofree mn_total *total = g_new0 (mn_total, n_groups);
  g_autofree mn_total *squares = g_new0 (mn_total, n_groups);
  g_autofree double *n = g_new (double, n_groups);
  g_autofree double *mean = g_new0 (double, n_groups);
  g_autofree double *sd = g_new (double, n_groups);
  g_autofree double *scratch = g_new (double, 6 * BLOCK);
  gsize n_rows = in[0]->length;

  for (int pass = 0; pass < 2; pass++)
    {
      for (gsize first = 0; first < n_rows; first += BLOCK)
        {
          gsize size = MIN (BLOCK, n_rows - first);
          const double *values[3];
          double *clean[3];

          for (int i = 0; i < 3; i++)
            {
              values[i] = marmot_column_block (in[i], first, size, scratch + (gsize) i * BLOCK);
              clean[i] = scratch + (gsize) (3 + i) * BLOCK;
            }
          for (gsize i = 0; i < size; i++)
            {
              guint8 *s = &status[codes[first + i]];
              guint8 found = check_summary (in, first + i, values[0][i], values[1][i], values[2][i]);

              for (int c = 0; c < 3; c++)
                clean[c][i] = found == MN_OK ? values[c][i] : 0;
              if (found != MN_OK && (*s == MN_OK || *s == MN_EMPTY_GROUP || found < *s))
                *s = found;
              else if (*s == MN_EMPTY_GROUP)
                *s = MN_OK;
            }
          if (pass == 0)
            mn_pool_sums (clean[0], clean[1], codes + first, size, count, total);
          else
            mn_pool_squares (clean[0], clean[1], clean[2], codes + first, size, mean, squares);
        }
      for (gsize g = 0; pass == 0 && g < n_groups; g++)
        {
          n[g] = mn_total_get (&count[g]);
          if (n[g] > 0)
            mean[g] = (mn_total_get (&total[g])) / n[g];
        }
    }
  for (gsize g = 0; g < n_groups; g++)
    sd[g] = mn_pool_sd (n[g], squares[g]);

  pooled[0] = marmot_column_new_double (n, n_groups);
  pooled[1] = marmot_column_new_double (mean, n_groups);
  pooled[2] = marmot_column_new_double (sd, n_groups);
}

/* The standard of each group: that of its rows, or the mean of theirs by denominators,
 * which gives as many events as theirs do together. */
static MarmotColumn *
mean_standard (const MarmotColumn *standard,
               const MarmotColumn *denominator,
               const gint32 *codes,
               gsize n_groups,
               guint8 *status)
{
  g_autofree mn_total *expected = g_new0 (mn_total, n_groups);
  g_autofree mn_total *below = g_new0 (mn_total, n_groups);
  g_autofree double *first = g_new (double, n_groups);
  g_autofree gboolean *differ = g_new0 (gboolean, n_groups);

  for (gsize g = 0; g < n_groups; g++)
    first[g] = (double) NAN;
  for (gsize from = 0; from < standard->length; from += BLOCK)
    {
      double scratch[2][BLOCK];
      gsize size = MIN (BLOCK, standard->length - from);
      const double *values = marmot_column_block (standard, from, size, scratch[0]);
      const double *people = marmot_column_block (denominator, from, size, scratch[1]);

      for (gsize i = 0; i < size; i++)
        {
          gint32 g = codes[from + i];
          guint8 found = MN_OK;

          if (!marmot_column_row_is_valid (standard, from + i))
            found = MN_MISSING;
          else if (!isfinite (values[i]))
            found = MN_NOT_FINITE;
          else if (!(values[i] > 0))
            found = MN_STANDARD_OUT_OF_RANGE;
          if (found != MN_OK)
            {
              if (status[g] == MN_OK || status[g] == MN_EMPTY_GROUP || found < status[g])
                status[g] = found;
              continue;
            }
          differ[g] = differ[g] || (!isnan (first[g]) && first[g] != values[i]);
          first[g] = values[i];
          mn_total_add (&expected[g], values[i] * people[i]);
          mn_total_add (&below[g], people[i]);
        }
    }
  for (gsize g = 0; g < n_groups; g++)
    if (differ[g])
      first[g] = mn_total_get (&expected[g]) / mn_total_get (&below[g]);
  return marmot_column_new_double (first, n_groups);
}

static gboolean
run_grouped (const MarmotContrastSpec *spec,
             const MarmotIntervalPlan *plan,
             MarmotColumn **in,
             MarmotGroups *groups,
             gboolean with_test,
             Results *results,
             GError **error)
{
  gsize n_groups = marmot_groups_get_n_groups (groups);
  const gint32 *codes = marmot_groups_peek_codes (groups);
  g_autofree guint8 *status = NULL;
  MarmotColumn *gathered[MARMOT_CONTRAST_MAX_INPUTS];

  if (marmot_groups_get_n_rows (groups) != in[0]->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the columns have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (groups), in[0]->length);
      return FALSE;
    }

  status = g_malloc (n_groups);
  if (n_groups > 0)
    memset (status, MN_EMPTY_GROUP, n_groups);
  if (spec->groups == MARMOT_CONTRAST_MEANS)
    for (guint i = 0; i < spec->n_inputs; i += 3)
      pool_columns (in + i, codes, n_groups, status, gathered + i);
  else
    for (guint i = 0; i < (spec->groups == MARMOT_CONTRAST_AGAINST ? 2 : spec->n_inputs); i++)
      gathered[i] = sum_column (in[i], codes, n_groups,
                                i % 2 == 0 || spec->groups == MARMOT_CONTRAST_CELLS ? MN_NEGATIVE_COUNT : MN_DENOMINATOR_NOT_POSITIVE, status);
  if (spec->groups == MARMOT_CONTRAST_AGAINST)
    gathered[2] = mean_standard (in[2], in[1], codes, n_groups, status);

  run_columns (spec, plan, gathered, status, with_test, results);
  for (guint i = 0; i < spec->n_inputs; i++)
    marmot_column_unref (gathered[i]);
  return TRUE;
}

static MarmotTable *
run_table (const MarmotContrastSpec *spec,
           MarmotColumn **in,
           MarmotGroups *groups,
           MarmotIntervalOptions *options,
           GError **error)
{
  MarmotIntervalPlan plan;
  Results results = { NULL, NULL, NULL, NULL };
  MarmotTable *table = NULL;
  gboolean done = TRUE;

  for (guint i = 0; i < spec->n_inputs; i++)
    g_return_val_if_fail (in[i] != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!check_columns (spec, in, error) || !init_plan (spec, groups ? marmot_groups_get_n_groups (groups) : in[0]->length, options, &plan, error))
    return NULL;
  if (groups)
    done = run_grouped (spec, &plan, in, groups, plan.test != MARMOT_METHOD_NONE, &results, error);
  else
    run_columns (spec, &plan, in, NULL, plan.test != MARMOT_METHOD_NONE, &results);
  if (done)
    {
      table = make_table (&plan, &results);
      results_clear (&results);
    }
  clear_plan (&plan);
  return table;
}

MarmotTable *
marmot_contrast_column (const MarmotContrastSpec *spec,
                        MarmotColumn **in,
                        MarmotIntervalOptions *options,
                        GError **error)
{
  return run_table (spec, in, NULL, options, error);
}

MarmotTable *
marmot_contrast_grouped (const MarmotContrastSpec *spec,
                         MarmotColumn **in,
                         MarmotGroups *groups,
                         MarmotIntervalOptions *options,
                         GError **error)
{
  g_return_val_if_fail (groups != NULL, NULL);

  return run_table (spec, in, groups, options, error);
}

MarmotEstimates *
marmot_contrast_estimates (const MarmotContrastSpec *spec,
                           MarmotColumn **in,
                           MarmotGroups *groups,
                           const guint8 *void_status,
                           MarmotIntervalOptions *options,
                           GError **error)
{
  MarmotIntervalPlan plan;
  Results results = { NULL, NULL, NULL, NULL };

  for (guint i = 0; i < spec->n_inputs; i++)
    g_return_val_if_fail (in[i] != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!check_columns (spec, in, error) || !init_plan (spec, groups ? marmot_groups_get_n_groups (groups) : in[0]->length, options, &plan, error))
    return NULL;
  if (groups)
    run_grouped (spec, &plan, in, groups, FALSE, &results, error);
  else
    run_columns (spec, &plan, in, void_status, FALSE, &results);
  clear_plan (&plan);
  return results.estimates;
}
