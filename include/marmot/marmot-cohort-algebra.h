/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-cohort.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_cohort_intersection:
 * @self: a cohort
 * @other: another, of the same people
 * @error: return location for an error
 *
 * Those who are in both: "and". Members carry both reasons. Whoever is not in @self has
 * that as the reason, and only of the others is it asked whether they are in @other, as in
 * a chart of who was left out step by step. Whoever is undetermined in one and not kept out
 * by the other is undetermined.
 *
 * Cohorts are of the same people if they were made of one set, or of sets that were made of
 * it by adding facts, contacts, health or coverage: so the same rule can be asked before
 * and after. Those of others are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Where there would be more than 250 reasons, they name the cohorts and no more.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_intersection        (MarmotCohort             *self,
                                                  MarmotCohort             *other,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_union:
 * @self: a cohort
 * @other: another, of the same people
 * @error: return location for an error
 *
 * Those who are in at least one of both: "or". Members carry the reason for which they are
 * in @self, and only those who are not, the one for which they are in @other; others carry
 * both. See [method@Marmot.Cohort.intersection].
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_union               (MarmotCohort             *self,
                                                  MarmotCohort             *other,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_difference:
 * @self: a cohort
 * @other: another, of the same people
 * @error: return location for an error
 *
 * Those who are in @self and not in @other: "less". Whoever is in @self and undetermined in
 * @other is undetermined. See [method@Marmot.Cohort.intersection].
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_difference          (MarmotCohort             *self,
                                                  MarmotCohort             *other,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_complement:
 * @self: a cohort
 *
 * Those who are not in it: "not". Who is undetermined stays so.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_complement          (MarmotCohort             *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_filter:
 * @self: a cohort
 * @key: a column of the people: "sex", "ethnicity", "locality" or "uasc"
 * @value: (nullable): what it is to hold, "true" or "false" of "uasc"; %NULL for those of
 *   whom nobody knows it
 * @error: return location for an error
 *
 * The members who have a value in a column of the people. A member of whom the value is not
 * known is undetermined, unless it is asked for those.
 *
 * A column that the people do not have is a %MARMOT_ERROR_NOT_FOUND. Of a value that nobody
 * has, there are no members.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_filter              (MarmotCohort             *self,
                                                  const char               *key,
                                                  const char               *value,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_filter_age:
 * @self: a cohort with a reference
 * @from_age: the youngest age, in completed years
 * @until_age: the oldest age; -1 for no limit
 * @options: (nullable): when a leap-day birthday is, or %NULL for the defaults
 * @error: return location for an error
 *
 * The members who are of some ages on the reference day, or on the last day of the reference
 * period. Without a date of birth it is undetermined. Ages that meet and do not overlap make
 * parts that add up, such as 0 to 4 and 5 up.
 *
 * A cohort without a reference, and a youngest age that is negative or above the oldest, are
 * a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_filter_age          (MarmotCohort             *self,
                                                  int                       from_age,
                                                  int                       until_age,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_split:
 * @self: a cohort
 * @key: a column of the people: "sex", "ethnicity", "locality" or "uasc"
 * @error: return location for an error
 *
 * A cohort for each value that a member, or somebody undetermined, has in a column of the
 * people, by value, with a part of those of whom nobody knows it at the end: see
 * [method@Marmot.Cohort.get_part]. Everybody is in one part and no other, so members and
 * undetermined of the parts add up to those of the whole.
 *
 * A column that the people do not have is a %MARMOT_ERROR_NOT_FOUND. Parts share nothing, so
 * that those of many people by many values can be large: where people times parts is more
 * than 2³⁰ it is a %MARMOT_ERROR_TOO_LARGE, and [method@Marmot.Cohort.count_by] says how many
 * there are of each.
 *
 * Returns: (transfer container) (element-type Marmot.Cohort): the parts, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray     *marmot_cohort_split               (MarmotCohort             *self,
                                                  const char               *key,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_count_by:
 * @self: a cohort
 * @key: a column of the people: "sex", "ethnicity", "locality" or "uasc"
 * @error: return location for an error
 *
 * How many of those with each value in a column of the people are members: the column, by
 * its name, `n_members`, `n_undetermined` and `n_others`, by value, null last.
 *
 * A column that the people do not have is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): a row for each value that somebody has, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_cohort_count_by            (MarmotCohort             *self,
                                                  const char               *key,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_count_as:
 * @self: the cohort of a denominator
 * @numerator: the cohort of a numerator, of the same people
 * @error: return location for an error
 *
 * What each of the people counts as in a proportion of the members of @self, as
 * [ctor@Marmot.Tally.new] takes it, a row a person: "in" who is in both, "out" who is in
 * @self alone, "unknown" who may be, and null who is not in @self.
 *
 * Cohorts of other people are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a dictionary, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn  *marmot_cohort_count_as            (MarmotCohort             *self,
                                                  MarmotCohort             *numerator,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_compare:
 * @self: a cohort
 * @other: another, of the same people
 * @error: return location for an error
 *
 * Who is in which of two cohorts, and why: `where` ("both", "first", "second", "neither",
 * or "undetermined" where nobody can say of one of them), `first_reason`, `second_reason`
 * and `n`. There is a row for each pair of reasons that somebody has, in the order of
 * `where` as above and of the rules, and the counts add up to the people.
 *
 * It tells what a definition changes, a year, or facts that were added. The people behind a
 * line of it are the members of a [method@Marmot.Cohort.difference].
 *
 * Cohorts of other people are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_cohort_compare             (MarmotCohort             *self,
                                                  MarmotCohort             *other,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
