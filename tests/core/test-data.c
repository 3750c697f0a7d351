/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <marmot/marmot.h>

#include "core/marmot-data-private.h"
#include "core/marmot-json-private.h"

Test (data, a_file_that_is_built_in_is_the_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marmot_data_lookup ("monitoring-tool.json", &error);
  g_autofree char *contents = NULL;
  gsize length = 0;

  cr_assert (bytes != NULL);
  cr_assert (error == NULL);
  cr_assert (g_file_get_contents (DATA_DIR "/monitoring-tool.json", &contents, &length, NULL));
  cr_assert (eq (sz, g_bytes_get_size (bytes), length));
  cr_assert (eq (int, memcmp (g_bytes_get_data (bytes, NULL), contents, length), 0));
}

Test (data, every_document_is_json_in_our_form)
{
  g_autoptr (GDir) folder = g_dir_open (DATA_DIR, 0, NULL);
  const char *name;
  guint n_documents = 0;

  cr_assert (folder != NULL);
  while ((name = g_dir_read_name (folder)))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (json_t) document = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      bytes = marmot_data_lookup (name, &error);
      cr_assert (bytes != NULL, "%s stands in lib/data/ and not in marmot.gresource.xml", name);
      document = marmot_json_load (bytes, name, &error);
      cr_assert (document != NULL, "%s", error ? error->message : name);
      n_documents++;
    }
  cr_assert (gt (u32, n_documents, 0));
}

Test (data, what_is_not_built_in_is_said_by_name)
{
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_data_lookup ("no-such-file.json", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "no-such-file.json") != NULL);
}
