"""The navigation at the left: the pages, the sections with their progress, and where one is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from app.i18n import _
from ui.navigation import LOCK, PAGE_KINDS, PAGES, SECTION, SETTINGS, START, words_of
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.rail_item import RailItem, rail_width
from ui.widgets.surfaces import scrolled

if TYPE_CHECKING:
    from app.progress import Progress
    from models.pack import Section


class ProgressRail(QFrame):
    """Where one can go. `chosen` carries a link, such as "page:risk_map" or "section:ACC".

    `entered` when the person wants to go on in the page that is shown.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = QWidget(self)
        self._column = QVBoxLayout(self._content)
        self._area = scrolled(self._content, "rail_area", self)
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._sections: tuple[Section, ...] | None = None
        self._is_at_start = False
        self._build()
        self.show_sections(None)

    def show_sections(self, sections: "Sequence[Section] | None") -> None:
        """Offer the pages of an open review with these sections; None while no review is open."""
        wanted = None if sections is None else tuple(sections)
        if self._items and wanted == self._sections:
            return
        self._sections = wanted
        self._show_if_of_use()
        self._empty()
        for kind in PAGES:
            if kind.page_id == SETTINGS:
                self._column.addStretch(1)
            if kind.page_id == SECTION:
                self._add_sections(wanted or ())
            elif not kind.under and (not kind.needs_review or wanted is not None):
                self._add(f"page:{kind.page_id}", words_of(kind.page_id), kind.icon)

    def show_progress(self, progress: "Progress") -> None:
        """Show how far every section has come."""
        for section in progress.sections:
            if item := self._items.get(f"section:{section.section}"):
                item.show_progress(section)
        self._make_room()

    def show_place(self, page_id: str, section: str = "") -> None:
        """Mark where one is."""
        self._is_at_start = page_id in {START, LOCK}
        self._show_if_of_use()
        page_id = PAGE_KINDS[page_id].under or page_id
        link = f"section:{section}" if page_id == SECTION else f"page:{page_id}"
        if item := self._items.get(link):
            item.setChecked(True)
            self._area.ensureWidgetVisible(item, 0, self._theme.space(2))

    def item(self, link: str) -> RailItem:
        """The item that leads to a place; KeyError if it is not offered."""
        return self._items[link]

    def links(self) -> tuple[str, ...]:
        """The places offered, from top to bottom."""
        return tuple(self._items)

    def _build(self) -> None:
        self.setObjectName("rail")
        self.setAccessibleName(_("Pages"))
        self.setFixedWidth(rail_width(self._theme))
        self._group.idClicked.connect(self._choose)
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._column.setContentsMargins(0, self._theme.space(1), 0, self._theme.space(1))
        self._column.setSpacing(0)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._area)

    def _show_if_of_use(self) -> None:
        """The start page leads everywhere while no review is open; the lock page leads back alone."""
        self.setVisible(self._sections is not None or not self._is_at_start)

    def _add_sections(self, sections: "Sequence[Section]") -> None:
        if not sections:
            return
        title = label(_("Sections"), self._theme, "small", parent=self._content)
        title.setObjectName("rail_heading")
        title.setContentsMargins(self._theme.space(2), self._theme.space(1.5), 0, self._theme.space(0.5))
        self._column.addWidget(title)
        for section in sections:
            self._add(f"section:{section.id}", section.title, "")
        self._column.addSpacing(self._theme.space(1.5))

    def _add(self, link: str, words: str, icon_name: str) -> None:
        item = RailItem(link, words, icon_name, self._theme, self._content)
        item.entered.connect(self.entered)
        self._items[link] = item
        self._group.addButton(item, len(self._items))
        self._column.addWidget(item)

    def _empty(self) -> None:
        for item in self._items.values():
            self._group.removeButton(item)
        self._items.clear()
        while (taken := self._column.takeAt(0)) is not None:
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()

    def _make_room(self) -> None:
        """Let every name have all its lines: beside a scroll bar there is less room in each of them."""
        needed = max(0, self._column.heightForWidth(self._area.viewport().width()))
        if needed != self._content.minimumHeight():
            self._content.setMinimumHeight(needed)

    def _choose(self, number: int) -> None:
        self.chosen.emit(list(self._items)[number - 1])
