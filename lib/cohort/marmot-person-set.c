/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "care-leaver-private.h"

#include "core/marmot-threads-private.h"

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotPersonSet, marmot_person_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marmot_person_set_finalize (GObject *object)
{
  MarmotPersonSet *self = MARMOT_PERSON_SET (object);

  g_clear_pointer (&self->table, marmot_table_unref);
  g_clear_pointer (&self->fault_memory, marmot_memory_unref);
  g_clear_pointer (&self->problem_memory, marmot_memory_unref);
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    g_clear_pointer (&self->parts[kind], person_part_unref);

  G_OBJECT_CLASS (marmot_person_set_parent_class)->finalize (object);
}

static void
marmot_person_set_class_init (MarmotPersonSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_person_set_finalize;
}

static void
marmot_person_set_init (MarmotPersonSet *self)
{
  self->columns.covered_from = self->columns.known_from = LEGAL_NO_DATE;
  self->columns.covered_until = LEGAL_NO_DATE;
}

/* --- for the loops of this room ------------------------------------------------------ */

const PersonColumns *
person_set_peek (MarmotPersonSet *self)
{
  return &self->columns;
}

const char *
person_key_name (PersonKey key)
{
  static const char *const names[PERSON_N_KEYS] = {
    [PERSON_SEX] = "sex",
    [PERSON_ETHNICITY] = "ethnicity",
    [PERSON_LOCALITY] = "locality",
    [PERSON_UASC] = "uasc",
  };

  return names[key];
}

void
person_set_get_life (const PersonColumns *columns,
                     gsize row,
                     gint32 *scratch,
                     LegalLife *life)
{
  memset (life, 0, sizeof *life);
  life->birth = columns->birth[row];
  life->death = columns->death[row];
  life->uasc_until = columns->uasc_until[row];
  life->covered_from = columns->known_from;
  life->covered_until = columns->covered_until;
  life->complete = columns->complete;
  life->spells = columns->spells + columns->spell_starts[row];
  life->n_spells = columns->spell_starts[row + 1] - columns->spell_starts[row];
  life->facts = columns->facts + columns->fact_starts[row];
  life->n_facts = columns->fact_starts[row + 1] - columns->fact_starts[row];
  if (scratch)
    {
      life->contacts = scratch;
      life->n_contacts = columns->contact_starts[row + 1] - columns->contact_starts[row];
      for (gsize i = 0; i < life->n_contacts; i++)
        scratch[i] = contact_get_day (&columns->contacts[columns->contact_starts[row] + i], life->death);
    }
}

static gboolean
is_in (const LegalSpell *spell,
       gint32 day)
{
  return spell->start <= day && (spell->end == LEGAL_NO_DATE || day < spell->end);
}

gboolean
person_in_care_on (const PersonColumns *columns,
                   gsize row,
                   gint32 day,
                   gboolean short_breaks)
{
  for (guint32 i = columns->spell_starts[row]; i < columns->spell_starts[row + 1]; i++)
    if (is_in (&columns->spells[i], day) && (short_breaks || !columns->spells[i].short_break))
      return TRUE;
  return FALSE;
}

const LegalSpell *
person_spell_on (const PersonColumns *columns,
                 gsize row,
                 gint32 day)
{
  for (guint32 i = columns->spell_starts[row]; i < columns->spell_starts[row + 1]; i++)
    if (is_in (&columns->spells[i], day) && !columns->spells[i].short_break)
      return &columns->spells[i];
  return NULL;
}

const LegalSpell *
person_last_spell (const PersonColumns *columns,
                   gsize row,
                   gint32 day)
{
  const LegalSpell *last = person_spell_on (columns, row, day);

  for (guint32 i = columns->spell_starts[row]; i < columns->spell_starts[row + 1] && (!last || !is_in (last, day)); i++)
    {
      const LegalSpell *spell = &columns->spells[i];

      if (!spell->short_break && spell->end != LEGAL_NO_DATE && spell->end <= day && (!last || spell->end >= last->end))
        last = spell;
    }
  return last;
}

/* --- making -------------------------------------------------------------------------- */

typedef struct
{
  const PersonColumns *columns;
  const LegalTerms *terms;
  guint32 *problems;
} Check;

