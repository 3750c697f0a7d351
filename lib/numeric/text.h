/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers out of text and into it: exact (the nearest double, the shortest text
 * that reads back as the same double), fast, and the same under every locale.
 */
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a text turned out to be. */
enum
{
  MN_NUMBER_NONE,         /* not a number */
  MN_NUMBER_INTEGER,      /* digits alone, and they fit 64 bits; value is set too */
  MN_NUMBER_DOUBLE,
  MN_NUMBER_OUT_OF_RANGE  /* a number that a double cannot hold */
};

typedef struct
{
  int kind;
  /* False for what may as well be a code, a telephone number or an identifier,
   * and would lose by becoming a number: leading zeros (00123), a plus sign, 12E3
   * without point or sign, and digits that do not fit 64 bits. */
  int is_plain;
  int64_t integer;
  double value;
} mn_number;

/* The number that [first, last) is, all of it: an optional sign, digits with at
 * most one point among or around them, an optional exponent. No spaces, no
 * thousands separators, no words (inf, nan), no hexadecimals. Minus zero is a
 * double. Returns the kind. */
int mn_scan_number (const char *first,
                    const char *last,
                    mn_number  *number);

/* The double nearest to the number that [first, last) is, by std::from_chars,
 * which takes no plus sign. Returns an MN_NUMBER_ kind that is not INTEGER; words
 * are NONE. */
int mn_parse_double (const char *first,
                     const char *last,
                     double     *value);

/* Room for what mn_print_double() writes. */
#define MN_DOUBLE_SIZE 32

/* Writes the shortest text that reads back as value: with a point ("5.0", so that
 * a reader knows a double) from 1e-4 up to 1e16, with an exponent outside
 * ("1e+22"); "inf", "-inf", "nan". These are the texts of Python's repr(). Not
 * ended by a NUL; returns the length. */
int mn_print_double (double value,
                     char   buffer[MN_DOUBLE_SIZE]);

#ifdef __cplusplus
}
#endif
