/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where the members of a cohort are later on.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "cohort-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-threads-private.h"

enum
{
  STATE_LOOKED_AFTER,
  STATE_LEFT,
  STATE_NOT_YET,
  STATE_DIED,
  STATE_UNKNOWN,
  N_STATES
};

static const char *const state_words[] = { "looked-after", "left", "not-yet", "died", "unknown", NULL };

/* How care ended, in the order of LegalLeft. */
enum
{
  LEFT_OF_AGE = LEGAL_LEFT_AWAY + 1,
  LEFT_NONE,
  N_LEFTS
};

static const char *const left_words[] = {
  [LEGAL_LEFT_OPEN] = "not-recorded",
  [LEGAL_LEFT_UNKNOWN] = "not-recorded",
  [LEGAL_LEFT_HOME] = "home",
  [LEGAL_LEFT_ORDER] = "order",
  [LEGAL_LEFT_GUARDIAN] = "special-guardianship",
  [LEGAL_LEFT_ADOPTED] = "adopted",
  [LEGAL_LEFT_DIED] = "died",
  [LEGAL_LEFT_TRANSFERRED] = "transferred",
  [LEGAL_LEFT_ADULT] = "adult",
  [LEGAL_LEFT_UNCLEAR] = "unclear",
  [LEGAL_LEFT_AWAY] = "elsewhere",
  [LEFT_OF_AGE] = "came-of-age",
  [LEFT_NONE] = NULL,
};

#define N_STATUSES (MARMOT_CARE_STATUS_NONE + 1)

/* All three in a number. */
#define N_PLACES (N_STATES * N_LEFTS * N_STATUSES)
#define PLACE_OF(state, left, status) ((guint16) (((state) * N_LEFTS + (left)) * N_STATUSES + (status)))
#define PLACE_STATE(place) ((place) / (N_LEFTS * N_STATUSES))
#define PLACE_LEFT(place) ((place) / N_STATUSES % N_LEFTS)
#define PLACE_STATUS(place) ((place) % N_STATUSES)

static guint16
find_place (const PersonColumns *columns,
            gsize row,
            gint32 day,
            const LegalTerms *terms)
{
  guint state = STATE_UNKNOWN, left = LEFT_NONE;
  LegalAnswer answer;
  gboolean has_left = FALSE, has_started = FALSE;

  for (guint32 i = columns->spell_starts[row]; i < columns->spell_starts[row + 1]; i++)
    if (!columns->spells[i].short_break)
      {
        has_started |= columns->spells[i].start <= day;
        has_left |= columns->spells[i].end != LEGAL_NO_DATE && columns->spells[i].end <= day;
      }

  switch (cohort_care_on (columns, row, day))
    {
    case CARE_IN:
      state = STATE_LOOKED_AFTER;
      break;
    case CARE_DIED:
      state = STATE_DIED;
      break;
    case CARE_LEFT_TODAY:
    case CARE_LEFT:
    case CARE_LATER:
    case CARE_NONE:
    case CARE_NOT_BORN:
    case CARE_GROWN_UP:
    case CARE_IN_SHORT_BREAKS:
      state = has_started ? STATE_LEFT : STATE_NOT_YET;
      break;
    case CARE_NOT_COVERED:
    case CARE_AFTER_18:
    case CARE_BROKEN:
    case CARE_NOTHING_KNOWN:
    case CARE_N_STATES:
    default:
      break;
    }
  if (state == STATE_LEFT)
    left = has_left ? (guint) MIN (cohort_left_by (columns, row, day), LEGAL_LEFT_AWAY) : LEFT_OF_AGE;
  cohort_find_status (columns, row, day, terms, &answer);
  return PLACE_OF (state, left, answer.status);
}

typedef struct
{
  const PersonColumns *columns;
  const guint32 *rows;
  const gint32 *days;
  gsize n_days;
  const LegalTerms *terms;
  guint16 *places;            /* n_days of each member */
} Followed;

static void
follow_rows (gsize first,
             gsize n_rows,
             gpointer data)
{
  const Followed *self = data;

  for (gsize i = first; i < first + n_rows; i++)
    for (gsize d = 0; d < self->n_days; d++)
      self->places[i * self->n_days + d] = find_place (self->columns, self->rows[i], self->days[d], self->terms);
}

/* The days of a column; NULL, with error set, if it is none. */
static const gint32 *
read_days (MarmotCohort *self,
           MarmotColumn *days,
           GError **error)
{
  gsize n_days = marmot_column_get_length (days);

  if (marmot_column_get_column_type (days) != MARMOT_COLUMN_DATE)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The days to follow a cohort to are a column of dates");
  else if (n_days == 0 || marmot_column_get_n_nulls (days) > 0)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A cohort is followed to one day or more, none of which is null");
  else if (n_days > G_MAXINT32 / MAX (marmot_cohort_get_n_members (self), 1))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                         "So many members on so many days are more than 2^31 - 1 rows: follow to fewer days at a time, or "
                         "count them");
  else
    return marmot_column_peek_dates (days);
  return NULL;
}

static MarmotCareLeaverOptions *
get_options (MarmotCareLeaverOptions *options)
{
  return options ? g_object_ref (options) : marmot_care_leaver_options_new ();
}

