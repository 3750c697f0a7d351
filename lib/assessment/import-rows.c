/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Grids of texts into an assessment. Whatever has no place in it is told by a finding,
 * and given as it is.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "assessment-import-private.h"

#include "core/marmot-document-text-private.h"

#define MAX_FINDINGS 1000
#define MAX_TEXT (1024 * 1024)
#define MAX_ID 100
/* A table is told by one of its first rows: a form may begin with a title. */
#define HEADER_ROWS 3
#define NO_COLUMN G_MAXUINT

typedef enum
{
  TABLE_NONE,
  TABLE_ANSWERS,
  TABLE_HEAD,
  TABLE_EVIDENCE,
  TABLE_OUTCOMES,
  TABLE_ACTIONS,
  TABLE_ENGAGEMENT,
  TABLE_REVIEWS,
  TABLE_WORKED_OUT
} Table;

/* The first column by which a table is known, as import_normalise() has it. */
static const struct
{
  const char *words;
  Table table;
} first_columns[] = {
  { "about the assessment", TABLE_HEAD },   { "key", TABLE_EVIDENCE },
  { "outcome", TABLE_OUTCOMES },            { "action", TABLE_ACTIONS },
  { "who was asked", TABLE_ENGAGEMENT },    { "review", TABLE_REVIEWS },
  { "what is counted", TABLE_WORKED_OUT },  { "what was found", TABLE_WORKED_OUT },
};

static const char *const question_columns[] = { "question", "questions", "question number", NULL };
static const char *const dimension_columns[] = { "dimension", "group", "groups", "characteristic", "protected characteristic",
                                                 "protected characteristics", "equality group", NULL };

/* What columns, and the rows of the head, are called, and the property that they fill. */
typedef struct
{
  Table table;
  const char *words;
  const char *property; /* "" is what nothing is read from */
} Label;

