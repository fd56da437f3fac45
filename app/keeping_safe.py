"""Keeps an open review safe while it is worked on: who holds it, and copies at the right moments."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.backups import BackupPlan, NoCopyMadeError, back_up, half_made, is_due
from app.errors import ReviewError
from app.odd_places import OddPlace, odd_place
from models.storage import Store
from models.storage.copy_names import CopyReason
from models.storage.holder import Hold, Holder
from models.storage.key import FileKey

EVERY = timedelta(minutes=10)


class Keeping:
    """What is done for one open file. `hold` is None for a file that nobody else can reach, such as the demo.

    `tick` wants to be called about once a minute; `close` at the end, before the store is closed. `plan` may
    change with a person's choices.
    """

    def __init__(
        self,
        store: Store,
        plan: BackupPlan,
        hold: Hold | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self.plan = plan
        self._hold = hold
        self._now = now
        self._last = now()
        self.last_fault: ReviewError | None = None

    @property
    def holder(self) -> Holder | None:
        """Who else has the file open to write; None where we have."""
        return self._hold.holder if self._hold is not None else None

    @property
    def place(self) -> OddPlace | None:
        """What is odd about where the file is."""
        return odd_place(self._store.path)

    def begin(self) -> None:
        """Clear away what a crash left half made, and copy the file as it was when it was opened."""
        self.clear_half_made()
        self._copy(CopyReason.OPENED)

    def clear_half_made(self) -> None:
        """Clear away what a crash left half made, where nobody else can be at it."""
        if self._hold is not None and not self._store.read_only:
            clear_half_made(self._store.path, self._store.file_id, self.plan)

    def tick(self) -> None:
        """Say that the file is still held, and copy it when enough time has gone by since the last copy."""
        if self._hold is not None:
            self._hold.touch()
        if self._is_time():
            self._copy(CopyReason.WORKING)

    def tick_beside(self) -> Callable[[], None] | None:
        """As `tick`, but gives the copying, where it is time for it, as work for another thread.

        It opens the file by itself. Tell `copied` what came of it.
        """
        if self._hold is not None:
            self._hold.touch()
        if self._store.read_only or not self._is_time():
            return None
        self._last = self._now()
        path, key, plan = self._store.path, self._store.key, self.plan
        return lambda: copy_beside(path, key, plan, CopyReason.WORKING, only_if_due=True)

    def copy_now(self) -> Callable[[], None]:
        """The work of a copy that was asked for, for another thread, as in `tick_beside`."""
        path, key, plan = self._store.path, self._store.key, self.plan
        return lambda: copy_beside(path, key, plan, CopyReason.WORKING)

    def copied(self, fault: ReviewError | None) -> None:
        """What came of copying in another thread."""
        self.last_fault = fault

    def go_on_with(self, store: Store, hold: Hold | None = None) -> None:
        """From now on this is the open file; `hold` where the right to write to it is new."""
        self._store = store
        self._hold = hold or self._hold
        self._last = self._now()
        self.last_fault = None

    def before(self, reason: CopyReason) -> None:
        """A copy before something large. Raises NoCopyMadeError: then it should not be begun."""
        if not self._store.read_only:
            back_up(self._store, self.plan, reason)

    def close(self) -> None:
        """A last copy, if anything has changed, and the file is anybody's again."""
        with suppress(ReviewError):
            self._copy(CopyReason.CLOSED)
        if self._hold is not None:
            self._hold.release()

    def _is_time(self) -> bool:
        """Whether enough time has gone by since the last copy, or the clock was set back."""
        return not timedelta(0) <= self._now() - self._last < EVERY

    def _copy(self, reason: CopyReason) -> None:
        """Copy what has changed since the newest copy. A copy that fails is no reason to stop working."""
        self._last = self._now()
        if self._store.read_only:
            return
        try:
            if is_due(self._store, self.plan):
                back_up(self._store, self.plan, reason)
            self.last_fault = None
        except NoCopyMadeError as error:
            self.last_fault = error


def copy_beside(
    path: Path,
    key: FileKey,
    plan: BackupPlan,
    reason: CopyReason,
    name: str = "",
    *,
    only_if_due: bool = False,
) -> None:
    """Copy a file that is open elsewhere in this program, from another thread. Raises ReviewError."""
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    with open_with_key(path, key, read_only=True) as store:
        if not only_if_due or is_due(store, plan):
            back_up(store, plan, reason, name)


def clear_half_made(path: Path, file_id: str, plan: BackupPlan) -> None:
    """Remove what a crash left of copies and drafts of a file that we hold, as far as that can be done."""
    for leftover in half_made(path, file_id, plan):
        with suppress(OSError):
            leftover.unlink()
