"""The change log as people read it: who changed what, when, from what to what, and why."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.cell_text import Names, cell_text, names_of
from app.day_words import short_day
from app.exchange.tables import Table, TableColumn
from app.i18n import _
from app.register_columns import paths_of, spec_at, value_at
from app.role_words import role_words
from models.sign_off import ReadyToSign, Reopened, Signed, SignOffRecord
from models.snapshot import ReviewHeader, Snapshot
from models.storage import ChangeRecord
from models.storage.log_parts import LogPart
from models.values import SINGLETONS, Described, Ident, QuestionId, RegisterName

__all__ = [
    "FieldChange",
    "HistoryLine",
    "LogPart",
    "change_words",
    "done_words",
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

    `what` names the entry by its id, `name` is what people call it; `changes` has a line for every field
    that differs.
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
    name: str = ""
    is_new: bool = False
    is_removed: bool = False


def history(
    snapshot: Snapshot, records: Iterable[ChangeRecord], *, day_words: Callable[[date], str] = short_day
) -> tuple[HistoryLine, ...]:
    """The log in words, newest first; `snapshot` says what people call the entries that are referred to.

    A file may want the dates in it otherwise, see `day_words`.
    """
    names = names_of(snapshot)
    newest_first = sorted(records, key=lambda r: r.seq, reverse=True)
    return tuple(_line(record, names, day_words) for record in newest_first)


def says(line: HistoryLine, words: str) -> bool:
    """Whether a line has these words in it, wherever; capitals do not matter."""
    changes = (text for change in line.changes for text in (change.field, change.before, change.after))
    text = "\n".join((line.label, line.who, line.reason, line.what, line.name, *changes)).casefold()
    return all(word in text for word in words.casefold().split())


def done_words(line: HistoryLine) -> str:
    """What was done; and to which entry, where the words for the whole step do not say it."""
    if not line.name or line.name in line.label or line.what in line.label:
        return line.label
    words_for = _("{entry}")
    if line.is_new or line.is_removed:
        words_for = _("New: {entry}") if line.is_new else _("Gone: {entry}")
    return f"{line.label}\n{words_for.format(entry=line.name)}"


def change_words(line: HistoryLine) -> str:
    """What was changed, a line for every field; what a new entry says, or one said that is gone."""
    if line.is_new or line.is_removed:
        return "\n".join(
            _("{field}: {value}").format(field=change.field, value=change.after or change.before)
            for change in line.changes
        )
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


def _line(record: ChangeRecord, names: Names, day_words: Callable[[date], str]) -> HistoryLine:
    has_entry = record.register is not None
    return HistoryLine(
        seq=record.seq,
        at=record.at,
        who=record.who,
        label=record.label,
        reason=record.reason,
        what=_what(record),
        place=_place(record),
        changes=tuple(_record_changes(record, names, day_words)),
        edit_id=record.edit_id,
        name=_name(record),
        is_new=has_entry and record.before is None,
        is_removed=has_entry and record.after is None,
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


def _name(record: ChangeRecord) -> str:
    """What people call the entry, as it is after the change, or was before it went."""
    entry = record.after if record.after is not None else record.before
    if record.register is None or record.register is RegisterName.ANSWERS:
        return ""
    if record.register in SINGLETONS:
        return _(record.register.label)
    return " ".join(str(getattr(entry, "caption", record.key)).split())


def _record_changes(
    record: ChangeRecord, names: Names, day_words: Callable[[date], str]
) -> Iterable[FieldChange]:
    for one in (record.before, record.after):
        if isinstance(one, ReviewHeader):
            return _header_changes(record.before, record.after)
        if isinstance(one, ReadyToSign | Signed | Reopened):
            return _sign_off_fields(one)
    return field_changes(record.before, record.after, names, with_id=False, day_words=day_words)


def _sign_off_fields(record: SignOffRecord) -> Iterable[FieldChange]:
    yield FieldChange(_("Version"), "", str(record.version))
    yield FieldChange(_("Seal"), "", record.seal)
    if isinstance(record, Signed):
        yield FieldChange(_("Signed by"), "", record.name)
        yield FieldChange(_("Signed as"), "", role_words(record.role))
        yield FieldChange(_("SHA-256 of the file"), "", record.file)
        yield FieldChange(_("SHA-256 of the certificate"), "", record.certificate)


def field_changes(
    before: object,
    after: object,
    names: Names,
    *,
    with_id: bool = True,
    day_words: Callable[[date], str] = short_day,
) -> Iterable[FieldChange]:
    """Every field in which two states of an entry differ, in the order of its description."""
    described = next((one for one in (after, before) if isinstance(one, Described)), None)
    if described is None:
        return
    kind = type(described)
    for path in paths_of(kind):
        old, new = (value_at(one, path) if isinstance(one, Described) else None for one in (before, after))
        if old != new:
            spec = spec_at(kind, path)
            is_whose = isinstance(spec.kind, Ident) or (isinstance(spec.kind, QuestionId) and spec.required)
            if is_whose and not with_id:
                continue  # the line says whose it is; what was answered has to be seen beside it
            words = (cell_text(spec.kind, value, names, day_words=day_words) for value in (old, new))
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
