/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A form that somebody filled in: the first byte chooses the template and whether it is a
 * page or CSV. What is read can be saved and comes back the same, and its page is read as
 * the same again.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static MarmotAssessmentTemplate *
get_template (guint which)
{
  static MarmotAssessmentTemplate *templates[2];
  static const char *const names[] = { "phe-heat-simplified-2020", "equality-impact" };

  if (!templates[which])
    templates[which] = marmot_assessment_template_new_builtin (names[which], NULL);
  g_assert_nonnull (templates[which]);
  return templates[which];
}

static void
check_again (MarmotAssessment *assessment,
             MarmotAssessmentTemplate *template)
{
  g_autoptr (MarmotAssessmentPageOptions) draft = g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "draft", TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarmotAssessment) back = NULL;
  g_autoptr (MarmotAssessmentImport) again = NULL;
  g_autoptr (GBytes) written = NULL;
  char *page, *json;

  if (!marmot_assessment_get_id (assessment))
    marmot_assessment_set_id (assessment, "fuzz");
  json = marmot_assessment_to_json (assessment, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (json, strlen (json));
  back = marmot_assessment_new_from_json (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (marmot_assessment_equal (assessment, back));

  page = marmot_assessment_to_html (assessment, template, draft, &error);
  g_assert_no_error (error);
  written = g_bytes_new_take (page, strlen (page));
  again = marmot_assessment_import_new_from_html (written, template, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  MarmotAssessmentTemplate *template;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessmentImport) read = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (size == 0)
    return 0;
  template = get_template (data[0] >> 1 & 1);
  bytes = g_bytes_new (data + 1, size - 1);
  read = data[0] & 1 ? marmot_assessment_import_new_from_csv (bytes, template, &error)
                     : marmot_assessment_import_new_from_html (bytes, template, &error);
  g_assert_cmpint (read == NULL, ==, error != NULL);
  if (error)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  findings = marmot_assessment_import_get_findings (read);
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (g_utf8_validate (marmot_finding_get_message (findings->pdata[i]), -1, NULL));
  check_again (marmot_assessment_import_get_assessment (read), template);
  return 0;
}
