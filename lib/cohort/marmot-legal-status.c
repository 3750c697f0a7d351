/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "small-tables-private.h"
#include "legal-status-private.h"

struct _MarmotLegalStatus
{
  GObject parent_instance;

  gint32 day;
  gint32 from;
  gint32 until;
  LegalAnswer answer;
  MarmotCareLaw *law;
  GArray *steps;            /* of LegalStep */
  char **reasons;
};

G_DEFINE_FINAL_TYPE (MarmotLegalStatus, marmot_legal_status, G_TYPE_OBJECT)

static void
marmot_legal_status_finalize (GObject *object)
{
  MarmotLegalStatus *self = MARMOT_LEGAL_STATUS (object);

  g_clear_object (&self->law);
  g_clear_pointer (&self->steps, g_array_unref);
  g_strfreev (self->reasons);

  G_OBJECT_CLASS (marmot_legal_status_parent_class)->finalize (object);
}

static void
marmot_legal_status_class_init (MarmotLegalStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_legal_status_finalize;
}

static void
marmot_legal_status_init (MarmotLegalStatus *self)
{
  self->day = self->from = self->until = LEGAL_NO_DATE;
  self->answer.rule = LEGAL_NO_RULE;
  self->answer.days_since_14 = self->answer.days_after_16 = -1;
  self->answer.possible = 1u << MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
  self->steps = legal_steps_new ();
  self->reasons = g_new0 (char *, 1);
}

/* The stretch of a life that a day is in. */
static void
find_stretch (MarmotLegalStatus *self,
              const LegalLife *life,
              const LegalTerms *terms,
              guint32 problems)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (LegalStretch));

  legal_timeline (life, terms, problems, stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const LegalStretch *stretch = &g_array_index (stretches, LegalStretch, i);

      if ((stretch->from == LEGAL_NO_DATE || stretch->from <= self->day)
          && (stretch->until == LEGAL_NO_DATE || stretch->until > self->day))
        {
          self->from = stretch->from;
          self->until = stretch->until;
        }
      else if (i == 0 && stretch->from != LEGAL_NO_DATE && self->day < stretch->from)
        self->until = stretch->from;
    }
}

MarmotLegalStatus *
legal_status_new (const LegalLife *life,
                  const LegalTerms *terms,
                  guint32 problems,
                  gint32 day)
{
  MarmotLegalStatus *self = g_object_new (MARMOT_TYPE_LEGAL_STATUS, NULL);

  self->day = day;
  self->law = g_object_ref (terms->law);
  legal_evaluate (life, terms, problems, day, self->steps, &self->answer);
  find_stretch (self, life, terms, problems);

  g_strfreev (self->reasons);
  self->reasons = g_new0 (char *, self->steps->len + 1);
  for (guint i = 0; i < self->steps->len; i++)
    self->reasons[i] = g_strdup (g_array_index (self->steps, LegalStep, i).text);
  return self;
}

/* --- what it says -------------------------------------------------------------------- */

GDate *
marmot_legal_status_get_day (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return self->day != LEGAL_NO_DATE ? legal_day_to_date (self->day) : g_date_new ();
}

MarmotCareStatus
marmot_legal_status_get_status (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED);

  return self->answer.status;
}

gboolean
marmot_legal_status_get_returner (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), FALSE);

  return self->answer.returner;
}

const char *
marmot_legal_status_get_provision (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return legal_rule_name (self->answer.rule);
}

static const LegalProvision *
find_provision (MarmotLegalStatus *self,
                LegalRule rule)
{
  const LegalProvision *provision;

  if (rule == LEGAL_NO_RULE || !self->law)
    return NULL;
  provision = legal_law_find (self->law, rule, self->day);
  return provision ? provision : legal_law_any (self->law, rule);
}

const char *
marmot_legal_status_get_authority (MarmotLegalStatus *self)
{
  const LegalProvision *provision;

  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  provision = find_provision (self, self->answer.rule);
  return provision ? provision->authority : NULL;
}

int
marmot_legal_status_get_days_since_14 (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), -1);

  return self->answer.days_since_14;
}

int
marmot_legal_status_get_days_after_16 (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), -1);

  return self->answer.days_after_16;
}

GDate *
marmot_legal_status_get_from (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return legal_day_to_date (self->from);
}

GDate *
marmot_legal_status_get_until (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return legal_day_to_date (self->until);
}

