/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotReportException
{
  GObject parent_instance;

  MarmotExceptionKind kind;
  MarmotIndicator *indicator;
  char *headline;
  char *detail;
};

G_DEFINE_FINAL_TYPE (MarmotReportException, marmot_report_exception, G_TYPE_OBJECT)

/**
 * MarmotReportException:kind: (getter get_kind)
 *
 * Why it is an exception: the weightiest reason.
 *
 * Since: 1.0
 */

/**
 * MarmotReportException:indicator: (getter get_indicator)
 *
 * The indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotReportException:headline: (getter get_headline)
 *
 * What is the matter, in a sentence.
 *
 * Since: 1.0
 */

/**
 * MarmotReportException:detail: (getter get_detail)
 *
 * The figures, and whatever else is the matter with the same indicator.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "kind", marmot_exception_kind_get_type, G_STRUCT_OFFSET (MarmotReportException, kind), 0 },
  { "indicator", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotReportException, indicator), 0 },
  { "headline", NULL, G_STRUCT_OFFSET (MarmotReportException, headline), 0 },
  { "detail", NULL, G_STRUCT_OFFSET (MarmotReportException, detail), 0 },
};

static void
marmot_report_exception_class_init (MarmotReportExceptionClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_report_exception_init (MarmotReportException *self)
{
}

MARMOT_RECORD_GETTER (MarmotReportException, marmot_report_exception, MARMOT_IS_REPORT_EXCEPTION, MarmotExceptionKind, kind, (MarmotExceptionKind) 0)
MARMOT_RECORD_GETTER (MarmotReportException, marmot_report_exception, MARMOT_IS_REPORT_EXCEPTION, MarmotIndicator *, indicator, NULL)
MARMOT_RECORD_GETTER (MarmotReportException, marmot_report_exception, MARMOT_IS_REPORT_EXCEPTION, const char *, headline, NULL)
MARMOT_RECORD_GETTER (MarmotReportException, marmot_report_exception, MARMOT_IS_REPORT_EXCEPTION, const char *, detail, NULL)
