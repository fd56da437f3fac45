"""How the pictures of the risk map are looked at: before or with controls, in which order, with gaps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.exposure_view import Order
from app.i18n import _
from app.map_view import Stage
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.toggle_row import ToggleRow


class MapLooks(QWidget):
    """`changed` when the person wants to look in another way."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        stages = (
            (Stage.BEFORE, _("Before")),
            (Stage.BOTH, _("Both")),
            (Stage.AFTER, _("With controls")),
        )
        options = [(stage.value, words) for stage, words in stages]
        self._stage = ToggleRow(theme, _("What the map shows"), options, can_be_empty=False, parent=self)
        self._order = CalmCombo(self)
        self._gaps = button(_("Hide what has no access"), theme, name="hide_gaps", parent=self)
        self._build()

    @property
    def stage(self) -> Stage:
        """Where the map shows its risks."""
        return Stage(self._stage.values[0])

    @property
    def order(self) -> Order:
        """The order of the matrix."""
        return Order(self._order.currentData())

    @property
    def hides_gaps(self) -> bool:
        """Whether rows and columns without access are left out of the matrix."""
        return self._gaps.isChecked()

    def show_for(self, *, matrix: bool, map_: bool) -> None:
        """Show what goes with the picture in view."""
        self.setVisible(matrix or map_)
        self._stage.setVisible(map_)
        self._order.setVisible(matrix)
        self._gaps.setVisible(matrix)

    def show_gaps(self, *, are_there: bool) -> None:
        """Offer to hide gaps only where there are any."""
        self._gaps.setEnabled(are_there)

    def _build(self) -> None:
        self._stage.setObjectName("map_stage")
        self._stage.show_values([Stage.BOTH.value])
        gap = self._theme.space(0.5)
        shown = [part.sizeHint().width() + gap for part in self._stage.findChildren(QPushButton)]
        self._stage.setFixedWidth(sum(shown[: len(Stage)]))  # side by side, as long as there is the room
        self._order.setObjectName("matrix_order")
        self._order.setAccessibleName(_("Order of rows and columns"))
        self._order.setToolTip(self._order.accessibleName())
        self._order.setFont(self._theme.font())
        for order, words in (
            (Order.EXPOSED, _("Most exposed first")),
            (Order.NAME, _("By name")),
            (Order.ENTERED, _("As entered")),
        ):
            self._order.addItem(words, order.value)
        self._gaps.setCheckable(True)
        self._gaps.setProperty("kind", "toggle")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        for part in (self._stage, self._order, self._gaps):
            row.addWidget(part)
        self._stage.chosen.connect(lambda _values: self.changed.emit())
        self._order.activated.connect(lambda _index: self.changed.emit())
        self._gaps.clicked.connect(lambda _checked: self.changed.emit())
