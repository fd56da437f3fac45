"""The smallest changes that lower a risk's band: single ones, else pairs, else a short way step by step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from app.assessment import assessed_risks
from app.assessment.actions import EFFORT_DIVISOR
from app.assessment.answers import EVIDENCE_CAP, points_of
from app.assessment.close_up import risk_again
from app.assessment.places import FieldPlace, Place
from app.assessment.trace import InputRole
from app.levers import Lever, is_unknown, levers_of, question_of
from app.what_if import Sandbox, Supposed
from models.pack import QuestionPack
from models.risk import ControlSum, Rating, Risk, Template
from models.snapshot import Snapshot
from models.values import EvidenceGrade, Tri, YesPartlyNo

Together: TypeAlias = tuple[Supposed, ...]
Standing: TypeAlias = tuple[Fraction, ...]

MOST = 5
MOST_STEPS = 8
MOST_TRIES = 1_000
MIDDLING_EFFORT = 2
_CONTROLS = (InputRole.PREVENTIVE, InputRole.RECOVERY)
# What a thing is, not how it is kept: found out if it is not known, but never asked to be otherwise.
_SETTLED = frozenset(
    {
        "integrity_class",
        "sensitivity",
        "process_criticality",
        "decision_domain",
        "audience",
        "origin",
        "frequency",
        "users",
        "people_reachable",
        "people_affected",
        "feeds_live_process",
        "regulated_audience",
        "regulated_claims_or_several_regions",
        "role",
        "task_purpose",
        "max_sensitivity",
        "person_level",
        "status",
        "vendor",
        "environment",
        "gate",
        "terms_type",
        "personalised",
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """Changes that together lower the band, and where the risk then stands (None: it is gone)."""

    supposed: tuple[Supposed, ...]
    rating: Rating | None
    effort: int


def smallest_changes(
    snapshot: Snapshot,
    risk: Risk,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Change, ...]:
    """The changes with the fewest parts that lower the band of a risk, the least effort first, five at most.

    Single changes are tried with every better value of every lever; if none is enough, all pairs; if no
    pair is, one change after the other is added, each time the one that takes off most, up to eight, and
    what turns out not to be needed is left out again. Of one lever the least value that is enough counts.
    At most 1,000 outcomes are looked at.
    Effort is that of the question behind a lever (small 1, medium 2, large 3; finding out 1). What a thing
    is, its data, its audience, how often it is used, is not proposed to change, only to be found out. The
    outcome is the same for the same review; a search that is cancelled gives nothing.
    """
    search = _Search(snapshot, risk, cancelled)
    return search.singles() or search.pairs() or search.way()


@dataclass(frozen=True)
class _Search:
    snapshot: Snapshot
    risk: Risk
    cancelled: Callable[[], bool]

    def singles(self) -> tuple[Change, ...]:
        """Of each lever the least value that is enough."""
        enough = (
            next((value for value in values if self._lowers((value,))), None)
            for values in self._values.values()
        )
        return self._best([(value,) for value in enough if value])

    def pairs(self) -> tuple[Change, ...]:
        """Two levers that are enough together, each no further than needed."""
        strongest = [values[-1] for values in self._values.values()]
        found = [pair for pair in combinations(strongest, 2) if self._lowers(pair)]
        return self._best([self._eased(pair) for pair in found])

    def way(self) -> tuple[Change, ...]:
        """One change after the other, the one that takes off most each time."""
        left = [values[-1] for values in self._values.values()]
        chosen: Together = ()
        while left and len(chosen) < MOST_STEPS and not self._lowers(chosen):
            step = min(left, key=lambda each: self._standing((*chosen, each)))
            left.remove(step)
            chosen = (*chosen, step)
        if not self._lowers(chosen):
            return ()
        for each in chosen:
            without = tuple(other for other in chosen if other != each)
            chosen = without if self._lowers(without) else chosen
        return self._best([self._eased(chosen)])

    def _best(self, found: Sequence[Together]) -> tuple[Change, ...]:
        changes = []
        for supposed in found:
            after = self._risk(supposed)
            effort = sum(self._efforts[each.place] for each in supposed)
            changes.append(Change(supposed, after.residual if after else None, effort))
        changes.sort(key=lambda change: (change.effort, self._standing(change.supposed)))
        return () if self.cancelled() else tuple(changes[:MOST])

    def _eased(self, together: Together) -> Together:
        """The same levers, each at the least value with which they are still enough together."""
        for at, each in enumerate(together):
            tries = ((*together[:at], value, *together[at + 1 :]) for value in self._values[each.place])
            together = next((easier for easier in tries if self._lowers(easier)), together)
        return together

    def _lowers(self, together: Together) -> bool:
        after = self._risk(together)
        return after is None or after.residual.band.rank < self.risk.residual.band.rank

    def _risk(self, together: Together) -> Risk | None:
        if together not in self._seen:
            after = Sandbox(self.snapshot).supposing(*together).result if together else self.snapshot
            is_over = self.cancelled() or len(self._seen) >= MOST_TRIES
            self._seen[together] = self.risk if is_over else _again(after, self.risk)
        return self._seen[together]

    def _standing(self, together: Together) -> Standing:
        return _standing(self._risk(together))

    @cached_property
    def _seen(self) -> dict[Together, Risk | None]:
        return {}

    @cached_property
    def _levers(self) -> Sequence[Lever]:
        levers = levers_of(self.snapshot, self.risk).levers
        is_cause = (
            self.risk.template is Template.PG
        )  # its drivers add up over everything: controls alone count
        return [
            lever for lever in levers if _may_be_proposed(lever) and (lever.role in _CONTROLS or not is_cause)
        ]

    @cached_property
    def _values(self) -> Mapping[Place, tuple[Supposed, ...]]:
        """The better values of each lever that has any, the one that takes off least first."""
        found = {}
        now = self._standing(())
        for lever in self._levers:
            better = [each for each in _choices(lever) if self._standing((each,)) < now]
            better.sort(key=lambda each: self._standing((each,)), reverse=True)
            if better:
                found[lever.place] = tuple(better)
        return found

    @cached_property
    def _efforts(self) -> Mapping[Place, int]:
        return {lever.place: _effort(self.snapshot.pack, lever) for lever in self._levers}


def _again(snapshot: Snapshot, risk: Risk) -> Risk | None:
    if risk.template is not Template.PG:
        return risk_again(snapshot, risk)
    return next((each for each in assessed_risks(snapshot) if each.id == risk.id), None)


def _standing(risk: Risk | None) -> Standing:
    """How bad a risk is, in ever finer steps, so that what only helps towards a lower band counts too."""
    if risk is None:
        return (Fraction(-1),)
    states = [*(each.state for each in risk.drivers), *(each.state for each in risk.impact_modifiers)]
    return (
        Fraction(risk.residual.band.rank),
        Fraction(risk.residual.likelihood + risk.residual.impact),
        Fraction(risk.inherent.likelihood + risk.inherent.impact),
        Fraction(2 * states.count(Tri.YES) + states.count(Tri.UNKNOWN)),
        -_share(risk.preventive) - _share(risk.recovery),
    )


def _share(total: ControlSum) -> Fraction:
    return Fraction(total.num, total.den) if total.den else Fraction(0)


def _may_be_proposed(lever: Lever) -> bool:
    if not isinstance(lever.place, FieldPlace):
        return True
    return lever.is_unknown or lever.place.path.rpartition(".")[2] not in _SETTLED


def _choices(lever: Lever) -> Iterator[Supposed]:
    present = lever.present
    for option in lever.options:
        if is_unknown(option.value):
            continue
        if not lever.is_question:
            yield Supposed(lever.place, option.value)
            continue
        grade = present.evidence or EvidenceGrade.NONE
        points = points_of(option.value if isinstance(option.value, int | YesPartlyNo) else None) or 0
        if grade is EvidenceGrade.NONE and points > EVIDENCE_CAP:
            grade = EvidenceGrade.DOCUMENT
        yield Supposed(lever.place, option.value, grade)


def _effort(pack: QuestionPack, lever: Lever) -> int:
    question = question_of(lever.place, lever.inputs)
    if lever.is_unknown and not lever.is_question:
        return 1
    return EFFORT_DIVISOR[pack.question(question).effort] if question in pack else MIDDLING_EFFORT
