"""Finds the effective answer of each question, and its score (risk model rm-1, 2.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.assessment.control_scores import NOBODY_KNOWS, Score, counted_score, known_score
from models.pack import Question, QuestionKind
from models.risk import ControlRole, ControlScore
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, Mode, Value, YesPartlyNo

EVIDENCE_CAP = 2
POINTS = {YesPartlyNo.YES: 4, YesPartlyNo.PARTLY: 2, YesPartlyNo.NO: 0}

_EVIDENCE_RISING = (EvidenceGrade.NONE, EvidenceGrade.DOCUMENT, EvidenceGrade.DEMONSTRATED)
_STATES_WITHOUT_VALUE = (
    AnswerState.UNKNOWN,
    AnswerState.NOT_ASKED,
    AnswerState.NOT_APPLICABLE,
    AnswerState.OUT_OF_MODE,
)
_SCORED_KINDS = (QuestionKind.MATURITY, QuestionKind.YES_PARTLY_NO)


@dataclass(frozen=True, slots=True)
class EffectiveAnswer:
    """What counts for a question when all its respondents are taken together.

    `points` are 0 to 4, None unless a maturity or yes/partly/no question has a value. `is_disputed` says
    that respondents gave different values; the lowest counts.
    """

    state: AnswerState
    evidence: EvidenceGrade
    points: int | None = None
    is_disputed: bool = False

    @property
    def is_left_out(self) -> bool:
        """Whether the question counts nowhere."""
        return self.state in (AnswerState.NOT_APPLICABLE, AnswerState.OUT_OF_MODE)

    @property
    def score(self) -> Score | None:
        """The score as a control; None if it is left out. Without evidence at most 2 counts."""
        if self.is_left_out:
            return None
        if self.points is None:
            return NOBODY_KNOWS
        if self.evidence is EvidenceGrade.NONE and self.points > EVIDENCE_CAP:
            return Score(EVIDENCE_CAP, self.points, capped=True)
        return known_score(self.points)


def points_of(value: Value | None) -> int | None:
    """0 to 4 for a level or for yes, partly and no; None for anything else."""
    if isinstance(value, int):
        return value
    return POINTS[value] if isinstance(value, YesPartlyNo) else None


def effective_answer(question: Question, answers: Sequence[Answer], mode: Mode) -> EffectiveAnswer:
    """The effective answer of a question from all its entries; an entry prevails over the mode."""
    if not answers:
        left_out = mode is Mode.EXPRESS and not question.express
        state = AnswerState.OUT_OF_MODE if left_out else AnswerState.NOT_ASKED
        return EffectiveAnswer(state, EvidenceGrade.NONE)
    given = [answer for answer in answers if answer.state is AnswerState.VALUE]
    if not given:
        states = {answer.state for answer in answers}
        state = next(state for state in _STATES_WITHOUT_VALUE if state in states)
        return EffectiveAnswer(state, strongest(answers))
    evidence = strongest(given)
    if question.kind not in _SCORED_KINDS:
        return EffectiveAnswer(AnswerState.VALUE, evidence)
    points = {points for answer in given if (points := points_of(answer.value)) is not None}
    return EffectiveAnswer(AnswerState.VALUE, evidence, min(points, default=None), len(points) > 1)


def strongest(answers: Sequence[Answer]) -> EvidenceGrade:
    """The best that was seen for any of several answers."""
    grades = [_EVIDENCE_RISING.index(answer.evidence or EvidenceGrade.NONE) for answer in answers]
    return _EVIDENCE_RISING[max(grades)]


@dataclass(frozen=True)
class Answers:
    """The effective answers and scores of all questions of a snapshot, worked out once."""

    snapshot: Snapshot

    @cached_property
    def effective(self) -> dict[str, EffectiveAnswer]:
        """The effective answer of every question of the pack, in pack order."""
        entries = self.snapshot.answers_by_question
        mode = self.snapshot.mode
        return {
            question.id: effective_answer(question, entries.get(question.id, ()), mode)
            for question in self.snapshot.pack.questions
        }

    @cached_property
    def scores(self) -> dict[str, Score | None]:
        """The score of every question as a control; None where it is left out."""
        return {question: answer.score for question, answer in self.effective.items()}

    @cached_property
    def _controls(self) -> dict[tuple[str, ControlRole, int], ControlScore | None]:
        """Controls already counted: hundreds of risks count the same question with the same weight."""
        return {}

    def control(self, question: str, role: ControlRole, weight: int) -> ControlScore | None:
        """A question as it counts in a risk; None if it is left out."""
        key = (question, role, weight)
        if key not in self._controls:
            score = self.scores[question]
            self._controls[key] = None if score is None else counted_score(question, role, weight, score)
        return self._controls[key]

    @cached_property
    def unproven(self) -> frozenset[str]:
        """The questions that have a value but no evidence."""
        return frozenset(
            question
            for question, answer in self.effective.items()
            if answer.state is AnswerState.VALUE and answer.evidence is EvidenceGrade.NONE
        )

    def is_out_of_mode(self, control: str) -> bool:
        """Whether a control is a question left out of this review."""
        answer = self.effective.get(control)
        return answer is not None and answer.state is AnswerState.OUT_OF_MODE
