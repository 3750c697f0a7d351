/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_make_json_schema:
 * @type: the type of what stands in the file, such as [class@Marmot.Assessment]
 * @error: return location for an error
 *
 * The JSON Schema (draft 2020-12) of the files that hold a thing of this type: an
 * assessment, an action plan, a voice tracker, a workforce table, a pledge, a
 * self-evaluation or a forward plan. It is made from the fields that the library reads, so
 * that it accepts what the library does. Its "$comment" lists what a schema cannot say and
 * the library refuses all the same, such as two entries with one short name.
 *
 * The schemas are in the documentation too, with that of
 * [class@Marmot.AssessmentTemplate], which is written by hand.
 *
 * Returns: (transfer full): the schema, a document of JSON; or %NULL with @error set, a
 *   %MARMOT_ERROR_NOT_FOUND where no file holds a thing of this type
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_make_json_schema (GType    type,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
