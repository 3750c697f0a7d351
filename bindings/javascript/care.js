/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reading the return on children looked after, and the Safeguarding Dataset.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';

import {names} from './patch.js';
import {makeTable, toYear} from './table-calls.js';

/* A path or a file as a file, bytes as bytes, and all else as a table. */
function add(reader, item, ...year) {
    if (item instanceof Uint8Array)
        reader.add_bytes(new GLib.Bytes(item), null, ...year, null);
    else if (item instanceof GLib.Bytes)
        reader.add_bytes(item, null, ...year, null);
    else if (typeof item === 'string')
        reader.add_file(Gio.File.new_for_path(item), ...year, null);
    else if (item instanceof Gio.File)
        reader.add_file(item, ...year, null);
    else
        reader.add_table(makeTable(item), null, ...year);
}

function toList(source) {
    return Array.isArray(source) ? source : [source];
}

/* A CareReturn of [year, files] pairs, such as a Map or Object.entries gives: a file is a
 * path, a Gio.File, bytes or a table, and files one of them or several. */
export function readCareReturn(sources, {progress = null, maxFindings = null, maxBytes = null} = {}) {
    const files = [...sources].flatMap(([year, source]) => toList(source).map(item => [item, toYear(year)]));
    const reader = names.CareReader.new();
    if (maxFindings !== null)
        reader.set_max_findings(maxFindings);
    if (maxBytes !== null)
        reader.set_max_bytes(maxBytes);
    files.forEach(([item, year], i) => {
        if (progress)
            reader.set_progress_func(fraction => progress((i + fraction) / files.length));
        add(reader, item, year);
    });
    reader.set_progress_func(null);
    return reader.end();
}

/* An EpisodeSet of tables of the Standard Safeguarding Dataset; findings, an array, gets
 * what was found. */
export function readSafeguardingDataset(sources, {findings = null} = {}) {
    const reader = names.SsdReader.new();
    try {
        for (const item of toList(sources))
            add(reader, item);
        return reader.end();
    } finally {
        findings?.push(...reader.get_findings());
    }
}
