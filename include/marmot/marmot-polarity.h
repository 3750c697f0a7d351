/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPolarity:
 * @MARMOT_POLARITY_UNSTATED: nobody has said: the figure is not judged
 * @MARMOT_POLARITY_HIGH_IS_GOOD: a higher figure is better
 * @MARMOT_POLARITY_LOW_IS_GOOD: a lower figure is better
 * @MARMOT_POLARITY_NO_JUDGEMENT: it was decided that neither is better:
 *   figures are higher or lower
 *
 * Which direction is good. It belongs to how a figure is judged and not to
 * the figure, so one report may judge an indicator otherwise than another.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_POLARITY_UNSTATED,
  MARMOT_POLARITY_HIGH_IS_GOOD,
  MARMOT_POLARITY_LOW_IS_GOOD,
  MARMOT_POLARITY_NO_JUDGEMENT
} MarmotPolarity;

G_END_DECLS
