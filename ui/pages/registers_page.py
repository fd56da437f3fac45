"""The registers: grids to fill, each row a card, libraries to pick from, and tools beside systems."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cell_text import names_of
from app.edits import Edit, put, remove, set_field
from app.errors import ReviewError
from app.i18n import _, ngettext
from app.library_entries import Offer, add_from_library
from app.new_entries import asked_first, new_entry
from app.pasted_rows import pasted_into
from app.register_columns import REGISTERS
from app.register_edits import filled_down, repeated
from app.register_results import verdict
from models.snapshot import Snapshot
from models.values import SINGLETONS, AnyEntry, IncidentProcess, RegisterName
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.field_editor import FieldContext
from ui.widgets.labels import small
from ui.widgets.notice import Notice
from ui.widgets.register_bar import RegisterBar
from ui.widgets.register_main import RegisterMain
from ui.widgets.register_side import RegisterSide
from ui.widgets.register_tabs import RegisterTabs
from ui.widgets.two_panes import TwoPanes

MOST_PROBLEMS = 3


class RegistersPage(Page):
    """Shows one register at a time, with at most one thing open beside it."""

    page_id = "registers"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._names: dict[str, str] = {}
        self._register = REGISTERS[0]
        self._is_matrix = False
        self._card_key = ""
        self._tabs = RegisterTabs(theme, self)
        self._bar = RegisterBar(theme, self)
        self._notice = Notice(theme, self)
        self._main = RegisterMain(theme, self)
        self._table = self._main.table
        self._side = RegisterSide(theme, self)
        self._panes = TwoPanes(theme, self._main, self._side, self)
        self._hint = small("", theme, self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        is_same_names = self._shown is not None and self._shown.snapshot.registers is shown.snapshot.registers
        if not is_same_names:
            names = dict(names_of(shown.snapshot))
            self._names = self._names if names == self._names else names
        self._shown = shown
        self._refresh()

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
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._tabs.chosen.connect(lambda name: self._open_register(RegisterName(name)))
        self._bar.filter_typed.connect(self._on_filter)
        self._bar.adding_asked.connect(self._start_adding)
        self._bar.library_asked.connect(self._open_library)
        self._bar.importing_asked.connect(self.link_followed)
        self._bar.matrix_asked.connect(self._show_matrix)
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
        self._side.picked.connect(self._add_picked)
        self._side.card.value_given.connect(self._set)
        self._side.card.stepped.connect(self._step)
        self._main.form.value_given.connect(self._set)

    def _connect_table(self) -> None:
        table = self._table
        table.opened.connect(self._open_entry)
        table.removal_asked.connect(self._remove)
        table.copy_asked.connect(self._repeat)
        table.filling_asked.connect(self._fill)
        table.adding_asked.connect(self._start_adding)
        table.pasted.connect(self._paste)
        table.row_changed.connect(self._follow)
        table.entries.given.connect(self._set)
        table.entries.mistyped.connect(lambda key, _path, why: self._say(key, why))
        table.selectionModel().selectionChanged.connect(self._count)

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
        self._main.show_register(self._shown, register, self._names, is_matrix=is_matrix)
        is_list = self._main.is_list
        self._bar.show_register(
            register, is_matrix=is_matrix, is_list=is_list, is_read_only=self._is_read_only
        )
        self._show_card()
        self._count()

    def _show_card(self) -> None:
        """Show the open card's entry as it stands now; a card whose entry is gone closes."""
        if (adding := self._side.adding) is not None:
            adding.show_snapshot(self._snapshot)
        if not self._side.is_card_open:
            return
        entry = self._snapshot.entry(self._register, self._card_key)
        if entry is None:
            self._close_side()
            return
        context = FieldContext(self._snapshot, self._names, self._register)
        card = self._side.card
        card.show_entry(self._register, entry, self._snapshot, context, is_read_only=self._is_read_only)
        assert self._shown is not None  # noqa: S101  (a card is open)
        said = verdict(self._snapshot, self._register, self._card_key, self._shown.assess)
        card.show_verdict(said.headline, said.because)

    def _open_register(self, register: RegisterName) -> None:
        if register is self._register:
            return
        self._flush()
        self._register = register
        self._bar.clear_filter()
        self._notice.clear()
        self._side.close_all()
        self._card_key = ""
        self._refresh()
        self._panes.share()

    def _show_matrix(self, is_matrix: bool) -> None:
        self._is_matrix = is_matrix
        self._refresh()

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

    def _set(self, key: str, path: str, value: object) -> None:
        if self._register in SINGLETONS and self._snapshot.incident_process is None:
            first = IncidentProcess().with_values(**{path: value})
            self._make(put(self._snapshot, self._register, first))
        else:
            self._make(set_field(self._snapshot, self._register, key, path, value))

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
        entry = new_entry(self._snapshot, self._register, values)
        self._make(put(self._snapshot, self._register, entry))
        if self._open_entry(entry.key):
            body = self._side.card.form.body
            first = next(iter(body.boxes)) if body else ""
            self._side.card.form.focus_field(first)

    def _open_library(self) -> None:
        if self._shown is None:
            return
        self._flush()
        try:
            self._side.open_library(self._register, self._snapshot)
        except ReviewError as error:
            self._notice.show_message(error.title, error.advice)
        self._panes.share()

    def _add_picked(self, chosen: Sequence[Offer]) -> None:
        edit = add_from_library(self._snapshot, self._register, chosen)
        self._make(edit)
        self._close_side()
        self._table.choose_all([change.key for change in edit.changes])

    def _remove(self, keys: Sequence[str]) -> None:
        if self._is_read_only:
            return
        try:
            edit = remove(self._snapshot, self._register, keys)
        except ReviewError as error:
            self._notice.show_message(error.title, error.advice)
            return
        row = self._table.entries.row_of(keys[0])
        self._make(edit)
        left = self._table.entries.keys
        if left:
            self._table.choose(left[min(row, len(left) - 1)])

    def _repeat(self, keys: Sequence[str]) -> None:
        if not self._is_read_only and keys:
            edit, made = repeated(self._snapshot, self._register, keys)
            self._make(edit)
            self._table.choose_all(made)

    def _fill(self, keys: Sequence[str], path: str) -> None:
        if self._is_read_only or path == "id" or path.startswith("="):
            return
        edit = filled_down(self._snapshot, self._register, keys, path)
        if edit is not None:
            self._make(edit)

    def _paste_here(self) -> None:
        self._paste(QGuiApplication.clipboard().text(), (), ())

    def _paste(self, text: str, keys: Sequence[str], paths: Sequence[str]) -> None:
        if self._is_read_only or not text.strip():
            return
        pasted = pasted_into(self._snapshot, self._register, text, keys, paths)
        if pasted.edit is not None:
            self._make(pasted.edit)
            self._table.choose_all(pasted.keys)
        if pasted.problems:
            n = len(pasted.problems)
            said = ngettext("{n} cell did not fit", "{n} cells did not fit", n).format(n=n)
            self._notice.show_message(said, "; ".join(pasted.problems[:MOST_PROBLEMS]), "warn")

    def _say(self, key: str, why: str) -> None:
        entry = self._snapshot.entry(self._register, key)
        self._notice.show_message(_("Not recorded for {what}").format(what=_name(entry, key)), why, "warn")

    def _on_filter(self, words: str) -> None:
        self._table.entries.show_only(words)
        self._count()

    def _on_covered(self, is_covered: bool) -> None:
        self._bar.setVisible(not is_covered)
        self._hint.setVisible(not is_covered and self._main.is_list)

    def _count(self) -> None:
        self._bar.show_count(self._main.count_words())
        self._hint.setText(self._keys())
        self._hint.setVisible(self._main.is_list and not self._main.isHidden())

    def _keys(self) -> str:
        if self._is_read_only:
            return _("Enter opens a row")
        return _(
            "Enter opens a row · F2 edits · Ins adds · Del removes · Ctrl+D fills down · "
            "Ctrl+Shift+D duplicates · Ctrl+V pastes rows"
        )


def _name(entry: AnyEntry | None, key: str) -> str:
    return cast("str", getattr(entry, "caption", key)) if entry is not None else key
