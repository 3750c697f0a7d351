/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#define CANARY "CANARY-7781"

static MarmotCodeSet *
get_set (const char *name)
{
  g_autoptr (GError) error = NULL;
  MarmotCodeSet *set = marmot_code_set_new_builtin (name, &error);

  cr_assert (set != NULL, "%s: %s", name, error ? error->message : "");
  return set;
}

static MarmotCodeSet *
read_set (const char *json,
          const char *name,
          GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return marmot_code_set_new_from_json (bytes, name, error);
}

static gboolean
is_valid_on (MarmotCodeSet *set,
             const char *code,
             guint day,
             guint month,
             guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return marmot_code_set_is_valid_on (set, code, &date);
}

/* --- the sets that are built in ---------------------------------------------------- */

Test (code_set, known_answers)
{
  /* The lists of the returns, by year; 0 for a year that is not asked for. */
  static const struct
  {
    const char *set;
    const char *code;
    int year;
    gboolean is_valid;
  } rows[] = {
    { "ssda903-place", "H5", 2022, TRUE },
    { "ssda903-place", "H5", 2025, FALSE },
    { "ssda903-place", "K3", 2022, FALSE },
    { "ssda903-place", "K3", 2025, TRUE },
    { "ssda903-place", "P2", 2023, TRUE },
    { "ssda903-place", "P2", 2026, FALSE },
    { "ssda903-place", "Z1", 2024, TRUE },
    { "ssda903-place", "Z1", 2025, FALSE },
    { "ssda903-place", "Z14", 2024, FALSE },
    { "ssda903-place", "Z14", 2026, TRUE },
    { "ssda903-place", "A2", 2017, FALSE },
    { "ssda903-place", "U4", 2017, TRUE },
    { "ssda903-place", "U4", 2026, TRUE },
    { "ssda903-place", "U4", 2016, FALSE },
    { "ssda903-place", "U4", 2027, FALSE },
    { "ssda903-place", "u4", 2020, TRUE },
    { "ssda903-place", " U4", 2020, FALSE },
    { "ssda903-place", "U7", 2020, FALSE },
    { "ssda903-place", "", 2020, FALSE },
    { "ssda903-sex", "1", 2023, TRUE },
    { "ssda903-sex", "1", 2024, FALSE },
    { "ssda903-sex", "M", 2023, FALSE },
    { "ssda903-sex", "U", 2024, TRUE },
    { "ssda903-activ", "F3", 2022, FALSE },
    { "ssda903-activ", "F3", 0, TRUE },
    { "ssda903-activ", "0", 2022, TRUE },
    { "ssda903-accom", "X2", 2022, TRUE },
    { "ssda903-accom", "X1", 2022, FALSE },
    { "ssda903-accom", "S1", 2022, FALSE },
    { "ssda903-sw-reason", "MANAGE", 2023, TRUE },
    { "ssda903-sw-reason", "MANAGE", 2022, FALSE },
    { "ssda903-cin", "N9", 2022, FALSE },
    { "cin-primary-need", "N9", 2022, TRUE },
    { "cin-closure-reason", "RC9", 2024, TRUE },
    { "cin-closure-reason", "RC10", 2024, FALSE },
    { "early-help-closure-reason", "outcomes-met", 1999, TRUE },
    { "early-help-lead-agency", "council", 2030, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarmotCodeSet) set = get_set (rows[i].set);

      cr_assert (marmot_code_set_is_valid (set, rows[i].code, rows[i].year) == rows[i].is_valid, "%s %s %d", rows[i].set,
                 rows[i].code, rows[i].year);
    }
}

