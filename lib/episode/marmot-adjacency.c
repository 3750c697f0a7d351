/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "adjacency-private.h"
#include "core/marmot-data-private.h"
#include "core/marmot-record-private.h"
#include "core/marmot-data-file-private.h"

#define BUILTIN "adjoining-authorities.json"

/* There are some 150 in England and 200 with the rest of the country; districts, which
 * somebody may put in as well, are some 300 more. */
#define MAX_AUTHORITIES 5000
#define MAX_NEIGHBOURS 100
#define CODE_LENGTH 9

typedef struct
{
  char *code;
  char *name;          /* nullable: it is only named by others */
  gboolean is_complete;
  GArray *names;       /* of guint: the authorities that it names itself */
  GArray *adjoining;   /* of guint, in order: those that it names, or that name it */
} Authority;

struct _MarmotAdjacency
{
  GObject parent_instance;

  char *title;
  char *source;
  char *notes;

  /* Set once, by the reader. */
  GPtrArray *authorities;
  GHashTable *places;  /* of each code in authorities, and 1 more */
};

G_DEFINE_FINAL_TYPE (MarmotAdjacency, marmot_adjacency, G_TYPE_OBJECT)

/**
 * MarmotAdjacency:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotAdjacency:source: (getter get_source)
 *
 * Where it is from.
 *
 * Since: 1.0
 */

/**
 * MarmotAdjacency:notes: (getter get_notes)
 *
 * What else is to be known of it.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "title", NULL, G_STRUCT_OFFSET (MarmotAdjacency, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotAdjacency, source), 0 },
  { "notes", NULL, G_STRUCT_OFFSET (MarmotAdjacency, notes), 0 },
};

static void (*finalize_record) (GObject *object);

static void
free_authority (gpointer data)
{
  Authority *authority = data;

  g_free (authority->code);
  g_free (authority->name);
  g_array_unref (authority->names);
  g_array_unref (authority->adjoining);
  g_free (authority);
}

static void
marmot_adjacency_finalize (GObject *object)
{
  MarmotAdjacency *self = MARMOT_ADJACENCY (object);

  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->authorities);
  finalize_record (object);
}

static void
marmot_adjacency_class_init (MarmotAdjacencyClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_adjacency_finalize;
}

static void
marmot_adjacency_init (MarmotAdjacency *self)
{
  self->authorities = g_ptr_array_new_with_free_func (free_authority);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotAdjacency, marmot_adjacency, MARMOT_IS_ADJACENCY, CType, field, NULL)

GETTER (const char *, title)
GETTER (const char *, source)
GETTER (const char *, notes)

/* --- the file ---------------------------------------------------------------------- */

static const char *const file_keys[] = { "format", "title", "source", "notes", "authorities", NULL };
static const char *const authority_keys[] = { "code", "name", "adjoins", "complete", NULL };

static Authority *
authority_at (MarmotAdjacency *self,
              guint place)
{
  return g_ptr_array_index (self->authorities, place);
}

static int
find_place (MarmotAdjacency *self,
            const char *code)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, code)) - 1;
}

