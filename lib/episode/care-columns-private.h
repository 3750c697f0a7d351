/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tables of the SSDA903 return and their columns, and which table a file is.
 *
 * What nobody here needs is not in the list, and so never read: the unique pupil number
 * above all.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define CARE_N_TABLES (MARMOT_CARE_TABLE_LOCATIONS + 1)

typedef enum
{
  CARE_CHILD,
  CARE_DOB,
  CARE_SEX,
  CARE_ETHNIC,
  CARE_MOTHER,
  CARE_MC_DOB,
  CARE_DECOM,
  CARE_RNE,
  CARE_LS,
  CARE_CIN,
  CARE_PLACE,
  CARE_PLACE_PROVIDER,
  CARE_DEC,
  CARE_REC,
  CARE_REASON_PLACE_CHANGE,
  CARE_HOME_POST,
  CARE_PL_POST,
  CARE_URN,
  CARE_PL_LA,
  CARE_PL_LOCATION,
  CARE_PL_DISTANCE,
  CARE_REVIEW,
  CARE_REVIEW_CODE,
  CARE_DUC,
  CARE_SDQ_SCORE,
  CARE_SDQ_REASON,
  CARE_CONVICTED,
  CARE_HEALTH_CHECK,
  CARE_IMMUNISATIONS,
  CARE_TEETH_CHECK,
  CARE_HEALTH_ASSESSMENT,
  CARE_SUBSTANCE_MISUSE,
  CARE_INTERVENTION_RECEIVED,
  CARE_INTERVENTION_OFFERED,
  CARE_IN_TOUCH,
  CARE_ACTIV,
  CARE_ACCOM,
  CARE_DATE_INT,
  CARE_DATE_MATCH,
  CARE_FOSTER_CARE,
  CARE_NB_ADOPTR,
  CARE_SEX_ADOPTR,
  CARE_LS_ADOPTR,
  CARE_DATE_PLACED,
  CARE_DATE_PLACED_CEASED,
  CARE_REASON_PLACED_CEASED,
  CARE_PREV_PERM,
  CARE_LA_PERM,
  CARE_DATE_PERM,
  CARE_MISSING,
  CARE_MIS_START,
  CARE_MIS_END,
  CARE_SW_ID,
  CARE_SW_DECOM,
  CARE_SW_DEC,
  CARE_SW_REASON,
  CARE_DOLO_START,
  CARE_DOLO_END,
  CARE_N_COLUMNS
} CareColumn;

/* What a column holds. */
typedef enum
{
  CARE_HOLDS_CODES,         /* text, upper-cased and trimmed, by a dictionary */
  CARE_HOLDS_DATES,
  CARE_HOLDS_PARTIAL_DATES, /* codes; dates of which parts may be "ZZ" */
  CARE_HOLDS_NUMBERS,       /* what only tells equal from different: postcodes, workers */
  CARE_HOLDS_MILES
} CareContent;

const char   *care_column_name      (CareColumn       column);
CareContent   care_column_content   (CareColumn       column);

/* The built-in code set that the column's codes are of, or NULL. */
const char   *care_column_code_set  (CareColumn       column);

/* What columns CARE_HOLDS_NUMBERS share the numbers of: postcodes of homes and of
 * placements are numbered together. The column itself where it shares with none. */
CareColumn    care_column_numbering (CareColumn       column);

/* CARE_N_COLUMNS if there is none of this name; upper and lower case are one, and blanks
 * around it do not count. */
CareColumn    care_column_find      (const char      *name);

const char   *care_table_name       (MarmotCareTable  table);

/* The columns that a table can have, CARE_N_COLUMNS last. */
const CareColumn *care_table_columns (MarmotCareTable table);

/* Whether the table is not one without the column. */
gboolean      care_table_needs      (MarmotCareTable  table,
                                     CareColumn       column);

/* Which table has such a set of columns; FALSE if none. */
gboolean      care_table_recognise  (const gboolean   has[CARE_N_COLUMNS],
                                     MarmotCareTable *table);

G_END_DECLS
