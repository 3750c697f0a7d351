/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-data-private.h"
#include "core/marmot-named-list-private.h"
#include "core/marmot-record-private.h"
#include "xmr-private.h"

static const MarmotNamedList rule_sets = {
  "marmot-xmr-rule-sets",
  "rule-sets",
  "rule sets of XmR charts",
  "rule set",
  "xmr-rule-sets.json",
};

/* More than any guide asks for; the two-of-three rule looks back over its window at every
 * point. */
#define MAX_POINTS 1000
#define MAX_WINDOW 32

struct _MarmotXmrRuleSet
{
  GObject parent_instance;

  char *name;
  char *title;
  char *source;
  double limit_factor;
  double near_sigmas;
  MarmotXmrScreening screening;
  double screening_factor;
  guint trend_points;
  guint near_points;
  guint near_window;
  MarmotXmrBeyond beyond;
  guint shift_points;
  MarmotXmrTies ties;
  char *order;
  guint minimum_points;
};

G_DEFINE_FINAL_TYPE (MarmotXmrRuleSet, marmot_xmr_rule_set, G_TYPE_OBJECT)

/**
 * MarmotXmrRuleSet:name: (getter get_name)
 *
 * A short name, such as "making-data-count".
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:source: (getter get_source)
 *
 * Who set the rules.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:limit-factor: (getter get_limit_factor)
 *
 * How many mean ranges a limit is from the mean. 2.66 is 3 ÷ 1.128, rounded as it is
 * printed; some programs take 3 ÷ 1.128 itself, which is 0.016% less.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:near-sigmas: (getter get_near_sigmas)
 *
 * At how many of the three parts of the way from the mean to a limit the near line is.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:screening: (getter get_screening)
 *
 * Whether large ranges are left out.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:screening-factor: (getter get_screening_factor)
 *
 * How many mean ranges make a range large.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:trend-points: (getter get_trend_points)
 *
 * How many points in a row that rise, or fall, are a trend; seven points are six rises. 0
 * for no such rule.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:near-points: (getter get_near_points)
 *
 * How many points near a limit it takes. 0 for no such rule.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:near-window: (getter get_near_window)
 *
 * Among how many in a row, all on one side of the mean.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:beyond: (getter get_beyond)
 *
 * Whether points beyond a limit count among those near it.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:shift-points: (getter get_shift_points)
 *
 * How many points in a row on one side of the mean are a shift. 0 for no such rule.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:ties: (getter get_ties)
 *
 * What a tie does to a run.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:order: (getter get_order)
 *
 * The short names of the rules with spaces between them: of several that a point breaks,
 * the first is the one. None for outside the limits, trend, two of three, shift.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrRuleSet:minimum-points: (getter get_minimum_points)
 *
 * How many points limits must be of to be more than a trial.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "name", NULL, G_STRUCT_OFFSET (MarmotXmrRuleSet, name), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotXmrRuleSet, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotXmrRuleSet, source), 0 },
  { "limit-factor", marmot_record_type_double, G_STRUCT_OFFSET (MarmotXmrRuleSet, limit_factor), 2.66 },
  { "near-sigmas", marmot_record_type_double, G_STRUCT_OFFSET (MarmotXmrRuleSet, near_sigmas), 2 },
  { "screening", marmot_xmr_screening_get_type, G_STRUCT_OFFSET (MarmotXmrRuleSet, screening), 0 },
  { "screening-factor", marmot_record_type_double, G_STRUCT_OFFSET (MarmotXmrRuleSet, screening_factor), 3.267 },
  { "trend-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrRuleSet, trend_points), 7 },
  { "near-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrRuleSet, near_points), 2 },
  { "near-window", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrRuleSet, near_window), 3 },
  { "beyond", marmot_xmr_beyond_get_type, G_STRUCT_OFFSET (MarmotXmrRuleSet, beyond), 0 },
  { "shift-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrRuleSet, shift_points), 7 },
  { "ties", marmot_xmr_ties_get_type, G_STRUCT_OFFSET (MarmotXmrRuleSet, ties), 0 },
  { "order", NULL, G_STRUCT_OFFSET (MarmotXmrRuleSet, order), 0 },
  { "minimum-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrRuleSet, minimum_points), 12 },
};

static void
marmot_xmr_rule_set_class_init (MarmotXmrRuleSetClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_xmr_rule_set_init (MarmotXmrRuleSet *self)
{
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotXmrRuleSet, marmot_xmr_rule_set, MARMOT_IS_XMR_RULE_SET, CType, field, (CType) 0)

GETTER (const char *, name)
GETTER (const char *, title)
GETTER (const char *, source)
GETTER (double, limit_factor)
GETTER (double, near_sigmas)
GETTER (MarmotXmrScreening, screening)
GETTER (double, screening_factor)
GETTER (guint, trend_points)
GETTER (guint, near_points)
GETTER (guint, near_window)
GETTER (MarmotXmrBeyond, beyond)
GETTER (guint, shift_points)
GETTER (MarmotXmrTies, ties)
GETTER (const char *, order)
GETTER (guint, minimum_points)

/* --- what a chart can have ------------------------------------------------------ */

