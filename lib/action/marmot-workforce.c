/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotWorkforce
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  char *source;
  char *note;
  GListStore *roles;
};

G_DEFINE_FINAL_TYPE (MarmotWorkforce, marmot_workforce, G_TYPE_OBJECT)

/**
 * MarmotWorkforce:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The organisation or partnership that agreed it.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforce:roles: (getter get_roles)
 *
 * Its roles, as [class@Marmot.WorkforceRole] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforce, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforce, organisation), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforce, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotWorkforce, date), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforce, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforce, note), NULL, 0 },
  { "roles", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotWorkforce, roles), marmot_workforce_role_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-workforce", "workforce table", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_workforce_class_init (MarmotWorkforceClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_workforce_init (MarmotWorkforce *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotWorkforce, marmot_workforce, MARMOT_TYPE_WORKFORCE, MARMOT_IS_WORKFORCE)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotWorkforce, marmot_workforce, MARMOT_TYPE_WORKFORCE, MARMOT_IS_WORKFORCE)

MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotWorkforce, marmot_workforce, MARMOT_IS_WORKFORCE, GListStore *, roles, NULL)

/* How much each occupation leads at most, by its name without capitals. */
static GHashTable *
index_leads (MarmotWorkforce *self)
{
  GHashTable *leads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < action_count (self->roles); i++)
    {
      MarmotWorkforceRole *role = action_peek (self->roles, i);
      GListStore *occupations = marmot_workforce_role_get_occupations (role);
      const guint lead = (guint) marmot_workforce_role_get_lead (role);

      for (guint j = 0; j < action_count (occupations); j++)
        {
          const char *name = marmot_workforce_occupation_get_name (action_peek (occupations, j));
          char *folded = name ? g_utf8_casefold (name, -1) : NULL;

          if (folded && GPOINTER_TO_UINT (g_hash_table_lookup (leads, folded)) <= lead)
            g_hash_table_replace (leads, folded, GUINT_TO_POINTER (lead));
          else
            g_free (folded);
        }
    }
  return leads;
}

static MarmotLeadPractitioner
look_up_lead (GHashTable *leads,
              const char *occupation)
{
  g_autofree char *folded = g_utf8_casefold (occupation, -1);

  return (MarmotLeadPractitioner) GPOINTER_TO_UINT (g_hash_table_lookup (leads, folded));
}

MarmotLeadPractitioner
marmot_workforce_get_lead (MarmotWorkforce *self,
                           const char *occupation)
{
  g_autoptr (GHashTable) leads = NULL;

  g_return_val_if_fail (MARMOT_IS_WORKFORCE (self), MARMOT_LEAD_UNKNOWN);
  g_return_val_if_fail (occupation != NULL, MARMOT_LEAD_UNKNOWN);

  leads = index_leads (self);
  return look_up_lead (leads, occupation);
}

MarmotTable *
marmot_workforce_list_leads (MarmotWorkforce *self,
                             MarmotLeadPractitioner least)
{
  static const ActionColumn columns[] = {
    { "tier", MARMOT_COLUMN_INTEGER }, { "role", MARMOT_COLUMN_TEXT }, { "occupation", MARMOT_COLUMN_TEXT },
    { "sector", MARMOT_COLUMN_TEXT },  { "lead", MARMOT_COLUMN_TEXT },
  };
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_WORKFORCE (self), NULL);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < action_count (self->roles); i++)
    {
      MarmotWorkforceRole *role = action_peek (self->roles, i);
      GListStore *occupations = marmot_workforce_role_get_occupations (role);

      for (guint j = 0; j < action_count (occupations) && marmot_workforce_role_get_lead (role) >= least; j++)
        {
          MarmotWorkforceOccupation *occupation = action_peek (occupations, j);

          if (marmot_workforce_role_get_tier (role) > 0)
            action_table_integer (table, 0, marmot_workforce_role_get_tier (role));
          else
            action_table_null (table, 0);
          action_table_text (table, 1, marmot_workforce_role_get_label (role));
          action_table_text (table, 2, marmot_workforce_occupation_get_name (occupation));
          action_table_text (table, 3, marmot_workforce_occupation_get_sector (occupation));
          action_table_member (table, 4, MARMOT_TYPE_LEAD_PRACTITIONER, (int) marmot_workforce_role_get_lead (role));
        }
    }
  return action_table_finish (table);
}

