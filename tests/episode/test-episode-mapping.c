/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define CANARY "CANARY-7781"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* JSON with single quotes, since C has the others. */
static char *
json_of (const char *text)
{
  char *json = g_strdup (text);

  g_strdelimit (json, "'", '"');
  return json;
}

static MarmotEpisodeMapping *
new_of (const char *text,
        GError **error)
{
  g_autofree char *json = json_of (text);
  g_autoptr (GBytes) bytes = bytes_of (json);

  return marmot_episode_mapping_new_from_json (bytes, "m.json", error);
}

#define HEAD "{'format': 'marmot-mapping 1', 'kind': 'early-help', "

static const char full[] = HEAD
  "'title': 'A title', 'source': 's', 'notes': 'n', 'date_format': ['dd/mm/yyyy', 'dd-mon-yyyy'], 'separator': ';',"
  "'columns': {'id': ' Episode ID ', 'family': 'Family', 'start': 'Opened', 'end': 'Closed', 'end_reason': 'Reason',"
  " 'lead_agency': 'Lead', 'decision': 'Decision', 'locality': 'Locality', 'uasc': 'UASC'},"
  "'optional': ['locality'], 'blank': ['N/A', '-'],"
  "'values': {'end_reason': {'Outcomes Met': 'outcomes-met', '\xc3\x89quipe': 'other', 'Not known': null},"
  " 'lead_agency': {'Primary School': 'SCHOOL', '*': 'other'}, 'decision': {'Go': 'accepted'}},"
  "'needs': {'columns': {'episode': 'Episode ID', 'outcome': 'Outcome', 'met': 'Met'},"
  " 'values': {'outcome': {'1': 'education'}}}}";

Test (episode_mapping, says_which_column_is_which_field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeMapping) mapping = new_of (full, &error);
  g_auto (GStrv) fields = NULL;
  g_auto (GStrv) needs = NULL;
  g_autofree char *all = NULL;
  g_autofree char *all_needs = NULL;

  cr_assert (mapping != NULL, "%s", error->message);
  cr_assert (eq (str, (char *) marmot_episode_mapping_get_title (mapping), "A title"));
  cr_assert (eq (int, marmot_episode_mapping_get_kind (mapping), MARMOT_EPISODE_EARLY_HELP));
  fields = marmot_episode_mapping_list_fields (mapping, FALSE);
  all = g_strjoinv (" ", fields);
  cr_assert (eq (str, all, "id family start end end_reason lead_agency decision locality uasc"));
  needs = marmot_episode_mapping_list_fields (mapping, TRUE);
  all_needs = g_strjoinv (" ", needs);
  cr_assert (eq (str, all_needs, "episode outcome met"));
  cr_assert (eq (str, (char *) marmot_episode_mapping_get_heading (mapping, "id", FALSE), "Episode ID"));
  cr_assert (eq (str, (char *) marmot_episode_mapping_get_heading (mapping, "outcome", TRUE), "Outcome"));
  cr_assert (marmot_episode_mapping_get_heading (mapping, "person", FALSE) == NULL);
  cr_assert (marmot_episode_mapping_get_heading (mapping, "identified", TRUE) == NULL);
}

Test (episode_mapping, words_match_without_capitals_and_spaces)
{
  static const struct
  {
    char *field;
    char *word;
    char *code;             /* "" for none */
  } cases[] = {
    { "end_reason", "Outcomes Met", "outcomes-met" },
    { "end_reason", " \toutcomes met\xc2\xa0", "outcomes-met" },
    /* Composed or not, with an accent and in capitals or not. */
    { "end_reason", "e\xcc\x81QUIPE", "other" },
    /* Codes stand for themselves. */
    { "end_reason", "Step-Up", "step-up" },
    { "end_reason", "not known", "" },
    { "end_reason", "n/a", "" },
    { "end_reason", "Somehow", "" },
    { "end_reason", "", "" },
    { "end_reason", " ", "" },
    /* A code of the library comes out as the library writes it. */
    { "lead_agency", "primary school", "school" },
    { "lead_agency", "Whoever", "other" },
    { "lead_agency", "-", "" },
    { "decision", "GO", "accepted" },
    { "decision", "stop", "" },
    /* Neither codes nor values: the word itself. */
    { "locality", " North ", "North" },
    { "uasc", "Y", "true" },
    { "uasc", "0", "false" },
    { "no field", "x", "" },
  };
  g_autoptr (MarmotEpisodeMapping) mapping = new_of (full, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = marmot_episode_mapping_translate (mapping, cases[i].field, cases[i].word);

      cr_assert (eq (str, code ? code : "", cases[i].code), "case %zu", i);
    }
}

