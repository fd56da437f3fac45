"""What the tests of the window share: the looks, the whole window, and the application in its style."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.collecting import collect_only_when_asked, collect_young
from tests.quick_keys import cheap_keys
from ui.file_chooser import FileChooser
from ui.main import make_window
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.theme import theme as look
from ui.widgets.style import style_sheet

__all__ = ["cheap_keys"]


class Choosing(FileChooser):
    """Answers in place of the system's file dialogs, which no test can press."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__(memory)
        self.answer: Path | None = None

    def file_to_open(self, parent: QWidget, title: str, kinds: str, purpose: str = "") -> Path | None:
        return self.answer

    def file_to_make(
        self, parent: QWidget, title: str, suggested: Path, kinds: str = "", purpose: str = ""
    ) -> Path | None:
        return self.answer


@pytest.fixture(autouse=True)
def _collected_in_this_thread() -> Iterator[None]:
    """As in the program: a widget that is deleted in the thread of a job breaks some later test."""
    collect_only_when_asked()
    yield
    collect_young()


@pytest.fixture(scope="session")
def light() -> Theme:
    return look("light")


@pytest.fixture(autouse=True)
def styled(qapp: QApplication, light: Theme) -> QApplication:
    """The application as the person sees it. It stays so: a new sheet polishes all that is open."""
    sheet = style_sheet(light)
    if qapp.style().name() != "fusion":
        qapp.setStyle("Fusion")
    if qapp.palette() != light.palette():
        qapp.setPalette(light.palette())
    if qapp.font() != light.font():
        qapp.setFont(light.font())
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)
    return qapp


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The folder of the person's settings."""
    return tmp_path / "config"


@pytest.fixture
def choosing(config: Path) -> Choosing:
    """The file that the person chooses."""
    return Choosing(QSettings(str(config / "window.ini"), QSettings.Format.IniFormat))


@contextmanager
def shown_window(qapp: QApplication, config: Path, choosing: Choosing) -> Iterator[MainWindow]:
    """A whole window on these settings, gone at the end."""
    made = make_window(qapp, config, choosing)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qapp: QApplication, config: Path, choosing: Choosing) -> Iterator[MainWindow]:
    """The whole window, on its start page."""
    with shown_window(qapp, config, choosing) as made:
        yield made


@pytest.fixture
def demo(window: MainWindow) -> MainWindow:
    """The window with the demo client open."""
    window.files.open_demo()
    return window
