/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stays for tests of flows: from CSV that stands in the test (dates are yyyy-mm-dd, an empty
 * cell is null), at random, and from a model whose rates are known.
 */
#pragma once

#include <marmot/marmot.h>

#include <math.h>
#include <stdio.h>

static inline MarmotTable *
test_stays (const char *csv)
{
  static const char *const dates[] = { "start", "end", "birth" }, *const texts[] = { "person", "state", "next" };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  MarmotTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    marmot_csv_reader_set_column_type (reader, dates[i], MARMOT_COLUMN_DATE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    marmot_csv_reader_set_column_type (reader, texts[i], MARMOT_COLUMN_TEXT);
  table = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  return table;
}

static inline GDate *
test_date (const char *text)
{
  int year, month, day;

  cr_assert (sscanf (text, "%d-%d-%d", &year, &month, &day) == 3);
  return g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static inline GDate *
test_date_of (gint32 day)
{
  return g_date_new_julian ((guint32) (day + 719163));
}

static inline MarmotFlowRates *
test_rates (MarmotTable *stays,
            const char *from,
            const char *until,
            MarmotFlowOptions *options)
{
  g_autoptr (GDate) first = test_date (from), last = test_date (until);
  g_autoptr (GError) error = NULL;
  MarmotFlowRates *rates = marmot_flow_rates_new (stays, first, last, options, &error);

  cr_assert (rates != NULL, "%s", error ? error->message : "");
  return rates;
}

/* Whether a cell is this text; NULL for null. */
static inline gboolean
test_says (MarmotTable *table,
           const char *name,
           gsize row,
           const char *text)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  g_autofree char *found = marmot_column_get_text (column, row);

  if (g_strcmp0 (found, text) != 0)
    cr_log_error ("row %zu of %s is %s and not %s", row, name, found ? found : "null", text ? text : "null");
  return g_strcmp0 (found, text) == 0;
}

static inline gboolean
test_has_finding (MarmotFlowRates *rates,
                  const char *rule)
{
  g_autoptr (GPtrArray) findings = marmot_flow_rates_get_findings (rates);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (marmot_finding_get_rule (g_ptr_array_index (findings, i)), rule))
      return TRUE;
  return FALSE;
}

/* Stays while they are made. */
typedef struct
{
  GPtrArray *state;
  GPtrArray *next;
  GArray *start;
  GArray *end;
  GArray *birth;
} TestStays;

#define TEST_STILL_THERE G_MAXINT32

static inline TestStays *
test_stays_new (void)
{
  TestStays *self = g_new0 (TestStays, 1);

  self->state = g_ptr_array_new ();
  self->next = g_ptr_array_new ();
  self->start = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->end = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->birth = g_array_new (FALSE, FALSE, sizeof (gint32));
  return self;
}

/* Names live as long as the program; NULL for one who left. */
static inline void
test_stays_add (TestStays *self,
                const char *state,
                gint32 start,
                gint32 end,
                const char *next,
                gint32 birth)
{
  g_ptr_array_add (self->state, (gpointer) state);
  g_ptr_array_add (self->next, (gpointer) (next ? next : ""));
  g_array_append_val (self->start, start);
  g_array_append_val (self->end, end);
  g_array_append_val (self->birth, birth);
}

