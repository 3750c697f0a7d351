/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of referrals, assessments and child protection, as the statistics of England's
 * children in need census define them. What looks back is told by the rows of each child in
 * the order of time, which are gone through once, however many of them one child has.
 */
#include "measure-private.h"

#include "calendar-private.h"

#include "core/marmot-column-private.h"

/* The position of the reason of referrals, as the table of measures lists it. */
enum
{
  REASON_STILL_OPEN
};

/* --- referrals ----------------------------------------------------------------------- */

typedef struct
{
  gint32 first;               /* the first day that the set knows of */
  gint32 months;
  gboolean look_back;
} Referrals;

/* What a referral in the period counts as, by the day of the one before it. */
static void
judge_referral (const Referrals *self,
                gint32 previous,
                gint32 start,
                gsize row,
                EpisodeTally *tally)
{
  if (!self->look_back || (previous != EPISODE_NO_DATE && start <= episode_add_months (previous, self->months)))
    tally->codes[row] = EPISODE_COUNTED_IN;
  else if (episode_add_months (start, -self->months) < self->first)
    episode_mark_unknown (tally, row, TRUE);
  else
    tally->codes[row] = EPISODE_COUNTED_OUT;
}

/* A request for a child whose case is open is no referral, neither for itself nor as the one
 * before another. Those of one day are all looked at from the day before. */
static void
judge_referrals (const Referrals *self,
                 const EpisodeMeasureInfo *info,
                 MarmotEpisodeSet *set,
                 const EpisodeHistory *history,
                 gint32 from,
                 gint32 until,
                 EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (info, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);

  for (gsize child = 0; child < history->n_units; child++)
    {
      gint32 open_until = EPISODE_NO_DATE, latest = EPISODE_NO_DATE, previous = EPISODE_NO_DATE;

      for (gsize i = history->starts[child]; i < history->starts[child + 1]; i++)
        {
          guint32 row = history->rows[i];
          gint32 start = starts[row];

          if (!episode_kind_has (&filter, row))
            continue;
          if (start < open_until)
            {
              if (episode_is_in (start, from, until))
                tally->codes[row] = EPISODE_EXCLUDED_FOR (REASON_STILL_OPEN);
              continue;
            }
          if (start != latest)
            {
              previous = latest;
              latest = start;
            }
          if (ends && ends[row] > open_until)
            open_until = ends[row];
          if (episode_is_in (start, from, until))
            judge_referral (self, previous, start, row, tally);
        }
    }
}

EPISODE_COUNTER (episode_count_referrals)
{
  const EpisodeHistory *history = episode_set_get_history (set, EPISODE_PERSON);
  Referrals referrals = { .look_back = FALSE };

  /* Those that do not say which child they are of are referrals as well. */
  if (!episode_count_dated (self, set, options, from, until, tally, error))
    return FALSE;
  if (history)
    judge_referrals (&referrals, self, set, history, from, until, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_rereferrals)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  Referrals referrals = { .months = episode_get_months (self, options), .look_back = TRUE };

  marmot_episode_set_get_coverage (set, &referrals.first, NULL);
  episode_mark_strays (&filter, episode_set_peek_codes (set, EPISODE_PERSON),
                       episode_set_peek_dates (set, EPISODE_START), from, until, tally);
  judge_referrals (&referrals, self, set, episode_set_get_history (set, EPISODE_PERSON), from, until, tally);
  return TRUE;
}

/* --- working days -------------------------------------------------------------------- */

/* Of the rows with a last day in the period those that took so many working days or fewer.
 * A day that the calendar does not know is an error of the whole: nobody can say what it
 * would have been. */
static gboolean
count_working_days (const EpisodeMeasureInfo *self,
                    MarmotEpisodeSet *set,
                    const EpisodeOptions *options,
                    gint32 from,
                    gint32 until,
                    gboolean before_counts,
                    EpisodeTally *tally,
                    GError **error)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  MarmotCalendar *calendar = options->calendar ? options->calendar : marmot_calendar_get_default ();
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *lasts = episode_set_peek_dates (set, self->step);
  gint64 limit = options->working_days ? (gint64) options->working_days : (gint64) self->limit;
  gsize n_strange = 0;

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      guint8 *code = &tally->codes[row];

      if (!episode_kind_has (&filter, row) || !episode_is_in (lasts[row], from, until))
        continue;
      if (before_counts && starts[row] != EPISODE_NO_DATE && lasts[row] < starts[row])
        *code = EPISODE_COUNTED_OUT;
      else if (!episode_check_order (starts[row], lasts[row], code))
        continue;
      else if (!marmot_calendar_knows (calendar, starts[row]) || !marmot_calendar_knows (calendar, lasts[row]))
        n_strange++;
      else
        *code = marmot_calendar_count (calendar, starts[row], lasts[row]) <= limit ? EPISODE_COUNTED_IN
                                                                                  : EPISODE_COUNTED_OUT;
    }
  if (n_strange == 0)
    return TRUE;

  marmot_calendar_refuse (calendar, error);
  g_prefix_error (error, "\"%s\" needs days that the calendar does not know, in %" G_GSIZE_FORMAT " of its rows. ",
                  self->label, n_strange);
  return FALSE;
}

