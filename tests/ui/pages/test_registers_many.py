"""Many rows at once: rows like one, one value for all chosen, chosen columns, an order by several."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.values import Approval, Owner, RegisterName
from tests.ui.desk import Desk
from tests.ui.pages.registers_desk import CONTROL, FERROWICK, column, key, registers_of, table
from tests.ui.reach import click, find, words
from ui.grid_memory import KeptColumns
from ui.pages.registers_page import RegistersPage
from ui.theme import Theme
from ui.widgets.frozen_columns import FrozenColumns

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_STOPS = 2_000
UNOFFICIAL = ["T11", "T12", "T13"]


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light, FERROWICK)


def press_here(pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed, modifier)
    QApplication.processEvents()


def only_unofficial(desk: Desk) -> None:
    table(desk).choose("T11", "approval")
    key(desk, Qt.Key.Key_L, CONTROL)


def test_one_field_is_set_in_all_rows_that_the_filter_shows_by_keyboard_and_in_one_step(full: Desk) -> None:
    QTest.keyClicks(find(full.page, QLineEdit, "filter_rows"), "engage")
    table(full).choose("T01", "owner")
    key(full, Qt.Key.Key_A, CONTROL)
    assert "3 rows chosen: set" in words(full.page)

    key(full, Qt.Key.Key_Return, CONTROL)
    value = find(full.page, QComboBox, "bulk_choice")
    assert value.hasFocus()
    assert find(full.page, QComboBox, "bulk_field").currentText() == "Owner"
    value.setCurrentIndex(value.findText("A team"))
    press_here(Qt.Key.Key_Return)

    assert [edit.label for edit in full.edits] == ["Set Owner to A team in 2 rows"]
    assert {full.snapshot.ai_tools[key].owner for key in ("T01", "T02", "T03")} == {Owner.TEAM}
    assert "Owner is set in 2 rows. Ctrl+Z takes it back." in words(full.page)
    assert table(full).keys == ("T01", "T02", "T03")
    press_here(Qt.Key.Key_Escape)
    assert table(full).hasFocus()
    full.undo()
    assert full.snapshot == FERROWICK


def test_nothing_is_set_before_a_value_was_chosen(full: Desk) -> None:
    table(full).choose_all(UNOFFICIAL)
    key(full, Qt.Key.Key_Return, CONTROL)

    press_here(Qt.Key.Key_Return)

    assert full.edits == []
    assert "Choose a value first." in words(full.page)


def test_a_text_is_typed_for_all_rows_and_one_that_does_not_fit_is_refused_in_place(full: Desk) -> None:
    table(full).choose_all(UNOFFICIAL)
    field = find(full.page, QComboBox, "bulk_field")
    field.setCurrentIndex(field.findData("users"))
    line = find(full.page, QLineEdit, "bulk_text")

    line.setText("1,5")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert full.edits == []
    line.setText("1.200")
    click(full.page, "set_in_all")

    assert {full.snapshot.ai_tools[key].users for key in UNOFFICIAL} == {1200}
    click(full.page, "empty_in_all")
    assert full.edits[-1].label == "Empty Users in 3 rows"


def test_the_bar_shows_only_while_several_rows_are_chosen_that_can_be_changed(
    full: Desk, qtbot: QtBot, light: Theme
) -> None:
    bar = find(full.page, QWidget, "bulk_bar")
    table(full).choose("T01")
    assert not bar.isVisible()
    table(full).choose_all(UNOFFICIAL)
    assert bar.isVisible()

    sealed = Desk(qtbot, RegistersPage(light), FERROWICK, is_read_only=True)
    table(sealed).choose_all(UNOFFICIAL)

    assert not find(sealed.page, QWidget, "bulk_bar").isVisible()


def test_only_rows_like_this_one_are_shown_until_all_are_wanted_again(full: Desk) -> None:
    only_unofficial(full)

    assert column(full, "id") == UNOFFICIAL
    assert find(full.page, QPushButton, "only_approval").text() == "Approval: Unofficial"
    key(full, Qt.Key.Key_L, CONTROL | SHIFT)
    assert len(column(full, "id")) == 14
    assert not find(full.page, QWidget, "filter_chips").isVisible()


def test_a_wish_is_taken_back_by_itself_and_words_go_with_all(full: Desk) -> None:
    only_unofficial(full)
    QTest.keyClicks(find(full.page, QLineEdit, "filter_rows"), "quillmate")
    assert column(full, "id") == ["T11"]

    click(full.page, "only_approval")
    assert column(full, "id") == ["T10", "T11"]
    click(full.page, "show_all")

    assert len(column(full, "id")) == 14
    assert find(full.page, QLineEdit, "filter_rows").text() == ""


def test_all_rows_shown_are_chosen_with_one_press(full: Desk) -> None:
    only_unofficial(full)

    click(full.page, "choose_shown")

    assert table(full).keys == tuple(UNOFFICIAL)
    assert not find(full.page, QPushButton, "choose_shown").isVisible()


def test_rows_stay_while_their_value_changes_under_the_filter(full: Desk) -> None:
    only_unofficial(full)

    table(full).entries.given.emit("T12", "approval", Approval.TRIAL)

    assert column(full, "id") == UNOFFICIAL


def test_rows_are_sorted_by_one_column_and_then_by_the_one_before_and_a_reader_hears_it(full: Desk) -> None:
    grid = table(full)
    grid.sortByColumn(grid.entries.column_of("name"), Qt.SortOrder.DescendingOrder)
    grid.sortByColumn(grid.entries.column_of("owner"), Qt.SortOrder.AscendingOrder)

    pairs = list(zip(column(full, "owner"), column(full, "name"), strict=True))
    for owner in {owner for owner, _name in pairs}:
        names = [name.casefold() for of, name in pairs if of == owner]
        assert names == sorted(names, reverse=True)
    said = "Sorted by Owner, rising, then by Name, falling."
    assert grid.accessibleDescription() == said
    heading = grid.entries.headerData(
        grid.entries.column_of("owner"), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert heading == "Owner. Sorted by Owner, rising."
    assert QAccessible.queryAccessibleInterface(grid).text(QAccessible.Text.Description) == said


def test_the_menu_over_a_row_does_what_its_keys_do(full: Desk) -> None:
    grid = table(full)
    grid.choose("T11", "approval")
    key(full, Qt.Key.Key_F10, SHIFT)
    QApplication.processEvents()
    grid.menu_asked.emit(grid.mapToGlobal(grid.rect().center()))
    menu = find(full.page, QMenu, "row_menu")
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}

    assert actions["menu_only"].text() == "Only rows like this in Approval\tCtrl+L"
    assert not actions["menu_set"].isEnabled()
    actions["menu_only"].trigger()
    actions["menu_falling"].trigger()
    menu.close()

    assert set(column(full, "id")) == set(UNOFFICIAL)
    assert grid.entries.order.by == (("approval", True),)


def test_columns_are_hidden_shown_and_moved_and_stay_so(full: Desk) -> None:
    click(full.page, "choose_columns")
    rows = find(full.page, QListWidget, "columns")
    assert rows.hasFocus()

    rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Down, CONTROL)
    shown = [c.path for c in table(full).entries.columns]
    assert shown[:4] == ["id", "vendor", "name", "host_system"]

    kind = next(rows.item(n) for n in range(rows.count()) if rows.item(n).text() == "Kind")
    kind.setCheckState(Qt.CheckState.Checked)
    assert table(full).entries.column_of("kind") > 0
    full.page.show_place("register:systems")
    full.page.show_place("register:ai_tools")
    assert "status" not in [c.path for c in table(full).entries.columns]
    click(full.page, "choose_columns")
    click(full.page, "usual_columns")

    assert [c.path for c in table(full).entries.columns][:3] == ["id", "name", "status"]
    assert full.edits == []


def test_columns_and_widths_are_there_again_in_the_next_sitting(
    qtbot: QtBot, light: Theme, tmp_path: Path
) -> None:
    ini = str(tmp_path / "window.ini")
    first = registers_of(qtbot, light, FERROWICK)
    assert isinstance(first.page, RegistersPage)
    first.page.remember_columns(KeptColumns(QSettings(ini, QSettings.Format.IniFormat)))
    first.page.show_place("register:systems")
    grid = table(first)
    grid.layout_of.keep(R.SYSTEMS, ("name", "regions"))
    first.show()
    grid.setColumnWidth(2, 321)

    second = registers_of(qtbot, light, FERROWICK)
    assert isinstance(second.page, RegistersPage)
    second.page.remember_columns(KeptColumns(QSettings(ini, QSettings.Format.IniFormat)))
    second.page.show_place("register:systems")

    assert [c.path for c in table(second).entries.columns] == ["id", "name", "regions"]
    assert table(second).columnWidth(2) == 321


def test_a_heading_that_is_dragged_takes_its_column_along_for_copying_too(full: Desk) -> None:
    grid = table(full)

    grid.horizontalHeader().moveSection(5, 2)
    QApplication.processEvents()

    assert [c.path for c in grid.entries.columns][:4] == ["id", "name", "approval", "status"]
    assert grid.horizontalHeader().logicalIndex(2) == 2
    grid.choose("T11")
    key(full, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().split("\t")[2] == "Unofficial"


def test_names_stay_in_view_while_the_other_columns_are_scrolled_sideways(full: Desk) -> None:
    grid = table(full)
    frozen = find(grid, FrozenColumns, "frozen_columns")
    assert not frozen.isVisible()

    grid.choose("T05", "off_switch")
    assert frozen.isVisible()
    assert frozen.indexAt(frozen.viewport().rect().center()).column() <= 1
    assert [frozen.isColumnHidden(n) for n in range(3)] == [False, False, True]
    grid.choose("T05", "status")
    cell = grid.visualRect(grid.currentIndex())
    assert cell.left() >= frozen.covered
    grid.choose("T05", "name")

    assert not frozen.isVisible()
    assert frozen.verticalScrollBar().value() == grid.verticalScrollBar().value()


def test_a_name_pressed_beside_scrolled_columns_is_the_row_that_is_meant(full: Desk) -> None:
    grid = table(full)
    frozen = find(grid, FrozenColumns, "frozen_columns")
    grid.choose("T01", "off_switch")
    there = frozen.visualRect(grid.entries.index(3, 1)).center()

    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=there)

    assert grid.keys == ("T04",)
    assert grid.current == ("T04", "name")
    assert grid.hasFocus()


def test_one_row_is_filled_from_the_row_above(full: Desk) -> None:
    table(full).choose("T02", "owner")

    key(full, Qt.Key.Key_D, CONTROL)

    assert full.edits[-1].label == "Fill Owner down into 1 row"
    assert full.snapshot.ai_tools["T02"].owner is full.snapshot.ai_tools["T01"].owner


def test_rows_pasted_below_the_last_one_are_added_and_what_they_lack_is_said(full: Desk) -> None:
    QGuiApplication.clipboard().setText("live\nlive\n")
    table(full).choose("T14", "status")

    key(full, Qt.Key.Key_V, CONTROL)

    assert "Line 2: Name missing." in words(full.page)
    assert len(full.snapshot.ai_tools) == 14


def test_columns_have_room_for_rows_that_come_into_an_empty_register(qtbot: QtBot, light: Theme) -> None:
    desk = registers_of(qtbot, light)
    QGuiApplication.clipboard().setText("A bot that writes our mail")

    key_on_page(desk, Qt.Key.Key_V, CONTROL)

    needed = table(desk).fontMetrics().horizontalAdvance("A bot that writes our mail")
    assert table(desk).columnWidth(1) >= needed


def key_on_page(desk: Desk, pressed: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(desk.page, pressed, modifier)
    QApplication.processEvents()


def test_ins_adds_the_first_row_of_an_empty_register_wherever_the_keyboard_is(
    qtbot: QtBot, light: Theme
) -> None:
    desk = registers_of(qtbot, light)
    tab = find(desk.page, QPushButton, "tab_ai_tools")
    tab.setFocus()

    QTest.keyClick(tab, Qt.Key.Key_Insert)
    QApplication.processEvents()

    assert find(desk.page, QWidget, "add_card").isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_tab_goes_from_the_search_through_what_is_offered_to_the_button(full: Desk) -> None:
    full.page.show_place("register:systems")
    click(full.page, "add_from_library")
    panel = find(full.page, QWidget, "library_picker")
    search = find(panel, QLineEdit, "library_search")
    QTest.keyClicks(search, "hubspot")

    press_here(Qt.Key.Key_Tab)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith("offer_")
    order: list[str] = []
    following: QWidget | None = focused
    while following is not None and following is not search and len(order) < MOST_STOPS:
        order.append(following.objectName())
        following = following.nextInFocusChain()
    assert order.index("add_picked") < order.index("close_library")
