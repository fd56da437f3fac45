"""The open review, and the one door through which it changes."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import review_rounds
from app.assessment import assess
from app.edits import Edit
from app.errors import ReviewError
from app.integrity import Fault, entry_faults
from app.references import entries_referring
from models.assessment import Assessment
from models.changed import NotAsBeforeError, changed
from models.sign_off import ReadyToSign, Signed, SignOffRecord
from models.snapshot import ReviewHeader, Snapshot
from models.storage import Store
from models.storage.copy_names import CopyReason

if TYPE_CHECKING:
    from app.keeping_safe import Keeping
    from models.storage.holder import Hold

Listener = Callable[[Snapshot], None]


class StaleEditError(ReviewError):
    """The entry has changed since the edit was made."""

    title = "This was changed in the meantime"
    advice = "The newer text is shown now. Make your change again if it is still needed."


class SealedError(ReviewError):
    """The review is sealed, or the file was opened to read."""

    title = "This review can only be read"
    advice = "Open the latest review of the engagement, or begin a new one."


class InvalidEditError(ReviewError):
    """The edit would leave something wrong; `faults` says what and where."""

    title = "This cannot be recorded as it stands"
    advice = "Correct the marked field and try again."

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__()  # the messages repeat what was typed: they are for the window alone
        self.faults = faults


class NoReasonError(ReviewError):
    """A sealed review was to be opened again without saying why."""

    title = "A reason is needed"
    advice = "Say in a sentence why the review is opened again. It stands in the audit trail."


class _State:
    """One snapshot with its assessment, computed when somebody first asks."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def assessment(self) -> Assessment:
        return assess(self.snapshot)


