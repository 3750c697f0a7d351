/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts and links of a plan's actions as a graph: what leads nowhere, and what leads in a
 * circle. Each search takes a time in proportion to the actions and links, and keeps its
 * own stack.
 */
#include "plan-private.h"

#include "action-private.h"
#include "core/marmot-document-private.h"

typedef struct
{
  guint *starts;   /* of the targets of each action; one more than there are actions */
  GArray *targets; /* places of actions */
} Graph;

static void
add_edge (Graph *graph,
          GHashTable *places,
          const char *target,
          const char *rule,
          const char *path,
          const char *field,
          GPtrArray *findings)
{
  /* From 1. */
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, target));

  if (place-- == 0)
    action_report (findings, rule, MARMOT_SEVERITY_ERROR, path, field, "No action of the plan has this short name",
                   "Correct it, or take it out");
  else
    g_array_append_val (graph->targets, place);
}

static void
add_links (Graph *graph,
           GHashTable *places,
           MarmotAction *action,
           const char *path,
           GPtrArray *findings)
{
  GListStore *links = marmot_action_get_links (action);

  for (guint i = 0; i < action_count (links); i++)
    {
      MarmotActionLink *link = action_peek (links, i);
      const char *target = marmot_action_link_get_target (link);
      g_autofree char *step = marmot_document_step (path, "links", i);

      if (!target)
        action_report (findings, "action/link", MARMOT_SEVERITY_ERROR, step, "target", "The link does not say to what",
                       "Give the short name of what it is linked to, or take the link out");
      else if (marmot_action_link_get_kind (link) == MARMOT_ACTION_LINK_ACTION)
        add_edge (graph, places, target, "action/link", step, "target", findings);
    }
}

/* Marks the actions from which one comes back to where one was. */
static void
mark_circles (const Graph *graph,
              guint n,
              gboolean *is_in_circle)
{
  enum { NEW, OPEN, CLOSED };
  g_autofree guint8 *colours = g_new0 (guint8, n + 1);
  g_autofree guint *next = g_new (guint, n + 1);
  g_autofree guint *stack = g_new (guint, n + 1);

  for (guint root = 0; root < n; root++)
    {
      guint depth = 0;

      if (colours[root] != NEW)
        continue;
      colours[root] = OPEN;
      next[root] = graph->starts[root];
      stack[depth++] = root;
      while (depth > 0)
        {
          const guint at = stack[depth - 1];
          guint target;

          if (next[at] == graph->starts[at + 1])
            {
              colours[at] = CLOSED;
              depth--;
              continue;
            }
          target = g_array_index (graph->targets, guint, next[at]++);
          if (colours[target] == NEW)
            {
              colours[target] = OPEN;
              next[target] = graph->starts[target];
              stack[depth++] = target;
            }
          else if (colours[target] == OPEN)
            {
              /* What is marked already was marked with all above it up to its own circle. */
              for (guint i = depth; i > 0; i--)
                {
                  is_in_circle[stack[i - 1]] = TRUE;
                  if (stack[i - 1] == target)
                    break;
                }
            }
        }
    }
}

static void
check_graph (MarmotActionPlan *self,
             GHashTable *places,
             gboolean is_of_parts,
             GPtrArray *findings)
{
  GListStore *actions = marmot_action_plan_get_actions (self);
  const guint n = action_count (actions);
  g_autofree gboolean *is_in_circle = g_new0 (gboolean, n + 1);
  Graph graph = { g_new (guint, n + 1), g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < n; i++)
    {
      MarmotAction *action = action_peek (actions, i);
      g_autofree char *step = marmot_document_step ("", "actions", i);

      graph.starts[i] = graph.targets->len;
      if (!is_of_parts)
        add_links (&graph, places, action, step, findings);
      else if (marmot_action_get_part_of (action))
        add_edge (&graph, places, marmot_action_get_part_of (action), "action/part-of", step, "part_of", findings);
    }
  graph.starts[n] = graph.targets->len;

  mark_circles (&graph, n, is_in_circle);
  for (guint i = 0; i < n; i++)
    if (is_in_circle[i])
      {
        g_autofree char *step = marmot_document_step ("", "actions", i);

        action_report (findings, "action/cycle", MARMOT_SEVERITY_ERROR, step, is_of_parts ? "part_of" : "links",
                       is_of_parts ? "Through others it is a part of itself" : "Through others it waits for itself",
                       "Break the circle where it is wrong");
      }
  g_free (graph.starts);
  g_array_unref (graph.targets);
}

void
plan_check_links (MarmotActionPlan *self,
                  GPtrArray *findings)
{
  GListStore *actions = marmot_action_plan_get_actions (self);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < action_count (actions); i++)
    {
      const char *id = marmot_action_get_id (action_peek (actions, i));

      if (id && !g_hash_table_contains (places, id))
        g_hash_table_insert (places, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
  check_graph (self, places, TRUE, findings);
  check_graph (self, places, FALSE, findings);
}
