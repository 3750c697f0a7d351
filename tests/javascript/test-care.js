/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The return on children looked after and the Safeguarding Dataset in GJS. All children
 * are made up.
 */
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const bytes = text => new TextEncoder().encode(text);
const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,05/06/2008,WBRI,,,\n';
const names = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const first = `${names}1,20/07/2017,S,V2,N1,K2,PR4,,,,CV1 1AA,B1 1BB,SC2\n,20/07/2017,S,V2,N1,K2,PR4,,,,,,\n`;
const second = `${names}1,20/07/2017,S,V2,N1,K2,PR4,03/05/2018,E4A,,CV1 1AA,B1 1BB,SC2\n`;
const cells = (set, name) => [...set.get_table().get_column_by_name(name)];

test('a return of two years', () => {
    const told = [];
    const care = Marmot.readCareReturn([[2017, [bytes(first), bytes(header)]], ['2018/19', bytes(second)]],
        {progress: fraction => told.push(fraction)});
    equal([care.firstYear, care.lastYear, care.nChildren], [2017, 2018, 1]);
    equal([care.nRowsRead, care.nRowsKept, care.nRowsLeftOut, care.nRepeated], [4, 3, 1, 1]);
    ok(care.findings.some(finding => finding.rule === 'care/no-child'));
    const episodes = care.getEpisodes();
    equal(cells(episodes, 'end_reason'), ['E4A']);
    equal(cells(episodes, 'sex'), ['1']);
    equal(care.getTable(Marmot.CareTable.EPISODES, 2017).get_n_rows(), 1);
    equal(care.getTable(Marmot.CareTable.OC2, 2017), null);
    equal([told[0], told.at(-1)], [0, 1]);
});

test('wrong files throw', () => {
    throws(() => Marmot.readCareReturn([[2017, bytes('a,b\n1,2\n')]]));
    throws(() => Marmot.readCareReturn([[2017, '/nowhere/at/all.csv']]));
    throws(() => Marmot.readCareReturn([[17, bytes(header)]]));
    throws(() => Marmot.readCareReturn([]));
    const [known, table] = Marmot.CareReader.recognise(['child', 'duc']);
    ok(known);
    equal(table, Marmot.CareTable.UASC);
});

test('files in a thread', () => {
    const [file, stream] = Gio.File.new_tmp('marmot-XXXXXX.csv');
    stream.get_output_stream().write_all(bytes(second), null);
    stream.close(null);
    const loop = GLib.MainLoop.new(null, false);
    const reader = Marmot.CareReader.new();
    const told = [];
    let care = null;
    reader.set_progress_func(fraction => told.push(fraction));
    reader.read_files_async([file], [2018], null, (_source, result) => {
        care = reader.read_files_finish(result);
        loop.quit();
    });
    loop.run();
    file.delete(null);
    equal(care.nRowsRead, 1);
    ok(told.length > 1);
});

test('the Safeguarding Dataset', () => {
    const findings = [];
    const episodes = Marmot.readSafeguardingDataset(
        bytes('earl_person_id,earl_episode_start_date,earl_episode_end_reason\np1,2024-01-10,Step-up\n,,\n'), {findings});
    equal(cells(episodes, 'end_reason'), ['step-up']);
    ok(findings.some(finding => finding.rule === 'ssd/no-person'));
});

await done();
