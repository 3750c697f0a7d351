/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "assessment-table-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"

struct _AssessmentTable
{
  const AssessmentColumn *columns;
  guint n_columns;
  MarmotColumnBuilder *builders[ASSESSMENT_TABLE_MAX];
};

static MarmotColumnType
get_type (char kind)
{
  switch (kind)
    {
    case 'i':
      return MARMOT_COLUMN_INTEGER;
    case 'f':
      return MARMOT_COLUMN_DOUBLE;
    case 'd':
      return MARMOT_COLUMN_DATE;
    case 'b':
      return MARMOT_COLUMN_BOOLEAN;
    case 's':
    default:
      return MARMOT_COLUMN_TEXT;
    }
}

AssessmentTable *
assessment_table_new (const AssessmentColumn *columns,
                      guint n_columns)
{
  AssessmentTable *self = g_new0 (AssessmentTable, 1);

  g_assert (n_columns <= ASSESSMENT_TABLE_MAX);
  self->columns = columns;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    self->builders[i] = marmot_column_builder_new (get_type (columns[i].kind));
  return self;
}

static void
add_text (MarmotColumnBuilder *builder,
          const char *text)
{
  if (text)
    marmot_column_builder_append_text (builder, text, strlen (text));
  else
    marmot_column_builder_append_null (builder);
}

static void
add_integer (MarmotColumnBuilder *builder,
             gint64 number)
{
  if (number != G_MININT64)
    marmot_column_builder_append_integer (builder, number);
  else
    marmot_column_builder_append_null (builder);
}

static void
add_double (MarmotColumnBuilder *builder,
            double number)
{
  if (!isnan (number))
    marmot_column_builder_append_double (builder, number);
  else
    marmot_column_builder_append_null (builder);
}

static void
add_days (MarmotColumnBuilder *builder,
          gint32 days)
{
  if (days != G_MININT32)
    marmot_column_builder_append_date (builder, days);
  else
    marmot_column_builder_append_null (builder);
}

void
assessment_table_add (AssessmentTable *self,
                      ...)
{
  va_list cells;

  va_start (cells, self);
  for (guint i = 0; i < self->n_columns; i++)
    switch (self->columns[i].kind)
      {
      case 'i':
        add_integer (self->builders[i], va_arg (cells, gint64));
        break;
      case 'f':
        add_double (self->builders[i], va_arg (cells, double));
        break;
      case 'd':
        add_days (self->builders[i], va_arg (cells, gint32));
        break;
      case 'b':
        marmot_column_builder_append_boolean (self->builders[i], va_arg (cells, gboolean));
        break;
      case 's':
      default:
        add_text (self->builders[i], va_arg (cells, const char *));
      }
  va_end (cells);
}

MarmotTable *
assessment_table_finish (AssessmentTable *self)
{
  const char *names[ASSESSMENT_TABLE_MAX + 1] = { NULL };
  MarmotColumn *columns[ASSESSMENT_TABLE_MAX];
  MarmotTable *table;

  for (guint i = 0; i < self->n_columns; i++)
    {
      names[i] = self->columns[i].name;
      columns[i] = marmot_column_builder_finish (self->builders[i]);
    }
  table = marmot_table_new (names, columns, self->n_columns, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    marmot_column_unref (columns[i]);
  g_free (self);
  return table;
}

const char *
assessment_nick (GType type,
                 int member)
{
  GEnumClass *members = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (members, member);
  const char *nick = found ? found->value_nick : NULL;

  /* The class of a static type never goes away again. */
  g_type_class_unref (members);
  return nick;
}
