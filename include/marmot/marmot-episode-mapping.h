/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeMapping:
 *
 * Which column of a council's extract is which field of an episode, and which of its
 * words means which code: a small file of JSON, written once for a case system.
 *
 * ```json
 * {
 *   "format": "marmot-mapping 1",
 *   "kind": "early-help",
 *   "date_format": "dd/mm/yyyy",
 *   "columns": {
 *     "id": "Episode ID", "family": "Family ID", "start": "Date opened",
 *     "end": "Date closed", "end_reason": "Closure reason"
 *   },
 *   "values": {
 *     "end_reason": {"Outcomes met - closed": "outcomes-met", "Moved out of area": "moved", "*": "other"}
 *   },
 *   "blank": ["N/A", "Not recorded"]
 * }
 * ```
 *
 * - `kind` is the short name of a [enum@Marmot.EpisodeKind]; a column for the field `kind`
 *   says it row by row instead.
 * - `columns` gives headings of the extract by the names of the fields, which are the
 *   columns of a [class@Marmot.EpisodeSet]. Postcodes have no field, since they are not
 *   kept; neither have names and addresses.
 * - `optional` lists fields whose column the extract may lack.
 * - `values` gives codes by local words, field by field. Words match without regard to
 *   capitals and to spaces around them; `"*"` stands for every other word, and null for
 *   a code says that the word means nothing. Where the library has a list of codes for a
 *   field ([class@Marmot.CodeSet]: why early help was closed, the agency that leads it,
 *   the codes of the SSDA903 return and of the children in need census), those are the
 *   codes that there are, and stand for themselves too.
 * - `blank` lists words, and dates and numbers, that mean nothing in any column.
 * - `date_format` is "dd/mm/yyyy", "yyyy-mm-dd", "dd-mon-yyyy" and the like, or a list of
 *   those, which are tried in turn; it is "yyyy-mm-dd" where it is not given. A time of day
 *   behind a date is cut off.
 * - `separator` is ",", ";", "|" or a tab; ",", where it is not given.
 * - `needs` says the same of a second file, of the needs of families: fields `episode`,
 *   `outcome`, `criterion`, `identified` and `met`, with `columns`, `optional`, `values`,
 *   `date_format` and `separator` of its own.
 * - `title`, `source` and `notes` are for people.
 *
 * A mapping never changes, and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_MAPPING (marmot_episode_mapping_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeMapping, marmot_episode_mapping, MARMOT, EPISODE_MAPPING, GObject)

/**
 * marmot_episode_mapping_new_from_json:
 * @json: a mapping in JSON
 * @name: (nullable): what errors shall call it, such as the name of its file
 * @error: return location for an error
 *
 * Reads a mapping. It is checked whole: one that breaks a rule is a
 * %MARMOT_ERROR_INVALID_DATA whose message gives the first fault and how many there are,
 * and [func@Marmot.EpisodeMapping.check_json] gives them all. What is no JSON, or names a
 * field twice, is a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): a new mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeMapping *marmot_episode_mapping_new_from_json (GBytes               *json,
                                                            const char           *name,
                                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_new_from_file:
 * @file: a file of JSON
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a mapping from a file, as [ctor@Marmot.EpisodeMapping.new_from_json] does. A file
 * that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeMapping *marmot_episode_mapping_new_from_file (GFile                *file,
                                                            GCancellable         *cancellable,
                                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_new_builtin:
 * @name: "ehm-early-help" (an extract of an early help module, which is an example to
 *   begin with) or "ssd-early-help" (the early help table of the Standard Safeguarding
 *   Dataset)
 * @error: return location for an error
 *
 * A mapping that comes with the library. Another name is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): a mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeMapping *marmot_episode_mapping_new_builtin   (const char           *name,
                                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_check_json:
 * @json: what may be a mapping, in JSON
 * @name: (nullable): what findings shall call it
 *
 * All that is wrong with a mapping, by its place in it, such as `/values/end_reason`: an
 * unknown field, a code that there is not, a field without a column, no columns at all.
 * Local words are not shown, since they may be cells of an extract; their number in the
 * list is.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): findings; none for a good
 *   mapping
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray            *marmot_episode_mapping_check_json    (GBytes               *json,
                                                            const char           *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_to_json:
 * @self: a mapping
 *
 * Writes the mapping, for [ctor@Marmot.EpisodeMapping.new_from_json].
 *
 * Returns: (transfer full): JSON
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes               *marmot_episode_mapping_to_json       (MarmotEpisodeMapping *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_get_title:
 * @self: a mapping
 *
 * Returns: (transfer none) (nullable): what extracts it is of, for people
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_episode_mapping_get_title     (MarmotEpisodeMapping *self);

/**
 * marmot_episode_mapping_get_kind:
 * @self: a mapping
 *
 * Returns: what the episodes are of, where no column says it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeKind     marmot_episode_mapping_get_kind      (MarmotEpisodeMapping *self);

/**
 * marmot_episode_mapping_list_fields:
 * @self: a mapping
 * @needs: whether fields of needs are asked for, rather than of episodes
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the fields that have a
 *   column, in the order of the mapping
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                **marmot_episode_mapping_list_fields   (MarmotEpisodeMapping *self,
                                                            gboolean              needs) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_mapping_get_heading:
 * @self: a mapping
 * @field: the name of a field
 * @needs: whether it is one of needs, rather than of episodes
 *
 * Returns: (transfer none) (nullable): the heading of its column, or %NULL if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_episode_mapping_get_heading   (MarmotEpisodeMapping *self,
                                                            const char           *field,
                                                            gboolean              needs);

/**
 * marmot_episode_mapping_translate:
 * @self: a mapping
 * @field: the name of a field of words or codes
 * @word: a word of the extract
 *
 * What a word of the extract becomes.
 *
 * Returns: (transfer full) (nullable): the code, or the word itself in a field that has
 *   neither codes nor values; %NULL if the word means nothing, or the mapping lacks it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_episode_mapping_translate     (MarmotEpisodeMapping *self,
                                                            const char           *field,
                                                            const char           *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