EPISODE_COUNTER (episode_count_assessments_on_time)
{
  return count_working_days (self, set, options, from, until, FALSE, tally, error);
}

EPISODE_COUNTER (episode_count_conferences_on_time)
{
  return count_working_days (self, set, options, from, until, TRUE, tally, error);
}

/* --- plans --------------------------------------------------------------------------- */

/* A child is a child for so long. */
#define MONTHS_OF_CHILDHOOD (18 * 12)

/* Whether the child had a plan before, by the plans that the set has: surely not only if it
 * knows of the child's whole life. */
static gboolean
count_own_plans (const EpisodeMeasureInfo *self,
                 MarmotEpisodeSet *set,
                 gint32 from,
                 gint32 until,
                 EpisodeTally *tally,
                 GError **error)
{
  const EpisodeHistory *history = episode_set_get_history (set, EPISODE_PERSON);
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *births = episode_set_peek_dates (set, EPISODE_BIRTH);
  gint32 first;

  if (!history)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\", and so does not say whose the plans are: supply it",
                   episode_column_name (EPISODE_PERSON));
      return FALSE;
    }
  marmot_episode_set_get_coverage (set, &first, NULL);
  episode_mark_strays (&filter, episode_set_peek_codes (set, EPISODE_PERSON), starts, from, until, tally);
  for (gsize child = 0; child < history->n_units; child++)
    {
      gint32 earliest = EPISODE_NO_DATE;

      for (gsize i = history->starts[child]; i < history->starts[child + 1]; i++)
        {
          guint32 row = history->rows[i];
          gint32 start = starts[row], life;

          if (!episode_kind_has (&filter, row))
            continue;
          if (earliest == EPISODE_NO_DATE)
            earliest = start;
          if (!episode_is_in (start, from, until))
            continue;
          life = births && births[row] != EPISODE_NO_DATE && births[row] <= start
                   ? births[row] : episode_add_months (start, -MONTHS_OF_CHILDHOOD);
          if (earliest < start)
            tally->codes[row] = EPISODE_COUNTED_IN;
          else if (life < first)
            episode_mark_unknown (tally, row, TRUE);
          else
            tally->codes[row] = EPISODE_COUNTED_OUT;
        }
    }
  return TRUE;
}

EPISODE_COUNTER (episode_count_repeat_plans_ever)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  MarmotColumn *previous = episode_set_peek (set, EPISODE_PREVIOUS_PLANS);

  if (options->own_history)
    return count_own_plans (self, set, from, until, tally, error);
  if (!previous)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\": supply it, or ask for own-history, where the set itself has the "
                   "children's earlier plans",
                   episode_column_name (EPISODE_PREVIOUS_PLANS));
      return FALSE;
    }

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (starts[row], from, until))
      {
        gint64 n_plans = marmot_column_row_is_valid (previous, row) ? marmot_column_get_integer (previous, row) : -1;

        if (n_plans < 0)
          tally->codes[row] = options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
        else
          tally->codes[row] = n_plans > 0 ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
      }
  return TRUE;
}

EPISODE_COUNTER (episode_count_ended_beyond)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  gint32 months = episode_get_months (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (ends[row], from, until)
        && episode_check_order (starts[row], ends[row], &tally->codes[row]))
      tally->codes[row] = ends[row] >= episode_add_months (starts[row], months) ? EPISODE_COUNTED_IN
                                                                                : EPISODE_COUNTED_OUT;
  return TRUE;
}

EPISODE_COUNTER (episode_count_open_for_months)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  gint32 months = episode_get_months (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row)
        && episode_is_open_on (starts[row], ends ? ends[row] : EPISODE_NO_DATE, from, options->last_day_counts))
      tally->codes[row] = from >= episode_add_months (starts[row], months) ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
  return TRUE;
}

/* --- reviews ------------------------------------------------------------------------- */

#define MONTHS_TO_FIRST_REVIEW 3
#define MONTHS_TO_NEXT_REVIEW 6

/* The worse of two is the greater. */
typedef enum
{
  REVIEWS_IN_TIME,
  REVIEWS_NOT_COVERED,
  REVIEWS_LATE
} ReviewState;

