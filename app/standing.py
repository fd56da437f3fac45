"""Where a question stands: who said what, what of it counts, and whether that is weak."""

from dataclasses import dataclass

from app.assessment.answers import EffectiveAnswer, effective_answer, points_of
from app.carried import is_to_confirm
from app.dissent import views_of
from app.i18n import _, ngettext
from app.progress import question_state
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, YesPartlyNo, words

WEAK_UP_TO = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A question with its answers; `effective` is what the risk model makes of them."""

    question: Question
    answers: tuple[Answer, ...]
    effective: EffectiveAnswer
    state: AnswerState

    @property
    def given(self) -> tuple[Answer, ...]:
        """The answers that have a value."""
        return tuple(answer for answer in self.answers if answer.state is AnswerState.VALUE)

    @property
    def counting(self) -> tuple[Answer, ...]:
        """The answers with the value that counts: the lowest."""
        return tuple(answer for answer in self.given if points_of(answer.value) == self.effective.points)

    @property
    def highest(self) -> Answer | None:
        """An answer with the highest value, for the spread."""
        return max(self.given, key=lambda answer: points_of(answer.value) or 0, default=None)

    @property
    def views(self) -> tuple[Answer, ...]:
        """What was said before the room agreed; nothing where it had nothing to agree on."""
        return tuple(view for answer in self.answers for view in views_of(answer))

    @property
    def is_settled(self) -> bool:
        """Whether people differed, and the room has agreed since."""
        return len(self.answers) == 1 and bool(self.views)

    @property
    def is_weak(self) -> bool:
        """Whether to ask on: level 0 or 1, no, or nobody knows."""
        points = self.effective.points
        return self.state is AnswerState.UNKNOWN or (points is not None and points <= WEAK_UP_TO)

    @property
    def is_capped(self) -> bool:
        """Whether evidence would make it count for more."""
        score = self.effective.score
        return score is not None and score.capped

    @property
    def is_to_confirm(self) -> bool:
        """Whether an answer was carried forward and not confirmed yet."""
        return any(is_to_confirm(answer) for answer in self.answers)


def standing(snapshot: Snapshot, question: Question) -> Standing:
    """Where a question of a review stands."""
    answers = snapshot.answers_by_question.get(question.id, ())
    effective = effective_answer(question, answers, snapshot.mode)
    return Standing(question, answers, effective, question_state(snapshot, question))


def answer_words(question: Question, answer: Answer | None) -> str:
    """An answer in a word or two: "Level 3", "Partly", "4 chosen", "We don't know"."""
    if answer is None:
        return _(words(AnswerState.NOT_ASKED))
    value = answer.value
    if answer.state is not AnswerState.VALUE or question.kind is QuestionKind.REGISTER:
        return _(words(answer.state))
    if isinstance(value, tuple):
        return ngettext("{n} chosen", "{n} chosen", len(value)).format(n=len(value))
    if isinstance(value, YesPartlyNo):
        return _(words(value))
    return _("Level {n}").format(n=value)


def respondent_words(snapshot: Snapshot, respondent: str | None) -> str:
    """Who answered, by name: a participant, or the room."""
    if respondent is None:
        return _("The room")
    person = snapshot.participants.get(respondent)
    return person.name if person else respondent
