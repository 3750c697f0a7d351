/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Many assessments: from folders and streams, what is wrong among them, what there is to do.
 */
#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <marmot/marmot.h>
#include <string.h>

#define VANGUARD TEST_DATA_DIR "/../../examples/data/trauma-vanguard/heat-2023.json"

static GDate *
day (guint y,
     guint m,
     guint d)
{
  return g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

/* "register/duplicate@a.json#a/id ...", of rules that begin so. */
static char *
list_rules (GPtrArray *findings,
            const char *start)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      MarmotFinding *finding = findings->pdata[i];
      const char *file = marmot_finding_get_file (finding), *path = marmot_finding_get_path (finding);

      if (g_str_has_prefix (marmot_finding_get_rule (finding), start))
        g_string_append_printf (rules, "%s%s@%s#%s", rules->len ? " " : "", marmot_finding_get_rule (finding),
                                file ? file : "", path ? path : "");
    }
  return g_string_free (rules, FALSE);
}

static void
load (MarmotAssessmentRegister *self,
      const char *text,
      const char *name)
{
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));

  marmot_assessment_register_load_bytes (self, json, name);
}

static guint
count (MarmotAssessmentRegister *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self));
}

/* A row of a table as texts: "H04, warning, 2". */
static char *
row (MarmotTable *table,
     gsize at,
     const char *const *names)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, names[i]);

      cr_assert (column != NULL, "%s", names[i]);
      cr_assert (at < marmot_table_get_n_rows (table), "%s", names[i]);
      if (i > 0)
        g_string_append (text, ", ");
      if (marmot_column_is_null (column, at))
        g_string_append (text, "-");
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_TEXT)
        {
          g_autofree char *cell = marmot_column_get_text (column, at);

          g_string_append (text, cell);
        }
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, at));
      else
        g_string_append_printf (text, "%.4f", marmot_column_get_double (column, at));
    }
  return g_string_free (text, FALSE);
}

#define ROW(...) (const char *const[]){ __VA_ARGS__, NULL }

#define assert_row(table, at, expected, ...)                    \
  G_STMT_START                                                  \
  {                                                             \
    g_autofree char *found = row (table, at, ROW (__VA_ARGS__)); \
    cr_assert_str_eq (found, expected, "%s", found);            \
  }                                                             \
  G_STMT_END

/* What is counted under a name: "6 of 9". */
static char *
summary (MarmotTable *table,
         const char *what)
{
  g_autoptr (MarmotColumn) names = marmot_table_get_column_by_name (table, "what");

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *name = marmot_column_get_text (names, i);
      g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (table, "n");
      g_autoptr (MarmotColumn) of = marmot_table_get_column_by_name (table, "of");

      if (g_str_equal (name, what))
        return g_strdup_printf ("%d of %d", (int) marmot_column_get_integer (n, i), (int) marmot_column_get_integer (of, i));
    }
  cr_assert_fail ("%s is not counted", what);
  return NULL;
}

#define assert_summary(table, what, expected)    \
  G_STMT_START                                   \
  {                                              \
    g_autofree char *found = summary (table, what); \
    cr_assert_str_eq (found, expected, "%s", found); \
  }                                              \
  G_STMT_END

/* --- reading ---------------------------------------------------------------------------------- */

#define ONE(id) "{\"format\": \"marmot-assessment\", \"id\": \"" id "\", \"template\": \"equality-impact\"}"

