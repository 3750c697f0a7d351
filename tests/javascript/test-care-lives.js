/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers' legal status in GJS: the lives that were worked by hand from the Act.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test} from './tap.js';

const {default: Marmot, careLeaver} = await import(`file://${System.programArgs[0]}/marmot.js`);

const path = GLib.build_filenamev([GLib.path_get_dirname(import.meta.url.replace('file://', '')),
    '../reference/care-lives.json']);
const {lives} = JSON.parse(new TextDecoder().decode(GLib.file_get_contents(path)[1]));

const constant = nick => nick.toUpperCase().replaceAll('-', '_');

function make(life) {
    return careLeaver({...life, person: life.id, uascUntil: life.uasc_until, coveredUntil: life.covered_until,
        spells: life.spells.map(spell => ({...spell, endReason: spell.end_reason, shortBreak: spell.short_break}))});
}

test('every life is what the Act says', () => {
    let asked = 0;
    for (const life of lives) {
        const person = make(life);
        for (const ask of life.asks) {
            const where = `${life.id} on ${ask.day}`;
            const found = person.statusOn(ask.day);
            equal(found.status, Marmot.CareStatus[constant(ask.status)], where);
            equal(found.returner, ask.returner, where);
            if (ask.provision !== null)
                equal(found.provision, ask.provision, where);
            if (ask.days_since_14 !== null)
                equal([found.daysSince14, found.daysAfter16], [ask.days_since_14, ask.days_after_16], where);
            if (ask.depends_on !== null)
                equal([...found.dependsOn].sort(), [...ask.depends_on].sort(), where);
            if (ask.corporate_parenting !== null) {
                equal(person.corporateParentingAppliesOn(ask.day),
                    Marmot.CareAnswer[constant(ask.corporate_parenting)], where);
            }
            asked++;
        }
    }
    ok(asked >= 340, `${asked} days`);
});

await done();
