/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * By what the return on care leavers (OC3) goes, for cohorts and for measures alike: the
 * birthday in the year, the contact that counts, and who is another authority's.
 *
 * Department for Education, Children looked after in England including adoptions: those of
 * 17 to 21 count by their position on or around the birthday, those of 22 to 25, since
 * 2022/23, by the latest contact. How long "around" is, three months before and one after, is
 * from memory.
 */
#pragma once

#include "person-set-private.h"

G_BEGIN_DECLS

/* "On or around the birthday" is from so many months before it to so many after. */
#define LEAVER_MONTHS_BEFORE 3
#define LEAVER_MONTHS_AFTER 1

/* From this age on the return has a denominator of its own, and goes by the latest contact. */
#define LEAVER_LATER_AGE 22

/* The birthday in [from, until) of one of the ages, and which it is; LEGAL_NO_DATE for none. */
gint32            leaver_find_birthday   (const PersonColumns *columns,
                                          gsize                row,
                                          gint32               from_age,
                                          gint32               until_age,
                                          gint32               from,
                                          gint32               until,
                                          MarmotLeapBirthday   leap,
                                          gint32              *age);

/* The contact that counts in the collection year [from, until); NULL for none. Of the younger
 * a row of the year, which is of the birthday, or else the dated contact around it that is
 * nearest; of the later ages the latest dated one of the year, or else a row of it. */
const ContactRow *leaver_find_contact    (const PersonColumns *columns,
                                          gsize                row,
                                          gboolean             is_later,
                                          gint32               birthday,
                                          gint32               from,
                                          gint32               until,
                                          gint32               year);

/* Whether the authority had passed on the care of a person by a day. */
gboolean          leaver_was_transferred (const PersonColumns *columns,
                                          gsize                row,
                                          gint32               day);

/* Whether a fact held at some time in [from, until), as far as anybody recorded. Who has one
 * of a kind has no other of that kind. */
MarmotCareAnswer  leaver_had_fact        (const PersonColumns *columns,
                                          gsize                row,
                                          guint32              kind,
                                          gint64               from,
                                          gint64               until);

G_END_DECLS
