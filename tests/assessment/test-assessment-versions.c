/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The way of an assessment from draft to published: which moves there are, what stands
 * against them, and whether the history holds together.
 */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <marmot/marmot.h>
#include <string.h>

#define VANGUARD TEST_DATA_DIR "/../../examples/data/trauma-vanguard/heat-2023.json"
#define DIRECTOR "Director of Public Health"

/* The assessment of the vanguard as a draft: as it is on file it was published on paper. */
static MarmotAssessment *
load_draft (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) error = NULL;
  MarmotAssessment *assessment;

  cr_assert (g_file_get_contents (VANGUARD, &text, NULL, NULL));
  parts = g_strsplit (text, "\"state\": \"published\"", 2);
  cr_assert (g_strv_length (parts) == 2);
  draft = g_strjoinv ("\"state\": \"draft\"", parts);
  json = g_bytes_new (draft, strlen (draft));
  assessment = marmot_assessment_new_from_json (json, &error);
  cr_assert (assessment != NULL, "%s", error ? error->message : "");
  return assessment;
}

static MarmotAssessmentTemplate *
heat (void)
{
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);

  cr_assert (template != NULL);
  return template;
}

static GDate *
day (guint d)
{
  return g_date_new_dmy ((GDateDay) d, G_DATE_MARCH, 2026);
}

static void
move (MarmotAssessment *self,
      MarmotAssessmentState state,
      guint d,
      const char *reason)
{
  g_autoptr (MarmotAssessmentTemplate) form = heat ();
  g_autoptr (GDate) on = day (d);
  g_autoptr (GError) error = NULL;
  gboolean moved = marmot_assessment_move_to (self, state, on, reason, DIRECTOR, form, &error);

  cr_assert (moved, "%s", error ? error->message : "");
  cr_assert (marmot_assessment_get_state (self) == state);
}

/* What is said against a move, which changes nothing. */
static char *
refused (MarmotAssessment *self,
         MarmotAssessmentState state,
         guint d,
         const char *reason,
         const char *by,
         MarmotError code)
{
  g_autoptr (MarmotAssessmentTemplate) form = heat ();
  g_autoptr (GDate) on = day (d);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessment) before = marmot_assessment_copy (self);
  gboolean moved = marmot_assessment_move_to (self, state, on, reason, by, form, &error);

  cr_assert (!moved, "it moved to %d", (int) state);
  cr_assert (g_error_matches (error, MARMOT_ERROR, (int) code), "%s", error ? error->message : "");
  cr_assert (marmot_assessment_equal (self, before));
  return g_strdup (error->message);
}

static guint
count_versions (MarmotAssessment *self)
{
  return g_list_model_get_n_items (marmot_assessment_get_versions (self));
}

/* Without a reference. */
static MarmotAssessmentVersion *
version_at (MarmotAssessment *self,
            guint place)
{
  MarmotAssessmentVersion *version = g_list_model_get_item (marmot_assessment_get_versions (self), place);

  cr_assert (version != NULL);
  g_object_unref (version);
  return version;
}

static MarmotAssessmentResponse *
response_at (MarmotAssessment *self,
             guint place)
{
  MarmotAssessmentResponse *response = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (self)), place);

  cr_assert (response != NULL);
  g_object_unref (response);
  return response;
}

/* "versions/digest@versions/2 ..." */
static char *
check (MarmotAssessment *self)
{
  g_autoptr (GPtrArray) findings = marmot_assessment_check_versions (self);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *path = marmot_finding_get_path (findings->pdata[i]);

      g_string_append_printf (rules, "%s%s@%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]) + strlen ("versions/"),
                              path ? path : "");
    }
  return g_string_free (rules, FALSE);
}

static MarmotAssessment *
round_trip (MarmotAssessment *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = marmot_assessment_to_json (self, &error);
  g_autoptr (GBytes) json = NULL;
  MarmotAssessment *again;

  cr_assert (text != NULL, "%s", error ? error->message : "");
  json = g_bytes_new (text, strlen (text));
  again = marmot_assessment_new_from_json (json, &error);
  cr_assert (again != NULL, "%s", error ? error->message : "");
  return again;
}

/* --- moves ------------------------------------------------------------------------------ */

