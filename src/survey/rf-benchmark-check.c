// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What must hold between the parts of a figure. */

#include "config.h"

#include "rf-benchmark.h"
#include "rf-language.h"

typedef struct
{
  const char **message;
  const char **hint;
} Complaint;

static gboolean
complain (const Complaint *complaint,
          const char *message,
          const char *hint)
{
  *complaint->message = message;
  *complaint->hint = hint;
  return FALSE;
}

static gboolean
is_in_unit (RfUnit unit,
            RfNumber value)
{
  switch (unit)
    {
    case RF_UNIT_PERCENT:
      return value >= 0 && value <= 100 * RF_NUMBER_ONE;
    case RF_UNIT_NET_SCORE:
      return value >= -100 * RF_NUMBER_ONE && value <= 100 * RF_NUMBER_ONE;
    case RF_UNIT_RESPONDENTS:
    default:
      return value >= 0 && value % RF_NUMBER_ONE == 0;
    }
}

static gboolean
check_unit (const RfBenchmark *content,
            const Complaint *complaint)
{
  if (is_in_unit (content->unit, content->value) && is_in_unit (content->unit, content->value_to))
    return TRUE;
  switch (content->unit)
    {
    case RF_UNIT_PERCENT:
      return complain (complaint, _ ("The value is not a percentage."), _ ("Write a number from 0 to 100, or correct the unit."));
    case RF_UNIT_NET_SCORE:
      return complain (complaint, _ ("The value is not a Net Score."), _ ("Write a number from -100 to 100, or correct the unit."));
    case RF_UNIT_RESPONDENTS:
    default:
      return complain (complaint, _ ("The value is not a number of respondents."), _ ("Write a whole number, or correct the unit."));
    }
}

static gboolean
check_gap (const RfBenchmark *content,
           const Complaint *complaint)
{
  if (content->value_to != 0 || content->qualifier == RF_QUALIFIER_RANGE)
    return complain (complaint, _ ("A figure without a value has no range."), _ ("Give both numbers, or neither."));
  if (content->verification != RF_VERIFICATION_QUALITATIVE && content->verification != RF_VERIFICATION_CHART_UNREADABLE)
    return complain (complaint, _ ("The figure has no value."), _ ("Give the value, or mark it as chart-unreadable or qualitative."));
  return TRUE;
}

static gboolean
check_value (const RfBenchmark *content,
             const Complaint *complaint)
{
  gboolean is_range = content->qualifier == RF_QUALIFIER_RANGE;

  if (content->verification == RF_VERIFICATION_QUALITATIVE || content->verification == RF_VERIFICATION_CHART_UNREADABLE)
    return complain (complaint, _ ("The figure has a value, but is marked as one without."), _ ("Say how the value came to be known: verbatim, secondary or seed-only."));
  if (content->qualifier == RF_QUALIFIER_NOT_GIVEN)
    return complain (complaint, _ ("The figure has a value, but is said not to be given."), _ ("Correct the qualifier, or remove the value."));
  if (is_range ? content->value_to <= content->value : content->value_to != 0)
    return complain (complaint, _ ("A range, and nothing else, has a second and greater value."), _ ("Correct the second value or the qualifier."));
  return check_unit (content, complaint);
}

/**
 * rf_sample_check:
 * @message: (out): what is wrong; written on failure only
 * @hint: (out): what to do about it; written on failure only
 *
 * Returns: whether the numbers of @sample go with its qualifier
 */
gboolean
rf_sample_check (const RfSample *sample,
                 const char **message,
                 const char **hint)
{
  const Complaint complaint = { message, hint };

  if ((sample->n == 0) != (sample->qualifier == RF_QUALIFIER_NOT_GIVEN))
    return complain (&complaint, _ ("The number of those asked and its qualifier contradict each other."), _ ("Give the number, or say not-given."));
  if (sample->qualifier == RF_QUALIFIER_RANGE ? sample->n_to <= sample->n : sample->n_to != 0)
    return complain (&complaint, _ ("A range of those asked, and nothing else, has a second and greater number."), _ ("Correct the second number or the qualifier."));
  return TRUE;
}

/**
 * rf_benchmark_check:
 * @content: what is to become a figure; its texts are not looked at
 * @message: (out): what is wrong; written on failure only
 * @hint: (out): what to do about it; written on failure only
 *
 * Returns: whether value, unit, qualifiers, sample and mark of @content go together
 */
gboolean
rf_benchmark_check (const RfBenchmark *content,
                    const char **message,
                    const char **hint)
{
  const Complaint complaint = { message, hint };

  return (content->has_value ? check_value (content, &complaint) : check_gap (content, &complaint)) && rf_sample_check (&content->sample, message, hint);
}