typedef struct
{
  const char *name; /* NULL of occupations that do not say */
  guint n_usually, n_may, n_exceptionally;
  guint n_leads;
  gboolean is_given;
} Sector;

/* The place of a sector, which is a new one if need be. */
static guint
find_sector (GArray *sectors,
             GHashTable *places,
             const char *name)
{
  const char *key = name ? name : "";
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

  if (place == 0)
    {
      place = sectors->len + 1;
      g_array_set_size (sectors, place);
      g_array_index (sectors, Sector, place - 1).name = name;
      g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static void
count_occupations (MarmotWorkforce *self,
                   GArray *sectors,
                   GHashTable *places)
{
  for (guint i = 0; i < action_count (self->roles); i++)
    {
      MarmotWorkforceRole *role = action_peek (self->roles, i);
      const MarmotLeadPractitioner lead = marmot_workforce_role_get_lead (role);
      GListStore *occupations = marmot_workforce_role_get_occupations (role);

      for (guint j = 0; j < action_count (occupations); j++)
        {
          const char *name = marmot_workforce_occupation_get_sector (action_peek (occupations, j));
          /* The array may move. */
          const guint place = find_sector (sectors, places, name);
          Sector *sector = &g_array_index (sectors, Sector, place);

          sector->n_usually += lead == MARMOT_LEAD_USUALLY;
          sector->n_may += lead == MARMOT_LEAD_MAY;
          sector->n_exceptionally += lead == MARMOT_LEAD_EXCEPTIONALLY;
        }
    }
}

static gboolean
take_leads (GArray *sectors,
            GHashTable *places,
            const char *const *names,
            const guint *n_leads,
            gsize n_sectors,
            gsize n_counts,
            GError **error)
{
  if (n_sectors != n_counts)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "There are %" G_GSIZE_FORMAT " sectors and %" G_GSIZE_FORMAT " counts: give one count a sector", n_sectors,
                   n_counts);
      return FALSE;
    }
  for (gsize i = 0; i < n_sectors; i++)
    {
      const guint place = find_sector (sectors, places, names[i]);
      Sector *sector = &g_array_index (sectors, Sector, place);

      if (sector->is_given)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Sector %" G_GSIZE_FORMAT " stands in the list twice: add its counts up", i + 1);
          return FALSE;
        }
      sector->is_given = TRUE;
      sector->n_leads = n_leads[i];
    }
  return TRUE;
}

static gboolean
add_sector (ActionTable *table,
            const Sector *sector,
            guint64 n_leads,
            guint64 n_able,
            MarmotIntervalOptions *options,
            GError **error)
{
  const guint able = sector->n_usually + sector->n_may;
  g_autoptr (MarmotEstimate) share = NULL;

  action_table_text (table, 0, sector->name);
  action_table_integer (table, 1, sector->n_usually);
  action_table_integer (table, 2, sector->n_may);
  action_table_integer (table, 3, sector->n_exceptionally);
  if (sector->is_given)
    action_table_integer (table, 4, sector->n_leads);
  else
    action_table_null (table, 4);
  if (sector->is_given && n_leads > 0)
    {
      share = marmot_proportion ((double) sector->n_leads, (double) n_leads, options, error);
      if (!share)
        return FALSE;
      action_table_double (table, 5, marmot_estimate_get_value (share));
      action_table_double (table, 6, marmot_estimate_get_lower (share));
      action_table_double (table, 7, marmot_estimate_get_upper (share));
    }
  else
    for (guint column = 5; column <= 7; column++)
      action_table_null (table, column);
  /* Shares compared by crossing, in whole numbers. A number that nobody gave is not 0. */
  if (sector->is_given)
    action_table_boolean (table, 8, able > 0 && sector->n_leads * n_able < able * n_leads);
  else
    action_table_null (table, 8);
  return TRUE;
}

