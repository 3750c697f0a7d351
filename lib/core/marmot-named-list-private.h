/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files of data that hold a list of things with names, such as standard populations:
 * an object with "format", and with a list of objects that have a "name".
 */
#pragma once

#include "marmot-json-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *format; /* what "format" says */
  const char *list;   /* what the list is called */
  const char *what;   /* what it holds, in the plural, for messages */
  const char *one;    /* one of them, for messages */
  const char *builtin; /* the file in lib/data/ */
} MarmotNamedList;

/* The entry of this name, with a reference to the whole file in owner. What is no such
 * file is a MARMOT_ERROR_PARSE; a name that is not in it a MARMOT_ERROR_NOT_FOUND,
 * which lists those that are. */
json_t  *marmot_named_list_find (const MarmotNamedList  *self,
                                 GBytes                 *json,
                                 const char             *name,
                                 json_t                **owner,
                                 GError                **error);

/* The names in the file that is built in. */
char   **marmot_named_list_builtin (const MarmotNamedList *self);

G_END_DECLS
