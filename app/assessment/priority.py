"""Puts risks in order, and finds the first risk of each root (risk model rm-1, 9.2)."""

from collections.abc import Iterable, Mapping, Sequence

from app.assessment.scope import Review
from app.assessment.templates import TEMPLATE_ORDER
from models.risk import SUBJECT_REGISTERS, Risk
from models.values import RegisterName


def in_order(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks, the one that most needs attention first."""
    return tuple(sorted(risks, key=_place))


def _place(risk: Risk) -> tuple[int | bool | str, ...]:
    return (
        -risk.residual.band.rank,
        not risk.stop_rules,
        -risk.worst.band.rank,
        -risk.residual.impact,
        -risk.residual.likelihood,
        -risk.inherent.impact,
        -risk.inherent.likelihood,
        TEMPLATE_ORDER[risk.template],
        risk.id,
    )


def headline(review: Review, risks: Sequence[Risk]) -> tuple[str, ...]:
    """The ids of the first risk per root; `risks` are in order."""
    worst_tools = _worst_tools(review, risks)
    first: dict[str, str] = {}
    for risk in risks:
        first.setdefault(_root(review, risk, worst_tools), risk.id)
    return tuple(first.values())


def _root(review: Review, risk: Risk, worst_tools: Mapping[str, str]) -> str:
    """What a risk comes down to: a tool, a use case, a vendor, or itself."""
    match SUBJECT_REGISTERS.get(risk.template):
        case RegisterName.AI_TOOLS:
            return risk.subject
        case RegisterName.USE_CASES:
            return main_tool(review, risk.subject) or risk.subject
        case RegisterName.VENDORS:
            return worst_tools.get(risk.subject, risk.id)
        case _:
            return risk.id


def main_tool(review: Review, use_case_id: str) -> str | None:
    """The id of the first tool in scope of a use case; None if it has none."""
    return next(iter(review.tools_of(review.use_cases[use_case_id])), None)


def _worst_tools(review: Review, risks: Sequence[Risk]) -> Mapping[str, str]:
    """By vendor, the tool that comes first in the whole order, itself or as a use case's main tool."""
    worst: dict[str, str] = {}
    for risk in risks:
        tool = None
        match SUBJECT_REGISTERS.get(risk.template):
            case RegisterName.AI_TOOLS:
                tool = risk.subject
            case RegisterName.USE_CASES:
                tool = main_tool(review, risk.subject)
        if tool is not None:
            worst.setdefault(review.tools[tool].vendor or "", tool)
    return worst
