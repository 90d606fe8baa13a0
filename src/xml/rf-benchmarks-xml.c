// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-xml.h"

#include "rf-net-score.h"
#include "rf-xml-input.h"
#include "rf-xml-reader.h"
#include "rf-xml-text.h"
#include "rf-language.h"

#include <string.h>

typedef struct
{
  GStringChunk *texts; /* owned: what the contents below point to */
  RfBenchmarks *benchmarks;
  GHashTable *ids; /* owned: set of "element id" */
  char *title;
  char *licence;
  RfBenchmark survey; /* what its figures inherit */
  GPtrArray *sources; /* owned, of the survey */
  RfBenchmark figure;
  char **barriers;          /* owned, of the figure */
  gboolean figure_is_wrong; /* and so is left out: the file will be refused */
  guint intentions;         /* a bit for each that was met */
} Reading;

static const char *const methods[] = { "survey", "telemetry", NULL };

static char *
keep (Reading *reading,
      const char *text)
{
  return text ? g_string_chunk_insert (reading->texts, text) : NULL;
}

/* The detail is where the reading keeps the text. */
static void
keep_text (RfXmlReader *reader,
           const RfXmlElement *element,
           const char *text,
           gpointer data)
{
  g_autofree char *folded = rf_xml_text_fold (text);

  G_STRUCT_MEMBER (char *, data, element->detail) = keep (data, folded);
}

static void
end_source (RfXmlReader *reader,
            const RfXmlElement *element,
            const char *text,
            gpointer data)
{
  Reading *reading = data;
  g_autofree char *folded = rf_xml_text_fold (text);

  g_ptr_array_add (reading->sources, keep (reading, folded));
}

/* A word of a table that has been checked to be one of it. */
static guint
get_word (RfXmlReader *reader,
          const char *attribute,
          const char *const *words,
          guint otherwise)
{
  const char *value = rf_xml_reader_get (reader, attribute);

  for (guint i = 0; value && words[i]; i++)
    if (g_str_equal (words[i], value))
      return i;
  return otherwise;
}

static char *
claim_id (RfXmlReader *reader,
          const RfXmlElement *element,
          Reading *reading)
{
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");

  if (!g_hash_table_add (reading->ids, g_strdup_printf ("%s %s", element->name, id)))
    rf_xml_reader_report (reader, _ ("Ids must be unique: give one of the two another id."),
                          _ ("There are two <%s> with the id “%s”."), element->name, id);
  return keep (reading, id);
}

static void
check_retrieved (RfXmlReader *reader)
{
  const char *value = rf_xml_reader_get (reader, "retrieved");
  g_autofree char *day = value && strlen (value) == 7 ? g_strconcat (value, "-01", NULL) : g_strdup (value);
  RfDay ignored;

  if (value && !rf_day_from_string (day, &ignored))
    rf_xml_reader_report (reader, _ ("Write it as YYYY-MM or YYYY-MM-DD, such as 2026-11."),
                          _ ("“%s” is neither a month nor a day of the calendar."), value);
}

/* Whether the element says how many were asked; one that does not leaves @sample as it is. */
static void
read_sample (RfXmlReader *reader,
             RfSample *sample)
{
  gboolean has_number = rf_xml_reader_get (reader, "n") != NULL || rf_xml_reader_get (reader, "n-to") != NULL;

  if (!has_number && rf_xml_reader_get (reader, "n-qualifier") == NULL)
    return;
  sample->n = (guint) rf_xml_reader_get_integer (reader, "n", 0);
  sample->n_to = (guint) rf_xml_reader_get_integer (reader, "n-to", 0);
  sample->qualifier = (RfQualifier) get_word (reader, "n-qualifier", rf_qualifier_nicks, RF_QUALIFIER_EXACT);
}

static void
begin_benchmarks (RfXmlReader *reader,
                  const RfXmlElement *element,
                  gpointer data)
{
  Reading *reading = data;
  g_autofree char *id = rf_xml_reader_dup_id (reader, "id");
  const char *language = rf_xml_reader_get (reader, "lang");
  guint revision = (guint) rf_xml_reader_get_integer (reader, "revision", 1);

  reading->benchmarks = rf_benchmarks_new (id, revision, language ? language : "en");
}

static void
end_benchmarks (RfXmlReader *reader,
                const RfXmlElement *element,
                const char *text,
                gpointer data)
{
  Reading *reading = data;

  rf_benchmarks_set_texts (reading->benchmarks, reading->title, reading->licence);
}

