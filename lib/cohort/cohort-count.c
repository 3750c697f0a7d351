/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes a measure of a set of people: asks the measure what every row counts as, and hands
 * that to a tally with the keys asked for.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "measure-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"

/* Later ages are in no figure by single years; codes are of one signed byte. */
#define MAX_AGE 125

/* Of care leavers from this age on other rules hold. */
#define FIRST_LATER_AGE 22

static void
count_clear (CohortCount *self)
{
  g_free (self->person_of);
  g_free (self->codes);
  g_free (self->ages);
  g_free (self->keys);
  g_free (self->values);
  g_free (self->scratch);
  g_clear_object (&self->calendar);
}

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

/* --- options ------------------------------------------------------------------------- */

static gboolean
find_ages (CohortCount *self,
           GError **error)
{
  const CohortMeasureInfo *info = self->info;
  gint32 from = (gint32) MIN (self->options->from_age, 1000u), to = (gint32) MIN (self->options->to_age, 1000u);

  self->any_age = info->from_age < 0 && !from && !to;
  self->from_age = from ? from : MAX (info->from_age, info->youngest);
  self->to_age = to ? to : MIN (info->to_age, info->oldest);
  if (self->any_age)
    return TRUE;

  if (info->count == cohort_count_oc3)
    {
      /* Where one end is named, the other is that of the same whole. */
      if (from && !to)
        self->to_age = from >= FIRST_LATER_AGE ? info->oldest : FIRST_LATER_AGE - 1;
      if (to && !from)
        self->from_age = to >= FIRST_LATER_AGE ? FIRST_LATER_AGE : MIN (info->from_age, to);
      if (self->from_age < FIRST_LATER_AGE && self->to_age >= FIRST_LATER_AGE)
        return refuse (error, "Care leavers of 22 to 25 have another denominator, those who asked for support, and count by "
                              "their latest contact: ask for them apart");
    }
  else if (from && !to)
    self->to_age = MAX (self->to_age, MIN (from, info->oldest));
  else if (to && !from)
    self->from_age = MIN (self->from_age, MAX (to, info->youngest));
  if (self->from_age > self->to_age)
    return refuse (error, "The youngest age is above the oldest: turn them round");
  if (self->from_age < info->youngest || self->to_age > info->oldest)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The measure \"%s\" is of ages from %d to %d: ask for some of these", info->label, info->youngest,
                   info->oldest);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_options (const CohortCount *self,
               GError **error)
{
  const CohortOptions *options = self->options;

  if (!(options->confidence > 0 && options->confidence < 1))
    return refuse (error, "The confidence level must be a proportion between 0 and 1, such as 0.95");
  if (!(options->per > 0 && isfinite (options->per)))
    return refuse (error, "What a rate is per must be a number above 0, such as 10000");
  if (options->day && !self->info->of_a_day)
    return refuse (error, "The measure is of a period, and not of a day: name the period");
  if (options->day && !g_date_valid (options->day))
    return refuse (error, "The day is none: name one that there is");
  return TRUE;
}

static gint32
first_of_april (gint32 year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_APRIL, (GDateYear) year);
  return legal_day_of_date (&date);
}

/* The days that the measure is of. */
static gboolean
find_days (CohortCount *self,
           GError **error)
{
  gint32 day = legal_day_of_date (self->options->day);

  if (self->options->period)
    {
      self->from = marmot_period_get_start_days (self->options->period);
      self->until = marmot_period_get_end_days (self->options->period);
    }
  else if (day != LEGAL_NO_DATE || self->people->covered_until != LEGAL_NO_DATE)
    {
      gint32 year = cohort_collection_year (day != LEGAL_NO_DATE ? day : self->people->covered_until - 1);

      /* Of a day that no calendar has there is no figure. */
      if (year < 1 || year > 9998)
        return refuse (error, "The day is before the year 1 or after the year 9998: correct it");
      self->from = first_of_april (year);
      self->until = first_of_april (year + 1);
    }
  else
    return refuse (error, "The set does not say which time it covers: name the period");

  self->day = day != LEGAL_NO_DATE ? day : self->until - 1;
  self->year = cohort_collection_year (self->day);
  if (self->info->of_return && self->year > 0 && self->year < 9999
      && !(self->info->of_a_day && day != LEGAL_NO_DATE)
      && (self->from != first_of_april (self->year) || self->until != first_of_april (self->year + 1)))
    return refuse (error, "The tables of the return are of years from April to March: name such a year, as \"2023/24\"");
  return TRUE;
}

