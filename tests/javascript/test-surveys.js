/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {
    default: Marmot, brightSpots, pairedChanges, pairedProportions, studyChange, studyChanges, surveyShare,
    surveyShares, surveyWaves,
} = await import(`file://${ARGV[0]}/marmot.js`);

test('which counts a percentage can stand for', () => {
    equal(`${Marmot.attainable_counts(37, 0, 39)}`, '0,15,14');
    equal(`${Marmot.attainable_counts(99, 0, 389)}`, '4,384,387');
});

test('a share tells respondents from all', () => {
    const share = surveyShare(384, 389, {invited: 1000});
    ok(`${share}`.includes('98.7% (97.0% to 99.4%, 95%) of 389 respondents; 38.9% of 1000 invited'), `${share}`);
    throws(() => Marmot.SurveyShare.new_from_percent(83, 0, 61, null), () => {});
    throws(() => surveyShare(1, 2, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('answers by group', () => {
    const out = surveyShares({hub: ['a', 'a', 'a', 'b'], answer: [1, 0, null, 1]},
        {groups: 'hub', multiplier: 100}).columns();
    equal(out.hub.at(1), 'b');
    near(out.value.at(0), 50);
    near(out.lowest.at(0), 100 / 3);
    near(out.highest.at(0), 200 / 3);
});

test('the same people before and after', () => {
    equal(pairedProportions(36, 2, 12, 0).get_lower().toFixed(4), '0.0569');
    near(pairedProportions(1, 1, 7, 12, {test: 'mcnemar-exact'}).get_p_value(), 0.0703125);
    const out = pairedChanges({before: [1, 2, null], after: [2, 4, 1]}, {smallestChange: 2}).columns();
    near(out.value.at(0), 1.5);
    equal(Number(out.joined.at(0)), 1);
    equal(Number(out.improved.at(0)), 1);
});

test('impact is for designs with a control', () => {
    const change = pairedProportions(36, 2, 12, 0);
    const control = pairedProportions(30, 6, 8, 6);
    equal(studyChange('before-after', change, 50).get_word(), 'change');
    equal(studyChange('randomised', change, 50, control, 50).get_word(), 'impact');
    throws(() => studyChange('before-after', change, 0), () => {});
    throws(() => studyChange('randomised', change, 50), () => {});
    const out = studyChanges('before-after', {change: [3], lower: [1], upper: [4], n: [20]}).columns();
    equal(out.word.at(0), 'change');
});

test('waves and bright spots', () => {
    const out = surveyWaves({wave: [2, 1], count: [250, 200], respondents: [400, 400]}, {power: 0.9}).columns();
    near(out.change.at(0), 0.125);
    equal(out.change.at(1), null);
    const values = Array.from({length: 40}, (_, i) => i ? 50 + (i * 17 % 39 - 19) / 10 : 53);
    equal(brightSpots({value: values, standard_error: values.map(() => 0.1)}).columns().verdict.at(0), 'luck');
});

test('what is no number is not taken for nothing', () => {
    throws(() => surveyShare(null, 10), error => equal(error.name, 'TypeError'));
    throws(() => surveyShare(3, 10, {invited: NaN}), error => ok(error.message.includes('invited')));
    throws(() => surveyShare(3, 10, {population: '50'}), error => ok(error.message.includes('population')));
    equal(String(surveyShare(3, 10, {invited: null, confidence: null})), String(surveyShare(3, 10)));
});

await done();
