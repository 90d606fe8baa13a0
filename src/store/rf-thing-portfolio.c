// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Providers, offerings, use cases, evidence and assessments as things. */

#include "config.h"

#include "rf-thing-fields.h"

void
rf_thing_set_day (RfThing *self,
                  const char *field,
                  RfDay day)
{
  g_autofree char *text = day == RF_DAY_NONE ? NULL : rf_day_to_string (day);

  rf_thing_set (self, field, text);
}

RfDay
rf_thing_get_day (const RfThing *self,
                  const char *field)
{
  const char *text = rf_thing_get (self, field);
  RfDay day = RF_DAY_NONE;

  if (text)
    rf_day_from_string (text, &day);
  return day;
}

void
rf_thing_set_integer (RfThing *self,
                      const char *field,
                      gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  rf_thing_set (self, field, text);
}

gint64
rf_thing_get_integer (const RfThing *self,
                      const char *field,
                      gint64 otherwise)
{
  const char *text = rf_thing_get (self, field);

  return text ? g_ascii_strtoll (text, NULL, 10) : otherwise;
}

RfThing *
rf_thing_from_provider (const RfProvider *provider)
{
  RfThing *self = rf_thing_new (RF_THING_PROVIDER, provider->id);

  rf_thing_set (self, "name", provider->name);
  rf_thing_set (self, "homepage", provider->homepage);
  rf_thing_set (self, "note", provider->note);
  return self;
}

RfProvider *
rf_thing_to_provider (const RfThing *self)
{
  RfProvider *provider = rf_provider_new (self->id, rf_thing_get (self, "name"));

  provider->homepage = g_strdup (rf_thing_get (self, "homepage"));
  provider->note = g_strdup (rf_thing_get (self, "note"));
  return provider;
}

RfThing *
rf_thing_from_offering (const RfOffering *offering,
                        const char *provider_id)
{
  RfThing *self = rf_thing_new (RF_THING_OFFERING, offering->id);

  rf_thing_set (self, "provider", provider_id);
  rf_thing_set (self, "name", offering->name);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    rf_thing_set (self, rf_offering_attribute_get_nick (i), offering->attributes[i]);
  rf_thing_set (self, "settings", offering->settings);
  if (offering->spending != RF_INTENTION_NOT_SET)
    rf_thing_set (self, "spending", rf_intention_get_nick (offering->spending));
  return self;
}

RfOffering *
rf_thing_to_offering (const RfThing *self,
                      const char *provider_name)
{
  RfOffering *offering = rf_offering_new (self->id, provider_name, rf_thing_get (self, "name"));

  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    offering->attributes[i] = g_strdup (rf_thing_get (self, rf_offering_attribute_get_nick (i)));
  offering->settings = g_strdup (rf_thing_get (self, "settings"));
  rf_intention_from_nick (rf_thing_get (self, "spending"), &offering->spending);
  return offering;
}

RfThing *
rf_thing_from_use_case (const RfUseCase *use_case)
{
  RfThing *self = rf_thing_new (RF_THING_USE_CASE, use_case->id);

  rf_thing_set (self, "name", use_case->name);
  rf_thing_set (self, "owner", use_case->owner);
  rf_thing_set (self, "step", use_case->step);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    rf_thing_set (self, rf_use_case_attribute_get_nick (i), rf_use_case_level_get_nick (i, use_case->levels[i]));
  return self;
}

RfUseCase *
rf_thing_to_use_case (const RfThing *self)
{
  RfUseCase *use_case = rf_use_case_new (self->id, rf_thing_get (self, "name"));

  use_case->owner = g_strdup (rf_thing_get (self, "owner"));
  use_case->step = g_strdup (rf_thing_get (self, "step"));
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    {
      const char *nick = rf_thing_get (self, rf_use_case_attribute_get_nick (i));

      if (nick)
        rf_use_case_level_from_nick (i, nick, &use_case->levels[i]);
    }
  return use_case;
}