static void
begin_survey (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  Reading *reading = data;
  const char *message, *hint;

  g_ptr_array_set_size (reading->sources, 0);
  reading->survey = (RfBenchmark){
    .survey_id = claim_id (reader, element, reading),
    .field = keep (reading, rf_xml_reader_get (reader, "field")),
    .retrieved = keep (reading, rf_xml_reader_get (reader, "retrieved")),
    .sample.qualifier = RF_QUALIFIER_NOT_GIVEN,
  };
  reading->survey.is_survey = get_word (reader, "method", methods, 0) == 0;
  read_sample (reader, &reading->survey.sample);
  check_retrieved (reader);
  if (!rf_xml_reader_is_wrong (reader) && !rf_sample_check (&reading->survey.sample, &message, &hint))
    rf_xml_reader_report (reader, hint, "%s", message);
}

static void
check_barriers (RfXmlReader *reader,
                char **barriers)
{
  g_autofree char *known = g_strjoinv (", ", (char **) rf_benchmark_barriers);
  g_autofree char *hint = g_strdup_printf (_ ("Use any of %s."), known);

  for (guint i = 0; barriers[i]; i++)
    if (!g_strv_contains (rf_benchmark_barriers, barriers[i]))
      rf_xml_reader_report (reader, hint, _ ("“%s” is not a barrier."), barriers[i]);
}

static void
read_barriers (RfXmlReader *reader,
               Reading *reading)
{
  const char *value = rf_xml_reader_get (reader, "barriers");
  g_autofree char *folded = rf_xml_text_fold (value ? value : "");

  g_strfreev (reading->barriers);
  reading->barriers = g_strsplit (folded, " ", -1);
  reading->figure.barriers = reading->barriers;
  check_barriers (reader, reading->barriers);
}

static void
begin_figure (RfXmlReader *reader,
              const RfXmlElement *element,
              gpointer data)
{
  Reading *reading = data;
  RfBenchmark *figure = &reading->figure;
  const char *message, *hint;

  *figure = reading->survey;
  figure->id = claim_id (reader, element, reading);
  figure->topic = (RfTopic) get_word (reader, "topic", rf_topic_nicks, 0);
  figure->unit = (RfUnit) get_word (reader, "unit", rf_unit_nicks, 0);
  figure->has_value = rf_number_from_string (rf_xml_reader_get (reader, "value"), &figure->value);
  rf_number_from_string (rf_xml_reader_get (reader, "value-to"), &figure->value_to);
  figure->qualifier = (RfQualifier) get_word (reader, "qualifier", rf_qualifier_nicks, RF_QUALIFIER_EXACT);
  figure->verification = (RfVerification) get_word (reader, "verification", rf_verification_nicks, 0);
  figure->provider = keep (reading, rf_xml_reader_get (reader, "provider"));
  figure->rank = (guint) rf_xml_reader_get_integer (reader, "rank", 0);
  read_sample (reader, &figure->sample);
  read_barriers (reader, reading);
  if (!rf_xml_reader_is_wrong (reader) && !rf_benchmark_check (figure, &message, &hint))
    rf_xml_reader_report (reader, hint, "%s", message);
  reading->figure_is_wrong = rf_xml_reader_is_wrong (reader) || !rf_benchmark_check (figure, &message, &hint);
}

static void
end_figure (RfXmlReader *reader,
            const RfXmlElement *element,
            const char *text,
            gpointer data)
{
  Reading *reading = data;

  if (reading->figure_is_wrong)
    return;
  g_ptr_array_add (reading->sources, NULL);
  reading->figure.sources = (char **) reading->sources->pdata;
  rf_benchmarks_take (reading->benchmarks, rf_benchmark_new (&reading->figure));
  g_ptr_array_set_size (reading->sources, (int) reading->sources->len - 1);
}

static void
begin_net_score (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  const char *value = rf_xml_reader_get (reader, "elevated-from");
  RfNumber elevated;

  check_retrieved (reader);
  if (value && rf_number_from_string (value, &elevated) && elevated != RF_NET_SCORE_ELEVATED)
    rf_xml_reader_report (reader, _ ("Write 40, the line of the survey’s method."),
                          _ ("The program knows no other Net Score than that elevated from 40 %%."));
}

