/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the history of an assessment holds together.
 */
#include "assessment-index-private.h"
#include "assessment-private.h"

/* Texts that were searched need not be searched again in the next version. */
typedef struct
{
  GHashTable *seen;
  char *first; /* where something was found; nullable */
} Search;

static const char *
get_nick (MarmotAssessmentState state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (MARMOT_TYPE_ASSESSMENT_STATE);

  /* The class of an enumeration of the library stays. */
  return g_enum_get_value (states, (int) state)->value_nick;
}

static void
search_text (Search *self,
             const char *text,
             const char *path)
{
  g_autoptr (GPtrArray) found = text && !self->first ? marmot_find_personal_data (text, NULL) : NULL;

  if (found && found->len)
    self->first = g_strdup (path);
}

static void
search (Search *self,
        json_t *value,
        const char *path)
{
  search_text (self, json_string_value (value), path);
  if ((!json_is_object (value) && !json_is_array (value)) || !g_hash_table_add (self->seen, value))
    return;
  for (size_t i = 0; i < json_array_size (value); i++)
    {
      g_autofree char *step = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, path, i + 1);

      search (self, json_array_get (value, i), step);
    }
  for (void *iter = json_object_iter (value); iter; iter = json_object_iter_next (value, iter))
    {
      g_autofree char *step = g_strdup_printf ("%s%s%s", path, *path ? "/" : "", json_object_iter_key (iter));

      search (self, json_object_iter_value (iter), step);
    }
}

static void
search_version (MarmotAssessmentVersion *version,
                const char *path,
                GHashTable *seen,
                GPtrArray *findings)
{
  Search all = { seen, NULL };

  search_text (&all, marmot_assessment_version_get_role (version), "role");
  search_text (&all, marmot_assessment_version_get_reason (version), "reason");
  if (assessment_version_peek (version))
    search (&all, assessment_version_peek (version), "");
  if (all.first)
    assessment_report (findings, "versions/personal-data", MARMOT_SEVERITY_WARNING, path,
            "Publish a page or the version that was published, and not the file with its history",
            "Version %u has text that may hold personal data, the first at %s", marmot_assessment_version_get_number (version),
            all.first);
  g_free (all.first);
}

static void
check_digests (MarmotAssessmentVersion *version,
               MarmotAssessmentVersion *before,
               const char *digest_of_before,
               char **content_digest,
               const char *path,
               GPtrArray *findings)
{
  const guint number = marmot_assessment_version_get_number (version);
  g_autofree char *own = assessment_version_compute (version);
  json_t *content = assessment_version_peek (version);

  if (!before || content != assessment_version_peek (before))
    {
      g_free (*content_digest);
      *content_digest = content ? marmot_json_digest (content) : NULL;
    }
  if (!content)
    assessment_report (findings, "versions/content", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "The content of version %u is missing", number);
  else if (g_strcmp0 (*content_digest, marmot_assessment_version_get_content_digest (version)) != 0)
    assessment_report (findings, "versions/content", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "The content of version %u is not the one that was recorded: it was changed afterwards, or one before it was",
            number);
  if (g_strcmp0 (own, marmot_assessment_version_get_digest (version)) != 0)
    assessment_report (findings, "versions/digest", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "What is said of version %u is not what was recorded: its state, day, role, reason or a digest was changed", number);
  if (g_strcmp0 (marmot_assessment_version_get_parent_digest (version), digest_of_before) != 0)
    assessment_report (findings, "versions/parent", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            before ? "Version %u does not follow the version before it in the file"
                   : "Version %u is the first in the file, and says that it follows another",
            number);
}

static void
check_order (MarmotAssessmentVersion *version,
             MarmotAssessmentVersion *before,
             const char *path,
             GPtrArray *findings)
{
  const guint number = marmot_assessment_version_get_number (version);
  const guint expected = before ? marmot_assessment_version_get_number (before) + 1 : 1;

  if (number != expected)
    assessment_report (findings, "versions/number", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "Version %u stands where version %u is expected", number, expected);
  if (!before)
    return;
  if (marmot_period_get_start_days (marmot_assessment_version_get_day (version))
      < marmot_period_get_start_days (marmot_assessment_version_get_day (before)))
    assessment_report (findings, "versions/day", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "Version %u is of a day before that of the version before it", number);
  if (!assessment_is_move (marmot_assessment_version_get_state (before), marmot_assessment_version_get_state (version)))
    assessment_report (findings, "versions/move", MARMOT_SEVERITY_ERROR, path, "Look for another copy of the file",
            "Version %u is %s, and the version before it %s: no move leads there", number,
            get_nick (marmot_assessment_version_get_state (version)), get_nick (marmot_assessment_version_get_state (before)));
}

static void
check_end (MarmotAssessment *self,
           GPtrArray *findings)
{
  AssessmentHistory *history = assessment_get_history (self);
  MarmotAssessmentVersion *last = assessment_history_last (history);
  const MarmotAssessmentState state = marmot_assessment_get_state (self);
  g_autoptr (json_t) content = NULL;

  if (!last)
    {
      if (state != MARMOT_ASSESSMENT_STATE_DRAFT)
        assessment_report (findings, "versions/state", MARMOT_SEVERITY_NOTE, "state", "Nothing need be done if it was transcribed from paper",
                "It is %s, and no version says how it came to be", get_nick (state));
      return;
    }
  if (marmot_assessment_version_get_state (last) != state)
    assessment_report (findings, "versions/state", MARMOT_SEVERITY_ERROR, "state", "Look for another copy of the file",
            "It is %s, and its last version %s", get_nick (state), get_nick (marmot_assessment_version_get_state (last)));
  if (state == MARMOT_ASSESSMENT_STATE_DRAFT || state == MARMOT_ASSESSMENT_STATE_SUBMITTED || !assessment_version_peek (last))
    return;
  content = assessment_make_content (self, assessment_version_peek (last), NULL);
  if (!content || !json_equal (content, assessment_version_peek (last)))
    assessment_report (findings, "versions/changed", MARMOT_SEVERITY_ERROR, NULL,
            "Revise it, so that the new text is submitted and approved, or restore the version",
            "The text was changed since version %u, when it was %s", marmot_assessment_version_get_number (last),
            get_nick (state));
}

GPtrArray *
marmot_assessment_check_versions (MarmotAssessment *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autofree char *content_digest = NULL;
  AssessmentHistory *history;
  MarmotAssessmentVersion *before = NULL;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  seen = g_hash_table_new (NULL, NULL);
  history = assessment_get_history (self);
  for (guint i = 0; i < assessment_history_count (history); i++)
    {
      MarmotAssessmentVersion *version = assessment_history_at (history, i);
      g_autofree char *path = marmot_document_step ("", "versions", i);

      check_order (version, before, path, findings);
      check_digests (version, before, before ? marmot_assessment_version_get_digest (before) : NULL, &content_digest, path,
                     findings);
      search_version (version, path, seen, findings);
      before = version;
    }
  check_end (self, findings);
  return g_steal_pointer (&findings);
}
