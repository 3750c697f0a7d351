/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the judging of printed figures shares: what a printed figure may have
 * been before it was rounded, and how figures are put into sentences.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The numbers that would have been printed so. */
typedef struct
{
  double low;
  double high;
} MarmotPrintedRange;

/* False where the value is NULL or not a number. A count is what it is: 25
 * workplaces were not 25.4 before they were printed. */
gboolean     marmot_printed_range    (MarmotIndicator    *indicator,
                                      const MarmotValue  *value,
                                      MarmotPrintedRange *range);

/* How one stands to the other; EQUAL only where both are exact. */
MarmotRelation marmot_printed_relation (MarmotPrintedRange a,
                                        MarmotPrintedRange b);

/* Whether everything that a may have been lies at or below everything that b may
 * have been. Ranges that touch do not overlap: 89.2 is below 89.3. */
gboolean     marmot_printed_below    (MarmotPrintedRange  a,
                                      MarmotPrintedRange  b);

/* Whether there is a number to be had. */
gboolean     marmot_value_is_number  (const MarmotValue  *value);

/* The decimals with which a figure made from both deserves to be printed. */
int          marmot_shared_decimals  (const MarmotValue  *a,
                                      const MarmotValue  *b);

/* A computed number in the unit of an indicator, with so many decimals: with a
 * percent sign where the unit is percent. */
MarmotValue *marmot_value_computed   (MarmotIndicator    *indicator,
                                      double              number,
                                      int                 decimals);

/* Whether an indicator's values are percentages, which are never summed, and
 * change by points. */
gboolean     marmot_indicator_is_percent (MarmotIndicator *indicator);

/* Whether higher (or lower) is good; a relation that cannot be judged is not. */
MarmotJudgement marmot_judge         (MarmotRelation      relation,
                                      MarmotPolarity      polarity);

G_END_DECLS
