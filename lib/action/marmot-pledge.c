/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotPledge
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  char *source;
  char *note;
  GListStore *promises;
};

G_DEFINE_FINAL_TYPE (MarmotPledge, marmot_pledge, G_TYPE_OBJECT)

/**
 * MarmotPledge:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:organisation: (getter get_organisation) (setter set_organisation)
 *
 * Who promises.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotPledge:promises: (getter get_promises)
 *
 * Its promises, as [class@Marmot.Promise] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPledge, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPledge, organisation), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPledge, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotPledge, date), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPledge, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPledge, note), NULL, 0 },
  { "promises", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotPledge, promises), marmot_promise_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-pledge", "pledge", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_pledge_class_init (MarmotPledgeClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_pledge_init (MarmotPledge *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotPledge, marmot_pledge, MARMOT_TYPE_PLEDGE, MARMOT_IS_PLEDGE)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotPledge, marmot_pledge, MARMOT_TYPE_PLEDGE, MARMOT_IS_PLEDGE)

MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotPledge, marmot_pledge, MARMOT_IS_PLEDGE, GListStore *, promises, NULL)

/* The ratings of a promise in the order of time. */
static int
compare_ratings (gconstpointer a,
                 gconstpointer b)
{
  MarmotPeriod *x = marmot_promise_rating_get_period (*(MarmotPromiseRating *const *) a);
  MarmotPeriod *y = marmot_promise_rating_get_period (*(MarmotPromiseRating *const *) b);

  if (!x || !y)
    return (x != NULL) - (y != NULL);
  if (marmot_period_get_end_days (x) != marmot_period_get_end_days (y))
    return marmot_period_get_end_days (x) < marmot_period_get_end_days (y) ? -1 : 1;
  return marmot_period_compare (x, y);
}

static void
add_value (ActionTable *table,
           guint column,
           MarmotValue *value)
{
  if (value && marmot_value_is_present (value))
    action_table_double (table, column, marmot_value_get_number (value));
  else
    action_table_null (table, column);
}

MarmotTable *
marmot_pledge_list_ratings (MarmotPledge *self)
{
  static const ActionColumn columns[] = {
    { "promise", MARMOT_COLUMN_TEXT },  { "title", MARMOT_COLUMN_TEXT },    { "period", MARMOT_COLUMN_TEXT },
    { "last_day", MARMOT_COLUMN_DATE }, { "group", MARMOT_COLUMN_TEXT },    { "kept", MARMOT_COLUMN_TEXT },
    { "question", MARMOT_COLUMN_TEXT }, { "value", MARMOT_COLUMN_DOUBLE },  { "comparator", MARMOT_COLUMN_DOUBLE },
    { "n", MARMOT_COLUMN_INTEGER },
  };
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_PLEDGE (self), NULL);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < action_count (self->promises); i++)
    {
      MarmotPromise *promise = action_peek (self->promises, i);
      GListStore *ratings = marmot_promise_get_ratings (promise);
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

      for (guint j = 0; j < action_count (ratings); j++)
        g_ptr_array_add (sorted, action_peek (ratings, j));
      /* A merge sort: those of one time stay in their order. */
      g_ptr_array_sort (sorted, compare_ratings);
      for (guint j = 0; j < sorted->len; j++)
        {
          MarmotPromiseRating *rating = sorted->pdata[j];
          const guint n = marmot_promise_rating_get_n (rating);

          action_table_text (table, 0, marmot_promise_get_id (promise));
          action_table_text (table, 1, marmot_promise_get_title (promise));
          action_table_period (table, 2, marmot_promise_rating_get_period (rating));
          action_table_last_day (table, 3, marmot_promise_rating_get_period (rating));
          action_table_text (table, 4, marmot_promise_rating_get_group (rating));
          action_table_member (table, 5, MARMOT_TYPE_PROMISE_KEPT, (int) marmot_promise_rating_get_kept (rating));
          action_table_text (table, 6, marmot_promise_rating_get_question (rating));
          add_value (table, 7, marmot_promise_rating_get_value (rating));
          add_value (table, 8, marmot_promise_rating_get_comparator (rating));
          if (n > 0)
            action_table_integer (table, 9, n);
          else
            action_table_null (table, 9);
        }
    }
  return action_table_finish (table);
}

static void
check_promise (MarmotPromise *promise,
               const char *path,
               GPtrArray *findings)
{
  GListStore *ratings = marmot_promise_get_ratings (promise);

  if (action_count (marmot_promise_get_evidence (promise)) == 0)
    action_report (findings, "pledge/no-evidence", MARMOT_SEVERITY_WARNING, path, "evidence",
                   "Nothing shows that the promise is kept", "Add what shows it");
  if (action_count (ratings) == 0)
    action_report (findings, "pledge/no-rating", MARMOT_SEVERITY_WARNING, path, "ratings",
                   "Those to whom it was made have not rated it", "Ask them, and add what they say");
  for (guint i = 0; i < action_count (ratings); i++)
    if (!marmot_promise_rating_get_period (action_peek (ratings, i)))
      {
        g_autofree char *step = marmot_document_step (path, "ratings", i);

        action_report (findings, "pledge/no-period", MARMOT_SEVERITY_WARNING, step, "period",
                       "The rating does not say when they were asked", "Write when");
      }
}

GPtrArray *
marmot_pledge_check (MarmotPledge *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_PLEDGE (self), NULL);

  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->promises); i++)
    {
      g_autofree char *step = marmot_document_step ("", "promises", i);

      check_promise (action_peek (self->promises, i), step, findings);
    }
  action_check_ids (self->promises, "pledge/duplicate", "", "promises", findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
