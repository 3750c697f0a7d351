/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables that are made row by row, and measures of counts.
 */
#include "action-table-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"

struct _ActionTable
{
  const ActionColumn *columns;
  guint n_columns;
  MarmotColumnBuilder **builders;
};

ActionTable *
action_table_new (const ActionColumn *columns,
                  guint n_columns)
{
  ActionTable *self = g_new (ActionTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->builders = g_new (MarmotColumnBuilder *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->builders[i] = marmot_column_builder_new (columns[i].type);
  return self;
}

void
action_table_text (ActionTable *self,
                   guint column,
                   const char *text)
{
  if (text)
    marmot_column_builder_append_text (self->builders[column], text, strlen (text));
  else
    marmot_column_builder_append_null (self->builders[column]);
}

void
action_table_period (ActionTable *self,
                     guint column,
                     MarmotPeriod *period)
{
  g_autofree char *text = period ? marmot_period_to_string (period) : NULL;

  action_table_text (self, column, text);
}

void
action_table_member (ActionTable *self,
                     guint column,
                     GType type,
                     int member)
{
  GEnumClass *members = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (members, member);

  action_table_text (self, column, found ? found->value_nick : NULL);
  g_type_class_unref (members);
}

void
action_table_last_day (ActionTable *self,
                       guint column,
                       MarmotPeriod *period)
{
  if (period)
    marmot_column_builder_append_date (self->builders[column], marmot_period_get_end_days (period) - 1);
  else
    marmot_column_builder_append_null (self->builders[column]);
}

void
action_table_integer (ActionTable *self,
                      guint column,
                      gint64 number)
{
  marmot_column_builder_append_integer (self->builders[column], number);
}

void
action_table_boolean (ActionTable *self,
                      guint column,
                      gboolean value)
{
  marmot_column_builder_append_boolean (self->builders[column], value);
}

void
action_table_double (ActionTable *self,
                     guint column,
                     double number)
{
  marmot_column_builder_append_double (self->builders[column], number);
}

void
action_table_null (ActionTable *self,
                   guint column)
{
  marmot_column_builder_append_null (self->builders[column]);
}

MarmotTable *
action_table_finish (ActionTable *self)
{
  g_autofree const char **names = g_new (const char *, self->n_columns + 1);
  g_autofree MarmotColumn **columns = g_new (MarmotColumn *, self->n_columns);
  MarmotTable *table;

  for (guint i = 0; i < self->n_columns; i++)
    {
      names[i] = self->columns[i].name;
      columns[i] = marmot_column_builder_finish (self->builders[i]);
    }
  names[self->n_columns] = NULL;
  table = marmot_table_new (names, columns, self->n_columns, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    marmot_column_unref (columns[i]);
  g_free (self->builders);
  g_free (self);
  return table;
}

void
action_table_free (ActionTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    marmot_column_builder_free (self->builders[i]);
  g_free (self->builders);
  g_free (self);
}

MarmotMeasure *
action_measure (guint numerator,
                guint denominator,
                guint n_unknown,
                const char *reason,
                guint n_excluded,
                MarmotIntervalOptions *options,
                GError **error)
{
  const char *const reasons[] = { reason, NULL };
  const gint64 counts[] = { n_excluded };
  const gsize n_reasons = reason && n_excluded > 0 ? 1 : 0;
  g_autoptr (MarmotEstimate) estimate = NULL;

  /* Of nothing there is no share, and the measure says so by having none. */
  if (denominator > 0)
    {
      estimate = marmot_proportion (numerator, denominator, options, error);
      if (!estimate)
        return NULL;
    }
  return marmot_measure_new (numerator, denominator, n_unknown, n_reasons ? reasons : NULL, n_reasons ? counts : NULL,
                             n_reasons, estimate, NULL, error);
}
