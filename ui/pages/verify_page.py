"""Checks a signed report, one's own or a stranger's, and says in plain words what is proven and what not."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.i18n import _
from ui.dropped_file import any_dropped_file
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import (
    EmptyState,
    button,
    muted,
    primary_button,
    quiet_button,
    reading_column,
    small,
    title,
)
from ui.widgets.busy_row import BusyRow
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.signing.findings import Verification

WIDEST = 880


class VerifyPage(Page):
    """It reads no file: `file_wanted` asks for one, `file_given` carries the path of one that was dropped.

    What came of it comes in through `show_result`. `save_wanted` and `print_wanted` carry the result as text.
    """

    page_id: ClassVar[str] = "verify"

    file_wanted = Signal()
    file_given = Signal(object)
    save_wanted = Signal(str)
    print_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.notice = Notice(theme, self)
        self.busy = BusyRow(theme, self)
        self._choose = primary_button(_("Choose a report…"), theme, "folder-open", "choose_report", self)
        self._against = QCheckBox(_("Also hold it against the review file that is open"), self)
        self._empty = EmptyState(theme, _("Drop a report here"), _empty_words(), "circle-check", self)
        self._name = muted("", theme, self)
        self._tools = QWidget(self)
        self._results = QVBoxLayout()
        self._text = ""
        self._build()
        self._connect()

    @property
    def is_against(self) -> bool:
        """Whether the report shall be held against the open review file."""
        return self._against.isVisibleTo(self) and self._against.isChecked()

    def show_review(self, shown: Shown) -> None:
        """The page is the same whatever review is open."""

    def show_open(self, is_open: bool) -> None:
        """Offer to hold a report against the open review file, where there is one."""
        self._against.setVisible(is_open)

    def show_result(self, found: "Verification", name: str, *, is_against: bool) -> None:
        """Show what a check came to; `name` is what the file is called."""
        from app.signing.proof_words import lines  # noqa: PLC0415  (loads what reads certificates)
        from ui.verify.result_view import ResultView  # noqa: PLC0415  (as above)

        self.show_nothing()
        self._text = "\n".join((name, *lines(found))) + "\n"
        self._empty.hide()
        self._name.setText(name)
        self._name.show()
        self._tools.show()
        view = ResultView(self.theme, found, is_against, self)
        view.followed.connect(self.link_followed)
        self._results.addWidget(view)
        view.show()

    def show_nothing(self) -> None:
        """Forget the last result: it may hold a client's words."""
        self._text = ""
        self.notice.clear()
        self._name.hide()
        self._tools.hide()
        self._empty.show()
        while (item := self._results.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()

    def show_saved(self, path: str) -> None:
        """Say where the text is."""
        self.notice.show_message(_("Saved. This file is not encrypted."), path, "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why a file could not be checked, and what to do."""
        self.notice.show_message(title, advice)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any_dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = any_dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_given.emit(Path(path))

    def _build(self) -> None:
        self.setObjectName("verify_page")
        self.setAcceptDrops(True)
        self._against.setObjectName("against_open")
        self._against.setChecked(True)
        self._name.setObjectName("checked_file")
        space = self.theme.space
        content, column = reading_column(self, self.theme, "verify_area", WIDEST, 1)
        column.addWidget(title(_("Check a signed report"), self.theme, content))
        told = _("Everything is looked at on this computer; no server is asked, and nothing is changed.")
        column.addWidget(small(told, self.theme, content))
        line = QWidget(content)
        flow = FlowLayout(line, spacing=space(2))
        flow.addWidget(self._choose)
        flow.addWidget(self._against)
        for part in (line, self.notice, self.busy, self._empty, self._name):
            column.addWidget(part)
        column.addLayout(self._results)
        tools = FlowLayout(self._tools, spacing=space(1))
        for words, icon, name, act in (
            (_("Copy as text"), "copy", "copy_result", self._copy),
            (_("Save as text…"), "download", "save_result", lambda: self.save_wanted.emit(self._text)),
            (_("Print…"), "file-text", "print_result", lambda: self.print_wanted.emit(self._text)),
        ):
            made = button(words, self.theme, icon, name, self._tools)
            made.clicked.connect(lambda _checked=False, act=act: act())
            tools.addWidget(made)
        column.addWidget(self._tools)
        back = quiet_button(_("Back"), self.theme, "chevron-left", "leave_verify", content)
        back.clicked.connect(self.left)
        column.addWidget(back)
        column.addStretch(1)
        self.show_nothing()
        self.setFocusProxy(self._choose)

    def _connect(self) -> None:
        self._choose.clicked.connect(self.file_wanted)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.notice.show_message(_("Copied."), "", "ok")


def _empty_words() -> str:
    return _(
        "A PDF that was signed with Plumbline, yours or somebody else's. You see each signature, whether "
        "every byte is as it was signed, whether the seal fits the data inside, and what that proves to "
        "somebody who was not there."
    )
