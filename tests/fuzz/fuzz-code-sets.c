/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be a file of code sets, of calendars or of adjoining authorities. What
 * is read agrees with itself.
 */
#include <marmot/marmot.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == MARMOT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
try_code_set (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCodeSet) set = marmot_code_set_new_from_json (bytes, "mine", &error);

  if (!set)
    {
      check_error (error);
      return;
    }
  for (guint i = 0; i < marmot_code_set_get_n_codes (set); i++)
    {
      const char *code = marmot_code_set_get_code (set, i);
      g_auto (GStrv) replaced_by = marmot_code_set_get_replaced_by (set, code);
      int first, last;

      g_assert_cmpint (marmot_code_set_find (set, code), ==, (int) i);
      g_assert_true (marmot_code_set_get_years (set, code, &first, &last));
      g_assert_true (last == 0 || first <= last);
      for (char **other = replaced_by; *other; other++)
        g_assert_cmpint (marmot_code_set_find (set, *other), >=, 0);
    }
}

static void
try_calendar (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCalendar) calendar = marmot_calendar_new_from_json (bytes, "mine", &error);
  g_autoptr (GDate) first = NULL;
  g_autoptr (GDate) last = NULL;
  g_autoptr (GDate) reached = NULL;
  int n_days;

  if (!calendar)
    {
      check_error (error);
      return;
    }
  first = marmot_calendar_get_first_day (calendar);
  last = marmot_calendar_get_last_day (calendar);
  n_days = marmot_calendar_count_working_days (calendar, first, last, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_days, >=, 0);
  reached = marmot_calendar_add_working_days (calendar, first, n_days, &error);
  g_assert_no_error (error);
  g_assert_cmpint (marmot_calendar_count_working_days (calendar, first, reached, NULL), ==, n_days);
  g_assert_null (marmot_calendar_add_working_days (calendar, first, n_days + 1, &error));
  check_error (error);
}

static void
try_adjacency (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAdjacency) table = marmot_adjacency_new_from_json (bytes, &error);
  g_auto (GStrv) codes = NULL;

  if (!table)
    {
      check_error (error);
      return;
    }
  codes = marmot_adjacency_list_authorities (table);
  for (char **code = codes; *code; code++)
    {
      g_auto (GStrv) around = marmot_adjacency_list_adjoining (table, *code);

      for (char **other = around; *other; other++)
        {
          g_assert_cmpint (marmot_adjacency_adjoins (table, *code, *other), ==, MARMOT_ADJOINING_YES);
          g_assert_cmpint (marmot_adjacency_adjoins (table, *other, *code), ==, MARMOT_ADJOINING_YES);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  try_code_set (bytes);
  try_calendar (bytes);
  try_adjacency (bytes);
  return 0;
}
