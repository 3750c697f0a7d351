/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cohorts out of cohorts, in three values: Kleene (1952), Introduction to metamathematics,
 * section 64.
 *
 * People are never looked at one by one but for two passes over their bytes: one that counts
 * how many have each pair of reasons, and one that gives each pair its reason in the result.
 * What is decided is decided for pairs, of which there are few.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "cohort-private.h"

#include "core/marmot-column-builder-private.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

/* Of whom nobody knows a value of a column, in the order of values. */
#define NO_VALUE (-1)

/* Parts of a cohort are a byte a person each. */
#define MAX_PART_BYTES ((gsize) 1 << 30)

static MarmotCareAnswer
invert (MarmotCareAnswer answer)
{
  return answer == NO ? YES : answer == YES ? NO : MAYBE;
}

/* --- pairs ----------------------------------------------------------------------------- */

typedef struct
{
  MarmotCohort *first;
  MarmotCohort *second;
  const CohortReason *first_reasons;
  const CohortReason *second_reasons;
  guint n_first;
  guint n_second;
  gsize n_people;
  gsize *counts;              /* n_first * n_second: how many have each pair */
} Pairs;

static void
pairs_init (Pairs *self,
            MarmotCohort *first,
            MarmotCohort *second)
{
  const guint8 *a = cohort_peek_codes (first);
  const guint8 *b = cohort_peek_codes (second);
  gsize n_pairs;
  guint32 *even, *odd;

  self->first = first;
  self->second = second;
  self->first_reasons = cohort_peek_reasons (first, &self->n_first);
  self->second_reasons = cohort_peek_reasons (second, &self->n_second);
  self->n_people = cohort_n_people (first);
  n_pairs = (gsize) self->n_first * self->n_second;
  self->counts = g_new0 (gsize, n_pairs + 1);

  /* Two counts at once: that of the same pair as the row before would wait for it. */
  even = g_new0 (guint32, n_pairs + 1);
  odd = g_new0 (guint32, n_pairs + 1);
  for (gsize row = 0; row + 1 < self->n_people; row += 2)
    {
      even[a[row] * self->n_second + b[row]]++;
      odd[a[row + 1] * self->n_second + b[row + 1]]++;
    }
  if (self->n_people & 1)
    even[a[self->n_people - 1] * self->n_second + b[self->n_people - 1]]++;
  for (gsize i = 0; i < n_pairs; i++)
    self->counts[i] = (gsize) even[i] + odd[i];
  g_free (even);
  g_free (odd);
}

static void
pairs_clear (Pairs *self)
{
  g_free (self->counts);
}

/* --- reasons --------------------------------------------------------------------------- */

/* Reasons of a result, each once. */
typedef struct
{
  GHashTable *codes;          /* of the answer and the text */
  GPtrArray *texts;
  CohortReason reasons[COHORT_MAX_REASONS];
  guint n_reasons;
} Result;

static void
result_init (Result *self)
{
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->n_reasons = 0;
}

static void
result_clear (Result *self)
{
  g_hash_table_unref (self->codes);
  g_ptr_array_unref (self->texts);
}

/* Takes the text. FALSE if there is no room for another reason. */
static gboolean
result_find (Result *self,
             MarmotCareAnswer answer,
             char *text,
             guint8 *code)
{
  char *key = g_strdup_printf ("%u%s", (guint) answer, text);
  gpointer found;

  if (g_hash_table_lookup_extended (self->codes, key, NULL, &found))
    {
      *code = (guint8) GPOINTER_TO_UINT (found);
      g_free (key);
      g_free (text);
      return TRUE;
    }
  if (self->n_reasons == COHORT_MAX_REASONS)
    {
      g_free (key);
      g_free (text);
      return FALSE;
    }
  *code = (guint8) self->n_reasons;
  self->reasons[self->n_reasons++] = (CohortReason){ answer, text };
  g_ptr_array_add (self->texts, text);
  g_hash_table_insert (self->codes, key, GUINT_TO_POINTER (*code));
  return TRUE;
}

/* Where a reason comes from. Those of a cohort that was made of others say so already. */
static char *
print_side (MarmotCohort *cohort,
            MarmotCareAnswer answer,
            const char *text,
            gboolean is_plain)
{
  static const char *const words[] = { [NO] = "not in", [YES] = "in", [MAYBE] = "not known whether in" };
  const char *name = marmot_cohort_get_name (cohort);

  if (is_plain)
    return g_strdup_printf ("%s \"%s\"", words[answer], name);
  if (cohort_is_combined (cohort))
    return g_strdup (text);
  return g_strdup_printf ("%s \"%s\": %s", words[answer], name, text);
}

