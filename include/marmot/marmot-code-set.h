/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCodeSet:
 *
 * The codes that one item of a return may have, each with a label and the
 * collection years in which it is valid.
 *
 * A collection year begins on 1 April and is named by the calendar year in which
 * it begins: 2024 is 2024/25. The built-in sets of the children looked after
 * return and the children in need census know the years 2017/18 to 2026/27, and
 * say in their notes what of that is not certain; sets of the library's own, such
 * as the reasons for which early help is closed, have no years. The ten outcomes
 * of Supporting Families hold from 3 October 2022 to 31 March 2025.
 *
 * Codes are found whether they are in upper or in lower case; blanks around them
 * are not taken off.
 *
 * The sets are data: a council that has a newer list, or other codes of its own,
 * reads them from a file by [ctor@Marmot.CodeSet.new_from_json] and needs no newer
 * library.
 *
 * A code set never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CODE_SET (marmot_code_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCodeSet, marmot_code_set, MARMOT, CODE_SET, GObject)

/**
 * marmot_code_set_new_builtin:
 * @name: the short name, such as "ssda903-place"
 * @error: return location for an error
 *
 * One of the sets that are built in; asked again, it is the same object. A name
 * that none of them has is a %MARMOT_ERROR_NOT_FOUND, which lists them.
 *
 * Returns: (transfer full): the code set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCodeSet  *marmot_code_set_new_builtin     (const char     *name,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_new_from_json:
 * @json: a file of code sets, in the form of the one that is built in
 * @name: the short name of one of them
 * @error: return location for an error
 *
 * Reads one set from a file: an object with "format", which is
 * "marmot-code-sets", and "code-sets", a list of objects with "name", "title",
 * "source" and "codes"; optional are "notes", the collection years "first" and
 * "last" that the set knows, and the days "first-day" and "last-day" between which
 * it holds (such as "2025-03-31"). A code is an object with "code" and "label";
 * optional are "first" and "last", "replaced-by" (a list of codes of the set),
 * "uncertain" (a list out of "label", "first" and "last") and "notes".
 *
 * The whole file is checked, and not only the set that is asked for. What is no
 * such file is a %MARMOT_ERROR_PARSE, a rule that it breaks (a code twice, years out
 * of order, a replacement that is not in the set) a %MARMOT_ERROR_INVALID_DATA; both
 * say where. A name that is not in it is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the code set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCodeSet  *marmot_code_set_new_from_json   (GBytes         *json,
                                                 const char     *name,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_list_builtin:
 *
 * The short names of the sets that are built in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char          **marmot_code_set_list_builtin    (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_get_name: (get-property name)
 * @self: a code set
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_name        (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_title: (get-property title)
 * @self: a code set
 *
 * Returns: (transfer none): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_title       (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_source: (get-property source)
 * @self: a code set
 *
 * Returns: (transfer none): where its codes are from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_source      (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_notes: (get-property notes)
 * @self: a code set
 *
 * Returns: (transfer none) (nullable): what else is to be known of it, such as which
 *   of its years are not certain
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_notes       (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_first_year:
 * @self: a code set
 *
 * Returns: the first collection year that the set knows, such as 2017 for 2017/18; 0
 *   if it has no years
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_code_set_get_first_year  (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_last_year:
 * @self: a code set
 *
 * Returns: the last collection year that the set knows; 0 if it has no years
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_code_set_get_last_year   (MarmotCodeSet  *self);

/**
 * marmot_code_set_get_first_day:
 * @self: a code set
 *
 * Returns: (transfer full) (nullable): the first day on which the set holds, or
 *   %NULL if it names none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate          *marmot_code_set_get_first_day   (MarmotCodeSet  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_get_last_day:
 * @self: a code set
 *
 * Returns: (transfer full) (nullable): the last day on which the set holds, or
 *   %NULL if it names none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate          *marmot_code_set_get_last_day    (MarmotCodeSet  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_get_n_codes:
 * @self: a code set
 *
 * Returns: how many codes it has, of all years together
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_code_set_get_n_codes     (MarmotCodeSet  *self);

/**
 * marmot_code_set_list_codes:
 * @self: a code set
 * @year: a collection year, such as 2024 for 2024/25; 0 for all
 *
 * The codes that are valid in a year, in the order of the file.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char          **marmot_code_set_list_codes      (MarmotCodeSet  *self,
                                                 int             year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_find:
 * @self: a code set
 * @code: a code
 *
 * Returns: the place of the code in the set, from 0; -1 if it is not in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_code_set_find            (MarmotCodeSet  *self,
                                                 const char     *code);

/**
 * marmot_code_set_get_code:
 * @self: a code set
 * @place: a place in the set, from 0
 *
 * Returns: (transfer none) (nullable): the code there, as the set writes it; %NULL
 *   if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_code        (MarmotCodeSet  *self,
                                                 guint           place);

/**
 * marmot_code_set_get_label:
 * @self: a code set
 * @code: a code
 *
 * Returns: (transfer none) (nullable): what the code stands for; %NULL if it is not in
 *   the set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_label       (MarmotCodeSet  *self,
                                                 const char     *code);

/**
 * marmot_code_set_get_code_notes:
 * @self: a code set
 * @code: a code
 *
 * Returns: (transfer none) (nullable): what else is to be known of the code; %NULL if
 *   there is nothing, or it is not in the set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_code_set_get_code_notes  (MarmotCodeSet  *self,
                                                 const char     *code);

/**
 * marmot_code_set_get_years:
 * @self: a code set
 * @code: a code
 * @first_year: (out) (optional): the first collection year in which it is valid; 0
 *   if that is not known, or if there is no such limit
 * @last_year: (out) (optional): the last one; 0 likewise
 *
 * The years of a code that has none of its own are those of the set.
 *
 * Returns: false if the code is not in the set; both years are then 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_code_set_get_years       (MarmotCodeSet  *self,
                                                 const char     *code,
                                                 int            *first_year,
                                                 int            *last_year);

/**
 * marmot_code_set_is_certain:
 * @self: a code set
 * @code: a code
 *
 * Returns: whether the code is in the set and neither its label nor its years are
 *   marked as uncertain
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_code_set_is_certain      (MarmotCodeSet  *self,
                                                 const char     *code);

/**
 * marmot_code_set_knows_year:
 * @self: a code set
 * @year: a collection year, such as 2024 for 2024/25
 *
 * Returns: whether the set says which codes are valid in this year: it is one of its
 *   years, or the set has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_code_set_knows_year      (MarmotCodeSet  *self,
                                                 int             year);

/**
 * marmot_code_set_is_valid:
 * @self: a code set
 * @code: a code
 * @year: a collection year, such as 2024 for 2024/25; 0 for any
 *
 * Whether a code is in the set and valid in a year. In a year that the set does not
 * know no code is.
 *
 * Returns: true if it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_code_set_is_valid        (MarmotCodeSet  *self,
                                                 const char     *code,
                                                 int             year);

/**
 * marmot_code_set_is_valid_on:
 * @self: a code set
 * @code: a code
 * @day: a day
 *
 * Whether a code is in the set and valid on a day: in the collection year of the
 * day, which begins on 1 April, and between the first and the last day of the set.
 *
 * Returns: true if it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_code_set_is_valid_on     (MarmotCodeSet  *self,
                                                 const char     *code,
                                                 const GDate    *day);

/**
 * marmot_code_set_get_replaced_by:
 * @self: a code set
 * @code: a code
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes that took its place, such
 *   as "K3" for "H5"; none if nothing did, or the code is not in the set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char          **marmot_code_set_get_replaced_by (MarmotCodeSet  *self,
                                                 const char     *code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_code_set_check_column:
 * @self: a code set
 * @column: a column of text or integers, or a dictionary
 * @year: the collection year of the file, such as 2024 for 2024/25; 0 if years are
 *   not to be checked
 * @file: (nullable): what findings shall call the file
 * @name: (nullable): what findings shall call the column
 * @max_findings: how many findings are kept; further ones are only counted
 * @n_findings: (out) (optional): how many there are, those not kept included
 * @error: return location for an error
 *
 * Checks that the cells of a column are codes of the set, in their year. Nulls are
 * left to other rules.
 *
 * The findings are "code-set/unknown-code", an error; "code-set/other-year", a
 * warning that names the years to which the code belongs, or a note where those are
 * marked as uncertain; and, once, "code-set/year-not-known", if the set does not
 * know the year. None says what a cell holds. Row 0 of the column is line 2 of the
 * file, which its header precedes.
 *
 * A column of another kind is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings by row,
 *   or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray      *marmot_code_set_check_column    (MarmotCodeSet  *self,
                                                 MarmotColumn   *column,
                                                 int             year,
                                                 const char     *file,
                                                 const char     *name,
                                                 guint           max_findings,
                                                 guint64        *n_findings,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
