/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The provisions that the rules apply, by name.
 */
#include "legal-private.h"

static const char *const names[LEGAL_N_RULES] = {
  [LEGAL_LOOKED_AFTER] = "ca1989-22",
  [LEGAL_ELIGIBLE] = "ca1989-sch2-19b",
  [LEGAL_SHORT_BREAKS] = "cppcr2010-48",
  [LEGAL_RELEVANT] = "ca1989-23a-2",
  [LEGAL_RELEVANT_DETAINED] = "ca1989-23a-3",
  [LEGAL_HOME] = "clr2010-3",
  [LEGAL_RESPONSIBLE] = "ca1989-23a-4",
  [LEGAL_FORMER_RELEVANT] = "ca1989-23c-1a",
  [LEGAL_FORMER_AT_18] = "ca1989-23c-1b",
  [LEGAL_PLANNED] = "ca1989-23c-7",
  [LEGAL_EDUCATION] = "ca1989-23ca",
  [LEGAL_ON_REQUEST] = "ca1989-23czb",
  [LEGAL_STAYING_CLOSE] = "ca1989-staying-close",
  [LEGAL_QUALIFYING_GUARDIAN] = "ca1989-24-1a",
  [LEGAL_QUALIFYING] = "ca1989-24-1b",
  [LEGAL_QUALIFYING_1991] = "ca1989-24-2-enacted",
  [LEGAL_VACATION] = "ca1989-24b-5",
  [LEGAL_CORPORATE_PARENTING] = "cswa2017-1",
  [LEGAL_REACHING_AGE] = "flra1969-9",
};

const char *
legal_rule_name (LegalRule rule)
{
  return rule < LEGAL_N_RULES ? names[rule] : NULL;
}

const LegalProvision *
legal_law_find (MarmotCareLaw *law,
                LegalRule rule,
                gint32 day)
{
  gsize n;
  const LegalProvision *provisions = legal_law_peek (law, &n);

  for (gsize i = 0; i < n; i++)
    if (provisions[i].rule == rule && provisions[i].from != LEGAL_NO_DATE && provisions[i].from <= day
        && (provisions[i].until == LEGAL_NO_DATE || provisions[i].until > day))
      return &provisions[i];
  return NULL;
}

const LegalProvision *
legal_law_any (MarmotCareLaw *law,
               LegalRule rule)
{
  gsize n;
  const LegalProvision *provisions = legal_law_peek (law, &n);

  for (gsize i = 0; i < n; i++)
    if (provisions[i].rule == rule)
      return &provisions[i];
  return NULL;
}
