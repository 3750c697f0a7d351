# SPDX-License-Identifier: LGPL-2.1-or-later
"""Typed models and statistics for health inequality and children's services.

Numbers give one estimate, and columns give columns of the same kind::

    >>> import marmot
    >>> marmot.proportion(469, 2780, multiplier=100)
    <marmot.Estimate 16.8705 (15.5243 to 18.3081, 95%, wilson)>

Everything is computed by the C library, libmarmot; what is not documented here
is in its documentation, under the same names.
"""

from . import _patch
from ._errors import (
    ColumnTypeError,
    EncodingError,
    Error,
    ErrorCode,
    FaultWarning,
    FileError,
    InvalidArgumentError,
    InvalidDataError,
    LengthError,
    NotAdditiveError,
    NotFoundError,
    ParseError,
    TooLargeError,
)
from . import _assessments, _cohorts, _column_methods, _estimates, _models, _spells  # noqa: F401  (they add to the classes)
from ._actions import find_personal_data
from ._bulk import percentiles, summary
from ._care import read_care_return, read_safeguarding_dataset
from ._charts import (
    changes_over_time,
    control_charts,
    cusums,
    ears,
    funnels_over_time,
    run_charts,
    suggested_steps,
)
from ._cohort_measures import cohort_options, observation
from ._columns import column
from ._csv import read_csv, write_csv
from ._episodes import episode_options, episodes
from ._extracts import read_episodes
from ._leavers import care_leaver, leaver_options
from ._figures import (
    direct_rates,
    indirect_rates,
    indirect_ratios,
    life_expectancies,
    life_gaps,
    life_tables,
    totals,
    years_lost_rates,
)
from ._flows import flow_back_test, flow_projection, flow_rates
from ._gaps import (
    attainment_changes,
    attainment_gap,
    attainment_gaps,
    attainment_trends,
    detectable_change,
    detectable_changes,
    excess,
    excess_of_group,
    gap_change,
    gap_changes,
    gap_trends,
    levelling,
    levelling_of_group,
    mix_changes,
    needed_size,
    needed_sizes,
)
from ._inequality import inequality, subgroups
from ._people import people
from ._ranks import deprivation_groups, funnel, quantiles, rank_areas
from ._series import (
    monotonic_trends,
    projection_points,
    projections,
    proportion_trends,
    rolling_figures,
    weighted_trends,
)
from ._statistics import (
    make_groups as groups,
    mean,
    mean_difference,
    mean_of_values,
    mean_ratio,
    odds_ratio,
    proportion,
    proportion_against,
    proportion_difference,
    proportion_ratio,
    rate,
    rate_against,
    rate_difference,
    rate_ratio,
)
from ._surveys import (
    bright_spots,
    paired_changes,
    paired_proportions,
    study_change,
    study_changes,
    survey_share,
    survey_shares,
    survey_waves,
)
from ._survival import (
    event_counts,
    follow_up,
    gray_test,
    log_rank,
    log_rank_series,
    shares_within,
    state_shares,
    state_transitions,
    survival,
)
from ._tables import table
from ._tallies import tally
from ._xmr import xmr_chart, xmr_exceptions, xmr_options, xmr_parts, xmr_points, xmr_series

__version__ = _patch.names["VERSION_S"]

_OWN = {
    name
    for name in dict(globals())
    if not name.startswith("_")
}
# Everything of the library that has no function of its own above.
globals().update({name: thing for name, thing in _patch.names.items() if name not in _OWN})

__all__ = sorted(_OWN | set(_patch.names))
