/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over a text. At each place every pattern looks no further than a fixed number
 * of bytes, so the whole takes linear time.
 */
#include <marmot/marmot.h>

#include <string.h>

#define MAX_FINDINGS 100
#define MAX_LOCAL 64        /* bytes of an address before the @ */
#define MAX_DOMAIN 255      /* and behind it */
#define MAX_GROUPS 6        /* of digits in a telephone number */
#define MAX_DIGITS 15       /* of a telephone number */
#define MAX_WORDS_BETWEEN 3 /* from "born" to its day */

typedef enum
{
  E_MAIL,
  TELEPHONE,
  POSTCODE,
  NHS_NUMBER,
  BIRTH_DATE
} Kind;

static const struct
{
  const char *rule;
  const char *message;
  const char *fix;
} kinds[] = {
  { "personal-data/e-mail", "an address of e-mail", "Take it out: write a role and an organisation" },
  { "personal-data/telephone", "a telephone number", "Take it out: write a role and an organisation" },
  { "personal-data/postcode", "a postcode", "Take it out: write the ward, or the first half of the postcode" },
  { "personal-data/nhs-number", "an NHS number", "Take it out: no published text needs one" },
  { "personal-data/birth-date", "a date of birth", "Take it out: write an age or an age band" },
};

/* The 124 areas of postcodes in use. */
static const char *const areas[] = {
  "AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT",
  "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN", "EX", "FK", "FY", "G",  "GL",
  "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",
  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK", "ML", "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX",
  "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",  "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR",
  "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR",
  "WS", "WV", "YO", "ZE",
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static gboolean
begins_word (const char *text,
             const char *at)
{
  return at == text || !is_word (at[-1]);
}

/* A digit that no other number runs into: not the 5 of "12.5" or "1,205". */
static gboolean
begins_number (const char *text,
               const char *at)
{
  if (!begins_word (text, at))
    return FALSE;
  return at - text < 2 || !strchr (".,/-", at[-1]) || !g_ascii_isdigit (at[-2]);
}

static gboolean
ends_number (const char *at)
{
  return !is_word (*at) && !(*at && strchr (".,/-", *at) && g_ascii_isdigit (at[1])) && *at != '%';
}

/* At an @. Gives the ends of the address. */
static gboolean
match_address (const char *text,
               const char *at,
               const char **first,
               const char **end)
{
  const char *start = at;
  const char *c = at + 1;
  const char *dot = NULL;

  while (start > text && at - start < MAX_LOCAL && (is_word (start[-1]) || strchr ("._%+-'", start[-1])))
    start--;
  while (start < at && !is_word (*start))
    start++;
  for (; *c && c - at <= MAX_DOMAIN && (is_word (*c) || *c == '-' || (*c == '.' && is_word (c[1]))); c++)
    if (*c == '.')
      dot = c;
  if (start == at || !is_word (at[1]) || !dot || !g_ascii_isalpha (dot[1]) || !is_word (dot[2]))
    return FALSE;
  *first = start;
  *end = c;
  return TRUE;
}

typedef struct
{
  char digits[MAX_DIGITS + 1];
  guint n_digits;
  guint groups[MAX_GROUPS]; /* how many digits each has */
  guint n_groups;
  const char *end;
} Number;

/* Digits from here on, with one or two characters between the groups. Too many of
 * anything is no such number. */
static gboolean
take_number (const char *at,
             Number *number)
{
  memset (number, 0, sizeof *number);
  for (;;)
    {
      const char *next;

      if (number->n_groups == MAX_GROUPS)
        return FALSE;
      while (g_ascii_isdigit (*at))
        {
          if (number->n_digits == MAX_DIGITS)
            return FALSE;
          number->digits[number->n_digits++] = *at++;
          number->groups[number->n_groups]++;
        }
      number->n_groups++;
      number->end = at;
      next = at;
      while (*next && strchr (" ()-.", *next) && next - at < 3)
        next++;
      if (next == at || !g_ascii_isdigit (*next))
        return ends_number (at);
      at = next;
    }
}

static gboolean
is_nhs_number (const Number *number)
{
  guint sum = 0;
  gboolean differs = FALSE;

  if (number->n_digits != 10)
    return FALSE;
  if (!(number->n_groups == 1
        || (number->n_groups == 3 && number->groups[0] == 3 && number->groups[1] == 3 && number->groups[2] == 4)))
    return FALSE;
  for (guint i = 0; i < 9; i++)
    {
      sum += (10 - i) * (guint) (number->digits[i] - '0');
      differs = differs || number->digits[i] != number->digits[9];
    }
  /* 11 stands for 0, and 10 is given to nobody. */
  return differs && (11 - sum % 11) % 11 == (guint) (number->digits[9] - '0');
}

/* Digits behind the country's own code, or behind the first 0. */
static gboolean
is_subscriber (const char *digits)
{
  const gsize n = strlen (digits);

  if (n < 9 || n > 10 || !strchr ("12578", digits[0]))
    return FALSE;
  return !g_str_has_prefix (digits, "80") && !g_str_has_prefix (digits, "84") && !g_str_has_prefix (digits, "87");
}

/* Of the country, from its 0 on. */
static gboolean
is_telephone (const Number *number)
{
  const char *digits = number->digits;

  if (digits[0] != '0' || number->groups[0] < 3)
    return FALSE;
  if (g_str_has_prefix (digits, "0044"))
    return is_subscriber (digits + (digits[4] == '0' ? 5 : 4));
  return is_subscriber (digits + 1);
}

static gboolean
is_foreign_telephone (const Number *number)
{
  const char *digits = number->digits;

  if (g_str_has_prefix (digits, "44"))
    return is_subscriber (digits + (digits[2] == '0' ? 3 : 2)) || (digits[2] == '0' && is_subscriber (digits + 2));
  return number->n_digits >= 10 && digits[0] != '0';
}

static gboolean
is_area (const char *letters,
         gsize length)
{
  char name[3] = { 0, 0, 0 };

  for (gsize i = 0; i < length; i++)
    name[i] = g_ascii_toupper (letters[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (strcmp (areas[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_ordinal (const char *letters)
{
  return strncmp (letters, "st", 2) == 0 || strncmp (letters, "nd", 2) == 0 || strncmp (letters, "rd", 2) == 0
         || strncmp (letters, "th", 2) == 0;
}

/* The letters, which are no more than two, are there already: "CV" of "CV1 5RR". */
static gboolean
match_postcode (const char *at,
                const char **end)
{
  const char *c = at;
  const char *inward;
  gsize n_letters = 0;

  while (n_letters < 3 && g_ascii_isalpha (c[n_letters]))
    n_letters++;
  if (n_letters < 1 || n_letters > 2 || !g_ascii_isdigit (c[n_letters]) || !is_area (at, n_letters))
    return FALSE;
  c += n_letters + 1;
  /* "M1", "M11", "W1A"; written together the last digit is the other half's. */
  inward = c;
  if (g_ascii_isalnum (*c) && (c[1] == ' ' || (g_ascii_isdigit (c[1]) && g_ascii_isalpha (c[2]))))
    inward = c + 1;
  if (*inward == ' ')
    inward++;
  else if (g_ascii_islower (*at))
    return FALSE;
  if (!g_ascii_isdigit (inward[0]))
    return FALSE;
  for (guint i = 1; i <= 2; i++)
    if (!g_ascii_isalpha (inward[i]) || strchr ("CIKMOV", g_ascii_toupper (inward[i])))
      return FALSE;
  if (is_word (inward[3]) || is_ordinal (inward + 1))
    return FALSE;
  *end = inward + 3;
  return TRUE;
}

/* A whole word, whatever its capitals; what follows it, or NULL. */
static const char *
skip_word (const char *at,
           const char *word)
{
  const gsize length = strlen (word);

  return g_ascii_strncasecmp (at, word, length) == 0 && !is_word (at[length]) ? at + length : NULL;
}

static const char *
skip_one_of (const char *at,
             const char *const *words)
{
  for (; *words; words++)
    {
      const char *next = skip_word (at, *words);

      if (next)
        return next;
    }
  return NULL;
}

static gboolean
take_digits (const char **at,
             guint least,
             guint most,
             guint *number)
{
  guint n = 0;

  *number = 0;
  while (n <= most && g_ascii_isdigit ((*at)[n]))
    *number = *number * 10 + (guint) ((*at)[n++] - '0');
  *at += n;
  return n >= least && n <= most;
}

/* Three letters or more of the name of a month, 1 to 12; 0 if it is none. */
static guint
take_month (const char **at)
{
  static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };
  gsize length = 0;

  while (length < 10 && g_ascii_isalpha ((*at)[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (months) && length >= 3; i++)
    if (g_ascii_strncasecmp (*at, months[i], length) == 0 || (i == 8 && g_ascii_strncasecmp (*at, "sept", 5) == 0))
      {
        *at += length;
        return i + 1;
      }
  return 0;
}

static void
skip_blanks (const char **at)
{
  for (guint n = 0; n < 3 && (**at == ' ' || **at == ',' || **at == '.'); n++)
    (*at)++;
}

static gboolean
is_day (guint day,
        guint month,
        guint year,
        const char *end)
{
  if (year < 100)
    year += 2000;
  return !g_ascii_isdigit (*end) && year >= 1900 && year < 2200 && month >= 1 && month <= 12
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* "12/3/2009", "2009-03-12", "12th March 2009", "March 12, 2009". */
static gboolean
match_day (const char *at,
           const char **end)
{
  guint first, second, third;
  const char *c = at;
  guint month = take_month (&c);
  char separator;

  if (month > 0)
    {
      skip_blanks (&c);
      if (!take_digits (&c, 1, 2, &first))
        return FALSE;
      if (is_ordinal (c))
        c += 2;
      skip_blanks (&c);
      *end = c;
      if (!take_digits (&c, 4, 4, &third))
        return FALSE;
      *end = c;
      return is_day (first, month, third, c);
    }

  if (!take_digits (&c, 1, 4, &first))
    return FALSE;
  separator = *c;
  if (separator && strchr ("/.-", separator) && g_ascii_isdigit (c[1]))
    {
      c++;
      if (!take_digits (&c, 1, 2, &second) || *c++ != separator || !take_digits (&c, 1, 4, &third))
        return FALSE;
      *end = c;
      return first > 99 ? is_day (third, second, first, c) : is_day (first, second, third, c);
    }
  if (is_ordinal (c))
    c += 2;
  skip_blanks (&c);
  if (skip_word (c, "of"))
    c += 3;
  month = take_month (&c);
  skip_blanks (&c);
  if (month == 0 || !take_digits (&c, 2, 4, &third))
    return FALSE;
  *end = c;
  return is_day (first, month, third, c);
}

/* At the beginning of a word: "born", "date of birth" and so on, a few words, and a day. */
static gboolean
match_birth (const char *at,
             const char **end)
{
  static const char *const cues[] = { "born",       "date of birth", "dates of birth", "date-of-birth", "birth date",
                                      "birthdate", "birthday",      "d.o.b.",          "d.o.b",         "dob",
                                      NULL };
  static const char *const between[] = { "on", "is", "was", "the", "of", "it", NULL };
  static const char *const ranges[] = { "to", "or", "and", "until", "onwards", "-", NULL };
  const char *c = skip_one_of (at, cues);

  for (guint n = 0; c && n <= MAX_WORDS_BETWEEN; n++)
    {
      const char *next;
      guint n_blanks = 0;

      while (*c && strchr (" \t\n:;=-(,", *c) && n_blanks++ < 8)
        c++;
      if (match_day (c, end))
        {
          next = *end;
          skip_blanks (&next);
          return skip_one_of (next, ranges) == NULL;
        }
      c = skip_one_of (c, between);
    }
  return FALSE;
}

typedef struct
{
  const char *text;
  const char *path;
  GPtrArray *findings;
  const char *counted; /* up to here, and how many characters that is */
  guint64 n_characters;
} Scan;

static void
report (Scan *scan,
        Kind kind,
        const char *at)
{
  g_autofree char *message = NULL;

  for (; scan->counted < at; scan->counted++)
    scan->n_characters += ((guchar) *scan->counted & 0xc0) != 0x80;
  message = g_strdup_printf ("The text holds what looks like %s, at character %" G_GUINT64_FORMAT, kinds[kind].message,
                             scan->n_characters + 1);
  g_ptr_array_add (scan->findings, marmot_finding_new (kinds[kind].rule, MARMOT_SEVERITY_ERROR, NULL, 0, NULL,
                                                       scan->path, message, kinds[kind].fix));
}

/* What begins here, or, of an address, has its @ here: reports it, and gives where to go
 * on; NULL if nothing does. */
static const char *
match (Scan *scan,
       const char *at,
       const char *done)
{
  const char *first = at;
  const char *end = NULL;
  Number number;

  if (*at == '@')
    {
      if (!match_address (MAX (done, scan->text), at, &first, &end))
        return NULL;
      report (scan, E_MAIL, first);
      return end;
    }
  if (*at == '+' && g_ascii_isdigit (at[1]) && begins_word (scan->text, at))
    {
      if (!take_number (at + 1, &number) || !is_foreign_telephone (&number))
        return NULL;
      report (scan, TELEPHONE, at);
      return number.end;
    }
  if (g_ascii_isdigit (*at) && begins_number (scan->text, at))
    {
      if (!take_number (at, &number) || !(is_nhs_number (&number) || is_telephone (&number)))
        return NULL;
      report (scan, is_nhs_number (&number) && *at != '0' ? NHS_NUMBER : is_telephone (&number) ? TELEPHONE : NHS_NUMBER,
              at);
      return number.end;
    }
  if (!g_ascii_isalpha (*at) || !begins_word (scan->text, at))
    return NULL;
  if (match_birth (at, &end))
    {
      report (scan, BIRTH_DATE, at);
      return end;
    }
  if (match_postcode (at, &end))
    {
      report (scan, POSTCODE, at);
      return end;
    }
  return NULL;
}

GPtrArray *
marmot_find_personal_data (const char *text,
                           const char *path)
{
  Scan scan = { text, path, NULL, text, 0 };
  const char *done = text;

  g_return_val_if_fail (text != NULL, NULL);

  scan.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (const char *at = text; *at && scan.findings->len < MAX_FINDINGS;)
    {
      const char *next = match (&scan, at, done);

      if (next)
        done = next;
      at = next ? next : at + 1;
    }
  return scan.findings;
}
