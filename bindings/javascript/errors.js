/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors of the library as JavaScript throws them.
 */
import GLib from 'gi://GLib';

import Gi from './load.js';

const nicks = new Map(Object.entries(Gi.Error)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => [value, name.toLowerCase().replaceAll('_', '-')]));

export class MarmotError extends Error {
    constructor(message, code) {
        super(message);
        this.name = 'MarmotError';
        this.code = code;
        this.nick = nicks.get(code) ?? 'unknown';
    }

    /* As a GLib.Error has it. */
    matches(domain, code) {
        return (domain === Gi.Error || domain === Gi.error_quark()) && this.code === code;
    }
}

/* What to throw in place of what the library threw. */
export function convert(error) {
    if (error instanceof GLib.Error && error.domain === Gi.error_quark())
        return new MarmotError(error.message, error.code);
    return error;
}
