/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Words: days, names of what a status depends on, nicks.
 */
#include "legal-private.h"

static void
clear_step (gpointer data)
{
  g_free (((LegalStep *) data)->text);
}

GArray *
legal_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (LegalStep));

  g_array_set_clear_func (steps, clear_step);
  return steps;
}

char *
legal_print_day (gint32 day)
{
  /* Not the names of the locale: what is printed is the same everywhere. */
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                        "September", "October", "November", "December" };
  g_autoptr (GDate) date = legal_day_to_date (day);

  if (!date)
    return g_strdup ("a day that is not known");
  return g_strdup_printf ("%d %s %d", g_date_get_day (date), months[g_date_get_month (date) - 1], g_date_get_year (date));
}

const char *
legal_status_nick (MarmotCareStatus status)
{
  static const char *const nicks[] = {
    [MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED] = "cannot-be-determined",
    [MARMOT_CARE_STATUS_ELIGIBLE] = "eligible",
    [MARMOT_CARE_STATUS_RELEVANT] = "relevant",
    [MARMOT_CARE_STATUS_FORMER_RELEVANT] = "former-relevant",
    [MARMOT_CARE_STATUS_QUALIFYING] = "qualifying",
    [MARMOT_CARE_STATUS_NONE] = "none",
  };

  return nicks[status];
}

const char *
legal_answer_nick (MarmotCareAnswer answer)
{
  return answer == MARMOT_CARE_ANSWER_NO    ? "no"
         : answer == MARMOT_CARE_ANSWER_YES ? "yes"
                                            : "cannot-be-determined";
}

static const char *const fact_nicks[] = {
  "home-with-parent", "detained", "special-guardianship", "asked-for-support", "pathway-plan", "personal-adviser",
  "education", "other-accommodation",
};

const char *
legal_fact_nick (guint32 fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (fact_nicks); i++)
    if (fact == 1u << i)
      return fact_nicks[i];
  return NULL;
}

char **
legal_list_depends (guint32 depends_on)
{
  static const struct
  {
    guint32 bit;
    const char *name;
  } others[] = {
    { LEGAL_DEPENDS_BIRTH, "birth" },         { LEGAL_DEPENDS_DEATH, "death" }, { LEGAL_DEPENDS_CARE, "care" },
    { LEGAL_DEPENDS_LATER, "later-records" }, { LEGAL_DEPENDS_LAW, "law" },
  };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (depends_on & others[i].bit)
      g_strv_builder_add (names, others[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (fact_nicks); i++)
    if (depends_on & (1u << i))
      g_strv_builder_add (names, fact_nicks[i]);
  return g_strv_builder_end (names);
}
