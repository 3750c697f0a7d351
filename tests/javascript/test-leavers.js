/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers: one person, the status on a day, and why.
 */
import {done, equal, test, throws} from './tap.js';

const {default: Marmot, careLeaver, leaverOptions} = await import(`file://${ARGV[0]}/marmot.js`);

const left = {start: '2020-06-10', end: '2020-09-09', endReason: 'E6'};
const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

test('a status says why', () => {
    const person = careLeaver({birth: '2004-06-10', spells: [left]});
    const status = person.statusOn('2021-01-01');
    equal(status.status, Marmot.CareStatus.RELEVANT);
    equal([status.provision, status.daysSince14, status.daysAfter16], ['ca1989-23a-2', 91, 91]);
    equal([status.from.getTime(), status.until.getTime()], [day(2020, 9, 9).getTime(), day(2022, 6, 10).getTime()]);
    equal(status.reasons.at(-1), 'On 1 January 2021: a relevant child (Children Act 1989, section 23A(2)).');
    equal(person.statusOn(day(2021, 1, 1)).equal(status), true);
    equal(person.corporateParentingAppliesOn('2021-01-01'), Marmot.CareAnswer.YES);
    equal(person.getTimeline().columns().status.at(2), 'eligible');
});

test('what is missing is named', () => {
    const wentHome = {start: '2018-01-01', end: '2020-12-15', endReason: 'E4A'};
    const status = careLeaver({birth: '2004-06-10', spells: [wentHome]}).statusOn('2021-06-15');
    equal(status.status, Marmot.CareStatus.CANNOT_BE_DETERMINED);
    equal(status.dependsOn, ['home-with-parent']);
    const known = careLeaver({birth: '2004-06-10', spells: [wentHome],
        facts: [{fact: 'home-with-parent', start: '2020-12-15'}]});
    equal(known.statusOn('2021-06-15').status, Marmot.CareStatus.QUALIFYING);
    const complete = careLeaver({birth: '2004-06-10', spells: [wentHome], complete: 'all'});
    equal(complete.statusOn('2021-06-15').status, Marmot.CareStatus.RELEVANT);
});

test('conventions of others', () => {
    const person = careLeaver({birth: '2004-06-10', spells: [{...left, end: '2020-09-08'}]});
    equal(person.statusOn('2021-01-01').status, Marmot.CareStatus.QUALIFYING);
    equal(person.statusOn('2021-01-01', 'ssd-mosaic').status, Marmot.CareStatus.RELEVANT);
    equal(person.statusOn('2021-01-01', {dayCount: 'inclusive'}).status, Marmot.CareStatus.RELEVANT);
    equal(careLeaver({birth: '2004-02-29'}).ageOn('2022-02-28', {leapBirthday: 'february'}), 18);
    equal(leaverOptions('statute').describe().includes('91 days'), true);
    throws(() => person.statusOn('2021-01-01', 'nobody'), error => equal(error.name, 'MarmotError'));
    throws(() => person.statusOn('2021-01-01', {colour: 1}), error => equal(error.name, 'TypeError'));
});

test('contacts and findings', () => {
    const person = careLeaver({birth: '2004-06-10', spells: [{start: '2016-01-01', end: '2022-06-10', endReason: 'E17'}],
        contacts: [{date: '2020-06-09', inTouch: 'YES', activity: 'P5', accommodation: 'K1'}]});
    equal(person.contacts.columns().accommodation_kind.at(0), 'K');
    equal(person.findings.map(finding => finding.rule), ['care-leaver/contact-before-16']);
    throws(() => person.addFact({fact: 'nonsense', start: '2020-01-01'}), error => equal(error.name, 'TypeError'));
});

await done();
