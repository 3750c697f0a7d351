/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is too large, too deep, broken or the wrong thing; and saving, whatever happens.
 */
#include <criterion/criterion.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <marmot/marmot.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whatever the machine, nothing here may take longer. */
#define SECONDS 20

static GError *
refuse (GString *text)
{
  g_autoptr (GBytes) json = g_bytes_new (text->str, text->len);
  GError *error = NULL;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (MarmotAssessment) read = marmot_assessment_new_from_json (json, &error);

  cr_assert (read == NULL && error != NULL && error->domain == MARMOT_ERROR);
  cr_assert (g_get_monotonic_time () - start < SECONDS * G_USEC_PER_SEC);
  return error;
}

static GString *
begin (void)
{
  return g_string_new ("{\"format\": \"marmot-assessment\", \"id\": \"a\", ");
}

static void
repeat (GString *text,
        const char *piece,
        guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

Test (limits, an_answer_of_fifty_megabytes)
{
  g_autoptr (GString) text = begin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessment) own = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentResponse) response = marmot_assessment_response_new ();
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) unsaved = NULL;
  g_autofree char *answer = g_malloc (50 * 1000 * 1000 + 1);
  gint64 start;

  memset (answer, 'x', 50 * 1000 * 1000);
  answer[50 * 1000 * 1000] = '\0';
  g_string_append_printf (text, "\"responses\": [{\"question\": \"q1\", \"text\": \"%s\"}]}", answer);
  error = refuse (text);
  cr_assert (error->code == MARMOT_ERROR_TOO_LARGE);
  cr_assert (strlen (error->message) < 300);

  /* In memory it can be set; it is checked in linear time, and is not written. */
  marmot_assessment_set_id (own, "a");
  marmot_assessment_response_set_question (response, "q1");
  marmot_assessment_response_set_text (response, answer);
  g_list_store_append (marmot_assessment_get_responses (own), response);
  start = g_get_monotonic_time ();
  findings = marmot_assessment_validate (own, heat, day);
  cr_assert (findings->len > 0);
  cr_assert (g_get_monotonic_time () - start < SECONDS * G_USEC_PER_SEC);
  cr_assert (marmot_assessment_to_json (own, &unsaved) == NULL);
  cr_assert (strstr (unsaved->message, "responses/1/text") != NULL);
}

Test (limits, a_text_of_two_megabytes)
{
  g_autoptr (GString) text = begin ();
  g_autoptr (GError) error = NULL;

  g_string_append (text, "\"notes\": \"");
  repeat (text, "abcdefgh", 2 * 1024 * 1024 / 8);
  g_string_append (text, "\"}");
  error = refuse (text);
  cr_assert (error->code == MARMOT_ERROR_TOO_LARGE && strstr (error->message, "notes") != NULL);
}

Test (limits, a_hundred_thousand_levels)
{
  static const struct
  {
    const char *open, *close;
  } forms[] = { { "[", "]" }, { "{\"a\":", "}" } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) text = begin ();
      g_autoptr (GError) error = NULL;

      g_string_append (text, "\"groups\": ");
      repeat (text, forms[i].open, 100000);
      g_string_append (text, "1");
      repeat (text, forms[i].close, 100000);
      g_string_append (text, "}");
      error = refuse (text);
      cr_assert (error->code == MARMOT_ERROR_PARSE && strstr (error->message, "nested too deeply") != NULL, "%s", error->message);
    }
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

Test (limits, a_million_entries)
{
  static const struct
  {
    const char *list, *entry;
  } cases[] = {
    { "\"responses\": [", "{}," },
    { "\"groups\": [", "{\"text\":\"\"}," },
    { "\"responses\": [{\"evidence\": [", "\"a\"," },
    { "\"evidence\": [[", "1," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = begin ();
      g_autoptr (GError) error = NULL;
      const long before = get_peak ();

      g_string_append (text, cases[i].list);
      repeat (text, cases[i].entry, 1000000);
      error = refuse (text);
      cr_assert (error->code == MARMOT_ERROR_TOO_LARGE, "%s", error->message);
      /* Refused before it is taken apart: kibibytes. */
      cr_assert (get_peak () - before < 200 * 1024);
    }
}

/* Commas and brackets in texts are no entries. */
Test (limits, commas_in_a_text)
{
  g_autoptr (GString) text = begin ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) read = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append (text, "\"notes\": \"\\\\\\\"");
  repeat (text, ",[{", 200000);
  g_string_append (text, "\"}");
  json = g_bytes_new (text->str, text->len);
  read = marmot_assessment_new_from_json (json, &error);
  cr_assert (read != NULL, "%s", error ? error->message : "");
}

