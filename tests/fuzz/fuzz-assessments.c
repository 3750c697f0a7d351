/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be an assessment with its history, or a mapping between templates. What is
 * read comes back the same from what is written of it, and its history, whoever made it up, is
 * checked, restored and migrated without a crash.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
restore (MarmotAssessment *read)
{
  GListModel *versions = marmot_assessment_get_versions (read);
  g_autoptr (GPtrArray) findings = marmot_assessment_check_versions (read);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (MarmotAssessmentVersion) version = g_list_model_get_item (versions, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessment) restored = marmot_assessment_version_restore (version, &error);

      g_assert_cmpint (restored == NULL, ==, error != NULL);
    }
  /* A history that holds together has every content. */
  g_assert_true (findings->len > 0 || g_list_model_get_n_items (versions) == 0
                 || marmot_assessment_find_version (read, marmot_assessment_get_state (read)) != NULL);
}

static void
migrate (MarmotAssessment *read)
{
  g_autoptr (MarmotAssessmentTemplate) form = marmot_assessment_template_new_builtin ("equality-impact", NULL);
  g_autoptr (MarmotTable) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessment) moved = marmot_assessment_migrate (read, NULL, form, NULL, &outcome, &error);

  g_assert_cmpint (moved == NULL, ==, error != NULL);
  g_assert_cmpint (moved == NULL, ==, outcome == NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_mapping = NULL;
  g_autoptr (MarmotAssessment) read = marmot_assessment_new_from_json (bytes, &error);
  g_autoptr (MarmotTemplateMapping) mapping = marmot_template_mapping_new_from_json (bytes, &no_mapping);

  g_assert_cmpint (read == NULL, ==, error != NULL);
  g_assert_cmpint (mapping == NULL, ==, no_mapping != NULL);
  if (read)
    {
      g_autofree char *text = marmot_assessment_to_json (read, &error);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (MarmotAssessment) back = NULL;

      g_assert_no_error (error);
      written = g_bytes_new (text, strlen (text));
      back = marmot_assessment_new_from_json (written, &error);
      g_assert_no_error (error);
      g_assert_true (marmot_assessment_equal (read, back));
      restore (read);
      migrate (read);
    }
  return 0;
}
