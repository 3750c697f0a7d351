/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "episode-mapping-private.h"

#include <string.h>

#include "cells-private.h"
#include "code-set-private.h"

#include "core/marmot-data-private.h"
#include "core/marmot-finding-log-private.h"
#include "core/marmot-json-private.h"
#include "core/marmot-read-private.h"

#define FORMAT "marmot-mapping 1"

/* A mapping is written by hand. */
#define MAX_BYTES (1 << 20)
#define MAX_FAULTS 1000

struct _MarmotEpisodeMapping
{
  GObject parent_instance;

  json_t *document;         /* as it was given */
  char *title;
  MarmotEpisodeKind kind;
  EpisodeSheet episodes;
  EpisodeSheet needs;
  gboolean has_needs;
};

G_DEFINE_FINAL_TYPE (MarmotEpisodeMapping, marmot_episode_mapping, G_TYPE_OBJECT)

static void
field_free (gpointer data)
{
  EpisodeField *self = data;

  g_free (self->heading);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self->otherwise);
  g_free (self);
}

static void
sheet_init (EpisodeSheet *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (EpisodeDateFormat));
  self->separator = ',';
  self->blanks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
sheet_clear (EpisodeSheet *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->formats);
  g_hash_table_unref (self->blanks);
}

static void
marmot_episode_mapping_finalize (GObject *object)
{
  MarmotEpisodeMapping *self = MARMOT_EPISODE_MAPPING (object);

  g_clear_pointer (&self->document, json_decref);
  g_free (self->title);
  sheet_clear (&self->episodes);
  sheet_clear (&self->needs);

  G_OBJECT_CLASS (marmot_episode_mapping_parent_class)->finalize (object);
}

static void
marmot_episode_mapping_class_init (MarmotEpisodeMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_mapping_finalize;
}

static void
marmot_episode_mapping_init (MarmotEpisodeMapping *self)
{
  sheet_init (&self->episodes);
  sheet_init (&self->needs);
}

/* --- what fields there are ----------------------------------------------------------- */

static const struct
{
  const char *name;
  MarmotColumnType type;
} need_fields[EPISODE_NEED_N_FIELDS] = {
  [EPISODE_NEED_EPISODE] = { "episode", MARMOT_COLUMN_TEXT },
  [EPISODE_NEED_OUTCOME] = { "outcome", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_NEED_CRITERION] = { "criterion", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_NEED_IDENTIFIED] = { "identified", MARMOT_COLUMN_DATE },
  [EPISODE_NEED_MET] = { "met", MARMOT_COLUMN_DATE },
};

/* The lists of codes that fields have, by kind of episode. */
static const struct
{
  guint kinds;
  EpisodeColumn column;
  const char *name;
} code_sets[] = {
#define EARLY_HELP (1u << MARMOT_EPISODE_EARLY_HELP | 1u << MARMOT_EPISODE_FAMILY_HELP)
#define CARE (1u << MARMOT_EPISODE_CARE | 1u << MARMOT_EPISODE_SHORT_BREAK)
  { EARLY_HELP, EPISODE_END_REASON, "early-help-closure-reason" },
  { EARLY_HELP, EPISODE_LEAD_AGENCY, "early-help-lead-agency" },
  { 1u << MARMOT_EPISODE_CHILD_IN_NEED, EPISODE_NEED, "cin-primary-need" },
  { 1u << MARMOT_EPISODE_CHILD_IN_NEED, EPISODE_END_REASON, "cin-closure-reason" },
  { 1u << MARMOT_EPISODE_CHILD_PROTECTION, EPISODE_NEED, "cin-category-of-abuse" },
  { 1u << MARMOT_EPISODE_CHILD_PROTECTION, EPISODE_LATEST_NEED, "cin-category-of-abuse" },
  { CARE, EPISODE_START_REASON, "ssda903-rne" },
  { CARE, EPISODE_LEGAL_STATUS, "ssda903-ls" },
  { CARE, EPISODE_NEED, "ssda903-cin" },
  { CARE, EPISODE_PLACEMENT, "ssda903-place" },
  { CARE, EPISODE_PROVIDER, "ssda903-place-provider" },
  { CARE, EPISODE_END_REASON, "ssda903-rec" },
  { CARE, EPISODE_CHANGE_REASON, "ssda903-reason-place-change" },
#undef EARLY_HELP
#undef CARE
};

