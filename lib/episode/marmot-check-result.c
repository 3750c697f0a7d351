/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "check-predicates-private.h"

#include "core/marmot-column-builder-private.h"

struct _MarmotCheckResult
{
  GObject parent_instance;

  GPtrArray *findings;
  guint64 n_findings;
  MarmotTable *failures;
  MarmotTable *rules;
  guint n_asked;            /* rules asked of a year at least */
  guint64 n_rows;           /* rows that break one at least */
  GHashTable *counts;       /* by rule: guint64, in place of a pointer */
};

G_DEFINE_FINAL_TYPE (MarmotCheckResult, marmot_check_result, G_TYPE_OBJECT)

static void
marmot_check_result_finalize (GObject *object)
{
  MarmotCheckResult *self = MARMOT_CHECK_RESULT (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->failures, marmot_table_unref);
  g_clear_pointer (&self->rules, marmot_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (marmot_check_result_parent_class)->finalize (object);
}

static void
marmot_check_result_class_init (MarmotCheckResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_check_result_finalize;
}

static void
marmot_check_result_init (MarmotCheckResult *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* --- asking -------------------------------------------------------------------------- */

/* What became of a rule in a year. */
typedef enum
{
  STATE_ASKED,
  STATE_NOT_ASKED,
  STATE_OFF,
  STATE_OTHER_YEARS
} State;

static const char *const state_names[] = { "asked", "not-asked", "off", "other-years" };

typedef struct
{
  guint16 rule;
  guint year;
  State state;
  char *missing;
  gsize n_failures;
} Asked;

static void
asked_clear (gpointer asked)
{
  g_free (((Asked *) asked)->missing);
}

/* All that is being made. */
typedef struct
{
  MarmotCareReturn *care;
  MarmotEpisodeRules *rules;
  guint n_rules;
  CheckCodes codes;
  GArray *failures;         /* CheckFailure */
  GArray *asked;            /* Asked, by year and rule */
} Check;

/* The first column that a rule needs and the year does not have; NULL if it has all. */
static char *
find_missing (const CheckYear *year,
              MarmotEpisodeRule *rule)
{
  g_auto (GStrv) names = g_strsplit (marmot_episode_rule_get_needs (rule), " ", -1);

  for (guint i = 0; names[i]; i++)
    {
      const CareRows *rows;
      CheckNeed need;

      /* It was parsed when the rule was read. */
      if (!check_need_parse (names[i], &need))
        continue;
      rows = need.is_last ? year->last_tables[need.table] : year->tables[need.table];
      if (!rows || !rows->columns[need.column])
        return g_strdup (names[i]);
    }
  return NULL;
}

static gboolean
is_of_year (MarmotEpisodeRule *rule,
            guint year)
{
  guint first = marmot_episode_rule_get_first_year (rule);
  guint last = marmot_episode_rule_get_last_year (rule);

  return year >= first && (last == 0 || year <= last);
}

static void
ask_year (Check *self,
          CheckYear *year)
{
  year->failures = self->failures;
  for (guint i = 0; i < self->n_rules; i++)
    {
      g_autoptr (MarmotEpisodeRule) rule = g_list_model_get_item (G_LIST_MODEL (self->rules), i);
      Asked asked = { (guint16) i, year->year, STATE_ASKED, NULL, 0 };
      guint n_before = self->failures->len;

      if (!marmot_episode_rule_get_enabled (rule))
        asked.state = STATE_OFF;
      else if (!is_of_year (rule, year->year))
        asked.state = STATE_OTHER_YEARS;
      else if ((asked.missing = find_missing (year, rule)) != NULL)
        asked.state = STATE_NOT_ASKED;

      if (asked.state == STATE_ASKED)
        {
          year->rule = rule;
          year->rule_number = (guint16) i;
          check_function_find (marmot_episode_rule_get_predicate (rule))->predicate (year);
          asked.n_failures = self->failures->len - n_before;
        }
      g_array_append_val (self->asked, asked);
    }
}

static int
compare_failures (const void *a,
                  const void *b)
{
  const CheckFailure *x = a;
  const CheckFailure *y = b;

  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (int) x->rule - y->rule;
}

/* --- what comes of it ---------------------------------------------------------------- */

/* The column that a finding names: the rule's own, or in another table the first that it
 * needs there besides the child. */
static const char *
get_column (MarmotEpisodeRule *rule,
            MarmotCareTable table)
{
  g_auto (GStrv) names = NULL;
  CheckNeed need;

  if (strcmp (marmot_episode_rule_get_table (rule), care_table_name (table)) == 0)
    return marmot_episode_rule_get_column (rule);
  names = g_strsplit (marmot_episode_rule_get_needs (rule), " ", -1);
  for (guint i = 0; names[i]; i++)
    if (check_need_parse (names[i], &need) && need.table == table && !need.is_last && need.column != CARE_CHILD)
      return care_column_name (need.column);
  return NULL;
}

static void
tell_failure (MarmotCheckResult *self,
              MarmotEpisodeRule *rule,
              const CareRows *rows,
              MarmotCareTable table,
              guint32 row)
{
  g_autofree char *name = g_strconcat ("ssda903/", marmot_episode_rule_get_id (rule), NULL);

  g_ptr_array_add (self->findings,
                   marmot_finding_new (name, marmot_episode_rule_get_severity (rule), rows->source, rows->lines[row],
                                       get_column (rule, table), NULL, marmot_episode_rule_get_message (rule),
                                       marmot_episode_rule_get_fix (rule)));
}

static void
tell_not_asked (MarmotCheckResult *self,
                MarmotEpisodeRule *rule,
                const Asked *asked)
{
  g_autofree char *path = g_strdup_printf ("%u/%s", asked->year, marmot_episode_rule_get_id (rule));
  g_autofree char *message
      = g_strdup_printf ("Rule %s was not asked of %u/%02u, since %s is not there", marmot_episode_rule_get_id (rule),
                         asked->year, (asked->year + 1) % 100, asked->missing);

  g_ptr_array_add (self->findings, marmot_finding_new ("ssda903/rule-not-asked", MARMOT_SEVERITY_NOTE, NULL, 0, NULL, path,
                                                       message, "Read the table too, with that column"));
}

static void
make_findings (MarmotCheckResult *self,
               Check *check,
               guint limit)
{
  guint next = 0;

  /* Both are by year; what was not asked of a year comes before what broke rules in it. */
  for (guint i = 0; i < check->asked->len && self->findings->len < limit; i++)
    {
      const Asked *asked = &g_array_index (check->asked, Asked, i);
      gboolean is_last = i + 1 == check->asked->len || g_array_index (check->asked, Asked, i + 1).year != asked->year;

      if (asked->state == STATE_NOT_ASKED)
        {
          g_autoptr (MarmotEpisodeRule) rule = g_list_model_get_item (G_LIST_MODEL (check->rules), asked->rule);

          tell_not_asked (self, rule, asked);
        }
      for (; is_last && next < check->failures->len && self->findings->len < limit; next++)
        {
          const CheckFailure *failure = &g_array_index (check->failures, CheckFailure, next);
          g_autoptr (MarmotEpisodeRule) rule = NULL;

          if (failure->year != asked->year)
            break;
          rule = g_list_model_get_item (G_LIST_MODEL (check->rules), failure->rule);
          tell_failure (self, rule, care_return_peek_rows (check->care, failure->table, failure->year), failure->table,
                        failure->row);
        }
    }
}

static void
append_text (MarmotColumnBuilder *builder,
             const char *text)
{
  if (text)
    marmot_column_builder_append_text (builder, text, strlen (text));
  else
    marmot_column_builder_append_null (builder);
}

/* A table of columns that are being built, which are freed. */
static MarmotTable *
end_table (const char *const *names,
           MarmotColumnBuilder **builders,
           gsize n_columns)
{
  MarmotColumn *columns[8];
  MarmotTable *table;

  for (gsize i = 0; i < n_columns; i++)
    columns[i] = marmot_column_builder_finish (builders[i]);
  /* The names are distinct and the lengths equal, so it cannot fail. */
  table = marmot_table_new (names, columns, n_columns, NULL);
  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static const char *
get_severity (MarmotEpisodeRule *rule,
              GEnumClass *known)
{
  return g_enum_get_value (known, (int) marmot_episode_rule_get_severity (rule))->value_nick;
}

static void
make_failures (MarmotCheckResult *self,
               Check *check)
{
  static const char *const names[] = { "rule", "severity", "table", "year", "row", "line", NULL };
  static const MarmotColumnType types[] = { MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY,
                                            MARMOT_COLUMN_INTEGER,    MARMOT_COLUMN_INTEGER,    MARMOT_COLUMN_INTEGER };
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_SEVERITY);
  MarmotColumnBuilder *builders[G_N_ELEMENTS (types)];
  const CheckFailure *before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (guint i = 0; i < check->failures->len; i++)
    {
      const CheckFailure *failure = &g_array_index (check->failures, CheckFailure, i);
      g_autoptr (MarmotEpisodeRule) rule = g_list_model_get_item (G_LIST_MODEL (check->rules), failure->rule);
      const CareRows *rows = care_return_peek_rows (check->care, failure->table, failure->year);

      append_text (builders[0], marmot_episode_rule_get_id (rule));
      append_text (builders[1], get_severity (rule, known));
      append_text (builders[2], care_table_name (failure->table));
      marmot_column_builder_append_integer (builders[3], failure->year);
      marmot_column_builder_append_integer (builders[4], failure->row);
      marmot_column_builder_append_integer (builders[5], rows->lines[failure->row]);
      self->n_rows += !before || before->year != failure->year || before->table != failure->table
                      || before->row != failure->row;
      before = failure;
    }
  self->failures = end_table (names, builders, G_N_ELEMENTS (types));
}

static void
make_rules (MarmotCheckResult *self,
            Check *check)
{
  static const char *const names[] = { "rule", "title", "year", "state", "missing", "n_failures", NULL };
  static const MarmotColumnType types[] = { MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_INTEGER,
                                            MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_INTEGER };
  MarmotColumnBuilder *builders[G_N_ELEMENTS (types)];

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (guint i = 0; i < check->asked->len; i++)
    {
      const Asked *asked = &g_array_index (check->asked, Asked, i);
      g_autoptr (MarmotEpisodeRule) rule = g_list_model_get_item (G_LIST_MODEL (check->rules), asked->rule);
      const char *id = marmot_episode_rule_get_id (rule);

      append_text (builders[0], id);
      append_text (builders[1], marmot_episode_rule_get_title (rule));
      marmot_column_builder_append_integer (builders[2], asked->year);
      append_text (builders[3], state_names[asked->state]);
      append_text (builders[4], asked->missing);
      if (asked->state == STATE_ASKED)
        {
          guint64 *count = g_hash_table_lookup (self->counts, id);

          if (!count)
            {
              count = g_new0 (guint64, 1);
              g_hash_table_insert (self->counts, g_strdup (id), count);
              self->n_asked++;
            }
          *count += asked->n_failures;
          marmot_column_builder_append_integer (builders[5], (gint64) asked->n_failures);
        }
      else
        {
          marmot_column_builder_append_null (builders[5]);
        }
      self->n_findings += asked->n_failures + (asked->state == STATE_NOT_ASKED);
    }
  self->rules = end_table (names, builders, G_N_ELEMENTS (types));
}

/* --- the question -------------------------------------------------------------------- */

/* The days that the options give in place of those of the year; FALSE with error set. */
static gboolean
read_days (MarmotCheckOptions *options,
           CheckYear *year,
           GError **error)
{
  const char *first = options ? marmot_check_options_get_first_day (options) : NULL;
  const char *last = options ? marmot_check_options_get_last_day (options) : NULL;

  if ((first && !check_parse_day (first, &year->first_day)) || (last && !check_parse_day (last, &year->last_day)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A day is written yyyy-mm-dd, such as 2018-03-31: correct the first or the last day");
      return FALSE;
    }
  if (year->last_day < year->first_day)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The last day is before the first: give both of one collection year");
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_arguments (MarmotCareReturn *care,
                 MarmotCheckOptions *options,
                 GError **error)
{
  guint wanted = options ? marmot_check_options_get_year (options) : 0;
  gboolean has_days = options
                      && (marmot_check_options_get_first_day (options) || marmot_check_options_get_last_day (options));
  gboolean is_found = FALSE;
  gsize n_years;
  const guint *years = care_return_peek_years (care, &n_years);

  for (gsize i = 0; i < n_years; i++)
    is_found = is_found || years[i] == wanted;
  if (wanted && !is_found)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The return has no table of %u/%02u: name a year that was read", wanted, (wanted + 1) % 100);
      return FALSE;
    }
  if (!wanted && has_days && n_years > 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The first and the last day are of one year, and the return has several: name the year");
      return FALSE;
    }
  return TRUE;
}

MarmotCheckResult *
marmot_care_return_check (MarmotCareReturn *self,
                          MarmotCheckOptions *options,
                          GError **error)
{
  g_autoptr (MarmotEpisodeRules) rules = NULL;
  MarmotCheckResult *result = NULL;
  Check check = { .care = self };
  guint wanted, limit;
  const guint *years;
  gboolean is_good = TRUE;
  gsize n_years;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CHECK_OPTIONS (options), NULL);

  if (!check_arguments (self, options, error))
    return NULL;
  rules = options && marmot_check_options_get_rules (options) ? g_object_ref (marmot_check_options_get_rules (options))
                                                              : marmot_episode_rules_new_builtin ();
  wanted = options ? marmot_check_options_get_year (options) : 0;
  limit = options ? marmot_check_options_get_limit (options) : 1000;

  check.rules = rules;
  check.n_rules = g_list_model_get_n_items (G_LIST_MODEL (rules));
  check.failures = g_array_new (FALSE, FALSE, sizeof (CheckFailure));
  check.asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  g_array_set_clear_func (check.asked, asked_clear);
  check_codes_init (&check.codes, self);

  years = care_return_peek_years (self, &n_years);
  for (gsize i = 0; i < n_years && is_good; i++)
    {
      CheckYear year;

      if (wanted && years[i] != wanted)
        continue;
      check_year_init (&year, self, &check.codes, years[i]);
      is_good = read_days (options, &year, error);
      if (is_good)
        ask_year (&check, &year);
      check_year_clear (&year);
    }

  if (is_good)
    {
      if (check.failures->len > 0)
        qsort (check.failures->data, check.failures->len, sizeof (CheckFailure), compare_failures);
      result = g_object_new (MARMOT_TYPE_CHECK_RESULT, NULL);
      make_rules (result, &check);
      make_failures (result, &check);
      make_findings (result, &check, limit);
    }
  check_codes_clear (&check.codes);
  g_array_unref (check.failures);
  g_array_unref (check.asked);
  return result;
}

/* --- looking at it ------------------------------------------------------------------- */

GPtrArray *
marmot_check_result_get_findings (MarmotCheckResult *self)
{
  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), NULL);

  return g_ptr_array_ref (self->findings);
}

