/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "observation-set-benchmark-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-ranks-private.h"
#include "numeric/sum.h"

#define COMPARED MARMOT_COMPARISON_REASON_COMPARED

gboolean
obs_states_init (ObsStates *self,
                 MarmotObservationSet *set,
                 GError **error)
{
  GEnumClass *words;
  gsize n_words;

  memset (self, 0, sizeof *self);
  self->value = obs_need (set, OBS_VALUE, error);
  if (!self->value)
    return FALSE;
  self->state = obs_peek (set, OBS_STATE);
  if (!self->state)
    return TRUE;

  n_words = marmot_column_get_length (self->state->dictionary);
  self->by_code = g_malloc (n_words + 1);
  words = g_type_class_ref (MARMOT_TYPE_VALUE_STATE);
  for (gsize i = 0; i < n_words; i++)
    {
      g_autofree char *text = marmot_column_get_text (self->state->dictionary, i);
      const GEnumValue *word = text ? g_enum_get_value_by_nick (words, text) : NULL;

      self->by_code[i] = (guint8) (!word                                         ? MARMOT_COMPARISON_REASON_NO_VALUE
                                   : word->value == MARMOT_VALUE_SUPPRESSED      ? MARMOT_COMPARISON_REASON_SUPPRESSED
                                   : word->value == MARMOT_VALUE_NOT_APPLICABLE  ? MARMOT_COMPARISON_REASON_NOT_APPLICABLE
                                   : word->value == MARMOT_VALUE_NOT_AVAILABLE   ? MARMOT_COMPARISON_REASON_NOT_AVAILABLE
                                                                                 : MARMOT_COMPARISON_REASON_NO_VALUE);
    }
  g_type_class_unref (words);
  return TRUE;
}

void
obs_states_clear (ObsStates *self)
{
  g_clear_pointer (&self->by_code, g_free);
}

MarmotComparisonReason
obs_states_get (const ObsStates *self,
                gsize row)
{
  if (marmot_column_row_is_valid (self->value, row))
    return COMPARED;
  if (!self->state || !marmot_column_row_is_valid (self->state, row))
    return MARMOT_COMPARISON_REASON_NO_VALUE;
  return (MarmotComparisonReason) self->by_code[marmot_column_get_code (self->state, row)];
}

/* The same of a benchmark. */
static guint8
get_benchmark_reason (const ObsStates *states,
                      gsize row)
{
  switch (obs_states_get (states, row))
    {
    case COMPARED:
      return COMPARED;
    case MARMOT_COMPARISON_REASON_SUPPRESSED:
      return MARMOT_COMPARISON_REASON_BENCHMARK_SUPPRESSED;
    case MARMOT_COMPARISON_REASON_NOT_APPLICABLE:
      return MARMOT_COMPARISON_REASON_BENCHMARK_NOT_APPLICABLE;
    case MARMOT_COMPARISON_REASON_NOT_AVAILABLE:
      return MARMOT_COMPARISON_REASON_BENCHMARK_NOT_AVAILABLE;
    default:
      return MARMOT_COMPARISON_REASON_NO_BENCHMARK;
    }
}

/* What all kinds of benchmark look at. */
typedef struct
{
  MarmotObservationSet *set;
  MarmotBenchmark *benchmark;
  const guint8 *is_whole;
  const ObsStates *states;
  const ObsSpecs *specs;
  const gint32 *codes;
  gsize n_groups;
  gint32 *areas;
  GHashTable *numbers;
} Search;

/* Where the figure of each area stands in one group of rows. */
typedef struct
{
  gsize *row;    /* by area */
  gsize *stamp;  /* the group, from 1, that the row is of */
  gsize *twice;  /* likewise, if the area is there twice */
} Places;

