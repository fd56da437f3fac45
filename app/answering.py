"""The edits with which a question is answered: values from keys, reasons, evidence, notes, who said it."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from app.carried import TO_CONFIRM, is_to_confirm
from app.edits import Edit, answer, batch, new_id, put, remove
from app.errors import ReviewError
from app.i18n import _
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import (
    Answer,
    AnswerState,
    EvidenceGrade,
    EvidenceItem,
    RegisterName,
    Value,
    YesPartlyNo,
    answer_key,
)

LEVEL_KEYS = "01234"
OPTION_KEYS = "1234567890-="
WORD_KEYS = {"Y": YesPartlyNo.YES, "P": YesPartlyNo.PARTLY, "N": YesPartlyNo.NO}
GRADES = (EvidenceGrade.NONE, EvidenceGrade.DOCUMENT, EvidenceGrade.DEMONSTRATED)


class ReasonNeededError(ReviewError):
    """A question was said not to apply, and not why."""

    title = "A reason is needed"
    advice = "Say in a few words why the question does not apply here."


class AlreadyAnsweredError(ReviewError):
    """An answer was to be given to somebody who has answered already."""

    title = "This person has answered already"
    advice = "Change that answer, or clear one of the two first."


def value_of_key(question: Question, key: str) -> Value | None:
    """The value that one key stands for: a level, or yes, partly or no; None for any other key.

    A key of a multi-choice question is an option to toggle, see `option_of_key`.
    """
    if question.kind is QuestionKind.MATURITY and len(key) == 1 and key in LEVEL_KEYS:
        return int(key)
    if question.kind is QuestionKind.YES_PARTLY_NO:
        return WORD_KEYS.get(key.upper())
    return None


def option_of_key(question: Question, key: str) -> str | None:
    """The option of a multi-choice question that one key toggles."""
    keys = zip(OPTION_KEYS, question.options, strict=False)
    return next((option.id for letter, option in keys if letter == key), None)


def next_grade(grade: EvidenceGrade | None) -> EvidenceGrade:
    """The grade after this one: none, document, demonstrated, and none again."""
    return GRADES[(GRADES.index(grade or EvidenceGrade.NONE) + 1) % len(GRADES)]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who was chosen to be speaking (None: the room), until somebody else is chosen."""

    respondent: str | None = None


def respondent_now(snapshot: Snapshot, question_id: str, chosen: Speaker | None) -> str | None:
    """Whose answer the keys give: whoever was chosen, else whoever has answered already, else the room.

    Nobody's answer is changed by the keys while another person was chosen to be speaking.
    """
    if chosen is not None and (chosen.respondent is None or chosen.respondent in snapshot.participants):
        return chosen.respondent
    answers = snapshot.answers_by_question.get(question_id, ())
    if not answers or any(given.respondent is None for given in answers):
        return None
    return answers[0].respondent


