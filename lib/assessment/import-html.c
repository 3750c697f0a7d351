/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tables of a page of HTML as texts. The markup is libxml2's; it fetches nothing, and
 * takes a time in proportion to the page only while elements do not stand too deep in each
 * other and have few attributes, so that other pages are refused, as are those with more
 * elements than any form.
 */
#include <marmot/marmot.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "assessment-import-private.h"

#define MAX_DEPTH 256
#define MAX_ATTRIBUTES 256
#define MAX_ELEMENTS 500000
#define MAX_CONDITION 200 /* bytes of one of Word's */

ImportGrid *
import_grid_new (guint number)
{
  ImportGrid *self = g_new0 (ImportGrid, 1);

  self->number = number;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
import_grid_free (ImportGrid *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const char *
import_grid_get (const ImportGrid *self,
                 guint row,
                 guint column)
{
  GPtrArray *cells = row < self->rows->len ? self->rows->pdata[row] : NULL;

  return cells && column < cells->len ? cells->pdata[column] : "";
}

void
import_page_free (ImportPage *self)
{
  g_ptr_array_unref (self->grids);
  g_ptr_array_unref (self->outside);
  g_free (self);
}

/* --- bytes ------------------------------------------------------------------------- */

static gboolean
refuse (GError **error,
        MarmotError code,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, code, message);
  return FALSE;
}

/* The bytes as text, and how it is written; what is plainly no page is refused. */
static gboolean
take_text (GBytes *html,
           char **text,
           gsize *size,
           const char **encoding,
           GError **error)
{
  gsize n;
  const char *bytes = g_bytes_get_data (html, &n);

  if (n > IMPORT_MAX_BYTES)
    return refuse (error, MARMOT_ERROR_TOO_LARGE, "The page is larger than 16 MiB: save it without its pictures");
  if (n >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0))
    return refuse (error, MARMOT_ERROR_ENCODING,
                   "This is a document of Word or LibreOffice: open it there and save it as HTML, then read that");
  if (n >= 4 && memcmp (bytes, "%PDF", 4) == 0)
    return refuse (error, MARMOT_ERROR_ENCODING, "This is a PDF, which has no tables: find the document it was made of");
  if (n >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      *text = g_convert (bytes, (gssize) n, "UTF-8", "UTF-16", NULL, size, NULL);
      if (!*text || strlen (*text) != *size)
        return refuse (error, MARMOT_ERROR_ENCODING, "The page is not UTF-16, though it begins so: save it as UTF-8");
      *encoding = "UTF-8";
      return TRUE;
    }
  if (memchr (bytes ? bytes : "", 0, n))
    return refuse (error, MARMOT_ERROR_ENCODING, "This is no text: save the document as HTML, then read that");
  *text = g_strndup (bytes ? bytes : "", n);
  *size = n;
  *encoding = g_utf8_validate (*text, (gssize) n, NULL) ? "UTF-8" : NULL;
  return TRUE;
}

/* Takes out Word's "<![if ...]>" and "<![endif]>", which the parser has for text. */
static gsize
drop_conditions (char *text,
                 gsize size)
{
  const char *const last = text + size;
  char *to = text;
  const char *at = text;
  const char *next;

  while ((next = memchr (at, '<', (gsize) (last - at))))
    {
      const gboolean is_condition = g_ascii_strncasecmp (next, "<![if", 5) == 0 || g_ascii_strncasecmp (next, "<![endif", 8) == 0;
      const char *close = is_condition ? memchr (next, '>', MIN ((gsize) (last - next), MAX_CONDITION)) : NULL;
      /* That of a comment ends in "]-->". */
      const char *end = close && close[-1] == ']' ? close : NULL;
      const gsize kept = (gsize) ((end ? next : next + 1) - at);

      memmove (to, at, kept);
      to += kept;
      at = end ? end + 1 : next + 1;
    }
  memmove (to, at, (gsize) (last - at));
  to += last - at;
  *to = '\0';
  return (gsize) (to - text);
}

/* The end of a tag whose name begins at *at, by the rules of the parser; how many
 * attributes it has. */
