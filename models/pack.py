"""The question pack: what a review asks, and everything that stands beside each question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from models.errors import ReviewError
from models.pack_terms import (
    ActionKind,
    AskedPer,
    ControlRole,
    Effort,
    QuestionKind,
    RiskType,
    RiskTypeCode,
)

__all__ = [
    "PACK_FORMAT",
    "ActionKind",
    "AskedPer",
    "ControlRole",
    "Effort",
    "Option",
    "ProposedAction",
    "Question",
    "QuestionKind",
    "QuestionPack",
    "ReferenceSet",
    "RiskType",
    "RiskTypeCode",
    "RiskTypeName",
    "Section",
    "UnknownQuestionError",
    "pack_from_json",
    "pack_to_json",
]

PACK_FORMAT = "plumbline-question-bank"


class UnknownQuestionError(ReviewError, KeyError):
    """A question was asked for that the pack does not have."""

    title = "The question pack does not have this question"
    advice = "Open the review with the question pack that it was begun with."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the review with its share of the time."""

    id: str
    title: str
    timebox_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskTypeName:
    """A risk type's code beside its name."""

    id: RiskTypeCode
    name: RiskType


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice with the words shown for it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSet:
    """A framework or law, with its edition, that references point into."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedAction:
    """What to propose after a weak answer."""

    kind: ActionKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `levels` has five texts for maturity, else none; `options` only for multi-choice.

    A reference is the id of a reference set, a colon, and a place in it: `GDPR:Art 30`.
    """

    id: str
    section: str
    text: str
    kind: QuestionKind
    asked_per: AskedPer
    control_role: ControlRole
    risk_weights: Mapping[RiskTypeCode, int] = field(hash=False)
    unknown_is_finding: bool
    effort: Effort
    express: bool
    levels: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    why: str
    evidence: str
    follow_up: str
    action: ProposedAction
    references: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "risk_weights", MappingProxyType(dict(self.risk_weights)))

    @property
    def is_register_driven(self) -> bool:
        """Whether the register answers it, so that it is never asked a second time."""
        return self.kind is QuestionKind.REGISTER

    @property
    def is_scored(self) -> bool:
        """Whether it counts in a section score; the multi-choice question never does (rm-1, 10.1)."""
        return self.kind is not QuestionKind.MULTI_CHOICE


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPack:
    """The questions of a review, in the order in which they are asked."""

    version: str
    risk_model: str
    title: str
    sections: tuple[Section, ...]
    risk_types: tuple[RiskTypeName, ...]
    action_kinds: tuple[ActionKind, ...]
    evidence_grades: tuple[Option, ...]
    reference_sets: tuple[ReferenceSet, ...]
    questions: tuple[Question, ...]
    _by_id: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {question.id: question for question in self.questions})

    @property
    def id(self) -> str:
        """The name under which reviews refer to this pack, such as `qb-1`."""
        return self.version

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._by_id

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises UnknownQuestionError."""
        try:
            return self._by_id[question_id]
        except KeyError as error:
            raise UnknownQuestionError(question_id) from error

    def section(self, section_id: str) -> Section:
        """The section with this id. Raises KeyError."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def questions_of(self, section_id: str) -> tuple[Question, ...]:
        """The questions of one section, in pack order; none for a section the pack does not have."""
        return tuple(question for question in self.questions if question.section == section_id)

    def in_mode(self, mode: str) -> tuple[Question, ...]:
        """The questions asked in a mode: the express ones in "express", all in "standard" and "deep".

        Standard and deep ask the same questions (rm-1, 2.1) and differ in the evidence that they want.
        Raises ValueError for another mode.
        """
        if mode not in {"express", "standard", "deep"}:
            raise ValueError(f"not a mode: {mode}")
        if mode != "express":
            return self.questions
        return tuple(question for question in self.questions if question.express)

    @property
    def scored_questions(self) -> tuple[Question, ...]:
        """The questions that count in section scores: all but the multi-choice one."""
        return tuple(question for question in self.questions if question.is_scored)

    @property
    def answered_questions(self) -> tuple[Question, ...]:
        """The questions that a person answers: all that are not register-driven."""
        return tuple(question for question in self.questions if not question.is_register_driven)


