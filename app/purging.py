"""Destroys everything that this computer keeps of one client's review file, and lists what it removed.

A file is overwritten before it is removed. On flash storage and on file systems that copy on writing, old
blocks may outlive that: what stands in them is encrypted, and the salt without which no passphrase leads to
its key went first. Reports and exports that were saved elsewhere are nobody's to find: the list says so.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app import recent
from app.backups import BackupPlan, all_copies, half_made
from app.errors import ReviewError
from app.file_memory import record_of
from app.i18n import _
from app.keychain import Keychain
from app.place_memory import WINDOW_FILE, forget_folders, forget_place, place_name
from app.remembering import forget, is_remembered, strike
from app.settings import SettingsNotSavedError
from models.storage.copy_names import folder_beside
from models.storage.key import SALT_LENGTH
from models.storage.new_file import beside
from models.storage.places import followed

_BLOCK = 1 << 20


class NotPurgedError(ReviewError):
    """Something could not be removed; what could be is gone."""

    title = "Not everything could be removed"
    advice = "Close the file in other windows, check that you may write to its folder, and run this again."


class RemovedKind(StrEnum):
    """What kind of thing was removed."""

    FILE = "file"
    COPY = "copy"
    KEY = "key"
    MENTION = "mention"
    MEMORY = "memory"
    LISTED = "listed"
    PLACE = "place"
    FOLDERS = "folders"


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing that is gone: its kind, and where it was."""

    kind: RemovedKind
    place: str

    def __str__(self) -> str:
        """In words."""
        words = {
            RemovedKind.FILE: _("Review file: {place}"),
            RemovedKind.COPY: _("Backup copy: {place}"),
            RemovedKind.KEY: _("Key in the keychain: {place}"),
            RemovedKind.MENTION: _("Line in the list of files opened last: {place}"),
            RemovedKind.MEMORY: _("Where one was in it: {place}"),
            RemovedKind.LISTED: _("Line in the list of files that the keychain knows: {place}"),
            RemovedKind.PLACE: _("Line in what the window remembers: {place}"),
            RemovedKind.FOLDERS: _("Folders that the file dialogs remembered, all of them: {place}"),
        }
        return words[self.kind].format(place=self.place)


def purge(
    path: Path,
    file_id: str,
    plan: BackupPlan,
    *,
    keychain: Keychain | None = None,
    settings: Path | None = None,
) -> tuple[Removed, ...]:
    """Destroy a closed review file, its copies, its keys in the keychain, and what is remembered of it.

    Copies go first and the file last, so that a purge that was cut off can be run again. Where `path` is a
    link, it goes with the file. Raises NotPurgedError; its notes name what is still there.
    """
    asked, path = path, followed(path)
    copies = (*all_copies(path, file_id, plan), *half_made(path, file_id, plan))
    salts = {salt for file in (*copies, path) if (salt := salt_in(file))}
    removed: list[Removed] = []
    left: list[str] = []
    _destroy_all(((RemovedKind.COPY, copy) for copy in copies), removed, left)
    removed += _forgotten_keys(salts, keychain or Keychain(), settings)
    for name in dict.fromkeys((asked, path)):
        removed += _forgotten_mentions(name, settings)
    with suppress(SettingsNotSavedError):
        if forget_folders(settings):
            removed.append(Removed(RemovedKind.FOLDERS, WINDOW_FILE))
    record = record_of(file_id, settings)
    for known in (record, record.with_suffix(".lock")):
        with suppress(OSError):
            known.unlink()
            removed.append(Removed(RemovedKind.MEMORY, str(known)))
    for folder in (plan.folder / file_id, folder_beside(path)):
        with suppress(OSError):
            folder.rmdir()
    _destroy_all(_own(path), removed, left)
    if asked != path:
        with suppress(OSError):
            asked.unlink()
            removed.append(Removed(RemovedKind.FILE, str(asked)))
    if left:
        error = NotPurgedError()
        for place in left:
            error.add_note(place)
        raise error
    return tuple(removed)


def _forgotten_mentions(path: Path, settings: Path | None) -> Iterator[Removed]:
    """Take away what the settings say of a file by its name."""
    with suppress(SettingsNotSavedError):
        if any(known.path == path.absolute() for known in recent.recent_files(settings)):
            recent.forget(path.absolute(), settings)
            yield Removed(RemovedKind.MENTION, str(path))
    with suppress(SettingsNotSavedError):
        if forget_place(path, settings):
            yield Removed(RemovedKind.PLACE, place_name(path))


def _destroy_all(files: Iterable[tuple[RemovedKind, Path]], removed: list[Removed], left: list[str]) -> None:
    for kind, file in files:
        try:
            destroy(file)
        except OSError:
            left.append(str(file))
        else:
            removed.append(Removed(kind, str(file)))


def destroy(file: Path) -> None:
    """Overwrite a file, its salt first, and remove it. Raises OSError."""
    size = file.stat().st_size
    with file.open("r+b", buffering=0) as content:
        content.write(bytes(min(size, SALT_LENGTH)))
        os.fsync(content.fileno())
        for start in range(0, size, _BLOCK):
            content.seek(start)
            content.write(os.urandom(min(_BLOCK, size - start)))
        os.fsync(content.fileno())
    file.unlink()


def _own(path: Path) -> Iterator[tuple[RemovedKind, Path]]:
    for file in (*beside(path), path):
        if file.exists():
            yield RemovedKind.FILE, file


def salt_in(file: Path) -> bytes:
    """The salt with which a file begins that nobody has open; nothing where it cannot be read."""
    try:
        with file.open("rb") as content:
            return content.read(SALT_LENGTH)
    except OSError:
        return b""


def _forgotten_keys(salts: Iterable[bytes], keychain: Keychain, settings: Path | None) -> Iterator[Removed]:
    for salt in salts:
        name, was_listed = salt.hex(), is_remembered(salt, settings)
        with suppress(ReviewError):
            if forget(salt, keychain, settings):
                yield Removed(RemovedKind.KEY, name)
        strike(salt, settings)  # also where no keychain answers
        if was_listed and not is_remembered(salt, settings):
            yield Removed(RemovedKind.LISTED, name)
