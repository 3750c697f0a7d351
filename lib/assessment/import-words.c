/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A template known by its words, whatever a word processor made of their case, blanks,
 * punctuation and quotes.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "assessment-import-private.h"

/* The words of a question are enough to know it by, whatever stands behind them, if they
 * are so many. */
#define LEAST_WORDS 20

typedef struct
{
  char *words;
  char *id;
  char *more; /* of a dimension: its definition, which may stand behind it */
} Name;

struct _ImportWords
{
  GArray *questions;  /* of Name; the longest words first */
  GArray *dimensions;
  GHashTable *expected;
  GPtrArray *starts; /* of what is expected */
};

/* What else the page of an assessment says outside its tables: all of it, */
static const char *const whole[] = {
  "Skip to the report",
  "What is assessed",
  "What is assessed, and who answers for it",
  "What checking finds",
  "How much there is of each thing",
  "Completeness, by the form",
  "Nothing is missing.",
  "Substance, by the rules H01 to H15",
  "Nothing was found.",
  "What may be personal data, and bars publication (H16)",
  "Draft: not for publication.",
  "An answer is not required.",
  "Answered by the rows of groups.",
  "Answered under Outcomes.",
  "Answered under Actions.",
  "Answered under Reviews.",
  "Choose one of these:",
  "None is recorded.",
  "Protected characteristics (Equality Act 2010)",
  "Socio-economic position",
  "Where people live",
  "Groups whom services reach last",
  "Looked at locally, and no characteristics of the Equality Act",
  "Other groups",
  "What the form does not ask for",
  "Answers to questions that the form does not have",
  "Rows of groups that the form does not have",
  "Evidence",
  "What the answers rest upon",
  "Outcomes",
  "What is to change, and the indicator that shows it",
  "Actions",
  "What is to be done, by which role and by when",
  "Who was asked",
  "Which groups were asked, and what it changed",
  "Reviews",
  "Reviews, and what follows from them",
  "The form",
  "The assessment was begun with another version of this form.",
};

/* and beginnings. */
static const char *const beginnings[] = {
  "Completeness is by the form, and substance is what a reader would ask",
  "Fill in the cells of the tables, and leave their first rows and columns as they are",
  "To be reviewed from ",
  "As checked on ",
  "Made by libmarmot ",
  "Digest (SHA-256): ",
};

static char *
drop_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_len (plain, at, g_utf8_next_char (at) - at);
  return g_string_free (plain, FALSE);
}

/* Accents are of no account either. Composing them takes GLib the square of the length, and
 * so does putting many of them in order, so that they go before and after letters are taken
 * apart. */
char *
import_normalise (const char *text)
{
  g_autofree char *bare = drop_marks (text);
  g_autofree char *plain = g_utf8_normalize (bare, -1, G_NORMALIZE_ALL);
  GString *words = g_string_new (NULL);
  gboolean has_blank = FALSE;

  for (const char *at = plain ? plain : ""; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          has_blank = words->len > 0;
          continue;
        }
      if (has_blank)
        g_string_append_c (words, ' ');
      has_blank = FALSE;
      g_string_append_unichar (words, g_unichar_tolower (c));
    }
  return g_string_free (words, FALSE);
}

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->words);
  g_free (name->id);
  g_free (name->more);
}

static void
add_name (GArray *names,
          const char *words,
          const char *id,
          const char *more)
{
  Name name = { import_normalise (words), g_strdup (id), more ? import_normalise (more) : NULL };

  if (*name.words)
    g_array_append_val (names, name);
  else
    clear_name (&name);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const gsize x = strlen (((const Name *) a)->words), y = strlen (((const Name *) b)->words);

  return (x < y) - (x > y);
}

void
import_words_expect (ImportWords *self,
                     const char *text)
{
  g_autofree char *words = text ? import_normalise (text) : NULL;

  if (words && *words)
    g_hash_table_add (self->expected, g_steal_pointer (&words));
}

static void
add_question (ImportWords *self,
              MarmotTemplateQuestion *question)
{
  const char *id = marmot_template_question_get_id (question);
  const char *number = marmot_template_question_get_number (question);
  const char *text = marmot_template_question_get_text (question);
  const char *const *prompts = marmot_template_question_get_prompts (question);
  const char *const *choices = marmot_template_question_get_choices (question);
  g_autofree char *numbered = number ? g_strdup_printf ("%s %s", number, text) : NULL;
  g_autofree char *caption = g_strdup_printf ("Answer to question %s", number ? number : id);

  add_name (self->questions, id, id, NULL);
  add_name (self->questions, text, id, NULL);
  import_words_expect (self, text);
  import_words_expect (self, caption);
  if (numbered)
    {
      g_autofree char *called = g_strdup_printf ("Question %s", number);

      add_name (self->questions, number, id, NULL);
      add_name (self->questions, called, id, NULL);
      add_name (self->questions, numbered, id, NULL);
      import_words_expect (self, numbered);
    }
  for (gsize i = 0; prompts && prompts[i]; i++)
    import_words_expect (self, prompts[i]);
  for (gsize i = 0; choices && choices[i]; i++)
    import_words_expect (self, choices[i]);
}