Test (versions, all_the_way)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (MarmotAssessment) again = NULL;
  g_autoptr (GDate) on = day (9);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL, *found_again = NULL;
  MarmotAssessmentVersion *approved;

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_DRAFT, 2, "Say more of carers");
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 2, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 4, "Regard was had");
  move (self, MARMOT_ASSESSMENT_STATE_PUBLISHED, 5, NULL);
  cr_assert (marmot_assessment_revise (self, on, "The programme was extended", DIRECTOR, &error));
  cr_assert (marmot_assessment_get_state (self) == MARMOT_ASSESSMENT_STATE_DRAFT);
  cr_assert (count_versions (self) == 6);

  approved = marmot_assessment_find_version (self, MARMOT_ASSESSMENT_STATE_APPROVED);
  cr_assert (approved == version_at (self, 3));
  cr_assert (marmot_assessment_version_get_number (approved) == 4);
  cr_assert_str_eq (marmot_assessment_version_get_role (approved), DIRECTOR);
  cr_assert_str_eq (marmot_assessment_version_get_reason (approved), "Regard was had");
  cr_assert (marmot_period_get_start_days (marmot_assessment_version_get_day (approved))
             - marmot_period_get_start_days (marmot_assessment_version_get_day (version_at (self, 0)))
             == 3);
  cr_assert (marmot_assessment_find_version (self, MARMOT_ASSESSMENT_STATE_WITHDRAWN) == NULL);

  found = check (self);
  cr_assert_str_eq (found, "");
  again = round_trip (self);
  cr_assert (marmot_assessment_equal (self, again));
  cr_assert (count_versions (again) == 6);
  found_again = check (again);
  cr_assert_str_eq (found_again, "");
}

/* Each pair of states: those that are listed are moves, and no others. */
Test (versions, every_move_there_is)
{
  static const char *const lists[] = { "submitted,withdrawn",  "draft,approved,withdrawn", "published,superseded,withdrawn",
                                       "superseded,withdrawn", "",                         "" };
  static const char *const nicks[] = { "draft", "submitted", "approved", "published", "superseded", "withdrawn" };

  for (guint from = 0; from < G_N_ELEMENTS (lists); from++)
    {
      g_autoptr (MarmotAssessment) self = load_draft ();
      g_auto (GStrv) names = NULL;
      g_autofree char *joined = NULL;

      if (from >= 1 && from <= 4)
        move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
      if (from >= 2 && from <= 4)
        move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 1, NULL);
      if (from == 3)
        move (self, MARMOT_ASSESSMENT_STATE_PUBLISHED, 1, NULL);
      if (from == 4)
        {
          g_autoptr (GDate) on = day (1);

          cr_assert (marmot_assessment_supersede (self, "another", on, NULL, DIRECTOR, NULL));
          cr_assert_str_eq (marmot_assessment_version_get_successor (version_at (self, 2)), "another");
        }
      if (from == 5)
        move (self, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 1, "It was another programme");
      names = marmot_assessment_list_moves (self);
      joined = g_strjoinv (",", names);
      cr_assert_str_eq (joined, lists[from]);
      for (guint to = 0; to < G_N_ELEMENTS (nicks); to++)
        {
          g_autofree char *why = NULL;

          cr_assert (marmot_assessment_can_move_to (self, (MarmotAssessmentState) to)
                     == g_strv_contains ((const char *const *) names, nicks[to]));
          if (marmot_assessment_can_move_to (self, (MarmotAssessmentState) to))
            continue;
          why = refused (self, (MarmotAssessmentState) to, 1, "So", DIRECTOR, MARMOT_ERROR_INVALID_ARGUMENT);
          /* It says which moves there are. */
          for (guint i = 0; names[i]; i++)
            cr_assert (strstr (why, names[i]) != NULL, "%s", why);
          cr_assert (strstr (why, nicks[from]) != NULL);
        }
    }
}

