/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One person: what the rules say at their edges, how an answer explains itself, what is
 * missing, and what contradicts itself. Hand-worked lives with the law of each are in
 * test-care-lives.c.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <stdio.h>
#include <string.h>

#define CANARY "CANARY-7781"

static const GDate *
day (const char *iso)
{
  static GDate dates[16];
  static guint next;
  GDate *date = &dates[next++ % G_N_ELEMENTS (dates)];
  guint y, m, d;

  if (!iso)
    return NULL;
  cr_assert (sscanf (iso, "%u-%u-%u", &y, &m, &d) == 3);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return date;
}

/* Born on 10 June 2004: 14 in 2018, 16 in 2020, 18 in 2022, 21 in 2025, 25 in 2029. */
static MarmotCareLeaver *
person_with (const char *start,
             const char *end,
             const char *reason)
{
  MarmotCareLeaver *person = marmot_care_leaver_new ("P1", day ("2004-06-10"));

  marmot_care_leaver_add_spell (person, day (start), day (end), reason, NULL, FALSE);
  return person;
}

static MarmotCareStatus
status_on (MarmotCareLeaver *person,
           const char *iso)
{
  g_autoptr (MarmotLegalStatus) status = marmot_care_leaver_status_on (person, day (iso), NULL);

  return marmot_legal_status_get_status (status);
}

static gboolean
depends_on (MarmotCareLeaver *person,
            const char *iso,
            const char *what)
{
  g_autoptr (MarmotLegalStatus) status = marmot_care_leaver_status_on (person, day (iso), NULL);
  g_auto (GStrv) names = marmot_legal_status_get_depends_on (status);

  return g_strv_contains ((const char *const *) names, what);
}

static gboolean
is_on (GDate *date,
       const char *iso)
{
  gboolean is_same = iso ? date && g_date_compare (date, day (iso)) == 0 : date == NULL;

  if (date)
    g_date_free (date);
  return is_same;
}

static gboolean
has_finding (MarmotCareLeaver *person,
             const char *rule)
{
  g_autoptr (GPtrArray) findings = marmot_care_leaver_get_findings (person);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule))
      return TRUE;
  return FALSE;
}

/* --- thirteen weeks ------------------------------------------------------------------- */

