"""Turns the open review into one Qt signal, and refusals into what the window shows of them."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.assessment import assess
from app.edits import Edit
from app.errors import NotSavedError, ReviewError
from app.progress import Progress, progress
from app.waiting_edits import WaitingEdits
from app.workspace import InvalidEditError, SealedError, StaleEditError, Workspace
from models.snapshot import Snapshot
from ui.page import Shown
from ui.undo import EditCommand


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edit that was not recorded: what to say, beside which places, and whether the text must stay.

    `places` are (link, message). Where `keeps_text` is true the disk was at fault, and what was typed must
    stay on the screen; otherwise the pages show the truth again.
    """

    title: str
    advice: str
    places: tuple[tuple[str, str], ...] = ()
    keeps_text: bool = False


class WorkspaceBridge(QObject):
    """The open review for the window: one signal for every new snapshot, and the steps that can be undone.

    What could not be written waits in `waiting`, and is shown as it will be.
    """

    snapshot_changed = Signal(object)
    not_undone = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.waiting = WaitingEdits(workspace)
        self.undo_stack = QUndoStack(self)
        self._unsubscribe = workspace.subscribe(self._tell)

    @property
    def shown(self) -> Shown:
        """What pages show now."""
        workspace, snapshot = self.workspace, self.workspace.snapshot
        if self.waiting:
            to_be = self.waiting.snapshot
            return Shown(to_be, cache(lambda: assess(to_be)), workspace.is_read_only)
        return Shown(snapshot, workspace.assess, workspace.is_read_only)

    @property
    def progress(self) -> Progress:
        """How far the review has come."""
        return progress(self.waiting.snapshot)

    def do(self, edit: Edit) -> None:
        """Record an edit, and make it a step that can be undone.

        Raises ReviewError; then nothing has changed on disk. After a NotSavedError the edit waits, and so
        does every later one, until `write_waiting` succeeds.
        """
        if self.waiting:
            self.waiting.add(edit)
            self.write_waiting()
            return
        try:
            self._record(edit)
        except NotSavedError as error:
            self.waiting.add(edit, error)
            raise

    def write_waiting(self) -> None:
        """Write what waits, in its order. Raises NotSavedError, or why one of them can never be written."""
        self.waiting.write(self._record)

    def take_back(self) -> bool:
        """Undo what waits and was said last; False where nothing waits."""
        return self.waiting.take_back() is not None

    @property
    def undoable(self) -> tuple[str, ...]:
        """The names of the steps that can be undone, the last one first."""
        return tuple(self.undo_stack.text(n) for n in reversed(range(self.undo_stack.index())))

    def undo_several(self, steps: int) -> None:
        """Take steps back one by one; a step that is refused is given up and ends it."""
        for _step in range(min(steps, self.undo_stack.index())):
            known = self.undo_stack.count()
            self.undo_stack.undo()
            if self.undo_stack.count() < known:
                return

    def open_review(self, review_id: str) -> None:
        """Show another review of the engagement; steps of this one can no longer be undone."""
        self.workspace.open_review(review_id)
        self.undo_stack.clear()

    def begin_review(self, title: str) -> None:
        """Seal this review and begin the next one."""
        self.workspace.begin_review(title)
        self.undo_stack.clear()

    def close(self) -> None:
        """Close the file. Raises ReviewError."""
        self._unsubscribe()
        self.undo_stack.clear()
        self.workspace.close()

    def refusal(self, error: ReviewError) -> Refusal:
        """What the window shows of an edit that was not recorded."""
        match error:
            case InvalidEditError():
                places = tuple(
                    (f"entry:{fault.register}/{fault.key}/{fault.field_path}", fault.message)
                    for fault in error.faults
                )
                message = " ".join(message for _place, message in places)
                return Refusal(error.title, message or error.advice, places)
            case StaleEditError() | SealedError():
                return Refusal(error.title, error.advice)
            case _:
                return Refusal(error.title, error.advice, keeps_text=True)

    def _record(self, edit: Edit) -> None:
        """It is applied before it is pushed: an error inside a push would leave the step on the stack."""
        self.workspace.apply(edit)
        self.undo_stack.push(EditCommand(edit, self.workspace.apply, self.not_undone.emit))

    def _tell(self, snapshot: Snapshot) -> None:
        self.snapshot_changed.emit(snapshot)
