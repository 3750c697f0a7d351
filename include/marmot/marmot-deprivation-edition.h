/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotDeprivationEdition:
 *
 * An edition of the English Indices of Deprivation: how many small areas it ranks, and
 * of which vintage they are. Tenths of two editions are of other places and other
 * people, and a gap between them cannot be followed from one to the next.
 *
 * Built in are "imd-2004", "imd-2007" and "imd-2010" (on the 32,482 lower super output
 * areas of 2001), "imd-2015" and "imd-2019" (32,844 of 2011), and "imd-2025" (33,755
 * of 2021).
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_DEPRIVATION_EDITION (marmot_deprivation_edition_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotDeprivationEdition, marmot_deprivation_edition, MARMOT, DEPRIVATION_EDITION, GObject)

/**
 * marmot_deprivation_edition_new:
 * @name: a short name, such as "imd-2019"
 * @title: its name for people to read
 * @source: who published it, and when
 * @published: the year in which it was published
 * @lsoa_vintage: the year of the small areas, such as 2011
 * @n_areas: how many it ranks, from 1 for the most deprived
 *
 * Returns: (transfer full): a new edition
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationEdition *marmot_deprivation_edition_new (const char *name,
                                                          const char *title,
                                                          const char *source,
                                                          guint       published,
                                                          guint       lsoa_vintage,
                                                          guint       n_areas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_edition_new_builtin:
 * @name: the short name
 * @error: return location for an error
 *
 * One of those that are built in. A name that none of them has is a
 * %MARMOT_ERROR_NOT_FOUND, which lists them.
 *
 * Returns: (transfer full): the edition, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationEdition *marmot_deprivation_edition_new_builtin (const char  *name,
                                                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_edition_new_from_json:
 * @json: a file of editions, in the form of the one that is built in
 * @name: the short name of one of them
 * @error: return location for an error
 *
 * Reads one from a file: an object with "format", which is
 * "marmot-deprivation-editions", and "editions", a list of objects with "name",
 * "title", "source", "published", "lsoa-vintage" and "areas".
 *
 * What is no such file is a %MARMOT_ERROR_PARSE, a year or a number of areas that
 * cannot be one is a %MARMOT_ERROR_INVALID_DATA, and a name that is not in it is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the edition, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationEdition *marmot_deprivation_edition_new_from_json (GBytes      *json,
                                                                    const char  *name,
                                                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_edition_list_builtin:
 *
 * The short names of those that are built in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char **marmot_deprivation_edition_list_builtin (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_deprivation_edition_get_name: (get-property name)
 * @self: an edition
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_deprivation_edition_get_name (MarmotDeprivationEdition *self);

/**
 * marmot_deprivation_edition_get_title: (get-property title)
 * @self: an edition
 *
 * Returns: (transfer none): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_deprivation_edition_get_title (MarmotDeprivationEdition *self);

/**
 * marmot_deprivation_edition_get_source: (get-property source)
 * @self: an edition
 *
 * Returns: (transfer none): who published it, and when
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_deprivation_edition_get_source (MarmotDeprivationEdition *self);

/**
 * marmot_deprivation_edition_get_published: (get-property published)
 * @self: an edition
 *
 * Returns: the year in which it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_deprivation_edition_get_published (MarmotDeprivationEdition *self);

/**
 * marmot_deprivation_edition_get_lsoa_vintage: (get-property lsoa-vintage)
 * @self: an edition
 *
 * Returns: the year of its small areas
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_deprivation_edition_get_lsoa_vintage (MarmotDeprivationEdition *self);

/**
 * marmot_deprivation_edition_get_n_areas: (get-property n-areas)
 * @self: an edition
 *
 * Returns: how many small areas it ranks
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_deprivation_edition_get_n_areas (MarmotDeprivationEdition *self);

G_END_DECLS