static const Label labels[] = {
  { TABLE_ANSWERS, "state", "state" },
  { TABLE_ANSWERS, "status", "state" },
  { TABLE_ANSWERS, "answer", "text" },
  { TABLE_ANSWERS, "response", "text" },
  { TABLE_ANSWERS, "text", "text" },
  { TABLE_ANSWERS, "choice", "choice" },
  { TABLE_ANSWERS, "reason", "reason" },
  { TABLE_ANSWERS, "impact", "impact" },
  { TABLE_ANSWERS, "confidence", "confidence" },
  { TABLE_ANSWERS, "mitigation", "mitigation" },
  { TABLE_ANSWERS, "action", "action" },
  { TABLE_ANSWERS, "evidence", "evidence" },

  { TABLE_HEAD, "programme", "programme" },
  { TABLE_HEAD, "scope", "scope" },
  { TABLE_HEAD, "ages from", "age-from" },
  { TABLE_HEAD, "ages up to", "age-until" },
  { TABLE_HEAD, "area", "area" },
  { TABLE_HEAD, "programme starts", "starts" },
  { TABLE_HEAD, "programme ends", "ends" },
  { TABLE_HEAD, "programme last changed", "programme-changed" },
  { TABLE_HEAD, "assessment completed", "completed" },
  { TABLE_HEAD, "organisation", "organisation" },
  { TABLE_HEAD, "owner role", "owner-role" },
  { TABLE_HEAD, "sponsor role", "sponsor-role" },
  { TABLE_HEAD, "state", "state" },
  { TABLE_HEAD, "source", "source" },
  { TABLE_HEAD, "notes", "notes" },
  { TABLE_HEAD, "short name", "id" },

  { TABLE_EVIDENCE, "key", "key" },
  { TABLE_EVIDENCE, "kind", "kind" },
  { TABLE_EVIDENCE, "what it says", "text" },
  { TABLE_EVIDENCE, "value", "value" },
  { TABLE_EVIDENCE, "period", "period" },
  { TABLE_EVIDENCE, "indicator", "indicator" },
  { TABLE_EVIDENCE, "area", "area" },
  { TABLE_EVIDENCE, "source", "source" },
  { TABLE_EVIDENCE, "address", "uri" },
  { TABLE_EVIDENCE, "quality", "quality" },
  { TABLE_EVIDENCE, "sex", "sex" },
  { TABLE_EVIDENCE, "ages", "age" },
  { TABLE_EVIDENCE, "divided by", "category-type" },
  { TABLE_EVIDENCE, "part", "category" },
  { TABLE_EVIDENCE, "kind of number", "value-type" },
  { TABLE_EVIDENCE, "numerator", "numerator" },
  { TABLE_EVIDENCE, "denominator", "denominator" },
  { TABLE_EVIDENCE, "lower limit", "lower" },
  { TABLE_EVIDENCE, "upper limit", "upper" },
  { TABLE_EVIDENCE, "confidence of the limits", "confidence" },
  { TABLE_EVIDENCE, "compared with", "comparator" },
  { TABLE_EVIDENCE, "what it is compared with", "comparator-text" },
  { TABLE_EVIDENCE, "other value", "comparator-value" },
  { TABLE_EVIDENCE, "other denominator", "comparator-denominator" },
  { TABLE_EVIDENCE, "earlier figures", "earlier" },

  { TABLE_OUTCOMES, "outcome", "id" },
  { TABLE_OUTCOMES, "what is to change", "text" },
  { TABLE_OUTCOMES, "direction", "direction" },
  { TABLE_OUTCOMES, "indicator", "indicator" },
  { TABLE_OUTCOMES, "baseline", "baseline" },
  { TABLE_OUTCOMES, "baseline period", "baseline-period" },
  { TABLE_OUTCOMES, "target", "target" },
  { TABLE_OUTCOMES, "target period", "target-period" },

  { TABLE_ACTIONS, "action", "id" },
  { TABLE_ACTIONS, "what is to be done", "text" },
  { TABLE_ACTIONS, "owner role", "owner-role" },
  { TABLE_ACTIONS, "due", "due" },
  { TABLE_ACTIONS, "state", "state" },
  { TABLE_ACTIONS, "organisation", "organisation" },
  { TABLE_ACTIONS, "measure", "measure" },
  { TABLE_ACTIONS, "note", "note" },

  { TABLE_ENGAGEMENT, "who was asked", "who" },
  { TABLE_ENGAGEMENT, "when", "when" },
  { TABLE_ENGAGEMENT, "what they said", "text" },
  { TABLE_ENGAGEMENT, "what it changed", "changed" },

  { TABLE_REVIEWS, "review", "" },
  { TABLE_REVIEWS, "what was learnt", "text" },
  { TABLE_REVIEWS, "done on", "done" },
  { TABLE_REVIEWS, "done by role", "role" },
  { TABLE_REVIEWS, "what changes", "changes" },
  { TABLE_REVIEWS, "actions", "actions" },
};

/* Words for members beside their short names. */
static const struct
{
  const char *words;
  const char *nick;
} members[] = {
  { "does not apply", "not-applicable" },
  { "n a", "not-applicable" },
  { "na", "not-applicable" },
  { "not known", "unknown" },
  { "not yet answered", "not-yet" },
};

/* One row that is being read. */
typedef struct
{
  Import *import;
  const ImportGrid *grid;
  guint row;
} Row;

void
import_begin (Import *self,
              MarmotAssessmentTemplate *template)
{
  memset (self, 0, sizeof *self);
  self->template = template;
  self->assessment = marmot_assessment_new ();
  self->words = import_words_new (template);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  marmot_assessment_set_template (self->assessment, marmot_assessment_template_get_id (template));
  marmot_assessment_set_template_hash (self->assessment, marmot_assessment_template_get_digest (template));
}