typedef struct
{
  gint32 day;                 /* that the measure is of */
  gint32 first, last;         /* what the set knows of */
  gint32 *days;               /* of the reviews of one child up to the day, in order */
  guint8 *states;             /* of each and all that follow it */
  gsize n_reviews;
} Reviews;

/* Whether one review came in time after another, or after the start of the plan. Where the
 * set does not know of the whole time between, one that it does not have may have come. */
static ReviewState
judge_gap (const Reviews *self,
           gint32 before,
           gint32 months,
           gint32 next)
{
  if (next <= episode_add_months (before, months))
    return REVIEWS_IN_TIME;
  if ((gint64) before < (gint64) self->first - 1
      && next <= episode_add_months (self->first - 1, MONTHS_TO_NEXT_REVIEW))
    return REVIEWS_NOT_COVERED;
  return REVIEWS_LATE;
}

/* The same of the time since the last one: on the last day on which a review is in time
 * it is not late yet. */
static ReviewState
judge_rest (const Reviews *self,
            gint32 before,
            gint32 months)
{
  ReviewState state = judge_gap (self, before, months, self->day);

  return state == REVIEWS_LATE && episode_add_months (before, months) > self->last ? REVIEWS_NOT_COVERED : state;
}

/* From the last review back to the first. */
static void
judge_reviews (Reviews *self)
{
  for (gsize i = self->n_reviews; i-- > 0;)
    {
      gint32 before = self->days[i];

      self->states[i] = (guint8) (i + 1 == self->n_reviews
                                    ? judge_rest (self, before, MONTHS_TO_NEXT_REVIEW)
                                    : MAX (judge_gap (self, before, MONTHS_TO_NEXT_REVIEW, self->days[i + 1]),
                                           (ReviewState) self->states[i + 1]));
    }
}

static void
count_plan (const Reviews *self,
            gsize next,
            gint32 start,
            gsize row,
            EpisodeTally *tally)
{
  ReviewState state = next == self->n_reviews
                        ? judge_rest (self, start, MONTHS_TO_FIRST_REVIEW)
                        : MAX (judge_gap (self, start, MONTHS_TO_FIRST_REVIEW, self->days[next]),
                               (ReviewState) self->states[next]);

  if (state == REVIEWS_NOT_COVERED)
    episode_mark_unknown (tally, row, TRUE);
  else
    tally->codes[row] = state == REVIEWS_IN_TIME ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
}

/* Which plans are open on the day for long enough: marked as unknown until they are judged,
 * which those of no child cannot be. */
static void
mark_plans (const EpisodeMeasureInfo *self,
            MarmotEpisodeSet *set,
            const EpisodeOptions *options,
            gint32 day,
            EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row)
        && episode_is_open_on (starts[row], ends ? ends[row] : EPISODE_NO_DATE, day, options->last_day_counts)
        && day >= episode_add_months (starts[row], MONTHS_TO_FIRST_REVIEW))
      tally->codes[row] = EPISODE_UNKNOWN;
}

EPISODE_COUNTER (episode_count_reviews_on_time)
{
  const EpisodeHistory *history = episode_set_get_history (set, EPISODE_PERSON);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  MarmotEpisodeKind only;
  const guint8 *kinds = episode_set_peek_kinds (set, &only);
  g_autofree gint32 *days = NULL;
  g_autofree guint8 *states = NULL;
  Reviews reviews = { .day = from };

  /* A set of plans alone has no reviews at all, and says nothing of them. */
  if (!kinds)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The set has no reviews: join the plans with episodes of the kind \"review\", each on its day");
      return FALSE;
    }
  reviews.days = days = g_new (gint32, tally->n_rows + 1);
  reviews.states = states = g_malloc (tally->n_rows + 1);
  marmot_episode_set_get_coverage (set, &reviews.first, &reviews.last);
  mark_plans (self, set, options, from, tally);

  for (gsize child = 0; child < history->n_units; child++)
    {
      const guint32 *rows = history->rows + history->starts[child];
      gsize n_rows = history->starts[child + 1] - history->starts[child];
      gsize next = 0;

      reviews.n_reviews = 0;
      for (gsize i = 0; i < n_rows && starts[rows[i]] <= from; i++)
        if (kinds[rows[i]] == MARMOT_EPISODE_REVIEW)
          days[reviews.n_reviews++] = starts[rows[i]];
      judge_reviews (&reviews);
      for (gsize i = 0; i < n_rows; i++)
        if (tally->codes[rows[i]] == EPISODE_UNKNOWN)
          {
            gint32 start = starts[rows[i]];

            /* A review on the day on which the plan starts is none of this plan. */
            while (next < reviews.n_reviews && days[next] <= start)
              next++;
            count_plan (&reviews, next, start, rows[i], tally);
          }
    }
  return TRUE;
}
