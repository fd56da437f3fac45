"""The history of the review: who changed what, when, from what to what, and why; of all, or of one entry."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.history import HistoryLine, LogPart, change_words, done_words, says
from app.i18n import _, ngettext
from models.values import LISTS, RegisterName
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import scrolled, title
from ui.widgets.beside_or_below import BesideOrBelow
from ui.widgets.buttons import button, quiet_button
from ui.widgets.combo_rows import pad_rows
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.history_card import HistoryCard
from ui.widgets.labels import small, strong
from ui.widgets.notice import Notice
from ui.widgets.word_table import WordColumn, WordTable

TYPING_MS = 200
LINK = "history:"
QUESTION = "question"


def _noted(words: str) -> str:
    return words


COLUMNS = (
    WordColumn(_noted("When"), 176),
    WordColumn(_noted("Who"), 120, 1),
    WordColumn(_noted("What was done"), 232),
    WordColumn(_noted("From → to")),
    WordColumn(_noted("Why"), 160, 2),
)


class HistoryPage(Page):
    """Places: "history:ai_tools/T01" for one entry, "history:question/ACC-03" for all answers to a question.

    It reads no file: `part_wanted` carries a LogPart, and its lines come in through `show_lines`.
    `export_wanted` carries the part and the words of the filter.
    """

    page_id: ClassVar[str] = "history"

    part_wanted = Signal(object)
    export_wanted = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._only = ""
        self._lines: list[HistoryLine] = []
        self._last: HistoryLine | None = None
        self._has_more = False
        self._words = QLineEdit(self)
        self._who, self._register = QComboBox(self), QComboBox(self)
        self._about = strong("", theme, self)
        self._all = quiet_button(_("Show all of the review"), theme, "x", "show_all_history", self)
        self._export = button(_("Save as CSV…"), theme, "download", "export_history", self)
        self.notice = Notice(theme, self)
        self._table = WordTable(theme, "history_table", _("Changes, the newest first"), COLUMNS, self)
        self._card = HistoryCard(theme, self)
        self._panes = BesideOrBelow(theme, self._table, self._card, self)
        self._empty = EmptyState(theme, "", "", "history", self)
        self._count = small("", theme, self)
        self._pause = QTimer(self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        return f"{LINK}{self._only}" if self._only else super().place

    def show_review(self, shown: Shown) -> None:
        self._begin()

    def show_place(self, place: str) -> bool:
        """Show the history of one entry, of the answers to one question, or of all."""
        if place and not place.startswith(LINK):
            return False
        only = place.removeprefix(LINK)
        if only != self._only:
            self._only = only
            self._begin()
        return True

    def show_signers(self, names: Sequence[str]) -> None:
        """Offer to show what one of these people did."""
        chosen = self._who.currentData()
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItem(_("Everybody"), None)
        for name in names:
            self._who.addItem(name, name)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)))
        self._who.blockSignals(False)

    def show_lines(self, lines: Sequence[HistoryLine], *, has_more: bool) -> None:
        """Show these lines below those that are shown; `has_more` where there are earlier ones."""
        is_first = not self._lines
        self._last = lines[-1] if lines else self._last
        found = [line for line in lines if says(line, self._words.text())]
        self._lines += found
        self._has_more = has_more
        looks_on = has_more and bool(self._words.text().strip())
        self._table.rows.add_rows([_row(line) for line in found], has_more=has_more and not looks_on)
        if looks_on:  # lines that the filter hides never come into view: the next are asked for at once
            QTimer.singleShot(0, self, self._want_more)
        if is_first and self._lines:
            self._table.choose(0)
        is_empty = not self._lines and not has_more
        if is_empty:
            self._show_empty()
        self._card.setVisible(bool(self._lines))
        self._panes.setHidden(is_empty)
        self._empty.setVisible(is_empty)
        self._show_count()

    def _begin(self) -> None:
        """Show the newest lines of what is asked for."""
        self._lines, self._last, self._has_more = [], None, False
        self._table.rows.show_rows(())
        self._about.setText(self._only_words())
        for part in (self._about, self._all):
            part.setVisible(bool(self._only))
        self._register.setEnabled(not self._only)
        self.part_wanted.emit(self._part())

    def _want_more(self) -> None:
        if self._last is not None and self._has_more:
            self.part_wanted.emit(self._part(self._last.seq))

    def _part(self, before: int | None = None) -> LogPart:
        who = str(self._who.currentData() or "")
        kind, _slash, key = self._only.partition("/")
        if kind == QUESTION:
            return LogPart(question=key, who=who, before=before)
        register = kind or self._register.currentData()
        return LogPart(register=RegisterName(register) if register else None, key=key, who=who, before=before)

    def _only_words(self) -> str:
        kind, _slash, key = self._only.partition("/")
        if kind == QUESTION:
            return _("Answers to {question}").format(question=key)
        register = next((name for name in RegisterName if name.value == kind), None)
        if register is None:
            return ""
        return _("{register}: {id}").format(register=_(register.label), id=key)

    def _show_count(self) -> None:
        n = len(self._lines)
        if not n and not self._has_more:
            self._count.clear()
        elif self._has_more:
            self._count.setText(
                ngettext("The newest {n:,} change", "The newest {n:,} changes", n).format(n=n)
            )
        else:
            self._count.setText(ngettext("{n:,} change", "{n:,} changes", n).format(n=n))

    def _reach(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self._card.show_line(self._lines[row])

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._lines) and self._lines[row].place:
            self.link_followed.emit(self._lines[row].place)

    def _build(self) -> None:
        self.setObjectName("history_page")
        space = self.theme.space
        self._words.setObjectName("filter_words")
        self._words.setAccessibleName(_("Filter by words"))
        self._words.setPlaceholderText(_("Filter by words    Ctrl+F"))
        self._words.setClearButtonEnabled(True)
        self._who.setObjectName("filter_person")
        self._who.setAccessibleName(_("Whose changes"))
        self._register.setObjectName("filter_register")
        self._register.setAccessibleName(_("Changes of which register"))
        self._register.addItem(_("All registers"), None)
        for register in LISTS:
            self._register.addItem(_(register.label), register.value)
        for choice in (self._who, self._register):
            pad_rows(choice)
        self.show_signers(())
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._words.setFixedWidth(self.theme.px(320))
        filters = FlowLayout(spacing=space(1))
        for part in (self._words, self._who, self._register, self._export):
            filters.addWidget(part)
        only = QHBoxLayout()
        only.setSpacing(space(1))
        only.addWidget(self._about)
        only.addWidget(self._all)
        only.addStretch(1)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1.5))
        column.addWidget(title(_("History"), self.theme, self))
        column.addLayout(only)
        column.addLayout(filters)
        column.addWidget(self.notice)
        column.addWidget(self._empty)
        column.addWidget(self._panes, 1)
        column.addWidget(self._count)
        column.addStretch()
        self._teach()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, "history_area", self))
        self.setFocusProxy(self._table)

    def _teach(self) -> None:
        self._empty.setObjectName("history_empty")
        self._empty.hide()
        every = button(_("Show all of the review"), self.theme, name="show_whole_history", parent=self)
        every.clicked.connect(self._show_whole)
        self._empty.add_action(every)

    def _show_empty(self) -> None:
        if self._words.text().strip() or self._who.currentIndex() > 0:
            self._empty.show_words(
                _("No change fits"),
                _("Every change is kept: who made it, when, from what to what. Try other words, or see all."),
            )
        else:
            self._empty.show_words(
                _("Nothing was changed here yet"),
                _("As soon as it is, it stands here: who did it, when, from what to what, and why."),
            )

    def _show_whole(self) -> None:
        """Let go of every filter."""
        with QSignalBlocker(self._words):
            self._words.clear()
        self._who.setCurrentIndex(0)
        self._register.setCurrentIndex(0)
        self._only = ""
        self._begin()
        self._table.setFocus()

    def _connect(self) -> None:
        self._words.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._begin)
        self._who.activated.connect(lambda _row: self._begin())
        self._register.activated.connect(lambda _row: self._begin())
        self._all.clicked.connect(lambda: self.show_place(LINK))
        self._export.clicked.connect(lambda: self.export_wanted.emit(self._part(), self._words.text()))
        self._table.rows.more_wanted.connect(self._want_more)
        self._table.reached.connect(self._reach)
        self._table.opened.connect(self._open)
        self._card.opened.connect(lambda: self._open(self._table.currentIndex().row()))


def _row(line: HistoryLine) -> tuple[str, ...]:
    return (day_and_time(line.at), line.who, done_words(line), change_words(line), line.reason)