void
import_clear (Import *self)
{
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->words, import_words_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

/* --- what does not map --------------------------------------------------------------- */

void
import_report (Import *self,
               const char *rule,
               MarmotSeverity severity,
               const ImportGrid *grid,
               guint row,
               guint column,
               const char *message,
               const char *fix)
{
  g_autofree char *path = grid && grid->number > 0 ? g_strdup_printf ("tables/%u", grid->number) : NULL;
  g_autofree char *place = column != NO_COLUMN ? g_strdup_printf ("%u", column + 1) : NULL;

  self->n_findings++;
  if (self->n_findings <= MAX_FINDINGS)
    g_ptr_array_add (self->findings,
                     marmot_finding_new (rule, severity, NULL, grid ? row + 1 : 0, place, path, message, fix));
  else if (self->n_findings == MAX_FINDINGS + 1)
    g_ptr_array_add (self->findings,
                     marmot_finding_new ("import/more", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, NULL,
                                         "There are more findings than these", "See all of the text that is left over"));
}

void
import_leave (Import *self,
              char *place,
              const char *text)
{
  g_ptr_array_add (self->places, place);
  g_ptr_array_add (self->texts, g_strdup (text));
}

static void
leave_cell (Row *at,
            guint column,
            const char *text)
{
  char *place = at->grid->number > 0
                    ? g_strdup_printf ("table %u, row %u, column %u", at->grid->number, at->row + 1, column + 1)
                    : g_strdup_printf ("row %u, column %u", at->row + 1, column + 1);

  import_leave (at->import, place, text);
}

/* Tells why a cell has no place, and gives its text. */
static void
refuse_cell (Row *at,
             guint column,
             const char *text,
             const char *rule,
             const char *message,
             const char *fix)
{
  import_report (at->import, rule, MARMOT_SEVERITY_WARNING, at->grid, at->row, column, message, fix);
  leave_cell (at, column, text);
}

static GPtrArray *
get_cells (Row *at)
{
  return at->grid->rows->pdata[at->row];
}

/* The text of a cell, NULL where nothing is. */
static const char *
get_cell (Row *at,
          guint column)
{
  const char *text = import_grid_get (at->grid, at->row, column);
  g_autofree char *words = NULL;

  if (!*text || strlen (text) > 40)
    return *text ? text : NULL;
  words = import_normalise (text);
  return g_str_equal (words, "none given") || g_str_equal (words, "nothing recorded") ? NULL : text;
}

static gboolean
is_empty_row (Row *at,
              guint first)
{
  for (guint i = first; i < get_cells (at)->len; i++)
    if (get_cell (at, i))
      return FALSE;
  return TRUE;
}

/* A row that has no place: all that somebody wrote in it. */
static void
leave_row (Row *at,
           const char *rule,
           const char *message,
           const char *fix)
{
  gboolean is_told = FALSE;

  for (guint i = 0; i < get_cells (at)->len; i++)
    {
      const char *text = get_cell (at, i);

      if (!text || import_words_is_expected (at->import->words, text))
        continue;
      if (!is_told)
        import_report (at->import, rule, MARMOT_SEVERITY_WARNING, at->grid, at->row, NO_COLUMN, message, fix);
      is_told = TRUE;
      leave_cell (at, i, text);
    }
}

/* --- one cell ------------------------------------------------------------------------ */

static gboolean
is_short_name (const char *text)
{
  const gsize length = strlen (text);

  return length <= MAX_ID
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == length;
}

static const MarmotDocumentField *
find_field (gpointer item,
            const char *property)
{
  const MarmotDocumentClass *info = marmot_document_get_class (item);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].name, property))
      return &info->fields[i];
  return NULL;
}

static gboolean
set_member (gpointer item,
            const MarmotDocumentField *field,
            const char *text)
{
  g_autofree char *words = import_normalise (text);
  GEnumClass *known = g_type_class_ref (field->get_type ());
  gboolean is_set = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (words, members[i].words) && g_enum_get_value_by_nick (known, members[i].nick))
      {
        g_free (words);
        words = import_normalise (members[i].nick);
      }
  for (guint i = 0; i < known->n_values && !is_set; i++)
    {
      g_autofree char *nick = import_normalise (known->values[i].value_nick);

      is_set = g_str_equal (nick, words);
      if (is_set)
        g_object_set (item, field->name, known->values[i].value, NULL);
    }
  g_type_class_unref (known);
  return is_set;
}

