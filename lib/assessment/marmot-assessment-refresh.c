/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What became of evidence in newer figures.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "assessment-index-private.h"
#include "assessment-table-private.h"
#include "core/marmot-document-private.h"
#include "refresh-private.h"

/* Counts make up a figure if they come as near to it, or as its rounding lets them. */
#define NEAR 0.005

struct _MarmotAssessmentRefresh
{
  GObject parent_instance;

  GPtrArray *entries;  /* of RefreshEntry */
  GPtrArray *findings;
  MarmotTable *table;
  guint counts[MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE + 1];
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentRefresh, marmot_assessment_refresh, G_TYPE_OBJECT)

static void
marmot_assessment_refresh_finalize (GObject *object)
{
  MarmotAssessmentRefresh *self = MARMOT_ASSESSMENT_REFRESH (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->table, marmot_table_unref);

  G_OBJECT_CLASS (marmot_assessment_refresh_parent_class)->finalize (object);
}

static void
marmot_assessment_refresh_class_init (MarmotAssessmentRefreshClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_assessment_refresh_finalize;
}

static void
marmot_assessment_refresh_init (MarmotAssessmentRefresh *self)
{
  self->entries = g_ptr_array_new_with_free_func (refresh_entry_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

/* --- two figures ------------------------------------------------------------------------ */

/* One of the two figures that are compared. */
typedef struct
{
  MarmotPeriod *period; /* borrowed, nullable */
  char *text;           /* as it is printed; NULL if there is no number */
  double value;
  double low, high;     /* what it may have been before it was rounded */
  double lower, upper;  /* NaN where there are none */
  double numerator, denominator;
} Side;

typedef struct
{
  MarmotEvidenceMove move;
  const char *reason; /* nullable */
  double change, change_lower, change_upper;
  MarmotMethod method;
} Outcome;

static double
get_number (MarmotValue *value)
{
  return value && marmot_value_is_present (value) ? marmot_value_get_number (value) : (double) NAN;
}

/* As a proportion. */
static double
get_confidence (MarmotEvidence *evidence)
{
  const double percent = get_number (marmot_evidence_get_confidence (evidence));

  return isnan (percent) ? 0.95 : percent > 1 ? percent / 100 : percent;
}

static gboolean
is_percent (MarmotEvidence *evidence)
{
  MarmotValue *value = marmot_evidence_get_value (evidence);

  return value && marmot_value_is_percent (value);
}

static void
side_clear (Side *self)
{
  g_free (self->text);
}

static void
side_init_evidence (Side *self,
                    MarmotEvidence *evidence)
{
  MarmotValue *value = marmot_evidence_get_value (evidence);

  self->period = marmot_evidence_get_period (evidence);
  self->value = get_number (value);
  self->text = isnan (self->value) ? NULL : marmot_value_to_string (value);
  self->low = self->high = self->value;
  if (self->text)
    marmot_value_get_bounds (value, &self->low, &self->high);
  self->lower = get_number (marmot_evidence_get_lower (evidence));
  self->upper = get_number (marmot_evidence_get_upper (evidence));
  self->numerator = get_number (marmot_evidence_get_numerator (evidence));
  self->denominator = get_number (marmot_evidence_get_denominator (evidence));
}

static void
side_init_figure (Side *self,
                  MarmotEvidence *evidence,
                  const RefreshFigure *figure)
{
  const double confidence = get_confidence (evidence);

  memset (self, 0, sizeof *self);
  self->period = figure->period;
  self->value = self->low = self->high = figure->value;
  self->lower = self->upper = (double) NAN;
  self->numerator = figure->numerator;
  self->denominator = figure->denominator;
  if (fabs (confidence - 0.95) < 1e-9)
    {
      self->lower = figure->lower_95;
      self->upper = figure->upper_95;
    }
  else if (fabs (confidence - 0.998) < 1e-9)
    {
      self->lower = figure->lower_99_8;
      self->upper = figure->upper_99_8;
    }
  if (!isnan (self->value))
    {
      g_autoptr (MarmotValue) value = is_percent (evidence) ? marmot_value_new_percent (self->value, -1)
                                                            : marmot_value_new (self->value, -1);

      self->text = marmot_value_to_string (value);
    }
}

static gboolean
has_limits (const Side *self)
{
  return self->lower <= self->upper;
}

/* By how much numerator over denominator was multiplied: 100, 1,000 and so on; 0 if they do
 * not make up the figure. */
static double
find_multiplier (const Side *self)
{
  const double ratio = self->numerator / self->denominator;

  if (!(self->denominator > 0) || !(self->numerator >= 0) || isnan (self->value))
    return 0;
  for (double multiplier = 1; multiplier <= 1e6; multiplier *= 10)
    {
      const double made = ratio * multiplier;

      if (made > 0
          && ((made >= self->low && made <= self->high && made > NEAR * self->high)
              || fabs (made - self->value) <= NEAR * self->value))
        return multiplier;
    }
  return 0;
}

/* Gives limits to a figure that has counts alone. The other's multiplier serves where a
 * figure of nought shows none. */
static void
add_limits (Side *self,
            const Side *other,
            MarmotEvidence *evidence)
{
  const MarmotValueType type = marmot_evidence_get_value_type (evidence);
  const gboolean is_share = type == MARMOT_VALUE_TYPE_PROPORTION || (type == MARMOT_VALUE_TYPE_OTHER && is_percent (evidence));
  double multiplier = find_multiplier (self);
  g_autoptr (MarmotIntervalOptions) options = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;

  if (has_limits (self) || !(is_share || type == MARMOT_VALUE_TYPE_CRUDE_RATE))
    return;
  if (!(multiplier > 0) && self->value <= 0 && self->numerator <= 0 && self->denominator > 0)
    multiplier = find_multiplier (other);
  if (!(multiplier > 0))
    return;
  options = marmot_interval_options_new ();
  marmot_interval_options_set_confidence (options, get_confidence (evidence));
  marmot_interval_options_set_multiplier (options, multiplier);
  estimate = is_share ? marmot_proportion (self->numerator, self->denominator, options, NULL)
                      : marmot_rate (self->numerator, self->denominator, options, NULL);
  if (estimate && marmot_estimate_get_status (estimate) == MARMOT_STATUS_OK)
    {
      self->lower = marmot_estimate_get_lower (estimate);
      self->upper = marmot_estimate_get_upper (estimate);
    }
}

static gboolean
is_unchanged (const Side *before,
              const Side *after)
{
  return after->value >= before->low && after->value <= before->high;
}

static Outcome
refuse (MarmotEvidenceMove move,
        const char *reason)
{
  return (Outcome){ move, reason, (double) NAN, (double) NAN, (double) NAN, MARMOT_METHOD_NONE };
}

/* The same figure, known better. */
static Outcome
compare_revision (const Side *before,
                  const Side *after)
{
  Outcome outcome = refuse (MARMOT_EVIDENCE_MOVE_UNCHANGED, NULL);
  gboolean is_outside;

  outcome.change = after->value - before->value;
  if (is_unchanged (before, after))
    return outcome;
  if (!has_limits (before) && !has_limits (after))
    return refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE, "it was revised, and neither figure has limits");
  is_outside = has_limits (before) ? after->value < before->lower || after->value > before->upper
                                   : before->value < after->lower || before->value > after->upper;
  outcome.move = is_outside ? MARMOT_EVIDENCE_MOVE_BEYOND : MARMOT_EVIDENCE_MOVE_WITHIN;
  return outcome;
}

/* Another figure, of another time. */
static Outcome
compare_periods (const Side *before,
                 const Side *after,
                 double confidence)
{
  g_autoptr (MarmotEstimate) earlier = NULL;
  g_autoptr (MarmotEstimate) later = NULL;
  g_autoptr (MarmotEstimate) difference = NULL;
  Outcome outcome = refuse (MARMOT_EVIDENCE_MOVE_UNCHANGED, NULL);

  if (marmot_period_overlaps (before->period, after->period))
    return refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE, "the two periods share days");
  if (!has_limits (before) || !has_limits (after))
    {
      outcome.change = after->value - before->value;
      if (!is_unchanged (before, after))
        outcome = refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE,
                          has_limits (after) ? "the earlier figure has no limits" : "the later figure has no limits");
      return outcome;
    }
  earlier = marmot_estimate_new (before->value, before->lower, before->upper, confidence, MARMOT_METHOD_AS_PUBLISHED);
  later = marmot_estimate_new (after->value, after->lower, after->upper, confidence, MARMOT_METHOD_AS_PUBLISHED);
  difference = marmot_estimate_difference (later, earlier, NULL);
  if (!difference || marmot_estimate_get_status (difference) != MARMOT_STATUS_OK)
    return refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE, "the limits do not stand around the figures");
  outcome.change = marmot_estimate_get_value (difference);
  outcome.change_lower = marmot_estimate_get_lower (difference);
  outcome.change_upper = marmot_estimate_get_upper (difference);
  outcome.method = marmot_estimate_get_method (difference);
  if (outcome.change_lower > 0 || outcome.change_upper < 0)
    outcome.move = MARMOT_EVIDENCE_MOVE_BEYOND;
  else if (!is_unchanged (before, after))
    outcome.move = MARMOT_EVIDENCE_MOVE_WITHIN;
  return outcome;
}

