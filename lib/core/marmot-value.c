/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-value-private.h"

#include <math.h>
#include <string.h>

#include "marmot-serialize-private.h"

#define BODY_TYPE G_VARIANT_TYPE ("(uudibmsms)")

G_DEFINE_BOXED_TYPE (MarmotValue, marmot_value, marmot_value_ref, marmot_value_unref)

MarmotValue *
marmot_value_new_full (MarmotValueState state,
                       MarmotValueFlags flags,
                       double number,
                       int decimals,
                       gboolean percent,
                       const char *text,
                       const char *note_marker)
{
  MarmotValue *self = g_atomic_rc_box_new0 (MarmotValue);

  self->state = state;
  self->flags = flags;
  self->number = number == 0 ? 0 : number;
  self->decimals = decimals;
  self->percent = !!percent;
  /* Bytes that are not UTF-8 could be neither serialised nor handed to Python. */
  self->text = text ? g_utf8_make_valid (text, -1) : NULL;
  self->note_marker = note_marker ? g_utf8_make_valid (note_marker, -1) : NULL;
  return self;
}

static MarmotValue *
new_number (double number,
            int decimals,
            gboolean percent)
{
  if (!isfinite (number))
    return marmot_value_new_state (MARMOT_VALUE_NOT_AVAILABLE, NULL);

  return marmot_value_new_full (MARMOT_VALUE_PRESENT, MARMOT_VALUE_FLAG_NONE, number, decimals,
                                percent, NULL, NULL);
}

MarmotValue *
marmot_value_new (double number,
                  int decimals)
{
  g_return_val_if_fail (decimals >= -1 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, NULL);

  return new_number (number, decimals, FALSE);
}

MarmotValue *
marmot_value_new_percent (double number,
                          int decimals)
{
  g_return_val_if_fail (decimals >= -1 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, NULL);

  return new_number (number, decimals, TRUE);
}

MarmotValue *
marmot_value_new_state (MarmotValueState state,
                        const char *text)
{
  g_return_val_if_fail (state > MARMOT_VALUE_PRESENT && state <= MARMOT_VALUE_TEXT, NULL);
  g_return_val_if_fail (state != MARMOT_VALUE_TEXT || (text != NULL && text[0] != '\0'), NULL);

  return marmot_value_new_full (state, MARMOT_VALUE_FLAG_NONE, (double) NAN, -1, FALSE, text, NULL);
}

MarmotValue *
marmot_value_with_flags (const MarmotValue *self,
                         MarmotValueFlags flags)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((flags & ~(guint) MARMOT_VALUE_ALL_FLAGS) == 0, NULL);

  return marmot_value_new_full (self->state, flags, self->number, self->decimals, self->percent,
                                self->text, self->note_marker);
}

MarmotValue *
marmot_value_ref (MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_value_clear (gpointer box)
{
  MarmotValue *self = box;

  g_free (self->text);
  g_free (self->note_marker);
}

void
marmot_value_unref (MarmotValue *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_value_clear);
}

MarmotValueState
marmot_value_get_state (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_VALUE_NOT_AVAILABLE);

  return self->state;
}

gboolean
marmot_value_is_present (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state == MARMOT_VALUE_PRESENT;
}

MarmotValueFlags
marmot_value_get_flags (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_VALUE_FLAG_NONE);

  return self->flags;
}

double
marmot_value_get_number (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->number;
}

int
marmot_value_get_decimals (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->decimals;
}

gboolean
marmot_value_is_percent (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->percent;
}