static gboolean
set_period (gpointer item,
            const MarmotDocumentField *field,
            const char *text)
{
  g_autoptr (MarmotPeriod) period = marmot_document_parse_period (text);

  g_autofree char *printed = period ? marmot_document_print_period (period) : NULL;

  if (!printed || (field->kind == MARMOT_DOCUMENT_DAY && marmot_period_get_kind (period) != MARMOT_PERIOD_DAY))
    return FALSE;
  g_object_set (item, field->name, period, NULL);
  return TRUE;
}

static gboolean
set_value (gpointer item,
           const MarmotDocumentField *field,
           const char *text)
{
  g_autoptr (MarmotValue) value = marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autofree char *printed = value ? marmot_document_print_value (value) : NULL;

  if (!printed)
    return FALSE;
  g_object_set (item, field->name, value, NULL);
  return TRUE;
}

static gboolean
set_number (gpointer item,
            const MarmotDocumentField *field,
            const char *text)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 1000, &number, NULL))
    return FALSE;
  g_object_set (item, field->name, (guint) number, NULL);
  return TRUE;
}

/* Keys, set apart by semicolons or lines. */
static void
set_texts (gpointer item,
           const MarmotDocumentField *field,
           const char *text)
{
  g_auto (GStrv) texts = g_strsplit_set (text, ";\n", -1);

  for (gsize i = 0; texts[i]; i++)
    g_strstrip (texts[i]);
  g_object_set (item, field->name, texts, NULL);
}

static gboolean
is_page (const char *text)
{
  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) && !strpbrk (text, " \n");
}

/* Sets a property from a cell, or says why it cannot be. */
static void
fill (Row *at,
      guint column,
      gpointer item,
      const char *property)
{
  const char *text = get_cell (at, column);
  const MarmotDocumentField *field = find_field (item, property);
  const char *why = NULL;

  if (!text)
    return;
  if (!field)
    {
      refuse_cell (at, column, text, "import/column", "The column is of no use in this row",
                   "Say it in the answer, or in the row that it is of");
      return;
    }
  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
      if (is_short_name (text))
        g_object_set (item, property, text, NULL);
      else
        why = "A short name belongs here: letters, digits, full stops, hyphens and underscores";
      break;
    case MARMOT_DOCUMENT_TEXT:
      if (strlen (text) <= MAX_TEXT)
        g_object_set (item, property, text, NULL);
      else
        why = "The text is longer than a mebibyte";
      break;
    case MARMOT_DOCUMENT_URI:
      if (is_page (text))
        g_object_set (item, property, text, NULL);
      else
        why = "The address of a page belongs here, which begins with https:// or http://";
      break;
    case MARMOT_DOCUMENT_TEXTS:
      if (strlen (text) <= MAX_TEXT)
        set_texts (item, field, text);
      else
        why = "The text is longer than a mebibyte";
      break;
    case MARMOT_DOCUMENT_PERIOD:
      if (!set_period (item, field, text))
        why = "A day or a period belongs here, such as 2018-02-05 or 2017/18";
      break;
    case MARMOT_DOCUMENT_DAY:
      if (!set_period (item, field, text))
        why = "A day belongs here, such as 2018-02-05";
      break;
    case MARMOT_DOCUMENT_VALUE:
      if (!set_value (item, field, text))
        why = "A figure as it was printed belongs here, such as 91%";
      break;
    case MARMOT_DOCUMENT_MEMBER:
      if (!set_member (item, field, text))
        why = "It is none of the words that belong here";
      break;
    case MARMOT_DOCUMENT_NUMBER:
      if (!set_number (item, field, text))
        why = "A number belongs here";
      break;
    case MARMOT_DOCUMENT_STATE:
    case MARMOT_DOCUMENT_FLAG:
    case MARMOT_DOCUMENT_LIST:
    default:
      g_assert_not_reached ();
    }
  if (why)
    refuse_cell (at, column, text, "import/value", why, "Correct the cell, or place its text by hand");
}

