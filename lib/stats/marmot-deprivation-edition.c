/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-data-private.h"
#include "core/marmot-named-list-private.h"
#include "core/marmot-record-private.h"

static const MarmotNamedList editions = {
  "marmot-deprivation-editions",
  "editions",
  "editions of the indices of deprivation",
  "edition",
  "deprivation-editions.json",
};

/* England has had fewer than 40,000 lower super output areas; more than this is no
 * number of areas. */
#define MAX_AREAS 10000000

struct _MarmotDeprivationEdition
{
  GObject parent_instance;

  char *name;
  char *title;
  char *source;
  guint published;
  guint lsoa_vintage;
  guint n_areas;
};

G_DEFINE_FINAL_TYPE (MarmotDeprivationEdition, marmot_deprivation_edition, G_TYPE_OBJECT)

/**
 * MarmotDeprivationEdition:name: (getter get_name)
 *
 * A short name, such as "imd-2019".
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationEdition:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationEdition:source: (getter get_source)
 *
 * Who published it, and when.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationEdition:published: (getter get_published)
 *
 * The year in which it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationEdition:lsoa-vintage: (getter get_lsoa_vintage)
 *
 * The year of its small areas.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationEdition:n-areas: (getter get_n_areas)
 *
 * How many small areas it ranks.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "name", NULL, G_STRUCT_OFFSET (MarmotDeprivationEdition, name), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotDeprivationEdition, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotDeprivationEdition, source), 0 },
  { "published", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotDeprivationEdition, published), 0 },
  { "lsoa-vintage", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotDeprivationEdition, lsoa_vintage), 0 },
  { "n-areas", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotDeprivationEdition, n_areas), 0 },
};

static void
marmot_deprivation_edition_class_init (MarmotDeprivationEditionClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_deprivation_edition_init (MarmotDeprivationEdition *self)
{
}

#define GETTER(CType, field, on_failure)                                                             \
  MARMOT_RECORD_GETTER (MarmotDeprivationEdition, marmot_deprivation_edition, MARMOT_IS_DEPRIVATION_EDITION, \
                        CType, field, on_failure)

GETTER (const char *, name, NULL)
GETTER (const char *, title, NULL)
GETTER (const char *, source, NULL)
GETTER (guint, published, 0)
GETTER (guint, lsoa_vintage, 0)
GETTER (guint, n_areas, 0)

MarmotDeprivationEdition *
marmot_deprivation_edition_new (const char *name,
                                const char *title,
                                const char *source,
                                guint published,
                                guint lsoa_vintage,
                                guint n_areas)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (n_areas > 0, NULL);

  return g_object_new (MARMOT_TYPE_DEPRIVATION_EDITION,
                       "name", name,
                       "title", title,
                       "source", source,
                       "published", published,
                       "lsoa-vintage", lsoa_vintage,
                       "n-areas", n_areas,
                       NULL);
}

static gboolean
is_between (json_t *number,
            json_int_t least,
            json_int_t greatest)
{
  return json_is_integer (number) && json_integer_value (number) >= least && json_integer_value (number) <= greatest;
}

static MarmotDeprivationEdition *
read_one (json_t *entry,
          GError **error)
{
  const char *title = json_string_value (json_object_get (entry, "title"));
  const char *source = json_string_value (json_object_get (entry, "source"));
  json_t *published = json_object_get (entry, "published");
  json_t *vintage = json_object_get (entry, "lsoa-vintage");
  json_t *areas = json_object_get (entry, "areas");

  if (!title || !source || !published || !vintage || !areas)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "An edition needs a \"title\", a \"source\", \"published\", an \"lsoa-vintage\" and \"areas\"");
  else if (!is_between (published, 1900, 2200) || !is_between (vintage, 1900, 2200) || !is_between (areas, 1, MAX_AREAS))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                         "An edition was published in a year, on small areas of a year, of which there are some: "
                         "give whole numbers");
  else
    return marmot_deprivation_edition_new (json_string_value (json_object_get (entry, "name")), title, source,
                                           (guint) json_integer_value (published), (guint) json_integer_value (vintage),
                                           (guint) json_integer_value (areas));
  return NULL;
}

MarmotDeprivationEdition *
marmot_deprivation_edition_new_from_json (GBytes *json,
                                          const char *name,
                                          GError **error)
{
  g_autoptr (json_t) file = NULL;
  json_t *entry;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  entry = marmot_named_list_find (&editions, json, name, &file, error);
  return entry ? read_one (entry, error) : NULL;
}

MarmotDeprivationEdition *
marmot_deprivation_edition_new_builtin (const char *name,
                                        GError **error)
{
  g_autoptr (GBytes) json = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  json = marmot_data_lookup (editions.builtin, error);
  return json ? marmot_deprivation_edition_new_from_json (json, name, error) : NULL;
}

char **
marmot_deprivation_edition_list_builtin (void)
{
  return marmot_named_list_builtin (&editions);
}
