/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "small-tables-private.h"
#include "core/marmot-data-file-private.h"
#include "core/marmot-data-private.h"
#include "legal-private.h"

#include <string.h>

#define BUILTIN "care-law.json"
#define FORMAT "marmot-care-law"

/* More than there can be: a file of more is no law. */
#define MAX_PROVISIONS 1000

static const char *const file_keys[] = { "format", "title", "notes", "provisions", NULL };
static const char *const provision_keys[] = { "name", "title", "authority", "from", "until", "basis", "text", "days",
                                              "months", NULL };

struct _MarmotCareLaw
{
  GObject parent_instance;

  char *title;
  GArray *provisions;       /* of LegalProvision */
};

G_DEFINE_FINAL_TYPE (MarmotCareLaw, marmot_care_law, G_TYPE_OBJECT)

static void
clear_provision (gpointer data)
{
  LegalProvision *provision = data;

  g_free (provision->title);
  g_free (provision->authority);
  g_free (provision->text);
}

static void
marmot_care_law_finalize (GObject *object)
{
  MarmotCareLaw *self = MARMOT_CARE_LAW (object);

  g_free (self->title);
  g_array_unref (self->provisions);

  G_OBJECT_CLASS (marmot_care_law_parent_class)->finalize (object);
}

static void
marmot_care_law_class_init (MarmotCareLawClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_care_law_finalize;
}

static void
marmot_care_law_init (MarmotCareLaw *self)
{
  self->provisions = g_array_new (FALSE, TRUE, sizeof (LegalProvision));
  g_array_set_clear_func (self->provisions, clear_provision);
}

const LegalProvision *
legal_law_peek (MarmotCareLaw *law,
                gsize *n_provisions)
{
  *n_provisions = law->provisions->len;
  return (const LegalProvision *) (const void *) law->provisions->data;
}

/* --- reading ------------------------------------------------------------------------- */

static gboolean
read_number (json_t *object,
             const char *path,
             const char *key,
             gint32 most,
             gint32 *number,
             GError **error)
{
  json_t *value = json_object_get (object, key);

  *number = 0;
  if (!value)
    return TRUE;
  if (!json_is_integer (value) || json_integer_value (value) < 1 || json_integer_value (value) > most)
    return data_file_refuse (error, path, "\"%s\" is a whole number from 1 to %d", key, most);
  *number = (gint32) json_integer_value (value);
  return TRUE;
}

static gboolean
read_days (json_t *object,
           const char *path,
           LegalProvision *provision,
           GError **error)
{
  gboolean has_from, has_until;

  if (!data_file_day (object, path, "from", &provision->from, &has_from, error)
      || !data_file_day (object, path, "until", &provision->until, &has_until, error))
    return FALSE;
  if (!has_from)
    provision->from = LEGAL_NO_DATE;
  if (!has_until)
    provision->until = LEGAL_NO_DATE;
  if (has_until && (!has_from || provision->until <= provision->from))
    return data_file_refuse (error, path, "\"until\" is the first day on which it is no longer law, after \"from\"");
  return TRUE;
}

static LegalRule
find_rule (const char *name)
{
  for (guint rule = 0; rule < LEGAL_N_RULES; rule++)
    if (g_str_equal (legal_rule_name (rule), name))
      return rule;
  return LEGAL_NO_RULE;
}

/* What is read stays in the list, which frees it, also where it is refused. */
static gboolean
read_provision (MarmotCareLaw *self,
                json_t *object,
                const char *path,
                GError **error)
{
  const char *name, *title, *authority, *basis, *text;
  LegalProvision *provision;
  LegalRule rule;

  if (!data_file_object (object, path, provision_keys, error)
      || !data_file_text (object, path, "name", TRUE, &name, error)
      || !data_file_text (object, path, "title", TRUE, &title, error)
      || !data_file_text (object, path, "authority", TRUE, &authority, error)
      || !data_file_text (object, path, "basis", TRUE, &basis, error)
      || !data_file_text (object, path, "text", TRUE, &text, error))
    return FALSE;
  rule = find_rule (name);
  if (rule == LEGAL_NO_RULE)
    return data_file_refuse (error, path, "\"name\" is none of the provisions that can be applied here");
  if (!g_str_equal (basis, "read") && !g_str_equal (basis, "memory"))
    return data_file_refuse (error, path, "\"basis\" is \"read\" or \"memory\"");

  g_array_set_size (self->provisions, self->provisions->len + 1);
  provision = &g_array_index (self->provisions, LegalProvision, self->provisions->len - 1);
  provision->rule = rule;
  provision->title = g_strdup (title);
  provision->authority = g_strdup (authority);
  provision->text = g_strdup (text);
  provision->is_read = g_str_equal (basis, "read");
  if (!read_days (object, path, provision, error) || !read_number (object, path, "days", 3660, &provision->days, error)
      || !read_number (object, path, "months", 120, &provision->months, error))
    return FALSE;

  for (guint i = 0; i + 1 < self->provisions->len; i++)
    {
      const LegalProvision *other = &g_array_index (self->provisions, LegalProvision, i);

      if (other->rule == rule && other->from != LEGAL_NO_DATE && provision->from != LEGAL_NO_DATE
          && (other->until == LEGAL_NO_DATE || other->until > provision->from)
          && (provision->until == LEGAL_NO_DATE || provision->until > other->from))
        return data_file_refuse (error, path, "an entry before it is of the same provision on the same days");
    }
  return TRUE;
}

