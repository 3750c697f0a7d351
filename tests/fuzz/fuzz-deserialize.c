/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may have come from anywhere are read as each type that can be
 * written to bytes. The first byte says which. What is read must print, equal
 * itself and survive being written again.
 */
#include <marmot/marmot.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

#define TRY(Type, prefix)                                                      \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (Type) read = prefix##_deserialize (bytes, NULL);                \
                                                                               \
    if (read)                                                                  \
      {                                                                        \
        g_autofree char *text = prefix##_to_string (read);                     \
        g_autoptr (GBytes) again = prefix##_serialize (read);                  \
        g_autoptr (Type) same = prefix##_deserialize (again, NULL);            \
                                                                               \
        g_assert_nonnull (text);                                               \
        g_assert_nonnull (same);                                               \
        g_assert_true (prefix##_equal (read, same));                           \
        g_assert_cmpuint (prefix##_hash (read), ==, prefix##_hash (same));     \
      }                                                                        \
  }                                                                            \
  G_STMT_END

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  switch (data[0])
    {
    case 0:
      TRY (MarmotEstimate, marmot_estimate);
      break;
    case 1:
      TRY (MarmotEstimates, marmot_estimates);
      break;
    case 2:
      TRY (MarmotFinding, marmot_finding);
      break;
    case 3:
      TRY (MarmotValue, marmot_value);
      break;
    case 4:
      TRY (MarmotPeriod, marmot_period);
      break;
    case 5:
      TRY (MarmotMeasure, marmot_measure);
      break;
    case 6:
      TRY (MarmotEventCounts, marmot_event_counts);
      break;
    case 7:
      TRY (MarmotTally, marmot_tally);
      break;
    default:
      break;
    }
  return 0;
}