/* Which side of a pair gives the reason. */
typedef enum
{
  SIDE_FIRST,
  SIDE_SECOND,
  SIDE_BOTH
} Side;

typedef MarmotCareAnswer (*Combine) (MarmotCareAnswer first,
                                     MarmotCareAnswer second,
                                     Side            *side);

/* Who is kept out by the first is not asked about the second. */
static MarmotCareAnswer
combine_and (MarmotCareAnswer first,
             MarmotCareAnswer second,
             Side *side)
{
  *side = first == NO                     ? SIDE_FIRST
          : second == NO                  ? SIDE_SECOND
          : first == YES && second == YES ? SIDE_BOTH
          : first == MAYBE                ? SIDE_FIRST
                                          : SIDE_SECOND;
  if (first == NO || second == NO)
    return NO;
  return first == YES && second == YES ? YES : MAYBE;
}

/* "or" is "and" of those who are not, and "less" is "and" of those who are not in the
 * second: so the laws of De Morgan hold by how they are made. */
static MarmotCareAnswer
combine_or (MarmotCareAnswer first,
            MarmotCareAnswer second,
            Side *side)
{
  return invert (combine_and (invert (first), invert (second), side));
}

static MarmotCareAnswer
combine_less (MarmotCareAnswer first,
              MarmotCareAnswer second,
              Side *side)
{
  return combine_and (first, invert (second), side);
}

static char *
print_pair (const Pairs *pairs,
            guint a,
            guint b,
            Side side,
            gboolean is_plain)
{
  const CohortReason *first = &pairs->first_reasons[a];
  const CohortReason *second = &pairs->second_reasons[b];
  g_autofree char *one = NULL, *other = NULL;

  if (side != SIDE_SECOND)
    one = print_side (pairs->first, first->answer, first->text, is_plain);
  if (side != SIDE_FIRST)
    other = print_side (pairs->second, second->answer, second->text, is_plain);
  if (!one || !other)
    return g_strdup (one ? one : other);
  return g_str_equal (one, other) ? g_strdup (one) : g_strdup_printf ("%s; %s", one, other);
}

/* Gives each pair that somebody has its reason. FALSE if they are too many. */
static gboolean
map_pairs (const Pairs *pairs,
           Combine combine,
           gboolean is_plain,
           Result *result,
           guint8 *map)
{
  for (guint a = 0; a < pairs->n_first; a++)
    for (guint b = 0; b < pairs->n_second; b++)
      {
        gsize pair = (gsize) a * pairs->n_second + b;
        MarmotCareAnswer answer;
        char *text;
        Side side;

        if (pairs->counts[pair] == 0)
          continue;
        answer = combine (pairs->first_reasons[a].answer, pairs->second_reasons[b].answer, &side);
        text = cohort_cut_take (print_pair (pairs, a, b, side, is_plain), COHORT_REASON_LENGTH);
        if (!result_find (result, answer, text, &map[pair]))
          return FALSE;
      }
  return TRUE;
}

static MarmotCohort *
combine_cohorts (MarmotCohort *self,
              MarmotCohort *other,
              Combine combine,
              const char *word)
{
  const guint8 *a = cohort_peek_codes (self);
  const guint8 *b = cohort_peek_codes (other);
  MarmotPeriod *reference = cohort_peek_reference (self);
  g_autofree guint8 *map = NULL;
  guint8 *codes;
  Pairs pairs;
  Result result;
  MarmotCohort *cohort;

  pairs_init (&pairs, self, other);
  map = g_malloc0 ((gsize) pairs.n_first * pairs.n_second + 1);
  result_init (&result);
  if (!map_pairs (&pairs, combine, FALSE, &result, map))
    {
      /* Cohorts alone make seven at most. */
      result_clear (&result);
      result_init (&result);
      map_pairs (&pairs, combine, TRUE, &result, map);
    }

  codes = cohort_codes_new (pairs.n_people);
  for (gsize row = 0; row < pairs.n_people; row++)
    codes[row] = map[a[row] * pairs.n_second + b[row]];

  if (reference && (!cohort_peek_reference (other) || !marmot_period_equal (reference, cohort_peek_reference (other))))
    reference = NULL;
  cohort = cohort_new_take (
      marmot_cohort_get_people (self),
      g_strdup_printf ("(%s) %s (%s)", marmot_cohort_get_name (self), word, marmot_cohort_get_name (other)),
      g_strdup_printf ("Those in \"%s\" %s in \"%s\".\n%s: %s\n%s: %s", marmot_cohort_get_name (self),
                       g_str_equal (word, "and") ? "and" : g_str_equal (word, "or") ? "or" : "and not",
                       marmot_cohort_get_name (other), marmot_cohort_get_name (self), marmot_cohort_get_definition (self),
                       marmot_cohort_get_name (other), marmot_cohort_get_definition (other)),
      reference, result.reasons, result.n_reasons, TRUE, codes);
  result_clear (&result);
  pairs_clear (&pairs);
  return cohort;
}

