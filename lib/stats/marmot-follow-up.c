/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"

/* 1 January 1970 as GDate counts days. */
#define EPOCH_JULIAN 719163

static gboolean
find_dates (MarmotTable *episodes,
            const char *name,
            gboolean required,
            const MarmotColumn **column,
            GError **error)
{
  *column = marmot_table_peek_column (episodes, name);
  if (!*column && required)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The episodes have no column \"%s\": name the one that holds it so", name);
      return FALSE;
    }
  if (*column && (*column)->type != MARMOT_COLUMN_DATE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds no dates: cast it to dates", name);
      return FALSE;
    }
  return TRUE;
}

/* A date, or FALSE where it is null. */
static gboolean
get_day (const MarmotColumn *column,
         gsize row,
         gint64 *day)
{
  if (!column || !marmot_column_row_is_valid (column, row))
    return FALSE;
  *day = marmot_column_get_date (column, row);
  return TRUE;
}

/* How many 29 Februaries there are from 1 March of the year 0 (of the calendar as if it had
 * always been) up to and with a day since 1970. Years are counted from March, so that the
 * leap day is the last of its year: from the algorithm of days from civil dates. */
static gint64
leap_days_until (gint64 day)
{
  gint64 since = day + 719468; /* from 1 March 0000 */
  gint64 era = (since >= 0 ? since : since - 146096) / 146097;
  gint64 of_era = since - era * 146097;
  gint64 year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year + year / 4 - year / 100);
  gint64 passed = year / 4 - year / 100;

  /* The last day of a year of 366 is one itself. */
  if (of_year == 365)
    passed++;
  return era * 97 + passed;
}

static double
days_between (gint64 from,
              gint64 to,
              gboolean skip_leap_days)
{
  gint64 days = to - from;

  if (skip_leap_days)
    days -= leap_days_until (to) - leap_days_until (from);
  return (double) days;
}

