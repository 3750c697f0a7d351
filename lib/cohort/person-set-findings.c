/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is wrong with a set of people. What was left out comes first, each kind with how
 * many rows there are; then the people, by row. Nothing here says what a cell holds.
 */
#include "person-set-struct-private.h"


static const struct
{
  const char *rule;
  MarmotSeverity severity;
  const char *path;           /* of the table that the rows are of */
  const char *message;        /* their number stands behind it */
  const char *fix;
} losses[PERSON_N_LOSSES] = {
  [LOSS_PEOPLE_NO_PERSON] = { "people/no-person", MARMOT_SEVERITY_ERROR, "people",
                              "Rows of people do not say who it is, and were left out", "Give each a pseudonym" },
  [LOSS_PEOPLE_STRAY] = { "people/stranger", MARMOT_SEVERITY_WARNING, "people",
                          "Rows of people are of somebody who is not in the set, and were left out",
                          "Add the person, or correct the pseudonym" },
  [LOSS_PEOPLE_TWICE] = { "people/repeated", MARMOT_SEVERITY_WARNING, "people",
                          "Rows of people repeat a pseudonym that is there already, and were left out",
                          "Give each person one row" },
  [LOSS_SPELLS_LEFT_OUT] = { "people/episodes-left-out", MARMOT_SEVERITY_ERROR, "episodes",
                             "Episodes of care are in no period, since they do not say whose they are or when they "
                             "started",
                             "See the findings of the periods of care" },
  [LOSS_SPELLS_BAD_DATE] = { "people/impossible-period", MARMOT_SEVERITY_ERROR, "spells",
                             "Periods of care have a date outside the years 1 to 9999, and were left out",
                             "Correct the dates" },
  [LOSS_YEARS_MISSING] = { "people/years-missing", MARMOT_SEVERITY_WARNING, NULL,
                           "Collection years between the first and the last are not in the return",
                           "Add their files: what happened in them is not known" },
  [LOSS_FACTS_NO_PERSON] = { "facts/no-person", MARMOT_SEVERITY_ERROR, "facts",
                             "Facts do not say whose they are, and were left out", "Give the pseudonym" },
  [LOSS_FACTS_STRAY] = { "facts/stranger", MARMOT_SEVERITY_WARNING, "facts",
                         "Facts are of somebody who is not in the set, and were left out",
                         "Add the person, or correct the pseudonym" },
  [LOSS_FACTS_UNKNOWN] = { "facts/unknown", MARMOT_SEVERITY_ERROR, "facts",
                           "Facts are none that there is, and were left out",
                           "Write \"home-with-parent\", \"detained\" or another that there is" },
  [LOSS_FACTS_NO_START] = { "facts/no-start", MARMOT_SEVERITY_ERROR, "facts",
                            "Facts have no day on which they started, and were left out", "Give the day" },
  [LOSS_FACTS_BAD_DATE] = { "facts/impossible-date", MARMOT_SEVERITY_ERROR, "facts",
                            "Facts have a date outside the years 1 to 9999, and were left out", "Correct the dates" },
  [LOSS_CONTACTS_NO_PERSON] = { "contacts/no-person", MARMOT_SEVERITY_ERROR, "contacts",
                                "Contacts do not say with whom they were, and were left out", "Give the pseudonym" },
  [LOSS_CONTACTS_STRAY] = { "contacts/stranger", MARMOT_SEVERITY_WARNING, "contacts",
                            "Contacts are with somebody who is not in the set, and were left out",
                            "Add the person, or correct the pseudonym" },
  [LOSS_CONTACTS_NO_TIME] = { "contacts/no-time", MARMOT_SEVERITY_ERROR, "contacts",
                              "Contacts have neither a date nor a year, and were left out", "Give one of them" },
  [LOSS_HEALTH_NO_PERSON] = { "health/no-person", MARMOT_SEVERITY_ERROR, "health",
                              "Rows of health do not say whose they are, and were left out", "Give the pseudonym" },
  [LOSS_HEALTH_STRAY] = { "health/stranger", MARMOT_SEVERITY_WARNING, "health",
                          "Rows of health are of somebody who is not in the set, and were left out",
                          "Add the person, or correct the pseudonym" },
  [LOSS_HEALTH_NO_YEAR] = { "health/no-year", MARMOT_SEVERITY_ERROR, "health",
                            "Rows of health have no collection year, and were left out",
                            "Give the year, such as 2023 for 2023/24" },
  [LOSS_HEALTH_TWICE] = { "health/repeated", MARMOT_SEVERITY_WARNING, "health",
                          "Rows of health repeat a person and year that are there already, and were left out",
                          "Give each person one row a year" },
  [LOSS_CHECKS_NO_PERSON] = { "checks/no-person", MARMOT_SEVERITY_ERROR, "checks",
                              "Checks do not say whose they are, and were left out", "Give the pseudonym" },
  [LOSS_CHECKS_STRAY] = { "checks/stranger", MARMOT_SEVERITY_WARNING, "checks",
                          "Checks are of somebody who is not in the set, and were left out",
                          "Add the person, or correct the pseudonym" },
  [LOSS_CHECKS_NO_KIND] = { "checks/no-kind", MARMOT_SEVERITY_ERROR, "checks",
                            "Checks do not say what they are, and were left out",
                            "Write \"dental\", \"review-health-assessment\" or what else it is" },
};

