/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-csv-sniff-private.h"

#include <string.h>

#define SAVE_AS_UTF8 "Save it as \"CSV UTF-8\""
#define SAVE_AS_CSV "Open it in the program that made it, and save the sheet as \"CSV UTF-8\""

typedef struct
{
  const char *start;
  gsize length;
  const char *rule;
  const char *message;
  const char *fix;
} Kind;

#define KIND(start, rule, message, fix) { start, sizeof start - 1, rule, message, fix }

/* The longer of two that begin alike first. None is all letters and digits, which
 * could be the name of a column: the writer relies on that. */
static const Kind kinds[] = {
  KIND ("\xff\xfe\0\0", "csv/encoding", "The file is in UTF-32", SAVE_AS_UTF8),
  KIND ("\0\0\xfe\xff", "csv/encoding", "The file is in UTF-32", SAVE_AS_UTF8),
  KIND ("\xff\xfe", "csv/encoding", "The file is in UTF-16, which Excel calls \"Unicode text\"", SAVE_AS_UTF8),
  KIND ("\xfe\xff", "csv/encoding", "The file is in UTF-16, which Excel calls \"Unicode text\"", SAVE_AS_UTF8),
  KIND ("PK\3\4", "csv/not-csv", "The file is a workbook (.xlsx, .ods) or an archive (.zip)", SAVE_AS_CSV),
  KIND ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "csv/not-csv", "The file is an old workbook (.xls)", SAVE_AS_CSV),
  KIND ("%PDF-", "csv/not-csv", "The file is a PDF", "Ask for the figures as CSV"),
  KIND ("\x1f\x8b", "csv/not-csv", "The file is compressed (.gz)", "Unpack it first"),
  KIND ("\x28\xb5\x2f\xfd", "csv/not-csv", "The file is compressed (.zst)", "Unpack it first"),
  KIND ("\xfd" "7zXZ\0", "csv/not-csv", "The file is compressed (.xz)", "Unpack it first"),
  KIND ("PAR1\x15", "csv/not-csv", "The file is Parquet", "Read it with a data frame library and hand the table over, or save it as CSV"),
  KIND ("ARROW1\0", "csv/not-csv", "The file is Arrow", "Read it with a data frame library and hand the table over, or save it as CSV"),
  KIND ("SQLite format 3\0", "csv/not-csv", "The file is an SQLite database", "Export the table as CSV"),
  KIND ("<!DOCTYPE", "csv/not-csv", "The file is a web page", "Download the data themselves; the page may ask to log in first"),
  KIND ("<html", "csv/not-csv", "The file is a web page", "Download the data themselves; the page may ask to log in first"),
  KIND ("<?xml", "csv/not-csv", "The file is XML", SAVE_AS_CSV),
};

static void
refuse (MarmotFindingLog *log,
        const char *rule,
        const char *message,
        const char *fix)
{
  marmot_finding_log_add (log, rule, MARMOT_SEVERITY_ERROR, 0, NULL, fix, "%s", message);
}

gboolean
marmot_csv_sniff (const char *data,
                  gsize size,
                  MarmotFindingLog *log,
                  gsize *start)
{
  *start = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  data += *start;
  size -= *start;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].length
        && (memcmp (data, kinds[i].start, kinds[i].length) == 0
            || (kinds[i].start[0] == '<'
                && g_ascii_strncasecmp (data, kinds[i].start, kinds[i].length) == 0)))
      {
        refuse (log, kinds[i].rule, kinds[i].message, kinds[i].fix);
        return FALSE;
      }

  /* UTF-16 without its mark: the second or the first byte of most letters is 0. */
  if (size >= 4 && ((data[0] && !data[1] && data[2] && !data[3]) || (!data[0] && data[1] && !data[2] && data[3])))
    {
      refuse (log, "csv/encoding", "The file looks like UTF-16", SAVE_AS_UTF8);
      return FALSE;
    }

  return TRUE;
}