Test (episode_mapping, comes_back_from_its_json)
{
  g_autoptr (MarmotEpisodeMapping) mapping = new_of (full, NULL);
  g_autoptr (GBytes) once = marmot_episode_mapping_to_json (mapping);
  g_autoptr (MarmotEpisodeMapping) back = marmot_episode_mapping_new_from_json (once, NULL, NULL);
  g_autoptr (GBytes) twice = NULL;
  g_autofree char *code = NULL;

  cr_assert (back != NULL);
  twice = marmot_episode_mapping_to_json (back);
  cr_assert (g_bytes_equal (once, twice));
  code = marmot_episode_mapping_translate (back, "lead_agency", "Primary school");
  cr_assert (eq (str, code, "school"));
}

/* Codes of the return, for mappings of care. */
Test (episode_mapping, codes_are_those_of_the_kind)
{
  g_autoptr (MarmotEpisodeMapping) care
    = new_of ("{'format': 'marmot-mapping 1', 'kind': 'care', 'columns': {'end_reason': 'REC', 'placement': 'P'},"
              "'values': {'placement': {'Foster': 'U6'}}}",
              NULL);
  g_autofree char *foster = NULL;
  g_autofree char *itself = NULL;

  cr_assert (care != NULL);
  foster = marmot_episode_mapping_translate (care, "placement", "foster");
  itself = marmot_episode_mapping_translate (care, "end_reason", "x1");
  cr_assert (eq (str, foster, "U6"));
  cr_assert (eq (str, itself, "X1"));
}

typedef struct
{
  char *json;
  char *paths;              /* of the findings, in order */
} BadCase;

static const BadCase bad_cases[] = {
  { HEAD "'columns': {}}", "/columns" },
  { HEAD "'values': {}}", "/columns" },
  { HEAD "'columns': []}", "/columns /columns" },
  { "{'kind': 'early-help', 'columns': {'id': 'a'}}", "/format" },
  { "{'format': 'marmot-mapping 2', 'kind': 'early-help', 'columns': {'id': 'a'}}", "/format" },
  { "{'format': 'marmot-mapping 1', 'columns': {'id': 'a'}}", "/kind" },
  { "{'format': 'marmot-mapping 1', 'kind': 'late-help', 'columns': {'id': 'a'}}", "/kind" },
  { "{'format': 'marmot-mapping 1', 'kind': 3, 'columns': {'id': 'a'}}", "/kind" },
  { HEAD "'columns': {'id': 'a', 'name': 'b', 'place': 'c', 'line': 'd'}}", "/columns/name /columns/place /columns/line" },
  { HEAD "'columns': {'id': ' ', 'start': 3, 'end': null}}", "/columns/id /columns/start /columns/end" },
  { HEAD "'colums': {}, 'columns': {'id': 'a'}}", "/colums" },
  { HEAD "'columns': {'id': 'a'}, 'optional': ['end']}", "/optional" },
  { HEAD "'columns': {'id': 'a'}, 'optional': 'id', 'blank': [1]}", "/blank /optional" },
  { HEAD "'columns': {'id': 'a'}, 'date_format': 'dd/mm/yy'}", "/date_format" },
  { HEAD "'columns': {'id': 'a'}, 'date_format': ['yyyy-mm-dd', 7]}", "/date_format" },
  { HEAD "'columns': {'id': 'a'}, 'separator': ' '}", "/separator" },
  { HEAD "'columns': {'id': 'a'}, 'values': {'end_reason': {}}}", "/values/end_reason" },
  { HEAD "'columns': {'end_reason': 'a'}, 'values': {'end_reason': {'" CANARY "': 'no-code'}}}", "/values/end_reason" },
  { HEAD "'columns': {'end_reason': 'a'}, 'values': {'end_reason': {'" CANARY "': 3, 'b': '', ' ': 'other'}}}",
    "/values/end_reason /values/end_reason /values/end_reason" },
  { HEAD "'columns': {'end_reason': 'a'}, 'values': {'end_reason': {'" CANARY "': 'other', '" CANARY " ': 'moved'}}}",
    "/values/end_reason" },
  { HEAD "'columns': {'start': 'a'}, 'values': {'start': {'x': 'y'}}}", "/values/start" },
  { HEAD "'columns': {'end_reason': 'a'}, 'values': {'end_reason': 'other'}}", "/values/end_reason" },
  { HEAD "'columns': {'uasc': 'a'}, 'values': {'uasc': {'perhaps': 'maybe'}}}", "/values/uasc" },
  { HEAD "'columns': {'kind': 'a'}, 'values': {'kind': {'CP': 'protection'}}}", "/values/kind" },
  { HEAD "'columns': {'start': 'a'}, 'needs': {'columns': {'episode': 'a', 'outcome': 'b'}}}", "/needs" },
  { HEAD "'columns': {'id': 'a'}, 'needs': {}}", "/needs/columns" },
  { HEAD "'columns': {'id': 'a'}, 'needs': {'columns': {'episode': 'b', 'met': 'c'}}}", "/needs/columns" },
  { HEAD "'columns': {'id': 'a'}, 'needs': {'columns': {'episode': 'b', 'outcome': 'c', 'start': 'd'}}}",
    "/needs/columns/start" },
  { HEAD "'columns': {'id': 'a'}, 'needs': {'columns': {'episode': 'b', 'outcome': 'c'},"
         "'values': {'outcome': {'x': '11'}}, 'kind': 'care'}}", "/needs/kind /needs/values/outcome" },
  { "[]", "" },
};

