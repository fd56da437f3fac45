"""The room's window follows the consultant, who blanks it, freezes it, and always knows what it shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QTableView

from app.audience import (
    AudienceAgenda,
    AudienceBlank,
    AudienceMap,
    AudiencePlan,
    AudienceQuestion,
)
from app.settings import Look, Settings
from tests.ui.presenter.room import every_text, open_room, painted, room_of
from tests.ui.reach import choose, find, press
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.presenter.flow import begins_typing
from ui.presenter.window import AudienceWindow
from ui.widgets.room_status import RoomStatus


def status(window: MainWindow) -> str:
    """What the consultant is told about the room; "" while nothing is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    button = find(window, QPushButton, "room_status")
    return button.text() if button.isVisible() else ""


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def question_of(room: AudienceWindow) -> AudienceQuestion:
    assert isinstance(room.view, AudienceQuestion)
    return room.view


def test_f5_opens_the_window_for_the_room_and_closes_it(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")

    press(demo, Qt.Key.Key_F5)
    room = room_of(demo)
    assert room is not None
    told = status(demo)
    QTest.keyClick(room, Qt.Key.Key_F5)

    assert told == "Room sees: ACC-05"
    assert room_of(demo) is None
    assert status(demo) == ""


def test_an_answer_by_key_is_in_the_room_at_once(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    before = [card.is_chosen for card in question_of(room).cards]

    press(demo, Qt.Key.Key_4)

    assert [card.is_chosen for card in question_of(room).cards] != before
    assert "Who can authorise" in " ".join(painted(room).split())


def test_the_room_follows_from_question_to_question_and_from_page_to_page(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    told = []

    press(demo, Qt.Key.Key_Right)
    told.append(status(demo))
    for place in ("page:registers", "page:fix_first", "page:section"):
        demo.follow(place)
        told.append(status(demo))

    assert told == [f"Room sees: {what}" for what in ("ACC-06", "the agenda", "the plan", "ACC-06")]
    assert question_of(room).id == "ACC-06"


def test_a_remote_control_steps_on_whichever_window_it_speaks_to(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)

    QTest.keyClick(room, Qt.Key.Key_PageDown)
    assert question_of(room).id == "ACC-06"
    QTest.keyClick(room, Qt.Key.Key_Left)

    assert question_of(room).id == "ACC-05"


def test_b_blanks_the_room_from_either_window_and_shows_it_again(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)

    press(demo, Qt.Key.Key_B)
    blank, told, ground = room.view, status(demo), room.grab().toImage().pixelColor(40, 40)
    room.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(room, Qt.Key.Key_B)

    assert blank == AudienceBlank()
    assert ground.lightness() < 40, "dark in the light look too"
    assert told == "Room sees: nothing"
    assert question_of(room).id == "ACC-05"


def test_b_is_a_letter_where_one_types(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    note = find(demo.page, QPlainTextEdit, "note")
    note.setFocus()
    before = note.toPlainText()

    press(demo, Qt.Key.Key_B)

    assert note.toPlainText() != before
    assert question_of(room).id == "ACC-05"


def test_b_begins_to_type_in_a_grid_and_blanks_nothing(demo: MainWindow) -> None:
    room = open_room(demo)
    demo.follow("register:ai_tools")
    grid = next(each for each in demo.page.findChildren(QTableView) if begins_typing(each))
    grid.setFocus()
    QApplication.processEvents()

    in_grid = action(demo, "blank_room").shortcuts()
    demo.follow("page:fix_first")
    QApplication.processEvents()
    elsewhere = action(demo, "blank_room").shortcuts()

    assert in_grid == []
    assert [key.toString() for key in elsewhere] == ["B"]
    assert isinstance(room.view, AudiencePlan)


def test_a_frozen_room_keeps_what_it_shows_while_the_consultant_looks_elsewhere(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)

    press(demo, Qt.Key.Key_F6)
    demo.follow("page:registers")
    kept, told = room.view, status(demo)
    press(demo, Qt.Key.Key_F6)

    assert isinstance(kept, AudienceQuestion)
    assert kept.id == "ACC-05"
    assert told == "Room sees: ACC-05, frozen"
    assert isinstance(room.view, AudienceAgenda)


def test_risk_numbers_go_to_the_room_only_if_chosen_and_leave_it_at_once(demo: MainWindow) -> None:
    demo.follow("page:risk_map")
    room = open_room(demo)
    at_first = room.view

    choose(demo, "room_numbers")
    chosen = room.view
    choose(demo, "freeze_room")
    choose(demo, "room_numbers")

    assert isinstance(at_first, AudienceAgenda)
    assert isinstance(chosen, AudienceMap)
    assert isinstance(room.view, AudienceAgenda)


def test_guidance_goes_to_the_room_only_if_chosen(demo: MainWindow) -> None:
    demo.follow("question:USE-01")
    room = open_room(demo)
    at_first = question_of(room)

    choose(demo, "room_guidance")

    assert (at_first.why, at_first.evidence) == ("", "")
    assert "not governed" in question_of(room).why
    assert "not governed" in " ".join(painted(room).split())


def test_closing_the_review_blanks_the_room_and_it_stays_blank(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    choose(demo, "room_numbers")

    choose(demo, "close_file")
    closed = room.view
    demo.files.open_demo()
    next_review = room.view
    press(demo, Qt.Key.Key_B)

    assert closed == AudienceBlank()
    assert next_review == AudienceBlank()
    assert isinstance(room.view, AudienceAgenda), "risk numbers are hidden again"


def test_opening_another_file_blanks_the_room_before_anything_else(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)

    demo.files.open_demo()

    assert room.view == AudienceBlank()


def test_without_a_review_the_room_sees_nothing_until_one_is_open(window: MainWindow) -> None:
    room = open_room(window)
    before = room.view

    window.files.open_demo()

    assert before == AudienceBlank()
    assert isinstance(room.view, AudienceAgenda)


def test_the_rooms_title_names_neither_client_nor_file(demo: MainWindow) -> None:
    room = open_room(demo)

    assert room.windowTitle() == "Plumbline – for the room"
    assert room.windowFilePath() == ""
    assert "Ferrowick" not in every_text(room)


def test_escape_leaves_full_screen_and_f11_goes_back(demo: MainWindow) -> None:
    room = open_room(demo)
    room.activateWindow()
    QApplication.processEvents()

    QTest.keyClick(room, Qt.Key.Key_F11)
    full = room.isFullScreen()
    QTest.keyClick(room, Qt.Key.Key_Escape)

    assert full
    assert not room.isFullScreen()
    assert room.isVisible()


def test_a_projector_that_is_pulled_out_does_not_leave_the_room_over_the_laptop(demo: MainWindow) -> None:
    room = open_room(demo)
    room.showFullScreen()

    room.windowHandle().screenChanged.emit(demo.screen())

    assert not room.isFullScreen()


def test_the_room_opens_where_it_was(demo: MainWindow) -> None:
    room = open_room(demo)
    room.resize(700, 500)
    choose(demo, "show_room")

    again = open_room(demo)

    assert (again.width(), again.height()) == (700, 500)


def test_closing_the_consultants_window_closes_the_room(demo: MainWindow) -> None:
    open_room(demo)

    demo.close()

    assert room_of(demo) is None


def test_closing_the_rooms_own_window_is_told(demo: MainWindow) -> None:
    room = open_room(demo)

    room.close()

    assert status(demo) == ""
    assert not action(demo, "show_room").isChecked()
    assert not action(demo, "blank_room").isEnabled()


def test_the_status_offers_the_choices(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    menu = find(demo, QPushButton, "room_status").menu()

    names = [each.objectName() for each in menu.actions()]
    next(each for each in menu.actions() if each.objectName() == "blank_room").trigger()

    assert names == ["blank_room", "freeze_room", "room_numbers", "room_guidance", "show_room"]
    assert room.view == AudienceBlank()
    assert find(demo, QPushButton, "room_status").accessibleName() == "Room sees: nothing"


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST])
def test_another_look_is_worn_in_the_room_too(demo: MainWindow, look: Look) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    before = room.grab().toImage().pixelColor(4, 4)
    demo.follow("page:settings")
    page = demo.page
    assert isinstance(page, SettingsPage)

    page.settings_changed.emit(Settings(look=look))
    demo.follow("question:ACC-05")

    assert room.grab().toImage().pixelColor(4, 4) != before
    assert question_of(room).id == "ACC-05"
    assert status(demo) == "Room sees: ACC-05"


def test_at_large_text_the_status_is_short_and_whole(demo: MainWindow, config: Path) -> None:
    demo.follow("page:settings")
    page = demo.page
    assert isinstance(page, SettingsPage)
    page.settings_changed.emit(Settings(text_size=200))
    demo.resize(1366, 768)

    demo.follow("question:ACC-05")
    open_room(demo)
    for _turn in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    button = find(demo, QPushButton, "room_status")

    assert button.text() == "ACC-05"
    assert button.width() >= button.sizeHint().width()
    assert find(demo, RoomStatus, "").isVisible()
    assert find(demo, QLabel, "client_name").toolTip() == "Ferrowick Group plc"


def test_the_clock_stands_beside_the_question(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)

    demo._audience.show_clock("12 of 40 min")

    assert "12 of 40 min" in painted(room)


def test_the_clock_of_the_section_stands_beside_the_question_once_it_runs(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    room = open_room(demo)
    before = question_of(room).clock

    press(demo, Qt.Key.Key_T)

    assert before == ""
    assert question_of(room).clock == "0 of 45 min"
    assert "0 of 45 min" in " ".join(painted(room).split())
