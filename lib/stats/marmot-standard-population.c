/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "age-band-private.h"
#include "core/marmot-data-private.h"
#include "core/marmot-named-list-private.h"
#include "core/marmot-record-private.h"
#include "standard-population-private.h"

static const MarmotNamedList populations = {
  "marmot-standard-populations",
  "populations",
  "standard populations",
  "standard population",
  "standard-populations.json",
};

struct _MarmotStandardPopulation
{
  GObject parent_instance;

  char *name;
  char *title;
  char *source;

  /* Set once, by the one function that makes them. */
  gsize n_bands;
  char *labels[MARMOT_MAX_BANDS];
  guint first[MARMOT_MAX_BANDS];
  guint last[MARMOT_MAX_BANDS];
  double weights[MARMOT_MAX_BANDS];
};

G_DEFINE_FINAL_TYPE (MarmotStandardPopulation, marmot_standard_population, G_TYPE_OBJECT)

/**
 * MarmotStandardPopulation:name: (getter get_name)
 *
 * A short name, such as "european-2013".
 *
 * Since: 1.0
 */

/**
 * MarmotStandardPopulation:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotStandardPopulation:source: (getter get_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "name", NULL, G_STRUCT_OFFSET (MarmotStandardPopulation, name), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotStandardPopulation, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotStandardPopulation, source), 0 },
};

static void (*finalize_record) (GObject *object);

static void
marmot_standard_population_finalize (GObject *object)
{
  MarmotStandardPopulation *self = MARMOT_STANDARD_POPULATION (object);

  for (gsize i = 0; i < self->n_bands; i++)
    g_free (self->labels[i]);
  finalize_record (object);
}

static void
marmot_standard_population_class_init (MarmotStandardPopulationClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_standard_population_finalize;
}

static void
marmot_standard_population_init (MarmotStandardPopulation *self)
{
}

MARMOT_RECORD_GETTER (MarmotStandardPopulation, marmot_standard_population, MARMOT_IS_STANDARD_POPULATION, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotStandardPopulation, marmot_standard_population, MARMOT_IS_STANDARD_POPULATION, const char *, title, NULL)
MARMOT_RECORD_GETTER (MarmotStandardPopulation, marmot_standard_population, MARMOT_IS_STANDARD_POPULATION, const char *, source, NULL)

/* Adds a band, which must follow the one before. */
static gboolean
add_band (MarmotStandardPopulation *self,
          const char *label,
          double weight,
          GError **error)
{
  gsize i = self->n_bands;
  guint first, last;

  if (i == MARMOT_MAX_BANDS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "A standard population has at most %d bands", MARMOT_MAX_BANDS);
      return FALSE;
    }
  if (!marmot_age_band_parse (label, strlen (label), &first, &last))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "Band %" G_GSIZE_FORMAT ": the label is not of an age band, such as \"5-9\" or \"90+\"", i + 1);
      return FALSE;
    }
  if (i > 0 && (self->last[i - 1] == MARMOT_AGE_OPEN || first != self->last[i - 1] + 1))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "Band %" G_GSIZE_FORMAT ": bands ascend, without gaps between them and without overlap", i + 1);
      return FALSE;
    }
  if (!(isfinite (weight) && weight >= 0))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "Band %" G_GSIZE_FORMAT ": a weight is a number of people, or a share of them, from zero up", i + 1);
      return FALSE;
    }

  self->labels[i] = g_strdup (label);
  self->first[i] = first;
  self->last[i] = last;
  self->weights[i] = weight;
  self->n_bands++;
  return TRUE;
}

static gboolean
check_whole (MarmotStandardPopulation *self,
             GError **error)
{
  double sum = 0;

  for (gsize i = 0; i < self->n_bands; i++)
    sum += self->weights[i];
  if (sum > 0 && isfinite (sum))
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "A standard population has people in at least one band");
  return FALSE;
}

static MarmotStandardPopulation *
begin (const char *name,
       const char *title,
       const char *source)
{
  return g_object_new (MARMOT_TYPE_STANDARD_POPULATION, "name", name, "title", title, "source", source, NULL);
}

MarmotStandardPopulation *
marmot_standard_population_new (const char *name,
                                const char *title,
                                const char *source,
                                const char *const *bands,
                                const double *weights,
                                gsize n_weights,
                                GError **error)
{
  g_autoptr (MarmotStandardPopulation) self = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (bands != NULL, NULL);
  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);

  if (g_strv_length ((char **) bands) != n_weights)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "There are %u bands and %" G_GSIZE_FORMAT " weights: give each band one",
                   g_strv_length ((char **) bands), n_weights);
      return NULL;
    }
  self = begin (name, title, source);
  for (gsize i = 0; i < n_weights; i++)
    if (!add_band (self, bands[i], weights[i], error))
      return NULL;
  return check_whole (self, error) ? g_steal_pointer (&self) : NULL;
}

