"""How the room settles a disagreement: the agreed value scores, and every view stays as it was said."""

from app.answering import Answering
from app.assessment.answers import strongest
from app.dissent import views_of, with_views
from app.edits import Edit, batch, put, remove
from app.i18n import _
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, RegisterName, Value

_AT_LEAST = 2
_BY_ONE_KEY = frozenset({QuestionKind.MATURITY, QuestionKind.YES_PARTLY_NO})


def agreed_answer(snapshot: Snapshot, question_id: str) -> Answer | None:
    """The answer that the room has agreed on after it was answered differently; None if there is none."""
    answers = snapshot.answers_by_question.get(question_id, ())
    return next((answer for answer in answers if views_of(answer)), None)


def settled_questions(snapshot: Snapshot) -> tuple[str, ...]:
    """The questions on which people differed and the room has agreed, in the order of the pack."""
    settled = {answer.question for answer in snapshot.answers.values() if views_of(answer)}
    return tuple(question.id for question in snapshot.pack.questions if question.id in settled)


def can_settle(snapshot: Snapshot, question: Question) -> bool:
    """Whether there are several answers to a question, and one value could take their place."""
    answers = snapshot.answers_by_question.get(question.id, ())
    return question.kind in _BY_ONE_KEY and len(answers) >= _AT_LEAST


def settlement(snapshot: Snapshot, question: Question, value: Value) -> Edit:
    """The room agrees on a value: its answer alone scores, and every other view is kept behind it.

    What was seen for any of the views stands behind the agreed answer too, as it did before.
    """
    answers = snapshot.answers_by_question.get(question.id, ())
    room = Answering(snapshot, question).answer
    agreed = Answer(
        question=question.id,
        state=AnswerState.VALUE,
        value=value,
        evidence=_evidence(answers),
        evidence_items=_items(answers),
        note=room.note if room else None,
    )
    label = _("Agree on {question}").format(question=question.id)
    others = [answer.key for answer in answers if answer.respondent is not None]
    edits = [remove(snapshot, RegisterName.ANSWERS, others)] if others else []
    return batch(label, [*edits, put(snapshot, RegisterName.ANSWERS, with_views(agreed, _views(answers)))])


def reopening(snapshot: Snapshot, question_id: str) -> Edit | None:
    """Every view counts as an answer again, and the agreement is gone; None if there was none."""
    agreed = agreed_answer(snapshot, question_id)
    if agreed is None:
        return None
    views = {view.key: view for view in views_of(agreed)}
    again = [view for key, view in views.items() if key == agreed.key or key not in snapshot.answers]
    if agreed.key not in views and agreed.note:
        blank = Answer(question=question_id, state=AnswerState.NOT_ASKED, respondent=agreed.respondent)
        again.append(blank.with_values(note=agreed.note))
    edits = [put(snapshot, RegisterName.ANSWERS, view) for view in again]
    if agreed.key not in {view.key for view in again}:
        edits.append(remove(snapshot, RegisterName.ANSWERS, [agreed.key]))
    return batch(_("Open the disagreement on {question} again").format(question=question_id), edits)


def _views(answers: tuple[Answer, ...]) -> list[Answer]:
    """Every view once: those of an earlier agreement, and the answers given since."""
    views: dict[str, Answer] = {}
    for answer in answers:
        for view in views_of(answer) or (answer,):
            views[view.key] = with_views(view, ())
    return list(views.values())


def _evidence(answers: tuple[Answer, ...]) -> EvidenceGrade | None:
    given = [answer for answer in answers if answer.state is AnswerState.VALUE]
    grade = strongest(given or answers)
    return None if grade is EvidenceGrade.NONE else grade


def _items(answers: tuple[Answer, ...]) -> tuple[str, ...] | None:
    items = dict.fromkeys(item for answer in answers for item in answer.evidence_items or ())
    return tuple(items) or None
