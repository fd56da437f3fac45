"""Puts a person's choice of look and text size on the application, and follows the desktop where asked."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.settings import Look, Settings
from ui.theme import Theme, theme
from ui.theme_files import scale
from ui.widgets.style import style_sheet


def chosen_theme(app: QApplication, settings: Settings) -> Theme:
    """The theme that a person has chosen; `system` goes by what the desktop wishes."""
    look = settings.look if settings.look is not Look.SYSTEM else system_look(app)
    return theme(look.value, settings.text_size / 100)


def system_look(app: QApplication) -> Look:
    """The look that the desktop wishes at this moment."""
    hints = app.styleHints()
    return look_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def look_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Look:
    """High contrast where the desktop asks for it, else dark or light; light where it says nothing."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if scheme is Qt.ColorScheme.Dark else Look.LIGHT


class SystemWatch(QObject):
    """Says `changed` whenever the desktop wishes another look, as long as its parent lives."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._tell)
        hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()


def put_on(app: QApplication, look: Theme) -> None:
    """Give the application a look: palette, font, style sheet, and as little motion as the scale allows."""
    app.setPalette(look.palette())
    app.setFont(look.font())
    app.setStyleSheet(style_sheet(look))
    may_move = scale().measures["motion.duration_ms"] > 0
    for effect in Qt.UIEffect:
        app.setEffectEnabled(effect, may_move and app.isEffectEnabled(effect))
