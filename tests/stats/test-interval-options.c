/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

Test (interval_options, begin_with_the_defaults)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  gsize n_levels;

  cr_assert (marmot_interval_options_get_method (options) == MARMOT_METHOD_DEFAULT);
  cr_assert (marmot_interval_options_get_multiplier (options) == 0);
  cr_assert (marmot_interval_options_get_confidence (options) == 0.95);
  cr_assert (marmot_interval_options_get_levels (options, &n_levels)[0] == 0.95);
  cr_assert (n_levels == 1);
}

Test (interval_options, several_levels_keep_their_order)
{
  const double levels[] = { 0.998, 0.5, 0.95 };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) e = NULL;
  g_autoptr (GError) error = NULL;
  const double *got;
  gsize n_levels;

  cr_assert (marmot_interval_options_set_levels (options, levels, 3, &error));
  got = marmot_interval_options_get_levels (options, &n_levels);
  cr_assert (n_levels == 3 && memcmp (got, levels, sizeof levels) == 0);
  cr_assert (marmot_interval_options_get_confidence (options) == 0.998);

  e = marmot_proportion (3, 10, options, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MarmotIntervalOptions) alone = marmot_interval_options_new ();
      g_autoptr (MarmotEstimate) one = NULL;
      double level, lower, upper;

      marmot_interval_options_set_confidence (alone, levels[i]);
      one = marmot_proportion (3, 10, alone, NULL);
      cr_assert (marmot_estimate_get_level (e, i, &level, &lower, &upper));
      cr_assert (level == levels[i]);
      cr_assert (lower == marmot_estimate_get_lower (one) && upper == marmot_estimate_get_upper (one));
    }
}

Test (interval_options, one_confidence_replaces_several)
{
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  gsize n_levels;

  cr_assert (marmot_interval_options_set_levels (options, levels, 2, NULL));
  marmot_interval_options_set_confidence (options, 0.95);
  marmot_interval_options_get_levels (options, &n_levels);
  cr_assert (n_levels == 1);
}

Test (interval_options, sixteen_levels_and_no_more)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) e = NULL;
  g_autoptr (GError) error = NULL;
  double levels[17];

  for (int i = 0; i < 17; i++)
    levels[i] = 0.05 + 0.05 * i;
  cr_assert (marmot_interval_options_set_levels (options, levels, 16, NULL));
  e = marmot_rate (12, 100, options, NULL);
  cr_assert (marmot_estimate_get_n_levels (e) == 16);

  cr_assert_not (marmot_interval_options_set_levels (options, levels, 17, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (interval_options, levels_that_are_none_leave_the_old_ones)
{
  const double wrong[] = { 0, 1, -1, 95, (double) NAN, (double) INFINITY };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (GError) none = NULL;
  gsize n_levels;

  marmot_interval_options_set_confidence (options, 0.8);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const double levels[] = { 0.95, wrong[i] };
      g_autoptr (GError) error = NULL;

      cr_assert_not (marmot_interval_options_set_levels (options, levels, 2, &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  cr_assert_not (marmot_interval_options_set_levels (options, NULL, 0, &none));
  cr_assert (g_error_matches (none, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (marmot_interval_options_get_levels (options, &n_levels)[0] == 0.8 && n_levels == 1);
}

static void
count (GObject    *object,
       GParamSpec *pspec,
       gpointer    data)
{
  (*(int *) data)++;
}

Test (interval_options, properties_are_the_setters_and_tell_of_changes)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  int n_told = 0;
  double confidence, multiplier;
  MarmotMethod method;

  g_signal_connect (options, "notify", G_CALLBACK (count), &n_told);
  g_object_set (options, "confidence", 0.9, "multiplier", 100.0, "method", MARMOT_METHOD_WILSON, NULL);
  cr_assert (n_told == 3);
  g_object_set (options, "confidence", 0.9, "multiplier", 100.0, "method", MARMOT_METHOD_WILSON, NULL);
  cr_assert (n_told == 3);

  g_object_get (options, "confidence", &confidence, "multiplier", &multiplier, "method", &method, NULL);
  cr_assert (confidence == 0.9 && multiplier == 100 && method == MARMOT_METHOD_WILSON);
  cr_assert (marmot_interval_options_get_confidence (options) == 0.9);
  cr_assert (marmot_interval_options_get_multiplier (options) == 100);
  cr_assert (marmot_interval_options_get_method (options) == MARMOT_METHOD_WILSON);
}

/* Every method names itself, and those that compute name where they come from. */
Test (interval_options, methods_cite_their_source)
{
  g_autoptr (GEnumClass) methods = g_type_class_ref (MARMOT_TYPE_METHOD);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < methods->n_values; i++)
    {
      MarmotMethod method = (MarmotMethod) methods->values[i].value;
      const char *nick = marmot_method_to_nick (method);

      cr_assert (g_str_equal (nick, methods->values[i].value_nick), "%s", nick);
      cr_assert (g_hash_table_add (seen, (gpointer) nick), "%s", nick);
      cr_assert (marmot_method_get_label (method)[0] != '\0', "%s", nick);
      if (method != MARMOT_METHOD_DEFAULT && method != MARMOT_METHOD_NONE)
        cr_assert (marmot_method_get_citation (method)[0] != '\0', "%s", nick);
    }
}

/* Every status names itself and says what to do. */
Test (interval_options, statuses_say_what_to_do)
{
  g_autoptr (GEnumClass) statuses = g_type_class_ref (MARMOT_TYPE_STATUS);

  for (guint i = 0; i < statuses->n_values; i++)
    {
      MarmotStatus status = (MarmotStatus) statuses->values[i].value;

      cr_assert (g_str_equal (marmot_status_to_nick (status), statuses->values[i].value_nick));
      cr_assert (g_str_has_suffix (marmot_status_get_description (status), "."));
    }
}