static void
add_dimension (ImportWords *self,
               MarmotDimension *dimension)
{
  const char *id = marmot_dimension_get_id (dimension);
  const char *label = marmot_dimension_get_label (dimension);
  const char *definition = marmot_dimension_get_definition (dimension);
  const char *basis = marmot_dimension_get_legal_basis (dimension);
  g_autofree char *both = g_strdup_printf ("%s (%s)", label, id);
  g_autofree char *whole_text = g_strconcat (label, definition ? ": " : "", definition ? definition : "", basis ? " (" : "",
                                             basis ? basis : "", basis ? ")" : "", NULL);

  add_name (self->dimensions, id, id, NULL);
  add_name (self->dimensions, label, id, definition ? definition : "");
  add_name (self->dimensions, both, id, NULL);
  import_words_expect (self, whole_text);
  import_words_expect (self, label);
  import_words_expect (self, definition);
}

ImportWords *
import_words_new (MarmotAssessmentTemplate *template)
{
  ImportWords *self = g_new0 (ImportWords, 1);
  GListModel *questions = marmot_assessment_template_get_questions (template);
  GListModel *dimensions = marmot_assessment_template_get_dimensions (template);
  GListModel *stages = marmot_assessment_template_get_stages (template);
  const struct
  {
    const char *term;
    const char *text;
  } terms[] = {
    { "Form", marmot_assessment_template_get_title (template) },
    { "Short name of the form", marmot_assessment_template_get_id (template) },
    { "Publisher", marmot_assessment_template_get_publisher (template) },
    { "Licence", marmot_assessment_template_get_licence (template) },
    { "Attribution", marmot_assessment_template_get_attribution (template) },
    { "Published in", marmot_assessment_template_get_source (template) },
    { "About the form", marmot_assessment_template_get_notes (template) },
  };

  self->questions = g_array_new (FALSE, FALSE, sizeof (Name));
  self->dimensions = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->questions, clear_name);
  g_array_set_clear_func (self->dimensions, clear_name);
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, i);

      add_question (self, question);
    }
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);

      add_dimension (self, dimension);
    }
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (MarmotTemplateStage) stage = g_list_model_get_item (stages, i);

      import_words_expect (self, marmot_template_stage_get_title (stage));
    }
  g_array_sort (self->questions, compare_lengths);
  g_array_sort (self->dimensions, compare_lengths);

  import_words_expect (self, marmot_assessment_template_get_title (template));
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *line = terms[i].text ? g_strdup_printf ("%s: %s", terms[i].term, terms[i].text) : NULL;

      import_words_expect (self, line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    import_words_expect (self, whole[i]);
  self->starts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    g_ptr_array_add (self->starts, import_normalise (beginnings[i]));
  return self;
}

void
import_words_free (ImportWords *self)
{
  g_array_unref (self->questions);
  g_array_unref (self->dimensions);
  g_hash_table_unref (self->expected);
  g_ptr_array_unref (self->starts);
  g_free (self);
}

/* Whether words begin with others, and what follows. */
static const char *
skip_words (const char *words,
            const char *start)
{
  const gsize length = strlen (start);

  if (strncmp (words, start, length) != 0 || (words[length] && words[length] != ' '))
    return NULL;
  return words[length] ? words + length + 1 : words + length;
}

/* The place in a text behind so many of its letters and digits. */
static const char *
skip_letters (const char *text,
              gsize n)
{
  while (*text && n > 0)
    {
      n -= g_unichar_isalnum (g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
  return text;
}

static gsize
count_letters (const char *words)
{
  gsize n = 0;

  for (const char *at = words; *at; at = g_utf8_next_char (at))
    n += *at != ' ';
  return n;
}

const char *
import_words_find_question (ImportWords *self,
                            const char *text,
                            const char **rest)
{
  g_autofree char *words = import_normalise (text);

  *rest = NULL;
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Name *name = &g_array_index (self->questions, Name, i);
      const char *more = skip_words (words, name->words);

      if (!more || (*more && strlen (name->words) < LEAST_WORDS))
        continue;
      if (*more)
        *rest = skip_letters (text, count_letters (name->words));
      return name->id;
    }
  return NULL;
}

const char *
import_words_find_dimension (ImportWords *self,
                             const char *text)
{
  g_autofree char *words = import_normalise (text);

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const Name *name = &g_array_index (self->dimensions, Name, i);
      const char *more = skip_words (words, name->words);

      /* Only the definition, or its beginning, may follow: what else does is somebody's. */
      if (more && (!*more || (name->more && *name->more && g_str_has_prefix (name->more, more))))
        return name->id;
    }
  return NULL;
}

gboolean
import_words_is_expected (ImportWords *self,
                          const char *text)
{
  g_autofree char *words = import_normalise (text);

  if (!*words || g_hash_table_contains (self->expected, words))
    return TRUE;
  for (guint i = 0; i < self->starts->len; i++)
    if (g_str_has_prefix (words, self->starts->pdata[i]))
      return TRUE;
  return FALSE;
}
