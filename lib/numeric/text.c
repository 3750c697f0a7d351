/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Clinger, W.D. (1990) How to read floating point numbers accurately, PLDI '90:
 * a whole number of up to 53 bits, times or over a power of ten of up to 10^22,
 * is rounded once and so is exact. All else goes to mn_parse_double().
 */
#include "text.h"

#include <float.h>
#include <string.h>

#define MAX_EXACT_POWER 22
#define MAX_EXACT_INTEGER (UINT64_C (1) << 53)

/* Digits that cannot overflow 64 bits. */
#define MAX_SAFE_DIGITS 18

/* Far outside any double, and far inside an int. */
#define EXPONENT_LIMIT 100000

static const double powers[MAX_EXACT_POWER + 1] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

static inline unsigned
digit_at (const char *at)
{
  return (unsigned) (unsigned char) *at - '0';
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* Eight digits at once: pairs, then fours, then all, each step in one
 * multiplication. Returns 0, and changes nothing, if not all are digits. */
static inline int
take_eight (const char *at,
            uint64_t *sum)
{
  uint64_t word;

  memcpy (&word, at, sizeof word);
  if (((word & (word + UINT64_C (0x0606060606060606))) & UINT64_C (0xf0f0f0f0f0f0f0f0))
      != UINT64_C (0x3030303030303030))
    return 0;

  word -= UINT64_C (0x3030303030303030);
  word = word * 10 + (word >> 8);
  word = ((word & UINT64_C (0x000000ff000000ff)) * UINT64_C (0x000f424000000064)
          + ((word >> 16) & UINT64_C (0x000000ff000000ff)) * UINT64_C (0x0000271000000001))
         >> 32;
  *sum = *sum * 100000000 + word;
  return 1;
}

#else

static inline int
take_eight (const char *at,
            uint64_t *sum)
{
  return 0;
}

#endif

/* Adds the digits from at on; returns where they end. The sum wraps round. */
static inline const char *
take_digits (const char *at,
             const char *last,
             uint64_t *sum)
{
  unsigned digit;

  while (last - at >= 8 && take_eight (at, sum))
    at += 8;
  for (; at < last && (digit = digit_at (at)) < 10; at++)
    *sum = *sum * 10 + digit;
  return at;
}

static int
scan_double (const char *first,
             const char *last,
             mn_number *number)
{
  /* from_chars takes no plus sign. */
  number->kind = mn_parse_double (*first == '+' ? first + 1 : first, last, &number->value);
  return number->kind;
}

/* Digits alone, of any length. */
static int
scan_integer (const char *first,
              const char *digits,
              const char *last,
              int is_negative,
              mn_number *number)
{
  const uint64_t limit = (uint64_t) INT64_MAX + (is_negative ? 1 : 0);
  uint64_t sum = 0;

  for (const char *at = digits; at < last; at++)
    {
      const unsigned digit = digit_at (at);

      if (sum > (limit - digit) / 10)
        {
          number->is_plain = 0;
          return scan_double (first, last, number);
        }
      sum = sum * 10 + digit;
    }

  if (sum == 0 && is_negative)
    {
      number->value = -0.0;
      return number->kind = MN_NUMBER_DOUBLE;
    }

  number->integer = is_negative ? (int64_t) (UINT64_C (0) - sum) : (int64_t) sum;
  number->value = (double) number->integer;
  return number->kind = MN_NUMBER_INTEGER;
}

int
mn_scan_number (const char *first,
                const char *last,
                mn_number *number)
{
  const char *at = first;
  const char *digits;
  uint64_t mantissa = 0;
  int is_negative = 0;
  int has_point = 0;
  int exponent = 0;
  long n_digits;
  unsigned digit;

  number->kind = MN_NUMBER_NONE;
  number->is_plain = 1;

  if (at < last && (*at == '-' || *at == '+'))
    {
      is_negative = *at == '-';
      number->is_plain = is_negative;
      at++;
    }

  digits = at;
  at = take_digits (at, last, &mantissa);
  n_digits = at - digits;
  if (n_digits > 1 && *digits == '0')
    number->is_plain = 0;

  if (at == last)
    {
      if (n_digits == 0)
        return MN_NUMBER_NONE;
      if (n_digits > MAX_SAFE_DIGITS || mantissa == 0)
        return scan_integer (first, digits, last, is_negative, number);
      number->integer = is_negative ? -(int64_t) mantissa : (int64_t) mantissa;
      number->value = (double) number->integer;
      return number->kind = MN_NUMBER_INTEGER;
    }

  if (*at == '.')
    {
      const char *fraction = ++at;

      has_point = 1;
      at = take_digits (at, last, &mantissa);
      n_digits += at - fraction;
      exponent = at - fraction > EXPONENT_LIMIT ? -EXPONENT_LIMIT : -(int) (at - fraction);
    }
  if (n_digits == 0)
    return MN_NUMBER_NONE;

  if (at < last && (*at == 'e' || *at == 'E'))
    {
      const int is_capital = *at++ == 'E';
      const int has_sign = at < last && (*at == '-' || *at == '+');
      const int is_down = has_sign && *at == '-';
      int power = 0;

      at += has_sign;
      if (at == last)
        return MN_NUMBER_NONE;
      for (; at < last && (digit = digit_at (at)) < 10; at++)
        if (power < EXPONENT_LIMIT)
          power = power * 10 + (int) digit;
      exponent += is_down ? -power : power;
      if (is_capital && !has_sign && !has_point)
        number->is_plain = 0;
    }
  if (at != last)
    return MN_NUMBER_NONE;

#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 0
  if (n_digits <= MAX_SAFE_DIGITS && mantissa <= MAX_EXACT_INTEGER
      && exponent >= -MAX_EXACT_POWER && exponent <= MAX_EXACT_POWER)
    {
      const double whole = (double) mantissa;
      const double value = exponent < 0 ? whole / powers[-exponent] : whole * powers[exponent];

      number->value = is_negative ? -value : value;
      return number->kind = MN_NUMBER_DOUBLE;
    }
#endif

  return scan_double (first, last, number);
}
