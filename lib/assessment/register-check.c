/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is wrong in a register: with what could not be read, with what the assessments say of
 * each other, and with each of them.
 */
#include <marmot/marmot.h>

#include "assessment-index-private.h"
#include "register-private.h"

/* By what a finding calls an assessment: its short name, unless that may be somebody's number. */
static const char *
get_name (const RegisterEntry *entry)
{
  const char *id = marmot_assessment_get_id (entry->assessment);
  g_autoptr (GPtrArray) found = id ? marmot_find_personal_data (id, NULL) : NULL;

  return found && found->len == 0 ? id : "-";
}

static void
report (GPtrArray *findings,
        const RegisterEntry *entry,
        const char *field,
        const char *rule,
        MarmotSeverity severity,
        const char *message,
        const char *fix)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", get_name (entry), field);

  g_ptr_array_add (findings, marmot_finding_new (rule, severity, entry->file, 0, NULL, path, message, fix));
}

/* --- chains ------------------------------------------------------------------------------- */

/* Whether one is, over others, the successor of itself. next has places from 1. state: 0 not
 * yet, 1 on the way, 2 known to end, 3 in a circle. */
static void
mark_circles (const guint *next,
              guint n,
              guint8 *state)
{
  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      while (state[at] == 0 && next[at] > 0)
        {
          state[at] = 1;
          at = next[at] - 1;
        }
      if (state[at] == 1)
        for (guint round = at; state[round] == 1; round = next[round] - 1)
          state[round] = 3;
      for (at = i; state[at] == 1; at = next[at] - 1)
        state[at] = 2;
      if (state[at] == 0)
        state[at] = 2;
    }
}

const char *
register_get_successor (MarmotAssessment *assessment)
{
  GListModel *versions = marmot_assessment_get_versions (assessment);
  const guint n = g_list_model_get_n_items (versions);
  g_autoptr (MarmotAssessmentVersion) last = n > 0 ? g_list_model_get_item (versions, n - 1) : NULL;

  /* The history holds its versions. */
  return last && marmot_assessment_get_state (assessment) == MARMOT_ASSESSMENT_STATE_SUPERSEDED
             ? marmot_assessment_version_get_successor (last)
             : NULL;
}

guint *
register_find_successors (MarmotAssessmentRegister *self)
{
  g_autoptr (GHashTable) by_id = register_index (self);
  guint *next = g_new0 (guint, register_count (self) + 1);

  for (guint i = 0; i < register_count (self); i++)
    {
      const char *name = register_get_successor (register_peek (self, i)->assessment);

      next[i] = name ? GPOINTER_TO_UINT (g_hash_table_lookup (by_id, name)) : 0;
    }
  return next;
}

void
register_check_chains (MarmotAssessmentRegister *self,
                       GPtrArray *findings)
{
  const guint n = register_count (self);
  g_autofree guint *next = register_find_successors (self);
  g_autofree guint8 *state = g_malloc0 (n + 1);

  mark_circles (next, n, state);
  for (guint i = 0; i < n; i++)
    {
      const RegisterEntry *entry = register_peek (self, i);
      const char *name = register_get_successor (entry->assessment);

      if (state[i] == 3)
        report (findings, entry, "versions", "register/successor", MARMOT_SEVERITY_ERROR,
                "Assessments take each other's place in a circle", "Find the one that holds, and correct the file");
      else if (name && next[i] == 0)
        report (findings, entry, "versions", "register/successor", MARMOT_SEVERITY_WARNING,
                "The assessment that took its place is not in the register", "Add that one");
      else if (!name && marmot_assessment_get_state (entry->assessment) == MARMOT_ASSESSMENT_STATE_SUPERSEDED)
        report (findings, entry, "state", "register/successor", MARMOT_SEVERITY_NOTE,
                "It is superseded, and its history does not say by which", "Say in its notes what took its place");
    }
}

/* --- all of it ------------------------------------------------------------------------------ */

