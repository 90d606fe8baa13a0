// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-html-writer.h"
#include "rf-range-bar.h"
#include "rf-report-html.h"

#include <math.h>
#include <string.h>

/* A page as a program that knows XML alone reads it. @n_heads: heads of columns or rows in the table that is open. */
typedef struct
{
  GString *text;
  GHashTable *identifiers;
  GPtrArray *targets;
  GPtrArray *descriptions;
  guint depth;
  guint n_mains;
  guint n_tables;
  guint n_heads;
} Page;

static const char *
find_attribute (const char **names,
                const char **values,
                const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* What would load or run something. */
static void
check_harmless (const char *element,
                const char **names,
                const char **values)
{
  static const char *const forbidden[] = { "script", "iframe", "object", "embed", "link", "base", "form", "audio", "video", NULL };
  const char *source = find_attribute (names, values, "src");

  g_assert_false (g_strv_contains (forbidden, element));
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (names[i], "on"));
  if (source != NULL)
    g_assert_true (g_str_has_prefix (source, "data:image/svg+xml;base64,"));
}

/* No heading may lie more than one level below the one before it. */
static void
check_heading (Page *page,
               const char *element)
{
  guint depth;

  if (strlen (element) != 2 || element[0] != 'h' || !g_ascii_isdigit (element[1]))
    return;
  depth = (guint) (element[1] - '0');
  g_assert_cmpuint (depth, <=, page->depth + 1);
  page->depth = depth;
}

static void
note_identifier (Page *page,
                 const char **names,
                 const char **values)
{
  const char *identifier = find_attribute (names, values, "id");
  const char *address = find_attribute (names, values, "href");

  if (identifier != NULL && !g_hash_table_add (page->identifiers, g_strdup (identifier)))
    g_error ("“%s” is there twice", identifier);
  if (address != NULL)
    g_ptr_array_add (page->targets, g_strdup (address));
}

static void
start_element (G_GNUC_UNUSED GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               G_GNUC_UNUSED GError **error)
{
  Page *page = user_data;

  check_harmless (element, names, values);
  check_heading (page, element);
  note_identifier (page, names, values);
  if (g_str_equal (element, "main"))
    page->n_mains++;
  if (g_str_equal (element, "img"))
    {
      g_assert_nonnull (find_attribute (names, values, "alt"));
      g_ptr_array_add (page->descriptions, g_strdup (find_attribute (names, values, "alt")));
    }
  if (g_str_equal (element, "th"))
    {
      g_assert_nonnull (find_attribute (names, values, "scope"));
      page->n_heads++;
    }
  if (g_str_equal (element, "table"))
    page->n_heads = 0;
  if (g_str_equal (element, "br"))
    g_string_append_c (page->text, '\n');
}

static void
end_element (G_GNUC_UNUSED GMarkupParseContext *context,
             const char *element,
             gpointer user_data,
             G_GNUC_UNUSED GError **error)
{
  Page *page = user_data;

  if (!g_str_equal (element, "table"))
    return;
  g_assert_cmpuint (page->n_heads, >, 0);
  page->n_tables++;
}

static void
add_text (G_GNUC_UNUSED GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer user_data,
          G_GNUC_UNUSED GError **error)
{
  Page *page = user_data;

  g_string_append_len (page->text, text, (gssize) length);
}