static void
places_clear (Places *self)
{
  g_free (self->row);
  g_free (self->stamp);
  g_free (self->twice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static void
places_fill (Places *self,
             const Search *search,
             const gsize *rows,
             gsize n,
             gsize group)
{
  for (gsize i = 0; i < n; i++)
    {
      gint32 area = search->areas[rows[i]];

      if (area < 0 || !search->is_whole[rows[i]])
        continue;
      if (self->stamp[area] == group + 1)
        self->twice[area] = group + 1;
      self->stamp[area] = group + 1;
      self->row[area] = rows[i];
    }
}

static gboolean
find_area (ObsBenchmarks *self,
           const Search *search)
{
  gint32 wanted = obs_area_number (search->numbers, marmot_benchmark_get_area (search->benchmark));
  g_autofree gsize *of_group = g_new (gsize, MAX (search->n_groups, 1));
  g_autofree guint8 *reasons = g_malloc (MAX (search->n_groups, 1));

  for (gsize g = 0; g < search->n_groups; g++)
    of_group[g] = OBS_NO_ROW;
  memset (reasons, MARMOT_COMPARISON_REASON_NO_BENCHMARK, search->n_groups);
  for (gsize row = 0; wanted >= 0 && row < self->n_rows; row++)
    {
      gsize g = (gsize) search->codes[row];

      if (search->areas[row] != wanted || !search->is_whole[row])
        continue;
      self->is_benchmark[row] = 1;
      reasons[g] = of_group[g] == OBS_NO_ROW ? get_benchmark_reason (search->states, row)
                                             : MARMOT_COMPARISON_REASON_BENCHMARK_TWICE;
      of_group[g] = row;
    }
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize g = (gsize) search->codes[row];

      self->reason[row] = reasons[g];
      self->row[row] = reasons[g] == COMPARED ? of_group[g] : OBS_NO_ROW;
    }
  return TRUE;
}

/* The number of the parent's area of each row; -1: the set has no such area, -2:
 * there is no parent. */
static gint32 *
number_parents (const Search *search,
                GError **error)
{
  MarmotColumn *column = obs_need (search->set, OBS_PARENT_CODE, error);
  gint32 *ranks;
  g_autofree gint32 *by_rank = NULL;
  gsize n_ranks;

  if (!column)
    return NULL;
  ranks = marmot_rank_column (column, &n_ranks, error);
  if (!ranks)
    return NULL;

  by_rank = g_new (gint32, n_ranks + 1);
  for (gsize i = 0; i < n_ranks; i++)
    by_rank[i] = G_MININT32;
  for (gsize row = 0; row < column->length; row++)
    {
      gint32 *number = &by_rank[ranks[row]];

      if (*number == G_MININT32)
        {
          g_autofree char *code = marmot_column_get_text (column, row);

          *number = code ? obs_area_number (search->numbers, code) : -2;
        }
      ranks[row] = *number;
    }
  return ranks;
}

static gboolean
find_parents (ObsBenchmarks *self,
              const Search *search,
              const gsize *starts,
              const gsize *rows,
              Places *places,
              GError **error)
{
  g_autofree gint32 *parents = number_parents (search, error);

  if (!parents)
    return FALSE;
  for (gsize g = 0; g < search->n_groups; g++)
    {
      places_fill (places, search, rows + starts[g], starts[g + 1] - starts[g], g);
      for (gsize i = starts[g]; i < starts[g + 1]; i++)
        {
          gsize row = rows[i];
          gint32 parent = parents[row];

          self->row[row] = OBS_NO_ROW;
          if (parent == -2)
            self->reason[row] = MARMOT_COMPARISON_REASON_NO_PARENT;
          else if (parent < 0 || places->stamp[parent] != g + 1)
            self->reason[row] = MARMOT_COMPARISON_REASON_NO_BENCHMARK;
          else if (places->twice[parent] == g + 1)
            self->reason[row] = MARMOT_COMPARISON_REASON_BENCHMARK_TWICE;
          else
            {
              self->reason[row] = get_benchmark_reason (search->states, places->row[parent]);
              self->is_benchmark[row] = places->row[parent] == row;
              if (self->reason[row] == COMPARED)
                self->row[row] = places->row[parent];
            }
        }
    }
  return TRUE;
}

/* The areas that an average is of: those that the set has, and how many it has
 * not. */
typedef struct
{
  GArray *areas; /* of gint32, each once */
  guint n_absent;
} Members;

static void
members_free (gpointer data)
{
  Members *self = data;

  g_array_unref (self->areas);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Members, members_free)

/* Seen holds the codes that were added before. */
static void
members_add (Members *self,
             const Search *search,
             GHashTable *seen,
             const char *code)
{
  gint32 area = obs_area_number (search->numbers, code);

  if (!code || !g_hash_table_add (seen, g_strdup (code)))
    return;
  if (area < 0)
    self->n_absent++;
  else
    g_array_append_val (self->areas, area);
}

static Members *
members_new (void)
{
  Members *self = g_new0 (Members, 1);

  self->areas = g_array_new (FALSE, FALSE, sizeof (gint32));
  return self;
}

static Members *
members_new_listed (const Search *search)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *codes = marmot_benchmark_get_codes (search->benchmark);
  Members *self = members_new ();

  for (; codes && *codes; codes++)
    members_add (self, search, seen, *codes);
  return self;
}

