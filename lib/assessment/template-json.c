/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Templates of assessments from documents, and back.
 */
#include "template-private.h"

#include <string.h>

#include "core/marmot-csv-date-private.h"

#define FORMAT "marmot-assessment-template"
#define NO_DAY G_MININT32

static const char *const file_keys[]
    = { "format",     "id",         "title",  "publisher",  "reference", "licence",   "attribution", "source", "notes",
        "valid-from", "valid-until", "review", "stages",     "dimensions", "questions", NULL };
static const char *const review_keys[] = { "from-months", "until-months", NULL };
static const char *const stage_keys[] = { "id", "title", NULL };
static const char *const dimension_keys[] = { "id", "label", "kind", "legal-basis", "definition", NULL };
static const char *const question_keys[]
    = { "id", "number", "stage", "parent", "text", "prompts", "required", "answer", "choices", "dimension-kinds", NULL };

static const char *const kind_nicks[] = { "protected", "socio-economic", "geographic", "inclusion", "local", NULL };
static const char *const answer_nicks[] = { "text", "groups", "outcomes", "actions", "review", "choice", NULL };

const char *
template_kind_nick (MarmotDimensionKind kind)
{
  return kind_nicks[kind];
}

const char *
template_answer_nick (MarmotAnswerKind answer)
{
  return answer_nicks[answer];
}

gboolean
template_is_id (const char *text)
{
  gsize length = strnlen (text, TEMPLATE_MAX_ID + 1);
  guint n_stops = 0;

  if (length == 0 || length > TEMPLATE_MAX_ID || text[0] == '-' || text[0] == '.' || text[length - 1] == '-'
      || text[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      n_stops += text[i] == '.';
      if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-' && text[i] != '.')
        return FALSE;
    }
  return n_stops <= 1;
}

void
template_data_clear (TemplateData *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->reference);
  g_free (self->licence);
  g_free (self->attribution);
  g_free (self->source);
  g_free (self->notes);
  g_clear_object (&self->stages);
  g_clear_object (&self->questions);
  g_clear_object (&self->dimensions);
}

/* --- reading ------------------------------------------------------------------------- */

/* A document and where in it we are. */
typedef struct
{
  MarmotFindingLog *log;
  GString *path;
} Reading;

static void fault (Reading *self,
                   const char *member,
                   const char *rule,
                   const char *fix,
                   const char *format,
                   ...) G_GNUC_PRINTF (5, 6);

static void
fault (Reading *self,
       const char *member,
       const char *rule,
       const char *fix,
       const char *format,
       ...)
{
  gsize before = self->path->len;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (member)
    g_string_append_printf (self->path, "%s%s", before ? "/" : "", member);
  marmot_finding_log_add_path (self->log, rule, MARMOT_SEVERITY_ERROR, self->path->len ? self->path->str : NULL, fix, "%s",
                               message);
  g_string_truncate (self->path, before);
}

static gsize
enter (Reading *self,
       const char *list,
       gsize place)
{
  gsize before = self->path->len;

  g_string_append_printf (self->path, "%s%s/%" G_GSIZE_FORMAT, before ? "/" : "", list, place + 1);
  return before;
}

/* FALSE if it is no object; keys that there are not are faults. */
static gboolean
check_object (Reading *self,
              json_t *value,
              const char *const *keys)
{
  if (!json_is_object (value))
    {
      fault (self, NULL, "template/object", "Put an object here, in braces", "An object belongs here");
      return FALSE;
    }
  for (void *iter = json_object_iter (value); iter; iter = json_object_iter_next (value, iter))
    if (!g_strv_contains (keys, json_object_iter_key (iter)))
      {
        g_autofree char *known = g_strjoinv (", ", (char **) keys);

        fault (self, NULL, "template/key", "Take the key out or correct it",
               "One of its keys is none that is read; there are: %s", known);
      }
  return TRUE;
}

static char *
read_text (Reading *self,
           json_t *object,
           const char *key,
           gboolean is_needed)
{
  json_t *value = json_object_get (object, key);
  const char *text = json_string_value (value);

  if (!value && !is_needed)
    return NULL;
  if (!text || !*text)
    {
      fault (self, key, "template/text", "Put a text here", "A text belongs here, which is not empty");
      return NULL;
    }
  if (g_utf8_strlen (text, -1) > TEMPLATE_MAX_TEXT)
    {
      fault (self, key, "template/text", "Shorten it", "The text is longer than %d characters", TEMPLATE_MAX_TEXT);
      return NULL;
    }
  return g_strdup (text);
}

