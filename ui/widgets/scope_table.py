"""A vendor's approved scope beside its deployed one, set by set, with what nobody approved marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from app.vendor_scope_words import ScopeLine
from ui.theme import Theme
from ui.widgets.labels import label, small

NAME_WIDTH = 92


class ScopeTable(QWidget):
    """Three columns: the set, what is approved, what is deployed; sets with nothing in them share a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[ScopeLine] = ()
        self._rows: list[QLabel] = []
        self._grid = QGridLayout()
        self._empty = small("", theme, self)
        self._build()

    def show_lines(self, lines: Sequence[ScopeLine]) -> None:
        """Show these sets; none hides the table."""
        self.setVisible(bool(lines))
        if lines == self._lines:
            return
        self._lines = lines
        for old in self._rows:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        told = [line for line in lines if line.approved or line.deployed]
        for line in told:
            self._add(line)
        silent = ", ".join(line.what.lower() for line in lines if line not in told)
        self._empty.setText(_("Nothing approved and nothing deployed: {sets}.").format(sets=silent))
        self._empty.setVisible(bool(silent))
        self.setAccessibleDescription(" ".join(line.sentence for line in told))

    def _build(self) -> None:
        self.setObjectName("scope_table")
        self.setAccessibleName(_("Approved scope beside deployed scope"))
        space = self._theme.space
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(2))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, self._theme.px(NAME_WIDTH))
        for column, stretch in enumerate((0, 1, 1)):
            self._grid.setColumnStretch(column, stretch)
        for column, words in enumerate(("", _("Approved"), _("Deployed"))):
            self._grid.addWidget(small(words, self._theme, self), 0, column)
        content = QVBoxLayout(self)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(space(1))
        content.addLayout(self._grid)
        content.addWidget(self._empty)
        self.hide()

    def _add(self, line: ScopeLine) -> None:
        """A set on two rows of the grid: what both sides hold, and under it what only one of them holds."""
        row = self._grid.rowCount()
        within = [item for item in line.deployed if item not in line.missing]
        self._put(row, 0, line.what, "muted", top=1)
        self._put(row, 1, ", ".join(line.approved) or _("Nothing recorded"), "", top=1)
        if within or not line.missing:
            self._put(row, 2, ", ".join(within) or _("Nothing"), "", top=1)
        if line.missing:
            words = _("▲ Not approved: {items}").format(items=", ".join(line.missing))
            self._put(row + (1 if within else 0), 2, words, "danger", top=0 if within else 1)
        if line.unused:
            words = _("Not used: {items}").format(items=", ".join(line.unused))
            self._put(row + 1, 1, words, "muted")

    def _put(self, row: int, column: int, words: str, tone: str, top: float = 0) -> None:
        shown = label(words, self._theme, tone=tone, parent=self)
        shown.setContentsMargins(0, self._theme.space(top), 0, 0)
        shown.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(shown, row, column)
        shown.show()
        self._rows.append(shown)
