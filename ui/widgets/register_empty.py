"""What an empty register shows: what belongs there, the quickest ways to fill it, an example row in grey."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.library_entries import has_library
from app.register_columns import can_be_imported, column_label
from app.register_teaching import teaching
from models.values import RegisterName
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import muted, small
from ui.widgets.surfaces import hairline, scrolled

MOST_EXAMPLE_FIELDS = 5


class RegisterEmpty(QWidget):
    """The ways in: type, paste, library, import; `importing_asked` carries the link to follow for it."""

    adding_asked = Signal()
    pasting_asked = Signal()
    library_asked = Signal()
    importing_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register: RegisterName | None = None
        self._state: QWidget | None = None
        self._frame = scrolled(QWidget(self), "empty_scroll", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self.setObjectName("empty_register")

    def show_register(self, register: RegisterName, *, is_read_only: bool) -> None:
        """Teach about a register."""
        if register is self._register:
            return
        self._register = register
        if self._state is not None:
            self._frame.takeWidget()
            self._state.hide()
            self._state.deleteLater()
        taught = teaching(register)
        state = EmptyState(self._theme, _("Nothing here yet"), _(taught.what), "table-2", self)
        if not is_read_only:
            self._offer(state, register)
        if taught.example:
            state.add_widget(self._example(register, state))
        self._frame.setWidget(state)
        state.show()
        self._state = state

    def _offer(self, state: EmptyState, register: RegisterName) -> None:
        one = _(teaching(register).one)
        add = button(_("Add {what} (Ins)").format(what=one), self._theme, "plus", "empty_add", state)
        paste = button(_("Paste rows (Ctrl+V)"), self._theme, "clipboard-paste", "empty_paste", state)
        add.clicked.connect(self.adding_asked)
        paste.clicked.connect(self.pasting_asked)
        state.add_action(add)
        state.add_action(paste)
        if can_be_imported(register):
            bring = button(_("Import a list (CSV, Excel)…"), self._theme, "upload", "empty_import", state)
            bring.clicked.connect(lambda: self.importing_asked.emit(f"import:{register}"))
            state.add_action(bring)
        if has_library(register):
            pick = button(_("Add from library"), self._theme, "library", "empty_library", state)
            pick.clicked.connect(self.library_asked)
            state.add_action(pick)

    def _example(self, register: RegisterName, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        row.setObjectName("example_row")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, self._theme.space(2), 0, 0)
        grid.setHorizontalSpacing(self._theme.space(3))
        grid.setVerticalSpacing(self._theme.space(0.5))
        grid.addWidget(small(_("For example"), self._theme, row), 0, 0, 1, -1)
        grid.addWidget(hairline(row), 2, 0, 1, -1)
        example = list(teaching(register).example.items())[:MOST_EXAMPLE_FIELDS]
        for n, (path, words) in enumerate(example):
            head = small(_(column_label(register, path)), self._theme, row)
            grid.addWidget(head, 1, n, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(muted(_(words), self._theme, row), 3, n, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(n, 1)
        return row