static char *
read_id (Reading *self,
         json_t *object,
         GHashTable *seen)
{
  g_autofree char *id = read_text (self, object, "id", TRUE);

  if (!id)
    return NULL;
  if (!template_is_id (id))
    {
      fault (self, "id", "template/id", "Use small letters, digits and hyphens, at most 80",
             "This cannot be a short name");
      return NULL;
    }
  if (seen && !g_hash_table_add (seen, g_strdup (id)))
    {
      fault (self, "id", "template/id-twice", "Give each its own short name", "The short name is there twice");
      return NULL;
    }
  return g_steal_pointer (&id);
}

/* The position in names, or -1 with a fault; of what is not there the default. */
static int
read_word (Reading *self,
           json_t *object,
           const char *key,
           const char *const *names,
           int or_else)
{
  json_t *value = json_object_get (object, key);
  const char *text = json_string_value (value);
  g_autofree char *known = NULL;

  if (!value && or_else >= 0)
    return or_else;
  for (int i = 0; text && names[i]; i++)
    if (g_str_equal (names[i], text))
      return i;
  known = g_strjoinv (", ", (char **) names);
  fault (self, key, "template/word", "Use one of these words", "One of these belongs here: %s", known);
  return -1;
}

static gint32
read_day (Reading *self,
          json_t *object,
          const char *key)
{
  json_t *value = json_object_get (object, key);
  const char *text = json_string_value (value);
  gint32 day;

  if (!value)
    return NO_DAY;
  if (!text || !marmot_csv_date_parse_iso (text, text + strlen (text), &day))
    {
      fault (self, key, "template/day", "Write the day as \"2020-09-30\"", "A day belongs here");
      return NO_DAY;
    }
  return day;
}

static GStrv
read_texts (Reading *self,
            json_t *object,
            const char *key,
            const char *const *known)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  json_t *list = json_object_get (object, key);

  if (list && !json_is_array (list))
    fault (self, key, "template/list", "Put a list here, in brackets", "A list of texts belongs here");
  if (json_array_size (list) > TEMPLATE_MAX_ITEMS)
    {
      fault (self, key, "template/too-many", "Leave some out", "There are more than %d", TEMPLATE_MAX_ITEMS);
      return g_strv_builder_end (texts);
    }
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *text = json_string_value (json_array_get (list, i));

      if (!text || !*text || g_utf8_strlen (text, -1) > TEMPLATE_MAX_TEXT)
        fault (self, key, "template/text", "Put a text here, or take the entry out", "Entry %d is no text, or too long a one",
               (int) i + 1);
      else if (known && !g_strv_contains (known, text))
        fault (self, key, "template/word", "Use a kind of dimension", "Entry %d is no kind of dimension", (int) i + 1);
      else
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

static gboolean
read_boolean (Reading *self,
              json_t *object,
              const char *key,
              gboolean or_else)
{
  json_t *value = json_object_get (object, key);

  if (!value)
    return or_else;
  if (!json_is_boolean (value))
    fault (self, key, "template/boolean", "Write true or false", "True or false belongs here");
  return json_is_true (value);
}

static void
read_review (Reading *self,
             json_t *document,
             TemplateData *data)
{
  json_t *review = json_object_get (document, "review");
  gsize before = self->path->len;
  guint *months[] = { &data->review_from, &data->review_until };

  if (!review)
    return;
  g_string_append (self->path, "review");
  if (check_object (self, review, review_keys))
    {
      for (guint i = 0; i < 2; i++)
        {
          json_t *value = json_object_get (review, review_keys[i]);

          if (!marmot_json_get_count (value, TEMPLATE_MAX_MONTHS, months[i]))
            fault (self, review_keys[i], "template/months", "Write a number of months, 0 to 1200",
                   "A number of months belongs here");
        }
      if (data->review_until < data->review_from)
        fault (self, NULL, "template/months", "Put the later number last", "The review ends before it begins");
    }
  g_string_truncate (self->path, before);
}

static void
read_stage (Reading *self,
            json_t *object,
            GHashTable *seen,
            TemplateData *data)
{
  g_autofree char *id = NULL, *title = NULL;
  g_autoptr (MarmotTemplateStage) stage = NULL;

  if (!check_object (self, object, stage_keys))
    return;
  id = read_id (self, object, seen);
  title = read_text (self, object, "title", TRUE);
  stage = g_object_new (MARMOT_TYPE_TEMPLATE_STAGE, "id", id, "title", title, NULL);
  template_list_add (data->stages, stage);
}

