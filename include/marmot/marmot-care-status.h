/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareStatus:
 * @MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED: what is recorded does not decide it
 * @MARMOT_CARE_STATUS_ELIGIBLE: an eligible child: 16 or 17, looked after, and looked
 *   after for 13 weeks since 14 (Children Act 1989, Schedule 2, paragraph 19B)
 * @MARMOT_CARE_STATUS_RELEVANT: a relevant child: 16 or 17, no longer looked after, and
 *   eligible before (section 23A)
 * @MARMOT_CARE_STATUS_FORMER_RELEVANT: a former relevant child: 18 to 24, and relevant, or
 *   eligible and looked after, until 18 (sections 23C, 23CA and 23CZB)
 * @MARMOT_CARE_STATUS_QUALIFYING: a person qualifying for advice and assistance: 16 to
 *   20, looked after at some time from 16 on, or before a special guardianship order
 *   (section 24)
 * @MARMOT_CARE_STATUS_NONE: none of these
 *
 * What a young person is, as a care leaver, by the law of England.
 *
 * A child who is looked after and not, or not yet, eligible has none of the four statuses,
 * and corporate parents all the same: see
 * [method@Marmot.CareLeaver.corporate_parenting_applies_on].
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED,
  MARMOT_CARE_STATUS_ELIGIBLE,
  MARMOT_CARE_STATUS_RELEVANT,
  MARMOT_CARE_STATUS_FORMER_RELEVANT,
  MARMOT_CARE_STATUS_QUALIFYING,
  MARMOT_CARE_STATUS_NONE,
} MarmotCareStatus;

/**
 * MarmotCareAnswer:
 * @MARMOT_CARE_ANSWER_NO: no
 * @MARMOT_CARE_ANSWER_YES: yes
 * @MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED: what is recorded does not decide it
 *
 * An answer to a question about the law.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CARE_ANSWER_NO,
  MARMOT_CARE_ANSWER_YES,
  MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED,
} MarmotCareAnswer;

/**
 * MarmotCareFacts:
 * @MARMOT_CARE_FACTS_NONE: none
 * @MARMOT_CARE_FACTS_HOME_WITH_PARENT: lives with a parent, somebody else with parental
 *   responsibility, or whom a child arrangements order names (section 22C(3))
 * @MARMOT_CARE_FACTS_DETAINED: detained, or in hospital (section 23A(3))
 * @MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP: a special guardianship order is in force
 * @MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT: asked for advice and support at 21 or later
 *   (section 23CZB)
 * @MARMOT_CARE_FACTS_PATHWAY_PLAN: has a pathway plan (section 23E)
 * @MARMOT_CARE_FACTS_PERSONAL_ADVISER: has a personal adviser (section 23D)
 * @MARMOT_CARE_FACTS_EDUCATION: in a programme of education or training (section 23CA)
 * @MARMOT_CARE_FACTS_OTHER_ACCOMMODATION: accommodated or fostered otherwise than by the
 *   council: by a voluntary organisation, in a private children's home, for three months by
 *   a health body or in a care home or hospital, or privately fostered (section 24(2)(b) to
 *   (e))
 *
 * What decides a status beside the periods of care, and what the return on children
 * looked after does not say. Each holds from a day until another.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CARE_FACTS_NONE = 0,
  MARMOT_CARE_FACTS_HOME_WITH_PARENT = 1 << 0,
  MARMOT_CARE_FACTS_DETAINED = 1 << 1,
  MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP = 1 << 2,
  MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT = 1 << 3,
  MARMOT_CARE_FACTS_PATHWAY_PLAN = 1 << 4,
  MARMOT_CARE_FACTS_PERSONAL_ADVISER = 1 << 5,
  MARMOT_CARE_FACTS_EDUCATION = 1 << 6,
  MARMOT_CARE_FACTS_OTHER_ACCOMMODATION = 1 << 7,
} MarmotCareFacts;

G_END_DECLS
