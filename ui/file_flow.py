"""The ways to a review file: new, open, demo, import; each ends with an open review or a reason why not."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _
from app.initials import initials
from ui.beside import Beside
from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.key_desk import Came
from ui.theme import Theme
from ui.upgrade_flow import UpgradeFlow

if TYPE_CHECKING:
    from app.file_keys import FileKey
    from ui.bridge import WorkspaceBridge
    from ui.dialogs.frame import DialogFrame
    from ui.dialogs.new_review import NewReview
    from ui.open_review import OpenReview

PASSPHRASE_VARIABLE = "PLUMBLINE_PASSPHRASE"  # noqa: S105  (a name, not a secret)
JSON = ".json"


class FileFlow(QObject):
    """Asks what must be asked, and tells what came of it.

    `opened` carries a WorkspaceBridge, `came` after it how it Came to be open, `said` lines about an import,
    `refused` a ReviewError that no dialog shows.
    """

    opened = Signal(object)
    came = Signal(object)
    said = Signal(str, tuple)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        theme: Callable[[], Theme],
        review: "Callable[[], OpenReview]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._theme = theme
        self._review = review
        self._window = window
        self.upgrades = UpgradeFlow(desk, theme, window)

    def new_file(self, source: Path | None = None) -> None:
        """Ask for a new review file, with the review of a JSON file if one is given."""
        if not self._review().may_be_left():
            return
        from ui.dialogs.new_review import NewReviewDialog  # noqa: PLC0415  (not before the first page)

        dialog = NewReviewDialog(self._theme(), self._chooser, source, self._window)
        dialog.wanted.connect(lambda wanted: self._make_key(dialog, wanted))
        dialog.open()

    def open_file(self) -> None:
        """Ask which file to open."""
        kinds = _("Review files (*.plumbline);;All files (*)")
        chosen = self._chooser.file_to_open(self._window, _("Open a review file"), kinds)
        if chosen is not None:
            self.open_path(chosen)

    def open_path(self, path: Path) -> None:
        """Open a file: a review file after its passphrase, a JSON file by importing it."""
        if path.suffix.lower() == JSON:
            self.new_file(path)
            return
        if self._is_open(path) or not self._review().may_be_left():
            return
        given = os.environ.get(PASSPHRASE_VARIABLE)
        if given:
            self._open_given(path, given)
            return
        from ui.dialogs.unlock import UnlockDialog  # noqa: PLC0415  (not before the first page)
        from ui.unlocking import Unlocking  # noqa: PLC0415

        name = initials(path.stem) if self._desk.settings.mask_names else path.name
        dialog = UnlockDialog(self._theme(), name, self._window)
        unlocking = Unlocking(self._desk, path, dialog, self.upgrades, dialog)
        unlocking.opened.connect(lambda bridge, came: self._show(dialog, bridge, came))
        dialog.open()
        QTimer.singleShot(0, unlocking, unlocking.begin)

    def open_demo(self) -> None:
        """Open the demo client."""
        if self._review().may_be_left():
            self._try(self._desk.open_demo)

    def import_json(self, bridge: "WorkspaceBridge | None") -> None:
        """Ask for a JSON review: it becomes a new file, or the next review of the open one."""
        kinds = _("Reviews (*.json);;All files (*)")
        source = self._chooser.file_to_open(self._window, _("Import a review"), kinds, "import")
        if source is None:
            return
        if bridge is None:
            self.new_file(source)
            return
        try:
            lines = self._desk.import_into(bridge, source)
        except ReviewError as error:
            self.refused.emit(error)
        else:
            self.said.emit(_("The review was imported as the newest one of this file."), lines)

    def _is_open(self, path: Path) -> bool:
        """Whether a file is open here already; a second time it could only be read."""
        open_here = self._review().path
        if open_here is None or not _is_same(open_here, path):
            return False
        self.said.emit(_("This file is open here already."), (_("The pages on the left show it."),))
        return True

    def _open_given(self, path: Path, passphrase: str) -> None:
        from app.file_keys import Typed  # noqa: PLC0415  (not before the first page)

        made = Beside(self._desk.keys.making(path, Typed(passphrase)), self)
        made.done.connect(lambda key: self._open_by_given(path, key))
        made.failed.connect(self.refused)
        made.start()

    def _open_by_given(self, path: Path, key: "FileKey", *, was_older: bool = False) -> None:
        from app.upgrading import OlderFileError  # noqa: PLC0415  (not before the first page)

        try:
            bridge = self._desk.open_typed(path, key)
        except OlderFileError as error:
            if was_older:
                self.refused.emit(error)
                return
            again = partial(self._open_by_given, path, key, was_older=True)
            self.upgrades.begin(path, key, lambda _copy: again(), self.refused.emit, self)
        except ReviewError as error:
            self.refused.emit(error)
        else:
            self.opened.emit(bridge)
            if was_older:
                self.came.emit(Came(was_older=True))

    def _make_key(self, dialog: "DialogFrame", wanted: "NewReview") -> None:
        """Make the key beside the window; who closes the dialog meanwhile has made no file."""
        made = Beside(self._desk.keys.making_new(wanted.passphrase), dialog)
        made.done.connect(lambda key: self._make(dialog, wanted, key))
        made.failed.connect(lambda error: dialog.show_refused(error.title, error.advice))
        made.start()

    def _make(self, dialog: "DialogFrame", wanted: "NewReview", key: "FileKey") -> None:
        try:
            bridge, lines = self._desk.make_file(wanted, key)
        except ReviewError as error:
            dialog.show_refused(error.title, _said(error))
            return
        self._show(dialog, bridge, Came(is_new=True, is_remembered=wanted.is_remembered))
        if lines:
            self.said.emit(_("The review was imported."), lines)

    def _show(self, dialog: "DialogFrame", bridge: "WorkspaceBridge", came: Came) -> None:
        dialog.accept()
        self.opened.emit(bridge)
        self.came.emit(came)

    def _try(self, work: "Callable[[], WorkspaceBridge]") -> None:
        try:
            bridge = work()
        except ReviewError as error:
            self.refused.emit(error)
        else:
            self.opened.emit(bridge)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one == other.absolute()


def _said(error: ReviewError) -> str:
    """What to do, and where that is known, what exactly is wrong."""
    details = str(error)
    return error.advice if details == error.title else f"{error.advice}\n{details}"
