"""The method annex says what the program computes: its tables, its weights, and one risk rebuilt by hand."""

import re
from collections.abc import Mapping

import pytest

from app.assessment import assess
from app.assessment.control_scores import GATE_CHECKS
from app.assessment.matrix import band
from app.assessment.templates import (
    content,
    data_access,
    decisions,
    dependency,
    execution,
    vendor_approval,
    vendor_terms,
)
from app.assessment.words import (
    CONTAINMENT_WORDS,
    DRIVER_WORDS,
    IMPACT_WORDS,
    LIKELIHOOD_WORDS,
    MODIFIER_WORDS,
    STATE_WORDS,
    TEMPLATE_WORDS,
    short_control_words,
)
from app.frameworks import frameworks
from models.pack import QuestionPack
from models.risk import ControlRole, Rating, Risk
from models.values import Answer, AnswerState, EvidenceGrade, GateChecks, Reading, RegisterName, Tri

# Under its own name pytest would take it for a class of tests.
from models.values import Tested as Rehearsed
from tests.changes import with_answer, with_fields
from tests.specified import specified_review
from ui.help_annex import weights_words
from ui.help_texts import help_text

MODULES = (content, decisions, dependency, execution, vendor_approval, vendor_terms)
DRIVERS_OF_EACH = 5
ROLES = {ControlRole.PREVENTIVE: "prevents", ControlRole.RECOVERY: "mends"}


@pytest.fixture(scope="module")
def annex() -> str:
    return help_text("annex")


@pytest.fixture(scope="module")
def example(annex: str) -> str:
    """The worked example, its lines joined."""
    found = annex.partition("## One risk rebuilt by hand")[2].partition("\n## ")[0]
    assert found
    return " ".join(found.split())


@pytest.fixture(scope="module")
def risk() -> Risk:
    return assess(specified_review("ferrowick")).risk("EX-T03")


def row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def place(rating: Rating) -> str:
    return f"L{rating.likelihood} I{rating.impact}"


def test_scales_and_matrix_are_those_of_the_program(annex: str) -> None:
    for words in (*LIKELIHOOD_WORDS, *IMPACT_WORDS):
        assert words in annex
    for likelihood in range(1, 6):
        assert row(likelihood, *(band(likelihood, impact).value for impact in range(1, 6))) in annex


def test_every_kind_of_risk_and_every_driver_is_explained_in_its_order(annex: str) -> None:
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", annex.partition("## Use cases")[0], re.MULTILINE)
    explained = [words for words in rows if words in DRIVER_WORDS.values()]

    assert sorted(set(explained)) == sorted(set(DRIVER_WORDS.values()))
    assert len(explained) == DRIVERS_OF_EACH * len(TEMPLATE_WORDS)
    assert all(f"### {template.value}: " in annex for template in TEMPLATE_WORDS)


def test_modifiers_are_named_where_they_count(annex: str) -> None:
    folded = " ".join(annex.split())

    assert [words for words in MODIFIER_WORDS.values() if words not in folded] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_weights_are_those_of_the_program(annex: str, module: object) -> None:
    preventive: Mapping[str, int] = vars(module)["PREVENTIVE"]
    recovery: Mapping[str, int] = vars(module)["RECOVERY"]

    assert f"- Prevents: {weights_words(preventive, vars(module)['KEY_CONTROL'])}.\n" in annex
    assert f"- Mends: {weights_words(recovery)}.\n" in annex


def test_weights_of_data_access_are_those_of_the_program(annex: str) -> None:
    said = annex.partition("### DA: ")[2].partition("\n### ")[0]

    for weights in (
        data_access._ALWAYS,
        data_access._ANY_MANUAL_ROUTE,
        data_access._IN_THE_BROWSER,
        data_access._THROUGH_FILES,
        data_access._ANY_CONNECTED_ROUTE,
        data_access.RECOVERY,
    ):
        assert weights_words(weights) in said
    every = {**data_access._ALWAYS, **data_access._ANY_MANUAL_ROUTE, **data_access._IN_THE_BROWSER}
    every |= {**data_access._THROUGH_FILES, **data_access._ANY_CONNECTED_ROUTE, **data_access.RECOVERY}
    ids = set(re.findall(r"\b[A-Z]{3}-\d\d\b", said))
    assert ids == {control for control in every if control[0].isupper()}


def test_impact_by_decision_and_audience_is_that_of_the_program(annex: str) -> None:
    folded = " ".join(annex.split())
    decided = folded.partition("by what it decides: ")[2].partition(".")[0]
    reached = folded.partition("Impact base: sales")[2].partition(".")[0]

    for domain, base in decisions.IMPACT_BASE.items():
        group = next(each for each in decided.split(";") if domain.value.replace("_", " ") in each)
        assert re.findall(r"\d", group)[0] == str(base.headline)
        assert re.findall(r"\d", group)[-1] == str(base.best)
    for impact, words in content.REACHES.values():
        assert f"{words} {impact}" in f"sales{reached}"


def test_stop_rules_and_what_contains_them_stand_in_the_annex(annex: str) -> None:
    for rule, words in CONTAINMENT_WORDS.items():
        assert re.search(rf"^\| {rule.value} \| [^|]+ \| {re.escape(words)} \|$", annex, re.MULTILINE)


