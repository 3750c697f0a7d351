/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "episode-set-private.h"

#include "core/marmot-column-private.h"

struct _MarmotEpisode
{
  GObject parent_instance;

  MarmotEpisodeSet *set;
  guint row;
};

G_DEFINE_FINAL_TYPE (MarmotEpisode, marmot_episode, G_TYPE_OBJECT)

static void
marmot_episode_finalize (GObject *object)
{
  MarmotEpisode *self = MARMOT_EPISODE (object);

  g_clear_object (&self->set);

  G_OBJECT_CLASS (marmot_episode_parent_class)->finalize (object);
}

static void
marmot_episode_class_init (MarmotEpisodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_finalize;
}

static void
marmot_episode_init (MarmotEpisode *self)
{
}

MarmotEpisode *
episode_new_of_row (MarmotEpisodeSet *set,
                    guint row)
{
  MarmotEpisode *self = g_object_new (MARMOT_TYPE_EPISODE, NULL);

  self->set = g_object_ref (set);
  self->row = row;
  return self;
}

/* EPISODE_NO_DATE if there is none. */
static gint32
get_day (MarmotEpisode *self,
         EpisodeColumn column)
{
  const gint32 *days = self->set ? episode_set_peek_dates (self->set, column) : NULL;

  return days ? days[self->row] : EPISODE_NO_DATE;
}

/* NULL for a day that no calendar has: GDate's are of the years 1 to 9999. */
static GDate *
print_day (gint32 day)
{
  return day < -719162 || day > 2932896 ? NULL : g_date_new_julian ((guint32) (day + 719163));
}

static char *
get_text (MarmotEpisode *self,
          EpisodeColumn column)
{
  MarmotColumn *values = self->set ? episode_set_peek (self->set, column) : NULL;

  return values ? marmot_column_get_text (values, self->row) : NULL;
}

MarmotEpisodeSet *
marmot_episode_get_set (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return self->set;
}

guint
marmot_episode_get_row (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), 0);

  return self->row;
}

MarmotEpisodeKind
marmot_episode_get_kind (MarmotEpisode *self)
{
  MarmotEpisodeKind only = MARMOT_EPISODE_EARLY_HELP;
  const guint8 *kinds;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), MARMOT_EPISODE_EARLY_HELP);

  kinds = self->set ? episode_set_peek_kinds (self->set, &only) : NULL;
  return kinds ? (MarmotEpisodeKind) kinds[self->row] : only;
}

char *
marmot_episode_get_id (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return get_text (self, EPISODE_ID);
}

char *
marmot_episode_get_person (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return get_text (self, EPISODE_PERSON);
}

char *
marmot_episode_get_family (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return get_text (self, EPISODE_FAMILY);
}

GDate *
marmot_episode_get_start (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return print_day (get_day (self, EPISODE_START));
}

GDate *
marmot_episode_get_end (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  return print_day (get_day (self, EPISODE_END));
}

gboolean
marmot_episode_is_open (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);

  return get_day (self, EPISODE_START) != EPISODE_NO_DATE && get_day (self, EPISODE_END) == EPISODE_NO_DATE;
}

gboolean
marmot_episode_covers (MarmotEpisode *self,
                       gint32 day)
{
  gint32 start, end;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);

  start = get_day (self, EPISODE_START);
  end = get_day (self, EPISODE_END);
  return start != EPISODE_NO_DATE && start <= day && (end == EPISODE_NO_DATE || day < end);
}

int
marmot_episode_get_days (MarmotEpisode *self,
                         gint32 until)
{
  gint32 start, end;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), -1);

  start = get_day (self, EPISODE_START);
  end = get_day (self, EPISODE_END);
  if (start == EPISODE_NO_DATE || (end != EPISODE_NO_DATE && end < start))
    return -1;
  if (end == EPISODE_NO_DATE || end > until)
    end = MAX (until, start);
  return (int) CLAMP ((gint64) end - start, 0, G_MAXINT);
}

/* The column of that name, if it is of one of two types. */
static MarmotColumn *
find_column (MarmotEpisode *self,
             const char *name,
             MarmotColumnType type,
             MarmotColumnType other)
{
  EpisodeColumn column = episode_column_find (name);
  MarmotColumn *values = column < EPISODE_N_COLUMNS && self->set ? episode_set_peek (self->set, column) : NULL;

  return values && (values->type == type || values->type == other) ? values : NULL;
}

