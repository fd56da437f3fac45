"""What opens beside a register: a card, the questions for a new row, or the library; one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.i18n import _
from app.library_entries import Offer, offers
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.theme import Theme
from ui.widgets.add_card import AddCard
from ui.widgets.entry_card import EntryCard
from ui.widgets.library_picker import LibraryPicker


class RegisterSide(QFrame):
    """The card is `card`. `added` carries values, `picked` library offers, `closed` that nothing is open."""

    added = Signal(object)
    picked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = EntryCard(theme, self)
        self._library: LibraryPicker | None = None
        self._adding: dict[RegisterName, AddCard] = {}
        self._open: QWidget | None = None
        self.setObjectName("register_side")
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.addWidget(self.card)
        self.card.hide()
        self.card.closed.connect(self.closed)

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

    def open_adding(self, register: RegisterName, snapshot: Snapshot, start: dict[str, object]) -> None:
        """Ask what a new row needs."""
        if register not in self._adding:
            made = AddCard(self._theme, register, self)
            made.added.connect(self.added)
            made.closed.connect(self.closed)
            self._adding[register] = made
            self._column.addWidget(made)
        card = self._adding[register]
        card.show_new(snapshot, start)
        self._show(card)
        card.focus_first()

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

    def close_all(self) -> None:
        """Show nothing."""
        self._show(None)

    def _show(self, what: QWidget | None) -> None:
        self._open = what
        for part in (self.card, self._library, *self._adding.values()):
            if part is not None:
                part.setVisible(part is what)
        self.setVisible(what is not None)
