"""Rows that lead to where something is recorded: what hinders sealing, and what a signature accepts."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.risk_words import band_words
from app.signing.before_sealing import Hindrance
from app.signing.overview import AcceptedRisk
from app.why import Input
from ui.theme import Theme
from ui.widgets.link_row import LinkRow

MOST_HINDRANCES = 4
ALL_OF_THEM = "page:before_report"


class Rows(QWidget):
    """`followed` carries the place of the row that was pressed."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Input, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Iterable[Input]) -> None:
        """Show these; where they are as before nothing moves."""
        wanted = tuple(rows)
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for one in wanted:
            row = LinkRow(self._theme, one, self)
            row.followed.connect(self.followed)
            self._column.addWidget(row)
            row.show()


def accepted_rows(accepted: Sequence[AcceptedRisk]) -> tuple[Input, ...]:
    """The risks that a signature accepts, each with who accepts it and until when."""
    return tuple(
        Input(
            words=_("{risk} {title}").format(risk=one.risk, title=one.title),
            state=_accepted_words(one),
            tone="partly" if one.missing else "good",
            marks=(one.missing,) if one.missing else (),
            place=one.place,
        )
        for one in accepted
    )


def hindrance_rows(found: Sequence[Hindrance]) -> tuple[Input, ...]:
    """What has to be settled before the review can be sealed; of many the first, and the way to all."""
    shown = tuple(
        Input(words=one.words, state=_("Settle this first"), tone="bad", place=one.place)
        for one in found[:MOST_HINDRANCES]
    )
    left = len(found) - MOST_HINDRANCES
    if left <= 0:
        return shown
    more = ngettext("{n} more has to be settled", "{n} more have to be settled", left).format(n=left)
    return (*shown, Input(words=more, state=_("All of them"), tone="bad", place=ALL_OF_THEM))


def _accepted_words(one: AcceptedRisk) -> str:
    band = band_words(one.band)
    if one.by and one.until:
        return _("{band}, accepted by {who} until {until}").format(band=band, who=one.by, until=one.until)
    if one.by:
        return _("{band}, accepted by {who}").format(band=band, who=one.by)
    return _("{band}, until {until}").format(band=band, until=one.until) if one.until else band