Test (versions, who_when_and_why)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autofree char *no_role = refused (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL, "", MARMOT_ERROR_INVALID_ARGUMENT);
  g_autofree char *person
      = refused (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL, "someone@example.org", MARMOT_ERROR_INVALID_ARGUMENT);
  g_autofree char *reason = refused (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, "Ring 024 7600 0000", DIRECTOR,
                                     MARMOT_ERROR_INVALID_ARGUMENT);
  g_autofree char *no_reason
      = refused (self, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 3, NULL, DIRECTOR, MARMOT_ERROR_INVALID_ARGUMENT);
  g_autofree char *long_reason = g_strnfill (20000, 'a');
  g_autofree char *too_long
      = refused (self, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 3, long_reason, DIRECTOR, MARMOT_ERROR_INVALID_ARGUMENT);
  g_autofree char *early = NULL, *unsaid = NULL;
  g_autoptr (GDate) on = day (4);
  g_autoptr (GError) error = NULL;

  cr_assert (strstr (no_role, "role") != NULL && strstr (no_reason, "reason") != NULL);
  cr_assert (strstr (person, "personal-data/e-mail") != NULL && strstr (person, "someone") == NULL);
  cr_assert (strstr (reason, "personal-data/telephone") != NULL && strstr (reason, "7600") == NULL);
  cr_assert (strstr (too_long, "longer") != NULL);

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL);
  early = refused (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL, DIRECTOR, MARMOT_ERROR_INVALID_DATA);
  cr_assert (strstr (early, "version 1") != NULL);
  /* Sent back without a reason. */
  unsaid = refused (self, MARMOT_ASSESSMENT_STATE_DRAFT, 3, "", DIRECTOR, MARMOT_ERROR_INVALID_ARGUMENT);
  cr_assert (strstr (unsaid, "reason") != NULL);
  cr_assert (!marmot_assessment_revise (self, on, "So", DIRECTOR, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (versions, superseded_by_another)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (GDate) on = day (2);
  g_autofree char *unsaid = NULL;
  static const char *const bad[] = { "", "trauma-vanguard-2023", "an other" };

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 1, NULL);
  unsaid = refused (self, MARMOT_ASSESSMENT_STATE_SUPERSEDED, 2, NULL, DIRECTOR, MARMOT_ERROR_INVALID_ARGUMENT);
  cr_assert (strstr (unsaid, "takes its place") != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (!marmot_assessment_supersede (self, bad[i], on, NULL, DIRECTOR, &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  cr_assert (count_versions (self) == 2);
}

/* --- approval and publication ------------------------------------------------------------- */

Test (versions, what_is_not_complete_is_submitted_and_not_approved)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (GDate) on = day (2);
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL, *late = NULL;
  g_autoptr (MarmotPeriod) later = marmot_period_parse ("2026-04-01", MARMOT_YEAR_ACADEMIC, NULL);
  g_autoptr (MarmotPeriod) same = marmot_period_parse ("2026-03-02", MARMOT_YEAR_ACADEMIC, NULL);

  marmot_assessment_response_set_text (response_at (self, 4), NULL);
  g_list_store_remove_all (marmot_assessment_get_actions (self));
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  why = refused (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL, DIRECTOR, MARMOT_ERROR_INVALID_DATA);
  cr_assert (strstr (why, "1 place,") != NULL && strstr (why, "responses/q3") != NULL, "%s", why);
  /* Not answered, and said why: that is complete. */
  marmot_assessment_response_set_state (response_at (self, 4), MARMOT_ANSWER_STATE_UNKNOWN);
  marmot_assessment_response_set_reason (response_at (self, 4), "The board decides in May");

  cr_assert (!marmot_assessment_move_to (self, MARMOT_ASSESSMENT_STATE_APPROVED, on, NULL, DIRECTOR, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));

  /* Regard comes before the decision. */
  marmot_assessment_set_completed (self, later);
  late = refused (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL, DIRECTOR, MARMOT_ERROR_INVALID_DATA);
  cr_assert (strstr (late, "later day") != NULL);
  marmot_assessment_set_completed (self, same);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL);
}

Test (versions, personal_data_stop_publication)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (GDate) on = day (4);
  g_autofree char *why = NULL, *found = NULL;
  g_autofree char *text = g_strdup (marmot_assessment_response_get_text (response_at (self, 1)));
  g_autofree char *with = g_strconcat (text, " Ask someone@example.org or 024 7600 0000.", NULL);

  marmot_assessment_response_set_text (response_at (self, 1), with);
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL);
  why = refused (self, MARMOT_ASSESSMENT_STATE_PUBLISHED, 3, NULL, DIRECTOR, MARMOT_ERROR_INVALID_DATA);
  cr_assert (strstr (why, "2 places") != NULL && strstr (why, "responses/2/text") != NULL, "%s", why);
  cr_assert (strstr (why, "example") == NULL && strstr (why, "7600") == NULL);

  cr_assert (marmot_assessment_revise (self, on, "Take them out", DIRECTOR, NULL));
  marmot_assessment_response_set_text (response_at (self, 1), text);
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 4, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 4, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_PUBLISHED, 4, NULL);
  /* What was there is in the history: a warning, which stops nothing. */
  found = check (self);
  cr_assert_str_eq (found, "personal-data@versions/1");
}

