"""The open review in the window: edits, undo, other reviews of the file, and what the frame shows of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import NotSavedError, ReviewError
from app.i18n import _
from ui.frame import Frame
from ui.menus import Menus
from ui.retry import Retry
from ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from app.edits import Edit
    from ui.bridge import Refusal, WorkspaceBridge
    from ui.dialogs.begin_review import BeginReviewDialog


class OpenReview(QObject):
    """At most one review is open. `frame` gives the frame of the present look, `menus` the window's menus.

    `shown` after a new state was shown; `left` when one is closed; `refused` carries a ReviewError that the
    window shall show.
    """

    shown = Signal()
    left = Signal()
    refused = Signal(object)

    def __init__(self, frame: Callable[[], Frame], menus: Menus, window: QWidget) -> None:
        super().__init__(window)
        self._frame = frame
        self._menus = menus
        self._window = window
        self._has_unsaved_text = False
        self.bridge: WorkspaceBridge | None = None
        self.retry = Retry(frame, lambda: self.bridge, self)
        self.retry.changed.connect(self._show_snapshot)
        self.retry.refused.connect(self._refuse)

    @property
    def frame(self) -> Frame:
        """The frame of the present look."""
        return self._frame()

    @property
    def path(self) -> "Path | None":
        """Where the open file is."""
        return self.bridge.workspace.path if self.bridge is not None else None

    @property
    def client(self) -> str:
        """Whose review is open, or nothing."""
        return self.bridge.workspace.snapshot.engagement.client if self.bridge is not None else ""

    @property
    def is_begun(self) -> bool:
        """Whether there is anything in the open review."""
        if self.bridge is None:
            return False
        snapshot = self.bridge.workspace.snapshot
        return bool(snapshot.answers or snapshot.ai_tools)

    def take(self, bridge: "WorkspaceBridge") -> None:
        """Show the review of a file that was opened; the one before is closed."""
        self.leave()
        bridge.setParent(self)
        self.bridge = bridge
        bridge.snapshot_changed.connect(self._show_snapshot)
        bridge.not_undone.connect(self.refused)
        bridge.undo_stack.indexChanged.connect(self.show_undo)
        self.show()

    def leave(self) -> None:
        """Close the open review's file."""
        bridge, self.bridge = self.bridge, None
        self._has_unsaved_text = False
        self.retry.leave()
        if bridge is None:
            return
        bridge.undo_stack.indexChanged.disconnect(self.show_undo)
        try:
            bridge.close()
        except ReviewError as error:
            self.refused.emit(error)
        bridge.deleteLater()
        self._frame().stack.forget_review()
        self.left.emit()

    def may_be_left(self) -> bool:
        """Whether everything typed is on disk. If it is not, a second try gives the text up."""
        had_unsaved_text = self._has_unsaved_text
        self.settle()
        if not self.retry.may_be_left():
            return False
        if not self._has_unsaved_text or had_unsaved_text:
            return True
        advice = _("Mend it and type again, or close once more to give that text up.")
        self._frame().notice.show_message(_("The text typed last could not be saved"), advice)
        return False

    def save_all(self) -> bool:
        """Whether everything typed is on disk now; what cannot be written goes on waiting where it is."""
        self.settle()
        bridge = self.bridge
        if bridge is not None and bridge.waiting:
            self.retry.try_again()
        return not self._has_unsaved_text and not (bridge is not None and bridge.waiting)

    def settle(self) -> None:
        """Let the text field that has the cursor hand over what was typed in it."""
        field = QApplication.focusWidget()
        if field is not None and self._frame().stack.isAncestorOf(field):
            field.clearFocus()
            field.setFocus()

    def forget_refusal(self) -> None:
        """Take the last message away when the person goes elsewhere, but not one about unsaved text."""
        if not self._has_unsaved_text:
            self._frame().notice.clear()

    def apply(self, edit: "Edit") -> None:
        """Record an edit of a page, or show why it was not recorded."""
        if self.bridge is None:
            return
        try:
            self.bridge.do(edit)
        except ReviewError as error:
            self._refuse(error)
        else:
            self._has_unsaved_text = False
            self._frame().notice.clear()
            self.retry.stop()

    def undo(self) -> None:
        """Take the last step back."""
        self.settle()
        if self.bridge is not None:
            self._frame().notice.clear()
            if self.retry.take_back():
                return
            self.bridge.undo_stack.undo()

    def undo_steps(self, steps: int) -> None:
        """Take several steps back, up to the first that is refused."""
        self.settle()
        if self.bridge is not None:
            self._frame().notice.clear()
            self.bridge.undo_several(steps)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.settle()
        if self.bridge is not None:
            self._frame().notice.clear()
            self.bridge.undo_stack.redo()

    def switch(self, review_id: str) -> None:
        """Show another review of the file."""
        self.settle()
        if self.bridge is None:
            return
        try:
            self.bridge.open_review(review_id)
        except ReviewError as error:
            self.refused.emit(error)
        else:
            self._frame().notice.clear()

    def ask_for_next(self, theme: Theme) -> None:
        """Ask for the title of the next review, and begin it."""
        if self.bridge is None:
            return
        from ui.dialogs.begin_review import BeginReviewDialog  # noqa: PLC0415  (not before the first page)

        self.settle()
        workspace = self.bridge.workspace
        suggested = _("Re-review {number}").format(number=len(workspace.reviews))
        dialog = BeginReviewDialog(theme, workspace.snapshot.header.title, suggested, self._window)
        dialog.title_given.connect(lambda title: self._begin(dialog, title))
        dialog.open()

    def show(self) -> None:
        """Show all of the review that is open now, or that none is."""
        frame = self._frame()
        sections = None if self.bridge is None else self.bridge.workspace.snapshot.pack.sections
        frame.rail.show_sections(sections)
        self._menus.show_sections(sections)
        frame.show_open(self.bridge is not None)
        self.show_undo()
        if self.bridge is None:
            frame.stack.show_review(None)
            self.shown.emit()
        else:
            self._show_snapshot()

    def show_undo(self) -> None:
        """Name the steps that can be undone and redone."""
        stack = self.bridge.undo_stack if self.bridge is not None else None
        undo = stack.undoText() if stack is not None and stack.canUndo() else None
        waits = self.bridge.waiting.newest if self.bridge is not None else None
        undo = waits.label if waits is not None else undo
        redo = stack.redoText() if stack is not None and stack.canRedo() else None
        self._menus.show_undo(undo, redo)
        self._frame().header.show_undo(undo, redo)
        self._frame().header.steps.show_steps(self.bridge.undoable if self.bridge is not None else ())

    def _show_snapshot(self) -> None:
        """Show a new state: the page first, then what stands around it."""
        bridge, frame = self.bridge, self._frame()
        if bridge is None:
            return
        workspace = bridge.workspace
        frame.stack.show_review(bridge.shown)
        frame.rail.show_progress(bridge.progress)
        frame.header.show_review(workspace.snapshot, workspace.reviews)
        if bridge.waiting:
            frame.header.saved_mark.show_not_saved()
        else:
            frame.header.saved_mark.show_saved(workspace.last_saved)
        self.shown.emit()

    def _refuse(self, error: ReviewError) -> None:
        """Show why an edit was not recorded; where the disk was at fault it waits and stays in view."""
        if self.bridge is None:
            return
        if self.bridge.waiting:
            self._show_snapshot()
            self.show_undo()
        self.retry.show()
        if not isinstance(error, NotSavedError):
            self._show_refusal(self.bridge, self.bridge.refusal(error))

    def _show_refusal(self, bridge: "WorkspaceBridge", refusal: "Refusal") -> None:
        frame = self._frame()
        frame.notice.show_message(refusal.title, refusal.advice)
        page = frame.stack.page
        if refusal.keeps_text:
            self._has_unsaved_text = True
            frame.header.saved_mark.show_not_saved()
        elif page is not None:
            page.show_review(bridge.shown)
            for place, message in refusal.places:
                page.show_refused(place, message)

    def _begin(self, dialog: "BeginReviewDialog", title: str) -> None:
        if self.bridge is None:
            return
        try:
            self.bridge.begin_review(title)
        except ReviewError as error:
            dialog.show_refused(error.title, error.advice)
        else:
            dialog.accept()
            words = _("“{title}” has begun.").format(title=title)
            advice = _("Go through the sections: C says that an answer is still true, a key that it changed.")
            self._frame().notice.show_message(words, advice, "ok")
