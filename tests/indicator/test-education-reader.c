/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

/* All made up. */
#define HEAD                                                                                                  \
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"           \
  "old_la_code,new_la_code,la_name,sex,ethnicity,pupils,rate\n"
#define META                                                                                                  \
  "col_name,col_type,label,indicator_grouping\n"                                                              \
  "sex,Filter,Sex,\nethnicity,Filter,Ethnic group,\n"                                                         \
  "pupils,Indicator,Number of pupils,\nrate,Indicator,Absence rate,\n"
#define LA(time, kind, sex, ethnicity, pupils, rate)                                                          \
  time "," kind ",Local authority,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry," sex ","  \
  ethnicity "," pupils "," rate "\n"
#define NATION(time, kind, pupils, rate)                                                                      \
  time "," kind ",National,E92000001,England,,,,,,Total,Total," pupils "," rate "\n"

static MarmotObservationSet *
read_texts (MarmotEducationReader *reader,
            const char *data,
            const char *metadata,
            GError **error)
{
  g_autoptr (GBytes) data_bytes = g_bytes_new (data, strlen (data));
  g_autoptr (GBytes) metadata_bytes = g_bytes_new (metadata, strlen (metadata));

  return marmot_education_reader_read_bytes (reader, data_bytes, metadata_bytes, "d.csv", error);
}

static char *
list_findings (MarmotEducationReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_education_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (out, "%s%s:%" G_GUINT64_FORMAT, i ? " " : "",
                            marmot_finding_get_rule (findings->pdata[i]),
                            marmot_finding_get_row (findings->pdata[i]));
  return g_string_free (out, FALSE);
}

/* A row in a line, with "-" for nulls. */
static char *
show (MarmotObservationSet *set,
      gsize row)
{
  static const char *const names[] = { "indicator_code", "area_code",   "parent_name", "category_type", "category",
                                       "time_period",    "year_type",   "state",       "flags" };
  MarmotTable *table = marmot_observation_set_get_table (set);
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, "value");
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, names[i]);
      g_autofree char *text = marmot_column_get_text (column, row);

      g_string_append_printf (out, "%s|", text ? text : "-");
    }
  if (marmot_column_is_null (values, row))
    g_string_append (out, "-");
  else
    g_string_append_printf (out, "%g", marmot_column_get_double (values, row));
  return g_string_free (out, FALSE);
}

Test (education, rows_become_observations)
{
  static const char *const expected[] = {
    "pupils|E92000001|-|-|-|2018/19|academic|-|-|8000",
    "rate|E92000001|-|-|-|2018/19|academic|-|-|4.7",
    "pupils|E08000026|West Midlands|Sex; Ethnic group|Female; White|2018/19|academic|suppressed|-|-",
    "rate|E08000026|West Midlands|Sex; Ethnic group|Female; White|2018/19|academic|not-applicable|-|-",
    "pupils|E08000026|West Midlands|Ethnic group|White|2018/19|academic|-|low|0",
    "rate|E08000026|West Midlands|Ethnic group|White|2018/19|academic|not-available|unreliable|-",
    "pupils|E08000026|West Midlands|Sex|Male|2018/19|academic|-|low|0",
    "rate|E08000026|West Midlands|Sex|Male|2018/19|academic|not-available|-|-",
    "pupils|E08000026|West Midlands|-|-|2018/19|academic|-|-|0",
    "rate|E08000026|West Midlands|-|-|2018/19|academic|not-available|-|-",
  };
  g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotObservationSet) set = read_texts (reader,
                                                     HEAD NATION ("201819", "Academic year", "8000", "4.7")
                                                       LA ("201819", "Academic year", "Female", "White", "c", "z")
                                                         LA ("201819", "Academic year", "Total", "White", "low", "u")
                                                           LA ("201819", "Academic year", "Male", "Total", "k", "x")
                                                             LA ("201819", "Academic year", "total", "Total", "0", ""),
                                                     META, &error);
  g_autofree char *found = NULL;

  cr_assert (set != NULL, "%s", error ? error->message : "");
  found = list_findings (reader);
  cr_assert (eq (str, found, ""));
  cr_assert (eq (u32, marmot_observation_set_get_n_rows (set), G_N_ELEMENTS (expected)));
  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      g_autofree char *shown = show (set, row);

      cr_assert (eq (str, shown, (char *) expected[row]));
    }

  {
    g_autoptr (MarmotObservation) item = g_list_model_get_item (G_LIST_MODEL (set), 2);

    cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (item)), MARMOT_VALUE_SUPPRESSED));
    cr_assert (eq (str, (char *) marmot_indicator_get_name (marmot_observation_get_indicator (item)),
                   "Number of pupils"));
    cr_assert (eq (int, (int) marmot_period_get_year_type (marmot_observation_get_period (item)),
                   MARMOT_YEAR_ACADEMIC));
  }
}

