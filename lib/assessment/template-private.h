/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Templates from documents, and back.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-finding-log-private.h"
#include "core/marmot-json-private.h"

#include "template-list-private.h"

G_BEGIN_DECLS

/* More than any form has; a document of more is none. doc/schema says the same. */
#define TEMPLATE_MAX_ITEMS 1000
#define TEMPLATE_MAX_ID 80
#define TEMPLATE_MAX_TEXT 20000 /* characters */
#define TEMPLATE_MAX_MONTHS 1200

/* What a document says, once it was checked. */
typedef struct
{
  char *id;
  char *title;
  char *publisher;
  char *reference;
  char *licence;
  char *attribution;
  char *source;
  char *notes;
  gint32 valid_from;          /* days since 1970, G_MININT32 for none */
  gint32 valid_until;         /* the first day on which it no longer is */
  guint review_from;
  guint review_until;
  TemplateList *stages;
  TemplateList *questions;
  TemplateList *dimensions;
} TemplateData;

void         template_data_clear  (TemplateData      *self);

/* Reads a document into empty data; faults go to the log, by path. FALSE if there was one. */
gboolean     template_read        (json_t            *document,
                                   MarmotFindingLog  *log,
                                   TemplateData      *data);

/* The one form of a template. */
json_t      *template_write       (const TemplateData *data) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it can be a short name: small letters, digits and hyphens, and a full stop once for
 * local ones. */
gboolean     template_is_id       (const char        *text);

/* "protected" ..., "text" ... */
const char  *template_kind_nick   (MarmotDimensionKind kind);
const char  *template_answer_nick (MarmotAnswerKind    answer);

const char *const *template_question_get_kinds (MarmotTemplateQuestion *self);

G_END_DECLS
