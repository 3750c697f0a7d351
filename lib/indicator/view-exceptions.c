/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "view-private.h"

#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

/* Where a label stands, in the order of the view. */
typedef enum
{
  WORSE,
  SIMILAR,
  BETTER,
  NOT_JUDGED
} Standing;

static const char *const standings[] = { "worse", "similar", "better", "not-judged" };

static const struct
{
  const char *label;
  Standing standing;
} known_labels[] = {
  { "Worse", WORSE },   { "Worst", WORSE },  { "Red", WORSE },     { "Similar", SIMILAR },
  { "Amber", SIMILAR }, { "Better", BETTER }, { "Best", BETTER },  { "Green", BETTER },
};

/* The standing of each text of the dictionary. */
static guint8 *
find_standings (const MarmotColumn *labels)
{
  gsize n = marmot_column_get_length (labels->dictionary);
  guint8 *found = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = marmot_column_get_text (labels->dictionary, i);

      found[i] = NOT_JUDGED;
      for (guint k = 0; text && k < G_N_ELEMENTS (known_labels); k++)
        if (strcmp (text, known_labels[k].label) == 0)
          found[i] = (guint8) known_labels[k].standing;
    }
  return found;
}

static Standing
get_standing (const MarmotColumn *labels,
              const guint8 *found,
              gsize row)
{
  if (!marmot_column_row_is_valid (labels, row))
    return NOT_JUDGED;
  return (Standing) found[marmot_column_get_code (labels, row)];
}

typedef struct
{
  gsize row;
  Standing standing;
  Standing before; /* NOT_JUDGED also where there is none */
  gboolean is_worsening;
} Exception;

static gboolean
has_fallen (const Exception *self)
{
  return self->standing != NOT_JUDGED && self->before != NOT_JUDGED && self->standing < self->before;
}

static int
get_order (const Exception *self)
{
  if (self->standing == NOT_JUDGED)
    return 3 * (int) NOT_JUDGED;
  return 3 * (int) self->standing + (has_fallen (self) ? 0 : self->is_worsening ? 1 : 2);
}

static int
compare_exceptions (gconstpointer a,
                    gconstpointer b)
{
  const Exception *x = a;
  const Exception *y = b;
  int order = get_order (x) - get_order (y);

  return order ? order : (x->row > y->row) - (x->row < y->row);
}

static const char *
explain (const Exception *self,
         const char *label)
{
  gboolean was_better = self->before == BETTER;
  gboolean fallen = has_fallen (self);

  switch (self->standing)
    {
    case WORSE:
      if (fallen && self->is_worsening)
        return was_better ? "Newly worse: it was better before, and is getting worse."
                          : "Newly worse: it was similar before, and is getting worse.";
      if (fallen)
        return was_better ? "Newly worse: it was better before." : "Newly worse: it was similar before.";
      return self->is_worsening ? "Worse, and getting worse." : "Worse.";
    case SIMILAR:
      if (fallen)
        return self->is_worsening ? "Similar: it was better before, and is getting worse."
                                  : "Similar: it was better before.";
      return self->is_worsening ? "Similar, but getting worse." : "Similar.";
    case BETTER:
      return self->is_worsening ? "Better, but getting worse." : "Better.";
    default:
      if (!label)
        return "It has no label: it was not compared.";
      if (strcmp (label, "Not compared") == 0)
        return "It was not compared.";
      return "Its label does not say whether it is good.";
    }
}

static MarmotTable *
add_reasons (const MarmotTable *table,
             const MarmotColumn *labels,
             const GArray *exceptions,
             GError **error)
{
  MarmotColumnBuilder *standing = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  MarmotColumnBuilder *fallen = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *worsening = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *why = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  const char *names[] = { "standing", "newly_worse", "getting_worse", "why" };
  MarmotColumn *columns[4];
  MarmotTable *result = NULL;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const Exception *e = &g_array_index (exceptions, Exception, i);
      g_autofree char *label = marmot_column_get_text (labels, e->row);
      const char *reason = explain (e, label);

      marmot_column_builder_append_text (standing, standings[e->standing], strlen (standings[e->standing]));
      marmot_column_builder_append_boolean (fallen, e->standing == WORSE && has_fallen (e));
      marmot_column_builder_append_boolean (worsening, e->is_worsening);
      marmot_column_builder_append_text (why, reason, strlen (reason));
    }
  columns[0] = marmot_column_builder_finish (standing);
  columns[1] = marmot_column_builder_finish (fallen);
  columns[2] = marmot_column_builder_finish (worsening);
  columns[3] = marmot_column_builder_finish (why);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (MarmotTable) last = i == 0 ? marmot_table_ref ((MarmotTable *) table) : result;

      result = last ? marmot_table_with_column (last, names[i], columns[i], error) : NULL;
      marmot_column_unref (columns[i]);
    }
  return result;
}

MarmotTable *
marmot_view_exceptions (MarmotObservationSet *set,
                        const char *column,
                        GError **error)
{
  MarmotTable *table;
  g_autoptr (MarmotColumn) labels = NULL;
  g_autoptr (MarmotColumn) sortable = NULL;
  g_autoptr (MarmotColumn) trends = NULL;
  g_autofree gsize *last = NULL;
  g_autofree gsize *before = NULL;
  g_autofree guint8 *found = NULL;
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (Exception));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (MarmotTable) taken = NULL;
  gsize n_series;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  table = marmot_observation_set_get_table (set);
  labels = marmot_view_need_labels (table, column, error);
  if (!labels)
    return NULL;
  sortable = marmot_view_need_column (table, "sortable", error);
  if (!sortable || !marmot_view_find_last_two (table, sortable, &last, &before, &n_series, error))
    return NULL;

  trends = marmot_table_get_column_by_name (table, "recent_trend");
  found = find_standings (labels);
  for (gsize i = 0; i < n_series; i++)
    {
      g_autofree char *trend = trends && last[i] != MARMOT_VIEW_NONE ? marmot_column_get_text (trends, last[i]) : NULL;
      Exception e = { last[i], NOT_JUDGED, NOT_JUDGED, trend && g_str_has_suffix (trend, "getting worse") };

      if (last[i] == MARMOT_VIEW_NONE)
        continue;
      e.standing = get_standing (labels, found, last[i]);
      if (before[i] != MARMOT_VIEW_NONE)
        e.before = get_standing (labels, found, before[i]);
      g_array_append_val (exceptions, e);
    }
  g_array_sort (exceptions, compare_exceptions);
  for (guint i = 0; i < exceptions->len; i++)
    g_array_append_val (rows, g_array_index (exceptions, Exception, i).row);

  taken = marmot_view_take_rows (table, rows, error);
  return taken ? add_reasons (taken, labels, exceptions, error) : NULL;
}
