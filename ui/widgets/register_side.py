"""What opens beside a register: a card, the questions for a new row, or the library; one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.cell_text import Names
from app.i18n import _
from app.library_entries import Offer, offers
from app.register_results import Results, what_may_happen
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.add_card import AddCard, Begun
from ui.widgets.column_panel import ColumnPanel
from ui.widgets.entry_card import EntryCard
from ui.widgets.field_editor import FieldContext
from ui.widgets.library_picker import LibraryPicker

# What takes a whole assessment is said once the person pauses: a big review takes a third of a second.
PAUSE_MS = 400


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Whose card is open: a register and a key; the row counted from 0, and of how many."""

    register: RegisterName
    key: str
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class BegunRows:
    """Rows that are half filled in, by register; those of `come_back` are asked for again at once."""

    rows: dict[RegisterName, Begun]
    come_back: frozenset[RegisterName]


class RegisterSide(QFrame):
    """The card is `card`. `added` carries values, `picked` library offers, `columns_chosen` paths of columns.

    `closed` tells that nothing is open, `link_followed` which place was asked for.
    """

    added = Signal(object)
    columns_chosen = Signal(object)
    picked = Signal(object)
    closed = Signal()
    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = EntryCard(theme, self)
        self._library: LibraryPicker | None = None
        self._columns: ColumnPanel | None = None
        self._adding: dict[RegisterName, AddCard] = {}
        self._left_open: set[RegisterName] = set()
        self._open: QWidget | None = None
        self._shown: Shown | None = None
        self._place: CardPlace | None = None
        self._pause = QTimer(self)
        self._build()

    def _build(self) -> None:
        self.setObjectName("register_side")
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[self._theme.stroke()] * 4)
        self._column.addWidget(self.card)
        self.card.hide()
        self.card.closed.connect(self.closed)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show_outlook)

    @property
    def is_card_open(self) -> bool:
        """Whether a row's card shows."""
        return self._open is self.card

    @property
    def adding(self) -> AddCard | None:
        """The questions for a new row, if they show."""
        return self._open if isinstance(self._open, AddCard) else None

    def open_card(self) -> None:
        """Show the card."""
        self._show(self.card)

    def show_card(self, shown: Shown, results: Results, names: Names, at: CardPlace) -> None:
        """Show an entry on the card as it stands now."""
        entry = shown.snapshot.entry(at.register, at.key)
        if entry is None:
            return
        context = FieldContext(shown.snapshot, names, at.register)
        card, said = self.card, results.verdict(at.register, at.key)
        card.show_entry(at.register, entry, shown.snapshot, context, is_read_only=shown.is_read_only)
        card.show_verdict(said.headline, said.because)
        card.show_scope(results.scope(at.register, at.key, names))
        card.show_position(at.row, at.rows)
        card.show_moved(shown)
        self._shown, self._place = shown, at
        if at.register is RegisterName.USE_CASES:
            self._pause.start()
        else:
            card.show_outlook("")

    def _show_outlook(self) -> None:
        """Say what takes an assessment of the whole review."""
        if self._shown is not None and self._place is not None and self.is_card_open:
            words = what_may_happen(self._shown.assessment, self._place.register, self._place.key)
            self.card.show_outlook(words)

    def open_adding(self, register: RegisterName, snapshot: Snapshot, start: dict[str, object]) -> None:
        """Ask what a new row needs; what was filled in before and not added is there again."""
        card = self._asking(register)
        if not card.is_begun:
            card.show_new(snapshot, start)
        elif card is not self._open:
            card.show_left(snapshot)
        self._show(card)
        card.focus_first()

    def _asking(self, register: RegisterName) -> AddCard:
        """The questions for a new row of a register."""
        if register not in self._adding:
            made = AddCard(self._theme, register, self)
            made.hide()
            made.added.connect(self.added)
            made.closed.connect(self.closed)
            made.link_followed.connect(self.link_followed)
            self._adding[register] = made
            self._column.addWidget(made)
        return self._adding[register]

    @property
    def begun(self) -> BegunRows:
        """The rows that are half filled in, and which of them come back by themselves."""
        rows = {register: begun for register, card in self._adding.items() if (begun := card.begun)}
        comes_back = {register for register in rows if self._adding[register] is self._open}
        return BegunRows(rows, frozenset(comes_back | self._left_open))

    def take_begun(self, begun: BegunRows) -> None:
        """Go on with the rows that were half filled in on another page."""
        for register, row in begun.rows.items():
            self._asking(register).take_begun(row)
        self._left_open |= begun.come_back

    def leave(self, register: RegisterName) -> None:
        """Show nothing, as another register comes into view; questions that are begun come back."""
        adding = self.adding
        self.close_all()
        if adding is not None and adding.is_begun:
            self._left_open.add(register)

    def come_back(self, register: RegisterName, shown: Shown | None) -> None:
        """Show the questions of a register again if they were left open with something filled in."""
        if register in self._left_open and shown is not None and not shown.is_read_only:
            self._left_open.remove(register)
            self.open_adding(register, shown.snapshot, {})

    def forget_begun(self, register: RegisterName) -> None:
        """The row that was asked for is there."""
        if register in self._adding:
            self._adding[register].forget()

    def open_library(self, register: RegisterName, snapshot: Snapshot) -> None:
        """Offer what the library has for a register."""
        if self._library is None:
            self._library = LibraryPicker(self._theme, self)
            self._library.picked.connect(self.picked)
            self._library.closed.connect(self.closed)
            self._column.addWidget(self._library)
        offered: tuple[Offer, ...] = offers(snapshot, register)
        words = _("Library: {register}").format(register=_(register.label))
        self._library.show_offers(words, offered)
        self._show(self._library)
        self._library.search.setFocus()

    def open_columns(self, possible: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Let the columns of the grid be chosen."""
        if self._columns is None:
            self._columns = ColumnPanel(self._theme, self)
            self._columns.chosen.connect(self.columns_chosen)
            self._columns.closed.connect(self.closed)
            self._column.addWidget(self._columns)
        self._columns.show_columns(possible, shown)
        self._show(self._columns)
        self._columns.begin()

    def show_columns(self, possible: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Show which columns the grid has now, if they are being chosen."""
        if self._columns is not None and self._open is self._columns:
            self._columns.show_columns(possible, shown)

    def close_all(self) -> None:
        """Show nothing."""
        self._show(None)

    def _show(self, what: QWidget | None) -> None:
        if self.adding is not None and what is not self._open:
            self.adding.flush()
        self._open = what
        for part in (self.card, self._library, self._columns, *self._adding.values()):
            if part is not None:
                part.setVisible(part is what)
        self.setVisible(what is not None)
