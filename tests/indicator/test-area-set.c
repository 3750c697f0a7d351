/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>

static MarmotArea *
area (const char *code,
      MarmotAreaType *type)
{
  return g_object_new (MARMOT_TYPE_AREA, "id", code, "code", code, "name", code, "area-type", type, NULL);
}

static guint
count (GListModel *owned)
{
  g_autoptr (GListModel) list = owned;

  return g_list_model_get_n_items (list);
}

Test (area_set, one_code_in_several_types)
{
  g_autoptr (MarmotAreaType) district = g_object_new (MARMOT_TYPE_AREA_TYPE, "id", 501, NULL);
  g_autoptr (MarmotAreaType) county = g_object_new (MARMOT_TYPE_AREA_TYPE, "id", 502, NULL);
  g_autoptr (MarmotArea) a = area ("E08000026", district);
  g_autoptr (MarmotArea) b = area ("E08000026", county);
  g_autoptr (MarmotArea) again = area ("E08000026", county);
  g_autoptr (MarmotArea) nameless = area (NULL, county);
  g_autoptr (MarmotAreaSet) set = marmot_area_set_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_area_set_add (set, a, NULL));
  cr_assert (marmot_area_set_add (set, b, NULL));
  cr_assert_not (marmot_area_set_add (set, again, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert_not (marmot_area_set_add (set, nameless, NULL));
  cr_assert (marmot_area_set_lookup (set, "E08000026", NULL) == a);
  cr_assert (marmot_area_set_lookup (set, "E08000026", county) == b);
  cr_assert (marmot_area_set_lookup (set, "E92000001", NULL) == NULL);
  cr_assert (eq (u32, count (marmot_area_set_lookup_all (set, "E08000026")), 2));
  cr_assert (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (set)), 2));
}

Test (area_set, several_parents_and_no_circle)
{
  g_autoptr (MarmotArea) coventry = area ("E08000026", NULL);
  g_autoptr (MarmotArea) region = area ("E12000005", NULL);
  g_autoptr (MarmotArea) combined = area ("E47000007", NULL);
  g_autoptr (MarmotArea) england = area ("E92000001", NULL);
  g_autoptr (MarmotArea) stranger = area ("W92000004", NULL);
  g_autoptr (MarmotAreaSet) set = marmot_area_set_new ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) circle = NULL;
  MarmotArea *all[] = { coventry, region, combined, england };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    cr_assert (marmot_area_set_add (set, all[i], NULL));
  cr_assert (marmot_area_set_add_parent (set, coventry, region, NULL));
  cr_assert (marmot_area_set_add_parent (set, coventry, combined, NULL));
  cr_assert (marmot_area_set_add_parent (set, coventry, combined, NULL));
  cr_assert (marmot_area_set_add_parent (set, region, england, NULL));
  cr_assert (eq (u32, count (marmot_area_set_get_parents_of (set, coventry)), 2));
  cr_assert (eq (u32, count (marmot_area_set_get_children_of (set, region)), 1));
  cr_assert (eq (u32, count (marmot_area_set_get_parents_of (set, england)), 0));

  cr_assert_not (marmot_area_set_add_parent (set, england, coventry, &circle));
  cr_assert (g_error_matches (circle, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert_not (marmot_area_set_add_parent (set, coventry, coventry, NULL));
  cr_assert_not (marmot_area_set_add_parent (set, coventry, stranger, &missing));
  cr_assert (g_error_matches (missing, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* OHID's table of infant mortality prints the ranks 1, 2, 4, 3, 5. */
Test (area_set, neighbours_by_rank_and_by_source)
{
  static const char *names[] = { "Derby", "Bolton", "Leeds", "Peterborough", "Sheffield" };
  static const guint ranks[] = { 1, 2, 4, 3, 5 };
  g_autoptr (MarmotAreaSet) set = marmot_area_set_new ();
  g_autoptr (MarmotArea) coventry = area ("Coventry", NULL);
  g_autoptr (GListModel) list = NULL;

  marmot_area_set_add (set, coventry, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MarmotArea) other = area (names[i], NULL);

      marmot_area_set_add (set, other, NULL);
      cr_assert (marmot_area_set_add_neighbour (set, coventry, other, MARMOT_NEIGHBOUR_SOURCE_CIPFA, ranks[i], NULL));
      cr_assert_not (marmot_area_set_add_neighbour (set, coventry, other, MARMOT_NEIGHBOUR_SOURCE_CIPFA, 9, NULL));
    }
  cr_assert (marmot_area_set_add_neighbour (set, coventry, marmot_area_set_lookup (set, "Leeds", NULL),
                                            MARMOT_NEIGHBOUR_SOURCE_DFE_CHILDREN, 1, NULL));
  cr_assert_not (marmot_area_set_add_neighbour (set, coventry, coventry, MARMOT_NEIGHBOUR_SOURCE_CIPFA, 7, NULL));
  cr_assert_not (marmot_area_set_add_neighbour (set, coventry, marmot_area_set_lookup (set, "Derby", NULL),
                                                MARMOT_NEIGHBOUR_SOURCE_NHS_PEERS, 0, NULL));

  list = marmot_area_set_get_neighbours_of (set, coventry, MARMOT_NEIGHBOUR_SOURCE_CIPFA);
  cr_assert (eq (u32, g_list_model_get_n_items (list), 5));
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (MarmotNeighbour) neighbour = g_list_model_get_item (list, i);

      cr_assert (eq (u32, marmot_neighbour_get_rank (neighbour), i + 1));
    }
  cr_assert (eq (u32, count (marmot_area_set_get_neighbours_of (set, coventry, MARMOT_NEIGHBOUR_SOURCE_DFE_CHILDREN)), 1));
  cr_assert (eq (u32, count (marmot_area_set_get_neighbours_of (set, coventry, MARMOT_NEIGHBOUR_SOURCE_NHS_PEERS)), 0));
}

Test (area_set, codes_that_stand_for_something_else)
{
  static const struct
  {
    const char *code;
    MarmotPseudoArea kind;
    guint id;
    const char *rest;
  } cases[] = {
    { "E08000026", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
    { "nn-3-E08000026", MARMOT_PSEUDO_AREA_NEIGHBOURS, 3, "E08000026" },
    { "cat-146-1", MARMOT_PSEUDO_AREA_CATEGORY, 146, "1" },
    { "al-7h2Kq", MARMOT_PSEUDO_AREA_LIST, 0, "7h2Kq" },
    { "nn-", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
    { "nn-x-E08000026", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
    { "cat-99999999999-1", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
    { "cat-1-", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
    { "", MARMOT_PSEUDO_AREA_NONE, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint id;
      g_autofree char *rest = NULL;

      cr_expect (marmot_pseudo_area_parse (cases[i].code, &id, &rest) == cases[i].kind, "%s", cases[i].code);
      cr_expect (id == cases[i].id, "%s", cases[i].code);
      cr_expect (g_strcmp0 (rest, cases[i].rest) == 0, "%s", cases[i].code);
    }
}
