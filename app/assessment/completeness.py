"""Counts how far the questions are answered (risk model rm-1, 10.4)."""

from app.assessment.scope import Review
from models.scores import Completeness
from models.values import AnswerState


def completeness(review: Review) -> Completeness:
    """Counts by effective state over the questions that people answer; register questions do not count."""
    effective = review.answers.effective
    questions = review.snapshot.pack.answered_questions
    states = [effective[question.id].state for question in questions]
    not_asked = states.count(AnswerState.NOT_ASKED)
    return Completeness(
        questions=len(questions),
        answered=states.count(AnswerState.VALUE),
        unknown=states.count(AnswerState.UNKNOWN),
        not_asked=not_asked,
        not_applicable=states.count(AnswerState.NOT_APPLICABLE),
        out_of_mode=states.count(AnswerState.OUT_OF_MODE),
        incomplete=not_asked > 0,
        disagreements=tuple(sorted(key for key, answer in effective.items() if answer.is_disputed)),
    )
