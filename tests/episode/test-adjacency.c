/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#define COVENTRY "E08000026"
#define SOLIHULL "E08000029"
#define WARWICKSHIRE "E10000031"
#define BIRMINGHAM "E08000025"

static MarmotAdjacency *
get_table (void)
{
  g_autoptr (GError) error = NULL;
  MarmotAdjacency *table = marmot_adjacency_new_builtin (&error);

  cr_assert (table != NULL, "%s", error ? error->message : "");
  return table;
}

static MarmotAdjacency *
read_table (const char *json,
            GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return marmot_adjacency_new_from_json (bytes, error);
}

Test (adjacency, coventry)
{
  g_autoptr (MarmotAdjacency) table = get_table ();
  g_autoptr (MarmotAdjacency) again = get_table ();
  g_auto (GStrv) around = marmot_adjacency_list_adjoining (table, COVENTRY);
  g_autofree char *joined = g_strjoinv (" ", around);

  cr_assert (table == again);
  cr_assert_str_eq (joined, SOLIHULL " " WARWICKSHIRE);
  cr_assert (marmot_adjacency_has (table, COVENTRY));
  cr_assert_str_eq (marmot_adjacency_get_name (table, COVENTRY), "Coventry");
  cr_assert_eq (marmot_adjacency_adjoins (table, COVENTRY, SOLIHULL), MARMOT_ADJOINING_YES);
  cr_assert_eq (marmot_adjacency_adjoins (table, WARWICKSHIRE, COVENTRY), MARMOT_ADJOINING_YES);
  cr_assert_eq (marmot_adjacency_adjoins (table, COVENTRY, BIRMINGHAM), MARMOT_ADJOINING_NO);
  cr_assert_eq (marmot_adjacency_adjoins (table, BIRMINGHAM, COVENTRY), MARMOT_ADJOINING_NO);
  cr_assert_eq (marmot_adjacency_adjoins (table, COVENTRY, COVENTRY), MARMOT_ADJOINING_NO);
  /* A district inside a neighbour, a code that does not exist, and nothing. */
  cr_assert_eq (marmot_adjacency_adjoins (table, COVENTRY, "E07000218"), MARMOT_ADJOINING_UNKNOWN);
  cr_assert_eq (marmot_adjacency_adjoins (table, "E09999999", COVENTRY), MARMOT_ADJOINING_UNKNOWN);
  cr_assert_eq (marmot_adjacency_adjoins (table, "", COVENTRY), MARMOT_ADJOINING_UNKNOWN);
}

Test (adjacency, what_it_does_not_know)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAdjacency) table = read_table (
    "{\"format\": \"marmot-adjoining-authorities\", \"title\": \"T\", \"source\": \"S\", \"authorities\": ["
    "{\"code\": \"A00000001\", \"name\": \"A\", \"complete\": true, \"adjoins\": [\"B00000001\"]},"
    "{\"code\": \"C00000001\", \"name\": \"C\", \"complete\": false, \"adjoins\": [\"B00000001\"]},"
    "{\"code\": \"D00000001\", \"name\": \"D\", \"complete\": false, \"adjoins\": []}]}", &error);
  g_auto (GStrv) authorities = NULL;
  g_auto (GStrv) of_b = NULL;
  g_auto (GStrv) of_x = NULL;

  cr_assert (table != NULL, "%s", error ? error->message : "");
  authorities = marmot_adjacency_list_authorities (table);
  of_b = marmot_adjacency_list_adjoining (table, "B00000001");
  of_x = marmot_adjacency_list_adjoining (table, "X00000001");
  cr_assert_eq (g_strv_length (authorities), 3);
  cr_assert (g_strv_length (of_b) == 2 && strcmp (of_b[0], "A00000001") == 0 && strcmp (of_b[1], "C00000001") == 0);
  cr_assert_eq (g_strv_length (of_x), 0);
  cr_assert (marmot_adjacency_get_notes (table) == NULL);

  cr_assert (!marmot_adjacency_has (table, "B00000001") && !marmot_adjacency_has (table, "X00000001"));
  cr_assert (marmot_adjacency_get_name (table, "B00000001") == NULL);
  cr_assert_eq (marmot_adjacency_adjoins (table, "B00000001", "A00000001"), MARMOT_ADJOINING_YES);
  cr_assert_eq (marmot_adjacency_adjoins (table, "B00000001", "C00000001"), MARMOT_ADJOINING_YES);
  cr_assert_eq (marmot_adjacency_adjoins (table, "A00000001", "C00000001"), MARMOT_ADJOINING_NO);
  cr_assert_eq (marmot_adjacency_adjoins (table, "D00000001", "A00000001"), MARMOT_ADJOINING_NO);
  cr_assert_eq (marmot_adjacency_adjoins (table, "C00000001", "D00000001"), MARMOT_ADJOINING_UNKNOWN);
  cr_assert_eq (marmot_adjacency_adjoins (table, "B00000001", "D00000001"), MARMOT_ADJOINING_UNKNOWN);
  cr_assert_eq (marmot_adjacency_adjoins (table, "A00000001", "X00000001"), MARMOT_ADJOINING_UNKNOWN);
}

