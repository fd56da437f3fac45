"""Takes the steps of the picture table in a real window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QScrollArea, QWidget

import resources
from app import recent
from app.rekeying import new_key
from app.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings, load_settings
from ui import opening
from ui.crash import crash_report
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow
from ui.pages.report_page import ReportPage
from ui.picture_keeping import PictureKeeping, a_file_of_others
from ui.picture_signatures import SignatureSteps
from ui.picture_table import CLIENT_FILE, DEMO, NOTHING, Picture
from ui.report_jobs import preview
from ui.review_header import HeaderLine
from ui.widgets.horizon_board import HorizonBoard

CLIENT = "Ödland & Partner"
FILES = ("Re-review, spring 2027.plumbline", "Ödland & Partner.plumbline", "Ferrowick Group plc.plumbline")
_PASSPHRASE = "four words not alike"  # noqa: S105  (of a made-up file that lives as long as the pictures are drawn)
_TURNS = 5
_LOOKS, _LOOK_MS = 200, 50


class PictureSteps:
    """Brings a window into the states of the table. `folder` keeps its settings and the files made for it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._open = NOTHING
        self._shown: QWidget = window
        self._seals = SignatureSteps(window, folder)
        self._takes = {**self._ways(), **self._rarities(), **PictureKeeping(window, folder).ways()}

    def reach(self, picture: Picture) -> None:
        """Bring the window into the state of a picture. LookupError if a step leads nowhere."""
        self._shown = self._window
        self._open_review(picture.review)
        self._take(picture.steps)

    def leave(self, picture: Picture) -> None:
        """Leave the state of a picture, so that the next one can begin."""
        self._take(picture.after)

    def draw(self) -> QPixmap:
        """The window as it is now, with the dialog or the list that stands on it; or the one asked for."""
        shown = self._shown.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            painter = QPainter(shown)
            middle = self._window.rect().center() - dialog.rect().center()
            painter.drawPixmap(middle, dialog.grab())
            painter.setPen(dialog.palette().mid().color())
            painter.drawRect(dialog.rect().translated(middle))
            painter.end()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            painter = QPainter(shown)
            painter.drawPixmap(self._window.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab())
            painter.end()
        return shown

    def _ways(self) -> dict[str, Callable[[str], object]]:
        """What a person does."""
        return {
            "go": self._window.follow,
            "key": self._press,
            "click": self._click,
            "focus": self._focus,
            "card": self._focus_card,
            "do": self._window.do_action,
            "type": lambda words: QTest.keyClicks(self._focused(), words),
            "close": lambda _words: _close_dialogs(),
            "review": self._switch,
        }

    def _rarities(self) -> dict[str, Callable[[str], object]]:
        """What comes about otherwise."""
        window = self._window
        return {
            "room": lambda _words: self._look_at("audience_window"),
            "see": self._bring_into_view,
            "until": self._wait_for,
            "pause": lambda milliseconds: QTest.qWait(int(milliseconds)),
            "wait": lambda _words: self._show_report(),
            "export": self._choose_export,
            "template": self._choose_template,
            "remember": lambda _words: self._remember(),
            "forget": lambda _words: self._forget(),
            "unlock": self._ask_passphrase,
            "seal": self._seals.sign,
            "check": self._seals.show_check,
            "identity": lambda _words: self._seals.list_identity(),
            "crash": lambda _words: window.show_crash(crash_report(ValueError, None)),
        }

    def _ask_passphrase(self, name: str) -> None:
        """Open a file that is there, as far as anybody can tell before the passphrase is typed."""
        path = self._folder / (name or FILES[0])
        if not path.exists():
            path.write_bytes(a_file_of_others())
        self._window.open_path(path)

    def _take(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            kind, _colon, words = step.partition(":")
            self._takes[kind](words)
            settle()
            if QApplication.activeModalWidget() is None:
                self._window.activateWindow()  # a platform without windows does not do so after a dialog

    def _open_review(self, wanted: str) -> None:
        if wanted == self._open:
            return
        self._open = wanted
        window = self._window
        window.close_review()
        if wanted in {NOTHING, CLIENT_FILE}:
            return
        who = "Plumbline"
        if wanted == DEMO:
            window.open_review(opening.demo(who, self._folder))
        else:
            new = NewReview(path=self._folder / "empty.plumbline", passphrase=_PASSPHRASE, client=CLIENT)
            window.open_review(opening.made(new, new_key(_PASSPHRASE), who)[0])

    def _look_at(self, name: str) -> None:
        """Look at another window, as large as the first."""
        found = [each for each in QApplication.topLevelWidgets() if each.objectName() == name]
        if not found:
            raise LookupError(f"no window is called {name}")
        self._shown = found[0]
        self._shown.resize(self._window.size())

    def _bring_into_view(self, name: str) -> None:
        """Put a part at the upper edge of the page that scrolls it."""
        part = self._named(name)
        area: QObject | None = part
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            area.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y() - area.height() // 3)

    def _wait_for(self, name: str) -> None:
        for _look in range(_LOOKS):
            if any(each.isVisible() for each in self._window.findChildren(QWidget, name)):
                return
            # Asleep it lets jobs beside the window run on; QTest.qWait would keep Python's lock from them.
            sleep(_LOOK_MS / 1000)
            settle()
        raise LookupError(f"nothing that is called {name} came")

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def _press(self, keys: str) -> None:
        pressed = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not say that it can be
        QTest.keyClick(self._focused(), pressed.key(), pressed.keyboardModifiers())

    def _focus(self, name: str) -> None:
        named = self._named(name)
        named.setFocus()
        for area in self._window.findChildren(QScrollArea):
            if area.isAncestorOf(named):
                area.ensureWidgetVisible(named)

    def _focus_card(self, key: str) -> None:
        """Go to a card of the plan."""
        board = self._window.page.findChild(HorizonBoard)
        if board is None or not board.focus_card(key):
            raise LookupError(f"the plan has no card {key}")

    def _click(self, name: str) -> None:
        QTest.mouseClick(self._named(name), Qt.MouseButton.LeftButton)

    def _named(self, name: str) -> QWidget:
        found = [
            each
            for each in (QApplication.activeModalWidget() or self._window).findChildren(QWidget, name)
            if each.isVisible() and each.isEnabled()
        ]
        if not found:
            raise LookupError(f"nothing that is called {name} can be pressed")
        return found[0]

    def _show_report(self) -> None:
        """Do not wait for the preview that is made in the background: make it now."""
        page, bridge = self._window.page, self._window.bridge
        if isinstance(page, ReportPage) and bridge is not None:
            made = preview(bridge.workspace, Settings(), page.choice)(lambda _share: None, lambda: False)
            page.show_preview(made if isinstance(made, bytes) else b"")

    def _choose_export(self, words: str) -> None:
        name, _equals, value = words.partition("=")
        box = self._window.findChild(QComboBox, f"export_{name}")
        if box is None:
            raise LookupError(f"there is no choice of {name}")
        box.setCurrentIndex(box.findData(value))

    def _switch(self, number: str) -> None:
        bridge = self._window.bridge
        header = self._window.findChild(HeaderLine)
        if bridge is None or header is None:
            raise LookupError("no review is open")
        header.review_chosen.emit(bridge.workspace.reviews[int(number)].id)

    def _choose_template(self, name: str) -> None:
        path = str(resources.path("templates", name)) if name else ""
        wanted = replace(load_settings(self._folder), template=path)
        other = LARGEST_TEXT if wanted.text_size != LARGEST_TEXT else SMALLEST_TEXT
        # Another size and back again makes new pages: a page reads the template when it is made.
        self._window.take_settings(replace(wanted, text_size=other))
        self._window.take_settings(wanted)

    def _remember(self) -> None:
        for name in reversed(FILES):
            recent.remember(Path.home() / "Reviews" / name, self._folder)

    def _forget(self) -> None:
        for file in recent.recent_files(self._folder):
            recent.forget(file.path, self._folder)


def settle() -> None:
    """Let the window come to rest."""
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _close_dialogs() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        settle()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        settle()
