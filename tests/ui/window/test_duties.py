"""Duties towards those whose data this is are met from the window."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.keep_until import keep_until
from models.storage import FileKey
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from tests.ui.window.test_review_in_window import snapshot_of
from ui.main_window import MainWindow
from ui.pages.duties_page import DutiesPage
from ui.widgets.notice import Notice


@pytest.fixture
def duties(window: MainWindow, path: Path, key: FileKey) -> DutiesPage:
    kept.open_in(window, path, key)
    choose(window, "show_duties")
    page = window.page
    assert isinstance(page, DutiesPage)
    return page


def say_until(page: DutiesPage, day: str) -> None:
    field = find(page, QLineEdit, "field_keep_until")
    field.setFocus()
    field.setText(day)
    field.textEdited.emit(day)
    field.editingFinished.emit()


def test_a_day_that_has_passed_is_reminded_of_when_the_file_is_open_and_can_be_seen(
    window: MainWindow, duties: DutiesPage, path: Path, key: FileKey
) -> None:
    say_until(duties, "2020-03-31")
    kept_day = keep_until(snapshot_of(window))
    window.close_review()
    kept.open_in(window, path, key)
    line = find(window, Notice, "keeping_line")
    told = line.text

    click(line, "notice_action")

    assert kept_day is not None
    assert "was to be kept until 31 Mar 2020" in told
    assert not line.isVisible()


def test_a_day_to_come_says_nothing_and_can_be_undone(window: MainWindow, duties: DutiesPage) -> None:
    say_until(duties, "2999-12-31")
    said = keep_until(snapshot_of(window))
    choose(window, "undo")

    assert said is not None
    assert keep_until(snapshot_of(window)) is None
    assert not find(window, Notice, "keeping_line").isVisible()


def test_what_is_no_day_is_said_beside_the_field(window: MainWindow, duties: DutiesPage) -> None:
    say_until(duties, "next spring")

    assert "like 14 Dec 2026" in words(duties)
    assert keep_until(snapshot_of(window)) is None


def test_a_review_is_shared_as_json_without_any_name(
    window: MainWindow, duties: DutiesPage, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "shared.json"
    people = snapshot_of(window).participants.values()
    names = [person.name for person in people if person.name != "anonymous"]
    things = [vendor.name for vendor in snapshot_of(window).vendors.values()]

    click(duties, "share_json")

    shared = (tmp_path / "shared.json").read_text("utf-8")
    assert "not encrypted" in duties.notice.text
    assert snapshot_of(window).engagement.client not in shared
    assert not [name for name in (*names, *things) if name in shared]


def test_a_review_is_shared_as_pdf_beside_the_window(
    qtbot: QtBot, duties: DutiesPage, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "shared.pdf"
    find(duties, QRadioButton, "hide_people").click()

    click(duties, "share_pdf")
    qtbot.waitUntil(lambda: "not encrypted" in duties.notice.text, timeout=60_000)

    assert (tmp_path / "shared.pdf").read_bytes().startswith(b"%PDF")


def test_everything_held_on_a_participant_is_saved(
    duties: DutiesPage, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "held.json"
    people = find(duties, QComboBox, "held_on")
    people.setCurrentIndex(people.findData("P09"))

    click(duties, "save_held_on")

    held = json.loads((tmp_path / "held.json").read_text("utf-8"))
    assert held["participant"]["id"] == "P09"
    assert held["refers_to_the_participant"]


def test_the_wheel_scrolls_past_the_participant_and_chooses_nobody_else(
    window: MainWindow, duties: DutiesPage
) -> None:
    person = find(duties, QComboBox, "held_on")
    before = person.currentData()
    person.setFocus()
    nowhere, down = QPointF(5, 5), QPoint(0, -240)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase

    QApplication.sendEvent(person, QWheelEvent(nowhere, nowhere, QPoint(), down, *none, False))

    assert person.currentData() == before


def test_what_came_of_it_is_in_view_wherever_the_page_was(
    qtbot: QtBot, window: MainWindow, duties: DutiesPage, choosing: Choosing, tmp_path: Path
) -> None:
    window.resize(1000, 520)
    area = find(duties, QScrollArea, "duties_area")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    choosing.answer = tmp_path / "held.json"

    click(duties, "save_held_on")

    qtbot.waitUntil(lambda: bool(duties.notice.text))
    qtbot.waitUntil(lambda: not duties.notice.visibleRegion().isEmpty())
