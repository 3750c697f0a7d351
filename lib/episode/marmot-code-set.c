/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "code-set-private.h"
#include "core/marmot-data-private.h"
#include "core/marmot-period-private.h"
#include "core/marmot-record-private.h"
#include "core/marmot-data-file-private.h"

#define BUILTIN "code-sets.json"

G_DEFINE_FINAL_TYPE (MarmotCodeSet, marmot_code_set, G_TYPE_OBJECT)

/**
 * MarmotCodeSet:name: (getter get_name)
 *
 * A short name, such as "ssda903-place".
 *
 * Since: 1.0
 */

/**
 * MarmotCodeSet:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotCodeSet:source: (getter get_source)
 *
 * Where its codes are from.
 *
 * Since: 1.0
 */

/**
 * MarmotCodeSet:notes: (getter get_notes)
 *
 * What else is to be known of it.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "name", NULL, G_STRUCT_OFFSET (MarmotCodeSet, name), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotCodeSet, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotCodeSet, source), 0 },
  { "notes", NULL, G_STRUCT_OFFSET (MarmotCodeSet, notes), 0 },
};

static void (*finalize_record) (GObject *object);

static void
clear_code (gpointer data)
{
  MarmotCode *code = data;

  g_free (code->code);
  g_free (code->label);
  g_free (code->notes);
  g_strfreev (code->replaced_by);
}

static void
marmot_code_set_finalize (GObject *object)
{
  MarmotCodeSet *self = MARMOT_CODE_SET (object);

  g_array_unref (self->codes);
  g_free (self->order);
  finalize_record (object);
}

static void
marmot_code_set_class_init (MarmotCodeSetClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_code_set_finalize;
}

static void
marmot_code_set_init (MarmotCodeSet *self)
{
  self->codes = g_array_new (FALSE, TRUE, sizeof (MarmotCode));
  g_array_set_clear_func (self->codes, clear_code);
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotCodeSet, marmot_code_set, MARMOT_IS_CODE_SET, CType, field, on_failure)

GETTER (const char *, name, NULL)
GETTER (const char *, title, NULL)
GETTER (const char *, source, NULL)
GETTER (const char *, notes, NULL)
GETTER (int, first_year, 0)
GETTER (int, last_year, 0)

static MarmotCode *
code_at (MarmotCodeSet *self,
         guint place)
{
  return &g_array_index (self->codes, MarmotCode, place);
}

/* --- the sets of a file --------------------------------------------------------- */

static MarmotCodeSet *
find_or_refuse (const GPtrArray *sets,
                const char *name,
                GError **error)
{
  MarmotCodeSet *set
      = data_file_find_or_refuse (sets, G_STRUCT_OFFSET (MarmotCodeSet, name), name, "code set", error);

  return set ? g_object_ref (set) : NULL;
}

/* Read once: they never change, and a check of a million rows asks for many. */
static GPtrArray *
get_builtin (void)
{
  static gsize once;
  static GPtrArray *sets;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) json = marmot_data_lookup (BUILTIN, &error);

      sets = json ? marmot_code_sets_read (json, &error) : NULL;
      if (!sets)
        g_error ("%s: %s", BUILTIN, error->message);
      g_once_init_leave (&once, 1);
    }
  return sets;
}

MarmotCodeSet *
marmot_code_set_get_builtin (const char *name)
{
  MarmotCodeSet *set = data_file_find (get_builtin (), G_STRUCT_OFFSET (MarmotCodeSet, name), name);

  g_assert (set != NULL);
  return set;
}

MarmotCodeSet *
marmot_code_set_new_builtin (const char *name,
                             GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  return find_or_refuse (get_builtin (), name, error);
}

MarmotCodeSet *
marmot_code_set_new_from_json (GBytes *json,
                               const char *name,
                               GError **error)
{
  g_autoptr (GPtrArray) sets = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  sets = marmot_code_sets_read (json, error);
  return sets ? find_or_refuse (sets, name, error) : NULL;
}

char **
marmot_code_set_list_builtin (void)
{
  return data_file_list_names (get_builtin (), G_STRUCT_OFFSET (MarmotCodeSet, name));
}

/* --- finding codes --------------------------------------------------------------- */

static int
compare_codes (const char *a,
               gsize length_a,
               const char *b,
               gsize length_b)
{
  for (gsize i = 0; i < MIN (length_a, length_b); i++)
    {
      int difference = (guchar) g_ascii_tolower (a[i]) - (guchar) g_ascii_tolower (b[i]);

      if (difference != 0)
        return difference;
    }
  return length_a < length_b ? -1 : length_a > length_b;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer self)
{
  const char *code_a = code_at (self, *(const guint *) a)->code;
  const char *code_b = code_at (self, *(const guint *) b)->code;

  return compare_codes (code_a, strlen (code_a), code_b, strlen (code_b));
}

int
marmot_code_set_sort (MarmotCodeSet *self)
{
  self->order = g_new (guint, self->codes->len);
  for (guint i = 0; i < self->codes->len; i++)
    self->order[i] = i;
  /* Stable, so that of two that are the same the later one comes second. */
  g_qsort_with_data (self->order, (int) self->codes->len, sizeof (guint), compare_places, self);
  for (guint i = 1; i < self->codes->len; i++)
    if (compare_places (&self->order[i - 1], &self->order[i], self) == 0)
      return (int) self->order[i];
  return -1;
}

