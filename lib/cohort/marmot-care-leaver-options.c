/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"
#include "legal-private.h"

struct _MarmotCareLeaverOptions
{
  GObject parent_instance;

  MarmotCareLaw *law;
  MarmotCareDayCount day_count;
  MarmotLeapBirthday leap_birthday;
  guint days;
  guint home_months;
  gboolean short_breaks_count;
  gboolean begun_after_14;
  gboolean any_day_after_16;
  gboolean ignore_home;
  gboolean ignore_detained;
  gboolean ignore_guardianship;
  LegalTerms terms;         /* the same, for the rules */
};

G_DEFINE_FINAL_TYPE (MarmotCareLeaverOptions, marmot_care_leaver_options, G_TYPE_OBJECT)

/**
 * MarmotCareLeaverOptions:law: (getter get_law)
 *
 * The law that is applied; %NULL for the law of England as this library knows it.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:day-count:
 *
 * Whether the day on which a period of care ends is counted.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:leap-birthday:
 *
 * When those born on 29 February have their birthday in a common year.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:days:
 *
 * How many days of care since 14 are needed; 0 for the 91 of the law.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:home-months:
 *
 * After how many months at home somebody is no relevant child; 0 for the six of the law.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:short-breaks-count:
 *
 * Whether days of short breaks (legal status V3 or V4) are days of care since 14. They are
 * not by regulation 48 of SI 2010/959.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:begun-after-14:
 *
 * Whether a period of care that began before the 14th birthday counts for nothing.
 * Otherwise its days from that birthday on count, as in practice.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:any-day-after-16:
 *
 * Whether no day of care from the 16th birthday on is asked for.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:ignore-home:
 *
 * Whether living at home for six months is not looked at.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:ignore-detained:
 *
 * Whether being detained or in hospital at 16 is not looked at.
 *
 * Since: 1.0
 */

/**
 * MarmotCareLeaverOptions:ignore-guardianship:
 *
 * Whether special guardianship is not looked at.
 *
 * Since: 1.0
 */

#define FIELD(name, type, field) { name, type, G_STRUCT_OFFSET (MarmotCareLeaverOptions, field), 0 }

static const MarmotRecordField fields[] = {
  FIELD ("law", marmot_care_law_get_type, law),
  FIELD ("day-count", marmot_care_day_count_get_type, day_count),
  FIELD ("leap-birthday", marmot_leap_birthday_get_type, leap_birthday),
  FIELD ("days", marmot_record_type_uint, days),
  FIELD ("home-months", marmot_record_type_uint, home_months),
  FIELD ("short-breaks-count", marmot_record_type_boolean, short_breaks_count),
  FIELD ("begun-after-14", marmot_record_type_boolean, begun_after_14),
  FIELD ("any-day-after-16", marmot_record_type_boolean, any_day_after_16),
  FIELD ("ignore-home", marmot_record_type_boolean, ignore_home),
  FIELD ("ignore-detained", marmot_record_type_boolean, ignore_detained),
  FIELD ("ignore-guardianship", marmot_record_type_boolean, ignore_guardianship),
};

static void
marmot_care_leaver_options_constructed (GObject *object)
{
  MarmotCareLeaverOptions *self = MARMOT_CARE_LEAVER_OPTIONS (object);

  G_OBJECT_CLASS (marmot_care_leaver_options_parent_class)->constructed (object);

  self->terms = (LegalTerms){
    .law = self->law ? self->law : marmot_care_law_get_default (),
    .day_count = self->day_count,
    .leap_birthday = self->leap_birthday,
    .days = MIN (self->days, 36600),
    .home_months = MIN (self->home_months, 1200),
    .short_breaks_count = self->short_breaks_count,
    .begun_after_14 = self->begun_after_14,
    .any_day_after_16 = self->any_day_after_16,
    .ignore_home = self->ignore_home,
    .ignore_detained = self->ignore_detained,
    .ignore_guardianship = self->ignore_guardianship,
  };
}