static const char *
find_code_set (const MarmotEpisodeMapping *self,
               gboolean needs,
               guint field,
               gboolean has_kinds)
{
  if (needs)
    return field == EPISODE_NEED_OUTCOME ? "supporting-families-outcome" : NULL;
  /* Where rows are of several kinds, one list does not do. */
  if (has_kinds)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (code_sets); i++)
    if (code_sets[i].column == (EpisodeColumn) field && (code_sets[i].kinds >> self->kind) & 1)
      return code_sets[i].name;
  return NULL;
}

/* FALSE if there is no such field. Postcodes are not kept, and where a row stands is for
 * the reader to say. */
static gboolean
find_field (const char *name,
            gboolean needs,
            guint *field,
            MarmotColumnType *type)
{
  EpisodeColumn column;

  if (needs)
    {
      for (*field = 0; *field < EPISODE_NEED_N_FIELDS; (*field)++)
        if (g_str_equal (need_fields[*field].name, name))
          {
            *type = need_fields[*field].type;
            return TRUE;
          }
      return FALSE;
    }

  column = episode_column_find (name);
  if (column == EPISODE_N_COLUMNS || column == EPISODE_PLACE || column == EPISODE_HOME || column == EPISODE_SOURCE
      || column == EPISODE_LINE)
    return FALSE;
  *field = column;
  *type = column == EPISODE_KIND ? MARMOT_COLUMN_DICTIONARY : episode_column_type (column);
  return TRUE;
}

static const char *
field_name (gboolean needs,
            guint field)
{
  return needs ? need_fields[field].name : episode_column_name (field);
}

static EpisodeField *
peek_field (const EpisodeSheet *self,
            const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      EpisodeField *field = self->fields->pdata[i];

      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

/* --- reading ------------------------------------------------------------------------- */

typedef struct
{
  MarmotEpisodeMapping *mapping;
  MarmotFindingLog *log;
  gboolean needs;           /* which sheet is read */
} Reading;

#define FAULT(reading, path, fix, ...) \
  marmot_finding_log_add_path ((reading)->log, "mapping/invalid", MARMOT_SEVERITY_ERROR, path, fix, __VA_ARGS__)

static EpisodeSheet *
sheet_of (Reading *self)
{
  return self->needs ? &self->mapping->needs : &self->mapping->episodes;
}

static char *
path_to (Reading *self,
         const char *key,
         const char *name)
{
  return g_strconcat (self->needs ? "/needs/" : "/", key, name ? "/" : "", name, NULL);
}

static void
check_keys (Reading *self,
            json_t *object,
            const char *const *known)
{
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    if (!g_strv_contains (known, key))
      {
        g_autofree char *path = path_to (self, key, NULL);

        FAULT (self, path, "Check how it is written, or take it out", "A mapping has no such key");
      }
  }
}

/* A text, NULL if it is not there or is none. */
static const char *
read_text (Reading *self,
           json_t *object,
           const char *key)
{
  json_t *value = json_object_get (object, key);
  g_autofree char *path = path_to (self, key, NULL);

  if (value && !json_is_string (value))
    FAULT (self, path, "Write a text", "It is no text");
  return json_string_value (value);
}

static json_t *
read_object (Reading *self,
             json_t *object,
             const char *key)
{
  json_t *value = json_object_get (object, key);
  g_autofree char *path = path_to (self, key, NULL);

  if (!value || json_is_object (value))
    return value;
  FAULT (self, path, "Write an object, in curly brackets", "It is no object");
  return NULL;
}

/* A list of texts. */
static json_t *
read_texts (Reading *self,
            json_t *object,
            const char *key)
{
  json_t *value = json_object_get (object, key);
  g_autofree char *path = path_to (self, key, NULL);
  gsize i;
  json_t *item;

  if (!value)
    return NULL;
  json_array_foreach (value, i, item)
  {
    if (!json_is_string (item))
      {
        FAULT (self, path, "Write a list of texts", "Item %" G_GSIZE_FORMAT " of the list is no text", i + 1);
        return NULL;
      }
  }
  if (json_is_array (value))
    return value;
  FAULT (self, path, "Write a list of texts, in square brackets", "It is no list");
  return NULL;
}

