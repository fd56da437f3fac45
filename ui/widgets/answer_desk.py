"""Where answers become edits: what was pressed for a question, made from the review shown last."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from app.answering import (
    Answering,
    Speaker,
    confirmation,
    next_grade,
    option_of_key,
    respondent_now,
    value_of_key,
)
from app.dissent import views_of
from app.edits import Edit, set_field, set_fields
from app.errors import ReviewError
from app.register_questions import REGISTER_QUESTIONS
from app.settling import agreed_answer, can_settle, reopening, settlement
from models.pack import Question
from models.snapshot import Snapshot
from models.values import AnswerState, EvidenceGrade, Value, YesPartlyNo


class AnswerDesk(QObject):
    """Knows the review, the question in view and who speaks; `edit_made` carries what was said as an edit.

    `refused` carries why something cannot be said so, and what to do; `settling_changed` tells that the next
    answer is one that the room agrees on, or no longer. `file_given` carries the path of a file to keep as
    evidence, or None to ask for one, and the Answering that it stands behind.
    """

    edit_made = Signal(object)
    refused = Signal(str, str)
    settling_changed = Signal()
    file_given = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._question: Question | None = None
        self._speaker: Speaker | None = None
        self._can_edit = False
        self._is_settling = False

    @property
    def is_settling(self) -> bool:
        """Whether the next answer is one that the room agrees on."""
        return self._is_settling

    @property
    def can_edit(self) -> bool:
        """Whether answers can be given."""
        return self._can_edit

    def show_question(self, snapshot: Snapshot, question: Question, *, can_edit: bool) -> None:
        """From now on, this question of this state of the review is answered."""
        is_other = self._question is None or self._question.id != question.id
        self._snapshot = snapshot
        self._question = question
        self._can_edit = can_edit
        if is_other or not can_settle(snapshot, question):
            self._is_settling = False

    def let_speak(self, respondent: str | None) -> None:
        """From now on, this person gives the answers."""
        self._speaker = Speaker(respondent)

    def respondent(self, question_id: str) -> str | None:
        """Whose answer to a question is given by what is pressed now; None for the room."""
        assert self._snapshot is not None  # noqa: S101  (nothing can be pressed before a review is shown)
        return respondent_now(self._snapshot, question_id, self._speaker)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that is an answer; False if it is none."""
        if self._question is None or event.isAutoRepeat():
            return False
        value = value_of_key(self._question, event.text())
        if value is not None:
            self.say(value)
            return True
        option = option_of_key(self._question, event.text())
        if option is not None:
            self.toggle(option)
        return option is not None

    def say(self, value: Value) -> None:
        """Answer the question in view; where the room is agreeing, this is what it agrees on."""
        if not self._is_settling:
            self._tell(self.here.value(value))
            return
        here = self.here
        self._is_settling = False
        self._speaker = None
        self._tell(settlement(here.snapshot, here.question, value))

    def settle(self) -> None:
        """Ask what the room agrees on; where it has agreed, open the disagreement again."""
        here = self.here
        if not self._can_edit:
            return
        if agreed_answer(here.snapshot, here.question.id) is not None:
            self._speaker = None
            self._tell(reopening(here.snapshot, here.question.id))
        elif can_settle(here.snapshot, here.question):
            self._is_settling = True
            self.settling_changed.emit()

    def stop_settling(self) -> None:
        """Leave the disagreement open."""
        if self._is_settling:
            self._is_settling = False
            self.settling_changed.emit()

    def toggle(self, option: str) -> None:
        """Choose an option of the question in view, or no longer."""
        self._tell(self.here.toggled(option))

    def say_unknown(self) -> None:
        """Nobody knows; a register says so in its fields."""
        here = self.here
        if not here.question.is_register_driven:
            self._tell(here.unknown())

    def say_not_applicable(self, reason: str) -> bool:
        """The question does not apply; False where the reason is missing."""
        try:
            self._tell(self.here.not_applicable(reason))
        except ReviewError:
            return False
        return True

    def clear(self) -> None:
        """Take the answer back; what the room agreed on is open again."""
        here = self.here
        is_agreed = here.answer is not None and bool(views_of(here.answer))
        self._tell(reopening(here.snapshot, here.question.id) if is_agreed else here.cleared())

    def confirm(self) -> None:
        """What was carried forward still holds."""
        if self._snapshot is not None and self._question is not None:
            self._tell(confirmation(self._snapshot, self._question.id))

    def grade(self, grade: EvidenceGrade) -> None:
        """Say how far the answer was backed up."""
        self._tell(self.here.graded(grade))

    def grade_next(self) -> None:
        """The next grade of evidence."""
        here = self.here
        self.grade(next_grade(here.answer.evidence if here.answer else None))

    def link(self, evidence_id: str) -> None:
        """Evidence of the register stands behind the answer."""
        self._tell(self.here.with_evidence(evidence_id))

    def give_file(self, path: object) -> None:
        """A file stands behind the answer."""
        if self._can_edit:
            self.file_given.emit(path, self.here)

    def name(self, title: str) -> None:
        """New evidence stands behind the answer."""
        self._tell(self.here.with_new_evidence(title))

    def unlink(self, evidence_id: str) -> None:
        """This evidence does not stand behind the answer."""
        self._tell(self.here.without_evidence(evidence_id))

    def note(self, text: str) -> None:
        """Note something beside the answer."""
        self._tell(self.here.noted(text))

    def hand_over(self, respondent: str | None) -> None:
        """What `respondent` is recorded to have said was said by the person speaking."""
        here = self.here
        try:
            self._tell(Answering(here.snapshot, here.question, respondent).given_to(here.respondent))
        except ReviewError as error:
            self.refused.emit(error.title, error.advice)

    def set_fields(self, keys: list[str], path: str, value: object) -> None:
        """Answer a register-driven question for some entries of its register."""
        here = self.here
        register = REGISTER_QUESTIONS[here.question.id].register
        if len(keys) == 1:
            self._tell(set_field(here.snapshot, register, keys[0], path, value))
        elif keys:
            self._tell(set_fields(here.snapshot, register, keys, path, value))

    def answer_in_list(self, question_id: str, value: object) -> None:
        """Answer any question: a value, "we don't know", or None to take the answer back."""
        there = self._at(question_id)
        if value is None:
            self._tell(there.cleared())
        elif value is AnswerState.UNKNOWN:
            self._tell(there.unknown())
        elif isinstance(value, int | str):
            self._tell(there.value(_value(value)))

    def grade_in_list(self, question_id: str, grade: EvidenceGrade) -> None:
        """Say how far any answer was backed up."""
        self._tell(self._at(question_id).graded(grade))

    def note_in_list(self, question_id: str, text: str) -> None:
        """Note something beside any question."""
        self._tell(self._at(question_id).noted(text))

    @property
    def here(self) -> Answering:
        """The person speaking, answering the question in view."""
        assert self._question is not None  # noqa: S101  (nothing can be pressed before a review is shown)
        return self._at(self._question.id)

    def _at(self, question_id: str) -> Answering:
        assert self._snapshot is not None  # noqa: S101  (nothing can be pressed before a review is shown)
        question = self._snapshot.pack.question(question_id)
        return Answering(self._snapshot, question, self.respondent(question_id))

    def _tell(self, edit: Edit | None) -> None:
        if edit is not None and self._can_edit:
            self.edit_made.emit(edit)


def _value(chosen: int | str) -> Value:
    return chosen if isinstance(chosen, int) else YesPartlyNo(chosen)
