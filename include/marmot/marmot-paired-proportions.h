/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-contrast.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_paired_proportions:
 * @both: how many people had it before and after
 * @before_alone: how many had it before and not after
 * @after_alone: how many had it after and not before
 * @neither: how many had it neither time
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   Newcombe's interval at 95% and McNemar's mid-p test
 * @error: return location for an error
 *
 * The change of a proportion in the same people: (@after_alone − @before_alone) ÷ n, with
 * an interval and a test. All four counts are needed, since the number of people decides
 * what a change is worth.
 *
 * Intervals, by name:
 *
 * - %MARMOT_METHOD_NEWCOMBE_PAIRED, the default: two Wilson intervals put together with
 *   the correlation of the table (Newcombe 1998, method 10 for paired data);
 * - %MARMOT_METHOD_TANGO: the score interval (Tango 1998);
 * - %MARMOT_METHOD_NORMAL: the normal one, kept inside −1 and 1.
 *
 * Tests, all of the people who changed (McNemar 1947), by name:
 *
 * - %MARMOT_METHOD_MCNEMAR_MID_P, the default: the binomial distribution, with half of
 *   what was seen. It keeps the level that it states nearly always, and rejects more often
 *   than the exact test, which keeps it always but by far too much where few people
 *   changed (Fagerland and others 2013);
 * - %MARMOT_METHOD_MCNEMAR_EXACT;
 * - %MARMOT_METHOD_MCNEMAR: the normal approximation;
 * - %MARMOT_METHOD_MCNEMAR_CORRECTED: the same with the correction for continuity (Edwards
 *   1948), more careful than the exact test; it is here to reproduce others.
 *
 * Where nobody changed p is 1. Counts below zero, a table of nobody, and numbers that are
 * not finite give a status; so do counts that are not whole with the exact tests
 * (%MARMOT_STATUS_NOT_WHOLE).
 *
 * A change without a control is not an impact: see [class@Marmot.StudyChange].
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_paired_proportions         (double                  both,
                                                   double                  before_alone,
                                                   double                  after_alone,
                                                   double                  neither,
                                                   MarmotIntervalOptions  *options,
                                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_paired_proportions_column:
 * @both: a column of numbers
 * @before_alone: a column of numbers
 * @after_alone: a column of numbers
 * @neither: a column of numbers
 * @options: (nullable): as in [func@Marmot.paired_proportions]
 * @error: return location for an error
 *
 * The change of every row; see [func@Marmot.paired_proportions]. The columns of the
 * result are in [class@Marmot.Contrast].
 *
 * Returns: (transfer full): a row a table of counts, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_paired_proportions_column  (MarmotColumn           *both,
                                                   MarmotColumn           *before_alone,
                                                   MarmotColumn           *after_alone,
                                                   MarmotColumn           *neither,
                                                   MarmotIntervalOptions  *options,
                                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_paired_proportions_grouped:
 * @both: a column of numbers
 * @before_alone: a column of numbers
 * @after_alone: a column of numbers
 * @neither: a column of numbers
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.paired_proportions]
 * @error: return location for an error
 *
 * Adds the counts up within each group, and gives the change of each; see
 * [func@Marmot.paired_proportions].
 *
 * Returns: (transfer full): a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_paired_proportions_grouped (MarmotColumn           *both,
                                                   MarmotColumn           *before_alone,
                                                   MarmotColumn           *after_alone,
                                                   MarmotColumn           *neither,
                                                   MarmotGroups           *groups,
                                                   MarmotIntervalOptions  *options,
                                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