guint64
marmot_check_result_get_n_findings (MarmotCheckResult *self)
{
  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), 0);

  return self->n_findings;
}

MarmotTable *
marmot_check_result_get_failures (MarmotCheckResult *self)
{
  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), NULL);

  return self->failures;
}

MarmotTable *
marmot_check_result_get_rules (MarmotCheckResult *self)
{
  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), NULL);

  return self->rules;
}

guint64
marmot_check_result_count (MarmotCheckResult *self,
                           const char *rule)
{
  const guint64 *count;

  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), 0);

  if (!rule)
    return self->failures ? marmot_table_get_n_rows (self->failures) : 0;
  count = g_hash_table_lookup (self->counts, rule);
  return count ? *count : 0;
}

char *
marmot_check_result_to_string (MarmotCheckResult *self)
{
  GHashTableIter iter;
  gpointer count;
  guint n_broken = 0;

  g_return_val_if_fail (MARMOT_IS_CHECK_RESULT (self), NULL);

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_broken += *(const guint64 *) count > 0;
  return g_strdup_printf ("%u %s on episode logic asked, %u of them broken, by %" G_GUINT64_FORMAT " %s", self->n_asked,
                          self->n_asked == 1 ? "rule" : "rules", n_broken, self->n_rows,
                          self->n_rows == 1 ? "row" : "rows");
}
