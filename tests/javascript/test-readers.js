/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The readers of published figures in GJS. All figures are made up.
 */
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const bytes = text => new GLib.Bytes(new TextEncoder().encode(text));
const text = data => new TextDecoder().decode(data instanceof GLib.Bytes ? data.toArray() : data);
const rules = reader => reader.get_findings().map(finding => finding.get_rule());
const column = (set, name) => set.get_table().get_column_by_name(name);

const fingertips = 'Indicator ID,Indicator Name,Area Code,Area Type,Sex,Age,Time period,Value,Lower CI 95.0 limit,' +
    'Upper CI 95.0 limit,Count,Denominator,Time period Sortable\n' +
    '5,"A rate\n",E08000026,County & UA,Persons,All ages,2016,5.5,4.5,6.25,11,200,20160000\n' +
    '5,"A rate\n",E08000026,County & UA,Persons,All ages,2017,,1,2,,,20170000\n';

test("Fingertips' CSV", () => {
    const reader = Marmot.FingertipsReader.new();
    const set = reader.read_bytes(bytes(fingertips), 'f.csv');
    equal(set.get_n_rows(), 2);
    equal(column(set, 'indicator_name').get_text(0), 'A rate\n');
    equal(column(set, 'value').get_double(0), 5.5);
    ok(column(set, 'value').is_null(1));
    equal(rules(reader), ['fingertips/interval-without-value']);
    equal(set.get_item(0).get_value().get_number(), 5.5);

    const back = reader.read_bytes(bytes(text(Marmot.fingertips_write_bytes(set))), null);
    ok(back.get_table().equal(set.get_table()));
});

test('faulty rows of CSV are told and left out', () => {
    const reader = new Marmot.CsvReader({skip_faulty_rows: true});
    const table = reader.read_bytes(bytes('x,y\n1,2\n3\n4,"5\n6,7\n'), 'c.csv');
    equal([...table.get_column(0)], [1, 6]);
    equal(reader.get_n_skipped_rows(), 2);
    equal(rules(reader), ['csv/ragged-row', 'csv/unterminated-quote']);
    equal([0, 1].map(row => reader.get_line(row)), [2, 5]);
});

test('a wrong file throws, and says what it is', () => {
    const reader = Marmot.FingertipsReader.new();
    throws(() => reader.read_bytes(bytes('Indicator ID,Definition\n1,x\n'), null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.INVALID_DATA), `${error}`));
    equal(rules(reader).at(-1), 'fingertips/wrong-kind');
    throws(() => reader.read_file(Gio.File.new_for_path('/nowhere/at/all.csv'), null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.IO), `${error}`));
    equal(rules(reader), []);
});

const metadata = 'Indicator ID,Indicator,Definition,Unit,Value type,Year type,Polarity\r\n' +
    '5,"A rate,\r\nof two lines",&lt; 5,"per 100,000",Crude rate,Financial,RAG - Low is good\r\n';

test('indicators from metadata, and back', () => {
    const reader = Marmot.IndicatorReader.new();
    const list = reader.read_bytes(bytes(metadata), 'm.csv');
    const indicator = list.get_item(0);
    equal(indicator.name, 'A rate,\r\nof two lines');
    equal(indicator.definition, '&lt; 5');
    equal(indicator.unit_value, 100000);
    equal(indicator.polarity, Marmot.Polarity.LOW_IS_GOOD);
    equal(indicator.year_type, Marmot.YearType.FINANCIAL);

    const again = reader.read_bytes(bytes(text(Marmot.fingertips_write_metadata_bytes(list))), null).get_item(0);
    equal(again.name, indicator.name);
    equal(again.value_type_name, 'Crude rate');
});

test('indicators and goals from JSON', () => {
    const reader = Marmot.IndicatorReader.new();
    const list = reader.read_bytes(bytes(JSON.stringify({5: {
        IID: 5,
        YearType: {Id: 2, Name: 'Financial'},
        Unit: {Id: 56, Value: 1, Label: '£', ShowLeft: true},
        Descriptive: {Name: 'A cost', IndOwnerContDet: 'a person'},
        Target: {LowerLimit: 3, PolarityId: 0},
    }})), null);
    equal(list.get_item(0).unit, '£');
    ok(list.get_item(0).unit_left);
    equal(reader.get_goal(5).lower, 3);
    equal(rules(reader), ['fingertips/contact-left-out']);
    throws(() => reader.read_bytes(bytes('[{"IID": "5"}]'), null));
    equal(reader.get_findings()[0].get_path(), '$[0].IID');
});

test('records from JSON', () => {
    const reader = Marmot.FingertipsReader.new();
    const records = bytes(JSON.stringify([
        {IndicatorId: 5, AreaCode: 'E08000026', Year: 2016, YearRange: 1, SexId: 4, Val: -1, Count: -1.000001, Denom: -1},
    ]));
    throws(() => reader.read_bytes(records, null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.INVALID_DATA), `${error}`));
    equal(reader.get_findings()[0].get_path(), '$[0]');

    reader.indicators = Marmot.IndicatorReader.new().read_bytes(bytes(metadata), null);
    const set = reader.read_bytes(records, null);
    equal(column(set, 'time_period').get_text(0), '2016/17');
    equal(column(set, 'sex').get_text(0), 'Persons');
    ok(column(set, 'value').is_null(0));
    equal(column(set, 'count').get_double(0), -1);
    ok(column(set, 'denominator').is_null(0));
});

const education = 'time_period,time_identifier,geographic_level,country_code,country_name,sex,absent\n';
const variables = bytes('col_name,col_type,label\nsex,Filter,Sex\nabsent,Indicator,Absence rate\n');
const row = (sex, value) => `201819,Academic year,National,E92000001,England,${sex},${value}\n`;

test('Explore Education Statistics', () => {
    const reader = Marmot.EducationReader.new();
    const set = reader.read_bytes(bytes(education + row('Total', 'c') + row('Female', 4.5) + row('Male', 'low')),
        variables, null);
    equal([0, 1, 2].map(i => column(set, 'state').get_text(i)), ['suppressed', null, null]);
    equal(column(set, 'flags').get_text(2), 'low');
    equal(column(set, 'category').get_text(1), 'Female');
    equal(set.get_item(0).get_value().get_state(), Marmot.ValueState.SUPPRESSED);
    equal(reader.get_n_findings(), 0);
});

test('limits are properties, and findings are counted beyond them', () => {
    const reader = Marmot.EducationReader.new();
    reader.max_findings = 1;
    reader.read_bytes(bytes(education + row('Total', 1).repeat(3)), variables, null);
    equal(rules(reader), ['education/duplicate-key']);
    equal(reader.get_n_findings(), 2);
    reader.max_bytes = 10;
    throws(() => reader.read_bytes(bytes(education), variables, null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.TOO_LARGE), `${error}`));
});

await done();
