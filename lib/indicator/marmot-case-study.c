/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotCaseStudy
{
  GObject parent_instance;

  char *id;
  char *title;
  char *organisation;
  MarmotConsent consent;
  MarmotPeriod *review_date;
  char *note;
  char *source;
  char *text; /* no property: only marmot_case_study_with_text () sets it */
};

G_DEFINE_FINAL_TYPE (MarmotCaseStudy, marmot_case_study, G_TYPE_OBJECT)

/**
 * MarmotCaseStudy:id: (getter get_id)
 *
 * Its short name, such as "teenvine".
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:title: (getter get_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:organisation: (getter get_organisation)
 *
 * The organisation that tells it, never a person.
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:consent: (getter get_consent)
 *
 * Whether those whom it is about agreed.
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:review-date: (getter get_review_date)
 *
 * The day on which consent is to be asked for again.
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:note: (getter get_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotCaseStudy:source: (getter get_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotCaseStudy, id), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotCaseStudy, title), 0 },
  { "organisation", NULL, G_STRUCT_OFFSET (MarmotCaseStudy, organisation), 0 },
  { "consent", marmot_consent_get_type, G_STRUCT_OFFSET (MarmotCaseStudy, consent), MARMOT_CONSENT_UNKNOWN },
  { "review-date", marmot_period_get_type, G_STRUCT_OFFSET (MarmotCaseStudy, review_date), 0 },
  { "note", NULL, G_STRUCT_OFFSET (MarmotCaseStudy, note), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotCaseStudy, source), 0 },
};

static void
marmot_case_study_dispose (GObject *object)
{
  g_clear_pointer (&MARMOT_CASE_STUDY (object)->text, g_free);

  G_OBJECT_CLASS (marmot_case_study_parent_class)->dispose (object);
}

static void
marmot_case_study_class_init (MarmotCaseStudyClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  G_OBJECT_CLASS (klass)->dispose = marmot_case_study_dispose;
}

static void
marmot_case_study_init (MarmotCaseStudy *self)
{
}

static gboolean
has_consent (MarmotCaseStudy *self)
{
  return self->consent == MARMOT_CONSENT_GIVEN || self->consent == MARMOT_CONSENT_NOT_NEEDED;
}

MarmotCaseStudy *
marmot_case_study_with_text (MarmotCaseStudy *self,
                             const char *text,
                             GError **error)
{
  MarmotCaseStudy *told;

  g_return_val_if_fail (MARMOT_IS_CASE_STUDY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!has_consent (self))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The text of a case study is held only with the consent of those whom it is about: "
                           "leave the text out, or ask them and set the consent to given");
      return NULL;
    }

  told = g_object_new (MARMOT_TYPE_CASE_STUDY,
                       "id", self->id,
                       "title", self->title,
                       "organisation", self->organisation,
                       "consent", self->consent,
                       "review-date", self->review_date,
                       "note", self->note,
                       "source", self->source,
                       NULL);
  told->text = g_strdup (text);
  return told;
}

gboolean
marmot_case_study_may_be_told (MarmotCaseStudy *self,
                               const GDate *on)
{
  g_autoptr (GDate) due = NULL;

  g_return_val_if_fail (MARMOT_IS_CASE_STUDY (self), FALSE);
  g_return_val_if_fail (on == NULL || g_date_valid (on), FALSE);

  if (!has_consent (self))
    return FALSE;
  if (!on || !self->review_date)
    return TRUE;
  due = marmot_period_get_first_day (self->review_date);
  return g_date_compare (on, due) < 0;
}

MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, title, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, organisation, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, MarmotConsent, consent,
                      MARMOT_CONSENT_UNKNOWN)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, MarmotPeriod *, review_date, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, note, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotCaseStudy, marmot_case_study, MARMOT_IS_CASE_STUDY, const char *, text, NULL)
