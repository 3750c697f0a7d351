/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lives worked by hand from the Act and the regulations (tests/reference/care-lives.json),
 * and what must hold of every life.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <marmot/marmot.h>
#include <string.h>

#define LIVES TEST_DATA_DIR "/care-lives.json"
#define ALL_FACTS ((MarmotCareFacts) 0xff)

/* --- reading ------------------------------------------------------------------------- */

static json_t *
load (void)
{
  json_t *document = json_load_file (LIVES, JSON_REJECT_DUPLICATES, NULL);
  json_t *lives = json_object_get (document, "lives");

  cr_assert (json_array_size (lives) > 0, "no lives in %s", LIVES);
  json_incref (lives);
  json_decref (document);
  return lives;
}

static const char *
text (json_t *object,
      const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* The date of "2020-02-29"; NULL for null. */
static GDate *
parse (const char *iso)
{
  int year, month, day;

  if (iso == NULL)
    return NULL;
  cr_assert (sscanf (iso, "%d-%d-%d", &year, &month, &day) == 3);
  return g_date_new_dmy (day, month, year);
}

static GDate *
date (json_t *object,
      const char *key)
{
  return parse (text (object, key));
}

static int
enum_value (GType type,
            const char *nick)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (values, nick);

  cr_assert (value != NULL, "%s", nick);
  return value->value;
}

static const char *
status_nick (MarmotCareStatus status)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (MARMOT_TYPE_CARE_STATUS);

  return g_enum_get_value (values, status)->value_nick;
}

static MarmotCareFacts
fact_of (const char *nick)
{
  g_autoptr (GFlagsClass) values = g_type_class_ref (MARMOT_TYPE_CARE_FACTS);
  GFlagsValue *value = g_flags_get_value_by_nick (values, nick);

  cr_assert (value != NULL, "%s", nick);
  return value->value;
}

static MarmotCareLeaver *
make (json_t *life)
{
  g_autoptr (GDate) birth = date (life, "birth");
  g_autoptr (GDate) death = date (life, "death");
  g_autoptr (GDate) uasc = date (life, "uasc_until");
  g_autoptr (GDate) covered = date (life, "covered_until");
  MarmotCareLeaver *person = marmot_care_leaver_new (text (life, "id"), birth);
  MarmotCareFacts complete = MARMOT_CARE_FACTS_NONE;
  json_t *item;
  gsize i;

  json_array_foreach (json_object_get (life, "spells"), i, item)
    {
      g_autoptr (GDate) start = date (item, "start");
      g_autoptr (GDate) end = date (item, "end");

      marmot_care_leaver_add_spell (person, start, end, text (item, "end_reason"), text (item, "placement"),
                                    json_is_true (json_object_get (item, "short_break")));
    }
  json_array_foreach (json_object_get (life, "facts"), i, item)
    {
      g_autoptr (GDate) start = date (item, "start");
      g_autoptr (GDate) end = date (item, "end");

      marmot_care_leaver_add_fact (person, fact_of (text (item, "fact")), start, end);
    }
  json_array_foreach (json_object_get (life, "complete"), i, item)
    complete |= fact_of (json_string_value (item));
  marmot_care_leaver_set_complete (person, complete);
  marmot_care_leaver_set_death (person, death);
  marmot_care_leaver_set_uasc_until (person, uasc);
  marmot_care_leaver_set_covered_until (person, covered);
  return person;
}

/* --- what the law makes of them ------------------------------------------------------ */

/* Whether the names that the status depends on are those of a list, in any order. */
static gboolean
same_names (json_t *expected,
            char **names)
{
  json_t *item;
  gsize i;

  if (json_array_size (expected) != g_strv_length (names))
    return FALSE;
  json_array_foreach (expected, i, item)
    if (!g_strv_contains ((const char *const *) names, json_string_value (item)))
      return FALSE;
  return TRUE;
}

