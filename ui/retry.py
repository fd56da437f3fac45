"""Tries again what could not be written, by itself and when asked, and says meanwhile that it waits."""

from collections.abc import Callable
from itertools import chain, repeat
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import ReviewError
from app.i18n import _, ngettext
from ui.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.edits import Edit
    from ui.bridge import WorkspaceBridge

WAITS_MS = (1_000, 2_000, 4_000, 8_000, 15_000)
LONGEST_WAIT_MS = 30_000


class Retry(QObject):
    """Looks after the edits of the open review that wait for the disk. `frame` gives the frame of the look.

    `changed` when something waits or waits no longer; `refused` carries why one can never be written.
    `copy_wanted` when the person wants what is on the screen in a file of its own.
    """

    changed = Signal()
    refused = Signal(object)
    copy_wanted = Signal()

    def __init__(
        self, frame: Callable[[], Frame], bridge: "Callable[[], WorkspaceBridge | None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._bridge = bridge
        self._waits: Iterator[int] | None = None
        self._was_warned = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.try_again)

    def show(self) -> None:
        """Say what waits, if anything does, and see to it that it is tried again."""
        bridge = self._bridge()
        if bridge is None or not bridge.waiting:
            self.stop()
            return
        from app.waiting_edits import waiting_words  # noqa: PLC0415  (not before the first page)

        line = self._frame().not_saved
        line.show_message(*waiting_words(bridge.waiting))
        line.offer(_("Try again now"), self.try_again)
        line.offer(_("Save as a new file…"), self.copy_wanted.emit)
        line.offer(_("Give up"), self._give_up)
        if not self._timer.isActive():
            self._waits = self._waits or chain(WAITS_MS, repeat(LONGEST_WAIT_MS))
            self._timer.start(next(self._waits))

    def try_again(self) -> None:
        """Write what waits, as far as that is possible now."""
        bridge = self._bridge()
        self._timer.stop()
        if bridge is None:
            return
        n = len(bridge.waiting)
        try:
            bridge.write_waiting()
        except ReviewError as error:
            self.refused.emit(error)
        else:
            self.stop()
            if n:
                self.changed.emit()

    def take_back(self) -> bool:
        """Undo what was said last, where it waits; False where nothing does."""
        bridge = self._bridge()
        if bridge is None or not bridge.take_back():
            return False
        self._tell()
        return True

    def may_be_left(self) -> bool:
        """Whether everything said is on disk; if it is not, a second try gives up what waits."""
        bridge = self._bridge()
        if bridge is None or not bridge.waiting:
            return True
        self.try_again()
        if not bridge.waiting or self._was_warned:
            return True
        self._was_warned = True
        n = len(bridge.waiting)
        said = ngettext("{n} change is not saved", "{n} changes are not saved", n).format(n=n)
        line = self._frame().not_saved
        line.show_message(said, _("Mend the cause and try again, or close once more to give them up."))
        line.offer(_("Try again now"), self.try_again)
        line.offer(_("Save as a new file…"), self.copy_wanted.emit)
        return False

    def stop(self) -> None:
        """Nothing waits any more."""
        self._timer.stop()
        self._waits = None
        self._was_warned = False
        self._frame().not_saved.clear()

    def leave(self) -> None:
        """The review goes away."""
        self.stop()

    def _give_up(self) -> None:
        """Let go of what waits; until something else is said it can be had back."""
        bridge = self._bridge()
        if bridge is None:
            return
        given_up = bridge.waiting.give_up()
        self._tell()
        n = len(given_up)
        words = ngettext("{n} change was given up.", "{n} changes were given up.", n).format(n=n)
        notice = self._frame().notice
        notice.show_message(words, "", "warn")
        notice.offer(_("Undo"), lambda: self._have_back(given_up))

    def _have_back(self, edits: "tuple[Edit, ...]") -> None:
        bridge = self._bridge()
        self._frame().notice.clear()
        if bridge is None:
            return
        for edit in edits:
            try:
                bridge.do(edit)
            except ReviewError as error:
                self.refused.emit(error)

    def _tell(self) -> None:
        self.changed.emit()
        self.show()
