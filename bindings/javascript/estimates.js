/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What estimates and tables can do in JavaScript.
 */
import {column} from './columns.js';
import Gi from './load.js';
import {names} from './patch.js';

const {Estimate, Estimates, Table} = Gi;

function define(target, name, get) {
    Object.defineProperty(target, name, {configurable: true, get});
}

function which(levels, confidence) {
    const level = levels.findIndex(l => Math.abs(l - confidence) < 1e-12);
    if (level < 0)
        throw new RangeError(`There are no limits at ${confidence}: they were asked for at ${levels.join(', ')}`);
    return level;
}

/* --- one ----------------------------------------------------------------- */

define(Estimate.prototype, 'levels', function () {
    return Array.from({length: this.nLevels}, (_, i) => this.getLevel(i)[1]);
});

Estimate.prototype.interval = function (confidence) {
    const [, , lower, upper] = this.getLevel(which(this.levels, confidence));
    return [lower, upper];
};

/* --- many ---------------------------------------------------------------- */

define(Estimates.prototype, 'levels', function () {
    return Array.from({length: this.nLevels}, (_, i) => this.getConfidence(i));
});
define(Estimates.prototype, 'lower', function () {
    return this.getLower(0);
});
define(Estimates.prototype, 'upper', function () {
    return this.getUpper(0);
});

Estimates.prototype.interval = function (confidence) {
    const level = which(this.levels, confidence);
    return [this.getLower(level), this.getUpper(level)];
};

Estimates.prototype.at = function (row) {
    const i = row < 0 ? row + this.length : row;
    return Number.isInteger(i) && i >= 0 && i < this.length ? this.getEstimate(i) : undefined;
};

Estimates.prototype[Symbol.iterator] = function* () {
    for (let i = 0, n = this.length; i < n; i++)
        yield this.getEstimate(i);
};

/* The columns by name: value, lower and upper (with the level behind the name
 * where there are several, as in lower_99.8), status. */
Estimates.prototype.columns = function () {
    return this.toTable().columns();
};

/* --- tables -------------------------------------------------------------- */

/* A table of an object whose properties are arrays or columns. */
Table.from = function (columns) {
    if (columns instanceof Table)
        return columns;
    return names.Table.new(Object.keys(columns), Object.values(columns).map(column));
};

define(Table.prototype, 'length', function () {
    return this.nRows;
});

/* The column of that name, or null. */
Table.prototype.column = function (name) {
    return this.getColumnByName(name);
};

Table.prototype.columns = function () {
    return Object.fromEntries(this.names.map((name, i) => [name, this.getColumn(i)]));
};

/* The rows as objects. */
Table.prototype[Symbol.iterator] = function* () {
    const named = Object.entries(this.columns()).map(([name, values]) => [name, [...values]]);
    for (let i = 0, n = this.nRows; i < n; i++)
        yield Object.fromEntries(named.map(([name, values]) => [name, values[i]]));
};

Table.prototype.at = function (row) {
    const i = row < 0 ? row + this.nRows : row;
    if (!Number.isInteger(i) || i < 0 || i >= this.nRows)
        return undefined;
    return Object.fromEntries(Object.entries(this.columns()).map(([name, values]) => [name, values.at(i)]));
};
