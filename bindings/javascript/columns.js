/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns from arrays, and back. Everything is copied: a GBytes of GJS is a copy,
 * and what the library holds must not be written to.
 */
import GLib from 'gi://GLib';

import {dateToDay, dayToDate} from './dates.js';
import Gi from './load.js';
import {names} from './patch.js';

const {Column} = Gi;
const Type = Gi.ColumnType;

function bytes(typed) {
    return new GLib.Bytes(new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength));
}

/* Flags as a bit each, lowest first. */
function pack(flags) {
    const packed = new Uint8Array((flags.length >> 3) + 1);
    for (let i = 0; i < flags.length; i++)
        packed[i >> 3] |= (flags[i] ? 1 : 0) << (i & 7);
    return packed;
}

function unpack(packed, length) {
    return Array.from({length}, (_, i) => ((packed[i >> 3] >> (i & 7)) & 1) === 1);
}

/* Integers of 32 bits and fewer, widened to 64 as two halves. */
function widen(values) {
    const halves = new Int32Array(2 * values.length);
    for (let i = 0; i < values.length; i++) {
        halves[2 * i] = values[i];
        halves[2 * i + 1] = values[i] < 0 ? -1 : 0;
    }
    return halves;
}

function fromTyped(values) {
    let type = Type.INTEGER;
    let typed = values;
    if (values instanceof Float64Array) {
        type = Type.DOUBLE;
    } else if (values instanceof Float32Array) {
        type = Type.DOUBLE;
        typed = Float64Array.from(values);
    } else if (values instanceof BigUint64Array) {
        if (values.some(value => value > 0x7fffffffffffffffn))
            throw new RangeError('An integer needs more than 63 bits: convert the values to numbers');
    } else if (!(values instanceof BigInt64Array)) {
        typed = widen(values);
    }
    return names.Column.new_from_bytes(type, bytes(typed), null, values.length);
}

function fromTexts(texts, validity) {
    const encoder = new TextEncoder();
    const parts = texts.map(text => encoder.encode(text));
    const offsets = new Int32Array(parts.length + 1);
    parts.forEach((part, i) => {
        offsets[i + 1] = offsets[i] + part.length;
    });
    const all = new Uint8Array(offsets[parts.length]);
    parts.forEach((part, i) => all.set(part, offsets[i]));
    return names.Column.new_text_from_bytes(bytes(offsets), bytes(all), validity, texts.length);
}

function fromArray(values) {
    /* Array.from() meets the holes of an array too, as undefined. */
    const present = Array.from(values, value => value !== null && value !== undefined);
    const kinds = new Set(values.filter((_, i) => present[i])
        .map(value => value instanceof Date ? 'date' : typeof value));
    if (kinds.size > 1)
        throw new TypeError(`A column is of one type, and these values are of several: ${[...kinds].join(', ')}`);

    const validity = present.every(Boolean) ? null : new GLib.Bytes(pack(present));
    const fill = value => Array.from(values, (v, i) => present[i] ? v : value);
    const kind = [...kinds][0] ?? 'number';
    const make = (type, typed) => names.Column.new_from_bytes(type, bytes(typed), validity, values.length);
    switch (kind) {
    case 'number':
        return make(Type.DOUBLE, Float64Array.from(fill(0)));
    case 'bigint': {
        const big = fill(0n);
        if (big.some(value => BigInt.asIntN(64, value) !== value))
            throw new RangeError('An integer needs more than 64 bits: convert the values to numbers');
        return make(Type.INTEGER, BigInt64Array.from(big));
    }
    case 'boolean':
        return make(Type.BOOLEAN, pack(fill(false)));
    case 'date':
        return make(Type.DATE, Int32Array.from(fill(new Date(0)), dateToDay));
    case 'string':
        return fromTexts(fill(''), validity);
    default:
        throw new TypeError(`Values of type ${kind} cannot be a column: give numbers, text, booleans or dates`);
    }
}

export function isColumn(value) {
    return value instanceof Column || Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/* A column of an array or a typed array. Numbers become doubles, and BigInts and
 * the typed arrays of integers become integers; null and undefined are null. */
export function column(values) {
    if (values instanceof Column)
        return values;
    if (Array.isArray(values))
        return fromArray(values);
    if (isColumn(values))
        return fromTyped(values);
    throw new TypeError('A column is made of an array or a typed array');
}

/* A column that holds the same number in every row. */
export function constant(value, length) {
    return fromTyped(new Float64Array(length).fill(value));
}

/* --- back ---------------------------------------------------------------- */

function validity(self) {
    const packed = self.getValidity();
    return packed ? unpack(packed, self.length) : null;
}

/* 64-bit integers as numbers if no digit is lost by it, as BigInts otherwise. */
function narrow(self) {
    const {buffer} = self.getBytes();
    const halves = new Int32Array(buffer);
    const big = new BigInt64Array(buffer);
    /* A number holds 53 bits and a sign, so the upper half stays within 21. */
    for (let i = 1; i < halves.length; i += 2) {
        if (halves[i] >= 0x200000 || halves[i] < -0x200000)
            return big;
    }
    return Float64Array.from(halves.filter((_, i) => i % 2),
        (high, i) => high * 0x100000000 + (halves[2 * i] >>> 0));
}

function texts(self) {
    const offsets = self.getOffsets();
    if (offsets === null)
        throw new RangeError('This column has more than two gigabytes of text: take it in slices');
    const ends = new Int32Array(offsets.buffer);
    const data = self.getBytes();
    const decoder = new TextDecoder();
    return Array.from({length: self.length},
        (_, i) => decoder.decode(data.subarray(ends[i], ends[i + 1])));
}

function values(self) {
    switch (self.columnType) {
    case Type.DOUBLE:
        return new Float64Array(self.getBytes().buffer);
    case Type.INTEGER:
        return narrow(self);
    case Type.DATE:
        return Array.from(new Int32Array(self.getBytes().buffer), dayToDate);
    case Type.BOOLEAN:
        return unpack(self.getBytes(), self.length);
    case Type.DICTIONARY: {
        const distinct = texts(self.getDictionary());
        return Array.from(new Int32Array(self.getBytes().buffer), code => distinct[code] ?? null);
    }
    default:
        return texts(self);
    }
}

/* The values in a copy: a Float64Array of doubles, in which null is NaN, and of
 * integers, or a BigInt64Array where an integer needs more than 53 bits;
 * otherwise, and of integers with nulls, an array with null for null. */
function toArray() {
    const all = values(this);
    const valid = validity(this);
    if (valid === null)
        return all;
    if (this.columnType === Type.DOUBLE)
        return all.map((value, i) => valid[i] ? value : NaN);
    return Array.from(all, (value, i) => valid[i] ? value : null);
}

/* The values one by one, null for null. */
function* iterate() {
    const all = values(this);
    const valid = validity(this);
    for (let i = 0; i < all.length; i++)
        yield valid === null || valid[i] ? all[i] : null;
}

/* One value, null for null; negative rows count from the end. */
function at(row) {
    const i = row < 0 ? row + this.length : row;
    if (!Number.isInteger(i) || i < 0 || i >= this.length)
        return undefined;
    if (this.isNull(i))
        return null;
    switch (this.columnType) {
    case Type.DOUBLE:
        return this.getDouble(i);
    case Type.INTEGER:
        return narrow(this.slice(i, 1))[0];
    case Type.DATE:
        return dayToDate(this.getDate(i));
    case Type.BOOLEAN:
        return this.getBoolean(i);
    default:
        return this.getText(i);
    }
}

Object.assign(Column.prototype, {toArray, at, [Symbol.iterator]: iterate});
Column.from = column;