static void
read_dimension (Reading *self,
                json_t *object,
                GHashTable *seen,
                TemplateData *data)
{
  g_autofree char *id = NULL, *label = NULL, *basis = NULL, *definition = NULL;
  g_autoptr (MarmotDimension) dimension = NULL;
  int kind;

  if (!check_object (self, object, dimension_keys))
    return;
  id = read_id (self, object, seen);
  label = read_text (self, object, "label", TRUE);
  kind = read_word (self, object, "kind", kind_nicks, -1);
  basis = read_text (self, object, "legal-basis", kind == MARMOT_DIMENSION_KIND_PROTECTED);
  definition = read_text (self, object, "definition", FALSE);
  /* The Act has the nine that it has; a council's own is local. */
  if (kind == MARMOT_DIMENSION_KIND_PROTECTED && basis && !strstr (basis, "Equality Act 2010"))
    fault (self, "legal-basis", "template/protected", "Make the dimension local, or name the section of the Act",
           "A protected characteristic rests on the Equality Act 2010");
  if (id && strchr (id, '.') && kind != MARMOT_DIMENSION_KIND_LOCAL)
    fault (self, "id", "template/id", "Leave the full stop out, or make the dimension local",
           "Only local dimensions have a full stop in their short name");
  if (!id || !label || kind < 0)
    return;
  dimension = marmot_dimension_new (id, label, (MarmotDimensionKind) kind, basis, definition);
  template_list_add (data->dimensions, dimension);
}

static void
read_question (Reading *self,
               json_t *object,
               GHashTable *seen,
               GHashTable *stages,
               TemplateData *data)
{
  g_autofree char *id = NULL, *number = NULL, *stage = NULL, *parent = NULL, *text = NULL;
  g_auto (GStrv) prompts = NULL;
  g_auto (GStrv) choices = NULL;
  g_auto (GStrv) kinds = NULL;
  g_autoptr (MarmotTemplateQuestion) question = NULL;
  gboolean required;
  int answer;

  if (!check_object (self, object, question_keys))
    return;
  id = read_id (self, object, seen);
  number = read_text (self, object, "number", FALSE);
  stage = read_text (self, object, "stage", TRUE);
  parent = read_text (self, object, "parent", FALSE);
  text = read_text (self, object, "text", TRUE);
  prompts = read_texts (self, object, "prompts", NULL);
  choices = read_texts (self, object, "choices", NULL);
  kinds = read_texts (self, object, "dimension-kinds", kind_nicks);
  required = read_boolean (self, object, "required", TRUE);
  answer = read_word (self, object, "answer", answer_nicks, MARMOT_ANSWER_KIND_TEXT);
  if (stage && !g_hash_table_contains (stages, stage))
    fault (self, "stage", "template/no-stage", "Name one of the stages, or add it", "There is no stage of that short name");
  if (answer == MARMOT_ANSWER_KIND_CHOICE && g_strv_length (choices) < 2)
    fault (self, "choices", "template/choices", "List two choices at least", "There is nothing to choose between");
  if (answer >= 0 && answer != MARMOT_ANSWER_KIND_CHOICE && choices[0])
    fault (self, "choices", "template/choices", "Take the choices out, or make it a question of choice",
           "The question is not answered by a choice");
  if (answer == MARMOT_ANSWER_KIND_GROUPS && !kinds[0])
    fault (self, "dimension-kinds", "template/no-kinds", "Say which kinds of dimension have a row",
           "A question that is answered by groups is about kinds of dimension");
  question = g_object_new (MARMOT_TYPE_TEMPLATE_QUESTION, "id", id, "number", number, "stage", stage, "parent", parent, "text",
                           text, "prompts", prompts, "choices", choices, "dimension-kinds", kinds, "required", required,
                           "answer", MAX (answer, 0), NULL);
  template_list_add (data->questions, question);
}

static MarmotTemplateQuestion *
peek_question (GListModel *questions,
               guint place)
{
  MarmotTemplateQuestion *question = g_list_model_get_item (questions, place);

  /* The list holds it. */
  g_object_unref (question);
  return question;
}

