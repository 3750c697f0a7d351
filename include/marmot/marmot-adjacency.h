/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAdjoining:
 * @MARMOT_ADJOINING_UNKNOWN: the table does not know
 * @MARMOT_ADJOINING_NO: the two do not adjoin
 * @MARMOT_ADJOINING_YES: the two adjoin
 *
 * Whether two authorities adjoin.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ADJOINING_UNKNOWN,
  MARMOT_ADJOINING_NO,
  MARMOT_ADJOINING_YES
} MarmotAdjoining;

/**
 * MarmotAdjacency:
 *
 * Which local authorities adjoin which, by their nine-character codes, such as
 * "E08000026" for Coventry.
 *
 * A child is placed "at a distance" if the placement is outside the area of the
 * responsible authority and not in an adjoining one: regulation 11(5) of the Care
 * Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), as
 * inserted by SI 2013/3239. That needs to be known, and not guessed from miles.
 *
 * Built in are the upper-tier authorities of England (counties, unitary authorities,
 * metropolitan and London boroughs) by their codes of 2024 and 2025, with their
 * neighbours in Wales and Scotland. It has all neighbours of those that have no shore,
 * such as Coventry; of those on the sea or on tidal water it may lack some across the
 * water. Where it does not know it says so, and never that two authorities do not
 * adjoin. A council reads a table of its own by [ctor@Marmot.Adjacency.new_from_json].
 *
 * A table never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ADJACENCY (marmot_adjacency_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAdjacency, marmot_adjacency, MARMOT, ADJACENCY, GObject)

/**
 * marmot_adjacency_new_builtin:
 * @error: return location for an error
 *
 * The table that is built in; asked again, it is the same object.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAdjacency *marmot_adjacency_new_builtin       (GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_adjacency_new_from_json:
 * @json: a file of adjoining authorities, in the form of the one that is built in
 * @error: return location for an error
 *
 * Reads a table from a file: an object with "format", which is
 * "marmot-adjoining-authorities", "title", "source", optional "notes", and
 * "authorities", a list of objects with "code", "name", "adjoins" (a list of codes)
 * and "complete": whether those are all that adjoin it.
 *
 * That one adjoins another needs to be said on one side only. What is no such file
 * is a %MARMOT_ERROR_PARSE; an authority twice, one that adjoins itself, one that is
 * complete and yet is named by a neighbour that it does not name, and a code that
 * is not nine letters and digits are a %MARMOT_ERROR_INVALID_DATA. Both say where.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAdjacency *marmot_adjacency_new_from_json     (GBytes           *json,
                                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_adjacency_get_title: (get-property title)
 * @self: a table
 *
 * Returns: (transfer none): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_adjacency_get_title         (MarmotAdjacency  *self);

/**
 * marmot_adjacency_get_source: (get-property source)
 * @self: a table
 *
 * Returns: (transfer none): where it is from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_adjacency_get_source        (MarmotAdjacency  *self);

/**
 * marmot_adjacency_get_notes: (get-property notes)
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what else is to be known of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_adjacency_get_notes         (MarmotAdjacency  *self);

/**
 * marmot_adjacency_list_authorities:
 * @self: a table
 *
 * The codes of the authorities that have an entry of their own, in the order of the
 * file.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           **marmot_adjacency_list_authorities  (MarmotAdjacency  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_adjacency_get_name:
 * @self: a table
 * @code: the code of an authority
 *
 * Returns: (transfer none) (nullable): its name; %NULL if it has no entry
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_adjacency_get_name          (MarmotAdjacency  *self,
                                                     const char       *code);

/**
 * marmot_adjacency_has:
 * @self: a table
 * @code: the code of an authority
 *
 * Returns: whether the table has all authorities that adjoin this one, so that it is
 *   known for each authority in the table whether it is one of them
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_adjacency_has               (MarmotAdjacency  *self,
                                                     const char       *code);

/**
 * marmot_adjacency_adjoins:
 * @self: a table
 * @one: the code of an authority
 * @other: the code of another
 *
 * Whether two authorities adjoin; it does not matter which is named first. An
 * authority does not adjoin itself. A code that is not in the table is never said not
 * to adjoin: it may be that of a district inside a neighbour, or a newer one.
 *
 * Returns: yes if one of them names the other; no if the table has both, and has all
 *   that adjoin one of them; otherwise unknown
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAdjoining  marmot_adjacency_adjoins           (MarmotAdjacency  *self,
                                                     const char       *one,
                                                     const char       *other);

/**
 * marmot_adjacency_list_adjoining:
 * @self: a table
 * @code: the code of an authority
 *
 * The authorities that are known to adjoin one, whichever side says so; see
 * [method@Marmot.Adjacency.has] for whether those are all.
 *
 * Returns: (transfer full) (array zero-terminated=1): their codes, in alphabetical
 *   order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           **marmot_adjacency_list_adjoining    (MarmotAdjacency  *self,
                                                     const char       *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