Test (register, forms_of_a_stream)
{
  static const struct
  {
    const char *what;
    const char *text;
    guint n;
    const char *lines; /* of the faults */
  } cases[] = {
    { "one", ONE ("a"), 1, "" },
    { "one, over lines", "{\n \"format\": \"marmot-assessment\",\n \"id\": \"a\"\n}\n", 1, "" },
    { "a byte order mark", "\xef\xbb\xbf" ONE ("a"), 1, "" },
    { "lines", ONE ("a") "\n" ONE ("b") "\n\n" ONE ("c"), 3, "" },
    { "lines of another system", ONE ("a") "\r\n" ONE ("b") "\r\n", 2, "" },
    { "a line that is cut short", ONE ("a") "\n{\"format\": \"marmot-ass\n" ONE ("c") "\n", 2, "2 " },
    { "lines that are something else", ONE ("a") "\n[1, 2]\nwhat\n" ONE ("d"), 2, "2 3 " },
    { "an array", "[" ONE ("a") ",\n" ONE ("b") "]", 2, "" },
    { "an array with brackets in texts",
      "[{\"format\": \"marmot-assessment\", \"id\": \"a\", \"notes\": \"],[ \\\" {\"}, " ONE ("b") "]\n", 2, "" },
    { "an array with one that is none", "[" ONE ("a") ",\n{\"format\": 3},\n" ONE ("c") "]", 2, "2 " },
    { "an array that ends too early", "[" ONE ("a") ",\n" ONE ("b") ",\n{\"format\":", 2, "3 " },
    { "more behind the array", "[" ONE ("a") "]\n" ONE ("b"), 1, "2 " },
    { "an empty array", "[]", 0, "" },
    { "nothing", " \n", 0, "0 " },
    { "text", "Dear all,\nplease find attached\nthe form", 0, "0 " },
    { "one that is cut short", "{\n \"format\": \"marmot-assessment\",\n \"id\": ", 0, "0 " },
    { "another document", "{\"format\": \"marmot-action-plan\", \"title\": \"t\"}", 0, "0 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GString) lines = g_string_new (NULL);

      load (self, cases[i].text, "all.json");
      faults = marmot_assessment_register_list_faults (self);
      for (guint j = 0; j < faults->len; j++)
        {
          g_string_append_printf (lines, "%d ", (int) marmot_finding_get_row (faults->pdata[j]));
          cr_assert_str_eq (marmot_finding_get_file (faults->pdata[j]), "all.json");
          cr_assert_str_eq (marmot_finding_get_rule (faults->pdata[j]), "register/not-read");
        }
      cr_expect (count (self) == cases[i].n, "%s: %u", cases[i].what, count (self));
      cr_expect_str_eq (lines->str, cases[i].lines, "%s: %s", cases[i].what, lines->str);
    }
}

Test (register, a_stream_in_pieces)
{
  /* Longer than what is read at once, so that documents are cut by it. */
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"format\": \"marmot-assessment\", \"id\": \"a%u\", \"notes\": \"%0*d, [\"}\n",
                            i ? "," : "", i, (int) (i % 97 + 1), 0);
  g_string_append (text, "]");
  cr_assert (text->len > 400 * 1024);
  stream = g_memory_input_stream_new_from_data (text->str, (gssize) text->len, NULL);
  cr_assert (marmot_assessment_register_load_stream (self, stream, NULL, NULL, &error), "%s", error ? error->message : "");
  faults = marmot_assessment_register_list_faults (self);
  cr_assert (faults->len == 0 && count (self) == 5000);
  cr_assert (marmot_assessment_register_lookup (self, "a4999") != NULL);
}

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("marmot-register-XXXXXX", NULL);

  cr_assert (folder != NULL);
  return folder;
}

