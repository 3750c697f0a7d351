/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures that anybody can define: what each row counts as. Everything is computed by the
 * library.
 */
import {column} from './columns.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, member} from './statistics.js';
import {checkOptions, given, makeTable} from './table-calls.js';

const KNOWN = ['values', 'keys', 'statistic', 'confidence', 'population', 'per', 'rows', 'reasons', 'conventions'];

/* What each row counts as: "in", "out", "unknown", "not-covered", null, or the reason for
 * which it is left out. */
export function tally(name, counts, options = {}) {
    checkOptions(options, KNOWN);
    const {values, keys, statistic, reasons} = options;
    for (const number of ['confidence', 'population', 'per'])
        checkNumber(number, options[number]);
    const properties = given({
        statistic: statistic === undefined ? undefined : member(Gi.TallyStatistic, statistic),
        confidence: options.confidence,
        population: options.population,
        per: options.per,
        rows: options.rows,
        reasons: typeof reasons === 'string' ? [reasons] : reasons,
    });
    if (options.conventions !== undefined && options.conventions !== null)
        properties.conventions = options.conventions;
    const made = new Gi.TallyOptions(properties);
    return names.Tally.new(name, column(counts), values ? column(values) : null, keys ? makeTable(keys) : null, made);
}
