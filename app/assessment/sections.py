"""Scores the seven sections (risk model rm-1, 10.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.assessment.entity_scores import EntityScore, entity_scores
from app.assessment.scope import Review
from models.pack import Question
from models.scores import SectionScore
from models.values import EvidenceGrade

# Below each mean, its word.
WORDS = (
    (Fraction(1), "Absent"),
    (Fraction(2), "Ad hoc"),
    (Fraction(3), "Partial"),
    (Fraction(18, 5), "Managed"),
)
BEST_WORD = "Assured"
NOT_EXAMINED = "Not examined"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionScore:
    """How one question counts: its mean score 0-4, and how many of its scores are unknown."""

    question: str
    mean: Fraction
    slots: int
    unknown: int
    is_answered: bool
    is_unproven: bool


def question_scores(review: Review) -> dict[str, QuestionScore]:
    """The scored questions of the pack that are not left out, in pack order."""
    scores = (_question_score(review, question) for question in review.snapshot.pack.scored_questions)
    return {score.question: score for score in scores if score is not None}


def _question_score(review: Review, question: Question) -> QuestionScore | None:
    answer = review.answers.effective[question.id]
    score = answer.score
    if score is None:
        return None
    if question.is_register_driven:
        return _register_score(question, entity_scores(review, question.id))
    return QuestionScore(
        question=question.id,
        mean=Fraction(score.headline),
        slots=1,
        unknown=int(score.unknown),
        is_answered=True,
        is_unproven=answer.evidence is EvidenceGrade.NONE,
    )


def _register_score(question: Question, scores: Sequence[EntityScore]) -> QuestionScore | None:
    if not scores:
        return None
    return QuestionScore(
        question=question.id,
        mean=Fraction(sum(score or 0 for score in scores), len(scores)),
        slots=len(scores),
        unknown=sum(score is None for score in scores),
        is_answered=False,
        is_unproven=False,
    )


def section_scores(review: Review, scores: dict[str, QuestionScore]) -> dict[str, SectionScore]:
    """The score of every section, in pack order."""
    pack = review.snapshot.pack
    return {section.id: _section_score(pack.questions_of(section.id), scores) for section in pack.sections}


def _section_score(questions: Iterable[Question], scores: dict[str, QuestionScore]) -> SectionScore:
    asked = [question for question in questions if question.is_scored]
    counted = [scores[question.id] for question in asked if question.id in scores]
    mean = sum((score.mean for score in counted), Fraction(0)) / len(counted) if counted else None
    return SectionScore(
        mean=mean,
        word=section_word(mean),
        unknown=sum(score.unknown for score in counted),
        slots=sum(score.slots for score in counted),
        unevidenced=sum(score.is_unproven for score in counted),
        global_=sum(score.is_answered for score in counted),
        scored_questions=len(counted),
        total_questions=len(asked),
    )


def section_word(mean: Fraction | None) -> str:
    """The word for a section's mean score 0-4."""
    if mean is None:
        return NOT_EXAMINED
    return next((word for below, word in WORDS if mean < below), BEST_WORD)
