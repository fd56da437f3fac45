"""What has changed since a version was sealed: fields before and after, and the risks that moved."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.risk_words import band_words
from app.signing.changes import Changes
from models.risk import Rating
from ui.theme import Theme
from ui.widgets.labels import body
from ui.widgets.word_table import WordColumn, WordTable

MOST_IN_VIEW = 7


def _noted(words: str) -> str:
    return words


COLUMNS = (
    WordColumn(_noted("What"), 200),
    WordColumn(_noted("Field"), 160, 1),
    WordColumn(_noted("When it was sealed"), 0),
    WordColumn(_noted("Now"), 0),
)


class ChangesTable(QWidget):
    """`followed` carries the place of the row that was opened."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = body("", theme, self)
        self._table = WordTable(theme, "changes_since", _("What has changed since"), COLUMNS, self)
        self._places: tuple[str, ...] = ()
        self._build()
        self._table.opened.connect(self._follow)

    def show_changes(self, changes: Changes) -> None:
        """Show the difference between then and now."""
        self._words.setText(changes.words)
        found = list(_rows(changes))
        rows = [row for row, _place in found]
        self._places = tuple(place for _row, place in found)
        self._table.rows.show_rows(rows)
        self._table.setVisible(bool(rows))
        line = self._table.verticalHeader().defaultSectionSize()
        header = self._table.horizontalHeader().sizeHint().height()
        frame = 2 * self._table.frameWidth()
        self._table.setFixedHeight(header + line * min(len(rows), MOST_IN_VIEW) + frame)

    def _follow(self, row: int) -> None:
        if 0 <= row < len(self._places) and self._places[row]:
            self.followed.emit(self._places[row])

    def _build(self) -> None:
        self._words.setObjectName("changes_words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(self._words)
        column.addWidget(self._table)


def rating_words(rating: Rating) -> str:
    """The band with what it is made of: a risk can move within its band."""
    return _("{band} ({likelihood} × {impact})").format(
        band=band_words(rating.band), likelihood=rating.likelihood, impact=rating.impact
    )


def _rows(changes: Changes) -> Iterator[tuple[tuple[str, str, str, str], str]]:
    nothing = _("nothing")
    for entry in changes.entries:
        for change in entry.fields:
            row = (entry.what, change.field, change.before or nothing, change.after or nothing)
            yield row, entry.place
        if not entry.fields:
            yield (entry.what, "", "", ""), entry.place
    if changes.is_other_pack:
        yield (_("Question pack"), "", _("as sealed"), _("another one")), ""
    for risk in changes.risks:
        before, after = (
            rating_words(one.residual) if one is not None else nothing for one in (risk.before, risk.after)
        )
        yield (risk.id, _("Risk with its controls"), before, after), f"risk:{risk.id}"
