/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A day is a Date at midnight, Coordinated Universal Time.
 */
import GLib from 'gi://GLib';

const DAY = 86400000;

export function dayToDate(day) {
    return new Date(day * DAY);
}

export function dateToDay(date) {
    const day = date.getTime() / DAY;
    if (!Number.isInteger(day)) {
        throw new TypeError('A date is a day: give a Date at midnight UTC, ' +
            'such as new Date(Date.UTC(2024, 2, 31))');
    }
    return day;
}

export function toGDate(date) {
    dateToDay(date);
    return GLib.Date.new_dmy(date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear());
}

export function fromGDate(date) {
    if (!date.valid())
        return null;
    const result = new Date(0);
    result.setUTCFullYear(date.get_year(), date.get_month() - 1, date.get_day());
    return result;
}

/* A day, which may be text such as "2004-06-10"; nothing stays nothing. */
export function toDate(day) {
    if (day === undefined || day === null)
        return null;
    if (typeof day !== 'string')
        return toGDate(day);
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()))
        throw new TypeError('A day is a Date at midnight UTC, or a text such as "2004-06-10"');
    return toGDate(date);
}