MarmotTable *
marmot_follow_up (MarmotTable *episodes,
                  const GDate *extract,
                  gboolean skip_leap_days,
                  GError **error)
{
  const MarmotColumn *from, *to, *entered, *cause;
  gsize n_rows;
  gint64 last;
  g_autofree double *start = NULL, *stop = NULL, *status = NULL, *age = NULL;
  g_auto (MarmotResult) result = { NULL, NULL };

  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (extract != NULL, NULL);

  if (!g_date_valid (extract))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The day of the extract is no date: say when the data were taken");
      return NULL;
    }
  if (!find_dates (episodes, "from", TRUE, &from, error) || !find_dates (episodes, "to", TRUE, &to, error)
      || !find_dates (episodes, "entered", FALSE, &entered, error)
      || !marmot_figures_find_numbers (episodes, "cause", FALSE, &cause, error))
    return NULL;

  n_rows = marmot_table_get_n_rows (episodes);
  last = (gint64) g_date_get_julian (extract) - EPOCH_JULIAN;
  start = g_new (double, n_rows + 1);
  stop = g_new (double, n_rows + 1);
  status = g_new (double, n_rows + 1);
  age = g_new (double, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 begins, ends, enters;
      gboolean ended;

      start[i] = stop[i] = status[i] = age[i] = (double) NAN;
      if (!get_day (from, i, &begins))
        continue;
      ended = get_day (to, i, &ends) && ends <= last;
      age[i] = days_between (begins, last, skip_leap_days);
      stop[i] = days_between (begins, ended ? ends : last, skip_leap_days);
      if (!ended)
        status[i] = 0;
      else if (!cause)
        status[i] = 1;
      else if (marmot_column_row_is_valid (cause, i))
        status[i] = marmot_column_get_double (cause, i);
      if (entered && get_day (entered, i, &enters))
        start[i] = enters > begins ? days_between (begins, enters, skip_leap_days) : 0;
    }

  marmot_result_init (&result);
  if (entered)
    marmot_result_add_doubles (&result, "start", start, n_rows);
  marmot_result_add_doubles (&result, "stop", stop, n_rows);
  marmot_result_add_doubles (&result, "status", status, n_rows);
  marmot_result_add_doubles (&result, "age", age, n_rows);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_shares_within (MarmotTable *follow_up,
                      double days,
                      guint cause,
                      MarmotGroups *groups,
                      MarmotIntervalOptions *options,
                      GError **error)
{
  const MarmotColumn *stop, *status, *age, *start;
  gsize n_rows, n_groups;
  g_autofree double *within = NULL, *old = NULL, *count = NULL, *denominator = NULL, *too_young = NULL;
  g_autofree gint32 *owned = NULL;
  g_autofree gsize *group_of = NULL;
  g_autoptr (MarmotColumn) x = NULL, n = NULL;
  g_autoptr (MarmotGroups) all = NULL;
  g_auto (MarmotResult) of_rows = { NULL, NULL };
  g_auto (MarmotResult) result = { NULL, NULL };
  MarmotEstimates *estimates;
  const gint32 *codes;

  g_return_val_if_fail (follow_up != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!(days >= 0 && isfinite (days)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Say within how many days, such as 112 for 16 weeks");
      return NULL;
    }
  if (!marmot_figures_find_numbers (follow_up, "stop", TRUE, &stop, error)
      || !marmot_figures_find_numbers (follow_up, "status", TRUE, &status, error)
      || !marmot_figures_find_numbers (follow_up, "age", TRUE, &age, error)
      || !marmot_figures_find_numbers (follow_up, "start", FALSE, &start, error)
      || !marmot_figures_get_groups (follow_up, groups, &codes, &n_groups, &owned, error))
    return NULL;

  n_rows = marmot_table_get_n_rows (follow_up);
  within = g_new (double, n_rows + 1);
  old = g_new (double, n_rows + 1);
  count = g_new0 (double, n_groups + 1);
  denominator = g_new0 (double, n_groups + 1);
  too_young = g_new0 (double, n_groups + 1);
  group_of = g_new (gsize, n_groups + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      double of_age = marmot_column_get_double (age, i), end = marmot_column_get_double (stop, i);
      double state = marmot_column_get_double (status, i);
      gsize g = (gsize) codes[i];

      if (start && marmot_column_get_double (start, i) > 0)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " entered late: make curves of such rows, a plain share leaves out who "
                       "ended before",
                       i);
          return NULL;
        }
      /* Null and NaN are missing alike. */
      if (isnan (of_age) || isnan (end) || isnan (state) || end < 0)
        {
          within[i] = old[i] = (double) NAN;
          /* What there is of the group is not what there was. */
          count[g] = denominator[g] = too_young[g] = (double) NAN;
          continue;
        }
      old[i] = of_age >= days;
      within[i] = old[i] == 1 && end <= days && (cause == 0 ? state > 0 : state == cause);
      count[g] += within[i];
      denominator[g] += old[i];
      too_young[g] += 1 - old[i];
    }
  for (gsize g = 0; g < n_groups; g++)
    group_of[g] = g;

  /* Nulls where there are none to count, so that their group has a status. */
  marmot_result_init (&of_rows);
  marmot_result_add_doubles (&of_rows, "x", within, n_rows);
  marmot_result_add_doubles (&of_rows, "n", old, n_rows);
  x = marmot_column_ref (of_rows.columns->pdata[0]);
  n = marmot_column_ref (of_rows.columns->pdata[1]);
  all = groups ? marmot_groups_ref (groups) : marmot_groups_new_from_codes (codes, n_rows, 1, error);
  estimates = all ? marmot_proportion_grouped (x, n, all, options, error) : NULL;
  if (!estimates)
    return NULL;

  marmot_result_init (&result);
  marmot_result_add_keys (&result, groups, group_of, n_groups);
  marmot_result_add_doubles (&result, "count", count, n_groups);
  marmot_result_add_doubles (&result, "denominator", denominator, n_groups);
  marmot_result_add_doubles (&result, "too_young", too_young, n_groups);
  marmot_result_add_estimates (&result, NULL, estimates);
  return marmot_result_end_with_keys (&result, error);
}
