/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "education-time-private.h"

#include <stdlib.h>
#include <string.h>

/* Years that the library knows. Others ("Tax year", "Reporting year") are named
 * and not read, since their days are other ones. */
static const struct
{
  const char *name;
  const char *year_type;
} years[] = {
  { "Academic year", "academic" },
  { "Calendar year", "calendar" },
  { "Financial year", "financial" },
};

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

/* "2018", or "201819" as "2018/19". */
static char *
year_text (const char *digits,
           int *year)
{
  gsize size = strlen (digits);

  if ((size != 4 && size != 6) || strspn (digits, "0123456789") != size)
    return NULL;
  *year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
  if (size == 4)
    return g_strdup (digits);
  if ((*year + 1) % 100 != (digits[4] - '0') * 10 + digits[5] - '0')
    return NULL;
  return g_strdup_printf ("%.4s/%s", digits, digits + 4);
}

gboolean
education_time_parse (EducationTime *self,
                      const char *digits,
                      const char *identifier)
{
  int year = 0;
  g_autofree char *text = year_text (digits, &year);

  memset (self, 0, sizeof *self);
  if (!text)
    return FALSE;
  self->sortable = (gint64) year * 10000;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      const char *rest = identifier + strlen (years[i].name);
      gboolean spans = strlen (digits) == 6;

      if (!g_str_has_prefix (identifier, years[i].name) || spans == g_str_equal (years[i].year_type, "calendar"))
        continue;
      if (*rest == '\0')
        {
          self->text = g_steal_pointer (&text);
          self->year_type = years[i].year_type;
          self->family = g_strdup (identifier);
          return TRUE;
        }
      if (rest[0] == ' ' && rest[1] == 'Q' && rest[2] >= '1' && rest[2] <= '4' && rest[3] == '\0')
        {
          self->text = g_strdup_printf ("%s %s", text, rest + 1);
          self->year_type = years[i].year_type;
          self->sortable += (rest[2] - '0') * 100;
          self->family = g_strdup_printf ("%s Q", years[i].name);
          return TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (identifier, months[i]) && strlen (digits) == 4)
      {
        self->text = g_strdup_printf ("%.3s %s", months[i], digits);
        self->year_type = "calendar";
        self->sortable += i + 1;
        self->family = g_strdup ("month");
        return TRUE;
      }

  /* Terms, weeks and what else there is: named, but not read. */
  self->text = g_strdup_printf ("%s %s", text, identifier);
  if (g_str_has_prefix (identifier, "Week "))
    self->family = g_strdup ("Week");
  else if (g_str_has_suffix (identifier, " term"))
    self->family = g_strdup ("term");
  else
    self->family = g_strdup (identifier);
  return TRUE;
}

void
education_time_clear (EducationTime *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->family, g_free);
}
