/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "cohort-private.h"

#include "core/marmot-column-private.h"

#define UNDETERMINED_CARE                                                                                            \
  " Undetermined: where the records do not cover the time and no recorded period decides it; a period that goes on " \
  "beyond the 18th birthday; dates that cannot be."

/* The conventions that are given, or the law's. */
static MarmotCareLeaverOptions *
get_options (MarmotCareLeaverOptions *options)
{
  return options ? g_object_ref (options) : marmot_care_leaver_options_new ();
}

/* A reason list of an array. */
#define REASONS(rule) cohort_##rule##_reasons, cohort_##rule##_n_reasons

MarmotCohort *
marmot_cohort_new_everybody (MarmotPersonSet *people)
{
  static const CohortReason reasons[] = { { MARMOT_CARE_ANSWER_YES, "one of the people" } };
  guint8 *codes;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);

  codes = cohort_codes_new (person_set_peek (people)->n_people);
  memset (codes, 0, person_set_peek (people)->n_people);
  return cohort_new_take (people, g_strdup ("everybody"), g_strdup ("Everybody in the set of people."), NULL, reasons, 1,
                          FALSE, codes);
}

/* --- care ----------------------------------------------------------------------------- */

MarmotCohort *
marmot_cohort_new_looked_after_on (MarmotPersonSet *people,
                                   const GDate *day,
                                   gboolean short_breaks)
{
  g_autoptr (MarmotPeriod) reference = NULL;
  g_autofree char *text = NULL;
  CareRule rule = { .short_breaks = short_breaks };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  rule.from = legal_day_of_date (day);
  rule.until = rule.from + 1;
  text = legal_print_day (rule.from);
  reference = marmot_period_new_day (day, NULL);
  return cohort_new_take (
      people, g_strdup_printf ("looked after on %s%s", text, short_breaks ? ", short breaks included" : ""),
      g_strdup_printf ("Looked after on %s: in a period of care that started on or before the day and ended after it, or "
                       "has not ended; who left care on the day itself is not in. Periods of short breaks (legal status "
                       "V3 or V4) alone %s." UNDETERMINED_CARE, text, short_breaks ? "count" : "do not count"),
      reference, REASONS (on), FALSE, cohort_ask (people, cohort_test_on, &rule));
}

/* A rule on the days of a period. */
static void
set_period (CareRule *rule,
            MarmotPeriod *period)
{
  rule->from = marmot_period_get_start_days (period);
  rule->until = marmot_period_get_end_days (period);
}

MarmotCohort *
marmot_cohort_new_looked_after_during (MarmotPersonSet *people,
                                       MarmotPeriod *period,
                                       gboolean short_breaks)
{
  g_autofree char *text = NULL;
  CareRule rule = { .short_breaks = short_breaks };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  set_period (&rule, period);
  text = marmot_period_to_string (period);
  return cohort_new_take (
      people, g_strdup_printf ("looked after in %s%s", text, short_breaks ? ", short breaks included" : ""),
      g_strdup_printf ("Looked after on at least one day of %s: in a period of care that started by its last day, and "
                       "did not end by its first. Periods of short breaks (legal status V3 or V4) alone %s."
                       UNDETERMINED_CARE, text, short_breaks ? "count" : "do not count"),
      period, REASONS (during), FALSE, cohort_ask (people, cohort_test_during, &rule));
}

MarmotCohort *
marmot_cohort_new_started_in (MarmotPersonSet *people,
                              MarmotPeriod *period)
{
  g_autofree char *text = NULL;
  CareRule rule = { .from = 0 };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  set_period (&rule, period);
  text = marmot_period_to_string (period);
  return cohort_new_take (
      people, g_strdup_printf ("started to be looked after in %s", text),
      g_strdup_printf ("Started to be looked after in %s: the first day of a period of care, short breaks aside, is a day "
                       "of it. Who started more than once is one person." UNDETERMINED_CARE, text),
      period, REASONS (started), FALSE, cohort_ask (people, cohort_test_started, &rule));
}

