/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotWorkforceOccupation
{
  GObject parent_instance;

  char *name;
  char *sector;
};

G_DEFINE_FINAL_TYPE (MarmotWorkforceOccupation, marmot_workforce_occupation, G_TYPE_OBJECT)

/**
 * MarmotWorkforceOccupation:name: (getter get_name) (setter set_name)
 *
 * What it is called, such as "Health visitors".
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceOccupation:sector: (getter get_sector) (setter set_sector)
 *
 * The sector to which it belongs, such as "health".
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "name", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforceOccupation, name), NULL, 0 },
  { "sector", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforceOccupation, sector), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "occupation", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_workforce_occupation_class_init (MarmotWorkforceOccupationClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_workforce_occupation_init (MarmotWorkforceOccupation *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT_TYPE_WORKFORCE_OCCUPATION, MARMOT_IS_WORKFORCE_OCCUPATION)

MARMOT_RECORD_GETTER (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT_IS_WORKFORCE_OCCUPATION, const char *, name, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT_IS_WORKFORCE_OCCUPATION, const char *, name, "name")
MARMOT_RECORD_GETTER (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT_IS_WORKFORCE_OCCUPATION, const char *, sector, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT_IS_WORKFORCE_OCCUPATION, const char *, sector, "sector")
