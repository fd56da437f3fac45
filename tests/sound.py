"""A small review in which the check before the report finds nothing, for changing one thing at a time."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from app.assessment import assess
from app.lint import Finding, lint
from models.pack import QuestionKind
from models.snapshot import Snapshot
from models.values import (
    Answer,
    AnswerState,
    EvidenceGrade,
    EvidenceItem,
    Participant,
    RegisterName,
    Session,
    Tri,
    YesPartlyNo,
)
from tests.changes import with_fields, with_register
from tests.specified import specified_review

TODAY = date(2026, 11, 28)
SEEN = date(2026, 11, 2)
ASKED = date(2026, 11, 3)


@cache
def sound_review() -> Snapshot:
    """One well-run tool, every question answered as well as evidence of a week allows."""
    snapshot = specified_review("tiny_one_tool")
    snapshot = replace(
        snapshot,
        engagement=snapshot.engagement.with_values(
            client="Orchard & Pears",
            scope="All of it.",
            agencies_used=Tri.YES,
            tools_named_by_leaders=1,
            tools_named_by_team=1,
        ),
    )
    snapshot = with_fields(
        snapshot,
        RegisterName.AI_TOOLS,
        "T1",
        owner_person="Head of operations",
        approved_by="Head of operations",
        approved_scope="Fills fields in the CRM.",
    )
    snapshot = with_fields(snapshot, RegisterName.APPROVAL_GATES, "G1", approvers=("Head of operations",))
    for register, entry in (
        (RegisterName.PARTICIPANTS, Participant(id="P1", name="Maud Sandström", role="MOPs lead")),
        (RegisterName.PARTICIPANTS, Participant(id="P2", name="Per Ek", role="legal")),
        (RegisterName.EVIDENCE, EvidenceItem(id="E1", title="What was shown", seen_on=SEEN)),
    ):
        snapshot = snapshot.with_entry(register, entry)
    asked = snapshot.pack.answered_questions
    session = Session(
        id="RS1", date=ASKED, participants=("P1",), questions=tuple(question.id for question in asked)
    )
    snapshot = snapshot.with_entry(RegisterName.SESSIONS, session)
    answers = {}
    for question in asked:
        value: int | YesPartlyNo | tuple[str, ...] = 2
        if question.kind is QuestionKind.YES_PARTLY_NO:
            value = YesPartlyNo.PARTLY
        elif question.kind is QuestionKind.MULTI_CHOICE:
            value = ()
        answer = Answer(question=question.id, state=AnswerState.VALUE, value=value)
        answers[answer.key] = answer
    return with_register(snapshot, RegisterName.ANSWERS, answers)


def found(snapshot: Snapshot, today: date = TODAY, others: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """What the check finds."""
    return lint(snapshot, assess(snapshot), today, others)


def found_besides(snapshot: Snapshot, today: date = TODAY, others: tuple[str, ...] = ()) -> dict[str, str]:
    """What the check finds in a changed sound review: places by rule, with keys where there are any."""
    return {
        f"{one.rule.id}{':' if one.key else ''}{one.key}": one.place for one in found(snapshot, today, others)
    }


def answered(
    snapshot: Snapshot, question: str, value: Any, evidence: EvidenceGrade | None = EvidenceGrade.DOCUMENT
) -> Snapshot:
    """The review with one question answered so, on the evidence of the review. Any: what a value may be."""
    answer = Answer(
        question=question, state=AnswerState.VALUE, value=value, evidence=evidence, evidence_items=("E1",)
    )
    return snapshot.with_entry(RegisterName.ANSWERS, answer)


def not_applicable(snapshot: Snapshot, question: str, reason: str | None = "It does not arise.") -> Snapshot:
    """The review with one question said not to apply."""
    answer = Answer(question=question, state=AnswerState.NOT_APPLICABLE, reason=reason)
    return snapshot.with_entry(RegisterName.ANSWERS, answer)


__all__ = ["ASKED", "SEEN", "TODAY", "answered", "found", "found_besides", "not_applicable", "sound_review"]
