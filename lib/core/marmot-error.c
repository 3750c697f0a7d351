/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

G_DEFINE_QUARK (marmot-error-quark, marmot_error)
