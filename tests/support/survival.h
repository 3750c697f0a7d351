/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of times to an event: the episodes of tests/reference/survival, and rows of
 * results found by group, cause and time.
 */
#pragma once

#include "support/figures.h"

static const char *const test_survival_cases[]
  = { "aml",           "gehan",        "transplant_cr",     "r01_n30_ties", "r03_n500_k5",      "r10_wfrac",
      "r15_cr_nocens", "e09_near_tie", "r18_cr_trunc_clus", "e14_disjoint", "e17_cr_one_cause", NULL };

typedef struct
{
  MarmotTable *table;
  MarmotGroups *groups;
  MarmotGroups *strata;
  guint n_causes;
  gsize n_rows;
} TestEpisodes;

static inline void
test_episodes_free (TestEpisodes *self)
{
  marmot_table_unref (self->table);
  marmot_groups_unref (self->groups);
  marmot_groups_unref (self->strata);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestEpisodes, test_episodes_free)

static inline gboolean
test_table_has (const TestTable *file,
                const char *column)
{
  return g_strv_contains ((const char *const *) file->header, column);
}

/* Groups of the rows whose numbers are given, by a column of text; all of one group where
 * the file has no such column. */
static inline MarmotGroups *
test_episode_groups (const TestTable *file,
                     const GArray *lines,
                     const char *column,
                     const char *key)
{
  g_autofree const char **texts = g_new0 (const char *, lines->len + 1);
  g_autoptr (MarmotColumn) keys = NULL;
  g_autoptr (MarmotTable) table = NULL;
  const char *names[] = { key, NULL };
  MarmotColumn *columns[1];

  for (guint i = 0; i < lines->len; i++)
    texts[i] = test_table_has (file, column) ? test_table_text (file, g_array_index (lines, guint, i), column) : "all";
  keys = marmot_column_new_text (texts);
  columns[0] = keys;
  table = marmot_table_new (names, columns, 1, NULL);
  return marmot_groups_new_from_table (table, names, NULL);
}

/* The episodes of a case: those of its columns that are not empty. */
static inline TestEpisodes *
test_episodes (const TestTable *file,
               const char *name)
{
  static const char *const from[] = { "stop", "status", "start", "weight", "child" };
  static const char *const to[] = { "stop", "status", "start", "weight", "cluster" };
  TestEpisodes *self = g_new0 (TestEpisodes, 1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint line = 0; line < file->rows->len; line++)
    if (g_str_equal (test_table_text (file, line, "case"), name))
      g_array_append_val (lines, line);
  cr_assert (lines->len > 0, "no case %s", name);
  self->n_rows = lines->len;
  self->n_causes = 1;
  for (gsize c = 0; c < G_N_ELEMENTS (from); c++)
    {
      double *numbers;
      const char *first;

      if (!test_table_has (file, from[c]))
        continue;
      first = test_table_text (file, g_array_index (lines, guint, 0), from[c]);
      if (!*first || g_str_equal (first, "NA"))
        continue;
      numbers = g_new (double, lines->len);
      for (guint i = 0; i < lines->len; i++)
        {
          numbers[i] = test_table_number (file, g_array_index (lines, guint, i), from[c]);
          if (c == 1)
            self->n_causes = MAX (self->n_causes, (guint) numbers[i]);
        }
      g_ptr_array_add (columns, numbers);
      g_ptr_array_add (names, (char *) to[c]);
    }
  g_ptr_array_add (names, NULL);
  self->table = test_figures ((const char *const *) names->pdata, (const double *const *) columns->pdata, lines->len);
  self->groups = test_episode_groups (file, lines, "group", "of");
  self->strata = test_episode_groups (file, lines, "stratum", "of");
  return self;
}

/* Some rows of a table. */
static inline MarmotTable *
test_take (MarmotTable *table,
           const gsize *rows,
           gsize n)
{
  g_auto (GStrv) names = marmot_table_get_names (table);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      g_ptr_array_add (columns, marmot_column_take (column, rows, n, NULL));
    }
  return marmot_table_new ((const char *const *) names, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

/* The row of a group (NULL: any), a cause (0: any) and a time (NaN: any). */
static inline gsize
test_episodes_find (MarmotTable *table,
                    const char *group,
                    double time,
                    double cause)
{
  g_autoptr (MarmotColumn) groups = group ? marmot_table_get_column_by_name (table, "of") : NULL;
  g_autoptr (MarmotColumn) times = isnan (time) ? NULL : marmot_table_get_column_by_name (table, "time");
  g_autoptr (MarmotColumn) causes = cause == 0 ? NULL : marmot_table_get_column_by_name (table, "cause");

  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    {
      g_autofree char *of = groups ? marmot_column_get_text (groups, row) : NULL;

      if ((!of || g_str_equal (of, group)) && (!times || fabs (marmot_column_get_double (times, row) - time) < 1e-9)
          && (!causes || marmot_column_get_double (causes, row) == cause))
        return row;
    }
  cr_assert_fail ("no row of %s at %g, cause %g", group ? group : "all", time, cause);
  return 0;
}

/* Relatively; what is not a number, or infinite in R, is null here. */
static inline gboolean
test_close (double actual,
            double expected,
            double tolerance)
{
  if (!isfinite (expected))
    return isnan (actual);
  return fabs (actual - expected) <= tolerance * fabs (expected);
}
