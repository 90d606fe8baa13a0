// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day.h"
#include "rf-record.h"

static RfDay
day (const char *text)
{
  RfDay day = RF_DAY_NONE;

  g_assert_true (rf_day_from_string (text, &day));
  return day;
}

static const struct
{
  const char *name;
  const char *from;
  guint months;
  const char *to; /* nullable: no such day */
} month_rows[] = {
  { "none", "2026-11-20", 0, "2026-11-20" },
  { "one-year", "2026-11-20", 12, "2027-11-20" },
  { "over-the-new-year", "2026-11-20", 3, "2027-02-20" },
  { "end-of-a-long-month", "2026-01-31", 1, "2026-02-28" },
  { "end-of-a-long-month-in-a-leap-year", "2027-12-31", 2, "2028-02-29" },
  { "leap-day", "2028-02-29", 12, "2029-02-28" },
  { "leap-day-to-leap-day", "2028-02-29", 48, "2032-02-29" },
  { "short-month-keeps-its-day", "2026-02-28", 1, "2026-03-28" },
  { "most", "2026-11-20", RF_DAY_MOST_MONTHS, "2126-11-20" },
  { "last-month", "9999-11-30", 1, "9999-12-30" },
  { "beyond-the-calendar", "9999-12-01", 1, NULL },
};

static void
test_months (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = rf_day_to_string (rf_day_add_months (day (month_rows[i].from), month_rows[i].months));

  g_assert_cmpstr (text, ==, month_rows[i].to ? month_rows[i].to : "");
}

static void
test_no_day_stays_none (void)
{
  g_assert_cmpuint (rf_day_add_months (RF_DAY_NONE, 12), ==, RF_DAY_NONE);
}

/* It stands on its last day, and on every day where it has none. */
static void
test_decision_expires (void)
{
  g_autoptr (RfDecision) decision = rf_decision_new ("search", RF_VERDICT_APPROVE);

  g_assert_false (rf_decision_has_expired (decision, day ("2099-01-01")));
  decision->expires = day ("2026-11-20");
  g_assert_false (rf_decision_has_expired (decision, day ("2026-11-19")));
  g_assert_false (rf_decision_has_expired (decision, day ("2026-11-20")));
  g_assert_true (rf_decision_has_expired (decision, day ("2026-11-21")));
}

static void
test_action_is_overdue (void)
{
  g_autoptr (RfAction) action = rf_action_new ("ask", "Ask");

  g_assert_false (rf_action_is_overdue (action, day ("2099-01-01")));
  action->due = day ("2026-11-20");
  g_assert_false (rf_action_is_overdue (action, day ("2026-11-20")));
  g_assert_true (rf_action_is_overdue (action, day ("2026-11-21")));
  action->done = day ("2026-12-24");
  g_assert_false (rf_action_is_overdue (action, day ("2026-12-31")));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (month_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/day/months/%s", month_rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_months);
    }
  g_test_add_func ("/model/day/no-day-stays-none", test_no_day_stays_none);
  g_test_add_func ("/model/decision-expires", test_decision_expires);
  g_test_add_func ("/model/action-is-overdue", test_action_is_overdue);
  return g_test_run ();
}
