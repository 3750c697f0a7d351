/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MARMOT_NUMBER_MAX_DECIMALS:
 *
 * The most decimals that a number is printed with.
 *
 * Since: 1.0
 */
#define MARMOT_NUMBER_MAX_DECIMALS 20

/**
 * marmot_number_format:
 * @value: a number
 * @decimals: how many decimals, from 0 to %MARMOT_NUMBER_MAX_DECIMALS; or -1
 *   for as many as it takes to read the same number back
 *
 * Prints a number as a published figure: a full stop before the decimals in
 * every locale, no exponent, no thousands separators, and never "-0".
 *
 * Ties go away from zero, and what is a tie is decided on the decimal number
 * that a person sees, not on the binary one behind it: 0.285 at two decimals is
 * "0.29" and 100 * 57 / 200 is 28.5 although the computer holds a little less.
 * Precisely: where the number rounded to 15 significant digits ends in a single
 * 5 after the last decimal to keep, it is a tie; otherwise the shortest decimal
 * number that reads back as @value is rounded. This agrees with a spreadsheet
 * and with the rounding of official statistics (round half up, five away from
 * zero).
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @value is infinite
 *   or not a number: a missing figure is for the caller to word
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char   *marmot_number_format           (double value,
                                        int    decimals) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_number_format_thousands:
 * @value: a number
 * @decimals: as for [func@Marmot.number_format]
 *
 * Prints a number as [func@Marmot.number_format] does, with a comma between
 * thousands, for people to read: "15,010".
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @value is infinite
 *   or not a number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char   *marmot_number_format_thousands (double value,
                                        int    decimals) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_number_round:
 * @value: a number
 * @decimals: how many decimals, from 0 to %MARMOT_NUMBER_MAX_DECIMALS
 *
 * Rounds a number as [func@Marmot.number_format] prints it. Zero is never
 * negative. A number that is infinite or not a number stays what it is.
 *
 * Returns: the double nearest to the rounded decimal number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double  marmot_number_round            (double value,
                                        int    decimals);

/**
 * MarmotNumberRule:
 * @MARMOT_NUMBER_RULE_DEFAULT: by size: no decimals above 1000, one above 10,
 *   three below 1, otherwise two
 * @MARMOT_NUMBER_RULE_PROPORTION: one decimal, two where everything is below 10,
 *   three where everything is below 1; from 99.95 on "100"
 *
 * How Fingertips rounds numbers for display.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_NUMBER_RULE_DEFAULT,
  MARMOT_NUMBER_RULE_PROPORTION
} MarmotNumberRule;

/**
 * marmot_number_format_display:
 * @value: a number, or NaN for none
 * @rule: how to round it
 * @highest: the highest of all values that are shown together, or NaN if it is not
 *   known: then the size of @value itself decides, except for proportions, which
 *   have one decimal
 * @decimals: how many decimals, from 0 to %MARMOT_NUMBER_MAX_DECIMALS, whatever the
 *   rule; or -1 for the rule
 *
 * Prints a number as Fingertips shows it (Public Health England, source of the web
 * services, 2020: DefaultFormatter, ProportionFormatter and
 * FixedDecimalPlaceFormatter). Ties go away from zero, as
 * [func@Marmot.number_format] has it.
 *
 * Returns: (transfer full): the text; "-" if @value is infinite or not a number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char   *marmot_number_format_display   (double           value,
                                        MarmotNumberRule rule,
                                        double           highest,
                                        int              decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
