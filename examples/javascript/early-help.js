// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Reads an extract of early help through a mapping, holds every figure that the library
// makes of it against those that were counted when its rows were made up, and writes the
// page for a board:
//
//   gjs -m early-help.js YEAR_FOLDER OUTPUT_FOLDER
//
// YEAR_FOLDER is what examples/synthetic/make_year.py writes. It exits with 1 if a figure
// differs. The same program in C and Python stands beside this one; the three print and
// write the same bytes.
import Gio from 'gi://Gio?version=2.0';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

const ASSUMPTIONS = [
    'closed-within: The briefing note says that 87% "of all episodes" concluded within 16 weeks. That is read as ' +
    'of the episodes that closed in the year; the numerator is not printed.',
    'outcomes-met: 54% is printed, and its numerator is not.',
    'Totals agree with the Early Help and Prevention briefing note to the Coventry Health and Wellbeing Board of 5 ' +
    'February 2025. The months, places, agencies other than schools and health, returns and needs are made up.',
];

const COUNTS = [
    ['requests', '2024', 'counts/requests/value'],
    ['opened', '2024', 'counts/opened/value'],
    ['assessed', '2024', 'counts/assessments/value'],
    ['closed', '2024', 'counts/closed/value'],
    ['closed', '2023', 'counts/closed_2023/value'],
];
const SHARES = [
    ['closed-within', '2024', 'shares/closed_within_16_weeks'],
    ['outcomes-met', '2024', 'shares/outcomes_met'],
    ['outcomes-met', '2023', 'shares/outcomes_met_2023'],
    ['partner-led', '2024', 'shares/partner_led'],
    ['step-up', '2024', 'shares/closed_stepping_up'],
    ['step-down', '2024', 'shares/opened_stepping_down_from_social_care'],
    ['open-beyond', '2024', 'shares/open_beyond_20_weeks'],
    ['return-back', '2024', 'returns/return_looking_back'],
    ['return-forward', '2023', 'returns/return_looking_forward'],
    ['needs-met', '2024', 'needs/met_of_those_in_episodes_closed'],
];
const GROUPS = [
    ['requests', 'Months of requests that agree', {step: 'month'}, 'counts/requests/by_month'],
    ['opened', 'Lead agencies that agree', {by: 'lead_agency'}, 'counts/opened/by_agency'],
    ['closed', 'Reasons of closure that agree', {by: 'end_reason'}, 'counts/closed/by_reason'],
];

// A place in JSON, such as "counts/opened/value".
function find(tree, path) {
    return path.split('/').reduce((place, name) => place?.[name], tree);
}

function label(measure) {
    const name = measure.replaceAll('-', '_').toUpperCase();
    return Marmot.EpisodeMeasure.get_label(Marmot.EpisodeMeasure[name]);
}

// Figures held against those that they were made with.
class Check {
    constructor(episodes, expected) {
        this.episodes = episodes;
        this.expected = expected;
        this.nFigures = this.nDifferent = 0;
    }

    hold(what, found, wanted, decimals = 0) {
        const first = found.toFixed(decimals);
        const second = (typeof wanted === 'number' ? wanted : -1).toFixed(decimals);
        this.nFigures++;
        if (first === second) {
            print(`  ${what}: ${first}, as expected`);
        } else {
            this.nDifferent++;
            print(`  ${what}: ${first}, BUT ${second} WAS EXPECTED`);
        }
    }

    all() {
        for (const [measure, period, path] of COUNTS) {
            const found = this.episodes.measure(measure, {period}).get_measure(0);
            this.hold(`${label(measure)}, ${period}`, found.get_numerator(), find(this.expected, path));
        }
        for (const [measure, period, path] of SHARES) {
            const found = this.episodes.measure(measure, {period}).get_measure(0);
            this.hold(`${label(measure)}, ${period}, numerator`, found.get_numerator(),
                find(this.expected, `${path}/numerator`));
            this.hold(`${label(measure)}, ${period}, denominator`, found.get_denominator(),
                find(this.expected, `${path}/denominator`));
        }
        this.times();
        for (const [measure, what, how, path] of GROUPS) {
            const expected = find(this.expected, path);
            const totals = this.episodes.measure(measure, {period: '2024', ...how});
            const keys = totals.get_keys().get_column(0);
            let same = 0;
            for (let group = 0; group < totals.get_n_groups(); group++)
                same += expected[keys.get_text(group)] === totals.get_measure(group).get_numerator();
            this.hold(what, same, Object.keys(expected).length);
        }
        print(`Of ${this.nFigures} figures, ${this.nFigures - this.nDifferent} came out as they were made.\n`);
        return this.nDifferent === 0;
    }

    // Followed to the last day of the year and no further, as the figures were counted.
    times() {
        const {known, lasting} = this.expected;
        const followed = this.episodes.withCoverage(new Date(known.from), new Date(lasting.median_days.as_of));
        const done = followed.measure('done-by', {period: '2024'}).get_measure(0);
        const half = followed.measure('duration', {period: '2024'}).get_measure(0);
        this.hold('Done by week 16, of all opened, 2024', done.get_estimate().get_value(),
            lasting.done_by_week_16.share, 10);
        this.hold('Median duration in days, 2024', half.get_estimate().get_value(), lasting.median_days.days);
    }
}

function readExtract(folder, {known}) {
    const file = name => folder.get_child(`early-help/${name}`);
    const mapping = Marmot.EpisodeMapping.new_from_file(file('early-help-mapping.json'), null);
    const reader = Marmot.EpisodeReader.new(mapping);
    const episodes = reader.read_file(file('early-help.csv'), file('early-help-needs.csv'), null);
    print(`Rows: ${reader.get_n_rows()} read, ${episodes.get_n_rows()} kept, ${reader.get_n_rows_left_out()} left out; ` +
        `findings: ${reader.get_findings().length}`);
    return episodes.withCoverage(new Date(known.from), new Date(known.to));
}

function main(args) {
    if (args.length !== 2) {
        printerr('Usage: early-help.js YEAR_FOLDER OUTPUT_FOLDER');
        return 1;
    }
    const folder = Gio.File.new_for_commandline_arg(args[0]);
    const file = folder.get_child('expected.json');
    if (!file.query_exists(null)) {
        printerr(`${args[0]}/expected.json cannot be read: make it with examples/synthetic/make_year.py`);
        return 1;
    }
    const expected = JSON.parse(new TextDecoder().decode(file.load_contents(null)[1])).early_help;
    let episodes;
    try {
        episodes = readExtract(folder, expected);
    } catch (error) {
        printerr(error.message);
        return 1;
    }

    print('Figures of the rows, held against those that they were made with');
    const allSame = new Check(episodes, expected).all();

    const options = new Marmot.EarlyHelpReportOptions({
        title: 'Early help in 2024',
        council: 'Coventry City Council',
        note: 'Synthetic rows made to agree with published totals: no child or family in them exists',
        assumptions: ASSUMPTIONS,
    });
    const report = Marmot.EarlyHelpReport.new(episodes, Marmot.Period.parse('2024', Marmot.YearType.CALENDAR), options);
    report.write(Gio.File.new_for_commandline_arg(args[1]), null);
    print(report.to_text().trimEnd());
    return allSame ? 0 : 1;
}

System.exit(main(ARGV));