/* A rule without its number could not be applied: the 13 weeks, and the six months. */
static gboolean
check_parameters (MarmotCareLaw *self,
                  GError **error)
{
  for (guint i = 0; i < self->provisions->len; i++)
    {
      const LegalProvision *provision = &g_array_index (self->provisions, LegalProvision, i);
      g_autofree char *path = data_file_step ("", "provisions", i);
      gboolean needs_days = provision->rule == LEGAL_ELIGIBLE || provision->rule == LEGAL_RELEVANT_DETAINED;

      if (needs_days && !provision->days)
        return data_file_refuse (error, path, "\"days\" says how many days of care it asks for");
      if (provision->rule == LEGAL_HOME && !provision->months)
        return data_file_refuse (error, path, "\"months\" says after how many months at home it applies");
    }
  return TRUE;
}

MarmotCareLaw *
marmot_care_law_new_from_json (GBytes *json,
                               GError **error)
{
  g_autoptr (MarmotCareLaw) self = NULL;
  g_autoptr (json_t) file = NULL;
  const char *title;
  json_t *list;

  g_return_val_if_fail (json != NULL, NULL);

  file = data_file_open (json, FORMAT, "provisions", "care leavers' law", error);
  if (!file || !data_file_object (file, "", file_keys, error)
      || !data_file_text (file, "", "title", TRUE, &title, error))
    return NULL;
  list = json_object_get (file, "provisions");
  if (json_array_size (list) > MAX_PROVISIONS)
    {
      data_file_refuse (error, "provisions", "there are at most %d", MAX_PROVISIONS);
      return NULL;
    }

  self = g_object_new (MARMOT_TYPE_CARE_LAW, NULL);
  self->title = g_strdup (title);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *path = data_file_step ("", "provisions", i);

      if (!read_provision (self, json_array_get (list, i), path, error))
        return NULL;
    }
  return check_parameters (self, error) ? g_steal_pointer (&self) : NULL;
}

MarmotCareLaw *
marmot_care_law_get_default (void)
{
  static gsize once;
  static MarmotCareLaw *law;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) json = marmot_data_lookup (BUILTIN, &error);

      law = json ? marmot_care_law_new_from_json (json, &error) : NULL;
      if (!law)
        g_error ("%s: %s", BUILTIN, error->message);
      g_once_init_leave (&once, 1);
    }
  return law;
}

/* --- what is there ------------------------------------------------------------------- */

const char *
marmot_care_law_get_title (MarmotCareLaw *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LAW (self), NULL);

  return self->title;
}

MarmotTable *
marmot_care_law_to_table (MarmotCareLaw *self)
{
  static const char *const names[] = { "provision", "title", "authority", "from", "until", "basis", "text", NULL };
  static const MarmotColumnType types[] = { MARMOT_COLUMN_TEXT, MARMOT_COLUMN_TEXT, MARMOT_COLUMN_TEXT,
                                            MARMOT_COLUMN_DATE, MARMOT_COLUMN_DATE, MARMOT_COLUMN_DICTIONARY,
                                            MARMOT_COLUMN_TEXT };
  MarmotColumnBuilder *builders[G_N_ELEMENTS (types)];

  g_return_val_if_fail (MARMOT_IS_CARE_LAW (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (guint i = 0; i < self->provisions->len; i++)
    {
      const LegalProvision *provision = &g_array_index (self->provisions, LegalProvision, i);

      cohort_append_text (builders[0], legal_rule_name (provision->rule));
      cohort_append_text (builders[1], provision->title);
      cohort_append_text (builders[2], provision->authority);
      cohort_append_day (builders[3], provision->from);
      cohort_append_day (builders[4], provision->until);
      cohort_append_text (builders[5], provision->is_read ? "read" : "memory");
      cohort_append_text (builders[6], provision->text);
    }
  return cohort_finish_table (names, builders);
}

gboolean
marmot_care_law_applies_on (MarmotCareLaw *self,
                            const char *provision,
                            const GDate *day)
{
  LegalRule rule;

  g_return_val_if_fail (MARMOT_IS_CARE_LAW (self), FALSE);
  g_return_val_if_fail (provision != NULL, FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  rule = find_rule (provision);
  return rule != LEGAL_NO_RULE && legal_law_find (self, rule, legal_day_of_date (day)) != NULL;
}

const char *
marmot_care_law_get_authority (MarmotCareLaw *self,
                               const char *provision)
{
  const LegalProvision *found;
  LegalRule rule;

  g_return_val_if_fail (MARMOT_IS_CARE_LAW (self), NULL);
  g_return_val_if_fail (provision != NULL, NULL);

  rule = find_rule (provision);
  found = rule != LEGAL_NO_RULE ? legal_law_any (self, rule) : NULL;
  return found ? found->authority : NULL;
}
