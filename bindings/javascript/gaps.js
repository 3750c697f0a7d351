/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gaps: whether they narrowed, what it would take to close them, and how large a
 * change could be told from chance. A table, or an object of columns, in, and a table
 * out. Everything is computed by the library.
 */
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, makeOptions, member} from './statistics.js';
import {checkOptions, makeGrouping, makeTable, run} from './table-calls.js';

const FIELDS = {
    moreIsBetter: 'more_is_better',
    covariance: 'covariance',
    logCovariance: 'log_covariance',
    edition1: 'edition_1',
    edition2: 'edition_2',
    lsoaVintage1: 'lsoa_vintage_1',
    lsoaVintage2: 'lsoa_vintage_2',
    groups1: 'groups_1',
    groups2: 'groups_2',
    acrossEditions: 'across_editions',
};

/* Options that were given, by their names in the library. */
function given(options, fields) {
    const made = {};
    for (const [key, name] of Object.entries(fields)) {
        if (options[key] !== undefined && options[key] !== null)
            made[name] = checkNumber(key, options[key]);
    }
    return made;
}

function gapOptions(options) {
    return new Gi.GapOptions({...given(options, FIELDS), interval: makeOptions({confidence: options.confidence})});
}

/* Whether gaps narrowed between two periods, absolutely and relatively. */
export function gapChanges(figures, options = {}) {
    checkOptions(options, ['confidence', ...Object.keys(FIELDS)]);
    return names.gap_changes(makeTable(figures), gapOptions(options));
}

/* Whether gaps narrowed over several periods. */
export function gapTrends(figures, options = {}) {
    checkOptions(options, ['groups', 'confidence', 'moreIsBetter', 'acrossEditions']);
    return run('gap_trends', figures, options.groups, gapOptions(options));
}

function rowByRow(name, figures, areas, options) {
    const table = makeTable(figures);
    return names[name](table, makeGrouping(table, areas), options);
}

const EXCESS = {
    per: 'per', moreIsBetter: 'more_is_better', reference: 'reference', goal: 'goal', target: 'target',
    targetSe: 'target_se', share: 'share', limit: 'limit',
};

function excessOptions(options) {
    const made = {...given(options, EXCESS), interval: makeOptions({confidence: options.confidence})};
    made.reference = member(Gi.ExcessReference, options.reference ?? 'least-deprived');
    made.goal = member(Gi.LevellingGoal, options.goal ?? 'level');
    return new Gi.ExcessOptions(made);
}

/* How many events fewer there would be at the figure of a reference: a row an area, or a
 * row a group where totals is false. */
export function excess(figures, options = {}) {
    checkOptions(options, ['areas', 'totals', 'confidence', 'per', 'moreIsBetter', 'reference', 'target', 'targetSe']);
    const byTarget = member(Gi.ExcessReference, options.reference ?? 'least-deprived') === Gi.ExcessReference.TARGET;
    if (byTarget !== (options.target !== undefined && options.target !== null))
        throw new TypeError('A target goes with the reference "target": give both, or neither');
    return options.totals ?? true
        ? run('excess_totals', figures, options.areas, excessOptions(options))
        : rowByRow('excess_events', figures, options.areas, excessOptions(options));
}

/* Which group would have to prevent how many events for a goal to be reached: a row a
 * group, or a row an area where totals is true. */
export function levelling(figures, options = {}) {
    checkOptions(options, ['areas', 'totals', 'confidence', 'per', 'moreIsBetter', 'goal', 'target', 'share', 'limit']);
    return options.totals
        ? run('levelling_totals', figures, options.areas, excessOptions(options))
        : rowByRow('levelling_schedule', figures, options.areas, excessOptions(options));
}

/* What the mean and the gradient would be had the mix of people not changed: a row an
 * area, or, where contributions is true, what each group adds. */
export function mixChanges(figures, options = {}) {
    checkOptions(options, ['areas', 'contributions', 'confidence', 'moreIsBetter', 'edition1', 'edition2',
        'lsoaVintage1', 'lsoaVintage2', 'groups1', 'groups2']);
    return options.contributions
        ? rowByRow('mix_contributions', figures, options.areas, gapOptions(options))
        : run('mix_changes', figures, options.areas, gapOptions(options));
}

