"""The parking lot: what came up and is looked at later, kept in the review beside its engagement."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.edits import Edit, put
from app.i18n import _
from models.snapshot import Snapshot
from models.values import NO_EXTRAS, Engagement, Json, RegisterName

PARKING_LOT = "x_parking_lot"
LONGEST_POINT = 300


@dataclass(frozen=True, slots=True)
class ParkedPoint:
    """One line that came up; `question` is where, empty where that is not known."""

    id: str
    text: str
    question: str = ""
    is_done: bool = False


def parked_points(snapshot: Snapshot) -> tuple[ParkedPoint, ...]:
    """Everything parked, in the order in which it came up. What cannot be read is left out here, not lost."""
    return tuple(point for raw in _kept(snapshot.engagement) if (point := _point(raw)) is not None)


def open_points(snapshot: Snapshot) -> tuple[ParkedPoint, ...]:
    """What is parked and not done yet."""
    return tuple(point for point in parked_points(snapshot) if not point.is_done)


def parking(snapshot: Snapshot, text: str, question_id: str) -> Edit | None:
    """Park a line that came up at a question; None for a blank one."""
    words = " ".join(text.split())[:LONGEST_POINT]
    if not words:
        return None
    raw = _written(ParkedPoint(_next_id(snapshot), words, question_id))
    return _kept_as(snapshot, [*_kept(snapshot.engagement), raw], _("Park a point for later"))


def settling_point(snapshot: Snapshot, point_id: str, *, is_done: bool) -> Edit | None:
    """Say that a parked point is done, or open again; None if it is so already."""
    label = _("Tick a parked point off") if is_done else _("Open a parked point again")
    return _changed(snapshot, point_id, label, lambda point: replace(point, is_done=is_done))


def unparking(snapshot: Snapshot, point_id: str) -> Edit | None:
    """Take a point off the parking lot; None if it is not there."""
    kept = [raw for raw in _kept(snapshot.engagement) if _id_of(raw) != point_id]
    if len(kept) == len(_kept(snapshot.engagement)):
        return None
    return _kept_as(snapshot, kept, _("Take a point off the parking lot"))


def without_done(engagement: Engagement) -> Engagement:
    """The engagement with what still waits on the parking lot, for the review after this one."""
    return _with_lot(engagement, [raw for raw in _kept(engagement) if raw.get("done") is not True])


def _changed(
    snapshot: Snapshot, point_id: str, label: str, change: Callable[[ParkedPoint], ParkedPoint]
) -> Edit | None:
    before = next((point for point in parked_points(snapshot) if point.id == point_id), None)
    if before is None or (after := change(before)) == before:
        return None
    known = {"id", "text", "question", "done"}
    kept: list[Json] = []
    for raw in _kept(snapshot.engagement):
        others = {name: value for name, value in raw.items() if name not in known}
        kept.append({**_written(after), **others} if _id_of(raw) == point_id else raw)
    return _kept_as(snapshot, kept, label)


def _kept(engagement: Engagement) -> tuple[Mapping[str, Json], ...]:
    lot = engagement.extras.get(PARKING_LOT)
    return tuple(raw for raw in lot if isinstance(raw, Mapping)) if isinstance(lot, list | tuple) else ()


def _kept_as(snapshot: Snapshot, kept: Sequence[Json], label: str) -> Edit:
    return put(snapshot, RegisterName.ENGAGEMENT, _with_lot(snapshot.engagement, kept), label)


def _with_lot(engagement: Engagement, kept: Sequence[Json]) -> Engagement:
    extras = {name: value for name, value in engagement.extras.items() if name != PARKING_LOT}
    if kept:
        extras[PARKING_LOT] = list(kept)
    return replace(engagement, extras=MappingProxyType(extras) if extras else NO_EXTRAS)


def _point(raw: Mapping[str, Json]) -> ParkedPoint | None:
    text, question = raw.get("text"), raw.get("question")
    if not _id_of(raw) or not isinstance(text, str) or not text.strip():
        return None
    where = question if isinstance(question, str) else ""
    return ParkedPoint(_id_of(raw), text, where, raw.get("done") is True)


def _written(point: ParkedPoint) -> dict[str, Json]:
    raw: dict[str, Json] = {"id": point.id, "text": point.text}
    if point.question:
        raw["question"] = point.question
    return {**raw, "done": point.is_done}


def _id_of(raw: Mapping[str, Json]) -> str:
    found = raw.get("id")
    return found if isinstance(found, str) else ""


def _next_id(snapshot: Snapshot) -> str:
    ids = [_id_of(raw) for raw in _kept(snapshot.engagement)]
    numbers = [int(found[2:]) for found in ids if found.startswith("PL") and found[2:].isdecimal()]
    return f"PL{max(numbers, default=0) + 1}"
