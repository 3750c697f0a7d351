/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * marmot.d.ts has the fields, and the methods that it says, of actions and assessments.
 */
import Gio from 'gi://Gio';
import GObject from 'gi://GObject';

import {done, equal, ok, test} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const [, bytes] = Gio.File.new_for_path(`${ARGV[0]}/marmot.d.ts`).load_contents(null);
const text = new TextDecoder().decode(bytes);
const camel = name => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/* The names of the members of an interface. */
function members(name) {
    const body = text.match(new RegExp(`^export interface ${name}(?:<\\w+>)?(?: extends [^{]*)? \\{\\n?((?:    .*\\n)*)\\}`, 'm'));
    ok(body, `${name} is not declared`);
    return [...body[1].matchAll(/^ {4}(?:readonly )?(\w+)\??[:(]/gm)].map(([, member]) => member);
}

const classes = [...text.matchAll(/^ {4}readonly (\w+): (?:Document|File)Class</gm)].map(([, name]) => name);

test('the classes of both rooms are declared', () => {
    const isDocument = thing => thing?.$gtype && thing.prototype?.copy && thing.prototype?.equal &&
        !thing.prototype.to_string && thing.list_properties?.().some(spec => spec.get_name() !== 'name');
    const there = Object.keys(Marmot).filter(name => isDocument(Marmot[name]));
    for (const name of there.filter(each => /^(Action|Assessment|Voice|Workforce|Pledge|Promise|Self|Forward|Meeting|Evidence)/.test(each)))
        ok(classes.includes(name), `${name} is not declared`);
    ok(classes.length >= 24);
});

for (const name of classes) {
    test(`the fields of ${name}`, () => {
        const fields = Marmot[name].list_properties()
            .filter(spec => spec.flags & GObject.ParamFlags.WRITABLE || spec.value_type.name === 'GListStore');
        equal(members(`${name}Fields`).sort(), fields.map(spec => camel(spec.get_name())).sort());
        for (const member of members(name))
            ok(member in Marmot[name].prototype, `${name} has no ${member}`);
    });
}

test('templates, their parts, and what all documents have', () => {
    for (const name of ['AssessmentTemplate', 'TemplateQuestion', 'TemplateStage', 'Dimension', 'AssessmentVersion']) {
        for (const member of members(name))
            ok(member in Marmot[name].prototype, `${name} has no ${member}`);
    }
    for (const name of ['AssessmentImport', 'AssessmentRegister', 'AssessmentRefresh', 'TemplateMapping']) {
        for (const member of members(name))
            ok(member in Marmot[name].prototype, `${name} has no ${member}`);
    }
    for (const member of members('AssessmentTemplateClass'))
        ok(member in Marmot.AssessmentTemplate, `AssessmentTemplate has no ${member}`);
    for (const member of [...members('DocumentOf'), ...members('FileOf')])
        ok(member in Marmot.Assessment.prototype, `Assessment has no ${member}`);
    ok('read' in Marmot.Assessment && 'parse' in Marmot.Assessment);
});

await done();
