"""Says who has a review file open, so that a second window or laptop only reads it.

Beside the file lie, while it is open, an empty `.lock` that the system locks for us, and a `.holder` that
says who we are. A crash ends the system's lock, so what it leaves behind is recognised as stale. Where
another laptop sees the folder through a synchronisation or a network disk without locks, the holder's note
counts as long as it is fresh: whoever holds the file touches it from time to time.
"""

import json
import os
import platform
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.storage.new_file import OWNER_ONLY
from models.storage.places import followed

FRESH_SECONDS = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a file: a person's name, a computer's name, and since when."""

    who: str
    computer: str
    since: datetime


class Hold:
    """The right to write to one file. `holder` is whoever has it instead of us; None: it is ours.

    Keep it while the file is open, call `touch` about once a minute, well within FRESH_SECONDS, and `release`
    it at the end.
    """

    def __init__(self, path: Path, who: str, now: Callable[[], float] = time.time) -> None:
        self._now = now
        path = followed(path)
        self._note = path.with_name(f".{path.name}.holder")
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), mode=OWNER_ONLY, thread_local=False)
        self._me = Holder(who=who, computer=platform.node(), since=datetime.now(UTC))
        self.holder = self._take()

    @property
    def is_ours(self) -> bool:
        """Whether the file may be written to."""
        return self.holder is None

    def touch(self) -> None:
        """Say that the file is still held."""
        if self.is_ours:
            with suppress(OSError):
                os.utime(self._note)

    def release(self) -> None:
        """Let others write; a second time does nothing."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._let_go()

    def _let_go(self) -> None:
        """Unlock, and leave no file behind.

        The name goes first: after it, whoever comes next makes a file of their own. Removed after the lock,
        it could be a file that somebody else has just locked. Windows removes no file that is open.
        """
        lock = Path(self._lock.lock_file)
        if os.name == "nt":
            self._lock.release()
        with suppress(OSError):
            lock.unlink(missing_ok=True)
        self._lock.release()

    def _take(self) -> Holder | None:
        there = _read(self._note)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return there or Holder(who="", computer="", since=self._me.since)
        except (OSError, NotImplementedError):
            # No lock can be had here: a read-only place, or a disk without locks.
            return self._elsewhere(there)
        elsewhere = self._elsewhere(there)
        if elsewhere is not None:
            self._let_go()
            return elsewhere
        with suppress(OSError):
            _write(self._note, self._me)
        return None

    def _elsewhere(self, there: Holder | None) -> Holder | None:
        """The holder on another computer whose note is fresh."""
        if there is None or there.computer == self._me.computer:
            return None
        try:
            age = self._now() - self._note.stat().st_mtime
        except OSError:
            return None
        return there if age < FRESH_SECONDS else None


def _read(note: Path) -> Holder | None:
    try:
        said = json.loads(note.read_text("utf-8"))
        return Holder(
            who=str(said["who"])[:120],
            computer=str(said["computer"])[:120],
            since=datetime.fromisoformat(said["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(note: Path, holder: Holder) -> None:
    note.unlink(missing_ok=True)
    handle = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(holder) | {"since": holder.since.isoformat()}, file)
