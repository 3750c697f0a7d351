/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareTable:
 * @MARMOT_CARE_TABLE_HEADER: a row a child: sex, date of birth, ethnicity
 * @MARMOT_CARE_TABLE_EPISODES: a row an episode of care
 * @MARMOT_CARE_TABLE_REVIEWS: a row a review
 * @MARMOT_CARE_TABLE_UASC: a row a child who is, or was, an unaccompanied asylum-seeking
 *   child
 * @MARMOT_CARE_TABLE_OC2: a row a child looked after for the whole year: health,
 *   convictions, substance misuse
 * @MARMOT_CARE_TABLE_OC3: a row a care leaver: contact, activity, accommodation
 * @MARMOT_CARE_TABLE_AD1: a row an adopted child
 * @MARMOT_CARE_TABLE_PLACED_ADOPTION: a row a child placed for adoption, or no longer to be
 * @MARMOT_CARE_TABLE_PREV_PERM: a row a child: what permanence came before this care
 * @MARMOT_CARE_TABLE_MISSING: a row a time of being missing or away without authorisation
 * @MARMOT_CARE_TABLE_SW_EPISODES: a row a time with one social worker (from 2023/24)
 * @MARMOT_CARE_TABLE_DOLO: a row a deprivation of liberty order (from 2026/27)
 * @MARMOT_CARE_TABLE_LOCATIONS: where placements are: no table that councils send, but what
 *   the department works out from the postcodes, with the columns CHILD, DECOM, PL_LA,
 *   PL_LOCATION and PL_DISTANCE
 *
 * The tables of the return on children looked after (SSDA903).
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CARE_TABLE_HEADER,
  MARMOT_CARE_TABLE_EPISODES,
  MARMOT_CARE_TABLE_REVIEWS,
  MARMOT_CARE_TABLE_UASC,
  MARMOT_CARE_TABLE_OC2,
  MARMOT_CARE_TABLE_OC3,
  MARMOT_CARE_TABLE_AD1,
  MARMOT_CARE_TABLE_PLACED_ADOPTION,
  MARMOT_CARE_TABLE_PREV_PERM,
  MARMOT_CARE_TABLE_MISSING,
  MARMOT_CARE_TABLE_SW_EPISODES,
  MARMOT_CARE_TABLE_DOLO,
  MARMOT_CARE_TABLE_LOCATIONS
} MarmotCareTable;

G_END_DECLS
