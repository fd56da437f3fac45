"""What the likelihood and impact map shows: numbered marks with arrows and ranges, and the rest in counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.assessment.matrix import band
from app.deciding import decided_mark, decided_words
from app.i18n import _, ngettext
from app.risk_words import listed, sentence, short_name
from models.assessment import Assessment
from models.risk import Band, Rating, Risk
from models.snapshot import Snapshot

SCALE = range(1, 6)
HEADLINES = 5
MOST_NAMED = 3


class Stage(StrEnum):
    """Where the map shows a risk: before controls, with them, or both with an arrow between."""

    BEFORE = "before"
    BOTH = "both"
    AFTER = "after"


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
    """A numbered risk: hollow where it stands before controls, filled where it stands with them.

    `decided` is the mark and the word of what is decided about it: `✓ Accept`, or nothing.
    """

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
    decided: str = ""

    @property
    def caption(self) -> str:
        """The name, with what is decided behind it where there is room."""
        return f"{self.name} {self.decided}" if self.decided else self.name

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
    sentence: str


@dataclass(frozen=True, slots=True)
class HeatView:
    """All that is painted: `marks` by number, `crowds` where there are more risks."""

    marks: tuple[Mark, ...]
    crowds: tuple[Crowd, ...]
    stage: Stage = Stage.BOTH

    @property
    def is_empty(self) -> bool:
        """Whether there is no risk at all."""
        return not self.marks and not self.crowds

    def crowd(self, spot: Spot) -> tuple[str, ...]:
        """The risks of a cell that have no number."""
        found = self.crowd_at(spot)
        return found.risks if found else ()

    def crowd_at(self, spot: Spot) -> Crowd | None:
        """The crowd of a cell, if it has one."""
        return next((crowd for crowd in self.crowds if crowd.spot == spot), None)


def heat_view(
    snapshot: Snapshot,
    assessment: Assessment,
    risks: Sequence[Risk],
    numbered: int = HEADLINES,
    stage: Stage = Stage.BOTH,
) -> HeatView:
    """The map of some risks of an assessment, given in priority order.

    The first of them that are headline risks get numbers; if none is, the first of them do. Before controls
    nothing has moved and nothing has a range: both are said of risks with their controls.
    """
    wanted = {risk.id for risk in risks}
    first = [risk_id for risk_id in assessment.headline if risk_id in wanted][:numbered]
    if not first:
        first = [risk.id for risk in risks[:numbered]]
    chosen = [assessment.risk(risk_id) for risk_id in first]
    crowds = _crowds(snapshot, [risk for risk in risks if risk.id not in first], stage)
    return HeatView(_marks(snapshot, chosen, stage), crowds, stage)


def _marks(snapshot: Snapshot, risks: Sequence[Risk], stage: Stage) -> tuple[Mark, ...]:
    afters = [_place(risk, stage) for risk in risks]
    befores = [_spot(risk.inherent) if stage is Stage.BOTH else _place(risk, stage) for risk in risks]
    moved = [before if before != after else None for before, after in zip(befores, afters, strict=True)]
    marks = tuple(
        Mark(
            risk=risk.id,
            number=index + 1,
            name=short_name(snapshot, risk),
            sentence=_sentence(snapshot, risk),
            before=befores[index],
            after=afters[index],
            best=_spot(risk.best),
            worst=_spot(risk.worst),
            before_seat=_seat(moved, index),
            after_seat=_seat(afters, index),
            decided=decided_mark(snapshot.risk_decisions.get(risk.id)),
        )
        for index, risk in enumerate(risks)
    )
    if stage is not Stage.BEFORE:
        return marks
    return tuple(replace(mark, best=mark.after, worst=mark.after) for mark in marks)


def _sentence(snapshot: Snapshot, risk: Risk) -> str:
    decided = decided_words(snapshot.risk_decisions.get(risk.id))
    if not decided:
        return sentence(risk)
    return _("{risk} Decided: {what}.").format(risk=sentence(risk), what=decided)


def _seat(spots: Sequence[Spot | None], index: int) -> Seat:
    same = [i for i, spot in enumerate(spots) if spot == spots[index]]
    return Seat(same.index(index), len(same))


def _spot(rating: Rating) -> Spot:
    return Spot(rating.likelihood, rating.impact)


def _place(risk: Risk, stage: Stage) -> Spot:
    return _spot(risk.inherent if stage is Stage.BEFORE else risk.residual)


def _crowds(snapshot: Snapshot, risks: Sequence[Risk], stage: Stage) -> tuple[Crowd, ...]:
    found: dict[Spot, list[Risk]] = {}
    for risk in risks:
        found.setdefault(_place(risk, stage), []).append(risk)
    return tuple(
        Crowd(spot, tuple(risk.id for risk in there), _crowd_sentence(snapshot, spot, there))
        for spot, there in sorted(found.items())
    )


def _crowd_sentence(snapshot: Snapshot, spot: Spot, risks: Sequence[Risk]) -> str:
    n = len(risks)
    where = ngettext(
        "{n} more risk at likelihood {l}, impact {i}: {band}.",
        "{n} more risks at likelihood {l}, impact {i}: {band}.",
        n,
    ).format(n=n, l=spot.likelihood, i=spot.impact, band=_(spot.band.value))
    names: dict[str, None] = {}
    for risk in risks:
        names[short_name(snapshot, risk)] = None
        if len(names) > MOST_NAMED:
            break
    if len(names) <= MOST_NAMED:
        about = _("They are about {names}.").format(names=listed(list(names)))
    else:
        about = _("They are about {names} and others.").format(names=", ".join(list(names)[:MOST_NAMED]))
    lists = ngettext("Enter lists it.", "Enter lists them.", n)
    decided = sum(bool(decided_mark(snapshot.risk_decisions.get(risk.id))) for risk in risks)
    if not decided:
        return f"{where} {about} {lists}"
    words = ngettext(
        "About {n} of them it is decided what to do.", "About {n} of them it is decided what to do.", decided
    )
    return f"{where} {about} {words.format(n=decided)} {lists}"
