/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cohorts of legal statuses. What a status rests on is different from person to person, so
 * that the reasons are gathered as they come.
 */
#include "cohort-private.h"

#include "core/marmot-threads-private.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

void
cohort_find_status (const PersonColumns *columns,
                    gsize row,
                    gint32 day,
                    const LegalTerms *terms,
                    LegalAnswer *answer)
{
  guint32 problems = columns->problems[row];
  LegalLife life;

  person_set_get_life (columns, row, NULL, &life);
  /* When a birthday is decides what contradicts it; contacts after death do at any rate. */
  if (terms->leap_birthday != MARMOT_LEAP_BIRTHDAY_MARCH)
    problems = legal_check (&life, terms) | (problems & LEGAL_AFTER_DEATH);
  legal_evaluate (&life, terms, problems, day, NULL, answer);
}

MarmotCareAnswer
cohort_is_wanted (const LegalAnswer *answer,
                  guint32 wanted)
{
  guint32 possible = answer->status == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED ? answer->possible : 1u << answer->status;

  if (possible == 0)
    return MAYBE;
  if ((possible & ~wanted) == 0)
    return YES;
  return possible & wanted ? MAYBE : NO;
}

/* --- reasons as they come -------------------------------------------------------------- */

/* A reason in a number: the answer, the status, the rule, and what it depends on. */
#define KEY_OF(answer, status, rule, depends) \
  ((guint32) (answer) << 30 | (guint32) (status) << 27 | (guint32) (rule) << 22 | (depends))
#define KEY_ANSWER(key) ((key) >> 30)
#define KEY_STATUS(key) ((key) >> 27 & 7)
#define KEY_RULE(key) ((key) >> 22 & 31)
#define KEY_DEPENDS(key) ((key) & 0x3fffff)

G_STATIC_ASSERT (LEGAL_N_RULES < 32);

typedef struct
{
  const PersonColumns *columns;
  const StatusRule *rule;
  guint32 *keys;
} Asked;

static void
ask_rows (gsize first,
          gsize n_rows,
          gpointer data)
{
  const Asked *asked = data;

  for (gsize row = first; row < first + n_rows; row++)
    {
      LegalAnswer answer;
      MarmotCareAnswer is_wanted;

      cohort_find_status (asked->columns, row, asked->rule->day, asked->rule->terms, &answer);
      is_wanted = cohort_is_wanted (&answer, asked->rule->wanted);
      asked->keys[row] = KEY_OF (is_wanted, answer.status, is_wanted == YES ? answer.rule : LEGAL_NO_RULE,
                                 is_wanted == MAYBE ? answer.depends_on : 0);
    }
}

static const char *
status_words (MarmotCareStatus status)
{
  switch (status)
    {
    case MARMOT_CARE_STATUS_ELIGIBLE:
      return "eligible";
    case MARMOT_CARE_STATUS_RELEVANT:
      return "relevant";
    case MARMOT_CARE_STATUS_FORMER_RELEVANT:
      return "former relevant";
    case MARMOT_CARE_STATUS_QUALIFYING:
      return "qualifying";
    case MARMOT_CARE_STATUS_NONE:
      return "none of the statuses of a care leaver";
    case MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED:
    default:
      return "a status that cannot be determined";
    }
}

static char *
print_reason (guint32 key,
              const LegalTerms *terms)
{
  MarmotCareStatus status = (MarmotCareStatus) KEY_STATUS (key);
  const LegalProvision *provision;
  g_auto (GStrv) depends = NULL;
  g_autofree char *list = NULL;

  if (KEY_ANSWER (key) == MAYBE)
    {
      depends = legal_list_depends (KEY_DEPENDS (key));
      list = depends ? g_strjoinv (", ", depends) : g_strdup ("");
      return list[0] ? g_strdup_printf ("cannot be determined; it depends on: %s", list)
                     : g_strdup ("cannot be determined");
    }
  if (status == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
    return g_strdup (KEY_ANSWER (key) == YES ? "one of these statuses, though not known which"
                                             : "none of these statuses, though not known which other");
  provision = KEY_RULE (key) < LEGAL_N_RULES ? legal_law_any (terms->law, (LegalRule) KEY_RULE (key)) : NULL;
  return provision ? g_strdup_printf ("%s (%s)", status_words (status), provision->authority)
                   : g_strdup (status_words (status));
}

/* Reasons by their keys. Beyond those that there is room for, one for each answer. */
typedef struct
{
  GHashTable *codes;
  GPtrArray *texts;
  CohortReason reasons[COHORT_MAX_REASONS + 3];
  guint n_reasons;
} Gathered;

static guint
add_reason (Gathered *gathered,
            MarmotCareAnswer answer,
            char *text)
{
  g_ptr_array_add (gathered->texts, text);
  gathered->reasons[gathered->n_reasons] = (CohortReason){ answer, text };
  return gathered->n_reasons++;
}

static guint
find_code (Gathered *gathered,
           guint32 key,
           const LegalTerms *terms)
{
  static const char *const many[] = { [NO] = "for one of many other reasons", [YES] = "by one of many other rules",
                                      [MAYBE] = "cannot be determined, for one of many other reasons" };
  gpointer found;
  guint code;

  if (g_hash_table_lookup_extended (gathered->codes, GUINT_TO_POINTER (key), NULL, &found))
    return GPOINTER_TO_UINT (found);
  if (gathered->n_reasons >= COHORT_MAX_REASONS)
    {
      /* Nothing else has the status 7. */
      guint32 rest = KEY_OF (KEY_ANSWER (key), 7, 0, 0);

      if (g_hash_table_lookup_extended (gathered->codes, GUINT_TO_POINTER (rest), NULL, &found))
        return GPOINTER_TO_UINT (found);
      code = add_reason (gathered, (MarmotCareAnswer) KEY_ANSWER (key), g_strdup (many[KEY_ANSWER (key)]));
      key = rest;
    }
  else
    code = add_reason (gathered, (MarmotCareAnswer) KEY_ANSWER (key), print_reason (key, terms));
  g_hash_table_insert (gathered->codes, GUINT_TO_POINTER (key), GUINT_TO_POINTER (code));
  return code;
}

MarmotCohort *
cohort_new_of_status_take (MarmotPersonSet *people,
                           char *name,
                           char *definition,
                           MarmotPeriod *reference,
                           const StatusRule *rule)
{
  const PersonColumns *columns = person_set_peek (people);
  g_autofree guint32 *keys = g_new (guint32, columns->n_people + 1);
  guint8 *codes = cohort_codes_new (columns->n_people);
  Asked asked = { columns, rule, keys };
  Gathered gathered = { .n_reasons = 0 };
  guint code = 0;
  MarmotCohort *cohort;

  marmot_rows_run (columns->n_people, ask_rows, &asked);

  gathered.codes = g_hash_table_new (NULL, NULL);
  gathered.texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize row = 0; row < columns->n_people; row++)
    {
      if (row == 0 || keys[row] != keys[row - 1])
        code = find_code (&gathered, keys[row], rule->terms);
      codes[row] = (guint8) code;
    }
  cohort = cohort_new_take (people, name, definition, reference, gathered.reasons, gathered.n_reasons, FALSE, codes);
  g_hash_table_unref (gathered.codes);
  g_ptr_array_unref (gathered.texts);
  return cohort;
}
