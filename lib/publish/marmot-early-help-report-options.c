/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "early-help-private.h"

#include "core/marmot-record-private.h"

struct _MarmotEarlyHelpReportOptions
{
  GObject parent_instance;

  EarlyHelpOptions options;
};

G_DEFINE_FINAL_TYPE (MarmotEarlyHelpReportOptions, marmot_early_help_report_options, G_TYPE_OBJECT)

/**
 * MarmotEarlyHelpReportOptions:title:
 *
 * The title of the page; %NULL for "Early help".
 *
 * Since: 1.0
 */

/**
 * MarmotEarlyHelpReportOptions:council:
 *
 * Whose early help it is, such as "Coventry City Council"; %NULL if that is not said.
 *
 * Since: 1.0
 */

/**
 * MarmotEarlyHelpReportOptions:note:
 *
 * What the reader must know of the rows behind the figures, such as "Synthetic rows made
 * to agree with published totals". It stands at the top of the page and again in every
 * section of it, so that no table can be cut out without it.
 *
 * Since: 1.0
 */

/**
 * MarmotEarlyHelpReportOptions:assumptions:
 *
 * What was assumed, each in a sentence or two. One that begins with the short name of a
 * measure and a colon, such as "closed-within: ...", is printed beside that figure, and
 * any other at the top of the page.
 *
 * Since: 1.0
 */

/**
 * MarmotEarlyHelpReportOptions:threshold:
 *
 * Numbers from 1 up to this one without it are small, and withheld; 0 or 1 withholds
 * nothing.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotEarlyHelpReportOptions, options.field)

static const MarmotRecordField fields[] = {
  { "title", NULL, FIELD (title), 0 },
  { "council", NULL, FIELD (council), 0 },
  { "note", NULL, FIELD (note), 0 },
  { "assumptions", g_strv_get_type, FIELD (assumptions), 0 },
  { "threshold", marmot_record_type_uint, FIELD (threshold), EARLY_HELP_THRESHOLD },
};

static void
marmot_early_help_report_options_class_init (MarmotEarlyHelpReportOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_early_help_report_options_init (MarmotEarlyHelpReportOptions *self)
{
}

MarmotEarlyHelpReportOptions *
marmot_early_help_report_options_new (const char *title,
                                      const char *council)
{
  return g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS, "title", title, "council", council, NULL);
}

const EarlyHelpOptions *
early_help_options_peek (MarmotEarlyHelpReportOptions *self)
{
  static const EarlyHelpOptions defaults = { .threshold = EARLY_HELP_THRESHOLD };

  return self ? &self->options : &defaults;
}
