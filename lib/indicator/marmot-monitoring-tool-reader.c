/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "core/marmot-json-private.h"
#include "core/marmot-read-private.h"
#include "monitoring-private.h"

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_FINDINGS 1000
#define MAX_ID 100
/* Digits that stand together, or with blanks and such between them, from which on
 * they are taken for a telephone number if they begin with 0 or +. */
#define TELEPHONE_DIGITS 10

struct _MarmotMonitoringToolReader
{
  GObject parent_instance;

  GPtrArray *findings;
  MarmotFinding *first_error;
  guint n_errors;
};

G_DEFINE_FINAL_TYPE (MarmotMonitoringToolReader, marmot_monitoring_tool_reader, G_TYPE_OBJECT)

static void
marmot_monitoring_tool_reader_finalize (GObject *object)
{
  MarmotMonitoringToolReader *self = MARMOT_MONITORING_TOOL_READER (object);

  g_ptr_array_unref (self->findings);
  g_clear_pointer (&self->first_error, marmot_finding_unref);

  G_OBJECT_CLASS (marmot_monitoring_tool_reader_parent_class)->finalize (object);
}

static void
marmot_monitoring_tool_reader_class_init (MarmotMonitoringToolReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_monitoring_tool_reader_finalize;
}

static void
marmot_monitoring_tool_reader_init (MarmotMonitoringToolReader *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

MarmotMonitoringToolReader *
marmot_monitoring_tool_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_MONITORING_TOOL_READER, NULL);
}

GPtrArray *
marmot_monitoring_tool_reader_get_findings (MarmotMonitoringToolReader *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL_READER (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

/* The document, and where in it we are. */
typedef struct
{
  MarmotMonitoringToolReader *reader;
  const char *name;
  GString *path;
  GHashTable *names;   /* "section/id" to the name under which it was first seen */
  GHashTable *numbers; /* of the principles */
} Document;

/* Goes down to a member, and says how long the path was before. */
static gsize
enter (Document *document,
       const char *member)
{
  gsize before = document->path->len;

  if (before > 0)
    g_string_append_c (document->path, '/');
  g_string_append (document->path, member);
  return before;
}

static gsize
enter_index (Document *document,
             gsize index)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, index);
  return enter (document, text);
}

static void
leave (Document *document,
       gsize before)
{
  g_string_truncate (document->path, before);
}

/* A fault of a member, or of what we are at if member is NULL. */
static void
fault (Document *document,
       const char *member,
       MarmotSeverity severity,
       const char *rule,
       const char *message,
       const char *fix)
{
  MarmotMonitoringToolReader *reader = document->reader;
  gsize before = document->path->len;
  MarmotFinding *finding;

  if (member)
    enter (document, member);
  finding = marmot_finding_new (rule, severity, document->name, 0, NULL,
                                document->path->len ? document->path->str : NULL, message, fix);
  leave (document, before);

  if (severity == MARMOT_SEVERITY_ERROR)
    {
      if (reader->n_errors++ == 0)
        reader->first_error = marmot_finding_ref (finding);
    }
  if (reader->findings->len < MAX_FINDINGS)
    g_ptr_array_add (reader->findings, finding);
  else
    marmot_finding_unref (finding);
}

static void
error_at (Document *document,
          const char *member,
          const char *rule,
          const char *message,
          const char *fix)
{
  fault (document, member, MARMOT_SEVERITY_ERROR, rule, message, fix);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static gboolean
has_address (const char *text)
{
  for (const char *at = strchr (text, '@'); at; at = strchr (at + 1, '@'))
    if (at > text && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]))
      return TRUE;
  return FALSE;
}

