"""A snapshot after a list of changes, made together: each register is copied once, however many there are."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from models.change import Change
from models.snapshot import Entries, Snapshot
from models.values import SINGLETONS, AnyEntry, Engagement, IncidentProcess, RegisterName


class NotAsBeforeError(ValueError):
    """An entry is not what a change says it was."""


def changed(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """The snapshot after the changes, one after the other; `before` of each is what the ones before left.

    The same as `with_entry` and `without_entry` change by change, but takes time by the size of the registers
    and the number of changes, not by their product. Raises NotAsBeforeError; then there is no new snapshot.
    """
    lists: dict[RegisterName, _List] = {}
    for change in changes:
        if change.register in SINGLETONS:
            snapshot = _with_single(snapshot, change)
            continue
        if change.register not in lists:
            lists[change.register] = _List(snapshot.entries(change.register))
        lists[change.register].take(change)
    return _with_lists(snapshot, lists) if lists else snapshot


class _List:
    """One register being changed. `_order` is kept apart only once an entry has gone between others."""

    def __init__(self, entries: Entries) -> None:
        self._entries: dict[str, AnyEntry] = dict(entries)
        self._order: list[str] | None = None

    def take(self, change: Change) -> None:
        """Make one change."""
        if self._entries.get(change.key) != change.before:
            raise NotAsBeforeError
        if change.after is None:
            self._settle()
            del self._entries[change.key]
        elif change.key in self._entries:
            self._entries[change.key] = change.after
        else:
            self._add(change.after, change.index)

    def done(self) -> dict[str, AnyEntry]:
        """The entries in their order."""
        self._settle()
        return self._entries

    def _add(self, entry: AnyEntry, index: int | None) -> None:
        is_between = index is not None and index < len(self._entries)
        if is_between and self._order is None:
            self._order = list(self._entries)
        self._entries[entry.key] = entry
        if self._order is not None:
            self._order.insert(index if is_between and index is not None else len(self._order), entry.key)

    def _settle(self) -> None:
        """Bring the entries into the order that is kept apart."""
        if self._order is not None:
            self._entries = {key: self._entries[key] for key in self._order}
            self._order = None


def _with_single(snapshot: Snapshot, change: Change) -> Snapshot:
    if snapshot.entry(change.register, change.key) != change.before:
        raise NotAsBeforeError
    match change.after:
        case Engagement() as engagement:
            return replace(snapshot, engagement=engagement)
        case IncidentProcess() | None as process if change.register is RegisterName.INCIDENT_PROCESS:
            return replace(snapshot, incident_process=process)
        case _:
            raise ValueError("a review always has its engagement")


def _with_lists(snapshot: Snapshot, lists: dict[RegisterName, _List]) -> Snapshot:
    registers = dict(snapshot.registers)
    for register, made in lists.items():
        if entries := made.done():
            registers[register] = MappingProxyType(entries)
        else:
            registers.pop(register, None)
    return replace(snapshot, registers=MappingProxyType(registers))