static void
add_format (Reading *self,
            const char *text)
{
  g_autofree char *path = path_to (self, "date_format", NULL);
  EpisodeDateFormat format;

  if (text && episode_date_format_parse (&format, text))
    g_array_append_val (sheet_of (self)->formats, format);
  else
    FAULT (self, path, "Write dd/mm/yyyy, yyyy-mm-dd, dd-mon-yyyy or the like",
           "It is no form of dates: those are dd, mm (or mon, the name of a month) and yyyy in some order, with "
           "the same separator between them");
}

static void
read_formats (Reading *self,
              json_t *object)
{
  json_t *given = json_object_get (object, "date_format");
  EpisodeSheet *sheet = sheet_of (self);
  gsize i;
  json_t *item;

  if (json_is_array (given) && json_array_size (given) > 0)
    {
      json_array_foreach (given, i, item)
      {
        add_format (self, json_string_value (item));
      }
    }
  else if (given)
    add_format (self, json_string_value (given));
  else if (self->needs)
    g_array_append_vals (sheet->formats, self->mapping->episodes.formats->data, self->mapping->episodes.formats->len);
  else
    add_format (self, "yyyy-mm-dd");
}

static void
read_separator (Reading *self,
                json_t *object)
{
  const char *text = read_text (self, object, "separator");
  g_autofree char *path = path_to (self, "separator", NULL);

  if (!text)
    sheet_of (self)->separator = self->needs ? self->mapping->episodes.separator : ',';
  else if (strlen (text) == 1 && strchr (",;\t|", text[0]))
    sheet_of (self)->separator = text[0];
  else
    FAULT (self, path, "Write \",\", \";\", \"|\" or \"\\t\"",
           "It is none of the separators that there are");
}

static void
add_blank (EpisodeSheet *self,
           const char *word)
{
  gsize length = strlen (word);

  /* Beyond ASCII, what folds to the same may be longer. */
  self->longest_blank = MAX (self->longest_blank, g_str_is_ascii (word) ? length : 3 * length);
  g_hash_table_add (self->blanks, episode_word_fold (word, strlen (word)));
}

static void
read_columns (Reading *self,
              json_t *object)
{
  json_t *columns = read_object (self, object, "columns");
  g_autofree char *path = path_to (self, "columns", NULL);
  EpisodeSheet *sheet = sheet_of (self);
  const char *name;
  json_t *heading;

  if (json_object_size (columns) == 0)
    {
      FAULT (self, path, "Say which column of the extract is which field", "The mapping names no column");
      return;
    }

  json_object_foreach (columns, name, heading)
  {
    g_autofree char *place = path_to (self, "columns", name);
    const char *text = json_string_value (heading);
    EpisodeField *field;
    MarmotColumnType type;
    gsize length = text ? strlen (text) : 0;
    guint number;

    if (text)
      cells_trim (&text, &length);
    if (!find_field (name, self->needs, &number, &type))
      {
        FAULT (self, place, "Use the name of a field as the documentation of mappings has it, or take it out",
               "There is no such field");
        continue;
      }
    if (length == 0)
      {
        FAULT (self, place, "Write the heading of the column, as the extract has it", "The field has no heading");
        continue;
      }
    field = g_new0 (EpisodeField, 1);
    field->field = number;
    field->name = field_name (self->needs, number);
    field->type = type;
    field->heading = g_strndup (text, length);
    g_ptr_array_add (sheet->fields, field);
  }
}

static void
read_optional (Reading *self,
               json_t *object)
{
  json_t *list = read_texts (self, object, "optional");
  g_autofree char *path = path_to (self, "optional", NULL);
  gsize i;
  json_t *item;

  json_array_foreach (list, i, item)
  {
    EpisodeField *field = peek_field (sheet_of (self), json_string_value (item));

    if (field)
      field->is_optional = TRUE;
    else
      FAULT (self, path, "Name fields that are in the columns of the mapping",
             "Item %" G_GSIZE_FORMAT " of the list is no field that has a column", i + 1);
  }
}