def test_every_edition_and_every_date_of_law_is_printed_with_its_mark(annex: str) -> None:
    known = frameworks()

    for edition in known.editions:
        assert row(edition.title, edition.mark.letter) in annex
    for law in known.law_dates:
        assert row(f"{law.law} {law.articles}", law.matter, law.applies, law.mark.letter) in annex


def test_the_worked_examples_likelihood_is_what_the_program_finds(example: str, risk: Risk) -> None:
    assert risk.title in example
    for driver in risk.drivers:
        assert row(DRIVER_WORDS[driver.name], STATE_WORDS[driver.state]) in example
    half = (risk.unknown_drivers + 1) // 2
    assert f"K = {risk.known_drivers}, U = {risk.unknown_drivers}." in example
    assert (
        f"Headline L = min(5, 1 + {risk.known_drivers} + {half}) = {risk.inherent.likelihood}; "
        f"best {1 + risk.known_drivers}; worst {min(5, 1 + risk.known_drivers + risk.unknown_drivers)}."
    ) in example


def test_the_worked_examples_impact_is_what_the_program_finds(example: str, risk: Risk) -> None:
    assert f"The highest integrity class is {risk.impact_base.headline}." in example
    assert [each.state for each in risk.impact_modifiers] == [Tri.UNKNOWN]
    assert (
        f"Headline I = {risk.inherent.impact}; best {risk.impact_base.best}; worst {risk.inherent.impact}."
        in example
    )
    assert f"Inherent: {place(risk.inherent)}, **{risk.inherent.band.value}**." in example


def test_the_worked_examples_controls_are_what_the_program_finds(example: str, risk: Risk) -> None:
    rows = [
        row(
            short_control_words(each.control),
            ROLES[each.role],
            each.weight,
            each.score,
            each.weight * each.score,
            each.weight * each.best_score,
        )
        for each in risk.controls
    ]

    assert " ".join(rows) in example
    for letter, total, of_what in (("P", risk.preventive, "likelihood"), ("R", risk.recovery, "impact")):
        share = 100 * total.num // total.den
        steps = f"{total.steps} step" if total.steps == 1 else f"{total.steps} steps"
        assert f"{letter} = {total.num} of {total.den}, {share} %: {steps} off {of_what}." in example


def test_the_worked_examples_cases_are_what_the_program_finds(example: str, risk: Risk) -> None:
    best_before = Rating(1 + risk.known_drivers, risk.impact_base.best, risk.inherent.band)
    steps = f"{risk.preventive.steps} and {risk.recovery.steps}"

    for case, before, after in (
        ("headline", risk.inherent, risk.residual),
        ("best", best_before, risk.best),
        ("worst", risk.inherent, risk.worst),
    ):
        assert row(case, place(before), steps, f"{place(after)}, {after.band.value}") in example
    words = f"{risk.residual.band.value} ({risk.best.band.value} to {risk.worst.band.value})"
    assert f"The map prints *{words}*." in example
    assert (
        f"Unknown inputs: {risk.unknown_inputs} of {risk.inputs}, so confidence is {risk.confidence.value}."
    ) in example
    assert risk.stop_rules == ()
    assert f"means *{risk.horizon.value}*" in example


def test_what_would_change_the_example_does(example: str) -> None:
    snapshot = specified_review("ferrowick")
    grant = next(grant for grant in snapshot.access_grants.values() if grant.tool == "T03")
    checks = snapshot.approval_gates["G5"].checks or GateChecks()
    missing = [name for name in GATE_CHECKS if getattr(checks, name) is not Tri.YES]
    better = GateChecks.read({**checks.write(), **dict.fromkeys(missing[:3], "yes")}, Reading())
    proven = Answer(question="ACC-10", state=AnswerState.VALUE, value=3, evidence=EvidenceGrade.DEMONSTRATED)

    tools, grants, gates = RegisterName.AI_TOOLS, RegisterName.ACCESS_GRANTS, RegisterName.APPROVAL_GATES
    snapshot = with_fields(snapshot, tools, "T03", reads_outside_text=Tri.NO, rollback=Rehearsed.DOCUMENTED)
    snapshot = with_fields(snapshot, grants, grant.id, undo=Tri.YES)
    snapshot = with_answer(with_fields(snapshot, gates, "G5", checks=better), proven)
    after = assess(snapshot).risk("EX-T03")

    assert (
        f"Then {place(after.inherent)}, P = {after.preventive.num} of {after.preventive.den}: "
        f"{after.preventive.steps} steps; R = {after.recovery.num} of {after.recovery.den}: "
        f"{after.recovery.steps} steps. Residual {place(after.residual)}, **{after.residual.band.value}**"
    ) in example


def test_questions_that_the_annex_names_are_in_the_pack(annex: str) -> None:
    pack: QuestionPack = specified_review("ferrowick").pack
    known = {question.id for question in pack.questions}

    assert set(re.findall(r"\b(?:USE|ACC|DAT|UCR|OVR|LOG|VEN)-\d\d\b", annex)) <= known
