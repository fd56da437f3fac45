"""The change log as people read it: who changed what, when, from what to what, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.cell_text import Names, cell_text, names_of
from app.exchange.tables import Table, TableColumn
from app.i18n import _
from app.register_columns import paths_of, spec_at, value_at
from app.role_words import role_words
from models.sign_off import ReadyToSign, Reopened, Signed, SignOffRecord
from models.snapshot import ReviewHeader, Snapshot
from models.storage import ChangeRecord
from models.storage.log_parts import LogPart
from models.values import SINGLETONS, Described, RegisterName

__all__ = [
    "FieldChange",
    "HistoryLine",
    "LogPart",
    "change_words",
    "entry_words",
    "field_changes",
    "history",
    "history_table",
    "says",
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after, in words; empty where nothing was recorded."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line of the log in words. `place` is where it leads in the window, or "" for the review itself.

    `what` names the entry; `changes` has a line for every field that differs.
    """

    seq: int
    at: datetime
    who: str
    label: str
    reason: str
    what: str
    place: str
    changes: tuple[FieldChange, ...]
    edit_id: str


def history(snapshot: Snapshot, records: Iterable[ChangeRecord]) -> tuple[HistoryLine, ...]:
    """The log in words, newest first; `snapshot` says what people call the entries that are referred to."""
    names = names_of(snapshot)
    return tuple(_line(record, names) for record in sorted(records, key=lambda r: r.seq, reverse=True))


def says(line: HistoryLine, words: str) -> bool:
    """Whether a line has these words in it, wherever; capitals do not matter."""
    changes = (text for change in line.changes for text in (change.field, change.before, change.after))
    text = "\n".join((line.label, line.who, line.reason, line.what, *changes)).casefold()
    return all(word in text for word in words.casefold().split())


def change_words(line: HistoryLine) -> str:
    """What was changed, a line for every field."""
    return "\n".join(
        _("{field}: {before} → {after}").format(
            field=change.field, before=change.before or "–", after=change.after or "–"
        )
        for change in line.changes
    )


def history_table(lines: Sequence[HistoryLine]) -> Table:
    """The log as a table, a row for every field that was changed, oldest first."""
    titles = {
        "seq": _("Line"),
        "at": _("When (UTC)"),
        "who": _("Who"),
        "label": _("What was done"),
        "what": _("Entry"),
        "field": _("Field"),
        "before": _("Before"),
        "after": _("After"),
        "reason": _("Reason"),
    }
    rows = tuple(
        (
            line.seq, line.at.strftime("%Y-%m-%d %H:%M:%S"), line.who, line.label, line.what,
            change.field, change.before, change.after, line.reason,
        )
        for line in reversed(lines)
        for change in line.changes or (FieldChange("", "", ""),)
    )  # fmt: skip
    columns = tuple(TableColumn(title, field) for field, title in titles.items())
    return Table("history", _("Change log"), columns, rows)


def _line(record: ChangeRecord, names: Names) -> HistoryLine:
    return HistoryLine(
        seq=record.seq,
        at=record.at,
        who=record.who,
        label=record.label,
        reason=record.reason,
        what=_what(record),
        place=_place(record),
        changes=tuple(_record_changes(record, names)),
        edit_id=record.edit_id,
    )


def entry_words(register: RegisterName, key: str) -> str:
    """What people call an entry of the log."""
    if register is RegisterName.ANSWERS:
        return key.rstrip("/")
    if register in SINGLETONS:
        return _(register.label)
    return f"{_(register.label)}: {key}"


def _place(record: ChangeRecord) -> str:
    if record.register is None:
        return ""
    if record.register is RegisterName.ANSWERS:
        return f"question:{record.key.partition('/')[0]}"
    return f"entry:{record.register.value}/{record.key}"


def _what(record: ChangeRecord) -> str:
    return entry_words(record.register, record.key) if record.register is not None else _("the review")


def _record_changes(record: ChangeRecord, names: Names) -> Iterable[FieldChange]:
    for one in (record.before, record.after):
        if isinstance(one, ReviewHeader):
            return _header_changes(record.before, record.after)
        if isinstance(one, ReadyToSign | Signed | Reopened):
            return _sign_off_fields(one)
    return field_changes(record.before, record.after, names)


def _sign_off_fields(record: SignOffRecord) -> Iterable[FieldChange]:
    yield FieldChange(_("Version"), "", str(record.version))
    yield FieldChange(_("Seal"), "", record.seal)
    if isinstance(record, Signed):
        yield FieldChange(_("Signed by"), "", record.name)
        yield FieldChange(_("Signed as"), "", role_words(record.role))
        yield FieldChange(_("SHA-256 of the file"), "", record.file)
        yield FieldChange(_("SHA-256 of the certificate"), "", record.certificate)


def field_changes(before: object, after: object, names: Names) -> Iterable[FieldChange]:
    """Every field in which two states of an entry differ, in the order of its description."""
    described = next((one for one in (after, before) if isinstance(one, Described)), None)
    if described is None:
        return
    kind = type(described)
    for path in paths_of(kind):
        old, new = (value_at(one, path) if isinstance(one, Described) else None for one in (before, after))
        if old != new:
            spec = spec_at(kind, path)
            words = (cell_text(spec.kind, value, names) for value in (old, new))
            yield FieldChange(_(spec.label), *words)


def _header_changes(before: object, after: object) -> Iterable[FieldChange]:
    titles = {"title": _("Title"), "sealed": _("Sealed")}
    for name, label in titles.items():
        old, new = (getattr(one, name, None) for one in (before, after))
        if old != new:
            yield FieldChange(label, *(_plain(value) for value in (old, new)))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)
