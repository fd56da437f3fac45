"""The review files opened last; on a shared screen by their initials."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.i18n import _
from app.initials import initials
from app.recent import RecentFile
from ui.theme import Theme
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.icons import icon
from ui.widgets.labels import heading, muted
from ui.widgets.row_button import RowButton


class RecentList(QWidget):
    """One row for each file. `chosen` and `forgotten` carry its path."""

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files: tuple[RecentFile, ...] = ()
        self._is_masked = True
        self._eye: QPushButton = quiet_button(_("Show names"), theme, "eye", "show_names", self)
        self._none = muted(
            _("None yet. The review files that you make or open are listed here."), theme, self
        )
        self._parts: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._build()
        self._eye.clicked.connect(self._change_mask)

    def show_files(self, files: Sequence[RecentFile], *, is_masked: bool) -> None:
        """Show these files; masked ones by initials and without folder, until the person asks for them."""
        self._files = tuple(files)
        self._is_masked = is_masked
        self._eye.setVisible(is_masked and bool(files))
        self._none.setVisible(not files)
        self._show_rows()

    def _show_rows(self) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (row := taken.widget()) is not None:
                row.hide()
                row.deleteLater()
        self._parts.clear()
        for number, file in enumerate(self._files, start=1):
            self._rows.addWidget(self._row(number, file))
        self._order_keys()
        self._eye.setText(_("Show names") if self._is_masked else _("Hide names"))
        self._eye.setIcon(icon("eye" if self._is_masked else "eye-off", self._theme, "accent", gap=6))

    def come_after(self, before: QWidget) -> None:
        """Be reached by Tab after another widget."""
        self.setTabOrder(before, self._eye)
        self._order_keys()

    def _order_keys(self) -> None:
        """Rows are made anew, and would be reached last of all."""
        before: QWidget = self._eye
        for part in self._parts:
            self.setTabOrder(before, part)
            before = part

    def _row(self, number: int, file: RecentFile) -> QWidget:
        name = initials(file.path.stem) if self._is_masked else file.path.stem
        when = _("opened {when}").format(when=day_and_time(file.opened))
        opening = RowButton(name, when, self._theme, self)
        opening.setObjectName(f"recent_{number}")
        opening.setAccessibleName(_("Open {file}, {when}").format(file=name, when=when))
        opening.setToolTip("" if self._is_masked else str(file.path))
        opening.clicked.connect(lambda: self.chosen.emit(file.path))
        words = _("Take {file} off this list").format(file=name)
        cross = icon_button("x", words, self._theme, f"forget_{number}", self)
        cross.clicked.connect(lambda: self.forgotten.emit(file.path))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.space(0.5))
        self._parts += (opening, cross)
        line.addWidget(opening, 1)
        line.addWidget(cross)
        return row

    def _change_mask(self) -> None:
        self._is_masked = not self._is_masked
        self._show_rows()

    def _build(self) -> None:
        self.setObjectName("recent_files")
        top = QHBoxLayout()
        top.addWidget(heading(_("Opened last"), self._theme, self), 1)
        top.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addLayout(top)
        column.addWidget(self._none)
        self._rows.setSpacing(self._theme.space(0.5))
        column.addLayout(self._rows)