MarmotCohort *
marmot_cohort_new_ceased_in (MarmotPersonSet *people,
                             MarmotPeriod *period)
{
  g_autofree char *text = NULL;
  CareRule rule = { .from = 0 };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  set_period (&rule, period);
  text = marmot_period_to_string (period);
  return cohort_new_take (
      people, g_strdup_printf ("ceased to be looked after in %s", text),
      g_strdup_printf ("Ceased to be looked after in %s: the day on which a period of care, short breaks aside, ended is a "
                       "day of it, whether the person came back or not. The reason is how the last of them ended."
                       UNDETERMINED_CARE, text),
      period, REASONS (ceased), FALSE, cohort_ask (people, cohort_test_ceased, &rule));
}

MarmotCohort *
marmot_cohort_new_continuously_looked_after (MarmotPersonSet *people,
                                             const GDate *day,
                                             guint months,
                                             MarmotContinuousCare variant,
                                             GError **error)
{
  g_autoptr (MarmotPeriod) reference = NULL;
  g_autofree char *text = NULL, *first = NULL;
  gboolean by_return = variant == MARMOT_CONTINUOUS_CARE_SSDA903;
  CareRule rule = { .variant = variant };
  GDate start;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (variant == MARMOT_CONTINUOUS_CARE_ON_THE_DAY || by_return, NULL);

  if (months < 1 || months > 1200 || g_date_get_year (day) < 200)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Care is continuous for 1 to 1,200 months, up to a day that is not so long ago: 12 on 31 March "
                           "for the tables on outcomes");
      return NULL;
    }
  start = *day;
  g_date_add_days (&start, 1);
  g_date_subtract_months (&start, months);
  rule.from = legal_day_of_date (&start);
  rule.until = legal_day_of_date (day) + 1;
  text = legal_print_day (rule.until - 1);
  first = legal_print_day (rule.from);
  reference = marmot_period_new_day (day, NULL);
  return cohort_new_take (
      people,
      g_strdup_printf ("looked after for %u month%s on %s%s", months, months == 1 ? "" : "s", text,
                       by_return ? ", as the return has it" : ""),
      g_strdup_printf ("Looked after without a break from %s, or from before, to %s: in one period of care, short breaks "
                       "(legal status V3 or V4) aside. Who left care on the last day itself is %s; who had short breaks "
                       "in the months%s." UNDETERMINED_CARE " Nor is it known of care that is first recorded in the "
                       "months and before the records begin.",
                       first, text, by_return ? "in, as the checks of the return on children looked after have it" : "not in",
                       by_return ? " is not in" : " and was in care besides is in"),
      reference, REASONS (continuous), FALSE, cohort_ask (people, cohort_test_continuous, &rule));
}

/* --- birthdays and statuses ------------------------------------------------------------ */

MarmotCohort *
marmot_cohort_new_birthday_in (MarmotPersonSet *people,
                               guint age,
                               MarmotPeriod *period,
                               MarmotCareLeaverOptions *options,
                               GError **error)
{
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autofree char *text = NULL;
  LeaverRule rule = { .from_age = (gint32) age };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (period != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  if (age > 150)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "An age is from 0 to 150 years");
      return NULL;
    }
  given = get_options (options);
  rule.from = marmot_period_get_start_days (period);
  rule.until = marmot_period_get_end_days (period);
  rule.terms = legal_options_peek (given);
  text = marmot_period_to_string (period);
  return cohort_new_take (
      people, g_strdup_printf ("turned %u in %s", age, text),
      g_strdup_printf ("The birthday of %u years is a day of %s, and the person lived on it. Those born on 29 February have "
                       "it on %s in a common year. Undetermined: without a date of birth.",
                       age, text, rule.terms->leap_birthday == MARMOT_LEAP_BIRTHDAY_MARCH ? "1 March" : "28 February"),
      period, REASONS (birthday), FALSE, cohort_ask (people, cohort_test_birthday, &rule));
}

