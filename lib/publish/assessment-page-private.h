/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The page of an assessment. assessment-page.c has its order and its top;
 * assessment-page-lists.c prints documents as tables, assessment-page-findings.c what
 * checking finds. Words that stand on the page outside tables are known to the import of
 * forms, which tells by them what somebody else wrote there.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  GDate *day;     /* nullable */
  gboolean draft;
  gboolean form;
} AssessmentPageOptions;

const AssessmentPageOptions *assessment_page_options_peek (MarmotAssessmentPageOptions *self);

typedef struct
{
  GString *html;
  MarmotAssessment *of;
  MarmotAssessmentTemplate *template;
  const AssessmentPageOptions *options;
  GPtrArray *personal; /* findings on what may be personal data */
} AssessmentPage;

/* A property of a document and the header of its column. */
typedef struct
{
  const char *property;
  const char *label;
} AssessmentPageColumn;

/* Refuses a page with such findings: MARMOT_ERROR_INVALID_DATA, which says where. */
gboolean assessment_page_may_be_made (GPtrArray  *personal,
                                      gboolean    draft,
                                      GError    **error);

/* assessment-page.c */
char *assessment_page_make        (AssessmentPage              *self);

/* assessment-page-lists.c */

/* Text whose line breaks stay. */
void  assessment_page_add_lines   (AssessmentPage              *self,
                                   const char                  *text);

/* A cell; where there is nothing it says so, or is to be filled in. */
void  assessment_page_add_cell    (AssessmentPage              *self,
                                   const char                  *text);

/* A table of all columns up to one without a label. */
void  assessment_page_open_list   (AssessmentPage              *self,
                                   const char                  *id,
                                   const char                  *caption,
                                   const AssessmentPageColumn  *columns);

/* A row of a document; header NULL is its first property. A document of NULL is a row in
 * which nothing is recorded, or that is to be filled in. */
void  assessment_page_add_item    (AssessmentPage              *self,
                                   gpointer                     item,
                                   const char                  *header,
                                   const AssessmentPageColumn  *columns);

/* All of a list, or empty rows to fill in. more, which may be NULL, are columns that are
 * there only if a document of the list has something in them. */
void  assessment_page_add_list    (AssessmentPage              *self,
                                   const char                  *id,
                                   const char                  *caption,
                                   GListStore                  *list,
                                   const AssessmentPageColumn  *columns,
                                   const AssessmentPageColumn  *more,
                                   guint                        n_empty);

/* A property of a document in words; NULL if it is not set. */
char *assessment_page_print       (gpointer                     item,
                                   const char                  *property);

/* assessment-page-findings.c */
void  assessment_page_add_findings (AssessmentPage             *self);

G_END_DECLS
