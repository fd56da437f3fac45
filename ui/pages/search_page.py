"""Searches everything that was written: questions, notes, reasons, every field of the registers, risks."""

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.search import Hit, Item, SearchIndex, find_texts, risk_items, search_index
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import muted, title
from ui.widgets.result_list import ResultList

MOST = 20
WIDEST = 960
READ_AT_ONCE = 200


class SearchPage(Page):
    """Words go in, lists of places come out; Enter leads to the very field. Only here words of notes show."""

    page_id: ClassVar[str] = "search"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._index: SearchIndex | None = None
        self._risks: tuple[Item, ...] = ()
        self._unread: Iterator[Item] = iter(())
        self._line = QLineEdit(self)
        self._hides = QCheckBox(_("Hide the words of notes and fields"), self)
        self._said = muted("", theme, self)
        self._results = ResultList(theme, "search_results", _("What was found"), self)
        self._ahead = QTimer(self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        """The words that are looked for."""
        return f"search:{self._line.text()}"

    def show_review(self, shown: Shown) -> None:
        """Search this state from now on."""
        self._shown = shown
        self._index = search_index(shown.snapshot, self._index)
        self._risks = risk_items(shown.assessment.risks)
        self._unread = iter(self._index.written)
        self._ahead.start()
        self._find(stays=True)

    def show_place(self, place: str) -> bool:
        """Look for the words of "search:WORDS"."""
        kind, _colon, words = place.partition(":")
        if kind == "search" and words:
            self._line.setText(words)
        return kind == "search" or not place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line does not want walks through the results."""
        if not self._results.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._line.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ahead.stop()

    def _find(self, *, stays: bool = False) -> None:
        typed = self._line.text()
        items = (*self._index.written, *self._risks) if self._index is not None else ()
        found = find_texts(items, typed, MOST)
        self._results.show_found(found, stays=stays)
        self._results.setVisible(bool(found))
        self._said.setText(_said(typed, sum(each.total for each in found), len(found)))

    def _read_ahead(self) -> None:
        """Read a part of the review before the first letter needs it."""
        read = [item.all_words for item in islice(self._unread, READ_AT_ONCE)]
        if not read:
            self._ahead.stop()

    def _follow(self, hit: Hit) -> None:
        self.link_followed.emit(hit.place)

    def _connect(self) -> None:
        self._line.textChanged.connect(lambda _words: self._find())
        self._results.chosen.connect(self._follow)
        self._results.pointed.connect(self._line.setAccessibleDescription)
        self._hides.toggled.connect(self._results.hide_words)
        self._ahead.timeout.connect(self._read_ahead)

    def _build(self) -> None:
        self.setObjectName("search_page")
        space = self.theme.space
        self._ahead.setInterval(0)
        self._line.setObjectName("search")
        self._line.setAccessibleName(_("Words to look for"))
        self._line.setPlaceholderText(_("Words, or the beginnings of words"))
        self._line.setClearButtonEnabled(True)
        self._line.setFont(self.theme.font("heading"))
        self._line.setStyleSheet("#search { font-weight: 400; }")
        self._hides.setObjectName("hide_texts")
        self._said.setObjectName("search_said")
        self.setFocusProxy(self._line)
        content = QWidget(self)
        content.setMaximumWidth(self.theme.px(WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(title(_("Search"), self.theme, content))
        hint = _("Everything that was written is searched and shown here, notes too: mind a shared screen.")
        column.addWidget(muted(hint, self.theme, content))
        for part in (self._line, self._hides, self._said):
            column.addWidget(part)
        column.addWidget(self._results, 1)
        column.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(2), space(3), space(2))
        row.addWidget(content, 1)
        row.addStretch(0)


def _said(typed: str, places: int, lists: int) -> str:
    if not typed.strip():
        return _("Accents and capitals do not matter. Every word has to occur, in any order.")
    if not places:
        return _("Nothing has all these words. Try fewer letters of each, or one word less.")
    where = ngettext("{n} place", "{n} places", places).format(n=places)
    return ngettext("{where} in {n} list", "{where} in {n} lists", lists).format(where=where, n=lists)