/* "eligible, relevant", and their bits; 0, with error set, if one is none to ask for. */
static guint32
read_statuses (const char *const *statuses,
               GString *list,
               GError **error)
{
  guint32 wanted = 0;

  for (gsize i = 0; statuses[i]; i++)
    {
      guint status = MARMOT_CARE_STATUS_ELIGIBLE;

      while (status <= MARMOT_CARE_STATUS_NONE && !g_str_equal (legal_status_nick ((MarmotCareStatus) status), statuses[i]))
        status++;
      if (status > MARMOT_CARE_STATUS_NONE)
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                               "One of the statuses is none to ask for: there are eligible, relevant, former-relevant, "
                               "qualifying and none");
          return 0;
        }
      wanted |= 1u << status;
    }
  /* In the order of the law, each once. */
  for (guint status = MARMOT_CARE_STATUS_ELIGIBLE; status <= MARMOT_CARE_STATUS_NONE; status++)
    if (wanted & 1u << status)
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : wanted >> (status + 1) ? ", " : " or ",
                              legal_status_nick ((MarmotCareStatus) status));
  g_strdelimit (list->str, "-", ' ');
  if (wanted == 0)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "No status is asked for: name one or more of eligible, relevant, former-relevant, qualifying and "
                         "none");
  return wanted;
}

MarmotCohort *
marmot_cohort_new_with_status (MarmotPersonSet *people,
                               const GDate *day,
                               const char *const *statuses,
                               MarmotCareLeaverOptions *options,
                               GError **error)
{
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autoptr (MarmotPeriod) reference = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL, *conventions = NULL;
  StatusRule rule = { .day = 0 };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (statuses != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  rule.wanted = read_statuses (statuses, list, error);
  if (rule.wanted == 0)
    return NULL;
  given = get_options (options);
  rule.terms = legal_options_peek (given);
  rule.day = legal_day_of_date (day);
  text = legal_print_day (rule.day);
  conventions = marmot_care_leaver_options_describe (given);
  reference = marmot_period_new_day (day, NULL);
  return cohort_new_of_status_take (
      people, g_strdup_printf ("%s on %s", list->str, text),
      g_strdup_printf ("By law %s on %s (%s). Undetermined: where what decides it is not recorded, and it may be one of "
                       "these statuses or another.", list->str, text, conventions),
      reference, &rule);
}

MarmotCohort *
marmot_cohort_new_open_on (MarmotPersonSet *people,
                           const GDate *day,
                           MarmotCareLeaverOptions *options)
{
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autoptr (MarmotPeriod) reference = NULL;
  g_autofree char *text = NULL, *conventions = NULL;
  LeaverRule rule = { .from = 0 };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  given = get_options (options);
  rule.terms = legal_options_peek (given);
  rule.from = legal_day_of_date (day);
  text = legal_print_day (rule.from);
  conventions = marmot_care_leaver_options_describe (given);
  reference = marmot_period_new_day (day, NULL);
  return cohort_new_take (
      people, g_strdup_printf ("care leavers with an open case on %s", text),
      g_strdup_printf ("On %s 16 to 24 years old, alive, not looked after (short breaks aside), and with a personal adviser "
                       "(Children Act 1989, section 23D): open cases, whatever the legal status, which the reasons tell "
                       "(%s). Undetermined: where nobody recorded whether there is an adviser, when the person was born, "
                       "or whether the person is looked after.", text, conventions),
      reference, REASONS (open), FALSE, cohort_ask (people, cohort_test_open, &rule));
}

MarmotCohort *
marmot_cohort_new_care_leavers (MarmotPersonSet *people,
                                int year,
                                guint from_age,
                                guint until_age,
                                MarmotLeaverBasis basis,
                                MarmotCareLeaverOptions *options,
                                GError **error)
{
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autoptr (MarmotPeriod) reference = NULL;
  g_autofree char *ages = NULL, *text = NULL, *conventions = NULL;
  gboolean by_law = basis == MARMOT_LEAVER_BASIS_LAW;
  LeaverRule rule = { .year = year, .from_age = (gint32) from_age, .until_age = (gint32) until_age, .basis = basis };

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (by_law || basis == MARMOT_LEAVER_BASIS_RETURN, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  if (from_age < 17 || until_age > 25 || from_age > until_age)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The return asks about care leavers of 17 to 25, the youngest age first");
      return NULL;
    }
  if (from_age < 22 && until_age >= 22)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "From 22 on the return has a rule and a denominator of its own: make a cohort up to 21 and "
                           "another one from 22");
      return NULL;
    }
  reference = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, year, 1, error);
  if (!reference)
    return NULL;

  /* The Department's figures are made by the return's own check of who is a care leaver. */
  given = options ? g_object_ref (options) : marmot_care_leaver_options_new_named ("ssda903-1001", error);
  if (!given)
    return NULL;
  rule.terms = legal_options_peek (given);
  rule.from = marmot_period_get_start_days (reference);
  rule.until = marmot_period_get_end_days (reference);
  text = marmot_period_to_string (reference);
  conventions = marmot_care_leaver_options_describe (given);
  ages = from_age == until_age ? g_strdup_printf ("%u", from_age) : g_strdup_printf ("%u to %u", from_age, until_age);
  return cohort_new_take (
      people, g_strdup_printf ("care leavers aged %s in %s, %s", ages, text, by_law ? "by law" : "as returned"),
      g_strdup_printf (
          "With a birthday of %s years in %s, and %s%s. Left out, in this order: died by the %s; care of short breaks alone; "
          "care taken over by another authority (E3) by the birthday; still looked after on it; not among those asked about; "
          "returned home for six months or more (RHOM). The contact is %s. Undetermined: without a date of birth, or where "
          "what decides it is not recorded. By law means: %s.",
          ages, text,
          by_law ? "relevant or former relevant on it (of the 25th, on the day before)"
                 : "with a contact of the return (OC3) for the year",
          by_law && from_age >= 22 ? ", with a contact in the year or having asked for support in it" : "",
          from_age >= 22 ? "end of the year" : "birthday",
          from_age >= 22 ? "the latest of the year"
                         : "the row of the year, or a dated one from three months before the birthday to one month after",
          conventions),
      reference, REASONS (leaver), FALSE, cohort_ask (people, cohort_test_leaver, &rule));
}