@dataclass(frozen=True, slots=True)
class Answering:
    """One respondent (None: the room) answering one question: each method is the edit that records it.

    None is given where nothing would change.
    """

    snapshot: Snapshot
    question: Question
    respondent: str | None = None

    @property
    def key(self) -> str:
        """The key of the answer."""
        return answer_key(self.question.id, self.respondent)

    @property
    def answer(self) -> Answer | None:
        """What was answered so far."""
        return self.snapshot.answers.get(self.key)

    def value(self, value: Value) -> Edit | None:
        """This value; what else stands with the answer (evidence, note) stays."""
        return self._said(AnswerState.VALUE, value=value)

    def toggled(self, option: str) -> Edit | None:
        """An option of a multi-choice question chosen, or no longer; with the last one the answer goes."""
        before = self.answer.value if self.answer else None
        chosen = set(before) if isinstance(before, tuple) else set()
        chosen ^= {option}
        if not chosen:
            return self.cleared()
        return self.value(tuple(item.id for item in self.question.options if item.id in chosen))

    def unknown(self) -> Edit | None:
        """Nobody knows."""
        return self._said(AnswerState.UNKNOWN)

    def not_applicable(self, reason: str) -> Edit | None:
        """The question does not apply. Raises ReasonNeededError for a blank reason."""
        if not reason.strip():
            raise ReasonNeededError
        return self._said(AnswerState.NOT_APPLICABLE, reason=reason)

    def cleared(self) -> Edit | None:
        """Not answered after all; a note and evidence items stay, and so does their place."""
        if self.answer is None:
            return None
        edit = self._said(AnswerState.NOT_ASKED, evidence=None)
        return replace(edit, label=self._named(_("Clear the answer to {question}"))) if edit else None

    def graded(self, grade: EvidenceGrade) -> Edit | None:
        """How far the answer was backed up."""
        if grade is ((self.answer and self.answer.evidence) or EvidenceGrade.NONE):
            return None
        after = self._present().with_values(evidence=grade)
        return self._edit(after, _("Say how far {question} was backed up"))

    def noted(self, text: str) -> Edit | None:
        """The note; typing on in it is one step of undo."""
        note = text if text.strip() else None
        edit = self._edit(self._present().with_values(note=note), _("Write a note on {question}"))
        return replace(edit, merge_key=f"{RegisterName.ANSWERS}/{self.key}/note") if edit else None

    def with_evidence(self, evidence_id: str) -> Edit | None:
        """An entry of the evidence register stands behind the answer."""
        items = self._present().evidence_items or ()
        if evidence_id in items:
            return None
        after = self._present().with_values(evidence_items=(*items, evidence_id))
        return self._edit(after, _("Link evidence to {question}"))

    def with_new_evidence(self, title: str) -> Edit | None:
        """Something that was seen just now: a new entry of the evidence register behind the answer."""
        if not title.strip():
            return None
        item = EvidenceItem(id=new_id(self.snapshot, RegisterName.EVIDENCE), title=title.strip())
        linked = self.with_evidence(item.id)
        assert linked is not None  # noqa: S101  (a new id is not among the answer's items)
        label = self._named(_("Add evidence to {question}"))
        return batch(label, [put(self.snapshot, RegisterName.EVIDENCE, item), linked])

    def without_evidence(self, evidence_id: str) -> Edit | None:
        """An entry of the evidence register no longer stands behind the answer."""
        items = tuple(item for item in self._present().evidence_items or () if item != evidence_id)
        after = self._present().with_values(evidence_items=items or None)
        return self._edit(after, _("Take evidence away from {question}"))

    def given_to(self, respondent: str | None) -> Edit | None:
        """It was somebody else who said this. Raises AlreadyAnsweredError if they have an answer."""
        if self.answer is None or respondent == self.respondent:
            return None
        moved = self.answer.with_values(respondent=respondent)
        if moved.key in self.snapshot.answers:
            raise AlreadyAnsweredError
        label = self._named(_("Say who answered {question}"))
        return batch(
            label,
            [
                remove(self.snapshot, RegisterName.ANSWERS, [self.key]),
                put(self.snapshot, RegisterName.ANSWERS, moved),
            ],
        )

    def _present(self) -> Answer:
        blank = Answer(question=self.question.id, state=AnswerState.NOT_ASKED, respondent=self.respondent)
        return self.answer or blank

    def _said(self, state: AnswerState, **values: object) -> Edit | None:
        """A new statement: it replaces value and reason, and confirms what was carried forward."""
        said = self._present().with_values(**{"state": state, "value": None, "reason": None, **values})
        return self._edit(_confirmed(said))

    def _edit(self, after: Answer, words: str = "") -> Edit | None:
        """The edit, called by these words of what was done; else it answers the question."""
        if after == self.answer:
            return None
        if not _says_something(after):
            return self._removal(words) if self.answer else None
        edit = answer(self.snapshot, after)
        return replace(edit, label=self._named(words)) if words else edit

    def _removal(self, words: str) -> Edit:
        label = self._named(words or _("Clear the answer to {question}"))
        return replace(remove(self.snapshot, RegisterName.ANSWERS, [self.key]), label=label)

    def _named(self, words: str) -> str:
        return words.format(question=self.question.id)


def confirmation(snapshot: Snapshot, question_id: str) -> Edit | None:
    """Every answer to a question that was carried forward, confirmed; None if there is none."""
    edits = [
        put(snapshot, RegisterName.ANSWERS, _confirmed(carried))
        for carried in snapshot.answers_by_question.get(question_id, ())
        if is_to_confirm(carried)
    ]
    return batch(_("Confirm {question}").format(question=question_id), edits) if edits else None


def _confirmed(carried: Answer) -> Answer:
    extras = {name: value for name, value in carried.extras.items() if name != TO_CONFIRM}
    return (
        carried if len(extras) == len(carried.extras) else replace(carried, extras=MappingProxyType(extras))
    )


def _says_something(given: Answer) -> bool:
    return bool(
        given.state is not AnswerState.NOT_ASKED
        or given.note
        or given.evidence_items
        or given.extras
        or (given.evidence or EvidenceGrade.NONE) is not EvidenceGrade.NONE
    )
