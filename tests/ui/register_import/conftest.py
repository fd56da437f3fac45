"""What the tests of the import page share: the page in a window with an empty review."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Choosing
from tests.ui.register_import.wizard import Wizard
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow


@pytest.fixture
def wizard(qtbot: QtBot, window: MainWindow, choosing: Choosing, tmp_path: Path) -> Wizard:
    """The import page, with a review in which nothing is known yet."""
    wanted = NewReview(path=tmp_path / "Ödland.plumbline", passphrase="four words not alike", client="Ödland")
    bridge, _lines = window._desk.make_file(wanted)
    window.open_review(bridge)
    return Wizard(qtbot, window, choosing)
