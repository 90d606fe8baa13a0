// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-entry.h"

#include <glib/gi18n.h>
#include <string.h>

/* what can be tried instead of an answer, after the options */
static const RfAnswerState states[] = { RF_ANSWER_REFUSED, RF_ANSWER_UNKNOWN, RF_ANSWER_UNANSWERED };

/* Tries another answer to a question, better evidence for it, or another weight. */
struct _RfWhatIfEntry
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwComboRow *question_row;
  AdwComboRow *answer_row;
  AdwExpanderRow *options_row;
  AdwEntryRow *value_row;
  AdwComboRow *evidence_row;
  GtkSpinButton *weight_button;

  RfTrial *trial;         /* borrowed from the dialog, NULL before the first */
  GPtrArray *option_rows; /* owned; borrowed from the row above */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RfWhatIfEntry, rf_what_if_entry, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const RfQuestion *
get_question (RfWhatIfEntry *self)
{
  return &self->trial->contestant->questionnaire->questions[adw_combo_row_get_selected (self->question_row)];
}

/* Options that can be chosen together are boxes to tick; else they are entries of the list, before the states. */
static guint
count_listed_options (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_SINGLE_CHOICE ? question->n_options : 0;
}

static void
suppose (RfWhatIfEntry *self,
         RfHypothesisKind kind,
         const char *value)
{
  rf_trial_suppose (self->trial, kind, get_question (self)->id, value);
  rf_what_if_entry_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answer_chosen_cb (RfWhatIfEntry *self)
{
  guint answer = adw_combo_row_get_selected (self->answer_row);
  guint n;

  if (self->filling || self->trial == NULL)
    return;
  n = count_listed_options (get_question (self));
  if (answer > n)
    suppose (self, RF_HYPOTHESIS_STATE, rf_answer_state_get_nick (states[answer - n - 1]));
  else if (answer > 0)
    suppose (self, RF_HYPOTHESIS_ANSWER, get_question (self)->options[answer - 1].id);
  else
    {
      rf_trial_suppose (self->trial, RF_HYPOTHESIS_STATE, get_question (self)->id, NULL);
      suppose (self, RF_HYPOTHESIS_ANSWER, NULL);
    }
}

static char *
dup_ticked (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->option_rows->len; i++)
    if (gtk_check_button_get_active (g_object_get_data (g_ptr_array_index (self->option_rows, i), "check")))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", question->options[i].id);
  return ids->len > 0 ? g_string_free (g_steal_pointer (&ids), FALSE) : NULL;
}

static void
option_toggled_cb (RfWhatIfEntry *self)
{
  g_autofree char *ids = NULL;

  if (self->filling)
    return;
  ids = dup_ticked (self);
  suppose (self, RF_HYPOTHESIS_ANSWER, ids);
}

static void
value_applied_cb (RfWhatIfEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value_row));

  if (self->trial)
    suppose (self, RF_HYPOTHESIS_ANSWER, *text ? text : NULL);
}

static void
evidence_chosen_cb (RfWhatIfEntry *self)
{
  guint grade = adw_combo_row_get_selected (self->evidence_row);

  if (!self->filling && self->trial)
    suppose (self, RF_HYPOTHESIS_EVIDENCE, grade > 0 ? rf_grade_get_nick ((RfGrade) (grade - 1)) : NULL);
}

static void
weight_changed_cb (RfWhatIfEntry *self)
{
  int weight = gtk_spin_button_get_value_as_int (self->weight_button);
  g_autofree char *value = g_strdup_printf ("%d", weight);

  if (!self->filling && self->trial)
    suppose (self, RF_HYPOTHESIS_WEIGHT, weight != get_question (self)->weight ? value : NULL);
}

