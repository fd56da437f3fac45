"""Answers to questions, and the evidence seen for them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from models.values import fields
from models.values.entry import Entry
from models.values.enums import AnswerState, EvidenceGrade, RegisterName, YesPartlyNo
from models.values.fields import Described

# Where a row of evidence names the file that is kept for it: the interchange format leaves `x_` to programs.
ATTACHMENT_FIELD = "x_attachment"

Value: TypeAlias = int | YesPartlyNo | tuple[str, ...]


def answer_key(question_id: str, respondent: str | None = None) -> str:
    """What identifies an answer: one per question and respondent."""
    return f"{question_id}/{respondent or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Described):
    """What one respondent (or the room: no respondent) answered to one question."""

    noun: ClassVar[str] = "Answer"

    question: str = fields.question(required=True)
    state: AnswerState = fields.choice(AnswerState, required=True)
    value: Value | None = fields.answer_value()
    evidence: EvidenceGrade | None = fields.choice(EvidenceGrade, help="Missing means none.")
    reason: str | None = fields.text(help="Why the question does not apply.")
    respondent: str | None = fields.reference(RegisterName.PARTICIPANTS)
    evidence_items: tuple[str, ...] | None = fields.references(RegisterName.EVIDENCE)
    note: str | None = fields.text()

    @property
    def key(self) -> str:
        """Question and respondent."""
        return answer_key(self.question, self.respondent)

    @property
    def caption(self) -> str:
        """The question's id."""
        return self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem(Entry):
    """Something that was seen."""

    noun: ClassVar[str] = "Evidence"

    title: str = fields.name(required=True)
    type: str | None = fields.name(help="Spreadsheet, policy, screen, export …")
    reference: str | None = fields.text(help="Where the client keeps it; never personal data.")
    file_name: str | None = fields.file_name()
    seen_on: date | None = fields.day()

    @property
    def caption(self) -> str:
        """The title."""
        return self.title
