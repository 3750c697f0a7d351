/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People in a line each, for tests of cohorts. All are made up.
 *
 * A life is "birth death; start end status reason; ...", a day as yyyy-mm-dd and "-" for
 * nothing: the legal status (LS) is V4 for short breaks, the reason is that of the end (REC).
 */
#pragma once

#include <marmot/marmot.h>
#include <stdio.h>
#include <string.h>

#define COHORT_DAY_NONE G_MININT32

static inline gint32
cohort_day (const char *text)
{
  int year, month, day;
  GDate date;

  if (g_str_equal (text, "-"))
    return COHORT_DAY_NONE;
  if (sscanf (text, "%d-%d-%d", &year, &month, &day) != 3)
    g_error ("%s is no day", text);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

static inline GDate *
cohort_date (const char *text)
{
  return g_date_new_julian ((guint32) (cohort_day (text) + 719163));
}

static inline MarmotColumn *
cohort_days_column (GArray *days)
{
  g_autofree gboolean *nulls = g_new0 (gboolean, days->len + 1);
  g_autoptr (MarmotColumn) all = marmot_column_new_date ((const gint32 *) (gpointer) days->data, days->len);

  for (guint i = 0; i < days->len; i++)
    nulls[i] = g_array_index (days, gint32, i) == COHORT_DAY_NONE;
  return marmot_column_with_nulls (all, nulls, days->len, NULL);
}

static inline MarmotColumn *
cohort_text_column (GPtrArray *texts)
{
  g_autofree gboolean *nulls = g_new0 (gboolean, texts->len + 1);
  g_autoptr (MarmotColumn) all = NULL;

  for (guint i = 0; i < texts->len; i++)
    nulls[i] = g_str_equal (texts->pdata[i], "-");
  g_ptr_array_add (texts, NULL);
  all = marmot_column_new_text ((const char *const *) texts->pdata);
  return marmot_column_with_nulls (all, nulls, texts->len - 1, NULL);
}

static inline MarmotTable *
cohort_table (const char *const *names,
              MarmotColumn **columns,
              gsize n_columns)
{
  g_autoptr (GError) error = NULL;
  MarmotTable *table = marmot_table_new (names, columns, n_columns, &error);

  if (!table)
    g_error ("%s", error->message);
  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static inline void
cohort_add_day (GArray *days,
                const char *text)
{
  gint32 day = cohort_day (text);

  g_array_append_val (days, day);
}

/* The people P0, P1 and so on, whose sexes are those of sexes ("F", "M", "-" and so on, or
 * NULL), and what the records cover; NULL for what the episodes do. */
static inline MarmotPersonSet *
cohort_people (const char *const *lives,
               gsize n_lives,
               const char *sexes,
               const char *first,
               const char *last)
{
  static const char *const people_names[] = { "person", "birth", "death", "sex", NULL };
  static const char *const episode_names[] = { "person", "start", "end", "start_reason", "legal_status", "end_reason", NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sex = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) whose = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) began = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) status = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) reason = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) birth = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) death = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) start = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) end = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (MarmotTable) people = NULL, table = NULL;
  g_autoptr (MarmotEpisodeSet) episodes = NULL;
  g_autoptr (MarmotSpellSet) spells = NULL;
  g_autoptr (MarmotPersonSet) set = NULL;
  g_autoptr (GError) error = NULL;
  MarmotColumn *columns[6];

  for (gsize i = 0; i < n_lives; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lives[i], "; ", -1);
      g_auto (GStrv) self = g_strsplit (parts[0], " ", -1);

      g_ptr_array_add (names, g_strdup_printf ("P%u", (guint) i));
      g_ptr_array_add (sex, g_strdup_printf ("%c", sexes ? sexes[i] : 'F'));
      cohort_add_day (birth, self[0]);
      cohort_add_day (death, self[1]);
      for (guint j = 1; parts[j]; j++)
        {
          g_auto (GStrv) spell = g_strsplit (parts[j], " ", -1);

          if (g_strv_length (spell) != 4)
            g_error ("%s is no period of care", parts[j]);
          g_ptr_array_add (whose, g_strdup_printf ("P%u", (guint) i));
          cohort_add_day (start, spell[0]);
          cohort_add_day (end, spell[1]);
          g_ptr_array_add (began, g_strdup ("S"));
          g_ptr_array_add (status, g_strdup (spell[2]));
          g_ptr_array_add (reason, g_strdup (spell[3]));
        }
    }

  columns[0] = cohort_text_column (names);
  columns[1] = cohort_days_column (birth);
  columns[2] = cohort_days_column (death);
  columns[3] = cohort_text_column (sex);
  people = cohort_table (people_names, columns, 4);

  columns[0] = cohort_text_column (whose);
  columns[1] = cohort_days_column (start);
  columns[2] = cohort_days_column (end);
  columns[3] = cohort_text_column (began);
  columns[4] = cohort_text_column (status);
  columns[5] = cohort_text_column (reason);
  table = cohort_table (episode_names, columns, 6);
  episodes = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, &error);
  if (!episodes)
    g_error ("%s", error->message);
  spells = marmot_episode_set_link (episodes, NULL, &error);
  if (!spells)
    g_error ("%s", error->message);
  set = marmot_person_set_new (people, spells, &error);
  if (!set)
    g_error ("%s", error->message);
  if (!first)
    return g_steal_pointer (&set);
  return marmot_person_set_with_coverage (set, cohort_day (first), cohort_day (last), &error);
}

