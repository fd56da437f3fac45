"""Tabs with the key of each as a cap: a bare number behind a name would be read as how many there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabBar

from app.i18n import _
from ui.theme import Theme
from ui.widgets.key_button import KeyCap, key_size


def add_key_tabs(tabs: QTabBar, names: Sequence[str], theme: Theme) -> None:
    """Add a tab for each name, each with its key, counted from 1."""
    tabs.setProperty("keys", True)
    for number, name in enumerate(names, start=1):
        index = tabs.addTab(name)
        cap = KeyCap(str(number), theme, tabs)
        size = key_size(theme, str(number))
        # Room behind it, so that it is not taken for the key of the next tab.
        cap.setFixedSize(size.width() + theme.space(1.5), size.height())
        tabs.setTabButton(index, QTabBar.ButtonPosition.RightSide, cap)
        tabs.setAccessibleTabName(index, _("{name}, key {key}").format(name=name, key=number))
