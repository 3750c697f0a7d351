/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The cells of indicators: numbers, and symbols where there is none. A symbol is
 * looked at once, however many cells hold it.
 */
#include "education-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "core/marmot-text-index-private.h"
#include "numeric/text.h"

static const char *const states[] = { "suppressed", "not-applicable", "not-available", NULL };

enum
{
  STATE_NONE = -1,
  STATE_SUPPRESSED,
  STATE_NOT_APPLICABLE,
  STATE_NOT_AVAILABLE
};

typedef struct
{
  gboolean is_bad;
  double number;            /* NaN where there is none */
  gint8 state;
  gint32 flags;             /* a code of the texts of flags, or -1 */
} Symbol;

typedef struct
{
  MarmotTextIndex *texts;
  GArray *symbols;          /* by code of texts */
  MarmotTextIndex *flags;
} Symbols;

static gint32
flag_code (Symbols *self,
           MarmotValueFlags flags)
{
  GFlagsClass *known = g_type_class_ref (MARMOT_TYPE_VALUE_FLAGS);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < known->n_values; i++)
    if (known->values[i].value != 0 && (flags & known->values[i].value))
      g_string_append_printf (words, "%s%s", words->len ? " " : "", known->values[i].value_nick);
  g_type_class_unref (known);
  return words->len ? marmot_text_index_add (self->flags, words->str, words->len) : -1;
}

static gint8
state_code (MarmotValueState state)
{
  switch (state)
    {
    case MARMOT_VALUE_SUPPRESSED:
      return STATE_SUPPRESSED;
    case MARMOT_VALUE_NOT_APPLICABLE:
      return STATE_NOT_APPLICABLE;
    default:
      return STATE_NOT_AVAILABLE;
    }
}

/* What a cell means that is no plain number. */
static Symbol
find_symbol (Symbols *self,
             const char *text,
             gsize length)
{
  gint32 code = marmot_text_index_add (self->texts, text, length);
  Symbol symbol = { TRUE, NAN, STATE_NONE, -1 };

  if (code >= 0 && (guint) code < self->symbols->len)
    return g_array_index (self->symbols, Symbol, code);

  {
    g_autofree char *copy = g_strndup (text, length);
    g_autoptr (MarmotValue) value = marmot_value_parse (copy, MARMOT_VALUE_PARSE_NO_TEXT, NULL);

    if (value)
      {
        symbol.is_bad = FALSE;
        symbol.flags = flag_code (self, marmot_value_get_flags (value));
        if (marmot_value_is_present (value))
          symbol.number = marmot_value_get_number (value);
        else
          symbol.state = state_code (marmot_value_get_state (value));
      }
  }
  if (code >= 0)
    g_array_append_val (self->symbols, symbol);
  return symbol;
}

static gboolean
is_number (const char *text,
           gsize length,
           double *value)
{
  mn_number number;
  int kind = mn_scan_number (text, text + length, &number);

  if (kind != MN_NUMBER_INTEGER && kind != MN_NUMBER_DOUBLE)
    return FALSE;
  *value = number.value;
  return TRUE;
}

static void
set_null (guint8 *validity,
          gsize row)
{
  validity[row >> 3] &= (guint8) ~(1u << (row & 7));
}

void
education_read_values (EducationFile *self,
                       MarmotColumn **columns)
{
  const gsize n_each = self->indicators->len;
  const gsize n_rows = self->n_rows * n_each;
  Symbols symbols = { marmot_text_index_new (), g_array_new (FALSE, FALSE, sizeof (Symbol)),
                      marmot_text_index_new () };
  g_autofree gint32 *state_codes = g_new (gint32, n_rows + 1);
  g_autofree gint32 *flag_codes = g_new (gint32, n_rows + 1);
  g_autoptr (MarmotColumn) state_texts = marmot_column_new_text (states);
  g_autoptr (MarmotColumn) flag_texts = NULL;
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * sizeof (double), &block);
  double *values = block;
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof (double), n_rows, memory, NULL);
  guint8 *validity = n_rows > 0 ? marmot_column_add_validity (column, n_rows) : NULL;

  column->values = values;
  for (gsize i = 0; i < n_each; i++)
    {
      EducationVariable *indicator = self->indicators->pdata[i];

      for (gsize row = 0; row < self->n_rows; row++)
        {
          const gsize at = row * n_each + i;
          Symbol symbol = { FALSE, NAN, STATE_NOT_AVAILABLE, -1 };
          gsize length;
          const char *text = marmot_column_peek_text (indicator->column, row, &length);

          if (text && is_number (text, length, &symbol.number))
            symbol.state = STATE_NONE;
          else if (text)
            symbol = find_symbol (&symbols, text, length);

          if (symbol.is_bad)
            marmot_finding_log_add (self->log, "education/not-a-value", MARMOT_SEVERITY_ERROR,
                                    education_line (self, row), indicator->name,
                                    "Write a plain number, or one of the symbols c, z, x, k, low and u",
                                    "The cell is neither a number nor a symbol");
          if (isnan (symbol.number))
            {
              set_null (validity, at);
              symbol.number = 0;
            }
          values[at] = symbol.number;
          state_codes[at] = symbol.state;
          flag_codes[at] = symbol.flags;
        }
      g_clear_pointer (&indicator->column, marmot_column_unref);
    }
  marmot_column_seal (column);
  columns[OBS_VALUE] = column;
  columns[OBS_STATE] = education_spread (state_codes, state_texts, n_rows, 1);
  flag_texts = marmot_text_index_finish (symbols.flags);
  columns[OBS_FLAGS] = education_spread (flag_codes, flag_texts, n_rows, 1);
  marmot_text_index_free (symbols.texts);
  g_array_unref (symbols.symbols);
}
