/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The packs of examples/data/ against figures that were read from the same papers a
 * second time, apart from them: tests/data/published-figures.csv.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#define EXAMPLES TEST_DATA_DIR "/../../examples/data/"
#define FIGURES TEST_DATA_DIR "/../data/published-figures.csv"

static MarmotPack *
read_pack (const char *name)
{
  g_autofree char *path = g_strconcat (EXAMPLES, name, NULL);
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  MarmotPack *pack = marmot_pack_reader_read_folder (reader, folder, NULL, &error);

  cr_assert (pack != NULL, "%s: %s", name, error ? error->message : "");
  findings = marmot_pack_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 0));
  return pack;
}

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static MarmotObservation *
find (MarmotPack *pack,
      const char *indicator,
      const char *area,
      const char *period)
{
  g_autoptr (MarmotPeriod) wanted = *period ? marmot_period_parse (period, MARMOT_YEAR_FINANCIAL, NULL) : NULL;
  GListModel *observations = marmot_pack_get_observations (pack);

  cr_assert (wanted != NULL || !*period, "%s", period);
  for (guint i = 0; i < count (observations); i++)
    {
      g_autoptr (MarmotObservation) o = g_list_model_get_item (observations, i);
      MarmotPeriod *own = marmot_observation_get_period (o);

      if (g_str_equal (marmot_indicator_get_id (marmot_observation_get_indicator (o)), indicator)
          && g_str_equal (marmot_area_get_id (marmot_observation_get_area (o)), area)
          && (own == NULL) == (wanted == NULL) && (!own || marmot_period_equal (own, wanted)))
        return g_steal_pointer (&o);
    }
  return NULL;
}

static gboolean
is_number (MarmotValue *value)
{
  return value && marmot_value_get_state (value) == MARMOT_VALUE_PRESENT;
}

static void
expect_number (MarmotValue *value,
               const char *expected,
               const char *what)
{
  double number = g_ascii_strtod (expected, NULL);

  if (!*expected)
    cr_expect (is_number (value) == FALSE, "%s: there is a number", what);
  else
    cr_expect (is_number (value) && fabs (marmot_value_get_number (value) - number) < 1e-9,
               "%s: is not %s", what, expected);
}

