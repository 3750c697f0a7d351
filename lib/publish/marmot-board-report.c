/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "board-report-private.h"
#include "report-file-private.h"

#include "core/marmot-json-private.h"

G_DEFINE_FINAL_TYPE (MarmotBoardReport, marmot_board_report, G_TYPE_OBJECT)

static void
marmot_board_report_finalize (GObject *object)
{
  MarmotBoardReport *self = MARMOT_BOARD_REPORT (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->scorecard);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->changes);
  g_clear_object (&self->exceptions);
  g_clear_object (&self->asks);
  g_clear_pointer (&self->cannot_be_said, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (marmot_board_report_parent_class)->finalize (object);
}

static void
marmot_board_report_class_init (MarmotBoardReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_board_report_finalize;
}

static void
marmot_board_report_init (MarmotBoardReport *self)
{
  self->comparisons = g_list_store_new (MARMOT_TYPE_COMPARISON);
  self->changes = g_list_store_new (MARMOT_TYPE_CHANGE);
  self->exceptions = g_list_store_new (MARMOT_TYPE_REPORT_EXCEPTION);
  self->asks = g_list_store_new (MARMOT_TYPE_ASK);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

MarmotBoardReport *
marmot_board_report_new (MarmotPack *pack)
{
  MarmotBoardReport *self;

  g_return_val_if_fail (MARMOT_IS_PACK (pack), NULL);

  self = g_object_new (MARMOT_TYPE_BOARD_REPORT, NULL);
  self->pack = g_object_ref (pack);
  self->scorecard
    = marmot_scorecard_new (marmot_pack_get_indicators (pack), marmot_pack_get_observations (pack),
                            marmot_pack_get_targets (pack), marmot_pack_get_area (pack),
                            marmot_pack_get_review_above (pack));

  marmot_board_report_compare (self);
  marmot_board_report_find_findings (self);
  marmot_board_report_find_exceptions (self);
  marmot_board_report_find_limits (self);
  marmot_board_report_find_asks (self);
  return self;
}

MarmotPack *
marmot_board_report_get_pack (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return self->pack;
}

MarmotScorecard *
marmot_board_report_get_scorecard (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return self->scorecard;
}

GListModel *
marmot_board_report_get_comparisons (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->comparisons);
}

GListModel *
marmot_board_report_get_changes (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->changes);
}

GListModel *
marmot_board_report_get_exceptions (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->exceptions);
}

GListModel *
marmot_board_report_get_asks (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->asks);
}

const char * const *
marmot_board_report_get_cannot_be_said (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return (const char * const *) self->cannot_be_said;
}

GPtrArray *
marmot_board_report_get_findings (MarmotBoardReport *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

char *
marmot_board_report_to_json (MarmotBoardReport *self)
{
  json_t *tree;
  char *text;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  tree = marmot_board_report_to_tree (self);
  text = marmot_json_dump (tree);
  json_decref (tree);
  return text;
}

char *
marmot_board_report_to_html (MarmotBoardReport *self)
{
  json_t *tree;
  char *page;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  tree = marmot_board_report_to_tree (self);
  page = marmot_board_report_make_page (tree);
  json_decref (tree);
  return page;
}

char *
marmot_board_report_to_text (MarmotBoardReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model;
  guint n;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  g_string_append_printf (text, "%s\n%s\n\n", marmot_pack_get_title (self->pack), marmot_pack_get_board (self->pack));
  g_string_append_printf (text, "Against targets: %u achieved, %u on track, %u behind, %u without a target, "
                                "%u cannot be judged\n",
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_ACHIEVED),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_ON_TRACK),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_BEHIND),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_NO_TARGET),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED));

  g_string_append (text, "\nExceptions\n");
  model = G_LIST_MODEL (self->exceptions);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < MIN (n, MARMOT_FIRST_EXCEPTIONS); i++)
    {
      g_autoptr (MarmotReportException) e = g_list_model_get_item (model, i);

      g_string_append_printf (text, "  %u. %s %s\n", i + 1, marmot_report_exception_get_headline (e),
                              marmot_report_exception_get_detail (e));
    }
  if (n == 0)
    g_string_append (text, "  None.\n");

  g_string_append (text, "\nThe board is asked\n");
  model = G_LIST_MODEL (self->asks);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotAsk) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "  - %s\n", marmot_ask_get_text (item));
    }
  if (n == 0)
    g_string_append (text, "  Nothing.\n");

  g_string_append (text, "\nCannot be said from these figures\n");
  for (guint i = 0; self->cannot_be_said[i]; i++)
    g_string_append_printf (text, "  - %s\n", self->cannot_be_said[i]);
  if (!self->cannot_be_said[0])
    g_string_append (text, "  Nothing was found that could not.\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
marmot_board_report_write (MarmotBoardReport *self,
                           GFile *folder,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *json = NULL;
  g_autofree char *html = NULL;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  json = marmot_board_report_to_json (self);
  html = marmot_board_report_to_html (self);
  return report_write_files (folder, json, html, cancellable, error);
}
