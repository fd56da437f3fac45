"""What to ask next: everything open, ranked by how far its answer could move the map."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.assessment import assessed_risks
from app.assessment.answers import EffectiveAnswer, points_of
from app.assessment.control_scores import FULL_SCORE, Score, known_score
from app.assessment.find_out import UNEVIDENCED_REASON, UNKNOWN_REASON
from app.assessment.matrix import preventive_sum, recovery_sum, residual
from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.assessment.reassessing import Reassessment
from app.assessment.scope import Review
from app.assessment.trace import Trace
from app.edits import set_field
from app.levers import is_unknown, parts_of
from app.register_columns import spec_at, value_at
from app.what_if import Sandbox, Supposed, value_of_points
from models.assessment import Assessment
from models.pack import QuestionKind
from models.risk import Band, ControlRole, Risk
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    AnswerState,
    Count,
    EvidenceGrade,
    OneOf,
    Reference,
    RegisterName,
    Unknown,
    YesPartlyNo,
)

MOST = 40
MOST_REFERENCES = 10
# Answered by one question for all tools, but a driver and not a control (rm-1, 6.1).
DRIVER_QUESTIONS = frozenset({"ACC-11"})
# Facts of a use case that decide whether it has a risk at all, and that no risk lists as its input.
_DECIDING = (
    "role",
    "decision_domain",
    "regulated_audience",
    "form",
    "person_level",
    "banned_practice_screen",
)
# Facts by which risks come and go, so that no range of theirs limits what they can move.
_MAKING = frozenset(
    {
        *((RegisterName.USE_CASES, name) for name in _DECIDING),
        *((RegisterName.AI_TOOLS, name) for name in ("vendor", "origin", "approval")),
        *(
            (RegisterName.VENDORS, name)
            for name in (
                "training_on_inputs",
                "retention",
                "processing_region",
                "sub_processors",
                "terms_type",
                "approval.level",
            )
        ),
    }
)
# A value that says nothing was found out yet, beside "don't know".
_NOT_YET = "not_screened"

Resolution = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something open. `swing` is how far it could move the map, as `ask_next` defines it.

    `risks` are those whose band it could move, the furthest first; `high` and `low` are the bands between
    which the first of them could come to stand.
    """

    place: Place
    reason: str
    swing: int
    risks: tuple[str, ...]
    high: Band
    low: Band