/* As many as there may be are checked in linear time. */
Test (limits, sixty_thousand_of_each)
{
  g_autoptr (GString) text = begin ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) read = NULL;
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_string_append (text, "\"template\": \"phe-heat-simplified-2020\", \"evidence\": [{\"key\": \"k\", \"value\": \"1\"}");
  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, ", {\"key\": \"%s%u\", \"value\": \"%u\"}", i % 2 ? "k" : "", i % 2 ? i : i / 2, i);
  g_string_append (text, "], \"responses\": [{\"question\": \"q1\"}");
  repeat (text, ", {\"question\": \"q77\"}", 60000);
  g_string_append (text, "]}");
  json = g_bytes_new (text->str, text->len);
  start = g_get_monotonic_time ();
  read = marmot_assessment_new_from_json (json, &error);
  cr_assert (read != NULL, "%s", error ? error->message : "");
  findings = marmot_assessment_validate (read, heat, day);
  cr_assert (findings->len > 60000);
  cr_assert (g_get_monotonic_time () - start < SECONDS * G_USEC_PER_SEC);
}

Test (limits, one_key_with_many_figures)
{
  g_autoptr (MarmotAssessment) of = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = NULL;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (MarmotEvidence) evidence = marmot_evidence_new ();
      g_autoptr (MarmotValue) value = marmot_value_new (i, 0);

      marmot_evidence_set_key (evidence, "k");
      marmot_evidence_set_value (evidence, value);
      g_list_store_append (marmot_assessment_get_evidence (of), evidence);
    }
  findings = marmot_assessment_validate (of, heat, day);
  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), "H08");
  /* Each but the first, and not each with each. */
  cr_assert (n == 19999);
}

Test (limits, broken_files)
{
  static const struct
  {
    const char *text;
    gsize size;
  } broken[] = {
    { "", 0 },
    { "{", 1 },
    { "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"notes\": \"x", 54 },
    { "\0\1\2\3\377\376", 6 },
    { "PK\3\4 word/document.xml", 22 },
    { "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"notes\": \"\377\"}", 57 },
    { "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"id\": \"b\"}", 52 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GString) text = g_string_new_len (broken[i].text, (gssize) broken[i].size);
      g_autoptr (GError) error = refuse (text);

      cr_assert (g_utf8_validate (error->message, -1, NULL) && strlen (error->message) > 20);
    }
}

Test (limits, a_template_with_a_cycle)
{
  g_autoptr (MarmotAssessmentTemplate) heat = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  g_autoptr (GBytes) json = marmot_assessment_template_to_json (heat);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
  g_autoptr (GBytes) bad = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (MarmotAssessmentTemplate) read = NULL;
  g_autoptr (MarmotAssessmentRegister) self = marmot_assessment_register_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (g_string_replace (text, "\"parent\": \"q2\"", "\"parent\": \"q2a\"", 1) == 1);
  bad = g_bytes_new (text->str, text->len);
  findings = marmot_assessment_template_check (bad);
  cr_assert (findings->len >= 1);
  cr_assert_str_eq (marmot_finding_get_rule (findings->pdata[0]), "template/cycle");
  read = marmot_assessment_template_new_from_json (bad, &error);
  cr_assert (read == NULL && error != NULL);
  /* A register that meets it says so. */
  marmot_assessment_register_load_bytes (self, bad, "form.json");
  g_ptr_array_unref (g_steal_pointer (&findings));
  findings = marmot_assessment_register_list_faults (self);
  cr_assert (findings->len == 1);
  cr_assert_str_eq (marmot_finding_get_file (findings->pdata[0]), "form.json");
}

/* --- saving --------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Place;

static Place
make_place (void)
{
  Place place;

  place.folder = g_dir_make_tmp ("marmot-save-XXXXXX", NULL);
  cr_assert (place.folder != NULL);
  place.path = g_build_filename (place.folder, "heat.json", NULL);
  place.file = g_file_new_for_path (place.path);
  return place;
}

static guint
count_files (const Place *place)
{
  g_autoptr (GDir) files = g_dir_open (place->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (files))
    n++;
  return n;
}

static void
remove_place (Place *place)
{
  g_autoptr (GDir) files = g_dir_open (place->folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (place->folder);
  g_object_unref (place->file);
  g_free (place->path);
  g_free (place->folder);
}

/* Of some size, so that writing it takes a while. */
static MarmotAssessment *
make (const char *programme)
{
  MarmotAssessment *of = marmot_assessment_new ();
  g_autoptr (GString) notes = g_string_new (NULL);

  repeat (notes, programme, (guint) (900 * 1024 / strlen (programme)));
  marmot_assessment_set_id (of, "a");
  marmot_assessment_set_programme (of, programme);
  marmot_assessment_set_notes (of, notes->str);
  return of;
}

