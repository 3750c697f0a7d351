/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "care-leaver-private.h"
#include "small-tables-private.h"
#include "legal-status-private.h"

struct _MarmotCareLeaver
{
  GObject parent_instance;

  char *person;
  gint32 birth;
  gint32 death;
  gint32 uasc_until;
  gint32 covered_from;
  gint32 covered_until;
  GArray *spells;           /* of LegalSpell, by start */
  GArray *facts;            /* of LegalFact, by start */
  GArray *contacts;         /* of ContactRow, by date or year */
  guint32 complete;
  gboolean is_view;
};

G_DEFINE_FINAL_TYPE (MarmotCareLeaver, marmot_care_leaver, G_TYPE_OBJECT)

static void
marmot_care_leaver_finalize (GObject *object)
{
  MarmotCareLeaver *self = MARMOT_CARE_LEAVER (object);

  g_free (self->person);
  g_array_unref (self->spells);
  g_array_unref (self->facts);
  g_array_unref (self->contacts);

  G_OBJECT_CLASS (marmot_care_leaver_parent_class)->finalize (object);
}

static void
marmot_care_leaver_class_init (MarmotCareLeaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_care_leaver_finalize;
}

static void
marmot_care_leaver_init (MarmotCareLeaver *self)
{
  self->birth = self->death = self->uasc_until = LEGAL_NO_DATE;
  self->covered_from = self->covered_until = LEGAL_NO_DATE;
  self->spells = g_array_new (FALSE, FALSE, sizeof (LegalSpell));
  self->facts = g_array_new (FALSE, FALSE, sizeof (LegalFact));
  self->contacts = g_array_new (FALSE, FALSE, sizeof (ContactRow));
}

MarmotCareLeaver *
marmot_care_leaver_new (const char *person,
                        const GDate *birth)
{
  MarmotCareLeaver *self;

  g_return_val_if_fail (birth == NULL || g_date_valid (birth), NULL);

  self = g_object_new (MARMOT_TYPE_CARE_LEAVER, NULL);
  self->person = g_strdup (person);
  self->birth = legal_day_of_date (birth);
  return self;
}

MarmotCareLeaver *
care_leaver_new_view (char *person,
                      const LegalLife *life,
                      const ContactRow *contacts,
                      gsize n_contacts)
{
  MarmotCareLeaver *self = g_object_new (MARMOT_TYPE_CARE_LEAVER, NULL);

  self->person = person;
  self->birth = life->birth;
  self->death = life->death;
  self->uasc_until = life->uasc_until;
  self->covered_from = life->covered_from;
  self->covered_until = life->covered_until;
  self->complete = life->complete;
  if (life->n_spells > 0)
    g_array_append_vals (self->spells, life->spells, (guint) life->n_spells);
  if (life->n_facts > 0)
    g_array_append_vals (self->facts, life->facts, (guint) life->n_facts);
  if (n_contacts > 0)
    g_array_append_vals (self->contacts, contacts, (guint) n_contacts);
  self->is_view = TRUE;
  return self;
}

/* --- adding -------------------------------------------------------------------------- */

static int
compare_spells (gconstpointer a,
                gconstpointer b)
{
  const LegalSpell *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const LegalFact *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const ContactRow *x = a, *y = b;

  return (x->date > y->date) - (x->date < y->date);
}

static gboolean
is_day_or_null (const GDate *date)
{
  return date == NULL || g_date_valid (date);
}

void
marmot_care_leaver_add_spell (MarmotCareLeaver *self,
                              const GDate *start,
                              const GDate *end,
                              const char *end_reason,
                              const char *placement,
                              gboolean short_break)
{
  LegalSpell spell;

  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (start != NULL && g_date_valid (start));
  g_return_if_fail (is_day_or_null (end));

  legal_spell_init (&spell, legal_day_of_date (start), legal_day_of_date (end), end_reason, -1, short_break);
  /* Since when the placement has lasted is not known: since the start at the earliest. */
  if (legal_placement_is_home (placement, -1))
    spell.home_from = spell.start;
  spell.fostered = legal_placement_is_fostered (placement, -1) != FALSE;
  g_array_append_val (self->spells, spell);
  g_array_sort (self->spells, compare_spells);
}