Test (care_leaver, ninety_one_days)
{
  /* The 91st day of care is 91 days after the first, less one. */
  g_autoptr (MarmotCareLeaver) person = person_with ("2020-06-10", "2020-09-30", "E6");

  cr_assert (status_on (person, "2020-09-07") == MARMOT_CARE_STATUS_NONE);
  cr_assert (status_on (person, "2020-09-08") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (status_on (person, "2020-09-29") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (status_on (person, "2020-09-30") == MARMOT_CARE_STATUS_RELEVANT);
}

Test (care_leaver, ended_on_day_90_91_92)
{
  g_autoptr (MarmotCareLeaver) short_of = person_with ("2020-06-10", "2020-09-08", "E6");
  g_autoptr (MarmotCareLeaver) enough = person_with ("2020-06-10", "2020-09-09", "E6");
  g_autoptr (MarmotCareLeaver) more = person_with ("2020-06-10", "2020-09-10", "E6");

  cr_assert (status_on (short_of, "2021-01-01") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (enough, "2021-01-01") == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (status_on (more, "2021-01-01") == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (status_on (short_of, "2022-06-10") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (enough, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
}

Test (care_leaver, one_day_from_16_on)
{
  g_autoptr (MarmotCareLeaver) before = person_with ("2018-06-10", "2020-06-10", "E6");
  g_autoptr (MarmotCareLeaver) after = person_with ("2018-06-10", "2020-06-11", "E6");

  /* In care up to the day before the 16th birthday: whether detained on it, nobody said. */
  cr_assert (status_on (before, "2020-07-01") == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED);
  cr_assert (depends_on (before, "2020-07-01", "detained"));
  marmot_care_leaver_set_complete (before, MARMOT_CARE_FACTS_DETAINED);
  cr_assert (status_on (before, "2020-07-01") == MARMOT_CARE_STATUS_NONE);
  cr_assert (status_on (after, "2020-07-01") == MARMOT_CARE_STATUS_RELEVANT);
}

Test (care_leaver, ages)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2016-01-01", "2022-06-10", "E17");

  cr_assert (status_on (person, "2020-06-09") == MARMOT_CARE_STATUS_NONE);
  cr_assert (status_on (person, "2020-06-10") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (status_on (person, "2022-06-09") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (status_on (person, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  cr_assert (status_on (person, "2025-06-09") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  cr_assert (status_on (person, "2025-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  cr_assert (status_on (person, "2029-06-09") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  cr_assert (status_on (person, "2029-06-10") == MARMOT_CARE_STATUS_NONE);
  cr_assert (marmot_care_leaver_age_on (person, day ("2020-06-09"), NULL) == 15);
  cr_assert (marmot_care_leaver_age_on (person, day ("2020-06-10"), NULL) == 16);
  cr_assert (marmot_care_leaver_age_on (person, day ("2004-06-09"), NULL) == -1);
}

Test (care_leaver, leap_birthday)
{
  g_autoptr (MarmotCareLeaver) person = marmot_care_leaver_new (NULL, day ("2004-02-29"));
  g_autoptr (MarmotCareLeaverOptions) february
      = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "leap-birthday", MARMOT_LEAP_BIRTHDAY_FEBRUARY, NULL);

  cr_assert (marmot_care_leaver_age_on (person, day ("2022-02-28"), NULL) == 17);
  cr_assert (marmot_care_leaver_age_on (person, day ("2022-03-01"), NULL) == 18);
  cr_assert (marmot_care_leaver_age_on (person, day ("2022-02-28"), february) == 18);
  cr_assert (marmot_care_leaver_age_on (person, day ("2024-02-28"), february) == 19);
  cr_assert (marmot_care_leaver_age_on (person, day ("2024-02-29"), NULL) == 20);
}

/* --- facts ------------------------------------------------------------------------- */

Test (care_leaver, home_for_six_months)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2018-01-01", "2020-12-15", "E4A");

  cr_assert (status_on (person, "2021-06-14") == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (status_on (person, "2021-06-15") == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED);
  cr_assert (depends_on (person, "2021-06-15", "home-with-parent"));
  marmot_care_leaver_add_fact (person, MARMOT_CARE_FACTS_HOME_WITH_PARENT, day ("2020-12-15"), day ("2021-09-01"));
  /* Looked after from 16 on, so qualifying while home has ended being relevant. */
  cr_assert (status_on (person, "2021-06-14") == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (status_on (person, "2021-06-15") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (person, "2021-08-31") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (person, "2021-09-01") == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (status_on (person, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
}

Test (care_leaver, sentences_name_the_months_that_were_asked_for)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2018-01-01", "2020-12-15", "E4A");
  g_autoptr (MarmotCareLeaverOptions) three = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "home-months", 3, NULL);
  g_autoptr (MarmotLegalStatus) six_status = marmot_care_leaver_status_on (person, day ("2021-06-15"), NULL);
  g_autoptr (MarmotLegalStatus) three_status = marmot_care_leaver_status_on (person, day ("2021-03-15"), three);
  g_autofree char *six_text = g_strjoinv (" ", (char **) marmot_legal_status_get_reasons (six_status));
  g_autofree char *three_text = g_strjoinv (" ", (char **) marmot_legal_status_get_reasons (three_status));

  cr_assert (strstr (six_text, "six months were over on 15 June 2021") != NULL);
  cr_assert (strstr (three_text, "3 months were over on 15 March 2021") != NULL);
}

Test (care_leaver, returner)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2016-01-01", "2022-06-10", "E17");
  g_autoptr (MarmotLegalStatus) before = NULL, after = NULL;

  marmot_care_leaver_add_fact (person, MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT, day ("2026-02-01"), NULL);
  before = marmot_care_leaver_status_on (person, day ("2026-01-31"), NULL);
  after = marmot_care_leaver_status_on (person, day ("2026-02-01"), NULL);
  cr_assert (!marmot_legal_status_get_returner (before));
  cr_assert (marmot_legal_status_get_returner (after));
  cr_assert_str_eq (marmot_legal_status_get_provision (after), "ca1989-23czb");
  cr_assert (is_on (marmot_legal_status_get_from (after), "2026-02-01"));
  cr_assert (is_on (marmot_legal_status_get_until (after), "2029-06-10"));
}

Test (care_leaver, special_guardianship)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2008-01-01", "2010-05-01", "E45");

  cr_assert (status_on (person, "2020-06-09") == MARMOT_CARE_STATUS_NONE);
  cr_assert (status_on (person, "2020-06-10") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (person, "2025-06-09") == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (status_on (person, "2025-06-10") == MARMOT_CARE_STATUS_NONE);
  /* The order ended before 16. */
  marmot_care_leaver_add_fact (person, MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP, day ("2010-05-01"), day ("2019-01-01"));
  cr_assert (status_on (person, "2020-06-10") == MARMOT_CARE_STATUS_NONE);
}

Test (care_leaver, corporate_parenting)
{
  g_autoptr (MarmotCareLeaver) child = person_with ("2017-01-01", NULL, NULL);
  g_autoptr (MarmotCareLeaver) short_stay = person_with ("2021-01-01", "2021-02-01", "E6");

  cr_assert (marmot_care_leaver_corporate_parenting_applies_on (child, day ("2018-03-31"), NULL) == MARMOT_CARE_ANSWER_NO);
  cr_assert (marmot_care_leaver_corporate_parenting_applies_on (child, day ("2018-04-01"), NULL) == MARMOT_CARE_ANSWER_YES);
  cr_assert (marmot_care_leaver_corporate_parenting_applies_on (short_stay, day ("2021-01-15"), NULL)
             == MARMOT_CARE_ANSWER_YES);
  /* Qualifying: the principles are not for them. */
  cr_assert (marmot_care_leaver_corporate_parenting_applies_on (short_stay, day ("2021-03-15"), NULL)
             == MARMOT_CARE_ANSWER_NO);
}

/* --- explanations ------------------------------------------------------------------ */

Test (care_leaver, reasons)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2020-06-10", "2020-09-09", "E6");
  g_autoptr (MarmotLegalStatus) status = marmot_care_leaver_status_on (person, day ("2021-01-01"), NULL);
  const char *const *reasons = marmot_legal_status_get_reasons (status);
  g_autoptr (MarmotTable) steps = marmot_legal_status_get_steps (status);
  g_autofree char *text = marmot_legal_status_to_string (status);
  guint n = g_strv_length ((char **) reasons);

  cr_assert (n > 3);
  cr_assert (marmot_table_get_n_rows (steps) == n);
  cr_assert_str_eq (reasons[0], "Not looked after on this day.");
  cr_assert (strstr (reasons[1], "Care last ended on 9 September 2020. By then there were 91 days of care") != NULL);
  cr_assert_str_eq (reasons[n - 1],
                 "On 1 January 2021: a relevant child (Children Act 1989, section 23A(2)).");
  cr_assert_str_eq (text, "relevant on 2021-01-01 (Children Act 1989, section 23A(2))");
  cr_assert (marmot_legal_status_get_days_since_14 (status) == 91);
  cr_assert (marmot_legal_status_get_days_after_16 (status) == 91);
  cr_assert (is_on (marmot_legal_status_get_from (status), "2020-09-09"));
  cr_assert (is_on (marmot_legal_status_get_until (status), "2022-06-10"));
}

Test (care_leaver, possible)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2018-01-01", "2020-12-15", "E4A");
  g_autoptr (MarmotLegalStatus) status = marmot_care_leaver_status_on (person, day ("2021-07-01"), NULL);
  gsize n;
  g_autofree MarmotCareStatus *possible = marmot_legal_status_get_possible (status, &n);

  /* Relevant, or else qualifying, for care was from 16 on. */
  cr_assert (n == 2);
  cr_assert (possible[0] == MARMOT_CARE_STATUS_RELEVANT && possible[1] == MARMOT_CARE_STATUS_QUALIFYING);
}

Test (care_leaver, timeline)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2020-06-10", "2020-09-30", "E6");
  g_autoptr (MarmotTable) timeline = marmot_care_leaver_get_timeline (person, NULL);
  static const char *const expected[]
      = { "none", "none", "eligible", "relevant", "former-relevant", "former-relevant", "none" };
  g_autoptr (MarmotColumn) status = marmot_table_get_column_by_name (timeline, "status");
  g_autoptr (MarmotColumn) from = marmot_table_get_column_by_name (timeline, "from");
  g_autoptr (MarmotColumn) until = marmot_table_get_column_by_name (timeline, "until");
  gsize n = marmot_table_get_n_rows (timeline);

  cr_assert (n == G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = marmot_column_get_text (status, i);

      cr_assert_str_eq (text, expected[i]);
      cr_assert (i + 1 == n ? marmot_column_is_null (until, i)
                            : marmot_column_get_date (until, i) == marmot_column_get_date (from, i + 1));
    }
}

/* --- what is missing or contradicts itself --------------------------------------------- */

Test (care_leaver, nothing_is_dropped)
{
  g_autoptr (MarmotCareLeaver) unborn = marmot_care_leaver_new (NULL, NULL);
  g_autoptr (MarmotCareLeaver) without = marmot_care_leaver_new (NULL, day ("2004-06-10"));
  g_autoptr (MarmotCareLeaver) backwards = person_with ("2020-06-10", "2020-06-09", NULL);
  g_autoptr (MarmotCareLeaver) never_closed = person_with ("2016-01-01", NULL, NULL);
  g_autoptr (MarmotCareLeaver) adult = person_with ("2020-07-01", "2021-01-01", "E15");
  g_autoptr (MarmotCareLeaver) dead = person_with ("2016-01-01", "2021-01-01", "E2");

  marmot_care_leaver_add_spell (unborn, day ("2016-01-01"), NULL, NULL, NULL, FALSE);
  cr_assert (has_finding (unborn, "care-leaver/no-birth"));
  cr_assert (depends_on (unborn, "2020-01-01", "birth"));
  cr_assert (marmot_care_leaver_corporate_parenting_applies_on (unborn, day ("2020-01-01"), NULL)
             == MARMOT_CARE_ANSWER_YES);

  cr_assert (has_finding (without, "care-leaver/no-care"));
  cr_assert (depends_on (without, "2022-01-01", "care"));
  cr_assert (status_on (without, "2019-01-01") == MARMOT_CARE_STATUS_NONE);

  cr_assert (has_finding (backwards, "care-leaver/care-ends-before-start"));
  cr_assert (depends_on (backwards, "2022-01-01", "care"));

  /* Open, and the records are said to reach beyond 18: nobody knows. */
  cr_assert (!has_finding (never_closed, "care-leaver/care-after-18"));
  cr_assert (status_on (never_closed, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  marmot_care_leaver_set_covered_until (never_closed, day ("2023-01-01"));
  cr_assert (has_finding (never_closed, "care-leaver/care-after-18"));
  cr_assert (depends_on (never_closed, "2022-06-10", "care"));
  cr_assert (status_on (never_closed, "2022-06-09") == MARMOT_CARE_STATUS_ELIGIBLE);

  cr_assert (has_finding (adult, "care-leaver/found-adult"));
  cr_assert (depends_on (adult, "2020-08-01", "birth"));

  marmot_care_leaver_set_death (dead, day ("2021-01-01"));
  cr_assert (status_on (dead, "2020-12-31") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (status_on (dead, "2021-01-01") == MARMOT_CARE_STATUS_NONE);
  marmot_care_leaver_add_contact (dead, day ("2021-03-01"), "YES", "F2", "K1");
  cr_assert (has_finding (dead, "care-leaver/after-death"));
  cr_assert (depends_on (dead, "2021-03-01", "death"));
}

Test (care_leaver, records_that_end)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2016-01-01", NULL, NULL);

  marmot_care_leaver_set_covered_until (person, day ("2021-01-01"));
  cr_assert (status_on (person, "2020-12-31") == MARMOT_CARE_STATUS_ELIGIBLE);
  cr_assert (depends_on (person, "2021-01-01", "later-records"));
  cr_assert (depends_on (person, "2022-07-01", "later-records"));
}

Test (care_leaver, records_that_begin)
{
  /* 60 days of care that the records hold, and two years since 14 that they do not. */
  g_autoptr (MarmotCareLeaver) person = person_with ("2020-07-01", "2020-08-30", "E6");
  g_autoptr (MarmotCareLeaver) enough = person_with ("2020-07-01", "2020-12-01", "E6");
  g_autoptr (MarmotCareLeaver) early = person_with ("2018-01-01", "2018-08-01", "E6");
  g_autoptr (MarmotTable) timeline = NULL;

  cr_assert (status_on (person, "2021-01-01") == MARMOT_CARE_STATUS_QUALIFYING);
  marmot_care_leaver_set_covered_from (person, day ("2020-04-01"));
  cr_assert (status_on (person, "2021-01-01") == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED);
  cr_assert (depends_on (person, "2021-01-01", "care"));
  cr_assert (status_on (person, "2020-06-01") == MARMOT_CARE_STATUS_NONE);
  /* 31 days before the records begin are enough, 30 are not. */
  marmot_care_leaver_set_covered_from (person, day ("2018-07-11"));
  cr_assert (depends_on (person, "2021-01-01", "care"));
  marmot_care_leaver_set_covered_from (person, day ("2018-07-10"));
  cr_assert (status_on (person, "2021-01-01") == MARMOT_CARE_STATUS_QUALIFYING);
  /* What is enough by itself does not depend on it, nor a first period that reaches back to 14. */
  marmot_care_leaver_set_covered_from (enough, day ("2020-04-01"));
  cr_assert (status_on (enough, "2021-01-01") == MARMOT_CARE_STATUS_RELEVANT);
  marmot_care_leaver_set_covered_from (early, day ("2018-04-01"));
  marmot_care_leaver_set_complete (early, MARMOT_CARE_FACTS_DETAINED);
  cr_assert (status_on (early, "2021-01-01") == MARMOT_CARE_STATUS_NONE);

  marmot_care_leaver_set_covered_from (person, day ("2020-04-01"));
  timeline = marmot_care_leaver_get_timeline (person, NULL);
  for (gsize i = 0; i + 1 < marmot_table_get_n_rows (timeline); i++)
    {
      g_autoptr (MarmotColumn) from = marmot_table_get_column_by_name (timeline, "from");
      g_autoptr (MarmotColumn) until = marmot_table_get_column_by_name (timeline, "until");

      cr_assert (marmot_column_get_date (until, i) == marmot_column_get_date (from, i + 1));
    }
}

Test (care_leaver, uasc)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2021-06-01", "2022-06-10", "E17");

  marmot_care_leaver_set_uasc_until (person, day ("2022-06-10"));
  cr_assert (status_on (person, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  marmot_care_leaver_set_uasc_until (person, day ("2022-06-11"));
  cr_assert (has_finding (person, "care-leaver/uasc-dates"));
  cr_assert (depends_on (person, "2022-06-10", "birth"));
}

Test (care_leaver, contact_before_16)
{
  g_autoptr (MarmotCareLeaver) person = person_with ("2016-01-01", "2022-06-10", "E17");

  marmot_care_leaver_add_contact (person, day ("2020-06-09"), "YES", "F2", "K1");
  cr_assert (has_finding (person, "care-leaver/contact-before-16"));
  cr_assert (status_on (person, "2022-06-10") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
}

Test (care_leaver, contacts_are_split_apart)
{
  g_autoptr (MarmotCareLeaver) person = marmot_care_leaver_new (NULL, day ("2004-06-10"));
  g_autoptr (MarmotTable) contacts = NULL;
  g_autoptr (MarmotColumn) kind = NULL, full_time = NULL, where = NULL, suitable = NULL, accommodation = NULL;
  g_autofree char *first = NULL, *letter = NULL;

  marmot_care_leaver_add_contact (person, day ("2023-06-01"), "YES", "P5", "X2");
  marmot_care_leaver_add_contact (person, day ("2022-06-01"), "yes", "G5", CANARY);
  contacts = marmot_care_leaver_get_contacts (person);
  kind = marmot_table_get_column_by_name (contacts, "activity_kind");
  full_time = marmot_table_get_column_by_name (contacts, "full_time");
  where = marmot_table_get_column_by_name (contacts, "accommodation_kind");
  suitable = marmot_table_get_column_by_name (contacts, "suitable");
  accommodation = marmot_table_get_column_by_name (contacts, "accommodation");
  first = marmot_column_get_text (kind, 0);
  letter = marmot_column_get_text (where, 1);
  cr_assert_str_eq (first, "5");
  cr_assert (marmot_column_is_null (full_time, 0) && !marmot_column_get_boolean (full_time, 1));
  cr_assert_str_eq (letter, "X");
  cr_assert (!marmot_column_get_boolean (suitable, 1));
  cr_assert (marmot_column_is_null (accommodation, 0));
}

/* --- conventions and law --------------------------------------------------------------- */

Test (care_leaver, conventions_of_others)
{
  g_auto (GStrv) names = marmot_care_leaver_options_list_names ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCareLeaverOptions) mosaic = marmot_care_leaver_options_new_named ("ssd-mosaic", NULL);
  g_autoptr (MarmotCareLeaverOptions) paper = marmot_care_leaver_options_new_named ("coventry-paper", NULL);
  g_autoptr (MarmotCareLeaverOptions) rule = marmot_care_leaver_options_new_named ("ssda903-1001", NULL);
  /* 90 days in one period: a day more where the day of the end counts. */
  g_autoptr (MarmotCareLeaver) short_of = person_with ("2020-06-10", "2020-09-08", "E6");
  /* 13 weeks, and gone before 16. */
  g_autoptr (MarmotCareLeaver) early = person_with ("2018-06-10", "2019-06-10", "E4A");
  g_autoptr (MarmotLegalStatus) a = NULL, b = NULL, c = NULL;

  cr_assert (g_strv_length (names) == 4);
  for (char **name = names; *name; name++)
    {
      g_autoptr (MarmotCareLeaverOptions) options = marmot_care_leaver_options_new_named (*name, NULL);
      g_autofree char *text = marmot_care_leaver_options_describe (options);

      cr_assert (options != NULL && strstr (text, "91 days") != NULL);
    }
  cr_assert (marmot_care_leaver_options_new_named ("nobody", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));

  a = marmot_care_leaver_status_on (short_of, day ("2021-01-01"), mosaic);
  b = marmot_care_leaver_status_on (short_of, day ("2021-01-01"), rule);
  c = marmot_care_leaver_status_on (early, day ("2023-01-01"), paper);
  cr_assert (marmot_legal_status_get_status (a) == MARMOT_CARE_STATUS_RELEVANT);
  cr_assert (marmot_legal_status_get_status (b) == MARMOT_CARE_STATUS_QUALIFYING);
  cr_assert (marmot_legal_status_get_status (c) == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  marmot_care_leaver_set_complete (early, MARMOT_CARE_FACTS_DETAINED);
  cr_assert (status_on (early, "2023-01-01") == MARMOT_CARE_STATUS_NONE);
}

Test (care_leaver, law_of_the_day)
{
  MarmotCareLaw *law = marmot_care_law_get_default ();
  /* Born in 1996: 21 on 10 June 2017, before the duties on request. */
  g_autoptr (MarmotCareLeaver) person = marmot_care_leaver_new (NULL, day ("1996-06-10"));

  marmot_care_leaver_add_spell (person, day ("2009-01-01"), day ("2014-06-10"), "E6", NULL, FALSE);
  cr_assert (status_on (person, "2017-06-09") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  cr_assert (depends_on (person, "2018-03-31", "education"));
  cr_assert (status_on (person, "2018-04-01") == MARMOT_CARE_STATUS_FORMER_RELEVANT);
  marmot_care_leaver_set_complete (person, MARMOT_CARE_FACTS_EDUCATION);
  cr_assert (status_on (person, "2018-03-31") == MARMOT_CARE_STATUS_NONE);

  cr_assert (!marmot_care_law_applies_on (law, "ca1989-23czb", day ("2018-03-31")));
  cr_assert (marmot_care_law_applies_on (law, "ca1989-23czb", day ("2018-04-01")));
  /* Enacted, and its commencement is not confirmed. */
  cr_assert (!marmot_care_law_applies_on (law, "ca1989-staying-close", day ("2030-01-01")));
  cr_assert (!marmot_care_law_applies_on (law, "no-such-law", day ("2030-01-01")));
  cr_assert (marmot_care_law_get_authority (law, "no-such-law") == NULL);
}

static char *
refuse_law (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_care_law_new_from_json (bytes, &error) == NULL, "%s", json);
  cr_assert (error->domain == MARMOT_ERROR);
  return g_strdup (error->message);
}

#define PROVISION(rest) \
  "{\"format\": \"marmot-care-law\", \"title\": \"t\", \"provisions\": [{\"title\": \"t\", \"authority\": \"a\", " \
  "\"text\": \"x\", " rest "}]}"

Test (care_leaver, law_from_a_file)
{
  static const char *const bad[] = {
    "", "[]", "{}", "{\"format\": \"marmot-care-law\", \"provisions\": []}",
    PROVISION ("\"name\": \"nonsense\", \"basis\": \"read\""),
    PROVISION ("\"name\": \"ca1989-22\", \"basis\": \"hearsay\""),
    PROVISION ("\"name\": \"ca1989-22\", \"basis\": \"read\", \"from\": \"1989\""),
    PROVISION ("\"name\": \"ca1989-22\", \"basis\": \"read\", \"until\": \"2020-01-01\""),
    PROVISION ("\"name\": \"ca1989-22\", \"basis\": \"read\", \"from\": \"2020-01-01\", \"until\": \"2020-01-01\""),
    PROVISION ("\"name\": \"ca1989-sch2-19b\", \"basis\": \"read\", \"from\": \"2020-01-01\""),
    PROVISION ("\"name\": \"ca1989-sch2-19b\", \"basis\": \"read\", \"days\": 0"),
    PROVISION ("\"name\": \"clr2010-3\", \"basis\": \"read\""),
    PROVISION ("\"name\": \"ca1989-22\", \"basis\": \"read\", \"colour\": \"red\""),
    "{\"format\": \"marmot-care-law\", \"title\": \"t\", \"provisions\": [7]}",
  };
  static const char good[]
      = PROVISION ("\"name\": \"ca1989-sch2-19b\", \"basis\": \"read\", \"from\": \"2001-10-01\", \"days\": 100");
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, sizeof good - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCareLaw) law = NULL;
  g_autoptr (MarmotCareLeaverOptions) options = NULL;
  g_autoptr (MarmotCareLeaver) person = person_with ("2020-06-10", "2020-09-30", "E6");
  g_autoptr (MarmotLegalStatus) a = NULL, b = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_free (refuse_law (bad[i]));

  law = marmot_care_law_new_from_json (bytes, &error);
  cr_assert (law != NULL, "%s", error ? error->message : "");
  options = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "law", law, NULL);
  cr_assert (marmot_care_leaver_options_get_law (options) == law);
  a = marmot_care_leaver_status_on (person, day ("2020-09-16"), options);
  b = marmot_care_leaver_status_on (person, day ("2020-09-17"), options);
  cr_assert (marmot_legal_status_get_status (a) == MARMOT_CARE_STATUS_NONE);
  cr_assert (marmot_legal_status_get_status (b) == MARMOT_CARE_STATUS_ELIGIBLE);
}

Test (care_leaver, law_says_what_was_read)
{
  g_autoptr (MarmotTable) table = marmot_care_law_to_table (marmot_care_law_get_default ());
  g_autoptr (MarmotColumn) basis = marmot_table_get_column_by_name (table, "basis");
  g_autoptr (MarmotColumn) from = marmot_table_get_column_by_name (table, "from");
  guint n_memory = 0, n_not_yet = 0;

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *text = marmot_column_get_text (basis, i);

      n_memory += g_str_equal (text, "memory");
      n_not_yet += marmot_column_is_null (from, i);
    }
  cr_assert (n_memory >= 3);
  cr_assert (n_not_yet == 1);
}

/* --- nothing recorded gets out ---------------------------------------------------------- */

Test (care_leaver, findings_and_descriptions_are_silent)
{
  g_autoptr (MarmotCareLeaver) person = marmot_care_leaver_new (CANARY, NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  marmot_care_leaver_add_spell (person, day ("2020-06-10"), day ("2020-06-09"), CANARY, CANARY, FALSE);
  marmot_care_leaver_add_contact (person, day ("2020-06-10"), CANARY, CANARY, CANARY);
  findings = marmot_care_leaver_get_findings (person);
  cr_assert (findings->len >= 2);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = marmot_finding_to_string (findings->pdata[i]);

      cr_assert (strstr (line, CANARY) == NULL && strstr (line, "2020") == NULL);
    }
  text = marmot_care_leaver_to_string (person);
  cr_assert_str_eq (text, "a person with 1 period of care, 0 facts and 1 contact");
}

/* --- objects that nobody filled ---------------------------------------------------------- */

Test (care_leaver, empty_objects)
{
  g_autoptr (MarmotLegalStatus) status = g_object_new (MARMOT_TYPE_LEGAL_STATUS, NULL);
  g_autoptr (MarmotCareLeaver) person = g_object_new (MARMOT_TYPE_CARE_LEAVER, NULL);
  g_autoptr (MarmotCareLaw) law = g_object_new (MARMOT_TYPE_CARE_LAW, NULL);
  g_autoptr (MarmotTable) timeline = marmot_care_leaver_get_timeline (person, NULL);
  g_autoptr (MarmotTable) steps = marmot_legal_status_get_steps (status);
  g_autoptr (MarmotTable) provisions = marmot_care_law_to_table (law);
  g_autoptr (MarmotCareLeaverOptions) options = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "law", law, NULL);
  g_autoptr (MarmotLegalStatus) lawless = NULL;
  g_autoptr (MarmotCareLeaver) other = person_with ("2016-01-01", "2022-06-10", "E17");
  g_autofree char *text = marmot_legal_status_to_string (status);
  g_autofree char *terms = marmot_care_leaver_options_describe (options);

  cr_assert (marmot_table_get_n_rows (timeline) == 2);
  cr_assert (marmot_table_get_n_rows (steps) == 0 && marmot_table_get_n_rows (provisions) == 0);
  cr_assert_str_eq (text, "cannot-be-determined on no day");
  cr_assert (strstr (terms, "0 days of care") != NULL);
  lawless = marmot_care_leaver_status_on (other, day ("2022-06-10"), options);
  cr_assert (marmot_legal_status_get_status (lawless) == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED);
}
