"""Restore points: every copy of the open file, a name for a new one, and the way back to any of them."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.i18n import _, ngettext
from app.restore_points import (
    LONGEST_NAME,
    RestorePoint,
    clean_point_name,
    place_words,
    reason_words,
    since_words,
)
from app.risk_words import capital
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import muted, scrolled, title
from ui.widgets.beside_or_below import BesideOrBelow
from ui.widgets.busy_row import BusyRow
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import small
from ui.widgets.notice import Notice
from ui.widgets.restore_card import RestoreCard
from ui.widgets.word_table import WordColumn, WordTable


def _noted(words: str) -> str:
    return words


COLUMNS = (
    WordColumn(_noted("When"), 176),
    WordColumn(_noted("Why")),
    WordColumn(_noted("Since then"), 184, 1),
    WordColumn(_noted("Where"), 192, 2),
)


class RestorePage(Page):
    """It reads and writes no file: all it does is wish, and the answers come in through its `show_` methods.

    `point_wanted` carries a name, `look_wanted` and `restore_wanted` a RestorePoint.
    """

    page_id: ClassVar[str] = "restore_points"

    list_wanted = Signal()
    point_wanted = Signal(str)
    look_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._points: tuple[RestorePoint, ...] = ()
        self._can_restore = False
        self._name = QLineEdit(self)
        self._make = button(_("Make a restore point"), theme, "plus", "make_point", self)
        self.notice = Notice(theme, self)
        self.busy = BusyRow(theme, self)
        self._table = WordTable(theme, "restore_points", _("Restore points, the newest first"), COLUMNS, self)
        self._card = RestoreCard(theme, self)
        self._panes = BesideOrBelow(theme, self._table, self._card, self)
        self._empty = EmptyState(theme, "", "", "history", self)
        self._count = small("", theme, self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        self.list_wanted.emit()

    def show_points(self, points: Sequence[RestorePoint], *, can_restore: bool) -> None:
        """Show what there is to go back to; the same point stays chosen."""
        chosen = self._chosen
        self._points = tuple(points)
        self._can_restore = can_restore

        def why(point: RestorePoint) -> str:
            return capital(reason_words(point.reason))

        rows = [
            (
                day_and_time(point.made),
                f"“{point.name}”\n{why(point)}" if point.name else why(point),
                capital(since_words(point)),
                capital(place_words(point.places)),
            )
            for point in points
        ]
        self._table.rows.show_rows(rows)
        n = len(points)
        self._count.setText(ngettext("{n} state to go back to", "{n} states to go back to", n).format(n=n))
        self._panes.setVisible(bool(n))
        self._count.setVisible(bool(n))
        self._empty.setVisible(not n)
        if n and self._name.hasFocus() and not self._name.text():
            self._table.setFocus()
        self.setFocusProxy(self._table if n else self._name)
        paths = [point.paths for point in points]
        row = paths.index(chosen.paths) if chosen is not None and chosen.paths in paths else 0
        self._card.setVisible(bool(points))
        self._table.choose(row)
        self._reach(row)

    def show_found(self, point: RestorePoint, lines: Sequence[str]) -> None:
        """Say what is other in a restore point than now."""
        if point == self._chosen:
            self._card.show_found(lines)

    def show_made(self) -> None:
        """The restore point that was asked for is there."""
        self._name.clear()
        self.notice.show_message(_("The restore point is made."), "", "ok")

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said about a copy is over once the page is left."""
        if not event.spontaneous():
            self.notice.clear()
        super().hideEvent(event)

    @property
    def _chosen(self) -> RestorePoint | None:
        row = self._table.currentIndex().row()
        return self._points[row] if 0 <= row < len(self._points) else None

    def _build(self) -> None:
        self.setObjectName("restore_page")
        space = self.theme.space
        self._name.setObjectName("point_name")
        self._name.setAccessibleName(_("Name of a new restore point"))
        self._name.setPlaceholderText(_("Name it, for example: before the second workshop"))
        self._name.setMaxLength(LONGEST_NAME)
        making = QHBoxLayout()
        making.setSpacing(space(1))
        making.addWidget(self._name, 1)
        making.addWidget(self._make)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1.5))
        column.addWidget(title(_("Restore points"), self.theme, self))
        column.addWidget(
            muted(
                _(
                    "Encrypted copies of this file, made by Plumbline while you work, and by you. Going back "
                    "to one loses nothing: what the file is now becomes a copy first."
                ),
                self.theme,
                self,
            )
        )
        column.addLayout(making)
        column.addWidget(self.notice)
        column.addWidget(self.busy)
        self._empty.setObjectName("restore_empty")
        self._empty.show_words(
            _("No copy of this file yet"),
            _(
                "One is made by itself when the file is opened next, and while you work. Make one now, with "
                "a name, before something large: an import, a workshop, the last day."
            ),
        )
        for part in (self._empty, self._panes, self._count):
            part.hide()  # till the copies are known
        column.addWidget(self._empty)
        column.addWidget(self._panes, 1)
        column.addWidget(self._count)
        column.addStretch()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, "restore_area", self))
        self.setFocusProxy(self._name)

    def _connect(self) -> None:
        self._name.returnPressed.connect(self._ask_for_point)
        self._make.clicked.connect(self._ask_for_point)
        self._table.reached.connect(self._reach)
        self._table.opened.connect(lambda _row: self._ask(self.look_wanted))
        self._card.look_wanted.connect(lambda: self._ask(self.look_wanted))
        self._card.restore_wanted.connect(lambda: self._ask(self.restore_wanted))

    def _ask_for_point(self) -> None:
        self.point_wanted.emit(clean_point_name(self._name.text()) or _("Restore point"))

    def _ask(self, wish: SignalInstance) -> None:
        point = self._chosen
        if point is not None and point.is_readable:
            self.notice.clear()
            wish.emit(point)

    def _reach(self, row: int) -> None:
        if 0 <= row < len(self._points):
            self._card.show_point(self._points[row], can_restore=self._can_restore)
