"""What the tests of the window share: the looks, the demo's review, and the application in its style."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Theme
from ui.theme import theme as look
from ui.widgets.style import style_sheet


@pytest.fixture(scope="session")
def light() -> Theme:
    return look("light")


@pytest.fixture
def styled(qapp: QApplication, light: Theme) -> Iterator[QApplication]:
    """The application as the person sees it."""
    qapp.setStyle("Fusion")
    qapp.setPalette(light.palette())
    qapp.setFont(light.font())
    qapp.setStyleSheet(style_sheet(light))
    yield qapp
    qapp.setStyleSheet("")
