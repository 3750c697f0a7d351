/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments from folders, files and streams. A stream may be of any length: it is cut into
 * documents as it comes, and no more than one of them is held.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "core/marmot-read-private.h"
#include "register-private.h"

/* As long as an assessment with its history may be. */
#define MAX_DOCUMENT (128 * 1024 * 1024)
#define PIECE (256 * 1024)

#define FIX "Correct the document, or take it out"

static void
report (MarmotAssessmentRegister *self,
        const char *file,
        guint64 row,
        GError *error)
{
  register_add_fault (self, file, row, error->message, FIX);
  g_error_free (error);
}

/* Whether the bytes say that they are a template, wherever they say it: keys have no order. In
 * the text of an assessment the quotation marks would be escaped. */
static gboolean
is_template (GBytes *json)
{
  gsize size;
  const char *data = g_bytes_get_data (json, &size);

  return size > 0 && g_strstr_len (data, (gssize) size, "\"marmot-assessment-template\"") != NULL;
}

void
register_take (MarmotAssessmentRegister *self,
               GBytes *json,
               const char *file,
               guint64 row)
{
  GError *error = NULL;

  if (is_template (json))
    {
      g_autoptr (MarmotAssessmentTemplate) form = marmot_assessment_template_new_from_json (json, &error);

      if (form)
        marmot_assessment_register_add_template (self, form);
    }
  else
    {
      g_autoptr (MarmotAssessment) assessment = marmot_assessment_new_from_json (json, &error);

      if (assessment)
        marmot_assessment_register_add (self, assessment, file);
    }
  if (error)
    report (self, file, row, error);
}

/* --- cutting a stream into documents ---------------------------------------------------- */

typedef enum
{
  MODE_START, /* nothing but blanks so far */
  MODE_FIRST, /* in the first line, which may be a document */
  MODE_LINES,
  MODE_ARRAY,
  MODE_WHOLE, /* one document over several lines */
  MODE_END    /* behind the bracket of an array */
} Mode;

typedef struct
{
  MarmotAssessmentRegister *of;
  const char *file;
  Mode mode;
  GByteArray *document;
  guint64 line;     /* from 1 */
  guint64 first;    /* the line in which the document begins */
  guint depth;      /* of braces and brackets */
  gboolean in_text;
  gboolean is_escaped;
  gboolean is_object; /* it begins with a brace */
  gboolean has_any; /* something that is no blank */
  gboolean is_long; /* the document is too long; what follows is passed over */
  gboolean has_row; /* whether it matters where in the file a document begins */
} Cutter;

static void
end_document (Cutter *self)
{
  if (self->is_long)
    register_add_fault (self->of, self->file, self->first, "The document is longer than 128 mebibytes",
                        "Put long texts and appendices into documents of their own");
  else if (self->has_any)
    {
      g_autoptr (GBytes) json = g_bytes_new (self->document->data, self->document->len);

      register_take (self->of, json, self->file, self->has_row ? self->first : 0);
    }
  g_byte_array_set_size (self->document, 0);
  self->has_any = self->is_long = self->in_text = self->is_escaped = FALSE;
}

typedef enum
{
  KEEP, /* the byte belongs to the document */
  DROP, /* it stands between documents */
  END   /* it ends a document */
} Step;

/* Blanks before a document are none of it. */
static Step
keep (Cutter *self,
      guint8 byte)
{
  if (self->has_any)
    return KEEP;
  if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
    return DROP;
  self->has_any = TRUE;
  self->first = self->line;
  return KEEP;
}

static void
append (Cutter *self,
        const guint8 *data,
        gsize size)
{
  if (size == 0 || self->is_long)
    return;
  if (self->document->len + size > MAX_DOCUMENT)
    self->is_long = TRUE;
  else
    g_byte_array_append (self->document, data, (guint) size);
}

/* Keeps count of braces and brackets outside of texts. */
static void
follow (Cutter *self,
        guint8 byte)
{
  if (self->in_text)
    {
      if (self->is_escaped)
        self->is_escaped = FALSE;
      else if (byte == '\\')
        self->is_escaped = TRUE;
      else if (byte == '"')
        self->in_text = FALSE;
    }
  else if (byte == '"')
    self->in_text = TRUE;
  else if (byte == '{' || byte == '[')
    self->depth++;
  else if ((byte == '}' || byte == ']') && self->depth > 0)
    self->depth--;
}

static Step
cut_array (Cutter *self,
           guint8 byte)
{
  const guint before = self->depth;

  /* No text goes over the end of a line: what follows is another document. */
  if (byte == '\n' && self->in_text)
    self->in_text = self->is_escaped = FALSE;
  follow (self, byte);
  if (self->in_text || before != 1 || (byte != ',' && byte != ']'))
    return keep (self, byte);
  self->depth = byte == ']' ? 0 : 1;
  if (byte == ']')
    self->mode = MODE_END;
  return END;
}

static Step
cut_first (Cutter *self,
           guint8 byte)
{
  if (byte == '\n')
    {
      self->mode = self->is_object && self->depth == 0 && !self->in_text ? MODE_LINES : MODE_WHOLE;
      self->has_row = self->mode == MODE_LINES;
      return self->has_row ? END : KEEP;
    }
  follow (self, byte);
  return KEEP;
}

