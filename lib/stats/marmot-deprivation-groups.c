/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-record-private.h"
#include "figures-private.h"
#include "quantile-private.h"

#define MAX_GROUPS 100

struct _MarmotDeprivationGroups
{
  GObject parent_instance;

  MarmotDeprivationEdition *edition;
  MarmotDeprivationScope scope;
  guint n_groups;
  gboolean by_people;

  MarmotTable *table; /* set once, by the one function that makes groups */
};

G_DEFINE_FINAL_TYPE (MarmotDeprivationGroups, marmot_deprivation_groups, G_TYPE_OBJECT)

/**
 * MarmotDeprivationGroups:edition: (getter get_edition)
 *
 * The edition of the index.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationGroups:scope: (getter get_scope)
 *
 * What small areas were ranked in.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationGroups:n-groups: (getter get_n_groups)
 *
 * How many groups there are.
 *
 * Since: 1.0
 */

/**
 * MarmotDeprivationGroups:by-people: (getter get_by_people)
 *
 * Whether the groups hold equal numbers of people, and not of areas.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "edition", marmot_deprivation_edition_get_type, G_STRUCT_OFFSET (MarmotDeprivationGroups, edition), 0 },
  { "scope", marmot_deprivation_scope_get_type, G_STRUCT_OFFSET (MarmotDeprivationGroups, scope), 0 },
  { "n-groups", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotDeprivationGroups, n_groups), 0 },
  { "by-people", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotDeprivationGroups, by_people), 0 },
};

static void (*finalize_record) (GObject *object);

static void
marmot_deprivation_groups_finalize (GObject *object)
{
  MarmotDeprivationGroups *self = MARMOT_DEPRIVATION_GROUPS (object);

  g_clear_pointer (&self->table, marmot_table_unref);
  finalize_record (object);
}

static void
marmot_deprivation_groups_class_init (MarmotDeprivationGroupsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_deprivation_groups_finalize;
}

static void
marmot_deprivation_groups_init (MarmotDeprivationGroups *self)
{
}

#define GETTER(CType, field, on_failure)                                                                  \
  MARMOT_RECORD_GETTER (MarmotDeprivationGroups, marmot_deprivation_groups, MARMOT_IS_DEPRIVATION_GROUPS, \
                        CType, field, on_failure)

GETTER (MarmotDeprivationEdition *, edition, NULL)
GETTER (MarmotDeprivationScope, scope, (MarmotDeprivationScope) 0)
GETTER (guint, n_groups, 0)
GETTER (gboolean, by_people, FALSE)

MarmotTable *
marmot_deprivation_groups_get_table (MarmotDeprivationGroups *self)
{
  g_return_val_if_fail (MARMOT_IS_DEPRIVATION_GROUPS (self), NULL);

  return self->table;
}

/* The ranks and people of rows, checked. */
typedef struct
{
  gsize n_rows;
  double *ranks;
  double *people; /* NULL where every area counts once */
  guint8 *status;
} Rows;

static void
rows_clear (Rows *rows)
{
  g_free (rows->ranks);
  g_free (rows->people);
  g_free (rows->status);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gboolean
rows_init (Rows *rows,
           MarmotDeprivationEdition *edition,
           MarmotColumn *ranks,
           MarmotColumn *people,
           guint n_groups,
           GError **error)
{
  double n_areas = marmot_deprivation_edition_get_n_areas (edition);

  rows->n_rows = ranks->length;
  if (n_groups < 2 || n_groups > MAX_GROUPS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Ask for 2 to %d groups, such as 5 for fifths and 10 for tenths", MAX_GROUPS);
      return FALSE;
    }
  if (!marmot_figures_check_column (ranks, "ranks", rows->n_rows, error)
      || (people && !marmot_figures_check_column (people, "people", rows->n_rows, error)))
    return FALSE;

  rows->status = g_malloc0 (MAX (rows->n_rows, 1));
  rows->ranks = marmot_figures_read_all (ranks, rows->status);
  for (gsize row = 0; row < rows->n_rows; row++)
    {
      double rank = rows->ranks[row];

      if (rows->status[row] != MARMOT_STATUS_OK)
        continue;
      if (!isfinite (rank))
        rows->status[row] = MARMOT_STATUS_NOT_FINITE;
      else if (rank < 1 || rank > n_areas || rank != floor (rank))
        rows->status[row] = MARMOT_STATUS_RANK_OUT_OF_RANGE;
    }
  if (people)
    {
      rows->people = marmot_figures_read_all (people, rows->status);
      marmot_quantile_check_people (rows->people, rows->n_rows, rows->status);
    }
  return TRUE;
}

/* People weigh one area against all others, so none may be missing or twice. */
static gboolean
check_all_there (const Rows *rows,
                 guint n_areas,
                 GError **error)
{
  g_autofree guint8 *seen = g_malloc0 (n_areas);
  gsize n_seen = 0;

  for (gsize row = 0; row < rows->n_rows; row++)
    if (rows->status[row] == MARMOT_STATUS_OK)
      {
        gsize at = (gsize) rows->ranks[row] - 1;

        if (seen[at])
          {
            g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                         "Row %" G_GSIZE_FORMAT " repeats a rank: pass each small area once", row);
            return FALSE;
          }
        seen[at] = 1;
        n_seen++;
      }
  if (n_seen == n_areas)
    return TRUE;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "%" G_GSIZE_FORMAT " of the edition's %u small areas are there: by people every one is needed, with its "
               "people; pass no people to let each area count once",
               n_seen, n_areas);
  return FALSE;
}

