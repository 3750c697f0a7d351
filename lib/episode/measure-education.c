/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of education, health and care plans, of absence from school, and of what young
 * people do at 16 and 17. Pupils and young people are counted once, however many schools or
 * courses they are at.
 */
#include "measure-private.h"

#include "core/marmot-column-private.h"

/* The positions of the reasons, as the table of measures lists them. */
enum
{
  PLAN_EXCEPTION,
  PLAN_NO_REQUEST,
  PLAN_ISSUED_BEFORE_REQUEST
};

enum
{
  ABSENCE_BEYOND_PERIOD,
  ABSENCE_ENDED_BEFORE_START,
  ABSENCE_IMPOSSIBLE,
  ABSENCE_NO_SESSIONS
};

enum
{
  PARTICIPATION_CUSTODY
};

/* --- education, health and care plans ------------------------------------------------ */

static gboolean
has_exception (const gint32 *exceptions,
               const EpisodeOptions *options,
               gsize row)
{
  return exceptions && exceptions[row] >= 0 && !options->exceptions_count;
}

EPISODE_COUNTER (episode_count_ehc_on_time)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *requested = episode_set_peek_dates (set, EPISODE_REQUESTED);
  const gint32 *issued = episode_set_peek_dates (set, EPISODE_ISSUED);
  const gint32 *exceptions = episode_set_peek_codes (set, EPISODE_EXCEPTION);
  gint64 limit = episode_get_days (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      guint8 *code = &tally->codes[row];

      if (!episode_kind_has (&filter, row) || !episode_is_in (issued[row], from, until))
        continue;
      if (has_exception (exceptions, options, row))
        *code = EPISODE_EXCLUDED_FOR (PLAN_EXCEPTION);
      else if (requested[row] == EPISODE_NO_DATE)
        *code = EPISODE_EXCLUDED_FOR (PLAN_NO_REQUEST);
      else if (issued[row] < requested[row])
        *code = EPISODE_EXCLUDED_FOR (PLAN_ISSUED_BEFORE_REQUEST);
      else
        *code = (gint64) issued[row] - requested[row] <= limit ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* Whether a day has come; there need be none. */
static gboolean
has_come (const gint32 *days,
          gsize row,
          gint32 day)
{
  return days && days[row] != EPISODE_NO_DATE && days[row] <= day;
}

EPISODE_COUNTER (episode_count_ehc_waiting)
{
  static const char *const accepted[] = { "accepted", NULL };
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *requested = episode_set_peek_dates (set, EPISODE_REQUESTED);
  const gint32 *issued = episode_set_peek_dates (set, EPISODE_ISSUED);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  const gint32 *decided = episode_set_peek_dates (set, EPISODE_DECIDED);
  const gint32 *decisions = episode_set_peek_codes (set, EPISODE_DECISION);
  const gint32 *exceptions = episode_set_peek_codes (set, EPISODE_EXCEPTION);
  g_autofree gint32 *match = episode_set_match_values (set, EPISODE_DECISION, accepted);
  gint64 limit = episode_get_days (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      gboolean declined;

      if (!episode_kind_has (&filter, row) || !has_come (requested, row, from) || has_come (issued, row, from)
          || has_come (ends, row, from))
        continue;
      declined = decisions && decisions[row] >= 0 && match[decisions[row]] != 0;
      if (declined && (!decided || decided[row] == EPISODE_NO_DATE || decided[row] <= from))
        continue;
      if (has_exception (exceptions, options, row))
        tally->codes[row] = EPISODE_EXCLUDED_FOR (PLAN_EXCEPTION);
      else
        tally->codes[row] = (gint64) from - requested[row] > limit ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

EPISODE_COUNTER (episode_count_ehc_reviewed)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  const gint32 *reviewed = episode_set_peek_dates (set, EPISODE_REVIEWED);
  gint32 months = episode_get_months (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      if (!episode_kind_has (&filter, row)
          || !episode_is_open_on (starts[row], ends ? ends[row] : EPISODE_NO_DATE, from, options->last_day_counts)
          || from < episode_add_months (starts[row], months))
        continue;
      if (reviewed[row] == EPISODE_NO_DATE)
        tally->codes[row] = EPISODE_COUNTED_OUT;
      else if (reviewed[row] > from)
        /* Only the latest review is known, and not the one before the day. */
        tally->codes[row] = EPISODE_UNKNOWN;
      else
        tally->codes[row] = from <= episode_add_months (reviewed[row], months) ? EPISODE_COUNTED_IN
                                                                               : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* --- absence ------------------------------------------------------------------------- */

/* What is wrong with an enrolment, or with one of a pupil's; the worse is the greater. */
enum
{
  ENROLMENT_FINE,
  ENROLMENT_BEYOND_PERIOD,
  ENROLMENT_IMPOSSIBLE,
  ENROLMENT_ENDED_BEFORE_START,
  ENROLMENT_UNKNOWN
};

/* Of a pupil. Sums are exact up to 2^53, and do not wrap round beyond it. */
typedef struct
{
  double sessions;
  double missed;
  gint64 row;                 /* of the latest enrolment; -1 for none */
  guint8 worst;
} Pupil;

typedef struct
{
  const gint32 *starts;
  const gint32 *ends;         /* nullable */
  MarmotColumn *sessions;
  MarmotColumn *missed;
  gint32 from, until;
  double share;
} Absence;

static gboolean
is_enrolled (const Absence *self,
             gsize row)
{
  gint32 start = self->starts[row];
  gint32 end = self->ends ? self->ends[row] : EPISODE_NO_DATE;

  return start != EPISODE_NO_DATE && start < self->until
         && (start >= self->from || end == EPISODE_NO_DATE || end > self->from);
}

static void
add_enrolment (const Absence *self,
               gsize row,
               Pupil *pupil)
{
  gint32 start = self->starts[row];
  gint32 end = self->ends ? self->ends[row] : EPISODE_NO_DATE;
  gint64 sessions, missed;
  guint8 state = ENROLMENT_FINE;

  if (pupil->row < 0 || start >= self->starts[pupil->row])
    pupil->row = (gint64) row;
  if (!marmot_column_row_is_valid (self->sessions, row) || !marmot_column_row_is_valid (self->missed, row))
    {
      pupil->worst = ENROLMENT_UNKNOWN;
      return;
    }
  sessions = marmot_column_get_integer (self->sessions, row);
  missed = marmot_column_get_integer (self->missed, row);
  if (end != EPISODE_NO_DATE && end < start)
    state = ENROLMENT_ENDED_BEFORE_START;
  else if (sessions < 0 || missed < 0 || missed > sessions)
    state = ENROLMENT_IMPOSSIBLE;
  else if (start < self->from || (end != EPISODE_NO_DATE && end > self->until))
    state = ENROLMENT_BEYOND_PERIOD;
  pupil->sessions += (double) sessions;
  pupil->missed += (double) missed;
  pupil->worst = MAX (pupil->worst, state);
}

static guint8
judge_pupil (const Absence *self,
             const Pupil *pupil)
{
  switch (pupil->worst)
    {
    case ENROLMENT_BEYOND_PERIOD:
      return EPISODE_EXCLUDED_FOR (ABSENCE_BEYOND_PERIOD);
    case ENROLMENT_IMPOSSIBLE:
      return EPISODE_EXCLUDED_FOR (ABSENCE_IMPOSSIBLE);
    case ENROLMENT_ENDED_BEFORE_START:
      return EPISODE_EXCLUDED_FOR (ABSENCE_ENDED_BEFORE_START);
    case ENROLMENT_UNKNOWN:
      return EPISODE_UNKNOWN;
    default:
      break;
    }
  if (pupil->sessions == 0)
    return EPISODE_EXCLUDED_FOR (ABSENCE_NO_SESSIONS);
  /* The quotient that equals a share is rounded as the share itself is: 3 of 30 are 10%. */
  return pupil->missed / pupil->sessions >= self->share ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
}

/* Each enrolment by itself. */
static void
count_enrolments (const Absence *self,
                  const EpisodeKindFilter *filter,
                  EpisodeTally *tally)
{
  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (filter, row) && is_enrolled (self, row))
      {
        Pupil pupil = { .row = -1 };

        add_enrolment (self, row, &pupil);
        tally->codes[row] = judge_pupil (self, &pupil);
      }
}

EPISODE_COUNTER (episode_count_absence)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *persons = episode_set_peek_codes (set, EPISODE_PERSON);
  gsize n_pupils = episode_set_n_values (set, EPISODE_PERSON);
  Absence absence = { episode_set_peek_dates (set, EPISODE_START), episode_set_peek_dates (set, EPISODE_END),
                      episode_set_peek (set, EPISODE_SESSIONS),    episode_set_peek (set, EPISODE_MISSED),
                      from,                                        until,
                      options->share > 0 ? options->share : self->limit };
  g_autofree Pupil *pupils = NULL;

  if (options->unit == MARMOT_EPISODE_UNIT_EPISODE)
    {
      count_enrolments (&absence, &filter, tally);
      return TRUE;
    }
  if (!persons)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\", by which pupils are counted: supply it, or count enrolments",
                   episode_column_name (EPISODE_PERSON));
      return FALSE;
    }

  pupils = g_new (Pupil, n_pupils + 1);
  for (gsize i = 0; i < n_pupils; i++)
    pupils[i] = (Pupil) { .row = -1 };
  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && is_enrolled (&absence, row))
      {
        if (persons[row] < 0)
          tally->codes[row] = EPISODE_UNKNOWN;
        else
          add_enrolment (&absence, row, &pupils[persons[row]]);
      }
  for (gsize i = 0; i < n_pupils; i++)
    if (pupils[i].row >= 0)
      tally->codes[pupils[i].row] = judge_pupil (&absence, &pupils[i]);
  return TRUE;
}

