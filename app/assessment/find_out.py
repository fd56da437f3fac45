"""Lists what to find out: the unknown or unproven inputs behind ranges that span bands (rm-1, 9.5)."""

from collections.abc import Iterable, Iterator

from app.assessment.controls import is_question
from app.assessment.facts import UNKNOWN
from app.assessment.scope import NOT_KNOWN, Review
from models.risk import Risk
from models.scores import FindOut

UNKNOWN_REASON, UNEVIDENCED_REASON = "unknown", "unevidenced"


def find_out_list(review: Review, risks: Iterable[Risk]) -> tuple[FindOut, ...]:
    """Every such input with the risks in which it appears; `risks` are in priority order."""
    found: dict[tuple[str, str], list[str]] = {}
    for risk in risks:
        if risk.has_range:
            for item in dict.fromkeys(_inputs(review, risk)):
                found.setdefault(item, []).append(risk.id)
    items = [FindOut(input=key, reason=why, risks=tuple(ids)) for (key, why), ids in found.items()]
    return tuple(sorted(items, key=lambda item: (-len(item.risks), item.input)))


def _inputs(review: Review, risk: Risk) -> Iterator[tuple[str, str]]:
    for named in (*risk.drivers, *risk.impact_modifiers):
        if named.state is UNKNOWN:
            yield f"{risk.subject}:{named.name}", UNKNOWN_REASON
    for control in risk.controls:
        if control.unknown:
            yield _place_of(review, risk, control.control), UNKNOWN_REASON
        if control.capped:
            yield control.control, UNEVIDENCED_REASON


def _place_of(review: Review, risk: Risk, control: str) -> str:
    """The question, the gate that is named, or the field of the risk's subject."""
    if is_question(control):
        return control
    subject = review.tools.get(risk.subject) or review.use_cases.get(risk.subject)
    gate = (subject.gate if subject is not None and control == "gate" else None) or NOT_KNOWN
    return gate if gate in review.gates else f"{risk.subject}:{control}"