static MarmotDeprivationGroups *
finish (MarmotDeprivationEdition *edition,
        MarmotDeprivationScope scope,
        guint n_groups,
        const Rows *rows,
        const gint32 *quantile)
{
  MarmotDeprivationGroups *self = g_object_new (MARMOT_TYPE_DEPRIVATION_GROUPS,
                                                "edition", edition,
                                                "scope", scope,
                                                "n-groups", n_groups,
                                                "by-people", rows->people != NULL,
                                                NULL);

  self->table = marmot_quantile_finish (quantile, rows->status, rows->n_rows);
  return self;
}

MarmotDeprivationGroups *
marmot_deprivation_groups_new_england (MarmotDeprivationEdition *edition,
                                       MarmotColumn *ranks,
                                       MarmotColumn *people,
                                       guint n_groups,
                                       GError **error)
{
  MarmotQuantilePlan plan = { MARMOT_QUANTILE_RULE_PEOPLE, n_groups, FALSE };
  g_auto (Rows) rows = { 0, NULL, NULL, NULL };
  g_autofree gint32 *quantile = NULL;
  g_autofree gint32 *codes = NULL;
  guint n_areas;

  g_return_val_if_fail (MARMOT_IS_DEPRIVATION_EDITION (edition), NULL);
  g_return_val_if_fail (ranks != NULL, NULL);

  n_areas = marmot_deprivation_edition_get_n_areas (edition);
  if (!rows_init (&rows, edition, ranks, people, n_groups, error))
    return NULL;

  quantile = g_new0 (gint32, MAX (rows.n_rows, 1));
  if (people)
    {
      if (!check_all_there (&rows, n_areas, error))
        return NULL;
      codes = g_new0 (gint32, MAX (rows.n_rows, 1));
      marmot_quantile_cut (&plan, rows.ranks, rows.people, codes, rows.n_rows, 1, quantile, rows.status);
    }
  else
    for (gsize row = 0; row < rows.n_rows; row++)
      if (rows.status[row] == MARMOT_STATUS_OK)
        {
          /* Whole numbers, so that nothing falls to the wrong side of a bound. */
          guint64 scaled = (guint64) rows.ranks[row] * n_groups;

          quantile[row] = (gint32) ((scaled + n_areas - 1) / n_areas);
        }
  return finish (edition, MARMOT_DEPRIVATION_SCOPE_ENGLAND, n_groups, &rows, quantile);
}

MarmotDeprivationGroups *
marmot_deprivation_groups_new_within (MarmotDeprivationEdition *edition,
                                      MarmotColumn *ranks,
                                      MarmotColumn *people,
                                      MarmotGroups *areas,
                                      guint n_groups,
                                      GError **error)
{
  MarmotQuantilePlan plan = { people ? MARMOT_QUANTILE_RULE_PEOPLE : MARMOT_QUANTILE_RULE_RANK, n_groups, FALSE };
  g_auto (Rows) rows = { 0, NULL, NULL, NULL };
  g_autofree gint32 *quantile = NULL;
  g_autofree gint32 *owned = NULL;
  const gint32 *codes;
  gsize n_areas;

  g_return_val_if_fail (MARMOT_IS_DEPRIVATION_EDITION (edition), NULL);
  g_return_val_if_fail (ranks != NULL, NULL);
  g_return_val_if_fail (areas != NULL, NULL);

  if (!rows_init (&rows, edition, ranks, people, n_groups, error)
      || !marmot_figures_get_groups_of (rows.n_rows, areas, &codes, &n_areas, &owned, error))
    return NULL;

  quantile = g_new0 (gint32, MAX (rows.n_rows, 1));
  marmot_quantile_cut (&plan, rows.ranks, rows.people, codes, rows.n_rows, n_areas, quantile, rows.status);
  return finish (edition, MARMOT_DEPRIVATION_SCOPE_WITHIN_AREA, n_groups, &rows, quantile);
}

GPtrArray *
marmot_deprivation_groups_compare (MarmotDeprivationGroups *self,
                                   MarmotDeprivationGroups *later)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_DEPRIVATION_GROUPS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_DEPRIVATION_GROUPS (later), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);

#define ADD(rule, message, fix) \
  g_ptr_array_add (findings, marmot_finding_new (rule, MARMOT_SEVERITY_ERROR, NULL, 0, NULL, NULL, message, fix))

  if (g_strcmp0 (marmot_deprivation_edition_get_name (self->edition),
                 marmot_deprivation_edition_get_name (later->edition))
      != 0)
    ADD ("deprivation/editions-differ",
         "The two are of different editions of the indices of deprivation, which rank places anew",
         "Make both periods' groups from one edition, or report the two gaps side by side without a change");
  if (marmot_deprivation_edition_get_lsoa_vintage (self->edition)
      != marmot_deprivation_edition_get_lsoa_vintage (later->edition))
    ADD ("deprivation/vintages-differ", "The two are of small areas of different vintages",
         "Bring the events and the people of both periods to the small areas of one vintage");
  if (self->scope != later->scope)
    ADD ("deprivation/scopes-differ", "One ranks small areas in England, the other within areas",
         "Make both in England, or both within areas");
  if (self->n_groups != later->n_groups)
    ADD ("deprivation/numbers-differ", "The two have different numbers of groups",
         "Make as many groups of both: fifths or tenths");
  if (self->by_people != later->by_people)
    ADD ("deprivation/weights-differ", "One counts small areas, the other people", "Make both by areas, or both by people");
#undef ADD

  return findings;
}
