/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "early-help-private.h"
#include "report-file-private.h"

#include "core/marmot-json-private.h"

struct _MarmotEarlyHelpReport
{
  GObject parent_instance;

  json_t *tree;
  GPtrArray *findings;
};

G_DEFINE_FINAL_TYPE (MarmotEarlyHelpReport, marmot_early_help_report, G_TYPE_OBJECT)

static void
marmot_early_help_report_finalize (GObject *object)
{
  MarmotEarlyHelpReport *self = MARMOT_EARLY_HELP_REPORT (object);

  g_clear_pointer (&self->tree, json_decref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (marmot_early_help_report_parent_class)->finalize (object);
}

static void
marmot_early_help_report_class_init (MarmotEarlyHelpReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_early_help_report_finalize;
}

static void
marmot_early_help_report_init (MarmotEarlyHelpReport *self)
{
}

MarmotEarlyHelpReport *
marmot_early_help_report_new (MarmotEpisodeSet *set,
                              MarmotPeriod *period,
                              MarmotEarlyHelpReportOptions *options,
                              GError **error)
{
  MarmotEarlyHelpReport *self = NULL;
  EarlyHelp figures;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (set), NULL);
  g_return_val_if_fail (period != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_EARLY_HELP_REPORT_OPTIONS (options), NULL);

  if (early_help_init (&figures, set, period, early_help_options_peek (options), error))
    {
      self = g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT, NULL);
      self->tree = early_help_to_tree (&figures);
      self->findings = g_ptr_array_ref (figures.findings);
    }
  early_help_clear (&figures);
  return self;
}

GPtrArray *
marmot_early_help_report_get_findings (MarmotEarlyHelpReport *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_EARLY_HELP_REPORT (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

char *
marmot_early_help_report_to_json (MarmotEarlyHelpReport *self)
{
  g_return_val_if_fail (MARMOT_IS_EARLY_HELP_REPORT (self), NULL);

  return marmot_json_dump (self->tree);
}

char *
marmot_early_help_report_to_html (MarmotEarlyHelpReport *self)
{
  g_return_val_if_fail (MARMOT_IS_EARLY_HELP_REPORT (self), NULL);

  return early_help_make_page (self->tree);
}

char *
marmot_early_help_report_to_text (MarmotEarlyHelpReport *self)
{
  g_return_val_if_fail (MARMOT_IS_EARLY_HELP_REPORT (self), NULL);

  return early_help_make_text (self->tree);
}

gboolean
marmot_early_help_report_write (MarmotEarlyHelpReport *self,
                                GFile *folder,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autofree char *json = NULL;
  g_autofree char *html = NULL;

  g_return_val_if_fail (MARMOT_IS_EARLY_HELP_REPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  json = marmot_early_help_report_to_json (self);
  html = marmot_early_help_report_to_html (self);
  return report_write_files (folder, json, html, cancellable, error);
}