static gboolean
check_set (const CohortCount *self,
           GError **error)
{
  const PersonColumns *people = self->people;
  const char *missing = NULL;

  if ((self->info->needs & COHORT_NEEDS_CONTACTS) && !people->has_contacts)
    missing = "contacts";
  else if ((self->info->needs & COHORT_NEEDS_HEALTH) && !people->has_health)
    missing = "health of a year";
  else if ((self->info->needs & COHORT_NEEDS_CHECKS) && !people->has_checks)
    missing = "dated checks of health";
  else if ((self->info->needs & COHORT_NEEDS_UASC) && !people->keys[PERSON_UASC])
    {
      missing = "column \"uasc\"";
      for (gsize person = 0; person < people->n_people && missing; person++)
        if (people->uasc_until[person] != LEGAL_NO_DATE)
          missing = NULL;
    }
  if (missing)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "The set has no %s, which the measure \"%s\" is made of: supply it", missing, self->info->label);
  return !missing;
}

/* --- rows ---------------------------------------------------------------------------- */

/* The person of each item, from where those of each begin. */
static guint32 *
list_people (const guint32 *starts,
             gsize n_people)
{
  guint32 *person_of = g_new (guint32, starts[n_people] + 1);

  for (gsize person = 0; person < n_people; person++)
    for (guint32 i = starts[person]; i < starts[person + 1]; i++)
      person_of[i] = (guint32) person;
  return person_of;
}

static gboolean
count_rows (CohortCount *self,
            GError **error)
{
  const PersonColumns *people = self->people;
  const guint32 *starts = self->info->rows == COHORT_ROWS_SPELLS   ? people->spell_starts
                          : self->info->rows == COHORT_ROWS_CHECKS ? people->check_starts : NULL;
  gsize n_contacts = 0;

  self->n_rows = starts ? starts[people->n_people] : people->n_people;
  self->person_of = starts ? list_people (starts, people->n_people) : NULL;
  self->codes = g_malloc0 (self->n_rows + 1);
  self->keys = g_malloc0 (self->n_rows + 1);
  self->ages = g_new (gint16, self->n_rows + 1);
  memset (self->ages, 0xff, (self->n_rows + 1) * sizeof *self->ages);
  if (self->info->statistic == MARMOT_TALLY_STATISTIC_MEAN)
    self->values = g_new0 (double, self->n_rows + 1);
  for (gsize person = 0; people->contact_starts && person < people->n_people; person++)
    n_contacts = MAX (n_contacts, people->contact_starts[person + 1] - people->contact_starts[person]);
  self->scratch = g_new (gint32, n_contacts + 1);
  return self->info->count (self, error);
}

/* --- columns ------------------------------------------------------------------------- */

/* A byte a row, 0 for null and else the position of a text from 1; takes the bytes. */
static MarmotColumn *
make_codes (guint8 *bytes,
            gsize n_rows,
            const char *const *texts)
{
  gsize n_texts = g_strv_length ((char **) texts);
  g_autofree const char **names = g_new0 (const char *, n_texts + 2);
  g_autofree gboolean *nulls = g_new0 (gboolean, n_texts + 1);
  g_autoptr (MarmotColumn) bare = NULL;
  g_autoptr (MarmotColumn) values = NULL;
  MarmotColumn *column;

  names[0] = "";
  memcpy (names + 1, texts, n_texts * sizeof *texts);
  nulls[0] = TRUE;
  bare = marmot_column_new_text (names);
  values = marmot_column_with_nulls (bare, nulls, n_texts + 1, NULL);
  column = marmot_column_new_bytes_of (bytes, n_rows, values);
  marmot_column_fold_dictionary_nulls (column);
  marmot_column_seal (column);
  return column;
}

