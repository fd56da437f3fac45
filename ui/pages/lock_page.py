"""The lock page: that a file is locked, whose by initials alone, and the way back into it."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import ReviewError
from app.i18n import _
from ui.dialogs.frame import ONE_MOMENT
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.asking_line import AskingLine
from ui.widgets.basics import Notice, button, muted, primary_button, quiet_button, scrolled, title
from ui.widgets.icons import pixmap
from ui.widgets.key_entry import KeyEntry

WIDEST, MARK = 480, 40


class LockPage(Page):
    """`typed` carries an app.file_keys.Typed; `keychain_wanted` and `closing_wanted` as they say."""

    page_id: ClassVar[str] = "lock"

    typed = Signal(object)
    keychain_wanted = Signal()
    closing_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.notice = Notice(theme, self)
        self._initials = title("", theme, self)
        self._hint = muted("", theme, self)
        self._asking = AskingLine(theme, self)
        self._entry = KeyEntry(theme, parent=self)
        self._unlock = primary_button(_("Unlock"), theme, name="unlock_go_on", parent=self)
        self._keychain = button(_("Use the keychain"), theme, name="use_keychain", parent=self)
        self._working = muted("", theme, self)
        self._close = quiet_button(_("Close the file"), theme, name="close_locked", parent=self)
        self._build()
        self._connect()

    @property
    def is_remembered(self) -> bool:
        """What the keychain knows it knows already."""
        return False

    def show_locked(self, initials: str, hint: str = "", *, knows_keychain: bool = False) -> None:
        """Say which file is locked, and offer the keychain where it knows the key."""
        self._entry.clear()
        self.notice.clear()
        self._initials.setText(_("{initials} is locked").format(initials=initials))
        self._hint.setText(hint or _("Everything is saved, and the file is closed."))
        self._keychain.setVisible(knows_keychain)
        self.show_asking(False)
        self.show_opening(False)

    def show_review(self, shown: Shown) -> None:
        """The page is the same whatever the file holds."""

    def show_asking(self, is_asking: bool) -> None:
        """Say that the keychain is being asked; the passphrase can be typed meanwhile."""
        self._asking.setVisible(is_asking)
        self._keychain.setEnabled(not is_asking)

    def show_opening(self, is_opening: bool) -> None:
        """Say that the key is being made; “Close the file” stops it."""
        self._unlock.setEnabled(not is_opening)
        self._working.setText(ONE_MOMENT if is_opening else "")

    def show_error(self, error: ReviewError) -> None:
        """Say in place why the file is not open, and let the person try again."""
        self._unlock.setEnabled(True)
        self.notice.show_message(error.title, error.advice)
        self._entry.select(getattr(error, "line", None))

    def _try(self) -> None:
        fault = self._entry.fault
        if fault is not None:
            self.notice.show_message(*fault)
            self._entry.select()
            return
        self.typed.emit(self._entry.typed)

    def _build(self) -> None:
        self.setObjectName("lock_page")
        self.setFocusProxy(self._entry)
        self._close.setProperty("kind", "link")
        space = self.theme.space
        content = QWidget(self)
        content.setMaximumWidth(self.theme.px(WIDEST))
        buttons = QHBoxLayout()
        buttons.setSpacing(space(1))
        buttons.addWidget(self._unlock)
        buttons.addWidget(self._keychain)
        buttons.addWidget(self._working, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(6), space(3), space(3))
        column.setSpacing(space(1))
        column.addLayout(self._name(content))
        column.addSpacing(space(3))
        column.addWidget(self._initials)
        column.addWidget(self._hint)
        column.addSpacing(space(2))
        column.addWidget(self.notice)
        column.addWidget(self._asking)
        column.addWidget(self._entry)
        column.addSpacing(space(1))
        column.addLayout(buttons)
        column.addWidget(self._close)
        column.addStretch(1)
        around = QWidget(self)
        middle = QHBoxLayout(around)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(content, 4)
        middle.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(around, "lock_area", self))

    def _name(self, parent: QWidget) -> QHBoxLayout:
        mark = QLabel(parent)
        mark.setPixmap(pixmap("plumbline", self.theme, "accent", MARK))
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(1))
        row.addWidget(mark)
        row.addWidget(muted(_("Plumbline"), self.theme, parent, "heading"), 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._try)
        self._keychain.clicked.connect(self.keychain_wanted)
        self._close.clicked.connect(self.closing_wanted)
        self._entry.edited.connect(self.notice.clear)
        self._entry.turned.connect(self.notice.clear)
        self._entry.entered.connect(self._try)