Test (versions, what_was_approved_is_published)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (MarmotAssessment) as_approved = NULL;
  g_autofree char *why = NULL, *found = NULL, *found_after = NULL;

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  marmot_assessment_set_scope (self, "Changed while it waited: that is approved");
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 2, NULL);
  marmot_assessment_set_scope (self, "Changed behind the back of those who approved");
  found = check (self);
  cr_assert_str_eq (found, "changed@");
  why = refused (self, MARMOT_ASSESSMENT_STATE_PUBLISHED, 3, NULL, DIRECTOR, MARMOT_ERROR_INVALID_DATA);
  cr_assert (strstr (why, "changed since version 2") != NULL, "%s", why);
  /* It can be withdrawn all the same, with the text that was approved. */
  move (self, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 4, "It was changed");
  as_approved = marmot_assessment_version_restore (version_at (self, 2), NULL);
  cr_assert_str_eq (marmot_assessment_get_scope (as_approved), "Changed while it waited: that is approved");
  found_after = check (self);
  cr_assert_str_eq (found_after, "changed@");
}

static void
note (GObject *object,
      GParamSpec *pspec,
      gpointer data)
{
  (*(guint *) data)++;
}

static void
note_items (GListModel *list,
            guint position,
            guint removed,
            guint added,
            gpointer data)
{
  cr_assert (removed == 0 && added == 1);
  (*(guint *) data)++;
}

Test (versions, a_form_is_told)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  guint n_states = 0, n_versions = 0;

  g_signal_connect (self, "notify::state", G_CALLBACK (note), &n_states);
  g_signal_connect (marmot_assessment_get_versions (self), "items-changed", G_CALLBACK (note_items), &n_versions);
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 1, NULL);
  cr_assert (n_states == 2 && n_versions == 2);
  cr_assert (!(g_object_class_find_property (G_OBJECT_GET_CLASS (self), "state")->flags & G_PARAM_WRITABLE));
}

/* --- versions ------------------------------------------------------------------------------ */

Test (versions, one_from_paper_has_a_note)
{
  g_autoptr (GFile) file = g_file_new_for_path (VANGUARD);
  g_autoptr (MarmotAssessment) self = marmot_assessment_new_from_file (file, NULL, NULL);
  g_autoptr (GPtrArray) findings = marmot_assessment_check_versions (self);
  g_autoptr (GDate) on = day (1);

  cr_assert (findings->len == 1);
  cr_assert (marmot_finding_get_severity (findings->pdata[0]) == MARMOT_SEVERITY_NOTE);
  cr_assert_str_eq (marmot_finding_get_rule (findings->pdata[0]), "versions/state");
  /* From there on it has a history. */
  cr_assert (marmot_assessment_revise (self, on, "Review", DIRECTOR, NULL));
  g_ptr_array_unref (findings);
  findings = marmot_assessment_check_versions (self);
  cr_assert (findings->len == 0);
}

Test (versions, as_it_was)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autoptr (MarmotAssessment) first = NULL, second = NULL, begun = marmot_assessment_copy (self);
  g_autoptr (MarmotTable) diff = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *digest = NULL, *words = NULL;

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_DRAFT, 2, "Who sponsors it?");
  marmot_assessment_set_sponsor_role (self, "Chief Executive");
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL);

  first = marmot_assessment_version_restore (version_at (self, 0), NULL);
  second = marmot_assessment_version_restore (version_at (self, 2), NULL);
  cr_assert (first != NULL && second != NULL);
  cr_assert (marmot_assessment_get_state (first) == MARMOT_ASSESSMENT_STATE_SUBMITTED);
  cr_assert (count_versions (first) == 0);
  diff = marmot_assessment_diff (first, second);
  words = marmot_assessment_diff_to_text (first, second);
  cr_assert (marmot_table_get_n_rows (diff) == 1);
  cr_assert_str_eq (words, "Changed assessment, sponsor_role: “Strategic leader” became “Chief Executive”.\n");
  g_clear_pointer (&diff, marmot_table_unref);
  diff = marmot_assessment_diff (begun, first);
  cr_assert (marmot_table_get_n_rows (diff) == 1); /* the state */

  /* The digest is of the content in the form that is documented, and content that is the
   * same is the same version after version. */
  content = marmot_assessment_version_get_content (version_at (self, 0));
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  cr_assert_str_eq (marmot_assessment_version_get_content_digest (version_at (self, 0)), digest);
  cr_assert_str_eq (marmot_assessment_version_get_content_digest (version_at (self, 1)), digest);
  cr_assert (g_strcmp0 (marmot_assessment_version_get_content_digest (version_at (self, 2)), digest) != 0);
  cr_assert (g_str_has_prefix (g_bytes_get_data (content, NULL), "{\"age_from\":10,\"age_until\":18,\"area\":"));
  cr_assert (marmot_assessment_version_get_parent_digest (version_at (self, 0)) == NULL);
  cr_assert_str_eq (marmot_assessment_version_get_parent_digest (version_at (self, 2)),
                    marmot_assessment_version_get_digest (version_at (self, 1)));
}