/* Facts in a line each: "P0 personal-adviser 2024-01-01 -". */
static inline MarmotPersonSet *
cohort_with_facts (MarmotPersonSet *people,
                   const char *const *lines,
                   MarmotCareFacts complete)
{
  static const char *const fact_names[] = { "person", "fact", "start", "end", NULL };
  g_autoptr (GPtrArray) whose = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fact = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) start = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) end = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GError) error = NULL;
  MarmotColumn *columns[4];
  MarmotPersonSet *set;

  for (gsize i = 0; lines[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", -1);

      g_ptr_array_add (whose, g_strdup (parts[0]));
      g_ptr_array_add (fact, g_strdup (parts[1]));
      cohort_add_day (start, parts[2]);
      cohort_add_day (end, parts[3]);
    }
  columns[0] = cohort_text_column (whose);
  columns[1] = cohort_text_column (fact);
  columns[2] = cohort_days_column (start);
  columns[3] = cohort_days_column (end);
  table = cohort_table (fact_names, columns, 4);
  set = marmot_person_set_with_facts (people, table, complete, &error);
  if (!set)
    g_error ("%s", error->message);
  return set;
}

/* Contacts in a line each: "P0 2023 YES F1 U1" of a year, "P0 2023-06-01 YES F1 U1" of a day. */
static inline MarmotPersonSet *
cohort_with_contacts (MarmotPersonSet *people,
                      const char *const *lines)
{
  static const char *const contact_names[] = { "person", "year", "date", "in_touch", "activity", "accommodation", NULL };
  GPtrArray *parts[4];
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) nulls = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) all = NULL;
  g_autoptr (GError) error = NULL;
  MarmotColumn *columns[6];
  MarmotPersonSet *set;

  for (guint i = 0; i < 4; i++)
    parts[i] = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      gboolean is_dated = strchr (words[1], '-') != NULL;
      gint64 year = is_dated ? 0 : g_ascii_strtoll (words[1], NULL, 10);

      g_ptr_array_add (parts[0], g_strdup (words[0]));
      g_array_append_val (years, year);
      g_array_append_val (nulls, is_dated);
      cohort_add_day (days, is_dated ? words[1] : "-");
      for (guint j = 1; j < 4; j++)
        g_ptr_array_add (parts[j], g_strdup (words[j + 1]));
    }
  all = marmot_column_new_integer ((const gint64 *) (gpointer) years->data, years->len);
  columns[0] = cohort_text_column (parts[0]);
  columns[1] = marmot_column_with_nulls (all, (const gboolean *) (gpointer) nulls->data, nulls->len, NULL);
  columns[2] = cohort_days_column (days);
  for (guint j = 1; j < 4; j++)
    columns[j + 2] = cohort_text_column (parts[j]);
  for (guint j = 0; j < 4; j++)
    g_ptr_array_unref (parts[j]);
  table = cohort_table (contact_names, columns, 6);
  set = marmot_person_set_with_contacts (people, table, &error);
  if (!set)
    g_error ("%s", error->message);
  return set;
}
