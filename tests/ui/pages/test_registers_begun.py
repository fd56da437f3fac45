"""What was filled in for a new row is not lost on the way to what it needs first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.values import AccessGrant, RegisterName
from tests.ui.desk import Desk
from tests.ui.pages.registers_desk import FERROWICK, registers_of
from tests.ui.reach import click, find, press, words
from ui.reading_order import go_on
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return begun(registers_of(qtbot, light, FERROWICK))


@pytest.fixture
def bare(qtbot: QtBot, light: Theme) -> Desk:
    return begun(registers_of(qtbot, light))


def begun(desk: Desk) -> Desk:
    """With the questions for a new grant open, and what it can do given."""
    desk.page.show_place("register:access_grants")
    click(desk.page, "add_access_grants")
    click(find(card(desk), QWidget, "field_capabilities"), "choice_see")
    return desk


def card(desk: Desk) -> QWidget:
    return find(desk.page, QWidget, "add_card")


def line(desk: Desk, field: str) -> QLineEdit:
    found = find(card(desk), QComboBox, field).lineEdit()
    assert found is not None
    return found


def is_seen_given(desk: Desk) -> bool:
    given = find(find(card(desk), QWidget, "field_capabilities"), QPushButton, "choice_see")
    return given.isVisible() and given.isChecked()


def type_name(desk: Desk, field: str, typed: str) -> None:
    line(desk, field).setFocus()
    QTest.keyClicks(line(desk, field), typed)
    QTest.keyClick(line(desk, field), Qt.Key.Key_Return)
    QApplication.processEvents()


def add_system(desk: Desk, name: str) -> None:
    desk.page.show_place("register:systems")
    click(desk.page, "add_systems")
    QTest.keyClicks(find(card(desk), QLineEdit, "field_name"), name)
    click(card(desk), "add_entry")


def test_a_row_half_filled_in_is_there_again_on_coming_back_by_the_tab(full: Desk) -> None:
    click(full.page, "tab_systems")
    assert not card(full).isVisible()

    click(full.page, "tab_access_grants")

    assert card(full).isVisible()
    assert is_seen_given(full)
    assert "As you left it" in words(card(full))
    assert find(card(full), QComboBox, "field_tool").hasFocus()
    assert full.edits == []


def test_a_row_half_filled_in_is_there_again_on_coming_back_by_a_link(full: Desk) -> None:
    full.page.show_place("register:systems")

    full.page.show_place("register:access_grants")

    assert is_seen_given(full)


def test_questions_that_nobody_has_begun_do_not_come_back(full: Desk) -> None:
    click(full.page, "tab_vendors")
    click(full.page, "add_vendors")
    click(full.page, "tab_systems")

    click(full.page, "tab_vendors")

    assert not card(full).isVisible()


def test_esc_closes_the_questions_and_the_next_add_brings_them_back(full: Desk) -> None:
    QTest.keyClick(card(full), Qt.Key.Key_Escape)
    assert not card(full).isVisible()
    assert full.edits == []

    press(full.page, Qt.Key.Key_Insert)

    assert is_seen_given(full)
    assert "As you left it" in words(card(full))


def test_what_was_closed_stays_closed_on_coming_back(full: Desk) -> None:
    QTest.keyClick(card(full), Qt.Key.Key_Escape)

    click(full.page, "tab_systems")
    click(full.page, "tab_access_grants")

    assert not card(full).isVisible()


def test_to_start_afresh_drops_what_was_filled_in(full: Desk) -> None:
    QTest.keyClick(card(full), Qt.Key.Key_Escape)
    click(full.page, "add_access_grants")

    click(card(full), "start_afresh")

    assert not is_seen_given(full)
    assert "As you left it" not in words(card(full))
    assert find(card(full), QComboBox, "field_tool").hasFocus()


def test_add_while_the_questions_show_keeps_what_was_filled_in(full: Desk) -> None:
    click(full.page, "add_access_grants")

    assert is_seen_given(full)
    assert "As you left it" not in words(card(full))


def test_after_a_row_is_added_the_next_one_starts_new(full: Desk) -> None:
    type_name(full, "field_tool", "T14")
    type_name(full, "field_system", "S01")
    if not full.edits:
        click(card(full), "add_entry")
    assert isinstance(full.edits[0].changes[0].after, AccessGrant)

    click(full.page, "add_access_grants")

    assert not is_seen_given(full)
    assert "As you left it" not in words(card(full))


def test_an_empty_list_says_so_and_leads_to_its_register_by_keyboard(bare: Desk) -> None:
    assert find(card(bare), QPushButton, "count_system").text() == "No system is listed yet: add one first"
    find(card(bare), QComboBox, "field_system").setFocus()
    go_on(bare.page, forwards=True)

    press(bare.page, Qt.Key.Key_Space)

    assert bare.links == ["register:systems"]


def test_a_name_typed_before_its_system_was_there_is_taken_once_it_is(bare: Desk) -> None:
    type_name(bare, "field_system", "Hubspot")
    add_system(bare, "HubSpot")

    bare.page.show_place("register:access_grants")

    assert is_seen_given(bare)
    assert line(bare, "field_system").text() == "S01 HubSpot"
    assert not find(card(bare), QPushButton, "count_system").isVisible()


def test_a_name_that_is_nowhere_is_said_to_be_nowhere(full: Desk) -> None:
    type_name(full, "field_system", "No such thing")

    said = words(card(full))
    assert "There is no entry of this name in Systems." in said
    assert "This is needed first." not in said
    assert find(card(full), QComboBox, "field_system").hasFocus()
    assert line(full, "field_system").text() == "No such thing"


def test_tab_reaches_the_button_that_adds_while_something_is_missing(full: Desk) -> None:
    add = find(card(full), QPushButton, "add_entry")
    line(full, "field_tool").setFocus()
    QTest.keyClicks(line(full, "field_tool"), "No such thing")
    for _step in range(12):
        if not add.hasFocus():
            go_on(full.page, forwards=True)
    assert add.hasFocus()

    press(full.page, Qt.Key.Key_Space)

    assert find(card(full), QComboBox, "field_tool").hasFocus()
    assert "There is no entry of this name in AI tools." in words(card(full))


def test_one_enter_adds_a_row_though_names_are_offered_below(bare: Desk) -> None:
    bare.page.show_place("register:systems")
    click(bare.page, "add_systems")
    name = find(bare.page, QLineEdit, "field_name")
    name.setFocus()
    QTest.keyClicks(name, "HubSpot")
    offered = name.completer().popup()
    assert offered is not None
    is_offered = offered.isVisible()

    QTest.keyClick(offered, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert is_offered
    assert [system.name for system in bare.snapshot.systems.values()] == ["HubSpot"]
    assert not offered.isVisible()