/* The neighbours of all areas of one code, whatever their type. */
static Members *
members_new_neighbours (const Search *search,
                        const char *code)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MarmotAreaSet *set = marmot_benchmark_get_areas (search->benchmark);
  g_autoptr (GListModel) areas = marmot_area_set_lookup_all (set, code);
  Members *self = members_new ();

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (MarmotArea) area = g_list_model_get_item (areas, i);
      g_autoptr (GListModel) neighbours
        = marmot_area_set_get_neighbours_of (set, area, marmot_benchmark_get_source (search->benchmark));

      for (guint j = 0; j < g_list_model_get_n_items (neighbours); j++)
        {
          g_autoptr (MarmotNeighbour) neighbour = g_list_model_get_item (neighbours, j);

          members_add (self, search, seen, marmot_area_get_code (marmot_neighbour_get_neighbour (neighbour)));
        }
    }
  return self;
}

/* An average as it is being made. */
typedef struct
{
  GArray *top;   /* of double */
  GArray *below;
  double lowest, highest;
  gint32 n_left_out, n_suppressed;
} Sum;

typedef struct
{
  double value;
  guint8 reason;
  gint32 n_in, n_left_out, n_suppressed;
  guint8 includes_area;
} Average;

typedef struct
{
  const Search *search;
  const Places *places;
  const MarmotColumn *top;
  const MarmotColumn *below; /* NULL: each area counts once */
  gboolean include_area;
  gint32 min_areas;
  Sum sum;
} Averager;

static gboolean
read_number (const MarmotColumn *column,
             gsize row,
             double *number)
{
  double scratch;

  if (!marmot_column_row_is_valid (column, row))
    return FALSE;
  *number = *marmot_column_block (column, row, 1, &scratch);
  return isfinite (*number);
}

/* Whether the area has figures in the group, which were then added. */
static gboolean
add_area (Averager *self,
          gint32 area,
          gsize group)
{
  const ObsStates *states = self->search->states;
  gboolean is_there = self->places->stamp[area] == group + 1 && self->places->twice[area] != group + 1;
  gsize row = self->places->row[area];
  double top, below = 1, value;

  if (!is_there || !read_number (self->top, row, &top) || (self->below && !read_number (self->below, row, &below))
      || (self->below && (top < 0 || below <= 0)))
    {
      self->sum.n_left_out++;
      self->sum.n_suppressed += is_there && obs_states_get (states, row) == MARMOT_COMPARISON_REASON_SUPPRESSED;
      return FALSE;
    }
  g_array_append_val (self->sum.top, top);
  g_array_append_val (self->sum.below, below);
  if (read_number (states->value, row, &value))
    {
      self->sum.lowest = MIN (self->sum.lowest, value);
      self->sum.highest = MAX (self->sum.highest, value);
    }
  return TRUE;
}

/* The average that an area is held against, which is itself -1 where it makes no
 * difference. */
