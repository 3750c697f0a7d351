/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The way of an assessment from draft to published, and what stands in it.
 */
#include "assessment-private.h"

#include <string.h>

#define MAX_ROLE 200
#define MAX_REASON 10000
#define TO(state) (1u << MARMOT_ASSESSMENT_STATE_##state)

static const struct
{
  const char *nick;
  guint moves;
} states[] = {
  [MARMOT_ASSESSMENT_STATE_DRAFT] = { "draft", TO (SUBMITTED) | TO (WITHDRAWN) },
  [MARMOT_ASSESSMENT_STATE_SUBMITTED] = { "submitted", TO (DRAFT) | TO (APPROVED) | TO (WITHDRAWN) },
  [MARMOT_ASSESSMENT_STATE_APPROVED] = { "approved", TO (PUBLISHED) | TO (SUPERSEDED) | TO (WITHDRAWN) },
  [MARMOT_ASSESSMENT_STATE_PUBLISHED] = { "published", TO (SUPERSEDED) | TO (WITHDRAWN) },
  [MARMOT_ASSESSMENT_STATE_SUPERSEDED] = { "superseded", 0 },
  [MARMOT_ASSESSMENT_STATE_WITHDRAWN] = { "withdrawn", 0 },
};

/* A move, as it was asked for. */
typedef struct
{
  MarmotAssessment *of;
  MarmotAssessmentState to;
  const GDate *on;
  const char *reason;
  const char *by;
  const char *successor;
} Move;

static gboolean
leads_to (MarmotAssessmentState from,
          MarmotAssessmentState to)
{
  return (states[from].moves & (1u << to)) != 0;
}

/* What was decided upon: its text is changed by revising alone. */
static gboolean
is_decided (MarmotAssessmentState state)
{
  return state == MARMOT_ASSESSMENT_STATE_APPROVED || state == MARMOT_ASSESSMENT_STATE_PUBLISHED;
}

gboolean
assessment_is_move (MarmotAssessmentState from,
                    MarmotAssessmentState to)
{
  return leads_to (from, to) || (is_decided (from) && to == MARMOT_ASSESSMENT_STATE_DRAFT);
}

char **
marmot_assessment_list_moves (MarmotAssessment *self)
{
  g_autoptr (GStrvBuilder) names = NULL;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);

  names = g_strv_builder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (leads_to (marmot_assessment_get_state (self), (MarmotAssessmentState) i))
      g_strv_builder_add (names, states[i].nick);
  return g_strv_builder_end (names);
}

gboolean
marmot_assessment_can_move_to (MarmotAssessment *self,
                               MarmotAssessmentState state)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), FALSE);

  return leads_to (marmot_assessment_get_state (self), state);
}

MarmotAssessmentVersion *
marmot_assessment_find_version (MarmotAssessment *self,
                                MarmotAssessmentState state)
{
  AssessmentHistory *history;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);

  history = assessment_get_history (self);
  for (guint i = assessment_history_count (history); i-- > 0;)
    if (marmot_assessment_version_get_state (assessment_history_at (history, i)) == state)
      return assessment_history_at (history, i);
  return NULL;
}

/* --- what stands against a move ------------------------------------------------------- */

static gboolean
refuse_move (const Move *move,
             GError **error)
{
  const MarmotAssessmentState from = marmot_assessment_get_state (move->of);
  g_auto (GStrv) names = marmot_assessment_list_moves (move->of);
  g_autofree char *known = g_strjoinv (", ", names);

  if (*names)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                 "An assessment that is %s cannot become %s; it can become: %s%s", states[from].nick, states[move->to].nick,
                 known, is_decided (from) ? ", or be revised" : "");
  else
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                 "An assessment that is %s cannot become %s: it stays so; begin another", states[from].nick,
                 states[move->to].nick);
  return FALSE;
}

