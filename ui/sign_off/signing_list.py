"""Who has signed and who has not: name, job title, when by the clock of that computer, and how."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.i18n import _
from app.signing.overview import SigningLine, way_words
from models.sign_off import Signed, SignWay
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import label, muted, small, strong


class SigningList(QWidget):
    """`file_wanted` carries the Signed whose report or picture is to be saved."""

    file_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))
        self._shown: tuple[SigningLine, ...] | None = None

    def show_lines(self, lines: Sequence[SigningLine]) -> None:
        """Show who has signed, and who is still to."""
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for line in lines:
            row = self._row(line)
            self._column.addWidget(row)
            row.show()

    def _row(self, line: SigningLine) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._theme.space(1))
        is_signed = line.signed is not None
        mark = label("✓" if is_signed else "○", self._theme, "strong", "ok" if is_signed else "warn", row)
        mark.setFixedWidth(self._theme.px(16))
        across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._words(line, row), 1)
        return row

    def _words(self, line: SigningLine, row: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(muted(line.role, self._theme, row, "small"))
        name = line.name or _("name not given yet")
        who = _("{name}, {position}").format(name=name, position=line.position) if line.position else name
        column.addWidget(strong(who, self._theme, row))
        if line.signed is None:
            column.addWidget(small(_("has not signed yet"), self._theme, row))
            return column
        at = _("{when}, by the clock of that computer; {way}")
        column.addWidget(
            small(at.format(when=day_and_time(line.signed.at), way=way_words(line.signed)), self._theme, row)
        )
        if line.signed.way is SignWay.BY_HAND:
            column.addWidget(self._save(line.signed, row))
        return column

    def _save(self, signed: Signed, row: QWidget) -> QWidget:
        save = quiet_button(_("Save the picture…"), self._theme, "download", "save_picture", row)
        save.clicked.connect(lambda: self.file_wanted.emit(signed))
        return save
