/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documents that a form is bound to, such as an action or an assessment: object literals in
 * constructors, Dates and texts for days and periods, short names for members of
 * enumerations, and arrays for lists. This module only converts.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';

import {convert} from './errors.js';
import Gi from './load.js';
import {names} from './patch.js';
import {member} from './statistics.js';
import {toPeriod} from './table-calls.js';

const toCamel = name => name.replace(/[-_]([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const toSnake = name => name.replaceAll('-', '_');

/* A function that throws what the library throws as a MarmotError, under both of its names. */
export function put(cls, name, call) {
    const safe = function (...args) {
        try {
            return call.apply(this, args);
        } catch (error) {
            throw convert(error);
        }
    };
    for (const key of new Set([name, toCamel(name)])) {
        /* What GJS has defined may be written, but not defined again. */
        if (Object.hasOwn(cls.prototype, key))
            cls.prototype[key] = safe;
        else
            Object.defineProperty(cls.prototype, key, {configurable: true, writable: true, value: safe});
    }
}

export function putStatic(cls, name, call) {
    Object.defineProperty(cls, name, {configurable: true, writable: true, value: (...args) => {
        try {
            return call(...args);
        } catch (error) {
            throw convert(error);
        }
    }});
}

/* The library's own functions of a class, before this module puts others in their place. */
export function ownMethods(cls, methods) {
    return Object.fromEntries(methods.map(name => [name, cls.prototype[name]]));
}

/* A period for a Date or for a text such as "2018-02-05" or "2017/18". */
export function period(value) {
    return value instanceof Date ? names.Period.new_day(value) : toPeriod(value ?? null, 'financial');
}

function day(value) {
    const made = period(value);
    if (made !== null && made.get_kind() !== Gi.PeriodKind.DAY)
        throw new RangeError('one day belongs here: give a Date at midnight UTC, or a text such as "2018-02-05"');
    return made;
}

function figure(value) {
    if (typeof value === 'number')
        return names.Value.new(value, -1);
    return typeof value === 'string' ? names.Value.parse(value, 0) : value;
}

/* GJS would make a text of anything. */
function text(value) {
    if (value !== null && value !== undefined && typeof value !== 'string')
        throw new TypeError(`a text belongs here, and not ${typeof value}`);
    return value ?? null;
}

function texts(value) {
    if (typeof value === 'string' || [...value ?? []].some(each => typeof each !== 'string'))
        throw new TypeError('an array of texts belongs here');
    return [...value ?? []];
}

export function number(value) {
    if (!Number.isInteger(value) || value < 0)
        throw new RangeError('a whole number of 0 or more belongs here');
    return value;
}

/* GJS would make a truth of any text. */
function truth(value) {
    if (typeof value !== 'boolean')
        throw new TypeError(`true or false belongs here, and not ${typeof value}`);
    return value;
}

function converterOf(pspec) {
    const type = pspec.value_type;
    if (GObject.type_is_a(type, Gi.Period.$gtype))
        return pspec.get_blurb() === 'one day' ? day : period;
    if (GObject.type_is_a(type, Gi.Value.$gtype))
        return figure;
    if (GObject.type_is_a(type, GObject.type_from_name('GEnum'))) {
        const enumeration = Gi[type.name.replace(/^Marmot/, '')];
        return value => member(enumeration, value);
    }
    return {gchararray: text, GStrv: texts, gboolean: truth, guint: number}[type.name] ?? null;
}

function makeItem(store, item) {
    const cls = Gi[store.get_item_type().name.replace(/^Marmot/, '')];
    if (item instanceof cls)
        return item;
    if (item === null || typeof item !== 'object' || item instanceof GObject.Object)
        throw new TypeError(`This list holds Marmot.${cls.$gtype.name.slice(6)}: give one, or an object of its fields`);
    return new cls(item);
}

/* What is wrong with a value says of which field it is. */
function named(field, convertValue, value) {
    try {
        return convertValue(value);
    } catch (error) {
        error.message = `${field}: ${error.message}`;
        throw error;
    }
}

/* Fields by their own kinds of values, also as properties of an object in the constructor. */
export function installFields(cls) {
    const proto = cls.prototype;
    const known = new Set();
    for (const pspec of cls.list_properties()) {
        const snake = toSnake(pspec.get_name());
        const camel = toCamel(snake);
        const get = proto[`get_${snake}`];
        let set;
        if (!(pspec.flags & GObject.ParamFlags.WRITABLE) && !GObject.type_is_a(pspec.value_type, Gio.ListStore.$gtype))
            continue;
        known.add(camel);
        if (pspec.flags & GObject.ParamFlags.WRITABLE) {
            const own = proto[`set_${snake}`];
            const convertValue = converterOf(pspec);
            put(cls, `set_${snake}`, function (value) {
                return own.call(this, convertValue ? named(camel, convertValue, value) : value);
            });
            set = proto[`set_${snake}`];
        } else {
            set = function (items) {
                const store = get.call(this);
                if (typeof (items ?? [])[Symbol.iterator] !== 'function')
                    throw new TypeError(`${camel}: an array belongs here`);
                const made = Array.from(items ?? [], item => makeItem(store, item));
                store.splice(0, store.get_n_items(), made);
            };
        }
        for (const name of new Set([camel, snake]))
            Object.defineProperty(proto, name, {configurable: true, enumerable: false, get, set});
    }

    const init = proto._init;
    proto._init = function (fields = {}) {
        const made = init.call(this, {}) ?? this;
        for (const [name, value] of Object.entries(fields)) {
            if (!known.has(toCamel(name))) {
                throw new TypeError(`Marmot.${cls.$gtype.name.slice(6)} has no "${name}"; there are: ` +
                    `${[...known].join(', ')}`);
            }
            made[toCamel(name)] = value;
        }
        return made;
    };
}

/* A file for a path. */
export function toFile(file) {
    return typeof file === 'string' ? Gio.File.new_for_path(file) : file;
}

/* Bytes of JSON: of a text, of bytes, or of what the text would say. */
export function toBytes(document) {
    if (document instanceof GLib.Bytes)
        return document;
    if (document instanceof Uint8Array)
        return new GLib.Bytes(document);
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    return new GLib.Bytes(new TextEncoder().encode(text));
}

/* What stands in a file of its own: read(path), parse(text) and save(path). */
export function installFile(cls) {
    const save = cls.prototype.save;
    const fromFile = cls.new_from_file;
    const fromJson = cls.new_from_json;
    putStatic(cls, 'read', file => fromFile.call(cls, toFile(file), null));
    putStatic(cls, 'parse', document => fromJson.call(cls, toBytes(document)));
    put(cls, 'save', function (file, cancellable = null) {
        return save.call(this, toFile(file), cancellable);
    });
}
