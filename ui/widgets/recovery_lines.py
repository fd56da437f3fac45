"""The four lines of a recovery sheet, to be typed in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.i18n import _
from app.recovery_key import LINES, SIGNS_A_LINE, four_lines, line_is_right
from ui.theme import Theme
from ui.widgets.labels import label, muted, restyle

ROOM = 3  # what a person may type too much in a line before they notice


class RecoveryLines(QWidget):
    """Four fields; `entered` at the key Enter.

    All lines pasted into one of them find their places; a wrong line is marked, in words too.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields = [QLineEdit(self) for _line in range(LINES)]
        self._marks: list[QLabel] = [label("", theme, "small", "danger", self) for _line in range(LINES)]
        self._build()
        for n, field in enumerate(self._fields):
            field.returnPressed.connect(self.entered)
            field.textEdited.connect(lambda text, n=n: self._take(n, text))
            field.editingFinished.connect(lambda n=n: self._look_at(n))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is typed in each."""
        return tuple(field.text() for field in self._fields)

    def show_wrong(self, line: int | None) -> None:
        """Mark a line, counted from 1, as not as it was printed, with the cursor in it; None marks none."""
        for n in range(LINES):
            self._mark(n, is_wrong=n + 1 == line)
        self.select(line or 1)

    def select(self, line: int = 1) -> None:
        """Put the cursor into a line, with what is typed selected."""
        self._fields[line - 1].setFocus()
        self._fields[line - 1].selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        for n, field in enumerate(self._fields):
            field.clear()
            self._mark(n, is_wrong=False)

    def _take(self, n: int, text: str) -> None:
        came = four_lines(text)
        if len(came) > 1:
            for at, line in enumerate(came[: LINES - n], start=n):
                self._fields[at].setText(line)
            self._fields[min(n + len(came), LINES) - 1].setFocus()
        self._mark(n, is_wrong=False)
        self.edited.emit()

    def _look_at(self, n: int) -> None:
        """Say at once, when a line is left, that it has a slip; an empty one is still to come."""
        text = self._fields[n].text()
        self._mark(n, is_wrong=bool(text.strip()) and not line_is_right(text, n + 1))

    def _mark(self, n: int, *, is_wrong: bool) -> None:
        self._marks[n].setText(_("not as printed") if is_wrong else "")
        self._fields[n].setProperty("wrong", is_wrong)
        restyle(self._fields[n])
        name = _("Line {n}, not as it was printed") if is_wrong else _("Line {n} of the recovery sheet")
        self._fields[n].setAccessibleName(name.format(n=n + 1))

    def _build(self) -> None:
        self.setObjectName("recovery_lines")
        self.setFocusProxy(self._fields[0])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space(1))
        grid.setVerticalSpacing(self._theme.space(0.5))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self._theme.font("body").pointSizeF())
        for n, field in enumerate(self._fields):
            field.setObjectName(f"recovery_line_{n + 1}")
            field.setFont(fixed)
            field.setMaxLength(LINES * (SIGNS_A_LINE + ROOM) * 2)
            field.setPlaceholderText("XXXX XXXX XXXX XXXX")
            self._marks[n].setMinimumWidth(self._theme.px(96))
            grid.addWidget(muted(str(n + 1), self._theme, self), n, 0)
            grid.addWidget(field, n, 1)
            grid.addWidget(self._marks[n], n, 2)
            self._mark(n, is_wrong=False)
        grid.setColumnStretch(1, 1)
