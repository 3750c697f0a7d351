/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-threads-private.h"

/* How many there are at most unless somebody asks for more: statistics of rows wait for
 * memory, which a few cores use up. */
#define MOST_UNASKED 16
#define MOST_ASKED 256

/* So many microseconds of work pay for starting a thread, which takes some tens. */
#define WORTH_A_THREAD 100

/* Microseconds below which a time says nothing, since a page that is touched first takes as
 * long. */
#define TELLING 20

/* The largest piece: as long as a thread has a large page of a column for itself. */
#define LARGEST_PIECE (32 * MARMOT_ROWS_PIECE)

/* What was asked for, or 0. */
static gint asked;

/* The number in the environment, or 0. */
static guint
get_environment (void)
{
  static gsize once;
  static guint number;

  if (g_once_init_enter (&once))
    {
      const char *text = g_getenv ("MARMOT_THREADS");
      guint64 found;

      if (text && g_ascii_string_to_unsigned (text, 10, 1, MOST_ASKED, &found, NULL))
        number = (guint) found;
      g_once_init_leave (&once, 1);
    }
  return number;
}

guint
marmot_get_threads (void)
{
  gint number = g_atomic_int_get (&asked);

  if (number > 0)
    return (guint) number;
  if (get_environment () > 0)
    return get_environment ();
  return MIN (g_get_num_processors (), MOST_UNASKED);
}

void
marmot_set_threads (guint n_threads)
{
  g_atomic_int_set (&asked, (gint) MIN (n_threads, MOST_ASKED));
}

typedef struct
{
  MarmotRowsFunc function;
  gpointer data;
  gsize n_rows;
  gsize piece;
  gsize next; /* the first row that nobody has taken */
} Work;

/* Set in a thread that works for another: what it calls starts none of its own. */
static GPrivate is_helper;

static void
take_pieces (Work *work)
{
  for (;;)
    {
      gsize first = (gsize) g_atomic_pointer_add (&work->next, (gssize) work->piece);

      if (first >= work->n_rows)
        return;
      work->function (first, MIN (work->piece, work->n_rows - first), work->data);
    }
}

static gpointer
help (gpointer data)
{
  g_private_set (&is_helper, GINT_TO_POINTER (1));
  take_pieces (data);
  return NULL;
}

/* Computes the next rows, and gives the microseconds that the others should take. */
static double
try_some (Work *work,
          gsize n_rows,
          gint64 began)
{
  const gsize first = work->next;

  work->next = MIN (work->n_rows, n_rows);
  if (work->next > first)
    work->function (first, work->next - first, work->data);
  return work->next > 0 ? (double) (g_get_monotonic_time () - began) * (double) (work->n_rows - work->next)
                              / (double) work->next
                        : 0;
}

void
marmot_rows_run_finely (gsize n_rows,
                        gsize piece,
                        MarmotRowsFunc function,
                        gpointer data)
{
  GThread *threads[MOST_ASKED];
  Work work = { function, data, n_rows, piece, 0 };
  guint n_wanted = 1, n_threads = 0;
  const gint64 began = g_get_monotonic_time ();
  double left;

  g_return_if_fail (piece > 0 && MARMOT_ROWS_PIECE % piece == 0);

  /* A row of one statistic costs a hundred times one of another: the first ones tell. */
  left = try_some (&work, piece, began);
  if (left > 0 && work.next < MARMOT_ROWS_PIECE && g_get_monotonic_time () - began < TELLING)
    left = try_some (&work, MARMOT_ROWS_PIECE, began);
  if (work.next == n_rows)
    return;

  /* Asking how many processors there are takes its time too. */
  if (left >= 2 * WORTH_A_THREAD && !g_private_get (&is_helper))
    n_wanted = (guint) MIN ((double) marmot_get_threads (), left / WORTH_A_THREAD);
  if (n_wanted == 1)
    {
      function (work.next, n_rows - work.next, data);
      return;
    }

  /* Pieces that are large enough for pages and small enough to end together. */
  while (work.piece < LARGEST_PIECE && work.piece * 8 * n_wanted < n_rows)
    work.piece *= 2;
  while (n_threads + 1 < n_wanted)
    {
      threads[n_threads] = g_thread_try_new ("marmot-rows", help, &work, NULL);
      /* Where the system has no more, fewer do the work. */
      if (!threads[n_threads])
        break;
      n_threads++;
    }
  take_pieces (&work);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
}

void
marmot_rows_run (gsize n_rows,
                 MarmotRowsFunc function,
                 gpointer data)
{
  marmot_rows_run_finely (n_rows, MARMOT_ROWS_PIECE, function, data);
}
