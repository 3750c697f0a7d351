/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rows that belong to people: put together by person, in time linear in their number but
 * for the sorting within one person.
 */
#include "person-set-struct-private.h"

#include <string.h>

#include "core/marmot-group-rows-private.h"

gsize
person_part_width (PersonPartKind kind)
{
  static const gsize widths[PERSON_N_PARTS] = {
    [PERSON_SPELLS] = sizeof (LegalSpell),   [PERSON_FACTS] = sizeof (LegalFact),
    [PERSON_CONTACTS] = sizeof (ContactRow), [PERSON_HEALTH] = sizeof (HealthYear),
    [PERSON_CHECKS] = sizeof (CheckRow),
  };

  return widths[kind];
}

/* --- the order within a person ------------------------------------------------------- */

static int
compare_days (gint32 a,
              gint32 b)
{
  return a < b ? -1 : a > b;
}

/* No day is after all days. */
static int
compare_ends (gint32 a,
              gint32 b)
{
  if (a == b)
    return 0;
  if (a == LEGAL_NO_DATE || b == LEGAL_NO_DATE)
    return a == LEGAL_NO_DATE ? 1 : -1;
  return a < b ? -1 : 1;
}

static int
compare_spells (gconstpointer a,
                gconstpointer b)
{
  const LegalSpell *x = a, *y = b;

  if (x->start != y->start)
    return compare_days (x->start, y->start);
  if (x->short_break != y->short_break)
    return x->short_break ? 1 : -1;
  return compare_ends (x->end, y->end);
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const LegalFact *x = a, *y = b;

  if (x->start != y->start)
    return compare_days (x->start, y->start);
  if (x->fact != y->fact)
    return x->fact < y->fact ? -1 : 1;
  return compare_ends (x->end, y->end);
}

/* When a contact was: of a collection year its end. */
static gint32
contact_time (const ContactRow *contact)
{
  if (contact->date != LEGAL_NO_DATE)
    return contact->date;
  return contact->year >= 0 ? contact_year_start (contact->year + 1) - 1 : LEGAL_NO_DATE;
}

static int
compare_contacts (gconstpointer a,
                  gconstpointer b)
{
  const ContactRow *x = a, *y = b;

  if (x->date == LEGAL_NO_DATE && y->date == LEGAL_NO_DATE)
    return compare_days (x->year, y->year);
  return compare_days (contact_time (x), contact_time (y));
}

static int
compare_health (gconstpointer a,
                gconstpointer b)
{
  return compare_days (((const HealthYear *) a)->year, ((const HealthYear *) b)->year);
}

static int
compare_checks (gconstpointer a,
                gconstpointer b)
{
  const CheckRow *x = a, *y = b;

  if (x->done != y->done)
    return compare_ends (x->done, y->done);
  return compare_ends (x->due, y->due);
}

typedef int (*Compare) (gconstpointer a,
                        gconstpointer b);

static const Compare compares[PERSON_N_PARTS] = {
  [PERSON_SPELLS] = compare_spells, [PERSON_FACTS] = compare_facts,   [PERSON_CONTACTS] = compare_contacts,
  [PERSON_HEALTH] = compare_health, [PERSON_CHECKS] = compare_checks,
};

typedef struct
{
  const guint8 *rows;
  gsize width;
  Compare compare;
} Order;

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const gsize x = *(const gsize *) a, y = *(const gsize *) b;
  const Order *order = data;
  const int sign = order->compare (order->rows + x * order->width, order->rows + y * order->width);

  if (sign != 0)
    return sign;
  return x < y ? -1 : x > y;
}

static void
sort_person (gsize *rows,
             gsize n_rows,
             Order *order)
{
  gsize i = 1;

  while (i < n_rows && compare_rows (&rows[i - 1], &rows[i], order) < 0)
    i++;
  if (i < n_rows)
    g_qsort_with_data (rows, (gint) n_rows, sizeof *rows, compare_rows, order);
}

/* --- cells that hold nothing of the kind --------------------------------------------- */

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits; bits &= bits - 1)
    n++;
  return n;
}

guint
person_part_count_unread (PersonPartKind kind,
                          gconstpointer row)
{
  switch (kind)
    {
    case PERSON_CONTACTS:
      return count_bits (((const ContactRow *) row)->unread);
    case PERSON_HEALTH:
      return count_bits (((const HealthYear *) row)->unread);
    case PERSON_CHECKS:
      return count_bits (((const CheckRow *) row)->unread);
    case PERSON_SPELLS:
    case PERSON_FACTS:
    case PERSON_N_PARTS:
    default:
      return 0;
    }
}