MarmotCohort *
marmot_cohort_intersection (MarmotCohort *self,
                            MarmotCohort *other,
                            GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_COHORT (other), NULL);

  return cohort_check_same (self, other, error) ? combine_cohorts (self, other, combine_and, "and") : NULL;
}

MarmotCohort *
marmot_cohort_union (MarmotCohort *self,
                     MarmotCohort *other,
                     GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_COHORT (other), NULL);

  return cohort_check_same (self, other, error) ? combine_cohorts (self, other, combine_or, "or") : NULL;
}

MarmotCohort *
marmot_cohort_difference (MarmotCohort *self,
                          MarmotCohort *other,
                          GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_COHORT (other), NULL);

  return cohort_check_same (self, other, error) ? combine_cohorts (self, other, combine_less, "less") : NULL;
}

MarmotCohort *
marmot_cohort_complement (MarmotCohort *self)
{
  CohortReason reasons[G_MAXUINT8 + 1];
  const CohortReason *given;
  g_autoptr (GPtrArray) texts = NULL;
  guint n_reasons;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  given = cohort_peek_reasons (self, &n_reasons);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_reasons; i++)
    {
      char *text = print_side (self, given[i].answer, given[i].text, FALSE);

      g_ptr_array_add (texts, text);
      reasons[i] = (CohortReason){ invert (given[i].answer), text };
    }
  return cohort_reword_take (self, g_strdup_printf ("not (%s)", marmot_cohort_get_name (self)),
                             g_strdup_printf ("Those not in \"%s\".\n%s: %s", marmot_cohort_get_name (self),
                                              marmot_cohort_get_name (self), marmot_cohort_get_definition (self)),
                             reasons, TRUE);
}

/* --- compare --------------------------------------------------------------------------- */

static const char *const wheres[] = { "both", "first", "second", "neither", "undetermined" };

static guint
find_where (MarmotCareAnswer first,
            MarmotCareAnswer second)
{
  if (first == MAYBE || second == MAYBE)
    return 4;
  return first == YES ? (second == YES ? 0 : 1) : second == YES ? 2 : 3;
}

static void
append (MarmotColumnBuilder *builder,
        const char *text)
{
  marmot_column_builder_append_text (builder, text, strlen (text));
}

MarmotTable *
marmot_cohort_compare (MarmotCohort *self,
                       MarmotCohort *other,
                       GError **error)
{
  static const char *const names[] = { "where", "first_reason", "second_reason", "n", NULL };
  MarmotColumnBuilder *builders[4];
  MarmotColumn *columns[4];
  Pairs pairs;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_COHORT (other), NULL);

  if (!cohort_check_same (self, other, error))
    return NULL;
  pairs_init (&pairs, self, other);
  builders[0] = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  builders[1] = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  builders[2] = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  builders[3] = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  for (guint where = 0; where < G_N_ELEMENTS (wheres); where++)
    for (guint a = 0; a < pairs.n_first; a++)
      for (guint b = 0; b < pairs.n_second; b++)
        {
          gsize n = pairs.counts[(gsize) a * pairs.n_second + b];

          if (n == 0 || find_where (pairs.first_reasons[a].answer, pairs.second_reasons[b].answer) != where)
            continue;
          append (builders[0], wheres[where]);
          append (builders[1], pairs.first_reasons[a].text);
          append (builders[2], pairs.second_reasons[b].text);
          marmot_column_builder_append_integer (builders[3], (gint64) n);
        }
  pairs_clear (&pairs);
  for (guint i = 0; i < 4; i++)
    columns[i] = marmot_column_builder_finish (builders[i]);
  return cohort_table_take (names, columns, 4);
}

