/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

struct _MarmotXmrChart
{
  GObject parent_instance;

  MarmotTable *points;
  MarmotTable *parts;
  MarmotTable *summary;
  MarmotMethod method;
};

G_DEFINE_FINAL_TYPE (MarmotXmrChart, marmot_xmr_chart, G_TYPE_OBJECT)

static void
marmot_xmr_chart_finalize (GObject *object)
{
  MarmotXmrChart *self = MARMOT_XMR_CHART (object);

  g_clear_pointer (&self->points, marmot_table_unref);
  g_clear_pointer (&self->parts, marmot_table_unref);
  g_clear_pointer (&self->summary, marmot_table_unref);

  G_OBJECT_CLASS (marmot_xmr_chart_parent_class)->finalize (object);
}

static void
marmot_xmr_chart_class_init (MarmotXmrChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_xmr_chart_finalize;
}

static void
marmot_xmr_chart_init (MarmotXmrChart *self)
{
}

MarmotXmrChart *
marmot_xmr_chart_new (MarmotTable *figures,
                      MarmotXmrOptions *options,
                      GError **error)
{
  g_autoptr (MarmotTable) summary = NULL;
  g_autoptr (MarmotTable) points = NULL;
  g_autoptr (MarmotTable) parts = NULL;
  MarmotXmrChart *self;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), NULL);

  summary = marmot_xmr_series (figures, NULL, options, error);
  points = summary ? marmot_xmr_points (figures, NULL, options, error) : NULL;
  parts = points ? marmot_xmr_parts (figures, NULL, options, error) : NULL;
  if (!parts)
    return NULL;

  self = g_object_new (MARMOT_TYPE_XMR_CHART, NULL);
  self->summary = g_steal_pointer (&summary);
  self->points = g_steal_pointer (&points);
  self->parts = g_steal_pointer (&parts);
  self->method = options ? marmot_xmr_options_get_method (options) : MARMOT_METHOD_XMR;
  return self;
}

MarmotXmrChart *
marmot_xmr_chart_new_series (const gint32 *days,
                             const double *values,
                             gsize n_points,
                             MarmotXmrOptions *options,
                             GError **error)
{
  const char *names[] = { "value", days ? "date" : NULL, NULL };
  g_autoptr (MarmotColumn) bare = NULL;
  g_autofree gboolean *missing = g_new (gboolean, n_points + 1);
  g_autoptr (MarmotTable) figures = NULL;
  MarmotColumn *columns[2] = { NULL, NULL };

  g_return_val_if_fail (n_points == 0 || values != NULL, NULL);

  bare = marmot_column_new_double (values, n_points);
  for (gsize i = 0; i < n_points; i++)
    missing[i] = isnan (values[i]);
  columns[0] = marmot_column_with_nulls (bare, missing, n_points, error);
  if (!columns[0])
    return NULL;
  if (days)
    columns[1] = marmot_column_new_date (days, n_points);
  figures = marmot_table_new (names, columns, days ? 2 : 1, error);
  marmot_column_unref (columns[0]);
  g_clear_pointer (&columns[1], marmot_column_unref);
  return figures ? marmot_xmr_chart_new (figures, options, error) : NULL;
}

MarmotTable *
marmot_xmr_chart_get_points (MarmotXmrChart *self)
{
  g_return_val_if_fail (MARMOT_IS_XMR_CHART (self), NULL);

  return self->points;
}

MarmotTable *
marmot_xmr_chart_get_parts (MarmotXmrChart *self)
{
  g_return_val_if_fail (MARMOT_IS_XMR_CHART (self), NULL);

  return self->parts;
}

MarmotTable *
marmot_xmr_chart_get_summary (MarmotXmrChart *self)
{
  g_return_val_if_fail (MARMOT_IS_XMR_CHART (self), NULL);

  return self->summary;
}