char *
marmot_episode_get_text (MarmotEpisode *self,
                         const char *column)
{
  MarmotColumn *values;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = find_column (self, column, MARMOT_COLUMN_TEXT, MARMOT_COLUMN_DICTIONARY);
  return values ? marmot_column_get_text (values, self->row) : NULL;
}

GDate *
marmot_episode_get_date (MarmotEpisode *self,
                         const char *column)
{
  MarmotColumn *values;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = find_column (self, column, MARMOT_COLUMN_DATE, MARMOT_COLUMN_DATE);
  return values ? print_day (((const gint32 *) values->values)[self->row]) : NULL;
}

double
marmot_episode_get_number (MarmotEpisode *self,
                           const char *column)
{
  MarmotColumn *values;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NAN);
  g_return_val_if_fail (column != NULL, NAN);

  values = find_column (self, column, MARMOT_COLUMN_DOUBLE, MARMOT_COLUMN_INTEGER);
  return values ? marmot_column_get_double (values, self->row) : NAN;
}

/* --- what is in the columns ---------------------------------------------------------- */

#define DATE_GETTER(name, column)                               \
  GDate *marmot_episode_get_##name (MarmotEpisode *self)        \
  {                                                             \
    g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);      \
                                                                \
    return print_day (get_day (self, column));                  \
  }

#define TEXT_GETTER(name, column)                               \
  char *marmot_episode_get_##name (MarmotEpisode *self)         \
  {                                                             \
    g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);      \
                                                                \
    return get_text (self, column);                             \
  }

#define INTEGER_GETTER(CType, name, column, none)                                       \
  CType marmot_episode_get_##name (MarmotEpisode *self)                                 \
  {                                                                                     \
    gint64 number;                                                                      \
                                                                                        \
    g_return_val_if_fail (MARMOT_IS_EPISODE (self), none);                              \
                                                                                        \
    return get_integer (self, column, &number) && number >= 0 ? (CType) number : none;  \
  }

/* FALSE where there is none. */
static gboolean
get_integer (MarmotEpisode *self,
             EpisodeColumn column,
             gint64 *number)
{
  MarmotColumn *values = self->set ? episode_set_peek (self->set, column) : NULL;

  *number = 0;
  if (!values || !marmot_column_row_is_valid (values, self->row))
    return FALSE;
  *number = marmot_column_get_integer (values, self->row);
  return TRUE;
}

DATE_GETTER (requested, EPISODE_REQUESTED)
DATE_GETTER (decided, EPISODE_DECIDED)
DATE_GETTER (assessment_started, EPISODE_ASSESSMENT_STARTED)
DATE_GETTER (assessed, EPISODE_ASSESSED)
DATE_GETTER (conference, EPISODE_CONFERENCE)
DATE_GETTER (reviewed, EPISODE_REVIEWED)
DATE_GETTER (issued, EPISODE_ISSUED)
DATE_GETTER (birth, EPISODE_BIRTH)
DATE_GETTER (uasc_until, EPISODE_UASC_UNTIL)

TEXT_GETTER (decision, EPISODE_DECISION)
TEXT_GETTER (start_reason, EPISODE_START_REASON)
TEXT_GETTER (end_reason, EPISODE_END_REASON)
TEXT_GETTER (lead_agency, EPISODE_LEAD_AGENCY)
TEXT_GETTER (locality, EPISODE_LOCALITY)
TEXT_GETTER (level, EPISODE_LEVEL)
TEXT_GETTER (legal_status, EPISODE_LEGAL_STATUS)
TEXT_GETTER (need, EPISODE_NEED)
TEXT_GETTER (latest_need, EPISODE_LATEST_NEED)
TEXT_GETTER (placement, EPISODE_PLACEMENT)
TEXT_GETTER (provider, EPISODE_PROVIDER)
TEXT_GETTER (change_reason, EPISODE_CHANGE_REASON)
TEXT_GETTER (carer, EPISODE_CARER)
TEXT_GETTER (place, EPISODE_PLACE)
TEXT_GETTER (home, EPISODE_HOME)
TEXT_GETTER (area, EPISODE_AREA)
TEXT_GETTER (location, EPISODE_LOCATION)
TEXT_GETTER (exception, EPISODE_EXCEPTION)
TEXT_GETTER (activity, EPISODE_ACTIVITY)
TEXT_GETTER (sex, EPISODE_SEX)
TEXT_GETTER (ethnicity, EPISODE_ETHNICITY)
TEXT_GETTER (source, EPISODE_SOURCE)

