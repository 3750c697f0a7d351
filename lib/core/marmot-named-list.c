/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-named-list-private.h"

#include <marmot/marmot.h>

#include "marmot-data-private.h"

static char **
list_names (json_t *list)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *name = json_string_value (json_object_get (json_array_get (list, i), "name"));

      if (name)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

json_t *
marmot_named_list_find (const MarmotNamedList *self,
                        GBytes *json,
                        const char *name,
                        json_t **owner,
                        GError **error)
{
  g_autoptr (json_t) file = marmot_json_load (json, self->what, error);
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;
  json_t *list;

  if (!file)
    return NULL;
  list = json_object_get (file, self->list);
  if (g_strcmp0 (json_string_value (json_object_get (file, "format")), self->format) != 0 || !json_is_array (list))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                   "This is no file of %s: it needs \"format\": \"%s\" and a list of \"%s\"", self->what, self->format,
                   self->list);
      return NULL;
    }

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      json_t *entry = json_array_get (list, i);

      if (g_strcmp0 (json_string_value (json_object_get (entry, "name")), name) == 0)
        {
          *owner = g_steal_pointer (&file);
          return entry;
        }
    }
  names = list_names (list);
  known = g_strjoinv (", ", names);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "No %s is called so; there are: %s", self->one, known);
  return NULL;
}

char **
marmot_named_list_builtin (const MarmotNamedList *self)
{
  g_autoptr (GBytes) json = marmot_data_lookup (self->builtin, NULL);
  g_autoptr (json_t) file = json ? marmot_json_load (json, self->builtin, NULL) : NULL;

  return list_names (json_object_get (file, self->list));
}