static gboolean
has_telephone (const char *text)
{
  for (const char *c = text; *c;)
    {
      guint n_digits = 0;

      if ((*c != '0' && *c != '+') || (c > text && g_ascii_isdigit (c[-1])))
        {
          c++;
          continue;
        }
      for (; *c && (g_ascii_isdigit (*c) || strchr ("+ ()-", *c)); c++)
        n_digits += g_ascii_isdigit (*c);
      if (n_digits >= TELEPHONE_DIGITS)
        return TRUE;
    }
  return FALSE;
}

/* The tool holds organisations; a way to reach one person does not belong in it. */
static void
check_contact (Document *document,
               const char *member,
               const char *text)
{
  if (has_address (text) || has_telephone (text))
    error_at (document, member, "monitoring-tool/contact", "The text holds an address of e-mail or a telephone number",
              "Take it out: a monitoring tool names organisations and not persons");
}

static const char *
take_text (Document *document,
           const json_t *value,
           const char *member)
{
  const char *text = json_string_value (value);

  if (!text)
    error_at (document, member, "monitoring-tool/type", "This is not a text", "Write a text in quotation marks");
  else if (is_blank (text))
    error_at (document, member, "monitoring-tool/required", "The text is empty",
              "Write it, or take the member out if it may be left out");
  else
    return text;
  return NULL;
}

/* A text, borrowed from the document, or NULL. */
static const char *
get_text (Document *document,
          const json_t *object,
          const char *member,
          gboolean required)
{
  const json_t *value = json_object_get (object, member);
  const char *text;

  if (!value)
    {
      if (required)
        error_at (document, member, "monitoring-tool/required", "The member is missing", "Add it");
      return NULL;
    }
  text = take_text (document, value, member);
  if (text)
    check_contact (document, member, text);
  return text;
}

static const char *
get_id (Document *document,
        const json_t *object)
{
  const char *id = get_text (document, object, "id", TRUE);

  if (id && (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id) || strlen (id) > MAX_ID))
    {
      error_at (document, "id", "monitoring-tool/id", "This is not a short name",
                "Write small letters, digits and hyphens, a hundred at most, such as attainment-8");
      return NULL;
    }
  return id;
}

static const char *
get_uri (Document *document,
         const json_t *object)
{
  const json_t *value = json_object_get (object, "uri");
  const char *uri = value ? take_text (document, value, "uri") : NULL;

  if (uri && !g_str_has_prefix (uri, "https://") && !g_str_has_prefix (uri, "http://"))
    {
      error_at (document, "uri", "monitoring-tool/uri", "This is not the address of a page",
                "Write an address that begins with https:// or http://");
      return NULL;
    }
  return uri;
}

static MarmotPeriod *
get_day (Document *document,
         const json_t *object,
         const char *member)
{
  const char *text = get_text (document, object, member, FALSE);
  g_autoptr (MarmotPeriod) day = text ? marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL) : NULL;
  g_autofree char *printed = monitoring_print_day (day);

  /* Only what would be written again as it was read. */
  if (day && marmot_period_get_kind (day) == MARMOT_PERIOD_DAY && g_str_equal (printed, text))
    return g_steal_pointer (&day);
  if (text)
    error_at (document, member, "monitoring-tool/date", "This is not a day", "Write a day such as 2024-12-31");
  return NULL;
}

static MarmotConsent
get_consent (Document *document,
             const json_t *object)
{
  const char *text = get_text (document, object, "consent", TRUE);
  GEnumClass *words;
  GEnumValue *found;
  MarmotConsent consent = MARMOT_CONSENT_UNKNOWN;

  if (!text)
    return consent;
  words = g_type_class_ref (MARMOT_TYPE_CONSENT);
  found = g_enum_get_value_by_nick (words, text);
  if (found)
    consent = (MarmotConsent) found->value;
  else
    error_at (document, "consent", "monitoring-tool/unknown-word", "This is not a state of consent",
              "Write one of: unknown, not-given, given, withdrawn, not-needed");
  g_type_class_unref (words);
  return consent;
}