static Average
make_average (Averager *self,
              const Members *members,
              gint32 own_area,
              gsize group,
              double multiplier)
{
  Average average = { 0, COMPARED, 0, 0, 0, 0 };
  Sum *sum = &self->sum;

  g_array_set_size (sum->top, 0);
  g_array_set_size (sum->below, 0);
  sum->lowest = G_MAXDOUBLE;
  sum->highest = -G_MAXDOUBLE;
  sum->n_left_out = (gint32) members->n_absent;
  sum->n_suppressed = 0;
  for (guint i = 0; i < members->areas->len; i++)
    {
      gint32 area = g_array_index (members->areas, gint32, i);

      if (area != own_area)
        add_area (self, area, group);
    }
  if (self->include_area && own_area >= 0)
    average.includes_area = (guint8) add_area (self, own_area, group);

  average.n_in = (gint32) sum->top->len;
  average.n_left_out = sum->n_left_out;
  average.n_suppressed = sum->n_suppressed;
  if (average.n_in + average.n_left_out == 0)
    average.reason = MARMOT_COMPARISON_REASON_NO_NEIGHBOURS;
  else if (average.n_in < self->min_areas)
    average.reason = MARMOT_COMPARISON_REASON_TOO_FEW_AREAS;
  else
    {
      average.value = mn_ratio_of_sums ((const double *) (const void *) sum->top->data,
                                        (const double *) (const void *) sum->below->data, sum->top->len)
                      * (self->below ? multiplier : 1);
      /* The areas' own values say in which unit they are. */
      if (self->below && sum->lowest <= sum->highest && sum->lowest >= 0
          && (average.value > 2 * sum->highest || average.value < sum->lowest / 2))
        average.reason = MARMOT_COMPARISON_REASON_BENCHMARK_OUT_OF_RANGE;
      if (!isfinite (average.value))
        average.reason = MARMOT_COMPARISON_REASON_NOT_FINITE;
    }
  return average;
}

/* By area, those that it is held against; a NULL is asked for when it is needed. */
static const Members *
get_members (const Search *search,
             GPtrArray *by_area,
             const Members *listed,
             gsize row)
{
  gint32 area = search->areas[row];

  if (listed)
    return listed;
  if (!by_area->pdata[area])
    {
      g_autofree char *code = marmot_column_get_text (obs_peek (search->set, OBS_AREA_CODE), row);

      by_area->pdata[area] = members_new_neighbours (search, code);
    }
  return by_area->pdata[area];
}

static void
put_average (ObsBenchmarks *self,
             gsize row,
             const Average *average)
{
  self->reason[row] = average->reason;
  self->value[row] = average->value;
  self->areas_in[row] = average->n_in;
  self->areas_left_out[row] = average->n_left_out;
  self->areas_suppressed[row] = average->n_suppressed;
  self->includes_area[row] = average->includes_area;
}

static void
free_members (gpointer members)
{
  if (members)
    members_free (members);
}

static void
average_rows (ObsBenchmarks *self,
              Averager *averager,
              const gsize *starts,
              const gsize *rows,
              Places *places)
{
  const Search *search = averager->search;
  gsize n_areas = g_hash_table_size (search->numbers);
  g_autoptr (Members) listed
    = marmot_benchmark_get_kind (search->benchmark) == MARMOT_BENCHMARK_KIND_AREAS ? members_new_listed (search) : NULL;
  g_autoptr (GPtrArray) by_area = g_ptr_array_new_full ((guint) n_areas, free_members);
  g_autofree guint8 *is_listed = g_malloc0 (n_areas + 1);

  g_ptr_array_set_size (by_area, (int) n_areas);
  for (guint i = 0; listed && i < listed->areas->len; i++)
    is_listed[g_array_index (listed->areas, gint32, i)] = 1;

  for (gsize g = 0; g < search->n_groups; g++)
    {
      gboolean has_shared = FALSE;
      Average shared = { 0, 0, 0, 0, 0, 0 };

      places_fill (places, search, rows + starts[g], starts[g + 1] - starts[g], g);
      for (gsize i = starts[g]; i < starts[g + 1]; i++)
        {
          gsize row = rows[i];
          gint32 area = search->areas[row];
          MarmotComparisonSpec *spec = obs_specs_get (search->specs, row);
          double multiplier = spec ? marmot_comparison_spec_get_multiplier (spec) : 1;
          /* All areas that are not listed are held against the same. */
          gboolean is_shared = listed && !averager->include_area && (area < 0 || !is_listed[area]);
          Average average;

          if (is_shared && has_shared)
            average = shared;
          else if (area < 0 && !listed)
            average = (Average) { 0, MARMOT_COMPARISON_REASON_NO_NEIGHBOURS, 0, 0, 0, 0 };
          else
            average = make_average (averager, get_members (search, by_area, listed, row), area, g, multiplier);
          if (is_shared)
            {
              shared = average;
              has_shared = TRUE;
            }
          put_average (self, row, &average);
        }
    }
}

