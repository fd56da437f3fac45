"""What if: changes that are only supposed, over a snapshot that stays as it is; nothing is recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.assessment import assessed_risks
from app.assessment.answers import effective_answer
from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.edits import Edit, answer, batch, set_field
from app.i18n import _
from app.integrity import entry_faults
from app.register_columns import value_at
from models.changed import changed
from models.pack import Question, QuestionKind
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, Value, YesPartlyNo

WORD_OF_POINTS = {4: YesPartlyNo.YES, 2: YesPartlyNo.PARTLY, 0: YesPartlyNo.NO}


@dataclass(frozen=True, slots=True)
class Supposed:
    """A value that a place is supposed to have.

    At a question `value` is a level or yes, partly or no (None: nobody knows), and `evidence` its grade; it
    stands for the answers of all respondents together.
    """

    place: Place
    value: object
    evidence: EvidenceGrade | None = None


@dataclass(frozen=True)
class Sandbox:
    """A snapshot and what is supposed over it, at most one value for a place. The snapshot never changes."""

    snapshot: Snapshot
    supposed: tuple[Supposed, ...] = ()

    @cached_property
    def edit(self) -> Edit:
        """The edit that would make it all true, each change resting on the one before."""
        edits: list[Edit] = []
        now = self.snapshot
        for each in self.supposed:
            edits.append(_edit(now, each))
            now = changed(now, edits[-1].changes)
        return batch(_("What if"), edits)

    @cached_property
    def result(self) -> Snapshot:
        """The snapshot as it would be."""
        return changed(self.snapshot, self.edit.changes)

    def at(self, place: Place) -> Supposed | None:
        """What is supposed at a place."""
        return next((each for each in self.supposed if each.place == place), None)

    def supposing(self, *values: Supposed) -> "Sandbox":
        """With these in the place of what was supposed there; what is recorded anyway is no supposition."""
        changed = {each.place: each for each in self.supposed}
        for value in values:
            changed.pop(value.place, None)
            if value != recorded(self.snapshot, value.place):
                changed[value.place] = value
        return Sandbox(self.snapshot, tuple(changed.values()))

    def without(self, place: Place) -> "Sandbox":
        """Without what is supposed at one place."""
        return Sandbox(self.snapshot, tuple(each for each in self.supposed if each.place != place))

    def over(self, snapshot: Snapshot) -> "Sandbox":
        """The same over another snapshot; what has come true, or lost its entry, is no longer supposed."""
        still = [each for each in self.supposed if _exists(snapshot, each.place)]
        moved = Sandbox(snapshot).supposing(*still)
        return Sandbox(snapshot, tuple(each for each in moved.supposed if fits(snapshot, each)))


@dataclass(frozen=True, slots=True)
class Moved:
    """A risk before and after what is supposed; None where there is no such risk."""

    before: Risk | None
    after: Risk | None

    @property
    def risk(self) -> Risk:
        """The risk, as it is or as it would be."""
        found = self.before or self.after
        assert found is not None  # noqa: S101  (a risk that is nowhere has not moved)
        return found

    @property
    def steps(self) -> int:
        """How many bands it rises; below 0 it falls. A risk that is not there counts as Low."""
        return _rank(self.after) - _rank(self.before)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The risks as they would be, by id, and those that would move."""

    risks: Mapping[str, Risk]
    moved: tuple[Moved, ...]


def outcome(sandbox: Sandbox, before: Iterable[Risk]) -> Outcome:
    """What a sandbox comes to; `before` are the risks of its snapshot."""
    after = assessed_risks(sandbox.result)
    return Outcome({risk.id: risk for risk in after}, moved_risks(before, after))


def moved_risks(before: Iterable[Risk], after: Iterable[Risk]) -> tuple[Moved, ...]:
    """The risks whose band moves, or that come or go, in the priority order of before; new ones last."""
    then, now = ({risk.id: risk for risk in risks} for risks in (before, after))
    pairs = (Moved(then.get(key), now.get(key)) for key in {**then, **now})
    return tuple(pair for pair in pairs if _band(pair.before) != _band(pair.after))


def recorded(snapshot: Snapshot, place: Place) -> Supposed:
    """What stands at a place now, as if it were supposed. KeyError for an entry that is not there."""
    if isinstance(place, QuestionPlace):
        question = snapshot.pack.question(place.question)
        given = snapshot.answers_by_question.get(question.id, ())
        effective = effective_answer(question, given, snapshot.mode)
        return Supposed(place, value_of_points(question, effective.points), effective.evidence)
    entry = snapshot.entries(place.register)[place.key]
    return Supposed(place, value_at(entry, place.path))


def value_of_points(question: Question, points: int | None) -> Value | None:
    """The value of a maturity or yes/partly/no question that stands for 0 to 4 points."""
    if points is None or question.kind is QuestionKind.MATURITY:
        return points
    return WORD_OF_POINTS[points]


def fits(snapshot: Snapshot, supposed: Supposed) -> bool:
    """Whether a value could be recorded at its place."""
    edit = _edit(snapshot, supposed)
    return not any(
        entry_faults(snapshot, change.register, change.after)
        for change in edit.changes
        if change.after is not None
    )


def _edit(snapshot: Snapshot, supposed: Supposed) -> Edit:
    place = supposed.place
    if isinstance(place, FieldPlace):
        return set_field(snapshot, place.register, place.key, place.path, supposed.value)
    given = snapshot.answers_by_question.get(place.question, ()) or (
        Answer(question=place.question, state=AnswerState.NOT_ASKED),
    )
    state = AnswerState.UNKNOWN if supposed.value is None else AnswerState.VALUE
    values = {"state": state, "value": supposed.value, "evidence": supposed.evidence, "reason": None}
    edits = [answer(snapshot, each.with_values(**values)) for each in given]
    return batch(edits[0].label, edits)


def _exists(snapshot: Snapshot, place: Place) -> bool:
    return isinstance(place, QuestionPlace) or snapshot.entry(place.register, place.key) is not None


def _rank(risk: Risk | None) -> int:
    return risk.residual.band.rank if risk else 0


def _band(risk: Risk | None) -> str:
    return risk.residual.band.value if risk else ""
