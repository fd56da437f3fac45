"""In the window, a row that is half filled in is found again however one comes back to it."""

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from tests.ui.reach import click, find
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
