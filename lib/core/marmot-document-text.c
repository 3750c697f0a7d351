/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-document-text-private.h"

#include <string.h>

#include "marmot-csv-date-private.h"

char *
marmot_document_key (const MarmotDocumentField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

gboolean
marmot_document_text_fits (const char *text)
{
  return strlen (text) <= MARMOT_DOCUMENT_MAX_TEXT || g_utf8_strlen (text, -1) <= MARMOT_DOCUMENT_MAX_TEXT;
}

char *
marmot_document_step (const char *path,
                      const char *list,
                      guint place)
{
  return g_strdup_printf ("%s%s%s/%u", path, *path ? "/" : "", list, place + 1);
}

/* The rest of a text that begins with the short name of a type of year. */
static const char *
split_year_type (const char *text,
                 MarmotYearType *type)
{
  const char *space = strchr (text, ' ');
  const char *rest = NULL;

  if (space)
    {
      GEnumClass *types = g_type_class_ref (MARMOT_TYPE_YEAR_TYPE);
      g_autofree char *nick = g_strndup (text, (gsize) (space - text));
      GEnumValue *found = g_enum_get_value_by_nick (types, nick);

      if (found)
        {
          *type = (MarmotYearType) found->value;
          rest = space + 1;
        }
      g_type_class_unref (types);
    }
  return rest;
}

MarmotPeriod *
marmot_document_parse_period (const char *text)
{
  MarmotYearType type = MARMOT_YEAR_FINANCIAL;
  const char *rest = split_year_type (text, &type);

  return marmot_period_parse (rest ? rest : text, type, NULL);
}

MarmotPeriod *
marmot_document_parse_day (const char *text)
{
  gint32 day;

  return marmot_csv_date_parse_iso (text, text + strlen (text), &day) ? marmot_document_parse_period (text) : NULL;
}

static gboolean
is_read_back (const char *text,
              const MarmotPeriod *period)
{
  g_autoptr (MarmotPeriod) read = marmot_document_parse_period (text);

  return read && marmot_period_equal (read, period);
}

char *
marmot_document_print_period (const MarmotPeriod *period)
{
  g_autofree char *text = NULL;
  char *named = NULL;
  GEnumClass *types;

  if (marmot_period_get_kind (period) == MARMOT_PERIOD_DAY)
    {
      g_autofree char *interval = marmot_period_to_iso_interval (period);
      char *slash = strchr (interval, '/');

      if (slash)
        *slash = '\0';
      if (is_read_back (interval, period))
        return g_steal_pointer (&interval);
    }
  text = marmot_period_to_string (period);
  if (is_read_back (text, period))
    return g_steal_pointer (&text);

  types = g_type_class_ref (MARMOT_TYPE_YEAR_TYPE);
  for (guint i = 0; i < types->n_values && !named; i++)
    {
      named = g_strdup_printf ("%s %s", types->values[i].value_nick, text);
      if (!is_read_back (named, period))
        g_clear_pointer (&named, g_free);
    }
  g_type_class_unref (types);
  return named;
}

char *
marmot_document_print_value (const MarmotValue *value)
{
  g_autofree char *text = marmot_value_to_string (value);
  g_autoptr (MarmotValue) read = marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL);

  return read && marmot_value_equal (read, value) ? g_steal_pointer (&text) : NULL;
}

static char *
print_member (const MarmotDocumentField *field,
              int member)
{
  GEnumClass *members = g_type_class_ref (field->get_type ());
  GEnumValue *found = g_enum_get_value (members, member);
  char *nick = found ? g_strdup (found->value_nick) : NULL;

  g_type_class_unref (members);
  return nick;
}

char *
marmot_document_print_field (gpointer self,
                             const MarmotDocumentField *field)
{
  gpointer *at = G_STRUCT_MEMBER_P (self, field->offset);

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      return g_strdup (*at);
    case MARMOT_DOCUMENT_TEXTS:
      return *at ? g_strjoinv ("; ", *at) : NULL;
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
      return *at ? marmot_document_print_period (*at) : NULL;
    case MARMOT_DOCUMENT_VALUE:
      return *at ? marmot_document_print_value (*at) : NULL;
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
      return print_member (field, *(int *) at);
    case MARMOT_DOCUMENT_FLAG:
      return *(gboolean *) at ? g_strdup ("yes") : NULL;
    case MARMOT_DOCUMENT_NUMBER:
      return *(guint *) at != field->number ? g_strdup_printf ("%u", *(guint *) at) : NULL;
    case MARMOT_DOCUMENT_LIST:
    default:
      g_assert_not_reached ();
    }
}
