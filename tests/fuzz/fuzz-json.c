/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be a table in JSON. What is read comes back the same from what
 * is written of it.
 */
#include <marmot/marmot.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  /* Memory of its own, so that a sanitizer sees a read beyond its end. */
  g_autofree char *copy = g_memdup2 (size > 0 ? data : (const guint8 *) "", MAX (size, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = marmot_table_from_json (copy, (gssize) size, &error);
  g_autoptr (MarmotTable) back = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (table == NULL, ==, error != NULL);
  if (!table)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  text = marmot_table_to_json (table, &error);
  g_assert_no_error (error);
  back = marmot_table_from_json (text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (marmot_table_equal (table, back));
  return 0;
}