/* --- the table and the findings ----------------------------------------------------------- */

static const AssessmentColumn columns[] = {
  { "assessment", 's' }, { "evidence", 's' },     { "path", 's' },         { "about", 's' },  { "before", 's' },
  { "before_period", 's' }, { "after", 's' },     { "after_period", 's' }, { "lower", 'f' },  { "upper", 'f' },
  { "change", 'f' },     { "change_lower", 'f' }, { "change_upper", 'f' }, { "method", 's' }, { "move", 's' },
  { "reason", 's' },     { "answers", 's' },
};

/* What is told of one assessment. */
typedef struct
{
  MarmotAssessmentRefresh *self;
  AssessmentTable *table;
  const RefreshSubject *subject;
  GHashTable *answers; /* by key of evidence, GPtrArrays of paths */
} Telling;

static void
note_answer (GHashTable *answers,
             const char *const *keys,
             const char *list,
             const char *name,
             guint place)
{
  for (gsize i = 0; keys && keys[i]; i++)
    {
      GPtrArray *of_key = g_hash_table_lookup (answers, keys[i]);

      if (!of_key)
        {
          of_key = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (answers, (gpointer) keys[i], of_key);
        }
      g_ptr_array_add (of_key, name ? g_strdup_printf ("%s/%s", list, name) : g_strdup_printf ("%s/%u", list, place + 1));
    }
}

