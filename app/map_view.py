"""What the likelihood and impact map shows: numbered marks with arrows and ranges, and the rest in counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.assessment.matrix import band
from app.risk_words import sentence, short_name
from models.assessment import Assessment
from models.risk import Band, Rating, Risk
from models.snapshot import Snapshot

SCALE = range(1, 6)
HEADLINES = 5


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A cell of the map: likelihood and impact, 1 to 5."""

    likelihood: int
    impact: int

    @property
    def band(self) -> Band:
        """The band of the cell (risk model rm-1, 1)."""
        return band(self.likelihood, self.impact)


@dataclass(frozen=True, slots=True)
class Seat:
    """A place among the marks of one cell: the `index`th of `count`, so that none hides another."""

    index: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A numbered risk: hollow where it stands before controls, filled where it stands with them."""

    risk: str
    number: int
    name: str
    sentence: str
    before: Spot
    after: Spot
    best: Spot
    worst: Spot
    before_seat: Seat
    after_seat: Seat

    @property
    def has_moved(self) -> bool:
        """Whether controls move it to another cell."""
        return self.before != self.after

    @property
    def has_range(self) -> bool:
        """Whether what is not known could move it to another cell."""
        return self.best != self.after or self.worst != self.after


@dataclass(frozen=True, slots=True)
class Crowd:
    """The risks of one cell that have no number, in priority order."""

    spot: Spot
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeatView:
    """All that is painted: `marks` by number, `crowds` where there are more risks."""

    marks: tuple[Mark, ...]
    crowds: tuple[Crowd, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no risk at all."""
        return not self.marks and not self.crowds

    def crowd(self, spot: Spot) -> tuple[str, ...]:
        """The risks of a cell that have no number."""
        return next((crowd.risks for crowd in self.crowds if crowd.spot == spot), ())


def heat_view(
    snapshot: Snapshot, assessment: Assessment, risks: Sequence[Risk], numbered: int = HEADLINES
) -> HeatView:
    """The map of some risks of an assessment, given in priority order.

    The first of them that are headline risks get numbers; if none is, the first of them do.
    """
    wanted = {risk.id for risk in risks}
    first = [risk_id for risk_id in assessment.headline if risk_id in wanted][:numbered]
    if not first:
        first = [risk.id for risk in risks[:numbered]]
    chosen = [assessment.risk(risk_id) for risk_id in first]
    return HeatView(_marks(snapshot, chosen), _crowds(risks, frozenset(first)))


def _marks(snapshot: Snapshot, risks: Sequence[Risk]) -> tuple[Mark, ...]:
    afters = [_spot(risk.residual) for risk in risks]
    befores = [_spot(risk.inherent) for risk in risks]
    moved = [before if before != after else None for before, after in zip(befores, afters, strict=True)]
    return tuple(
        Mark(
            risk=risk.id,
            number=index + 1,
            name=short_name(snapshot, risk),
            sentence=sentence(risk),
            before=befores[index],
            after=afters[index],
            best=_spot(risk.best),
            worst=_spot(risk.worst),
            before_seat=_seat(moved, index),
            after_seat=_seat(afters, index),
        )
        for index, risk in enumerate(risks)
    )


def _seat(spots: Sequence[Spot | None], index: int) -> Seat:
    same = [i for i, spot in enumerate(spots) if spot == spots[index]]
    return Seat(same.index(index), len(same))


def _spot(rating: Rating) -> Spot:
    return Spot(rating.likelihood, rating.impact)


def _crowds(risks: Sequence[Risk], numbered: frozenset[str]) -> tuple[Crowd, ...]:
    found: dict[Spot, list[str]] = {}
    for risk in risks:
        if risk.id not in numbered:
            found.setdefault(_spot(risk.residual), []).append(risk.id)
    return tuple(Crowd(spot, tuple(ids)) for spot, ids in sorted(found.items()))
