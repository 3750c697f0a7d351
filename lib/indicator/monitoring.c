/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "monitoring-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"

const char *const monitoring_sections[MONITORING_N_KINDS] = {
  "priorities", "indicators", "partners", "measures", "services", "programmes", "policies",
};

const char *
monitoring_consent_nick (MarmotConsent consent)
{
  GEnumClass *words = g_type_class_ref (MARMOT_TYPE_CONSENT);
  GEnumValue *found = g_enum_get_value (words, (int) consent);
  const char *nick = found ? found->value_nick : NULL;

  /* Nicks are static. */
  g_type_class_unref (words);
  return nick;
}

char *
monitoring_print_day (MarmotPeriod *day)
{
  g_autoptr (GDate) date = NULL;

  if (!day)
    return NULL;
  date = marmot_period_get_first_day (day);
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date), (guint) g_date_get_month (date),
                          (guint) g_date_get_day (date));
}

struct _MonitoringTable
{
  const char *const *names;
  GPtrArray *builders;
};

MonitoringTable *
monitoring_table_new (const char *const *names)
{
  MonitoringTable *self = g_new (MonitoringTable, 1);

  self->names = names;
  self->builders = g_ptr_array_new ();
  for (gsize i = 0; names[i]; i++)
    {
      gboolean is_number = g_str_equal (names[i], "number") || g_str_has_prefix (names[i], "n_");

      g_ptr_array_add (self->builders,
                       marmot_column_builder_new (is_number ? MARMOT_COLUMN_INTEGER : MARMOT_COLUMN_TEXT));
    }
  return self;
}

void
monitoring_table_add (MonitoringTable *self,
                      const char *const *cells)
{
  for (guint i = 0; i < self->builders->len; i++)
    {
      MarmotColumnBuilder *builder = self->builders->pdata[i];

      if (!cells[i])
        marmot_column_builder_append_null (builder);
      else if (builder->type == MARMOT_COLUMN_INTEGER)
        marmot_column_builder_append_integer (builder, g_ascii_strtoll (cells[i], NULL, 10));
      else
        marmot_column_builder_append_text (builder, cells[i], strlen (cells[i]));
    }
}

MarmotTable *
monitoring_table_finish (MonitoringTable *self)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  MarmotTable *table;

  for (guint i = 0; i < self->builders->len; i++)
    g_ptr_array_add (columns, marmot_column_builder_finish (self->builders->pdata[i]));
  table = marmot_table_new (self->names, (MarmotColumn **) columns->pdata, columns->len, NULL);
  g_assert (table != NULL);

  g_ptr_array_unref (self->builders);
  g_free (self);
  return table;
}