MarmotTable *
marmot_cohort_follow (MarmotCohort *self,
                      MarmotColumn *days,
                      MarmotCareLeaverOptions *options,
                      GError **error)
{
  static const char *const names[] = { "row", "day", "state", "left", "status", NULL };
  const char *status_words[N_STATUSES + 1] = { NULL };
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autofree guint16 *places = NULL;
  g_autofree guint8 *bytes = NULL;
  MarmotColumnBuilder *row_builder, *day_builder;
  MarmotColumn *columns[5];
  Followed followed = { .n_days = 0 };
  gsize n_members, n_rows;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (days != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  followed.days = read_days (self, days, error);
  if (!followed.days)
    return NULL;
  given = get_options (options);
  n_members = marmot_cohort_get_n_members (self);
  followed.n_days = marmot_column_get_length (days);
  n_rows = n_members * followed.n_days;
  places = g_new (guint16, n_rows + 1);
  followed.places = places;
  followed.terms = legal_options_peek (given);
  followed.rows = cohort_peek_rows (self);
  if (n_members > 0)
    {
      followed.columns = person_set_peek (marmot_cohort_get_people (self));
      marmot_rows_run (n_members, follow_rows, &followed);
    }

  row_builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  day_builder = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  for (gsize i = 0; i < n_members; i++)
    for (gsize d = 0; d < followed.n_days; d++)
      {
        marmot_column_builder_append_integer (row_builder, followed.rows[i]);
        marmot_column_builder_append_date (day_builder, followed.days[d]);
      }
  columns[0] = marmot_column_builder_finish (row_builder);
  columns[1] = marmot_column_builder_finish (day_builder);

  bytes = g_malloc (n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    bytes[i] = (guint8) PLACE_STATE (places[i]);
  columns[2] = cohort_column_of_bytes (bytes, n_rows, state_words, G_MAXUINT8);
  for (gsize i = 0; i < n_rows; i++)
    bytes[i] = (guint8) PLACE_LEFT (places[i]);
  columns[3] = cohort_column_of_bytes (bytes, n_rows, left_words, LEFT_NONE);
  for (guint i = 0; i < N_STATUSES; i++)
    status_words[i] = legal_status_nick ((MarmotCareStatus) i);
  for (gsize i = 0; i < n_rows; i++)
    bytes[i] = (guint8) PLACE_STATUS (places[i]);
  columns[4] = cohort_column_of_bytes (bytes, n_rows, status_words, G_MAXUINT8);
  return cohort_table_take (names, columns, 5);
}

static void
append_word (MarmotColumnBuilder *builder,
             const char *word)
{
  if (word)
    marmot_column_builder_append_text (builder, word, strlen (word));
  else
    marmot_column_builder_append_null (builder);
}

MarmotTable *
marmot_cohort_count_followed (MarmotCohort *self,
                              MarmotColumn *days,
                              MarmotCareLeaverOptions *options,
                              GError **error)
{
  static const char *const names[] = { "day", "state", "left", "status", "n", NULL };
  static const MarmotColumnType types[] = { MARMOT_COLUMN_DATE, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY,
                                            MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_INTEGER };
  g_autoptr (MarmotCareLeaverOptions) given = NULL;
  g_autofree guint16 *places = NULL;
  MarmotColumnBuilder *builders[5];
  MarmotColumn *columns[5];
  Followed followed = { .n_days = 1 };
  const gint32 *all_days;
  gsize n_members;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);
  g_return_val_if_fail (days != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  all_days = read_days (self, days, error);
  if (!all_days)
    return NULL;
  given = get_options (options);
  n_members = marmot_cohort_get_n_members (self);
  places = g_new (guint16, n_members + 1);
  followed.places = places;
  followed.terms = legal_options_peek (given);
  followed.rows = cohort_peek_rows (self);
  if (n_members > 0)
    followed.columns = person_set_peek (marmot_cohort_get_people (self));

  for (guint i = 0; i < 5; i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (gsize d = 0; d < marmot_column_get_length (days) && n_members > 0; d++)
    {
      gsize counts[N_PLACES] = { 0 };

      followed.days = &all_days[d];
      marmot_rows_run (n_members, follow_rows, &followed);
      for (gsize i = 0; i < n_members; i++)
        counts[places[i]]++;
      for (guint place = 0; place < N_PLACES; place++)
        if (counts[place] > 0)
          {
            marmot_column_builder_append_date (builders[0], all_days[d]);
            append_word (builders[1], state_words[PLACE_STATE (place)]);
            append_word (builders[2], left_words[PLACE_LEFT (place)]);
            append_word (builders[3], legal_status_nick ((MarmotCareStatus) PLACE_STATUS (place)));
            marmot_column_builder_append_integer (builders[4], (gint64) counts[place]);
          }
    }
  for (guint i = 0; i < 5; i++)
    columns[i] = marmot_column_builder_finish (builders[i]);
  return cohort_table_take (names, columns, 5);
}

MarmotColumn *
marmot_cohort_get_anniversaries (MarmotCohort *self,
                                 guint n_years,
                                 GError **error)
{
  g_autoptr (GDate) first = NULL;
  MarmotColumnBuilder *builder;

  g_return_val_if_fail (MARMOT_IS_COHORT (self), NULL);

  if (!cohort_peek_reference (self))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The cohort is about no day or period that could have anniversaries: name the days");
      return NULL;
    }
  if (n_years > 1000)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "A cohort has at most 1,000 anniversaries");
      return NULL;
    }
  first = legal_day_to_date (marmot_period_get_end_days (cohort_peek_reference (self)) - 1);
  builder = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  for (guint i = 0; i <= n_years && first; i++)
    {
      GDate day = *first;

      g_date_add_years (&day, i);
      marmot_column_builder_append_date (builder, legal_day_of_date (&day));
    }
  return marmot_column_builder_finish (builder);
}