RfThing *
rf_thing_from_evidence (const RfEvidence *evidence)
{
  RfThing *self = rf_thing_new (RF_THING_EVIDENCE, evidence->id);

  rf_thing_set (self, "title", evidence->title);
  rf_thing_set (self, "file-name", evidence->file_name);
  rf_thing_set (self, "sha256", evidence->sha256);
  if (evidence->size > 0)
    rf_thing_set_integer (self, "size", evidence->size);
  rf_thing_set (self, "href", evidence->href);
  rf_thing_set_day (self, "retrieved", evidence->retrieved);
  rf_thing_set_day (self, "expires", evidence->expires);
  return self;
}

RfEvidence *
rf_thing_to_evidence (const RfThing *self)
{
  RfEvidence *evidence = rf_evidence_new (self->id, rf_thing_get (self, "title"));

  evidence->file_name = g_strdup (rf_thing_get (self, "file-name"));
  evidence->sha256 = g_strdup (rf_thing_get (self, "sha256"));
  evidence->size = rf_thing_get_integer (self, "size", 0);
  evidence->href = g_strdup (rf_thing_get (self, "href"));
  evidence->retrieved = rf_thing_get_day (self, "retrieved");
  evidence->expires = rf_thing_get_day (self, "expires");
  return evidence;
}

RfThing *
rf_thing_from_assessment (const RfAssessment *assessment)
{
  RfThing *self = rf_thing_new (RF_THING_ASSESSMENT, assessment->id);

  rf_thing_set (self, "offering", assessment->offering);
  rf_thing_set (self, "questionnaire", assessment->questionnaire);
  rf_thing_set_integer (self, "revision", assessment->revision);
  rf_thing_set (self, "status", rf_status_get_nick (assessment->status));
  rf_thing_set_day (self, "as-of", assessment->as_of);
  rf_thing_set (self, "assessor", assessment->assessor);
  rf_thing_set (self, "approver", assessment->approver);
  rf_thing_set_day (self, "submitted", assessment->submitted);
  rf_thing_set_day (self, "approved", assessment->approved);
  rf_thing_set_day (self, "next-review", assessment->next_review);
  rf_thing_set (self, "note", assessment->note);
  if (assessment->earlier)
    {
      rf_thing_set (self, "earlier-status", rf_status_get_nick (assessment->earlier->status));
      rf_thing_set (self, "earlier-approver", assessment->earlier->approver);
      rf_thing_set_day (self, "earlier-submitted", assessment->earlier->submitted);
      rf_thing_set_day (self, "earlier-approved", assessment->earlier->approved);
    }
  return self;
}

RfAssessment *
rf_thing_to_assessment (const RfThing *self)
{
  RfAssessment *assessment = rf_assessment_new (self->id);
  RfStatus earlier;

  assessment->offering = g_strdup (rf_thing_get (self, "offering"));
  assessment->questionnaire = g_strdup (rf_thing_get (self, "questionnaire"));
  assessment->revision = (guint) rf_thing_get_integer (self, "revision", 0);
  rf_status_from_nick (rf_thing_get (self, "status"), &assessment->status);
  assessment->as_of = rf_thing_get_day (self, "as-of");
  assessment->assessor = g_strdup (rf_thing_get (self, "assessor"));
  assessment->approver = g_strdup (rf_thing_get (self, "approver"));
  assessment->submitted = rf_thing_get_day (self, "submitted");
  assessment->approved = rf_thing_get_day (self, "approved");
  assessment->next_review = rf_thing_get_day (self, "next-review");
  assessment->note = g_strdup (rf_thing_get (self, "note"));
  if (rf_status_from_nick (rf_thing_get (self, "earlier-status"), &earlier))
    assessment->earlier = rf_standing_new (earlier, rf_thing_get (self, "earlier-approver"), rf_thing_get_day (self, "earlier-submitted"), rf_thing_get_day (self, "earlier-approved"));
  return assessment;
}
