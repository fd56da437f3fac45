"""The first step: which file, and what it lists."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.register_import import IMPORTED
from app.register_import.draft import meant_for
from app.register_teaching import teaching
from models.values import RegisterName, words
from ui.register_import.step import Step, Work
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import muted, small, strong

WIDEST = 720


class FileStep(Step):
    """Asks for a file; once there is one, for what it lists. `file_wanted` when one is to be chosen."""

    file_wanted = Signal()

    words = "File"
    question = "Import an inventory"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_file_step", parent)
        self._work: Work | None = None
        self._empty = self._made_empty()
        self._choose = primary_button(
            _("Choose a file…"), theme, "folder-open", "choose_inventory", self._empty
        )
        self._there = QWidget(self)
        self._name = strong("", theme, self._there)
        self._size = muted("", theme, self._there)
        self._other = button(
            _("Choose another file…"), theme, "folder-open", "choose_other_inventory", self._there
        )
        self._kinds = QButtonGroup(self)
        self._how = small("", theme, self._there)
        self._build()
        self._connect()

    @property
    def first_field(self) -> QWidget:
        return self._choose if self._work is None else self._kinds.checkedButton() or self._other

    def show_nothing(self) -> None:
        """No file has been chosen."""
        self._work = None
        self._empty.show()
        self._there.hide()

    def show_work(self, work: Work) -> None:
        is_new = self._work is None or self._work.draft.data is not work.draft.data
        self._work = work
        draft = work.draft
        self._empty.hide()
        self._there.show()
        self._name.setText(draft.file_name)
        rows, columns = len(draft.inventory.rows), len(draft.inventory.columns)
        counts = ngettext(
            "{n:,} row under its headings, {columns:,} columns.",
            "{n:,} rows under their headings, {columns:,} columns.",
            rows,
        )
        self._size.setText(counts.format(n=rows, columns=columns))
        with QSignalBlocker(self._kinds):
            self._kinds.button(IMPORTED.index(draft.register)).setChecked(True)
        if is_new:
            self._how.setText(
                _("Read and mapped as the last file with these headings was. Every step can be changed.")
                if draft.is_as_last_time
                else _("This is what the headings look like.")
            )

    def why_not(self, work: Work) -> tuple[str, str] | None:
        return None

    def _made_empty(self) -> EmptyState:
        text = _(
            "A CSV file or an Excel workbook (.xlsx) with a row of headings and a row for each tool, system, "
            "vendor or use case. It is read here, on this computer. You see what becomes of every row before "
            "anything is written, and one undo takes it all back."
        )
        return EmptyState(self.theme, _("Choose the client's list"), text, "upload", self)

    def _build(self) -> None:
        self._empty.add_action(self._choose)
        self._empty.add_widget(small(_("Or drop the file on this window."), self.theme, self._empty))
        self._there.setMaximumWidth(self.theme.px(WIDEST))
        column = QVBoxLayout(self._there)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.space(1))
        for part in (self._name, self._size, self._other):
            column.addWidget(part)
        column.addSpacing(self.theme.space(2))
        column.addWidget(strong(_("What does it list?"), self.theme, self._there))
        column.addWidget(self._how)
        for number, register in enumerate(IMPORTED):
            kind = QRadioButton(_(words(register)), self._there)
            kind.setObjectName(f"lists_{register.value}")
            kind.setFont(self.theme.font())
            kind.setAccessibleDescription(_(teaching(register).what))
            self._kinds.addButton(kind, number)
            column.addWidget(kind)
        self.column.addWidget(self._empty)
        self.column.addWidget(self._there)
        self.column.addStretch(1)
        self.show_nothing()

    def _connect(self) -> None:
        self._choose.clicked.connect(self.file_wanted)
        self._other.clicked.connect(self.file_wanted)
        self._kinds.idToggled.connect(self._on_kind)

    def _on_kind(self, number: int, is_on: bool) -> None:
        register: RegisterName = IMPORTED[number]
        if is_on and self._work is not None and register is not self._work.draft.register:
            self._how.setText(_("The columns are guessed anew for this."))
            self.changed.emit(meant_for(self._work.draft, register))
