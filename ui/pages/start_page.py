"""The start page: what Plumbline does, and the ways to a review file."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.demo_client import DEMO_CLIENT, DEMO_PASSPHRASE
from app.i18n import _
from app.recent import RecentFile
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import pixmap
from ui.widgets.labels import body, label, muted, small
from ui.widgets.recent_list import RecentList
from ui.widgets.surfaces import scrolled

NARROW = 860
WIDEST_COLUMN = 560


class StartPage(Page):
    """Recent files, a new one, one to open, the demo. `action_wanted` carries an action's name."""

    page_id: ClassVar[str] = "start"

    action_wanted = Signal(str)
    file_chosen = Signal(object)
    file_forgotten = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._recent = RecentList(theme, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._recent.chosen.connect(self.file_chosen)
        self._recent.forgotten.connect(self.file_forgotten)

    def show_recent(self, files: Sequence[RecentFile], *, is_masked: bool) -> None:
        """Show the files opened last, with or without their names."""
        self._recent.show_files(files, is_masked=is_masked)

    def show_review(self, shown: Shown) -> None:
        """The start page is the same whatever review is open."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self.theme.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        super().resizeEvent(event)

    def _build(self) -> None:
        self.setObjectName("start_page")
        space = self.theme.space
        content = QWidget(self)
        content.setMaximumWidth(self.theme.px(2 * WIDEST_COLUMN) + space(18))
        self._columns.setSpacing(space(6))
        self._columns.addWidget(self._begin(), 1, Qt.AlignmentFlag.AlignTop)
        self._recent.setMaximumWidth(self.theme.px(WIDEST_COLUMN))
        self._columns.addWidget(self._recent, 1, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(content)
        page.setContentsMargins(space(6), space(6), space(6), space(4))
        page.addLayout(self._columns)
        page.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, "start_area", self))

    def _begin(self) -> QWidget:
        column = QWidget(self)
        column.setMaximumWidth(self.theme.px(WIDEST_COLUMN))
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.theme.space(1))
        lines.addLayout(self._name(column))
        lines.addWidget(
            muted(_("Shows whether the AI inside a marketing stack stands true."), self.theme, column)
        )
        lines.addSpacing(self.theme.space(2))
        for words in _teaching():
            lines.addWidget(body(words, self.theme, column))
        lines.addSpacing(self.theme.space(2))
        lines.addWidget(self._buttons(column))
        lines.addSpacing(self.theme.space(2))
        lines.addWidget(self._demo_words(column))
        lines.addWidget(
            small(_("Everything stays on this computer. Plumbline never uses a network."), self.theme, column)
        )
        return column

    def _name(self, parent: QWidget) -> QHBoxLayout:
        mark = QLabel(parent)
        mark.setPixmap(pixmap("plumbline", self.theme, "accent", 40))
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(1))
        row.addWidget(mark)
        row.addWidget(label(_("Plumbline"), self.theme, "title", parent=parent), 1)
        return row

    def _buttons(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, spacing=self.theme.space(1))
        made = {
            "new_file": primary_button(_("New review file…"), self.theme, "file-plus-2", parent=row),
            "open_file": button(_("Open…"), self.theme, "folder-open", parent=row),
            "open_demo": button(_("Try the demo client"), self.theme, "play", parent=row),
            "import_json": quiet_button(_("Import a review (JSON)…"), self.theme, "upload", parent=row),
        }
        for name, each in made.items():
            each.setObjectName(f"start_{name}")
            each.clicked.connect(lambda _checked=False, name=name: self.action_wanted.emit(name))
            flow.addWidget(each)
        return row

    def _demo_words(self, parent: QWidget) -> QLabel:
        words = _(
            "The demo client, {client}, is made up. Its file is made anew each time, "
            "with the passphrase “{passphrase}”."
        )
        return small(words.format(client=DEMO_CLIENT, passphrase=DEMO_PASSPHRASE), self.theme, parent)


def _teaching() -> tuple[str, ...]:
    return (
        _("1.  List what runs: the AI tools, what each can see and change, who owns it, who sold it."),
        _("2.  Ask seven sections of questions. “We don't know” is an answer, and widens the risk."),
        _("3.  Read the risk map as it forms, fix first what matters most, and hand over a PDF."),
    )
