"""A panel from which a room picks what it recognises: tick several, add them in one go."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.day_words import short_day
from app.i18n import _, ngettext
from app.library_entries import Offer, matching
from models.library import Mark
from ui.theme import Theme
from ui.widgets.buttons import icon_button, primary_button
from ui.widgets.labels import heading, muted, small, strong
from ui.widgets.surfaces import hairline, scrolled

_MARKS = {
    Mark.VERIFIED: "checked",
    Mark.SINGLE_SOURCE: "one source",
    Mark.TO_BE_CONFIRMED: "confirm on screen",
}


class LibraryPicker(QWidget):
    """`picked` carries the offers that were ticked; `closed` when the panel is to go away."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers: Sequence[Offer] = ()
        self._rows: dict[str, _OfferRow] = {}
        self._groups: dict[str, QLabel] = {}
        self._title = heading("", theme, self)
        self.search = QLineEdit(self)
        self.add_button = primary_button(_("Add"), theme, "plus", "add_picked", self)
        self._close = icon_button("x", _("Close (Esc)"), theme, "close_library", self)
        self._nothing = muted(_("Nothing in the library fits these words."), theme, self)
        self._list = QWidget(self)
        self._build()
        self.search.textChanged.connect(self._filter)
        self.add_button.clicked.connect(self._pick)

    def show_offers(self, title: str, offers: Sequence[Offer]) -> None:
        """Offer these, group by group, nothing ticked."""
        self._title.setText(title)
        self._offers = offers
        self.search.clear()
        column = self._list.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101  (set in _build)
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows, self._groups = {}, {}
        for offer in offers:
            if offer.group not in self._groups:
                group = strong(offer.group, self._theme, self._list)
                group.setContentsMargins(0, self._theme.space(1), 0, 0)
                self._groups[offer.group] = group
                column.addWidget(group)
            row = _OfferRow(self._theme, offer, self._list)
            row.box.toggled.connect(self._count)
            self._rows[offer.id] = row
            column.addWidget(row)
        column.addStretch(1)
        self._order_tabs()
        self._filter("")
        self._count()

    @property
    def ticked(self) -> tuple[Offer, ...]:
        """What is ticked, hidden by the search or not."""
        return tuple(offer for offer in self._offers if self._rows[offer.id].box.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.ticked:
            self._pick()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("library_picker")
        space = self._theme.space
        self.search.setObjectName("library_search")
        self.search.setPlaceholderText(_("Search the library"))
        self.search.setAccessibleName(_("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.setFont(self._theme.font())
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(space(2), space(1.5), space(2), space(1))
        top.setSpacing(space(1))
        top.addLayout(head)
        top.addWidget(self.search)
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(space(2), 0, space(2), space(2))
        rows.setSpacing(space(1))
        foot = QHBoxLayout()
        foot.setContentsMargins(space(2), space(1), space(2), space(1))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(scrolled(self._list, "library_scroll", self), 1)
        column.addWidget(hairline(self))
        column.addLayout(foot)
        self._nothing.setContentsMargins(space(2), 0, space(2), 0)
        self._nothing.hide()

    def _order_tabs(self) -> None:
        """From the search to what is offered, to the button that adds it, and only then to the way out."""
        boxes = [row.box for row in self._rows.values()]
        for first, second in pairwise((self.search, *boxes, self.add_button, self._close)):
            QWidget.setTabOrder(first, second)

    def _filter(self, words: str) -> None:
        shown = {offer.id for offer in matching(self._offers, words)}
        groups = {offer.group for offer in self._offers if offer.id in shown}
        for key, row in self._rows.items():
            row.setVisible(key in shown)
        for name, group in self._groups.items():
            group.setVisible(name in groups)
        self._nothing.setVisible(not shown)

    def _count(self) -> None:
        n = len(self.ticked)
        self.add_button.setText(ngettext("Add {n}", "Add {n}", n).format(n=n) if n else _("Add"))
        self.add_button.setEnabled(bool(n))

    def _pick(self) -> None:
        if self.ticked:
            self.picked.emit(self.ticked)


class _OfferRow(QWidget):
    """One thing to tick, with what is known about it and since when."""

    def __init__(self, theme: Theme, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(offer.title.replace("&", "&&"), self)
        self.box.setObjectName(f"offer_{offer.id}")
        self.box.setFont(theme.font())
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        known = _("{mark}, known {date}").format(
            mark=_(_MARKS[offer.known.mark]), date=short_day(offer.known.as_known_on)
        )
        about = " · ".join(part for part in (offer.detail, known, offer.known.source_note) if part)
        if offer.is_present:
            about = _("Already in the register. {about}").format(about=about)
        self.box.setAccessibleDescription(about)
        detail = small(about, theme, self)
        detail.setContentsMargins(theme.px(28), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(detail)