/* Appends a line for everything in which an answer is not the one worked by hand. */
static void
compare (GString *apart,
         json_t *life,
         json_t *ask,
         MarmotCareLeaver *person)
{
  g_autoptr (GDate) day = date (ask, "day");
  g_autoptr (MarmotLegalStatus) found = marmot_care_leaver_status_on (person, day, NULL);
  g_auto (GStrv) depends = marmot_legal_status_get_depends_on (found);
  g_autofree char *where = g_strdup_printf ("%s on %s", text (life, "id"), text (ask, "day"));
  const char *provision = text (ask, "provision");
  const char *corporate = text (ask, "corporate_parenting");
  json_t *since_14 = json_object_get (ask, "days_since_14");
  json_t *after_16 = json_object_get (ask, "days_after_16");
  json_t *names = json_object_get (ask, "depends_on");
  MarmotCareStatus status = marmot_legal_status_get_status (found);
  const char *law = text (ask, "law");

  if (strcmp (status_nick (status), text (ask, "status")) != 0)
    g_string_append_printf (apart, "%s: the Act says %s (%s), the library %s\n", where, text (ask, "status"), law,
                            status_nick (status));
  if (provision != NULL && g_strcmp0 (provision, marmot_legal_status_get_provision (found)) != 0)
    g_string_append_printf (apart, "%s: by %s (%s), the library by %s\n", where, provision, law,
                            marmot_legal_status_get_provision (found));
  if (json_is_true (json_object_get (ask, "returner")) != marmot_legal_status_get_returner (found))
    g_string_append_printf (apart, "%s: returner (%s)\n", where, law);
  if (json_is_integer (since_14) && json_integer_value (since_14) != marmot_legal_status_get_days_since_14 (found))
    g_string_append_printf (apart, "%s: %d days since 14, the library has %d\n", where,
                            (int) json_integer_value (since_14), marmot_legal_status_get_days_since_14 (found));
  if (json_is_integer (after_16) && json_integer_value (after_16) != marmot_legal_status_get_days_after_16 (found))
    g_string_append_printf (apart, "%s: %d days after 16, the library has %d\n", where,
                            (int) json_integer_value (after_16), marmot_legal_status_get_days_after_16 (found));
  if (corporate != NULL
      && enum_value (MARMOT_TYPE_CARE_ANSWER, corporate)
           != (int) marmot_care_leaver_corporate_parenting_applies_on (person, day, NULL))
    g_string_append_printf (apart, "%s: corporate parenting is %s (%s)\n", where, corporate, law);
  if (json_is_array (names) && !same_names (names, depends))
    {
      g_autofree char *joined = g_strjoinv (" ", depends);

      g_string_append_printf (apart, "%s: the library's depends on [%s]\n", where, joined);
    }
}

Test (care_lives, the_act_says)
{
  g_autoptr (GString) apart = g_string_new (NULL);
  json_t *lives = load ();
  json_t *life, *ask;
  gsize i, j, n_asks = 0;

  json_array_foreach (lives, i, life)
    {
      g_autoptr (MarmotCareLeaver) person = make (life);

      json_array_foreach (json_object_get (life, "asks"), j, ask)
        {
          compare (apart, life, ask, person);
          n_asks++;
        }
    }
  cr_expect (json_array_size (lives) >= 70 && n_asks >= 340);
  cr_assert (apart->len == 0, "%s", apart->str);
  json_decref (lives);
}

/* --- timelines ----------------------------------------------------------------------- */

#define DAY_NULL G_MININT32

static gint32
day_number (const GDate *day)
{
  g_autoptr (GDate) epoch = g_date_new_dmy (1, G_DATE_JANUARY, 1970);

  return g_date_days_between (epoch, day);
}

static GDate *
day_of (gint32 number)
{
  GDate *day = g_date_new_dmy (1, G_DATE_JANUARY, 1970);

  if (number > 0)
    g_date_add_days (day, number);
  else
    g_date_subtract_days (day, -number);
  return day;
}

