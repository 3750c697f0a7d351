/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the periods of each row are of one index of deprivation.
 */
#include "gaps-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"

static const MarmotColumn *
find_words (MarmotTable *figures,
            const char *name,
            GError **error)
{
  const MarmotColumn *column = marmot_table_peek_column (figures, name);

  if (column && column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column \"%s\" holds no text: name editions, such as imd-2019", name);
      return NULL;
    }
  return column;
}

gboolean
marmot_gaps_compare_rows (MarmotTable *figures,
                          MarmotGapOptions *options,
                          MarmotScratch *scratch,
                          guint8 *index,
                          GError **error)
{
  const char *const names[] = { "edition_1", "edition_2" };
  const char *const vintages[] = { "lsoa_vintage_1", "lsoa_vintage_2" };
  const char *all[2];
  guint all_vintage[2];
  guint8 of_groups = marmot_gaps_compare_groups (options);
  const MarmotColumn *words[2];
  const double *years[2];
  guint8 *missing[2];
  gsize n = marmot_table_get_n_rows (figures);

  marmot_gaps_get_index (options, all, all_vintage);
  for (int k = 0; k < 2; k++)
    {
      g_autoptr (GError) type_error = NULL;

      words[k] = find_words (figures, names[k], &type_error);
      if (type_error)
        {
          g_propagate_error (error, g_steal_pointer (&type_error));
          return FALSE;
        }
      missing[k] = marmot_scratch_bytes (scratch, n);
      if (!marmot_gaps_read (figures, vintages[k], FALSE, scratch, &years[k], missing[k], error))
        return FALSE;
    }

  /* What is said of all rows is found once. */
  for (gsize i = 0; i < n; i++)
    {
      const char *text[2];
      gsize length[2];
      double year[2];
      gboolean known[2], has_year[2];

      for (int k = 0; k < 2; k++)
        {
          text[k] = all[k];
          length[k] = all[k] ? strlen (all[k]) : 0;
          if (words[k])
            text[k] = marmot_column_row_is_valid (words[k], i) ? marmot_column_peek_text (words[k], i, &length[k]) : NULL;
          known[k] = text[k] != NULL;
          year[k] = years[k] ? years[k][i] : all_vintage[k];
          has_year[k] = years[k] ? missing[k][i] == MN_OK : all_vintage[k] != 0;
        }
      index[i] = marmot_gaps_combine (
        marmot_gaps_judge (known[0], known[1],
                           known[0] && known[1] && length[0] == length[1] && memcmp (text[0], text[1], length[0]) == 0,
                           MARMOT_GAPS_OTHER_EDITION),
        marmot_gaps_judge (has_year[0], has_year[1], year[0] == year[1], MARMOT_GAPS_OTHER_VINTAGE));
      index[i] = marmot_gaps_combine (index[i], of_groups);
      if (!words[0] && !words[1] && !years[0] && !years[1])
        {
          memset (index, index[i], n);
          break;
        }
    }
  return TRUE;
}