Test (saving, killed_on_the_way, .timeout = 120)
{
  Place place = make_place ();
  g_autoptr (MarmotAssessment) one = make ("one");
  g_autoptr (MarmotAssessment) two = make ("two");
  guint n_two = 0;

  cr_assert (marmot_assessment_save (one, place.file, NULL, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MarmotAssessment) read = NULL;
      g_autoptr (GError) error = NULL;
      pid_t child = fork ();

      cr_assert (child >= 0);
      if (child == 0)
        for (guint j = 0;; j++)
          if (!marmot_assessment_save (j % 2 ? one : two, place.file, NULL, NULL))
            _exit (1);
      g_usleep (2000 + 777 * i);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      read = marmot_assessment_new_from_file (place.file, NULL, &error);
      cr_assert (read != NULL, "%s", error ? error->message : "");
      cr_assert (marmot_assessment_equal (read, one) || marmot_assessment_equal (read, two));
      n_two += marmot_assessment_equal (read, two);
    }
  /* The child did save. */
  cr_assert (n_two > 0);
  remove_place (&place);
}

Test (saving, a_full_disk)
{
  Place place = make_place ();
  g_autoptr (MarmotAssessment) one = make ("one");
  g_autoptr (MarmotAssessment) two = make ("two");
  g_autoptr (MarmotAssessment) read = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 100 * 1024, 100 * 1024 };

  cr_assert (marmot_assessment_save (one, place.file, NULL, NULL));
  /* No file may become longer: writing ends on the way. */
  signal (SIGXFSZ, SIG_IGN);
  cr_assert (setrlimit (RLIMIT_FSIZE, &limit) == 0);
  cr_assert (!marmot_assessment_save (two, place.file, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO), "%s", error->message);
  cr_assert (strstr (error->message, "heat.json could not be written") != NULL, "%s", error->message);
  read = marmot_assessment_new_from_file (place.file, NULL, NULL);
  cr_assert (read && marmot_assessment_equal (read, one));
  cr_assert (count_files (&place) == 1);
  remove_place (&place);
}

Test (saving, where_nothing_can_be_written)
{
  static const char *const paths[] = { "/proc/heat.json", "/proc/nowhere/heat.json", "/dev/null/heat.json" };
  g_autoptr (MarmotAssessment) one = make ("one");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      cr_assert (!marmot_assessment_save (one, file, NULL, &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO), "%s", error->message);
    }
}

Test (saving, a_folder_is_no_file_and_a_device_stays_one)
{
  Place place = make_place ();
  g_autoptr (MarmotAssessment) one = make ("one");
  g_autoptr (GFile) folder = g_file_new_for_path (place.folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;
  struct stat info;

  cr_assert (!marmot_assessment_save (one, folder, NULL, &error));
  cr_assert (g_file_test (place.folder, G_FILE_TEST_IS_DIR));
  (void) marmot_assessment_save (one, device, NULL, NULL);
  cr_assert (stat ("/dev/null", &info) == 0 && S_ISCHR (info.st_mode));
  remove_place (&place);
}

Test (saving, through_a_link)
{
  Place place = make_place ();
  g_autoptr (MarmotAssessment) one = make ("one");
  g_autoptr (MarmotAssessment) two = make ("two");
  g_autoptr (MarmotAssessment) read = NULL;
  g_autofree char *path = g_build_filename (place.folder, "link.json", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (path);
  struct stat before, after;

  cr_assert (marmot_assessment_save (one, place.file, NULL, NULL));
  cr_assert (chmod (place.path, 0640) == 0);
  cr_assert (symlink ("heat.json", path) == 0);
  cr_assert (stat (place.path, &before) == 0);
  cr_assert (marmot_assessment_save (two, link_file, NULL, NULL));
  /* The link is there, and what it points at is another file with the same rights: nobody
   * has written into the old one. */
  cr_assert (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  cr_assert (stat (place.path, &after) == 0);
  cr_assert (before.st_ino != after.st_ino);
  cr_assert ((after.st_mode & 07777) == 0640);
  read = marmot_assessment_new_from_file (place.file, NULL, NULL);
  cr_assert (read && marmot_assessment_equal (read, two));
  cr_assert (count_files (&place) == 2);
  remove_place (&place);
}

Test (saving, given_up)
{
  Place place = make_place ();
  g_autoptr (MarmotAssessment) one = make ("one");
  g_autoptr (MarmotAssessment) two = make ("two");
  g_autoptr (MarmotAssessment) read = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_assessment_save (one, place.file, NULL, NULL));
  g_cancellable_cancel (cancelled);
  cr_assert (!marmot_assessment_save (two, place.file, cancelled, &error));
  cr_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  read = marmot_assessment_new_from_file (place.file, NULL, NULL);
  cr_assert (read && marmot_assessment_equal (read, one));
  remove_place (&place);
}