Test (episode_mapping, is_checked_whole_and_says_where)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *json = json_of (bad_cases[i].json);
      g_autoptr (GBytes) bytes = bytes_of (json);
      g_autoptr (GPtrArray) findings = marmot_episode_mapping_check_json (bytes, "m.json");
      g_autoptr (GString) paths = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < findings->len; k++)
        {
          g_autofree char *text = marmot_finding_to_string (findings->pdata[k]);

          g_string_append_printf (paths, "%s%s", k ? " " : "", marmot_finding_get_path (findings->pdata[k]));
          cr_assert (strstr (text, "7781") == NULL, "%s", text);
        }
      cr_assert (gt (u32, findings->len, 0), "case %zu", i);
      cr_assert (eq (str, paths->str, bad_cases[i].paths), "case %zu", i);
      cr_assert (marmot_episode_mapping_new_from_json (bytes, "m.json", &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (strstr (error->message, "7781") == NULL, "%s", error->message);
      cr_assert (g_str_has_prefix (error->message, "m.json"), "%s", error->message);
    }
}

Test (episode_mapping, what_is_no_json_is_told)
{
  static const char *const texts[] = { "", "{", "nothing", HEAD "'columns': {'id': 'a', 'id': 'b'}}", "\xff\xfe{" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = json_of (texts[i]);
      g_autoptr (GBytes) bytes = bytes_of (json);
      g_autoptr (GPtrArray) findings = marmot_episode_mapping_check_json (bytes, "m.json");
      g_autoptr (GError) error = NULL;

      cr_assert (eq (u32, findings->len, 1), "case %zu", i);
      cr_assert (marmot_episode_mapping_new_from_json (bytes, NULL, &error) == NULL);
      cr_assert (error->domain == MARMOT_ERROR);
    }
}

Test (episode_mapping, those_built_in_are_good)
{
  static const char *const names[] = { "ehm-early-help", "ssd-early-help" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (MarmotEpisodeMapping) mapping = marmot_episode_mapping_new_builtin (names[i], &fault);
      g_autofree char *reason = NULL;

      cr_assert (mapping != NULL, "%s", fault->message);
      cr_assert (marmot_episode_mapping_get_title (mapping) != NULL);
      reason = marmot_episode_mapping_translate (mapping, "end_reason", "Outcomes met");
      cr_assert (eq (str, reason, "outcomes-met"));
    }
  cr_assert (marmot_episode_mapping_new_builtin ("another", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (episode_mapping, a_file_is_read_or_told)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp (NULL, &stream, NULL);
  g_autoptr (GFile) none = g_file_new_for_path ("/there/is/no/such/mapping.json");
  g_autoptr (MarmotEpisodeMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = json_of (full);

  cr_assert (g_file_replace_contents (file, json, strlen (json), NULL, FALSE, 0, NULL, NULL, NULL));
  mapping = marmot_episode_mapping_new_from_file (file, NULL, &error);
  cr_assert (mapping != NULL);
  cr_assert (marmot_episode_mapping_new_from_file (none, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (strstr (error->message, "/there") == NULL, "%s", error->message);
  g_file_delete (file, NULL, NULL);
}