static void
write_file (const char *folder,
            const char *name,
            const char *text,
            gssize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  cr_assert (g_file_set_contents (path, text, size, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        g_rmdir (path);
    }
  cr_assert (g_rmdir (folder) == 0);
}

Test (register, a_folder)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "nowhere");
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("equality-impact", NULL);
  g_autoptr (MarmotDimension) dimension
      = marmot_dimension_new ("local.care", "Care experience", MARMOT_DIMENSION_KIND_LOCAL, "Resolution", NULL);
  g_autoptr (MarmotAssessmentTemplate) ours = marmot_assessment_template_with_dimensions (heat, "ours", &dimension, 1, NULL);
  g_autoptr (GBytes) form = marmot_assessment_template_to_json (ours);
  g_autoptr (MarmotAssessmentRegister) self = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *rules = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *inner = g_build_filename (folder, "inner.json", NULL);

  write_file (folder, "b.json", ONE ("b"), -1);
  write_file (folder, "a.ndjson", ONE ("a1") "\n" ONE ("a2"), -1);
  write_file (folder, "binary.json", "\0\377\n\1\n{", 6);
  write_file (folder, "cut.json", "{\"format\": \"marmot-assessment\", \"id\"", -1);
  write_file (folder, "empty.json", "", 0);
  write_file (folder, "form.json", g_bytes_get_data (form, NULL), (gssize) g_bytes_get_size (form));
  write_file (folder, ".hidden.json", "no", -1);
  write_file (folder, "notes.txt", "no", -1);
  cr_assert (g_mkdir (inner, 0700) == 0);

  self = marmot_assessment_register_new_from_folder (file, NULL, &error);
  cr_assert (self != NULL, "%s", error ? error->message : "");
  cr_assert (count (self) == 3);
  cr_assert_str_eq (marmot_assessment_register_get_file (self, 0), "a.ndjson");
  cr_assert_str_eq (marmot_assessment_register_get_file (self, 2), "b.json");
  cr_assert (g_list_model_get_n_items (marmot_assessment_register_get_templates (self)) == 3);
  faults = marmot_assessment_register_list_faults (self);
  rules = list_rules (faults, "register/");
  cr_assert_str_eq (rules, "register/not-read@binary.json# register/not-read@cut.json# register/not-read@empty.json#", "%s",
                    rules);

  cr_assert (marmot_assessment_register_new_from_folder (nowhere, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  remove_folder (folder);
}

static void
note_items (GListModel *list,
            guint position,
            guint removed,
            guint added,
            gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

Test (register, is_a_list)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (MarmotAssessment) own = marmot_assessment_new ();
  g_autoptr (MarmotAssessment) got = NULL;

  g_signal_connect (self, "items-changed", G_CALLBACK (note_items), seen);
  load (self, ONE ("a") "\n" ONE ("b"), "x");
  marmot_assessment_register_add (self, own, NULL);
  marmot_assessment_register_remove (self, 0);
  cr_assert_str_eq (seen->str, "0-0+1 1-0+1 2-0+1 0-1+0 ");
  got = g_list_model_get_item (G_LIST_MODEL (self), 1);
  cr_assert (got == own && g_list_model_get_item (G_LIST_MODEL (self), 2) == NULL);
  cr_assert (g_list_model_get_item_type (G_LIST_MODEL (self)) == MARMOT_TYPE_ASSESSMENT);
  cr_assert (marmot_assessment_register_lookup (self, "a") == NULL);
  cr_assert (marmot_assessment_register_get_file (self, 1) == NULL);
}

/* --- what is wrong ------------------------------------------------------------------------------ */

#define LINE(id, more) "{\"format\": \"marmot-assessment\", \"id\": \"" id "\", \"template\": \"equality-impact\"" more "}\n"

Test (register, names_and_templates)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (MarmotAssessment) nameless = marmot_assessment_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  load (self, LINE ("a", ""), "one.json");
  load (self, LINE ("a", "") LINE ("b", ", \"template_hash\": \"0000\""), "two.json");
  load (self, "{\"format\": \"marmot-assessment\", \"id\": \"c\", \"template\": \"nobodys\"}", "three.json");
  load (self, "{\"format\": \"marmot-assessment\", \"id\": \"d\"}", "four.json");
  marmot_assessment_register_add (self, nameless, NULL);
  findings = marmot_assessment_register_validate (self, today);
  rules = list_rules (findings, "register/");
  cr_assert_str_eq (rules,
                    "register/duplicate@two.json#a/id register/id@#-/id register/template@two.json#b/template_hash "
                    "register/template@three.json#c/template register/template@four.json#d/template register/template@#-/template",
                    "%s", rules);
  /* Those two of a known template were checked, the others were not. */
  {
    g_autofree char *sponsors = list_rules (findings, "H01");

    cr_assert_str_eq (sponsors, "H01@one.json#a/sponsor_role H01@two.json#a/sponsor_role");
  }
}