INTEGER_GETTER (gint64, previous_plans, EPISODE_PREVIOUS_PLANS, -1)
INTEGER_GETTER (gint64, sessions, EPISODE_SESSIONS, -1)
INTEGER_GETTER (gint64, missed, EPISODE_MISSED, -1)
INTEGER_GETTER (guint, year, EPISODE_YEAR, 0)
INTEGER_GETTER (guint64, line, EPISODE_LINE, 0)

double
marmot_episode_get_distance (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NAN);

  return marmot_episode_get_number (self, episode_column_name (EPISODE_DISTANCE));
}

gboolean
marmot_episode_get_uasc_known (MarmotEpisode *self)
{
  MarmotColumn *values;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);

  values = self->set ? episode_set_peek (self->set, EPISODE_UASC) : NULL;
  return values && marmot_column_row_is_valid (values, self->row);
}

gboolean
marmot_episode_get_uasc (MarmotEpisode *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);

  return marmot_episode_get_uasc_known (self)
         && marmot_column_get_boolean (episode_set_peek (self->set, EPISODE_UASC), self->row);
}

MarmotTable *
marmot_episode_get_needs (MarmotEpisode *self)
{
  MarmotTable *needs;
  const guint32 *starts;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  needs = self->set ? marmot_episode_set_get_needs (self->set) : NULL;
  if (!needs)
    return NULL;
  starts = episode_set_peek_need_starts (self->set);
  return marmot_table_slice (needs, starts[self->row], starts[self->row + 1] - starts[self->row]);
}

/* --- codes --------------------------------------------------------------------------- */

/* Which built-in set the codes of a column are of, by what the episode is of. */
static const struct
{
  EpisodeColumn column;
  guint kinds;              /* a bit a kind */
  const char *set;
} sets[] = {
#define CARE (1u << MARMOT_EPISODE_CARE | 1u << MARMOT_EPISODE_SHORT_BREAK)
#define HELP (1u << MARMOT_EPISODE_EARLY_HELP | 1u << MARMOT_EPISODE_FAMILY_HELP)
#define NEED (1u << MARMOT_EPISODE_CHILD_IN_NEED)
#define PLAN (1u << MARMOT_EPISODE_CHILD_PROTECTION)
  { EPISODE_START_REASON, CARE, "ssda903-rne" },
  { EPISODE_LEGAL_STATUS, CARE, "ssda903-ls" },
  { EPISODE_NEED, CARE, "ssda903-cin" },
  { EPISODE_PLACEMENT, CARE, "ssda903-place" },
  { EPISODE_PROVIDER, CARE, "ssda903-place-provider" },
  { EPISODE_END_REASON, CARE, "ssda903-rec" },
  { EPISODE_CHANGE_REASON, CARE, "ssda903-reason-place-change" },
  { EPISODE_SEX, CARE, "ssda903-sex" },
  { EPISODE_ETHNICITY, CARE, "ssda903-ethnic" },
  { EPISODE_END_REASON, HELP, "early-help-closure-reason" },
  { EPISODE_LEAD_AGENCY, HELP, "early-help-lead-agency" },
  { EPISODE_NEED, NEED, "cin-primary-need" },
  { EPISODE_END_REASON, NEED, "cin-closure-reason" },
  { EPISODE_SEX, NEED | PLAN, "cin-sex" },
  { EPISODE_NEED, PLAN, "cin-category-of-abuse" },
  { EPISODE_LATEST_NEED, PLAN, "cin-category-of-abuse" },
#undef CARE
#undef HELP
#undef NEED
#undef PLAN
};

/* The set of codes of a column, and the code in it; NULL if there is neither. */
static MarmotCodeSet *
find_code (MarmotEpisode *self,
           const char *name,
           char **code)
{
  EpisodeColumn column = episode_column_find (name);
  guint kind = 1u << marmot_episode_get_kind (self);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (sets[i].column == column && sets[i].kinds & kind)
      {
        *code = get_text (self, column);
        return *code ? marmot_code_set_new_builtin (sets[i].set, NULL) : NULL;
      }
  return NULL;
}

char *
marmot_episode_get_label (MarmotEpisode *self,
                          const char *column)
{
  g_autoptr (MarmotCodeSet) set = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  set = find_code (self, column, &code);
  return set ? g_strdup (marmot_code_set_get_label (set, code)) : NULL;
}