static gboolean
read_order (const char *order,
            int *rules)
{
  g_auto (GStrv) names = g_strsplit (order ? order : "outside-limits trend two-of-three shift", " ", -1);
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_XMR_RULE);
  guint seen = 0;

  if (g_strv_length (names) != MN_XMR_N_RULES)
    return FALSE;
  for (int i = 0; i < MN_XMR_N_RULES; i++)
    {
      const GEnumValue *rule = g_enum_get_value_by_nick (known, names[i]);

      if (!rule || rule->value == MARMOT_XMR_RULE_NONE)
        return FALSE;
      rules[i] = rule->value - 1;
      seen |= 1u << rules[i];
    }
  return seen == (1u << MN_XMR_N_RULES) - 1;
}

static gboolean
is_positive (double number)
{
  return number > 0 && isfinite (number);
}

gboolean
marmot_xmr_rule_set_read (MarmotXmrRuleSet *self,
                          mn_xmr_rules *rules,
                          GError **error)
{
  const char *wrong = NULL;

  rules->limit_factor = self->limit_factor;
  rules->near_share = self->near_sigmas / 3;
  rules->screening_factor = self->screening == MARMOT_XMR_SCREENING_ONCE ? self->screening_factor : 0;
  rules->trend_points = self->trend_points;
  rules->near_points = self->near_points;
  rules->near_window = self->near_window;
  rules->shift_points = self->shift_points;
  rules->beyond_counts = self->beyond != MARMOT_XMR_BEYOND_LEAVE_OUT;
  rules->ties_skip = self->ties == MARMOT_XMR_TIES_SKIP;

  if (!is_positive (self->limit_factor))
    wrong = "The limit factor is above zero, such as 2.66";
  else if (!(self->near_sigmas > 0 && self->near_sigmas < 3))
    wrong = "The near line is between the mean and the limit: above 0 and below 3 sigmas";
  else if (!is_positive (self->screening_factor))
    wrong = "The screening factor is above zero, such as 3.267: to leave nothing out, screen none";
  else if (!marmot_xmr_run_is_possible (self->trend_points) || !marmot_xmr_run_is_possible (self->shift_points))
    wrong = "A trend and a shift are from 2 to 1000 points, or 0 for no such rule";
  else if (self->near_points > 0 && (self->near_points > self->near_window || self->near_window > MAX_WINDOW))
    wrong = "So many points near a limit are among as many or more in a row, 32 at most";
  else if (self->minimum_points > MAX_POINTS)
    wrong = "The fewest points are 1000 at most";
  else if (!read_order (self->order, rules->order))
    wrong = "The order has outside-limits, trend, two-of-three and shift, each once";

  if (wrong)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "%s", wrong);
  return wrong == NULL;
}

gboolean
marmot_xmr_run_is_possible (guint n_points)
{
  return n_points == 0 || (n_points >= 2 && n_points <= MAX_POINTS);
}

/* --- files ---------------------------------------------------------------------- */