/* A file that somebody changed: is read, and reported. */
static char *
tamper (MarmotAssessment *self,
        const char *from,
        const char *to)
{
  g_autofree char *text = marmot_assessment_to_json (self, NULL);
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) read = NULL;
  g_autoptr (MarmotAssessment) again = NULL;
  g_autoptr (GError) error = NULL;
  char *found;
  g_autofree char *found_again = NULL;

  cr_assert (g_strv_length (parts) == 2, "%s", from);
  changed = g_strjoinv (to, parts);
  json = g_bytes_new (changed, strlen (changed));
  read = marmot_assessment_new_from_json (json, &error);
  cr_assert (read != NULL, "%s", error ? error->message : "");
  found = check (read);
  /* It is not healed by saving it. */
  again = round_trip (read);
  found_again = check (again);
  cr_assert_str_eq (found, found_again);
  return found;
}

Test (versions, a_changed_file_is_read_and_reported)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  static const struct
  {
    const char *from;
    const char *to;
    const char *found;
  } cases[] = {
    /* The first content has the whole text, and later ones point at it. */
    { "\"number\": 1,", "\"number\": 1,", "" },
    { "\"day\": \"2026-03-02\"", "\"day\": \"2026-03-01\"", "digest@versions/2" },
    { "\"reason\": \"Say more\"", "\"reason\": \"Say less\"", "digest@versions/2" },
    { "\"reason\": \"Say more\"", "\"reason\": \"Ask someone@example.org\"", "digest@versions/2 personal-data@versions/2" },
    { "\"role\": \"" DIRECTOR "\"", "\"role\": \"Cabinet\"", "digest@versions/1" },
    { "\"number\": 2,", "\"number\": 5,", "number@versions/2 digest@versions/2 number@versions/3" },
    { "\"state\": \"submitted\",\n      \"day\": \"2026-03-03\"", "\"state\": \"approved\",\n      \"day\": \"2026-03-03\"",
      "move@versions/3 digest@versions/3 move@versions/4" },
    { "\"sponsor_role\": \"Chief Executive\",\n        \"source\"", "\"sponsor_role\": \"Cabinet\",\n        \"source\"",
      "content@versions/3 content@versions/4 changed@" },
    { "\"state\": \"approved\",\n  \"source\"", "\"state\": \"published\",\n  \"source\"", "state@state" },
    { "\"scope\": \"Positive", "\"scope\": \"Negative", "changed@" },
  };

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_DRAFT, 2, "Say more");
  marmot_assessment_set_sponsor_role (self, "Chief Executive");
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_APPROVED, 4, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = tamper (self, cases[i].from, cases[i].to);

      cr_assert_str_eq (found, cases[i].found, "case %u: %s and not %s", i, found, cases[i].found);
    }
}

/* A version that was taken out whole. */
Test (versions, a_version_that_is_missing)
{
  g_autoptr (MarmotAssessment) self = load_draft ();
  g_autofree char *text = NULL, *changed = NULL, *found = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) read = NULL;
  char *start, *end;

  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, NULL);
  move (self, MARMOT_ASSESSMENT_STATE_DRAFT, 2, "Say more");
  move (self, MARMOT_ASSESSMENT_STATE_SUBMITTED, 3, NULL);
  text = marmot_assessment_to_json (self, NULL);
  start = strstr (text, "    {\n      \"number\": 2,");
  end = strstr (text, "    {\n      \"number\": 3,");
  cr_assert (start != NULL && end != NULL);
  changed = g_strdup_printf ("%.*s%s", (int) (start - text), text, end);
  json = g_bytes_new (changed, strlen (changed));
  read = marmot_assessment_new_from_json (json, NULL);
  cr_assert (read != NULL);
  found = check (read);
  cr_assert_str_eq (found, "number@versions/2 move@versions/2 parent@versions/2");
}

