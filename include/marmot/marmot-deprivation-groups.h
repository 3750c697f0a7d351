/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-deprivation-edition.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotDeprivationScope:
 * @MARMOT_DEPRIVATION_SCOPE_ENGLAND: a tenth is a tenth of England's small areas
 * @MARMOT_DEPRIVATION_SCOPE_WITHIN_AREA: a tenth is a tenth of the small areas of a
 *   council, however deprived the council is
 *
 * What small areas are ranked in. A deprived council has many of England's most
 * deprived tenth, and always one tenth of its own.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_DEPRIVATION_SCOPE_ENGLAND,
  MARMOT_DEPRIVATION_SCOPE_WITHIN_AREA
} MarmotDeprivationScope;

/**
 * MarmotDeprivationGroups:
 *
 * Small areas in fifths or tenths of deprivation, 1 being the most deprived, and how
 * these were made: from which edition of the index, in England or within areas, by
 * areas or by people. The figures of two sets of groups can be followed from one to
 * the other only if all of that is the same.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_DEPRIVATION_GROUPS (marmot_deprivation_groups_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotDeprivationGroups, marmot_deprivation_groups, MARMOT, DEPRIVATION_GROUPS, GObject)

/**
 * marmot_deprivation_groups_new_england:
 * @edition: the edition of the index
 * @ranks: England's rank of each small area, from 1 for the most deprived
 * @people: (nullable): how many people each has, or %NULL to let every area count
 *   once
 * @n_groups: 5 for fifths, 10 for tenths, at most 100
 * @error: return location for an error
 *
 * Groups of England. Where every area counts once, rank r of N is in the group
 * r × k / N, rounded up, so any rows will do, and an area may have several. By people
 * every small area of the edition must be there, once each.
 *
 * The table that [method@Marmot.DeprivationGroups.get_table] gives has a row a row. A
 * rank that the edition does not have, such as one above its number of areas, gives no
 * group and the status "rank-out-of-range": it is likely of another edition.
 *
 * Columns of other lengths are a %MARMOT_ERROR_LENGTH, columns that hold no numbers a
 * %MARMOT_ERROR_TYPE, and too few or repeated areas, by people, a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): the groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationGroups *marmot_deprivation_groups_new_england (MarmotDeprivationEdition  *edition,
                                                                MarmotColumn              *ranks,
                                                                MarmotColumn              *people,
                                                                guint                      n_groups,
                                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_groups_new_within:
 * @edition: the edition of the index
 * @ranks: England's rank of each small area, from 1 for the most deprived
 * @people: (nullable): how many people each has, or %NULL to let every area count
 *   once
 * @areas: the council of each small area
 * @n_groups: 5 for fifths, 10 for tenths, at most 100
 * @error: return location for an error
 *
 * Groups within councils, each of which must be there with all its small areas, a row
 * each. Without people the rule is by rank, and with them by people: see
 * [enum@Marmot.QuantileRule].
 *
 * A council with fewer small areas than groups has none: its rows have the status
 * "too-few-values". Errors are those of [ctor@Marmot.DeprivationGroups.new_england].
 *
 * Returns: (transfer full): the groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationGroups *marmot_deprivation_groups_new_within (MarmotDeprivationEdition  *edition,
                                                               MarmotColumn              *ranks,
                                                               MarmotColumn              *people,
                                                               MarmotGroups              *areas,
                                                               guint                      n_groups,
                                                               GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_groups_get_table:
 * @self: groups
 *
 * A row a row, with the columns `quantile`, from 1 for the most deprived, and
 * `status`, by the short names of [enum@Marmot.Status].
 *
 * Returns: (transfer none): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_deprivation_groups_get_table (MarmotDeprivationGroups *self);

/**
 * marmot_deprivation_groups_get_edition: (get-property edition)
 * @self: groups
 *
 * Returns: (transfer none): the edition of the index
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationEdition *marmot_deprivation_groups_get_edition (MarmotDeprivationGroups *self);

/**
 * marmot_deprivation_groups_get_scope: (get-property scope)
 * @self: groups
 *
 * Returns: what small areas were ranked in
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationScope marmot_deprivation_groups_get_scope (MarmotDeprivationGroups *self);

/**
 * marmot_deprivation_groups_get_n_groups: (get-property n-groups)
 * @self: groups
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_deprivation_groups_get_n_groups (MarmotDeprivationGroups *self);

/**
 * marmot_deprivation_groups_get_by_people: (get-property by-people)
 * @self: groups
 *
 * Returns: whether the groups hold equal numbers of people, and not of areas
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_deprivation_groups_get_by_people (MarmotDeprivationGroups *self);

/**
 * marmot_deprivation_groups_compare:
 * @self: groups of the earlier period
 * @later: groups of the later period
 *
 * What stands in the way of following a gap from one to the other: another edition of
 * the index, small areas of another vintage, England against the council, fifths
 * against tenths, areas against people. Each is an error, since the groups are not of
 * the same people, and a change between them may be of the index alone.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): findings; none if the two can
 *   be compared
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_deprivation_groups_compare (MarmotDeprivationGroups *self,
                                              MarmotDeprivationGroups *later) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
