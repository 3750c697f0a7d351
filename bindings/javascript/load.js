/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the library and its typelib from where this module is, and loads them.
 */
import GIRepository from 'gi://GIRepository';
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';

import {libraryDirectory, moduleDirectory, typelibDirectory} from './paths.js';

/* The folder that is there from the module's own, wherever the tree is now. */
function resolve(there) {
    const here = Gio.File.new_for_uri(import.meta.url).get_parent().get_path();
    const from = moduleDirectory.split('/').filter(part => part);
    const to = there.split('/').filter(part => part);
    while (from.length && to.length && from[0] === to[0]) {
        from.shift();
        to.shift();
    }
    return GLib.canonicalize_filename([here, ...from.map(() => '..'), ...to].join('/'), null);
}

/* From GIRepository 3.0 on there is an object to ask. */
const repository = GIRepository.Repository.dup_default?.() ?? GIRepository.Repository;
const typelibs = resolve(typelibDirectory);
if (GLib.file_test(`${typelibs}/Marmot-1.typelib`, GLib.FileTest.EXISTS)) {
    repository.prepend_search_path(typelibs);
    repository.prepend_library_path(resolve(libraryDirectory));
}

const {default: namespace} = await import('gi://Marmot?version=1');

export default namespace;