static const struct
{
  const char *rule;
  const char *column;
  const char *message;
  const char *fix;
} faults[PERSON_N_FAULTS] = {
  { "person/repeated", "person", "The person has more than one row, of which the first counts",
    "Give each person one row" },
  { "person/birth-differs", "birth", "Not all that is recorded says the same date of birth",
    "Correct the date that is wrong" },
  { "person/impossible-date", "birth", "The date of birth is outside the years 1 to 9999, and counts as not known",
    "Correct the date" },
  { "person/impossible-date", "death", "The day of death is outside the years 1 to 9999, and counts as not known",
    "Correct the date" },
  { "person/impossible-date", "uasc_until",
    "The day on which the person ceased to be an unaccompanied asylum-seeking child is outside the years 1 to 9999, "
    "and counts as not known",
    "Correct the date" },
  { "person/unread", "uasc", "The cell is neither true nor false, and counts as not known", "Write 1 or 0" },
};

/* The cells of contacts, in the order of their bits. */
static const struct
{
  const char *column;
  const char *message;
} contact_cells[CONTACT_N_CELLS] = {
  { "date", "The date of a contact is outside the years 1 to 9999, and counts as not known" },
  { "year", "The year of a contact is no collection year, and counts as not known" },
  { "in_touch", "Whether the council is in touch is no code of the return, and counts as not known" },
  { "activity", "An activity is no code of the return, and counts as not known" },
  { "accommodation", "Accommodation is no code of the return, and counts as not known" },
};

typedef struct
{
  GPtrArray *findings;
  guint limit;
} List;

static void
add (List *list,
     const char *rule,
     MarmotSeverity severity,
     guint64 row,
     const char *column,
     const char *path,
     const char *message,
     const char *fix)
{
  if (list->findings->len < list->limit)
    g_ptr_array_add (list->findings, marmot_finding_new (rule, severity, NULL, row, column, path, message, fix));
}

static void
add_losses (List *list,
            const PersonLost *lost)
{
  for (guint loss = 0; loss < PERSON_N_LOSSES; loss++)
    {
      g_autofree char *message = NULL;
      g_autofree char *path = NULL;

      if (lost[loss].n_rows == 0)
        continue;
      message = g_strdup_printf ("%s: %" G_GUINT64_FORMAT, losses[loss].message, lost[loss].n_rows);
      if (losses[loss].path && loss != LOSS_SPELLS_LEFT_OUT)
        path = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, losses[loss].path, lost[loss].first);
      else
        path = g_strdup (losses[loss].path);
      add (list, losses[loss].rule, losses[loss].severity, 0, NULL, path, message, losses[loss].fix);
    }
}

static const char *
health_cell_name (guint bit)
{
  return bit == 0 ? "sdq_score" : bit == 1 ? "sdq_reason" : health_flag_name (bit - 2);
}

static void
add_contacts (List *list,
              const PersonColumns *columns,
              gsize row)
{
  for (guint32 i = columns->contact_starts[row]; i < columns->contact_starts[row + 1]; i++)
    for (guint bit = 0; bit < CONTACT_N_CELLS; bit++)
      if (columns->contacts[i].unread & (1u << bit))
        add (list, "contacts/unread", MARMOT_SEVERITY_WARNING, row + 1, contact_cells[bit].column, NULL,
             contact_cells[bit].message, "Correct the cell, or leave it blank");
}

static void
add_health (List *list,
            const PersonColumns *columns,
            gsize row)
{
  for (guint32 i = columns->health_starts[row]; i < columns->health_starts[row + 1]; i++)
    for (guint bit = 0; bit < 2 + HEALTH_N_FLAGS; bit++)
      if (columns->health[i].unread & (1u << bit))
        add (list, "health/unread", MARMOT_SEVERITY_WARNING, row + 1, health_cell_name (bit), NULL,
             "What is recorded of health in a year is no value of the return there, and counts as blank",
             "Correct the cell, or leave it blank");
}

static void
add_checks (List *list,
            const PersonColumns *columns,
            gsize row)
{
  for (guint32 i = columns->check_starts[row]; i < columns->check_starts[row + 1]; i++)
    for (guint bit = 0; bit < 2; bit++)
      if (columns->checks[i].unread & (1u << bit))
        add (list, "checks/impossible-date", MARMOT_SEVERITY_WARNING, row + 1, bit ? "done" : "due", NULL,
             "The date of a check is outside the years 1 to 9999, and counts as not known", "Correct the date");
}

GPtrArray *
person_set_list_findings (MarmotPersonSet *self,
                          guint limit)
{
  List list = { g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref), limit };
  const PersonColumns *columns = &self->columns;

  add_losses (&list, self->losses);
  for (gsize row = 0; row < columns->n_people && list.findings->len < limit; row++)
    {
      for (guint bit = 0; self->faults[row] && bit < PERSON_N_FAULTS; bit++)
        if (self->faults[row] & (1u << bit))
          add (&list, faults[bit].rule, MARMOT_SEVERITY_WARNING, row + 1, faults[bit].column, NULL,
               faults[bit].message, faults[bit].fix);
      for (guint bit = 0; self->problems[row] && bit < LEGAL_N_PROBLEMS; bit++)
        if (self->problems[row] & (1u << bit) && list.findings->len < limit)
          g_ptr_array_add (list.findings, legal_make_finding (1u << bit, row + 1));
      add_contacts (&list, columns, row);
      add_health (&list, columns, row);
      add_checks (&list, columns, row);
    }
  return list.findings;
}

guint64
person_set_count_findings (MarmotPersonSet *self)
{
  guint64 n = 0;

  for (guint loss = 0; loss < PERSON_N_LOSSES; loss++)
    n += self->losses[loss].n_rows > 0;
  for (gsize row = 0; row < self->columns.n_people; row++)
    {
      for (guint32 bits = self->faults[row]; bits; bits &= bits - 1)
        n++;
      for (guint32 bits = self->problems[row]; bits; bits &= bits - 1)
        n++;
    }
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    n += self->parts[kind]->n_unread;
  return n;
}