const POWER = {alpha: 'alpha', power: 'power', per: 'per', words: 'words'};

function powerful(name) {
    return function (figures, options = {}) {
        checkOptions(options, Object.keys(POWER));
        return names[name](makeTable(figures), new Gi.PowerOptions(given(options, POWER)));
    };
}

/* The smallest change that could be told from chance in a place of this size. */
export const detectableChanges = powerful('detectable_changes');

/* How many people, person-years or events it would take to tell a change from chance. */
export const neededSizes = powerful('needed_sizes');

/* The gap between two groups of whom some reached a level, such as pupils eligible for
 * free school meals and all others. */
export function attainmentGaps(figures, options = {}) {
    checkOptions(options, ['confidence']);
    return names.attainment_gaps(makeTable(figures), gapOptions(options));
}

/* Whether such gaps narrowed between two years. */
export function attainmentChanges(figures, options = {}) {
    checkOptions(options, ['confidence', 'edition1', 'edition2', 'lsoaVintage1', 'lsoaVintage2', 'groups1', 'groups2',
        'acrossEditions']);
    return names.attainment_changes(makeTable(figures), gapOptions(options));
}

/* Whether such gaps narrowed over several years. */
export function attainmentTrends(figures, options = {}) {
    checkOptions(options, ['groups', 'confidence', 'acrossEditions']);
    return run('attainment_trends', figures, options.groups, gapOptions(options));
}

/* One attainment gap in points, as an estimate. */
export function attainmentGap(disadvantagedCount, disadvantagedN, othersCount, othersN, options = {}) {
    checkOptions(options, ['confidence']);
    return names.attainment_gap(disadvantagedCount, disadvantagedN, othersCount, othersN, gapOptions(options));
}

/* How many events fewer one group would have at the target, as an estimate. */
export function excessOfGroup(estimate, population, options = {}) {
    checkOptions(options, ['confidence', 'per', 'moreIsBetter', 'target', 'targetSe', 'standardError']);
    return names.excess_of_group(estimate, options.standardError ?? NaN, population,
        excessOptions({...options, reference: 'target'}));
}

/* How many events one group would have to prevent to be no worse than the target. */
export function levellingOfGroup(estimate, population, options = {}) {
    checkOptions(options, ['confidence', 'per', 'moreIsBetter', 'target', 'standardError']);
    return names.levelling_of_group(estimate, options.standardError ?? NaN, population, excessOptions(options));
}

/* Whether one gap narrowed, as a GapChange. */
export function gapChange(gap1, gapSe1, gap2, gapSe2, options = {}) {
    checkOptions(options, ['confidence', 'moreIsBetter', 'covariance', 'edition1', 'edition2', 'acrossEditions']);
    return names.GapChange.new_from_gaps(gap1, gapSe1, gap2, gapSe2, gapOptions(options));
}

/* How far one share, or rate, would have to fall and to rise to be told from chance. */
export function detectableChange(figure, options = {}) {
    checkOptions(options, ['n1', 'n2', 'years1', 'years2', 'alpha', 'power', 'per']);
    const made = new Gi.PowerOptions(given(options, POWER));
    const [, fall, rise] = options.n1 === undefined
        ? names.detectable_rate(figure, options.years1, options.years2, made)
        : names.detectable_proportion(figure, options.n1, options.n2, made);
    return {fall, rise};
}

/* How many people, or person-years, it would take in both periods to tell one change of a
 * share, or of a rate, from chance. */
export function neededSize(figure1, figure2, options = {}) {
    checkOptions(options, ['of', 'ratio', 'alpha', 'power', 'per']);
    const of = options.of ?? 'people';
    if (of !== 'people' && of !== 'years')
        throw new TypeError('A size is of "people" or of "years"');
    const [, first, second] = names[`needed_${of}`](figure1, figure2, options.ratio ?? 1,
        new Gi.PowerOptions(given(options, POWER)));
    return {first, second};
}