def pack_to_json(pack: QuestionPack) -> dict[str, Any]:
    """The pack as JSON values, laid out like a pack file; `pack_from_json` gives an equal pack back."""
    return {
        "format": PACK_FORMAT,
        "version": pack.version,
        "risk_model": pack.risk_model,
        "title": pack.title,
        "question_count": len(pack.questions),
        "express_question_count": len(pack.in_mode("express")),
        "sections": [
            {"id": s.id, "title": s.title, "timebox_minutes": s.timebox_minutes} for s in pack.sections
        ],
        "risk_types": [{"id": r.id.value, "name": r.name.value} for r in pack.risk_types],
        "action_kinds": [kind.value for kind in pack.action_kinds],
        "evidence_grades": [_option_to_json(grade) for grade in pack.evidence_grades],
        "reference_sets": [{"id": r.id, "title": r.title} for r in pack.reference_sets],
        "questions": [_question_to_json(question) for question in pack.questions],
    }


def pack_from_json(raw: Mapping[str, Any]) -> QuestionPack:
    """The pack that `pack_to_json` wrote.

    Trusts its input: for a pack file that a person made, use `app.packs.load_pack`. Raises KeyError or
    ValueError when the text is not a pack.
    """
    return QuestionPack(
        version=raw["version"],
        risk_model=raw["risk_model"],
        title=raw["title"],
        sections=tuple(Section(**section) for section in raw["sections"]),
        risk_types=tuple(
            RiskTypeName(id=RiskTypeCode(entry["id"]), name=RiskType(entry["name"]))
            for entry in raw["risk_types"]
        ),
        action_kinds=tuple(ActionKind(kind) for kind in raw["action_kinds"]),
        evidence_grades=tuple(Option(**grade) for grade in raw["evidence_grades"]),
        reference_sets=tuple(ReferenceSet(**entry) for entry in raw["reference_sets"]),
        questions=tuple(_question_from_json(question) for question in raw["questions"]),
    )


def _option_to_json(option: Option) -> dict[str, str]:
    return {"id": option.id, "label": option.label}


def _question_to_json(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "section": question.section,
        "text": question.text,
        "kind": question.kind.value,
        "asked_per": question.asked_per.value,
        "control_role": question.control_role.value,
        "risk_weights": {code.value: weight for code, weight in question.risk_weights.items()},
        "unknown_is_finding": question.unknown_is_finding,
        "effort": question.effort.value,
        "express": question.express,
        "levels": list(question.levels),
        "options": [_option_to_json(option) for option in question.options],
        "why": question.why,
        "evidence": question.evidence,
        "follow_up": question.follow_up,
        "action": {"kind": question.action.kind.value, "text": question.action.text},
        "references": list(question.references),
    }


def _question_from_json(raw: Mapping[str, Any]) -> Question:
    return Question(
        id=raw["id"],
        section=raw["section"],
        text=raw["text"],
        kind=QuestionKind(raw["kind"]),
        asked_per=AskedPer(raw["asked_per"]),
        control_role=ControlRole(raw["control_role"]),
        risk_weights={RiskTypeCode(code): weight for code, weight in raw["risk_weights"].items()},
        unknown_is_finding=raw["unknown_is_finding"],
        effort=Effort(raw["effort"]),
        express=raw["express"],
        levels=tuple(raw["levels"]),
        options=tuple(Option(**option) for option in raw["options"]),
        why=raw["why"],
        evidence=raw["evidence"],
        follow_up=raw["follow_up"],
        action=ProposedAction(kind=ActionKind(raw["action"]["kind"]), text=raw["action"]["text"]),
        references=tuple(raw["references"]),
    )