MarmotColumn *
marmot_cohort_count_as (MarmotCohort *self,
                        MarmotCohort *numerator,
                        GError **error)
{
  static const char *const words[] = { "in", "out", "unknown", NULL };
  const guint8 *a, *b;
  g_autofree guint8 *bytes = NULL;
  const CohortReason *of, *in;
  guint n_reasons;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_COHORT (numerator), NULL);

  if (!cohort_check_same (self, numerator, error))
    return NULL;
  a = cohort_peek_codes (self);
  b = cohort_peek_codes (numerator);
  of = cohort_peek_reasons (self, &n_reasons);
  in = cohort_peek_reasons (numerator, &n_reasons);
  bytes = g_malloc (cohort_n_people (self) + 1);
  for (gsize row = 0; row < cohort_n_people (self); row++)
    {
      MarmotCareAnswer asked = of[a[row]].answer;
      MarmotCareAnswer counted = in[b[row]].answer;

      bytes[row] = asked == NO                       ? G_MAXUINT8
                   : asked == MAYBE || counted == MAYBE ? 2
                   : counted == YES                  ? 0
                                                     : 1;
    }
  return cohort_column_of_bytes (bytes, cohort_n_people (self), words, G_MAXUINT8);
}

/* --- by what people are ---------------------------------------------------------------- */

/* self and the answers, which are taken: as "and". What is asked beside it says all of itself,
 * as if it were combined. */
static MarmotCohort *
keep_take (MarmotCohort *self,
           guint8 *codes,
           const CohortReason *reasons,
           guint n_reasons,
           const char *name,
           const char *definition)
{
  g_autoptr (MarmotCohort) having = cohort_new_take (marmot_cohort_get_people (self), g_strdup (name),
                                                     g_strdup (definition), cohort_peek_reference (self), reasons,
                                                     n_reasons, TRUE, codes);
  g_autoptr (MarmotCohort) both = combine_cohorts (self, having, combine_and, "and");
  const CohortReason *given;
  guint n_given;

  given = cohort_peek_reasons (both, &n_given);
  return cohort_reword_take (both, g_strdup_printf ("%s, %s", marmot_cohort_get_name (self), name),
                             g_strdup_printf ("%s Of these: %s", marmot_cohort_get_definition (self), definition), given,
                             TRUE);
}

/* The values of a column of the people, and which each of them has. */
typedef struct
{
  MarmotColumn *values;
  const gint32 *codes;        /* NO_VALUE where nobody knows */
  gsize n_values;
} Key;

static gboolean
key_init (Key *self,
          MarmotCohort *cohort,
          const char *name,
          GError **error)
{
  PersonKey key = cohort_find_key (cohort, name, error);
  const PersonColumns *columns;

  if (key == PERSON_N_KEYS)
    return FALSE;
  columns = person_set_peek (marmot_cohort_get_people (cohort));
  self->values = marmot_column_get_dictionary (columns->key_columns[key]);
  self->codes = columns->keys[key];
  self->n_values = marmot_column_get_length (self->values);
  return TRUE;
}

static void
key_clear (Key *self)
{
  marmot_column_unref (self->values);
}

static char *
key_get_value (const Key *self,
               gint32 code)
{
  return marmot_column_get_text (self->values, (gsize) code);
}

static gint32
key_find_value (const Key *self,
                const char *value)
{
  gsize length;

  for (gsize i = 0; i < self->n_values; i++)
    {
      const char *text = marmot_column_peek_text (self->values, i, &length);

      if (text && length == strlen (value) && memcmp (text, value, length) == 0)
        return (gint32) i;
    }
  return NO_VALUE;
}