/* The method is the program's; a file that says another would be believed by its reader, and not followed. */
static void
begin_intention (RfXmlReader *reader,
                 const RfXmlElement *element,
                 gpointer data)
{
  Reading *reading = data;
  const char *id = rf_xml_reader_get (reader, "id");
  RfIntention intention;

  if (id == NULL)
    return;
  if (!rf_intention_from_nick (id, &intention))
    {
      rf_xml_reader_report (reader, _ ("Use each of adopting, spending-more, flat, spending-less and replacing once."),
                            _ ("“%s” is not an intention."), id);
      return;
    }
  if (reading->intentions & 1u << intention)
    rf_xml_reader_report (reader, _ ("Keep one of the two."), _ ("There are two intentions “%s”."), id);
  reading->intentions |= 1u << intention;
  if (rf_xml_reader_get (reader, "counts") && rf_xml_reader_get_integer (reader, "counts", 0) != rf_intention_get_sign (intention))
    rf_xml_reader_report (reader, _ ("Adopting and spending more count 1, spending less and replacing -1."),
                          _ ("“%s” does not count so."), id);
}

static void
end_net_score (RfXmlReader *reader,
               const RfXmlElement *element,
               const char *text,
               gpointer data)
{
  Reading *reading = data;

  if (reading->intentions != (1u << RF_N_INTENTIONS) - 1)
    rf_xml_reader_report (reader, _ ("Use each of adopting, spending-more, flat, spending-less and replacing once."),
                          _ ("The Net Score lacks an intention."));
}

#define TEXT_ELEMENT(name, member)                                                          \
  {                                                                                         \
    name, RF_XML_TEXT, NULL, NULL, NULL, NULL, keep_text, G_STRUCT_OFFSET (Reading, member) \
  }
/* checked to be there, but the program has the same of its own */
#define PASSED_OVER(name)         \
  {                               \
    name, RF_XML_TEXT, NULL, NULL \
  }
#define MAXIMUM_SAMPLE 1000000000
#define SAMPLE_ATTRIBUTES                                                     \
  { "n", RF_XML_INTEGER, .least = 1, .most = MAXIMUM_SAMPLE },                \
    { "n-to", RF_XML_INTEGER, .least = 1, .most = MAXIMUM_SAMPLE },           \
  {                                                                           \
    "n-qualifier", RF_XML_WORD, FALSE, rf_qualifier_nicks, N_ ("a qualifier") \
  }

static const RfXmlElement asked_element = TEXT_ELEMENT ("asked", figure.asked);
static const RfXmlElement quotation_element = TEXT_ELEMENT ("quotation", figure.quotation);
static const RfXmlElement figure_base_element = TEXT_ELEMENT ("base", figure.base);
static const RfXmlElement note_element = TEXT_ELEMENT ("note", figure.note);
static const RfXmlAttribute figure_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "topic", RF_XML_WORD, TRUE, rf_topic_nicks, N_ ("a topic") },
  { "unit", RF_XML_WORD, TRUE, rf_unit_nicks, N_ ("a unit") },
  { "value", RF_XML_NUMBER },
  { "value-to", RF_XML_NUMBER },
  { "qualifier", RF_XML_WORD, FALSE, rf_qualifier_nicks, N_ ("a qualifier") },
  SAMPLE_ATTRIBUTES,
  { "provider", RF_XML_LINE },
  { "barriers", RF_XML_IDS },
  { "rank", RF_XML_INTEGER, .least = 1, .most = 1000000 },
  { "verification", RF_XML_WORD, TRUE, rf_verification_nicks, N_ ("a mark of verification") },
  { NULL },
};
static const RfXmlChild figure_children[] = {
  { &asked_element, RF_XML_ONCE, 1 },
  { &quotation_element, RF_XML_OPTIONAL, 2 },
  { &figure_base_element, RF_XML_OPTIONAL, 3 },
  { &note_element, RF_XML_OPTIONAL, 4 },
  { NULL },
};
static const RfXmlElement figure_element = {
  "figure", RF_XML_CHILDREN, figure_attributes, figure_children, "id", begin_figure, end_figure
};