Test (versions, files_that_are_none)
{
  static const char *const bad[] = {
    "{}",
    "[1]",
    "[{}]",
    "[{\"number\": 1}]",
    "[{\"number\": 0, \"state\": \"draft\", \"day\": \"2026-01-01\"}]",
    "[{\"number\": \"1\", \"state\": \"draft\", \"day\": \"2026-01-01\"}]",
    "[{\"number\": 1, \"state\": \"lost\", \"day\": \"2026-01-01\"}]",
    "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026\"}]",
    "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": []}]",
    "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"a\": [1.5]}}]",
    "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"name\": \"A\"}]",
    "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"role\": 1}]",
  };
  static const char whole[] = "[{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"groups\": [1, 9, {}]}}]";

  for (guint i = 0; i <= G_N_ELEMENTS (bad); i++)
    {
      const char *versions = i < G_N_ELEMENTS (bad) ? bad[i] : whole;
      g_autofree char *text = g_strdup_printf ("{\"format\": \"marmot-assessment\", \"id\": \"a\", \"versions\": %s}", versions);
      g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessment) read = marmot_assessment_new_from_json (json, &error);

      if (i < G_N_ELEMENTS (bad))
        {
          cr_assert (read == NULL, "%s", versions);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE), "%s", error->message);
          cr_assert (g_str_has_prefix (error->message, "versions"), "%s", error->message);
        }
      else
        {
          /* What is no assessment is reported, and not restored. */
          g_autofree char *found = NULL;

          cr_assert (read != NULL, "%s", error ? error->message : "");
          found = check (read);
          cr_assert_str_eq (found, "content@versions/1 digest@versions/1");
          cr_assert (marmot_assessment_version_restore (version_at (read, 0), &error) == NULL);
          cr_assert (error != NULL && error->domain == MARMOT_ERROR);
        }
    }
}

/* A place stands for an entry once, so that no list is longer than the one before and what
 * the file has of it; what is no place stays what it is. */
Test (versions, places_in_a_file)
{
  static const char text[]
      = "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"versions\": ["
        "{\"number\": 1, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"groups\": [{\"text\": \"A\"}, {\"text\": "
        "\"B\"}]}},"
        "{\"number\": 2, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"groups\": [2, 1, 1, 0, 3, {\"text\": \"C\"}]}},"
        "{\"number\": 3, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"groups\": [6, 3], \"id\": \"b\"}}]}";
  static const char *const contents[] = {
    "{\"groups\":[{\"text\":\"A\"},{\"text\":\"B\"}]}",
    "{\"groups\":[{\"text\":\"B\"},{\"text\":\"A\"},1,0,3,{\"text\":\"C\"}]}",
    "{\"groups\":[{\"text\":\"C\"},3],\"id\":\"b\"}",
  };
  g_autoptr (GBytes) json = g_bytes_new_static (text, strlen (text));
  g_autoptr (MarmotAssessment) read = marmot_assessment_new_from_json (json, NULL);
  g_autoptr (MarmotAssessment) again = NULL;

  cr_assert (read != NULL);
  again = round_trip (read);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) content = marmot_assessment_version_get_content (version_at (read, i));
      g_autoptr (GBytes) back = marmot_assessment_version_get_content (version_at (again, i));
      g_autoptr (GBytes) expected = g_bytes_new_static (contents[i], strlen (contents[i]));

      cr_assert (g_bytes_equal (content, expected), "%u: %.*s", i, (int) g_bytes_get_size (content),
                 (const char *) g_bytes_get_data (content, NULL));
      cr_assert (g_bytes_equal (back, expected));
    }
}

/* A few bytes that stand for more than there is memory: each version points at the entries
 * of the one before. */
