"""What this computer remembers of one review file: where one was in it, and which notices were seen.

No client's word is in it: a record is named by a hash of the file's random id, and holds ids of places, a
hash of the path, and words of our own. It is what brings a person back after a crash.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.own_folders import config_folder
from app.recent import RecentFile
from app.small_file import small_json

if TYPE_CHECKING:
    from filelock import BaseFileLock

FOLDER = "files"
_PLACE = re.compile(r"[a-z_]+:[\w/.=+-]*", re.ASCII)
_MOST_SEEN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What is kept: a hash of where the file was, the place in it, whether it is open, the notices seen."""

    path: str = ""
    place: str = ""
    is_open: bool = False
    seen: tuple[str, ...] = ()


class FileMemory:
    """The record of a file that is open here. `broke_off` is where an earlier sitting ended without an end.

    A record that cannot be written is no reason not to work: nothing is remembered then.
    """

    def __init__(self, file_id: str, path: Path, folder: Path | None = None) -> None:
        self._file = record_of(file_id, folder)
        self._lock = _locked(self._file.with_suffix(".lock"))
        before = _read(self._file)
        self._record = replace(before, path=_hash(str(path.absolute())), is_open=self._lock is not None)
        self.broke_off = before.place if self._lock is not None and before.is_open else ""

    def begin(self) -> None:
        """The file is open from now on."""
        self._keep()

    def be_at(self, place: str) -> None:
        """Remember where one is now, a link such as "question:ACC-03"."""
        if place != self._record.place and _PLACE.fullmatch(place):
            self._record = replace(self._record, place=place)
            self._keep()

    def has_seen(self, notice: str) -> bool:
        """Whether the person has taken note of something about this file."""
        return notice in self._record.seen

    def see(self, notice: str) -> None:
        """The person has taken note of something about this file."""
        if not self.has_seen(notice):
            self._record = replace(self._record, seen=(*self._record.seen, notice)[-_MOST_SEEN:])
            self._keep(always=True)

    def end(self) -> None:
        """The file was closed as it should be."""
        self._record = replace(self._record, is_open=False)
        self._keep()
        if self._lock is not None:
            with suppress(OSError):
                Path(self._lock.lock_file).unlink(missing_ok=True)
            self._lock.release()
            self._lock = None

    def _keep(self, *, always: bool = False) -> None:
        if self._lock is not None or always:
            with suppress(OSError):
                _write(self._file, json.dumps(asdict(self._record)))


def record_of(file_id: str, folder: Path | None = None) -> Path:
    """Where the record of a file lies, whether there is one or not."""
    return (folder or config_folder()) / FOLDER / f"{_hash(file_id)}.json"


def left_open(recent: Sequence[RecentFile], folder: Path | None = None) -> Path | None:
    """The file that was open when the program ended without closing it; the one opened last, or None."""
    broken_off = {record.path for record in _left_records((folder or config_folder()) / FOLDER)}
    return next((file.path for file in recent if _hash(str(file.path)) in broken_off), None)


def _left_records(folder: Path) -> Iterator[_Record]:
    for file in sorted(folder.glob("*.json")):
        record = _read(file)
        if record.is_open and _is_free(file.with_suffix(".lock")):
            yield record


def _is_free(file: Path) -> bool:
    """Whether no running program holds a lock."""
    lock = _locked(file)
    if lock is None:
        return False
    lock.release()
    return True


def _locked(file: Path) -> "BaseFileLock | None":
    """A lock that the system takes from us when we end, however we end; None where somebody else has it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  (the start page seldom needs it)

    lock = FileLock(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire(timeout=0)
    except (OSError, Timeout, NotImplementedError):
        return None
    return lock


def _read(file: Path) -> _Record:
    try:
        # Any: a mapping, or the errors below.
        said: Any = small_json(file)
        place = str(said["place"])
        return _Record(
            path=str(said["path"]),
            place=place if _PLACE.fullmatch(place) else "",
            is_open=said["is_open"] is True,
            seen=tuple(str(one) for one in said["seen"])[:_MOST_SEEN],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return _Record()


def _write(file: Path, text: str) -> None:
    """Whole or not at all, but without waiting for the disk: this is written while somebody works."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_suffix(".part")
    try:
        draft.write_text(text, "utf-8")
        draft.replace(file)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _hash(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