int
marmot_code_set_find_text (MarmotCodeSet *self,
                           const char *text,
                           gsize length)
{
  guint low = 0, high = self->codes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *code = code_at (self, self->order[middle])->code;
      int difference = compare_codes (text, length, code, strlen (code));

      if (difference == 0)
        return (int) self->order[middle];
      if (difference < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return -1;
}

static MarmotCode *
find_code (MarmotCodeSet *self,
           const char *code)
{
  int place = marmot_code_set_find_text (self, code, strlen (code));

  return place < 0 ? NULL : code_at (self, (guint) place);
}

int
marmot_code_set_find (MarmotCodeSet *self,
                      const char *code)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), -1);
  g_return_val_if_fail (code != NULL, -1);

  return marmot_code_set_find_text (self, code, strlen (code));
}

guint
marmot_code_set_get_n_codes (MarmotCodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), 0);

  return self->codes->len;
}

const char *
marmot_code_set_get_code (MarmotCodeSet *self,
                          guint place)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);

  return place < self->codes->len ? code_at (self, place)->code : NULL;
}

const char *
marmot_code_set_get_label (MarmotCodeSet *self,
                           const char *code)
{
  MarmotCode *found;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  found = find_code (self, code);
  return found ? found->label : NULL;
}

const char *
marmot_code_set_get_code_notes (MarmotCodeSet *self,
                                const char *code)
{
  MarmotCode *found;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  found = find_code (self, code);
  return found ? found->notes : NULL;
}

gboolean
marmot_code_set_is_certain (MarmotCodeSet *self,
                            const char *code)
{
  MarmotCode *found;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  found = find_code (self, code);
  return found && !found->is_uncertain;
}

char **
marmot_code_set_get_replaced_by (MarmotCodeSet *self,
                                 const char *code)
{
  MarmotCode *found;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  found = find_code (self, code);
  return found && found->replaced_by ? g_strdupv (found->replaced_by) : g_new0 (char *, 1);
}

/* --- years and days -------------------------------------------------------------- */

int
marmot_collection_year (gint32 day)
{
  GDate date;
  int year;

  marmot_date_from_days (&date, day);
  year = g_date_get_year (&date);
  return g_date_get_month (&date) >= G_DATE_APRIL ? year : year - 1;
}

char *
marmot_collection_year_print (int year)
{
  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

static GDate *
new_date (gint32 day)
{
  GDate *date = g_date_new ();

  marmot_date_from_days (date, day);
  return date;
}

GDate *
marmot_code_set_get_first_day (MarmotCodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);

  return self->has_first_day ? new_date (self->first_day) : NULL;
}

GDate *
marmot_code_set_get_last_day (MarmotCodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);

  return self->has_last_day ? new_date (self->last_day) : NULL;
}

static gboolean
is_between (int year,
            int first,
            int last)
{
  return (first == 0 || year >= first) && (last == 0 || year <= last);
}

gboolean
marmot_code_set_knows_year (MarmotCodeSet *self,
                            int year)
{
  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), FALSE);

  return is_between (year, self->first_year, self->last_year);
}

gboolean
marmot_code_set_place_valid (MarmotCodeSet *self,
                             int place,
                             int year)
{
  const MarmotCode *code = code_at (self, (guint) place);

  return year == 0 || !is_between (year, self->first_year, self->last_year)
         || is_between (year, code->first_year, code->last_year);
}

gboolean
marmot_code_set_is_valid (MarmotCodeSet *self,
                          const char *code,
                          int year)
{
  int place;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  place = marmot_code_set_find_text (self, code, strlen (code));
  return place >= 0 && (year == 0 || is_between (year, self->first_year, self->last_year))
         && marmot_code_set_place_valid (self, place, year);
}

gboolean
marmot_code_set_is_valid_on (MarmotCodeSet *self,
                             const char *code,
                             const GDate *day)
{
  gint32 days;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  days = marmot_date_to_days (day);
  return (!self->has_first_day || days >= self->first_day) && (!self->has_last_day || days <= self->last_day)
         && marmot_code_set_is_valid (self, code, marmot_collection_year (days));
}

gboolean
marmot_code_set_get_years (MarmotCodeSet *self,
                           const char *code,
                           int *first_year,
                           int *last_year)
{
  MarmotCode *found;
  int first = 0, last = 0;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  found = find_code (self, code);
  if (found)
    {
      first = found->first_year ? found->first_year : self->first_year;
      last = found->last_year ? found->last_year : self->last_year;
      /* A code that was withdrawn before the set's first year, or comes after its last:
       * nobody said since when, or until when. */
      if (!found->first_year && found->last_year && first > last)
        first = 0;
      if (!found->last_year && found->first_year && first > last)
        last = 0;
    }
  if (first_year)
    *first_year = first;
  if (last_year)
    *last_year = last;
  return found != NULL;
}

char **
marmot_code_set_list_codes (MarmotCodeSet *self,
                            int year)
{
  g_autoptr (GStrvBuilder) codes = NULL;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);

  codes = g_strv_builder_new ();
  for (guint i = 0; i < self->codes->len; i++)
    if (year == 0
        || (is_between (year, self->first_year, self->last_year) && marmot_code_set_place_valid (self, (int) i, year)))
      g_strv_builder_add (codes, code_at (self, i)->code);
  return g_strv_builder_end (codes);
}