/* A list, or NULL where there is none. */
static const json_t *
get_list (Document *document,
          const json_t *object,
          const char *member)
{
  const json_t *value = json_object_get (object, member);

  if (value && !json_is_array (value))
    {
      error_at (document, member, "monitoring-tool/type", "This is not a list", "Write a list in square brackets");
      return NULL;
    }
  return value;
}

static GStrv
get_indicators (Document *document,
                const json_t *object)
{
  const json_t *list = get_list (document, object, "indicators");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids;

  if (!list || json_array_size (list) == 0)
    return NULL;

  ids = g_ptr_array_new ();
  for (gsize i = 0; i < json_array_size (list); i++)
    {
      gsize before = enter (document, "indicators");
      const char *id;

      enter_index (document, i);
      id = take_text (document, json_array_get (list, i), NULL);
      if (id && !g_hash_table_add (seen, (gpointer) id))
        error_at (document, NULL, "monitoring-tool/duplicate", "The indicator stands in the list a second time",
                  "Name every indicator once");
      if (id)
        {
          check_contact (document, NULL, id);
          g_ptr_array_add (ids, g_strdup (id));
        }
      leave (document, before);
    }
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

/* What is read of an object: all else would be lost in writing, and may be a name. */
static gboolean
check_members (Document *document,
               const json_t *object,
               const char *const *known)
{
  json_t *iterated = (json_t *) object;

  if (!json_is_object (object))
    {
      error_at (document, NULL, "monitoring-tool/type", "This is not an object", "Write an object in curly brackets");
      return FALSE;
    }
  for (void *iter = json_object_iter (iterated); iter; iter = json_object_iter_next (iterated, iter))
    if (!g_strv_contains (known, json_object_iter_key (iter)))
      error_at (document, NULL, "monitoring-tool/unknown-member", "The object has a member that is not known here",
                "Take it out, or put what it says into the note; the page \"The monitoring tool\" lists the members");
  return TRUE;
}

/* One id is one thing: under one principle once, and everywhere by the same name. */
static void
check_id (Document *document,
          const char *section,
          const char *id,
          const char *name,
          GHashTable *ids)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", section, id);
  const char *known = g_hash_table_lookup (document->names, key);

  if (!g_hash_table_add (ids, (gpointer) id))
    error_at (document, "id", "monitoring-tool/duplicate", "The short name stands in this list a second time",
              "Give everything in a list a short name of its own");
  else if (known && name && !g_str_equal (known, name))
    fault (document, "name", MARMOT_SEVERITY_WARNING, "monitoring-tool/two-names",
           "Under another principle the same short name has another name",
           "Give it the same name, or another short name if it is something else");
  else if (!known && name)
    g_hash_table_insert (document->names, g_steal_pointer (&key), (gpointer) name);
}

static void
read_item (Document *document,
           const json_t *object,
           MarmotPrincipleItemKind kind,
           GHashTable *ids,
           GListStore *items)
{
  static const char *const plain[] = { "id", "name", "uri", "note", NULL };
  static const char *const measured[] = { "id", "name", "indicators", "uri", "note", NULL };
  gboolean has_indicators = kind == MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR || kind == MARMOT_PRINCIPLE_ITEM_KIND_MEASURE;
  g_autoptr (MarmotPrincipleItem) item = NULL;
  g_auto (GStrv) indicators = NULL;
  const char *id, *name, *uri, *note;

  if (!check_members (document, object, has_indicators ? measured : plain))
    return;
  id = get_id (document, object);
  name = get_text (document, object, "name", TRUE);
  uri = get_uri (document, object);
  note = get_text (document, object, "note", FALSE);
  if (has_indicators)
    indicators = get_indicators (document, object);
  if (id)
    check_id (document, monitoring_sections[kind], id, name, ids);

  item = g_object_new (MARMOT_TYPE_PRINCIPLE_ITEM, "kind", kind, "id", id, "name", name, "uri", uri, "note", note,
                       "indicators", indicators, NULL);
  g_list_store_append (items, item);
}