static guint
count_attributes (const char **at)
{
  const char *p = *at;
  guint n = 0;

  while (*p && !g_ascii_isspace (*p) && *p != '>' && *p != '/')
    p++;
  while (*p && *p != '>')
    {
      if (g_ascii_isspace (*p) || *p == '/')
        {
          p++;
          continue;
        }
      n++;
      while (*p && !g_ascii_isspace (*p) && *p != '=' && *p != '>' && *p != '/')
        p++;
      while (g_ascii_isspace (*p))
        p++;
      if (*p != '=')
        continue;
      p++;
      while (g_ascii_isspace (*p))
        p++;
      if (*p == '"' || *p == '\'')
        {
          const char *end = strchr (p + 1, *p);

          p = end ? end + 1 : p + strlen (p);
        }
      else
        while (*p && !g_ascii_isspace (*p) && *p != '>')
          p++;
    }
  *at = p;
  return n;
}

static gboolean
has_few_attributes (const char *text)
{
  const char *at = text;

  while ((at = strchr (at, '<')))
    {
      at++;
      if (g_ascii_isalpha (*at) && count_attributes (&at) > MAX_ATTRIBUTES)
        return FALSE;
    }
  return TRUE;
}

/* --- the tree ---------------------------------------------------------------------- */

typedef struct
{
  startElementSAXFunc start;
  guint n_elements;
  gboolean is_deep;
} Limits;

static void
on_element (void *context,
            const xmlChar *name,
            const xmlChar **attributes)
{
  htmlParserCtxtPtr parser = context;
  Limits *limits = parser->_private;

  limits->start (context, name, attributes);
  limits->n_elements++;
  limits->is_deep |= parser->nodeNr > MAX_DEPTH || parser->nameNr > MAX_DEPTH;
  if (limits->is_deep || limits->n_elements > MAX_ELEMENTS)
    xmlStopParser (parser);
}

static htmlDocPtr
parse (const char *text,
       gsize size,
       const char *encoding,
       GError **error)
{
  static gsize is_ready = 0;
  Limits limits = { NULL, 0, FALSE };
  htmlParserCtxtPtr parser;
  htmlDocPtr document;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
  parser = htmlNewParserCtxt ();
  limits.start = parser->sax->startElement;
  parser->_private = &limits;
  parser->sax->startElement = on_element;
  document = htmlCtxtReadMemory (parser, text, (int) size, NULL, encoding,
                                 HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                     | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT);
  htmlFreeParserCtxt (parser);
  if (limits.is_deep || limits.n_elements > MAX_ELEMENTS)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      refuse (error, MARMOT_ERROR_TOO_LARGE,
              limits.is_deep ? "Elements of the page stand more than 256 deep in each other"
                             : "The page has more than 500,000 elements");
    }
  else if (!document)
    {
      refuse (error, MARMOT_ERROR_PARSE, "There is no page in it: save the document as HTML, then read that");
    }
  return document;
}

static gboolean
is_element (const xmlNode *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  for (gsize i = 0; names[i]; i++)
    if (is_element (node, names[i]))
      return TRUE;
  return FALSE;
}

static const char *const blocks[] = { "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
                                      "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4",
                                      "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
                                      "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", NULL };
static const char *const unseen[] = { "head", "script", "style", "template", "noscript", "title", NULL };

/* The next node behind this one and outside it, within the top. */
static xmlNode *
next_beside (xmlNode *node,
             const xmlNode *top)
{
  while (node != top && !node->next)
    node = node->parent;
  return node == top ? NULL : node->next;
}

static xmlNode *
next_node (xmlNode *node,
           const xmlNode *top,
           gboolean goes_in)
{
  return goes_in && node->type == XML_ELEMENT_NODE && node->children ? node->children : next_beside (node, top);
}

/* --- text -------------------------------------------------------------------------- */

typedef struct
{
  GString *text;
  gboolean has_blank; /* is still to be written, if more comes on the line */
  gboolean is_item;   /* the next word begins an item of a list */
} Writer;

static void
break_line (Writer *self)
{
  g_string_append_c (self->text, '\n');
  self->has_blank = FALSE;
}

/* A new paragraph, where a line is begun. */
static void
break_block (Writer *self)
{
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    break_line (self);
  self->has_blank = FALSE;
}

