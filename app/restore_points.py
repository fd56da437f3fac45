"""Restore points as people read them: when and why each copy was made, where it lies, what has come since."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from app.assessment import assess
from app.backups import Backup, BackupPlan, PlaceKind, backups, way_back
from app.comparison import Comparison, Movement, comparison
from app.i18n import _, ngettext
from app.keeping_safe import copy_beside
from models.snapshot import Snapshot
from models.storage import Store
from models.storage.copy_names import CopyReason
from models.storage.key import FileKey
from models.storage.new_file import drop_draft

MOST_NAMED = 8
LONGEST_NAME = 80
_REASONS = {
    CopyReason.NAMED: "restore point",
    CopyReason.OPENED: "when the file was opened",
    CopyReason.WORKING: "while working",
    CopyReason.CLOSED: "when the file was closed",
    CopyReason.BEFORE_IMPORT: "before an import",
    CopyReason.BEFORE_REVIEW: "before the next review",
    CopyReason.BEFORE_UPGRADE: "before an upgrade",
    CopyReason.BEFORE_PASSPHRASE: "before a new passphrase",
    CopyReason.BEFORE_RESTORE: "before restoring",
}


@dataclass(frozen=True, slots=True)
class ReadyState:
    """What is to be restored, looked through, and the copy that leads back from it.

    A draft is a copy of an earlier format that was brought up to date; `forget` it in the end.
    """

    path: Path
    way_back: Path
    is_draft: bool = False

    def forget(self) -> None:
        """Remove the draft."""
        if self.is_draft:
            drop_draft(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePoint:
    """One state to go back to; the same copy may lie in two places.

    `changes_since` counts the lines of the log since it; None where the file no longer goes on from it, or it
    cannot be read.
    """

    paths: tuple[Path, ...]
    places: tuple[PlaceKind, ...]
    made: datetime
    reason: CopyReason
    name: str
    is_readable: bool
    changes_since: int | None


def reason_words(reason: CopyReason) -> str:
    """Why a copy was made."""
    return _(_REASONS[reason])


def place_words(places: Iterable[PlaceKind]) -> str:
    """Where a copy lies."""
    words = {PlaceKind.BESIDE: _("beside the file"), PlaceKind.DATA_FOLDER: _("in Plumbline's own folder")}
    return ", ".join(words[place] for place in sorted(set(places)))


def since_words(point: RestorePoint) -> str:
    """What has come since a copy was made: "3 changes since"."""
    if not point.is_readable:
        return _("under an earlier passphrase, or damaged")
    if point.changes_since is None:
        return _("from before the file was restored: what came then is not in it now")
    if not point.changes_since:
        return _("nothing has changed since")
    return ngettext("{n} change since", "{n} changes since", point.changes_since).format(
        n=point.changes_since
    )


def restore_points(store: Store, plan: BackupPlan) -> tuple[RestorePoint, ...]:
    """Every copy of the open file, the one made last first."""
    newest = store.newest_line
    found = sorted(backups(store, plan), key=lambda b: (b.number, b.path.name), reverse=True)
    return tuple(_point(store, newest, list(same)) for _name, same in groupby(found, lambda b: b.path.name))


def points_beside(path: Path, key: FileKey, plan: BackupPlan) -> tuple[RestorePoint, ...]:
    """As `restore_points`, for a file that is open elsewhere in this program, from another thread."""
    with _opened(path, key) as store:
        return restore_points(store, plan)


def differences(path: Path, key: FileKey, copy: Path, now: Snapshot) -> tuple[str, ...]:
    """What is other in a copy of the file at `path` than now, a line each; nothing where both are the same.

    Raises CopyNotReadableError, or another error of opening.
    """
    from models.storage.replacing import looked_into  # noqa: PLC0415  (loads SQLAlchemy)

    with looked_into(copy, key, path) as store:
        newest = max(store.reviews(), key=lambda header: header.number)
        then = store.load(newest.id)
    if (then.header.id, then.registers, then.engagement) == (now.header.id, now.registers, now.engagement):
        return ()
    return tuple(_lines(then, now))


def make_ready(
    path: Path, key: FileKey, plan: BackupPlan, copy: Path, report: Callable[[float], None]
) -> ReadyState:
    """Before a restore: check the copy whole, and copy the file as it is now.

    For another thread than the open file's. Raises CopyNotReadableError, NoCopyMadeError, or the errors of
    bringing a copy of an earlier format up to date.
    """
    from models.storage.replacing import as_of_today, check_copy  # noqa: PLC0415  (loads SQLAlchemy)

    state = as_of_today(copy, key, path)
    try:
        check_copy(state, key, path)
        report(0.5)
        with _opened(path, key) as store:
            return ReadyState(state, way_back(store, plan), is_draft=state != copy)
    except BaseException:
        if state != copy:
            drop_draft(state)
        raise


def make_point(path: Path, key: FileKey, plan: BackupPlan, name: str) -> None:
    """Make a restore point of a file that is open elsewhere in this program. Raises NoCopyMadeError."""
    copy_beside(path, key, plan, CopyReason.NAMED, name)


def clean_point_name(name: str) -> str:
    """A restore point's name on one line."""
    return " ".join(name.split())[:LONGEST_NAME]


def _opened(path: Path, key: FileKey) -> Store:
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    return open_with_key(path, key, read_only=True)


def _point(store: Store, newest: int, same: Sequence[Backup]) -> RestorePoint:
    readable = next((backup for backup in same if backup.note is not None), None)
    shown = readable or same[0]
    since = None
    if readable is not None and readable.note is not None:
        note = readable.note
        goes_on = not note.newest_line or store.has_line(note.newest_line, note.newest_hash)
        since = newest - note.newest_line if goes_on else None
    return RestorePoint(
        paths=tuple(backup.path for backup in same if backup.note is not None or readable is None),
        places=tuple(backup.place for backup in same),
        made=shown.made,
        reason=shown.reason,
        name=shown.name,
        is_readable=readable is not None,
        changes_since=since,
    )


def _lines(then: Snapshot, now: Snapshot) -> Iterator[str]:
    if then.header.id != now.header.id:
        yield _("Its newest review is “{title}”.").format(title=then.header.title)
    found = comparison((then, assess(then)), (now, assess(now)))
    yield from _answer_lines(found)
    for change in found.registers:
        for words, keys in (
            (_("{register}: added since: {entries}"), change.added),
            (_("{register}: removed since: {entries}"), change.removed),
            (_("{register}: changed since: {entries}"), change.changed),
        ):
            if keys:
                yield words.format(register=_(change.register.label), entries=_named(keys))
    if then.engagement != now.engagement:
        yield _("The scene of the review was changed since.")
    for movement, words in (
        (Movement.NEW, _("Risks that are new since: {risks}")),
        (Movement.WORSE, _("Risks that are worse since: {risks}")),
        (Movement.BETTER, _("Risks that are better since: {risks}")),
        (Movement.GONE, _("Risks that are gone since: {risks}")),
    ):
        moved = [change.id for change in found.moved(movement)]
        if moved:
            yield words.format(risks=_named(moved))


def _answer_lines(found: Comparison) -> Iterator[str]:
    n = len(found.questions)
    if n:
        words = ngettext(
            "{n} question was answered differently then: {questions}",
            "{n} questions were answered differently then: {questions}",
            n,
        )
        yield words.format(n=n, questions=_named(found.questions))


def _named(keys: Sequence[str]) -> str:
    shown = ", ".join(keys[:MOST_NAMED])
    more = len(keys) - MOST_NAMED
    return shown if more <= 0 else _("{names} and {n} more").format(names=shown, n=more)
