// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads a return on children in care and care leavers, with a council's own extracts beside it,
// and makes the figures of a paper on corporate parenting: health of children in care, care
// leavers, and consultations. Some are set beside statistical neighbours and England.
//
//   gjs -m corporate-parenting.js YEAR_FOLDER
//
// YEAR_FOLDER is what examples/synthetic/make_year.py writes. Every figure is held against the
// one that its rows were made with; it exits with 1 if one differs. The same program in C and
// Python stands beside this one; the three print the same.
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib?version=2.0';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

const YEAR = ['2024-04-01', '2025-03-31'];
const TO_DECEMBER = ['2024-01-01', '2024-12-31'];
const DECEMBER = '2024-12-31', JANUARY = '2025-01-23', MARCH = '2025-03-31';

// What; of whom: people with dated checks and contacts, or those of a return; the measure; the day or
// the period; the youngest and the oldest age, 0 for those of the measure; and where the figure stands
// in expected.json.
const SECTIONS = [
    ['Up to 31 December 2024', [
        ['Review health assessments in twelve months', 'people', 'health-review-rolling', DECEMBER, 0, 17,
            'health/oc2-reviews'],
        ['The same, of a return up to that day', 'december', 'health-assessment', DECEMBER, 0, 17,
            'health/oc2-reviews'],
        ['Review health assessments on time, under five', 'people', 'health-review-timely', DECEMBER, 0, 4,
            'health/reviews-under-five'],
        ['Review health assessments on time, five and over', 'people', 'health-review-timely', DECEMBER, 5, 17,
            'health/reviews-five-and-over'],
        ['Review health assessments on time', 'people', 'health-review-timely', DECEMBER, 0, 17,
            'health/reviews-total'],
        ['Dental checks', 'december', 'dental-check', DECEMBER, 0, 17, 'health/oc2-dental'],
        ['Dental checks by their dates', 'people', 'dental-rolling', DECEMBER, 0, 17, 'health/oc2-dental'],
        ['Strengths and difficulties questionnaires', 'december', 'sdq-published', DECEMBER, 0, 0,
            'health/oc2-questionnaires'],
        ['Immunisations', 'december', 'immunisations', DECEMBER, 0, 17, 'health/oc2-immunisations'],
        ['Development checks, under five', 'people', 'development-rolling', DECEMBER, 0, 0, 'health/oc2-development'],
        ['Health summaries of those who left care', 'people', 'health-summary', TO_DECEMBER, 0, 0, 'health_summaries'],
        ['First health assessments in 20 working days', 'people', 'initial-health-on-time', TO_DECEMBER, 0, 0,
            'first_assessments'],
        ['Staying put', 'people', 'staying-put', TO_DECEMBER, 0, 0, 'staying_put'],
    ]],
    ['On 31 March 2025, as the return has it (OC2)', [
        ['Health assessments', 'return', 'health-assessment', MARCH, 0, 17,
            'oc2_at_31_march/figures/health-assessment'],
        ['Dental checks', 'return', 'dental-check', MARCH, 0, 17, 'oc2_at_31_march/figures/dental-check'],
        ['Immunisations', 'return', 'immunisations', MARCH, 0, 17, 'oc2_at_31_march/figures/immunisations'],
        ['Development checks, under five', 'return', 'development-check', MARCH, 0, 0,
            'oc2_at_31_march/figures/development-check'],
        ['Strengths and difficulties questionnaires', 'return', 'sdq-published', MARCH, 0, 0,
            'oc2_at_31_march/figures/questionnaires'],
        ['Convicted, ten and over', 'return', 'convicted', MARCH, 0, 0, 'oc2_at_31_march/figures/convicted'],
        ['Substance misuse', 'return', 'substance-misuse', MARCH, 0, 17, 'oc2_at_31_march/figures/substance-misuse'],
    ]],
    ['On 23 January 2025', [
        ['Children in care', 'people', 'children-in-care', JANUARY, 0, 17, 'snapshot/in-care'],
        ['Unaccompanied asylum-seeking children', 'people', 'children-in-care-uasc', JANUARY, 0, 17,
            'snapshot/unaccompanied'],
        ['Care leavers with a personal adviser', 'people', 'care-leavers-open', JANUARY, 0, 0, 'open_cases'],
        ['Care leavers by law', 'people', 'care-leavers', JANUARY, 0, 0, 'care_leavers_by_law'],
    ]],
    ['Referrals to a consultation', [
        ['Within four weeks, 2023/24', 'people', 'consultation-within', ['2023-04-01', '2024-03-31'], 0, 0,
            'consultations/0'],
        ['Within four weeks, April to September 2024', 'people', 'consultation-within', ['2024-04-01', '2024-09-30'],
            0, 0, 'consultations/1'],
    ]],
];
const GROUPS = [
    ['Children in care by age', 'children-in-care', 'age_part', JANUARY, 17, 'snapshot/in-care/by_age'],
    ['Referrals by sex, April to September 2024', 'consultations', 'sex', ['2024-04-01', '2024-09-30'], 0,
        'consultations/1/by_sex'],
];
const BANDS = [['17', 17, 17], ['18', 18, 18], ['19', 19, 19], ['20', 20, 20], ['21', 21, 21], ['19 to 21', 19, 21],
    ['22 to 25', 22, 25]];