static void
check_rows (gsize first,
            gsize n_rows,
            gpointer data)
{
  Check *check = data;
  const guint32 *starts = check->columns->contact_starts;
  g_autofree gint32 *scratch = NULL;
  guint32 most = 0;

  for (gsize row = first; row < first + n_rows; row++)
    most = MAX (most, starts[row + 1] - starts[row]);
  scratch = g_new (gint32, (gsize) most + 1);
  for (gsize row = first; row < first + n_rows; row++)
    {
      LegalLife life;

      person_set_get_life (check->columns, row, scratch, &life);
      check->problems[row] = legal_check (&life, check->terms);
    }
}

static void
find_problems (MarmotPersonSet *self)
{
  g_autoptr (MarmotCareLeaverOptions) options = marmot_care_leaver_options_new ();
  Check check = { &self->columns, legal_options_peek (options), NULL };
  gpointer room;

  g_clear_pointer (&self->problem_memory, marmot_memory_unref);
  self->problem_memory = marmot_memory_alloc ((self->columns.n_people + 1) * sizeof (guint32), &room);
  self->problems = check.problems = room;
  marmot_rows_run (self->columns.n_people, check_rows, &check);
}

void
person_set_finish (MarmotPersonSet *self,
                   gboolean anew)
{
  PersonColumns *columns = &self->columns;
  PersonPart **parts = self->parts;

  /* So that loops find empty ones, and need not ask. */
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    if (!parts[kind])
      parts[kind] = person_part_new (kind, columns->n_people, NULL, NULL, 0);
  columns->has_contacts = self->has[PERSON_CONTACTS];
  columns->has_health = self->has[PERSON_HEALTH];
  columns->has_checks = self->has[PERSON_CHECKS];

#define POINT(kind, starts_of, rows_of)     \
  columns->starts_of = parts[kind]->starts; \
  columns->rows_of = parts[kind]->rows

  POINT (PERSON_SPELLS, spell_starts, spells);
  POINT (PERSON_FACTS, fact_starts, facts);
  POINT (PERSON_CONTACTS, contact_starts, contacts);
  POINT (PERSON_HEALTH, health_starts, health);
  POINT (PERSON_CHECKS, check_starts, checks);

  if (anew)
    find_problems (self);
  columns->problems = self->problems;
  self->n_findings = person_set_count_findings (self);
}

MarmotPersonSet *
person_set_copy (MarmotPersonSet *self)
{
  MarmotPersonSet *set = g_object_new (MARMOT_TYPE_PERSON_SET, NULL);

  set->columns = self->columns;
  set->table = self->table ? marmot_table_ref (self->table) : NULL;
  set->names = self->names;
  set->faults = self->faults;
  set->fault_memory = self->fault_memory ? marmot_memory_ref (self->fault_memory) : NULL;
  set->problems = self->problems;
  set->problem_memory = self->problem_memory ? marmot_memory_ref (self->problem_memory) : NULL;
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    set->parts[kind] = self->parts[kind] ? person_part_ref (self->parts[kind]) : NULL;
  memcpy (set->has, self->has, sizeof self->has);
  memcpy (set->losses, self->losses, sizeof self->losses);
  set->n_findings = self->n_findings;
  return set;
}

MarmotPersonSet *
person_set_with_part (MarmotPersonSet *self,
                      PersonPartKind kind,
                      PersonPart *part,
                      const PersonLost *losses)
{
  MarmotPersonSet *set = person_set_copy (self);

  g_clear_pointer (&set->parts[kind], person_part_unref);
  set->parts[kind] = part;
  set->has[kind] = TRUE;
  if (losses)
    memcpy (set->losses, losses, sizeof set->losses);
  /* Health and its checks contradict nothing. */
  person_set_finish (set, kind != PERSON_HEALTH && kind != PERSON_CHECKS);
  return set;
}

MarmotPersonSet *
marmot_person_set_with_coverage (MarmotPersonSet *self,
                                 gint32 first_day,
                                 gint32 last_day,
                                 GError **error)
{
  MarmotPersonSet *set;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  if (last_day < first_day || first_day == LEGAL_NO_DATE || last_day == G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The last day that the records cover is before the first: exchange them");
      return NULL;
    }
  set = person_set_copy (self);
  set->columns.covered_from = set->columns.known_from = first_day;
  set->columns.covered_until = last_day + 1;
  person_set_finish (set, TRUE);
  return set;
}