/* Whether a code may be given for words of a field; *kept is how it is written. */
static gboolean
check_code (const EpisodeField *field,
            gboolean is_kind,
            const char *code,
            const char **kept)
{
  *kept = code;
  if (*code == '\0')
    return FALSE;
  if (is_kind)
    {
      g_autoptr (GEnumClass) kinds = g_type_class_ref (MARMOT_TYPE_EPISODE_KIND);

      return g_enum_get_value_by_nick (kinds, code) != NULL;
    }
  if (field->type == MARMOT_COLUMN_BOOLEAN)
    return g_str_equal (code, "true") || g_str_equal (code, "false");
  if (field->code_set)
    {
      MarmotCodeSet *codes = marmot_code_set_get_builtin (field->code_set);
      int place = marmot_code_set_find_text (codes, code, strlen (code));

      if (place >= 0)
        *kept = marmot_code_set_get_code (codes, (guint) place);
      return place >= 0;
    }
  return TRUE;
}

static void
read_words (Reading *self,
            EpisodeField *field,
            json_t *words)
{
  g_autofree char *path = path_to (self, "values", field->name);
  gboolean is_kind = !self->needs && field->field == EPISODE_KIND;
  guint number = 0;
  const char *word;
  json_t *value;

  if (!json_is_object (words))
    {
      FAULT (self, path, "Write codes by local words, in curly brackets", "It is no object");
      return;
    }
  if (field->type != MARMOT_COLUMN_DICTIONARY && field->type != MARMOT_COLUMN_BOOLEAN)
    {
      FAULT (self, path, "Take it out", "The field does not hold words");
      return;
    }

  field->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_foreach (words, word, value)
  {
    g_autofree char *folded = episode_word_fold (word, strlen (word));
    const char *code = json_is_null (value) ? "" : json_string_value (value);
    const char *kept = "";

    number++;
    if (!code || (!json_is_null (value) && !check_code (field, is_kind, code, &kept)))
      FAULT (self, path, "Give a code that the field has, or null if the word means nothing",
             "Entry %u of the list does not give a code that there is", number);
    else if (g_str_equal (word, "*"))
      field->otherwise = g_strdup (kept);
    else if (*folded == '\0')
      FAULT (self, path, "Take the entry out: empty cells are nulls", "The word of entry %u is empty", number);
    else if (!g_hash_table_insert (field->words, g_steal_pointer (&folded), g_strdup (kept)))
      FAULT (self, path, "Give each word one code; capitals make no difference",
             "The word of entry %u is there already", number);
  }
}

/* What stands for true and false, beside what the mapping says. */
static void
add_usual_words (EpisodeField *field)
{
  static const char *const words[][2] = {
    { "true", "true" }, { "yes", "true" }, { "y", "true" }, { "1", "true" },
    { "false", "false" }, { "no", "false" }, { "n", "false" }, { "0", "false" },
  };

  if (!field->words)
    field->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!g_hash_table_contains (field->words, words[i][0]))
      g_hash_table_insert (field->words, g_strdup (words[i][0]), g_strdup (words[i][1]));
}

/* Kinds stand for themselves, as their short names. */
static void
add_kinds (EpisodeField *field)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (MARMOT_TYPE_EPISODE_KIND);

  if (!field->words)
    field->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < kinds->n_values; i++)
    if (!g_hash_table_contains (field->words, kinds->values[i].value_nick))
      g_hash_table_insert (field->words, g_strdup (kinds->values[i].value_nick), g_strdup (kinds->values[i].value_nick));
}

static void
read_values (Reading *self,
             json_t *object)
{
  json_t *values = read_object (self, object, "values");
  EpisodeSheet *sheet = sheet_of (self);
  gboolean has_kinds = !self->needs && peek_field (sheet, episode_column_name (EPISODE_KIND)) != NULL;
  const char *name;
  json_t *words;

  for (guint i = 0; i < sheet->fields->len; i++)
    {
      EpisodeField *field = sheet->fields->pdata[i];

      field->code_set = find_code_set (self->mapping, self->needs, field->field, has_kinds);
    }

  json_object_foreach (values, name, words)
  {
    EpisodeField *field = peek_field (sheet, name);
    g_autofree char *path = path_to (self, "values", name);

    if (field)
      read_words (self, field, words);
    else
      FAULT (self, path, "Name a field that is in the columns of the mapping",
             "Words are given for a field that has no column");
  }

  for (guint i = 0; i < sheet->fields->len; i++)
    {
      EpisodeField *field = sheet->fields->pdata[i];

      if (field->type == MARMOT_COLUMN_BOOLEAN)
        add_usual_words (field);
      else if (!self->needs && field->field == EPISODE_KIND)
        add_kinds (field);
    }
}