MarmotCareStatus *
marmot_legal_status_get_possible (MarmotLegalStatus *self,
                                  gsize *n_possible)
{
  MarmotCareStatus *possible;

  g_return_val_if_fail (n_possible != NULL, NULL);
  *n_possible = 0;
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  possible = g_new (MarmotCareStatus, MARMOT_CARE_STATUS_NONE + 1);
  for (guint status = 0; status <= MARMOT_CARE_STATUS_NONE; status++)
    if (self->answer.possible & (1u << status))
      possible[(*n_possible)++] = status;
  return possible;
}

char **
marmot_legal_status_get_depends_on (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return legal_list_depends (self->answer.depends_on);
}

const char *const *
marmot_legal_status_get_reasons (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  return (const char *const *) self->reasons;
}

gboolean
marmot_legal_status_get_authority_moved (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), FALSE);

  return self->answer.authority_moved;
}

MarmotTable *
marmot_legal_status_get_steps (MarmotLegalStatus *self)
{
  static const char *const names[] = { "provision", "authority", "basis", "answer", "text", NULL };
  MarmotColumnBuilder *builders[5];

  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    builders[i] = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LegalStep *step = &g_array_index (self->steps, LegalStep, i);
      const LegalProvision *provision = find_provision (self, step->rule);

      cohort_append_text (builders[0], legal_rule_name (step->rule));
      cohort_append_text (builders[1], provision ? provision->authority : NULL);
      cohort_append_text (builders[2], !provision ? NULL : provision->is_read ? "read" : "memory");
      cohort_append_text (builders[3], legal_answer_nick (step->answer));
      cohort_append_text (builders[4], step->text);
    }
  return cohort_finish_table (names, builders);
}

MarmotTable *
legal_make_timeline (const LegalStretch *stretches,
                     gsize n_stretches,
                     const guint32 *rows)
{
  static const char *const names[]
      = { "row", "from", "until", "status", "provision", "returner", "corporate_parenting", NULL };
  static const MarmotColumnType types[]
      = { MARMOT_COLUMN_INTEGER, MARMOT_COLUMN_DATE, MARMOT_COLUMN_DATE, MARMOT_COLUMN_DICTIONARY,
          MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_BOOLEAN, MARMOT_COLUMN_DICTIONARY };
  MarmotColumnBuilder *builders[G_N_ELEMENTS (types)];
  gsize first = rows ? 0 : 1;

  for (gsize i = first; i < G_N_ELEMENTS (types); i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (gsize i = 0; i < n_stretches; i++)
    {
      const LegalStretch *stretch = &stretches[i];

      if (rows)
        marmot_column_builder_append_integer (builders[0], rows[i]);
      cohort_append_day (builders[1], stretch->from);
      cohort_append_day (builders[2], stretch->until);
      cohort_append_text (builders[3], legal_status_nick (stretch->answer.status));
      cohort_append_text (builders[4], legal_rule_name (stretch->answer.rule));
      marmot_column_builder_append_boolean (builders[5], stretch->answer.returner);
      cohort_append_text (builders[6], legal_answer_nick (stretch->answer.corporate));
    }
  return cohort_finish_table (names + first, builders + first);
}

gboolean
marmot_legal_status_equal (MarmotLegalStatus *self,
                           MarmotLegalStatus *other)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (other), FALSE);

  return self->day == other->day && self->from == other->from && self->until == other->until
         && self->answer.status == other->answer.status && self->answer.rule == other->answer.rule
         && self->answer.possible == other->answer.possible && self->answer.depends_on == other->answer.depends_on
         && self->answer.days_since_14 == other->answer.days_since_14
         && self->answer.days_after_16 == other->answer.days_after_16
         && g_strv_equal ((const char *const *) self->reasons, (const char *const *) other->reasons);
}

guint
marmot_legal_status_hash (MarmotLegalStatus *self)
{
  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), 0);

  return (guint) self->day * 31 + (guint) self->answer.status * 7 + (guint) self->answer.rule;
}

char *
marmot_legal_status_to_string (MarmotLegalStatus *self)
{
  const char *authority;
  g_autoptr (GDate) date = NULL;
  char day[16] = "no day";

  g_return_val_if_fail (MARMOT_IS_LEGAL_STATUS (self), NULL);

  date = legal_day_to_date (self->day);
  if (date)
    g_date_strftime (day, sizeof day, "%Y-%m-%d", date);
  authority = marmot_legal_status_get_authority (self);
  return g_strdup_printf ("%s on %s%s%s%s", legal_status_nick (self->answer.status), day, authority ? " (" : "",
                          authority ? authority : "", authority ? ")" : "");
}
