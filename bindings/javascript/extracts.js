/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Extracts of case systems as sets of episodes, in one call.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';

import Gi from './load.js';
import {checkOptions} from './table-calls.js';

const toFile = source => source instanceof Gio.File ? source : Gio.File.new_for_path(source);
const toBytes = source => source instanceof Uint8Array ? new GLib.Bytes(source) : source;
const isPath = source => typeof source === 'string' || source instanceof Gio.File;

/* A mapping of an object of the form of its file, of its path, or of the name of one that
 * comes with the library. */
export function episodeMapping(mapping) {
    if (mapping instanceof Gi.EpisodeMapping)
        return mapping;
    if (mapping instanceof Gio.File || (typeof mapping === 'string' && /[./]/.test(mapping)))
        return Gi.EpisodeMapping.new_from_file(toFile(mapping), null);
    if (typeof mapping === 'string')
        return Gi.EpisodeMapping.new_builtin(mapping);
    const text = JSON.stringify({format: 'marmot-mapping 1', ...mapping});
    return Gi.EpisodeMapping.new_from_json(new GLib.Bytes(new TextEncoder().encode(text)), null);
}

/* A set of a council's extract: a path, or bytes. What was left out or could not be read is
 * put into the list options.findings; without one, a line on the console says that there is
 * something. options.progress is called with the share that is done. */
export function readEpisodes(source, mapping, options = {}) {
    checkOptions(options, ['needs', 'name', 'extractDay', 'progress', 'findings', 'maxFindings', 'cancellable']);
    const {needs = null, name = null, extractDay = null, progress, findings, maxFindings, cancellable = null} = options;
    const reader = new Gi.EpisodeReader({mapping: episodeMapping(mapping)});
    if (maxFindings !== undefined)
        reader.set_max_findings(maxFindings);
    reader.set_extract_day(extractDay);
    if (progress)
        reader.set_progress_func(share => progress(share));

    let set;
    try {
        set = isPath(source)
            ? reader.read_file(toFile(source), needs === null ? null : toFile(needs), cancellable)
            : reader.read_bytes(toBytes(source), needs === null ? null : toBytes(needs), name);
    } finally {
        findings?.push(...reader.get_findings());
    }
    const leftOut = reader.get_n_rows_left_out() + reader.get_n_needs_left_out();
    const lost = reader.get_n_cells_lost();
    if (!findings && leftOut + lost > 0)
        console.warn(`${leftOut} rows left out, ${lost} cells left empty: pass a list as findings to see why`);
    return set;
}
