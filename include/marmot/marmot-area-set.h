/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-neighbour.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPseudoArea:
 * @MARMOT_PSEUDO_AREA_NONE: it is the code of an area
 * @MARMOT_PSEUDO_AREA_NEIGHBOURS: the neighbours of an area: nn-<type>-<code>
 * @MARMOT_PSEUDO_AREA_CATEGORY: a category, such as a deprivation decile:
 *   cat-<category type>-<category>
 * @MARMOT_PSEUDO_AREA_LIST: somebody's own list of areas: al-<list>
 *
 * What stands behind a code that is not that of one area; such codes are those of
 * Fingertips.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PSEUDO_AREA_NONE,
  MARMOT_PSEUDO_AREA_NEIGHBOURS,
  MARMOT_PSEUDO_AREA_CATEGORY,
  MARMOT_PSEUDO_AREA_LIST
} MarmotPseudoArea;

/**
 * MarmotAreaSet:
 *
 * Areas and how they lie to each other: which are parts of which, and which are
 * alike.
 *
 * An area is known by its code and its type together, since the same code stands
 * in several types and versions of geography. It may have several parents: Coventry
 * is in the region and in the combined authority of the West Midlands. Neighbours
 * are kept apart by their source.
 *
 * A set belongs to the thread that fills it; once filled it may be read from any.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_AREA_SET (marmot_area_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAreaSet, marmot_area_set, MARMOT, AREA_SET, GObject)

/**
 * marmot_area_set_new:
 *
 * Makes an empty set, which is a list of [class@Marmot.Area] in the order in which
 * they were added.
 *
 * Returns: (transfer full): a new set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAreaSet    *marmot_area_set_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_area_set_add:
 * @self: a set
 * @area: an area with a code
 * @error: return location for an error
 *
 * Adds an area. An area without a code, or with the code and the type of another of
 * the set, is a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true if it was added
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_area_set_add            (MarmotAreaSet  *self,
                                                  MarmotArea     *area,
                                                  GError        **error);

/**
 * marmot_area_set_add_parent:
 * @self: a set
 * @area: an area of the set
 * @parent: another area of the set, which @area is a part of
 * @error: return location for an error
 *
 * Says that one area is a part of another. An area that is not in the set is a
 * %MARMOT_ERROR_NOT_FOUND; one that would become a part of itself, directly or
 * through others, is a %MARMOT_ERROR_INVALID_DATA. Saying it twice does nothing.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_area_set_add_parent     (MarmotAreaSet  *self,
                                                  MarmotArea     *area,
                                                  MarmotArea     *parent,
                                                  GError        **error);

/**
 * marmot_area_set_add_neighbour:
 * @self: a set
 * @area: an area of the set
 * @neighbour: another area of the set
 * @source: who says that they are alike
 * @rank: how alike they are, from 1 for the most alike
 * @error: return location for an error
 *
 * Says that one area is like another. An area that is not in the set is a
 * %MARMOT_ERROR_NOT_FOUND; the area itself, a neighbour or a rank that the source
 * has given already, and rank 0 are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_area_set_add_neighbour  (MarmotAreaSet          *self,
                                                  MarmotArea             *area,
                                                  MarmotArea             *neighbour,
                                                  MarmotNeighbourSource   source,
                                                  guint                   rank,
                                                  GError                **error);

/**
 * marmot_area_set_lookup:
 * @self: a set
 * @code: the code of an area
 * @type: (nullable): its type, or %NULL for the first area of that code
 *
 * Returns: (transfer none) (nullable): the area, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea       *marmot_area_set_lookup         (MarmotAreaSet  *self,
                                                  const char     *code,
                                                  MarmotAreaType *type);

/**
 * marmot_area_set_lookup_all:
 * @self: a set
 * @code: the code of an area
 *
 * The areas of one code, one for each type that it stands in.
 *
 * Returns: (transfer full): a list of [class@Marmot.Area], which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel       *marmot_area_set_lookup_all     (MarmotAreaSet *self,
                                                  const char    *code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_area_set_get_parents_of:
 * @self: a set
 * @area: an area
 *
 * Returns: (transfer full): the areas that it is a part of, as a list of
 *   [class@Marmot.Area], which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel       *marmot_area_set_get_parents_of (MarmotAreaSet *self,
                                                  MarmotArea    *area) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_area_set_get_children_of:
 * @self: a set
 * @area: an area
 *
 * Returns: (transfer full): the areas that are parts of it, as a list of
 *   [class@Marmot.Area], which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel       *marmot_area_set_get_children_of (MarmotAreaSet *self,
                                                   MarmotArea    *area) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_area_set_get_neighbours_of:
 * @self: a set
 * @area: an area
 * @source: whose neighbours
 *
 * Returns: (transfer full): its neighbours, the most alike first, as a list of
 *   [class@Marmot.Neighbour], which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel       *marmot_area_set_get_neighbours_of (MarmotAreaSet         *self,
                                                     MarmotArea            *area,
                                                     MarmotNeighbourSource  source) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pseudo_area_parse:
 * @code: a code
 * @id: (out) (optional): the number of the neighbour type or the category type, or 0
 * @rest: (out) (optional) (transfer full) (nullable): the code of the area, the
 *   category, or the name of the list
 *
 * Tells the code of an area from one that stands for something else.
 *
 * Returns: what stands behind the code
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPseudoArea  marmot_pseudo_area_parse       (const char  *code,
                                                  guint       *id,
                                                  char       **rest);

G_END_DECLS
