"""Keeps an open review safe while it is worked on: who holds it, and copies at the right moments."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.backups import BackupPlan, NoCopyMadeError, back_up, is_due
from app.errors import ReviewError
from app.odd_places import OddPlace, odd_place
from models.storage import Store
from models.storage.copy_names import CopyReason
from models.storage.holder import Hold, Holder

EVERY = timedelta(minutes=10)


class Keeping:
    """What is done for one open file. `hold` is None for a file that nobody else can reach, such as the demo.

    `tick` wants to be called about once a minute; `close` at the end, before the store is closed.
    """

    def __init__(
        self,
        store: Store,
        plan: BackupPlan,
        hold: Hold | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._plan = plan
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
        """A copy of the file as it was when it was opened."""
        self._copy(CopyReason.OPENED)

    def tick(self) -> None:
        """Say that the file is still held, and copy it when enough time has gone by since the last copy."""
        if self._hold is not None:
            self._hold.touch()
        if self._now() - self._last >= EVERY:
            self._copy(CopyReason.WORKING)

    def before(self, reason: CopyReason) -> None:
        """A copy before something large. Raises NoCopyMadeError: then it should not be begun."""
        if not self._store.read_only:
            back_up(self._store, self._plan, reason)

    def close(self) -> None:
        """A last copy, if anything has changed, and the file is anybody's again."""
        with suppress(ReviewError):
            self._copy(CopyReason.CLOSED)
        if self._hold is not None:
            self._hold.release()

    def _copy(self, reason: CopyReason) -> None:
        """Copy what has changed since the newest copy. A copy that fails is no reason to stop working."""
        self._last = self._now()
        if self._store.read_only:
            return
        try:
            if is_due(self._store, self._plan):
                back_up(self._store, self._plan, reason)
            self.last_fault = None
        except NoCopyMadeError as error:
            self.last_fault = error


def draft_leftovers(path: Path) -> tuple[Path, ...]:
    """Half-made copies that a crash left beside a file; whoever holds the file may remove them."""
    return tuple(path.parent.glob(f".{path.name}.*.part"))