/* The member of an enumeration in the summary. */
static int
get_member (MarmotXmrChart *self,
            const char *name,
            GType type)
{
  g_autofree char *nick = marmot_column_get_text (marmot_table_peek_column (self->summary, name), 0);
  g_autoptr (GEnumClass) members = g_type_class_ref (type);

  return g_enum_get_value_by_nick (members, nick)->value;
}

static guint
get_flags (MarmotXmrChart *self,
           const char *name,
           GType type)
{
  g_autofree char *text = marmot_column_get_text (marmot_table_peek_column (self->summary, name), 0);
  g_autoptr (GFlagsClass) known = g_type_class_ref (type);
  g_auto (GStrv) nicks = g_strsplit (text ? text : "", " ", -1);
  guint flags = 0;

  for (guint i = 0; nicks[i]; i++)
    flags |= g_flags_get_value_by_nick (known, nicks[i])->value;
  return flags;
}

static double
get_double (MarmotXmrChart *self,
            const char *name)
{
  MarmotColumn *column = marmot_table_peek_column (self->summary, name);

  return marmot_column_row_is_valid (column, 0) ? marmot_column_get_double (column, 0) : (double) NAN;
}

static guint
get_count (MarmotXmrChart *self,
           const char *name)
{
  MarmotColumn *column = marmot_table_peek_column (self->summary, name);

  return marmot_column_row_is_valid (column, 0) ? (guint) marmot_column_get_integer (column, 0) : 0;
}

#define GETTER(CType, name, found, on_failure)                  \
  CType marmot_xmr_chart_get_##name (MarmotXmrChart *self)      \
  {                                                             \
    g_return_val_if_fail (MARMOT_IS_XMR_CHART (self), on_failure); \
                                                                \
    return found;                                               \
  }

GETTER (MarmotXmrVariation, variation, (MarmotXmrVariation) get_member (self, "variation", MARMOT_TYPE_XMR_VARIATION),
        MARMOT_XMR_VARIATION_NOT_JUDGED)
GETTER (MarmotXmrAssurance, assurance, (MarmotXmrAssurance) get_member (self, "assurance", MARMOT_TYPE_XMR_ASSURANCE),
        MARMOT_XMR_ASSURANCE_NOT_JUDGED)
GETTER (MarmotXmrRule, rule, (MarmotXmrRule) get_member (self, "rule", MARMOT_TYPE_XMR_RULE), MARMOT_XMR_RULE_NONE)
GETTER (MarmotXmrSignals, signals, (MarmotXmrSignals) get_flags (self, "signals", MARMOT_TYPE_XMR_SIGNALS),
        MARMOT_XMR_SIGNAL_NONE)
GETTER (MarmotXmrNotes, notes, (MarmotXmrNotes) get_flags (self, "notes", MARMOT_TYPE_XMR_NOTES), MARMOT_XMR_NOTE_NONE)
GETTER (MarmotStatus, status, (MarmotStatus) get_member (self, "status", MARMOT_TYPE_STATUS), MARMOT_STATUS_MISSING)
GETTER (MarmotMethod, method, self->method, MARMOT_METHOD_DEFAULT)
GETTER (double, value, get_double (self, "value"), (double) NAN)
GETTER (double, mean, get_double (self, "mean"), (double) NAN)
GETTER (double, lower, get_double (self, "lower"), (double) NAN)
GETTER (double, upper, get_double (self, "upper"), (double) NAN)
GETTER (double, target, get_double (self, "target"), (double) NAN)
GETTER (guint, n_points, get_count (self, "n_points"), 0)
GETTER (guint, points_needed, get_count (self, "points_needed"), 0)

char *
marmot_xmr_chart_to_string (MarmotXmrChart *self)
{
  g_autoptr (MarmotTable) explained = NULL;

  g_return_val_if_fail (MARMOT_IS_XMR_CHART (self), NULL);

  explained = marmot_xmr_exceptions (self->summary, NULL);
  return marmot_column_get_text (marmot_table_peek_column (explained, "why"), 0);
}