gboolean
marmot_person_set_get_coverage (MarmotPersonSet *self,
                                gint32 *first_day,
                                gint32 *last_day)
{
  gboolean is_known;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), FALSE);

  is_known = self->columns.covered_until != LEGAL_NO_DATE;
  if (first_day)
    *first_day = is_known ? self->columns.covered_from : 0;
  if (last_day)
    *last_day = is_known ? self->columns.covered_until - 1 : 0;
  return is_known;
}

/* --- looking at it ------------------------------------------------------------------- */

guint
marmot_person_set_get_n_rows (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), 0);

  return (guint) self->columns.n_people;
}

guint64
marmot_person_set_get_n_left_out (MarmotPersonSet *self)
{
  guint64 n_rows = 0;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), 0);

  for (guint loss = 0; loss < PERSON_N_LOSSES; loss++)
    if (loss != LOSS_SPELLS_LEFT_OUT && loss != LOSS_SPELLS_BAD_DATE && loss != LOSS_YEARS_MISSING)
      n_rows += self->losses[loss].n_rows;
  return n_rows;
}

MarmotTable *
marmot_person_set_get_table (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return self->table;
}

/* The table of a part, which is made once. */
static MarmotTable *
get_table (MarmotPersonSet *self,
           PersonPartKind kind)
{
  PersonPart *part = self->parts[kind];

  if (!part || !(self->has[kind] || kind == PERSON_SPELLS || kind == PERSON_FACTS))
    return NULL;
  if (g_once_init_enter (&part->table))
    g_once_init_leave (&part->table, (gsize) person_part_make_table (part, kind, self->columns.n_people));
  return (MarmotTable *) part->table;
}

/* Of a set that g_object_new() made there is nobody. */
static MarmotTable *
copy_table (MarmotPersonSet *self,
            PersonPartKind kind)
{
  MarmotTable *table = get_table (self, kind);

  return table ? marmot_table_ref (table) : person_part_make_table (NULL, kind, 0);
}

MarmotTable *
marmot_person_set_get_spells (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return copy_table (self, PERSON_SPELLS);
}

MarmotTable *
marmot_person_set_get_facts (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return copy_table (self, PERSON_FACTS);
}

MarmotTable *
marmot_person_set_get_contacts (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return get_table (self, PERSON_CONTACTS);
}

MarmotTable *
marmot_person_set_get_health (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return get_table (self, PERSON_HEALTH);
}

MarmotTable *
marmot_person_set_get_checks (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return get_table (self, PERSON_CHECKS);
}

#define MOST_FINDINGS 1000

GPtrArray *
marmot_person_set_get_findings (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  return person_set_list_findings (self, MOST_FINDINGS);
}

guint64
marmot_person_set_get_n_findings (MarmotPersonSet *self)
{
  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), 0);

  return self->n_findings;
}

char *
marmot_person_set_to_string (MarmotPersonSet *self)
{
  gsize n_spells;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  n_spells = self->parts[PERSON_SPELLS] ? self->parts[PERSON_SPELLS]->n_rows : 0;
  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s with %" G_GSIZE_FORMAT " %s of care", self->columns.n_people,
                          self->columns.n_people == 1 ? "person" : "people", n_spells,
                          n_spells == 1 ? "period" : "periods");
}

/* --- a list of people ---------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_CARE_LEAVER;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) MARMOT_PERSON_SET (model)->columns.n_people;
}

static gpointer
get_item (GListModel *model,
          guint row)
{
  MarmotPersonSet *self = MARMOT_PERSON_SET (model);

  const PersonColumns *columns = &self->columns;
  LegalLife life;

  if (row >= columns->n_people)
    return NULL;
  person_set_get_life (columns, row, NULL, &life);
  return care_leaver_new_view (marmot_column_get_text (self->names, row), &life,
                               columns->contacts + columns->contact_starts[row],
                               columns->contact_starts[row + 1] - columns->contact_starts[row]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