/* --- participation ------------------------------------------------------------------- */

/* What a young person does, by how much it says: of several rows the greatest counts. */
typedef enum
{
  ACTIVITY_NONE,              /* no row on the day */
  ACTIVITY_BLANK,             /* or a word that is not one of those below */
  ACTIVITY_NOT_KNOWN,
  ACTIVITY_NEET,
  ACTIVITY_EET,
  ACTIVITY_CUSTODY
} Activity;

static const char *const activity_words[] = { "not-known", "neet",     "eet",            "education",
                                              "employment", "training", "apprenticeship", "custody", NULL };
static const Activity activity_of_word[] = { ACTIVITY_NOT_KNOWN, ACTIVITY_NEET, ACTIVITY_EET, ACTIVITY_EET,
                                             ACTIVITY_EET,       ACTIVITY_EET,  ACTIVITY_EET, ACTIVITY_CUSTODY };

G_STATIC_ASSERT (G_N_ELEMENTS (activity_words) == G_N_ELEMENTS (activity_of_word) + 1);

static guint8
judge_activity (Activity activity,
                guint wanted,
                const EpisodeOptions *options)
{
  if (activity == ACTIVITY_CUSTODY)
    return EPISODE_EXCLUDED_FOR (PARTICIPATION_CUSTODY);
  if (activity == ACTIVITY_BLANK)
    return options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
  return (wanted >> activity) & 1 ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
}