static void
read_sheet (Reading *self,
            json_t *object)
{
  read_formats (self, object);
  read_separator (self, object);
  read_columns (self, object);
  read_optional (self, object);
  read_values (self, object);
}

static void
read_blanks (Reading *self,
             json_t *object)
{
  json_t *list = read_texts (self, object, "blank");
  gsize i;
  json_t *item;

  json_array_foreach (list, i, item)
  {
    add_blank (&self->mapping->episodes, json_string_value (item));
    add_blank (&self->mapping->needs, json_string_value (item));
  }
}

static void
read_kind (Reading *self,
           json_t *object)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (MARMOT_TYPE_EPISODE_KIND);
  const char *text = read_text (self, object, "kind");
  const GEnumValue *found = text ? g_enum_get_value_by_nick (kinds, text) : NULL;

  if (found)
    self->mapping->kind = (MarmotEpisodeKind) found->value;
  else if (text || !json_object_get (object, "kind"))
    FAULT (self, "/kind", "Write \"early-help\", \"child-in-need\", \"care\" or another kind of episode",
           text ? "There is no such kind of episode" : "The mapping does not say what the episodes are of");
}

/* Needs can only be joined to episodes that have ids. */
static void
read_needs (Reading *self,
            json_t *object)
{
  static const char *const keys[] = { "date_format", "separator", "columns", "optional", "values", "notes", NULL };
  static const EpisodeNeedField required[] = { EPISODE_NEED_EPISODE, EPISODE_NEED_OUTCOME };
  json_t *needs = read_object (self, object, "needs");

  if (!needs)
    return;
  if (!peek_field (&self->mapping->episodes, episode_column_name (EPISODE_ID)))
    FAULT (self, "/needs", "Map the column that holds the ids of episodes to the field \"id\"",
           "Needs belong to episodes by their id, and the mapping has no column for that");

  self->needs = TRUE;
  self->mapping->has_needs = TRUE;
  check_keys (self, needs, keys);
  read_sheet (self, needs);
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      const char *name = need_fields[required[i]].name;
      const EpisodeField *field = peek_field (&self->mapping->needs, name);

      if (self->mapping->needs.fields->len > 0 && (!field || field->is_optional))
        FAULT (self, "/needs/columns", "Say which column it is", "Needs must have a column for the field \"%s\"", name);
    }
  self->needs = FALSE;
}

static void
read_mapping (Reading *self,
              json_t *object)
{
  static const char *const keys[] = { "format",   "title",  "source", "notes", "kind",    "date_format", "separator",
                                      "optional", "columns", "values", "blank", "needs", NULL };
  const char *format;

  if (!json_is_object (object))
    {
      FAULT (self, "", "Write an object, in curly brackets", "A mapping is an object");
      return;
    }
  format = read_text (self, object, "format");
  if (g_strcmp0 (format, FORMAT) != 0)
    FAULT (self, "/format", "Write \"" FORMAT "\"", "The file does not say that it is a mapping");
  check_keys (self, object, keys);
  self->mapping->title = g_strdup (read_text (self, object, "title"));
  (void) read_text (self, object, "source");
  (void) read_text (self, object, "notes");
  read_kind (self, object);
  read_blanks (self, object);
  read_sheet (self, object);
  read_needs (self, object);
}

/* Never NULL but where the bytes are no JSON; log holds what is wrong. */
static MarmotEpisodeMapping *
parse (GBytes *json,
       const char *name,
       MarmotFindingLog *log,
       GError **error)
{
  json_t *document = marmot_json_load_limited (json, name, MAX_BYTES, error);
  Reading reading = { .log = log };

  if (!document)
    return NULL;
  reading.mapping = g_object_new (MARMOT_TYPE_EPISODE_MAPPING, NULL);
  reading.mapping->document = document;
  read_mapping (&reading, document);
  return reading.mapping;
}

MarmotEpisodeMapping *
marmot_episode_mapping_new_from_json (GBytes *json,
                                      const char *name,
                                      GError **error)
{
  g_autoptr (MarmotFindingLog) log = NULL;
  g_autoptr (MarmotEpisodeMapping) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  log = marmot_finding_log_new (name, MAX_FAULTS);
  self = parse (json, name, log, error);
  if (!self || !marmot_finding_log_end (log, error))
    return NULL;
  return g_steal_pointer (&self);
}

