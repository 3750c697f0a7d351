/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks a health equity assessment as of a day, says what is missing or does not agree,
 * and writes its page and the empty form:
 *
 *   health-equity-assessment ASSESSMENT DAY OUTPUT_FOLDER
 *
 * The same program in Python and JavaScript stands beside this one; the three print the
 * same, and write the same bytes.
 */
#include <marmot/marmot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static GDate *
read_day (const char *text)
{
  guint y = 0, m = 0, d = 0;

  return sscanf (text, "%4u-%2u-%2u", &y, &m, &d) == 3 && g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y)
             ? g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y)
             : NULL;
}

static void
print_counts (MarmotAssessment *assessment,
              MarmotAssessmentTemplate *form)
{
  g_autoptr (MarmotTable) counts = marmot_assessment_summarise (assessment, form);
  g_autoptr (MarmotColumn) what = marmot_table_get_column_by_name (counts, "what");
  g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (counts, "n");
  g_autoptr (MarmotColumn) of = marmot_table_get_column_by_name (counts, "of");

  for (gsize i = 0; i < marmot_table_get_n_rows (counts); i++)
    {
      g_autofree char *name = marmot_column_get_text (what, i);

      g_print ("  %s: %d of %d\n", name, (int) marmot_column_get_integer (n, i), (int) marmot_column_get_integer (of, i));
    }
}

static void
print_review (MarmotAssessment *assessment,
              MarmotAssessmentTemplate *form)
{
  GDate from, until;

  if (marmot_assessment_get_review_window (assessment, form, &from, &until))
    g_print ("To be reviewed: %04d-%02d-%02d to %04d-%02d-%02d\n", g_date_get_year (&from), g_date_get_month (&from),
             g_date_get_day (&from), g_date_get_year (&until), g_date_get_month (&until), g_date_get_day (&until));
}

static gboolean
write_page (const char *folder,
            const char *name,
            const char *page,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, page, -1, error);
}

static gboolean
run (const char *path,
     const GDate *day,
     const char *folder,
     GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MarmotAssessment) assessment = marmot_assessment_new_from_file (file, NULL, error);
  g_autoptr (MarmotAssessmentTemplate) form = NULL;
  g_autoptr (MarmotAssessmentPageOptions) options = marmot_assessment_page_options_new (day);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *page = NULL;
  g_autofree char *empty = NULL;

  form = assessment ? marmot_assessment_template_new_builtin (marmot_assessment_get_template (assessment), error) : NULL;
  if (!form)
    return FALSE;
  page = marmot_assessment_to_html (assessment, form, options, error);
  if (!page)
    return FALSE;
  empty = marmot_assessment_template_to_html (form);

  g_print ("%s\n", marmot_assessment_get_id (assessment));
  print_counts (assessment, form);
  print_review (assessment, form);
  findings = marmot_assessment_validate (assessment, form, day);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s: %s\n", marmot_finding_get_rule (findings->pdata[i]), marmot_finding_get_message (findings->pdata[i]));

  g_mkdir_with_parents (folder, 0777);
  return write_page (folder, "report.html", page, error) && write_page (folder, "form.html", empty, error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GDate) day = argc == 4 ? read_day (argv[2]) : NULL;
  g_autoptr (GError) error = NULL;

  if (!day)
    {
      g_printerr ("Usage: %s ASSESSMENT DAY OUTPUT_FOLDER, with a day such as 2025-02-05\n", argv[0]);
      return EXIT_FAILURE;
    }
  if (!run (argv[1], day, argv[3], &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
