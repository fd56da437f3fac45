"""Turns what a room recognises in the libraries into new rows of the registers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app import library
from app.day_words import short_day
from app.edits import Edit, batch, put
from app.i18n import _, ngettext
from app.new_entries import new_entry, still_needed, unasked_values
from models.library import Facts, Known
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, Json, Reading, RegisterName, System, spec_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something to tick: its group and words, what is known about it, and the facts to start a row with.

    `is_present`: the register has an entry of this name already.
    """

    id: str
    group: str
    title: str
    detail: str
    known: Known
    facts: Facts
    is_present: bool = False


def has_library(register: RegisterName) -> bool:
    """Whether there is anything to offer for a register."""
    return register in _SHELVES


def offers(snapshot: Snapshot, register: RegisterName) -> tuple[Offer, ...]:
    """All that can be ticked for a register, group by group. Raises LibraryError when a file is damaged."""
    return tuple(_SHELVES[register](snapshot))


def matching(offered: Sequence[Offer], words: str) -> tuple[Offer, ...]:
    """The offers in which every one of the words occurs."""
    wanted = words.casefold().split()
    return tuple(
        offer
        for offer in offered
        if all(word in f"{offer.title} {offer.detail} {offer.group}".casefold() for word in wanted)
    )


def add_from_library(snapshot: Snapshot, register: RegisterName, chosen: Sequence[Offer]) -> Edit:
    """One edit that adds a row for each chosen offer.

    Only what the library says is filled in. A required fact that it does not say gets the more exposed value,
    and the row is marked as assumed.
    """
    made = [
        new_entry(snapshot, register, _values(snapshot, register, offer), n) for n, offer in enumerate(chosen)
    ]
    label = ngettext("Add {n} row from the library", "Add {n} rows from the library", len(made))
    return batch(label.format(n=len(made)), [put(snapshot, register, entry) for entry in made])


def _values(snapshot: Snapshot, register: RegisterName, offer: Offer) -> dict[str, object]:
    described = ENTRY_TYPES[register]
    facts = {name: _read(spec_of(described, name).kind.read, raw) for name, raw in offer.facts.items()}
    if still_needed(register, facts):
        facts = {**unasked_values(register), **facts}
    source = _("Library, as known on {date}; to be confirmed on the client's screen.")
    facts["source"] = source.format(date=short_day(offer.known.as_known_on))
    return facts


def _read(read: Callable[[Json, Reading], object], raw: Json) -> object:
    return read(raw, Reading())


def _systems(snapshot: Snapshot) -> Iterator[Offer]:
    taken = _taken(snapshot, RegisterName.SYSTEMS)
    for item in library.system_library():
        yield _offer(item.id, item.category, item.name, item.maker, item, item.facts, taken)


def _tools(snapshot: Snapshot) -> Iterator[Offer]:
    """Features of the registered systems first, then what people use without asking, then the rest."""
    taken = _taken(snapshot, RegisterName.AI_TOOLS)
    shown: set[str] = set()
    for system in snapshot.systems.values():
        group = _("Arrives with {system}").format(system=f"{system.id} {system.name}")
        for item in library.features_for(system.name, system.category or ""):
            shown.add(item.id)
            facts = {**item.tool_facts, "host_system": system.id, **_vendor_of(snapshot, system)}
            yield _offer(f"{system.id}/{item.id}", group, item.name, item.does, item, facts, taken)
    for kind in library.shadow_library():
        group = _("Used without asking")
        yield _offer(kind.id, group, kind.name, kind.looks_like, kind, kind.tool_facts, taken)
    platforms = {platform.id: platform.name for platform in library.platform_library()}
    for item in library.feature_library():
        if item.id not in shown:
            group = _("Arrives with {system}").format(system=platforms.get(item.platform, item.platform))
            yield _offer(item.id, group, item.name, item.does, item, item.tool_facts, taken)


def _vendor_of(snapshot: Snapshot, system: System) -> dict[str, str]:
    """The vendor of a feature is that of its system, where the register has just one of that name."""
    wanted = (system.vendor_name or "").strip().casefold()
    found = [vendor.id for vendor in snapshot.vendors.values() if vendor.name.strip().casefold() == wanted]
    return {"vendor": found[0]} if len(found) == 1 else {}


def _categories(snapshot: Snapshot) -> Iterator[Offer]:
    taken = _taken(snapshot, RegisterName.DATA_CATEGORIES)
    for item in library.data_category_library():
        group = _("Sensitivity {n}").format(n=item.sensitivity)
        yield _offer(item.id, group, item.name, item.examples, item, item.facts, taken)


def _use_cases(snapshot: Snapshot) -> Iterator[Offer]:
    taken = _taken(snapshot, RegisterName.USE_CASES)
    for item in library.use_case_library():
        group = _("Usually {level}").format(level=_(item.usual_level.value))
        yield _offer(item.id, group, item.name, item.purpose, item, item.use_case_facts, taken)


def _monitors(snapshot: Snapshot) -> Iterator[Offer]:
    taken = _taken(snapshot, RegisterName.MONITORS)
    known = library.defaults()
    for item in known.monitors:
        yield _offer(item.id, item.fits, item.metric, item.threshold, item, item.facts, taken)


def _cadences(snapshot: Snapshot) -> Iterator[Offer]:
    taken = _taken(snapshot, RegisterName.REVIEW_CADENCES)
    known = library.defaults()
    for item in known.cadences:
        detail = f"{item.interval}. {item.looks_at}"
        yield _offer(item.id, known.cadence_effort, item.subject, detail, item, item.facts, taken)


_SHELVES: Mapping[RegisterName, Callable[[Snapshot], Iterator[Offer]]] = MappingProxyType(
    {
        RegisterName.SYSTEMS: _systems,
        RegisterName.AI_TOOLS: _tools,
        RegisterName.DATA_CATEGORIES: _categories,
        RegisterName.USE_CASES: _use_cases,
        RegisterName.MONITORS: _monitors,
        RegisterName.REVIEW_CADENCES: _cadences,
    }
)


def _taken(snapshot: Snapshot, register: RegisterName) -> frozenset[str]:
    entries = snapshot.entries(register).values()
    return frozenset(str(getattr(entry, "caption", "")).casefold() for entry in entries)


def _offer(
    key: str, group: str, title: str, detail: str, known: Known, facts: Facts, taken: frozenset[str]
) -> Offer:
    return Offer(
        id=key,
        group=group,
        title=title,
        detail=detail,
        known=known,
        facts=facts,
        is_present=title.casefold() in taken,
    )
