/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be Fingertips' metadata, as CSV or as JSON. What is read and
 * written as CSV comes back the same, in every field.
 */
#include <marmot/marmot.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_same (MarmotIndicator *before,
            MarmotIndicator *after)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (before), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) other = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (before), pspecs[i]->name, g_value_init (&value, pspecs[i]->value_type));
      g_object_get_property (G_OBJECT (after), pspecs[i]->name, g_value_init (&other, pspecs[i]->value_type));
      g_assert_cmpint (g_param_values_cmp (pspecs[i], &value, &other), ==, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = marmot_indicator_reader_read_bytes (reader, bytes, "fuzz", &error);
  g_autoptr (GListModel) back = NULL;

  g_assert_true ((list == NULL) == (error != NULL));
  if (!list)
    return 0;

  written = marmot_fingertips_write_metadata_bytes (list, &error);
  g_assert_no_error (error);
  back = marmot_indicator_reader_read_bytes (reader, written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, g_list_model_get_n_items (back));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MarmotIndicator) before = g_list_model_get_item (list, i);
      g_autoptr (MarmotIndicator) after = g_list_model_get_item (back, i);

      check_same (before, after);
    }
  return 0;
}
