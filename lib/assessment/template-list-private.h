/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lists of a template: they are filled once and then read from any thread. A GListStore
 * remembers where it was last read, and is for one thread alone.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TEMPLATE_TYPE_LIST (template_list_get_type ())
G_DECLARE_FINAL_TYPE (TemplateList, template_list, TEMPLATE, LIST, GObject)

TemplateList *template_list_new (GType         item_type) G_GNUC_WARN_UNUSED_RESULT;

/* Before anybody else has the list. */
void          template_list_add (TemplateList *self,
                                 gpointer      item);

G_END_DECLS
