/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a return on children in care and care leavers, with a council's own extracts beside
 * it, and makes the figures of a paper on corporate parenting: health of children in care,
 * care leavers, and consultations. Some are set beside statistical neighbours and England.
 *
 *   corporate-parenting YEAR_FOLDER
 *
 * YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against
 * the one that its rows were made with; it exits with 1 if one differs. The same program in
 * Python and JavaScript stands beside this one; the three print the same.
 */
#include <marmot/marmot.h>

#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

/* Of whom: people with dated checks and contacts, those of the return, and those of one as it
 * would be up to December. */
enum
{
  PEOPLE,
  RETURN,
  DECEMBER,
  N_SETS
};

typedef struct
{
  const char *title;          /* of a section, and nothing else; or NULL */
  const char *what;
  int set;
  MarmotCohortMeasure measure;
  const char *from;           /* the first day; or, without a last one, the day */
  const char *to;
  guint youngest;             /* 0 for that of the measure */
  guint oldest;
  const char *path;           /* where the figure stands in expected.json */
} Figure;

static const Figure figures[] = {
  { .title = "Up to 31 December 2024" },
  { NULL, "Review health assessments in twelve months", PEOPLE, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_ROLLING,
    "2024-12-31", NULL, 0, 17, "health/oc2-reviews" },
  { NULL, "The same, of a return up to that day", DECEMBER, MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT, "2024-12-31",
    NULL, 0, 17, "health/oc2-reviews" },
  { NULL, "Review health assessments on time, under five", PEOPLE, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY,
    "2024-12-31", NULL, 0, 4, "health/reviews-under-five" },
  { NULL, "Review health assessments on time, five and over", PEOPLE, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY,
    "2024-12-31", NULL, 5, 17, "health/reviews-five-and-over" },
  { NULL, "Review health assessments on time", PEOPLE, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY, "2024-12-31",
    NULL, 0, 17, "health/reviews-total" },
  { NULL, "Dental checks", DECEMBER, MARMOT_COHORT_MEASURE_DENTAL_CHECK, "2024-12-31", NULL, 0, 17,
    "health/oc2-dental" },
  { NULL, "Dental checks by their dates", PEOPLE, MARMOT_COHORT_MEASURE_DENTAL_ROLLING, "2024-12-31", NULL, 0, 17,
    "health/oc2-dental" },
  { NULL, "Strengths and difficulties questionnaires", DECEMBER, MARMOT_COHORT_MEASURE_SDQ_PUBLISHED, "2024-12-31",
    NULL, 0, 0, "health/oc2-questionnaires" },
  { NULL, "Immunisations", DECEMBER, MARMOT_COHORT_MEASURE_IMMUNISATIONS, "2024-12-31", NULL, 0, 17,
    "health/oc2-immunisations" },
  { NULL, "Development checks, under five", PEOPLE, MARMOT_COHORT_MEASURE_DEVELOPMENT_ROLLING, "2024-12-31", NULL,
    0, 0, "health/oc2-development" },
  { NULL, "Health summaries of those who left care", PEOPLE, MARMOT_COHORT_MEASURE_HEALTH_SUMMARY, "2024-01-01",
    "2024-12-31", 0, 0, "health_summaries" },
  { NULL, "First health assessments in 20 working days", PEOPLE, MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME,
    "2024-01-01", "2024-12-31", 0, 0, "first_assessments" },
  { NULL, "Staying put", PEOPLE, MARMOT_COHORT_MEASURE_STAYING_PUT, "2024-01-01", "2024-12-31", 0, 0, "staying_put" },
  { .title = "On 31 March 2025, as the return has it (OC2)" },
  { NULL, "Health assessments", RETURN, MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT, "2025-03-31", NULL, 0, 17,
    "oc2_at_31_march/figures/health-assessment" },
  { NULL, "Dental checks", RETURN, MARMOT_COHORT_MEASURE_DENTAL_CHECK, "2025-03-31", NULL, 0, 17,
    "oc2_at_31_march/figures/dental-check" },
  { NULL, "Immunisations", RETURN, MARMOT_COHORT_MEASURE_IMMUNISATIONS, "2025-03-31", NULL, 0, 17,
    "oc2_at_31_march/figures/immunisations" },
  { NULL, "Development checks, under five", RETURN, MARMOT_COHORT_MEASURE_DEVELOPMENT_CHECK, "2025-03-31", NULL, 0,
    0, "oc2_at_31_march/figures/development-check" },
  { NULL, "Strengths and difficulties questionnaires", RETURN, MARMOT_COHORT_MEASURE_SDQ_PUBLISHED, "2025-03-31",
    NULL, 0, 0, "oc2_at_31_march/figures/questionnaires" },
  { NULL, "Convicted, ten and over", RETURN, MARMOT_COHORT_MEASURE_CONVICTED, "2025-03-31", NULL, 0, 0,
    "oc2_at_31_march/figures/convicted" },
  { NULL, "Substance misuse", RETURN, MARMOT_COHORT_MEASURE_SUBSTANCE_MISUSE, "2025-03-31", NULL, 0, 17,
    "oc2_at_31_march/figures/substance-misuse" },
  { .title = "On 23 January 2025" },
  { NULL, "Children in care", PEOPLE, MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE, "2025-01-23", NULL, 0, 17,
    "snapshot/in-care" },
  { NULL, "Unaccompanied asylum-seeking children", PEOPLE, MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE_UASC,
    "2025-01-23", NULL, 0, 17, "snapshot/unaccompanied" },
  { NULL, "Care leavers with a personal adviser", PEOPLE, MARMOT_COHORT_MEASURE_CARE_LEAVERS_OPEN, "2025-01-23",
    NULL, 0, 0, "open_cases" },
  { NULL, "Care leavers by law", PEOPLE, MARMOT_COHORT_MEASURE_CARE_LEAVERS, "2025-01-23", NULL, 0, 0,
    "care_leavers_by_law" },
  { .title = "Referrals to a consultation" },
  { NULL, "Within four weeks, 2023/24", PEOPLE, MARMOT_COHORT_MEASURE_CONSULTATION_WITHIN, "2023-04-01",
    "2024-03-31", 0, 0, "consultations/0" },
  { NULL, "Within four weeks, April to September 2024", PEOPLE, MARMOT_COHORT_MEASURE_CONSULTATION_WITHIN,
    "2024-04-01", "2024-09-30", 0, 0, "consultations/1" },
  { .title = NULL },          /* the end */
};