static void
page_free (Page *self)
{
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->identifiers);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->descriptions);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static GBytes *
render (const RfReportDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = rf_report_document_render_html (document, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* GLib's parser knows no document type, and all that XML asks for beyond it. */
static Page *
read_page (GBytes *bytes)
{
  static const char doctype[] = "<!DOCTYPE html>\n";
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  Page *page = g_new0 (Page, 1);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, page, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *markup = g_bytes_get_data (bytes, &size);

  page->text = g_string_new (NULL);
  page->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page->targets = g_ptr_array_new_with_free_func (g_free);
  page->descriptions = g_ptr_array_new_with_free_func (g_free);
  g_assert_cmpmem (markup, strlen (doctype), doctype, strlen (doctype));
  g_markup_parse_context_parse (context, markup + strlen (doctype), (gssize) (size - strlen (doctype)), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return page;
}

static char *
dup_markup (GBytes *bytes)
{
  gsize size;
  const char *markup = g_bytes_get_data (bytes, &size);

  return g_strndup (markup, size);
}

static RfReportDocument *
create_document (const char *note)
{
  RfRatingBands bands = { { 0, 20, 40, 60, 80 } };

  RfReportDocument *document = rf_report_document_new ("A title", &bands, 0);

  rf_report_document_add_heading (document, 0, NULL, note);
  rf_report_document_add_paragraph (document, rf_report_text_append (rf_report_text_new (RF_ROLE_COLUMN_TITLE, "Note  "), RF_ROLE_NOTE, note));
  return document;
}

static void
answer_everything (RfRecord *record,
                   gconstpointer note)
{
  for (guint i = 0; i < 40; i++)
    fixture_answer (record, i, i % 7 == 6 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED)->note = g_strdup (note);
}

static RfReportDocument *
create_report (const char *note)
{
  static const RfReportOptions options = { .organisation = "An <organisation> & its \"friends\"" };
  g_autoptr (RfFindings) findings = fixture_findings_new (40, answer_everything, note);

  return rf_report_document_new_from_findings (findings, &options);
}

static void
check_is_there (RfReportText *text,
                gpointer user_data)
{
  const Page *page = user_data;

  if (strstr (page->text->str, text->text->str) == NULL)
    g_error ("“%s” is not in the page", text->text->str);
}

static void
test_every_text_is_there (void)
{
  g_autoptr (RfReportDocument) document = create_report ("They say:\n\tno, \"never\".");
  g_autoptr (GBytes) bytes = render (document);
  g_autoptr (Page) page = read_page (bytes);

  rf_report_document_foreach_text (document, check_is_there, page);
  g_assert_cmpuint (page->n_mains, ==, 1);
  g_assert_cmpuint (page->n_tables, >, 5);
  g_assert_cmpuint (page->descriptions->len, >, 3);
}

static void
test_links_lead_somewhere (void)
{
  g_autoptr (RfReportDocument) document = create_report ("note");
  g_autoptr (GBytes) bytes = render (document);
  g_autoptr (Page) page = read_page (bytes);
  guint n_inside = 0;

  for (guint i = 0; i < page->targets->len; i++)
    {
      const char *target = page->targets->pdata[i];

      if (target[0] != '#')
        continue;
      n_inside++;
      if (!g_hash_table_contains (page->identifiers, target + 1))
        g_error ("“%s” leads nowhere", target);
    }
  g_assert_cmpuint (n_inside, >, 40);
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (RfReportDocument) document = create_report ("note");
  g_autoptr (RfReportDocument) again = create_report ("note");
  g_autoptr (GBytes) one = render (document);
  g_autoptr (GBytes) two = render (again);

  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (two, NULL), g_bytes_get_size (two));
}

typedef struct
{
  const char *name;
  const char *note;
  const char *markup; /* what the page has for it, between the tags */
} HostileRow;

static const HostileRow hostile_rows[] = {
  { "script", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "end-of-style", "</style><img src=x onerror=alert(1)>", "&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;" },
  { "quotes", "\" onmouseover=\"alert(1)' x='", "&quot; onmouseover=&quot;alert(1)&#39; x=&#39;" },
  { "entity", "&lt; &amp; &#x41;", "&amp;lt; &amp;amp; &amp;#x41;" },
  { "comment", "--><!-- ]]> <![CDATA[", "--&gt;&lt;!-- ]]&gt; &lt;![CDATA[" },
  { "controls", "a\001b\033[31mc\177d", "a\357\277\275b\357\277\275[31mc\357\277\275d" },
  { "no-utf-8", "a\377b", "a\357\277\275b" },
  { "no-character", "a\357\277\277b", "a\357\277\275b" },
  { "carriage-return", "a\r\nb", "a<br/>b" },
};

static void
test_hostile_text (gconstpointer data)
{
  const HostileRow *row = data;
  g_autoptr (RfReportDocument) document = create_document (row->note);
  g_autoptr (GBytes) bytes = render (document);
  g_autoptr (Page) page = read_page (bytes);
  g_autofree char *markup = dup_markup (bytes);
  g_autofree char *as_note = g_strdup_printf ("<span class=\"note\">%s</span>", row->markup);

  g_assert_nonnull (strstr (markup, as_note));
  g_assert_null (strstr (markup, "<script"));
}

/* @expected: how the paragraph begins */
typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *expected;
} DirectionRow;

static const DirectionRow direction_rows[] = {
  { "latin", "en", "plain", "<p>plain</p>" },
  { "greek", "en", "Ελληνικά", "<p>Ελληνικά</p>" },
  { "hebrew", "en", "שלום", "<p dir=\"auto\">שלום</p>" },
  { "arabic-within", "en", "see العربية", "<p dir=\"auto\">see العربية</p>" },
  { "override", "en", "a\342\200\256b", "<p dir=\"auto\">a\342\200\256b</p>" },
  { "arabic-in-arabic", "ar-EG", "العربية", "<p>العربية</p>" },
  { "latin-in-arabic", "ar-EG", "plain", "<p dir=\"auto\">plain</p>" },
};

static void
test_direction (gconstpointer data)
{
  const DirectionRow *row = data;
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *root = g_strdup_printf ("<html lang=\"%s\" dir=\"%s\">", row->language, g_str_equal (row->language, "en") ? "ltr" : "rtl");

  g_free (document->language);
  document->language = g_strdup (row->language);
  rf_report_document_add_paragraph (document, rf_report_text_new (RF_ROLE_BODY, row->text));
  bytes = render (document);
  markup = dup_markup (bytes);
  g_assert_nonnull (strstr (markup, row->expected));
  g_assert_nonnull (strstr (markup, root));
}

/* Anchors that would not do as identifiers, two that only differ in such a character, and one that is there twice. */
static void
test_anchors (void)
{
  static const char *const anchors[] = { "e-a b", "e-a_20b", "e-a\"b", "q1", "_report" };
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Page) page = NULL;

  rf_report_document_add_heading (document, 1, "q1", "Twice");
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      g_autofree char *target = g_strconcat ("#", anchors[i], NULL);

      rf_report_document_add_heading (document, 1, anchors[i], anchors[i]);
      rf_report_document_add_paragraph (document, rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, "there"));
    }
  bytes = render (document);
  page = read_page (bytes);
  for (guint i = 0; i < page->targets->len; i++)
    g_assert_true (g_hash_table_contains (page->identifiers, (char *) page->targets->pdata[i] + 1));
  g_assert_true (g_hash_table_contains (page->identifiers, "e-a_20b"));
  g_assert_true (g_hash_table_contains (page->identifiers, "e-a_5F20b"));
}

