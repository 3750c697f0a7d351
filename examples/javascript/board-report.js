// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads a board pack, judges its figures and writes the report of the board:
//
//   gjs -m board-report.js PACK_FOLDER OUTPUT_FOLDER
//
// The same program in C and Python stands beside this one; the three write the
// same bytes.
import Gio from 'gi://Gio?version=2.0';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

function main(args) {
    if (args.length !== 2) {
        printerr('Usage: board-report.js PACK_FOLDER OUTPUT_FOLDER');
        return 1;
    }
    const [folder, output] = args.map(arg => Gio.File.new_for_commandline_arg(arg));

    const reader = new Marmot.PackReader();
    let pack;
    try {
        pack = reader.read_folder(folder, null);
    } catch (error) {
        printerr(error.message);
        for (const finding of reader.get_findings())
            printerr(`  ${finding}`);
        return 1;
    }

    const report = Marmot.BoardReport.new(pack);
    report.write(output, null);
    print(report.to_text());

    // The objects behind the page can be walked as well.
    print('Every indicator with a target');
    for (const row of report.get_scorecard())
        print(`  ${row.indicator.id}: ${row.current_reason}`);
    return 0;
}

System.exit(main(ARGV));