Test (code_set, sizes)
{
  /* How many codes each list has: every one of the domain's. */
  static const struct
  {
    const char *set;
    int year;
    guint n_codes;
  } rows[] = {
    { "ssda903-rne", 2024, 6 },       { "ssda903-ls", 2024, 13 },
    { "ssda903-cin", 2024, 8 },       { "ssda903-place", 2022, 27 },
    { "ssda903-place", 2025, 29 },    { "ssda903-place-provider", 2024, 6 },
    { "ssda903-rec", 2024, 22 },      { "ssda903-reason-place-change", 2024, 12 },
    { "ssda903-review-code", 2024, 8 }, { "ssda903-missing", 2024, 2 },
    { "ssda903-prev-perm", 2024, 5 }, { "ssda903-reason-placed-ceased", 2024, 4 },
    { "ssda903-foster-care", 2024, 2 }, { "ssda903-nb-adoptr", 2024, 2 },
    { "ssda903-sex-adoptr", 2024, 5 }, { "ssda903-ls-adoptr", 2024, 6 },
    { "ssda903-sw-reason", 2024, 10 }, { "ssda903-sex", 2022, 2 },
    { "ssda903-sex", 2024, 3 },       { "ssda903-ethnic", 2024, 20 },
    { "ssda903-sdq-reason", 2024, 5 }, { "ssda903-in-touch", 2024, 6 },
    { "ssda903-activ", 2024, 12 },    { "ssda903-accom", 2024, 31 },
    { "accommodation-type", 2024, 16 }, { "cin-primary-need", 2024, 10 },
    { "cin-closure-reason", 2024, 9 }, { "early-help-closure-reason", 0, 9 },
    { "early-help-lead-agency", 0, 8 }, { "supporting-families-outcome", 2023, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MarmotCodeSet) set = get_set (rows[i].set);
      g_auto (GStrv) codes = marmot_code_set_list_codes (set, rows[i].year);

      cr_assert_eq (g_strv_length (codes), rows[i].n_codes, "%s %d: %u", rows[i].set, rows[i].year, g_strv_length (codes));
    }
}

Test (code_set, every_one_is_whole)
{
  g_auto (GStrv) names = marmot_code_set_list_builtin ();

  cr_assert (g_strv_length (names) >= 30);
  for (char **name = names; *name; name++)
    {
      g_autoptr (MarmotCodeSet) set = get_set (*name);
      g_autoptr (MarmotCodeSet) again = get_set (*name);

      cr_assert (set == again);
      cr_assert_str_eq (marmot_code_set_get_name (set), *name);
      cr_assert (*marmot_code_set_get_title (set) && *marmot_code_set_get_source (set));
      for (guint i = 0; i < marmot_code_set_get_n_codes (set); i++)
        {
          const char *code = marmot_code_set_get_code (set, i);
          g_auto (GStrv) replaced_by = marmot_code_set_get_replaced_by (set, code);
          int first, last;

          cr_assert_eq (marmot_code_set_find (set, code), (int) i);
          cr_assert (*marmot_code_set_get_label (set, code));
          cr_assert (marmot_code_set_get_years (set, code, &first, &last));
          cr_assert (last == 0 || first <= last, "%s %s", *name, code);
          /* What replaces a code outlives it, and is not there long before. */
          for (char **other = replaced_by; *other; other++)
            {
              int next, end;

              cr_assert (marmot_code_set_get_years (set, *other, &next, &end));
              cr_assert (end > last && next <= last + 1, "%s %s %s", *name, code, *other);
            }
        }
      cr_assert (marmot_code_set_get_code (set, marmot_code_set_get_n_codes (set)) == NULL);
    }
}

Test (code_set, a_code)
{
  g_autoptr (MarmotCodeSet) set = get_set ("ssda903-place");
  g_auto (GStrv) replaced_by = marmot_code_set_get_replaced_by (set, "Z1");
  g_auto (GStrv) by_none = marmot_code_set_get_replaced_by (set, "U1");
  g_autofree char *joined = g_strjoinv (" ", replaced_by);
  int first = -1, last = -1;

  cr_assert_str_eq (joined, "Z11 Z12 Z13 Z14");
  cr_assert (by_none[0] == NULL);
  cr_assert_str_eq (marmot_code_set_get_label (set, "K2"), "Children's home");
  cr_assert (marmot_code_set_get_label (set, "K9") == NULL);
  cr_assert (marmot_code_set_get_code_notes (set, "H5") != NULL);
  cr_assert (marmot_code_set_get_code_notes (set, "K2") == NULL);

  cr_assert (marmot_code_set_get_years (set, "K2", &first, &last) && first == 2017 && last == 2026);
  cr_assert (marmot_code_set_get_years (set, "H5", &first, &last) && first == 2017 && last == 2024);
  cr_assert (marmot_code_set_get_years (set, "K3", NULL, NULL));
  /* Withdrawn before the first year of the set: nobody says since when it was there. */
  cr_assert (marmot_code_set_get_years (set, "A2", &first, &last) && first == 0 && last == 2016);
  cr_assert (!marmot_code_set_get_years (set, "nothing", &first, &last) && first == 0 && last == 0);

  cr_assert (marmot_code_set_is_certain (set, "K2"));
  cr_assert (!marmot_code_set_is_certain (set, "Z11"));
  cr_assert (!marmot_code_set_is_certain (set, "nothing"));
  cr_assert (marmot_code_set_knows_year (set, 2017) && marmot_code_set_knows_year (set, 2026));
  cr_assert (!marmot_code_set_knows_year (set, 2016) && !marmot_code_set_knows_year (set, 2027));
}