/* --- what a table is ------------------------------------------------------------------ */

static gboolean
is_among (const char *words,
          const char *const *names)
{
  return g_strv_contains (names, words);
}

typedef struct
{
  Table table;
  guint header;                            /* the row that says so */
  guint question;                          /* the columns of names */
  guint dimension;
  const char *properties[IMPORT_MAX_COLUMNS]; /* NULL is a column that nobody knows */
} Shape;

static const char *
find_property (Table table,
               const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].table == table && g_str_equal (labels[i].words, words))
      return labels[i].property;
  return NULL;
}

/* One column that is called nothing known, where none is the answer: then it is. */
static void
find_answer (Shape *shape,
             guint n_columns)
{
  guint unknown = NO_COLUMN, n_unknown = 0;

  for (guint i = 0; i < n_columns && i < IMPORT_MAX_COLUMNS; i++)
    {
      if (shape->properties[i] && g_str_equal (shape->properties[i], "text"))
        return;
      if (shape->properties[i] || i == shape->question || i == shape->dimension)
        continue;
      unknown = i;
      n_unknown++;
    }
  if (n_unknown == 1)
    shape->properties[unknown] = "text";
}

static gboolean
try_header (const ImportGrid *grid,
            guint row,
            Shape *shape)
{
  GPtrArray *cells = grid->rows->pdata[row];

  *shape = (Shape){ .table = TABLE_NONE, .header = row, .question = NO_COLUMN, .dimension = NO_COLUMN };
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *words = strlen (cells->pdata[i]) < 200 ? import_normalise (cells->pdata[i]) : g_strdup ("");

      for (guint j = 0; i == 0 && j < G_N_ELEMENTS (first_columns); j++)
        if (g_str_equal (words, first_columns[j].words) && cells->len > 1)
          shape->table = first_columns[j].table;
      if (shape->question == NO_COLUMN && is_among (words, question_columns))
        shape->question = i;
      else if (shape->dimension == NO_COLUMN && is_among (words, dimension_columns))
        shape->dimension = i;
    }
  if ((shape->question != NO_COLUMN || shape->dimension != NO_COLUMN) && cells->len > 1)
    shape->table = TABLE_ANSWERS;
  for (guint i = 0; i < cells->len && i < IMPORT_MAX_COLUMNS; i++)
    {
      g_autofree char *words = strlen (cells->pdata[i]) < 200 ? import_normalise (cells->pdata[i]) : g_strdup ("");

      shape->properties[i] = find_property (shape->table, words);
    }
  if (shape->table == TABLE_ANSWERS)
    find_answer (shape, cells->len);
  return shape->table != TABLE_NONE;
}

static void
find_shape (const ImportGrid *grid,
            Shape *shape)
{
  for (guint i = 0; i < grid->rows->len && i < HEADER_ROWS; i++)
    if (try_header (grid, i, shape))
      return;
  *shape = (Shape){ .table = TABLE_NONE, .header = NO_COLUMN, .question = NO_COLUMN, .dimension = NO_COLUMN };
}

gboolean
import_has_answers (const ImportGrid *grid)
{
  Shape shape;

  return grid->rows->len > 0 && try_header (grid, 0, &shape) && shape.table == TABLE_ANSWERS;
}

/* --- answers -------------------------------------------------------------------------- */

/* TRUE the first time that a question or dimension is answered. */
static gboolean
is_first (Row *at,
          const char *what,
          const char *id)
{
  return g_hash_table_add (at->import->seen, g_strdup_printf ("%s/%s", what, id));
}