MarmotCohort *
marmot_cohort_filter (MarmotCohort *self,
                      const char *key_name,
                      const char *value,
                      GError **error)
{
  g_autofree char *name = NULL, *definition = NULL, *is = NULL, *is_other = NULL, *is_unknown = NULL;
  CohortReason reasons[3];
  guint8 *codes;
  gint32 wanted;
  Key key;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (key_name != NULL, NULL);
  g_return_val_if_fail (value == NULL || g_utf8_validate (value, -1, NULL), NULL);

  if (!key_init (&key, self, key_name, error))
    return NULL;
  wanted = value ? key_find_value (&key, value) : NO_VALUE;
  name = value ? g_strdup_printf ("%s %s", key_name, value) : g_strdup_printf ("%s not known", key_name);
  is = value ? g_strdup_printf ("%s is %s", key_name, value) : g_strdup_printf ("%s is not known", key_name);
  is_other = value ? g_strdup_printf ("%s is another", key_name) : g_strdup_printf ("%s is known", key_name);
  is_unknown = g_strdup_printf ("%s is not known", key_name);
  definition = g_strdup_printf ("those of whom the %s.", is);
  reasons[0] = (CohortReason){ YES, is };
  reasons[1] = (CohortReason){ NO, is_other };
  reasons[2] = (CohortReason){ MAYBE, is_unknown };

  codes = cohort_codes_new (cohort_n_people (self));
  for (gsize row = 0; row < cohort_n_people (self); row++)
    {
      if (!value)
        codes[row] = key.codes[row] < 0 ? 0 : 1;
      else
        codes[row] = key.codes[row] < 0 ? 2 : key.codes[row] == wanted ? 0 : 1;
    }
  key_clear (&key);
  return keep_take (self, codes, reasons, G_N_ELEMENTS (reasons), name, definition);
}

MarmotCohort *
marmot_cohort_filter_age (MarmotCohort *self,
                          int from_age,
                          int until_age,
                          MarmotCareLeaverOptions *options,
                          GError **error)
{
  static const CohortReason reasons[] = {
    { YES, "of the ages" }, { NO, "younger" }, { NO, "older" }, { MAYBE, "the date of birth is not known" },
  };
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autofree char *name = NULL, *definition = NULL, *text = NULL;
  const PersonColumns *columns;
  MarmotLeapBirthday leap;
  guint8 *codes;
  gint32 day;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  if (from_age < 0 || (until_age != -1 && until_age < from_age))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Ages are from 0 up, the youngest first; -1 as the oldest is no limit");
      return NULL;
    }
  if (!cohort_peek_reference (self))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The cohort is about no day or period on which ages could be taken: filter those that it was "
                           "made of");
      return NULL;
    }
  given = options ? g_object_ref (options) : marmot_care_leaver_options_new ();
  leap = legal_options_peek (given)->leap_birthday;
  day = marmot_period_get_end_days (cohort_peek_reference (self)) - 1;
  columns = person_set_peek (marmot_cohort_get_people (self));
  codes = cohort_codes_new (columns->n_people);
  for (gsize row = 0; row < columns->n_people; row++)
    {
      gint32 birth = columns->birth[row];
      gint32 age = birth == LEGAL_NO_DATE ? -1 : legal_age_on (birth, day, leap);

      codes[row] = birth == LEGAL_NO_DATE                ? 3
                   : age < from_age                      ? 1
                   : until_age != -1 && age > until_age ? 2
                                                         : 0;
    }
  text = legal_print_day (day);
  name = until_age == -1         ? g_strdup_printf ("aged %d and over", from_age)
         : until_age == from_age ? g_strdup_printf ("aged %d", from_age)
                                 : g_strdup_printf ("aged %d to %d", from_age, until_age);
  definition = g_strdup_printf ("those %s on %s, in completed years.", name, text);
  return keep_take (self, codes, reasons, G_N_ELEMENTS (reasons), name, definition);
}

/* Values by their text. */
typedef struct
{
  char *text;
  gint32 code;
} Value;

static int
compare_values (const void *a,
                const void *b)
{
  return strcmp (((const Value *) a)->text, ((const Value *) b)->text);
}

/* How many have each value and answer, and the values that somebody has, by text and
 * NO_VALUE at the end. */
typedef struct
{
  gsize (*counts)[3];         /* those of no value last */
  gint32 *order;
  gsize n_used;
} ByValue;

static void
by_value_init (ByValue *self,
               MarmotCohort *cohort,
               const Key *key,
               gboolean wants_others)
{
  const guint8 *codes = cohort_peek_codes (cohort);
  guint n_reasons;
  const CohortReason *reasons = cohort_peek_reasons (cohort, &n_reasons);
  g_autofree Value *values = g_new (Value, key->n_values + 1);
  gsize n_known = 0;

  self->counts = g_malloc0 ((key->n_values + 1) * sizeof *self->counts);
  for (gsize row = 0; row < cohort_n_people (cohort); row++)
    self->counts[key->codes[row] < 0 ? key->n_values : (gsize) key->codes[row]][reasons[codes[row]].answer]++;

  for (gsize i = 0; i < key->n_values; i++)
    if (self->counts[i][YES] + self->counts[i][MAYBE] + (wants_others ? self->counts[i][NO] : 0) > 0)
      values[n_known++] = (Value){ key_get_value (key, (gint32) i), (gint32) i };
  qsort (values, n_known, sizeof *values, compare_values);
  self->order = g_new (gint32, n_known + 1);
  for (gsize i = 0; i < n_known; i++)
    {
      self->order[i] = values[i].code;
      g_free (values[i].text);
    }
  self->n_used = n_known;
  if (self->counts[key->n_values][YES] + self->counts[key->n_values][MAYBE]
          + (wants_others ? self->counts[key->n_values][NO] : 0) > 0)
    self->order[self->n_used++] = NO_VALUE;
}

