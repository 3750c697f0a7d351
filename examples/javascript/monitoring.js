// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Holds a monitoring tool against board packs, and against the tool that is built in:
//
//   gjs -m monitoring.js TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...
//
// The same program in C and Python stands beside this one; the three write the
// same bytes.
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

function read(reader, method, argument) {
    try {
        return reader[method](Gio.File.new_for_commandline_arg(argument), null);
    } catch (error) {
        printerr(error.message);
        for (const finding of reader.get_findings())
            printerr(`  ${finding}`);
        return System.exit(1);
    }
}

function main(args) {
    if (args.length < 3) {
        printerr('Usage: monitoring.js TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...');
        return 1;
    }
    const [file, output, ...folders] = args;
    const tool = read(new Marmot.MonitoringToolReader(), 'read_file', file);

    const coverage = Marmot.MonitoringCoverage.new(tool);
    for (const folder of folders)
        coverage.add_pack(read(new Marmot.PackReader(), 'read_folder', folder));

    const covered = coverage.to_text(null);
    const changed = Marmot.MonitoringTool.new_built_in().diff_to_text(tool);
    GLib.mkdir_with_parents(output, 0o777);
    GLib.file_set_contents(`${output}/coverage.txt`, covered);
    GLib.file_set_contents(`${output}/changes.txt`, changed);
    print(covered.trimEnd());
    return 0;
}

System.exit(main(ARGV));