/* The keys are the assessment's. */
static GHashTable *
list_answers (MarmotAssessment *assessment)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GListStore *responses = marmot_assessment_get_responses (assessment);
  GListStore *groups = marmot_assessment_get_groups (assessment);

  for (guint i = 0; i < assessment_count (responses); i++)
    {
      MarmotAssessmentResponse *response = assessment_item (responses, i);

      note_answer (answers, marmot_assessment_response_get_evidence (response), "responses",
                   marmot_assessment_response_get_question (response), i);
    }
  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);

      note_answer (answers, marmot_assessment_group_get_evidence (group), "groups",
                   marmot_assessment_group_get_dimension (group), i);
    }
  return answers;
}

static void
add_finding (const Telling *telling,
             const char *path,
             const char *rule,
             MarmotSeverity severity,
             const char *message,
             const char *fix)
{
  const char *id = marmot_assessment_get_id (telling->subject->assessment);
  g_autofree char *here = telling->subject->has_prefix ? g_strdup_printf ("%s/%s", id ? id : "-", path) : g_strdup (path);

  g_ptr_array_add (telling->self->findings,
                   marmot_finding_new_published (rule, severity, telling->subject->file, 0, NULL, here, message, fix));
}

static char *
describe (const RefreshEntry *entry,
          const char *about,
          const Side *before,
          const Side *after,
          const Outcome *outcome)
{
  const char *key = marmot_evidence_get_key (entry->evidence);
  g_autofree char *from = before->period ? marmot_period_to_string (before->period) : NULL;
  g_autofree char *to = after && after->period ? marmot_period_to_string (after->period) : NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "The evidence \"%s\"", key ? key : marmot_evidence_get_indicator (entry->evidence));
  if (outcome->move == MARMOT_EVIDENCE_MOVE_NOT_FOUND)
    g_string_append_printf (text, " is not among the figures");
  else if (after && before->text && after->text)
    {
      g_string_append_printf (text, " was %s%s%s%s and is %s%s%s%s", before->text, from ? " (" : "", from ? from : "",
                              from ? ")" : "", after->text, to ? " (" : "", to ? to : "", to ? ")" : "");
      if (outcome->method != MARMOT_METHOD_NONE)
        g_string_append_printf (text, ": a change of %.3g (%.3g to %.3g)", outcome->change, outcome->change_lower,
                                outcome->change_upper);
    }
  else
    g_string_append_printf (text, " cannot be compared with the %s", g_str_equal (about, "own-period") ? "figure of its period" : "latest figure");
  if (outcome->reason)
    g_string_append_printf (text, "; %s", outcome->reason);
  return g_string_free (text, FALSE);
}