/* Questions that are parts of each other would never end. */
static void
check_parents (Reading *self,
               TemplateData *data,
               GHashTable *questions)
{
  GListModel *list = G_LIST_MODEL (data->questions);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  /* 0 not yet, 1 on the way up, 2 known to end. */
  g_autofree guint8 *state = g_malloc0 (n + 1);

  for (guint i = 0; i < n; i++)
    if (marmot_template_question_get_id (peek_question (list, i)))
      g_hash_table_insert (places, (gpointer) marmot_template_question_get_id (peek_question (list, i)),
                           GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      guint at = i;
      gboolean is_cycle = FALSE;

      while (state[at] == 0)
        {
          const char *parent = marmot_template_question_get_parent (peek_question (list, at));
          guint next = parent ? GPOINTER_TO_UINT (g_hash_table_lookup (places, parent)) : 0;

          state[at] = 1;
          if (parent && !next)
            {
              gsize before = enter (self, "questions", at);

              fault (self, "parent", "template/no-parent", "Name one of the questions",
                     "There is no question of that short name");
              g_string_truncate (self->path, before);
            }
          if (!next)
            break;
          at = next - 1;
          is_cycle = state[at] == 1;
        }
      if (is_cycle)
        {
          gsize before = enter (self, "questions", at);

          fault (self, "parent", "template/cycle", "Take one of the parents out", "The question is a part of itself");
          g_string_truncate (self->path, before);
        }
      /* What was met on the way up is done, by the same way. */
      for (at = i; state[at] == 1;)
        {
          const char *parent = marmot_template_question_get_parent (peek_question (list, at));
          guint next = parent ? GPOINTER_TO_UINT (g_hash_table_lookup (places, parent)) : 0;

          state[at] = 2;
          if (!next)
            break;
          at = next - 1;
        }
    }
}

typedef void (*ReadItem) (Reading *self,
                          json_t *object,
                          GHashTable *seen,
                          TemplateData *data);

/* A list that must be there and have an entry. */
static json_t *
get_list (Reading *self,
          json_t *document,
          const char *key)
{
  json_t *list = json_object_get (document, key);

  if (!json_is_array (list) || json_array_size (list) == 0)
    {
      fault (self, key, "template/list", "Put a list here, in brackets", "A list belongs here, with an entry at least");
      return NULL;
    }
  if (json_array_size (list) > TEMPLATE_MAX_ITEMS)
    {
      fault (self, key, "template/too-many", "Leave some out", "There are more than %d", TEMPLATE_MAX_ITEMS);
      return NULL;
    }
  return list;
}

static void
read_list (Reading *self,
           json_t *document,
           const char *key,
           GHashTable *seen,
           ReadItem read_item,
           TemplateData *data)
{
  json_t *list = get_list (self, document, key);

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      gsize before = enter (self, key, i);

      read_item (self, json_array_get (list, i), seen, data);
      g_string_truncate (self->path, before);
    }
}

static void
read_document (Reading *self,
               json_t *document,
               TemplateData *data)
{
  g_autoptr (GHashTable) stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) dimensions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_t *list;

  if (!check_object (self, document, file_keys))
    return;
  if (g_strcmp0 (json_string_value (json_object_get (document, "format")), FORMAT) != 0)
    fault (self, "format", "template/format", "Write \"" FORMAT "\"", "This is no template of an assessment");
  data->id = read_id (self, document, NULL);
  data->title = read_text (self, document, "title", TRUE);
  data->publisher = read_text (self, document, "publisher", TRUE);
  data->reference = read_text (self, document, "reference", FALSE);
  data->licence = read_text (self, document, "licence", TRUE);
  data->attribution = read_text (self, document, "attribution", FALSE);
  data->source = read_text (self, document, "source", FALSE);
  data->notes = read_text (self, document, "notes", FALSE);
  data->valid_from = read_day (self, document, "valid-from");
  data->valid_until = read_day (self, document, "valid-until");
  if (data->valid_until != NO_DAY && data->valid_from != NO_DAY && data->valid_until <= data->valid_from)
    fault (self, "valid-until", "template/day", "Put a later day here", "It is no longer valid before it is");
  read_review (self, document, data);

  read_list (self, document, "stages", stages, read_stage, data);
  read_list (self, document, "dimensions", dimensions, read_dimension, data);
  list = get_list (self, document, "questions");
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      gsize before = enter (self, "questions", i);

      read_question (self, json_array_get (list, i), questions, stages, data);
      g_string_truncate (self->path, before);
    }
  check_parents (self, data, questions);
}

