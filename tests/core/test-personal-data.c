/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

/* The rules found in a text, in order, without their prefix, joined by blanks. */
static char *
find (const char *text)
{
  g_autoptr (GPtrArray) findings = marmot_find_personal_data (text, "here");
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rules, "%s%s", i ? " " : "",
                            marmot_finding_get_rule (findings->pdata[i]) + strlen ("personal-data/"));
  return g_string_free (rules, FALSE);
}

Test (personal_data, found)
{
  static const struct
  {
    const char *text;
    const char *rules;
  } cases[] = {
    { "Write to jo.bloggs@example.org.uk, please", "e-mail" },
    { "<jo@example.com>", "e-mail" },
    { "Jo (zoë@example.com) and a.b+c@sub.example.co.uk", "e-mail e-mail" },
    { "Ring 024 7683 3333", "telephone" },
    { "Ring 02476833333.", "telephone" },
    { "(024) 7683 3333", "telephone" },
    { "07700 900123", "telephone" },
    { "07700-900-123", "telephone" },
    { "+44 7700 900123", "telephone" },
    { "+44 (0)7700 900123", "telephone" },
    { "0044 7700 900123", "telephone" },
    { "+33 1 23 45 67 89", "telephone" },
    { "lives at CV1 5RR", "postcode" },
    { "CV15RR", "postcode" },
    { "cv1 5rr", "postcode" },
    { "SW1A 1AA and EC1A 1BB, W1A 0AX, M1 1AE, B33 8TH, DN55 1PT", "postcode postcode postcode postcode postcode postcode" },
    { "NHS number 943 476 5919", "nhs-number" },
    { "9434765919", "nhs-number" },
    { "943-476-5919", "nhs-number" },
    { "She was born on 12 March 2009.", "birth-date" },
    { "DOB: 12/03/2009", "birth-date" },
    { "D.O.B. 12.3.09", "birth-date" },
    { "Date of birth 2009-03-12", "birth-date" },
    { "born March 12th, 2009", "birth-date" },
    { "born 12th of Sept 2009", "birth-date" },
    { "jo@example.com 07700 900123 CV1 5RR", "e-mail telephone postcode" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rules = find (cases[i].text);

      cr_assert (eq (str, rules, (char *) cases[i].rules), "%s: %s", cases[i].text, rules);
    }
}

/* Figures, dates and codes of published papers, of which the first ones stand in those that
 * the examples are transcribed from. */
Test (personal_data, passed)
{
  static const char *const texts[] = {
    "",
    "2022/23",
    "5th February 2018",
    "1 April 2017 to 30 September 2017",
    "GW-1167",
    "Publishing gateway number: GOV-8456",
    "6.8% (15,010) claimed ESA, and 0 558 452 214 91 151 in the table",
    "4,558 interactions against 1,000",
    "E08000026, indicator 90366, PI12",
    "2780 episodes, 428 + 2 + 39 = 469; 16.9%",
    "1,234,567,890 and 0.9434765919 and 9434765919.5",
    "9434765918 has another check digit, and 0000000000 is nobody's",
    "94347659190 has eleven digits",
    "Childline is 0800 1111; ring 0300 123 4567, 0808 800 5000 or NHS 111",
    "18 awards, 41 engaged, 26,000 employees",
    "the Q1 2AB form", /* Q is no area */
    "CV1 and CV6 postcodes",
    "S1 2nd draft, B1 3rd draft, E2 9am, S47 98%",
    "S47 enquiries, OC2 and OC3, P3 1 of 4",
    "children born on 1 April 2017 or after",
    "babies born on 1 April 2023 to 31 March 2024",
    "born in 2009; those born between 1 April 2017 and 31 March 2018",
    "a baby was born. 5 February 2018 was the day of the Board",
    "stubborn 12 March 2009",
    "newborn checks by 12/03/2024",
    "@coventry, 3 @ 40, a@b",
    "https://www.example.org/2024/12/31/07-08",
    "ISBN 0 19 852663 6",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *rules = find (texts[i]);

      cr_assert (eq (int, *rules, 0), "%s: %s", texts[i], rules);
    }
}

Test (personal_data, check_digit)
{
  guint n_found = 0;

  /* Of every eleven numbers one has a check digit that cannot be, and ten have one each. */
  for (guint i = 0; i < 11000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 4000000000u + i);
      g_autofree char *rules = find (text);

      n_found += *rules != '\0';
    }
  cr_assert (n_found == 1000, "%u", n_found);
}

Test (personal_data, finding)
{
  g_autoptr (GPtrArray) findings = marmot_find_personal_data ("Zoë: zoe@example.com", "actions/3/text");
  MarmotFinding *finding = findings->pdata[0];
  g_autofree char *text = marmot_finding_to_string (finding);

  cr_assert (eq (u32, findings->len, 1));
  cr_assert (eq (str, (char *) marmot_finding_get_path (finding), "actions/3/text"));
  cr_assert (marmot_finding_get_severity (finding) == MARMOT_SEVERITY_ERROR);
  cr_assert (not (marmot_finding_is_published (finding)));
  cr_assert (strstr (text, "zoe") == NULL && strstr (text, "example") == NULL, "%s", text);
  cr_assert (strstr (text, "character 6") != NULL, "%s", text);
}

/* What is bad for a search that looks back or ahead without limit, a mebibyte of each. */
Test (personal_data, linear)
{
  static const char *const parts[] = { "a@", "@", "0", "0 ", "07", "CV1 ", "born ", "born on ", "+4", "9434765919 ", "1/",
                                       "date of birth ", "\xff", "aaaaaaaa", "a.", "DOB on on on " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *text = g_string_new (NULL);
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) findings = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, parts[i]);
      findings = marmot_find_personal_data (text->str, NULL);
      cr_assert (findings->len <= 100);
      cr_assert (g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC, "%s", parts[i]);
      g_string_free (text, TRUE);
    }
}