static gboolean
check_words (const char *what,
             const char *text,
             gsize most,
             const char *advice,
             GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!text || !*text)
    return TRUE;
  if (strlen (text) > most)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "The %s is longer than %" G_GSIZE_FORMAT " bytes: %s", what,
                   most, advice);
      return FALSE;
    }
  found = marmot_find_personal_data (text, NULL);
  if (found->len)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "The %s may hold personal data (%s): %s", what,
                 marmot_finding_get_rule (found->pdata[0]), advice);
  return found->len == 0;
}

static gboolean
check_role_and_reason (const Move *move,
                       gboolean needs_reason,
                       GError **error)
{
  if (!*move->by)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A role is missing: write which role decided it, such as \"Director of Public Health\"");
      return FALSE;
    }
  if (needs_reason && (!move->reason || !*move->reason))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "A reason is missing: write why");
      return FALSE;
    }
  return check_words ("role", move->by, MAX_ROLE, "write a role and an organisation", error)
         && check_words ("reason", move->reason, MAX_REASON, "write why, and of nobody", error);
}

static gboolean
check_day (const Move *move,
           MarmotPeriod *day,
           GError **error)
{
  MarmotAssessmentVersion *last = assessment_history_last (assessment_get_history (move->of));

  if (last
      && marmot_period_get_start_days (day) < marmot_period_get_start_days (marmot_assessment_version_get_day (last)))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "The day is before that of version %u, the last: give that day or a later one",
                   marmot_assessment_version_get_number (last));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_complete (const Move *move,
                MarmotAssessmentTemplate *form,
                MarmotPeriod *day,
                GError **error)
{
  MarmotPeriod *completed = marmot_assessment_get_completed (move->of);
  g_autoptr (GPtrArray) findings = NULL;
  MarmotFinding *first = NULL;
  guint n = 0;

  if (!form)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The template is needed for approval, to see whether anything is missing");
      return FALSE;
    }
  if (completed && marmot_period_get_start_days (completed) > marmot_period_get_start_days (day))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "It says that it was completed on a later day than that of its approval: regard comes before the "
                           "decision; correct one of the two days");
      return FALSE;
    }
  findings = marmot_assessment_validate (move->of, form, move->on);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_has_prefix (marmot_finding_get_rule (findings->pdata[i]), "complete/"))
      {
        first = first ? first : findings->pdata[i];
        n++;
      }
  if (first)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                 "It cannot be approved: it is not complete by its template in %u %s, the first is %s: %s. %s", n,
                 n == 1 ? "place" : "places", marmot_finding_get_path (first), marmot_finding_get_message (first),
                 marmot_finding_get_fix (first));
  return !first;
}

static gboolean
check_history (const Move *move,
               GError **error)
{
  g_autoptr (GPtrArray) findings = marmot_assessment_check_versions (move->of);

  for (guint i = 0; i < findings->len; i++)
    if (marmot_finding_get_severity (findings->pdata[i]) == MARMOT_SEVERITY_ERROR)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "It cannot become %s: %s. %s", states[move->to].nick,
                     marmot_finding_get_message (findings->pdata[i]), marmot_finding_get_fix (findings->pdata[i]));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_anonymous (const Move *move,
                 GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);

  marmot_document_scan (move->of, "", findings);
  if (findings->len)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                 "It cannot be published: there may be personal data in it in %u %s, the first is %s (%s); revise it, and take "
                 "them out",
                 findings->len, findings->len == 1 ? "place" : "places", marmot_finding_get_path (findings->pdata[0]),
                 marmot_finding_get_rule (findings->pdata[0]));
  return findings->len == 0;
}

/* --- moves ---------------------------------------------------------------------------- */

