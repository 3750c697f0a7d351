/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MARMOT_ERROR:
 *
 * The one error domain of the library; its codes are [error@Marmot.Error].
 *
 * Since: 1.0
 */
#define MARMOT_ERROR (marmot_error_quark ())

/**
 * MarmotError:
 * @MARMOT_ERROR_INVALID_ARGUMENT: an argument or option is outside its range,
 *   or two of them do not fit together
 * @MARMOT_ERROR_PARSE: a text is not of the form that it should have
 * @MARMOT_ERROR_ENCODING: a text is not UTF-8, or holds a NUL
 * @MARMOT_ERROR_TOO_LARGE: an input is larger than the limit set for it
 * @MARMOT_ERROR_INVALID_DATA: the data break a rule; the findings say where
 * @MARMOT_ERROR_TYPE: a column is of another type than is asked for
 * @MARMOT_ERROR_LENGTH: columns that belong together differ in length
 * @MARMOT_ERROR_NOT_FOUND: what is named does not exist
 * @MARMOT_ERROR_NOT_ADDITIVE: figures that cannot be added were to be added or
 *   subtracted: percentages, rates, or counts of different things
 * @MARMOT_ERROR_IO: a file could not be read or written
 *
 * What can go wrong with data. A mistake of the caller in C (a %NULL where none
 * may be) is a critical warning instead, and never one of these.
 *
 * The messages name file, row, column and rule as far as they are known, and
 * never the value of a cell, which may identify a person.
 *
 * More codes may follow: treat one that you do not know as a failure.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ERROR_INVALID_ARGUMENT,
  MARMOT_ERROR_PARSE,
  MARMOT_ERROR_ENCODING,
  MARMOT_ERROR_TOO_LARGE,
  MARMOT_ERROR_INVALID_DATA,
  MARMOT_ERROR_TYPE,
  MARMOT_ERROR_LENGTH,
  MARMOT_ERROR_NOT_FOUND,
  MARMOT_ERROR_NOT_ADDITIVE,
  MARMOT_ERROR_IO
} MarmotError;

/**
 * marmot_error_quark:
 *
 * What stands behind %MARMOT_ERROR.
 *
 * Returns: the error domain
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GQuark marmot_error_quark (void);

G_END_DECLS
