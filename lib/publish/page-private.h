/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What all pages of this room are made of. Text is escaped by these functions and by
 * nobody else; markup is what the library itself writes.
 */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* The page up to its content, and what follows that. */
void  page_open          (GString            *html,
                          const char         *title);
void  page_close         (GString            *html,
                          const char         *made_by,
                          const char         *disclosure);

void  page_add           (GString            *html,
                          const char         *markup);

/* Text, escaped; nothing for NULL. */
void  page_add_text      (GString            *html,
                          const char         *text);

/* An element with text in it. */
void  page_add_element   (GString            *html,
                          const char         *tag,
                          const char         *text);

/* The text of a key, or NULL. */
const char *page_text_of (json_t            *object,
                          const char        *key);

/* How each figure was made: methods have "label", "method" and "citation". */
void  page_add_methods   (GString            *html,
                          json_t             *methods);

/* A figure with commas between its thousands; what is no figure as it is. NULL for NULL. */
char *page_print_figure  (const char         *text);
void  page_add_figure    (GString            *html,
                          const char         *text);

/* A table that can be scrolled by keyboard where it is wider than the screen. */
void  page_open_table    (GString            *html,
                          const char         *id,
                          const char         *caption,
                          const char * const *headers);
void  page_close_table   (GString            *html);

/* A row from its header on; whoever opens it writes "</tr>". */
void  page_open_row      (GString            *html,
                          const char         *header);
void  page_add_cell      (GString            *html,
                          const char         *text);

/* A cell with a figure: "[x]" where the source prints none, since an empty cell says
 * nothing to who cannot see it. */
void  page_add_number    (GString            *html,
                          const char         *text);

/* Turns "cannot-be-judged" into "Cannot be judged"; and a cell with it. */
char *page_say_word      (const char         *nick);
void  page_add_word_cell (GString            *html,
                          const char         *nick);

G_END_DECLS
