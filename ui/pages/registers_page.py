"""The registers: grids to fill, each row a card, libraries to pick from, and tools beside systems."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cell_text import names_of
from app.edits import Edit
from app.errors import ReviewError
from app.i18n import _
from app.library_entries import Offer
from app.new_entries import asked_first
from app.register_columns import REGISTERS
from app.register_results import Results
from models.snapshot import Snapshot
from models.values import SINGLETONS, AnyEntry, RegisterName
from ui.page import Page, Shown
from ui.row_flow import RowFlow
from ui.theme import Theme
from ui.widgets.evidence_file import EvidenceFile
from ui.widgets.grid_layout import GridMemory
from ui.widgets.notice import Notice
from ui.widgets.register_bar import RegisterBar
from ui.widgets.register_main import RegisterMain
from ui.widgets.register_side import CardPlace, RegisterSide
from ui.widgets.register_tabs import RegisterTabs
from ui.widgets.two_panes import TwoPanes


class RegistersPage(Page):
    """Shows one register at a time, with at most one thing open beside it."""

    page_id = "registers"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._results: Results | None = None
        self._names: dict[str, str] = {}
        self._register = REGISTERS[0]
        self._is_matrix = False
        self._card_key = ""
        self._tabs = RegisterTabs(theme, self)
        self._bar = RegisterBar(theme, self)
        self._notice = Notice(theme, self)
        self._main = RegisterMain(theme, self)
        self._table = self._main.grid.table
        self._side = RegisterSide(theme, self)
        self._panes = TwoPanes(theme, self._main, self._side, self)
        self._flow = RowFlow(self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        """The register in view, or the entry whose card is open."""
        if self._side.is_card_open:
            return f"entry:{self._register.value}/{self._card_key}"
        return f"register:{self._register.value}"

    @property
    def evidence_file(self) -> EvidenceFile:
        """The file of the row of evidence that is open."""
        return self._side.card.file

    def show_review(self, shown: Shown) -> None:
        is_same_names = self._shown is not None and self._shown.snapshot.registers is shown.snapshot.registers
        if not is_same_names:
            names = dict(names_of(shown.snapshot))
            self._names = self._names if names == self._names else names
        if self._shown is None or self._shown.snapshot is not shown.snapshot:
            self._results = Results(shown.snapshot)
        self._shown = shown
        self._refresh()
        self._side.come_back(self._register, shown)

    def remember_columns(self, memory: GridMemory) -> None:
        """Keep what a person does to the columns of the grids there."""
        self._table.layout_of.remember_in(memory)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and (adding := self._side.adding) is not None:
            adding.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys of the grid: one adds a row from wherever one is, the other where there is no row to be on.
        is_empty = self._main.is_empty and self._side.isHidden()
        if event.key() == Qt.Key.Key_Insert and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._start_adding()
        elif is_empty and event.matches(QKeySequence.StandardKey.Paste):
            self._paste_here()
        else:
            super().keyPressEvent(event)

    def show_place(self, place: str) -> bool:
        """Places: "register:NAME", "entry:REGISTER/KEY" and "entry:REGISTER/KEY/FIELD"."""
        kind, _colon, rest = place.partition(":")
        register, _slash, entry = rest.partition("/")
        if not place:
            return True
        if kind not in {"register", "entry"} or register not in {name.value for name in REGISTERS}:
            return False
        self._open_register(RegisterName(register))
        if kind == "register" or not entry:
            return kind == "register"
        key, _slash, path = entry.partition("/")
        return self._open_entry(key, path)

    def choose(self, keys: Sequence[str]) -> None:
        """Choose rows of the register in view, the first of them under the cursor."""
        self._bar.filter.clear()
        self._table.choose_all(keys)

    def show_refused(self, place: str, message: str) -> None:
        self._refresh()
        path = place.split("/", 2)[2] if place.count("/") > 1 else ""
        form = self._main.form if self._register in SINGLETONS else self._side.card.form
        adding = self._side.adding
        if adding is not None and adding.show_fault(path, message):
            return
        if self._side.is_card_open and path and form.show_fault(path, message):
            return
        self._notice.show_message(_("This was not recorded"), message)

    def _build(self) -> None:
        self.setObjectName("registers_page")
        self._side.close_all()
        column = QVBoxLayout(self)
        sides = self.theme.space(3)
        column.setContentsMargins(sides, self.theme.space(2), sides, self.theme.space(2))
        column.setSpacing(self.theme.space(1.5))
        for widget in (self._tabs, self._bar, self._notice):
            column.addWidget(widget)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(lambda name: self._open_register(RegisterName(name)))
        self._bar.filter_typed.connect(self._on_filter)
        self._bar.adding_asked.connect(self._start_adding)
        self._bar.library_asked.connect(self._open_library)
        self._bar.importing_asked.connect(self.link_followed)
        self._bar.matrix_asked.connect(self._show_matrix)
        self._bar.columns_asked.connect(self._open_columns)
        self._main.empty.adding_asked.connect(self._start_adding)
        self._main.empty.library_asked.connect(self._open_library)
        self._main.empty.pasting_asked.connect(self._paste_here)
        self._main.empty.importing_asked.connect(self.link_followed)
        self._panes.covered.connect(self._on_covered)
        self._main.matrix.edit_made.connect(self._make)
        self._main.matrix.opened.connect(self._open_entry)
        self._connect_table()
        self._side.closed.connect(self._close_side)
        self._side.added.connect(self._add)
        self._side.link_followed.connect(self.link_followed)
        self._side.picked.connect(self._add_picked)
        self._side.columns_chosen.connect(self._main.grid.show_columns)
        self._side.card.value_given.connect(self._flow.set)
        self._side.card.stepped.connect(self._step)
        self._side.card.link_followed.connect(self.link_followed)
        self._main.form.value_given.connect(self._flow.set)
        self._flow.made.connect(self._make)
        self._flow.chosen.connect(self._table.choose_all)
        self._flow.said.connect(self._notice.show_message)
        self._flow.told.connect(self._main.grid.bulk.say)

    def _connect_table(self) -> None:
        table, grid = self._table, self._main.grid
        table.opened.connect(self._open_entry)
        table.removal_asked.connect(self._remove)
        table.copy_asked.connect(self._flow.repeat)
        table.filling_asked.connect(self._flow.fill)
        table.adding_asked.connect(self._start_adding)
        table.pasted.connect(self._flow.paste)
        table.row_changed.connect(self._follow)
        table.entries.given.connect(self._flow.set)
        table.entries.mistyped.connect(lambda key, _path, why: self._say(key, why))
        grid.counted.connect(self._count)
        grid.set_wanted.connect(self._flow.set_in_all)
        grid.columns_asked.connect(self._open_columns)
        grid.columns_changed.connect(self._refresh)

    @property
    def _snapshot(self) -> Snapshot:
        assert self._shown is not None  # noqa: S101  (pages are shown before they are used)
        return self._shown.snapshot

    @property
    def _is_read_only(self) -> bool:
        return self._shown is not None and self._shown.is_read_only

    def _refresh(self) -> None:
        if self._shown is None:
            return
        snapshot, register = self._snapshot, self._register
        is_matrix = self._is_matrix and register is RegisterName.ACCESS_GRANTS
        self._tabs.show_counts({name: len(snapshot.entries(name)) for name in REGISTERS}, register)
        assert self._results is not None  # noqa: S101  (made with what is shown)
        self._flow.show_register(snapshot, register, is_read_only=self._is_read_only)
        self._main.show_register(self._shown, register, self._names, self._results, is_matrix=is_matrix)
        is_list = self._main.is_list
        self._bar.show_register(
            register, is_matrix=is_matrix, is_list=is_list, is_read_only=self._is_read_only
        )
        self._show_card()
        self._side.show_columns(self._main.grid.possible_columns, self._main.grid.columns)
        self._count()

    def _show_card(self) -> None:
        """Show the open card's entry as it stands now; a card whose entry is gone closes."""
        if (adding := self._side.adding) is not None:
            adding.show_snapshot(self._snapshot)
        if not self._side.is_card_open:
            return
        if self._shown is None or self._snapshot.entry(self._register, self._card_key) is None:
            self._close_side()
            return
        rows, key = self._table.entries, self._card_key
        at = CardPlace(self._register, key, rows.row_of(key), len(rows.keys))
        assert self._results is not None  # noqa: S101  (made with what is shown)
        self._side.show_card(self._shown, self._results, self._names, at)

    def _open_register(self, register: RegisterName) -> None:
        if register is self._register:
            return
        self._flush()
        self._side.leave(self._register)
        self._register = register
        self._bar.clear_filter()
        self._notice.clear()
        self._card_key = ""
        self._refresh()
        self._side.come_back(register, self._shown)
        self._panes.share()

    def _show_matrix(self, is_matrix: bool) -> None:
        self._is_matrix = is_matrix
        self._bar.clear_filter()
        self._main.grid.show_words("")
        self._refresh()
        self._main.matrix.show_only("")

    def _open_entry(self, key: str, path: str = "") -> bool:
        if self._shown is None or self._snapshot.entry(self._register, key) is None:
            return False
        self._flush()
        self._card_key = key
        self._side.open_card()
        self._panes.share()
        self._table.choose(key, path)
        self._show_card()
        if path and not path.startswith("="):
            self._side.card.form.focus_field(path)
        return True

    def _follow(self, key: str) -> None:
        """The card shows the row that the cursor is on."""
        if self._side.is_card_open and key and key != self._card_key:
            self._flush()
            self._card_key = key
            self._show_card()

    def _step(self, rows: int) -> None:
        keys = self._table.entries.keys
        at = self._table.entries.row_of(self._card_key) + rows
        if 0 <= at < len(keys):
            self._open_entry(keys[at])

    def _close_side(self) -> None:
        self._flush()
        self._side.close_all()
        self._panes.share()
        self._main.take_focus()

    def _flush(self) -> None:
        """Commit what is being typed, while the entry it belongs to is still the one that is open."""
        self._side.card.form.flush()
        self._main.form.flush()

    def _make(self, edit: Edit) -> None:
        self._notice.clear()
        self.edit_made.emit(edit)

    def _start_adding(self) -> None:
        if self._is_read_only or self._shown is None or self._register in SINGLETONS:
            return
        self._flush()
        if asked_first(self._register):
            self._side.open_adding(self._register, self._snapshot, {})
            self._panes.share()
        else:
            self._add({})

    def _add(self, values: dict[str, object]) -> None:
        if self._open_entry(self._flow.add(values)):
            self._side.forget_begun(self._register)
            self._side.card.form.focus_beyond(values)

    def _open_library(self) -> None:
        if self._shown is None:
            return
        self._flush()
        try:
            self._side.open_library(self._register, self._snapshot)
        except ReviewError as error:
            self._notice.show_message(error.title, error.advice)
        self._panes.share()

    def _open_columns(self) -> None:
        self._flush()
        self._side.open_columns(self._main.grid.possible_columns, self._main.grid.columns)
        self._panes.share()

    def _add_picked(self, chosen: Sequence[Offer]) -> None:
        self._close_side()
        self._flow.add_picked(chosen)

    def _remove(self, keys: Sequence[str]) -> None:
        row = self._table.entries.row_of(keys[0])
        if self._flow.remove(keys) and (left := self._table.entries.keys):
            self._table.choose(left[min(row, len(left) - 1)])

    def _paste_here(self) -> None:
        self._flow.paste(QGuiApplication.clipboard().text(), (), ())

    def _say(self, key: str, why: str) -> None:
        entry = self._snapshot.entry(self._register, key)
        self._notice.show_message(_("Not recorded for {what}").format(what=_name(entry, key)), why, "warn")

    def _on_filter(self, words: str) -> None:
        if self._main.is_list:
            self._main.grid.show_words(words)
        else:
            self._main.matrix.show_only(words)

    def _on_covered(self, is_covered: bool) -> None:
        self._bar.setVisible(not is_covered)

    def _count(self) -> None:
        self._bar.show_count(self._main.count_words())
        self._bar.show_words(self._table.entries.filter.words if self._main.is_list else None)


def _name(entry: AnyEntry | None, key: str) -> str:
    return cast("str", getattr(entry, "caption", key)) if entry is not None else key