MarmotTable *
marmot_workforce_compare_leads (MarmotWorkforce *self,
                                const char *const *sectors,
                                const guint *n_leads,
                                gsize n_sectors,
                                gsize n_counts,
                                MarmotIntervalOptions *options,
                                GError **error)
{
  static const ActionColumn columns[] = {
    { "sector", MARMOT_COLUMN_TEXT },   { "n_usually", MARMOT_COLUMN_INTEGER }, { "n_may", MARMOT_COLUMN_INTEGER },
    { "n_exceptionally", MARMOT_COLUMN_INTEGER }, { "n_leads", MARMOT_COLUMN_INTEGER }, { "share", MARMOT_COLUMN_DOUBLE },
    { "lower", MARMOT_COLUMN_DOUBLE },  { "upper", MARMOT_COLUMN_DOUBLE },      { "gap", MARMOT_COLUMN_BOOLEAN },
  };
  g_autoptr (GArray) known = NULL;
  g_autoptr (GHashTable) places = NULL;
  guint64 all_leads = 0, all_able = 0;
  gboolean is_right = TRUE;
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_WORKFORCE (self), NULL);
  g_return_val_if_fail (sectors != NULL || n_sectors == 0, NULL);
  g_return_val_if_fail (n_leads != NULL || n_counts == 0, NULL);

  known = g_array_new (FALSE, TRUE, sizeof (Sector));
  places = g_hash_table_new (g_str_hash, g_str_equal);
  if (!take_leads (known, places, sectors, n_leads, n_sectors, n_counts, error))
    return NULL;
  count_occupations (self, known, places);
  for (guint i = 0; i < known->len; i++)
    {
      const Sector *sector = &g_array_index (known, Sector, i);

      all_leads += sector->n_leads;
      all_able += sector->n_usually + sector->n_may;
    }

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < known->len && is_right; i++)
    is_right = add_sector (table, &g_array_index (known, Sector, i), all_leads, all_able, options, error);
  /* Half a row cannot be made into a table. */
  if (!is_right)
    {
      action_table_free (table);
      return NULL;
    }
  return action_table_finish (table);
}

static void
check_role (GHashTable *leads,
            MarmotWorkforceRole *role,
            const char *path,
            GPtrArray *findings)
{
  GListStore *occupations = marmot_workforce_role_get_occupations (role);

  if (marmot_workforce_role_get_lead (role) == MARMOT_LEAD_UNKNOWN)
    action_report (findings, "workforce/lead", MARMOT_SEVERITY_WARNING, path, "lead",
                   "It does not say whether they act as lead practitioner", "Write whether they do");
  if (!marmot_workforce_role_get_expectations (role))
    action_report (findings, "workforce/no-expectations", MARMOT_SEVERITY_WARNING, path, "expectations",
                   "Nothing is expected of it", "Write what is expected");
  if (action_count (occupations) == 0)
    action_report (findings, "workforce/no-occupations", MARMOT_SEVERITY_WARNING, path, "occupations",
                   "Nobody is likely to undertake it", "Write which occupations are");
  for (guint i = 0; i < action_count (occupations); i++)
    {
      const char *name = marmot_workforce_occupation_get_name (action_peek (occupations, i));
      g_autofree char *step = marmot_document_step (path, "occupations", i);

      if (name && look_up_lead (leads, name) > marmot_workforce_role_get_lead (role))
        action_report (findings, "workforce/occupation", MARMOT_SEVERITY_NOTE, step, "name",
                       "Under another role the same occupation leads more often", "Say which of the two holds");
    }
}

GPtrArray *
marmot_workforce_check (MarmotWorkforce *self)
{
  g_autoptr (GHashTable) leads = NULL;
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_WORKFORCE (self), NULL);

  leads = index_leads (self);
  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->roles); i++)
    {
      g_autofree char *step = marmot_document_step ("", "roles", i);

      check_role (leads, action_peek (self->roles, i), step, findings);
    }
  action_check_ids (self->roles, "workforce/duplicate", "", "roles", findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