static Step
cut (Cutter *self,
     guint8 byte)
{
  switch (self->mode)
    {
    case MODE_START:
      /* Blanks, and a byte order mark. */
      if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == 0xef || byte == 0xbb || byte == 0xbf)
        return DROP;
      if (byte == '[')
        {
          self->mode = MODE_ARRAY;
          self->has_row = TRUE;
          self->depth = 1;
          return DROP;
        }
      self->mode = MODE_FIRST;
      self->is_object = byte == '{';
      follow (self, byte);
      return keep (self, byte);
    case MODE_FIRST:
      return cut_first (self, byte);
    case MODE_LINES:
      return byte == '\n' ? END : keep (self, byte);
    case MODE_ARRAY:
      return cut_array (self, byte);
    case MODE_WHOLE:
    case MODE_END:
    default:
      return keep (self, byte);
    }
}

static void
cut_bytes (Cutter *self,
           const guint8 *data,
           gsize size)
{
  gsize run = 0;

  for (gsize i = 0; i < size; i++)
    {
      const Step step = cut (self, data[i]);

      if (step != KEEP)
        {
          append (self, data + run, i - run);
          run = i + 1;
        }
      if (step == END)
        end_document (self);
      self->line += data[i] == '\n';
    }
  append (self, data + run, size - run);
}

static void
cutter_init (Cutter *self,
             MarmotAssessmentRegister *of,
             const char *file)
{
  memset (self, 0, sizeof *self);
  self->of = of;
  self->file = file;
  self->document = g_byte_array_new ();
  self->line = 1;
}

static void
cutter_end (Cutter *self)
{
  if (self->mode == MODE_START)
    register_add_fault (self->of, self->file, 0, "There is nothing in it", FIX);
  else if (self->mode == MODE_END && self->has_any)
    register_add_fault (self->of, self->file, self->first, "More follows the end of the array", FIX);
  else if (self->mode == MODE_ARRAY)
    register_add_fault (self->of, self->file, self->has_any ? self->first : self->line,
                        "The array ends too early: check that it was copied whole", FIX);
  else if (self->mode != MODE_END)
    end_document (self);
  g_byte_array_unref (self->document);
}

/* --- files and folders ------------------------------------------------------------------ */

void
marmot_assessment_register_load_bytes (MarmotAssessmentRegister *self,
                                       GBytes *json,
                                       const char *name)
{
  g_autofree char *shown = name && *name ? g_utf8_make_valid (name, -1) : NULL;
  Cutter cutter;
  gsize size;
  const guint8 *data;

  g_return_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self));
  g_return_if_fail (json != NULL);

  data = g_bytes_get_data (json, &size);
  cutter_init (&cutter, self, shown);
  cut_bytes (&cutter, data, size);
  cutter_end (&cutter);
}

gboolean
marmot_assessment_register_load_stream (MarmotAssessmentRegister *self,
                                        GInputStream *stream,
                                        const char *name,
                                        GCancellable *cancellable,
                                        GError **error)
{
  g_autofree char *shown = name && *name ? g_utf8_make_valid (name, -1) : NULL;
  g_autofree guint8 *piece = NULL;
  GError *io_error = NULL;
  Cutter cutter;
  gssize n_read;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  piece = g_malloc (PIECE);
  cutter_init (&cutter, self, shown);
  while ((n_read = g_input_stream_read (stream, piece, PIECE, cancellable, &io_error)) > 0)
    cut_bytes (&cutter, piece, (gsize) n_read);
  if (io_error)
    {
      g_byte_array_unref (cutter.document);
      marmot_io_propagate (error, io_error, shown, "read");
      return FALSE;
    }
  cutter_end (&cutter);
  return TRUE;
}

gboolean
marmot_assessment_register_load_file (MarmotAssessmentRegister *self,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  GError *io_error = NULL;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = marmot_file_name (file);
  stream = g_file_read (file, cancellable, &io_error);
  if (!stream)
    {
      marmot_io_propagate (error, io_error, name, "read");
      return FALSE;
    }
  return marmot_assessment_register_load_stream (self, G_INPUT_STREAM (stream), name, cancellable, error);
}

static gboolean
is_wanted (const char *name)
{
  return name[0] != '.'
         && (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".ndjson") || g_str_has_suffix (name, ".jsonl"));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the files that are read, sorted; NULL with an error. */
static GPtrArray *
list_names (GFile *folder,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *shown = marmot_file_name (folder);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GError *io_error = NULL;
  g_autoptr (GFileEnumerator) files
      = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                   G_FILE_QUERY_INFO_NONE, cancellable, &io_error);
  GFileInfo *info;

  while (files && g_file_enumerator_iterate (files, &info, NULL, cancellable, &io_error) && info)
    if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY && is_wanted (g_file_info_get_name (info)))
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  if (io_error)
    {
      marmot_io_propagate (error, io_error, shown, "read");
      return NULL;
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

gboolean
marmot_assessment_register_load_folder (MarmotAssessmentRegister *self,
                                        GFile *folder,
                                        GCancellable *cancellable,
                                        GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  names = list_names (folder, cancellable, error);
  for (guint i = 0; names && i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names->pdata[i]);
      GError *fault = NULL;

      if (marmot_assessment_register_load_file (self, file, cancellable, &fault))
        continue;
      if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, fault);
          return FALSE;
        }
      else
        {
          g_autofree char *shown = g_utf8_make_valid (names->pdata[i], -1);

          report (self, shown, 0, fault);
        }
    }
  return names != NULL;
}