Test (register, findings_are_those_of_each)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GFile) file = g_file_new_for_path (VANGUARD);
  g_autoptr (GDate) presented = day (2025, 2, 5);
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GPtrArray) all = NULL, own = NULL;
  g_autoptr (MarmotAssessment) vanguard = NULL;

  cr_assert (marmot_assessment_register_load_file (self, file, NULL, NULL));
  vanguard = g_list_model_get_item (G_LIST_MODEL (self), 0);
  all = marmot_assessment_register_validate (self, presented);
  own = marmot_assessment_validate (vanguard, heat, presented);
  cr_assert (all->len == own->len && own->len == 12);
  for (guint i = 0; i < all->len; i++)
    {
      const char *path = marmot_finding_get_path (own->pdata[i]);
      g_autofree char *placed = g_strconcat ("trauma-vanguard-2023", path ? "/" : "", path, NULL);

      cr_assert_str_eq (marmot_finding_get_rule (all->pdata[i]), marmot_finding_get_rule (own->pdata[i]));
      cr_assert_str_eq (marmot_finding_get_file (all->pdata[i]), "heat-2023.json");
      cr_assert_str_eq (marmot_finding_get_path (all->pdata[i]), placed);
    }
}

static void
supersede (MarmotAssessmentRegister *self,
           const char *id,
           const char *successor)
{
  g_autoptr (GDate) on = day (2024, 5, 1);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_assessment_supersede (marmot_assessment_register_lookup (self, id), successor, on, NULL,
                                          "Director of Public Health", &error),
             "%s", error ? error->message : "");
}

Test (register, chains)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (MarmotTable) chains = NULL;
  g_autofree char *rules = NULL;

#define OLD(id) LINE (id, ", \"state\": \"published\"")
  load (self,
        OLD ("a3") OLD ("a1") OLD ("a2") LINE ("alone", "") OLD ("lost") OLD ("r1") OLD ("r2") OLD ("twin") OLD ("into")
            LINE ("left", ", \"state\": \"superseded\""),
        "x");
  supersede (self, "a1", "a2");
  supersede (self, "a2", "a3");
  supersede (self, "twin", "a2");
  supersede (self, "lost", "nobody");
  supersede (self, "r1", "r2");
  supersede (self, "r2", "r1");
  supersede (self, "into", "r1");
  findings = marmot_assessment_register_validate (self, today);
  rules = list_rules (findings, "register/");
  cr_assert_str_eq (rules,
                    "register/successor@x#lost/versions register/successor@x#r1/versions "
                    "register/successor@x#r2/versions register/successor@x#left/state",
                    "%s", rules);
  chains = marmot_assessment_register_list_chains (self);
  cr_assert (marmot_table_get_n_rows (chains) == 7);
  assert_row (chains, 0, "a3, 1, a1, superseded", "chain", "place", "id", "state");
  assert_row (chains, 1, "a3, 2, a2, superseded", "chain", "place", "id", "state");
  assert_row (chains, 2, "a3, 3, a3, published", "chain", "place", "id", "state");
  assert_row (chains, 3, "a3, 1, twin, superseded", "chain", "place", "id", "state");
  /* What leads into a circle ends where it met itself. */
  assert_row (chains, 4, "r1, 1, into, superseded", "chain", "place", "id", "state");
  assert_row (chains, 6, "r1, 3, r2, superseded", "chain", "place", "id", "state");
}

/* --- what there is to do ---------------------------------------------------------------------------- */

