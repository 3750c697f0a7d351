/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-pack.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPackReader:
 *
 * Reads a [class@Marmot.Pack] from a folder of CSV files, and checks all of it:
 * every file, every row, every name that one file uses of another. Either the
 * whole pack is read, or nothing is, and every fault is told as a finding with
 * file, row, column and rule.
 *
 * The page "The board pack" in the documentation says which files and columns
 * there are. A pack holds published figures, so findings may quote them.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PACK_READER (marmot_pack_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPackReader, marmot_pack_reader, MARMOT, PACK_READER, GObject)

/**
 * marmot_pack_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPackReader *marmot_pack_reader_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pack_reader_read_folder:
 * @self: a reader
 * @folder: the folder
 * @cancellable: (nullable): a way to stop it, or %NULL
 * @error: return location for an error
 *
 * Reads a pack. If anything is wrong with it, this is a
 * %MARMOT_ERROR_INVALID_DATA that says how many faults there are and names the
 * first; [method@Marmot.PackReader.get_findings] has all of them, up to a
 * thousand. A folder that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): the pack, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPack       *marmot_pack_reader_read_folder  (MarmotPackReader  *self,
                                                   GFile             *folder,
                                                   GCancellable      *cancellable,
                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pack_reader_get_findings:
 * @self: a reader
 *
 * What was found in the last folder: the errors for which it was refused, and
 * warnings and notes with which it was read all the same.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, in
 *   the order of files and rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_pack_reader_get_findings (MarmotPackReader  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
