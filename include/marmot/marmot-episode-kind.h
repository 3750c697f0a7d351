/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeKind:
 * @MARMOT_EPISODE_EARLY_HELP: early help, from its request to its closure
 * @MARMOT_EPISODE_CHILD_IN_NEED: a child in need (Children Act 1989, section 17)
 * @MARMOT_EPISODE_CHILD_PROTECTION: a child protection plan
 * @MARMOT_EPISODE_FAMILY_HELP: family help, which takes the place of early help for
 *   families with several needs and of children in need from 2025
 * @MARMOT_EPISODE_CARE: an episode of care, as a row of the SSDA903 return has it
 * @MARMOT_EPISODE_SHORT_BREAK: an episode under a series of short breaks (legal status
 *   V3 or V4), which almost no statistic of care counts
 * @MARMOT_EPISODE_EHC_ASSESSMENT: an education, health and care needs assessment, from
 *   its request
 * @MARMOT_EPISODE_EHC_PLAN: an education, health and care plan
 * @MARMOT_EPISODE_REFERRAL: a referral to children's social care
 * @MARMOT_EPISODE_ASSESSMENT: an assessment by children's social care
 * @MARMOT_EPISODE_SECTION_47: an enquiry under section 47 of the Children Act 1989
 * @MARMOT_EPISODE_REVIEW: a review of a plan, on one day
 * @MARMOT_EPISODE_ENROLMENT: a pupil's time at a school, with the sessions of it
 * @MARMOT_EPISODE_PARTICIPATION: what a young person of 16 or over does, such as being in
 *   education, employment or training
 *
 * What an episode is of.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EPISODE_EARLY_HELP,
  MARMOT_EPISODE_CHILD_IN_NEED,
  MARMOT_EPISODE_CHILD_PROTECTION,
  MARMOT_EPISODE_FAMILY_HELP,
  MARMOT_EPISODE_CARE,
  MARMOT_EPISODE_SHORT_BREAK,
  MARMOT_EPISODE_EHC_ASSESSMENT,
  MARMOT_EPISODE_EHC_PLAN,
  MARMOT_EPISODE_REFERRAL,
  MARMOT_EPISODE_ASSESSMENT,
  MARMOT_EPISODE_SECTION_47,
  MARMOT_EPISODE_REVIEW,
  MARMOT_EPISODE_ENROLMENT,
  MARMOT_EPISODE_PARTICIPATION
} MarmotEpisodeKind;

/**
 * MarmotEpisodeUnit:
 * @MARMOT_EPISODE_UNIT_DEFAULT: what the measure counts by its definition
 * @MARMOT_EPISODE_UNIT_EPISODE: episodes
 * @MARMOT_EPISODE_UNIT_CHILD: children, each once
 * @MARMOT_EPISODE_UNIT_FAMILY: families, each once
 *
 * What is counted. A family with two children and one episode is not two families, and
 * figures that do not say what they count cannot be compared.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EPISODE_UNIT_DEFAULT,
  MARMOT_EPISODE_UNIT_EPISODE,
  MARMOT_EPISODE_UNIT_CHILD,
  MARMOT_EPISODE_UNIT_FAMILY
} MarmotEpisodeUnit;

G_END_DECLS
