/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads three years of the return on children looked after, and makes two snapshots that are
 * never one: who was in care on 23 January 2025, and where children lived on 31 October 2022.
 *
 *   children-in-care YEAR_FOLDER
 *
 * YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against
 * the one that its rows were made with; it exits with 1 if one differs. The same program in
 * Python and JavaScript stands beside this one; the three print the same.
 */
#include <marmot/marmot.h>

#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#define COVENTRY "E08000026"

static const char *const homes[] = { "K2", NULL };

typedef struct
{
  const char *snapshot;     /* in expected.json, and where in it */
  const char *path;
  const char *what;
  MarmotEpisodeMeasure measure;
  const char *authority;
  const char *const *placements;
} Figure;

static const Figure figures[] = {
  { "january_2025", "looked_after/value", "Children looked after", MARMOT_EPISODE_MEASURE_LOOKED_AFTER, NULL, NULL },
  { "january_2025", "unaccompanied", "Unaccompanied asylum-seeking children", MARMOT_EPISODE_MEASURE_UASC, NULL, NULL },
  { "january_2025", "fostered", "With foster carers", MARMOT_EPISODE_MEASURE_PLACED_WITH, NULL, NULL },
  { "january_2025", "in_childrens_homes", "In children's homes", MARMOT_EPISODE_MEASURE_PLACED_WITH, NULL, homes },
  { "october_2022", "looked_after/value", "Children looked after", MARMOT_EPISODE_MEASURE_LOOKED_AFTER, NULL, NULL },
  { "october_2022", "in_the_city", "Placed in the city", MARMOT_EPISODE_MEASURE_PLACED_INSIDE, COVENTRY, NULL },
  { "october_2022", "in_neighbouring_authorities", "Placed in neighbouring authorities",
    MARMOT_EPISODE_MEASURE_PLACED_ADJOINING, COVENTRY, NULL },
  { "october_2022", "at_a_distance", "Placed at a distance", MARMOT_EPISODE_MEASURE_PLACED_AT_A_DISTANCE, COVENTRY,
    NULL },
};

/* A place in JSON, such as "looked_after/value". */
static json_t *
find (json_t *tree,
      const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (char **name = names; *name; name++)
    tree = json_object_get (tree, *name);
  return tree;
}

/* Whether a figure is as its rows were made; prints it. */
static gboolean
check_figure (MarmotEpisodeSet *set,
              const Figure *figure,
              json_t *snapshot)
{
  json_t *wanted = find (snapshot, figure->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeOptions) options = NULL;
  g_autoptr (MarmotEpisodeTotals) totals = NULL;
  g_autoptr (MarmotMeasure) found = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autoptr (GDate) day = NULL;
  double numerator, denominator;
  int y = 0, m = 0, d = 0;
  gboolean same;

  if (sscanf (json_string_value (json_object_get (snapshot, "on")), "%4d-%2d-%2d", &y, &m, &d) != 3)
    return FALSE;
  day = g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
  options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "authority", figure->authority, "placements",
                          figure->placements, NULL);
  totals = marmot_episode_set_measure (set, figure->measure, options, &error);
  if (!totals)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  found = marmot_episode_totals_get_measure (totals, 0);
  numerator = marmot_measure_get_numerator (found);
  denominator = marmot_measure_get_denominator (found);
  g_print ("  %s: %.0f", figure->what, numerator);
  if (json_is_object (wanted))
    {
      char percent[G_ASCII_DTOSTR_BUF_SIZE];

      estimate = marmot_measure_get_estimate (found);
      g_ascii_formatd (percent, sizeof percent, "%.1f", 100 * marmot_estimate_get_value (estimate));
      g_print (" of %.0f, %s%%", denominator, percent);
      same = numerator == json_number_value (json_object_get (wanted, "numerator"))
             && denominator == json_number_value (json_object_get (wanted, "denominator"));
    }
  else
    {
      same = numerator == json_number_value (wanted);
    }
  g_print ("%s\n", same ? ", as expected" : ", NOT AS EXPECTED");
  return same;
}

static gboolean
check (MarmotEpisodeSet *set,
       json_t *expected)
{
  guint n_different = 0;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      json_t *snapshot = json_object_get (expected, figures[i].snapshot);
      const char *assumption = json_string_value (json_object_get (snapshot, "assumption"));

      if (i == 0 || !g_str_equal (figures[i].snapshot, figures[i - 1].snapshot))
        g_print ("On %s\n", json_string_value (json_object_get (snapshot, "on")));
      n_different += !check_figure (set, &figures[i], snapshot);
      if (assumption
          && (i + 1 == G_N_ELEMENTS (figures) || !g_str_equal (figures[i].snapshot, figures[i + 1].snapshot)))
        g_print ("  Assumption: %s\n", assumption);
    }
  g_print ("Of %u figures, %u came out as they were made. All rows are made up.\n", (guint) G_N_ELEMENTS (figures),
           (guint) G_N_ELEMENTS (figures) - n_different);
  return n_different == 0;
}

static MarmotCareReturn *
read_return (const char *folder,
             GError **error)
{
  static const char *const years[] = { "2022-23", "2023-24", "2024-25" };
  static const char *const tables[] = { "episodes", "header", "placement-locations", "reviews", "uasc" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();

  for (guint year = 0; year < G_N_ELEMENTS (years); year++)
    for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
      {
        g_autofree char *name = g_strconcat (tables[table], ".csv", NULL);
        g_autofree char *path = g_build_filename (folder, "care", years[year], name, NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);

        if (!marmot_care_reader_add_file (reader, file, 2022 + year, NULL, error))
          return NULL;
      }
  return marmot_care_reader_end (reader, error);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  json_t *expected;
  gboolean all_same = FALSE;

  if (argc != 2)
    {
      g_printerr ("Usage: %s YEAR_FOLDER\n", argv[0]);
      return EXIT_FAILURE;
    }
  path = g_build_filename (argv[1], "expected.json", NULL);
  expected = json_load_file (path, JSON_REJECT_DUPLICATES, NULL);
  if (!expected)
    {
      g_printerr ("%s cannot be read: make it with examples/synthetic/make_year.py\n", path);
      return EXIT_FAILURE;
    }
  care = read_return (argv[1], &error);
  set = care ? marmot_care_return_get_episodes (care, &error) : NULL;
  if (set)
    {
      g_print ("Rows: %u read, %u kept, %u left out; children: %u\n", (guint) marmot_care_return_get_n_rows_read (care),
               (guint) marmot_care_return_get_n_rows_kept (care), (guint) marmot_care_return_get_n_rows_left_out (care),
               marmot_care_return_get_n_children (care));
      all_same = check (set, json_object_get (expected, "care"));
    }
  else
    {
      g_printerr ("%s\n", error->message);
    }
  json_decref (expected);
  return all_same ? EXIT_SUCCESS : EXIT_FAILURE;
}