/* A number of an entry into a property; whole numbers where it has no sign. */
static gboolean
read_number (json_t *entry,
             GParamSpec *property,
             GValue *value)
{
  json_t *number = json_object_get (entry, property->name);

  g_value_init (value, property->value_type);
  if (property->value_type == G_TYPE_DOUBLE)
    {
      g_value_set_double (value, json_number_value (number));
      return json_is_number (number);
    }
  if (!json_is_integer (number) || json_integer_value (number) < 0 || json_integer_value (number) > G_MAXINT)
    return FALSE;
  g_value_set_uint (value, (guint) json_integer_value (number));
  return TRUE;
}

static gboolean
read_member (json_t *entry,
             GParamSpec *property,
             GValue *value)
{
  const char *nick = json_string_value (json_object_get (entry, property->name));
  g_autoptr (GEnumClass) known = g_type_class_ref (property->value_type);
  const GEnumValue *member = nick ? g_enum_get_value_by_nick (known, nick) : NULL;

  g_value_init (value, property->value_type);
  /* 0 is "as the rule set has it", which a rule set cannot say. */
  if (!member || member->value == 0)
    return FALSE;
  g_value_set_enum (value, member->value);
  return TRUE;
}

/* The list of rules as one text. */
static gboolean
read_list (json_t *entry,
           GParamSpec *property,
           GValue *value)
{
  json_t *list = json_object_get (entry, property->name);
  g_autoptr (GString) text = g_string_new (NULL);

  g_value_init (value, G_TYPE_STRING);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *name = json_string_value (json_array_get (list, i));

      if (!name)
        return FALSE;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", name);
    }
  g_value_set_string (value, text->str);
  return json_is_array (list);
}

static gboolean
read_text (json_t *entry,
           GParamSpec *property,
           GValue *value)
{
  const char *text = json_string_value (json_object_get (entry, property->name));

  g_value_init (value, G_TYPE_STRING);
  g_value_set_string (value, text);
  return text != NULL;
}

static gboolean
read_property (json_t *entry,
               GParamSpec *property,
               GValue *value)
{
  if (G_TYPE_IS_ENUM (property->value_type))
    return read_member (entry, property, value);
  if (property->value_type != G_TYPE_STRING)
    return read_number (entry, property, value);
  return strcmp (property->name, "order") == 0 ? read_list (entry, property, value)
                                               : read_text (entry, property, value);
}

static MarmotXmrRuleSet *
read_one (json_t *entry,
          GError **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (MARMOT_TYPE_XMR_RULE_SET);
  g_autoptr (MarmotXmrRuleSet) made = NULL;
  const char *names[G_N_ELEMENTS (fields)];
  GValue values[G_N_ELEMENTS (fields)] = { G_VALUE_INIT };
  const char *wrong = NULL;
  g_autoptr (GError) refused = NULL;
  mn_xmr_rules rules;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      names[i] = fields[i].name;
      if (!read_property (entry, g_object_class_find_property (G_OBJECT_CLASS (klass), names[i]), &values[i]) && !wrong)
        wrong = names[i];
    }
  if (wrong)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                 "A rule set needs \"%s\", of the kind that those that are built in have", wrong);
  else
    made = MARMOT_XMR_RULE_SET (g_object_new_with_properties (MARMOT_TYPE_XMR_RULE_SET, G_N_ELEMENTS (fields), names,
                                                              values));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_value_unset (&values[i]);

  if (made && !marmot_xmr_rule_set_read (made, &rules, &refused))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, refused->message);
      return NULL;
    }
  return g_steal_pointer (&made);
}

MarmotXmrRuleSet *
marmot_xmr_rule_set_new_from_json (GBytes *json,
                                   const char *name,
                                   GError **error)
{
  g_autoptr (json_t) file = NULL;
  json_t *entry;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  entry = marmot_named_list_find (&rule_sets, json, name, &file, error);
  return entry ? read_one (entry, error) : NULL;
}

MarmotXmrRuleSet *
marmot_xmr_rule_set_new_builtin (const char *name,
                                 GError **error)
{
  g_autoptr (GBytes) json = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  json = marmot_data_lookup (rule_sets.builtin, error);
  return json ? marmot_xmr_rule_set_new_from_json (json, name, error) : NULL;
}

char **
marmot_xmr_rule_set_list_builtin (void)
{
  return marmot_named_list_builtin (&rule_sets);
}
