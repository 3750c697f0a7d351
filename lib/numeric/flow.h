/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People who move between states, enter and leave: one step of a Markov model in
 * continuous time, as expected and as chance has it, with ages that pass by themselves.
 *
 * Stock is by cell and state, at [cell * n_states + state]. A cell is an age in whole
 * steps; bands are runs of cells with the same rates. At the end of a step everybody is a
 * cell older, but for the last, which has no end. Without ages there is one cell.
 *
 * Kalbfleisch JD, Lawless JF. The analysis of panel data under a Markov assumption. JASA
 * 1985; 80: 863-871. Jensen A. Markoff chains as an aid in the study of Markoff processes.
 * Skandinavisk Aktuarietidskrift 1953; 36: 87-91 (uniformisation). Gelman A and others.
 * Bayesian Data Analysis, 3rd ed. CRC Press 2013, sections 2.6 and 3.4 (gamma and
 * Dirichlet distributions of rates and shares).
 */
#pragma once

#include "random.h"

/* Something that was counted. A move is from a state to another, or to n_states, which is
 * out, at events / exposure a year; an entry is to a state, at events / exposure a year;
 * a change on the birthday that begins a band is from a state to another or out, of
 * events among exposure who came to it. */
typedef struct
{
  size_t band;
  size_t from;
  size_t to;
  double events;
  double exposure;
  double factor; /* that the rate is multiplied by; shares have none */
} mn_flow;

typedef struct
{
  size_t n_states;
  size_t n_bands;
  const size_t *first;      /* the first cell of each band, and n_cells */
  double step;              /* in years */
  const mn_flow *moves;     /* by band, then from */
  size_t n_moves;
  const mn_flow *entries;
  size_t n_entries;
  const mn_flow *birthdays; /* by band, then from; none in band 0 */
  size_t n_birthdays;
} mn_flow_model;

/* What a step of a model does. rates and shares are of the flows in their order; stay and
 * the rest are by band. */
typedef struct
{
  double *moves;     /* n_moves, a year */
  double *entries;   /* n_entries, a year */
  double *birthdays; /* n_birthdays, shares */
  double *step;      /* n_bands * n_states * n_states: the matrix of a step */
  double *arrivals;  /* n_bands * n_states: entered in the step and there at its end */
  double *come;      /* n_bands * n_states: the same, added up from the left */
  double *passing;   /* n_bands: entered in the step and not there at its end */
  double *out;       /* n_bands * n_states * n_states: as step, added up from the left, the
                      * diagonal 0: of those who are elsewhere, where */
  double *log_stay;  /* n_bands * n_states */
  double *scratch;
} mn_flow_step;

/* How many doubles a step takes, and a step in so many. */
size_t mn_flow_step_size  (const mn_flow_model *model);
void   mn_flow_step_init  (const mn_flow_model *model,
                           double              *memory,
                           mn_flow_step        *step);

/* The rates and shares as they were observed, times their factors, and as they are drawn:
 * gamma numbers of shape events and scale 1 / exposure, and Dirichlet numbers of events and
 * those left of exposure. What has no exposure has the rate 0. */
void   mn_flow_observe    (const mn_flow_model *model,
                           mn_flow_step        *step);
void   mn_flow_draw       (const mn_flow_model *model,
                           mn_random           *random,
                           mn_flow_step        *step);

/* From rates to matrices. */
void   mn_flow_prepare    (const mn_flow_model *model,
                           mn_flow_step        *step);

/* How often mn_flow_prepare() squares a matrix for the fastest of these moves, per band. */
int    mn_flow_squarings  (const mn_flow_model *model,
                           const double        *moves);

/* The people expected after a step, and how many entered and left in it. next is not
 * stock; it is written over. */
void   mn_flow_expect     (const mn_flow_model *model,
                           const mn_flow_step  *step,
                           const double        *stock,
                           double              *next,
                           double              *entered,
                           double              *left);

/* The people after a step that chance took. coming has room for stock, and row for states:
 * coming is all 0 before and after. */
void   mn_flow_play       (const mn_flow_model *model,
                           const mn_flow_step  *step,
                           mn_random           *random,
                           const int64_t       *stock,
                           int64_t             *next,
                           int64_t             *coming,
                           int64_t             *row,
                           int64_t             *entered,
                           int64_t             *left);

/* Sums of the stock over the cells of each band, at [band * n_states + state]. */
void   mn_flow_bands      (const mn_flow_model *model,
                           const double        *stock,
                           double              *bands);
void   mn_flow_band_counts (const mn_flow_model *model,
                            const int64_t       *stock,
                            int64_t             *bands);