static MarmotStandardPopulation *
read_one (json_t *entry,
          GError **error)
{
  const char *name = json_string_value (json_object_get (entry, "name"));
  const char *title = json_string_value (json_object_get (entry, "title"));
  const char *source = json_string_value (json_object_get (entry, "source"));
  json_t *bands = json_object_get (entry, "bands");
  json_t *weights = json_object_get (entry, "weights");
  g_autoptr (MarmotStandardPopulation) self = NULL;

  if (!title || !source || !json_is_array (bands) || !json_is_array (weights)
      || json_array_size (bands) != json_array_size (weights))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "A standard population needs a \"title\", a \"source\", and as many \"weights\" as \"bands\"");
      return NULL;
    }
  self = begin (name, title, source);
  for (size_t i = 0; i < json_array_size (bands); i++)
    {
      const char *label = json_string_value (json_array_get (bands, i));
      json_t *weight = json_array_get (weights, i);

      if (!label || !json_is_number (weight))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                       "Band %" G_GSIZE_FORMAT " needs a label, which is text, and a weight, which is a number",
                       (gsize) i + 1);
          return NULL;
        }
      if (!add_band (self, label, json_number_value (weight), error))
        return NULL;
    }
  return check_whole (self, error) ? g_steal_pointer (&self) : NULL;
}

MarmotStandardPopulation *
marmot_standard_population_new_from_json (GBytes *json,
                                          const char *name,
                                          GError **error)
{
  g_autoptr (json_t) file = NULL;
  json_t *entry;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  entry = marmot_named_list_find (&populations, json, name, &file, error);
  return entry ? read_one (entry, error) : NULL;
}

MarmotStandardPopulation *
marmot_standard_population_new_builtin (const char *name,
                                        GError **error)
{
  g_autoptr (GBytes) json = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  json = marmot_data_lookup (populations.builtin, error);
  return json ? marmot_standard_population_new_from_json (json, name, error) : NULL;
}

char **
marmot_standard_population_list_builtin (void)
{
  return marmot_named_list_builtin (&populations);
}

char **
marmot_standard_population_get_bands (MarmotStandardPopulation *self)
{
  g_autoptr (GStrvBuilder) bands = NULL;

  g_return_val_if_fail (MARMOT_IS_STANDARD_POPULATION (self), NULL);

  bands = g_strv_builder_new ();
  for (gsize i = 0; i < self->n_bands; i++)
    g_strv_builder_add (bands, self->labels[i]);
  return g_strv_builder_end (bands);
}

const double *
marmot_standard_population_get_weights (MarmotStandardPopulation *self,
                                        gsize *n_weights)
{
  g_return_val_if_fail (MARMOT_IS_STANDARD_POPULATION (self), NULL);
  g_return_val_if_fail (n_weights != NULL, NULL);

  *n_weights = self->n_bands;
  return self->weights;
}

int
marmot_standard_population_index (MarmotStandardPopulation *self,
                                  guint first,
                                  guint last)
{
  for (gsize i = 0; i < self->n_bands; i++)
    if (self->first[i] == first && self->last[i] == last)
      return (int) i;
  return -1;
}

int
marmot_standard_population_start (MarmotStandardPopulation *self,
                                  double first)
{
  for (gsize i = 0; i < self->n_bands; i++)
    if (self->first[i] == first)
      return (int) i;
  return -1;
}

gboolean
marmot_standard_population_find_band (MarmotStandardPopulation *self,
                                      const char *label,
                                      gsize *band)
{
  guint first, last;
  int found = -1;

  g_return_val_if_fail (MARMOT_IS_STANDARD_POPULATION (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (marmot_age_band_parse (label, strlen (label), &first, &last))
    found = marmot_standard_population_index (self, first, last);
  if (band)
    *band = found < 0 ? 0 : (gsize) found;
  return found >= 0;
}

gboolean
marmot_standard_population_find_weight (MarmotStandardPopulation *self,
                                        const char *label,
                                        double *weight)
{
  gsize band;
  gboolean found;

  g_return_val_if_fail (MARMOT_IS_STANDARD_POPULATION (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  found = marmot_standard_population_find_band (self, label, &band);
  if (weight)
    *weight = found ? self->weights[band] : (double) NAN;
  return found;
}

MarmotStandardPopulation *
marmot_standard_population_regroup (MarmotStandardPopulation *self,
                                    const char *const *bands,
                                    GError **error)
{
  g_autoptr (MarmotStandardPopulation) wider = NULL;

  g_return_val_if_fail (MARMOT_IS_STANDARD_POPULATION (self), NULL);
  g_return_val_if_fail (bands != NULL, NULL);

  wider = begin (self->name, self->title, self->source);
  for (gsize i = 0; bands[i]; i++)
    {
      gsize from = 0, to;
      double weight = 0;

      if (!add_band (wider, bands[i], 0, error))
        return NULL;
      while (from < self->n_bands && self->first[from] != wider->first[i])
        from++;
      for (to = from; to < self->n_bands && self->last[to] < wider->last[i]; to++)
        weight += self->weights[to];
      if (to >= self->n_bands || self->last[to] != wider->last[i])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Band %" G_GSIZE_FORMAT " is not made of whole bands of the standard population", i + 1);
          return NULL;
        }
      wider->weights[i] = weight + self->weights[to];
    }
  return check_whole (wider, error) ? g_steal_pointer (&wider) : NULL;
}