static MarmotColumn *
make_counts (const CohortCount *self)
{
  static const char *const words[] = { "in", "out", "unknown", "not-covered" };
  const char *const *reasons = self->info->reasons;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (texts, (gpointer) words[i]);
  for (guint i = 0; reasons && reasons[i]; i++)
    g_ptr_array_add (texts, (gpointer) reasons[i]);
  g_ptr_array_add (texts, NULL);
  return make_codes (g_memdup2 (self->codes, self->n_rows + 1), self->n_rows, (const char *const *) texts->pdata);
}

/* By single years. */
static MarmotColumn *
make_ages (const CohortCount *self)
{
  g_auto (GStrv) texts = g_new0 (char *, MAX_AGE + 2);
  guint8 *bytes = g_malloc (self->n_rows + 1);

  for (guint age = 0; age <= MAX_AGE; age++)
    texts[age] = g_strdup_printf ("%u", age);
  for (gsize row = 0; row < self->n_rows; row++)
    bytes[row] = self->ages[row] < 0 || self->ages[row] > MAX_AGE ? 0 : (guint8) (self->ages[row] + 1);
  return make_codes (bytes, self->n_rows, (const char *const *) texts);
}

static MarmotColumn *
make_age_parts (const CohortCount *self)
{
  const CohortAgePart *parts = self->info->parts;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint8 *bytes = g_malloc (self->n_rows + 1);
  guint n = 0;

  for (; parts[n].name; n++)
    g_ptr_array_add (texts, (gpointer) parts[n].name);
  g_ptr_array_add (texts, NULL);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      bytes[row] = 0;
      for (guint i = 0; i < n; i++)
        if (self->ages[row] >= parts[i].from && self->ages[row] < parts[i + 1].from)
          bytes[row] = (guint8) (i + 1);
    }
  return make_codes (bytes, self->n_rows, (const char *const *) texts->pdata);
}

/* A column of the set, a row a row of the measure; NULL if the set does not have it. */
static MarmotColumn *
take_key (const CohortCount *self,
          const char *name)
{
  for (guint key = 0; key < PERSON_N_KEYS; key++)
    if (g_str_equal (name, person_key_name (key)))
      {
        MarmotColumn *column = self->people->key_columns[key];
        g_autofree gsize *rows = NULL;

        if (!column || !self->person_of)
          return column ? marmot_column_ref (column) : NULL;
        rows = g_new (gsize, self->n_rows + 1);
        for (gsize row = 0; row < self->n_rows; row++)
          rows[row] = self->person_of[row];
        return marmot_column_take_known (column, rows, self->n_rows);
      }
  return NULL;
}

/* The keys asked for: NULL with an error, or without if there are none. */
static MarmotTable *
make_keys (const CohortCount *self,
           GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  char **by = self->options->by;

  if (!by || !by[0])
    return NULL;
  for (char **name = by; *name; name++)
    {
      MarmotColumn *column;

      if (g_str_equal (*name, "age"))
        column = make_ages (self);
      else if (g_str_equal (*name, "age_part"))
        column = make_age_parts (self);
      else if (g_strcmp0 (*name, self->info->key) == 0)
        column = make_codes (g_memdup2 (self->keys, self->n_rows + 1), self->n_rows, self->info->key_values);
      else
        column = take_key (self, *name);
      if (!column)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                       "The measure \"%s\" of this set cannot be by \"%s\": name a column of people that the set has, "
                       "\"age\", \"age_part\"%s%s%s", self->info->label, *name, self->info->key ? " or \"" : "",
                       self->info->key ? self->info->key : "", self->info->key ? "\"" : "");
          return NULL;
        }
      g_ptr_array_add (columns, column);
    }
  return marmot_table_new ((const char *const *) by, (MarmotColumn **) columns->pdata, columns->len, error);
}

