"""What is new, better, worse and gone between two assessments of one engagement. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.assessment import Assessment
from models.risk import Rating, Risk
from models.snapshot import Snapshot
from models.values import LISTS, Answer, RegisterName


class Movement(StrEnum):
    """What became of a risk."""

    NEW = "new"
    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RiskChange:
    """A risk before and after; `before` is None for a new one, `after` for one that is gone."""

    id: str
    movement: Movement
    before: Risk | None
    after: Risk | None


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """Keys of the entries of one register that came, went, or were changed."""

    register: RegisterName
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs. `risks` holds new, worse, better and gone ones, in priority order."""

    risks: tuple[RiskChange, ...]
    unchanged: int
    registers: tuple[RegisterChange, ...]
    questions: tuple[str, ...]

    def moved(self, movement: Movement) -> tuple[RiskChange, ...]:
        """The risks that moved in one way."""
        return tuple(change for change in self.risks if change.movement is movement)


def comparison(before: tuple[Snapshot, Assessment], after: tuple[Snapshot, Assessment]) -> Comparison:
    """What changed from one review to a later one."""
    changes = _risk_changes(before[1], after[1])
    return Comparison(
        risks=tuple(change for change in changes if change.movement is not Movement.SAME),
        unchanged=sum(change.movement is Movement.SAME for change in changes),
        registers=_register_changes(before[0], after[0]),
        questions=_changed_answers(before[0], after[0]),
    )


def movement(before: Rating, after: Rating) -> Movement:
    """Whether a risk got better: by its band first, then by likelihood and impact together."""
    old = (before.band.rank, before.likelihood + before.impact)
    new = (after.band.rank, after.likelihood + after.impact)
    if new == old:
        return Movement.SAME
    return Movement.WORSE if new > old else Movement.BETTER


def _risk_changes(before: Assessment, after: Assessment) -> list[RiskChange]:
    old = before.risks_by_id
    changes: list[RiskChange] = []
    for risk in after.risks:
        earlier = old.get(risk.id)
        what = Movement.NEW if earlier is None else movement(earlier.residual, risk.residual)
        changes.append(RiskChange(risk.id, what, earlier, risk))
    gone = [risk for risk in before.risks if risk.id not in after.risks_by_id]
    return changes + [RiskChange(risk.id, Movement.GONE, risk, None) for risk in gone]


def _register_changes(before: Snapshot, after: Snapshot) -> tuple[RegisterChange, ...]:
    found = (
        _difference(register, before.entries(register), after.entries(register))
        for register in LISTS
        if register is not RegisterName.ANSWERS
    )
    return tuple(change for change in found if change.added or change.removed or change.changed)


def _difference(
    register: RegisterName, old: Mapping[str, object], new: Mapping[str, object]
) -> RegisterChange:
    return RegisterChange(
        register,
        added=tuple(key for key in new if key not in old),
        removed=tuple(key for key in old if key not in new),
        changed=tuple(key for key in new if key in old and new[key] != old[key]),
    )


def _changed_answers(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """The questions whose answers differ in what counts: state, value or evidence."""
    return tuple(
        question.id
        for question in after.pack.questions
        if _substance(before, question.id) != _substance(after, question.id)
    )


def _substance(snapshot: Snapshot, question: str) -> set[tuple[object, ...]]:
    return {_counting(answer) for answer in snapshot.answers_by_question.get(question, ())}


def _counting(answer: Answer) -> tuple[object, ...]:
    return (answer.respondent, answer.state, answer.value, answer.evidence)
