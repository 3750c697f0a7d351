// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads monthly figures, and says which indicators need looking at, and why:
//
//   gjs -m exceptions.js FIGURES OUTPUT_FOLDER
//
// The same program in C and Python stands beside this one; the three print the same,
// and write the same bytes.
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import Marmot, {xmrPoints, xmrSeries} from '../../bindings/javascript/marmot.js';

function main(args) {
    if (args.length !== 2) {
        printerr('Usage: exceptions.js FIGURES OUTPUT_FOLDER');
        return 1;
    }
    const [file, output] = args;
    const write = (table, name) =>
        Marmot.csv_write_file(table, Gio.File.new_for_path(`${output}/${name}`), null);
    const reader = new Marmot.CsvReader();
    reader.set_column_type('step', Marmot.ColumnType.BOOLEAN);
    reader.set_column_type('rolling', Marmot.ColumnType.BOOLEAN);

    let table;
    try {
        const figures = reader.read_file(Gio.File.new_for_commandline_arg(file), null);
        const points = xmrPoints(figures, {series: 'indicator'});
        table = xmrSeries(figures, {series: 'indicator', exceptionsFirst: true});
        GLib.mkdir_with_parents(output, 0o777);
        write(table, 'exceptions.csv');
        write(points.with_column('indicator', figures.get_column_by_name('indicator')), 'points.csv');
    } catch (error) {
        printerr(error.message);
        return 1;
    }

    const {indicator, standing, why} = table.columns();
    for (let i = 0; i < table.nRows; i++)
        print(`${standing.at(i)}: ${indicator.at(i)}. ${why.at(i)}`);
    return 0;
}

System.exit(main(ARGV));
