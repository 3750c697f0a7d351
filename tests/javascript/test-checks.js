/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules on the logic of episodes in GJS. All rows are made up.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const csv = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n' +
    'a,01/04/2022,S,C2,N1,U4,PR1,30/04/2022,X1,,,P,U\n' +
    'a,15/04/2022,L,C1,N1,U4,PR1,,,,,P,U\n';
const care = Marmot.CareReader.new().read_bytes(new GLib.Bytes(new TextEncoder().encode(csv)), 'episodes.csv', 2022);

test('which rows break which rules', () => {
    const result = care.check(null);
    equal(result.count('501'), 1);
    const rules = result.findings.filter(finding => finding.row).map(finding => `${finding.row} ${finding.rule}`);
    equal(rules, ['2 ssda903/388', '3 ssda903/433', '3 ssda903/501']);
    equal(result.failures.get_n_rows(), 3);
    ok(/^23 rules on episode logic asked, 3 of them broken, by 2 rows$/.test(`${result}`), `${result}`);
});

test('a council may switch a rule off', () => {
    const rules = Marmot.EpisodeRules.newBuiltin();
    equal(rules.find('365').days, 17);
    const options = new Marmot.CheckOptions({rules: rules.without(['501'])});
    equal(care.check(options).count('501'), 0);
});

test('a year that was not read throws', () => {
    throws(() => care.check(Marmot.CheckOptions.new(1999)), error => ok(/1999/.test(error.message), error.message));
});

await done();
