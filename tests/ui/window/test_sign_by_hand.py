"""Who signs by hand leaves a picture: it is kept, given out again, and never called a digital signature."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from models.sign_off import Signed, SignWay
from models.storage.opening import open_with_key
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import click, find, words
from tests.ui.window.files import dialog_of
from tests.ui.window.signing import SECONDS, Sealed, copied, sealed_in, sign_off_page, state, visible
from ui.main_window import MainWindow
from ui.widgets.sign_pad import SignPad

BUTTON, FREE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def sealed_once(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_in(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def sealed(sealed_once: Sealed, tmp_path: Path) -> Sealed:
    return copied(sealed_once, tmp_path)


@pytest.fixture
def dialog(sealed: Sealed, window: MainWindow) -> QDialog:
    """A window in which somebody is asked to sign by hand."""
    kept.open_in(window, sealed.file, sealed.key)
    sign_off_page(window)
    click(window.page, "by_hand")
    return dialog_of(window, "by_hand")


def draw(pad: SignPad, *places: tuple[int, int]) -> None:
    QTest.mousePress(pad, BUTTON, FREE, QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, BUTTON, FREE, QPoint(*places[-1]))


def signed(window: MainWindow) -> Signed | None:
    assert window.bridge is not None
    last = window.bridge.workspace.sign_offs[-1]
    return last if isinstance(last, Signed) and last.way is SignWay.BY_HAND else None


def test_what_is_drawn_is_kept_as_a_picture_that_says_what_it_is(
    window: MainWindow, dialog: QDialog, sealed: Sealed, tmp_path: Path, choosing: Choosing
) -> None:
    pad = find(dialog, SignPad, "sign_pad")
    click(dialog, "by_hand_go_on")
    assert "Nothing is drawn yet" in words(dialog)
    draw(pad, (40, 40), (80, 90), (120, 30))
    draw(pad, (300, 100), (350, 100))
    click(dialog, "pad_back")

    click(dialog, "by_hand_go_on")

    assert not visible(window, "by_hand")
    record = signed(window)
    assert record is not None
    assert (record.name, record.certificate) == ("Bo Ferrowick", "")
    assert "signed by everybody" in state(window)
    assert "kept as a picture: not a digital signature" in words(window.page)
    choosing.answer = tmp_path / "signature.png"
    click(window.page, "save_picture")
    picture = QImage(str(choosing.answer))
    inked = [
        (x, y) for x in range(0, 800, 2) for y in range(0, 280, 2) if picture.pixelColor(x, y).value() < 90
    ]
    assert inked
    assert max(x for x, _y in inked) < 300, "the stroke that was taken back is gone"
    below = [y for y in range(300, picture.height()) if picture.pixelColor(30, y).value() < 200]
    assert picture.height() > 300
    assert below or picture.width(), "the small print stands below"
    with open_with_key(sealed.file, sealed.key, read_only=True) as store:
        assert store.check() == ()


def test_a_scan_is_attached_in_its_place(
    qtbot: QtBot, window: MainWindow, dialog: QDialog, tmp_path: Path, choosing: Choosing
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 a page on glass")
    choosing.answer = scan
    click(dialog, "attach_scan")
    assert "Scan: scan.pdf" in words(dialog)
    assert not find(dialog, SignPad, "sign_pad").isVisible()

    click(dialog, "by_hand_go_on")
    qtbot.waitUntil(lambda: not visible(window, "by_hand"), timeout=SECONDS)

    record = signed(window)
    assert record is not None
    assert window.bridge is not None
    assert b"".join(window.bridge.workspace.store.read_attached(record.file)) == scan.read_bytes()


def test_a_scan_that_is_gone_is_told_and_nothing_is_recorded(
    qtbot: QtBot, window: MainWindow, dialog: QDialog, tmp_path: Path, choosing: Choosing
) -> None:
    choosing.answer = tmp_path / "gone.png"
    click(dialog, "attach_scan")

    click(dialog, "by_hand_go_on")
    qtbot.waitUntil(lambda: "could not be read" in words(dialog), timeout=SECONDS)

    assert signed(window) is None
    dialog.reject()
