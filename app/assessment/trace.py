"""Traces risks to the places where their inputs are answered, and answers to the risks that they move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.assessment.readers import IMPACT_BASE, places_of_control, places_of_fact
from app.assessment.scope import Review
from app.errors import ReviewError
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot

__all__ = [
    "FieldPlace",
    "InputRole",
    "Place",
    "QuestionPlace",
    "Source",
    "Trace",
    "TraceStoppedError",
    "sources_of",
]


class TraceStoppedError(ReviewError):
    """A trace was given up before all of it was worked out."""

    title = "Stopped"
    advice = "It begins again when it is asked for again."


class InputRole(StrEnum):
    """What an input does in a risk."""

    DRIVER = "driver"
    IMPACT = "impact"
    MODIFIER = "modifier"
    PREVENTIVE = "preventive"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Source:
    """An input of a risk and the places where it is answered, the most telling first.

    `name` is that of the driver, modifier or control, or `impact_base`. The base of programme risks comes
    out of the other risks and has no places.
    """

    name: str
    role: InputRole
    places: tuple[Place, ...]


def sources_of(snapshot: Snapshot, risk: Risk) -> tuple[Source, ...]:
    """Every input of a risk of this snapshot, in the order in which the risk lists them."""
    return _sources(Review(snapshot), risk)


def _sources(review: Review, risk: Risk) -> tuple[Source, ...]:
    def fact(name: str, role: InputRole) -> Source:
        return Source(name, role, places_of_fact(review, risk, name))

    return (
        *(fact(driver.name, InputRole.DRIVER) for driver in risk.drivers),
        fact(IMPACT_BASE, InputRole.IMPACT),
        *(fact(modifier.name, InputRole.MODIFIER) for modifier in risk.impact_modifiers),
        *(
            Source(
                control.control,
                InputRole(control.role.value),
                places_of_control(review, risk, control.control),
            )
            for control in risk.controls
        ),
    )


@dataclass(frozen=True)
class Trace:
    """The two-way trace of one assessment; worked out at the first question asked of it, then kept.

    That question raises TraceStoppedError once `cancelled` says so.
    """

    snapshot: Snapshot
    assessment: Assessment
    cancelled: Callable[[], bool] = field(default=lambda: False, repr=False, compare=False)

    @cached_property
    def sources(self) -> Mapping[str, tuple[Source, ...]]:
        """The inputs of every risk, by risk id, in priority order."""
        review = Review(self.snapshot)
        found: dict[str, tuple[Source, ...]] = {}
        for risk in self.assessment.risks:
            if self.cancelled():
                raise TraceStoppedError
            found[risk.id] = _sources(review, risk)
        return found

    @cached_property
    def _moved(self) -> Mapping[str, tuple[str, ...]]:
        moved: dict[str, dict[str, None]] = {}
        for risk, sources in self.sources.items():
            for source in sources:
                for place in source.places:
                    moved.setdefault(place.key, {})[risk] = None
        return {key: tuple(risks) for key, risks in moved.items()}

    def risks_moved_by(self, key: str) -> tuple[Risk, ...]:
        """The risks that a question or a register entry feeds, by its id, in priority order."""
        return tuple(self.assessment.risk(risk) for risk in self._moved.get(key, ()))
