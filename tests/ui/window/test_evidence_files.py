"""Evidence files are kept inside the review file from the window, given out again, and removed."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.attachments import attachment_of
from app.review_files import open_with_file_key
from models.storage import FileKey
from models.storage.attachments import MOST_BYTES
from models.storage.opening import open_with_key
from models.values import EvidenceItem
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, press, words
from tests.ui.window.test_review_in_window import snapshot_of
from ui.main_window import MainWindow
from ui.widgets import busy_row
from ui.widgets.badge import Chip
from ui.widgets.busy_row import BusyRow
from ui.widgets.evidence_file import EvidenceFile
from ui.widgets.notice import Notice

MARK = b"what nobody else may read " * 400


@pytest.fixture
def opened(window: MainWindow, path: Path, key: FileKey) -> MainWindow:
    kept.open_in(window, path, key)
    window.follow(f"entry:evidence/{first(window).id}")
    return window


@pytest.fixture
def screenshot(tmp_path: Path) -> Path:
    file = tmp_path / "Audit log.png"
    file.write_bytes(MARK)
    return file


def first(window: MainWindow) -> EvidenceItem:
    return next(iter(snapshot_of(window).evidence.values()))


def card(window: MainWindow) -> EvidenceFile:
    return find(window.page, EvidenceFile, "evidence_file")


def keep(qtbot: QtBot, window: MainWindow, choosing: Choosing, file: Path) -> None:
    choosing.answer = file
    click(card(window), "keep_evidence_file")
    qtbot.waitUntil(lambda: attachment_of(first(window)) is not None)


def drop(target: QWidget, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, no_key)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, no_key))


def test_a_file_is_kept_named_given_out_again_and_no_byte_of_it_can_be_read(
    qtbot: QtBot, opened: MainWindow, choosing: Choosing, screenshot: Path, path: Path, tmp_path: Path
) -> None:
    before = words(card(opened))

    keep(qtbot, opened, choosing, screenshot)
    shown = words(card(opened))
    choosing.answer = tmp_path / "copy.png"
    click(card(opened), "save_evidence_file")
    qtbot.waitUntil((tmp_path / "copy.png").exists)
    qtbot.waitUntil(lambda: "not encrypted" in card(opened).notice.text)

    assert "None is kept yet" in before
    assert "Up to 50 MB a file, 500 MB in all" in before
    assert "Audit log.png, 10 kB" in shown
    assert (tmp_path / "copy.png").read_bytes() == MARK
    opened.close_review()
    assert all(MARK[:26] not in file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


def test_a_removed_file_can_be_had_back_and_is_dropped_when_the_file_is_opened_next(
    qtbot: QtBot, opened: MainWindow, choosing: Choosing, screenshot: Path, path: Path, key: FileKey
) -> None:
    keep(qtbot, opened, choosing, screenshot)

    click(card(opened), "remove_evidence_file")
    removed = attachment_of(first(opened))
    choose(opened, "undo")
    back = attachment_of(first(opened))
    choose(opened, "redo")
    opened.close_review()
    with open_with_key(path, key, read_only=True) as store:
        still_there = len(store.attached())
    open_with_file_key(path, key, who="Ana").close()

    assert removed is None
    assert back is not None
    assert still_there == 1
    with open_with_key(path, key, read_only=True) as store:
        assert store.attached() == ()
        assert store.check() == ()


def test_a_file_dropped_on_the_card_is_kept(qtbot: QtBot, opened: MainWindow, screenshot: Path) -> None:
    drop(card(opened), screenshot)

    qtbot.waitUntil(lambda: attachment_of(first(opened)) is not None)


def test_a_file_dropped_on_a_question_becomes_evidence_behind_the_answer(
    qtbot: QtBot, opened: MainWindow, screenshot: Path
) -> None:
    opened.follow("question:ACC-05")
    row = find(opened.page, QWidget, "keep_file").parentWidget()
    assert row is not None
    before = set(snapshot_of(opened).evidence)

    drop(row, screenshot)
    qtbot.waitUntil(lambda: set(snapshot_of(opened).evidence) != before)

    new = (set(snapshot_of(opened).evidence) - before).pop()
    item = snapshot_of(opened).evidence[new]
    answers = snapshot_of(opened).answers_by_question["ACC-05"]
    assert item.title == item.file_name == "Audit log.png"
    assert attachment_of(item) is not None
    assert any(new in (given.evidence_items or ()) for given in answers)
    assert "Audit log.png (file, 10 kB)" in words(opened.page)
    choose(opened, "undo")
    assert set(snapshot_of(opened).evidence) == before


def test_a_file_over_the_limit_is_refused_in_place(
    qtbot: QtBot, opened: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    choosing.answer = huge

    click(card(opened), "keep_evidence_file")
    qtbot.waitUntil(lambda: "too large" in card(opened).notice.text)

    assert attachment_of(first(opened)) is None


def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot,
    opened: MainWindow,
    choosing: Choosing,
    tmp_path: Path,
    path: Path,
    key: FileKey,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(busy_row, "PATIENCE_MS", 10)  # a quick disk would be done before the row is shown
    large = tmp_path / "large.bin"
    large.write_bytes(os.urandom(1024) * 45 * 1024)
    choosing.answer = large
    click(card(opened), "keep_evidence_file")
    busy = find(card(opened), BusyRow, "busy_row")
    qtbot.waitUntil(busy.isVisible, timeout=20_000)

    click(busy, "stop_waiting")
    qtbot.waitUntil(lambda: "Nothing of the file is kept" in card(opened).notice.text, timeout=20_000)

    assert attachment_of(first(opened)) is None
    opened.close_review()
    with open_with_key(path, key, read_only=True) as store:
        assert store.attached() == ()
        assert store.check() == ()


def test_what_is_answered_while_a_file_is_taken_in_is_saved_too(
    qtbot: QtBot, opened: MainWindow, choosing: Choosing, tmp_path: Path, path: Path, key: FileKey
) -> None:
    large = tmp_path / "large.bin"
    large.write_bytes(os.urandom(1024) * 40 * 1024)
    choosing.answer = large
    click(card(opened), "keep_evidence_file")
    opened.follow("question:ACC-05")
    press(opened.page, Qt.Key.Key_4)

    qtbot.waitUntil(lambda: attachment_of(first(opened)) is not None, timeout=60_000)
    line = find(opened, Notice, "not_saved_line")
    qtbot.waitUntil(lambda: not line.isVisible(), timeout=60_000)

    opened.close_review()
    with open_with_key(path, key, read_only=True) as store:
        values = [given.value for given in store.load("R1").answers_by_question["ACC-05"]]
        assert store.check() == ()
    assert 4 in values


def test_what_was_said_of_a_removed_file_is_over_once_it_is_back(
    qtbot: QtBot, opened: MainWindow, choosing: Choosing, screenshot: Path
) -> None:
    keep(qtbot, opened, choosing, screenshot)
    click(card(opened), "remove_evidence_file")
    said = card(opened).notice.text

    choose(opened, "undo")

    assert "The file is removed." in said
    assert card(opened).notice.text == ""


def test_evidence_of_an_answer_leads_to_its_row_where_its_file_is(opened: MainWindow) -> None:
    answers = snapshot_of(opened).answers.values()
    answer = next(each for each in answers if each.evidence_items)
    opened.follow(f"question:{answer.question}")
    chips = find(opened.page, QWidget, "question_card").findChildren(Chip, "chip")
    chip = next(each for each in chips if each.isVisible())

    chip.setFocus()
    press(opened, Qt.Key.Key_Return)

    assert opened.page.place == f"entry:evidence/{chip.text.split()[0]}"