static gint32
cell_day (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_is_null (column, row) ? DAY_NULL : marmot_column_get_date (column, row);
}

static char *
cell_text (MarmotTable *table,
           const char *name,
           gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_get_text (column, row);
}

/* The statuses of a timeline from a day on, those that follow each other and are equal as
 * one: "none 2018-03-10, eligible 2022-05-30". */
static char *
print_timeline (MarmotTable *timeline,
                gint32 from)
{
  GString *printed = g_string_new (NULL);
  g_autofree char *before = NULL;

  for (gsize row = 0; row < marmot_table_get_n_rows (timeline); row++)
    {
      g_autofree char *status = cell_text (timeline, "status", row);
      gint32 until = cell_day (timeline, "until", row);
      gint32 start = MAX (cell_day (timeline, "from", row), from);
      g_autoptr (GDate) day = day_of (start);
      char iso[16];

      if ((until != DAY_NULL && until <= from) || g_strcmp0 (status, before) == 0)
        continue;
      g_date_strftime (iso, sizeof iso, "%Y-%m-%d", day);
      g_string_append_printf (printed, "%s%s %s", printed->len > 0 ? ", " : "", status, iso);
      g_free (before);
      before = g_steal_pointer (&status);
    }
  return g_string_free (printed, FALSE);
}

Test (care_lives, timelines)
{
  json_t *lives = load ();
  json_t *life, *part;
  gsize i, j, n_timelines = 0;

  json_array_foreach (lives, i, life)
    {
      json_t *expected = json_object_get (life, "timeline");
      g_autoptr (MarmotCareLeaver) person = make (life);
      g_autoptr (MarmotTable) timeline = marmot_care_leaver_get_timeline (person, NULL);
      g_autoptr (GString) hand = g_string_new (NULL);
      g_autofree char *printed = NULL;
      g_autoptr (GDate) from = NULL;

      if (expected == NULL)
        continue;
      json_array_foreach (expected, j, part)
        g_string_append_printf (hand, "%s%s %s", j > 0 ? ", " : "", text (part, "status"), text (part, "from"));
      from = date (json_array_get (expected, 0), "from");
      printed = print_timeline (timeline, day_number (from));
      cr_expect (eq (str, printed, hand->str), "%s", text (life, "id"));
      n_timelines++;
    }
  cr_assert (n_timelines >= 12);
  json_decref (lives);
}

/* Checks that a timeline has no gap and no overlap from birth on, and that it says what
 * status_on() says on every step-th day and around every change. */