static void
read_case_study (Document *document,
                 const json_t *object,
                 GHashTable *ids,
                 GListStore *studies)
{
  static const char *const known[] = { "id", "title", "organisation", "consent", "review_date", "source", "note", "text",
                                       NULL };
  g_autoptr (MarmotCaseStudy) study = NULL;
  g_autoptr (MarmotPeriod) review_date = NULL;
  const char *id, *title, *organisation, *source, *note, *text;
  MarmotConsent consent;

  if (!check_members (document, object, known))
    return;
  id = get_id (document, object);
  title = get_text (document, object, "title", TRUE);
  organisation = get_text (document, object, "organisation", TRUE);
  consent = get_consent (document, object);
  review_date = get_day (document, object, "review_date");
  source = get_text (document, object, "source", FALSE);
  note = get_text (document, object, "note", FALSE);
  text = get_text (document, object, "text", FALSE);
  if (id)
    check_id (document, "case_studies", id, title, ids);

  study = g_object_new (MARMOT_TYPE_CASE_STUDY, "id", id, "title", title, "organisation", organisation, "consent",
                        consent, "review-date", review_date, "source", source, "note", note, NULL);
  if (text)
    {
      g_autoptr (MarmotCaseStudy) told = marmot_case_study_with_text (study, text, NULL);

      if (told)
        g_set_object (&study, told);
      else
        error_at (document, "text", "monitoring-tool/consent", "The text of a case study stands here without consent",
                  "Take the text out, or ask those whom it is about and set consent to given");
    }
  g_list_store_append (studies, study);
}

static void
read_principle (Document *document,
                const json_t *object,
                GHashTable *ids,
                GListStore *principles)
{
  static const char *const known[] = { "id", "number", "name", "source", "priorities", "indicators", "partners",
                                       "measures", "services", "programmes", "policies", "case_studies", NULL };
  g_autoptr (GListStore) items = g_list_store_new (MARMOT_TYPE_PRINCIPLE_ITEM);
  g_autoptr (GListStore) studies = g_list_store_new (MARMOT_TYPE_CASE_STUDY);
  g_autoptr (GHashTable) study_ids = NULL;
  g_autoptr (MarmotPrinciple) principle = NULL;
  const char *id, *name, *source;
  const json_t *number, *list;
  json_int_t n = 0;

  if (!check_members (document, object, known))
    return;

  id = get_id (document, object);
  name = get_text (document, object, "name", TRUE);
  source = get_text (document, object, "source", FALSE);
  if (id)
    check_id (document, "principles", id, name, ids);

  number = json_object_get (object, "number");
  if (json_is_integer (number))
    n = json_integer_value (number);
  if (n < 1 || n > 8)
    error_at (document, "number", "monitoring-tool/number", "A principle has a number from 1 to 8",
              "Write the number of the principle");
  else if (!g_hash_table_add (document->numbers, GINT_TO_POINTER ((int) n)))
    error_at (document, "number", "monitoring-tool/duplicate", "Another principle has this number",
              "Give every principle a number of its own");

  for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
    {
      g_autoptr (GHashTable) item_ids = g_hash_table_new (g_str_hash, g_str_equal);

      list = get_list (document, object, monitoring_sections[kind]);
      for (gsize i = 0; i < json_array_size (list); i++)
        {
          gsize before = enter (document, monitoring_sections[kind]);

          enter_index (document, i);
          read_item (document, json_array_get (list, i), (MarmotPrincipleItemKind) kind, item_ids, items);
          leave (document, before);
        }
    }

  study_ids = g_hash_table_new (g_str_hash, g_str_equal);
  list = get_list (document, object, "case_studies");
  for (gsize i = 0; i < json_array_size (list); i++)
    {
      gsize before = enter (document, "case_studies");

      enter_index (document, i);
      read_case_study (document, json_array_get (list, i), study_ids, studies);
      leave (document, before);
    }

  principle = g_object_new (MARMOT_TYPE_PRINCIPLE, "id", id, "number", (guint) CLAMP (n, 0, 8), "name", name, "source",
                            source, "items", items, "case-studies", studies, NULL);
  g_list_store_append (principles, principle);
}