static const RfXmlElement survey_title_element = TEXT_ELEMENT ("title", survey.survey_title);
static const RfXmlElement publisher_element = TEXT_ELEMENT ("publisher", survey.publisher);
static const RfXmlElement base_element = TEXT_ELEMENT ("base", survey.base);
static const RfXmlElement source_element = { "source", RF_XML_TEXT, NULL, NULL, NULL, NULL, end_source };
static const RfXmlAttribute survey_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "method", RF_XML_WORD, FALSE, methods, N_ ("a method") },
  { "field", RF_XML_LINE },
  SAMPLE_ATTRIBUTES,
  { "retrieved", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlChild survey_children[] = {
  { &survey_title_element, RF_XML_ONCE, 1 },
  { &publisher_element, RF_XML_ONCE, 2 },
  { &base_element, RF_XML_ONCE, 3 },
  { &source_element, RF_XML_AT_LEAST_ONE, 4 },
  { &figure_element, RF_XML_AT_LEAST_ONE, 5 },
  { NULL },
};
static const RfXmlElement survey_element = {
  "survey", RF_XML_CHILDREN, survey_attributes, survey_children, "id", begin_survey
};

static const RfXmlAttribute intention_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "counts", RF_XML_INTEGER, TRUE, .least = -1, .most = 1 },
  { NULL },
};
static const RfXmlElement intention_element = {
  "intention", RF_XML_TEXT, intention_attributes, NULL, NULL, begin_intention
};
static const RfXmlElement formula_element = PASSED_OVER ("formula");
static const RfXmlElement net_score_source_element = PASSED_OVER ("source");
static const RfXmlAttribute net_score_attributes[] = {
  { "elevated-from", RF_XML_NUMBER, TRUE },
  { "verification", RF_XML_WORD, TRUE, rf_verification_nicks, N_ ("a mark of verification") },
  { "retrieved", RF_XML_LINE, TRUE },
  { NULL },
};
static const RfXmlChild net_score_children[] = {
  { &intention_element, RF_XML_AT_LEAST_ONE, 1 },
  { &formula_element, RF_XML_ONCE, 2 },
  { &net_score_source_element, RF_XML_ONCE, 3 },
  { NULL },
};
static const RfXmlElement net_score_element = {
  "net-score", RF_XML_CHILDREN, net_score_attributes, net_score_children, NULL, begin_net_score, end_net_score
};

static const RfXmlElement title_element = TEXT_ELEMENT ("title", title);
static const RfXmlElement licence_element = TEXT_ELEMENT ("licence", licence);
static const RfXmlAttribute benchmarks_attributes[] = {
  { "id", RF_XML_ID, TRUE },
  { "revision", RF_XML_INTEGER, TRUE, .least = 1, .most = 1000000 },
  { "lang", RF_XML_LANGUAGE },
  { NULL },
};
static const RfXmlChild benchmarks_children[] = {
  { &title_element, RF_XML_ONCE, 1 },
  { &licence_element, RF_XML_OPTIONAL, 2 },
  { &net_score_element, RF_XML_OPTIONAL, 3 },
  { &survey_element, RF_XML_AT_LEAST_ONE, 4 },
  { NULL },
};
static const RfXmlElement benchmarks_element = {
  "benchmarks", RF_XML_CHILDREN, benchmarks_attributes, benchmarks_children, NULL, begin_benchmarks, end_benchmarks
};

static void
clear (Reading *reading)
{
  g_clear_pointer (&reading->benchmarks, rf_benchmarks_unref);
  g_hash_table_unref (reading->ids);
  g_ptr_array_unref (reading->sources);
  g_strfreev (reading->barriers);
  g_string_chunk_free (reading->texts);
}

/**
 * rf_benchmarks_read_bytes:
 * @name: what messages call the input
 * @problems: (nullable): where everything that is wrong is added, by line
 *
 * Reads the figures of a benchmark file, ours or one of the user's own.
 *
 * Returns: (transfer full): the figures; or %NULL with %RF_ERROR_PARSE for what is no XML that we take,
 *   %RF_ERROR_INVALID with every problem otherwise
 */
RfBenchmarks *
rf_benchmarks_read_bytes (GBytes *bytes,
                          const char *name,
                          RfProblems *problems,
                          GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (name);
  g_autoptr (RfXmlReport) report = rf_xml_report_new (name);
  Reading reading = { 0 };
  RfBenchmarks *benchmarks = NULL;

  if (problems == NULL)
    problems = own_problems;
  reading.texts = g_string_chunk_new (4096);
  reading.sources = g_ptr_array_new ();
  reading.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (rf_xml_read (bytes, name, RF_BENCHMARKS_NAMESPACE, "benchmarks.xsd", &benchmarks_element, &reading, report, error))
    {
      if (rf_xml_report_hand_over (report, NULL, problems))
        benchmarks = g_steal_pointer (&reading.benchmarks);
      else
        rf_problems_set_error (problems, error);
    }
  clear (&reading);
  return benchmarks;
}

/**
 * rf_benchmarks_read_file:
 * @path: a file, or "-" for standard input
 * @problems: (nullable): as of rf_benchmarks_read_bytes()
 *
 * Reads a benchmark file; see rf_benchmarks_read_bytes().
 *
 * Returns: (transfer full): as there; also %NULL with %RF_ERROR_NOT_FOUND
 */
RfBenchmarks *
rf_benchmarks_read_file (const char *path,
                         RfProblems *problems,
                         GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_benchmarks_read_bytes (bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}
