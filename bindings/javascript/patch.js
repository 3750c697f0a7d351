/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes every type of the namespace feel like JavaScript, whatever types there
 * are: get_x() without arguments becomes the property x, every method has a name
 * in camel case too, equal, to_string and lists become what JavaScript calls
 * them, errors become MarmotError, and dates and bytes are converted.
 *
 * The classes are changed in place, since they are what the library returns.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';

import {fromGDate, toGDate} from './dates.js';
import {convert} from './errors.js';
import Gi from './load.js';

function camel(name) {
    return name.replace(/_+([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function toC(value) {
    return value instanceof Date ? toGDate(value) : value;
}

function fromC(value) {
    if (value instanceof GLib.Date)
        return fromGDate(value);
    /* A copy: what GBytes gives is the library's memory, and writable. */
    if (value instanceof GLib.Bytes)
        return value.toArray().slice();
    /* Of a type that the namespace does not know. */
    if (value instanceof GObject.Object && value instanceof Gio.ListModel && !(Symbol.iterator in value))
        patchList(Object.getPrototypeOf(value));
    if (Array.isArray(value) && value.some(part => part instanceof GLib.Date || part instanceof GLib.Bytes))
        return value.map(fromC);
    return value;
}

function wrap(call) {
    return function (...args) {
        try {
            return fromC(call.apply(this, args.map(toC)));
        } catch (error) {
            throw convert(error);
        }
    };
}

function define(target, name, descriptor) {
    Object.defineProperty(target, name, {configurable: true, enumerable: false, ...descriptor});
}

/* What GJS has defined itself may be written, but not defined again. */
function put(target, name, value) {
    if (Object.hasOwn(target, name))
        target[name] = value;
    else
        define(target, name, {value, writable: true});
}

function isFunction(owner, name) {
    return typeof Object.getOwnPropertyDescriptor(owner, name)?.value === 'function';
}

/* What a list of the library has of an array. */
function patchList(proto) {
    define(proto, 'length', {get() {
        return this.get_n_items();
    }});
    put(proto, 'at', function (row) {
        return this.get_item(row < 0 ? row + this.get_n_items() : row);
    });
    put(proto, Symbol.iterator, function* () {
        for (let i = 0, n = this.get_n_items(); i < n; i++)
            yield this.get_item(i);
    });
}

const BUILT_IN = new Set(['constructor', 'toString', 'prototype', 'length', 'name', '$gtype']);

function patchFunctions(owner) {
    for (const name of Object.getOwnPropertyNames(owner)) {
        if (BUILT_IN.has(name) || !isFunction(owner, name))
            continue;
        const value = wrap(owner[name]);
        put(owner, name, value);
        if (!(camel(name) in owner))
            put(owner, camel(name), value);
    }
}

function patchClass(cls) {
    const proto = cls.prototype;
    /* Before they are wrapped: how many arguments each takes. */
    const getters = Object.getOwnPropertyNames(proto)
        .filter(name => name.startsWith('get_') && isFunction(proto, name) && proto[name].length === 0)
        .map(name => name.slice(4));
    const has = name => !BUILT_IN.has(name) && isFunction(proto, name);
    const equal = has('equal') ? proto.equal : null;
    const toText = has('to_string') ? proto.to_string : null;

    patchFunctions(cls);
    patchFunctions(proto);
    for (const name of getters) {
        const get = proto[`get_${name}`];
        if (!(camel(name) in proto))
            define(proto, camel(name), {get});
    }
    if (equal) {
        put(proto, 'equals', function (other) {
            return other instanceof cls && equal.call(this, other);
        });
    }
    if (toText) {
        put(proto, 'toString', function () {
            return toText.call(this);
        });
    }
    if (GObject.type_is_a(cls.$gtype, Gio.ListModel.$gtype)) {
        patchList(proto);
    }
}

/* The types, functions and constants by name, converted. */
function patchNamespace() {
    const names = {};
    for (const name of Object.getOwnPropertyNames(Gi)) {
        const thing = Gi[name];
        if (typeof thing === 'function' && thing.prototype && thing.$gtype) {
            patchClass(thing);
            names[name] = thing;
        } else if (typeof thing === 'function') {
            names[name] = names[camel(name)] = wrap(thing);
        } else if (!name.endsWith('Class')) {
            names[name] = thing;
        }
    }
    return names;
}

export const names = patchNamespace();
