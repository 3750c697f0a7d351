/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-care-status.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-person-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCohort:
 *
 * Which people of a set a question is about: who is in, how each got in, and why each of
 * the others did not.
 *
 * A cohort is made by a rule, such as "looked after on 31 March 2024", of everybody in a
 * [class@Marmot.PersonSet], and each of them ends as one of three: a member, not one, or
 * undetermined, where something that nobody recorded would decide it. Members, undetermined
 * and others always add up to the people: nobody is dropped. Each has one reason, out of a
 * list that belongs to the rule; where several would do, the one that the rule looks at
 * first.
 *
 * Cohorts of the same people can be brought together by
 * [method@Marmot.Cohort.intersection], [method@Marmot.Cohort.union],
 * [method@Marmot.Cohort.difference] and [method@Marmot.Cohort.complement], in three values
 * (Kleene 1952, section 64): whoever is undetermined in one of two stays so unless the
 * other decides it alone. The reasons of what comes out say from which side they come.
 *
 * A cohort stores a byte a person. It is a list of [class@Marmot.CareLeaver] too, one a
 * member, which are made when they are asked for.
 *
 * Cohorts never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_COHORT (marmot_cohort_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCohort, marmot_cohort, MARMOT, COHORT, GObject)

/**
 * marmot_cohort_get_people:
 * @self: a cohort
 *
 * Returns: (transfer none): the people whom the rule was asked of, in it or not
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet   *marmot_cohort_get_people           (MarmotCohort   *self);

/**
 * marmot_cohort_get_name:
 * @self: a cohort
 *
 * Returns: what it is called, such as "looked after on 31 March 2024"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_cohort_get_name             (MarmotCohort   *self);

/**
 * marmot_cohort_with_name:
 * @self: a cohort
 * @name: what to call it
 *
 * The same cohort by another name, which the reasons of whatever is made of it will use.
 * Of a name that is longer than 200 characters the rest is cut.
 *
 * Returns: (transfer full): a cohort that shares memory with @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort      *marmot_cohort_with_name            (MarmotCohort   *self,
                                                       const char     *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_definition:
 * @self: a cohort
 *
 * The rule in words, for a methods section: who is in, where the edges are, and what leaves
 * somebody undetermined. Of a cohort that was made of others, the rules of those are part
 * of it.
 *
 * Returns: the definition
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_cohort_get_definition       (MarmotCohort   *self);

/**
 * marmot_cohort_get_reference:
 * @self: a cohort
 *
 * Which day or period the rule is about. Of a cohort that was made of others it is theirs
 * if they have the same, and there is none otherwise.
 *
 * Returns: (transfer full) (nullable): the day or period, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod      *marmot_cohort_get_reference        (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_part:
 * @self: a cohort
 *
 * Of a part that [method@Marmot.Cohort.split] made, what its members have in the column.
 *
 * Returns: (nullable): the value; %NULL for a part of those of whom nobody knows it, and
 *   for a cohort that is no part
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_cohort_get_part             (MarmotCohort   *self);

/**
 * marmot_cohort_get_n_members:
 * @self: a cohort
 *
 * Returns: how many are in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_cohort_get_n_members        (MarmotCohort   *self);

/**
 * marmot_cohort_get_n_undetermined:
 * @self: a cohort
 *
 * Returns: of how many nobody can say whether they are in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_cohort_get_n_undetermined   (MarmotCohort   *self);

/**
 * marmot_cohort_get_n_others:
 * @self: a cohort
 *
 * Returns: how many are not in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_cohort_get_n_others         (MarmotCohort   *self);

/**
 * marmot_cohort_get_n_people:
 * @self: a cohort
 *
 * Returns: how many the rule was asked of: members, undetermined and others together
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_cohort_get_n_people         (MarmotCohort   *self);

/**
 * marmot_cohort_answer_at:
 * @self: a cohort
 * @row: a row of the people, from 0
 *
 * Returns: whether that person is in the cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareAnswer   marmot_cohort_answer_at            (MarmotCohort   *self,
                                                       guint           row);

/**
 * marmot_cohort_reason_at:
 * @self: a cohort
 * @row: a row of the people, from 0
 *
 * How that person got in, why not, or what it depends on.
 *
 * Returns: the reason
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_cohort_reason_at            (MarmotCohort   *self,
                                                       guint           row);

/**
 * marmot_cohort_get_rows:
 * @self: a cohort
 *
 * Returns: (transfer full): the rows of the members among the people, from 0, ascending, as
 *   a column of integers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_cohort_get_rows             (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_undetermined_rows:
 * @self: a cohort
 *
 * Returns: (transfer full): the rows of those of whom nobody can say, as
 *   [method@Marmot.Cohort.get_rows] gives those of the members
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_cohort_get_undetermined_rows (MarmotCohort  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_answers:
 * @self: a cohort
 *
 * Returns: (transfer full): whether each of the people is in it, as a column of booleans
 *   that are null where nobody can say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_cohort_get_answers          (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_table:
 * @self: a cohort
 *
 * Everybody with the answer and its reason, a row a person: `row` (from 0), `person`,
 * `member` (true, false, or null where nobody can say) and `reason`. It leads back to
 * people: keep it with the data.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_cohort_get_table            (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_reasons:
 * @self: a cohort
 *
 * How many got in, or did not, for which reason: `answer` ("member", "undetermined" or
 * "other"), `reason` and `n`, members first, and among those of one answer in the order of
 * the rule. The counts add up to the people.
 *
 * Returns: (transfer full): the reasons that somebody has
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_cohort_get_reasons          (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_to_person_set:
 * @self: a cohort
 * @error: return location for an error
 *
 * The members with all that is known of them, as [method@Marmot.PersonSet.take] gives
 * them. Those of whom nobody can say are not among them.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet   *marmot_cohort_to_person_set        (MarmotCohort   *self,
                                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_equal:
 * @self: a cohort
 * @other: another
 *
 * Whether both are of the same people, with the same answer for each. Names and reasons may
 * differ: the same people can get in by different rules.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_cohort_equal                (MarmotCohort   *self,
                                                       MarmotCohort   *other);

/**
 * marmot_cohort_hash:
 * @self: a cohort
 *
 * Returns: a hash that equal cohorts share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_cohort_hash                 (MarmotCohort   *self);

/**
 * marmot_cohort_to_string:
 * @self: a cohort
 *
 * Says what it is in a line, such as "looked after on 31 March 2024: 708 of 1203 people, 4
 * undetermined". It shows nothing of any person.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_cohort_to_string            (MarmotCohort   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
