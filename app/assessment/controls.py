"""Counts the controls of a risk: questions, register fields and shares (risk model rm-1, 2.3, 5 and 9.3)."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

from app.assessment.control_scores import Score, counted_score, gate_checks, share_of_four
from app.assessment.facts import UNKNOWN, YES, is_unknown
from app.assessment.scope import Review
from models.risk import ControlRole, ControlScore
from models.values import Owner

# A column of a control table: control and weight, in the order of the document.
Weights: TypeAlias = Mapping[str, int]
# The scores of the controls that are not questions; None: left out.
RegisterScores: TypeAlias = Mapping[str, Score | None]

TRACED_FROM = 6

# The question behind each control that is not itself a question (rm-1, 9.3).
STANDS_FOR: Mapping[str, str] = {
    "gate": "OVR-02",
    "gate_quality": "OVR-02",
    "monitoring": "LOG-04",
    "rollback": "OVR-11",
    "off_switch": "OVR-11",
    "trace": "LOG-01",
    "trace_share": "LOG-01",
    "owner": "USE-08",
    "named_owner_share": "USE-08",
    "fallback": "UCR-09",
    "decision_record": "USE-06",
    "documentation": "USE-06",
    "category_rules": "DAT-02",
    "contract_ai_terms": "VEN-06",
    "admin_controls": "VEN-07",
}

_T = TypeVar("_T")


def question_behind(control: str) -> str:
    """The id of the question that a control is, or stands for."""
    return STANDS_FOR.get(control, control)


def is_question(control: str) -> bool:
    """Whether a control is a question, and not a register field."""
    return control not in STANDS_FOR


def counted_controls(
    review: Review, preventive: Weights, recovery: Weights, register: RegisterScores
) -> tuple[ControlScore, ...]:
    """The controls that count, preventive first; those left out are not there."""
    columns = ((ControlRole.PREVENTIVE, preventive), (ControlRole.RECOVERY, recovery))
    return tuple(
        counted
        for role, weights in columns
        for control, weight in weights.items()
        if (counted := _counted(review, role, control, weight, register)) is not None
    )


def _counted(
    review: Review, role: ControlRole, control: str, weight: int, register: RegisterScores
) -> ControlScore | None:
    if control in register:
        score = register[control]
        return None if score is None else counted_score(control, role, weight, score)
    return review.answers.control(control, role, weight)


def programme_shares(review: Review) -> RegisterScores:
    """The shares that programme risks count as controls (rm-1, 2.3)."""
    checks = [check for gate in review.gates.values() for check in gate_checks(gate)]
    return {
        "named_owner_share": _share(
            review.tools.values(),
            met=lambda tool: tool.owner is Owner.NAMED,
            unknown=lambda tool: is_unknown(tool.owner),
        ),
        "trace_share": _share(
            review.medium_and_high,
            met=lambda use: isinstance(use.trace_items, int) and use.trace_items >= TRACED_FROM,
            unknown=lambda use: is_unknown(use.trace_items),
        ),
        "gate_quality": _share(
            checks, met=lambda check: check is YES, unknown=lambda check: check is UNKNOWN
        ),
    }


def _share(things: Iterable[_T], *, met: Callable[[_T], bool], unknown: Callable[[_T], bool]) -> Score | None:
    """floor(4 × met / all), at best with the unknown ones counted as met; left out if there are none."""
    everything = tuple(things)
    if not everything:
        return None
    number_met = sum(met(thing) for thing in everything)
    number_unknown = sum(unknown(thing) for thing in everything)
    return Score(
        share_of_four(number_met, len(everything)),
        share_of_four(number_met + number_unknown, len(everything)),
        unknown=number_unknown > 0,
    )
