/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "care-columns-private.h"

#include <string.h>

static const struct
{
  const char *name;
  CareContent content;
  const char *code_set;
} columns[CARE_N_COLUMNS] = {
  [CARE_CHILD] = { "CHILD", CARE_HOLDS_CODES, NULL },
  [CARE_DOB] = { "DOB", CARE_HOLDS_DATES, NULL },
  [CARE_SEX] = { "SEX", CARE_HOLDS_CODES, "ssda903-sex" },
  [CARE_ETHNIC] = { "ETHNIC", CARE_HOLDS_CODES, "ssda903-ethnic" },
  [CARE_MOTHER] = { "MOTHER", CARE_HOLDS_CODES, NULL },
  [CARE_MC_DOB] = { "MC_DOB", CARE_HOLDS_DATES, NULL },
  [CARE_DECOM] = { "DECOM", CARE_HOLDS_DATES, NULL },
  [CARE_RNE] = { "RNE", CARE_HOLDS_CODES, "ssda903-rne" },
  [CARE_LS] = { "LS", CARE_HOLDS_CODES, "ssda903-ls" },
  [CARE_CIN] = { "CIN", CARE_HOLDS_CODES, "ssda903-cin" },
  [CARE_PLACE] = { "PLACE", CARE_HOLDS_CODES, "ssda903-place" },
  [CARE_PLACE_PROVIDER] = { "PLACE_PROVIDER", CARE_HOLDS_CODES, "ssda903-place-provider" },
  [CARE_DEC] = { "DEC", CARE_HOLDS_DATES, NULL },
  [CARE_REC] = { "REC", CARE_HOLDS_CODES, "ssda903-rec" },
  [CARE_REASON_PLACE_CHANGE] = { "REASON_PLACE_CHANGE", CARE_HOLDS_CODES, "ssda903-reason-place-change" },
  [CARE_HOME_POST] = { "HOME_POST", CARE_HOLDS_NUMBERS, NULL },
  [CARE_PL_POST] = { "PL_POST", CARE_HOLDS_NUMBERS, NULL },
  [CARE_URN] = { "URN", CARE_HOLDS_CODES, NULL },
  [CARE_PL_LA] = { "PL_LA", CARE_HOLDS_CODES, NULL },
  [CARE_PL_LOCATION] = { "PL_LOCATION", CARE_HOLDS_CODES, NULL },
  [CARE_PL_DISTANCE] = { "PL_DISTANCE", CARE_HOLDS_MILES, NULL },
  [CARE_REVIEW] = { "REVIEW", CARE_HOLDS_DATES, NULL },
  [CARE_REVIEW_CODE] = { "REVIEW_CODE", CARE_HOLDS_CODES, "ssda903-review-code" },
  [CARE_DUC] = { "DUC", CARE_HOLDS_DATES, NULL },
  [CARE_SDQ_SCORE] = { "SDQ_SCORE", CARE_HOLDS_CODES, NULL },
  [CARE_SDQ_REASON] = { "SDQ_REASON", CARE_HOLDS_CODES, "ssda903-sdq-reason" },
  [CARE_CONVICTED] = { "CONVICTED", CARE_HOLDS_CODES, NULL },
  [CARE_HEALTH_CHECK] = { "HEALTH_CHECK", CARE_HOLDS_CODES, NULL },
  [CARE_IMMUNISATIONS] = { "IMMUNISATIONS", CARE_HOLDS_CODES, NULL },
  [CARE_TEETH_CHECK] = { "TEETH_CHECK", CARE_HOLDS_CODES, NULL },
  [CARE_HEALTH_ASSESSMENT] = { "HEALTH_ASSESSMENT", CARE_HOLDS_CODES, NULL },
  [CARE_SUBSTANCE_MISUSE] = { "SUBSTANCE_MISUSE", CARE_HOLDS_CODES, NULL },
  [CARE_INTERVENTION_RECEIVED] = { "INTERVENTION_RECEIVED", CARE_HOLDS_CODES, NULL },
  [CARE_INTERVENTION_OFFERED] = { "INTERVENTION_OFFERED", CARE_HOLDS_CODES, NULL },
  [CARE_IN_TOUCH] = { "IN_TOUCH", CARE_HOLDS_CODES, "ssda903-in-touch" },
  [CARE_ACTIV] = { "ACTIV", CARE_HOLDS_CODES, "ssda903-activ" },
  [CARE_ACCOM] = { "ACCOM", CARE_HOLDS_CODES, "ssda903-accom" },
  [CARE_DATE_INT] = { "DATE_INT", CARE_HOLDS_DATES, NULL },
  [CARE_DATE_MATCH] = { "DATE_MATCH", CARE_HOLDS_DATES, NULL },
  [CARE_FOSTER_CARE] = { "FOSTER_CARE", CARE_HOLDS_CODES, "ssda903-foster-care" },
  [CARE_NB_ADOPTR] = { "NB_ADOPTR", CARE_HOLDS_CODES, "ssda903-nb-adoptr" },
  [CARE_SEX_ADOPTR] = { "SEX_ADOPTR", CARE_HOLDS_CODES, "ssda903-sex-adoptr" },
  [CARE_LS_ADOPTR] = { "LS_ADOPTR", CARE_HOLDS_CODES, "ssda903-ls-adoptr" },
  [CARE_DATE_PLACED] = { "DATE_PLACED", CARE_HOLDS_DATES, NULL },
  [CARE_DATE_PLACED_CEASED] = { "DATE_PLACED_CEASED", CARE_HOLDS_DATES, NULL },
  [CARE_REASON_PLACED_CEASED] = { "REASON_PLACED_CEASED", CARE_HOLDS_CODES, "ssda903-reason-placed-ceased" },
  [CARE_PREV_PERM] = { "PREV_PERM", CARE_HOLDS_CODES, "ssda903-prev-perm" },
  [CARE_LA_PERM] = { "LA_PERM", CARE_HOLDS_CODES, NULL },
  [CARE_DATE_PERM] = { "DATE_PERM", CARE_HOLDS_PARTIAL_DATES, NULL },
  [CARE_MISSING] = { "MISSING", CARE_HOLDS_CODES, "ssda903-missing" },
  [CARE_MIS_START] = { "MIS_START", CARE_HOLDS_DATES, NULL },
  [CARE_MIS_END] = { "MIS_END", CARE_HOLDS_DATES, NULL },
  [CARE_SW_ID] = { "SW_ID", CARE_HOLDS_NUMBERS, NULL },
  [CARE_SW_DECOM] = { "SW_DECOM", CARE_HOLDS_DATES, NULL },
  [CARE_SW_DEC] = { "SW_DEC", CARE_HOLDS_DATES, NULL },
  [CARE_SW_REASON] = { "SW_REASON", CARE_HOLDS_CODES, "ssda903-sw-reason" },
  [CARE_DOLO_START] = { "DOLO_START", CARE_HOLDS_DATES, NULL },
  [CARE_DOLO_END] = { "DOLO_END", CARE_HOLDS_DATES, NULL },
};

