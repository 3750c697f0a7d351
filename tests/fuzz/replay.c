/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gives every file of a folder to a fuzzer once, where libFuzzer is not there:
 * whatever it found before stays found. A folder without files is a failure.
 */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  folder = g_dir_open (argc == 2 ? argv[1] : "", 0, &error);
  if (!folder)
    {
      fprintf (stderr, "Usage: %s FOLDER: %s\n", argv[0], error->message);
      return EXIT_FAILURE;
    }
  while ((name = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);

  printf ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (argv[1], names->pdata[i], NULL);
      g_autofree char *data = NULL;
      gsize size;

      if (!g_file_get_contents (path, &data, &size, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return EXIT_FAILURE;
        }
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
      printf ("ok %u - %s\n", i + 1, (char *) names->pdata[i]);
    }
  return names->len > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