/* Two of health equity, completed on a day, one of them replaced; and one of equality. */
static MarmotAssessmentRegister *
three (void)
{
  MarmotAssessmentRegister *self = marmot_assessment_register_new ();

#define HEAT(id, more) \
  "{\"format\": \"marmot-assessment\", \"id\": \"" id "\", \"template\": \"phe-heat-simplified-2020\"" more "}\n"
  load (self,
        HEAT ("old", ", \"state\": \"superseded\", \"completed\": \"2020-01-01\", \"actions\": [{\"id\": \"x\", \"text\": \"t\","
                     " \"due\": \"2020-06-01\"}]")
            HEAT ("new", ", \"state\": \"published\", \"completed\": \"2024-01-10\","
                         " \"programme\": \"Family Hubs\", \"owner_role\": \"Service manager\","
                         " \"evidence\": [{\"key\": \"e\", \"indicator\": \"90631\", \"area\": \"E08000026\"},"
                         " {\"key\": \"f\", \"indicator\": \"90631\", \"area\": \"E08000026\"}],"
                         " \"outcomes\": [{\"id\": \"o\", \"text\": \"t\", \"indicator\": \"90631\"}, {\"id\": \"p\", \"text\": \"t\"}],"
                         " \"groups\": [{\"dimension\": \"age\", \"state\": \"answered\", \"text\": \"t\", \"evidence\": [\"e\"]},"
                         " {\"dimension\": \"sex\", \"state\": \"answered\", \"text\": \"t\", \"evidence\": [\"nowhere\"]}],"
                         " \"actions\": [{\"id\": \"y\", \"text\": \"t\", \"state\": \"open\", \"owner_role\": \"Manager\", \"due\": \"2024-12-31\"},"
                         " {\"id\": \"z\", \"text\": \"t\", \"state\": \"done\", \"due\": \"2024-12-31\"}]")
                LINE ("eq", ", \"outcomes\": [{\"id\": \"o\", \"text\": \"t\", \"indicator\": \"92443\"}],"
                            " \"actions\": [{\"id\": \"w\", \"text\": \"t\", \"due\": \"2024-06-30\"}]"),
        "all.ndjson");
  cr_assert (count (self) == 3);
  return self;
}

Test (register, summary)
{
  g_autoptr (MarmotAssessmentRegister) self = three ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (MarmotTable) table = marmot_assessment_register_summarise (self, today);

  assert_summary (table, "assessments with a template that is known", "3 of 3");
  assert_summary (table, "published", "1 of 3");
  assert_summary (table, "superseded", "1 of 3");
  assert_summary (table, "neither superseded nor withdrawn", "2 of 3");
  assert_summary (table, "all required questions answered", "0 of 3");
  assert_summary (table, "reviews overdue", "1 of 2");
  assert_summary (table, "actions open", "2 of 3");
  assert_summary (table, "actions overdue", "2 of 2");
  assert_summary (table, "actions with owner and date", "1 of 3");
  assert_summary (table, "outcomes linked to an indicator", "2 of 3");
}

Test (register, states_reviews_and_actions)
{
  g_autoptr (MarmotAssessmentRegister) self = three ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GDate) early = day (2024, 2, 1);
  g_autoptr (MarmotTable) states = marmot_assessment_register_list_states (self, today);
  g_autoptr (MarmotTable) reviews = marmot_assessment_register_list_reviews (self, today);
  g_autoptr (MarmotTable) none = marmot_assessment_register_list_reviews (self, early);
  g_autoptr (MarmotTable) late = marmot_assessment_register_list_overdue (self, today);
  g_autoptr (MarmotColumn) until = marmot_table_get_column_by_name (states, "review_until");

  cr_assert (marmot_table_get_n_rows (states) == 3);
  assert_row (states, 1, "all.ndjson, new, published, overdue, 2, 1, 1", "file", "id", "state", "review", "n_actions",
              "n_actions_open", "n_actions_overdue");
  assert_row (states, 1, "7, 9, 2", "n_required", "n_statutory", "n_statutory_answered");
  /* Twelve months from 10 January 2024. */
  cr_assert (marmot_column_get_date (until, 1) == 20098);
  cr_assert (marmot_table_get_n_rows (reviews) == 1 && marmot_table_get_n_rows (none) == 0);
  assert_row (reviews, 0, "new, Family Hubs, Service manager, overdue, 26", "id", "programme", "owner_role", "review",
              "days_overdue");
  cr_assert (marmot_table_get_n_rows (late) == 2);
  assert_row (late, 0, "eq, w, -, 220", "id", "action", "owner_role", "days_overdue");
  assert_row (late, 1, "new, y, Manager, 36", "id", "action", "owner_role", "days_overdue");
}