/* What stands behind the words of a question, but its prompts. */
static void
leave_rest (Row *at,
            guint column,
            const char *rest)
{
  g_auto (GStrv) lines = g_strsplit (rest ? rest : "", "\n", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (gsize i = 0; lines[i]; i++)
    if (!import_words_is_expected (at->import->words, lines[i]))
      g_string_append_printf (left, "%s%s", left->len ? "\n" : "", lines[i]);
  if (left->len > 0)
    refuse_cell (at, column, left->str, "import/behind-question", "Something stands behind the words of the question",
                 "Move it to the answer, if it belongs there");
}

static gpointer
make_answer (Row *at,
             const char *question,
             const char *dimension)
{
  gpointer item;

  if (dimension)
    {
      item = marmot_assessment_group_new ();
      marmot_assessment_group_set_dimension (item, dimension);
    }
  else
    {
      item = marmot_assessment_response_new ();
      marmot_assessment_response_set_question (item, question);
    }
  return item;
}

static gboolean
is_there (const char *text)
{
  return text && *text;
}

/* Of a row without a state: a text, or a choice, is an answer. */
static void
settle_state (Row *at,
              gpointer item)
{
  gboolean is_group = MARMOT_IS_ASSESSMENT_GROUP (item);
  const char *text = is_group ? marmot_assessment_group_get_text (item) : marmot_assessment_response_get_text (item);
  const char *reason = is_group ? marmot_assessment_group_get_reason (item) : marmot_assessment_response_get_reason (item);

  if (is_there (text) || (!is_group && is_there (marmot_assessment_response_get_choice (item))))
    g_object_set (item, "state", MARMOT_ANSWER_STATE_ANSWERED, NULL);
  else if (is_there (reason))
    import_report (at->import, "import/no-state", MARMOT_SEVERITY_WARNING, at->grid, at->row, NO_COLUMN,
                   "There is a reason, and nothing says whether it does not apply or is not answered yet",
                   "Set the state of the answer");
}

static void
append (Row *at,
        gpointer item)
{
  MarmotAssessment *to = at->import->assessment;

  g_list_store_append (MARMOT_IS_ASSESSMENT_GROUP (item) ? marmot_assessment_get_groups (to)
                                                         : marmot_assessment_get_responses (to),
                       item);
}

static const char *
find_dimension (Row *at,
                const char *text)
{
  MarmotDimension *exact = text ? marmot_assessment_template_find_dimension (at->import->template, text) : NULL;

  if (exact)
    return marmot_dimension_get_id (exact);
  return text ? import_words_find_dimension (at->import->words, text) : NULL;
}

static const char *
find_question (Row *at,
               const char *text,
               const char **rest)
{
  MarmotTemplateQuestion *exact = text ? marmot_assessment_template_find_question (at->import->template, text) : NULL;

  *rest = NULL;
  if (exact)
    return marmot_template_question_get_id (exact);
  return text ? import_words_find_question (at->import->words, text, rest) : NULL;
}

static void
read_answer (Row *at,
             const Shape *shape)
{
  const char *asked = shape->question != NO_COLUMN ? get_cell (at, shape->question) : NULL;
  const char *looked_at = shape->dimension != NO_COLUMN ? get_cell (at, shape->dimension) : NULL;
  const char *rest = NULL;
  const char *dimension = find_dimension (at, looked_at);
  const char *question = looked_at ? NULL : find_question (at, asked, &rest);
  g_autoptr (GObject) item = NULL;
  gboolean is_filled = FALSE, has_state = FALSE;

  if (is_empty_row (at, 0))
    return;
  if (!dimension && !question)
    {
      leave_row (at, looked_at ? "import/no-dimension" : "import/no-question",
                 looked_at ? "The form has no such group" : "The form has no such question",
                 "Correct its name, or place its text by hand");
      return;
    }
  if (rest)
    leave_rest (at, shape->question, rest);
  item = make_answer (at, question, dimension);
  for (guint i = 0; i < get_cells (at)->len; i++)
    is_filled |= i != shape->question && i != shape->dimension && get_cell (at, i) != NULL;
  if (!is_filled)
    return;
  if (!is_first (at, dimension ? "groups" : "responses", dimension ? dimension : question))
    {
      leave_row (at, "import/twice", "It is answered above", "Put both answers together by hand");
      return;
    }
  for (guint i = 0; i < get_cells (at)->len; i++)
    {
      const char *property = shape->properties[i];

      if (i == shape->question || i == shape->dimension || !get_cell (at, i))
        continue;
      if (!property)
        refuse_cell (at, i, get_cell (at, i), "import/column", "Nobody knows what the column is",
                     "Name it as the form does, or place its text by hand");
      else
        fill (at, i, item, property);
      has_state |= property && g_str_equal (property, "state");
    }
  if (!has_state)
    settle_state (at, item);
  append (at, item);
}

/* A row of a table without a header: what it is about, and what was filled in. */
static void
read_bare (Row *at)
{
  const char *name = get_cell (at, 0);
  const char *rest = NULL;
  const char *dimension = find_dimension (at, name);
  const char *question = dimension ? NULL : find_question (at, name, &rest);
  g_autoptr (GObject) item = NULL;

  if (!dimension && !question)
    {
      leave_row (at, "import/row", "The row is about nothing that the form asks for", "Place its text by hand");
      return;
    }
  if (rest)
    leave_rest (at, 0, rest);
  if (is_empty_row (at, 1))
    return;
  if (!is_first (at, dimension ? "groups" : "responses", dimension ? dimension : question))
    {
      leave_row (at, "import/twice", "It is answered above", "Put both answers together by hand");
      return;
    }
  item = make_answer (at, question, dimension);
  fill (at, 1, item, "text");
  for (guint i = 2; i < get_cells (at)->len; i++)
    if (get_cell (at, i))
      refuse_cell (at, i, get_cell (at, i), "import/column", "Nobody knows what the column is",
                   "Name it as the form does, or place its text by hand");
  settle_state (at, item);
  append (at, item);
}

/* --- the rest ------------------------------------------------------------------------- */

static void
read_head (Row *at)
{
  MarmotAssessment *to = at->import->assessment;
  g_autofree char *words = import_normalise (import_grid_get (at->grid, at->row, 0));
  const char *property = find_property (TABLE_HEAD, words);
  const char *text = get_cell (at, 1);

  if (is_empty_row (at, 1))
    return;
  if (!property)
    {
      leave_row (at, "import/row", "The form has no such row", "Place its text by hand");
      return;
    }
  if (g_str_equal (property, "state"))
    {
      g_autofree char *state = text ? import_normalise (text) : NULL;

      if (state && !g_str_equal (state, "draft"))
        refuse_cell (at, 1, text, "import/state", "The form says how far it has come; what is imported is a draft",
                     "Submit, approve and publish it here");
    }
  else
    {
      fill (at, 1, to, property);
    }
  for (guint i = 2; i < get_cells (at)->len; i++)
    if (get_cell (at, i))
      refuse_cell (at, i, get_cell (at, i), "import/column", "Nobody knows what the column is", "Place its text by hand");
}

static GListStore *
get_list (Import *self,
          Table table)
{
  switch (table)
    {
    case TABLE_EVIDENCE:
      return marmot_assessment_get_evidence (self->assessment);
    case TABLE_OUTCOMES:
      return marmot_assessment_get_outcomes (self->assessment);
    case TABLE_ACTIONS:
      return marmot_assessment_get_actions (self->assessment);
    case TABLE_ENGAGEMENT:
      return marmot_assessment_get_engagement (self->assessment);
    case TABLE_REVIEWS:
      return marmot_assessment_get_reviews (self->assessment);
    case TABLE_NONE:
    case TABLE_ANSWERS:
    case TABLE_HEAD:
    case TABLE_WORKED_OUT:
    default:
      g_assert_not_reached ();
    }
}

/* Outcomes and actions must have short names on file, each its own. */
static void
settle_id (Row *at,
           GListStore *list,
           gpointer item)
{
  const char *kind = MARMOT_IS_ACTION (item) ? "action" : "outcome";
  const char *given = marmot_document_get_id (item);
  g_autofree char *id = NULL;

  if (!find_field (item, "id") || (given && is_first (at, kind, given)))
    return;
  import_report (at->import, "import/short-name", MARMOT_SEVERITY_NOTE, at->grid, at->row, 0,
                 given ? "Its short name is taken, and another was made" : "It has no short name, and one was made",
                 "Choose another, if you like");
  for (guint n = g_list_model_get_n_items (G_LIST_MODEL (list)) + 1; !id; n++)
    {
      g_autofree char *made = g_strdup_printf ("%s-%u", kind, n);

      if (is_first (at, kind, made))
        id = g_steal_pointer (&made);
    }
  g_object_set (item, "id", id, NULL);
}

static void
read_item (Row *at,
           const Shape *shape)
{
  GListStore *list = get_list (at->import, shape->table);
  g_autoptr (GObject) item = NULL;
  gboolean is_filled = FALSE;

  for (guint i = 0; i < get_cells (at)->len; i++)
    is_filled |= get_cell (at, i) && !(shape->properties[i] && !*shape->properties[i]);
  if (!is_filled)
    return;
  item = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)), NULL);
  for (guint i = 0; i < get_cells (at)->len; i++)
    {
      if (!get_cell (at, i))
        continue;
      if (!shape->properties[i])
        refuse_cell (at, i, get_cell (at, i), "import/column", "Nobody knows what the column is",
                     "Name it as the form does, or place its text by hand");
      else if (*shape->properties[i])
        fill (at, i, item, shape->properties[i]);
      else if (strspn (get_cell (at, i), "0123456789") != strlen (get_cell (at, i)))
        refuse_cell (at, i, get_cell (at, i), "import/value", "Only a number belongs here", "Place its text by hand");
    }
  settle_id (at, list, item);
  g_list_store_append (list, item);
}