static void
tell_findings (const Telling *telling,
               const RefreshEntry *entry,
               const char *about,
               const Side *before,
               const Side *after,
               const Outcome *outcome,
               const GPtrArray *answers)
{
  const gboolean is_own = g_str_equal (about, "own-period");
  MarmotSeverity severity = MARMOT_SEVERITY_NOTE;
  const char *rule = is_own ? "evidence/revised" : "evidence/moved";
  const char *fix = "Look whether the answer still holds";
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;

  if (outcome->move == MARMOT_EVIDENCE_MOVE_UNCHANGED || (outcome->move == MARMOT_EVIDENCE_MOVE_WITHIN && !is_own))
    return;
  if (outcome->move == MARMOT_EVIDENCE_MOVE_BEYOND)
    severity = MARMOT_SEVERITY_WARNING;
  else if (outcome->move == MARMOT_EVIDENCE_MOVE_NOT_FOUND)
    {
      rule = "evidence/not-found";
      fix = "Check the short names, the sex, the ages and the period, or load the figures";
    }
  else if (outcome->move == MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE)
    {
      rule = "evidence/not-comparable";
      fix = "Give the evidence its counts or limits, or say which figure it is";
    }
  message = describe (entry, about, before, after, outcome);
  for (guint i = 0; answers && i < answers->len; i++)
    add_finding (telling, answers->pdata[i], rule, severity, message, fix);
  if (!answers)
    {
      path = marmot_document_step ("", "evidence", entry->place);
      add_finding (telling, path, rule, severity, message, fix);
    }
}

static void
tell (const Telling *telling,
      const RefreshEntry *entry,
      const char *about,
      const Side *before,
      const Side *after,
      Outcome outcome)
{
  const char *key = marmot_evidence_get_key (entry->evidence);
  GPtrArray *answers = key ? g_hash_table_lookup (telling->answers, key) : NULL;
  g_autofree char *path = marmot_document_step ("", "evidence", entry->place);
  g_autofree char *from = before->period ? marmot_period_to_string (before->period) : NULL;
  g_autofree char *to = after && after->period ? marmot_period_to_string (after->period) : NULL;
  g_autofree char *paths = NULL;

  if (answers)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      for (guint i = 0; i < answers->len; i++)
        g_strv_builder_add (builder, answers->pdata[i]);
      all = g_strv_builder_end (builder);
      paths = g_strjoinv (", ", all);
    }
  assessment_table_add (telling->table, marmot_assessment_get_id (entry->assessment), key, path, about, before->text, from,
                        after ? after->text : NULL, to, after && has_limits (after) ? after->lower : (double) NAN,
                        after && has_limits (after) ? after->upper : (double) NAN, outcome.change, outcome.change_lower,
                        outcome.change_upper,
                        outcome.method == MARMOT_METHOD_NONE ? NULL : marmot_method_to_nick (outcome.method),
                        assessment_nick (MARMOT_TYPE_EVIDENCE_MOVE, (int) outcome.move), outcome.reason, paths);
  telling->self->counts[outcome.move]++;
  tell_findings (telling, entry, about, before, after, &outcome, answers);
}

/* Why two figures cannot be compared, whatever they are; NULL if they can. */
static const char *
find_obstacle (const Side *before,
               const Side *after,
               const RefreshFigure *figure)
{
  if (figure->is_several)
    return "there are several figures for the period: name the sex, the ages and the category type";
  if (!after->text)
    return "the figure is not given as a number";
  if (!before->text)
    return "the evidence gives no number";
  return NULL;
}

static void
tell_own (const Telling *telling,
          const RefreshEntry *entry,
          Side *signed_side)
{
  const char *obstacle;
  Side now;

  side_init_figure (&now, entry->evidence, &entry->own);
  add_limits (signed_side, &now, entry->evidence);
  add_limits (&now, signed_side, entry->evidence);
  obstacle = find_obstacle (signed_side, &now, &entry->own);
  tell (telling, entry, "own-period", signed_side, &now,
        obstacle ? refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE, obstacle) : compare_revision (signed_side, &now));
  side_clear (&now);
}