static void
write_text (Writer *self,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_blank = g_unichar_isspace (c) || c == 0xa0;

      if (is_blank)
        {
          self->has_blank = self->text->len > 0 && self->text->str[self->text->len - 1] != '\n';
          continue;
        }
      if (self->has_blank)
        g_string_append_c (self->text, ' ');
      if (self->is_item)
        g_string_append (self->text, "- ");
      self->has_blank = FALSE;
      self->is_item = FALSE;
      g_string_append_unichar (self->text, c);
    }
}

static char *
finish_text (Writer *self)
{
  char *text = g_string_free (self->text, FALSE);

  return g_strstrip (text);
}

/* Everything below a node that is of no table below it. */
static char *
read_text (xmlNode *top)
{
  Writer writer = { g_string_new (NULL), FALSE, FALSE };
  xmlNode *last = NULL; /* the block that the text stands in */

  for (xmlNode *node = top->children; node;)
    {
      gboolean goes_in = !is_element (node, "table") && !is_one_of (node, unseen);
      xmlNode *block = node->parent;

      while (block != top && !is_one_of (block, blocks))
        block = block->parent;
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          if (block != last)
            break_block (&writer);
          last = block;
          if (node->content)
            write_text (&writer, (const char *) node->content);
        }
      else if (is_element (node, "br"))
        {
          break_line (&writer);
        }
      else if (goes_in && is_one_of (node, blocks))
        {
          break_block (&writer);
          writer.is_item |= is_element (node, "li");
        }
      node = next_node (node, top, goes_in);
    }
  return finish_text (&writer);
}

/* --- tables ------------------------------------------------------------------------ */

static guint
read_span (xmlNode *cell,
           const char *name)
{
  xmlChar *text = xmlGetProp (cell, (const xmlChar *) name);
  guint64 span = text ? g_ascii_strtoull ((const char *) text, NULL, 10) : 1;

  xmlFree (text);
  return (guint) CLAMP (span, 1, IMPORT_MAX_COLUMNS);
}

static gboolean
is_cell (const xmlNode *node)
{
  return is_element (node, "td") || is_element (node, "th");
}

/* A table that is being read. */
typedef struct
{
  ImportGrid *grid;
  guint below[IMPORT_MAX_COLUMNS]; /* rows that the cell of a column still reaches into */
  GPtrArray *cells;                /* of the last row; NULL before the first */
  GString *beyond;                 /* what stands behind its last column */
  gsize n_cells;
} TableReader;

/* What stands beyond the last column goes on in it, so that it is not lost. */
static void
end_row (TableReader *self)
{
  if (!self->cells)
    return;
  if (self->beyond->len > 0)
    {
      g_autofree char *text = self->cells->pdata[self->cells->len - 1];

      self->cells->pdata[self->cells->len - 1] = g_strconcat (text, self->beyond->str, NULL);
      g_string_truncate (self->beyond, 0);
    }
  for (guint i = self->cells->len; i < IMPORT_MAX_COLUMNS; i++)
    self->below[i] -= self->below[i] > 0;
}

static void
begin_row (TableReader *self)
{
  end_row (self);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->grid->rows, self->cells);
  self->n_cells++;
}

/* A cell and what it is merged with; where a cell above reaches into its row, behind that. */
static void
read_cell (TableReader *self,
           xmlNode *cell)
{
  const guint n_columns = read_span (cell, "colspan");
  const guint n_rows = read_span (cell, "rowspan");

  while (self->cells->len < IMPORT_MAX_COLUMNS && self->below[self->cells->len] > 0)
    {
      self->below[self->cells->len]--;
      g_ptr_array_add (self->cells, g_strdup (""));
    }
  self->grid->is_merged |= n_columns > 1 || n_rows > 1;
  self->n_cells += n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      if (self->cells->len >= IMPORT_MAX_COLUMNS)
        {
          g_autofree char *more = i == 0 ? read_text (cell) : NULL;

          if (more && *more)
            g_string_append_printf (self->beyond, "\n%s", more);
          break;
        }
      if (n_rows > 1)
        self->below[self->cells->len] = n_rows - 1;
      g_ptr_array_add (self->cells, i == 0 ? read_text (cell) : g_strdup (""));
    }
}

static xmlNode *
find_row (xmlNode *cell,
          const xmlNode *table)
{
  xmlNode *node = cell->parent;

  while (node != table && !is_element (node, "tr"))
    node = node->parent;
  return node == table ? NULL : node;
}