static char *
clean_text (const char *text)
{
  return text && *text ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
record (const Move *move,
        MarmotPeriod *day,
        GError **error)
{
  AssessmentHistory *history = assessment_get_history (move->of);
  MarmotAssessmentVersion *last = assessment_history_last (history);
  json_t *before = last ? assessment_version_peek (last) : NULL;
  g_autofree char *role = clean_text (move->by);
  g_autofree char *reason = clean_text (move->reason);
  const guint number = last ? MIN (marmot_assessment_version_get_number (last), G_MAXINT32 - 1) + 1 : 1;
  g_autoptr (MarmotAssessmentVersion) bare = NULL;
  g_autofree char *content_digest = NULL, *digest = NULL;
  g_autoptr (json_t) content = NULL;

  if (before && is_decided (marmot_assessment_get_state (move->of)) && move->to != MARMOT_ASSESSMENT_STATE_DRAFT)
    content = json_incref (before);
  else
    content = assessment_make_content (move->of, before, error);
  if (!content || !assessment_history_has_room (history, content, error))
    return FALSE;
  content_digest = marmot_json_digest (content);
  bare = assessment_version_new (number, move->to, day, role, reason, move->successor, content_digest,
                                             last ? marmot_assessment_version_get_digest (last) : NULL, NULL, NULL);
  digest = assessment_version_compute (bare);
  assessment_history_append (history,
                             assessment_version_new (number, move->to, day, role, reason, move->successor, content_digest,
                                                     last ? marmot_assessment_version_get_digest (last) : NULL, digest,
                                                     json_incref (content)));
  assessment_enter_state (move->of, move->to);
  return TRUE;
}

static gboolean
carry_out (const Move *move,
           gboolean needs_reason,
           MarmotAssessmentTemplate *form,
           GError **error)
{
  g_autoptr (MarmotPeriod) day = NULL;

  if (!check_role_and_reason (move, needs_reason, error))
    return FALSE;
  day = marmot_period_new_day (move->on, error);
  if (!day || !check_day (move, day, error))
    return FALSE;
  if (move->to == MARMOT_ASSESSMENT_STATE_APPROVED && (!check_history (move, error) || !check_complete (move, form, day, error)))
    return FALSE;
  if (move->to == MARMOT_ASSESSMENT_STATE_PUBLISHED && (!check_history (move, error) || !check_anonymous (move, error)))
    return FALSE;
  return record (move, day, error);
}

gboolean
marmot_assessment_move_to (MarmotAssessment *self,
                           MarmotAssessmentState state,
                           const GDate *on,
                           const char *reason,
                           const char *by,
                           MarmotAssessmentTemplate *form,
                           GError **error)
{
  const Move move = { self, state, on, reason, by, NULL };

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);
  g_return_val_if_fail (form == NULL || MARMOT_IS_ASSESSMENT_TEMPLATE (form), FALSE);

  if (!leads_to (marmot_assessment_get_state (self), state))
    return refuse_move (&move, error);
  if (state == MARMOT_ASSESSMENT_STATE_SUPERSEDED)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Which assessment takes its place is to be said: supersede it by that one");
      return FALSE;
    }
  return carry_out (&move, state == MARMOT_ASSESSMENT_STATE_DRAFT || state == MARMOT_ASSESSMENT_STATE_WITHDRAWN, form, error);
}

gboolean
marmot_assessment_supersede (MarmotAssessment *self,
                             const char *successor,
                             const GDate *on,
                             const char *reason,
                             const char *by,
                             GError **error)
{
  const Move move = { self, MARMOT_ASSESSMENT_STATE_SUPERSEDED, on, reason, by, successor };

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (successor != NULL, FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!leads_to (marmot_assessment_get_state (self), move.to))
    return refuse_move (&move, error);
  if (!marmot_document_is_short_name (successor) || g_strcmp0 (successor, marmot_assessment_get_id (self)) == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "What takes its place is another assessment: give the short name of that one");
      return FALSE;
    }
  return carry_out (&move, FALSE, NULL, error);
}

gboolean
marmot_assessment_revise (MarmotAssessment *self,
                          const GDate *on,
                          const char *reason,
                          const char *by,
                          GError **error)
{
  const Move move = { self, MARMOT_ASSESSMENT_STATE_DRAFT, on, reason, by, NULL };

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!is_decided (marmot_assessment_get_state (self)))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "An assessment that is %s cannot be revised: only an approved or published one can",
                   states[marmot_assessment_get_state (self)].nick);
      return FALSE;
    }
  return carry_out (&move, TRUE, NULL, error);
}