Test (code_set, supporting_families_ends)
{
  g_autoptr (MarmotCodeSet) set = get_set ("supporting-families-outcome");
  g_autoptr (MarmotCodeSet) place = get_set ("ssda903-place");
  g_autoptr (GDate) first = marmot_code_set_get_first_day (set);
  g_autoptr (GDate) last = marmot_code_set_get_last_day (set);

  cr_assert (g_date_get_day (first) == 3 && g_date_get_month (first) == G_DATE_OCTOBER && g_date_get_year (first) == 2022);
  cr_assert (g_date_get_day (last) == 31 && g_date_get_month (last) == G_DATE_MARCH && g_date_get_year (last) == 2025);
  cr_assert (marmot_code_set_get_first_day (place) == NULL && marmot_code_set_get_last_day (place) == NULL);

  cr_assert (!is_valid_on (set, "education", 2, 10, 2022));
  cr_assert (is_valid_on (set, "education", 3, 10, 2022));
  cr_assert (is_valid_on (set, "education", 31, 3, 2025));
  cr_assert (!is_valid_on (set, "education", 1, 4, 2025));
  cr_assert (!is_valid_on (set, "schooling", 1, 4, 2024));
  /* The year of a return ends on 31 March. */
  cr_assert (is_valid_on (place, "H5", 31, 3, 2025) && !is_valid_on (place, "H5", 1, 4, 2025));
  cr_assert (!is_valid_on (place, "U1", 31, 3, 2017) && is_valid_on (place, "U1", 1, 4, 2017));
}

Test (code_set, names_that_are_not_there)
{
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_code_set_new_builtin (CANARY, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "ssda903-place") != NULL && strstr (error->message, CANARY) == NULL);
}

/* --- files ------------------------------------------------------------------------- */

#define SET(codes) \
  "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", " \
  "\"first\": 2020, \"last\": 2024, \"codes\": [" codes "]}]}"

Test (code_set, own_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCodeSet) set = read_set (
    SET ("{\"code\": \"Old\", \"label\": \"l\", \"last\": 2021, \"replaced-by\": [\"new\"]}, "
         "{\"code\": \"NEW\", \"label\": \"m\", \"first\": 2022, \"notes\": \"n\", \"uncertain\": [\"label\"]}"),
    "mine", &error);
  g_auto (GStrv) codes = NULL;

  cr_assert (set != NULL, "%s", error ? error->message : "");
  cr_assert_eq (marmot_code_set_get_first_year (set), 2020);
  cr_assert_eq (marmot_code_set_get_last_year (set), 2024);
  cr_assert (marmot_code_set_get_notes (set) == NULL);
  codes = marmot_code_set_list_codes (set, 2022);
  cr_assert (g_strv_length (codes) == 1 && strcmp (codes[0], "NEW") == 0);
  cr_assert_eq (marmot_code_set_find (set, "OLD"), 0);
  cr_assert_str_eq (marmot_code_set_get_code_notes (set, "new"), "n");
  cr_assert (!marmot_code_set_is_certain (set, "new"));
}

