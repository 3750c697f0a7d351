/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The import of forms that somebody filled in. import-html.c makes grids of texts of a
 * page's tables; import-words.c knows a template by its words; import-rows.c makes an
 * assessment of the grids, and says what did not map.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define IMPORT_MAX_BYTES (16 * 1024 * 1024)
#define IMPORT_MAX_CELLS 200000
#define IMPORT_MAX_COLUMNS 64

/* A table as texts. */
typedef struct
{
  guint number;        /* of the table in its page, from 1; 0 is a file of its own */
  GPtrArray *rows;     /* of GPtrArrays of texts, which are never NULL */
  gboolean is_merged;  /* cells went over several rows or columns */
} ImportGrid;

ImportGrid *import_grid_new  (guint       number);
void        import_grid_free (ImportGrid *self);

/* The text of a cell; "" beyond the last. */
const char *import_grid_get  (const ImportGrid *self,
                              guint             row,
                              guint             column);

/* What a page holds. */
typedef struct
{
  GPtrArray *grids;
  GPtrArray *outside; /* texts of paragraphs and headings outside tables */
  gboolean is_cut;    /* it ends before it is closed */
} ImportPage;

void        import_page_free (ImportPage *self);

/* import-html.c. Errors are MARMOT_ERROR_TOO_LARGE, _ENCODING and _PARSE. */
ImportPage *import_page_read (GBytes     *html,
                              GError    **error);

/* import-words.c */

/* Small letters and digits with single blanks: what two spellings have in common. */
char       *import_normalise (const char *text);

typedef struct _ImportWords ImportWords;

ImportWords *import_words_new  (MarmotAssessmentTemplate *template);
void         import_words_free (ImportWords              *self);

/* The short name that a cell means, or NULL; *rest is what stands behind the words of a
 * question, or NULL, and points into the text that was given. */
const char  *import_words_find_question  (ImportWords *self,
                                          const char  *text,
                                          const char **rest);
const char  *import_words_find_dimension (ImportWords *self,
                                          const char  *text);

/* Another text that may stand on the page. */
void         import_words_expect      (ImportWords *self,
                                       const char  *text);

/* Whether a text is of the template or of the page that the library makes. */
gboolean     import_words_is_expected (ImportWords *self,
                                       const char  *text);

/* import-rows.c */
typedef struct
{
  MarmotAssessmentTemplate *template;
  MarmotAssessment *assessment;
  ImportWords *words;
  GPtrArray *findings;
  GPtrArray *places;      /* of what is left over */
  GPtrArray *texts;
  GHashTable *seen;       /* questions and dimensions that have an answer */
  guint n_findings;       /* kept or not */
} Import;

void        import_begin    (Import                   *self,
                             MarmotAssessmentTemplate *template);
void        import_clear    (Import                   *self);
void        import_report   (Import                   *self,
                             const char               *rule,
                             MarmotSeverity            severity,
                             const ImportGrid         *grid,
                             guint                     row,
                             guint                     column,
                             const char               *message,
                             const char               *fix);
void        import_leave    (Import                   *self,
                             char                     *place,
                             const char               *text);
void        import_add_grid (Import                   *self,
                             const ImportGrid         *grid);

/* Whether a grid has a column of questions or dimensions in its first row. */
gboolean    import_has_answers (const ImportGrid      *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportGrid, import_grid_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportPage, import_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportWords, import_words_free)

G_END_DECLS
