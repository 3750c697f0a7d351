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

static GDate *
print_day (gint32 day)
{
  /* Julian day 1 of GDate is 1 January of year 1, 719,162 days before 1970. */
  return day == EPISODE_NO_DATE || day < -719162 ? NULL : g_date_new_julian ((guint32) (day + 719163));
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