/* Figures by a column of people. */
typedef struct
{
  const char *what;
  MarmotCohortMeasure measure;
  const char *by;
  const char *from;
  const char *to;
  guint oldest;
  const char *path;
} Grouped;

static const Grouped groups[] = {
  { "Children in care by age", MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE, "age_part", "2025-01-23", NULL, 17,
    "snapshot/in-care/by_age" },
  { "Referrals by sex, April to September 2024", MARMOT_COHORT_MEASURE_CONSULTATIONS, "sex", "2024-04-01",
    "2024-09-30", 0, "consultations/1/by_sex" },
};

static const struct
{
  const char *name;
  guint youngest;
  guint oldest;
} bands[] = { { "17", 17, 17 }, { "18", 18, 18 }, { "19", 19, 19 }, { "20", 20, 20 }, { "21", 21, 21 },
              { "19 to 21", 19, 21 }, { "22 to 25", 22, 25 } };

static const struct
{
  const char *what;
  MarmotCohortMeasure measure;
  const char *name;
} outcomes[] = {
  { "in touch", MARMOT_COHORT_MEASURE_IN_TOUCH, "in-touch" },
  { "in education, employment or training", MARMOT_COHORT_MEASURE_EET, "in-education-employment-or-training" },
  { "in suitable accommodation", MARMOT_COHORT_MEASURE_SUITABLE, "in-suitable-accommodation" },
};

/* Figures held against those that their rows were made with. */
typedef struct
{
  MarmotPersonSet *sets[N_SETS];
  json_t *expected;
  guint n_figures;
  guint n_different;
  GHashTable *percents;       /* as printed, by path */
} Check;

/* A place in JSON, such as "consultations/1/by_sex". */
static json_t *
find (json_t *tree,
      const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (char **name = names; *name; name++)
    tree = json_is_array (tree) ? json_array_get (tree, (gsize) g_ascii_strtoull (*name, NULL, 10))
                                : json_object_get (tree, *name);
  return tree;
}

static GDate *
read_day (const char *text)
{
  int y = 0, m = 0, d = 0;

  return text && sscanf (text, "%4d-%2d-%2d", &y, &m, &d) == 3
           ? g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y) : NULL;
}

