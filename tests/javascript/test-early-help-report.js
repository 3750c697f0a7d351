/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The early help page in GJS; the build tree's folder of the module is the first argument.
 */
import System from 'system';

import {done, equal, ok, test} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const agencies = [...Array(300).fill('council'), ...Array(60).fill('school'), ...Array(2).fill('health'),
    ...Array(39).fill('housing')];
const start = agencies.map((_, i) => new Date(Date.UTC(2024, 0, 1 + i % 200)));
const episodes = Marmot.episodes({
    id: agencies.map((_, i) => `e${i}`),
    family: agencies.map((_, i) => `f${i}`),
    start,
    end: start.map((day, i) => i % 4 === 0 ? null : new Date(day.getTime() + 86400000 * (60 + i % 120))),
    end_reason: agencies.map((_, i) => i % 4 === 0 ? null : i % 2 ? 'outcomes-met' : 'other'),
    lead_agency: agencies,
}, 'early-help', {covers: [new Date('2022-01-01'), new Date('2025-01-31')]});
const year = Marmot.Period.parse('2024', Marmot.YearType.CALENDAR);

test('a page out of columns', () => {
    const options = new Marmot.EarlyHelpReportOptions({
        title: 'A year', note: 'Made up', assumptions: ['closed-within: of those closed'],
    });
    const report = Marmot.EarlyHelpReport.new(episodes, year, options);
    const tree = JSON.parse(report.to_json());
    equal(tree.agencies.map(item => `${item.agency} ${item.episodes}`).join('; '),
        'The council 300; Schools 60; All other partners 41');
    const within = tree.figures.find(item => item.figure === 'closed-within');
    const found = episodes.measure('closed-within', {period: '2024'}).get_measure(0);
    equal(within.numerator, String(found.get_numerator()));
    equal(within.assumption, 'of those closed');
    ok(report.to_html().includes('<p class="notice"><strong>Made up.</strong></p>'));
    ok(report.to_text().startsWith('A year\n2024\nMade up.\n'));
    ok(report.get_findings().some(finding => finding.get_rule() === 'episode/coverage'));
});

test('few are withheld', () => {
    const options = new Marmot.EarlyHelpReportOptions({threshold: 42});
    const tree = JSON.parse(Marmot.EarlyHelpReport.new(episodes, year, options).to_json());
    equal(tree.agencies.map(item => `${item.agency} ${item.episodes}`).join('; '),
        'The council 300; Schools and all other partners 101');
});

test('a year that the set knows nothing of is refused', () => {
    let message = null;
    try {
        Marmot.EarlyHelpReport.new(episodes, Marmot.Period.parse('1999', Marmot.YearType.CALENDAR), null);
    } catch (error) {
        message = error.message;
    }
    ok(message.includes('knows of no day'));
});

done();
