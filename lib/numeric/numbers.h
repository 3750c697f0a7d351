/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which of many doubles are numbers.
 */
#pragma once

#include "kernel.h"

/* Whether none is NaN. */
int  mn_all_numbers   (const double  *values,
                       size_t         n);

/* Whether all are MN_OK. */
int  mn_all_ok        (const uint8_t *status,
                       size_t         n);

/* A bit a value, the first in the lowest of the first byte: whether it is no NaN. What is
 * left of the last byte is 0. */
void mn_number_bits   (const double  *values,
                       size_t         n,
                       uint8_t       *bits);