static void
check_timeline (MarmotCareLeaver *person,
                gint32 step,
                const char *who)
{
  g_autoptr (MarmotTable) timeline = marmot_care_leaver_get_timeline (person, NULL);
  g_autoptr (GDate) birth = marmot_care_leaver_get_birth (person);
  gsize n_rows = marmot_table_get_n_rows (timeline);

  cr_assert (n_rows > 0, "%s", who);
  cr_assert (eq (i32, cell_day (timeline, "from", 0), birth != NULL ? day_number (birth) : DAY_NULL), "%s", who);
  cr_assert (eq (i32, cell_day (timeline, "until", n_rows - 1), DAY_NULL), "%s", who);
  for (gsize row = 0; row < n_rows; row++)
    {
      gint32 from = cell_day (timeline, "from", row);
      gint32 until = cell_day (timeline, "until", row);
      g_autofree char *status = cell_text (timeline, "status", row);
      g_autofree char *provision = cell_text (timeline, "provision", row);
      g_autofree char *corporate = cell_text (timeline, "corporate_parenting", row);
      g_autoptr (MarmotColumn) returner = marmot_table_get_column_by_name (timeline, "returner");
      gint32 last = until == DAY_NULL ? MAX (from, 0) + 400 : until;
      gint32 first = from == DAY_NULL ? last - 400 : from;

      if (row + 1 < n_rows)
        {
          cr_assert (until != DAY_NULL && from < until, "%s", who);
          cr_assert (eq (i32, cell_day (timeline, "from", row + 1), until), "%s", who);
        }
      for (gint32 number = first; number < last; number++)
        {
          g_autoptr (GDate) day = NULL;
          g_autoptr (MarmotLegalStatus) found = NULL;

          if (number > first && number < last - 1 && number % step != 0)
            continue;
          day = day_of (number);
          found = marmot_care_leaver_status_on (person, day, NULL);
          cr_assert (eq (str, (char *) status_nick (marmot_legal_status_get_status (found)), status), "%s, day %d",
                     who, number);
          cr_assert (g_strcmp0 (marmot_legal_status_get_provision (found), provision) == 0, "%s, day %d", who, number);
          cr_assert (eq (int, marmot_legal_status_get_returner (found), marmot_column_get_boolean (returner, row)),
                     "%s, day %d", who, number);
          cr_assert (eq (int, marmot_care_leaver_corporate_parenting_applies_on (person, day, NULL),
                         enum_value (MARMOT_TYPE_CARE_ANSWER, corporate)), "%s, day %d", who, number);
        }
    }
}

Test (care_lives, timelines_have_no_gaps_and_agree_with_every_day)
{
  json_t *lives = load ();
  json_t *life;
  gsize i;

  json_array_foreach (lives, i, life)
    {
      g_autoptr (MarmotCareLeaver) person = make (life);

      check_timeline (person, i % 20 == 0 ? 1 : 29, text (life, "id"));
    }
  json_decref (lives);
}

/* --- lives made up by chance --------------------------------------------------------- */

#define MAX_SPELLS 6

typedef struct
{
  gint32 birth;
  gint32 eighteen;
  gint32 starts[MAX_SPELLS];
  gint32 ends[MAX_SPELLS];
  guint n_spells;
} Chance;

/* Periods between 12 and 18, many of them near the lengths that matter, apart by at least
 * a day. */
static void
draw (GRand *random,
      Chance *chance)
{
  static const gint32 lengths[] = { 1, 7, 30, 45, 46, 60, 88, 89, 90, 91, 92, 200, 500 };
  g_autoptr (GDate) birth = NULL;
  gint32 at;

  memset (chance, 0, sizeof *chance);
  chance->birth = g_rand_int_range (random, 8000, 13500);
  birth = day_of (chance->birth);
  if (g_date_get_day (birth) == 29)
    {
      chance->birth++;
      g_date_add_days (birth, 1);
    }
  g_date_add_years (birth, 18);
  chance->eighteen = day_number (birth);
  at = chance->birth + g_rand_int_range (random, 12 * 365, 17 * 365);
  while (chance->n_spells < MAX_SPELLS - 1 && at < chance->eighteen)
    {
      gint32 length = lengths[g_rand_int_range (random, 0, G_N_ELEMENTS (lengths))];

      chance->starts[chance->n_spells] = at;
      chance->ends[chance->n_spells] = MIN (at + length, chance->eighteen);
      chance->n_spells++;
      at += length + g_rand_int_range (random, 1, 300);
    }
}

static MarmotCareLeaver *
make_chance (const Chance *chance)
{
  g_autoptr (GDate) birth = day_of (chance->birth);
  MarmotCareLeaver *person = marmot_care_leaver_new ("chance", birth);

  for (guint i = 0; i < chance->n_spells; i++)
    {
      g_autoptr (GDate) start = day_of (chance->starts[i]);
      g_autoptr (GDate) end = day_of (chance->ends[i]);

      marmot_care_leaver_add_spell (person, start, end, "E6", "K2", FALSE);
    }
  marmot_care_leaver_set_complete (person, ALL_FACTS);
  return person;
}

