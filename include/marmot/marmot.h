/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The one header to include. */

#define MARMOT_INSIDE

#include <marmot/marmot-version.h>
#include <marmot/marmot-enums.h>

/* core */
#include <marmot/marmot-error.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-number.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-csv.h>
#include <marmot/marmot-json.h>
#include <marmot/marmot-estimates.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-groups.h>

/* stats */
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-proportion.h>
#include <marmot/marmot-rate.h>

#undef MARMOT_INSIDE
