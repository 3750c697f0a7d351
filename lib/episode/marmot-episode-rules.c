/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "check-predicates-private.h"
#include "core/marmot-data-file-private.h"

#include "core/marmot-data-private.h"

#define BUILTIN "episode-rules.json"
#define MAX_RULES 1000

struct _MarmotEpisodeRules
{
  GObject parent_instance;

  GPtrArray *rules;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotEpisodeRules, marmot_episode_rules, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marmot_episode_rules_finalize (GObject *object)
{
  MarmotEpisodeRules *self = MARMOT_EPISODE_RULES (object);

  g_clear_pointer (&self->rules, g_ptr_array_unref);

  G_OBJECT_CLASS (marmot_episode_rules_parent_class)->finalize (object);
}

static void
marmot_episode_rules_class_init (MarmotEpisodeRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_rules_finalize;
}

static void
marmot_episode_rules_init (MarmotEpisodeRules *self)
{
  self->rules = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- files --------------------------------------------------------------------------- */

static const char *const keys[] = {
  "id",  "title",   "predicate", "table", "column", "needs", "severity", "meaning", "message",
  "fix", "enabled", "first",     "last",  "days",   "age",   "before",   NULL,
};

static const char *const texts[] = { "id", "title", "predicate", "table", "column", "meaning", "message", "fix" };

/* The columns that a rule names, as one text; all are columns that there are. */
static char *
read_needs (json_t *entry,
            const char *path,
            GError **error)
{
  g_autoptr (GString) needs = g_string_new (NULL);
  json_t *list;

  if (!data_file_list (entry, path, "needs", TRUE, &list, error))
    return NULL;
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *name = json_string_value (json_array_get (list, i));
      CheckNeed need;

      if (!name || !check_need_parse (name, &need))
        {
          data_file_refuse (error, path,
                            "its needs name what is no column of a table: write \"Episodes.DECOM\", or "
                            "\"Episodes_last.DECOM\" of last year's");
          return NULL;
        }
      g_string_append_printf (needs, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (g_steal_pointer (&needs), FALSE);
}

static gboolean
names_all (const char *needs,
           const CheckFunction *function)
{
  g_auto (GStrv) named = g_strsplit (needs, " ", -1);

  for (guint i = 0; function->needs[i]; i++)
    if (!g_strv_contains ((const char *const *) named, function->needs[i]))
      return FALSE;
  return TRUE;
}

/* A whole number that a rule may have; 0 if it has none. */
static gboolean
read_number (json_t *entry,
             const char *path,
             const char *key,
             int most,
             guint *number,
             GError **error)
{
  json_t *value = json_object_get (entry, key);

  *number = 0;
  if (!value)
    return TRUE;
  if (!json_is_integer (value) || json_integer_value (value) < 1 || json_integer_value (value) > most)
    return data_file_refuse (error, path, "\"%s\" is a whole number from 1 to %d", key, most);
  *number = (guint) json_integer_value (value);
  return TRUE;
}

static gboolean
read_severity (json_t *entry,
               const char *path,
               MarmotSeverity *severity,
               GError **error)
{
  const char *nick = json_string_value (json_object_get (entry, "severity"));
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_SEVERITY);
  const GEnumValue *found = nick ? g_enum_get_value_by_nick (known, nick) : NULL;

  if (!found)
    return data_file_refuse (error, path, "\"severity\" is note, warning or error");
  *severity = (MarmotSeverity) found->value;
  return TRUE;
}

/* Whether the table has the column that findings shall name. */
static gboolean
has_column (const char *table,
            const char *column)
{
  g_autofree char *name = g_strconcat (table, ".", column, NULL);
  CheckNeed need;

  return check_need_parse (name, &need) && !need.is_last;
}

static MarmotEpisodeRule *
read_rule (json_t *entry,
           const char *path,
           GError **error)
{
  const char *read[G_N_ELEMENTS (texts)];
  const CheckFunction *function;
  g_autofree char *needs = NULL;
  const char *before = NULL;
  MarmotSeverity severity = MARMOT_SEVERITY_ERROR;
  json_t *enabled = json_object_get (entry, "enabled");
  int first_year, last_year;
  guint days, age;
  gint32 day;

  if (!data_file_object (entry, path, keys, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!data_file_text (entry, path, texts[i], TRUE, &read[i], error))
      return NULL;
  needs = read_needs (entry, path, error);
  if (!needs || !read_severity (entry, path, &severity, error) || !data_file_year (entry, path, "first", &first_year, error)
      || !data_file_year (entry, path, "last", &last_year, error)
      || !read_number (entry, path, "days", 100000, &days, error) || !read_number (entry, path, "age", 150, &age, error)
      || !data_file_text (entry, path, "before", FALSE, &before, error))
    return NULL;

  function = check_function_find (read[2]);
  if (!function)
    data_file_refuse (error, path, "\"predicate\" names no function of the library: use one that the built-in rules use");
  else if (!has_column (read[3], read[4]))
    data_file_refuse (error, path, "\"column\" is no column of \"table\"");
  else if (!names_all (needs, function))
    data_file_refuse (error, path, "\"needs\" leaves out a column that the function \"%s\" reads", function->name);
  else if ((function->asks & CHECK_ASKS_DAYS && !days) || (function->asks & CHECK_ASKS_AGE && !age)
           || (function->asks & CHECK_ASKS_BEFORE && !before))
    data_file_refuse (error, path, "the function \"%s\" needs its limit: %s", function->name,
                      function->asks & CHECK_ASKS_DAYS  ? "\"days\""
                      : function->asks & CHECK_ASKS_AGE ? "\"age\""
                                                        : "\"before\"");
  else if (before && !check_parse_day (before, &day))
    data_file_refuse (error, path, "\"before\" is a day such as \"1991-10-14\"");
  else if (enabled && !json_is_boolean (enabled))
    data_file_refuse (error, path, "\"enabled\" is true or false");
  else if (first_year && last_year && last_year < first_year)
    data_file_refuse (error, path, "\"last\" is before \"first\"");
  else
    return g_object_new (MARMOT_TYPE_EPISODE_RULE, "id", read[0], "title", read[1], "predicate", read[2], "table", read[3],
                         "column", read[4], "meaning", read[5], "message", read[6], "fix", read[7], "needs", needs,
                         "severity", severity, "enabled", enabled == NULL || json_is_true (enabled), "first-year",
                         (guint) first_year, "last-year", (guint) last_year, "days", days, "age", age, "before", before,
                         NULL);
  return NULL;
}

MarmotEpisodeRules *
marmot_episode_rules_new_from_json (GBytes *json,
                                    GError **error)
{
  g_autoptr (MarmotEpisodeRules) self = NULL;
  g_autoptr (json_t) file = NULL;
  json_t *list;

  g_return_val_if_fail (json != NULL, NULL);

  file = data_file_open (json, "marmot-episode-rules", "rules", "rules on episodes", error);
  if (!file)
    return NULL;
  list = json_object_get (file, "rules");
  if (json_array_size (list) > MAX_RULES)
    {
      data_file_refuse (error, "rules", "there are at most %d rules in a file", MAX_RULES);
      return NULL;
    }

  self = g_object_new (MARMOT_TYPE_EPISODE_RULES, NULL);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *path = data_file_step ("", "rules", i);
      MarmotEpisodeRule *rule = read_rule (json_array_get (list, i), path, error);

      if (!rule)
        return NULL;
      if (marmot_episode_rules_find (self, marmot_episode_rule_get_id (rule)))
        {
          data_file_refuse (error, path, "another rule has its number: give it one of its own");
          g_object_unref (rule);
          return NULL;
        }
      g_ptr_array_add (self->rules, rule);
    }
  return g_steal_pointer (&self);
}

MarmotEpisodeRules *
marmot_episode_rules_new_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = marmot_data_lookup (BUILTIN, &error);
  MarmotEpisodeRules *self = json ? marmot_episode_rules_new_from_json (json, &error) : NULL;

  /* It is built in, and a test reads it. */
  if (!self)
    g_error ("%s", error->message);
  return self;
}

/* --- looking at them ----------------------------------------------------------------- */

MarmotEpisodeRule *
marmot_episode_rules_find (MarmotEpisodeRules *self,
                           const char *id)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_RULES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->rules->len; i++)
    if (g_str_equal (marmot_episode_rule_get_id (self->rules->pdata[i]), id))
      return self->rules->pdata[i];
  return NULL;
}