Test (published_packs, figures_are_those_of_the_papers)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  guint n = 0;

  cr_assert (g_file_get_contents (FIGURES, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (gsize i = 1; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      MarmotPack *pack = g_hash_table_lookup (packs, cells[0]);
      g_autoptr (MarmotObservation) o = NULL;

      cr_assert (eq (u32, g_strv_length (cells), 9));
      if (!pack)
        {
          pack = read_pack (cells[0]);
          g_hash_table_insert (packs, g_strdup (cells[0]), pack);
        }
      o = find (pack, cells[1], cells[2], cells[3]);
      cr_assert (o != NULL, "%s", lines[i]);
      expect_number (marmot_observation_get_value (o), cells[4], lines[i]);
      expect_number (marmot_observation_get_lower (o), cells[5], lines[i]);
      expect_number (marmot_observation_get_upper (o), cells[6], lines[i]);
      expect_number (marmot_observation_get_numerator (o), cells[7], lines[i]);
      expect_number (marmot_observation_get_denominator (o), cells[8], lines[i]);
      n++;
    }
  cr_assert (eq (u32, n, 108));
}

Test (published_packs, each_has_what_its_guide_says)
{
  static const struct
  {
    const char *name;
    guint n_areas;
    guint n_indicators;
    guint n_observations;
    guint n_figures; /* the rest has a text or nothing */
    guint n_targets;
    guint n_asks;
  } packs[] = {
    { "coventry-family-hubs", 1, 40, 41, 41, 0, 4 },
    { "coventry-send", 2, 19, 19, 11, 0, 2 },
    { "coventry-public-health", 9, 32, 40, 33, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (MarmotPack) pack = read_pack (packs[i].name);
      GListModel *observations = marmot_pack_get_observations (pack);
      guint n_figures = 0;

      cr_expect (eq (u32, count (marmot_pack_get_areas (pack)), packs[i].n_areas));
      cr_expect (eq (u32, count (marmot_pack_get_indicators (pack)), packs[i].n_indicators));
      cr_expect (eq (u32, count (observations), packs[i].n_observations));
      cr_expect (eq (u32, count (marmot_pack_get_targets (pack)), packs[i].n_targets));
      cr_expect (eq (u32, count (marmot_pack_get_asks (pack)), packs[i].n_asks));
      for (guint j = 0; j < count (observations); j++)
        {
          g_autoptr (MarmotObservation) o = g_list_model_get_item (observations, j);

          n_figures += is_number (marmot_observation_get_value (o));
          cr_expect (marmot_observation_get_source (o) != NULL, "%s, row %u", packs[i].name, j);
          /* Where no period is printed, the note says so, or what is printed instead. */
          cr_expect (marmot_observation_get_period (o) || marmot_observation_get_note (o), "%s, row %u", packs[i].name, j);
        }
      cr_expect (eq (u32, n_figures, packs[i].n_figures));
    }
}

/* What the papers get wrong stands beside the figure that it touches. */
Test (published_packs, inconsistencies_are_told_as_caveats)
{
  static const struct
  {
    const char *pack;
    const char *indicator;
    const char *says;
  } caveats[] = {
    { "coventry-family-hubs", "FH-PORTAL", "increase of 100%" },
    { "coventry-family-hubs", "FH-ATTENDANCES", "13,086 a month" },
    { "coventry-family-hubs", "FH-PARTNERS", "over 40 partner agencies" },
    { "coventry-family-hubs", "EH-OPENED", "232 a month" },
    { "coventry-family-hubs", "EH-ASSESSMENTS", "164 a month" },
    { "coventry-family-hubs", "EH-REQUESTS", "cut off" },
    { "coventry-family-hubs", "EH-16-WEEKS", "two thresholds" },
    { "coventry-family-hubs", "EH-OUTCOMES-MET", "percentage points" },
    { "coventry-family-hubs", "EH-PARTNER-LED", "458 episodes" },
    { "coventry-family-hubs", "EH-PARTNER-HEALTH", "below 5" },
    { "coventry-send", "YJ-SEN", "as 67%" },
    { "coventry-send", "EHC-PUPILS", "two series" },
    { "coventry-public-health", "INFANT-MORTALITY", "lies inside Coventry's limits" },
    { "coventry-public-health", "DEATHS-U1", "68 to 77" },
    { "coventry-public-health", "DEATHS-WHITE-BRITISH", "No number of 39 babies gives 50%" },
    { "coventry-public-health", "DEATHS-SMOKING", "gives 37%" },
    { "coventry-public-health", "DPH-RECOMMENDATIONS", "17 items" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (caveats); i++)
    {
      g_autoptr (MarmotPack) pack = read_pack (caveats[i].pack);
      MarmotIndicator *indicator = marmot_pack_lookup_indicator (pack, caveats[i].indicator);

      cr_assert (indicator != NULL, "%s", caveats[i].indicator);
      cr_expect (marmot_indicator_get_caveat (indicator) != NULL
                   && strstr (marmot_indicator_get_caveat (indicator), caveats[i].says) != NULL,
                 "%s", caveats[i].indicator);
    }
}

Test (published_packs, what_is_still_to_come_is_a_text_and_no_number)
{
  g_autoptr (MarmotPack) send = read_pack ("coventry-send");
  g_autoptr (MarmotPack) health = read_pack ("coventry-public-health");
  g_autoptr (MarmotObservation) dashboard = find (send, "SEND-DASHBOARD", "coventry", "");
  g_autoptr (MarmotObservation) measure = find (send, "SEND-OUTCOMES", "coventry", "");
  g_autoptr (MarmotObservation) proxy = find (health, "PROXY-PREMATURE", "coventry", "");
  g_autoptr (MarmotObservation) average = find (health, "INFANT-MORTALITY", "neighbours-average", "2020 - 22");
  g_autoptr (MarmotTarget) target = g_list_model_get_item (marmot_pack_get_targets (health), 0);

  cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (dashboard)), MARMOT_VALUE_TEXT));
  cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (measure)), MARMOT_VALUE_NOT_AVAILABLE));
  cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (proxy)), MARMOT_VALUE_TEXT));
  cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (average)), MARMOT_VALUE_NOT_AVAILABLE));
  cr_assert (eq (int, (int) marmot_value_get_state (marmot_target_get_value (target)), MARMOT_VALUE_TEXT));
}