Test (education, kinds_of_time)
{
  static const struct
  {
    const char *row;
    const char *text;         /* of the period as it is read; NULL if it is none of ours */
    int sortable;
  } cases[] = {
    { NATION ("2018", "Calendar year", "1", "1"), "2018", 20180000 },
    { NATION ("201819", "Financial year", "1", "1"), "2018/19", 20180000 },
    { NATION ("201819", "Academic year Q3", "1", "1"), "2018/19 Q3", 20180300 },
    { NATION ("2018", "Calendar year Q1", "1", "1"), "2018 Q1", 20180100 },
    { NATION ("2018", "March", "1", "1"), "Mar 2018", 20180003 },
    { NATION ("199900", "Academic year", "1", "1"), "1999/00", 19990000 },
    /* Named, and not read: their days are not known. */
    { NATION ("201819", "Tax year", "1", "1"), NULL, 20180000 },
    { NATION ("2018", "Reporting year", "1", "1"), NULL, 20180000 },
    { NATION ("201819", "Autumn term", "1", "1"), NULL, 20180000 },
    { NATION ("2018", "Financial year", "1", "1"), NULL, 20180000 },
    { NATION ("2018", "Week 12", "1", "1"), NULL, 20180000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
      g_autofree char *text = g_strconcat (HEAD, cases[i].row, NULL);
      g_autoptr (MarmotObservationSet) set = read_texts (reader, text, META, NULL);
      g_autoptr (MarmotPeriod) period = NULL;
      g_autoptr (MarmotColumn) sortable = NULL;
      g_autofree char *printed = NULL;

      cr_assert (set != NULL, "case %u", i);
      period = marmot_observation_set_get_period (set, 0);
      printed = period ? marmot_period_to_string (period) : NULL;
      cr_assert (g_strcmp0 (printed, cases[i].text) == 0, "case %u: %s", i, printed);
      sortable = marmot_table_get_column_by_name (marmot_observation_set_get_table (set), "sortable");
      cr_assert (eq (int, (int) marmot_column_get_integer (sortable, 0), cases[i].sortable), "case %u", i);
    }
}

Test (education, findings)
{
  static const struct
  {
    const char *data;
    const char *metadata;
    const char *findings;
    gboolean is_read;
  } cases[] = {
    { HEAD NATION ("201819", "Academic year", "1", "1") NATION ("201819", "Financial year", "1", "1")
        NATION ("201920", "Academic year", "1", "1"),
      META, "education/mixed-time-identifiers:3", TRUE },
    { HEAD NATION ("201819", "Academic year", "1", "1") NATION ("201920", "Academic year", "1", "1")
        NATION ("201819", "Academic year", "2", "2"),
      META, "education/duplicate-key:4", TRUE },
    /* Another area, filter, identifier or level is another key. */
    { HEAD LA ("201819", "Academic year", "Female", "White", "1", "1")
        LA ("201819", "Academic year", "Female", "Total", "1", "1")
          LA ("201819", "Academic year", "Total", "White", "1", "1")
            LA ("201819", "Academic year Q1", "Total", "White", "1", "1") NATION ("201819", "Academic year", "1", "1"),
      META, "education/mixed-time-identifiers:5", TRUE },
    { HEAD LA ("201819", "Academic year", "Female", "White", "1", "1")
        LA ("201819", "Academic year", "Female", "White", "c", "z")
          LA ("201819", "Academic year", "Female", "White", "c", "z"),
      META, "education/duplicate-key:3 education/duplicate-key:4", TRUE },
    /* Nobody can tell whether two unknown places are the same. */
    { HEAD "2018,Calendar year,Planet,E92000001,England,,,,,,Total,Total,1,1\n"
           "2018,Calendar year,Planet,E92000001,England,,,,,,Total,Total,1,1\n",
      META, "education/unknown-level:2 education/unknown-level:3", TRUE },
    /* Quarters of one kind of year, and months, belong together. */
    { HEAD NATION ("201819", "Academic year Q1", "1", "1") NATION ("201819", "Academic year Q2", "1", "1"), META, "",
      TRUE },
    { HEAD NATION ("2018", "May", "1", "1") NATION ("2018", "June", "1", "1"), META, "", TRUE },
    { HEAD "2018,Calendar year,Planet,E92000001,England,,,,,,Total,Total,1,1\n", META, "education/unknown-level:2",
      TRUE },
    { HEAD NATION ("201820", "Academic year", "1", "1"), META, "education/not-a-period:2", FALSE },
    { HEAD NATION ("18", "Academic year", "1", "1"), META, "education/not-a-period:2", FALSE },
    { HEAD NATION ("2018", "Calendar year", "SECRET", "1"), META, "education/not-a-value:2", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1e999"), META, "education/not-a-value:2", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1,2"), META, "csv/ragged-row:2", FALSE },
    { HEAD "2018,Calendar year,National,E92000001,England\n", META, "csv/ragged-row:2", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), META "sex,Filter\n", "csv/ragged-row:6", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), META "time_period,Indicator,x,\n", "education/metadata:6", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), META "la_name,Indicator,x,\n", "education/metadata:6", FALSE },
    { HEAD ",,National,E92000001,England,,,,,,Total,Total,1,1\n", META, "education/not-a-period:2", FALSE },
    { "a,b\n1,2\n", META, "education/wrong-kind:1", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), "a,b\n1,2\n", "education/wrong-kind:1", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), "col_name,col_type,label\nsex,Filter,Sex\n",
      "education/no-indicator:0", FALSE },
    { HEAD NATION ("2018", "Calendar year", "1", "1"), META "other,Indicator,x,\nrate,Indicator,x,\npupils,What,x,\n",
      "education/no-such-column:6 education/metadata:7 education/metadata:8", FALSE },
    { "", META, "csv/empty-file:0", FALSE },
    { HEAD, "", "csv/empty-file:0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set = read_texts (reader, cases[i].data, cases[i].metadata, &error);
      g_autofree char *found = list_findings (reader);

      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      cr_assert (eq (int, set != NULL, cases[i].is_read), "case %u", i);
      cr_assert (eq (int, set == NULL, g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA)), "case %u", i);
      cr_assert (error == NULL || strstr (error->message, "SECRET") == NULL);
    }
}

