"""The head of the risk map: how many risks each band has, and the map read aloud."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.map_reading import reading
from app.readiness import answered_why, answered_words
from models.assessment import Assessment
from models.risk import Band
from models.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.band_counts import BandCounts
from ui.widgets.labels import body, muted, title


class MapHead(QWidget):
    """`band_wanted` carries a Band, or None for all."""

    band_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = BandCounts(theme, self)
        self._answered = muted("", theme, self)
        self._reading = body("", theme, self)
        self._build()

    def show_review(self, snapshot: Snapshot, assessment: Assessment, *, is_empty: bool) -> None:
        """Show the counts of this state and read it aloud."""
        self._counts.show_counts(assessment.counts)
        self._counts.setVisible(not is_empty)
        self._answered.setText(answered_words(snapshot, assessment))
        self._answered.setToolTip(answered_why(snapshot, assessment))
        self._reading.setText(reading(snapshot, assessment))
        self._reading.setVisible(not is_empty)

    def show_band(self, band: Band | None) -> None:
        """Mark the band that alone is shown."""
        self._counts.show_chosen(band)

    def _build(self) -> None:
        space = self._theme.space
        self._reading.setObjectName("map_reading")
        name = title(_("Risk map"), self._theme, self)
        name.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._counts)
        words.addWidget(self._answered)
        self._answered.setContentsMargins(space(1), 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(name)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addLayout(row)
        column.addWidget(self._reading)
        self._counts.chosen.connect(self.band_wanted)
