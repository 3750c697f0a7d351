/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be an assessment, a template or a whole register of both. What is read comes
 * back the same from what is written of it, and everything that is asked of it has an answer.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_finding (gpointer finding,
               gpointer data)
{
  g_assert_true (g_utf8_validate (marmot_finding_get_message (finding), -1, NULL));
}

static void
round_trip (MarmotAssessment *read)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = marmot_assessment_to_json (read, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (MarmotAssessment) back = NULL;
  g_autoptr (MarmotAssessment) copy = marmot_assessment_copy (read);
  g_autoptr (MarmotTable) diff = marmot_assessment_diff (read, copy);

  g_assert_no_error (error);
  written = g_bytes_new (text, strlen (text));
  back = marmot_assessment_new_from_json (written, &error);
  g_assert_no_error (error);
  g_assert_true (marmot_assessment_equal (read, back));
  g_assert_true (marmot_assessment_equal (read, copy));
  g_assert_cmpint (marmot_table_get_n_rows (diff), ==, 0);
}

/* Figures that evidence may point at. */
static MarmotObservationSet *
make_figures (void)
{
  static const char csv[] = "indicator_code,area_code,sex,time_period,value,lower_95,upper_95,count,denominator\n"
                            "i,a,Persons,2021/22,50,43,57,100,200\n"
                            "i,a,Persons,2022/23,60.5,,,121,200\n"
                            "i,a,,2023/24,,,,,\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (MarmotTable) table = marmot_csv_reader_read_bytes (reader, bytes, NULL, NULL);

  return marmot_observation_set_new (table, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (MarmotAssessmentRegister) of = marmot_assessment_register_new ();
  g_autoptr (MarmotObservationSet) figures = make_figures ();
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = NULL, plans = NULL;
  g_autoptr (MarmotTable) dimensions = NULL, actions = NULL;
  g_autoptr (MarmotAssessmentRefresh) refresh = NULL;
  MarmotTable *tables[6];

  marmot_assessment_register_load_bytes (of, bytes, "fuzz");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (of)); i++)
    {
      g_autoptr (MarmotAssessment) read = g_list_model_get_item (G_LIST_MODEL (of), i);

      round_trip (read);
    }
  findings = marmot_assessment_register_validate (of, day);
  g_ptr_array_foreach (findings, check_finding, NULL);
  tables[0] = marmot_assessment_register_summarise (of, day);
  tables[1] = marmot_assessment_register_list_states (of, day);
  tables[2] = marmot_assessment_register_list_reviews (of, day);
  tables[3] = marmot_assessment_register_list_overdue (of, day);
  tables[4] = marmot_assessment_register_count_gaps (of, day);
  tables[5] = marmot_assessment_register_list_chains (of);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    marmot_table_unref (tables[i]);
  dimensions = marmot_assessment_register_count_dimensions (of, NULL, NULL);
  g_assert_nonnull (dimensions);
  plans = marmot_assessment_register_list_plans (of);
  actions = marmot_tabulate_action_plans ((MarmotActionPlan **) plans->pdata, plans->len, day, NULL, NULL);
  g_assert_nonnull (actions);

  /* What a refresh writes can be saved, and leaves nothing to write. */
  refresh = marmot_assessment_register_refresh (of, &figures, 1, day);
  marmot_assessment_refresh_apply (refresh);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (of)); i++)
    {
      g_autoptr (MarmotAssessment) read = g_list_model_get_item (G_LIST_MODEL (of), i);

      round_trip (read);
    }
  g_clear_object (&refresh);
  refresh = marmot_assessment_register_refresh (of, &figures, 1, day);
  g_assert_cmpint (marmot_assessment_refresh_apply (refresh), ==, 0);
  return 0;
}
