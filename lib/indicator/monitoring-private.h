/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the parts of the monitoring tool share.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define MONITORING_N_KINDS (MARMOT_PRINCIPLE_ITEM_KIND_POLICY + 1)

/* The name of the list of each kind in a document and in a path, in the order of
 * MarmotPrincipleItemKind. */
extern const char *const monitoring_sections[MONITORING_N_KINDS];

/* Puts a list of one's own, of that type, in the place of one that was given, which
 * may be NULL. */
void monitoring_own_list (GListStore **list,
                          GType        type);

/* The nick of a consent, such as "not-given". */
const char *monitoring_consent_nick (MarmotConsent consent);

/* A day as 2024-12-31; NULL for NULL. */
char *monitoring_print_day (MarmotPeriod *day);

/* A table that is filled row by row. Columns are text, and integers where their name
 * is "number" or begins with "n_"; such cells are written as digits. */
typedef struct _MonitoringTable MonitoringTable;

/* names lives longer than the table that is being filled. */
MonitoringTable *monitoring_table_new    (const char * const *names);

/* As many cells as there are names; NULL is a null. */
void             monitoring_table_add    (MonitoringTable    *self,
                                          const char * const *cells);

/* Frees it as well. */
MarmotTable     *monitoring_table_finish (MonitoringTable    *self);

G_END_DECLS