static void
check_ids (MarmotAssessmentRegister *self,
           GPtrArray *findings)
{
  g_autoptr (GHashTable) by_id = register_index (self);

  for (guint i = 0; i < register_count (self); i++)
    {
      const RegisterEntry *entry = register_peek (self, i);
      const char *id = marmot_assessment_get_id (entry->assessment);
      const guint first = id ? GPOINTER_TO_UINT (g_hash_table_lookup (by_id, id)) : 0;

      if (!id)
        report (findings, entry, "id", "register/id", MARMOT_SEVERITY_ERROR, "The assessment has no short name",
                "Give it one");
      else if (first != i + 1)
        {
          const char *file = register_peek (self, first - 1)->file;
          g_autofree char *message = g_strdup_printf ("Another assessment has its short name%s%s", file ? ", in " : "",
                                                      file ? file : "");

          report (findings, entry, "id", "register/duplicate", MARMOT_SEVERITY_ERROR, message,
                  "Give every assessment a short name of its own, or take one of the two out");
        }
    }
}

/* Another digest is told from a name that nobody knows. */
static void
report_template (MarmotAssessmentRegister *self,
                 const RegisterEntry *entry,
                 GPtrArray *findings)
{
  const char *id = marmot_assessment_get_template (entry->assessment);
  GListModel *known = marmot_assessment_register_get_templates (self);
  guint n_named = 0;

  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (MarmotAssessmentTemplate) form = g_list_model_get_item (known, i);

      n_named += g_strcmp0 (marmot_assessment_template_get_id (form), id) == 0;
    }
  if (!id)
    report (findings, entry, "template", "register/template", MARMOT_SEVERITY_ERROR,
            "The assessment does not say which template it answers, so it was not checked", "Name the template");
  else if (n_named == 0)
    report (findings, entry, "template", "register/template", MARMOT_SEVERITY_ERROR,
            "The register does not know its template, so it was not checked", "Add the template to the register");
  else if (marmot_assessment_get_template_hash (entry->assessment))
    report (findings, entry, "template_hash", "register/template", MARMOT_SEVERITY_ERROR,
            "It was written for a template of this name with another digest, so it was not checked",
            "Add the template as it was, or migrate the assessment");
  else
    report (findings, entry, "template_hash", "register/template", MARMOT_SEVERITY_ERROR,
            "The register knows several templates of this name, and it does not say which, so it was not checked",
            "Give the digest of the template");
}

/* The same finding with the file, and with the assessment at the head of its path. */
static MarmotFinding *
place (const RegisterEntry *entry,
       MarmotFinding *finding)
{
  const char *within = marmot_finding_get_path (finding);
  g_autofree char *path = g_strdup_printf ("%s%s%s", get_name (entry), within && *within ? "/" : "", within ? within : "");

  return (marmot_finding_is_published (finding) ? marmot_finding_new_published : marmot_finding_new) (
      marmot_finding_get_rule (finding), marmot_finding_get_severity (finding), entry->file,
      marmot_finding_get_row (finding), marmot_finding_get_column (finding), path, marmot_finding_get_message (finding),
      marmot_finding_get_fix (finding));
}

GPtrArray *
marmot_assessment_register_validate (MarmotAssessmentRegister *self,
                                     const GDate *day)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  findings = marmot_assessment_register_list_faults (self);
  check_ids (self, findings);
  register_check_chains (self, findings);
  for (guint i = 0; i < register_count (self); i++)
    {
      const RegisterEntry *entry = register_peek (self, i);
      MarmotAssessmentTemplate *form = marmot_assessment_register_find_template (self, entry->assessment);
      g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
      AssessmentCounts counts;

      if (!form)
        {
          report_template (self, entry, findings);
          continue;
        }
      assessment_check (entry->assessment, form, day, own, &counts);
      for (guint j = 0; j < own->len; j++)
        g_ptr_array_add (findings, place (entry, own->pdata[j]));
    }
  return findings;
}