Test (code_set, files_that_are_refused)
{
  static const struct
  {
    const char *json;
    MarmotError code;
    const char *says; /* where, or what is wrong */
  } rows[] = {
    { "", MARMOT_ERROR_PARSE, "line 1" },
    { "[]", MARMOT_ERROR_PARSE, "format" },
    { "{\"format\": \"marmot-code-sets\"}", MARMOT_ERROR_PARSE, "code-sets" },
    { "{\"format\": \"other\", \"code-sets\": []}", MARMOT_ERROR_PARSE, "format" },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": []}", MARMOT_ERROR_NOT_FOUND, "No code set" },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [], \"" CANARY "\": 1}", MARMOT_ERROR_PARSE, "keys" },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [7]}", MARMOT_ERROR_PARSE, "code-sets/1: " },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{}]}", MARMOT_ERROR_PARSE, "code-sets/1/name" },
    { SET (""), MARMOT_ERROR_INVALID_DATA, "code-sets/1: " },
    { SET ("3"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1: " },
    { SET ("{\"label\": \"l\"}"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1/code" },
    { SET ("{\"code\": \"a\"}"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1/label" },
    { SET ("{\"code\": 5, \"label\": \"l\"}"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1/code" },
    { SET ("{\"code\": \"\", \"label\": \"l\"}"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1/code" },
    { SET ("{\"code\": \" a\", \"label\": \"l\"}"), MARMOT_ERROR_INVALID_DATA, "code-sets/1/codes/1: " },
    { SET ("{\"code\": \"a\\tb\", \"label\": \"l\"}"), MARMOT_ERROR_INVALID_DATA, "code-sets/1/codes/1: " },
    { SET ("{\"code\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"label\": \"l\"}"), MARMOT_ERROR_INVALID_DATA,
      "40" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"frist\": 2022}"), MARMOT_ERROR_PARSE, "code-sets/1/codes/1: " },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"first\": \"2022\"}"), MARMOT_ERROR_PARSE, "codes/1/first" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"first\": 22}"), MARMOT_ERROR_PARSE, "codes/1/first" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"last\": 9223372036854775807}"), MARMOT_ERROR_PARSE, "codes/1/last" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"first\": 2022, \"last\": 2021}"), MARMOT_ERROR_INVALID_DATA, "after" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"uncertain\": true}"), MARMOT_ERROR_PARSE, "codes/1/uncertain" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"uncertain\": [\"" CANARY "\"]}"), MARMOT_ERROR_INVALID_DATA, "uncertain" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"replaced-by\": \"b\"}"), MARMOT_ERROR_PARSE, "codes/1/replaced-by" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"replaced-by\": [1]}"), MARMOT_ERROR_INVALID_DATA, "codes/1" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"replaced-by\": [\"" CANARY "\"]}"), MARMOT_ERROR_INVALID_DATA, "codes/1" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"replaced-by\": [\"A\"]}"), MARMOT_ERROR_INVALID_DATA, "itself" },
    { SET ("{\"code\": \"b\", \"label\": \"l\"}, {\"code\": \"a\", \"label\": \"l\"}, {\"code\": \"B\", \"label\": \"l\"}"),
      MARMOT_ERROR_INVALID_DATA, "codes/3: the code is in the set twice" },
    { SET ("{\"code\": \"a\", \"label\": \"l\", \"label\": \"m\"}"), MARMOT_ERROR_PARSE, "twice" },
    { SET ("{\"code\": \"a\\u0000b\", \"label\": \"l\"}"), MARMOT_ERROR_ENCODING, "NUL" },
    { SET ("{\"code\": \"\xff\", \"label\": \"l\"}"), MARMOT_ERROR_ENCODING, "UTF-8" },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"first\": 2022, \"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}]}",
      MARMOT_ERROR_INVALID_DATA, "code-sets/1: " },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"first\": 2022, \"last\": 2020, \"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}]}",
      MARMOT_ERROR_INVALID_DATA, "code-sets/1: " },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"first-day\": \"2025-02-29\", \"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}]}",
      MARMOT_ERROR_PARSE, "code-sets/1/first-day" },
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"first-day\": \"2025-04-01\", \"last-day\": \"2025-03-31\", \"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}]}",
      MARMOT_ERROR_INVALID_DATA, "code-sets/1: " },
    /* The set that is asked for is good, and the one after it is not. */
    { "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}, {\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", "
      "\"codes\": [{\"code\": \"a\", \"label\": \"l\"}]}]}",
      MARMOT_ERROR_INVALID_DATA, "code-sets/2: another set has the same name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (read_set (rows[i].json, "mine", &error) == NULL, "row %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) rows[i].code), "row %zu: %s", i, error->message);
      cr_assert (strstr (error->message, rows[i].says) != NULL, "row %zu: %s", i, error->message);
      cr_assert (strstr (error->message, CANARY) == NULL, "row %zu: %s", i, error->message);
    }
}

