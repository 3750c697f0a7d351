/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names by which rules call the functions of this room, and what each function needs.
 */
#include "check-predicates-private.h"

#include <string.h>

#include "core/marmot-csv-date-private.h"

#define CHILD "Episodes.CHILD"
#define DECOM "Episodes.DECOM"
#define DEC "Episodes.DEC"
#define REC "Episodes.REC"
#define RNE "Episodes.RNE"
#define LS "Episodes.LS"
#define PLACEMENT "Episodes.PLACE", "Episodes.PL_POST", "Episodes.URN", "Episodes.PLACE_PROVIDER"
#define LAST(column) "Episodes_last." column

static const CheckFunction functions[] = {
  { "start-is-no-date", check_start_is_no_date, 0, { DECOM } },
  { "end-and-reason-apart", check_end_and_reason_apart, 0, { DEC, REC } },
  { "no-days", check_no_days, 0, { DECOM, DEC } },
  { "backwards", check_backwards, 0, { DECOM, DEC } },
  { "after-the-year", check_after_the_year, 0, { DEC } },
  { "before-a-day", check_before_a_day, CHECK_ASKS_BEFORE, { DECOM } },
  { "opens-temporary", check_opens_temporary, 0, { "Episodes.PLACE", RNE } },
  { "closes-temporary", check_closes_temporary, 0, { "Episodes.PLACE", REC } },
  { "short-break-too-long", check_short_break_too_long, CHECK_ASKS_DAYS, { LS, DECOM, DEC } },
  { "temporary-too-long", check_temporary_too_long, CHECK_ASKS_DAYS, { "Episodes.PLACE", DECOM, DEC } },
  { "not-closed", check_not_closed, 0, { CHILD, DECOM, DEC, REC } },
  { "first-is-no-start", check_first_is_no_start, 0, { CHILD, DECOM, RNE } },
  { "goes-on-or-not", check_goes_on_or_not, 0, { CHILD, DECOM, DEC, REC } },
  { "start-inside", check_start_inside, 0, { CHILD, DECOM, DEC, RNE } },
  { "no-start-after-leaving", check_no_start_after_leaving, 0, { CHILD, DECOM, REC, RNE } },
  { "another-day", check_another_day, 0, { CHILD, DECOM, DEC, RNE } },
  { "not-status-alone", check_not_status_alone, 0, { CHILD, DECOM, RNE, LS, PLACEMENT } },
  { "not-placement-alone", check_not_placement_alone, 0, { CHILD, DECOM, RNE, LS, PLACEMENT } },
  { "not-both", check_not_both, 0, { CHILD, DECOM, RNE, LS, PLACEMENT } },
  { "follows-the-last", check_follows_the_last, 0, { CHILD, DECOM, REC } },
  { "overlap", check_overlap, 0, { CHILD, DECOM, DEC } },
  { "need-changes", check_need_changes, 0, { CHILD, DECOM, DEC, REC, "Episodes.CIN" } },
  { "short-breaks-too-many", check_short_breaks_too_many, CHECK_ASKS_DAYS, { CHILD, LS, DECOM, DEC } },
  { "short-breaks-in-twelve-months", check_short_breaks_in_twelve_months, CHECK_ASKS_DAYS, { CHILD, LS, DECOM, DEC } },
  { "not-last-years", check_not_last_years, 0, { CHILD, DECOM, LAST ("CHILD"), LAST ("DECOM"), LAST ("DEC") } },
  { "before-birth", check_before_birth, 0, { CHILD, DECOM, "Header.CHILD", "Header.DOB" } },
  { "start-at-age", check_start_at_age, CHECK_ASKS_AGE, { CHILD, DECOM, RNE, "Header.CHILD", "Header.DOB" } },
  { "score-without-a-year", check_score_without_a_year, 0,
    { "OC2.CHILD", "OC2.SDQ_SCORE", CHILD, DECOM, DEC, LS, REC, RNE } },
  { "no-care-leaver", check_no_care_leaver, CHECK_ASKS_DAYS,
    { "OC3.CHILD", CHILD, LS, DECOM, DEC, REC, LAST ("CHILD"), LAST ("LS"), LAST ("DECOM"), LAST ("DEC"), LAST ("REC"),
      "Header.CHILD", "Header.DOB" } },
  { "moved-away", check_moved_away, 0,
    { "OC3.CHILD", "OC3.IN_TOUCH", "OC3.ACTIV", "OC3.ACCOM", CHILD, DECOM, REC } },
};

const CheckFunction *
check_function_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return &functions[i];
  return NULL;
}

gboolean
check_need_parse (const char *name,
                  CheckNeed *need)
{
  const char *point = strchr (name, '.');
  g_autofree char *table = NULL;

  if (!point)
    return FALSE;
  table = g_strndup (name, (gsize) (point - name));
  need->is_last = g_str_has_suffix (table, "_last");
  if (need->is_last)
    table[strlen (table) - strlen ("_last")] = '\0';
  if (!check_table_find (table, &need->table))
    return FALSE;

  need->column = care_column_find (point + 1);
  if (need->column == CARE_N_COLUMNS)
    return FALSE;
  for (const CareColumn *columns = care_table_columns (need->table); *columns != CARE_N_COLUMNS; columns++)
    if (*columns == need->column)
      return TRUE;
  return FALSE;
}

gboolean
check_table_find (const char *name,
                  MarmotCareTable *table)
{
  for (guint i = 0; i < CARE_N_TABLES; i++)
    if (strcmp (care_table_name (i), name) == 0)
      {
        *table = (MarmotCareTable) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
check_parse_day (const char *text,
                 gint32 *day)
{
  return text && marmot_csv_date_parse_iso (text, text + strlen (text), day);
}
