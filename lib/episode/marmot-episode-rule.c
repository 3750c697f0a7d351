/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotEpisodeRule
{
  GObject parent_instance;

  char *id;
  char *title;
  char *meaning;
  char *message;
  char *fix;
  char *predicate;
  char *table;
  char *column;
  char *needs;
  MarmotSeverity severity;
  gboolean enabled;
  guint first_year;
  guint last_year;
  guint days;
  guint age;
  char *before;
};

G_DEFINE_FINAL_TYPE (MarmotEpisodeRule, marmot_episode_rule, G_TYPE_OBJECT)

/**
 * MarmotEpisodeRule:id: (getter get_id)
 *
 * Its number, such as "501".
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:title: (getter get_title)
 *
 * What must hold, in a few words.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:meaning: (getter get_meaning)
 *
 * Which rows break it.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:message: (getter get_message)
 *
 * What a finding says is wrong.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:fix: (getter get_fix)
 *
 * What a finding says to do.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:predicate: (getter get_predicate)
 *
 * The name of the function of the library that finds the rows.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:table: (getter get_table)
 *
 * The table whose rows it is about, such as "Episodes".
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:column: (getter get_column)
 *
 * The column that its findings name.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:needs: (getter get_needs)
 *
 * The columns without which it cannot be asked, with spaces between them.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:severity: (getter get_severity)
 *
 * How much it matters that a row breaks it.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:enabled: (getter get_enabled)
 *
 * Whether it is asked.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:first-year: (getter get_first_year)
 *
 * The first collection year that it is for; 0 for all.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:last-year: (getter get_last_year)
 *
 * The last collection year that it is for; 0 for all.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:days: (getter get_days)
 *
 * Its limit, in days; 0 if it has none.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:age: (getter get_age)
 *
 * Its age, in years; 0 if it has none.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeRule:before: (getter get_before)
 *
 * Its day, such as "1991-10-14", or none.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, id), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, title), 0 },
  { "meaning", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, meaning), 0 },
  { "message", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, message), 0 },
  { "fix", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, fix), 0 },
  { "predicate", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, predicate), 0 },
  { "table", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, table), 0 },
  { "column", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, column), 0 },
  { "needs", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, needs), 0 },
  { "severity", marmot_severity_get_type, G_STRUCT_OFFSET (MarmotEpisodeRule, severity), MARMOT_SEVERITY_ERROR },
  { "enabled", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotEpisodeRule, enabled), TRUE },
  { "first-year", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotEpisodeRule, first_year), 0 },
  { "last-year", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotEpisodeRule, last_year), 0 },
  { "days", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotEpisodeRule, days), 0 },
  { "age", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotEpisodeRule, age), 0 },
  { "before", NULL, G_STRUCT_OFFSET (MarmotEpisodeRule, before), 0 },
};

static void
marmot_episode_rule_class_init (MarmotEpisodeRuleClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_episode_rule_init (MarmotEpisodeRule *self)
{
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotEpisodeRule, marmot_episode_rule, MARMOT_IS_EPISODE_RULE, CType, field, (CType) 0)

GETTER (const char *, id)
GETTER (const char *, title)
GETTER (const char *, meaning)
GETTER (const char *, message)
GETTER (const char *, fix)
GETTER (const char *, predicate)
GETTER (const char *, table)
GETTER (const char *, column)
GETTER (const char *, needs)
GETTER (MarmotSeverity, severity)
GETTER (gboolean, enabled)
GETTER (guint, first_year)
GETTER (guint, last_year)
GETTER (guint, days)
GETTER (guint, age)
GETTER (const char *, before)