Test (education, limits_are_properties)
{
  static const char *const text
      = HEAD NATION ("18", "Academic year", "1", "1") NATION ("19", "Academic year", "1", "1");
  g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  guint64 max_bytes = 0;
  guint max_findings = 0;

  g_object_get (reader, "max-bytes", &max_bytes, "max-findings", &max_findings, NULL);
  cr_assert (eq (u64, max_bytes, G_GUINT64_CONSTANT (4) << 30));
  cr_assert (eq (u32, max_findings, 1000));

  g_object_set (reader, "max-findings", 1, NULL);
  cr_assert (read_texts (reader, text, META, NULL) == NULL);
  findings = marmot_education_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 1));
  cr_assert (eq (u64, marmot_education_reader_get_n_findings (reader), 2));

  marmot_education_reader_set_max_bytes (reader, strlen (META));
  cr_assert (read_texts (reader, text, META, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}

/* Many texts: codes of more than one byte, in each column that may have them. */
Test (education, many_texts)
{
  const guint n = 40000;
  g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "201819,Academic year,Local authority,E92000001,England,E12,RR,1,E%05u,Area %u,S%u,T%u,%u,%u.5\n",
                            i / 2, i / 2, i % 2, i % 300, i, i);
  set = read_texts (reader, text->str, META, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u64, marmot_education_reader_get_n_findings (reader), 0));
  for (guint i = 0; i < n; i += 997)
    {
      g_autofree char *shown = show (set, 2 * (gsize) i + 1);
      g_autofree char *expected = g_strdup_printf ("rate|E%05u|RR|Sex; Ethnic group|S%u; T%u|2018/19|academic|-|-|%g",
                                                   i / 2, i % 2, i % 300, i + 0.5);

      cr_assert (eq (str, shown, expected));
    }
}