const OUTCOMES = [
    ['in touch', 'in-touch', 'in-touch'],
    ['in education, employment or training', 'eet', 'in-education-employment-or-training'],
    ['in suitable accommodation', 'suitable', 'in-suitable-accommodation'],
];

const RELATIONS = {
    [Marmot.Relation.LOWER]: 'lower', [Marmot.Relation.SIMILAR]: 'similar', [Marmot.Relation.HIGHER]: 'higher',
};

// A place in JSON, such as "consultations/1/by_sex".
function find(tree, path) {
    return path.split('/').reduce((place, name) => place?.[name], tree);
}

// A day, or a period, as options of a measure.
function days(when) {
    if (typeof when === 'string')
        return {day: new Date(when)};
    return {period: Marmot.Period.new_span(...when.map(text => {
        const [year, month, day] = text.split('-').map(Number);
        return GLib.Date.new_dmy(day, month, year);
    }))};
}

// Figures held against those that their rows were made with.
class Check {
    constructor(sets, expected) {
        Object.assign(this, {sets, expected, nFigures: 0, nDifferent: 0, percents: {}});
    }

    note(same) {
        this.nFigures++;
        this.nDifferent += !same;
        return same ? 'as expected' : 'NOT AS EXPECTED';
    }

    figure(what, whom, measure, when, fromAge, toAge, path) {
        const found = this.sets[whom].measure(measure, {fromAge, toAge, ...days(when)}).get_measure(0);
        const wanted = find(this.expected, path);
        const numerator = found.get_numerator(), denominator = found.get_denominator();
        let same = numerator === wanted.value, share = '';
        if (!('value' in wanted)) {
            same = numerator === wanted.numerator && denominator === wanted.denominator;
            this.percents[path] = (100 * found.get_estimate().get_value()).toFixed(1);
            share = ` of ${denominator}, ${this.percents[path]}%`;
        }
        const unknown = found.get_n_unknown() ? `; not known of ${found.get_n_unknown()}` : '';
        print(`  ${what}: ${numerator}${share}${unknown}, ${this.note(same)}`);
        if (whom === 'december' && wanted.comparators)
            this.compare(what, found, wanted.comparators);
    }

    // With figures of others, by the interval of ours; they are of another period, and it says so.
    compare(what, found, comparators) {
        const indicator = new Marmot.Indicator({name: what, value_type: Marmot.ValueType.PROPORTION});
        const spec = new Marmot.ComparisonSpec({method: Marmot.ComparisonMethod.INTERVAL});
        const ours = Marmot.observation(found, {indicator, period: days(TO_DECEMBER).period});
        for (const name of ['statistical neighbours', 'England']) {
            const theirs = new Marmot.Observation({
                indicator, value: Marmot.Value.new_percent(comparators[name], 1),
                period: Marmot.Period.parse(comparators.period, Marmot.YearType.FINANCIAL),
            });
            const compared = Marmot.Comparison.new_compare(ours, theirs, spec);
            const period = compared.same_period ? 'the same period' : 'another period';
            print(`    ${name}, ${comparators.period}: ${comparators[name].toFixed(1)}%, and this is ` +
                `${RELATIONS[compared.relation]}, of ${period}`);
        }
    }

