"""The middle of the registers page: a grid, what an empty register teaches, the matrix, or a single form."""

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from app.cell_text import Names
from app.register_results import Results
from models.values import SINGLETONS, IncidentProcess, RegisterName
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.access_matrix import AccessMatrix
from ui.widgets.entry_form import EntryForm
from ui.widgets.register_empty import RegisterEmpty
from ui.widgets.register_grid import RegisterGrid
from ui.widgets.surfaces import scrolled


class RegisterMain(QStackedWidget):
    """One of four parts shows; all of them only show and tell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = RegisterGrid(theme, self)
        self.matrix = AccessMatrix(theme, self)
        self.empty = RegisterEmpty(theme, self)
        self.form = EntryForm(theme, self)
        self._form_frame = scrolled(self.form, "process_form", self)
        self._matrix_frame = scrolled(self.matrix, "matrix_frame", self)
        self._empty_frame = scrolled(self.empty, "empty_frame", self)
        self._total = 0
        for part in (self.grid, self._matrix_frame, self._empty_frame, self._form_frame):
            self.addWidget(part)

    @property
    def is_list(self) -> bool:
        """Whether rows show."""
        return self.currentWidget() is self.grid

    @property
    def is_empty(self) -> bool:
        """Whether it teaches what belongs into an empty register."""
        return self.currentWidget() is self._empty_frame

    def show_register(
        self, shown: Shown, register: RegisterName, names: Names, results: Results, *, is_matrix: bool
    ) -> None:
        """Show a register as it stands."""
        snapshot, is_read_only = shown.snapshot, shown.is_read_only
        self._total = len(snapshot.entries(register))
        if register in SINGLETONS:
            self.setCurrentWidget(self._form_frame)
            process = snapshot.incident_process or IncidentProcess()
            self.form.show_entry(register, process, snapshot, is_read_only=is_read_only)
            return
        if is_matrix:
            self.setCurrentWidget(self._matrix_frame)
            self.matrix.show_snapshot(snapshot, is_read_only=is_read_only)
            return
        self.setCurrentWidget(self.grid if self._total else self._empty_frame)
        self.empty.show_register(register, is_read_only=is_read_only)
        computed = results.columns(register)
        self.grid.show_register(register, snapshot, names, computed, is_read_only=is_read_only)

    def take_focus(self) -> None:
        """Take the keyboard."""
        part = self.currentWidget()
        if isinstance(part, QScrollArea):
            part = part.widget()
        if part is not None:
            part.setFocus()

    def count_words(self) -> str:
        """How many rows there are, show, and are chosen, in words."""
        if not self.is_list:
            return ""
        return self.grid.count_words(self._total)
