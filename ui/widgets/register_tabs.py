"""The registers to choose from, each with its count, in at most two rows; what does not fit is in a menu."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.i18n import _
from app.register_columns import REGISTERS
from models.values import SINGLETONS, RegisterName
from ui.theme import Theme
from ui.widgets.buttons import make_one_choice
from ui.widgets.field_style import field_sheet

MOST_ROWS = 2

# Shorter than over the grid, so that all tabs fit into two rows of a small screen.
_SHORT = {
    RegisterName.ACCESS_GRANTS: "Access",
    RegisterName.DATA_CATEGORIES: "Data",
    RegisterName.APPROVAL_GATES: "Gates",
    RegisterName.INCIDENTS: "Incidents",
}


class RegisterTabs(QWidget):
    """`chosen` carries a register's name when somebody presses it. One Tab stop; arrows move within."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = REGISTERS[0]
        self._counts: Mapping[RegisterName, int] = {}
        self._tabs = {register: QPushButton(self) for register in REGISTERS}
        self._more = QPushButton(_("More"), self)
        self._menu = QMenu(self._more)
        self._hidden: list[RegisterName] = []
        self._build()

    def show_counts(self, counts: Mapping[RegisterName, int], current: RegisterName) -> None:
        """Show how many entries each register has, and which one is open."""
        if counts == self._counts and current is self._current:
            return
        self._counts, self._current = dict(counts), current
        for register, tab in self._tabs.items():
            tab.setText(self._words(register))
            tab.setAccessibleName(
                _("{register} {n}").format(register=_(register.label), n=self._counts[register])
            )
            tab.setChecked(register is current)
            is_stop = register is current
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = (REGISTERS.index(self._current) + step) % len(REGISTERS)
        self.chosen.emit(REGISTERS[at].value)
        self._tabs[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("register_tabs")
        make_one_choice(self._tabs.values(), self)
        self.setStyleSheet(field_sheet(self._theme))
        self.setAccessibleName(_("Registers"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for register, tab in self._tabs.items():
            tab.setObjectName(f"tab_{register.value}")
            tab.setCheckable(True)
            self._dress(tab)
            tab.clicked.connect(lambda _checked, name=register.value: self.chosen.emit(name))
        self._more.setObjectName("more_registers")
        self._more.setMenu(self._menu)
        self._menu.setObjectName("more_registers_menu")
        self._menu.aboutToShow.connect(self._fill_menu)
        self._dress(self._more)

    def _dress(self, tab: QPushButton) -> None:
        tab.setProperty("kind", "tab")
        tab.setFont(self._theme.font())
        tab.setAutoDefault(False)

    def _words(self, register: RegisterName) -> str:
        name = _(_SHORT.get(register, register.label))
        if register in SINGLETONS:
            return name
        return _("{register} {n}").format(register=name, n=self._counts.get(register, 0))

    def _place(self) -> None:
        """Place as many tabs as two rows take; the open one is always among them."""
        gap = self._theme.space(0.5)
        height = max(tab.sizeHint().height() for tab in self._tabs.values())
        order = list(REGISTERS)
        fitting = self._fitting(order, gap)
        if self._current not in order[:fitting]:
            order.remove(self._current)
            order.insert(max(fitting - 1, 0), self._current)
            fitting = self._fitting(order, gap)
        self._hidden = order[fitting:]
        x = y = 0
        for register in order[:fitting]:
            width = self._tabs[register].sizeHint().width()
            if x and x + width > self.width():
                x, y = 0, y + height + gap
            self._tabs[register].setGeometry(x, y, width, height)
            x += width + gap
        for register, tab in self._tabs.items():
            tab.setVisible(register not in self._hidden)
        self._more.setVisible(bool(self._hidden))
        self._more.setGeometry(x, y, self._more.sizeHint().width(), height)
        self.setFixedHeight(y + height)

    def _fitting(self, order: list[RegisterName], gap: int) -> int:
        """How many of the tabs, in this order, fit into the rows, with room for the menu if some do not."""
        x, row, more = 0, 1, self._more.sizeHint().width()
        for n, register in enumerate(order):
            width = self._tabs[register].sizeHint().width()
            is_last = n == len(order) - 1
            room = self.width() - (0 if row < MOST_ROWS or is_last else more + gap)
            if x and x + width > room:
                row, x = row + 1, 0
                if row > MOST_ROWS:
                    return n
            x += width + gap
        return len(order)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for register in self._hidden:
            action = self._menu.addAction(self._words(register))
            action.triggered.connect(lambda _checked=False, name=register.value: self.chosen.emit(name))