MarmotEpisodeMapping *
marmot_episode_mapping_new_from_file (GFile *file,
                                      GCancellable *cancellable,
                                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = marmot_read_file (file, MAX_BYTES, cancellable, error);
  if (!bytes)
    return NULL;
  name = marmot_file_name (file);
  return marmot_episode_mapping_new_from_json (bytes, name, error);
}

MarmotEpisodeMapping *
marmot_episode_mapping_new_builtin (const char *name,
                                    GError **error)
{
  static const char *const names[] = { "ehm-early-help", "ssd-early-help", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_strv_contains (names, name))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "There is no such mapping in the library: ask for \"ehm-early-help\" or \"ssd-early-help\", "
                           "or read a file of your own");
      return NULL;
    }
  path = g_strdup_printf ("mapping-%s.json", name);
  bytes = marmot_data_lookup (path, error);
  return bytes ? marmot_episode_mapping_new_from_json (bytes, path, error) : NULL;
}

GPtrArray *
marmot_episode_mapping_check_json (GBytes *json,
                                   const char *name)
{
  g_autoptr (MarmotFindingLog) log = NULL;
  g_autoptr (MarmotEpisodeMapping) self = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  log = marmot_finding_log_new (name, MAX_FAULTS);
  self = parse (json, name, log, &error);
  if (!self)
    marmot_finding_log_add_path (log, "mapping/no-json", MARMOT_SEVERITY_ERROR, "",
                                 "Write JSON, in which every key of an object is there once", "%s", error->message);
  return g_ptr_array_ref (log->findings);
}

/* --- asking -------------------------------------------------------------------------- */

const EpisodeSheet *
episode_mapping_peek_sheet (MarmotEpisodeMapping *self,
                            gboolean needs)
{
  if (!needs)
    return &self->episodes;
  return self->has_needs ? &self->needs : NULL;
}

GBytes *
marmot_episode_mapping_to_json (MarmotEpisodeMapping *self)
{
  char *text;

  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), NULL);

  text = marmot_json_dump (self->document);
  return g_bytes_new_take (text, strlen (text));
}

const char *
marmot_episode_mapping_get_title (MarmotEpisodeMapping *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), NULL);

  return self->title;
}

MarmotEpisodeKind
marmot_episode_mapping_get_kind (MarmotEpisodeMapping *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), MARMOT_EPISODE_EARLY_HELP);

  return self->kind;
}

char **
marmot_episode_mapping_list_fields (MarmotEpisodeMapping *self,
                                    gboolean needs)
{
  g_autoptr (GStrvBuilder) names = NULL;
  const EpisodeSheet *sheet;

  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), NULL);

  names = g_strv_builder_new ();
  sheet = episode_mapping_peek_sheet (self, needs);
  for (guint i = 0; sheet && i < sheet->fields->len; i++)
    g_strv_builder_add (names, ((const EpisodeField *) sheet->fields->pdata[i])->name);
  return g_strv_builder_end (names);
}

const char *
marmot_episode_mapping_get_heading (MarmotEpisodeMapping *self,
                                    const char *field,
                                    gboolean needs)
{
  const EpisodeSheet *sheet;
  const EpisodeField *found;

  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  sheet = episode_mapping_peek_sheet (self, needs);
  found = sheet ? peek_field (sheet, field) : NULL;
  return found ? found->heading : NULL;
}

char *
marmot_episode_mapping_translate (MarmotEpisodeMapping *self,
                                  const char *field,
                                  const char *word)
{
  const EpisodeField *found;
  const char *code = NULL;
  gsize length;

  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (word != NULL, NULL);

  found = peek_field (&self->episodes, field);
  length = strlen (word);
  cells_trim (&word, &length);
  if (!found || length == 0 || !g_utf8_validate (word, (gssize) length, NULL))
    return NULL;
  switch (episode_sheet_translate (&self->episodes, found, word, length, &code))
    {
    case EPISODE_WORD_KNOWN:
      return g_strdup (code);
    case EPISODE_WORD_ITSELF:
      return g_strndup (word, length);
    case EPISODE_WORD_NOTHING:
    case EPISODE_WORD_LACKING:
    default:
      return NULL;
    }
}
