/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Surveys, and before and after. Everything is computed by the library.
 */
import Gi from './load.js';
import {names} from './patch.js';
import {contrast, makeOptions, member} from './statistics.js';
import {checkOptions, given, makeGrouping, makeTable, run} from './table-calls.js';

const INTERVAL = ['confidence', 'multiplier', 'method'];
const SURVEY = [...INTERVAL, 'invited', 'population', 'designEffect', 'minimumRespondents'];
const WAVES = ['series', ...SURVEY, 'correlation', 'power'];
const PAIRED = ['groups', ...INTERVAL, 'test', 'lowIsGood', 'smallestChange'];
const SPOTS = ['groups', 'lowIsGood', 'confidence', 'multiplier'];

function surveyOptions({invited, population, designEffect, minimumRespondents, ...interval}) {
    return new Gi.SurveyOptions(given({
        interval: makeOptions(interval), invited, population, design_effect: designEffect,
        minimum_respondents: minimumRespondents,
    }));
}

/* The share of the respondents of a survey who gave an answer. */
export function surveyShare(count, respondents, options = {}) {
    checkOptions(options, SURVEY);
    /* null would be 0. */
    if (typeof count !== 'number' || typeof respondents !== 'number')
        throw new TypeError('A share is a number of so many respondents: give both');
    return names.SurveyShare.new(count, respondents, surveyOptions(options));
}

/* The shares of respondents in columns. */
export function surveyShares(figures, options = {}) {
    checkOptions(options, ['groups', ...SURVEY]);
    return run('survey_shares', figures, options.groups, surveyOptions(options));
}

/* The waves of surveys, each compared with the one before and with the first. */
export function surveyWaves(figures, options = {}) {
    checkOptions(options, WAVES);
    const table = makeTable(figures);
    return names.survey_waves(table, makeGrouping(table, options.series), new Gi.WaveOptions(given({
        survey: surveyOptions(options), correlation: options.correlation, power: options.power,
    })));
}

/* The change of a proportion in the same people, from the four counts. */
export const pairedProportions = contrast('paired_proportions', 4);

/* What has changed in people who were measured before and after. */
export function pairedChanges(figures, options = {}) {
    checkOptions(options, PAIRED);
    return run('paired_changes', figures, options.groups, new Gi.PairedOptions(given({
        interval: makeOptions(options), low_is_good: options.lowIsGood, smallest_change: options.smallestChange,
    })));
}

const estimateOf = figure => figure instanceof Gi.Contrast ? figure.get_estimate() : figure;

/* A change with its design and its number of people; "impact" only with a control. */
export function studyChange(design, change, n, control = null, controlN = null) {
    const chosen = member(Gi.StudyDesign, design);
    if (control === null)
        return names.StudyChange.new(chosen, estimateOf(change), n);
    if (controlN === null)
        throw new TypeError('A control goes with its number of people');
    return names.StudyChange.new_controlled(chosen, estimateOf(change), n, estimateOf(control), controlN);
}

/* The same in columns. */
export function studyChanges(design, figures, {confidence = 0.95} = {}) {
    return names.study_changes(member(Gi.StudyDesign, design), makeTable(figures), confidence);
}

/* Sets each place against the other places of its group. */
export function brightSpots(figures, options = {}) {
    checkOptions(options, SPOTS);
    const table = makeTable(figures);
    return names.bright_spots(table, makeGrouping(table, options.groups), options.lowIsGood ?? false,
        makeOptions(options));
}
