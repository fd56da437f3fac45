"""A report is checked in the window: sound, altered or hostile; nothing of it stays with a closed file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from app.signing.proof_words import lines
from app.signing.verification import verify
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from tests.ui.window.signing import SECONDS, Sealed, copied, sealed_in
from ui import verify_flow
from ui.main_window import MainWindow
from ui.pages.verify_page import VerifyPage


@pytest.fixture(scope="module")
def sealed_once(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_in(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def report(sealed_once: Sealed, tmp_path: Path) -> Path:
    path = tmp_path / "one.pdf"
    path.write_bytes(sealed_once.report)
    return path


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, free = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), action, data, button, free)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, free))


def verdict(qtbot: QtBot, window: MainWindow) -> str:
    """What is said once the check has come to an end."""

    def shown() -> list[QLabel]:
        return [each for each in window.page.findChildren(QLabel, "verdict_words") if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=SECONDS)
    return shown()[0].text()


def page(window: MainWindow) -> VerifyPage:
    assert isinstance(window.page, VerifyPage)
    return window.page


def test_a_report_dropped_on_the_start_page_is_checked_and_its_text_is_that_of_the_command_line(
    qtbot: QtBot, window: MainWindow, report: Path
) -> None:
    drop(window, report)

    assert verdict(qtbot, window) == "This report is not signed by everybody. What is signed of it holds."
    assert "Lead reviewer: Ana López" in words(window.page)
    assert "What was signed is unaltered" in words(window.page)
    assert "seal recomputed from them are one" in words(window.page)
    assert "What it does not prove" in words(window.page)
    assert "not held against a review file" in words(window.page)
    click(window.page, "copy_result")
    copied_text = QGuiApplication.clipboard().text()
    assert copied_text == "\n".join(("one.pdf", *lines(verify(report.read_bytes())))) + "\n"


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda data: data[:5_000] + bytes([data[5_000] ^ 1]) + data[5_001:], "altered"),
        (lambda data: data + b"junk", "added to the file"),
        (lambda data: data[: data.index(b"%%EOF") + 6], "no signature in this file"),
        (lambda _data: b"", "cannot be read as a PDF"),
        (
            lambda _data: b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
            "cannot be",
        ),
        (lambda _data: b"PK\x03\x04" + bytes(10_000), "cannot be read as a PDF"),
    ],
    ids=["flipped", "junk", "cut back", "empty", "loop", "no pdf"],
)
def test_whatever_was_done_to_it_is_told_in_words(
    qtbot: QtBot, window: MainWindow, report: Path, tamper: object, said: str
) -> None:
    report.write_bytes(tamper(report.read_bytes()))  # type: ignore[operator]  # each is a function of bytes

    drop(window, report)

    assert "Do not rely on this report" in verdict(qtbot, window)
    assert said in words(window.page)
    assert "Nothing that should be relied on" in words(window.page)


def test_held_against_the_open_file_it_says_what_that_knows_and_forgets_it_with_the_file(
    qtbot: QtBot,
    window: MainWindow,
    sealed_once: Sealed,
    report: Path,
    tmp_path: Path,
    choosing: Choosing,
) -> None:
    made = copied(sealed_once, tmp_path)
    kept.open_in(window, made.file, made.key)
    choose(window, "verify_report")
    choosing.answer = report
    click(window.page, "choose_report")
    verdict(qtbot, window)
    assert "holds the SHA-256 of this very report" in words(window.page)
    assert "Nothing has changed since it was sealed" in words(window.page)
    find(page(window), QCheckBox, "against_open").click()
    click(window.page, "choose_report")
    qtbot.waitUntil(lambda: "not held against" in words(window.page), timeout=SECONDS)

    window.close_review()
    window.follow("page:verify")

    assert "Ana" not in words(window.page)
    assert not find(page(window), QCheckBox, "against_open").isVisible()
    click(window.page, "choose_report")
    assert "not signed by everybody" in verdict(qtbot, window)


def test_a_file_that_is_too_large_or_gone_is_told_before_it_is_looked_at(
    qtbot: QtBot, window: MainWindow, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_flow, "MOST_REPORT_BYTES", 1_000)
    drop(window, report)
    qtbot.waitUntil(lambda: "too large" in page(window).notice.text, timeout=SECONDS)
    report.unlink()

    drop(window, report)

    qtbot.waitUntil(lambda: "could not be read" in page(window).notice.text, timeout=SECONDS)


def test_a_check_that_is_given_up_says_nothing_any_more(
    qtbot: QtBot, window: MainWindow, report: Path
) -> None:
    drop(window, report)
    page(window).busy.stopped.emit()

    kept.settle(1_500)

    assert not window.page.findChildren(QLabel, "verdict_words")
    drop(window, report)
    assert verdict(qtbot, window)


def test_the_result_outlasts_a_new_look(qtbot: QtBot, window: MainWindow, report: Path) -> None:
    drop(window, report)
    before = verdict(qtbot, window)

    choose(window, "larger_text")

    assert verdict(qtbot, window) == before
