/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "assessment-import-private.h"

#include "core/marmot-column-builder-private.h"

struct _MarmotAssessmentImport
{
  GObject parent_instance;

  MarmotAssessment *assessment;
  GPtrArray *findings;
  MarmotTable *leftovers;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentImport, marmot_assessment_import, G_TYPE_OBJECT)

/**
 * MarmotAssessmentImport:assessment: (getter get_assessment)
 *
 * What was read.
 *
 * Since: 1.0
 */

enum
{
  PROP_0,
  PROP_ASSESSMENT
};

static void
marmot_assessment_import_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  MarmotAssessmentImport *self = MARMOT_ASSESSMENT_IMPORT (object);

  if (prop_id == PROP_ASSESSMENT)
    g_value_set_object (value, self->assessment);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_assessment_import_finalize (GObject *object)
{
  MarmotAssessmentImport *self = MARMOT_ASSESSMENT_IMPORT (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->leftovers, marmot_table_unref);

  G_OBJECT_CLASS (marmot_assessment_import_parent_class)->finalize (object);
}

static void
marmot_assessment_import_class_init (MarmotAssessmentImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = marmot_assessment_import_get_property;
  object_class->finalize = marmot_assessment_import_finalize;
  g_object_class_install_property (object_class, PROP_ASSESSMENT,
                                   g_param_spec_object ("assessment", NULL, NULL, MARMOT_TYPE_ASSESSMENT,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
marmot_assessment_import_init (MarmotAssessmentImport *self)
{
}

static MarmotColumn *
make_column (GPtrArray *texts)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);

  for (guint i = 0; i < texts->len; i++)
    marmot_column_builder_append_text (builder, texts->pdata[i], strlen (texts->pdata[i]));
  return marmot_column_builder_finish (builder);
}

/* What an import has come to. */
static MarmotAssessmentImport *
finish (Import *import)
{
  static const char *const names[] = { "place", "text", NULL };
  MarmotAssessmentImport *self = g_object_new (MARMOT_TYPE_ASSESSMENT_IMPORT, NULL);
  MarmotColumn *columns[2] = { make_column (import->places), make_column (import->texts) };

  self->assessment = g_object_ref (import->assessment);
  self->findings = g_ptr_array_ref (import->findings);
  self->leftovers = marmot_table_new (names, columns, 2, NULL);
  for (guint i = 0; i < 2; i++)
    marmot_column_unref (columns[i]);
  return self;
}

/* The title of the page is of the programme, which is known when its tables are read. */
static void
expect_title (Import *import)
{
  const char *programme = marmot_assessment_get_programme (import->assessment);
  g_autofree char *title
      = programme ? g_strdup_printf ("%s: %s", programme, marmot_assessment_template_get_title (import->template)) : NULL;

  import_words_expect (import->words, title);
}

static void
add_page (Import *import,
          const ImportPage *page)
{
  guint n_outside = 0;

  if (page->is_cut)
    import_report (import, "import/cut", MARMOT_SEVERITY_WARNING, NULL, 0, G_MAXUINT,
                   "The page ends before it is closed: some of it may be missing", "Save it again, and import that");
  for (guint i = 0; i < page->grids->len; i++)
    import_add_grid (import, page->grids->pdata[i]);
  expect_title (import);
  for (guint i = 0; i < page->outside->len; i++)
    if (!import_words_is_expected (import->words, page->outside->pdata[i]))
      {
        import_leave (import, g_strdup_printf ("outside the tables, paragraph %u", i + 1), page->outside->pdata[i]);
        n_outside++;
      }
  if (n_outside > 0)
    {
      g_autofree char *message = g_strdup_printf ("%u paragraph%s outside the tables %s not read", n_outside,
                                                  n_outside == 1 ? "" : "s", n_outside == 1 ? "was" : "were");

      import_report (import, "import/outside", MARMOT_SEVERITY_NOTE, NULL, 0, G_MAXUINT, message,
                     "See whether an answer is among what is left over");
    }
}

MarmotAssessmentImport *
marmot_assessment_import_new_from_html (GBytes *html,
                                        MarmotAssessmentTemplate *form,
                                        GError **error)
{
  g_autoptr (ImportPage) page = NULL;
  MarmotAssessmentImport *self;
  Import import;

  g_return_val_if_fail (html != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);

  page = import_page_read (html, error);
  if (!page)
    return NULL;
  import_begin (&import, form);
  add_page (&import, page);
  self = finish (&import);
  import_clear (&import);
  return self;
}

/* As a cell of a page would be: with lines that end in one way. */
static char *
take_cell (char *text)
{
  g_auto (GStrv) lines = NULL;

  if (!text || !strchr (text, '\r'))
    return text ? g_strstrip (text) : g_strdup ("");
  lines = g_strsplit (g_strstrip (text), "\r\n", -1);
  g_free (text);
  return g_strjoinv ("\n", lines);
}

static ImportGrid *
make_grid (MarmotTable *table)
{
  ImportGrid *grid = import_grid_new (0);
  const gsize n_columns = MIN (marmot_table_get_n_columns (table), IMPORT_MAX_COLUMNS);
  GPtrArray *header = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (grid->rows, header);
  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    g_ptr_array_add (grid->rows, g_ptr_array_new_with_free_func (g_free));
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      g_ptr_array_add (header, g_strdup (marmot_table_get_column_name (table, i)));
      for (gsize j = 0; j < marmot_table_get_n_rows (table); j++)
        g_ptr_array_add (grid->rows->pdata[j + 1], take_cell (marmot_column_get_text (column, j)));
    }
  return grid;
}

MarmotAssessmentImport *
marmot_assessment_import_new_from_csv (GBytes *csv,
                                       MarmotAssessmentTemplate *form,
                                       GError **error)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (ImportGrid) grid = NULL;
  MarmotAssessmentImport *self;
  Import import;

  g_return_val_if_fail (csv != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);

  marmot_csv_reader_set_infer_types (reader, FALSE);
  marmot_csv_reader_set_max_bytes (reader, IMPORT_MAX_BYTES);
  marmot_csv_reader_set_max_columns (reader, IMPORT_MAX_COLUMNS);
  table = marmot_csv_reader_read_bytes (reader, csv, NULL, error);
  if (!table)
    return NULL;
  if (marmot_table_get_n_rows (table) * marmot_table_get_n_columns (table) > IMPORT_MAX_CELLS)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE, "The file has more than 200,000 cells");
      return NULL;
    }
  grid = make_grid (table);
  if (!import_has_answers (grid))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The file has no column \"question\" and none \"dimension\": name the columns in its first row");
      return NULL;
    }
  import_begin (&import, form);
  import_add_grid (&import, grid);
  self = finish (&import);
  import_clear (&import);
  return self;
}

MarmotAssessment *
marmot_assessment_import_get_assessment (MarmotAssessmentImport *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_IMPORT (self), NULL);

  return self->assessment;
}

GPtrArray *
marmot_assessment_import_get_findings (MarmotAssessmentImport *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_IMPORT (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

MarmotTable *
marmot_assessment_import_get_leftovers (MarmotAssessmentImport *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_IMPORT (self), NULL);

  return marmot_table_ref (self->leftovers);
}