static gboolean
is_code (const char *text)
{
  if (!text || strlen (text) != CODE_LENGTH)
    return FALSE;
  for (gsize i = 0; i < CODE_LENGTH; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* The place of a code, which is a new one if need be. */
static guint
add_place (MarmotAdjacency *self,
           const char *code)
{
  int place = find_place (self, code);
  Authority *authority;

  if (place >= 0)
    return (guint) place;
  authority = g_new0 (Authority, 1);
  authority->code = g_strdup (code);
  authority->names = g_array_new (FALSE, FALSE, sizeof (guint));
  authority->adjoining = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->authorities, authority);
  g_hash_table_insert (self->places, authority->code, GUINT_TO_POINTER (self->authorities->len));
  return self->authorities->len - 1;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static gboolean
has_place (GArray *places,
           guint place)
{
  return g_array_binary_search (places, &place, compare_places, NULL);
}

static gboolean
read_neighbours (MarmotAdjacency *self,
                 Authority *authority,
                 guint place,
                 json_t *list,
                 const char *path,
                 GError **error)
{
  if (json_array_size (list) > MAX_NEIGHBOURS)
    return data_file_refuse (error, path, "an authority adjoins at most %d others", MAX_NEIGHBOURS);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *code = json_string_value (json_array_get (list, i));
      guint other;

      if (!is_code (code))
        return data_file_refuse (error, path, "\"adjoins\" lists codes of nine capitals and digits");
      other = add_place (self, code);
      if (other == place)
        return data_file_refuse (error, path, "an authority does not adjoin itself");
      g_array_append_val (authority->names, other);
    }
  g_array_sort (authority->names, compare_places);
  for (guint i = 1; i < authority->names->len; i++)
    if (g_array_index (authority->names, guint, i) == g_array_index (authority->names, guint, i - 1))
      return data_file_refuse (error, path, "\"adjoins\" lists an authority twice");
  return TRUE;
}

static gboolean
read_authority (MarmotAdjacency *self,
                json_t *object,
                const char *path,
                GError **error)
{
  const char *code, *name;
  json_t *list, *complete;
  Authority *authority;
  guint place;

  if (!data_file_object (object, path, authority_keys, error)
      || !data_file_text (object, path, "code", TRUE, &code, error)
      || !data_file_text (object, path, "name", TRUE, &name, error)
      || !data_file_list (object, path, "adjoins", TRUE, &list, error))
    return FALSE;
  complete = json_object_get (object, "complete");
  if (!json_is_boolean (complete))
    return data_file_refuse (error, path, "\"complete\" is true or false");
  if (!is_code (code))
    return data_file_refuse (error, path, "a code is of nine capitals and digits, such as \"E08000026\"");
  place = add_place (self, code);
  authority = authority_at (self, place);
  if (authority->name)
    return data_file_refuse (error, path, "the authority is in the file twice");
  authority->name = g_strdup (name);
  authority->is_complete = json_is_true (complete);
  return read_neighbours (self, authority, place, list, path, error);
}

/* What one side says holds for both; where a complete one is contradicted, the place
 * of the one that names it goes to contradicted. */
static gboolean
close_both_ways (MarmotAdjacency *self,
                 guint *contradicted)
{
  for (guint place = 0; place < self->authorities->len; place++)
    {
      Authority *one = authority_at (self, place);

      for (guint i = 0; i < one->names->len; i++)
        {
          guint other_place = g_array_index (one->names, guint, i);
          Authority *other = authority_at (self, other_place);

          g_array_append_val (one->adjoining, other_place);
          if (has_place (other->names, place))
            continue;
          if (other->is_complete)
            {
              *contradicted = place;
              return FALSE;
            }
          g_array_append_val (other->adjoining, place);
        }
    }
  for (guint place = 0; place < self->authorities->len; place++)
    g_array_sort (authority_at (self, place)->adjoining, compare_places);
  return TRUE;
}

static MarmotAdjacency *
read_file (GBytes *json,
           GError **error)
{
  g_autoptr (json_t) file = data_file_open (json, "marmot-adjoining-authorities", "authorities",
                                            "adjoining authorities", error);
  g_autoptr (MarmotAdjacency) self = NULL;
  const char *title, *source, *notes;
  json_t *list;
  guint contradicted;

  if (!file || !data_file_object (file, "The file", file_keys, error)
      || !data_file_text (file, "", "title", TRUE, &title, error)
      || !data_file_text (file, "", "source", TRUE, &source, error)
      || !data_file_text (file, "", "notes", FALSE, &notes, error))
    return NULL;
  list = json_object_get (file, "authorities");
  if (json_array_size (list) > MAX_AUTHORITIES)
    {
      data_file_refuse (error, "authorities", "a file has at most %d authorities", MAX_AUTHORITIES);
      return NULL;
    }
  self = g_object_new (MARMOT_TYPE_ADJACENCY, "title", title, "source", source, "notes", notes, NULL);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *path = data_file_step ("", "authorities", i);

      if (!read_authority (self, json_array_get (list, i), path, error))
        return NULL;
    }
  if (!close_both_ways (self, &contradicted))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "%s says that it adjoins an authority that is complete and does not name it: name it there too, or "
                   "set \"complete\" to false", authority_at (self, contradicted)->code);
      return NULL;
    }
  return g_steal_pointer (&self);
}

