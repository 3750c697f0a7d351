/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the words of an assessment give away: one sentence in several rows (H04), reasons that
 * the ages contradict (H05), answers that point elsewhere (H14).
 */
#include "assessment-check-private.h"

#include <string.h>

#include "core/marmot-document-private.h"

/* A sentence of so many characters that stands in two rows is no chance; and two that begin
 * with so many of the same are the same, whatever was put behind one of them. */
#define LEAST_SENTENCE 40
#define LONG_SENTENCE 100

/* Its beginning, by which it is told from others. */
static char *
shorten_sentence (const char *text)
{
  return g_utf8_strlen (text, -1) > LONG_SENTENCE ? g_utf8_substring (text, 0, LONG_SENTENCE) : g_strdup (text);
}

/* The sentences of a text, in small letters, with single blanks and without what is no
 * letter or digit: so that a comma makes no other sentence. */
static GPtrArray *
list_sentences (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sentence = g_string_new (NULL);
  gboolean has_blank = FALSE;

  for (const char *at = text ? text : "";; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!letter || letter == '.' || letter == '!' || letter == '?' || letter == '\n')
        {
          if (g_utf8_strlen (sentence->str, -1) >= LEAST_SENTENCE)
            g_ptr_array_add (sentences, shorten_sentence (sentence->str));
          g_string_truncate (sentence, 0);
          has_blank = FALSE;
          if (!letter)
            break;
        }
      else if (g_unichar_isalnum (letter))
        {
          if (has_blank && sentence->len > 0)
            g_string_append_c (sentence, ' ');
          has_blank = FALSE;
          g_string_append_unichar (sentence, g_unichar_tolower (letter));
        }
      else
        has_blank = TRUE;
    }
  return sentences;
}

/* H04: of the rows of the Act's characteristics, the most that hold one same sentence. */
void
assessment_check_sentences (const AssessmentCheck *self,
                 AssessmentCounts *counts)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  g_autoptr (GHashTable) rows_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      const char *id = marmot_assessment_group_get_dimension (group);
      MarmotDimension *dimension = id ? g_hash_table_lookup (self->index.dimensions, id) : NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) sentences = NULL;

      if (!dimension || !marmot_dimension_is_statutory (dimension))
        continue;
      counts->n_rows++;
      sentences = list_sentences (marmot_assessment_group_get_text (group));
      for (guint j = 0; j < sentences->len; j++)
        if (g_hash_table_add (seen, sentences->pdata[j]))
          g_hash_table_insert (rows_of, g_strdup (sentences->pdata[j]),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (rows_of, sentences->pdata[j])) + 1));
    }
  g_hash_table_iter_init (&iter, rows_of);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    counts->n_same_sentence = MAX (counts->n_same_sentence, GPOINTER_TO_UINT (n));
  if (counts->n_same_sentence < 2)
    counts->n_same_sentence = 0;
  else
    assessment_report (self->findings, "H04", MARMOT_SEVERITY_WARNING, "groups", "Say of each group what is particular to it",
            "%u of %u rows hold the same sentence", counts->n_same_sentence, counts->n_rows);
}

/* What follows the first of the words that stands here; NULL if none does. */
static const char *
skip_one_of (const char *at,
             const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (at, *words))
      return at + strlen (*words);
  return NULL;
}

/* The age in "works with under 18s only", "under-18s", "below the age of 18" and the like; 0
 * for none. */
static guint
find_under (const char *reason)
{
  static const char *const cues[] = { "under", "below", "younger than", NULL };
  static const char *const between[] = { " ", "-", "the ", "age ", "ages ", "aged ", "of ", NULL };
  g_autofree char *text = g_ascii_strdown (reason, -1);

  for (const char *at = text; *at; at++)
    {
      const char *next = at == text || !g_ascii_isalnum (at[-1]) ? skip_one_of (at, cues) : NULL;
      char *end;
      guint64 age;

      if (!next || (*next != ' ' && *next != '-'))
        continue;
      for (const char *word = next; word; word = skip_one_of (word, between))
        next = word;
      age = g_ascii_isdigit (*next) ? g_ascii_strtoull (next, &end, 10) : 0;
      if (age > 0 && age < 150 && *end != '%')
        return (guint) age;
    }
  return 0;
}

/* H05: a reason that the ages of the programme contradict. */
void
assessment_check_reasons (const AssessmentCheck *self)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  guint until = marmot_assessment_get_age_until (self->of);

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      const char *reason = marmot_assessment_group_get_reason (group);
      guint under = assessment_is_there (reason) && marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE
                        ? find_under (reason)
                        : 0;
      g_autofree char *path = marmot_document_step ("", "groups", i);

      if (under && until && until >= under)
        assessment_report (self->findings, "H05", MARMOT_SEVERITY_WARNING, path, "Answer the row, or correct the ages",
                "It is said not to apply since the programme works with under %us, and the programme is for ages up to %u: "
                "the reason fails %s %u",
                under, until, until == under ? "only at" : "from", under);
      if (marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE && !assessment_is_there (reason))
        assessment_report (self->findings, "H05", MARMOT_SEVERITY_WARNING, path, "Say why it does not apply",
                "It is said not to apply, and not why");
    }
}

/* H14: an answer that begins by pointing elsewhere, in a short sentence of its own, or that is
 * no more than "n/a". */
static void
check_pointer (const AssessmentCheck *self,
               const char *list,
               guint place,
               const char *text)
{
  static const char *const starts[] = { "see ", "please see ", "as above", "as before", "refer to ", "please refer to ", NULL };
  static const char *const nothing[] = { "n/a", "n/a.", "not applicable", "not applicable.", NULL };
  const char *from = text ? text : "";
  g_autofree char *start = NULL, *path = NULL;
  gboolean is_pointer, is_nothing;

  while (g_ascii_isspace (*from))
    from++;
  start = g_strchomp (g_ascii_strdown (from, (gssize) strnlen (from, LEAST_SENTENCE)));
  is_pointer = skip_one_of (start, starts) && strcspn (from, ".;\n") < LEAST_SENTENCE;
  is_nothing = g_strv_contains (nothing, start);
  if (!is_pointer && !is_nothing)
    return;
  path = marmot_document_step ("", list, place);
  if (is_pointer)
    assessment_report (self->findings, "H14", MARMOT_SEVERITY_WARNING, path, "Answer the question itself", "The answer points elsewhere");
  else
    assessment_report (self->findings, "H14", MARMOT_SEVERITY_WARNING, path, "Set its state to \"not-applicable\", and give the reason",
            "The answer says no more than that it does not apply");
}

void
assessment_check_pointers (const AssessmentCheck *self)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);
  GListStore *groups = marmot_assessment_get_groups (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    check_pointer (self, "responses", i, marmot_assessment_response_get_text (assessment_item (responses, i)));
  for (guint i = 0; i < assessment_count (groups); i++)
    if (marmot_assessment_group_get_state (assessment_item (groups, i)) == MARMOT_ANSWER_STATE_ANSWERED)
      check_pointer (self, "groups", i, marmot_assessment_group_get_text (assessment_item (groups, i)));
}
