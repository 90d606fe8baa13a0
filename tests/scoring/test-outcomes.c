// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-residual.h"

#include <math.h>

/* NIST SP 800-30 r1, Table I-2, as printed there: likelihood down, impact across. */
static const char *const published[RF_N_RATINGS] = {
  [RF_RATING_VERY_HIGH] = "very-low low moderate high very-high",
  [RF_RATING_HIGH] = "very-low low moderate high very-high",
  [RF_RATING_MODERATE] = "very-low low moderate moderate high",
  [RF_RATING_LOW] = "very-low low low low moderate",
  [RF_RATING_VERY_LOW] = "very-low very-low very-low low low",
};

static void
test_table (void)
{
  for (RfRating rating = 0; rating < RF_N_RATINGS; rating++)
    {
      g_auto (GStrv) row = g_strsplit (published[rating], " ", -1);

      for (RfRating exposure = 0; exposure < RF_N_RATINGS; exposure++)
        g_assert_cmpstr (rf_rating_get_nick (rf_residual_lookup (rating, exposure)), ==, row[exposure]);
    }
}

#define UNSET RF_LEVEL_NOT_SET

/* sensitivity, autonomy, volume, dependence, personal data */
static const struct
{
  const char *name;
  int levels[RF_N_USE_CASE_ATTRIBUTES];
  gboolean known;
  RfRating exposure;
} exposures[] = {
  { "the highest of them", { RF_RATING_LOW, RF_RATING_HIGH, RF_RATING_VERY_LOW, RF_RATING_MODERATE, 0 }, TRUE, RF_RATING_HIGH },
  { "all very low", { 0, 0, 0, 0, 1 }, TRUE, RF_RATING_VERY_LOW },
  { "no product and no sum", { 2, 2, 2, 2, 1 }, TRUE, RF_RATING_MODERATE },
  { "one not set could be the highest", { RF_RATING_HIGH, RF_RATING_HIGH, UNSET, RF_RATING_HIGH, 0 }, FALSE, 0 },
  { "one very high settles it", { RF_RATING_VERY_HIGH, UNSET, UNSET, UNSET, UNSET }, TRUE, RF_RATING_VERY_HIGH },
  { "nothing set", { UNSET, UNSET, UNSET, UNSET, UNSET }, FALSE, 0 },
};

static void
test_exposure (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("u", "Use case");
  RfRating exposure = RF_N_RATINGS;

  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    use_case->levels[i] = exposures[row].levels[i];
  g_assert_cmpint (rf_use_case_get_exposure (use_case, &exposure), ==, exposures[row].known);
  g_assert_cmpint (exposure, ==, exposures[row].known ? exposures[row].exposure : RF_N_RATINGS);
}

static const struct
{
  const char *name;
  RfSideScore provider;
  RfSideScore customer;
  gboolean known;
  RfRating low, high;
  RfSide low_side, high_side;
} residuals[] = {
  { "the provider is worse at both ends",
    { .rating_low = RF_RATING_MODERATE, .rating_high = RF_RATING_VERY_HIGH },
    { .rating_low = RF_RATING_LOW, .rating_high = RF_RATING_HIGH },
    TRUE,
    RF_RATING_MODERATE,
    RF_RATING_HIGH,
    RF_SIDE_PROVIDER,
    RF_SIDE_PROVIDER },
  { "each side is worse at one end",
    { .rating_low = RF_RATING_VERY_LOW, .rating_high = RF_RATING_VERY_HIGH },
    { .rating_low = RF_RATING_LOW, .rating_high = RF_RATING_LOW },
    TRUE,
    RF_RATING_LOW,
    RF_RATING_HIGH,
    RF_SIDE_CUSTOMER,
    RF_SIDE_PROVIDER },
  { "equal sides name the provider",
    { .rating_low = RF_RATING_LOW, .rating_high = RF_RATING_LOW },
    { .rating_low = RF_RATING_LOW, .rating_high = RF_RATING_LOW },
    TRUE,
    RF_RATING_LOW,
    RF_RATING_LOW,
    RF_SIDE_PROVIDER,
    RF_SIDE_PROVIDER },
  { "only the customer's side is assessed",
    { .state = RF_NOT_ASSESSED },
    { .state = RF_PROVISIONAL, .rating_low = RF_RATING_VERY_LOW, .rating_high = RF_RATING_MODERATE },
    TRUE,
    RF_RATING_LOW,
    RF_RATING_MODERATE,
    RF_SIDE_CUSTOMER,
    RF_SIDE_CUSTOMER },
  { "neither side is assessed", { .state = RF_NOT_ASSESSED }, { .state = RF_NOT_ASSESSED }, FALSE },
};

static void
test_residual (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("u", "Use case");
  RfScore score = { .sides = { residuals[row].provider, residuals[row].customer } };
  RfResidual residual;

  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    use_case->levels[i] = RF_RATING_HIGH;
  rf_residual_init (&residual, &score, use_case);
  g_assert_cmpint (residual.known, ==, residuals[row].known);
  if (!residuals[row].known)
    return;
  g_assert_cmpint (residual.exposure, ==, RF_RATING_HIGH);
  g_assert_cmpint (residual.low, ==, residuals[row].low);
  g_assert_cmpint (residual.high, ==, residuals[row].high);
  g_assert_cmpint (residual.low_side, ==, residuals[row].low_side);
  g_assert_cmpint (residual.high_side, ==, residuals[row].high_side);
}

static const struct
{
  double figure;
  const char *low;
  const char *high;
} formats[] = {
  { 0, "0", "0" },
  { 100, "100", "100" },
  { 20, "20", "20" },
  { 17.846, "17", "18" },
  { 33.231, "33", "34" },
  { 39.2, "39", "39.2" },
  { 39.21, "39", "39.3" },
  { 39.97, "39", "39.9" },
  { 40.01, "40", "41" },
  { 79.0001, "79", "79.1" },
  { 99.5, "99", "100" },
  { 0.1 + 0.2, "0", "1" },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *low = rf_format_low (formats[i].figure, &rf_default_rating_bands);
      g_autofree char *high = rf_format_high (formats[i].figure, &rf_default_rating_bands);

      g_assert_cmpstr (low, ==, formats[i].low);
      g_assert_cmpstr (high, ==, formats[i].high);
    }
}

static void
test_percent (void)
{
  static const struct
  {
    double figure;
    const char *text;
  } rows[] = { { 0, "0 %" }, { 0.2, "1 %" }, { 49.6, "50 %" }, { 60, "60 %" }, { 99.9, "99 %" }, { 100, "100 %" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = rf_format_percent (rows[i].figure);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_nicks (void)
{
  g_assert_cmpstr (rf_assessed_state_get_nick (RF_PROVISIONAL), ==, "provisional");
  g_assert_cmpstr (rf_assessed_state_get_nick (RF_NOT_ASSESSED), ==, "not-assessed");
  g_assert_cmpstr (rf_knock_out_result_get_nick (RF_KNOCK_OUT_DEPENDS_ON_USE_CASE), ==, "depends-on-use-case");
  g_assert_cmpstr (rf_knock_out_result_get_label (RF_KNOCK_OUT_NOT_CLEARED), ==, "not cleared");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/residual/table I-2", test_table);
  for (guint i = 0; i < G_N_ELEMENTS (exposures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/exposure/%s", exposures[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_exposure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (residuals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/residual/%s", residuals[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_residual);
    }
  g_test_add_func ("/scoring/display/low ends down, high ends up", test_formats);
  g_test_add_func ("/scoring/display/percent", test_percent);
  g_test_add_func ("/scoring/display/words", test_nicks);
  return g_test_run ();
}
