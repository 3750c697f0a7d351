// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads a file of Fingertips' form, and says of one area how it stands beside
// England, its region and the areas that are like it, and where it is going:
//
//   gjs -m public-health.js FIGURES AREA_CODE OUTPUT_FOLDER
//
// The same program in C and Python stands beside this one; the three print the same,
// and write the same bytes.
import Gio from 'gi://Gio?version=2.0';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

const ENGLAND = 'E92000001';
// The areas that the extract has beside Coventry, in order of likeness.
const NEIGHBOURS = ['E06000015', 'E08000001', 'E06000031', 'E08000035', 'E08000019'];
// What the file does not say of its indicators: their type, and which direction is good.
const INDICATORS = [
    ['92196', Marmot.ValueType.CRUDE_RATE],
    ['93356', Marmot.ValueType.CRUDE_RATE],
    ['93085', Marmot.ValueType.PROPORTION],
    ['93701', Marmot.ValueType.PROPORTION],
];

const rows = table => Array.from({length: table.get_n_rows()}, (_, row) => row);
const text = (table, name, row) => table.get_column_by_name(name).get_text(row);
const number = (table, name, row) => Marmot.number_format(table.get_column_by_name(name).get_double(row), 1);
const integer = (table, name, row) => table.get_column_by_name(name).get_integer(row);

// The label, with the benchmark, or why there is none.
function describe(result, row) {
    const reason = text(result, 'reason', row);
    return reason === 'compared' ? `${text(result, 'label', row)} (${number(result, 'benchmark', row)})` : reason;
}

function main(args) {
    if (args.length !== 3) {
        printerr('Usage: public-health.js FIGURES AREA_CODE OUTPUT_FOLDER');
        return 1;
    }
    const [file, output] = [args[0], args[2]].map(arg => Gio.File.new_for_commandline_arg(arg));
    const area = args[1];

    const reader = new Marmot.FingertipsReader();
    let figures;
    try {
        figures = reader.read_file(file, null);
    } catch (error) {
        printerr(error.message);
        for (const finding of reader.get_findings())
            printerr(`  ${finding}`);
        return 1;
    }
    const indicators = Gio.ListStore.new(Marmot.Indicator.$gtype);
    for (const [id, value_type] of INDICATORS) {
        indicators.append(new Marmot.Indicator({id, name: id, value_type,
            polarity: Marmot.Polarity.LOW_IS_GOOD}));
    }

    // The whole file at once, against three benchmarks.
    const england = figures.compare(Marmot.Benchmark.new_area(ENGLAND), null, indicators);
    const region = figures.compare(Marmot.Benchmark.new_parent(), null, indicators);
    const alike = figures.compare(
        Marmot.Benchmark.new_areas(NEIGHBOURS, Marmot.AverageKind.MEAN_OF_AREAS, false, 0), null, indicators);
    const options = Marmot.TrendOptions.new(Marmot.TrendRule.FINGERTIPS, Marmot.ValueType.OTHER,
        Marmot.Polarity.UNSTATED);
    const trends = figures.trends(options, indicators);
    for (const [name, table] of Object.entries({england, region, neighbours: alike, trends}))
        Marmot.csv_write_file(table, output.get_child(`${name}.csv`), null);

    const table = figures.get_table();
    print(`${figures.get_n_rows()} figures, ${reader.get_findings().length} findings`);
    print('');
    print('Beside England, the region and the mean of the areas alike');
    for (const row of rows(table)) {
        if (text(table, 'area_code', row) !== area)
            continue;
        const name = text(table, 'indicator_name', row).trim().split(/\s+/).join(' ');
        const labels = [england, region, alike].map(result => describe(result, row)).join(' | ');
        print(`  ${name}, ${text(table, 'age', row)}, ${text(table, 'time_period', row)}: ` +
            `${number(table, 'value', row)} | ${labels}`);
    }

    const labelled = rows(table).filter(row => text(table, 'compared_england', row) !== null);
    const same = labelled.filter(row => text(table, 'compared_england', row) === text(england, 'label', row));
    print(`Of the ${labelled.length} labels beside England that were published, ${same.length} came out the same.`);

    print('');
    print('Infant mortality, from the lowest');
    const infants = figures.filter('indicator_id', '92196').filter('area_type', 'County & UA');
    const ranked = Marmot.view_ranked(infants);
    for (const row of rows(ranked)) {
        print(`  ${number(ranked, 'rank', row)} of ${integer(ranked, 'ranked', row)}: ` +
            `${text(ranked, 'area_name', row)} ${number(ranked, 'value', row)}`);
    }

    // These figures were printed to one decimal, which may hide the answer.
    const printed = infants.get_table();
    const constant = value => Marmot.Column.new_double(rows(printed).map(() => value));
    const hidden = Marmot.compare_columns(
        Marmot.ComparisonSpec.new(Marmot.ComparisonMethod.INTERVAL, Marmot.Polarity.LOW_IS_GOOD),
        Marmot.Table.new(['value', 'lower', 'upper', 'benchmark', 'decimals', 'benchmark_decimals'],
            [...['value', 'lower_95', 'upper_95'].map(name => printed.get_column_by_name(name)),
                constant(3.9), constant(1), constant(1)]));
    for (const row of rows(printed)) {
        if (text(hidden, 'reason', row) === 'printed-too-coarsely')
            print(`  ${text(printed, 'area_name', row)} cannot be told from England's 3.9 as these were printed.`);
    }

    print('');
    print('Recent trends');
    const without = rows(trends).filter(row => text(trends, 'marker', row) === 'cannot-be-calculated');
    for (const row of rows(trends)) {
        if (without.includes(row))
            continue;
        print(`  ${text(trends, 'area_code', row)}, ${integer(trends, 'indicator_id', row)}, ` +
            `${text(trends, 'age', row)}: ${text(trends, 'label', row)} (${text(trends, 'reason', row)})`);
    }
    print(`  ${without.length} series are too short, or of pooled years: trends.csv says which.`);
    return 0;
}

System.exit(main(ARGV));