void
marmot_care_leaver_add_fact (MarmotCareLeaver *self,
                             MarmotCareFacts fact,
                             const GDate *start,
                             const GDate *end)
{
  LegalFact added;

  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (legal_fact_nick (fact) != NULL);
  g_return_if_fail (start != NULL && g_date_valid (start));
  g_return_if_fail (is_day_or_null (end));

  added = (LegalFact){ .start = legal_day_of_date (start), .end = legal_day_of_date (end), .fact = fact };
  g_array_append_val (self->facts, added);
  g_array_sort (self->facts, compare_facts);
}

void
marmot_care_leaver_add_contact (MarmotCareLeaver *self,
                                const GDate *day,
                                const char *in_touch,
                                const char *activity,
                                const char *accommodation)
{
  ContactRow contact;

  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (day != NULL && g_date_valid (day));

  contact_clear (&contact);
  contact.date = legal_day_of_date (day);
  contact_read_touch (&contact, in_touch, -1);
  contact_read_activity (&contact, activity, -1);
  contact_read_accommodation (&contact, accommodation, -1);
  g_array_append_val (self->contacts, contact);
  g_array_sort (self->contacts, compare_contacts);
}

void
marmot_care_leaver_set_complete (MarmotCareLeaver *self,
                                 MarmotCareFacts facts)
{
  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);

  self->complete = facts;
}

void
marmot_care_leaver_set_death (MarmotCareLeaver *self,
                              const GDate *day)
{
  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (is_day_or_null (day));

  self->death = legal_day_of_date (day);
}

void
marmot_care_leaver_set_uasc_until (MarmotCareLeaver *self,
                                   const GDate *day)
{
  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (is_day_or_null (day));

  self->uasc_until = legal_day_of_date (day);
}

void
marmot_care_leaver_set_covered_from (MarmotCareLeaver *self,
                                     const GDate *day)
{
  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (is_day_or_null (day));

  self->covered_from = legal_day_of_date (day);
}

void
marmot_care_leaver_set_covered_until (MarmotCareLeaver *self,
                                      const GDate *day)
{
  g_return_if_fail (MARMOT_IS_CARE_LEAVER (self) && !self->is_view);
  g_return_if_fail (is_day_or_null (day));

  self->covered_until = legal_day_of_date (day);
}

/* --- what is there ------------------------------------------------------------------- */

char *
marmot_care_leaver_get_person (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return g_strdup (self->person);
}

GDate *
marmot_care_leaver_get_birth (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return legal_day_to_date (self->birth);
}

GDate *
marmot_care_leaver_get_death (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return legal_day_to_date (self->death);
}

GDate *
marmot_care_leaver_get_uasc_until (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return legal_day_to_date (self->uasc_until);
}

MarmotTable *
marmot_care_leaver_get_spells (MarmotCareLeaver *self)
{
  static const char *const names[] = { "start", "end", "short_break", "end_reason", "days", NULL };
  MarmotColumnBuilder *builders[5];

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  builders[0] = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  builders[1] = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  builders[2] = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  builders[3] = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  builders[4] = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  for (guint i = 0; i < self->spells->len; i++)
    {
      const LegalSpell *spell = &g_array_index (self->spells, LegalSpell, i);

      cohort_append_day (builders[0], spell->start);
      cohort_append_day (builders[1], spell->end);
      marmot_column_builder_append_boolean (builders[2], spell->short_break);
      cohort_append_text (builders[3], spell->end_reason);
      if (spell->end != LEGAL_NO_DATE)
        marmot_column_builder_append_integer (builders[4], (gint64) spell->end - spell->start);
      else
        marmot_column_builder_append_null (builders[4]);
    }
  return cohort_finish_table (names, builders);
}

MarmotTable *
marmot_care_leaver_get_facts (MarmotCareLeaver *self)
{
  static const char *const names[] = { "fact", "start", "end", NULL };
  MarmotColumnBuilder *builders[3];

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  builders[0] = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  builders[1] = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  builders[2] = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  for (guint i = 0; i < self->facts->len; i++)
    {
      const LegalFact *fact = &g_array_index (self->facts, LegalFact, i);

      cohort_append_text (builders[0], legal_fact_nick (fact->fact));
      cohort_append_day (builders[1], fact->start);
      cohort_append_day (builders[2], fact->end);
    }
  return cohort_finish_table (names, builders);
}