const char *
marmot_value_get_text (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
marmot_value_get_note_marker (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note_marker;
}

gboolean
marmot_value_get_bounds (const MarmotValue *self,
                         double *low,
                         double *high)
{
  double bounds[2] = { (double) NAN, (double) NAN };
  gboolean known;

  g_return_val_if_fail (self != NULL, FALSE);

  known = self->state == MARMOT_VALUE_PRESENT
          && !((self->flags & MARMOT_VALUE_FLAG_LOW) && self->decimals < 0);
  if (known && self->decimals < 0)
    bounds[0] = bounds[1] = self->number;
  else if (known)
    {
      /* Counted in tenths of the last decimal, both terms are whole and (to
       * 2^53) exact, so that one division gives the double nearest to the
       * bound as a person would write it. */
      double scale = pow (10, self->decimals + 1);
      double tenths = round (self->number * pow (10, self->decimals)) * 10;
      gboolean exact = fabs (tenths) < 0x1p53 && scale <= 1e22
                       && marmot_number_round (self->number, self->decimals) == self->number;

      for (int i = 0; i < 2; i++)
        {
          double half = i == 0 ? -5 : 5;

          bounds[i] = exact ? (tenths + half) / scale : self->number + half / scale;
        }
      if ((self->flags & MARMOT_VALUE_FLAG_LOW) && self->number == 0)
        bounds[0] = 0;
    }

  if (low)
    *low = bounds[0];
  if (high)
    *high = bounds[1];
  return known;
}

int
marmot_value_compare (const MarmotValue *self,
                      const MarmotValue *other)
{
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  if (self->state != other->state)
    return self->state < other->state ? -1 : 1;
  if (self->state == MARMOT_VALUE_PRESENT && self->number != other->number)
    return self->number < other->number ? -1 : 1;
  if (self->decimals != other->decimals)
    return self->decimals < other->decimals ? -1 : 1;
  if (self->percent != other->percent)
    return self->percent < other->percent ? -1 : 1;
  if (self->flags != other->flags)
    return self->flags < other->flags ? -1 : 1;
  order = g_strcmp0 (self->text, other->text);
  return order != 0 ? order : g_strcmp0 (self->note_marker, other->note_marker);
}

gboolean
marmot_value_equal (const MarmotValue *self,
                    const MarmotValue *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return marmot_value_compare (self, other) == 0;
}

guint
marmot_value_hash (const MarmotValue *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = (guint) self->state * 31 + (guint) self->flags;
  hash = hash * 31 + (guint) (self->decimals + 1) * 2 + (guint) self->percent;
  if (self->state == MARMOT_VALUE_PRESENT)
    hash = hash * 31 + g_double_hash (&self->number);
  if (self->text)
    hash = hash * 31 + g_str_hash (self->text);
  if (self->note_marker)
    hash = hash * 31 + g_str_hash (self->note_marker);
  return hash;
}

typedef char *(*NumberPrinter) (double value, int decimals);

static char *
print_value (const MarmotValue *self,
             NumberPrinter print_number)
{
  static const struct
  {
    MarmotValueFlags flag;
    const char *shorthand;
  } marks[] = {
    { MARMOT_VALUE_FLAG_LOW, "[low]" },
    { MARMOT_VALUE_FLAG_UNRELIABLE, "[u]" },
    { MARMOT_VALUE_FLAG_PROVISIONAL, "[p]" },
    { MARMOT_VALUE_FLAG_REVISED, "[r]" },
    { MARMOT_VALUE_FLAG_ESTIMATED, "[e]" },
  };
  static const char *const states[] = { "", "[c]", "[z]", "[x]" };
  g_autoptr (GString) text = NULL;
  MarmotValueFlags flags;

  text = g_string_new (NULL);
  flags = self->flags;
  if (self->state == MARMOT_VALUE_TEXT)
    g_string_append (text, self->text);
  else if (self->state == MARMOT_VALUE_NOT_AVAILABLE && (flags & MARMOT_VALUE_FLAG_UNRELIABLE))
    {
      /* The publisher's "[u]" alone: too unreliable to be printed. */
      g_string_append (text, "[u]");
      flags &= ~(guint) MARMOT_VALUE_FLAG_UNRELIABLE;
    }
  else if (self->state != MARMOT_VALUE_PRESENT)
    g_string_append (text, states[self->state]);
  else if (!(flags & MARMOT_VALUE_FLAG_LOW) || self->decimals >= 0 || self->number != 0)
    {
      g_autofree char *number = print_number (self->number, self->decimals);

      g_string_append (text, number);
      if (self->percent)
        g_string_append_c (text, '%');
    }

  for (gsize i = 0, n = 0; i < G_N_ELEMENTS (marks); i++)
    if (flags & marks[i].flag)
      {
        if (n++ == 0 && text->len > 0)
          g_string_append_c (text, ' ');
        g_string_append (text, marks[i].shorthand);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
marmot_value_to_string (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return print_value (self, marmot_number_format);
}

char *
marmot_value_to_string_thousands (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return print_value (self, marmot_number_format_thousands);
}

GBytes *
marmot_value_serialize (const MarmotValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return marmot_serialize_body ("MarmotValue", 1,
                                g_variant_new ("(uudibmsms)", (guint32) self->state,
                                               (guint32) self->flags, self->number, self->decimals,
                                               self->percent, self->text, self->note_marker));
}

MarmotValue *
marmot_value_deserialize (GBytes *bytes,
                          GError **error)
{
  g_autoptr (GVariant) body = NULL;
  guint32 state, flags;
  double number;
  int decimals;
  gboolean percent;
  const char *text, *note_marker;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotValue", 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(uudibm&sm&s)", &state, &flags, &number, &decimals, &percent, &text,
                 &note_marker);
  if (!marmot_enum_has (MARMOT_TYPE_VALUE_STATE, state)
      || (flags & ~(guint32) MARMOT_VALUE_ALL_FLAGS) != 0
      || (state == MARMOT_VALUE_PRESENT) != !!isfinite (number)
      || decimals < -1 || decimals > MARMOT_NUMBER_MAX_DECIMALS
      || (state == MARMOT_VALUE_TEXT && (!text || text[0] == '\0')))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold a value of a later version, or are damaged");
      return NULL;
    }

  return marmot_value_new_full ((MarmotValueState) state, (MarmotValueFlags) flags, number, decimals,
                                percent, text, note_marker);
}