Test (adjacency, england)
{
  /* Across the Tyne and the Thames, the shortest border of England (20 m), into Wales and
   * Scotland, and some that are near but do not meet. */
  static const struct
  {
    const char *one;
    const char *other;
    MarmotAdjoining adjoins;
  } rows[] = {
    { "E08000021", "E08000037", MARMOT_ADJOINING_YES },     /* Newcastle and Gateshead */
    { "E09000022", "E09000033", MARMOT_ADJOINING_YES },     /* Lambeth and Westminster */
    { "E06000061", "E10000019", MARMOT_ADJOINING_YES },     /* North Northamptonshire and Lincolnshire */
    { "E06000019", "W06000023", MARMOT_ADJOINING_YES },     /* Herefordshire and Powys */
    { "E06000057", "S12000026", MARMOT_ADJOINING_YES },     /* Northumberland and the Scottish Borders */
    { "E10000007", "E08000038", MARMOT_ADJOINING_YES },     /* Derbyshire and Barnsley, by both of its codes */
    { "E10000007", "E08000016", MARMOT_ADJOINING_YES },
    { "E10000031", "E10000007", MARMOT_ADJOINING_NO },      /* Warwickshire and Derbyshire */
    { "E08000029", "E08000028", MARMOT_ADJOINING_NO },      /* Solihull and Sandwell */
    { "E08000012", "E08000015", MARMOT_ADJOINING_UNKNOWN }, /* Liverpool and Wirral, over the Mersey */
    { "E06000053", "E06000052", MARMOT_ADJOINING_UNKNOWN }, /* the Isles of Scilly and Cornwall */
  };
  g_autoptr (MarmotAdjacency) table = get_table ();
  g_auto (GStrv) codes = marmot_adjacency_list_authorities (table);
  guint n_complete = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    cr_assert_eq (marmot_adjacency_adjoins (table, rows[i].one, rows[i].other), rows[i].adjoins, "%s and %s", rows[i].one,
                  rows[i].other);
  /* 153, of which Barnsley and Sheffield have two codes. */
  cr_assert_eq (g_strv_length (codes), 155);
  for (char **code = codes; *code; code++)
    n_complete += marmot_adjacency_has (table, *code);
  cr_assert_eq (n_complete, 97);
}

Test (adjacency, both_sides_agree)
{
  g_autoptr (MarmotAdjacency) table = get_table ();
  g_auto (GStrv) codes = marmot_adjacency_list_authorities (table);

  for (char **one = codes; *one; one++)
    for (char **other = codes; *other; other++)
      cr_assert_eq (marmot_adjacency_adjoins (table, *one, *other), marmot_adjacency_adjoins (table, *other, *one));
  cr_assert (*marmot_adjacency_get_title (table) && *marmot_adjacency_get_source (table)
             && *marmot_adjacency_get_notes (table));
}

#define TABLE(authorities) \
  "{\"format\": \"marmot-adjoining-authorities\", \"title\": \"T\", \"source\": \"S\", \"authorities\": [" authorities "]}"
#define ENTRY(code, complete, adjoins) \
  "{\"code\": \"" code "\", \"name\": \"n\", \"complete\": " complete ", \"adjoins\": [" adjoins "]}"

Test (adjacency, files_that_are_refused)
{
  static const struct
  {
    const char *json;
    MarmotError code;
    const char *says;
  } rows[] = {
    { "nothing", MARMOT_ERROR_PARSE, "line 1" },
    { "{\"format\": \"marmot-calendars\", \"authorities\": []}", MARMOT_ERROR_PARSE, "format" },
    { "{\"format\": \"marmot-adjoining-authorities\", \"authorities\": []}", MARMOT_ERROR_PARSE, "title" },
    { TABLE ("1"), MARMOT_ERROR_PARSE, "authorities/1: " },
    { TABLE ("{\"code\": \"A00000001\", \"name\": \"n\", \"complete\": true}"), MARMOT_ERROR_PARSE, "authorities/1/adjoins" },
    { TABLE (ENTRY ("A00000001", "1", "")), MARMOT_ERROR_INVALID_DATA, "complete" },
    { TABLE (ENTRY ("a00000001", "true", "")), MARMOT_ERROR_INVALID_DATA, "authorities/1: " },
    { TABLE (ENTRY ("A0000001", "true", "")), MARMOT_ERROR_INVALID_DATA, "authorities/1: " },
    { TABLE (ENTRY ("A00000001", "true", "\"A00000001\"")), MARMOT_ERROR_INVALID_DATA, "itself" },
    { TABLE (ENTRY ("A00000001", "true", "\"Solihull\"")), MARMOT_ERROR_INVALID_DATA, "authorities/1: " },
    { TABLE (ENTRY ("A00000001", "true", "7")), MARMOT_ERROR_INVALID_DATA, "authorities/1: " },
    { TABLE (ENTRY ("A00000001", "true", "\"B00000001\", \"B00000001\"")), MARMOT_ERROR_INVALID_DATA, "twice" },
    { TABLE (ENTRY ("A00000001", "true", "") ", " ENTRY ("A00000001", "true", "")), MARMOT_ERROR_INVALID_DATA,
      "authorities/2: " },
    { TABLE (ENTRY ("A00000001", "true", "") ", " ENTRY ("B00000001", "false", "\"A00000001\"")),
      MARMOT_ERROR_INVALID_DATA, "B00000001" },
    { TABLE (ENTRY ("A00000001", "true", "") ", {\"code\": \"B00000001\", \"naem\": \"n\"}"), MARMOT_ERROR_PARSE,
      "authorities/2: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (read_table (rows[i].json, &error) == NULL, "row %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) rows[i].code), "row %zu: %s", i, error->message);
      cr_assert (strstr (error->message, rows[i].says) != NULL, "row %zu: %s", i, error->message);
    }
}
