/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of documents share: fields as texts, and the classes.
 */
#pragma once

#include "marmot-document-private.h"

G_BEGIN_DECLS

/* Characters that a short name and a text may have. Plain numbers, for they stand in the
 * schemas too. */
#define MARMOT_DOCUMENT_MAX_ID 100
#define MARMOT_DOCUMENT_MAX_TEXT 1048576

/* Whether a text has no more characters than that. */
gboolean                   marmot_document_text_fits     (const char                *text);

const MarmotDocumentClass *marmot_document_get_class     (gpointer                   self);
const MarmotDocumentClass *marmot_document_class_of_type (GType                      type);

/* NULL where there is none. */
const MarmotDocumentRest  *marmot_document_get_rest      (gpointer                   self);
const MarmotDocumentRest  *marmot_document_rest_of_type  (GType                      type);

/* The same; NULL where the type is of no document, whatever it is. */
const MarmotDocumentClass *marmot_document_find_class    (GType                      type);

/* The name of a field as it stands in JSON. */
char                      *marmot_document_key           (const MarmotDocumentField *field);

/* "2018-02-05" is a day; other periods as they print, with the short name of the type of
 * their year before them where the text alone would be read as another. NULL if it is none. */
MarmotPeriod              *marmot_document_parse_period  (const char                *text);

/* Days have one form on file, the one that is written: "2018-02-05". NULL if it is none. */
MarmotPeriod              *marmot_document_parse_day     (const char                *text);

/* NULL if it cannot be written so that it is read back. */
char                      *marmot_document_print_period  (const MarmotPeriod        *period);
char                      *marmot_document_print_value   (const MarmotValue         *value);

/* A field that is no list as text; NULL if it is not set, or cannot be written. */
char                      *marmot_document_print_field   (gpointer                   self,
                                                          const MarmotDocumentField *field);

G_END_DECLS