static void
tell_latest (const Telling *telling,
             const RefreshEntry *entry,
             Side *signed_side)
{
  const gboolean has_own = entry->own.period && !entry->own.is_several && !isnan (entry->own.value);
  Side base = { 0 }, now;
  const Side *before = signed_side;
  const char *obstacle;

  side_init_figure (&now, entry->evidence, &entry->latest);
  if (has_own)
    {
      side_init_figure (&base, entry->evidence, &entry->own);
      add_limits (&base, &now, entry->evidence);
      /* What was printed is shown as long as it is the same figure. */
      if (signed_side->text && is_unchanged (signed_side, &base))
        {
          g_free (base.text);
          base.text = g_strdup (signed_side->text);
        }
      before = &base;
    }
  add_limits (signed_side, &now, entry->evidence);
  add_limits (&now, before, entry->evidence);
  obstacle = find_obstacle (before, &now, &entry->latest);
  if (!obstacle && !before->period)
    obstacle = "the evidence has no period";
  tell (telling, entry, "latest-period", before, &now,
        obstacle ? refuse (MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE, obstacle)
                 : compare_periods (before, &now, get_confidence (entry->evidence)));
  side_clear (&now);
  side_clear (&base);
}

static void
tell_entry (const Telling *telling,
            const RefreshEntry *entry)
{
  Side signed_side = { 0 };

  side_init_evidence (&signed_side, entry->evidence);
  if (entry->own.period)
    tell_own (telling, entry, &signed_side);
  else
    tell (telling, entry, "own-period", &signed_side, NULL, refuse (MARMOT_EVIDENCE_MOVE_NOT_FOUND, NULL));
  if (entry->latest.period)
    tell_latest (telling, entry, &signed_side);
  side_clear (&signed_side);
}

static void
add_entries (GPtrArray *entries,
             MarmotAssessment *assessment,
             guint subject)
{
  GListStore *list = marmot_assessment_get_evidence (assessment);

  for (guint i = 0; i < assessment_count (list); i++)
    {
      MarmotEvidence *evidence = assessment_item (list, i);
      RefreshEntry *entry;

      if (!marmot_evidence_get_indicator (evidence) || !marmot_evidence_get_area (evidence))
        continue;
      entry = g_new0 (RefreshEntry, 1);
      entry->assessment = g_object_ref (assessment);
      entry->evidence = g_object_ref (evidence);
      entry->place = i;
      entry->subject = subject;
      g_ptr_array_add (entries, entry);
    }
}

MarmotAssessmentRefresh *
refresh_run (const RefreshSubject *subjects,
             gsize n_subjects,
             MarmotObservationSet **sets,
             gsize n_sets,
             const GDate *day)
{
  MarmotAssessmentRefresh *self = g_object_new (MARMOT_TYPE_ASSESSMENT_REFRESH, NULL);
  Telling telling = { .self = self };
  guint next = 0;

  for (gsize i = 0; i < n_subjects; i++)
    add_entries (self->entries, subjects[i].assessment, (guint) i);
  refresh_find (self->entries, sets, n_sets, day);

  telling.table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  while (next < self->entries->len)
    {
      const guint subject = ((RefreshEntry *) self->entries->pdata[next])->subject;

      telling.subject = &subjects[subject];
      telling.answers = list_answers (subjects[subject].assessment);
      while (next < self->entries->len && ((RefreshEntry *) self->entries->pdata[next])->subject == subject)
        tell_entry (&telling, self->entries->pdata[next++]);
      g_hash_table_unref (telling.answers);
    }
  self->table = assessment_table_finish (telling.table);
  return self;
}

MarmotAssessmentRefresh *
marmot_assessment_refresh (MarmotAssessment *self,
                           MarmotObservationSet **sets,
                           gsize n_sets,
                           const GDate *day)
{
  const RefreshSubject subject = { self, NULL, FALSE };

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (sets != NULL || n_sets == 0, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return refresh_run (&subject, 1, sets, n_sets, day);
}

MarmotTable *
marmot_assessment_refresh_get_table (MarmotAssessmentRefresh *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REFRESH (self), NULL);

  return self->table;
}

