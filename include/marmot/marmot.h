/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The one header to include. */

#define MARMOT_INSIDE

#include <marmot/marmot-version.h>
#include <marmot/marmot-enums.h>

/* core */
#include <marmot/marmot-episode.h>
#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-episode-measure.h>
#include <marmot/marmot-episode-options.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-episode-totals.h>
#include <marmot/marmot-error.h>
#include <marmot/marmot-states.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-number.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-polarity.h>
#include <marmot/marmot-progress.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-arrow-interpreter.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-csv.h>
#include <marmot/marmot-json.h>
#include <marmot/marmot-estimates.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-follow-up.h>
#include <marmot/marmot-funnel-options.h>
#include <marmot/marmot-funnel.h>
#include <marmot/marmot-groups.h>

/* stats */
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-proportion.h>
#include <marmot/marmot-quantile.h>
#include <marmot/marmot-ranking.h>
#include <marmot/marmot-rate.h>
#include <marmot/marmot-summary.h>
#include <marmot/marmot-mean.h>
#include <marmot/marmot-xmr-rule-set.h>
#include <marmot/marmot-xmr-options.h>
#include <marmot/marmot-xmr.h>
#include <marmot/marmot-xmr-chart.h>
#include <marmot/marmot-contrast.h>
#include <marmot/marmot-two-proportions.h>
#include <marmot/marmot-two-rates.h>
#include <marmot/marmot-two-means.h>
#include <marmot/marmot-against.h>
#include <marmot/marmot-gap-options.h>
#include <marmot/marmot-gap-change.h>
#include <marmot/marmot-gap-trend.h>
#include <marmot/marmot-attainment.h>
#include <marmot/marmot-event-counts.h>
#include <marmot/marmot-excess-options.h>
#include <marmot/marmot-excess.h>
#include <marmot/marmot-mix.h>
#include <marmot/marmot-power-options.h>
#include <marmot/marmot-power.h>
#include <marmot/marmot-age-band.h>
#include <marmot/marmot-standard-population.h>
#include <marmot/marmot-standardisation-options.h>
#include <marmot/marmot-direct-rate.h>
#include <marmot/marmot-indirect-rate.h>
#include <marmot/marmot-life-table-options.h>
#include <marmot/marmot-life-table.h>
#include <marmot/marmot-life-gap.h>
#include <marmot/marmot-inequality-measure.h>
#include <marmot/marmot-inequality-options.h>
#include <marmot/marmot-inequality.h>
#include <marmot/marmot-subgroups.h>
#include <marmot/marmot-curve.h>
#include <marmot/marmot-attainable-counts.h>
#include <marmot/marmot-bright-spot.h>
#include <marmot/marmot-paired-changes.h>
#include <marmot/marmot-paired-options.h>
#include <marmot/marmot-paired-proportions.h>
#include <marmot/marmot-study-change.h>
#include <marmot/marmot-log-rank.h>
#include <marmot/marmot-survey-options.h>
#include <marmot/marmot-survey-share.h>
#include <marmot/marmot-survey-waves.h>
#include <marmot/marmot-survival-options.h>
#include <marmot/marmot-survival.h>
#include <marmot/marmot-wave-options.h>
#include <marmot/marmot-totals.h>
#include <marmot/marmot-who-table.h>
#include <marmot/marmot-series-options.h>
#include <marmot/marmot-series-trend.h>
#include <marmot/marmot-rolling-options.h>
#include <marmot/marmot-rolling.h>
#include <marmot/marmot-projection-options.h>
#include <marmot/marmot-projection.h>
#include <marmot/marmot-chart-options.h>
#include <marmot/marmot-chart.h>
#include <marmot/marmot-watch-options.h>
#include <marmot/marmot-watch.h>
#include <marmot/marmot-period-change-options.h>
#include <marmot/marmot-period-change.h>

/* episode */
#include <marmot/marmot-care-table.h>
#include <marmot/marmot-care-return.h>
#include <marmot/marmot-care-reader.h>
#include <marmot/marmot-ssd-reader.h>
#include <marmot/marmot-spell-options.h>
#include <marmot/marmot-spell.h>
#include <marmot/marmot-spell-set.h>
#include <marmot/marmot-adjacency.h>
#include <marmot/marmot-calendar.h>
#include <marmot/marmot-code-set.h>

/* indicator */
#include <marmot/marmot-area-type.h>
#include <marmot/marmot-area.h>
#include <marmot/marmot-neighbour.h>
#include <marmot/marmot-area-set.h>
#include <marmot/marmot-indicator.h>
#include <marmot/marmot-indicator-reader.h>
#include <marmot/marmot-observation.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-fingertips.h>
#include <marmot/marmot-observation-sum.h>
#include <marmot/marmot-observation-xmr.h>
#include <marmot/marmot-deprivation-edition.h>
#include <marmot/marmot-deprivation-groups.h>
#include <marmot/marmot-education-reader.h>
#include <marmot/marmot-target.h>
#include <marmot/marmot-threads.h>
#include <marmot/marmot-ask.h>
#include <marmot/marmot-comparison-spec.h>
#include <marmot/marmot-comparison-code.h>
#include <marmot/marmot-compare.h>
#include <marmot/marmot-goal.h>
#include <marmot/marmot-average.h>
#include <marmot/marmot-benchmark.h>
#include <marmot/marmot-comparison.h>
#include <marmot/marmot-printed-label.h>
#include <marmot/marmot-change.h>
#include <marmot/marmot-trend-options.h>
#include <marmot/marmot-trend.h>
#include <marmot/marmot-trend-columns.h>
#include <marmot/marmot-scorecard-row.h>
#include <marmot/marmot-scorecard.h>
#include <marmot/marmot-pack.h>
#include <marmot/marmot-pack-reader.h>
#include <marmot/marmot-view.h>
#include <marmot/marmot-case-study.h>
#include <marmot/marmot-principle-item.h>
#include <marmot/marmot-principle.h>
#include <marmot/marmot-monitoring-tool.h>
#include <marmot/marmot-monitoring-tool-reader.h>
#include <marmot/marmot-monitoring-coverage.h>

/* publish */
#include <marmot/marmot-report-exception.h>
#include <marmot/marmot-board-report.h>

#undef MARMOT_INSIDE