    groups(what, measure, by, when, toAge, path) {
        const tally = this.sets.people.measure(measure, {by, toAge, ...days(when)});
        const keys = tally.get_keys().get_column_by_name(by), found = {};
        for (let row = 0; row < keys.get_length(); row++)
            found[keys.get_text(row)] = tally.get_measure(row).get_numerator();
        for (const [key, count] of Object.entries(find(this.expected, path)))
            print(`  ${what}, ${key}: ${found[key] ?? 0}, ${this.note(found[key] === count)}`);
    }

    // Which share under five it takes for two parts to make a total.
    feasibility() {
        const [young, old, total, other] = ['reviews-under-five', 'reviews-five-and-over', 'reviews-total',
            'oc2-reviews'].map(name => Number(this.percents[`health/${name}`]));
        for (const [at, whole] of [total, other].entries()) {
            const share = (100 * (old - whole) / (old - young)).toFixed(1);
            const same = Number(share) === this.expected.feasibility.needed[at].share_under_five;
            print(`  ${young.toFixed(1)}% under five and ${old.toFixed(1)}% from five on make ${whole.toFixed(1)}% ` +
                `if ${share}% are under five, ${this.note(same)}`);
        }
    }
}

// Everybody: with their checks and contacts, as the return has them, and as one up to December would.
function read(folder) {
    const table = name => new Marmot.CsvReader().read_file(folder.get_child(`${name}.csv`), null);
    const files = (...names) => [
        ['2023/24', ['episodes', 'header', 'uasc'].map(name => folder.get_child(`earlier/${name}.csv`))],
        ['2024/25', names.map(name => folder.get_child(`${name}.csv`))],
    ];
    const tables = ['2024-25/episodes', '2024-25/header', '2024-25/uasc'];
    const whole = Marmot.readCareReturn(files(...tables, '2024-25/oc2', '2024-25/oc3'));
    const december = Marmot.readCareReturn(files(...tables, 'oc2-to-december'));
    const everybody = Marmot.people(table('people'), whole.get_episodes(), {
        facts: table('facts'), complete: 'all', contacts: table('contacts'), checks: table('health-checks'),
    });
    print(`People: ${everybody.get_n_rows()}; rows of the return: ${whole.get_n_rows_read()}`);
    return {people: everybody, return: Marmot.people(whole), december: Marmot.people(december)};
}

function main(args) {
    if (args.length !== 1) {
        printerr('Usage: corporate-parenting.js YEAR_FOLDER');
        return 1;
    }
    const folder = Gio.File.new_for_commandline_arg(args[0]).get_child('care-leavers');
    const file = folder.get_child('expected.json');
    if (!file.query_exists(null)) {
        printerr(`${file.get_path()} cannot be read: make it with examples/synthetic/make_year.py`);
        return 1;
    }
    const expected = JSON.parse(new TextDecoder().decode(file.load_contents(null)[1]));
    const check = new Check(read(folder), expected);
    for (const [title, figures] of SECTIONS) {
        print(title);
        for (const figure of figures)
            check.figure(...figure);
    }
    print('By age and by sex');
    for (const group of GROUPS)
        check.groups(...group);
    print('Care leavers by their birthday in 2024/25 (OC3)');
    for (const [band, youngest, oldest] of BANDS) {
        for (const [what, measure, name] of OUTCOMES) {
            check.figure(`${band}, ${what}`, 'return', measure, YEAR, youngest, oldest,
                `oc3/bands/${band}/figures/${name}`);
        }
    }
    print('Whether the reviews can be of one cohort');
    check.feasibility();
    print(`As expected ${check.nFigures - check.nDifferent} of ${check.nFigures}. All rows are made up.`);
    return check.nDifferent === 0 ? 0 : 1;
}

System.exit(main(ARGV));
