"""How many risks each band has; pressing a count shows only these."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _, ngettext
from models.risk import Band
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.style import filled

_RULES = """
QPushButton { background: transparent; border: ${edge}px solid transparent; border-radius: ${radius}px;
  color: $text; padding: ${quarter}px ${half}px; min-height: 0; }
QPushButton:hover { background: $raised; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:focus { border-color: $focus; }
"""


class BandCounts(QWidget):
    """A button for each band, the worst first. `chosen` carries a Band, or None to show all again."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = {band: QPushButton(self) for band in reversed(Band)}
        self._build()

    def show_counts(self, counts: Mapping[Band, int]) -> None:
        """Show how many risks each band has."""
        for band, button in self._buttons.items():
            n = counts.get(band, 0)
            button.setText(f"{self._theme.bands[band].mark}\u00a0{n}\u00a0{_(band.value)}")
            words = ngettext("{n} {band} risk: show only this", "{n} {band} risks: show only these", n)
            button.setAccessibleName(words.format(n=n, band=_(band.value)))
            button.setToolTip(words.format(n=n, band=_(band.value)))

    def show_chosen(self, chosen: Band | None) -> None:
        """Mark the band that alone is shown."""
        for band, button in self._buttons.items():
            button.setChecked(band == chosen)  # a combo box turns a Band into its text

    def _press(self, band: Band) -> None:
        is_on = self._buttons[band].isChecked()
        self.show_chosen(band if is_on else None)
        self.chosen.emit(band if is_on else None)

    def _build(self) -> None:
        row = FlowLayout(self, self._theme.space(0.5))
        self.setStyleSheet(filled(_RULES, self._theme))
        for band, button in self._buttons.items():
            button.setObjectName(f"count_{band.value.lower()}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFont(self._theme.font("strong"))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked, band=band: self._press(band))
            row.addWidget(button)