class Workspace:
    """One review of a review file, open. `who` signs the change log, until somebody else does."""

    def __init__(self, store: Store, review_id: str, who: str, keeping: "Keeping | None" = None) -> None:
        self._store = store
        self._who = who
        self._keeping = keeping
        self._state = _State(store.load(review_id))
        self._reviews = store.reviews()
        self._listeners: list[Listener] = []
        self._last_saved: datetime | None = None

    @property
    def store(self) -> Store:
        """The file behind the review: history, check, reviews."""
        return self._store

    @property
    def keeping(self) -> "Keeping | None":
        """What keeps the file safe meanwhile: its holder, its copies; None where nothing does."""
        return self._keeping

    def before(self, reason: "CopyReason") -> None:
        """A copy before something large. Raises NoCopyMadeError: then it should not be begun."""
        if self._keeping is not None:
            self._keeping.before(reason)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    @property
    def who(self) -> str:
        """The person who signs the change log."""
        return self._who

    @property
    def snapshot(self) -> Snapshot:
        """The review as it stands on disk."""
        return self._state.snapshot

    @property
    def assessment(self) -> Assessment:
        """The assessment of the snapshot, computed once for each."""
        return self._state.assessment

    @property
    def assess(self) -> Callable[[], Assessment]:
        """Gives the assessment of the snapshot as it is now, also when later edits have been recorded."""
        state = self._state
        return lambda: state.assessment

    @property
    def last_saved(self) -> datetime | None:
        """When the last edit was committed, in this sitting."""
        return self._last_saved

    @property
    def is_read_only(self) -> bool:
        """Whether edits are refused."""
        return self.snapshot.header.sealed or self._store.read_only

    @property
    def reviews(self) -> tuple[ReviewHeader, ...]:
        """All reviews of the engagement, the first one first."""
        return self._reviews

    @property
    def previous(self) -> Snapshot | None:
        """The review before this one, or None for the first."""
        number = self.snapshot.header.number
        earlier = [header for header in self.reviews if header.number < number]
        return self._store.load(max(earlier, key=lambda header: header.number).id) if earlier else None

    def sign_as(self, who: str) -> None:
        """Let somebody else sign the change log from now on."""
        self._who = who

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every new snapshot; gives the way to stop that.

        By then the snapshot is on disk, whatever a listener does: an error in one goes to `sys.excepthook`,
        and the others still hear.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit) -> None:
        """Record an edit: on disk first, then everybody is told.

        Raises SealedError, StaleEditError or InvalidEditError, or what the store raises when it cannot write;
        then nothing has changed.
        """
        if self.is_read_only:
            raise SealedError
        after = after_edit(self.snapshot, edit)
        self._last_saved = self._store.record(
            self.snapshot.header.id, edit.changes, who=self._who, label=edit.label, reason=edit.reason
        )
        self._show(after)

    def go_on_with(self, store: Store, hold: "Hold | None" = None) -> None:
        """Show the newest review of a file that stands in for the open one: a restored or taken over one.

        Whoever brings it has closed the one before. `hold` is the right to write to it, if that is new.
        """
        newest = max(store.reviews(), key=lambda header: header.number)
        snapshot = store.load(newest.id)
        self._store, self._reviews = store, store.reviews()
        if self._keeping is not None:
            self._keeping.go_on_with(store, hold)
        self._show(snapshot)

    def open_review(self, review_id: str) -> None:
        """Show another review of the same engagement."""
        self._reviews = self._store.reviews()
        self._show(self._store.load(review_id))

    def begin_review(self, title: str) -> None:
        """Begin the next review: registers and answers are carried forward, answers to be confirmed.

        The present review is sealed.
        """
        self.before(CopyReason.BEFORE_REVIEW)
        following = review_rounds.next_round(self.snapshot, self._store.next_header(title))
        self._store.begin_review(following, who=self._who)
        self.open_review(following.header.id)

    @property
    def sign_offs(self) -> tuple[SignOffRecord, ...]:
        """Everything recorded about the sign-off of this review, oldest first."""
        return self._store.sign_offs(self.snapshot.header.id)

    def sign_off(self, record: ReadyToSign | Signed, label: str) -> None:
        """Seal the review for signature, or record that somebody signed it: on disk first.

        Raises SealedError in a file that is only read, and the errors of the store; then nothing has changed.
        """
        if self._store.read_only:
            raise SealedError
        self._store.sign_off(self.snapshot.header.id, record, who=self._who, label=label)
        self.open_review(self.snapshot.header.id)

    def reopen(self, reason: str) -> None:
        """Open a sealed review for edits again; one that was sealed for signature becomes the next version.

        Raises NoReasonError, SealedError where a later review goes on from it, and the errors of the store.
        """
        if not reason.strip():
            raise NoReasonError
        header = self.snapshot.header
        if self._store.read_only or any(other.number > header.number for other in self.reviews):
            raise SealedError
        self._store.unseal(header.id, who=self._who, reason=reason.strip())
        self.open_review(header.id)

    def close(self) -> None:
        """Close the file; the workspace cannot be used afterwards."""
        self._listeners.clear()
        if self._keeping is not None:
            self._keeping.close()
        self._store.close()

    def _show(self, snapshot: Snapshot) -> None:
        self._state = _State(snapshot)
        for listener in tuple(self._listeners):
            try:
                listener(snapshot)
            except Exception:  # noqa: BLE001  (a fault of ours, for the crash report; the edit has been made)
                sys.excepthook(*sys.exc_info())


def after_edit(snapshot: Snapshot, edit: Edit) -> Snapshot:
    """The review with an edit made. Raises StaleEditError or InvalidEditError."""
    try:
        after = changed(snapshot, edit.changes)
    except NotAsBeforeError as error:
        raise StaleEditError from error
    if found := tuple(_faults(after, edit)):
        raise InvalidEditError(found)
    return after


def _faults(after: Snapshot, edit: Edit) -> Iterator[Fault]:
    """What is wrong with the entries that an edit changed, and with those that refer to what it removed."""
    touched = dict.fromkeys((change.register, change.key) for change in edit.changes)
    removed = {place for place in touched if after.entry(*place) is None}
    referring = (place for place, _entry in entries_referring(after, removed))
    for register, key in dict.fromkeys((*touched, *referring)):
        if (entry := after.entry(register, key)) is not None:
            yield from entry_faults(after, register, entry)
