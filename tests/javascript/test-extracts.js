/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Extracts of case systems as episodes, in one call. Everything is made up.
 */
import Gio from 'gi://Gio?version=2.0';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot, episodeMapping, readEpisodes} = await import(`file://${System.programArgs[0]}/marmot.js`);

const bytes = text => new TextEncoder().encode(text);
const MAPPING = {
    kind: 'early-help',
    date_format: 'dd/mm/yyyy',
    columns: {id: 'Id', family: 'Family', start: 'Opened', end: 'Closed', end_reason: 'Reason'},
    values: {end_reason: {Done: 'outcomes-met'}},
    needs: {columns: {episode: 'Id', outcome: 'Outcome'}},
};
const GOOD = 'Id,Family,Name,Opened,Closed,Reason\nE1,F1,x,01/04/2024,01/05/2024,done\nE2,F1,x,02/05/2024,,\n';

const column = (set, name) => {
    const cells = set.get_table().get_column_by_name(name);
    return Array.from({length: cells.get_length()}, (_, row) => cells.is_null(row) ? null : cells.get_text(row));
};

test('an extract becomes a set, with its needs', () => {
    const shares = [];
    const findings = [];
    const set = readEpisodes(bytes(GOOD), MAPPING, {
        needs: bytes('Id,Outcome\nE1,housing\n'), name: 'e.csv', extractDay: '2024-12-31', findings,
        progress: share => shares.push(share),
    });
    equal(set.get_n_rows(), 2);
    equal(column(set, 'id'), ['E1', 'E2']);
    equal(column(set, 'end_reason'), ['outcomes-met', null]);
    equal(column(set, 'source'), ['e.csv', 'e.csv']);
    equal(set.get_needs().get_n_rows(), 1);
    equal(findings.map(finding => finding.get_rule()), ['csv/columns-dropped']);
    equal(shares.at(-1), 1);
});

test('what is left out is told, and never what a cell held', () => {
    const findings = [];
    const set = readEpisodes(bytes(`${GOOD}E3,CANARY-7781\nE4,F2,x,31/02/2024,,CANARY-7781\n`), MAPPING, {findings});
    equal(set.get_n_rows(), 3);
    equal(findings.map(finding => finding.get_row()), [1, 4, 5, 5]);
    ok(findings.every(finding => !finding.toString().includes('7781')));
});

test('a path, a file and a mapping of its own', () => {
    const [file] = Gio.File.new_tmp('extract-XXXXXX.csv');
    file.replace_contents(bytes(GOOD), null, false, Gio.FileCreateFlags.NONE, null);
    const mapping = episodeMapping(MAPPING);
    equal(readEpisodes(file.get_path(), mapping).get_n_rows(), 2);
    equal(readEpisodes(file, mapping).get_n_rows(), 2);
    equal(mapping.translate('end_reason', 'DONE '), 'outcomes-met');
    file.delete(null);
    throws(() => readEpisodes(file, mapping), error => ok(error.matches(Marmot.Error, Marmot.Error.IO), `${error}`));
});

test('mappings that are wrong throw, and those built in are there', () => {
    throws(() => episodeMapping({kind: 'early-help', columns: {}}),
        error => ok(error.matches(Marmot.Error, Marmot.Error.INVALID_DATA), `${error}`));
    throws(() => episodeMapping('no-such'),
        error => ok(error.matches(Marmot.Error, Marmot.Error.NOT_FOUND), `${error}`));
    equal(episodeMapping('ssd-early-help').get_kind(), Marmot.EpisodeKind.EARLY_HELP);
    throws(() => readEpisodes(bytes(GOOD), MAPPING, {extractday: 'x'}), error => ok(error instanceof TypeError));
});

test('episodes are checked', () => {
    const set = readEpisodes(bytes(`${GOOD}E5,F1,x,03/05/2024,,\n`), MAPPING);
    const [findings, n] = set.check(10);
    equal(findings.map(finding => [finding.get_rule(), finding.get_row()]), [['episode/two-open', 4]]);
    equal(Number(n), 1);
});

await done();