Test (code_set, large_and_truncated_files)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_string_append (json, "{\"format\": \"marmot-code-sets\", \"code-sets\": [{\"name\": \"mine\", \"title\": \"T\", "
                         "\"source\": \"S\", \"codes\": [");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf (json, "%s{\"code\": \"c%d\", \"label\": \"l\"}", i ? "," : "", i);
  g_string_append (json, "]}]}");
  cr_assert (read_set (json->str, "mine", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));

  /* Every cut of a good file, and every byte of it turned over, is read or refused. */
  length = strlen (SET ("{\"code\": \"a\", \"label\": \"l\", \"last\": 2021, \"replaced-by\": [\"b\"]}, "
                        "{\"code\": \"b\", \"label\": \"l\"}"));
  text = g_strdup (SET ("{\"code\": \"a\", \"label\": \"l\", \"last\": 2021, \"replaced-by\": [\"b\"]}, "
                        "{\"code\": \"b\", \"label\": \"l\"}"));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (text, i);
      g_autoptr (GError) why = NULL;

      cr_assert (marmot_code_set_new_from_json (cut, "mine", &why) == NULL && why != NULL);
    }
  for (gsize i = 0; i < length; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autoptr (GBytes) turned = NULL;
        g_autoptr (MarmotCodeSet) set = NULL;
        g_autoptr (GError) why = NULL;

        text[i] ^= (char) (1 << bit);
        turned = g_bytes_new (text, length);
        set = marmot_code_set_new_from_json (turned, "mine", &why);
        cr_assert ((set == NULL) == (why != NULL));
        text[i] ^= (char) (1 << bit);
      }
}

/* --- columns ------------------------------------------------------------------------ */

static MarmotColumn *
to_dictionary (MarmotColumn *texts)
{
  g_autoptr (GError) error = NULL;
  MarmotColumn *column = marmot_column_cast (texts, MARMOT_COLUMN_DICTIONARY, &error);

  cr_assert (column != NULL, "%s", error ? error->message : "");
  return column;
}

/* "2:code-set/other-year 3:code-set/unknown-code" */
static char *
check (MarmotCodeSet *set,
       MarmotColumn *column,
       int year)
{
  g_autoptr (GError) error = NULL;
  guint64 n_findings;
  g_autoptr (GPtrArray) findings = marmot_code_set_check_column (set, column, year, "episodes.csv", "PLACE", 1000,
                                                                 &n_findings, &error);
  GString *out = g_string_new (NULL);

  cr_assert (findings != NULL, "%s", error ? error->message : "");
  cr_assert_eq (n_findings, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *all = marmot_finding_to_string (finding);

      g_string_append_printf (out, "%s%d:%s", i ? " " : "", (int) marmot_finding_get_row (finding),
                              marmot_finding_get_rule (finding));
      cr_assert (!marmot_finding_is_published (finding));
      cr_assert (strstr (all, CANARY) == NULL && strstr (all, "H5") == NULL && strstr (all, "K3") == NULL, "%s", all);
    }
  return g_string_free (out, FALSE);
}