/* Only addresses of the web and of mail become links. */
static void
test_addresses (void)
{
  static const char *const refused[] = { "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "#nowhere" };
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *markup = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    rf_report_document_add_paragraph (document, rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), refused[i], "there"));
  rf_report_document_add_paragraph (document, rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), "https://example.com/?a=1&b=\"2", "out"));
  bytes = render (document);
  markup = dup_markup (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (strstr (markup, refused[i]));
  g_assert_nonnull (strstr (markup, "<a href=\"https://example.com/?a=1&amp;b=&quot;2\" rel=\"noopener noreferrer\">out</a>"));
}

static void
test_heading_steps (void)
{
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *markup = NULL;

  rf_report_document_add_heading (document, 1, "a", "One");
  rf_report_document_add_heading (document, 3, "b", "Three");
  rf_report_document_add_heading (document, 3, "c", "Three again");
  rf_report_document_add_heading (document, 2, "d", "Two");
  bytes = render (document);
  markup = dup_markup (bytes);
  g_assert_nonnull (strstr (markup, "<h2 id=\"a\" class=\"heading1\">One</h2>"));
  g_assert_nonnull (strstr (markup, "<h3 id=\"b\" class=\"heading3\">Three</h3>"));
  g_assert_nonnull (strstr (markup, "<h3 id=\"c\" class=\"heading3\">Three again</h3>"));
  g_assert_nonnull (strstr (markup, "<h3 id=\"d\" class=\"heading2\">Two</h3>"));
}

static void
test_bar_is_described (void)
{
  RfFigures figures = { .low = 12, .high = 48, .unproven_high = 60 };
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autofree char *description = rf_range_bar_describe (&figures, &document->bands);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Page) page = NULL;

  rf_report_document_add_range_bar (document, &figures);
  bytes = render (document);
  page = read_page (bytes);
  g_assert_cmpuint (page->descriptions->len, ==, 1);
  g_assert_cmpstr (page->descriptions->pdata[0], ==, description);
  g_assert_nonnull (strstr (page->text->str, "20  low"));
}

static void
test_policy (void)
{
  g_autoptr (RfReportDocument) document = create_document ("1");
  RfReportOptions letter = { .paper = RF_PAPER_LETTER };
  g_autoptr (GBytes) bytes = render (document);
  g_autoptr (GBytes) on_letter = rf_report_document_render_html (document, &letter, NULL, NULL);
  g_autofree char *markup = dup_markup (bytes);
  g_autofree char *letter_markup = dup_markup (on_letter);

  g_assert_nonnull (strstr (markup, "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"));
  g_assert_nonnull (strstr (markup, "@page { size: A4; }"));
  g_assert_nonnull (strstr (letter_markup, "@page { size: letter; }"));
  g_assert_null (strstr (markup, "url("));
  g_assert_null (strstr (markup, "@import"));
}

static void
test_cancelled (void)
{
  g_autoptr (RfReportDocument) document = create_document ("1");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rf_report_document_render_html (document, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/html/hostile-text/%s", hostile_rows[i].name);

      g_test_add_data_func (path, &hostile_rows[i], test_hostile_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (direction_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/html/direction/%s", direction_rows[i].name);

      g_test_add_data_func (path, &direction_rows[i], test_direction);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_rows ();
  g_test_add_func ("/report/html/every-text-is-there", test_every_text_is_there);
  g_test_add_func ("/report/html/links-lead-somewhere", test_links_lead_somewhere);
  g_test_add_func ("/report/html/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/report/html/anchors", test_anchors);
  g_test_add_func ("/report/html/addresses", test_addresses);
  g_test_add_func ("/report/html/heading-steps", test_heading_steps);
  g_test_add_func ("/report/html/bar-is-described", test_bar_is_described);
  g_test_add_func ("/report/html/policy", test_policy);
  g_test_add_func ("/report/html/cancelled", test_cancelled);
  return g_test_run ();
}
