"""Makes the items of registers and answers; what did not change is taken over from the snapshot before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.cell_text import Names, cell_text
from app.dissent import views_of
from app.i18n import _
from app.parking import ParkedPoint, parked_points
from app.register_columns import columns_of, paths_of, spec_at, value_at
from app.search.items import Group, Item, Part, Parts
from models.snapshot import Entries, Snapshot
from models.values import (
    ENTRY_TYPES,
    SINGLETONS,
    Answer,
    AnyEntry,
    FileName,
    ListOf,
    RegisterName,
    Text,
)

# Entries without a name of their own are called by what they bring together.
_PAIRS = frozenset({RegisterName.ACCESS_GRANTS, RegisterName.DATA_FLOWS})
_TITLE_FIELDS = 2


@dataclass(frozen=True, slots=True, repr=False)
class Shelf:
    """The items of one register, and the entries and names that they were made from."""

    entries: Entries
    names: Names
    items: Mapping[str, Item]


def row_shelf(register: RegisterName, snapshot: Snapshot, names: Names, before: Shelf | None) -> Shelf:
    """The items of a register's rows."""
    entries = snapshot.entries(register)
    if before is not None and before.entries is entries and before.names is names:
        return before
    items = {}
    for key, entry in entries.items():
        title = _title(register, entry, names)
        if before is not None and before.entries.get(key) is entry and before.items[key].title == title:
            items[key] = before.items[key]
        else:
            items[key] = _row(register, entry, title)
    return Shelf(entries, names, items)


def answer_shelf(snapshot: Snapshot, before: Shelf | None) -> Shelf:
    """The items of the answers in which something was written: a note, or a reason."""
    entries = snapshot.answers
    if before is not None and before.entries is entries:
        return before
    items = {}
    for key, answer in entries.items():
        if before is not None and before.entries.get(key) is answer:
            if key in before.items:
                items[key] = before.items[key]
        elif _is_written(answer) and answer.question in snapshot.pack:
            items[key] = _answer(answer, snapshot.pack.question(answer.question).text)
    return Shelf(entries, {}, items)


def parked_shelf(snapshot: Snapshot, before: Shelf | None) -> Shelf:
    """The items of what was parked; each leads to the question where it came up."""
    entries = snapshot.entries(RegisterName.ENGAGEMENT)
    engagement = snapshot.engagement
    if before is not None and before.entries.get(engagement.key) is engagement:
        return before
    items = {point.id: _parked(point, snapshot) for point in parked_points(snapshot)}
    return Shelf(entries, {}, items)


def _parked(point: ParkedPoint, snapshot: Snapshot) -> Item:
    is_known = point.question in snapshot.pack
    place = f"question:{point.question}" if is_known else "page:section"
    parts: Parts = (Part(_("Parked for later"), point.text, place),)
    return Item(
        group=Group.ANSWERS,
        kind=_("Parked, done") if point.is_done else _("Parked"),
        heading=_(Group.ANSWERS.value),
        ident=point.question,
        title=snapshot.pack.question(point.question).text if is_known else _("Parking lot"),
        place=place,
        texts=lambda: parts,
    )


def _is_written(answer: Answer) -> bool:
    """Whether anything was written to an answer, or to one that the room has agreed on since."""
    return bool(answer.note or answer.reason or any(view.note for view in views_of(answer)))


def _row(register: RegisterName, entry: AnyEntry, title: str) -> Item:
    is_plan = register is RegisterName.ACTION_PLAN
    return Item(
        group=Group.PLAN if is_plan else Group.ROWS,
        kind=_(entry.noun),
        heading=_(register.label),
        ident=entry.key if entry.key != register.value else "",
        title=title,
        place=_place(register, entry),
        texts=lambda: tuple(_texts(register, entry)),
    )


def _place(register: RegisterName, entry: AnyEntry) -> str:
    """Actions stand on the plan, every other entry in its register."""
    return f"action:{entry.key}" if register is RegisterName.ACTION_PLAN else f"entry:{register}/{entry.key}"


def _answer(answer: Answer, question: str) -> Item:
    place = f"answer:{answer.key}"
    written = [(_("Note"), answer.note, "note"), (_("Does not apply because"), answer.reason, "reason")]
    # What people had noted before the room agreed is kept behind the agreed answer, and found there.
    written += [(_("Note before the room agreed"), view.note, "note") for view in views_of(answer)]
    parts: Parts = tuple(Part(label, text, f"{place}/{name}") for label, text, name in written if text)
    return Item(
        group=Group.ANSWERS,
        kind=_("Answer"),
        heading=_(Group.ANSWERS.value),
        ident=answer.question,
        title=question,
        place=parts[0].place,
        texts=lambda: parts,
    )


def _title(register: RegisterName, entry: AnyEntry, names: Names) -> str:
    caption = str(getattr(entry, "caption", entry.key))
    if caption != entry.key:
        return caption
    described = ENTRY_TYPES[register]
    said = (
        cell_text(spec_at(described, path).kind, value_at(entry, path), names)
        for path in columns_of(register)[:_TITLE_FIELDS]
    )
    if register in SINGLETONS:
        return _(register.label)
    shown = (" → " if register in _PAIRS else ", ").join(filter(None, said))
    return shown or _(entry.noun)


def _texts(register: RegisterName, entry: AnyEntry) -> Iterator[Part]:
    """Everything that was typed into an entry, field by field."""
    for path, label in _text_fields(register):
        if value := value_at(entry, path):
            text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            yield Part(_(label), text, f"{_place(register, entry)}/{path}")


@cache
def _text_fields(register: RegisterName) -> tuple[tuple[str, str], ...]:
    """Path and label of the fields that hold what somebody typed."""
    described = ENTRY_TYPES[register]
    specs = ((path, spec_at(described, path)) for path in paths_of(described))
    return tuple((path, spec.label) for path, spec in specs if _is_text(spec.kind))


def _is_text(kind: object) -> bool:
    return isinstance(kind, Text | FileName) or (isinstance(kind, ListOf) and _is_text(kind.item))
