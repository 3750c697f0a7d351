/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be any document of the action room, and a text that may hold personal
 * data. What is read comes back the same from what is written of it, is equal to its copy
 * and does not differ from it.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

#define TRY(Type, type, check)                                                     \
  G_STMT_START                                                                     \
  {                                                                                \
    g_autoptr (GError) error = NULL;                                               \
    g_autoptr (Type) read = marmot_##type##_new_from_json (bytes, &error);         \
                                                                                   \
    g_assert_cmpint (read == NULL, ==, error != NULL);                             \
    if (error)                                                                     \
      g_assert_true (g_utf8_validate (error->message, -1, NULL));                  \
    else                                                                           \
      {                                                                            \
        g_autofree char *text = marmot_##type##_to_json (read, &error);            \
        g_autoptr (GBytes) written = NULL;                                         \
        g_autoptr (Type) back = NULL;                                              \
        g_autoptr (Type) copy = marmot_##type##_copy (read);                       \
        g_autoptr (MarmotTable) diff = NULL;                                       \
        g_autoptr (GPtrArray) findings = check;                                    \
                                                                                   \
        g_assert_no_error (error);                                                 \
        g_assert_nonnull (findings);                                               \
        written = g_bytes_new (text, strlen (text));                               \
        back = marmot_##type##_new_from_json (written, &error);                    \
        g_assert_no_error (error);                                                 \
        g_assert_true (marmot_##type##_equal (read, back));                        \
        g_assert_true (marmot_##type##_equal (read, copy));                        \
        diff = marmot_##type##_diff (read, copy);                                  \
        g_assert_cmpint (marmot_table_get_n_rows (diff), ==, 0);                   \
      }                                                                            \
  }                                                                                \
  G_STMT_END

static void
summarise (GBytes *bytes)
{
  g_autoptr (MarmotActionPlan) plan = marmot_action_plan_new_from_json (bytes, NULL);
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2018);

  if (plan)
    {
      g_autoptr (MarmotTable) table = marmot_action_plan_to_table (plan, on, NULL, NULL);
      g_autoptr (MarmotTable) groups = marmot_action_plan_summarise (plan, MARMOT_ACTION_BY_OWNER_ROLE, on, NULL, NULL);

      g_assert_cmpint (table == NULL, ==, groups == NULL);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *words = g_strndup ((const char *) data, size);
  g_autoptr (GPtrArray) found = marmot_find_personal_data (words, NULL);

  g_assert_cmpint (found->len, <=, 100);
  TRY (MarmotActionPlan, action_plan, marmot_action_plan_check (read));
  TRY (MarmotVoiceTracker, voice_tracker, marmot_voice_tracker_check (read));
  TRY (MarmotWorkforce, workforce, marmot_workforce_check (read));
  TRY (MarmotPledge, pledge, marmot_pledge_check (read));
  TRY (MarmotSelfEvaluation, self_evaluation, marmot_self_evaluation_check (read, NULL));
  TRY (MarmotForwardPlan, forward_plan, marmot_forward_plan_check (read));
  summarise (bytes);
  return 0;
}
