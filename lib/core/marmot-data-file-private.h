/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts of the files of data that are built in and can be replaced: code sets,
 * calendars, adjoining authorities, the law of care leavers. Every function that refuses
 * something says where it stands in the file, as a path such as
 * "code-sets/2/codes/5/first", counted from 1.
 */
#pragma once

#include "marmot-json-private.h"

G_BEGIN_DECLS

/* An object whose "format" is this and whose list is there; what is what it holds. */
json_t  *data_file_open   (GBytes              *json,
                           const char          *format,
                           const char          *list,
                           const char          *what,
                           GError             **error);

/* FALSE, and a MARMOT_ERROR_INVALID_DATA: "path: message". */
gboolean data_file_refuse (GError             **error,
                           const char          *path,
                           const char          *format,
                           ...) G_GNUC_PRINTF (3, 4);

/* Whether value is an object that has no other keys than these; a key that is
 * misspelt would be lost otherwise. */
gboolean data_file_object (json_t              *value,
                           const char          *path,
                           const char * const  *keys,
                           GError             **error);

/* A text that is not empty; NULL if it is not there and need not be. */
gboolean data_file_text   (json_t              *object,
                           const char          *path,
                           const char          *key,
                           gboolean             is_needed,
                           const char         **text,
                           GError             **error);

/* A list; NULL if it is not there and need not be. */
gboolean data_file_list   (json_t              *object,
                           const char          *path,
                           const char          *key,
                           gboolean             is_needed,
                           json_t             **list,
                           GError             **error);

/* A year from 1900 to 2199; 0 if it is not there. */
gboolean data_file_year   (json_t              *object,
                           const char          *path,
                           const char          *key,
                           int                 *year,
                           GError             **error);

/* A day such as "2027-12-31", of a year from 1900 to 2199, as days since 1970. Whether it is there,
 * where it need not be, goes to is_there. */
gboolean data_file_day    (json_t              *object,
                           const char          *path,
                           const char          *key,
                           gint32              *day,
                           gboolean            *is_there,
                           GError             **error);

/* The path with one more step. */
char    *data_file_step   (const char          *path,
                           const char          *list,
                           gsize                place) G_GNUC_WARN_UNUSED_RESULT;

/* The things of a file, which have their names (char *) at this offset. */
char   **data_file_list_names (const GPtrArray *things,
                               gsize            name_offset);

/* Without a reference; NULL if none has this name. */
gpointer data_file_find       (const GPtrArray *things,
                               gsize            name_offset,
                               const char      *name);

/* The same; that none has it is a MARMOT_ERROR_NOT_FOUND, which lists the names there are.
 * what is one of the things. */
gpointer data_file_find_or_refuse (const GPtrArray *things,
                                   gsize            name_offset,
                                   const char      *name,
                                   const char      *what,
                                   GError         **error);

G_END_DECLS