/* --- the measure --------------------------------------------------------------------- */

/* All that two tallies of a measure must have in common to be added up. */
static char *
describe (const CohortCount *self,
          MarmotCareLeaverOptions *conventions)
{
  const CohortOptions *options = self->options;
  g_autofree char *status = marmot_care_leaver_options_describe (conventions);
  GString *text = g_string_new (NULL);

  if (self->info->of_a_day)
    g_string_append_printf (text, "day=%d", self->day);
  else
    g_string_append_printf (text, "days=%d,%d", self->from, self->until);
  if (!self->any_age)
    g_string_append_printf (text, " ages=%d,%d", self->from_age, self->to_age);
  if (options->weeks)
    g_string_append_printf (text, " weeks=%u", options->weeks);
  if (options->working_days)
    g_string_append_printf (text, " working-days=%u", options->working_days);
  if (options->unknown_counts)
    g_string_append (text, " unknown-counts");
  if (options->last_day_counts)
    g_string_append (text, " last-day-counts");
  if (options->calendar)
    g_string_append_printf (text, " calendar=%s", marmot_calendar_get_name (options->calendar));
  g_string_append_printf (text, "; %s", status);
  return g_string_free (text, FALSE);
}

static MarmotTally *
measure_set (CohortCount *self,
             MarmotCohortMeasure measure,
             MarmotCareLeaverOptions *conventions,
             GError **error)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_COHORT_MEASURE);
  g_autoptr (MarmotColumn) counts = NULL;
  g_autoptr (MarmotColumn) values = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotTallyOptions) options = NULL;
  g_autofree char *description = NULL;
  GError *failed = NULL;

  if (!check_options (self, error) || !find_ages (self, error) || !check_set (self, error) || !find_days (self, error)
      || !count_rows (self, error))
    return NULL;

  keys = make_keys (self, &failed);
  if (failed)
    {
      g_propagate_error (error, failed);
      return NULL;
    }
  counts = make_counts (self);
  if (self->values)
    values = marmot_column_new_double (self->values, self->n_rows);
  description = describe (self, conventions);
  options = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", self->info->statistic, "confidence",
                          self->options->confidence, "population", self->options->population, "per", self->options->per,
                          "rows", self->options->rows, "reasons", self->info->reasons, "conventions", description, NULL);
  return marmot_tally_new (g_enum_get_value (known, (int) measure)->value_nick, counts, values, keys, options, error);
}

MarmotTally *
marmot_person_set_measure (MarmotPersonSet *self,
                           MarmotCohortMeasure measure,
                           MarmotCohortOptions *options,
                           GError **error)
{
  g_autoptr (MarmotCareLeaverOptions) conventions = NULL;
  CohortCount count = { .options = cohort_options_peek (options) };
  MarmotTally *tally;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_COHORT_OPTIONS (options), NULL);

  count.info = cohort_measure_get_info (measure);
  g_return_val_if_fail (count.info != NULL, NULL);

  if (count.options->conventions)
    conventions = g_object_ref (count.options->conventions);
  else
    conventions = marmot_care_leaver_options_new_named (count.info->dfe_conventions ? "ssda903-1001" : "statute", NULL);
  count.people = person_set_peek (self);
  count.terms = legal_options_peek (conventions);
  count.calendar = count.options->calendar ? g_object_ref (count.options->calendar)
                                           : marmot_calendar_new_builtin (NULL, NULL);
  tally = measure_set (&count, measure, conventions, error);
  count_clear (&count);
  return tally;
}
