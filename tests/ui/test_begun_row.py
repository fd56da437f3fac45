"""In the window, a row that is half filled in is found again however one comes back to it."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look, Settings
from tests.ui.reach import choose, click, find
from ui.main_window import MainWindow


def begin_grant(window: MainWindow) -> None:
    window.follow("register:access_grants")
    click(window.page, "add_access_grants")
    click(find(find(window.page, QWidget, "add_card"), QWidget, "field_capabilities"), "choice_see")


def test_a_link_back_to_the_register_puts_the_cursor_where_something_is_missing(demo: MainWindow) -> None:
    begin_grant(demo)
    demo.follow("register:systems")

    demo.follow("register:access_grants")

    card = find(demo.page, QWidget, "add_card")
    given = find(find(card, QWidget, "field_capabilities"), QPushButton, "choice_see")
    assert given.isVisible()
    assert given.isChecked()
    assert find(card, QComboBox, "field_tool").hasFocus()


def test_another_page_and_back_leaves_the_half_filled_row_as_it_was(demo: MainWindow) -> None:
    begin_grant(demo)

    demo.follow("page:report")
    demo.follow("register:access_grants")

    card = find(demo.page, QWidget, "add_card")
    assert card.isVisible()
    assert find(card, QComboBox, "field_tool").hasFocus()


def given_of(window: MainWindow) -> QPushButton:
    card = find(window.page, QWidget, "add_card")
    return find(find(card, QWidget, "field_capabilities"), QPushButton, "choice_see")


def test_another_look_keeps_a_half_filled_row_and_a_name_that_is_not_there_yet(demo: MainWindow) -> None:
    begin_grant(demo)
    line = find(find(demo.page, QWidget, "add_card"), QComboBox, "field_tool").lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Tool of tomorrow")
    before = demo.page

    demo.take_settings(replace(Settings(), look=Look.DARK))
    QApplication.processEvents()

    assert demo.page is not before
    assert given_of(demo).isVisible()
    assert given_of(demo).isChecked()
    assert (
        find(find(demo.page, QWidget, "add_card"), QComboBox, "field_tool").currentText()
        == "Tool of tomorrow"
    )


def test_a_look_chosen_on_another_page_keeps_a_half_filled_row(qtbot: QtBot, demo: MainWindow) -> None:
    begin_grant(demo)
    demo.follow("page:settings")

    click(demo, "look_dark")
    choose(demo, "larger_text")
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() > 12)
    demo.follow("register:access_grants")

    assert given_of(demo).isVisible()
    assert given_of(demo).isChecked()


def test_another_client_sees_nothing_of_a_half_filled_row(demo: MainWindow) -> None:
    begin_grant(demo)
    demo.close_review()

    demo.files.open_demo()
    demo.follow("register:access_grants")

    assert not [card for card in demo.page.findChildren(QWidget, "add_card") if card.isVisible()]