#define MOST_COLUMNS 17

/* Those that a table needs come first. */
static const struct
{
  const char *name;
  guint n_needed;
  CareColumn columns[MOST_COLUMNS];
} tables[CARE_N_TABLES] = {
  [MARMOT_CARE_TABLE_HEADER] = {
    "Header", 4,
    { CARE_CHILD, CARE_SEX, CARE_DOB, CARE_ETHNIC, CARE_MOTHER, CARE_MC_DOB, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_EPISODES] = {
    "Episodes", 6,
    { CARE_CHILD, CARE_DECOM, CARE_RNE, CARE_LS, CARE_DEC, CARE_REC, CARE_CIN, CARE_PLACE, CARE_PLACE_PROVIDER,
      CARE_REASON_PLACE_CHANGE, CARE_HOME_POST, CARE_PL_POST, CARE_URN, CARE_PL_LA, CARE_PL_LOCATION,
      CARE_PL_DISTANCE, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_REVIEWS] = {
    "Reviews", 2, { CARE_CHILD, CARE_REVIEW, CARE_DOB, CARE_REVIEW_CODE, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_UASC] = { "UASC", 2, { CARE_CHILD, CARE_DUC, CARE_SEX, CARE_DOB, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_OC2] = {
    "OC2", 3,
    { CARE_CHILD, CARE_SDQ_SCORE, CARE_HEALTH_ASSESSMENT, CARE_DOB, CARE_SDQ_REASON, CARE_CONVICTED,
      CARE_HEALTH_CHECK, CARE_IMMUNISATIONS, CARE_TEETH_CHECK, CARE_SUBSTANCE_MISUSE, CARE_INTERVENTION_RECEIVED,
      CARE_INTERVENTION_OFFERED, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_OC3] = {
    "OC3", 4, { CARE_CHILD, CARE_IN_TOUCH, CARE_ACTIV, CARE_ACCOM, CARE_DOB, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_AD1] = {
    "AD1", 2,
    { CARE_CHILD, CARE_DATE_INT, CARE_DOB, CARE_DATE_MATCH, CARE_FOSTER_CARE, CARE_NB_ADOPTR, CARE_SEX_ADOPTR,
      CARE_LS_ADOPTR, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_PLACED_ADOPTION] = {
    "PlacedAdoption", 2,
    { CARE_CHILD, CARE_DATE_PLACED, CARE_DOB, CARE_DATE_PLACED_CEASED, CARE_REASON_PLACED_CEASED,
      CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_PREV_PERM] = {
    "PrevPerm", 2, { CARE_CHILD, CARE_PREV_PERM, CARE_DOB, CARE_LA_PERM, CARE_DATE_PERM, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_MISSING] = {
    "Missing", 2, { CARE_CHILD, CARE_MIS_START, CARE_DOB, CARE_MISSING, CARE_MIS_END, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_SW_EPISODES] = {
    "SWEpisodes", 2,
    { CARE_CHILD, CARE_SW_DECOM, CARE_DOB, CARE_SW_ID, CARE_SW_DEC, CARE_SW_REASON, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_DOLO] = {
    "DoLo", 2, { CARE_CHILD, CARE_DOLO_START, CARE_DOB, CARE_DOLO_END, CARE_N_COLUMNS } },
  [MARMOT_CARE_TABLE_LOCATIONS] = {
    "Locations", 3,
    { CARE_CHILD, CARE_DECOM, CARE_PL_LOCATION, CARE_PL_LA, CARE_PL_DISTANCE, CARE_N_COLUMNS } },
};

const char *
care_column_name (CareColumn column)
{
  return columns[column].name;
}

CareContent
care_column_content (CareColumn column)
{
  return columns[column].content;
}

const char *
care_column_code_set (CareColumn column)
{
  return columns[column].code_set;
}

CareColumn
care_column_numbering (CareColumn column)
{
  return column == CARE_PL_POST ? CARE_HOME_POST : column;
}

CareColumn
care_column_find (const char *name)
{
  gsize length;
  guint i;

  while (g_ascii_isspace (*name))
    name++;
  length = strlen (name);
  while (length > 0 && g_ascii_isspace (name[length - 1]))
    length--;

  for (i = 0; i < CARE_N_COLUMNS; i++)
    if (strlen (columns[i].name) == length && g_ascii_strncasecmp (columns[i].name, name, length) == 0)
      break;
  return i;
}

const char *
care_table_name (MarmotCareTable table)
{
  return tables[table].name;
}

const CareColumn *
care_table_columns (MarmotCareTable table)
{
  return tables[table].columns;
}

gboolean
care_table_needs (MarmotCareTable table,
                  CareColumn column)
{
  for (guint i = 0; i < tables[table].n_needed; i++)
    if (tables[table].columns[i] == column)
      return TRUE;
  return FALSE;
}

/* Episodes may have what locations have, and come first; no other two can be mistaken for
 * each other. */
gboolean
care_table_recognise (const gboolean has[CARE_N_COLUMNS],
                      MarmotCareTable *table)
{
  for (guint i = 0; i < CARE_N_TABLES; i++)
    {
      guint n = 0;

      while (n < tables[i].n_needed && has[tables[i].columns[n]])
        n++;
      if (n == tables[i].n_needed)
        {
          *table = i;
          return TRUE;
        }
    }
  return FALSE;
}
