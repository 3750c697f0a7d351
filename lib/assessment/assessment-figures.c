/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the figures of an assessment give away: one key with several (H08), comparisons without
 * denominators (H09), evidence that is old (H13).
 */
#include "assessment-check-private.h"

#include <string.h>

#include "core/marmot-document-private.h"

/* Months after which evidence is old. */
#define OLD_MONTHS 24

/* Whether a figure is another one, printed with more decimals. */
static gboolean
rounds_to (const MarmotValue *fine,
           const MarmotValue *coarse)
{
  const double number = marmot_value_get_number (fine);
  double lower, upper;

  return marmot_value_get_decimals (fine) > marmot_value_get_decimals (coarse)
         && marmot_value_get_bounds (coarse, &lower, &upper) && lower <= number && number <= upper;
}

/* Two figures that may be one: "65%", "65.0%" and "65.2%"; not "65", which has another unit. */
static gboolean
agree (const MarmotValue *a,
       const MarmotValue *b,
       const char *first,
       const char *second)
{
  if (marmot_value_equal (a, b))
    return TRUE;
  if (!marmot_value_is_present (a) || !marmot_value_is_present (b) || (strchr (first, '%') != NULL) != (strchr (second, '%') != NULL))
    return FALSE;
  return rounds_to (a, b) || rounds_to (b, a) || marmot_value_get_number (a) == marmot_value_get_number (b);
}

/* H08: one key, several figures: each that is not the first one. */
void
assessment_check_conflicts (const AssessmentCheck *self)
{
  GListStore *evidence = marmot_assessment_get_evidence (self->of);
  /* The first piece of each key that has a figure; the keys are the assessment's. */
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < assessment_count (evidence); i++)
    {
      MarmotEvidence *b = assessment_item (evidence, i);
      const char *key = marmot_evidence_get_key (b);
      MarmotValue *y = marmot_evidence_get_value (b);
      MarmotEvidence *a = assessment_is_there (key) && y ? g_hash_table_lookup (firsts, key) : NULL;
      g_autofree char *first = NULL, *second = NULL, *path = NULL;

      if (assessment_is_there (key) && y && !a)
        g_hash_table_insert (firsts, (gpointer) key, b);
      if (!a)
        continue;
      first = marmot_value_to_string (marmot_evidence_get_value (a));
      second = marmot_value_to_string (y);
      if (agree (marmot_evidence_get_value (a), y, first, second))
        continue;
      path = marmot_document_step ("", "evidence", i);
      assessment_report (self->findings, "H08", MARMOT_SEVERITY_WARNING, path,
              "Say which figure holds, or give what is defined otherwise a key of its own",
              "\"%s\" is given as %s and as %s%s", key, first, second,
              g_strcmp0 (marmot_evidence_get_quality (a), marmot_evidence_get_quality (b)) != 0
                  ? ": a possible contradiction, for the two are described differently"
                  : "");
    }
}

/* Whether a reader can tell how far chance goes: by the denominator, or by limits. */
static gboolean
has_basis (MarmotEvidence *evidence)
{
  MarmotValue *denominator = marmot_evidence_get_denominator (evidence);

  return (denominator && marmot_value_is_present (denominator))
         || (marmot_evidence_get_lower (evidence) && marmot_evidence_get_upper (evidence));
}

/* H09: one figure set beside another, and nobody knows of how many people they are. */
void
assessment_check_comparisons (const AssessmentCheck *self)
{
  GListStore *list = marmot_assessment_get_evidence (self->of);

  for (guint i = 0; i < assessment_count (list); i++)
    {
      MarmotEvidence *evidence = assessment_item (list, i);
      const char *key = marmot_evidence_get_comparator (evidence);
      const guint place = key ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index.evidence, key)) : 0;
      MarmotValue *denominator = marmot_evidence_get_comparator_denominator (evidence);
      gboolean is_own = marmot_evidence_get_comparator_value (evidence) || marmot_evidence_get_comparator_text (evidence);
      gboolean has_other = (denominator && marmot_value_is_present (denominator))
                           || (place > 0 && has_basis (assessment_item (list, place - 1)));
      g_autofree char *path = marmot_document_step ("", "evidence", i);

      if (!key && !is_own)
        continue;
      if (key && place == 0 && !is_own)
        assessment_report (self->findings, "H09", MARMOT_SEVERITY_WARNING, path, "Add the other evidence, or name what is there",
                "The evidence that it is compared with is not there");
      else if (!has_basis (evidence) && !has_other)
        assessment_report (self->findings, "H09", MARMOT_SEVERITY_WARNING, path, "Give both denominators",
                "Two figures are compared, and neither has a denominator");
      else if (!has_basis (evidence))
        assessment_report (self->findings, "H09", MARMOT_SEVERITY_WARNING, path, "Give its denominator",
                "A figure is compared with another, and has no denominator");
      else if (!has_other)
        assessment_report (self->findings, "H09", MARMOT_SEVERITY_WARNING, path, "Give the denominator of the other figure",
                "A figure is compared with another, which has no denominator");
    }
}

/* H13: evidence that was old on the day. */
void
assessment_check_ages (const AssessmentCheck *self)
{
  GListStore *evidence = marmot_assessment_get_evidence (self->of);

  for (guint i = 0; i < assessment_count (evidence); i++)
    {
      MarmotPeriod *period = marmot_evidence_get_period (assessment_item (evidence, i));
      g_autoptr (GDate) last = period ? marmot_period_get_last_day (period) : NULL;
      g_autofree char *path = marmot_document_step ("", "evidence", i);

      if (!last)
        continue;
      g_date_add_months (last, OLD_MONTHS);
      if (g_date_compare (last, self->day) < 0)
        assessment_report (self->findings, "H13", MARMOT_SEVERITY_NOTE, path, "Look for newer figures", "The evidence is more than two years old");
    }
}
