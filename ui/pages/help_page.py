"""The help page: short pages to read without a network, the sheet of keys, and what Plumbline is made of."""

from typing import ClassVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextTable, QTextTableFormat
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from app.i18n import _
from ui.help_texts import HELP_PAGES, help_text
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import title

LIST_WIDTH = 220
WIDEST = 860


class HelpPage(Page):
    """A list of help pages beside the one in view. `left` when the person presses Esc."""

    page_id: ClassVar[str] = "help"

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._list = QListWidget(self)
        self._text = QTextBrowser(self)
        self._build()
        self._list.currentRowChanged.connect(self._show_row)
        self._text.anchorClicked.connect(self._follow)
        self._list.setCurrentRow(0)

    @property
    def place(self) -> str:
        """The help page in view."""
        return f"help:{HELP_PAGES[self._list.currentRow()].name}"

    @property
    def text(self) -> str:
        """The words of the help page in view."""
        return self._text.toPlainText()

    def show_review(self, shown: Shown) -> None:
        """Help is the same whatever review is open."""

    def show_place(self, place: str) -> bool:
        """Show the help page that "help:keys" names."""
        name = place.removeprefix("help:")
        rows = [row for row, page in enumerate(HELP_PAGES) if page.name == name]
        if rows:
            self._list.setCurrentRow(rows[0])
        return bool(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_row(self, row: int) -> None:
        self._text.setMarkdown(help_text(HELP_PAGES[row].name))
        self._loosen_tables()
        self._calm_headings()
        self._text.setAccessibleName(_(HELP_PAGES[row].words))
        self._text.verticalScrollBar().setValue(0)

    def _loosen_tables(self) -> None:
        """Give the tables air and hairlines."""
        for frame in self._text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = QTextTableFormat(frame.format())
                look.setCellPadding(self.theme.space(0.75))
                look.setCellSpacing(0)
                look.setBorder(0)
                look.setTopMargin(self.theme.space(1))
                look.setBottomMargin(self.theme.space(1))
                frame.setFormat(look)

    def _calm_headings(self) -> None:
        """Set headings in the type of the house: none is larger than the page's title."""
        block = self._text.document().firstBlock()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                look = QTextCharFormat()
                look.setFont(self.theme.font("heading" if level == 1 else "strong"))
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(look)
            block = block.next()

    def _follow(self, address: QUrl) -> None:
        link = address.toString()
        if link.startswith("help:"):
            self.show_place(link)
        else:
            self.link_followed.emit(link)

    def _build(self) -> None:
        self.setObjectName("help_page")
        space = self.theme.space
        for page in HELP_PAGES:
            self._list.addItem(QListWidgetItem(_(page.words)))
        self._list.setObjectName("help_pages")
        self._list.setAccessibleName(_("Help pages"))
        self._list.setFixedWidth(min(self.theme.px(LIST_WIDTH), 320))
        self._list.setWordWrap(True)
        self._text.setObjectName("help_text")
        self._text.setMaximumWidth(self.theme.px(WIDEST))
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(self.theme.space(2))
        self._text.document().setDefaultFont(self.theme.font())
        columns = QHBoxLayout()
        columns.setSpacing(space(2))
        columns.addWidget(self._list)
        columns.addWidget(self._text, 1)
        columns.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(2))
        column.addWidget(title(_("Help"), self.theme, self))
        column.addLayout(columns, 1)
        self.setFocusProxy(self._list)