/* The same rule, off. */
static MarmotEpisodeRule *
copy_off (MarmotEpisodeRule *rule)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (rule), &n_properties);
  g_autofree const char **names = g_new (const char *, n_properties);
  g_autofree GValue *values = g_new0 (GValue, n_properties);
  GObject *copy;

  for (guint i = 0; i < n_properties; i++)
    {
      names[i] = properties[i]->name;
      g_value_init (&values[i], properties[i]->value_type);
      g_object_get_property (G_OBJECT (rule), names[i], &values[i]);
      if (strcmp (names[i], "enabled") == 0)
        g_value_set_boolean (&values[i], FALSE);
    }
  copy = g_object_new_with_properties (MARMOT_TYPE_EPISODE_RULE, n_properties, names, values);
  for (guint i = 0; i < n_properties; i++)
    g_value_unset (&values[i]);
  return MARMOT_EPISODE_RULE (copy);
}

MarmotEpisodeRules *
marmot_episode_rules_without (MarmotEpisodeRules *self,
                              const char *const *ids,
                              GError **error)
{
  MarmotEpisodeRules *others;

  g_return_val_if_fail (MARMOT_IS_EPISODE_RULES (self), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i]; i++)
    if (!marmot_episode_rules_find (self, ids[i]))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "There is no rule \"%s\": name one that there is",
                     ids[i]);
        return NULL;
      }
  others = g_object_new (MARMOT_TYPE_EPISODE_RULES, NULL);
  for (guint i = 0; i < self->rules->len; i++)
    {
      MarmotEpisodeRule *rule = self->rules->pdata[i];

      g_ptr_array_add (others->rules, g_strv_contains (ids, marmot_episode_rule_get_id (rule)) ? copy_off (rule)
                                                                                               : g_object_ref (rule));
    }
  return others;
}

/* --- a list of rules ----------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_EPISODE_RULE;
}

static guint
get_n_items (GListModel *model)
{
  return MARMOT_EPISODE_RULES (model)->rules->len;
}

static gpointer
get_item (GListModel *model,
          guint row)
{
  GPtrArray *rules = MARMOT_EPISODE_RULES (model)->rules;

  return row < rules->len ? g_object_ref (rules->pdata[row]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
