/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-law.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareDayCount:
 * @MARMOT_CARE_DAY_COUNT_HALF_OPEN: the day on which a period ends is not counted
 * @MARMOT_CARE_DAY_COUNT_INCLUSIVE: it is, so that each period is a day longer
 *
 * How the days of a period of care are counted.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CARE_DAY_COUNT_HALF_OPEN,
  MARMOT_CARE_DAY_COUNT_INCLUSIVE,
} MarmotCareDayCount;

/**
 * MarmotLeapBirthday:
 * @MARMOT_LEAP_BIRTHDAY_MARCH: on 1 March, as English practice has it
 * @MARMOT_LEAP_BIRTHDAY_FEBRUARY: on 28 February, as common software has it
 *
 * When those born on 29 February have their birthday in a common year.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_LEAP_BIRTHDAY_MARCH,
  MARMOT_LEAP_BIRTHDAY_FEBRUARY,
} MarmotLeapBirthday;

/**
 * MarmotCareLeaverOptions:
 *
 * By which conventions the legal status of a care leaver is found. The defaults are the
 * law's. Make others with g_object_new(), or with keywords in Python and JavaScript; they
 * never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CARE_LEAVER_OPTIONS (marmot_care_leaver_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCareLeaverOptions, marmot_care_leaver_options, MARMOT, CARE_LEAVER_OPTIONS, GObject)

/**
 * marmot_care_leaver_options_new:
 *
 * Makes options that hold the defaults, "statute".
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLeaverOptions *marmot_care_leaver_options_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_options_new_named:
 * @name: "statute", "ssda903-1001", "ssd-mosaic" or "coventry-paper"
 * @error: return location for an error
 *
 * The conventions of somebody else, so that figures made with them can be told apart from
 * the law's:
 *
 * - "statute": the defaults;
 * - "ssda903-1001": rule 1001 of the checks of the return on children looked after: 91 days
 *   since 14, one of them from 16 on; living at home, detention and special guardianship
 *   are not looked at, as the return does not know of them;
 * - "ssd-mosaic": the care leavers' extract of the Safeguarding Dataset for one case
 *   system: as above, with a day more for each period;
 * - "coventry-paper": the rule as Coventry's paper on corporate parenting puts it in
 *   2025, "under 25 and looked after for at least 13 weeks after their 14th birthday": it
 *   does not ask for a day from 16 on.
 *
 * Another name is a %MARMOT_ERROR_NOT_FOUND that lists these.
 *
 * Returns: (transfer full): new options, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLeaverOptions *marmot_care_leaver_options_new_named  (const char               *name,
                                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_options_list_names:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names that
 *   [ctor@Marmot.CareLeaverOptions.new_named] knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                   **marmot_care_leaver_options_list_names (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_options_get_law:
 * @self: options
 *
 * Returns: (transfer none): the law that they follow
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLaw           *marmot_care_leaver_options_get_law    (MarmotCareLeaverOptions  *self);

/**
 * marmot_care_leaver_options_describe:
 * @self: options
 *
 * Returns: (transfer full): what they say, for a methods section, such as "13 weeks are 91
 *   days; the day on which a period ends is not counted; ..."
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                    *marmot_care_leaver_options_describe   (MarmotCareLeaverOptions  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
