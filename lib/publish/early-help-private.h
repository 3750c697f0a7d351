/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The files of the early help report. early-help-figures.c makes the figures and says what
 * is too small to be shown; early-help-json.c makes one JSON tree of them; early-help-page.c
 * and early-help-text.c print that tree, so that nothing is on a page that is not in the
 * JSON, and nothing in either that was withheld.
 */
#pragma once

#include <jansson.h>
#include <marmot/marmot.h>

G_BEGIN_DECLS

#define EARLY_HELP_THRESHOLD 10

typedef struct
{
  char *title;
  char *council;
  char *note;
  char **assumptions;
  guint threshold;
} EarlyHelpOptions;

const EarlyHelpOptions *early_help_options_peek (MarmotEarlyHelpReportOptions *self);

/* The figures of the page, in its order. */
typedef enum
{
  FIGURE_REQUESTS,
  FIGURE_OPENED,
  FIGURE_ASSESSED,
  FIGURE_CLOSED,
  FIGURE_CLOSED_WITHIN,
  FIGURE_DONE_BY,
  FIGURE_DURATION,
  FIGURE_OPEN_BEYOND,
  FIGURE_OUTCOMES_MET,
  FIGURE_NEEDS_MET,
  FIGURE_STEP_UP,
  FIGURE_STEP_DOWN,
  FIGURE_PARTNER_LED,
  FIGURE_RETURN_BACK,
  FIGURE_RETURN_FORWARD_BEFORE, /* of the period before */
  FIGURE_RETURN_FORWARD,
  N_FIGURES
} EarlyHelpFigureId;

/* How a value is printed. */
typedef enum
{
  EARLY_HELP_COUNT,     /* so many, and so many a month */
  EARLY_HELP_SHARE,     /* in per cent */
  EARLY_HELP_DAYS
} EarlyHelpForm;

typedef struct
{
  const char *section;
  MarmotEpisodeMeasure measure;
  EarlyHelpForm form;
  MarmotMeasure *found;       /* NULL if it cannot be made */
  char *why_not;              /* of those */
  gboolean not_covered;       /* the set does not know of the time that it looks to */
  char *of;                   /* the period or the day */

  /* What may not be shown. */
  gboolean hide_value;
  gboolean round_value;       /* to whole per cent, without its interval */
  gboolean hide_numerator;
  gboolean hide_denominator;
  gboolean hide_others;       /* the unknown and those left out */
  GPtrArray *remarks;         /* sentences */
} EarlyHelpFigure;

/* A group of agencies that is shown as one. */
typedef struct
{
  char *label;
  double count;
} EarlyHelpAgency;

typedef struct
{
  const EarlyHelpOptions *options;
  MarmotEpisodeSet *set;      /* as it was given */
  MarmotEpisodeSet *followed; /* known of to the last day that the page follows */
  MarmotPeriod *period;
  MarmotPeriod *before;       /* nullable */
  gint32 first;               /* days of the period */
  gint32 last;
  gint32 known_first;
  gint32 known_last;
  gint32 followed_to;

  EarlyHelpFigure figures[N_FIGURES];
  MarmotTable *months[4];     /* of the first four figures; NULL if they cannot be made */
  gboolean hide_months[4];
  GArray *agencies;           /* of EarlyHelpAgency */
  gboolean hide_agencies;
  GPtrArray *findings;
} EarlyHelp;

/* early-help-figures.c */
gboolean early_help_init     (EarlyHelp               *self,
                              MarmotEpisodeSet        *set,
                              MarmotPeriod            *period,
                              const EarlyHelpOptions  *options,
                              GError                 **error);
void     early_help_clear    (EarlyHelp               *self);

/* early-help-json.c; a new reference. */
json_t  *early_help_to_tree  (const EarlyHelp         *self);

/* A day as "31 December 2024", whatever the locale. */
char    *early_help_print_day (gint32                  day);

/* early-help-page.c */
char    *early_help_make_page (json_t                 *tree);

/* early-help-text.c */
char    *early_help_make_text (json_t                 *tree);

G_END_DECLS
