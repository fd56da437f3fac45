"""What has changed between two states of a review, entry by entry and field by field. Pure.

Also finds the state that was sealed: it takes back, one by one, what the change log says was done since.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.cell_text import names_of
from app.comparison import RiskChange, comparison
from app.history import FieldChange, entry_words, field_changes
from app.i18n import _, ngettext
from models.assessment import Assessment
from models.sign_off import ReadyToSign
from models.snapshot import Snapshot
from models.storage import ChangeRecord
from models.values import ENTRY_TYPES, AnyEntry, RegisterName


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One entry that came, went or was changed. `place` is where it leads in the window."""

    register: RegisterName
    key: str
    what: str
    place: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that differs: entries with their fields, and the risks that moved by it."""

    entries: tuple[EntryChange, ...]
    risks: tuple[RiskChange, ...]
    is_other_pack: bool = False

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.entries or self.risks or self.is_other_pack)

    @property
    def words(self) -> str:
        """In one sentence."""
        if not self:
            return _("Nothing has changed since it was sealed.")
        n, moved = len(self.entries), len(self.risks)
        if not moved:
            words = ngettext(
                "Since it was sealed, {n} entry has changed; no risk moved.",
                "Since it was sealed, {n} entries have changed; no risk moved.",
                n,
            )
            return words.format(n=n)
        entries = ngettext("{n} entry has changed", "{n} entries have changed", n).format(n=n)
        risks = ngettext("{n} risk moved", "{n} risks moved", moved).format(n=moved)
        return _("Since it was sealed, {entries} and {risks}.").format(entries=entries, risks=risks)


def changes_between(before: tuple[Snapshot, Assessment], after: tuple[Snapshot, Assessment]) -> Changes:
    """What differs between two states; the order of entries counts for nothing."""
    return Changes(
        entries=tuple(_entries(before[0], after[0])),
        risks=comparison(before, after).risks,
        is_other_pack=before[0].pack != after[0].pack,
    )


def is_changed(before: Snapshot, after: Snapshot) -> bool:
    """Whether any entry, or the question pack, is another one; the order of entries counts for nothing."""
    return before.pack != after.pack or any(
        before.entries(register) != after.entries(register) for register in ENTRY_TYPES
    )


def as_sealed(snapshot: Snapshot, records: Sequence[ChangeRecord], ready: ReadyToSign) -> Snapshot:
    """The review as it was when it was sealed; `records` is its whole change log.

    Its seal is again that of `ready`, but for entries that stand in another order.
    """
    since = next((r.seq for r in reversed(records) if r.after == ready), None)
    if since is None:
        raise ValueError("the change log knows nothing of this seal")
    for record in sorted(records, key=lambda r: r.seq, reverse=True):
        if record.seq <= since:
            break
        snapshot = _without(snapshot, record)
    return snapshot


def _without(snapshot: Snapshot, record: ChangeRecord) -> Snapshot:
    register, before = record.register, record.before
    if register is None:
        return snapshot
    if before is None:
        return snapshot.without_entry(register, record.key)
    return snapshot.with_entry(register, before)  # type: ignore[arg-type]  # with a register it is an entry


def _entries(before: Snapshot, after: Snapshot) -> Iterator[EntryChange]:
    names = {**names_of(before), **names_of(after)}
    for register in ENTRY_TYPES:
        old, new = before.entries(register), after.entries(register)
        for key in dict.fromkeys((*old, *new)):
            one, other = old.get(key), new.get(key)
            if one == other:
                continue
            yield EntryChange(
                register=register,
                key=key,
                what=entry_words(register, key),
                place=f"entry:{register.value}/{key}",
                fields=tuple(field_changes(one, other, names)) or _unknown_fields(one, other),
            )


def _unknown_fields(before: AnyEntry | None, after: AnyEntry | None) -> tuple[FieldChange, ...]:
    """What this version has no words for: fields that the format does not know."""
    old, new = (dict(one.extras) if one is not None else {} for one in (before, after))
    return tuple(
        FieldChange(name, _plain(old.get(name)), _plain(new.get(name)))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def _plain(value: object) -> str:
    return "" if value is None else str(value)