static ImportGrid *
read_table (xmlNode *table,
            guint number,
            gsize *n_cells)
{
  TableReader reader = { .grid = import_grid_new (number), .beyond = g_string_new (NULL), .n_cells = *n_cells };
  xmlNode *row = NULL;
  gboolean goes_in;

  for (xmlNode *node = table->children; node && reader.n_cells <= IMPORT_MAX_CELLS; node = next_node (node, table, goes_in))
    {
      goes_in = !is_cell (node) && !is_element (node, "table");
      if (is_element (node, "tr"))
        {
          row = node;
          begin_row (&reader);
        }
      else if (is_cell (node))
        {
          /* The parser lets cells stand without a row. */
          if (!reader.cells || find_row (node, table) != row)
            {
              row = find_row (node, table);
              begin_row (&reader);
            }
          read_cell (&reader, node);
        }
    }
  end_row (&reader);
  g_string_free (reader.beyond, TRUE);
  *n_cells = reader.n_cells;
  return reader.grid;
}

static void
add_outside (ImportPage *self,
             Writer *writer)
{
  g_autofree char *text = finish_text (writer);

  if (*text)
    g_ptr_array_add (self->outside, g_steal_pointer (&text));
  writer->text = g_string_new (NULL);
  writer->has_blank = FALSE;
}

/* Whether a node stands in no cell of the nearest table. */
static gboolean
is_outside (const xmlNode *node)
{
  for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
    if (is_cell (node))
      return FALSE;
    else if (is_element (node, "table") || is_element (node, "caption"))
      return TRUE;
  return TRUE;
}

/* Paragraphs, headings and captions: what stands in no cell. */
static void
read_outside (ImportPage *self,
              xmlNode *root)
{
  Writer writer = { g_string_new (NULL), FALSE, FALSE };
  gboolean goes_in;

  for (xmlNode *node = root->children; node; node = next_node (node, root, goes_in))
    {
      goes_in = !is_one_of (node, unseen);
      if (is_one_of (node, blocks) || (node->prev && is_one_of (node->prev, blocks)))
        add_outside (self, &writer);
      if (is_element (node, "br"))
        write_text (&writer, " ");
      else if (node->type == XML_TEXT_NODE && node->content && is_outside (node->parent))
        write_text (&writer, (const char *) node->content);
    }
  add_outside (self, &writer);
  g_string_free (writer.text, TRUE);
}

/* A page that opens and is not closed. */
static gboolean
is_cut (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);

  return strstr (small, "<html") && !strstr (small, "</html");
}

ImportPage *
import_page_read (GBytes *html,
                  GError **error)
{
  g_autofree char *text = NULL;
  const char *encoding = NULL;
  gsize size = 0, n_cells = 0;
  g_autoptr (ImportPage) self = NULL;
  htmlDocPtr document = NULL;
  xmlNode *root;

  if (!take_text (html, &text, &size, &encoding, error))
    return NULL;
  size = drop_conditions (text, size);
  if (!has_few_attributes (text))
    {
      refuse (error, MARMOT_ERROR_TOO_LARGE, "An element of the page has more than 256 attributes");
      return NULL;
    }
  document = parse (text, size, encoding, error);
  if (!document)
    return NULL;

  self = g_new0 (ImportPage, 1);
  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) import_grid_free);
  self->outside = g_ptr_array_new_with_free_func (g_free);
  self->is_cut = is_cut (text);
  root = xmlDocGetRootElement (document);
  if (root)
    read_outside (self, root);
  for (xmlNode *node = root; node && n_cells <= IMPORT_MAX_CELLS; node = next_node (node, root, TRUE))
    if (is_element (node, "table"))
      g_ptr_array_add (self->grids, read_table (node, self->grids->len + 1, &n_cells));
  xmlFreeDoc (document);

  if (n_cells > IMPORT_MAX_CELLS)
    refuse (error, MARMOT_ERROR_TOO_LARGE, "The tables of the page have more than 200,000 cells");
  else if (self->grids->len == 0)
    refuse (error, MARMOT_ERROR_PARSE, "There is no table in it: answers are read from tables");
  else
    return g_steal_pointer (&self);
  return NULL;
}