gboolean
template_read (json_t *document,
               MarmotFindingLog *log,
               TemplateData *data)
{
  Reading reading = { .log = log, .path = g_string_new (NULL) };

  data->valid_from = data->valid_until = NO_DAY;
  data->stages = template_list_new (MARMOT_TYPE_TEMPLATE_STAGE);
  data->questions = template_list_new (MARMOT_TYPE_TEMPLATE_QUESTION);
  data->dimensions = template_list_new (MARMOT_TYPE_DIMENSION);
  read_document (&reading, document, data);
  g_string_free (reading.path, TRUE);
  return log->n_errors == 0;
}

/* --- writing ------------------------------------------------------------------------- */

static void
set_text (json_t *object,
          const char *key,
          const char *text)
{
  if (text)
    json_object_set_new (object, key, json_string (text));
}

static void
set_day (json_t *object,
         const char *key,
         gint32 day)
{
  GDate date;
  char text[16];

  if (day == NO_DAY)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + 719163));
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
              g_date_get_day (&date));
  json_object_set_new (object, key, json_string (text));
}

static void
set_texts (json_t *object,
           const char *key,
           const char *const *texts)
{
  json_t *list;

  if (!texts[0])
    return;
  list = json_array ();
  for (; *texts; texts++)
    json_array_append_new (list, json_string (*texts));
  json_object_set_new (object, key, list);
}

static json_t *
write_question (MarmotTemplateQuestion *question)
{
  json_t *object = json_object ();

  set_text (object, "id", marmot_template_question_get_id (question));
  set_text (object, "number", marmot_template_question_get_number (question));
  set_text (object, "stage", marmot_template_question_get_stage (question));
  set_text (object, "parent", marmot_template_question_get_parent (question));
  set_text (object, "text", marmot_template_question_get_text (question));
  set_texts (object, "prompts", marmot_template_question_get_prompts (question));
  json_object_set_new (object, "required", json_boolean (marmot_template_question_get_required (question)));
  set_text (object, "answer", template_answer_nick (marmot_template_question_get_answer (question)));
  set_texts (object, "choices", marmot_template_question_get_choices (question));
  set_texts (object, "dimension-kinds", template_question_get_kinds (question));
  return object;
}

static json_t *
write_dimension (MarmotDimension *dimension)
{
  json_t *object = json_object ();

  set_text (object, "id", marmot_dimension_get_id (dimension));
  set_text (object, "label", marmot_dimension_get_label (dimension));
  set_text (object, "kind", template_kind_nick (marmot_dimension_get_kind (dimension)));
  set_text (object, "legal-basis", marmot_dimension_get_legal_basis (dimension));
  set_text (object, "definition", marmot_dimension_get_definition (dimension));
  return object;
}

json_t *
template_write (const TemplateData *data)
{
  json_t *document = json_object ();
  json_t *stages = json_array (), *dimensions = json_array (), *questions = json_array ();

  set_text (document, "format", FORMAT);
  set_text (document, "id", data->id);
  set_text (document, "title", data->title);
  set_text (document, "publisher", data->publisher);
  set_text (document, "reference", data->reference);
  set_text (document, "licence", data->licence);
  set_text (document, "attribution", data->attribution);
  set_text (document, "source", data->source);
  set_text (document, "notes", data->notes);
  set_day (document, "valid-from", data->valid_from);
  set_day (document, "valid-until", data->valid_until);
  if (data->review_until > 0)
    {
      json_t *review = json_object ();

      json_object_set_new (review, "from-months", json_integer (data->review_from));
      json_object_set_new (review, "until-months", json_integer (data->review_until));
      json_object_set_new (document, "review", review);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (data->stages)); i++)
    {
      g_autoptr (MarmotTemplateStage) stage = g_list_model_get_item (G_LIST_MODEL (data->stages), i);
      json_t *object = json_object ();

      set_text (object, "id", marmot_template_stage_get_id (stage));
      set_text (object, "title", marmot_template_stage_get_title (stage));
      json_array_append_new (stages, object);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (data->dimensions)); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (G_LIST_MODEL (data->dimensions), i);

      json_array_append_new (dimensions, write_dimension (dimension));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (data->questions)); i++)
    json_array_append_new (questions, write_question (peek_question (G_LIST_MODEL (data->questions), i)));
  json_object_set_new (document, "stages", stages);
  json_object_set_new (document, "dimensions", dimensions);
  json_object_set_new (document, "questions", questions);
  return document;
}