static char *
percent (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static const char *
note (Check *self,
      gboolean same)
{
  self->n_figures++;
  self->n_different += !same;
  return same ? "as expected" : "NOT AS EXPECTED";
}

/* A measure of the people of a set on a day, or in a period. */
static MarmotTally *
count (MarmotPersonSet *set,
       MarmotCohortMeasure measure,
       const char *from,
       const char *to,
       guint youngest,
       guint oldest,
       const char *by)
{
  const char *const keys[] = { by, NULL };
  g_autoptr (GDate) first = read_day (from);
  g_autoptr (GDate) last = read_day (to);
  g_autoptr (MarmotPeriod) period = last ? marmot_period_new_span (first, last, NULL) : NULL;
  g_autoptr (MarmotCohortOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  MarmotTally *tally;

  options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "period", period, "day", last ? NULL : first, "from-age",
                          youngest, "to-age", oldest, "by", keys, NULL);
  tally = marmot_person_set_measure (set, measure, options, &error);
  if (!tally)
    g_printerr ("%s\n", error->message);
  return tally;
}

/* With figures of others, by the interval of ours; they are of another period, and it says
 * so. */
static void
compare (const char *what,
         MarmotMeasure *found,
         json_t *comparators)
{
  static const char *const others[] = { "statistical neighbours", "England" };
  const char *year = json_string_value (json_object_get (comparators, "period"));
  g_autoptr (GDate) first = read_day ("2024-01-01");
  g_autoptr (GDate) last = read_day ("2024-12-31");
  g_autoptr (MarmotPeriod) period = marmot_period_new_span (first, last, NULL);
  g_autoptr (MarmotPeriod) before = marmot_period_parse (year, MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotIndicator) indicator = g_object_new (MARMOT_TYPE_INDICATOR, "name", what, "value-type",
                                                        MARMOT_VALUE_TYPE_PROPORTION, NULL);
  g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_INTERVAL,
                                                                      MARMOT_POLARITY_UNSTATED);
  g_autoptr (MarmotObservation) ours = marmot_observation_new_from_measure (found, indicator, NULL, period, 100, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      double number = json_number_value (json_object_get (comparators, others[i]));
      g_autofree char *printed = percent (number);
      g_autoptr (MarmotValue) value = marmot_value_new_percent (number, 1);
      g_autoptr (MarmotObservation) theirs = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "value",
                                                           value, "period", before, NULL);
      g_autoptr (MarmotComparison) compared = marmot_comparison_new_compare (ours, theirs, spec);
      MarmotRelation relation = marmot_comparison_get_relation (compared);

      g_print ("    %s, %s: %s%%, and this is %s, of %s\n", others[i], year, printed,
               relation == MARMOT_RELATION_LOWER     ? "lower"
               : relation == MARMOT_RELATION_SIMILAR ? "similar"
               : relation == MARMOT_RELATION_HIGHER  ? "higher" : "not compared",
               marmot_comparison_get_same_period (compared) ? "the same period" : "another period");
    }
}

/* Holds a figure against the one that its rows were made with, and prints it. */
static void
check_figure (Check *self,
              const Figure *figure)
{
  json_t *wanted = find (self->expected, figure->path);
  g_autoptr (MarmotTally) tally = count (self->sets[figure->set], figure->measure, figure->from, figure->to,
                                         figure->youngest, figure->oldest, NULL);
  g_autoptr (MarmotMeasure) found = tally ? marmot_tally_get_measure (tally, 0) : NULL;
  double numerator, denominator;
  gboolean same;

  if (!found)
    {
      g_print ("  %s: %s\n", figure->what, note (self, FALSE));
      return;
    }
  numerator = marmot_measure_get_numerator (found);
  denominator = marmot_measure_get_denominator (found);
  g_print ("  %s: %.0f", figure->what, numerator);
  if (json_object_get (wanted, "value"))
    {
      same = numerator == json_number_value (json_object_get (wanted, "value"));
    }
  else
    {
      g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (found);
      char *share = percent (100 * marmot_estimate_get_value (estimate));

      same = numerator == json_number_value (json_object_get (wanted, "numerator"))
             && denominator == json_number_value (json_object_get (wanted, "denominator"));
      g_print (" of %.0f, %s%%", denominator, share);
      g_hash_table_replace (self->percents, g_strdup (figure->path), share);
    }
  if (marmot_measure_get_n_unknown (found) > 0)
    g_print ("; not known of %u", (guint) marmot_measure_get_n_unknown (found));
  g_print (", %s\n", note (self, same));
  if (figure->set == DECEMBER && json_is_object (json_object_get (wanted, "comparators")))
    compare (figure->what, found, json_object_get (wanted, "comparators"));
}

