"""Every number of pages 2 to 11, with what was counted to get it, in the order of the pages."""

from collections.abc import Iterator

from app.assessment.scope import Review
from app.i18n import _
from app.reporting.content.number import Number
from app.reporting.content.numbers_of_registers import numbers_of_registers
from app.reporting.content.numbers_of_risks import numbers_of_risks
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import AnswerState, Unknown


def numbers(snapshot: Snapshot, review: Review, assessment: Assessment) -> dict[str, Number]:
    """The numbers by key; `review` is the assessed part of the snapshot."""
    found = (
        *numbers_of_risks(snapshot, review, assessment),
        *_numbers_of_answers(snapshot, review),
        *_numbers_people_named(snapshot, review),
        *numbers_of_registers(snapshot, review, assessment),
    )
    return {number.key: number for number in sorted(found, key=lambda number: number.pages)}


def _numbers_of_answers(snapshot: Snapshot, review: Review) -> Iterator[Number]:
    asked = {
        question.id: review.answers.effective[question.id].state
        for question in snapshot.pack.answered_questions
        if review.answers.effective[question.id].state is not AnswerState.OUT_OF_MODE
    }
    done = (AnswerState.VALUE, AnswerState.NOT_APPLICABLE)
    yield Number("questions", (2,), _("Questions that people answer, in this mode"), tuple(asked))
    yield Number(
        "answered",
        (2,),
        _("Questions with an answer, or not applicable"),
        tuple(key for key, state in asked.items() if state in done),
    )
    yield Number(
        "open-questions",
        (2,),
        _("Questions that nobody could answer or nobody asked"),
        tuple(key for key, state in asked.items() if state not in done),
    )
    people = {question.id for question in snapshot.pack.answered_questions}
    everything = [question.id for question in snapshot.pack.questions]
    yield Number("pack", (2,), _("Questions of the pack"), tuple(everything))
    yield Number(
        "register-questions",
        (2,),
        _("Questions of the pack that the registers answer"),
        tuple(key for key in everything if key not in people),
    )
    yield Number(
        "unproven",
        (2,),
        _("Questions with an answer for which nobody has shown evidence"),
        tuple(sorted(review.answers.unproven)),
    )


def _numbers_people_named(snapshot: Snapshot, review: Review) -> Iterator[Number]:
    leaders, team = snapshot.engagement.tools_named_by_leaders, snapshot.engagement.tools_named_by_team
    yield Number(
        "leaders",
        (2, 3, 5),
        _("Tools that leaders named when asked; recorded with the engagement in appendix A"),
        given=_known(leaders),
    )
    yield Number(
        "team",
        (2, 3, 5),
        _("Tools that the team named when asked; recorded with the engagement in appendix A"),
        given=_known(team),
    )
    yield Number(
        "gap",
        (5,),
        _("Tools that the team named, {team}, less those that leaders named, {leaders}").format(
            team=_known(team), leaders=_known(leaders)
        ),
        given=max(0, _known(team) - _known(leaders)),
    )


def _known(value: int | Unknown | None) -> int:
    return value if isinstance(value, int) else 0
