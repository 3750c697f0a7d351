#!/usr/bin/env Rscript
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Makes cluster-rows.csv and cluster.csv: episodes of children, made up from a seed, and
# what R's survival says of their curves with standard errors by child. Usage:
#
#     Rscript make-clusters.R FOLDER
suppressMessages(library(survival))
folder <- commandArgs(TRUE)[1]

make <- function(name, seed, n, children, late, weighted) {
  set.seed(seed)
  start <- if (late) sample(0:30, n, TRUE) else rep(0, n)
  stop <- start + sample(1:60, n, TRUE)
  data.frame(case = name, row = seq_len(n), start = if (late) start else NA, stop = stop,
             status = sample(0:2, n, TRUE, c(0.3, 0.45, 0.25)),
             weight = if (weighted) round(runif(n, 0.2, 3), 2) else 1,
             child = sample(children, n, TRUE))
}

cases <- list(make("plain", 1, 80, 30, FALSE, FALSE), make("late", 2, 90, 35, TRUE, FALSE),
              make("weighted", 3, 70, 30, FALSE, TRUE), make("late_weighted", 4, 100, 40, TRUE, TRUE))

read <- function(case, what, fit, cause, value, error, at = fit$time) {
  data.frame(case = case, what = what, cause = cause, time = at, value = sprintf("%.17g", value), se = sprintf("%.17g", error))
}

answers <- lapply(cases, function(d) {
  name <- d$case[1]
  if (all(is.na(d$start))) d$start <- -1  # nobody enters late: everybody is at risk from the first time on
  fit <- survfit(Surv(start, stop, status > 0) ~ 1, d, weights = weight, cluster = child, robust = TRUE)
  s <- summary(fit, times = fit$time)
  # With several causes survfit() leaves the clusters out of the errors (3.5-3): they are
  # put in from the influence of each row.
  multi <- survfit(Surv(start, stop, factor(status, 0:2)) ~ 1, d, weights = weight, id = row, influence = TRUE)
  m <- summary(multi, times = multi$time)
  at <- ncol(multi$influence.pstate) - length(multi$time)
  by_child <- function(cause) {
    influence <- multi$influence.pstate[, , cause + 1]
    if (at > 0) influence <- influence[, -seq_len(at)]
    sqrt(colSums(rowsum(d$weight * influence, d$child)^2))
  }
  rbind(read(name, "event_free", fit, 0, s$surv, s$std.err),
        read(name, "hazard", fit, 0, fit$cumhaz, fit$std.chaz),
        read(name, "cause", multi, 1, m$pstate[, 2], by_child(1)),
        read(name, "cause", multi, 2, m$pstate[, 3], by_child(2)))
})

write.csv(do.call(rbind, cases), file.path(folder, "cluster-rows.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, answers), file.path(folder, "cluster.csv"), row.names = FALSE, quote = FALSE)