static void
read_row (Row *at,
          const Shape *shape)
{
  switch (shape->table)
    {
    case TABLE_ANSWERS:
      read_answer (at, shape);
      break;
    case TABLE_HEAD:
      read_head (at);
      break;
    case TABLE_EVIDENCE:
    case TABLE_OUTCOMES:
    case TABLE_ACTIONS:
    case TABLE_ENGAGEMENT:
    case TABLE_REVIEWS:
      read_item (at, shape);
      break;
    case TABLE_NONE:
      read_bare (at);
      break;
    case TABLE_WORKED_OUT:
    default:
      break;
    }
}

void
import_add_grid (Import *self,
                 const ImportGrid *grid)
{
  Shape shape;

  if (grid->rows->len == 0)
    return;
  if (grid->is_merged)
    import_report (self, "import/merged", MARMOT_SEVERITY_NOTE, grid, 0, NO_COLUMN,
                   "Cells of the table go over several rows or columns, and count in their first",
                   "See whether they were read as they were meant");
  find_shape (grid, &shape);
  if (shape.table == TABLE_WORKED_OUT)
    {
      import_report (self, "import/worked-out", MARMOT_SEVERITY_NOTE, grid, 0, NO_COLUMN,
                     "The library works the table out of the rest, and does not read it", "Check the assessment again");
      return;
    }
  for (guint i = 0; i < grid->rows->len; i++)
    {
      Row at = { self, grid, i };

      if (shape.table != TABLE_NONE && i < shape.header)
        leave_row (&at, "import/row", "The row stands before the first of the table", "Place its text by hand");
      else if (i != shape.header)
        read_row (&at, &shape);
    }
}
