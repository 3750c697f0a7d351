/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef enum
{
  MARMOT_CSV_STYLE_OWN,     /* what marmot_csv_write_bytes() promises */
  MARMOT_CSV_STYLE_EXPORT   /* lines end in CRLF, and whole doubles have no point */
} MarmotCsvStyle;

GBytes *marmot_csv_write_styled (MarmotTable     *table,
                                 MarmotCsvStyle   style,
                                 GError         **error);

G_END_DECLS
