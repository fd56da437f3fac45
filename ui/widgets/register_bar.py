"""The line over a register: its name, a filter, and the ways to fill it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import _
from app.library_entries import has_library
from app.register_columns import can_be_imported
from app.register_teaching import teaching
from models.values import SINGLETONS, RegisterName
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import muted, title

FILTER_WIDTH = 160


class RegisterBar(QWidget):
    """What is pressed comes out as a wish; `importing_asked` carries the link to follow for it."""

    filter_typed = Signal(str)
    adding_asked = Signal()
    library_asked = Signal()
    importing_asked = Signal(str)
    matrix_asked = Signal(bool)
    columns_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register = RegisterName.AI_TOOLS
        self._title = title("", theme, self)
        self._count = muted("", theme, self)
        self.filter = QLineEdit(self)
        self.add = primary_button("", theme, "plus", "add_entry_row", self)
        self.library = button(_("Add from library"), theme, "library", "add_from_library", self)
        self.importing = button(_("Import…"), theme, "upload", "import_register_rows", self)
        self.list_view = button(_("List"), theme, name="view_list", parent=self)
        self.matrix_view = button(_("Tools × systems"), theme, name="view_matrix", parent=self)
        self.columns = quiet_button(_("Columns"), theme, name="choose_columns", parent=self)
        self._build()
        self._connect()

    def show_register(
        self, register: RegisterName, *, is_matrix: bool, is_list: bool, is_read_only: bool
    ) -> None:
        """Show what there is to do with a register."""
        self._register = register
        self._title.setText(_(register.label))
        self.add.setText(_("Add {what}").format(what=_(teaching(register).one)))
        self.add.setObjectName(f"add_{register.value}")
        self.add.setVisible(register not in SINGLETONS and not is_read_only)
        self.library.setVisible(has_library(register) and not is_read_only)
        self.importing.setVisible(can_be_imported(register) and not is_read_only)
        self.filter.setVisible(is_list or is_matrix)
        self.columns.setVisible(is_list)
        is_access = register is RegisterName.ACCESS_GRANTS
        for view, is_on in ((self.list_view, not is_matrix), (self.matrix_view, is_matrix)):
            view.setVisible(is_access)
            view.setChecked(is_on)

    def show_count(self, words: str) -> None:
        """Say how much is shown."""
        self._count.setText(words)

    def show_words(self, words: str | None) -> None:
        """Show the words by which the rows are filtered, if they were changed elsewhere."""
        if words is not None and words != self.filter.text():
            self.filter.blockSignals(True)
            self.filter.setText(words)
            self.filter.blockSignals(False)

    def clear_filter(self) -> None:
        """Forget the filter without telling anybody."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)

    def _build(self) -> None:
        self.setObjectName("register_bar")
        self._title.setWordWrap(False)
        self._count.setWordWrap(False)
        self.filter.setObjectName("filter_rows")
        self.filter.setPlaceholderText(_("Filter (Ctrl+F)"))
        self.filter.setAccessibleName(_("Filter the rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFont(self._theme.font())
        self.filter.setFixedWidth(self._theme.px(FILTER_WIDTH))
        for view in (self.list_view, self.matrix_view):
            view.setCheckable(True)
        height = max(self.add.sizeHint().height(), self._title.sizeHint().height())
        for low in (self._title, self._count):
            low.setFixedHeight(height)
        self.filter.setFixedHeight(self.add.sizeHint().height())
        flow = FlowLayout(self, spacing=self._theme.space(1.5))
        for part in (
            self._title,
            self._count,
            self.add,
            self.library,
            self.importing,
            self.list_view,
            self.matrix_view,
            self.filter,
            self.columns,
        ):
            flow.addWidget(part)

    def _connect(self) -> None:
        self.columns.clicked.connect(self.columns_asked)
        self.filter.textChanged.connect(self.filter_typed)
        self.add.clicked.connect(self.adding_asked)
        self.library.clicked.connect(self.library_asked)
        self.importing.clicked.connect(lambda: self.importing_asked.emit(f"import:{self._register}"))
        self.list_view.clicked.connect(lambda: self.matrix_asked.emit(False))
        self.matrix_view.clicked.connect(lambda: self.matrix_asked.emit(True))
