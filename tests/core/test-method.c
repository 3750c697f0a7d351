/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tables of methods and of statuses stand beside their enumerations, and a row
 * that is in the wrong place would cite somebody else's paper.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

Test (method, tables_follow_the_enumeration)
{
  g_autoptr (GEnumClass) methods = g_type_class_ref (MARMOT_TYPE_METHOD);

  cr_assert (methods->n_values > 60);
  for (guint i = 0; i < methods->n_values; i++)
    {
      MarmotMethod method = (MarmotMethod) methods->values[i].value;

      cr_assert (methods->values[i].value == (int) i, "%s", methods->values[i].value_name);
      cr_assert_str_eq (marmot_method_to_nick (method), methods->values[i].value_nick);
      cr_assert (strlen (marmot_method_get_label (method)) > 0, "%s", methods->values[i].value_nick);
      if (method != MARMOT_METHOD_DEFAULT && method != MARMOT_METHOD_NONE)
        cr_assert (strlen (marmot_method_get_citation (method)) > 10, "%s", methods->values[i].value_nick);
    }
}

Test (method, statuses_follow_the_enumeration)
{
  g_autoptr (GEnumClass) statuses = g_type_class_ref (MARMOT_TYPE_STATUS);

  cr_assert (statuses->n_values > 20);
  for (guint i = 0; i < statuses->n_values; i++)
    {
      MarmotStatus status = (MarmotStatus) statuses->values[i].value;

      cr_assert (statuses->values[i].value == (int) i, "%s", statuses->values[i].value_name);
      cr_assert_str_eq (marmot_status_to_nick (status), statuses->values[i].value_nick);
      cr_assert (g_str_has_suffix (marmot_status_get_description (status), "."));
    }
}