static void
check_groups (Check *self,
              const Grouped *group)
{
  g_autoptr (MarmotTally) tally = count (self->sets[PEOPLE], group->measure, group->from, group->to, 0, group->oldest,
                                         group->by);
  g_autoptr (MarmotTable) keys = tally ? marmot_tally_get_keys (tally) : NULL;
  g_autoptr (MarmotColumn) column = keys ? marmot_table_get_column_by_name (keys, group->by) : NULL;
  const char *key;
  json_t *wanted;

  json_object_foreach (find (self->expected, group->path), key, wanted)
    {
      double number = 0;

      for (gsize row = 0; column && row < marmot_column_get_length (column); row++)
        {
          g_autofree char *text = marmot_column_get_text (column, row);
          g_autoptr (MarmotMeasure) found = marmot_tally_get_measure (tally, row);

          if (g_strcmp0 (text, key) == 0)
            number = marmot_measure_get_numerator (found);
        }
      g_print ("  %s, %s: %.0f, %s\n", group->what, key, number, note (self, number == json_number_value (wanted)));
    }
}

/* Which share under five it takes for two parts to make a total. */
static void
check_feasibility (Check *self)
{
  static const char *const totals[] = { "health/reviews-total", "health/oc2-reviews" };
  const char *young = g_hash_table_lookup (self->percents, "health/reviews-under-five");
  const char *old = g_hash_table_lookup (self->percents, "health/reviews-five-and-over");

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      const char *total = g_hash_table_lookup (self->percents, totals[i]);
      json_t *needed = json_array_get (find (self->expected, "feasibility/needed"), i);
      double over = g_ascii_strtod (old, NULL), under = g_ascii_strtod (young, NULL);
      double wanted = json_number_value (json_object_get (needed, "share_under_five"));
      g_autofree char *share = percent (100 * (over - g_ascii_strtod (total, NULL)) / (over - under));

      g_print ("  %s%% under five and %s%% from five on make %s%% if %s%% are under five, %s\n", young, old, total,
               share, note (self, g_ascii_strtod (share, NULL) == wanted));
    }
}

static MarmotTable *
read_table (const char *folder,
            const char *name,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();

  return marmot_csv_reader_read_file (reader, file, NULL, error);
}

/* What earlier years said, and files of 2024/25. */
static MarmotCareReturn *
read_return (const char *folder,
             const char *const *names,
             GError **error)
{
  static const char *const earlier[] = { "earlier/episodes.csv", "earlier/header.csv", "earlier/uasc.csv", NULL };
  const char *const *lists[] = { earlier, names };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (const char *const *name = lists[list]; *name; name++)
      {
        g_autofree char *path = g_build_filename (folder, *name, NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);

        if (!marmot_care_reader_add_file (reader, file, 2023 + list, NULL, error))
          return NULL;
      }
  return marmot_care_reader_end (reader, error);
}

/* Everybody with their facts, contacts and checks. */
static MarmotPersonSet *
read_people (const char *folder,
             MarmotCareReturn *care,
             GError **error)
{
  g_autoptr (MarmotTable) table = read_table (folder, "people.csv", error);
  g_autoptr (MarmotTable) facts = table ? read_table (folder, "facts.csv", error) : NULL;
  g_autoptr (MarmotTable) contacts = facts ? read_table (folder, "contacts.csv", error) : NULL;
  g_autoptr (MarmotTable) checks = contacts ? read_table (folder, "health-checks.csv", error) : NULL;
  g_autoptr (MarmotEpisodeSet) episodes = checks ? marmot_care_return_get_episodes (care, error) : NULL;
  g_autoptr (MarmotSpellSet) spells = episodes ? marmot_episode_set_link (episodes, NULL, error) : NULL;
  g_autoptr (MarmotPersonSet) bare = spells ? marmot_person_set_new (table, spells, error) : NULL;
  g_autoptr (MarmotPersonSet) known = NULL;
  g_autoptr (MarmotPersonSet) met = NULL;
  MarmotCareFacts all = MARMOT_CARE_FACTS_HOME_WITH_PARENT | MARMOT_CARE_FACTS_DETAINED
                        | MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP | MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT
                        | MARMOT_CARE_FACTS_PATHWAY_PLAN | MARMOT_CARE_FACTS_PERSONAL_ADVISER
                        | MARMOT_CARE_FACTS_EDUCATION | MARMOT_CARE_FACTS_OTHER_ACCOMMODATION;

  known = bare ? marmot_person_set_with_facts (bare, facts, all, error) : NULL;
  met = known ? marmot_person_set_with_contacts (known, contacts, error) : NULL;
  return met ? marmot_person_set_with_checks (met, checks, error) : NULL;
}

