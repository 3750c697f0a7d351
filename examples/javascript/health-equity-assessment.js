// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Checks a health equity assessment as of a day, says what is missing or does not agree,
// and writes its page and the empty form:
//
//   gjs -m health-equity-assessment.js ASSESSMENT DAY OUTPUT_FOLDER
//
// The same program in C and Python stands beside this one; the three print the same, and
// write the same bytes.
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import Marmot from '../../bindings/javascript/marmot.js';

function readDay(text) {
    const day = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(day) ? day : null;
}

function main(args) {
    const day = args.length === 3 ? readDay(args[1]) : null;
    if (!day) {
        printerr('Usage: health-equity-assessment.js ASSESSMENT DAY OUTPUT_FOLDER, with a day such as 2025-02-05');
        return 1;
    }
    const [path, , output] = args;
    let assessment, form, page;
    try {
        assessment = Marmot.Assessment.new_from_file(Gio.File.new_for_commandline_arg(path), null);
        form = Marmot.AssessmentTemplate.new_builtin(assessment.template);
        page = assessment.to_html(form, Marmot.AssessmentPageOptions.new(day));
    } catch (error) {
        printerr(error.message);
        return 1;
    }

    print(assessment.id);
    const {what, n, of} = assessment.summarise(form).columns();
    for (let i = 0; i < what.length; i++)
        print(`  ${what.at(i)}: ${n.at(i)} of ${of.at(i)}`);
    const window = assessment.get_review_window(form);
    if (window)
        print(`To be reviewed: ${window.map(day => day.toISOString().slice(0, 10)).join(' to ')}`);
    for (const finding of assessment.validate(form, day))
        print(`${finding.rule}: ${finding.message}`);

    GLib.mkdir_with_parents(output, 0o777);
    GLib.file_set_contents(`${output}/report.html`, page);
    GLib.file_set_contents(`${output}/form.html`, form.to_html());
    return 0;
}

System.exit(main(ARGV));