def ask_next(
    snapshot: Snapshot,
    assessment: Assessment,
    most: int = MOST,
    *,
    on_progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Ask, ...]:
    """The open answers and facts that could move most, at most `most` of them, the furthest first.

    Open are unknown and unasked answers, unknown register facts that feed a risk, and answers held down for
    want of evidence. Each is settled by itself, everything else left as it stands: an unknown answer as the
    lowest and as the highest, demonstrated; an unknown fact as each value that it could have (a count as the
    least and the most, a reference as none and as each of the first ten entries by id); an answer without
    evidence as it stands and as demonstrated. The swing is the sum,
    over all risks, of the highest rank of the residual band (Low 0 to Critical 3) among these outcomes less
    the lowest; a risk that is not there counts as Low. Only what has a swing is given: by swing, then by the
    number of risks, then by place. The same review always gives the same list. When it is cancelled it
    gives what it has found by then.
    """
    search = _Search(snapshot, assessment)
    found: list[Ask] = []
    candidates = sorted(search.candidates(), key=lambda each: (-each.most, each.place.link))
    for done, candidate in enumerate(candidates):
        if cancelled():
            break
        enough = sorted((each.swing for each in found), reverse=True)[most - 1 : most]
        if enough and candidate.most < enough[0]:
            break
        on_progress(done / len(candidates))
        if asked := search.asked(candidate):
            found.append(asked)
    found.sort(key=lambda each: (-each.swing, -len(each.risks), each.place.link))
    return tuple(found[:most])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something open; `most` is no less than its swing."""

    place: Place
    reason: str
    most: int


@dataclass(frozen=True)
class _Search:
    snapshot: Snapshot
    assessment: Assessment

    def candidates(self) -> Iterator[_Candidate]:
        """Everything open that feeds a risk."""
        everything = len(Band) * (1 + len(self.assessment.risks) + len(self.snapshot.use_cases))
        for question, effective in self._review.answers.effective.items():
            reason = _open_reason(effective)
            fed = self._fed_by_question.get(question, ())
            if not reason or not fed or not _settled_as(self.snapshot, question, effective):
                continue
            most = sum(map(_width, fed)) if question not in DRIVER_QUESTIONS else everything
            yield _Candidate(QuestionPlace(question), reason, most)
        for place, fed in self._fed_by_field.items():
            if not self._is_open(place):
                continue
            is_making = (place.register, place.path) in _MAKING
            most = everything if is_making else sum(map(_width, fed))
            if most and values_of(self.snapshot, place):
                yield _Candidate(place, UNKNOWN_REASON, most)

    def asked(self, candidate: _Candidate) -> Ask | None:
        """What a candidate could move; None if nothing."""
        place = candidate.place
        outcomes = self._answers(place.question) if isinstance(place, QuestionPlace) else self._facts(place)
        ranks = self._ranks
        moved: list[tuple[int, int, str]] = []
        for key in dict.fromkeys(key for outcome in outcomes for key in outcome):
            came = [outcome.get(key, ranks.get(key, 0)) for outcome in outcomes]
            if max(came) > min(came):
                moved.append((max(came), min(came), key))
        if not moved:
            return None
        moved.sort(
            key=lambda each: (each[1] - each[0], -each[0], self._order.get(each[2], len(ranks)), each[2])
        )
        high, low, _key = moved[0]
        bands = list(Band)
        return Ask(
            place=place,
            reason=candidate.reason,
            swing=sum(each[0] - each[1] for each in moved),
            risks=tuple(each[2] for each in moved),
            high=bands[high],
            low=bands[low],
        )

    def _answers(self, question: str) -> Sequence[Resolution]:
        effective = self._review.answers.effective[question]
        settled = _settled_as(self.snapshot, question, effective)
        if question in DRIVER_QUESTIONS:
            sandboxes = (Sandbox(self.snapshot).supposing(each) for each in settled)
            outcomes = [self._compared(assessed_risks(sandbox.result)) for sandbox in sandboxes]
        else:
            fed = self._fed_by_question[question]
            outcomes = [
                {risk.id: _rank_with(risk, question, _score(each)) for risk in fed} for each in settled
            ]
        return outcomes if len(outcomes) > 1 else [{}, *outcomes]

    def _facts(self, place: FieldPlace) -> Sequence[Resolution]:
        snapshot = self.snapshot
        outcomes = []
        for value in values_of(snapshot, place):
            entry = set_field(snapshot, place.register, place.key, place.path, value).changes[0].after
            assert entry is not None  # noqa: S101  (a field is set, nothing removed)
            changed = self._reassessment.after(place.register, entry)
            outcomes.append({key: risk.residual.band.rank if risk else 0 for key, risk in changed.items()})
        return outcomes

    def _compared(self, risks: Iterable[Risk]) -> Resolution:
        after = {risk.id: risk.residual.band.rank for risk in risks}
        return {**{risk.id: 0 for risk in self.assessment.risks}, **after}

    def _is_open(self, place: FieldPlace) -> bool:
        entry = self.snapshot.entry(place.register, place.key)
        value = value_at(entry, place.path) if entry is not None else ""
        if value is None:  # what is missing there means "the same as the vendor"
            return (place.register, place.path) != (RegisterName.AI_TOOLS, "training_on_inputs")
        return is_unknown(value) or value == _NOT_YET

    @cached_property
    def _ranks(self) -> Resolution:
        return {risk.id: risk.residual.band.rank for risk in self.assessment.risks}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {key: place for place, key in enumerate(self._ranks)}

    @cached_property
    def _review(self) -> Review:
        return Review(self.snapshot)

    @cached_property
    def _reassessment(self) -> Reassessment:
        return Reassessment(self.snapshot)

    @cached_property
    def _fed_by_question(self) -> Mapping[str, Sequence[Risk]]:
        found: dict[str, list[Risk]] = {}
        for risk in self.assessment.risks:
            for control in risk.controls:
                found.setdefault(control.control, []).append(risk)
            for question in DRIVER_QUESTIONS:
                if any(driver.name == "outside_text_uncontained" for driver in risk.drivers):
                    found.setdefault(question, []).append(risk)
        return found

    @cached_property
    def _fed_by_field(self) -> Mapping[FieldPlace, Sequence[Risk]]:
        found: dict[FieldPlace, dict[str, Risk]] = {}
        trace = Trace(self.snapshot, self.assessment)
        for risk in self.assessment.risks:
            for source in trace.sources[risk.id]:
                for place in parts_of(source):
                    if isinstance(place, FieldPlace):
                        found.setdefault(place, {})[risk.id] = risk
        for use_case in self._review.use_cases:
            for name in _DECIDING:
                found.setdefault(FieldPlace(RegisterName.USE_CASES, use_case, name), {})
        return {place: tuple(risks.values()) for place, risks in found.items()}


def values_of(snapshot: Snapshot, place: FieldPlace) -> tuple[object, ...]:
    """The values as which an open point is settled; none for a fact that cannot be unknown."""
    kind = spec_at(ENTRY_TYPES[place.register], place.path).kind
    match kind:
        case OneOf() if Unknown.UNKNOWN.value in list(kind.choices):
            unsettled = {Unknown.UNKNOWN.value, _NOT_YET}
            return tuple(choice for choice in kind.choices if choice.value not in unsettled)
        case Count():
            return (0, kind.highest)
        case Reference() if Unknown.UNKNOWN.value in kind.reserved:
            keys = sorted(key for name in kind.registers for key in snapshot.entries(name))
            return ("none", *keys[:MOST_REFERENCES])
        case _:
            return ()


def _open_reason(effective: EffectiveAnswer) -> str:
    if effective.state in (AnswerState.UNKNOWN, AnswerState.NOT_ASKED):
        return UNKNOWN_REASON
    score = effective.score
    return UNEVIDENCED_REASON if score is not None and score.capped else ""


def _settled_as(snapshot: Snapshot, question_id: str, effective: EffectiveAnswer) -> tuple[Supposed, ...]:
    """As what an open answer is settled; an answer without evidence also counts as it stands."""
    question = snapshot.pack.question(question_id)
    if question.is_register_driven or question.kind is QuestionKind.MULTI_CHOICE:
        return ()
    points = (0, FULL_SCORE) if effective.points is None else (effective.points,)
    place = QuestionPlace(question_id)
    return tuple(
        Supposed(place, value_of_points(question, each), EvidenceGrade.DEMONSTRATED) for each in points
    )


def _score(supposed: Supposed) -> Score:
    value = supposed.value
    assert isinstance(value, int | YesPartlyNo)  # noqa: S101  (answers are settled as values that score)
    return known_score(points_of(value) or 0)


def _rank_with(risk: Risk, question: str, score: Score) -> int:
    """The rank of a risk's residual band if a question scored this."""
    scored = [
        replace(control, score=score.headline) if control.control == question else control
        for control in risk.controls
    ]
    preventing = [control for control in scored if control.role is ControlRole.PREVENTIVE]
    recovering = [control for control in scored if control.role is ControlRole.RECOVERY]
    after = residual(
        risk.inherent.likelihood,
        risk.inherent.impact,
        preventive_sum(preventing, risk.key_control),
        recovery_sum(recovering),
    )
    return after.band.rank


def _width(risk: Risk) -> int:
    return risk.worst.band.rank - risk.best.band.rank