static inline MarmotTable *
test_stays_end (TestStays *self)
{
  static const char *const names[] = { "state", "start", "end", "next", "birth", NULL };
  gsize n = self->start->len;
  g_autofree gboolean *open = g_new0 (gboolean, n + 1);
  g_autofree gboolean *gone = g_new0 (gboolean, n + 1);
  g_autoptr (MarmotColumn) bare_end = marmot_column_new_date ((gint32 *) (void *) self->end->data, n);
  g_autoptr (MarmotColumn) bare_next = NULL;
  MarmotColumn *columns[5];
  MarmotTable *table;

  for (gsize i = 0; i < n; i++)
    {
      open[i] = g_array_index (self->end, gint32, i) == TEST_STILL_THERE;
      gone[i] = ((const char *) self->next->pdata[i])[0] == '\0';
    }
  g_ptr_array_add (self->state, NULL);
  g_ptr_array_add (self->next, NULL);
  bare_next = marmot_column_new_text ((const char *const *) self->next->pdata);
  columns[0] = marmot_column_new_text ((const char *const *) self->state->pdata);
  columns[1] = marmot_column_new_date ((gint32 *) (void *) self->start->data, n);
  columns[2] = marmot_column_with_nulls (bare_end, open, n, NULL);
  columns[3] = marmot_column_with_nulls (bare_next, gone, n, NULL);
  columns[4] = marmot_column_new_date ((gint32 *) (void *) self->birth->data, n);
  table = marmot_table_new (names, columns, 5, NULL);
  cr_assert (table != NULL);
  for (int i = 0; i < 5; i++)
    marmot_column_unref (columns[i]);
  g_ptr_array_unref (self->state);
  g_ptr_array_unref (self->next);
  g_array_unref (self->start);
  g_array_unref (self->end);
  g_array_unref (self->birth);
  g_free (self);
  return table;
}

/* Stays of any length anywhere, some of which lead to others. */
static inline MarmotTable *
test_random_stays (GRand *rand,
                   int n,
                   gint32 from,
                   gint32 until)
{
  static const char *const names[] = { "a", "b", "c" };
  TestStays *stays = test_stays_new ();

  for (int i = 0; i < n; i++)
    {
      gint32 day = g_rand_int_range (rand, from, until), birth = day - g_rand_int_range (rand, 0, 8000);
      int state = g_rand_int_range (rand, 0, 3);

      for (;;)
        {
          gint32 end = day + g_rand_int_range (rand, 1, 900);
          int next = g_rand_int_range (rand, 0, 3);

          if (g_rand_int_range (rand, 0, 4) == 0)
            {
              gboolean stays_on = g_rand_boolean (rand);

              test_stays_add (stays, names[state], day, stays_on ? TEST_STILL_THERE : end, NULL, birth);
              break;
            }
          test_stays_add (stays, names[state], day, end, names[next], birth);
          /* Now and then nobody says what came of it. */
          if (g_rand_int_range (rand, 0, 20) == 0)
            break;
          day = end;
          state = next;
        }
    }
  return test_stays_end (stays);
}

/* A model with two states and known rates a year: "in" and "near". */
typedef struct
{
  double entries[2];
  double moves[2];   /* to the other state */
  double leaving[2];
  int stock[2];
} TestModel;

static inline double
test_wait (GRand *rand,
           double rate)
{
  return rate > 0 ? -log (1 - g_rand_double (rand)) / rate * 365.25 : 1e9;
}

/* One life from a day on, in days with fractions, as stays of whole days. */
static inline void
test_live (GRand *rand,
           const TestModel *model,
           TestStays *stays,
           int state,
           double day,
           gint32 until)
{
  static const char *const names[] = { "in", "near" };
  gint32 start = (gint32) floor (day);

  for (;;)
    {
      double over = test_wait (rand, model->moves[state]), out = test_wait (rand, model->leaving[state]);
      gboolean moves = over < out;
      gint32 end;

      day += fmin (over, out);
      end = day < until ? (gint32) floor (day) : until + 1;
      if (end > until)
        {
          test_stays_add (stays, names[state], start, TEST_STILL_THERE, NULL, 0);
          return;
        }
      /* Within a day nobody sees what happened. */
      if (end > start)
        test_stays_add (stays, names[state], start, end, moves ? names[1 - state] : NULL, 0);
      else if (!moves)
        return;
      if (!moves)
        return;
      if (end > start)
        start = end;
      state = 1 - state;
    }
}

/* The lives of all who were there on the first day or came up to the last. */
static inline MarmotTable *
test_model_stays (GRand *rand,
                  const TestModel *model,
                  gint32 from,
                  gint32 until)
{
  TestStays *stays = test_stays_new ();

  for (int s = 0; s < 2; s++)
    {
      for (int i = 0; i < model->stock[s]; i++)
        test_live (rand, model, stays, s, from, until);
      for (double day = from + test_wait (rand, model->entries[s]); day < until;
           day += test_wait (rand, model->entries[s]))
        test_live (rand, model, stays, s, day, until);
    }
  return test_stays_end (stays);
}