static MarmotMonitoringTool *
read_tool (Document *document,
           const json_t *root)
{
  static const char *const known[] = { "format", "title", "organisation", "version", "date", "source", "principles", NULL };
  g_autoptr (GListStore) principles = g_list_store_new (MARMOT_TYPE_PRINCIPLE);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MarmotPeriod) date = NULL;
  const char *format = json_string_value (json_object_get (root, "format"));
  const char *title, *organisation, *version, *source;
  const json_t *list;

  if (g_strcmp0 (format, "marmot-monitoring-tool") != 0)
    {
      error_at (document, "format", "monitoring-tool/not-a-tool", "The document does not say that it is a monitoring tool",
                "Give it a member format with the text marmot-monitoring-tool, or read another document");
      return NULL;
    }

  check_members (document, root, known);
  title = get_text (document, root, "title", TRUE);
  organisation = get_text (document, root, "organisation", TRUE);
  version = get_text (document, root, "version", TRUE);
  date = get_day (document, root, "date");
  source = get_text (document, root, "source", FALSE);

  list = get_list (document, root, "principles");
  if (json_array_size (list) == 0)
    error_at (document, "principles", "monitoring-tool/required", "There are no principles", "Add them");
  for (gsize i = 0; i < json_array_size (list); i++)
    {
      gsize before = enter (document, "principles");

      enter_index (document, i);
      read_principle (document, json_array_get (list, i), ids, principles);
      leave (document, before);
    }

  return g_object_new (MARMOT_TYPE_MONITORING_TOOL, "title", title, "organisation", organisation, "version", version,
                       "date", date, "source", source, "principles", principles, NULL);
}

MarmotMonitoringTool *
marmot_monitoring_tool_reader_read_bytes (MarmotMonitoringToolReader *self,
                                          GBytes *bytes,
                                          const char *name,
                                          GError **error)
{
  g_autoptr (json_t) root = NULL;
  g_autoptr (MarmotMonitoringTool) tool = NULL;
  Document document = { 0 };

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  g_ptr_array_set_size (self->findings, 0);
  g_clear_pointer (&self->first_error, marmot_finding_unref);
  self->n_errors = 0;

  root = marmot_json_load_limited (bytes, name, MAX_BYTES, error);
  if (!root)
    return NULL;

  document.reader = self;
  document.name = name;
  document.path = g_string_new (NULL);
  document.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  document.numbers = g_hash_table_new (NULL, NULL);
  tool = read_tool (&document, root);
  g_string_free (document.path, TRUE);
  g_hash_table_unref (document.names);
  g_hash_table_unref (document.numbers);

  if (self->n_errors > 0)
    {
      g_autofree char *first = marmot_finding_to_string (self->first_error);

      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "The monitoring tool has %u fault%s and was not read. The first: %s", self->n_errors,
                   self->n_errors == 1 ? "" : "s", first);
      return NULL;
    }
  return g_steal_pointer (&tool);
}

MarmotMonitoringTool *
marmot_monitoring_tool_reader_read_file (MarmotMonitoringToolReader *self,
                                         GFile *file,
                                         GCancellable *cancellable,
                                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_ptr_array_set_size (self->findings, 0);
  g_clear_pointer (&self->first_error, marmot_finding_unref);
  self->n_errors = 0;

  bytes = marmot_read_file (file, MAX_BYTES, cancellable, error);
  if (!bytes)
    return NULL;
  name = marmot_file_name (file);
  return marmot_monitoring_tool_reader_read_bytes (self, bytes, name, error);
}
