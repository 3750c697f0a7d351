/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotStandardPopulation:
 *
 * The people of a standard population by age band: the weights of direct
 * standardisation.
 *
 * Built in are "european-2013" (19 bands, from 0-4 to 90+, as English public
 * health figures use it), "european-2013-infants" (20 bands: infants apart),
 * "european-2013-full" (21 bands: infants apart, up to 95+), "european-1976" (19
 * bands: infants apart, up to 85+) and "world-2000" (the WHO's of 2000 to 2025, 21
 * bands, in per cent as printed). Others are read from a file of the same form.
 *
 * Bands are told by their ages, not by how a label is spelt: "0–4", "0 to 4" and
 * "0-4 years" are one band; see [func@Marmot.age_band_starts].
 *
 * A standard population never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_STANDARD_POPULATION (marmot_standard_population_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotStandardPopulation, marmot_standard_population, MARMOT, STANDARD_POPULATION, GObject)

/**
 * marmot_standard_population_new:
 * @name: a short name, such as "european-2013"
 * @title: its name for people to read
 * @source: where it was published
 * @bands: (array zero-terminated=1): the labels of the bands, from young to old
 * @weights: (array length=n_weights): how many people, or what share, each has
 * @n_weights: how many weights there are
 * @error: return location for an error
 *
 * Makes a standard population. Labels that are not of age bands, bands that do not
 * ascend, leave ages out between them or overlap, weights that are below zero, not
 * finite, or all zero, and more than 128 bands are a %MARMOT_ERROR_INVALID_DATA;
 * more or fewer weights than bands a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a new standard population, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardPopulation *marmot_standard_population_new        (const char                *name,
                                                                 const char                *title,
                                                                 const char                *source,
                                                                 const char * const        *bands,
                                                                 const double              *weights,
                                                                 gsize                      n_weights,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standard_population_new_builtin:
 * @name: the short name
 * @error: return location for an error
 *
 * One of those that are built in. A name that none of them has is a
 * %MARMOT_ERROR_NOT_FOUND, which lists them.
 *
 * Returns: (transfer full): the standard population, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardPopulation *marmot_standard_population_new_builtin (const char               *name,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standard_population_new_from_json:
 * @json: a file of standard populations, in the form of the one that is built in
 * @name: the short name of one of them
 * @error: return location for an error
 *
 * Reads one from a file: an object with "format", which is
 * "marmot-standard-populations", and "populations", a list of objects with "name",
 * "title", "source", "bands" and "weights".
 *
 * What is no such file is a %MARMOT_ERROR_PARSE, what [ctor@Marmot.StandardPopulation.new]
 * refuses is refused here too, and a name that is not in it is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the standard population, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardPopulation *marmot_standard_population_new_from_json (GBytes                 *json,
                                                                 const char                *name,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standard_population_list_builtin:
 *
 * The short names of those that are built in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                    **marmot_standard_population_list_builtin (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standard_population_get_name: (get-property name)
 * @self: a standard population
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_standard_population_get_name   (MarmotStandardPopulation  *self);

/**
 * marmot_standard_population_get_title: (get-property title)
 * @self: a standard population
 *
 * Returns: (transfer none): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_standard_population_get_title  (MarmotStandardPopulation  *self);

/**
 * marmot_standard_population_get_source: (get-property source)
 * @self: a standard population
 *
 * Returns: (transfer none): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_standard_population_get_source (MarmotStandardPopulation  *self);

/**
 * marmot_standard_population_get_bands:
 * @self: a standard population
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels of the bands, from
 *   young to old
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                    **marmot_standard_population_get_bands  (MarmotStandardPopulation  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standard_population_get_weights:
 * @self: a standard population
 * @n_weights: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_weights): the weights, a band each
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const double             *marmot_standard_population_get_weights (MarmotStandardPopulation *self,
                                                                 gsize                     *n_weights);

/**
 * marmot_standard_population_find_band:
 * @self: a standard population
 * @label: the label of a band, however it is spelt
 * @band: (out) (optional): which band it is, from 0
 *
 * Finds the band that has exactly the ages of a label.
 *
 * Returns: false if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_standard_population_find_band  (MarmotStandardPopulation  *self,
                                                                 const char                *label,
                                                                 gsize                     *band);

/**
 * marmot_standard_population_find_weight:
 * @self: a standard population
 * @label: the label of a band, however it is spelt
 * @weight: (out) (optional): its weight; NaN if there is no such band
 *
 * The weight of the band that has exactly the ages of a label.
 *
 * Returns: false if there is no such band
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_standard_population_find_weight (MarmotStandardPopulation *self,
                                                                 const char                *label,
                                                                 double                    *weight);

/**
 * marmot_standard_population_regroup:
 * @self: a standard population
 * @bands: (array zero-terminated=1): labels of wider bands, from young to old
 * @error: return location for an error
 *
 * The same population in wider bands, whose weights are added up: "0-4" out of "0"
 * and "1-4", or "85+". The new bands may leave out the youngest or the oldest. A
 * new band that cuts one of the old in two is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new standard population, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardPopulation *marmot_standard_population_regroup    (MarmotStandardPopulation  *self,
                                                                 const char * const        *bands,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