/* Young people by what they do on the day; wanted has a bit for each activity. */
static void
count_activities (const EpisodeMeasureInfo *self,
                  MarmotEpisodeSet *set,
                  const EpisodeOptions *options,
                  gint32 day,
                  guint wanted,
                  EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  const gint32 *persons = episode_set_peek_codes (set, EPISODE_PERSON);
  const gint32 *codes = episode_set_peek_codes (set, EPISODE_ACTIVITY);
  g_autofree gint32 *match = episode_set_match_values (set, EPISODE_ACTIVITY, activity_words);
  gsize n_persons = episode_set_n_values (set, EPISODE_PERSON);
  g_autofree guint8 *activities = g_malloc0 (n_persons + 1);
  g_autofree gsize *rows = g_new (gsize, n_persons + 1);

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      Activity activity = ACTIVITY_BLANK;

      if (!episode_kind_has (&filter, row)
          || !episode_is_open_on (starts[row], ends ? ends[row] : EPISODE_NO_DATE, day, options->last_day_counts))
        continue;
      if (codes[row] >= 0 && match[codes[row]] >= 0)
        activity = activity_of_word[match[codes[row]]];
      if (persons[row] < 0)
        tally->codes[row] = EPISODE_UNKNOWN;
      else if (activity > activities[persons[row]])
        {
          activities[persons[row]] = (guint8) activity;
          rows[persons[row]] = row;
        }
    }
  for (gsize person = 0; person < n_persons; person++)
    if (activities[person] != ACTIVITY_NONE)
      tally->codes[rows[person]] = judge_activity (activities[person], wanted, options);
}

EPISODE_COUNTER (episode_count_neet)
{
  count_activities (self, set, options, from, 1u << ACTIVITY_NEET, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_not_known)
{
  count_activities (self, set, options, from, 1u << ACTIVITY_NOT_KNOWN, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_neet_or_not_known)
{
  count_activities (self, set, options, from, 1u << ACTIVITY_NEET | 1u << ACTIVITY_NOT_KNOWN, tally);
  return TRUE;
}
