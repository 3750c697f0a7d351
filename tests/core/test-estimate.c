/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>

Test (estimate, keeps_what_it_was_given)
{
  g_autoptr (MarmotEstimate) e = marmot_estimate_new (5.9, 4.6, 7.4, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  double confidence, lower, upper;

  cr_assert (eq (dbl, marmot_estimate_get_value (e), 5.9));
  cr_assert (eq (dbl, marmot_estimate_get_lower (e), 4.6));
  cr_assert (eq (dbl, marmot_estimate_get_upper (e), 7.4));
  cr_assert (eq (u32, marmot_estimate_get_n_levels (e), 1));
  cr_assert (marmot_estimate_get_level (e, 0, &confidence, &lower, &upper));
  cr_assert (eq (dbl, confidence, 0.95));
  cr_assert_not (marmot_estimate_get_level (e, 1, &confidence, &lower, &upper));
  cr_assert (isnan (lower) && isnan (upper) && isnan (confidence));
}

Test (estimate, equality_and_hash_take_nan_as_itself)
{
  g_autoptr (MarmotEstimate) a = marmot_estimate_new (1, (double) NAN, (double) NAN, 0.95, MARMOT_METHOD_NONE);
  g_autoptr (MarmotEstimate) b = marmot_estimate_new (1, (double) NAN, -(double) NAN, 0.95, MARMOT_METHOD_NONE);
  g_autoptr (MarmotEstimate) c = marmot_estimate_new (2, (double) NAN, (double) NAN, 0.95, MARMOT_METHOD_NONE);

  cr_assert (marmot_estimate_equal (a, b));
  cr_assert (eq (u32, marmot_estimate_hash (a), marmot_estimate_hash (b)));
  cr_assert_not (marmot_estimate_equal (a, c));
}

Test (estimate, bytes_come_back_the_same)
{
  g_autoptr (MarmotEstimate) a = marmot_proportion (469, 2780, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_estimate_serialize (a);
  g_autoptr (MarmotEstimate) b = marmot_estimate_deserialize (bytes, NULL);

  cr_assert (b != NULL);
  cr_assert (marmot_estimate_equal (a, b));
}

Test (estimate, damaged_bytes_are_refused)
{
  g_autoptr (MarmotEstimate) a = marmot_proportion (469, 2780, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_estimate_serialize (a);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotEstimate) b = marmot_estimate_deserialize (part, &error);

      cr_assert (b == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }
}

Test (estimate, equality_sees_every_part)
{
  g_autoptr (MarmotIntervalOptions) two = marmot_interval_options_new ();
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotEstimate) a = marmot_estimate_new (3, 2, 4, 0.95, MARMOT_METHOD_BYAR);
  MarmotEstimate *others[] = {
    marmot_estimate_new (5, 2, 4, 0.95, MARMOT_METHOD_BYAR), marmot_estimate_new (3, 1, 4, 0.95, MARMOT_METHOD_BYAR),
    marmot_estimate_new (3, 2, 5, 0.95, MARMOT_METHOD_BYAR), marmot_estimate_new (3, 2, 4, 0.9, MARMOT_METHOD_BYAR),
    marmot_estimate_new (3, 2, 4, 0.95, MARMOT_METHOD_NONE),
  };
  g_autoptr (MarmotEstimate) one = marmot_proportion (3, 10, NULL, NULL);
  g_autoptr (MarmotEstimate) also_998 = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      cr_assert_not (marmot_estimate_equal (a, others[i]), "%zu", i);
      marmot_estimate_unref (others[i]);
    }

  cr_assert (marmot_interval_options_set_levels (two, levels, 2, NULL));
  also_998 = marmot_proportion (3, 10, two, NULL);
  cr_assert_not (marmot_estimate_equal (one, also_998));
}

/* 0 and -0 are equal, so their hashes are. */
Test (estimate, zeros_of_both_signs_are_one)
{
  g_autoptr (MarmotEstimate) a = marmot_estimate_new (0.0, -0.0, 1, 0.95, MARMOT_METHOD_NONE);
  g_autoptr (MarmotEstimate) b = marmot_estimate_new (-0.0, 0.0, 1, 0.95, MARMOT_METHOD_NONE);

  cr_assert (marmot_estimate_equal (a, b));
  cr_assert (eq (u32, marmot_estimate_hash (a), marmot_estimate_hash (b)));
}

Test (estimate, several_levels_come_back_from_bytes)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  const double levels[] = { 0.95, 0.998, 0.5 };
  g_autoptr (MarmotEstimate) a = NULL;
  g_autoptr (MarmotEstimate) b = NULL;
  g_autoptr (GBytes) bytes = NULL;

  cr_assert (marmot_interval_options_set_levels (options, levels, 3, NULL));
  a = marmot_rate (12, 100, options, NULL);
  bytes = marmot_estimate_serialize (a);
  b = marmot_estimate_deserialize (bytes, NULL);
  cr_assert (b != NULL);
  cr_assert (marmot_estimate_equal (a, b));
  cr_assert (eq (u32, marmot_estimate_get_n_levels (b), 3));
}

Test (estimate, a_status_comes_back_from_bytes)
{
  g_autoptr (MarmotEstimate) a = marmot_proportion (3, 0, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_estimate_serialize (a);
  g_autoptr (MarmotEstimate) b = marmot_estimate_deserialize (bytes, NULL);

  cr_assert (b != NULL);
  cr_assert (marmot_estimate_equal (a, b));
  cr_assert (eq (u32, marmot_estimate_get_status (b), MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
}

Test (estimate, references_keep_it)
{
  MarmotEstimate *a = marmot_estimate_new (1, 0, 2, 0.95, MARMOT_METHOD_NONE);
  g_autoptr (MarmotEstimate) b = marmot_estimate_ref (a);

  marmot_estimate_unref (a);
  cr_assert (eq (dbl, marmot_estimate_get_upper (b), 2));
}

Test (estimate, a_level_that_is_not_there_is_told_without_pointers)
{
  g_autoptr (MarmotEstimate) a = marmot_estimate_new (1, 0, 2, 0.95, MARMOT_METHOD_NONE);

  cr_assert (marmot_estimate_get_level (a, 0, NULL, NULL, NULL));
  cr_assert_not (marmot_estimate_get_level (a, 1, NULL, NULL, NULL));
  cr_assert_not (marmot_estimate_get_level (a, G_MAXUINT, NULL, NULL, NULL));
}

Test (estimate, prints_for_a_person)
{
  g_autoptr (MarmotEstimate) a = marmot_estimate_new (5.9, 4.6, 7.4, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) b = marmot_rate (-1, 10, NULL, NULL);
  g_autofree char *a_text = marmot_estimate_to_string (a);
  g_autofree char *b_text = marmot_estimate_to_string (b);

  cr_assert (eq (str, a_text, "5.9 (4.6 to 7.4, 95%, as-published)"));
  cr_assert (eq (str, b_text, "not computed: negative-count"));
}
