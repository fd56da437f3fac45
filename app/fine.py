"""What is fine as it is, said plainly: what can be scaled, and what is Low with nothing unknown."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import _
from app.risk_words import listed, short_name
from models.assessment import Assessment
from models.risk import Band, Risk
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class FineLine:
    """One thing that needs nothing: its name, what is said of it, and the places that show it."""

    name: str
    words: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FineGroup:
    """Things that are fine for the same reason; `meaning` says in a sentence what that is worth."""

    title: str
    meaning: str
    lines: tuple[FineLine, ...]


def fine(snapshot: Snapshot, assessment: Assessment) -> tuple[FineGroup, ...]:
    """The groups that have anything in them, the most reassuring first."""
    scale = assessment.outcomes.safe_to_scale
    groups = (
        FineGroup(
            _("Scale as it is"),
            _("These uses can grow without any further step."),
            _uses(snapshot, scale.scale),
        ),
        FineGroup(
            _("Scale, and keep its controls"),
            _("These uses can grow as long as the controls that they have stay in place."),
            _uses(snapshot, scale.scale_keep_controls),
        ),
        FineGroup(
            _("Low, nothing needed"),
            _("What is Low with its controls, and nothing unknown could change that."),
            _low(snapshot, assessment),
        ),
    )
    return tuple(group for group in groups if group.lines)


def _uses(snapshot: Snapshot, keys: Sequence[str]) -> tuple[FineLine, ...]:
    return tuple(FineLine(snapshot.use_cases[key].name, "", (f"entry:use_cases/{key}",)) for key in keys)


def _low(snapshot: Snapshot, assessment: Assessment) -> tuple[FineLine, ...]:
    """A line for each tool, use or vendor with sound risks, in priority order."""
    by_subject: dict[str, list[Risk]] = {}
    for risk in assessment.risks:
        if risk.residual.band is Band.LOW and not risk.unknown_inputs:
            by_subject.setdefault(risk.subject if risk.linked else risk.id, []).append(risk)
    return tuple(_low_line(snapshot, risks) for risks in by_subject.values())


def _low_line(snapshot: Snapshot, risks: Sequence[Risk]) -> FineLine:
    types = list(dict.fromkeys(_(risk.type).lower() for risk in risks))
    return FineLine(
        short_name(snapshot, risks[0]),
        _("Low on {types}.").format(types=listed(types)),
        tuple(f"risk:{risk.id}" for risk in risks),
    )