/* --- a caller's own -------------------------------------------------------------------- */

/* The text of a rule that a caller gave, or did not. */
static char *
own_definition (const char *definition,
                const char *otherwise)
{
  return g_strdup (definition && *definition ? definition : otherwise);
}

static gboolean
check_type (MarmotColumn *column,
            MarmotColumnType type,
            const char *message,
            GError **error)
{
  if (marmot_column_get_column_type (column) == type)
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, message);
  return FALSE;
}

MarmotCohort *
marmot_cohort_new_from_rows (MarmotPersonSet *people,
                             MarmotColumn *rows,
                             const char *name,
                             const char *definition,
                             GError **error)
{
  static const CohortReason reasons[] = { { MARMOT_CARE_ANSWER_NO, "not listed" }, { MARMOT_CARE_ANSWER_YES, "listed" } };
  gsize n_people, n_rows;
  guint8 *codes;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);
  g_return_val_if_fail (definition == NULL || g_utf8_validate (definition, -1, NULL), NULL);

  if (!check_type (rows, MARMOT_COLUMN_INTEGER, "Rows of people are a column of integers", error))
    return NULL;
  n_people = person_set_peek (people)->n_people;
  n_rows = marmot_column_get_length (rows);
  codes = cohort_codes_new (n_people);
  memset (codes, 0, n_people);
  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 row = marmot_column_is_null (rows, i) ? -1 : marmot_column_get_integer (rows, i);

      if (row < 0 || (guint64) row >= n_people || codes[row])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the list, counted from 1, is %s: list rows of the people, from 0, each "
                       "once",
                       i + 1, row >= 0 && (guint64) row < n_people ? "there twice" : "no row of the people");
          g_atomic_rc_box_release (codes);
          return NULL;
        }
      codes[row] = 1;
    }
  return cohort_new_take (people, g_strdup (name), own_definition (definition, "A list of people."), NULL, reasons,
                          G_N_ELEMENTS (reasons), FALSE, codes);
}