Test (code_set, columns)
{
  static const char *const cells[] = { "U1", "H5", "k3", CANARY, "U1", "A2", "H5", NULL };
  static const gboolean nulls[] = { FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE };
  g_autoptr (MarmotCodeSet) set = get_set ("ssda903-place");
  g_autoptr (MarmotColumn) all = marmot_column_new_text (cells);
  g_autoptr (MarmotColumn) texts = marmot_column_with_nulls (all, nulls, G_N_ELEMENTS (nulls), NULL);
  g_autoptr (MarmotColumn) dictionary = to_dictionary (texts);
  static const struct
  {
    int year;
    const char *found;
  } rows[] = {
    { 2022, "4:code-set/other-year 5:code-set/unknown-code 7:code-set/other-year" },
    { 2025, "3:code-set/other-year 5:code-set/unknown-code 7:code-set/other-year" },
    { 0, "5:code-set/unknown-code" },
    { 2031, "0:code-set/year-not-known 5:code-set/unknown-code" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *of_texts = check (set, texts, rows[i].year);
      g_autofree char *of_dictionary = check (set, dictionary, rows[i].year);

      cr_assert_str_eq (of_texts, rows[i].found);
      cr_assert_str_eq (of_dictionary, rows[i].found);
    }
}

Test (code_set, findings_name_the_years)
{
  static const char *const cells[] = { "Z1", "Z14", "P2", "F3", NULL };
  g_autoptr (MarmotCodeSet) set = get_set ("ssda903-place");
  g_autoptr (MarmotColumn) column = marmot_column_new_text (cells);
  g_autoptr (GPtrArray) of_2025 = marmot_code_set_check_column (set, column, 2025, NULL, NULL, 10, NULL, NULL);
  g_autoptr (GPtrArray) of_2023 = marmot_code_set_check_column (set, column, 2023, NULL, NULL, 10, NULL, NULL);
  const MarmotFinding *finding = g_ptr_array_index (of_2025, 0);

  cr_assert (strstr (marmot_finding_get_message (finding), "of the years 2024/25 and before, and not of 2025/26") != NULL, "%s",
             marmot_finding_get_message (finding));
  cr_assert (strstr (marmot_finding_get_message (finding), "ssda903-place") != NULL);
  cr_assert_eq (marmot_finding_get_severity (finding), MARMOT_SEVERITY_WARNING);
  /* The last year of P2 is not certain: a note. */
  finding = g_ptr_array_index (of_2025, 1);
  cr_assert_eq (marmot_finding_get_severity (finding), MARMOT_SEVERITY_NOTE);
  cr_assert (strstr (marmot_finding_get_message (finding), "as far as is known") != NULL);
  finding = g_ptr_array_index (of_2025, 2);
  cr_assert_eq (marmot_finding_get_severity (finding), MARMOT_SEVERITY_ERROR);
  /* The years of the four are certain, though not what each stands for. */
  finding = g_ptr_array_index (of_2023, 0);
  cr_assert (strstr (marmot_finding_get_message (finding), "of the years 2025/26 and later, and not of 2023/24") != NULL, "%s",
             marmot_finding_get_message (finding));
  cr_assert_eq (marmot_finding_get_severity (finding), MARMOT_SEVERITY_WARNING);
}

Test (code_set, integers_and_other_columns)
{
  const gint64 integers[] = { 1, 2, 3, -1 };
  const double doubles[] = { 1 };
  g_autoptr (MarmotCodeSet) set = get_set ("ssda903-sex");
  g_autoptr (MarmotColumn) column = marmot_column_new_integer (integers, G_N_ELEMENTS (integers));
  g_autoptr (MarmotColumn) wrong = marmot_column_new_double (doubles, 1);
  g_autofree char *of_2023 = check (set, column, 2023);
  g_autofree char *of_2024 = check (set, column, 2024);
  g_autoptr (GError) error = NULL;

  cr_assert_str_eq (of_2023, "4:code-set/unknown-code 5:code-set/unknown-code");
  cr_assert_str_eq (of_2024, "2:code-set/other-year 3:code-set/other-year 4:code-set/unknown-code "
                             "5:code-set/unknown-code");
  cr_assert (marmot_code_set_check_column (set, wrong, 2023, NULL, NULL, 10, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

Test (code_set, many_rows_few_findings)
{
  enum { N_ROWS = 200000 };
  g_autoptr (MarmotCodeSet) set = get_set ("ssda903-place");
  g_autofree const char **cells = g_new0 (const char *, N_ROWS + 1);
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint64 n_findings;

  for (gsize i = 0; i < N_ROWS; i++)
    cells[i] = i % 2 ? "nothing" : "H5";
  column = marmot_column_new_text (cells);
  findings = marmot_code_set_check_column (set, column, 2025, "f", "c", 3, &n_findings, NULL);
  cr_assert_eq (findings->len, 3);
  cr_assert_eq (n_findings, N_ROWS);
  cr_assert_eq (marmot_finding_get_row (g_ptr_array_index (findings, 2)), 4);
}