Test (register, gaps_characteristics_indicators)
{
  g_autoptr (MarmotAssessmentRegister) self = three ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (MarmotTable) gaps = marmot_assessment_register_count_gaps (self, today);
  g_autoptr (MarmotTable) dimensions = marmot_assessment_register_count_dimensions (self, NULL, NULL);
  g_autoptr (MarmotTable) indicators = marmot_assessment_register_count_indicators (self);
  g_autoptr (MarmotEstimate) half = marmot_proportion (1, 2, NULL, NULL);
  g_autofree char *expected = NULL;
  gboolean has_overdue = FALSE;

  /* Both lack a sponsor; only one has a review. What was replaced is not counted. */
  assert_row (gaps, 0, "2, 2", "n_assessments", "of");
  for (gsize i = 0; i < marmot_table_get_n_rows (gaps); i++)
    {
      g_autofree char *is = row (gaps, i, ROW ("rule", "severity", "n_assessments", "n_findings"));

      has_overdue |= g_str_equal (is, "review/overdue, warning, 1, 1");
    }
  cr_assert (has_overdue);

  expected = g_strdup_printf ("age, 2, 1, 1, 1, 0.5000, %.4f, %.4f", marmot_estimate_get_lower (half),
                              marmot_estimate_get_upper (half));
  assert_row (dimensions, 0, expected, "dimension", "n_assessments", "n_answered", "n_with_evidence", "n_without_evidence",
              "share", "share_lower", "share_upper");
  /* Evidence that the assessment has not is none. */
  for (gsize i = 0; i < marmot_table_get_n_rows (dimensions); i++)
    {
      g_autofree char *is = row (dimensions, i, ROW ("dimension"));

      if (g_str_equal (is, "sex"))
        assert_row (dimensions, i, "protected, 2, 1, 0", "kind", "n_assessments", "n_answered", "n_with_evidence");
    }

  cr_assert (marmot_table_get_n_rows (indicators) == 2);
  assert_row (indicators, 0, "90631, 1, 2, 1", "indicator", "n_assessments", "n_evidence", "n_outcomes");
  assert_row (indicators, 1, "92443, 1, 0, 1", "indicator", "n_assessments", "n_evidence", "n_outcomes");
}