static const char *const plain_reasons[] = {
  [MARMOT_CARE_ANSWER_NO] = "the column says that it is not so",
  [MARMOT_CARE_ANSWER_YES] = "the column says so",
  [MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED] = "the column does not say",
};
static const char *const rest_of_reasons[] = {
  [MARMOT_CARE_ANSWER_NO] = "not so, for one of many other reasons",
  [MARMOT_CARE_ANSWER_YES] = "so, for one of many other reasons",
  [MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED] = "not known, for one of many other reasons",
};

/* Reasons of the three answers, then those of the column as they come, and at last those
 * for the rest. */
typedef struct
{
  CohortReason reasons[COHORT_MAX_REASONS + 3];
  guint n_reasons;
  GHashTable *codes[3];       /* by answer, of the texts */
  GPtrArray *texts;
} OwnReasons;

static guint
find_own (OwnReasons *self,
          MarmotCareAnswer answer,
          const char *text,
          gsize length)
{
  gpointer found;
  g_autofree char *key = NULL;
  guint code;

  if (!text || length == 0)
    return answer;
  key = g_strndup (text, length);
  if (g_hash_table_lookup_extended (self->codes[answer], key, NULL, &found))
    return GPOINTER_TO_UINT (found);
  if (self->n_reasons == COHORT_MAX_REASONS)
    return COHORT_MAX_REASONS + answer;
  code = self->n_reasons++;
  g_ptr_array_add (self->texts, key);
  self->reasons[code] = (CohortReason){ answer, key };
  g_hash_table_insert (self->codes[answer], g_steal_pointer (&key), GUINT_TO_POINTER (code));
  return code;
}

MarmotCohort *
marmot_cohort_new_from_column (MarmotPersonSet *people,
                               MarmotColumn *answers,
                               MarmotColumn *reasons,
                               const char *name,
                               const char *definition,
                               GError **error)
{
  OwnReasons own = { .n_reasons = 3 };
  MarmotCohort *cohort;
  gsize n_people;
  guint8 *codes;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (people), NULL);
  g_return_val_if_fail (answers != NULL, NULL);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);
  g_return_val_if_fail (definition == NULL || g_utf8_validate (definition, -1, NULL), NULL);

  if (!check_type (answers, MARMOT_COLUMN_BOOLEAN, "Whether people are in a cohort is a column of booleans", error))
    return NULL;
  if (reasons && marmot_column_get_column_type (reasons) != MARMOT_COLUMN_TEXT
      && !check_type (reasons, MARMOT_COLUMN_DICTIONARY, "Reasons are a column of text or a dictionary", error))
    return NULL;
  n_people = person_set_peek (people)->n_people;
  if (marmot_column_get_length (answers) != n_people || (reasons && marmot_column_get_length (reasons) != n_people))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "There are %" G_GSIZE_FORMAT " people, and a column has another number of rows: give a row a person",
                   n_people);
      return NULL;
    }

  own.texts = g_ptr_array_new ();
  for (guint i = 0; i < 3; i++)
    {
      own.reasons[i] = (CohortReason){ (MarmotCareAnswer) i, plain_reasons[i] };
      own.reasons[COHORT_MAX_REASONS + i] = (CohortReason){ (MarmotCareAnswer) i, rest_of_reasons[i] };
      own.codes[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  codes = cohort_codes_new (n_people);
  for (gsize row = 0; row < n_people; row++)
    {
      MarmotCareAnswer answer = !marmot_column_row_is_valid (answers, row)  ? MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED
                                : marmot_column_get_boolean (answers, row) ? MARMOT_CARE_ANSWER_YES
                                                                           : MARMOT_CARE_ANSWER_NO;
      gsize length = 0;
      const char *text = reasons ? marmot_column_peek_text (reasons, row, &length) : NULL;

      codes[row] = (guint8) find_own (&own, answer, text, length);
    }
  /* Those for the rest come after a full list only. */
  cohort = cohort_new_take (people, g_strdup (name), own_definition (definition, "As a column says."), NULL, own.reasons,
                            own.n_reasons < COHORT_MAX_REASONS ? own.n_reasons : G_N_ELEMENTS (own.reasons), FALSE, codes);
  for (guint i = 0; i < 3; i++)
    g_hash_table_unref (own.codes[i]);
  g_ptr_array_unref (own.texts);
  return cohort;
}