Test (versions, a_file_that_unfolds)
{
  g_autofree char *big = g_strnfill (1000000, 'a');
  GString *text = g_string_new ("{\"format\": \"marmot-assessment\", \"id\": \"a\", \"versions\": [");
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessment) read = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"number\": %u, \"state\": \"draft\", \"day\": \"2026-01-01\", \"content\": {\"groups\": [%s%s%s]}}",
                            i ? ", " : "", i + 1, i ? "1, 1, 1" : "{\"text\": \"", i ? "" : big, i ? "" : "\"}");
  g_string_append (text, "]}");
  json = g_string_free_to_bytes (text);
  read = marmot_assessment_new_from_json (json, &error);
  cr_assert (read == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE), "%s", error->message);
}

/* At the ends of what is read: a move makes nothing that would not be read back. */
Test (versions, the_largest_there_are)
{
  GString *text = g_string_new ("{\"format\": \"marmot-assessment\", \"id\": \"a\", \"versions\": [");
  g_autoptr (GBytes) full_json = NULL, last_json = NULL;
  g_autoptr (MarmotAssessment) full = NULL, last = NULL, again = NULL;
  g_autofree char *why = NULL;
  static const char largest[] = "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"versions\": [{\"number\": 2147483647, "
                                "\"state\": \"draft\", \"day\": \"2026-01-01\"}]}";

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"number\": %u, \"state\": \"draft\", \"day\": \"2026-01-01\"}", i ? ", " : "", i + 1);
  g_string_append (text, "]}");
  full_json = g_string_free_to_bytes (text);
  full = marmot_assessment_new_from_json (full_json, NULL);
  cr_assert (full != NULL && count_versions (full) == 10000);
  why = refused (full, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 1, "So", DIRECTOR, MARMOT_ERROR_TOO_LARGE);
  cr_assert (strstr (why, "10000 versions") != NULL, "%s", why);

  last_json = g_bytes_new_static (largest, strlen (largest));
  last = marmot_assessment_new_from_json (last_json, NULL);
  cr_assert (last != NULL);
  move (last, MARMOT_ASSESSMENT_STATE_WITHDRAWN, 1, "So");
  again = round_trip (last);
  cr_assert (marmot_assessment_equal (last, again));
}

/* --- how much it takes --------------------------------------------------------------------- */

/* 20 answers of 50,000 bytes. */
static MarmotAssessment *
make_large (void)
{
  MarmotAssessment *self = marmot_assessment_new ();

  marmot_assessment_set_id (self, "large");
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (MarmotAssessmentResponse) response = marmot_assessment_response_new ();
      g_autofree char *question = g_strdup_printf ("q%u", i);
      g_autofree char *text = g_strnfill (50000, 'a');

      marmot_assessment_response_set_question (response, question);
      marmot_assessment_response_set_text (response, text);
      g_list_store_append (marmot_assessment_get_responses (self), response);
    }
  return self;
}

static gsize
save_hundred (guint n_changed)
{
  g_autoptr (MarmotAssessment) self = make_large ();
  g_autofree char *folder = g_dir_make_tmp ("marmot-versions-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarmotAssessment) again = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 100; i++)
    {
      for (guint j = 0; j < n_changed; j++)
        {
          MarmotAssessmentResponse *response = response_at (self, (i + j) % 20);
          g_autofree char *text = g_strnfill (50000, (char) ('a' + (i + j) % 26));

          text[i] = '-';
          marmot_assessment_response_set_text (response, text);
        }
      move (self, i % 2 ? MARMOT_ASSESSMENT_STATE_DRAFT : MARMOT_ASSESSMENT_STATE_SUBMITTED, 1, "So");
    }
  cr_assert (marmot_assessment_save (self, file, NULL, &error), "%s", error ? error->message : "");
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  again = marmot_assessment_new_from_file (file, NULL, &error);
  cr_assert (again != NULL, "%s", error ? error->message : "");
  cr_assert (marmot_assessment_equal (self, again));
  found = check (again);
  cr_assert_str_eq (found, "");
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return (gsize) g_file_info_get_size (info);
}

/* A version takes what it changed: 2 MB of text and 100 answers of 50,000 bytes; and if each
 * changes everything, 100 MB. */
Test (versions, a_hundred_of_a_megabyte, .timeout = 120)
{
  const gsize small = save_hundred (1), large = save_hundred (20);

  cr_assert (small > 6900000 && small < 7200000, "%" G_GSIZE_FORMAT, small);
  cr_assert (large > 101000000 && large < 102000000, "%" G_GSIZE_FORMAT, large);
}