static void
by_value_clear (ByValue *self)
{
  g_free (self->counts);
  g_free (self->order);
}

MarmotTable *
marmot_cohort_count_by (MarmotCohort *self,
                        const char *key_name,
                        GError **error)
{
  const char *const names[] = { key_name, "n_members", "n_undetermined", "n_others", NULL };
  static const MarmotCareAnswer answers[] = { YES, MAYBE, NO };
  MarmotColumnBuilder *builders[4];
  MarmotColumn *columns[4];
  ByValue by_value;
  Key key;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (key_name != NULL, NULL);

  if (!key_init (&key, self, key_name, error))
    return NULL;
  by_value_init (&by_value, self, &key, TRUE);
  builders[0] = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  for (guint i = 0; i < 3; i++)
    builders[i + 1] = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  for (gsize i = 0; i < by_value.n_used; i++)
    {
      gint32 code = by_value.order[i];
      g_autofree char *text = code == NO_VALUE ? NULL : key_get_value (&key, code);

      if (text)
        append (builders[0], text);
      else
        marmot_column_builder_append_null (builders[0]);
      for (guint a = 0; a < 3; a++)
        marmot_column_builder_append_integer (
            builders[a + 1], (gint64) by_value.counts[code == NO_VALUE ? key.n_values : (gsize) code][answers[a]]);
    }
  by_value_clear (&by_value);
  key_clear (&key);
  for (guint i = 0; i < 4; i++)
    columns[i] = marmot_column_builder_finish (builders[i]);
  return cohort_table_take (names, columns, 4);
}

static MarmotCohort *
make_part (MarmotCohort *self,
           const Key *key,
           const char *key_name,
           gint32 code)
{
  g_autofree char *value = code == NO_VALUE ? NULL : key_get_value (key, code);
  g_autofree char *name = value ? g_strdup_printf ("%s %s", key_name, value) : g_strdup_printf ("%s not known", key_name);
  g_autofree char *is = value ? g_strdup_printf ("%s is %s", key_name, value) : g_strdup_printf ("%s is not known", key_name);
  g_autofree char *is_other = g_strconcat (key_name, value ? " is another, or not known" : " is known", NULL);
  g_autofree char *definition = g_strdup_printf ("the part of those of whom the %s.", is);
  CohortReason reasons[] = { { YES, is }, { NO, is_other } };
  guint8 *codes = cohort_codes_new (cohort_n_people (self));
  MarmotCohort *part;

  for (gsize row = 0; row < cohort_n_people (self); row++)
    codes[row] = (code == NO_VALUE ? key->codes[row] >= 0 : key->codes[row] != code) ? 1 : 0;
  part = keep_take (self, codes, reasons, G_N_ELEMENTS (reasons), name, definition);
  cohort_set_part (part, value);
  return part;
}

GPtrArray *
marmot_cohort_split (MarmotCohort *self,
                     const char *key_name,
                     GError **error)
{
  GPtrArray *parts = NULL;
  ByValue by_value;
  Key key;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (key_name != NULL, NULL);

  if (!key_init (&key, self, key_name, error))
    return NULL;
  by_value_init (&by_value, self, &key, FALSE);
  if (by_value.n_used > 0 && cohort_n_people (self) > MAX_PART_BYTES / by_value.n_used)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                 "The column has %" G_GSIZE_FORMAT " values, too many for parts of so many people: count by it, or filter",
                 by_value.n_used);
  else
    {
      parts = g_ptr_array_new_with_free_func (g_object_unref);
      for (gsize i = 0; i < by_value.n_used; i++)
        g_ptr_array_add (parts, make_part (self, &key, key_name, by_value.order[i]));
    }
  by_value_clear (&by_value);
  key_clear (&key);
  return parts;
}
