"""The risks that an answer moves: each with its band, as a link to the risk."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _, ngettext
from models.risk import Risk
from ui.theme import RADIUS, Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import muted

MOST_SHOWN = 8


class RiskLink(QPushButton):
    """A risk's id beside the mark of its band on the band's colour; pressed, it leads to the risk."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._risk: Risk | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    @property
    def risk(self) -> Risk | None:
        """The risk shown."""
        return self._risk

    def show_risk(self, risk: Risk) -> None:
        """Show a risk with its residual band."""
        if risk == self._risk:
            return
        self._risk = risk
        band = _(risk.residual.band.value)
        self.setObjectName(f"risk_{risk.id}")
        words = _("{band}: {title}").format(band=band, title=risk.title)
        self.setAccessibleName(_("{id}, {words}").format(id=risk.id, words=words))
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body"))
        words = self._risk.id if self._risk else ""
        width = metrics.horizontalAdvance(words) + self._mark_width() + self._theme.space(2)
        return QSize(width, metrics.height() + self._theme.space(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._risk is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._theme.bands[self._risk.residual.band]
        sheet = self.rect().adjusted(1, 1, -2, -2)
        ring = "focus" if self.hasFocus() else "accent" if self.underMouse() else "control_border"
        painter.setPen(
            QPen(self._theme.color(ring), self._theme.stroke("edge" if self.hasFocus() else "hair"))
        )
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(sheet, RADIUS, RADIUS)
        mark = QRect(QPoint(3, 3), QSize(self._mark_width(), self.height() - 6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.fill))
        painter.drawRoundedRect(mark, RADIUS - 2, RADIUS - 2)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(style.text))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, style.mark)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        words = self.rect().adjusted(mark.right() + self._theme.space(1), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._risk.id)

    def _mark_width(self) -> int:
        return QFontMetrics(self._theme.font("small")).horizontalAdvance("▲▲") + self._theme.space(1)


class MovedRisks(QWidget):
    """Links to the risks that an answer moves, the most serious first, and how many more there are."""

    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = tuple(RiskLink(theme, self) for _place in range(MOST_SHOWN))
        self._more = muted("", theme, self)
        self.setObjectName("moved_risks")
        self._more.setWordWrap(False)
        flow = FlowLayout(self, spacing=theme.space(0.5))
        for link in self._links:
            flow.addWidget(link)
            link.clicked.connect(self._follow)
        self._more.setFixedHeight(theme.px(34))
        flow.addWidget(self._more)
        self.show_risks(())

    def show_risks(self, risks: Sequence[Risk]) -> None:
        """Show risks in the order given."""
        for link, risk in zip(self._links, risks, strict=False):
            link.show_risk(risk)
        for place, link in enumerate(self._links):
            link.setVisible(place < len(risks))
        self.setMinimumHeight(0)
        more = len(risks) - len(self._links)
        self._more.setVisible(more > 0)
        self._more.setText(ngettext("and {n} more", "and {n} more", max(more, 0)).format(n=more))
        self.setVisible(bool(risks))

    def show_waiting(self) -> None:
        """Say that the risks are being worked out; nothing below moves meanwhile."""
        self.setMinimumHeight(self.height())
        for link in self._links:
            link.hide()
        self._more.setText(_("Working out which …"))
        self._more.show()

    def _follow(self) -> None:
        link = self.sender()
        if isinstance(link, RiskLink) and link.risk is not None:
            self.link_followed.emit(f"risk:{link.risk.id}")
