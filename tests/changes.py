"""Changes of snapshots for tests: by entry and field, all at once, or in another order."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from types import MappingProxyType
from typing import Any

from app.edits import Edit
from models.snapshot import Snapshot
from models.values import Answer, AnyEntry, RegisterName


def applied(snapshot: Snapshot, edit: Edit | None) -> Snapshot:
    """The snapshot after an edit, which must be there and have been made for it."""
    assert edit is not None
    for change in edit.changes:
        assert snapshot.entry(change.register, change.key) == change.before
        if change.after is None:
            snapshot = snapshot.without_entry(change.register, change.key)
        else:
            snapshot = snapshot.with_entry(change.register, change.after, change.index)
    return snapshot


def with_fields(snapshot: Snapshot, register: RegisterName, key: str, **values: Any) -> Snapshot:
    """The snapshot with fields of one entry set. Any: what the fields hold."""
    entry = snapshot.entry(register, key)
    assert entry is not None
    changed: Any = entry
    return snapshot.with_entry(register, replace(changed, **values))


def with_answer(snapshot: Snapshot, answer: Answer) -> Snapshot:
    """The snapshot with this as the only answer to its question."""
    return with_answers_to(snapshot, answer.question, answer)


def with_answers_to(snapshot: Snapshot, question_id: str, *answers: Answer) -> Snapshot:
    """The snapshot with exactly these answers to one question."""
    kept = {key: answer for key, answer in snapshot.answers.items() if answer.question != question_id}
    return with_register(
        snapshot, RegisterName.ANSWERS, {**kept, **{answer.key: answer for answer in answers}}
    )


def with_register(snapshot: Snapshot, register: RegisterName, entries: Mapping[str, AnyEntry]) -> Snapshot:
    """The snapshot with other entries in one list."""
    registers = {**snapshot.registers, register: MappingProxyType(dict(entries))}
    return replace(snapshot, registers=MappingProxyType(registers))


def shuffled(snapshot: Snapshot, random: Random) -> Snapshot:
    """The snapshot with the entries of every list in another order."""
    for register, entries in snapshot.registers.items():
        items = list(entries.items())
        random.shuffle(items)
        snapshot = with_register(snapshot, register, dict(items))
    return snapshot