Test (register, plans_and_evidence)
{
  g_autoptr (MarmotAssessmentRegister) self = three ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GPtrArray) plans = marmot_assessment_register_list_plans (self);
  g_autoptr (MarmotTable) counts = marmot_summarise_action_plans ((MarmotActionPlan **) plans->pdata, plans->len,
                                                                  MARMOT_ACTION_BY_PLAN, today, NULL, NULL);
  g_autoptr (MarmotMeasure) done = marmot_share_of_actions ((MarmotActionPlan **) plans->pdata, plans->len,
                                                                MARMOT_ACTION_SHARE_DONE, today, NULL, NULL, NULL);
  g_autoptr (MarmotAssessmentRefresh) refresh = marmot_assessment_register_refresh (self, NULL, 0, today);
  g_autoptr (GPtrArray) findings = marmot_assessment_refresh_list_findings (refresh);

  cr_assert (plans->len == 2);
  assert_row (counts, 0, "Family Hubs, 1, 2, 1, 1, 0", "group", "n_plans", "n", "n_open", "n_done", "n_no_owner");
  assert_row (counts, 1, "eq, 1, 1, 1, 0, 1", "group", "n_plans", "n", "n_open", "n_done", "n_no_owner");
  cr_assert (marmot_measure_get_numerator (done) == 1 && marmot_measure_get_denominator (done) == 3);
  cr_assert (marmot_table_get_n_rows (marmot_assessment_refresh_get_table (refresh)) == 2);
  /* The one rests on it; nothing rests on the other. */
  cr_assert_str_eq (marmot_finding_get_path (findings->pdata[0]), "new/groups/age");
  cr_assert_str_eq (marmot_finding_get_path (findings->pdata[1]), "new/evidence/2");
  cr_assert_str_eq (marmot_finding_get_file (findings->pdata[1]), "all.ndjson");
}

Test (register, an_empty_one)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = marmot_assessment_register_validate (self, today);
  MarmotTable *tables[] = {
    marmot_assessment_register_list_states (self, today),  marmot_assessment_register_list_reviews (self, today),
    marmot_assessment_register_list_overdue (self, today), marmot_assessment_register_count_gaps (self, today),
    marmot_assessment_register_count_dimensions (self, NULL, NULL), marmot_assessment_register_count_indicators (self),
    marmot_assessment_register_list_chains (self),
  };

  cr_assert (findings->len == 0);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      cr_assert (marmot_table_get_n_rows (tables[i]) == 0);
      marmot_table_unref (tables[i]);
    }
}

/* A template whose keys stand in another order is one still. */
Test (register, a_template_says_what_it_is_wherever)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GBytes) json = marmot_assessment_template_to_json (heat);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  const char *const format = "\"marmot-assessment-template\"";
  g_auto (GStrv) parts = g_strsplit (text, "\"phe-heat-simplified-2020\"", 2);
  g_autofree char *renamed = g_strjoinv ("\"ours\"", parts);
  char *at = strstr (renamed, "\"format\"");
  char *end = at ? strchr (at, ',') : NULL;
  g_autofree char *moved = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const guint n = g_list_model_get_n_items (marmot_assessment_register_get_templates (self));

  cr_assert (end != NULL);
  memset (at, ' ', (gsize) (end - at) + 1);
  *strrchr (renamed, '}') = '\0';
  moved = g_strdup_printf ("%s, \"format\": %s}", renamed, format);
  load (self, moved, "ours.json");
  faults = marmot_assessment_register_list_faults (self);
  cr_assert_eq (faults->len, 0, "%s", faults->len ? marmot_finding_get_message (faults->pdata[0]) : "");
  cr_assert_eq (g_list_model_get_n_items (marmot_assessment_register_get_templates (self)), n + 1);
}

/* What may be somebody's number is in no finding. */
Test (register, a_short_name_that_may_be_a_number_of_a_person)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = NULL;
  guint n = 0;

  load (self, LINE ("9434765919", "") LINE ("9434765919", ""), "one.json");
  findings = marmot_assessment_register_validate (self, today);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (findings->pdata[i]);

      cr_assert (strstr (text, "9434765919") == NULL, "%s", text);
      n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), "personal-data/nhs-number");
    }
  cr_assert_eq (n, 2);
}

/* Whether an action has an owner and a date needs no template. */
Test (register, actions_of_an_unknown_template_are_counted_too)
{
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (MarmotTable) table = NULL;

  load (self,
        "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"template\": \"nobodys\", \"actions\": "
        "[{\"id\": \"x\", \"text\": \"Do it\", \"owner_role\": \"Manager\", \"due\": \"2025-06-30\"}]}",
        "a.json");
  table = marmot_assessment_register_summarise (self, today);
  assert_summary (table, "actions with owner and date", "1 of 1");
}
