"""Scores controls that are register fields or gates, 0 to 4 (risk model rm-1, 2.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.assessment.facts import UNKNOWN, YES, is_unknown
from models.risk import ControlRole, ControlScore
from models.values import (
    AdminControls,
    ApprovalGate,
    ContractTerms,
    DataCategory,
    Documentation,
    GateChecks,
    Monitoring,
    OffSwitch,
    Owner,
    Tested,
    Timing,
    Tri,
    Unknown,
    specs_of,
)

FULL_SCORE = 4
GATE_CHECKS = tuple(spec.name for spec in specs_of(GateChecks))
HANDLING_RULES = 7
TRACE_ITEMS = 8
TOOL_DECISION_ITEMS = 7
USE_CASE_DECISION_ITEMS = 5

OWNER: Mapping[StrEnum, int] = {Owner.NAMED: 4, Owner.NAMED_LEFT: 1, Owner.TEAM: 1, Owner.NONE: 0}
DOCUMENTATION: Mapping[StrEnum, int] = {
    Documentation.YES: 4,
    Documentation.PARTLY: 2,
    Documentation.NO: 0,
}
TESTED: Mapping[StrEnum, int] = {Tested.TESTED: 4, Tested.DOCUMENTED: 2, Tested.NONE: 0}
OFF_SWITCH: Mapping[StrEnum, int] = {OffSwitch.TESTED: 4, OffSwitch.EXISTS: 2, OffSwitch.NONE: 0}
MONITORING: Mapping[StrEnum, int] = {Monitoring.THRESHOLD: 4, Monitoring.SAMPLED: 2, Monitoring.NONE: 0}
CONTRACT_TERMS: Mapping[StrEnum, int] = {
    ContractTerms.COMPLETE: 4,
    ContractTerms.PARTLY: 2,
    ContractTerms.NONE: 0,
}
ADMIN_CONTROLS: Mapping[StrEnum, int] = {
    AdminControls.FULL: 4,
    AdminControls.PARTIAL: 2,
    AdminControls.NONE: 0,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Score of a control, 0 to 4: as far as is known, and at best. Capped: held down for want of evidence."""

    headline: int
    best: int
    unknown: bool = False
    capped: bool = False


NOBODY_KNOWS = Score(0, FULL_SCORE, unknown=True)
_KNOWN = tuple(Score(points, points) for points in range(FULL_SCORE + 1))


def counted_score(control: str, role: ControlRole, weight: int, score: Score) -> ControlScore:
    """A control as it counts in a risk."""
    return ControlScore(
        control=control,
        role=role,
        weight=weight,
        score=score.headline,
        best_score=score.best,
        unknown=score.unknown,
        capped=score.capped,
    )


def known_score(points: int) -> Score:
    """The score of a control of which `points` (0 to 4) are known."""
    return _KNOWN[points]


def share_of_four(part: int, whole: int) -> int:
    """floor(4 × part / whole)."""
    return FULL_SCORE * part // whole


def field_score(value: StrEnum | None, table: Mapping[StrEnum, int]) -> Score:
    """The score of a value of a closed list by its table."""
    return NOBODY_KNOWS if value is None or is_unknown(value) else _KNOWN[table[value]]


def count_score(count: int | Unknown | None, of: int) -> Score:
    """The score of a count of items that are there, out of all."""
    return known_score(share_of_four(count, of)) if isinstance(count, int) else NOBODY_KNOWS


def category_rules_score(categories: Iterable[DataCategory]) -> Score:
    """The score of the category with the fewest handling rules set; unknown if any count is unknown."""
    counts = [category.handling_rules_set for category in categories]
    known = [count for count in counts if isinstance(count, int)]
    lowest = share_of_four(min(known, default=HANDLING_RULES), HANDLING_RULES)
    return known_score(lowest) if len(known) == len(counts) else Score(0, lowest, unknown=True)


def gate_checks(gate: ApprovalGate) -> tuple[Tri, ...]:
    """The nine checks of a gate, in order; a missing one is unknown."""
    if gate.checks is None:
        return (UNKNOWN,) * len(GATE_CHECKS)
    return tuple(getattr(gate.checks, name) or UNKNOWN for name in GATE_CHECKS)


def gate_score(gate: ApprovalGate) -> Score:
    """The score of a named gate. A check after the effect is discovery, not prevention."""
    if gate.timing is Timing.AFTER:
        return known_score(0)
    checks = gate_checks(gate)
    met, unknown = checks.count(YES), checks.count(UNKNOWN)
    best = share_of_four(met + unknown, len(GATE_CHECKS))
    if gate.timing is Timing.BEFORE:
        return Score(share_of_four(met, len(GATE_CHECKS)), best, unknown=unknown > 0)
    return Score(0, best, unknown=True)
