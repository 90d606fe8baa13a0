#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringfence authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what is shipped in data/: that each question is complete, that nothing of the design is missing, that
benchmarks keep their rules. Usage: lint_content.py DATA-FOLDER"""

import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

NAMESPACE = "https://ringfence.github.io/ns/"
Q = "{%squestionnaire/1}" % NAMESPACE
A = "{%sanswers/1}" % NAMESPACE
B = "{%sbenchmarks/1}" % NAMESPACE
C = "{%scatalogue/1}" % NAMESPACE

DATA = Path()

SEED_SECTIONS = [
    "human-review", "encryption", "managed-services", "training-data", "exfiltration", "fencing",
]
SECTIONS = SEED_SECTIONS + ["ip-retention", "law-contract", "own-side"]

# every topic of the design, by the section it belongs to; routing questions come on top
TOPICS = {
    "human-review": "human-access opt-out-scope reviewers feedback",
    "encryption": "encryption-in-transit encryption-at-rest key-control data-in-use signing-keys",
    "managed-services": "assurance red-teaming identity customer-logs guardrails vulnerability-transparency"
                        " security-culture incident-notice model-changes continuity supply-chain",
    "training-data": "training-use tuning-data tuned-weights base-model-sources poisoning removal",
    "exfiltration": "output-rendering agent-limits connectors cross-tenant memorisation injection-defence"
                    " leak-monitoring memory-and-links runaway-use",
    "fencing": "private-path operator-access maker-access compute-isolation residency foreign-authorities"
               " sub-processors service-egress",
    "ip-retention": "ownership indemnity retention-days zero-retention-gap application-state legal-holds"
                    " terms-changes confidentiality exit",
    "law-contract": "processor-contract impact-assessment ai-act ai-management",
    "own-side": "plan-used sanctioned-tool detection acceptable-use",
}

# which question each knock-out of the design turns on
KNOCK_OUTS = {
    "restricted-data-read": "human-access",
    "not-encrypted": "encryption-at-rest",
    "no-incident-notice": "incident-notice",
    "trains-on-our-data": "training-use",
    "open-cross-tenant-leak": "cross-tenant",
    "residency-rule-broken": "residency",
    "no-processor-contract": "processor-contract",
    "plan-out-of-control": "plan-used",
}

BARRIERS = {"privacy", "security", "legal-ip", "compliance", "skills", "cost"}
BARRIERS_OUTSIDE = {"skills", "cost"}
PROFILES = {"balanced", "financial-services", "health", "public-sector", "small-company"}

# every published number of the design, by survey; 431 and 611 are counts of respondents
FIGURES = {
    "etr-march-2024": "70 431",
    "etr-spending-2024": "80 611",
    "etr-january-2024": "40",
    "cisco-2024": "69 68 27 63 61 48 45 91",
    "cisco-2025": "64 90",
    "salesforce-2023": "55 40",
    "work-trend-2024": "78 52",
    "software-ag-2024": "50 46",
    "section-proficiency": "43",
    "cybsafe-2024": "38",
    "gartner-2025": "69",
    "isaca-2024": "15 40 60",
    "isaca-2023": "77 68 63 58",
    "deloitte-2024-q3": "23",
    "mckinsey-2024": "65 44",
    "mckinsey-2024-flash": "63 91",
    "mckinsey-2023": "21 32 38",
    "recognize-2024": "60 32",
    "aws-public-sector-2024": "48 83",
    "riverbed-2024": "76",
    "ibm-2023": "42 40",
    "netskope-2024": "46",
}

# Questions with neither a verified reference nor an incident. None is invented for them.
WITHOUT_SOURCE = set()


def read(*parts):
    return ElementTree.parse(DATA.joinpath(*parts)).getroot()


def text(element, child, namespace=Q):
    found = element.find(namespace + child)
    return "" if found is None else (found.text or "")


def sentences(prose):
    return len(re.findall(r"[.!?](?=\s|$)", prose))


def risks_of(question):
    return [int(c.get("risk")) for c in question.iter() if c.tag in (Q + "option", Q + "band")]


def for_each_question(check):
    """Runs the check once for each question and names those that fail."""

    def run(self):
        for question in self.questions:
            with self.subTest(question=question.get("id")):
                check(self, question)

    return run


def for_each_figure(check):
    """Runs the check once for each figure, with its survey, and names those that fail."""

    def run(self):
        for survey, figure in self.figures:
            with self.subTest(figure=figure.get("id")):
                check(self, survey, figure)

    return run


class Questionnaire(unittest.TestCase):
    def setUp(self):
        self.root = read("questionnaires", "genai-confidentiality.xml")
        self.sections = self.root.findall(Q + "section")
        self.questions = [q for s in self.sections for q in s.findall(Q + "question")]

    def test_nine_sections_in_their_order(self):
        self.assertEqual([s.get("id") for s in self.sections], SECTIONS)
        self.assertTrue(55 <= len(self.questions) <= 75)

    def test_every_topic_is_asked(self):
        for section in self.sections:
            ids = [q.get("id") for q in section.findall(Q + "question")]
            for topic in TOPICS[section.get("id")].split():
                with self.subTest(topic=topic):
                    self.assertIn(topic, ids)

    def test_sides_and_scopes(self):
        for section in self.sections:
            own = section.get("id") == "own-side"
            self.assertEqual(section.get("side", "provider"), "customer" if own else "provider")
            self.assertEqual(section.get("scope", "offering"), "organisation" if own else "offering")
            self.assertIsNone(section.get("weight"))
        scopes = {q.get("id"): q.get("scope") for q in self.questions if q.get("scope")}
        self.assertEqual(scopes, {"plan-used": "offering"})

    @for_each_question
    def test_prompts_are_short_questions(self, question):
        self.assertLess(len(text(question, "prompt")), 200)
        self.assertTrue(text(question, "prompt").endswith("?"))

    @for_each_question
    def test_each_says_why_in_two_sentences_and_how(self, question):
        self.assertEqual(sentences(text(question, "why")), 2, text(question, "why"))
        self.assertTrue(text(question, "help"))

    @for_each_question
    def test_each_has_evidence_hints_of_different_grades(self, question):
        grades = [h.get("grade") for h in question.findall(Q + "evidence-hint")]
        self.assertGreaterEqual(len(grades), 2)
        self.assertEqual(len(grades), len(set(grades)))

    @for_each_question
    def test_each_has_an_owner_and_a_criticality(self, question):
        self.assertIsNotNone(question.get("owner"))
        self.assertEqual(question.get("criticality") is None, question.get("weight") == "0")

    @for_each_question
    def test_each_has_three_options_or_bands(self, question):
        options = question.findall(Q + "option")
        bands = question.findall(Q + "band")
        self.assertGreaterEqual(len(options) + len(bands), 3)
        for choice in options + bands:
            self.assertTrue(text(choice, "label"))

    @for_each_question
    def test_neighbours_differ_in_risk(self, question):
        risks = risks_of(question)
        for before, after in zip(risks, risks[1:]):
            self.assertNotEqual(before, after)

    @for_each_question
    def test_best_first_and_worst_last(self, question):
        risks = risks_of(question)
        if question.get("combine") == "missing":
            self.assertEqual(sum(risks), 100)
            self.assertEqual(risks[-1], 0)
            self.assertEqual(question.findall(Q + "option")[-1].get("exclusive"), "true")
            return
        self.assertEqual(risks, sorted(risks))
        if question.get("weight") != "0":
            self.assertEqual((risks[0], risks[-1]), (0, 100))

    @for_each_question
    def test_risks_are_not_a_habit(self, question):
        habit = ([0, 25, 50, 75, 100], [0, 33, 67, 100], [0, 50, 100])
        self.assertNotIn(risks_of(question), habit)

    def test_each_has_a_source(self):
        without = {
            q.get("id") for q in self.questions
            if q.find(Q + "reference") is None and q.find(Q + "incident") is None
        }
        self.assertEqual(without, WITHOUT_SOURCE)

    def test_references_name_declared_frameworks_with_versions(self):
        frameworks = {f.get("id"): f.get("version") for f in self.root.findall(Q + "framework")}
        self.assertTrue(all(frameworks.values()))
        used = set()
        for question in self.questions:
            seen = [(r.get("framework"), r.get("id")) for r in question.findall(Q + "reference")]
            self.assertEqual(len(seen), len(set(seen)))
            self.assertTrue({f for f, _ in seen} <= set(frameworks))
            used |= {f for f, _ in seen}
        self.assertEqual(used, set(frameworks))

    def test_incidents_are_declared_with_source_and_used(self):
        declared = self.root.findall(Q + "incident")
        for incident in declared:
            self.assertTrue(text(incident, "title") and text(incident, "source"))
        used = {i.get("ref") for q in self.questions for i in q.findall(Q + "incident")}
        self.assertEqual(used, {i.get("id") for i in declared})

    def test_no_wording_twice(self):
        for tag in ("prompt", "why", "help"):
            seen = [text(q, tag) for q in self.questions]
            self.assertEqual(len(seen), len(set(seen)), tag)

    @for_each_question
    def test_no_label_twice(self, question):
        labels = [text(c, "label") for c in question if c.tag in (Q + "option", Q + "band")]
        self.assertEqual(len(labels), len(set(labels)))

    def test_barriers(self):
        self.assertEqual({b.get("id") for b in self.root.findall(Q + "barrier")}, BARRIERS)
        answered = {b for s in self.sections for b in s.get("barriers", "").split()}
        self.assertEqual(answered, BARRIERS - BARRIERS_OUTSIDE)

    def test_every_knock_out_of_the_design(self):
        found = self.root.findall(Q + "knock-out")
        self.assertEqual({k.get("id") for k in found}, set(KNOCK_OUTS))
        for knock_out in found:
            asked = {a.get("question") for a in knock_out.iter(Q + "answer")}
            self.assertIn(KNOCK_OUTS[knock_out.get("id")], asked)
            self.assertTrue(text(knock_out, "text"))

    def test_routing_questions_route(self):
        asked = {a.get("question") for a in self.root.iter(Q + "answer")}
        for question in self.questions:
            if question.get("weight") == "0":
                self.assertIn(question.get("id"), asked)

    def test_profiles_give_reasons(self):
        profiles = self.root.findall(Q + "profile")
        self.assertEqual({p.get("id") for p in profiles}, PROFILES)
        self.assertEqual(self.root.get("default-profile"), "balanced")
        for profile in profiles:
            self.assertTrue(text(profile, "description"))
            for weight in profile.findall(Q + "weight"):
                self.assertTrue(weight.text, (profile.get("id"), weight.get("question")))


class Samples(unittest.TestCase):
    def setUp(self):
        self.roots = [ElementTree.parse(p).getroot() for p in sorted(DATA.glob("samples/*.answers.xml"))]
        self.questionnaire = read("questionnaires", "genai-confidentiality.xml")

    def test_four_that_say_they_are_fictional(self):
        self.assertEqual(len(self.roots), 4)
        for root in self.roots:
            offering = root.find(A + "offering")
            self.assertIn("(fictional)", offering.get("provider"))
            self.assertTrue(text(offering, "settings", A).startswith("Fictional."))
            self.assertEqual(root.get("as-of"), "2026-11-01")

    def test_links_lead_to_example_domains(self):
        for root in self.roots:
            for evidence in root.findall(A + "evidence"):
                self.assertRegex(evidence.get("href"), r"^https://example\.(com|org|net)/")

    def test_use_cases_and_own_answers_are_the_same_everywhere(self):
        own = set()
        for section in self.questionnaire.findall(Q + "section"):
            for question in section.findall(Q + "question"):
                if question.get("scope", section.get("scope", "offering")) == "organisation":
                    own.add(question.get("id"))
        shared = [
            [ElementTree.tostring(e).strip() for e in root
             if e.tag == A + "use-case" or (e.tag == A + "answer" and e.get("question") in own)]
            for root in self.roots
        ]
        self.assertEqual(len(shared[0]), 4 + len(own))
        for other in shared[1:]:
            self.assertEqual(other, shared[0])

    def test_an_override_and_decisions_of_every_kind(self):
        self.assertTrue(any(root.find(".//" + A + "override") is not None for root in self.roots))
        verdicts = {d.get("verdict") for root in self.roots for d in root.findall(A + "decision")}
        self.assertEqual(verdicts, {"approve", "approve-with-conditions", "reject"})
        actions = [a for root in self.roots for a in root.findall(A + "action")]
        self.assertTrue(any(a.get("done") for a in actions) and any(not a.get("done") for a in actions))


class Benchmarks(unittest.TestCase):
    def setUp(self):
        self.roots = [ElementTree.parse(p).getroot() for p in sorted(DATA.glob("benchmarks/*.xml"))]
        self.figures = [
            (survey, figure)
            for root in self.roots
            for survey in root.findall(B + "survey")
            for figure in survey.findall(B + "figure")
        ]

    def test_every_published_number_is_there(self):
        found = {}
        for survey, figure in self.figures:
            if figure.get("value"):
                found.setdefault(survey.get("id"), []).append(figure.get("value"))
        self.assertEqual({key: " ".join(values) for key, values in found.items()}, FIGURES)

    def test_ids_are_unique_across_files(self):
        ids = [f.get("id") for _, f in self.figures]
        self.assertEqual(len(ids), len(set(ids)))

    @for_each_figure
    def test_a_gap_is_marked_and_a_value_is_not(self, _, figure):
        gap = figure.get("verification") in ("chart-unreadable", "qualitative")
        self.assertEqual(figure.get("value") is None, gap)

    @for_each_figure
    def test_values_lie_in_their_range(self, _, figure):
        if figure.get("value") and figure.get("unit") == "percent":
            self.assertTrue(0 <= float(figure.get("value")) <= 100)

    @for_each_figure
    def test_samples_and_qualifiers_agree(self, survey, figure):
        for holder in (survey, figure):
            qualifier = holder.get("n-qualifier")
            self.assertEqual(qualifier == "range", holder.get("n-to") is not None)
            if qualifier == "not-given":
                self.assertIsNone(holder.get("n"))

    def test_everything_was_retrieved_and_has_a_source(self):
        for root in self.roots:
            for survey in root.findall(B + "survey"):
                self.assertEqual(survey.get("retrieved"), "2026-11")
                self.assertTrue(text(survey, "source", B))

    def test_the_net_score(self):
        score = next(r.find(B + "net-score") for r in self.roots if r.find(B + "net-score") is not None)
        self.assertEqual([i.get("counts") for i in score.findall(B + "intention")], ["1", "1", "0", "-1", "-1"])
        self.assertEqual(score.get("elevated-from"), "40")

    def test_no_interval_is_stored(self):
        for path in DATA.glob("benchmarks/*.xml"):
            self.assertNotIn("wilson", path.read_text(encoding="utf-8").lower())


class Catalogue(unittest.TestCase):
    PROVIDERS = {
        "openai", "microsoft", "aws", "google", "anthropic", "cohere", "ai21", "mistral", "meta", "stability-ai",
        "databricks", "snowflake",
    }

    def setUp(self):
        self.root = read("providers", "catalogue.xml")

    def test_every_provider_of_the_design(self):
        self.assertEqual({p.get("id") for p in self.root.findall(C + "provider")}, self.PROVIDERS)

    def test_every_fact_has_a_source(self):
        for fact in self.root.iter(C + "fact"):
            self.assertTrue(text(fact, "statement", C) and text(fact, "source", C))


if __name__ == "__main__":
    DATA = Path(sys.argv.pop(1))
    unittest.main(verbosity=2)
