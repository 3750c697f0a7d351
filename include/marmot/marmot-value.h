/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotValueState:
 * @MARMOT_VALUE_PRESENT: there is a number
 * @MARMOT_VALUE_SUPPRESSED: there is a number, which is withheld so that nobody
 *   can be identified: "[c]", "c", "*"
 * @MARMOT_VALUE_NOT_APPLICABLE: there can be no number: "[z]", "z", "N/A"
 * @MARMOT_VALUE_NOT_AVAILABLE: there is no number, though there could be one:
 *   "[x]", "x", ":", "-", or nothing
 * @MARMOT_VALUE_TEXT: words stand where a number would, such as "System in
 *   development"
 *
 * Whether a published cell holds a number and, if not, why.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_VALUE_PRESENT,
  MARMOT_VALUE_SUPPRESSED,
  MARMOT_VALUE_NOT_APPLICABLE,
  MARMOT_VALUE_NOT_AVAILABLE,
  MARMOT_VALUE_TEXT
} MarmotValueState;

/**
 * MarmotValueFlags:
 * @MARMOT_VALUE_FLAG_NONE: nothing is said of the number
 * @MARMOT_VALUE_FLAG_LOW: rounds to zero but is not zero: "[low]", "[k]"
 * @MARMOT_VALUE_FLAG_UNRELIABLE: of low reliability: "[u]"
 * @MARMOT_VALUE_FLAG_PROVISIONAL: provisional: "[p]"
 * @MARMOT_VALUE_FLAG_REVISED: revised: "[r]"
 * @MARMOT_VALUE_FLAG_ESTIMATED: estimated: "[e]"
 *
 * What the publisher says of a number beside it.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  MARMOT_VALUE_FLAG_NONE        = 0,
  MARMOT_VALUE_FLAG_LOW         = 1 << 0,
  MARMOT_VALUE_FLAG_UNRELIABLE  = 1 << 1,
  MARMOT_VALUE_FLAG_PROVISIONAL = 1 << 2,
  MARMOT_VALUE_FLAG_REVISED     = 1 << 3,
  MARMOT_VALUE_FLAG_ESTIMATED   = 1 << 4
} MarmotValueFlags;

/**
 * MarmotValueParseFlags:
 * @MARMOT_VALUE_PARSE_DEFAULT: numbers, symbols and words are taken
 * @MARMOT_VALUE_PARSE_NO_TEXT: words are an error, for columns where only
 *   numbers and symbols belong
 *
 * How [func@Marmot.Value.parse] reads a cell.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  MARMOT_VALUE_PARSE_DEFAULT = 0,
  MARMOT_VALUE_PARSE_NO_TEXT = 1 << 0
} MarmotValueParseFlags;

/**
 * MarmotValue:
 *
 * A number with its state: whether it is there and, if not, why not; what its
 * publisher says of it; and the decimals that it was printed with.
 *
 * A published table has many ways of having no number: suppressed, not
 * applicable, not available, "System in development". None of them is zero, and
 * sums and comparisons must be able to tell them apart. So the number is only
 * given out when it is there: [method@Marmot.Value.get_number] is NaN in every
 * other state.
 *
 * A number printed as 3.9 stands for anything from 3.85 to 3.95, and may not
 * settle a comparison with another 3.9: [method@Marmot.Value.get_bounds].
 *
 * Values never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotValue MarmotValue;

#define MARMOT_TYPE_VALUE (marmot_value_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType             marmot_value_get_type        (void);

/**
 * marmot_value_new:
 * @number: the number
 * @decimals: the decimals it was printed with, from 0 to
 *   %MARMOT_NUMBER_MAX_DECIMALS; or -1 if it was not printed, or nobody knows
 *
 * Makes a value that is present. If @number is infinite or not a number the
 * value is %MARMOT_VALUE_NOT_AVAILABLE instead: a missing number is never a
 * present one.
 *
 * Returns: (transfer full): a new value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_new             (double number,
                                                int    decimals) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_new_percent:
 * @number: the number before the percent sign, such as 93 for 93%
 * @decimals: as for [ctor@Marmot.Value.new]
 *
 * Makes a value that is present and prints with a percent sign.
 *
 * Returns: (transfer full): a new value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_new_percent     (double number,
                                                int    decimals) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_new_state:
 * @state: any state but %MARMOT_VALUE_PRESENT
 * @text: (nullable): the words of a %MARMOT_VALUE_TEXT; in the other states the
 *   reason in words, such as "one year project only", or %NULL
 *
 * Makes a value without a number.
 *
 * Returns: (transfer full): a new value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_new_state       (MarmotValueState  state,
                                                const char       *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_parse:
 * @text: (nullable): the cell as published; %NULL is an empty cell
 * @flags: how to read it
 * @error: return location for an error
 *
 * Reads a cell of a published table.
 *
 * Numbers: digits, with commas only where thousands are ("1,844"), one full
 * stop, a sign before (the true minus sign too), a percent sign behind
 * ("93%", "93 %", and "(97.1%)" as papers print a comparator). Then footnote
 * marks ("5.6*", "12†", "12²"), and shorthand in brackets: "12.3 [p]", "0 [low]",
 * "5 [e][r]". A bracket of another meaning ("[note 2]", "[b]") is kept as a
 * note marker.
 *
 * Symbols: "c", "[c]" and "*" are suppressed; "z", "[z]", "N/A", "NA" and "not
 * applicable", with or without a reason in brackets behind, are not applicable;
 * "x", "[x]", ":", "..", "-" and nothing are not available; "u" and "[u]" are
 * not available and unreliable; "low", "k", "[low]" and "[k]" are a zero that
 * carries %MARMOT_VALUE_FLAG_LOW. Upper and lower case are the same. "NA" is
 * not applicable because published tables mean that; write R's missing values
 * as empty cells.
 *
 * Words ("System in development") are kept as text.
 *
 * What could be read in two ways, or not safely, is a %MARMOT_ERROR_PARSE: a
 * comma where no thousands are, a number followed by other words or by a second
 * number, an amount of money, a range or limit ("<5"), "(5)" (which may be
 * minus five), leading zeros (which make a code and not a number), "[low]"
 * behind a number that is not zero, exponents, hexadecimal, infinity, the error
 * values of spreadsheets, more than 17 significant digits. Text over 1000 bytes is a %MARMOT_ERROR_TOO_LARGE, and
 * what is not UTF-8 a %MARMOT_ERROR_ENCODING. The message never holds the cell.
 *
 * Returns: (transfer full): the value, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_parse           (const char             *text,
                                                MarmotValueParseFlags   flags,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_with_flags:
 * @self: a value
 * @flags: the flags that it shall have
 *
 * Makes the same value with other flags.
 *
 * Returns: (transfer full): a new value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_with_flags      (const MarmotValue *self,
                                                MarmotValueFlags   flags) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_ref: (skip)
 * @self: a value
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_ref             (MarmotValue *self);

/**
 * marmot_value_unref: (skip)
 * @self: (transfer full): a value
 *
 * Gives a reference back; the last one frees the value.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_value_unref           (MarmotValue *self);

/**
 * marmot_value_get_state:
 * @self: a value
 *
 * Returns: whether there is a number and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueState  marmot_value_get_state       (const MarmotValue *self);

/**
 * marmot_value_is_present:
 * @self: a value
 *
 * Returns: whether there is a number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_value_is_present      (const MarmotValue *self);

/**
 * marmot_value_get_flags:
 * @self: a value
 *
 * Returns: what its publisher says of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueFlags  marmot_value_get_flags       (const MarmotValue *self);

/**
 * marmot_value_get_number:
 * @self: a value
 *
 * The number as printed: 93 for "93%".
 *
 * Returns: the number, or NaN unless the value is present
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double            marmot_value_get_number      (const MarmotValue *self);

/**
 * marmot_value_get_decimals:
 * @self: a value
 *
 * Returns: the decimals that the number was printed with, or -1
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int               marmot_value_get_decimals    (const MarmotValue *self);

/**
 * marmot_value_is_percent:
 * @self: a value
 *
 * Returns: whether the number was printed with a percent sign
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_value_is_percent      (const MarmotValue *self);

/**
 * marmot_value_get_text:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the words of a %MARMOT_VALUE_TEXT, or the
 *   reason why there is no number, if one was given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char       *marmot_value_get_text        (const MarmotValue *self);

/**
 * marmot_value_get_note_marker:
 * @self: a value
 *
 * The footnote mark that was printed behind the number: "*", "†", "2", "note 2".
 *
 * Returns: (transfer none) (nullable): the mark, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char       *marmot_value_get_note_marker (const MarmotValue *self);

/**
 * marmot_value_get_bounds:
 * @self: a value
 * @low: (out) (optional): the lowest number that would print so
 * @high: (out) (optional): the highest
 *
 * What the number may have been before it was rounded for printing: 3.85 to 3.95
 * for 3.9, 1843.5 to 1844.5 for 1844. If the decimals are not known both are the
 * number itself. A zero flagged low lies above zero.
 *
 * Returns: false, with both NaN, if the value is not present, or is flagged low
 *   and was not printed as a number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_value_get_bounds      (const MarmotValue *self,
                                                double            *low,
                                                double            *high);

/**
 * marmot_value_equal:
 * @self: a value
 * @other: another value
 *
 * Whether all parts of the two are the same. 5 and 5.0 are not: they were
 * printed with different precision.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_value_equal           (const MarmotValue *self,
                                                const MarmotValue *other);

/**
 * marmot_value_compare:
 * @self: a value
 * @other: another value
 *
 * Orders values by their numbers; those without one come last, by their state.
 * The order is total: the other parts decide between equal numbers. It is for
 * sorting, and says nothing of what the published figures allow to be said.
 *
 * Returns: below 0 if @self comes first, above 0 if @other does, 0 if they are
 *   equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int               marmot_value_compare         (const MarmotValue *self,
                                                const MarmotValue *other);

/**
 * marmot_value_hash:
 * @self: a value
 *
 * Returns: a hash that equal values share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_value_hash            (const MarmotValue *self);

/**
 * marmot_value_to_string:
 * @self: a value
 *
 * Prints a value with its decimals and its shorthand in brackets, as the
 * Government Statistical Service asks: "1844", "93%", "12.3 [p]", "[c]", "[z]",
 * "[x]", "[low]". Text is printed as it is. Thousands are not separated, and
 * the footnote mark is left out, as the footnote is elsewhere.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_value_to_string       (const MarmotValue *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_to_string_thousands:
 * @self: a value
 *
 * Prints a value as [method@Marmot.Value.to_string] does, with commas between
 * thousands: "1,844". For people to read, and not for programs.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_value_to_string_thousands (const MarmotValue *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_serialize:
 * @self: a value
 *
 * Writes a value to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_value_serialize       (const MarmotValue *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_value_deserialize:
 * @bytes: what [method@Marmot.Value.serialize] wrote
 * @error: return location for an error
 *
 * Reads a value back. Bytes that are not a value are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the value, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue      *marmot_value_deserialize     (GBytes  *bytes,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotValue, marmot_value_unref)

G_END_DECLS
