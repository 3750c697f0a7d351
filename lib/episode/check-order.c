/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The episodes of each child in an order that the rows of the file have no part in.
 */
#include "check-private.h"

#include <string.h>

/* Of columns that tell episodes of the same dates apart. */
static const CareColumn tie_columns[] = {
  CARE_RNE, CARE_REC, CARE_LS, CARE_CIN, CARE_PLACE, CARE_PLACE_PROVIDER, CARE_URN,
};

typedef struct
{
  CheckYear *year;
  const CareRows *rows;
} Sorter;

typedef struct
{
  MarmotCareReturn *care;
  CareColumn column;
} Texts;

static int
compare_texts (const void *a,
               const void *b,
               gpointer data)
{
  const Texts *texts = data;
  gsize length_a, length_b;
  const char *x = care_return_peek_value (texts->care, texts->column, *(const gint32 *) a, &length_a);
  const char *y = care_return_peek_value (texts->care, texts->column, *(const gint32 *) b, &length_b);
  int result = memcmp (x, y, MIN (length_a, length_b));

  return result != 0 ? result : (length_a > length_b) - (length_a < length_b);
}

/* Codes are numbered as they come; the order of their texts is always the same. */
static const gint32 *
get_ranks (CheckYear *year,
           CareColumn column)
{
  gsize n_values = care_return_n_values (year->care, column);
  g_autofree gint32 *order = NULL;
  Texts texts = { year->care, column };
  gint32 **ranks = &year->codes->ranks[column];

  if (*ranks)
    return *ranks;
  order = g_new (gint32, n_values + 1);
  *ranks = g_new (gint32, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    order[i] = (gint32) i;
  g_qsort_with_data (order, (gint) n_values, sizeof *order, compare_texts, &texts);
  for (gsize i = 0; i < n_values; i++)
    (*ranks)[order[i]] = (gint32) i;
  return *ranks;
}

/* Where an end stands among others: open ones last. */
static gint32
place_of_end (const CareRows *rows,
              guint32 row)
{
  const gint32 *ends = rows->columns[CARE_DEC];

  return !ends || ends[row] == EPISODE_NO_DATE ? G_MAXINT32 : ends[row] == CARE_BAD_DATE ? G_MAXINT32 - 1 : ends[row];
}

static int
compare_rows (const Sorter *self,
              guint32 a,
              guint32 b)
{
  const gint32 *starts = self->rows->columns[CARE_DECOM];
  gint32 end_a, end_b;

  if (starts[a] != starts[b])
    return starts[a] < starts[b] ? -1 : 1;
  end_a = place_of_end (self->rows, a);
  end_b = place_of_end (self->rows, b);
  if (end_a != end_b)
    return end_a < end_b ? -1 : 1;

  for (guint i = 0; i < G_N_ELEMENTS (tie_columns); i++)
    {
      const gint32 *codes = self->rows->columns[tie_columns[i]];
      gint32 rank_a, rank_b;

      if (!codes || codes[a] == codes[b])
        continue;
      rank_a = check_meaning (get_ranks (self->year, tie_columns[i]), codes[a]);
      rank_b = check_meaning (get_ranks (self->year, tie_columns[i]), codes[b]);
      return rank_a < rank_b ? -1 : 1;
    }
  return a < b ? -1 : a > b;
}

static int
compare_rows_of (const void *a,
                 const void *b,
                 gpointer data)
{
  return compare_rows (data, *(const guint32 *) a, *(const guint32 *) b);
}

/* Most children have a handful of rows, and those mostly in order. */
#define FEW 24

static void
sort_rows (const Sorter *self,
           guint32 *rows,
           gsize n_rows)
{
  if (n_rows > FEW)
    {
      g_qsort_with_data (rows, (gint) n_rows, sizeof *rows, compare_rows_of, (gpointer) self);
      return;
    }
  for (gsize i = 1; i < n_rows; i++)
    {
      guint32 row = rows[i];
      gsize at = i;

      for (; at > 0 && compare_rows (self, row, rows[at - 1]) < 0; at--)
        rows[at] = rows[at - 1];
      rows[at] = row;
    }
}

static CheckOrder *
make_order (CheckYear *year,
            const CareRows *rows)
{
  CheckOrder *self = g_new0 (CheckOrder, 1);
  const gint32 *children = rows->columns[CARE_CHILD];
  const gint32 *starts = rows->columns[CARE_DECOM];
  Sorter sorter = { year, rows };
  guint32 *firsts = g_new0 (guint32, year->n_children + 2);

  self->starts = firsts;
  for (gsize row = 0; row < rows->n_rows; row++)
    if (children[row] >= 0 && check_is_day (starts[row]))
      firsts[children[row] + 2]++;
  for (gsize child = 0; child < year->n_children; child++)
    firsts[child + 2] += firsts[child + 1];

  self->rows = g_new (guint32, rows->n_rows + 1);
  for (gsize row = 0; row < rows->n_rows; row++)
    if (children[row] >= 0 && check_is_day (starts[row]))
      self->rows[firsts[children[row] + 1]++] = (guint32) row;
  for (gsize child = 0; child < year->n_children; child++)
    sort_rows (&sorter, self->rows + firsts[child], firsts[child + 1] - firsts[child]);
  return self;
}

const CheckOrder *
check_year_get_order (CheckYear *self)
{
  if (!self->order)
    self->order = make_order (self, self->tables[MARMOT_CARE_TABLE_EPISODES]);
  return self->order;
}

const CheckOrder *
check_year_get_last_order (CheckYear *self)
{
  if (!self->last_order)
    self->last_order = make_order (self, self->last_tables[MARMOT_CARE_TABLE_EPISODES]);
  return self->last_order;
}

const gint32 *
check_year_get_births (CheckYear *self)
{
  const CareRows *header = self->tables[MARMOT_CARE_TABLE_HEADER];

  if (self->births)
    return self->births;
  self->births = g_new (gint32, self->n_children + 1);
  for (gsize child = 0; child < self->n_children; child++)
    self->births[child] = EPISODE_NO_DATE;
  for (gsize row = 0; row < header->n_rows; row++)
    {
      gint32 child = header->columns[CARE_CHILD][row];
      gint32 birth = header->columns[CARE_DOB][row];

      if (child >= 0 && check_is_day (birth)
          && (self->births[child] == EPISODE_NO_DATE || birth < self->births[child]))
        self->births[child] = birth;
    }
  return self->births;
}

static void
order_free (CheckOrder *self)
{
  g_free (self->starts);
  g_free (self->rows);
  g_free (self);
}

void
check_year_init (CheckYear *self,
                 MarmotCareReturn *care,
                 CheckCodes *codes,
                 guint year)
{
  *self = (CheckYear) { .care = care, .codes = codes, .year = year };
  self->first_day = care_year_start (year);
  self->last_day = care_year_end (year) - 1;
  self->n_children = care_return_n_children (care);
  for (guint i = 0; i < CARE_N_TABLES; i++)
    {
      self->tables[i] = care_return_peek_rows (care, i, year);
      self->last_tables[i] = care_return_peek_rows (care, i, year - 1);
    }
}

void
check_year_clear (CheckYear *self)
{
  g_clear_pointer (&self->order, order_free);
  g_clear_pointer (&self->last_order, order_free);
  g_clear_pointer (&self->births, g_free);
}

void
check_codes_init (CheckCodes *self,
                  MarmotCareReturn *care)
{
  static const char *const rne[] = { "S", "L", "P", "T", "B", "U", NULL };
  static const char *const rec[] = { "X1", "E2", "E15", "E3", "E11", "E12", NULL };
  static const char *const ls[] = { "V3", "V4", NULL };
  static const char *const place[] = { "T4", "T3", "T2", "T1", "T0", NULL };
  gsize n_reasons = care_return_n_values (care, CARE_REC);

  memset (self, 0, sizeof *self);
  self->rne = care_return_match_values (care, CARE_RNE, rne);
  self->rec = care_return_match_values (care, CARE_REC, rec);
  self->ls = care_return_match_values (care, CARE_LS, ls);
  self->place = care_return_match_values (care, CARE_PLACE, place);
  self->leaves = g_new0 (guint8, n_reasons + 1);
  for (gsize i = 0; i < n_reasons; i++)
    {
      gsize length;
      const char *text = care_return_peek_value (care, CARE_REC, (gint32) i, &length);

      /* All reasons for which care ceases begin so. */
      self->leaves[i] = length > 1 && text[0] == 'E' && g_ascii_isdigit (text[1]);
    }
}

void
check_codes_clear (CheckCodes *self)
{
  g_free (self->rne);
  g_free (self->rec);
  g_free (self->ls);
  g_free (self->place);
  g_free (self->leaves);
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    g_free (self->ranks[i]);
}
