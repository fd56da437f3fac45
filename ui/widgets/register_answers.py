"""A register-driven question, answered where it stands: the entries asked, with their fields to choose."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.register_questions import REGISTER_QUESTIONS
from models.pack import Question
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, RegisterName, words
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.choice_table import VALUE, ChoiceTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import muted
from ui.widgets.register_model import RegisterModel

WIDEST_COLUMN = 440
CHEVRON_AND_GAPS = 48
WIDEST_NAMES = 300
FEWEST_ROWS = 4


class RegisterAnswers(QWidget):
    """A grid with a choice in every cell, or what to do while the register is empty.

    `fields_set` carries keys of entries, a path and a value; `link_followed` a place in the registers.
    """

    fields_set = Signal(list, str, object)
    link_followed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register = RegisterName.AI_TOOLS
        self._model = RegisterModel(theme, self)
        self.table = ChoiceTable(theme, "register_answers", _("Answers by entry"), self)
        self._count = muted("", theme, self)
        self._open = quiet_button(_("Open in registers"), theme, "table-2", "open_register", self)
        self._empty = EmptyState(theme, "", "", "table-2", self)
        self._fill = button(_("Fill the register"), theme, "", "fill_register", self._empty)
        self._build()
        self._connect()

    def show_register(self, snapshot: Snapshot, question: Question, *, can_edit: bool) -> None:
        """Show the entries that a question is asked of."""
        self._register = REGISTER_QUESTIONS[question.id].register
        self._model.show_question(snapshot, question, can_edit=can_edit)
        total = len(self._model.entries)
        self.table.setAccessibleName(question.text)
        self.table.setVisible(total > 0)
        self._count.setVisible(total > 0)
        self._open.setVisible(total > 0)
        self._empty.setVisible(total == 0)
        if not total:
            self._show_empty(snapshot)
            return
        recorded = self._model.recorded()
        text = ngettext("{recorded} of {n} entry recorded", "{recorded} of {n} entries recorded", total)
        words_for = (
            _("{count}. Enter fills in what is missing.") if can_edit and recorded < total else "{count}"
        )
        self._count.setText(words_for.format(count=text.format(recorded=recorded, n=total)))
        self._fit_columns()

    def begin(self) -> None:
        """Take the keyboard at the first answer that is missing; go to the register where it is empty."""
        if self._model.entries:
            self.table.begin()
        else:
            self._open_register()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _show_empty(self, snapshot: Snapshot) -> None:
        noun = _(ENTRY_TYPES[self._register].noun)
        name = _(words(self._register))
        if snapshot.entries(self._register):
            self._empty.show_words(
                _("Nothing here is asked this question"),
                _("It concerns only some entries of the register, and there are none of them now."),
            )
        else:
            text = _(
                "This question is answered once for every entry of “{register}”. Name the first ones in the "
                "register, from the library, by pasting a list, or by typing; then answer here in one go."
            )
            self._empty.show_words(_("No entry yet: {noun}").format(noun=noun), text.format(register=name))

    def _build(self) -> None:
        space = self._theme.space
        self.table.setModel(self._model)
        self.table.verticalHeader().setMaximumWidth(self._theme.px(WIDEST_NAMES))
        self.table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.setMinimumHeight(self._theme.px(44 + 36 * FEWEST_ROWS))
        self._empty.add_action(self._fill)
        self._count.setWordWrap(False)
        line = QHBoxLayout()
        line.setSpacing(space(1))
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(self.table, 1)
        column.addLayout(line)
        column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        self._model.field_chosen.connect(lambda key, path, value: self.fields_set.emit([key], path, value))
        self.table.filled_down.connect(self._fill_down)
        self.table.row_opened.connect(self._follow)
        self.table.left.connect(self.left)
        self.table.filled_in.connect(self.left)
        self._open.clicked.connect(self._open_register)
        self._fill.clicked.connect(self._open_register)

    def _fill_down(self, column: list[QModelIndex]) -> None:
        entries = self._model.entries
        path = self._model.paths[column[0].column()]
        keys = [entries[index.row()].key for index in column[1:]]
        self.fields_set.emit(keys, path, column[0].data(VALUE))

    def _follow(self, row: int) -> None:
        self.link_followed.emit(f"entry:{self._register}/{self._model.entries[row].key}")

    def _open_register(self) -> None:
        row = max(self.table.currentIndex().row(), 0)
        if self._model.entries:
            self._follow(row)
        else:
            self.link_followed.emit(f"register:{self._register}")

    def _fit_columns(self) -> None:
        """Give each column what its choices need, and share out what is left."""
        wanted = self._model.widths(self.table.font(), self._theme.px(CHEVRON_AND_GAPS))
        if not wanted:
            return
        names = self.table.verticalHeader()
        names.setFixedWidth(max(min(names.sizeHint().width(), self._theme.px(WIDEST_NAMES)), 0))
        spare = self.table.width() - names.width() - self._theme.px(20) - sum(wanted)
        header = self.table.horizontalHeader()
        tallest = 0
        for column, width in enumerate(wanted):
            fitted = min(width + max(spare // len(wanted), 0), max(self._theme.px(WIDEST_COLUMN), width))
            self.table.setColumnWidth(column, fitted)
            tallest = max(tallest, self._model.header_height(column, header.font(), fitted))
        header.setFixedHeight(tallest + self._theme.space(2))
