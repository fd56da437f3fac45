"""The rules that a question pack keeps and that types cannot say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.pack import (
    AskedPer,
    ControlRole,
    Question,
    QuestionKind,
    QuestionPack,
    RiskTypeCode,
)

LONGEST_TEXT = 2_000
LEVELS = 5
HEAVIEST_WEIGHT = 3
EVIDENCE_GRADES = ("none", "document", "demonstrated")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

# Risk model rm-1 and the interchange format name these questions one by one.
_RM_1_QUESTIONS = {"USE": 12, "ACC": 12, "DAT": 12, "UCR": 10, "OVR": 11, "LOG": 12, "VEN": 13}
NEEDED_BY: dict[str, frozenset[str]] = {
    "rm-1": frozenset(
        f"{section}-{number:02}"
        for section, count in _RM_1_QUESTIONS.items()
        for number in range(1, count + 1)
    )
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule: the place in the pack, such as `questions/ACC-03/levels`, and what is wrong there."""

    key: str
    reason: str


def problems(pack: QuestionPack) -> Iterator[Problem]:
    """Every broken rule, from the head of the pack to its last question."""
    yield from _head(pack)
    for section in pack.sections:
        yield from _section(section.id, section.title, section.timebox_minutes, pack)
    yield from _twice("questions", (question.id for question in pack.questions))
    for question in pack.questions:
        yield from _question(question, pack)
    for missing in sorted(NEEDED_BY.get(pack.risk_model, frozenset()) - {q.id for q in pack.questions}):
        yield Problem("questions", f"{missing} is missing; risk model {pack.risk_model} needs it")


def _head(pack: QuestionPack) -> Iterator[Problem]:
    if not _ID.fullmatch(pack.version):
        yield Problem("version", "should be letters, digits, '.', '_' or '-', at most 64 of them")
    if pack.risk_model not in NEEDED_BY:
        yield Problem("risk_model", f"should be one of {', '.join(sorted(NEEDED_BY))}")
    yield from _text("title", pack.title)
    yield from _twice("sections", (section.id for section in pack.sections))
    if [entry.id for entry in pack.risk_types] != list(RiskTypeCode):
        yield Problem("risk_types", f"should be {', '.join(RiskTypeCode)}, each once and in this order")
    for entry in pack.risk_types:
        if entry.name is not entry.id.risk_type:
            yield Problem(f"risk_types/{entry.id}/name", f"should be {entry.id.risk_type}")
    yield from _twice("action_kinds", pack.action_kinds)
    if tuple(grade.id for grade in pack.evidence_grades) != EVIDENCE_GRADES:
        yield Problem("evidence_grades", f"should be {', '.join(EVIDENCE_GRADES)}, in this order")
    for grade in pack.evidence_grades:
        yield from _text(f"evidence_grades/{grade.id}/label", grade.label)
    yield from _twice("reference_sets", (entry.id for entry in pack.reference_sets))
    for reference_set in pack.reference_sets:
        yield from _text(f"reference_sets/{reference_set.id}/title", reference_set.title)
        if ":" in reference_set.id:
            yield Problem(f"reference_sets/{reference_set.id}/id", "should hold no colon")


def _section(section_id: str, title: str, timebox: int, pack: QuestionPack) -> Iterator[Problem]:
    at = f"sections/{section_id}"
    if not _ID.fullmatch(section_id) or "-" in section_id:
        yield Problem(f"{at}/id", "should be letters and digits")
    yield from _text(f"{at}/title", title)
    if not 1 <= timebox <= 600:
        yield Problem(f"{at}/timebox_minutes", "should be between 1 and 600")
    if not pack.questions_of(section_id):
        yield Problem(at, "has no question")


def _question(question: Question, pack: QuestionPack) -> Iterator[Problem]:
    at = f"questions/{question.id}"
    if question.section not in {section.id for section in pack.sections}:
        yield Problem(f"{at}/section", f"{question.section} is not among the sections")
    if not re.fullmatch(rf"{re.escape(question.section)}-[0-9]{{2}}", question.id):
        yield Problem(f"{at}/id", f"should be {question.section}, a hyphen and two digits")
    for name in ("text", "why", "evidence", "follow_up"):
        yield from _text(f"{at}/{name}", getattr(question, name))
    yield from _text(f"{at}/action/text", question.action.text)
    if question.action.kind not in pack.action_kinds:
        yield Problem(f"{at}/action/kind", f"{question.action.kind} is not among the action kinds")
    yield from _kind(question, at)
    yield from _weights(question, at)
    yield from _references(question, at, {entry.id for entry in pack.reference_sets})


def _kind(question: Question, at: str) -> Iterator[Problem]:
    levels = LEVELS if question.kind is QuestionKind.MATURITY else 0
    if len(question.levels) != levels:
        yield Problem(f"{at}/levels", f"should hold {levels} texts for a {question.kind} question")
    for number, level in enumerate(question.levels):
        yield from _text(f"{at}/levels/{number}", level)
    yield from _twice(f"{at}/levels", question.levels)
    fits = len(question.options) >= 2 if question.kind is QuestionKind.MULTI_CHOICE else not question.options
    if not fits:
        yield Problem(f"{at}/options", "should hold two or more for a multi_choice question, else none")
    for option in question.options:
        yield from _text(f"{at}/options/{option.id}/label", option.label)
        if not _ID.fullmatch(option.id):
            yield Problem(f"{at}/options/{option.id}/id", "should be letters, digits, '.', '_' or '-'")
    yield from _twice(f"{at}/options", (option.id for option in question.options))
    if question.is_register_driven == (question.asked_per is AskedPer.ENGAGEMENT):
        yield Problem(f"{at}/asked_per", "should be an entry of a register for register questions only")


def _weights(question: Question, at: str) -> Iterator[Problem]:
    if question.is_scored == (question.control_role is ControlRole.INFORMATION):
        yield Problem(f"{at}/control_role", "should be information for the multi_choice question only")
    if question.is_scored != bool(question.risk_weights):
        yield Problem(f"{at}/risk_weights", "should be given for every question but multi_choice ones")
    for code, weight in question.risk_weights.items():
        if not 1 <= weight <= HEAVIEST_WEIGHT:
            yield Problem(f"{at}/risk_weights/{code}", f"should be between 1 and {HEAVIEST_WEIGHT}")


def _references(question: Question, at: str, known: set[str]) -> Iterator[Problem]:
    yield from _twice(f"{at}/references", question.references)
    for number, reference in enumerate(question.references):
        source, colon, passage = reference.partition(":")
        if source not in known:
            yield Problem(f"{at}/references/{number}", f"{source} is not among the reference sets")
        elif not colon or not passage.strip():
            yield Problem(f"{at}/references/{number}", "names no place after the colon")


def _text(at: str, text: str) -> Iterator[Problem]:
    if not text.strip():
        yield Problem(at, "is blank")
    elif len(text) > LONGEST_TEXT:
        yield Problem(at, f"is longer than {LONGEST_TEXT:,} characters")
    elif _NOT_TEXT.search(text):
        yield Problem(at, "holds a control character")


def _twice(at: str, names: Iterable[str]) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Problem(at, f"{name!s} stands there {count} times")