MarmotTable *
marmot_care_leaver_get_contacts (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return contact_make_table ((const ContactRow *) (const void *) self->contacts->data, self->contacts->len, NULL);
}

int
marmot_care_leaver_age_on (MarmotCareLeaver *self,
                           const GDate *day,
                           MarmotCareLeaverOptions *options)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), -1);
  g_return_val_if_fail (day != NULL && g_date_valid (day), -1);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), -1);

  return legal_age_on (self->birth, legal_day_of_date (day), legal_options_peek (options)->leap_birthday);
}

/* --- the law ------------------------------------------------------------------------- */

/* A life, and what contradicts itself in it. days is for the days of contacts; free it. */
static guint32
get_life (MarmotCareLeaver *self,
          const LegalTerms *terms,
          gint32 **days,
          LegalLife *life)
{
  *days = g_new (gint32, self->contacts->len + 1);
  for (guint i = 0; i < self->contacts->len; i++)
    (*days)[i] = contact_get_day (&g_array_index (self->contacts, ContactRow, i), self->death);
  *life = (LegalLife){
    .birth = self->birth,
    .death = self->death,
    .uasc_until = self->uasc_until,
    .covered_from = self->covered_from,
    .covered_until = self->covered_until,
    .spells = (const LegalSpell *) (const void *) self->spells->data,
    .n_spells = self->spells->len,
    .facts = (const LegalFact *) (const void *) self->facts->data,
    .n_facts = self->facts->len,
    .complete = self->complete,
    .contacts = *days,
    .n_contacts = self->contacts->len,
  };
  return legal_check (life, terms);
}

MarmotLegalStatus *
marmot_care_leaver_status_on (MarmotCareLeaver *self,
                              const GDate *day,
                              MarmotCareLeaverOptions *options)
{
  const LegalTerms *terms;
  g_autofree gint32 *days = NULL;
  LegalLife life;
  guint32 problems;

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  terms = legal_options_peek (options);
  problems = get_life (self, terms, &days, &life);
  return legal_status_new (&life, terms, problems, legal_day_of_date (day));
}

MarmotCareAnswer
marmot_care_leaver_corporate_parenting_applies_on (MarmotCareLeaver *self,
                                                   const GDate *day,
                                                   MarmotCareLeaverOptions *options)
{
  const LegalTerms *terms;
  g_autofree gint32 *days = NULL;
  LegalAnswer answer;
  LegalLife life;
  guint32 problems;

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);
  g_return_val_if_fail (day != NULL && g_date_valid (day), MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options),
                        MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED);

  terms = legal_options_peek (options);
  problems = get_life (self, terms, &days, &life);
  legal_evaluate (&life, terms, problems, legal_day_of_date (day), NULL, &answer);
  return answer.corporate;
}

MarmotTable *
marmot_care_leaver_get_timeline (MarmotCareLeaver *self,
                                 MarmotCareLeaverOptions *options)
{
  g_autoptr (GArray) stretches = NULL;
  const LegalTerms *terms;
  g_autofree gint32 *days = NULL;
  LegalLife life;
  guint32 problems;

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CARE_LEAVER_OPTIONS (options), NULL);

  terms = legal_options_peek (options);
  problems = get_life (self, terms, &days, &life);
  stretches = g_array_new (FALSE, FALSE, sizeof (LegalStretch));
  legal_timeline (&life, terms, problems, stretches);
  return legal_make_timeline ((const LegalStretch *) (const void *) stretches->data, stretches->len, NULL);
}

GPtrArray *
marmot_care_leaver_get_findings (MarmotCareLeaver *self)
{
  GPtrArray *findings;
  g_autofree gint32 *days = NULL;
  LegalLife life;
  guint32 problems;

  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  problems = get_life (self, legal_options_peek (NULL), &days, &life);
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < LEGAL_N_PROBLEMS; i++)
    if (problems & (1u << i))
      g_ptr_array_add (findings, legal_make_finding (1u << i, 0));
  return findings;
}

char *
marmot_care_leaver_to_string (MarmotCareLeaver *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_LEAVER (self), NULL);

  return g_strdup_printf ("a person with %u %s of care, %u %s and %u %s", self->spells->len,
                          self->spells->len == 1 ? "period" : "periods", self->facts->len,
                          self->facts->len == 1 ? "fact" : "facts", self->contacts->len,
                          self->contacts->len == 1 ? "contact" : "contacts");
}
