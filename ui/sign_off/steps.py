"""The way of a review to its signatures, as four steps beside each other, with the one where it is now."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.i18n import _
from app.signing.standing import SignState
from ui.theme import Theme
from ui.widgets.labels import label, restyle, set_tone, small

MARK = 20
STATES = tuple(SignState)


def step_words(state: SignState) -> tuple[str, str]:
    """What a step is called, and what it means."""
    return {
        SignState.DRAFT: (_("Draft"), _("open for changes")),
        SignState.READY: (_("Ready"), _("sealed, waits for signatures")),
        SignState.SIGNED: (_("Signed"), _("by everybody who was to sign")),
        SignState.SUPERSEDED: (_("Superseded"), _("a later version took its place")),
    }[state]


class SignSteps(QWidget):
    """Draft, ready, signed, superseded. Marks and words tell what each step is, not colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._track = _Track(theme, self)
        self._names = [label(step_words(state)[0], theme, "strong", parent=self) for state in STATES]
        self._hints = [small(step_words(state)[1], theme, self) for state in STATES]
        self._build()
        self.show_state(SignState.DRAFT)

    def show_state(self, state: SignState) -> None:
        """Mark where the version shown is."""
        here = STATES.index(state)
        self._track.show_step(here)
        for number, name in enumerate(self._names):
            set_tone(name, "accent" if number == here else "" if number < here else "muted")
            restyle(name)
        words = _("Step {n} of {total}: {name}, {hint}")
        called, meant = step_words(state)
        self.setAccessibleName(words.format(n=here + 1, total=len(STATES), name=called, hint=meant))

    def _build(self) -> None:
        self.setObjectName("sign_steps")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space(1))
        grid.setVerticalSpacing(self._theme.space(0.5))
        grid.addWidget(self._track, 0, 0, 1, len(STATES))
        for number, (name, hint) in enumerate(zip(self._names, self._hints, strict=True)):
            grid.addWidget(name, 1, number)
            grid.addWidget(hint, 2, number, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number, 1)


class _Track(QWidget):
    """Four marks on a line: those behind are ticked, the one of now is filled, those ahead are hollow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, here: int) -> None:
        self._here = here
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(MARK) * len(STATES) * 2, self._theme.px(MARK) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, step = float(self._theme.px(MARK)), self.width() / len(STATES)
        for number in range(len(STATES)):
            mark = QRectF(number * step + 1, 1, size, size)
            if number:
                self._draw_line(painter, mark, step, is_behind=number <= self._here)
            self._draw_mark(painter, mark, number)
        painter.end()

    def _draw_line(self, painter: QPainter, mark: QRectF, step: float, *, is_behind: bool) -> None:
        role = "accent" if is_behind else "control_border"
        edge = self._theme.stroke("edge")
        painter.setPen(QPen(self._theme.color(role), edge if is_behind else self._theme.stroke("hair")))
        gap = float(self._theme.space(0.5))
        middle = mark.center().y()
        painter.drawLine(
            QPointF(mark.left() - step + mark.width() + gap, middle), QPointF(mark.left() - gap, middle)
        )

    def _draw_mark(self, painter: QPainter, mark: QRectF, number: int) -> None:
        edge = self._theme.stroke("edge")
        if number > self._here:
            painter.setPen(QPen(self._theme.color("control_border"), edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark.adjusted(edge, edge, -edge, -edge))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(mark)
        ink = self._theme.color("on_accent")
        if number == self._here:
            painter.setBrush(ink)
            third = mark.width() / 3
            painter.drawEllipse(mark.adjusted(third, third, -third, -third))
            return
        painter.setPen(QPen(ink, edge))
        left, top, side = mark.left(), mark.top(), mark.width()
        tick = [(0.27, 0.52), (0.44, 0.69), (0.75, 0.34)]
        painter.drawPolyline([QPointF(left + side * x, top + side * y) for x, y in tick])
