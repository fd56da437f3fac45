"""The edits that people make: each a named list of changes that can be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from app.dissent import views_of
from app.errors import ReviewError
from app.i18n import _, ngettext
from app.references import Place, entries_referring, without_references
from app.register_columns import spec_at
from models.change import Change
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    ID_PREFIXES,
    LISTS,
    Answer,
    AnyEntry,
    Described,
    Group,
    RegisterName,
    spec_of,
)

LONGEST_NAME = 40


class StillNeededError(ReviewError):
    """An entry cannot be removed because answers hang on it."""

    title = "This person has given answers"
    advice = "Give these answers to another person first, or keep the person in the register."


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a person did, in words, and the changes that it makes; all of them happen, or none.

    Edits in a row with the same `merge_key` (one text field being typed in) are one step of undo.
    """

    label: str
    changes: tuple[Change, ...]
    merge_key: str | None = None
    reason: str = ""

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return replace(self, changes=tuple(change.inverse() for change in reversed(self.changes)))


def put(snapshot: Snapshot, register: RegisterName, entry: AnyEntry, label: str = "") -> Edit:
    """Add an entry at the end of its register, or replace the one with the same key."""
    before = snapshot.entry(register, entry.key)
    words_for = _("Add {what}") if before is None else _("Change {what}")
    change = Change(register=register, key=entry.key, before=before, after=entry)
    return Edit(label=label or words_for.format(what=_what(entry)), changes=(change,))


def set_field(snapshot: Snapshot, register: RegisterName, key: str, path: str, value: object) -> Edit:
    """Set one field of an entry; `path` names it, with dots into nested objects; None clears it.

    Raises KeyError if there is no such entry or field.
    """
    before = snapshot.entry(register, key)
    if before is None:
        raise KeyError(key)
    after = cast("AnyEntry", _with_value(before, path.split("."), value))
    label = _("Change {field} of {what}").format(
        field=_(spec_at(type(before), path).label), what=_what(before)
    )
    change = Change(register=register, key=key, before=before, after=after)
    return Edit(label=label, changes=(change,), merge_key=f"{register}/{key}/{path}")


def set_fields(
    snapshot: Snapshot, register: RegisterName, keys: Iterable[str], path: str, value: object
) -> Edit:
    """Set one field of several entries at once."""
    edits = [set_field(snapshot, register, key, path, value) for key in keys]
    label = ngettext("Change {field} of {n} entry", "Change {field} of {n} entries", len(edits))
    field = _(spec_at(ENTRY_TYPES[register], path).label)
    return batch(label.format(field=field, n=len(edits)), edits)


def answer(snapshot: Snapshot, given: Answer) -> Edit:
    """Record an answer, in place of the same respondent's earlier one."""
    return put(snapshot, RegisterName.ANSWERS, given, _("Answer {question}").format(question=given.question))


def remove(snapshot: Snapshot, register: RegisterName, keys: Sequence[str]) -> Edit:
    """Remove entries, and with them every reference to them, so that nothing dangles.

    An entry that cannot exist without a removed one (a grant without its tool) is removed too.
    Raises StillNeededError for a participant who has given answers.
    """
    gone: set[Place] = set()
    changed: dict[Place, AnyEntry] = {}
    going = {(register, key) for key in keys}
    while going:
        gone |= going
        ids = frozenset(key for _register, key in going)
        referring = dict(entries_referring(snapshot, going))
        going = set()
        for place, entry in referring.items():
            if place in gone:
                continue
            if isinstance(entry, Answer) and any(
                said.respondent in ids for said in (entry, *views_of(entry))
            ):
                raise StillNeededError
            stripped = without_references(changed.get(place, entry), ids)
            if stripped is None:
                going.add(place)
                changed.pop(place, None)
            else:
                changed[place] = stripped
    label = _removed_words(snapshot, register, keys, len(gone) - len(set(keys)))
    return Edit(label=label, changes=(*_replacements(snapshot, changed), *_removals(snapshot, gone)))


def batch(label: str, edits: Sequence[Edit]) -> Edit:
    """Several edits, each made against the same snapshot and touching other entries, as one."""
    return Edit(label=label, changes=tuple(change for edit in edits for change in edit.changes))


def new_id(snapshot: Snapshot, register: RegisterName, after: int = 0) -> str:
    """An id that no entry of the review has: the register's letters and the next number.

    `after` asks for a later one, for several new entries in one edit: 0 gives the next free id.
    """
    prefix = ID_PREFIXES[register]
    width = 2 if len(prefix) == 1 else 1
    return f"{prefix}{snapshot.last_numbers.get(prefix, 0) + 1 + after:0{width}d}"


def _removed_words(snapshot: Snapshot, register: RegisterName, keys: Sequence[str], more: int) -> str:
    """What is removed: one entry by its id, several by their number, and how many go with them."""
    n = len(set(keys))
    entry = snapshot.entry(register, keys[0]) if n == 1 else None
    words_for = _what(entry) if entry is not None else ngettext("{n} entry", "{n} entries", n).format(n=n)
    if not more:
        return _("Remove {what}").format(what=words_for)
    label = ngettext(
        "Remove {what} and {n} entry that needs it", "Remove {what} and {n} entries that need it", more
    )
    return label.format(what=words_for, n=more)


def _replacements(snapshot: Snapshot, changed: dict[Place, AnyEntry]) -> Iterator[Change]:
    for (register, key), after in changed.items():
        yield Change(register=register, key=key, before=snapshot.entry(register, key), after=after)


def _removals(snapshot: Snapshot, gone: set[Place]) -> Iterator[Change]:
    """Removals from the last place to the first, so that taking them back restores every place."""
    for register in LISTS:
        entries = list(snapshot.entries(register).items())
        for index, (key, entry) in reversed(list(enumerate(entries))):
            if (register, key) in gone:
                yield Change(register=register, key=key, before=entry, after=None, index=index)


def _with_value(described: Described, path: Sequence[str], value: object) -> Described:
    name, *rest = path
    spec = spec_of(type(described), name)
    if not rest:
        return described.with_values(**{name: value})
    if not isinstance(spec.kind, Group):
        raise KeyError(name)
    nested = getattr(described, name)
    inner = _with_value(nested if nested is not None else spec.kind.described(), rest, value)
    return described.with_values(**{name: inner if inner.write() else None})


def _what(entry: AnyEntry) -> str:
    noun = _(entry.noun).lower() if not entry.noun.startswith("AI") else _(entry.noun)
    return f"{noun} {called(entry)}" if entry.key != entry.noun.lower().replace(" ", "_") else noun


def called(entry: AnyEntry) -> str:
    """What people call an entry, in the few words that the name of a step has room for; else its id."""
    name = " ".join(str(getattr(entry, "caption", entry.key)).split())
    if not name or name == entry.key:
        return entry.key
    return f"“{name}”" if len(name) <= LONGEST_NAME else f"“{name[: LONGEST_NAME - 1].rstrip()}…”"
