/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "core/marmot-estimate-private.h"

struct _MarmotIntervalOptions
{
  GObject parent_instance;

  MarmotMethod method;
  MarmotMethod test;
  double multiplier;
  double levels[MARMOT_MAX_LEVELS];
  gsize n_levels;
};

G_DEFINE_FINAL_TYPE (MarmotIntervalOptions, marmot_interval_options, G_TYPE_OBJECT)

enum
{
  PROP_METHOD = 1,
  PROP_TEST,
  PROP_MULTIPLIER,
  PROP_CONFIDENCE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
marmot_interval_options_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  MarmotIntervalOptions *self = MARMOT_INTERVAL_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      g_value_set_enum (value, self->method);
      break;
    case PROP_TEST:
      g_value_set_enum (value, self->test);
      break;
    case PROP_MULTIPLIER:
      g_value_set_double (value, self->multiplier);
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->levels[0]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_interval_options_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  MarmotIntervalOptions *self = MARMOT_INTERVAL_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      marmot_interval_options_set_method (self, g_value_get_enum (value));
      break;
    case PROP_TEST:
      marmot_interval_options_set_test (self, g_value_get_enum (value));
      break;
    case PROP_MULTIPLIER:
      marmot_interval_options_set_multiplier (self, g_value_get_double (value));
      break;
    case PROP_CONFIDENCE:
      marmot_interval_options_set_confidence (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_interval_options_class_init (MarmotIntervalOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = marmot_interval_options_get_property;
  object_class->set_property = marmot_interval_options_set_property;

  /**
   * MarmotIntervalOptions:method: (getter get_method) (setter set_method)
   *
   * The method, or %MARMOT_METHOD_DEFAULT for the customary one.
   *
   * Since: 1.0
   */
  props[PROP_METHOD] = g_param_spec_enum ("method", NULL, NULL, MARMOT_TYPE_METHOD,
                                          MARMOT_METHOD_DEFAULT, flags);

  /**
   * MarmotIntervalOptions:test: (getter get_test) (setter set_test)
   *
   * The test of a comparison, or %MARMOT_METHOD_DEFAULT for the one that goes with
   * its interval.
   *
   * Since: 1.0
   */
  props[PROP_TEST] = g_param_spec_enum ("test", NULL, NULL, MARMOT_TYPE_METHOD,
                                        MARMOT_METHOD_DEFAULT, flags);

  /**
   * MarmotIntervalOptions:multiplier: (getter get_multiplier) (setter set_multiplier)
   *
   * What values and limits are multiplied by, or 0 for the customary multiplier.
   *
   * Since: 1.0
   */
  props[PROP_MULTIPLIER] = g_param_spec_double ("multiplier", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                                0, flags);

  /**
   * MarmotIntervalOptions:confidence: (getter get_confidence) (setter set_confidence)
   *
   * The first confidence level, as a proportion.
   *
   * Since: 1.0
   */
  props[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                                0.95, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
marmot_interval_options_init (MarmotIntervalOptions *self)
{
  self->levels[0] = 0.95;
  self->n_levels = 1;
}

MarmotIntervalOptions *
marmot_interval_options_new (void)
{
  return g_object_new (MARMOT_TYPE_INTERVAL_OPTIONS, NULL);
}

MarmotMethod
marmot_interval_options_get_method (MarmotIntervalOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), MARMOT_METHOD_DEFAULT);

  return self->method;
}

void
marmot_interval_options_set_method (MarmotIntervalOptions *self,
                                    MarmotMethod method)
{
  g_return_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self));

  if (self->method == method)
    return;
  self->method = method;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_METHOD]);
}

MarmotMethod
marmot_interval_options_get_test (MarmotIntervalOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), MARMOT_METHOD_DEFAULT);

  return self->test;
}

void
marmot_interval_options_set_test (MarmotIntervalOptions *self,
                                  MarmotMethod test)
{
  g_return_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self));

  if (self->test == test)
    return;
  self->test = test;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEST]);
}

double
marmot_interval_options_get_multiplier (MarmotIntervalOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), 0);

  return self->multiplier;
}

void
marmot_interval_options_set_multiplier (MarmotIntervalOptions *self,
                                        double multiplier)
{
  g_return_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self));

  if (self->multiplier == multiplier)
    return;
  self->multiplier = multiplier;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MULTIPLIER]);
}

double
marmot_interval_options_get_confidence (MarmotIntervalOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), 0);

  return self->levels[0];
}

void
marmot_interval_options_set_confidence (MarmotIntervalOptions *self,
                                        double confidence)
{
  g_return_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self));

  if (self->n_levels == 1 && self->levels[0] == confidence)
    return;
  self->n_levels = 1;
  self->levels[0] = confidence;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONFIDENCE]);
}

const double *
marmot_interval_options_get_levels (MarmotIntervalOptions *self,
                                    gsize *n_levels)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), NULL);
  g_return_val_if_fail (n_levels != NULL, NULL);

  *n_levels = self->n_levels;
  return self->levels;
}

gboolean
marmot_interval_options_set_levels (MarmotIntervalOptions *self,
                                    const double *levels,
                                    gsize n_levels,
                                    GError **error)
{
  g_return_val_if_fail (MARMOT_IS_INTERVAL_OPTIONS (self), FALSE);
  g_return_val_if_fail (levels != NULL || n_levels == 0, FALSE);

  if (n_levels < 1 || n_levels > MARMOT_MAX_LEVELS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Ask for 1 to %d confidence levels", MARMOT_MAX_LEVELS);
      return FALSE;
    }
  for (gsize i = 0; i < n_levels; i++)
    if (!(levels[i] > 0 && levels[i] < 1))
      {
        g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                             "A confidence level is a proportion above 0 and below 1, such as 0.95");
        return FALSE;
      }

  memcpy (self->levels, levels, n_levels * sizeof *levels);
  self->n_levels = n_levels;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONFIDENCE]);
  return TRUE;
}