MarmotAdjacency *
marmot_adjacency_new_from_json (GBytes *json,
                                GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  return read_file (json, error);
}

MarmotAdjacency *
marmot_adjacency_get_default (void)
{
  static gsize once;
  static MarmotAdjacency *table;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) json = marmot_data_lookup (BUILTIN, &error);

      table = json ? read_file (json, &error) : NULL;
      if (!table)
        g_error ("%s: %s", BUILTIN, error->message);
      g_once_init_leave (&once, 1);
    }
  return table;
}

MarmotAdjacency *
marmot_adjacency_new_builtin (GError **error)
{
  return g_object_ref (marmot_adjacency_get_default ());
}

/* --- what it knows ------------------------------------------------------------------ */

char **
marmot_adjacency_list_authorities (MarmotAdjacency *self)
{
  g_autoptr (GStrvBuilder) codes = NULL;

  g_return_val_if_fail (MARMOT_IS_ADJACENCY (self), NULL);

  codes = g_strv_builder_new ();
  for (guint i = 0; i < self->authorities->len; i++)
    if (authority_at (self, i)->name)
      g_strv_builder_add (codes, authority_at (self, i)->code);
  return g_strv_builder_end (codes);
}

const char *
marmot_adjacency_get_name (MarmotAdjacency *self,
                           const char *code)
{
  int place;

  g_return_val_if_fail (MARMOT_IS_ADJACENCY (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  place = find_place (self, code);
  return place < 0 ? NULL : authority_at (self, (guint) place)->name;
}

gboolean
marmot_adjacency_has (MarmotAdjacency *self,
                      const char *code)
{
  int place;

  g_return_val_if_fail (MARMOT_IS_ADJACENCY (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  place = find_place (self, code);
  return place >= 0 && authority_at (self, (guint) place)->is_complete;
}

MarmotAdjoining
marmot_adjacency_adjoins (MarmotAdjacency *self,
                          const char *one,
                          const char *other)
{
  int one_place, other_place;

  g_return_val_if_fail (MARMOT_IS_ADJACENCY (self), MARMOT_ADJOINING_UNKNOWN);
  g_return_val_if_fail (one != NULL, MARMOT_ADJOINING_UNKNOWN);
  g_return_val_if_fail (other != NULL, MARMOT_ADJOINING_UNKNOWN);

  if (strcmp (one, other) == 0)
    return MARMOT_ADJOINING_NO;
  one_place = find_place (self, one);
  other_place = find_place (self, other);
  /* Of a code that is not in the table nobody can say that it is not a neighbour: it may
   * be that of a district inside one, or a newer code of one. */
  if (one_place < 0 || other_place < 0)
    return MARMOT_ADJOINING_UNKNOWN;
  if (has_place (authority_at (self, (guint) one_place)->adjoining, (guint) other_place))
    return MARMOT_ADJOINING_YES;
  return authority_at (self, (guint) one_place)->is_complete || authority_at (self, (guint) other_place)->is_complete
           ? MARMOT_ADJOINING_NO : MARMOT_ADJOINING_UNKNOWN;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
marmot_adjacency_list_adjoining (MarmotAdjacency *self,
                                 const char *code)
{
  GPtrArray *codes;
  int place;

  g_return_val_if_fail (MARMOT_IS_ADJACENCY (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  codes = g_ptr_array_new ();
  place = find_place (self, code);
  if (place >= 0)
    {
      GArray *adjoining = authority_at (self, (guint) place)->adjoining;

      for (guint i = 0; i < adjoining->len; i++)
        g_ptr_array_add (codes, g_strdup (authority_at (self, g_array_index (adjoining, guint, i))->code));
    }
  g_ptr_array_sort (codes, compare_texts);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}
