"""The row of filters above the risks: words, type, section, band and owner."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.i18n import _
from app.risk_filter import RiskFilter, owners, section_explained
from models.assessment import Assessment
from models.pack import RiskType
from models.risk import Band
from models.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.basics import button, label, quiet_button
from ui.widgets.combo_rows import pad_rows
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import icon

TYPING_PAUSE_MS = 200
ONE_ROW = 960


class RiskFilters(QWidget):
    """What the person wants to see. `changed` carries the RiskFilter."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = QLineEdit(self)
        self._type = self._combo("filter_type", _("Type of risk"))
        self._section = self._combo("filter_section", _("Section"))
        self._band = self._combo("filter_band", _("Band"))
        self._owner = self._combo("filter_owner", _("Owner"))
        self._clear = quiet_button(_("Show all"), theme, "x", "filter_clear", self)
        self._shown = label("", theme, "body", "muted", self)
        self._more = button(_("Filter"), theme, "funnel", "filter_more", self)
        self._pause = QTimer(self)
        self._spot: tuple[int, int] | None = None
        self._is_before = False
        self._build()
        self._connect()

    @property
    def wanted(self) -> RiskFilter:
        """The filter as it stands."""
        return RiskFilter(
            type=self._type.currentData(),
            section=self._section.currentData(),
            band=self._band.currentData(),
            owner=self._owner.currentData(),
            words=self._words.text(),
            spot=self._spot,
            is_before=self._is_before,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_combos()

    def show_review(self, snapshot: Snapshot, assessment: Assessment) -> None:
        """Offer what this review has; what is chosen stays chosen where it is still there."""
        self._offer(self._type, _("All types"), [(kind.value, _(kind.value)) for kind in RiskType])
        sections = [(section.id, _(section.title)) for section in snapshot.pack.sections]
        self._offer(self._section, _("All sections"), sections)
        self._offer(self._band, _("All bands"), [(band, _(band.value)) for band in reversed(Band)])
        named = [(owner, owner or _("Nobody")) for owner in owners(snapshot, assessment)]
        self._offer(self._owner, _("All owners"), named)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of the risks are shown."""
        self._clear.setVisible(not self.wanted.is_open)
        self._shown.setVisible(shown != total)
        words = _("{n} of {m} risks").format(n=shown, m=total)
        if self._spot:
            where = _("{words} at likelihood {l}, impact {i}")
            words = where.format(words=words, l=self._spot[0], i=self._spot[1])
        self._shown.setText(words)

    def show_spot(self, likelihood: int, impact: int, *, is_before: bool = False) -> None:
        """Let only the risks of one cell of the map through, as they stand with controls or before them."""
        self._spot, self._is_before = (likelihood, impact), is_before
        self._tell()

    def show_band(self, band: Band | None) -> None:
        """Let only the risks of one band through; None: of all."""
        self._band.setCurrentIndex(max(0, self._band.findData(band)))
        self._tell()

    def focus_words(self) -> None:
        """Give the search field the keyboard."""
        self._words.setFocus()
        self._words.selectAll()

    def clear(self) -> None:
        """Let everything through."""
        self._words.clear()
        self._spot, self._is_before = None, False
        for combo in (self._type, self._section, self._band, self._owner):
            combo.setCurrentIndex(0)
        self._tell()

    def _show_combos(self) -> None:
        """Show the filters where they fit in one row; elsewhere on a press of the button."""
        is_narrow = self.width() < self._theme.px(ONE_ROW)
        self._more.setVisible(is_narrow)
        for combo in (self._type, self._section, self._band, self._owner):
            combo.setVisible(not is_narrow or self._more.isChecked())

    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit(self.wanted)

    def _combo(self, name: str, words: str) -> QComboBox:
        combo = QComboBox(self)
        pad_rows(combo)
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(self._theme.px(220))
        combo.activated.connect(self._tell)
        return combo

    def _offer(self, combo: QComboBox, all_words: str, options: Sequence[tuple[str, str]]) -> None:
        entries = [(None, all_words), *options]
        now = [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())]
        if now == entries:
            return
        chosen = combo.currentData()
        combo.clear()
        for value, words in entries:
            combo.addItem(words, value)
        combo.setCurrentIndex(next((i for i, entry in enumerate(entries) if entry[0] == chosen), 0))

    def _build(self) -> None:
        self.setObjectName("risk_filters")
        self._words.setObjectName("filter_words")
        self._words.setPlaceholderText(_("Search risks, tools, systems (/)"))
        self._words.setAccessibleName(_("Search risks"))
        self._words.setClearButtonEnabled(True)
        self._words.addAction(icon("search", self._theme, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._words.setMinimumWidth(self._theme.px(240))
        self._section.setToolTip(section_explained())
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._shown.setWordWrap(False)
        self._shown.setFixedHeight(self._clear.sizeHint().height())  # its words in line with the button's
        self._shown.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = FlowLayout(self, self._theme.space(1))
        self._more.setCheckable(True)
        self._more.setFont(self._theme.font())
        for part in (
            self._words,
            self._more,
            self._type,
            self._section,
            self._band,
            self._owner,
            self._clear,
        ):
            row.addWidget(part)
        row.addWidget(self._shown)
        self._clear.hide()

    def _connect(self) -> None:
        self._words.textEdited.connect(self._pause.start)
        self._words.editingFinished.connect(self._tell_if_pausing)
        self._pause.timeout.connect(self._tell)
        self._more.clicked.connect(self._show_combos)
        self._clear.clicked.connect(self.clear)

    def _tell_if_pausing(self) -> None:
        if self._pause.isActive():
            self._tell()