static void
count_unread (PersonPart *self,
              PersonPartKind kind)
{
  const gsize width = person_part_width (kind);

  if (kind == PERSON_SPELLS || kind == PERSON_FACTS)
    return;
  for (gsize i = 0; i < self->n_rows; i++)
    self->n_unread += person_part_count_unread (kind, (const guint8 *) self->rows + i * width);
}

/* --- the part ------------------------------------------------------------------------ */

static PersonPart *
part_alloc (PersonPartKind kind,
            gsize n_people,
            gsize n_rows)
{
  PersonPart *self = g_atomic_rc_box_new0 (PersonPart);

  self->starts = g_new0 (guint32, n_people + 1);
  self->n_rows = n_rows;
  self->rows = g_malloc ((n_rows + 1) * person_part_width (kind));
  return self;
}

PersonPart *
person_part_new (PersonPartKind kind,
                 gsize n_people,
                 gconstpointer rows,
                 const gint32 *row_of,
                 gsize n_rows)
{
  const gsize width = person_part_width (kind);
  PersonPart *self = part_alloc (kind, n_people, n_rows);
  Order order = { rows, width, compares[kind] };
  g_autofree gsize *starts = NULL;
  g_autofree gsize *from = NULL;

  if (n_rows == 0)
    return self;
  marmot_group_rows (row_of, n_rows, n_people, &starts, &from);
  for (gsize person = 0; person < n_people; person++)
    {
      self->starts[person] = (guint32) starts[person];
      sort_person (from + starts[person], starts[person + 1] - starts[person], &order);
    }
  self->starts[n_people] = (guint32) n_rows;
  for (gsize i = 0; i < n_rows; i++)
    memcpy ((guint8 *) self->rows + i * width, order.rows + from[i] * width, width);
  count_unread (self, kind);
  return self;
}

PersonPart *
person_part_ref (PersonPart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
part_clear (gpointer data)
{
  PersonPart *self = data;
  MarmotTable *table = (MarmotTable *) self->table;

  g_free (self->starts);
  g_free (self->rows);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_clear_pointer (&self->names[i], marmot_column_unref);
  g_clear_pointer (&table, marmot_table_unref);
}

void
person_part_unref (PersonPart *self)
{
  g_atomic_rc_box_release_full (self, part_clear);
}

PersonPart *
person_part_take (PersonPart *self,
                  PersonPartKind kind,
                  const guint32 *people,
                  gsize n_people)
{
  const gsize width = person_part_width (kind);
  PersonPart *part;
  gsize n_rows = 0;

  for (gsize i = 0; i < n_people; i++)
    n_rows += self->starts[people[i] + 1] - self->starts[people[i]];
  part = part_alloc (kind, n_people, n_rows);
  n_rows = 0;
  for (gsize i = 0; i < n_people; i++)
    {
      const guint32 first = self->starts[people[i]];
      const gsize n = self->starts[people[i] + 1] - first;

      part->starts[i] = (guint32) n_rows;
      memcpy ((guint8 *) part->rows + n_rows * width, (const guint8 *) self->rows + first * width, n * width);
      n_rows += n;
    }
  part->starts[n_people] = (guint32) n_rows;
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    part->names[i] = self->names[i] ? marmot_column_ref (self->names[i]) : NULL;
  count_unread (part, kind);
  return part;
}

gboolean
person_rows_fit (gsize n_rows,
                 GError **error)
{
  if (n_rows <= G_MAXINT32)
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "A set has at most 2^31 - 1 rows of a kind: split the table");
  return FALSE;
}

gpointer
person_set_start_rows (MarmotPersonSet *self,
                       PersonPartKind kind,
                       gsize n_more,
                       gint32 **row_of,
                       gsize *n_rows,
                       GError **error)
{
  const PersonPart *part = self->parts[kind];
  const gsize width = person_part_width (kind);
  gpointer rows;

  *n_rows = part ? part->n_rows : 0;
  if (!person_rows_fit (*n_rows + n_more, error))
    return NULL;
  rows = g_malloc ((*n_rows + n_more + 1) * width);
  *row_of = g_new (gint32, *n_rows + n_more + 1);
  if (!part)
    return rows;
  memcpy (rows, part->rows, *n_rows * width);
  for (gsize person = 0; person < self->columns.n_people; person++)
    for (guint32 i = part->starts[person]; i < part->starts[person + 1]; i++)
      (*row_of)[i] = (gint32) person;
  return rows;
}
