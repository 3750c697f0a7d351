/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-monitoring-tool.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMonitoringToolReader:
 *
 * Reads a [class@Marmot.MonitoringTool] from JSON, and checks all of it. Either the
 * whole tool is read, or nothing is, and every fault is told as a finding with its
 * path in the document, such as "principles/1/measures/3/name", counted from 0.
 *
 * A document that holds the text of a case study without consent is refused, as is
 * one with an address of e-mail or a telephone number in any of its texts. Members
 * that it does not know are refused too, since they would be lost in writing.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_MONITORING_TOOL_READER (marmot_monitoring_tool_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotMonitoringToolReader, marmot_monitoring_tool_reader, MARMOT, MONITORING_TOOL_READER, GObject)

/**
 * marmot_monitoring_tool_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMonitoringToolReader *marmot_monitoring_tool_reader_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_reader_read_bytes:
 * @self: a reader
 * @bytes: the document
 * @name: (nullable): its name for findings and errors, or %NULL
 * @error: return location for an error
 *
 * Reads a tool. Bytes that are no JSON are a %MARMOT_ERROR_PARSE or
 * %MARMOT_ERROR_ENCODING, more than 16 MiB a %MARMOT_ERROR_TOO_LARGE. If anything is
 * wrong with the tool, this is a %MARMOT_ERROR_INVALID_DATA that says how many faults
 * there are and names the first; [method@Marmot.MonitoringToolReader.get_findings]
 * has all of them, up to a thousand.
 *
 * Returns: (transfer full): the tool, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMonitoringTool       *marmot_monitoring_tool_reader_read_bytes   (MarmotMonitoringToolReader  *self,
                                                                        GBytes                      *bytes,
                                                                        const char                  *name,
                                                                        GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_reader_read_file:
 * @self: a reader
 * @file: the file
 * @cancellable: (nullable): a way to stop it, or %NULL
 * @error: return location for an error
 *
 * The same from a file. One that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): the tool, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMonitoringTool       *marmot_monitoring_tool_reader_read_file    (MarmotMonitoringToolReader  *self,
                                                                        GFile                       *file,
                                                                        GCancellable                *cancellable,
                                                                        GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_reader_get_findings:
 * @self: a reader
 *
 * What was found in the last document: the errors for which it was refused, and
 * warnings with which it was read all the same.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, in the
 *   order of the document
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray                  *marmot_monitoring_tool_reader_get_findings (MarmotMonitoringToolReader  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