static gboolean
read_sets (const char *folder,
           Check *self,
           GError **error)
{
  static const char *const whole[] = { "2024-25/episodes.csv", "2024-25/header.csv", "2024-25/uasc.csv",
                                       "2024-25/oc2.csv", "2024-25/oc3.csv", NULL };
  static const char *const december[] = { "2024-25/episodes.csv", "2024-25/header.csv", "2024-25/uasc.csv",
                                          "oc2-to-december.csv", NULL };
  g_autoptr (MarmotCareReturn) care = read_return (folder, whole, error);
  g_autoptr (MarmotCareReturn) part = care ? read_return (folder, december, error) : NULL;

  if (!part)
    return FALSE;
  self->sets[PEOPLE] = read_people (folder, care, error);
  self->sets[RETURN] = self->sets[PEOPLE] ? marmot_person_set_new_from_return (care, error) : NULL;
  self->sets[DECEMBER] = self->sets[RETURN] ? marmot_person_set_new_from_return (part, error) : NULL;
  if (!self->sets[DECEMBER])
    return FALSE;
  g_print ("People: %u; rows of the return: %u\n", marmot_person_set_get_n_rows (self->sets[PEOPLE]),
           (guint) marmot_care_return_get_n_rows_read (care));
  return TRUE;
}

static void
check_all (Check *self)
{
  for (const Figure *figure = figures; figure->title || figure->what; figure++)
    {
      if (figure->title)
        g_print ("%s\n", figure->title);
      else
        check_figure (self, figure);
    }
  g_print ("By age and by sex\n");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    check_groups (self, &groups[i]);
  g_print ("Care leavers by their birthday in 2024/25 (OC3)\n");
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    for (guint j = 0; j < G_N_ELEMENTS (outcomes); j++)
      {
        g_autofree char *what = g_strdup_printf ("%s, %s", bands[i].name, outcomes[j].what);
        g_autofree char *path = g_strdup_printf ("oc3/bands/%s/figures/%s", bands[i].name, outcomes[j].name);
        Figure figure = { NULL, what, RETURN, outcomes[j].measure, "2024-04-01", "2025-03-31", bands[i].youngest,
                          bands[i].oldest, path };

        check_figure (self, &figure);
      }
  g_print ("Whether the reviews can be of one cohort\n");
  check_feasibility (self);
  g_print ("As expected %u of %u. All rows are made up.\n", self->n_figures - self->n_different, self->n_figures);
}

int
main (int argc,
      char **argv)
{
  Check check = { .n_figures = 0 };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_read;

  if (argc != 2)
    {
      g_printerr ("Usage: %s YEAR_FOLDER\n", argv[0]);
      return EXIT_FAILURE;
    }
  folder = g_build_filename (argv[1], "care-leavers", NULL);
  path = g_build_filename (folder, "expected.json", NULL);
  check.expected = json_load_file (path, JSON_REJECT_DUPLICATES, NULL);
  if (!check.expected)
    {
      g_printerr ("%s cannot be read: make it with examples/synthetic/make_year.py\n", path);
      return EXIT_FAILURE;
    }
  check.percents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  is_read = read_sets (folder, &check, &error);
  if (is_read)
    check_all (&check);
  else
    g_printerr ("%s\n", error->message);
  for (guint i = 0; i < N_SETS; i++)
    g_clear_object (&check.sets[i]);
  g_hash_table_unref (check.percents);
  json_decref (check.expected);
  return is_read && check.n_different == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
