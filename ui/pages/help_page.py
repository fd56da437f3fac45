"""The help page: short pages to read without a network, searched and printed, and the sheet of keys."""

from typing import ClassVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.i18n import _
from ui import help_texts
from ui.help_texts import HELP_PAGES, help_text, keys_text
from ui.key_table import matching_groups
from ui.opened_outside import open_outside
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import muted, quiet_button, title
from ui.widgets.help_browser import HelpBrowser

LIST_WIDTH, SEARCH_WIDTH = 232, 280
KEYS = "keys"


class HelpPage(Page):
    """A list of help pages beside the one in view. `left` when the person presses Esc.

    `printing_wanted` carries a QTextDocument and what it is called.
    """

    page_id: ClassVar[str] = "help"

    left = Signal()
    printing_wanted = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._list = QListWidget(self)
        self._text = HelpBrowser(theme, self)
        self._search = QLineEdit(self)
        self._none = muted(_("No help page has all these words."), theme, self)
        self._print = quiet_button(_("Print…"), theme, "", "print_help", self)
        self._build()
        self._connect()
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
            self._search.clear()
            self._list.setCurrentRow(rows[0])
        return bool(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_row(self, row: int) -> None:
        if row < 0:
            return
        page, typed = HELP_PAGES[row], self._search.text()
        self._text.show_markdown(_text(page.name, typed), _(page.words))
        self._text.mark(typed)

    def _filter(self, typed: str) -> None:
        """Offer the pages that have all the words; the one in view stays if it is one of them."""
        from app.search import find_texts  # noqa: PLC0415  (not before the first page)
        from ui.palette_offers import help_items  # noqa: PLC0415  (as above)

        found = find_texts(help_items(), typed, len(HELP_PAGES)) if typed.strip() else ()
        places = {hit.place for each in found for hit in each.hits}
        fitting = [
            row
            for row, page in enumerate(HELP_PAGES)
            if not typed.strip()
            or f"help:{page.name}" in places
            or (page.name == KEYS and matching_groups(typed))
        ]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in fitting)
        self._none.setVisible(not fitting)
        row = self._list.currentRow()
        if fitting and row not in fitting:
            self._list.setCurrentRow(fitting[0])
        else:
            self._show_row(row)

    def _follow(self, address: QUrl) -> None:
        link = address.toString()
        if link.startswith("help:"):
            self.show_place(link)
        elif link == help_texts.MANUAL_LINK:
            open_outside(help_texts.MANUAL)
        else:
            self.link_followed.emit(link)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_row)
        self._text.anchorClicked.connect(self._follow)
        self._search.textChanged.connect(self._filter)
        self._print.clicked.connect(self._ask_for_print)

    def _ask_for_print(self) -> None:
        page = HELP_PAGES[self._list.currentRow()]
        self.printing_wanted.emit(self._text.printable(_text(page.name, self._search.text())), _(page.words))

    def _build(self) -> None:
        self.setObjectName("help_page")
        space = self.theme.space
        for page in HELP_PAGES:
            self._list.addItem(QListWidgetItem(_(page.words)))
        self._list.setObjectName("help_pages")
        self._list.setAccessibleName(_("Help pages"))
        self._list.setFixedWidth(min(self.theme.px(LIST_WIDTH), 340))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._search.setObjectName("search")
        self._search.setAccessibleName(_("Search the help pages"))
        self._search.setPlaceholderText(_("Search help and keys"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(self.theme.px(SEARCH_WIDTH))
        self._none.hide()
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(title(_("Help"), self.theme, self))
        head.addStretch(1)
        head.addWidget(self._search, 2)
        head.addWidget(self._print)
        columns = QHBoxLayout()
        columns.setSpacing(space(2))
        columns.addWidget(self._list)
        columns.addWidget(self._text, 1)
        columns.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addWidget(self._none)
        column.addLayout(columns, 1)
        self.setFocusProxy(self._list)


def _text(name: str, typed: str) -> str:
    """A help page; of the keys only those that were looked for, where there are any."""
    if name == KEYS and typed.strip() and (groups := matching_groups(typed)):
        return keys_text(groups)
    return help_text(name)
