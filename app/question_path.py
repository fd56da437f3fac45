"""The way through the questions: which are shown, which comes next, and which one somebody means."""

from collections.abc import Sequence

from app.progress import question_state, questions_in_play
from models.pack import Question, QuestionPack
from models.snapshot import Snapshot
from models.values import AnswerState


def questions_shown(snapshot: Snapshot, section_id: str, *, outside_mode: bool) -> tuple[Question, ...]:
    """The questions of a section that are shown: those in play, or every one of the pack."""
    if outside_mode:
        return snapshot.pack.questions_of(section_id)
    return questions_in_play(snapshot, section_id)


def first_open(snapshot: Snapshot, questions: Sequence[Question]) -> Question:
    """The first question that was not asked yet, else the first one; where a section is taken up."""
    for question in questions:
        if question_state(snapshot, question) is AnswerState.NOT_ASKED:
            return question
    return questions[0]


def neighbour(snapshot: Snapshot, question_id: str, step: int, *, outside_mode: bool) -> Question | None:
    """The question one step on (1) or back (-1), over the borders of sections; None at either end.

    Works from a question that is not shown itself, too.
    """
    order = {question.id: place for place, question in enumerate(snapshot.pack.questions)}
    here = order[question_id]
    shown = [
        question
        for section in snapshot.pack.sections
        for question in questions_shown(snapshot, section.id, outside_mode=outside_mode)
    ]
    if step > 0:
        return next((question for question in shown if order[question.id] > here), None)
    return next((question for question in reversed(shown) if order[question.id] < here), None)


def questions_meant(pack: QuestionPack, text: str) -> tuple[Question, ...]:
    """The questions that a few letters mean: an id ("acc3", "ACC-03"), or words of the text.

    Those whose id begins so come first.
    """
    sought = text.strip().casefold()
    if not sought:
        return pack.questions
    by_id = [question for question in pack.questions if _id_begins(question.id, sought)]
    parts = sought.split()
    by_words = [
        question
        for question in pack.questions
        if question not in by_id and all(part in question.text.casefold() for part in parts)
    ]
    return (*by_id, *by_words)


def _id_begins(question_id: str, sought: str) -> bool:
    section, _dash, number = question_id.casefold().partition("-")
    compact = sought.replace("-", "").replace(" ", "")
    return (section + number).startswith(compact) or (section + number.lstrip("0")) == compact