static gboolean
find_averages (ObsBenchmarks *self,
               const Search *search,
               const gsize *starts,
               const gsize *rows,
               Places *places,
               GError **error)
{
  gboolean is_pooled = marmot_benchmark_get_average (search->benchmark) == MARMOT_AVERAGE_KIND_POOLED;
  Averager averager = { search, places, NULL, NULL, FALSE, 0, { NULL, NULL, 0, 0, 0, 0 } };

  averager.top = is_pooled ? obs_need (search->set, OBS_COUNT, error) : search->states->value;
  if (!averager.top)
    return FALSE;
  if (is_pooled && !(averager.below = obs_need (search->set, OBS_DENOMINATOR, error)))
    return FALSE;
  averager.include_area = marmot_benchmark_get_include_area (search->benchmark);
  averager.min_areas = (gint32) MIN (marmot_benchmark_get_min_areas (search->benchmark), G_MAXINT32);
  averager.sum.top = g_array_new (FALSE, FALSE, sizeof (double));
  averager.sum.below = g_array_new (FALSE, FALSE, sizeof (double));
  average_rows (self, &averager, starts, rows, places);
  g_array_unref (averager.sum.top);
  g_array_unref (averager.sum.below);
  return TRUE;
}

static gboolean
find_all (ObsBenchmarks *self,
          const Search *search,
          GError **error)
{
  MarmotBenchmarkKind kind = marmot_benchmark_get_kind (search->benchmark);
  gsize n_areas = g_hash_table_size (search->numbers);
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_auto (Places) places = { NULL, NULL, NULL };
  gsize n = MAX (self->n_rows, 1);

  self->is_benchmark = g_malloc0 (n);
  if (kind == MARMOT_BENCHMARK_KIND_AREA || kind == MARMOT_BENCHMARK_KIND_PARENT)
    {
      self->row = g_new (gsize, n);
    }
  else
    {
      self->value = g_new0 (double, n);
      self->areas_in = g_new0 (gint32, n);
      self->areas_left_out = g_new0 (gint32, n);
      self->areas_suppressed = g_new0 (gint32, n);
      self->includes_area = g_malloc0 (n);
    }
  if (kind == MARMOT_BENCHMARK_KIND_AREA)
    return find_area (self, search);

  places.row = g_new0 (gsize, n_areas + 1);
  places.stamp = g_new0 (gsize, n_areas + 1);
  places.twice = g_new0 (gsize, n_areas + 1);
  marmot_group_rows (search->codes, self->n_rows, search->n_groups, &starts, &rows);
  if (kind == MARMOT_BENCHMARK_KIND_PARENT)
    return find_parents (self, search, starts, rows, &places, error);
  return find_averages (self, search, starts, rows, &places, error);
}

gboolean
obs_benchmarks_init (ObsBenchmarks *self,
                     MarmotObservationSet *set,
                     MarmotBenchmark *benchmark,
                     const MarmotGroups *groups,
                     const guint8 *is_whole,
                     const ObsStates *states,
                     const ObsSpecs *specs,
                     GError **error)
{
  Search search = { set, benchmark, is_whole, states, specs, marmot_groups_peek_codes (groups),
                    marmot_groups_get_n_groups (groups), NULL, NULL };
  gboolean ok;

  memset (self, 0, sizeof *self);
  search.areas = obs_number_areas (set, &search.numbers, error);
  if (!search.areas)
    return FALSE;
  self->n_rows = marmot_observation_set_get_n_rows (set);
  self->reason = g_malloc0 (MAX (self->n_rows, 1));
  ok = find_all (self, &search, error);
  g_free (search.areas);
  g_hash_table_unref (search.numbers);
  if (!ok)
    obs_benchmarks_clear (self);
  return ok;
}

void
obs_benchmarks_clear (ObsBenchmarks *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->areas_in, g_free);
  g_clear_pointer (&self->areas_left_out, g_free);
  g_clear_pointer (&self->areas_suppressed, g_free);
  g_clear_pointer (&self->includes_area, g_free);
  g_clear_pointer (&self->is_benchmark, g_free);
}
