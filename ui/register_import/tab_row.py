"""A row of tabs of which at most one is chosen, wrapped like words where there is no room for all."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.field_style import field_sheet
from ui.widgets.flow_layout import FlowLayout


class TabRow(QWidget):
    """`tabs` gives the words of each tab by its name. `chosen` carries the name of the one pressed.

    `kind` is how they look: "tab" for places to go to, "toggle" for choices.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        tabs: Mapping[str, str],
        parent: QWidget | None = None,
        kind: str = "tab",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._group = QButtonGroup(self)
        self.flow = FlowLayout(self, spacing=theme.space(0.5))
        self.tabs = {tab: self._tab(f"{name}_{tab}", said) for tab, said in tabs.items()}
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setStyleSheet(field_sheet(theme))

    @property
    def current(self) -> str:
        """The name of the chosen tab, or nothing."""
        return next((name for name, tab in self.tabs.items() if tab.isChecked()), "")

    def show_chosen(self, name: str) -> None:
        """Choose a tab, or none of them, without telling anybody."""
        self._group.setExclusive(False)
        for each, tab in self.tabs.items():
            tab.setChecked(each == name)
        self._group.setExclusive(True)

    def _tab(self, name: str, words: str) -> QPushButton:
        tab = QPushButton(words, self)
        tab.setObjectName(name)
        tab.setProperty("kind", self._kind)
        tab.setCheckable(True)
        tab.setAutoDefault(False)
        tab.setFont(self._theme.font())
        tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tab.clicked.connect(lambda: self._tell(tab))
        self._group.addButton(tab)
        self.flow.addWidget(tab)
        return tab

    def _tell(self, pressed: QPushButton) -> None:
        self.chosen.emit(next(name for name, tab in self.tabs.items() if tab is pressed))
