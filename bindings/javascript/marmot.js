/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libmarmot for GJS.
 *
 *     import Marmot, {proportion} from './marmot.js';
 *     print(proportion(469, 2780, {multiplier: 100}));
 *
 * The default export has every type, function and constant of the library. Its
 * documentation is the library's, under the same names: get_x () is the property
 * x, and make_y () the method makeY (). This module only converts: everything is
 * computed by the library.
 */
import {dimension} from './assessments.js';
import * as care from './care.js';
import * as charts from './charts.js';
import './cohorts.js';
import {cohortOptions, observation} from './cohort-measures.js';
import {column} from './columns.js';
import {dateToDay, dayToDate} from './dates.js';
import {MarmotError} from './errors.js';
import './estimates.js';
import {episodeMapping, readEpisodes} from './extracts.js';
import {inequality, subgroups} from './inequality.js';
import {names} from './patch.js';
import * as episodes from './episodes.js';
import {careLeaver, leaverOptions} from './leavers.js';
import * as figures from './figures.js';
import * as flows from './flows.js';
import * as gaps from './gaps.js';
import * as people from './people.js';
import {
    makeGroups as groups, mean, meanDifference, meanOfValues, meanRatio, nickOf, oddsRatio, proportion,
    proportionAgainst, proportionDifference, proportionRatio, rate, rateAgainst, rateDifference, rateRatio,
} from './statistics.js';
import * as series from './series.js';
import * as surveys from './surveys.js';
import {tally} from './tallies.js';
import * as times from './survival.js';
import * as xmr from './xmr.js';

export default Object.freeze({
    ...names, MarmotError, careLeaver, cohortOptions, column, dateToDay, dayToDate, dimension, episodeMapping, groups,
    inequality, leaverOptions, mean, meanDifference, meanOfValues, meanRatio, nickOf, observation, oddsRatio,
    proportion, proportionAgainst, proportionDifference, proportionRatio, rate, rateAgainst, rateDifference,
    rateRatio, readEpisodes, subgroups, tally,
    ...care,
    ...charts,
    ...episodes,
    ...figures,
    ...flows,
    ...gaps,
    ...people,
    ...series,
    ...surveys,
    ...times,
    ...xmr,
});
export {
    MarmotError, careLeaver, cohortOptions, column, dateToDay, dayToDate, dimension, episodeMapping, groups,
    inequality, leaverOptions, mean, meanDifference, meanOfValues, meanRatio, nickOf, observation, oddsRatio,
    proportion, proportionAgainst, proportionDifference, proportionRatio, rate, rateAgainst, rateDifference,
    rateRatio, readEpisodes, subgroups, tally,
};
export * from './care.js';
export * from './charts.js';
export * from './episodes.js';
export * from './figures.js';
export * from './flows.js';
export * from './gaps.js';
export * from './people.js';
export * from './series.js';
export * from './survival.js';
export * from './surveys.js';
export * from './xmr.js';