static void
fill_answers (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("As it is"));
  for (guint i = 0; i < count_listed_options (question); i++)
    gtk_string_list_append (words, question->options[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (words, rf_answer_state_get_label (states[i]));
  adw_combo_row_set_model (self->answer_row, G_LIST_MODEL (words));
}

static void
add_option (RfWhatIfEntry *self,
            const RfOption *option)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  /* first, for a text is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", option->label, "title-lines", 0, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, option->label, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (option_toggled_cb), self);
  adw_expander_row_add_row (self->options_row, row);
  g_ptr_array_add (self->option_rows, row);
}

static void
fill_options (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);

  for (guint i = 0; i < self->option_rows->len; i++)
    adw_expander_row_remove (self->options_row, g_ptr_array_index (self->option_rows, i));
  g_ptr_array_set_size (self->option_rows, 0);
  for (guint i = 0; question->kind == RF_QUESTION_MULTIPLE_CHOICE && i < question->n_options; i++)
    add_option (self, &question->options[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->options_row), self->option_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->value_row), question->n_options == 0);
}

static void
question_chosen_cb (RfWhatIfEntry *self)
{
  if (self->filling || self->trial == NULL)
    return;
  self->filling = TRUE;
  fill_answers (self);
  fill_options (self);
  self->filling = FALSE;
  rf_what_if_entry_update (self);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 34, NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (text));
}

/* The usual list cuts a text off after a few words; questions and answers begin alike. */
static void
list_whole_texts (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  adw_combo_row_set_list_factory (row, factory);
}

static void
rf_what_if_entry_finalize (GObject *object)
{
  g_ptr_array_unref (RF_WHAT_IF_ENTRY (object)->option_rows);
  G_OBJECT_CLASS (rf_what_if_entry_parent_class)->finalize (object);
}

static void
rf_what_if_entry_class_init (RfWhatIfEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_what_if_entry_finalize;
  /**
   * RfWhatIfEntry::changed:
   *
   * Something else is tried.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-what-if-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, question_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, answer_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, options_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, value_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfEntry, weight_button);
  gtk_widget_class_bind_template_callback (widget_class, question_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, weight_changed_cb);
}

static void
rf_what_if_entry_init (RfWhatIfEntry *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  self->option_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  list_whole_texts (self->question_row);
  list_whole_texts (self->answer_row);
  gtk_string_list_append (grades, _ ("As it is"));
  for (guint i = 0; i < RF_N_GRADES; i++)
    gtk_string_list_append (grades, rf_grade_get_label ((RfGrade) i));
  adw_combo_row_set_model (self->evidence_row, G_LIST_MODEL (grades));
}

static guint
find_answer (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);
  const char *state = rf_trial_find (self->trial, RF_HYPOTHESIS_STATE, question->id);
  const char *answer = rf_trial_find (self->trial, RF_HYPOTHESIS_ANSWER, question->id);
  guint n = count_listed_options (question);

  for (guint i = 0; state && i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (state, rf_answer_state_get_nick (states[i])))
      return n + i + 1;
  for (guint i = 0; answer && i < n; i++)
    if (g_str_equal (answer, question->options[i].id))
      return i + 1;
  return 0;
}

static guint
find_grade (RfWhatIfEntry *self)
{
  const char *nick = rf_trial_find (self->trial, RF_HYPOTHESIS_EVIDENCE, get_question (self)->id);
  RfGrade grade;

  return nick && rf_grade_from_nick (nick, &grade) ? (guint) grade + 1 : 0;
}

static void
tick_options (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);
  const char *answer = rf_trial_find (self->trial, RF_HYPOTHESIS_ANSWER, question->id);
  g_auto (GStrv) chosen = g_strsplit (answer ? answer : "", ",", -1);

  for (guint i = 0; i < self->option_rows->len; i++)
    gtk_check_button_set_active (g_object_get_data (g_ptr_array_index (self->option_rows, i), "check"),
                                 g_strv_contains ((const char *const *) chosen, question->options[i].id));
}

/**
 * rf_what_if_entry_update:
 *
 * Shows what the trial says of the question chosen. Emits nothing.
 */
void
rf_what_if_entry_update (RfWhatIfEntry *self)
{
  const RfQuestion *question = get_question (self);
  const char *answer = rf_trial_find (self->trial, RF_HYPOTHESIS_ANSWER, question->id);
  const char *weight = rf_trial_find (self->trial, RF_HYPOTHESIS_WEIGHT, question->id);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->answer_row, find_answer (self));
  adw_combo_row_set_selected (self->evidence_row, find_grade (self));
  tick_options (self);
  if (g_strcmp0 (answer ? answer : "", gtk_editable_get_text (GTK_EDITABLE (self->value_row))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->value_row), answer ? answer : "");
  gtk_spin_button_set_value (self->weight_button, weight ? strtol (weight, NULL, 10) : question->weight);
  self->filling = FALSE;
}

/**
 * rf_what_if_entry_show:
 * @trial: what is changed; it must outlive what is done here
 *
 * Offers the questions of its offering.
 */
void
rf_what_if_entry_show (RfWhatIfEntry *self,
                       RfTrial *trial)
{
  const RfQuestionnaire *questionnaire = trial->contestant->questionnaire;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < questionnaire->n_questions; i++)
    gtk_string_list_take (words, g_strdup_printf ("%s  %s", questionnaire->questions[i].number, questionnaire->questions[i].prompt));
  self->filling = TRUE;
  self->trial = trial;
  adw_combo_row_set_model (self->question_row, G_LIST_MODEL (words));
  self->filling = FALSE;
  question_chosen_cb (self);
}