gboolean
marmot_episode_is_code_valid (MarmotEpisode *self,
                              const char *column)
{
  g_autoptr (MarmotCodeSet) set = NULL;
  g_autoptr (GDate) start = NULL;
  g_autofree char *code = NULL;
  guint year;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);
  g_return_val_if_fail (column != NULL, FALSE);

  set = find_code (self, column, &code);
  if (!set)
    return FALSE;
  year = marmot_episode_get_year (self);
  start = marmot_episode_get_start (self);
  /* A collection year begins on 1 April. */
  if (!year && start)
    year = (guint) g_date_get_year (start) - (g_date_get_month (start) < G_DATE_APRIL);
  return marmot_code_set_is_valid (set, code, (int) year);
}

/* --- two of them --------------------------------------------------------------------- */

gboolean
marmot_episode_overlaps (MarmotEpisode *self,
                         MarmotEpisode *other)
{
  gint32 starts[2], ends[2];
  MarmotEpisode *both[2] = { self, other };

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_EPISODE (other), FALSE);

  for (int i = 0; i < 2; i++)
    {
      starts[i] = get_day (both[i], EPISODE_START);
      ends[i] = get_day (both[i], EPISODE_END);
      if (starts[i] == EPISODE_NO_DATE)
        return FALSE;
      if (ends[i] == EPISODE_NO_DATE)
        ends[i] = G_MAXINT32;
    }
  return MAX (starts[0], starts[1]) < MIN (ends[0], ends[1]);
}

/* Whether two columns, each of which may be absent, say the same in their rows. */
static gboolean
is_same (MarmotColumn *a,
         guint row_a,
         MarmotColumn *b,
         guint row_b)
{
  gboolean has_a = a && marmot_column_row_is_valid (a, row_a);
  gboolean has_b = b && marmot_column_row_is_valid (b, row_b);

  if (!has_a || !has_b)
    return has_a == has_b;
  switch (a->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      return marmot_column_get_double (a, row_a) == marmot_column_get_double (b, row_b);
    case MARMOT_COLUMN_INTEGER:
      return marmot_column_get_integer (a, row_a) == marmot_column_get_integer (b, row_b);
    case MARMOT_COLUMN_DATE:
      return marmot_column_get_date (a, row_a) == marmot_column_get_date (b, row_b);
    case MARMOT_COLUMN_BOOLEAN:
      return marmot_column_get_boolean (a, row_a) == marmot_column_get_boolean (b, row_b);
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      {
        g_autofree char *x = marmot_column_get_text (a, row_a);
        g_autofree char *y = marmot_column_get_text (b, row_b);

        return g_strcmp0 (x, y) == 0;
      }
    }
}

gboolean
marmot_episode_equal (MarmotEpisode *self,
                      MarmotEpisode *other)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_EPISODE (other), FALSE);

  if (!self->set || !other->set)
    return self->set == other->set;
  if (marmot_episode_get_kind (self) != marmot_episode_get_kind (other))
    return FALSE;
  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    if (i != EPISODE_KIND && i != EPISODE_SOURCE && i != EPISODE_LINE
        && !is_same (episode_set_peek (self->set, i), self->row, episode_set_peek (other->set, i), other->row))
      return FALSE;
  return TRUE;
}

guint
marmot_episode_hash (MarmotEpisode *self)
{
  g_autofree char *person = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), 0);

  person = get_text (self, EPISODE_PERSON);
  return (person ? g_str_hash (person) : 0) ^ (guint) get_day (self, EPISODE_START) * 31u
         ^ (guint) get_day (self, EPISODE_END) ^ (guint) marmot_episode_get_kind (self) << 24;
}

char *
marmot_episode_to_string (MarmotEpisode *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (MARMOT_TYPE_EPISODE_KIND);
  g_autoptr (GDate) first = NULL;
  g_autoptr (GDate) last = NULL;
  char start[16] = "", end[16] = "";

  g_return_val_if_fail (MARMOT_IS_EPISODE (self), NULL);

  first = marmot_episode_get_start (self);
  last = marmot_episode_get_end (self);
  if (first)
    g_snprintf (start, sizeof start, "%04d-%02d-%02d", g_date_get_year (first), g_date_get_month (first),
                g_date_get_day (first));
  if (last)
    g_snprintf (end, sizeof end, "%04d-%02d-%02d", g_date_get_year (last), g_date_get_month (last),
                g_date_get_day (last));
  return g_strdup_printf ("%s, %s%s%s", g_enum_get_value (kinds, (int) marmot_episode_get_kind (self))->value_nick,
                          first ? start : "no start", last ? " to " : first ? ", open" : "", end);
}
