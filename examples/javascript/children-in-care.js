// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads three years of the return on children looked after, and makes two snapshots that are
// never one: who was in care on 23 January 2025, and where children lived on 31 October 2022.
//
//   gjs -m children-in-care.js YEAR_FOLDER
//
// YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against the
// one that its rows were made with; it exits with 1 if one differs. The same program in C and
// Python stands beside this one; the three print the same.
import Gio from 'gi://Gio?version=2.0';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

const YEARS = {'2022/23': '2022-23', '2023/24': '2023-24', '2024/25': '2024-25'};
const TABLES = ['episodes', 'header', 'placement-locations', 'reviews', 'uasc'];
const COVENTRY = 'E08000026';

// What, the measure and its conventions, and where the figure stands in expected.json.
const SNAPSHOTS = [
    ['january_2025', [
        ['Children looked after', 'looked-after', {}, 'looked_after/value'],
        ['Unaccompanied asylum-seeking children', 'uasc', {}, 'unaccompanied'],
        ['With foster carers', 'placed-with', {}, 'fostered'],
        ["In children's homes", 'placed-with', {placements: ['K2']}, 'in_childrens_homes'],
    ]],
    ['october_2022', [
        ['Children looked after', 'looked-after', {}, 'looked_after/value'],
        ['Placed in the city', 'placed-inside', {authority: COVENTRY}, 'in_the_city'],
        ['Placed in neighbouring authorities', 'placed-adjoining', {authority: COVENTRY},
            'in_neighbouring_authorities'],
        ['Placed at a distance', 'placed-at-a-distance', {authority: COVENTRY}, 'at_a_distance'],
    ]],
];

// A place in JSON, such as "looked_after/value".
function find(tree, path) {
    return path.split('/').reduce((place, name) => place?.[name], tree);
}

function check(episodes, expected) {
    let nFigures = 0, nDifferent = 0;
    for (const [name, figures] of SNAPSHOTS) {
        const snapshot = expected[name];
        print(`On ${snapshot.on}`);
        for (const [what, measure, how, path] of figures) {
            const found = episodes.measure(measure, {day: new Date(snapshot.on), ...how}).get_measure(0);
            const wanted = find(snapshot, path);
            const numerator = found.get_numerator(), denominator = found.get_denominator();
            let same = numerator === wanted, share = '';
            if (typeof wanted === 'object') {
                same = numerator === wanted.numerator && denominator === wanted.denominator;
                share = ` of ${denominator}, ${(100 * found.get_estimate().get_value()).toFixed(1)}%`;
            }
            nFigures++;
            nDifferent += !same;
            print(`  ${what}: ${numerator}${share}${same ? ', as expected' : ', NOT AS EXPECTED'}`);
        }
        if (snapshot.assumption)
            print(`  Assumption: ${snapshot.assumption}`);
    }
    print(`Of ${nFigures} figures, ${nFigures - nDifferent} came out as they were made. All rows are made up.`);
    return nDifferent === 0;
}

function main(args) {
    if (args.length !== 1) {
        printerr('Usage: children-in-care.js YEAR_FOLDER');
        return 1;
    }
    const folder = Gio.File.new_for_commandline_arg(args[0]);
    const file = folder.get_child('expected.json');
    if (!file.query_exists(null)) {
        printerr(`${args[0]}/expected.json cannot be read: make it with examples/synthetic/make_year.py`);
        return 1;
    }
    const expected = JSON.parse(new TextDecoder().decode(file.load_contents(null)[1])).care;
    const care = Marmot.readCareReturn(Object.entries(YEARS).map(
        ([year, name]) => [year, TABLES.map(table => folder.get_child(`care/${name}/${table}.csv`))]));
    print(`Rows: ${care.get_n_rows_read()} read, ${care.get_n_rows_kept()} kept, ` +
        `${care.get_n_rows_left_out()} left out; children: ${care.get_n_children()}`);
    return check(care.get_episodes(), expected) ? 0 : 1;
}

System.exit(main(ARGV));
