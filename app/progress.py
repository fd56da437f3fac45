"""How far a review has come: questions answered, not known and still to ask, per section and in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.assessment import Review
from app.carried import is_to_confirm
from app.register_columns import value_at
from app.register_questions import REGISTER_QUESTIONS, entries_in
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import AnswerState


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """Questions in mode of one section: how many have an answer, are not known, or do not apply.

    `to_confirm` have an answer that was carried forward from an earlier review. They are still to ask.
    """

    section: str
    total: int
    answered: int
    unknown: int
    to_confirm: int = 0

    @property
    def left(self) -> int:
        """Questions still to ask, those to confirm included."""
        return self.total - self.answered - self.unknown

    @property
    def share(self) -> float:
        """Part of the questions that has been asked, 0 to 1."""
        return (self.answered + self.unknown) / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of all sections, in the pack's order."""

    sections: tuple[SectionProgress, ...]

    @property
    def total(self) -> int:
        """Questions in mode."""
        return sum(section.total for section in self.sections)

    @property
    def answered(self) -> int:
        """Questions with an answer, not applicable ones included."""
        return sum(section.answered for section in self.sections)

    @property
    def unknown(self) -> int:
        """Questions that nobody could answer."""
        return sum(section.unknown for section in self.sections)

    def section(self, section_id: str) -> SectionProgress:
        """One section's progress."""
        return next(section for section in self.sections if section.section == section_id)


def questions_in_play(snapshot: Snapshot, section_id: str) -> tuple[Question, ...]:
    """The questions of a section that this review asks: those in mode, and any that was answered anyway."""
    in_mode = {question.id for question in snapshot.pack.in_mode(snapshot.mode)}
    return tuple(
        question
        for question in snapshot.pack.questions_of(section_id)
        if question.id in in_mode or question.id in snapshot.answers_by_question
    )


def progress(snapshot: Snapshot) -> Progress:
    """Progress of a review; a register-driven question is answered once every entry states its fact."""
    review = Review(snapshot)
    return Progress(tuple(_section(review, section.id) for section in snapshot.pack.sections))


def states_of(snapshot: Snapshot, questions: Sequence[Question]) -> tuple[AnswerState, ...]:
    """Where several questions stand, in their order."""
    review = Review(snapshot)
    return tuple(_state(review, question) for question in questions)


def question_state(snapshot: Snapshot, question: Question) -> AnswerState:
    """Where a question stands: the best known of its answers, or of its register."""
    return _state(Review(snapshot), question)


def _section(review: Review, section_id: str) -> SectionProgress:
    questions = questions_in_play(review.snapshot, section_id)
    states = [_state(review, question) for question in questions if not _is_to_confirm(review, question)]
    unknown = states.count(AnswerState.UNKNOWN)
    left = states.count(AnswerState.NOT_ASKED)
    return SectionProgress(
        section_id,
        total=len(questions),
        answered=len(states) - unknown - left,
        unknown=unknown,
        to_confirm=len(questions) - len(states),
    )


def _is_to_confirm(review: Review, question: Question) -> bool:
    return any(map(is_to_confirm, review.snapshot.answers_by_question.get(question.id, ())))


def _state(review: Review, question: Question) -> AnswerState:
    states = {answer.state for answer in review.snapshot.answers_by_question.get(question.id, ())}
    for state in (
        AnswerState.VALUE,
        AnswerState.UNKNOWN,
        AnswerState.NOT_APPLICABLE,
        AnswerState.OUT_OF_MODE,
    ):
        if state in states and not (question.kind is QuestionKind.REGISTER and state is AnswerState.VALUE):
            return state
    if question.kind is QuestionKind.REGISTER:
        return _register_state(review, question)
    return AnswerState.NOT_ASKED


def _register_state(review: Review, question: Question) -> AnswerState:
    asked = REGISTER_QUESTIONS[question.id]
    facts = [value_at(entry, path) for entry in entries_in(review, question.id) for path in asked.fields]
    if not facts or None in facts:
        return AnswerState.NOT_ASKED
    return AnswerState.UNKNOWN if "unknown" in facts else AnswerState.VALUE