GPtrArray *
marmot_assessment_refresh_list_findings (MarmotAssessmentRefresh *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REFRESH (self), NULL);

  return g_ptr_array_ref (self->findings);
}

guint
marmot_assessment_refresh_count (MarmotAssessmentRefresh *self,
                                 MarmotEvidenceMove move)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REFRESH (self), 0);
  g_return_val_if_fail ((guint) move < G_N_ELEMENTS (self->counts), 0);

  return self->counts[move];
}

/* --- writing new figures ------------------------------------------------------------------ */

/* A number as it is printed with so many decimals, which is read back as the same. */
static MarmotValue *
print_value (double number,
             int decimals,
             gboolean percent)
{
  g_autoptr (MarmotValue) value = NULL;
  g_autofree char *text = NULL;

  if (isnan (number))
    return NULL;
  value = percent ? marmot_value_new_percent (number, decimals) : marmot_value_new (number, decimals);
  text = marmot_value_to_string (value);
  return marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL);
}

static char *
describe_old (MarmotEvidence *evidence)
{
  MarmotValue *value = marmot_evidence_get_value (evidence);
  MarmotValue *limits[] = { marmot_evidence_get_lower (evidence), marmot_evidence_get_upper (evidence) };
  MarmotPeriod *period = marmot_evidence_get_period (evidence);
  g_autofree char *number = value ? marmot_value_to_string (value) : g_strdup ("no figure");
  g_autofree char *when = period ? marmot_period_to_string (period) : NULL;
  GString *text = g_string_new (number);

  if (limits[0] && limits[1])
    {
      g_autofree char *lower = marmot_value_to_string (limits[0]);
      g_autofree char *upper = marmot_value_to_string (limits[1]);

      g_string_append_printf (text, " (%s to %s)", lower, upper);
    }
  if (when)
    g_string_append_printf (text, ", %s", when);
  return g_string_free (text, FALSE);
}

/* Counts are whole, as a rule. */
static MarmotValue *
print_count (double number)
{
  return print_value (number, !isnan (number) && floor (number) >= number ? 0 : 2, FALSE);
}

static void
write_figure (MarmotEvidence *evidence,
              const RefreshFigure *figure)
{
  MarmotValue *old = marmot_evidence_get_value (evidence);
  const gboolean percent = old && marmot_value_is_percent (old);
  const int printed = old ? marmot_value_get_decimals (old) : -1;
  const int decimals = printed >= 0 ? printed : 1;
  Side side;
  const char *const *earlier = marmot_evidence_get_earlier (evidence);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *was = describe_old (evidence);
  g_auto (GStrv) all = NULL;
  g_autoptr (MarmotValue) value = print_value (figure->value, decimals, percent);
  g_autoptr (MarmotValue) lower = NULL, upper = NULL;
  g_autoptr (MarmotValue) numerator = print_count (figure->numerator);
  g_autoptr (MarmotValue) denominator = print_count (figure->denominator);

  side_init_figure (&side, evidence, figure);
  lower = print_value (side.lower, decimals + 1, percent);
  upper = print_value (side.upper, decimals + 1, percent);
  side_clear (&side);
  for (gsize i = 0; earlier && earlier[i]; i++)
    g_strv_builder_add (builder, earlier[i]);
  g_strv_builder_add (builder, was);
  all = g_strv_builder_end (builder);
  g_object_set (evidence, "earlier", all, "value", value, "period", figure->period, "lower", lower, "upper", upper, "numerator",
                numerator, "denominator", denominator, NULL);
}

guint
marmot_assessment_refresh_apply (MarmotAssessmentRefresh *self)
{
  guint n_changed = 0;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REFRESH (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RefreshEntry *entry = self->entries->pdata[i];
      const RefreshFigure *figure = entry->latest.period ? &entry->latest : &entry->own;
      MarmotPeriod *period = marmot_evidence_get_period (entry->evidence);
      Side is;

      if (!figure->period || figure->is_several || isnan (figure->value))
        continue;
      memset (&is, 0, sizeof is);
      side_init_evidence (&is, entry->evidence);
      if (!period || !marmot_period_equal (period, figure->period) || !is.text || figure->value < is.low
          || figure->value > is.high)
        {
          write_figure (entry->evidence, figure);
          n_changed++;
        }
      side_clear (&is);
    }
  return n_changed;
}
