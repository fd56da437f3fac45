"""The wishes about columns that are in force over a grid, each to be taken back with one press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n import _
from app.row_filter import RowFilter
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import muted
from ui.widgets.refill import refill

LONGEST = 40


class FilterChips(QWidget):
    """`taken_back` carries a path; `all_asked` wants all rows, `choosing_asked` all shown ones chosen."""

    taken_back = Signal(str)
    all_asked = Signal()
    choosing_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filter = RowFilter()
        self._parts: list[QWidget] = []
        self._choose: QPushButton | None = None
        self._flow = FlowLayout(self, spacing=theme.space(1))
        self.setObjectName("filter_chips")
        self.setAccessibleName(_("Only these rows are shown"))
        self.hide()

    def show_filter(self, wanted: RowFilter) -> None:
        """Show what is in force; nothing hides the line."""
        if wanted.only == self._filter.only and wanted.is_on == self._filter.is_on:
            return
        self._filter = wanted
        self._choose = None
        new = self._made() if wanted.is_on else []
        refill(self._flow, self._parts, new)
        self._parts = new
        self.setVisible(bool(new))

    def show_choosing(self, *, is_left: bool) -> None:
        """Offer to choose all rows as long as some that are shown are left."""
        if self._choose is not None and self._choose.isHidden() == is_left:
            self._choose.setVisible(is_left)

    def _made(self) -> list[QWidget]:
        self._choose = quiet_button(_("Choose all (Ctrl+A)"), self._theme, name="choose_shown", parent=self)
        self._choose.clicked.connect(self.choosing_asked)
        every = quiet_button(_("All rows (Ctrl+Shift+L)"), self._theme, name="show_all", parent=self)
        every.clicked.connect(self.all_asked)
        said = [self._said()] if self._filter.only else []
        return [
            *said,
            *(self._chip(wish.path, wish.words) for wish in self._filter.only),
            self._choose,
            every,
        ]

    def _said(self) -> QWidget:
        said = muted(_("Only rows with"), self._theme, self)
        said.setWordWrap(False)
        said.setFixedHeight(button("x", self._theme).sizeHint().height())
        return said

    def _chip(self, path: str, words: str) -> QPushButton:
        short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        chip = button(short.replace("&", "&&"), self._theme, "x", f"only_{path}", self)
        chip.setAccessibleName(_("{wish}. Press to take this back.").format(wish=words))
        chip.setToolTip(_("Press to take this back"))
        chip.clicked.connect(lambda: self.taken_back.emit(path))
        return chip
