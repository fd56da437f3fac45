"""A band beside the band that it would become: two badges with an arrow between, said in words too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from models.risk import Band, Risk
from ui.theme import Theme
from ui.widgets.badge import BandBadge
from ui.widgets.icons import pixmap
from ui.widgets.labels import small


class BandShift(QWidget):
    """Shows a risk as it is and as it would be; the second badge is hidden while they are the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._then = BandBadge(theme, parent=self)
        self._arrow = QLabel(self)
        self._now = BandBadge(theme, parent=self)
        self._gone = small(_("no such risk"), theme, self)
        self._range = small("", theme, self)
        self._build()

    @property
    def words(self) -> str:
        """What it says."""
        return self.accessibleName()

    def show_shift(self, before: Risk | None, after: Risk | None, *, with_range: bool = False) -> None:
        """Show where a risk stands and where it would; None where there is no such risk."""
        then, now = (risk.residual.band if risk else None for risk in (before, after))
        self._then.show_band(then or now)
        is_moved = then is not now
        self._arrow.setVisible(is_moved and then is not None)
        self._now.show_band(now if is_moved and then is not None else None)
        self._gone.setVisible(now is None or then is None)
        self._gone.setText(_("no such risk then") if now is None else _("a new risk"))
        said = _swing(after) if with_range and after is not None else ""
        self._range.setText(said)
        self._range.setVisible(bool(said))
        self.setAccessibleName(" ".join(part for part in (_words(then, now), said) if part))

    def _build(self) -> None:
        self.setObjectName("band_shift")
        self._arrow.setPixmap(pixmap("arrow-right", self._theme, "text", 16))
        self._gone.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(1))
        for part in (self._then, self._arrow, self._now, self._gone):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._range)


def _words(then: Band | None, now: Band | None) -> str:
    if then is now:
        return _("{band}, unchanged.").format(band=_(then.value) if then else "")
    before = _(then.value) if then else _("no such risk")
    after = _(now.value) if now else _("no such risk")
    return _("{before} now, {after} if this held.").format(before=before, after=after)


def _swing(risk: Risk) -> str:
    if not risk.has_range:
        return _("nothing unknown could change this band")
    return _("from {best} to {worst}").format(best=_(risk.best.band), worst=_(risk.worst.band))