static void
marmot_care_leaver_options_class_init (MarmotCareLeaverOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  G_OBJECT_CLASS (klass)->constructed = marmot_care_leaver_options_constructed;
}

static void
marmot_care_leaver_options_init (MarmotCareLeaverOptions *self)
{
}

static MarmotCareLeaverOptions *
get_default (void)
{
  static gsize once;
  static MarmotCareLeaverOptions *options;

  if (g_once_init_enter (&once))
    {
      options = marmot_care_leaver_options_new ();
      g_once_init_leave (&once, 1);
    }
  return options;
}

const LegalTerms *
legal_options_peek (MarmotCareLeaverOptions *options)
{
  return options ? &options->terms : &get_default ()->terms;
}

MarmotCareLeaverOptions *
marmot_care_leaver_options_new (void)
{
  return g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, NULL);
}

static const char *const names[] = { "statute", "ssda903-1001", "ssd-mosaic", "coventry-paper", NULL };

MarmotCareLeaverOptions *
marmot_care_leaver_options_new_named (const char *name,
                                      GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_equal (name, "statute"))
    return marmot_care_leaver_options_new ();
  if (g_str_equal (name, "ssda903-1001"))
    return g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "ignore-home", TRUE, "ignore-detained", TRUE,
                         "ignore-guardianship", TRUE, NULL);
  if (g_str_equal (name, "ssd-mosaic"))
    return g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "day-count", MARMOT_CARE_DAY_COUNT_INCLUSIVE, "ignore-home", TRUE,
                         "ignore-detained", TRUE, "ignore-guardianship", TRUE, NULL);
  if (g_str_equal (name, "coventry-paper"))
    return g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "any-day-after-16", TRUE, "ignore-home", TRUE,
                         "ignore-detained", TRUE, "ignore-guardianship", TRUE, NULL);
  known = g_strjoinv (", ", (char **) names);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "No conventions are called so; there are: %s", known);
  return NULL;
}

char **
marmot_care_leaver_options_list_names (void)
{
  return g_strdupv ((char **) names);
}

MarmotCareLaw *
marmot_care_leaver_options_get_law (MarmotCareLeaverOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER_OPTIONS (self), NULL);

  return self->terms.law;
}

char *
marmot_care_leaver_options_describe (MarmotCareLeaverOptions *self)
{
  const LegalProvision *eligible, *home;
  GString *text;

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER_OPTIONS (self), NULL);

  eligible = legal_law_any (self->terms.law, LEGAL_ELIGIBLE);
  home = legal_law_any (self->terms.law, LEGAL_HOME);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%d days of care since the 14th birthday are needed",
                          self->terms.days ? (int) self->terms.days : eligible ? eligible->days : 0);
  g_string_append (text, self->terms.any_day_after_16 ? ", and no day from the 16th on"
                                                      : ", and one of them from the 16th on");
  g_string_append (text, self->terms.day_count == MARMOT_CARE_DAY_COUNT_HALF_OPEN
                             ? "; the day on which a period ends is not counted"
                             : "; the day on which a period ends is counted");
  g_string_append (text, self->terms.begun_after_14 ? "; a period begun before 14 does not count"
                                                    : "; of a period begun before 14 the days since then count");
  g_string_append (text, self->terms.short_breaks_count ? "; short breaks count" : "; short breaks do not count");
  g_string_append (text, self->terms.leap_birthday == MARMOT_LEAP_BIRTHDAY_MARCH
                             ? "; who was born on 29 February has the birthday on 1 March in common years"
                             : "; who was born on 29 February has the birthday on 28 February in common years");
  if (self->terms.ignore_home)
    g_string_append (text, "; living at home is not looked at");
  else
    g_string_append_printf (text, "; home for %d months before 18 ends being a relevant child",
                            self->terms.home_months ? (int) self->terms.home_months : home ? home->months : 0);
  if (self->terms.ignore_detained)
    g_string_append (text, "; being detained or in hospital at 16 is not looked at");
  if (self->terms.ignore_guardianship)
    g_string_append (text, "; special guardianship is not looked at");
  return g_string_free (text, FALSE);
}
