"""Backup copies and restore points of review files: where they lie, which are kept, and how one is put back.

Each is a whole review file under the same key. Its name says only when and why it was made; what a person
called it stands inside, encrypted. Copies lie in a folder beside the file and in the application's own data
folder, there in one named by the file's random id, so that no name says whose they are.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from glob import escape
from pathlib import Path

from app.errors import ReviewError
from app.own_folders import data_folder
from app.settings import Settings, load_settings
from models.storage import Store
from models.storage.copy_names import (
    SUFFIX,
    CopyName,
    CopyNote,
    CopyReason,
    folder_beside,
    next_copy_name,
)
from models.storage.errors import CopyNotReadableError
from models.storage.replacing import put_back

FOLDER = "backups"
_DRAFT = f".{'[0-9a-f]' * 8}.part*"  # what `new_file` adds to a name while a file is being made


class NoCopyMadeError(ReviewError):
    """No copy could be made in any of the places."""

    title = "No backup copy could be made"
    advice = "Check that there is room on the disk, and that you may write beside the file."


class PlaceKind(StrEnum):
    """Where a copy lies."""

    BESIDE = "beside"
    DATA_FOLDER = "data_folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlan:
    """A person's choices: how many automatic copies each place keeps, and which places there are.

    Named restore points are never thrown away by themselves.
    """

    kept: int = 20
    beside: bool = True
    data_folder: bool = True
    folder: Path = field(default_factory=lambda: data_folder() / FOLDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy. `note` is None where it cannot be read with the file's present key.

    `number` grows from copy to copy of a file, see `CopyName`.
    """

    path: Path
    place: PlaceKind
    number: int
    made: datetime
    reason: CopyReason
    note: CopyNote | None = None

    @property
    def name(self) -> str:
        """What a person called it, or nothing."""
        return self.note.name if self.note is not None else ""


def plan_of(settings: Settings | None = None) -> BackupPlan:
    """What a person has chosen in the settings; without any at hand they are read."""
    chosen = settings if settings is not None else load_settings()
    return BackupPlan(
        kept=chosen.copies_kept, beside=chosen.copies_beside, data_folder=chosen.copies_in_data_folder
    )


def back_up(
    store: Store, plan: BackupPlan, reason: CopyReason, name: str = "", *, now: datetime | None = None
) -> tuple[Path, ...]:
    """Copy the open file to every place of the plan, and throw away what is older than the plan keeps.

    Gives the copies that were made, one at least: a place that is full or missing is passed over.
    Raises NoCopyMadeError, from the reason of the last place, or nothing where the plan has no place.
    """
    everywhere = _folders(store, plan, also_unused=True).values()
    file_name = next_copy_name(now or datetime.now(UTC), reason, everywhere)
    made: list[Path] = []
    fault: ReviewError | OSError | None = None
    folders = _folders(store, plan)
    for place, folder in folders.items():
        target = folder / file_name
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            store.copy_to(target, reason, name)
        except (ReviewError, OSError) as error:
            fault = error
            continue
        made.append(target)
        _thin_out(_found(place, folder), plan.kept)
    if folders and not made:
        raise NoCopyMadeError from fault
    return tuple(made)


def is_due(store: Store, plan: BackupPlan) -> bool:
    """Whether no copy that can be read holds the file as it is now, to the last line of its log."""
    newest = store.newest_line
    notes = (backup.note for backup in backups(store, plan) if backup.note is not None)
    return not any(n.newest_line == newest and store.has_line(newest, n.newest_hash) for n in notes)


def backups(store: Store, plan: BackupPlan) -> tuple[Backup, ...]:
    """All copies of the open file, the one made last first; the same in two places counts once for each."""
    found = [
        _with_note(store, backup)
        for place, folder in _folders(store, plan, also_unused=True).items()
        for backup in _found(place, folder)
    ]
    return tuple(sorted(found, key=lambda b: (b.number, b.made, b.place), reverse=True))


def restore(store: Store, plan: BackupPlan, copy: Path, *, who: str) -> Store:
    """Put a copy in the place of the open file, after a copy of the file as it is, so that it can be undone.

    `store` is closed; gives the file, open. Raises NoCopyMadeError or the errors of `put_back`, when nothing
    has changed.
    """
    way_back(store, plan)
    return put_back(store, copy, who=who)


def way_back(store: Store, plan: BackupPlan) -> Path:
    """A copy of the file as it is before it is restored, also where a person wants none otherwise.

    Raises NoCopyMadeError.
    """
    if not _folders(store, plan):
        plan = BackupPlan(kept=plan.kept, folder=plan.folder)
    return back_up(store, plan, CopyReason.BEFORE_RESTORE)[0]


def all_copies(path: Path, file_id: str, plan: BackupPlan) -> tuple[Path, ...]:
    """Every copy of a file, readable or not: what `purge` has to destroy."""
    folders = {PlaceKind.BESIDE: folder_beside(path), PlaceKind.DATA_FOLDER: plan.folder / file_id}
    return tuple(backup.path for place, folder in folders.items() for backup in _found(place, folder))


def half_made(path: Path, file_id: str, plan: BackupPlan) -> tuple[Path, ...]:
    """What a crash left of copies, and of states that were to take the file's place.

    Whoever holds the file may remove it: nobody else has anything of it under way. An empty `file_id` leaves
    the data folder out.
    """
    a_copy = f".*{SUFFIX}{_DRAFT}"
    return (
        *path.parent.glob(f".{escape(path.name)}{_DRAFT}"),
        *folder_beside(path).glob(a_copy),
        *((plan.folder / file_id).glob(a_copy) if file_id else ()),
    )


def _folders(store: Store, plan: BackupPlan, *, also_unused: bool = False) -> dict[PlaceKind, Path]:
    folders: dict[PlaceKind, Path] = {}
    if plan.data_folder or also_unused:
        folders[PlaceKind.DATA_FOLDER] = plan.folder / store.file_id
    if plan.beside or also_unused:
        folders[PlaceKind.BESIDE] = folder_beside(store.path)
    return folders


def _found(place: PlaceKind, folder: Path) -> tuple[Backup, ...]:
    """The copies in one place in the order in which they were made."""
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            backup = _named(file, place)
            if backup is not None and not file.is_symlink():
                found.append(backup)
    return tuple(sorted(found, key=lambda backup: (backup.number, backup.made)))


def _named(file: Path, place: PlaceKind) -> Backup | None:
    name = CopyName.of(file)
    if name is None:
        return None
    return Backup(path=file, place=place, number=name.number, made=name.made, reason=name.reason)


def _with_note(store: Store, backup: Backup) -> Backup:
    try:
        note = store.note_of(backup.path)
    except CopyNotReadableError:
        return backup
    return replace(backup, made=note.made, reason=note.reason, note=note)


def _thin_out(found: Sequence[Backup], kept: int) -> None:
    """Throw away the automatic copies made first, beyond `kept`, but the first of each of the last days.

    What was made first is told by the order of `found` and by no clock.
    """
    automatic = [backup for backup in found if backup.reason is not CopyReason.NAMED]
    spare = set(_first_of_days(automatic))
    for backup in automatic[: max(0, len(automatic) - kept)]:
        if backup.path not in spare:
            with suppress(OSError):
                backup.path.unlink()


def _first_of_days(backups_of_a_place: Iterable[Backup], days: int = 14) -> tuple[Path, ...]:
    first: dict[object, Path] = {}
    for backup in backups_of_a_place:
        first.setdefault(backup.made.date(), backup.path)
    return tuple(first.values())[-days:]
