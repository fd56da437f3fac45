"""Edits that could not be written: they wait in their order, and go to disk as soon as that is possible."""

from collections.abc import Callable
from contextlib import suppress

from app.edits import Edit
from app.i18n import ngettext
from app.workspace import InvalidEditError, StaleEditError, Workspace, after_edit
from models.snapshot import Snapshot
from models.storage import NotSavedError


class WaitingEdits:
    """What a person has said of one open review and the disk has not taken; nothing of it is ever "saved"."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._edits: list[Edit] = []
        self._seen: tuple[Snapshot, Snapshot] | None = None
        self.cause: NotSavedError | None = None

    def __len__(self) -> int:
        return len(self._edits)

    @property
    def newest(self) -> Edit | None:
        """What was said last and waits."""
        return self._edits[-1] if self._edits else None

    @property
    def snapshot(self) -> Snapshot:
        """The review as it will be when everything that waits is on disk."""
        on_disk = self._workspace.snapshot
        if not self._edits:
            return on_disk
        if self._seen is None or self._seen[0] is not on_disk:
            self._seen = (on_disk, self._after(on_disk))
        return self._seen[1]

    def add(self, edit: Edit, cause: NotSavedError | None = None) -> None:
        """Let an edit wait behind the others; one that waits already is not added again.

        Raises StaleEditError or InvalidEditError where it does not go on from them.
        """
        if edit in self._edits:
            return
        after = after_edit(self.snapshot, edit)
        self._edits.append(edit)
        self._seen = (self._workspace.snapshot, after)
        self.cause = cause or self.cause

    def write(self, write: Callable[[Edit], None]) -> None:
        """Write what waits, in its order.

        Raises what `write` raises at the first that cannot be written. After a NotSavedError it still waits,
        and those behind it; one that is refused for another reason is gone, because it never could be.
        """
        while self._edits:
            edit = self._edits.pop(0)
            self._seen = None
            try:
                write(edit)
            except NotSavedError as error:
                self._edits.insert(0, edit)
                self._seen = None
                self.cause = error
                raise
        self.cause = None

    def take_back(self) -> Edit | None:
        """What was said last no longer waits; None where nothing did."""
        self._seen = None
        return self._edits.pop() if self._edits else None

    def give_up(self) -> tuple[Edit, ...]:
        """Nothing waits any more; gives what did, in its order."""
        given_up, self._edits, self._seen = tuple(self._edits), [], None
        return given_up

    def _after(self, on_disk: Snapshot) -> Snapshot:
        """As far as the edits go on from what is on disk; the rest is refused when its turn comes."""
        after = on_disk
        for edit in self._edits:
            with suppress(StaleEditError, InvalidEditError):
                after = after_edit(after, edit)
        return after


def waiting_words(waiting: WaitingEdits) -> tuple[str, str]:
    """What to say while edits wait: what happened, and what becomes of what was typed."""
    cause = waiting.cause or NotSavedError()
    said = ngettext(
        "{n} change waits on the screen, and is written by itself once that is possible.",
        "{n} changes wait on the screen, and are written by themselves, in order, once that is possible.",
        len(waiting),
    ).format(n=len(waiting))
    return cause.title, f"{said} {cause.advice}"
