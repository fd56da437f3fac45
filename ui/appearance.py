"""Puts a person's choice of look and text size on the application."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.settings import Look, Settings
from ui.theme import Theme, theme
from ui.widgets.style import style_sheet


def chosen_theme(app: QApplication, settings: Settings) -> Theme:
    """The theme that a person has chosen; `system` goes by whether the desktop is dark."""
    look = settings.look
    if look is Look.SYSTEM:
        is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        look = Look.DARK if is_dark else Look.LIGHT
    return theme(look.value, settings.text_size / 100)


def put_on(app: QApplication, look: Theme) -> None:
    """Give the application a look: palette, font and style sheet."""
    app.setPalette(look.palette())
    app.setFont(look.font())
    app.setStyleSheet(style_sheet(look))