/* Adds a day of care to what there is: at the end of a period, before its start, or on its
 * own. Returns the day, or DAY_NULL where it cannot be. */
static gint32
add_day (GRand *random,
         Chance *chance)
{
  guint which = g_rand_int_range (random, 0, chance->n_spells + 1);
  gint32 day;

  if (which < chance->n_spells && g_rand_boolean (random))
    day = chance->ends[which];
  else if (which < chance->n_spells)
    day = chance->starts[which] - 1;
  else
    day = chance->eighteen - g_rand_int_range (random, 1, 4 * 365);
  if (day >= chance->eighteen)
    return DAY_NULL;
  for (guint i = 0; i < chance->n_spells; i++)
    if (chance->starts[i] <= day && day < chance->ends[i])
      return DAY_NULL;
  if (which < chance->n_spells && day == chance->ends[which])
    chance->ends[which]++;
  else if (which < chance->n_spells)
    chance->starts[which]--;
  else
    {
      chance->starts[chance->n_spells] = day;
      chance->ends[chance->n_spells] = day + 1;
      chance->n_spells++;
    }
  return day;
}

/* How much a status is, of those of one age. */
static int
worth (MarmotCareStatus status)
{
  switch (status)
    {
    case MARMOT_CARE_STATUS_ELIGIBLE:
    case MARMOT_CARE_STATUS_RELEVANT:
    case MARMOT_CARE_STATUS_FORMER_RELEVANT:
      return 2;
    case MARMOT_CARE_STATUS_QUALIFYING:
      return 1;
    case MARMOT_CARE_STATUS_NONE:
      return 0;
    case MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED:
    default:
      cr_fatal ("all is known of these lives");
    }
}

/* More care never makes a young person less of a care leaver. On the day itself one who only
 * qualified may be in care again, and so no longer qualify. */
Test (care_lives, a_day_more_in_care_loses_nothing)
{
  GRand *random = g_rand_new_with_seed (19890);
  guint n_added = 0, n_gained = 0;

  for (guint life = 0; life < 400; life++)
    {
      Chance chance, more;
      gint32 added;
      g_autoptr (MarmotCareLeaver) person = NULL;
      g_autoptr (MarmotCareLeaver) other = NULL;

      draw (random, &chance);
      more = chance;
      added = add_day (random, &more);
      if (added == DAY_NULL)
        continue;
      person = make_chance (&chance);
      other = make_chance (&more);
      n_added++;
      for (guint i = 0; i < 60; i++)
        {
          gint32 number = i < 12 ? added - 6 + (gint32) i
                                 : chance.birth + g_rand_int_range (random, 15 * 365, 26 * 365);
          g_autoptr (GDate) day = day_of (number);
          g_autoptr (MarmotLegalStatus) before = marmot_care_leaver_status_on (person, day, NULL);
          g_autoptr (MarmotLegalStatus) after = marmot_care_leaver_status_on (other, day, NULL);
          int was = worth (marmot_legal_status_get_status (before));
          int is = worth (marmot_legal_status_get_status (after));

          cr_assert (is >= was || (number == added && was == 1), "life %u, day %d", life, number);
          cr_assert (marmot_legal_status_get_days_since_14 (after) >= marmot_legal_status_get_days_since_14 (before));
          n_gained += is > was;
        }
    }
  cr_assert (n_added > 200 && n_gained > 20, "%u lives with a day more, %u gains", n_added, n_gained);
  g_rand_free (random);
}

Test (care_lives, timelines_of_chance)
{
  GRand *random = g_rand_new_with_seed (2000);

  for (guint life = 0; life < 150; life++)
    {
      Chance chance;
      g_autoptr (MarmotCareLeaver) person = NULL;

      draw (random, &chance);
      person = make_chance (&chance);
      check_timeline (person, life % 50 == 0 ? 1 : 61, "a life of chance");
    }
  g_rand_free (random);
}
