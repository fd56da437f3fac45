"""The menu that copies a picture or saves it as a file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import _


def picture_menu(parent: QWidget, copy: Callable[[], None], save: Callable[[str], None]) -> QMenu:
    """Copy, save as PNG, save as SVG; `save` is given "png" or "svg"."""
    menu = QMenu(parent)
    wishes = (
        (_("Copy as picture"), copy),
        (_("Save as PNG…"), partial(save, "png")),
        (_("Save as SVG…"), partial(save, "svg")),
    )
    for words, wish in wishes:
        menu.addAction(words, wish)
    return menu
