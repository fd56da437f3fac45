"""The grid of a register: edited in place, filled down, pasted into, filtered and sorted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.values import (
    AITool,
    Approval,
    Confidence,
    Owner,
    RegisterName,
)
from tests.ui.desk import Desk
from tests.ui.pages.registers_desk import CONTROL, FERROWICK, column, key, registers_of, table
from tests.ui.reach import click, find
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light, FERROWICK)


@pytest.fixture
def empty(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light)


def test_a_cell_is_typed_into_in_place(full: Desk) -> None:
    table(full).choose("T03", "name")
    key(full, Qt.Key.Key_F2)
    editor = find(table(full), QLineEdit, "cell_editor")
    assert editor.text() == "Engage Campaign Agent (beta)"

    editor.selectAll()
    editor.insert("<b>Agent</b> & co 🦆")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert column(full, "name")[2] == "<b>Agent</b> & co 🦆"
    assert len(full.edits) == 1


def test_a_closed_list_is_chosen_in_place(full: Desk) -> None:
    table(full).choose("T03", "approval")
    key(full, Qt.Key.Key_F2)
    editor = find(table(full), QComboBox, "cell_editor")

    at = editor.findText("Unofficial")
    editor.setCurrentIndex(at)
    editor.activated.emit(at)
    editor.hidePopup()

    tool = full.entry(R.AI_TOOLS, "T03")
    assert isinstance(tool, AITool)
    assert tool.approval is Approval.UNOFFICIAL


def test_a_text_that_does_not_fit_is_refused_in_place(full: Desk) -> None:
    full.page.show_place("register:systems")
    table(full).choose("S01", "people_records")
    key(full, Qt.Key.Key_F2)
    editor = find(table(full), QLineEdit, "cell_editor")

    editor.selectAll()
    QTest.keyClicks(editor, "lots")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert full.edits == []
    assert find(full.page, QWidget, "notice").isVisible()


def test_del_removes_the_chosen_rows_with_their_references_and_undo_brings_all_back(full: Desk) -> None:
    table(full).choose_all(["T01", "T02"])

    key(full, Qt.Key.Key_Delete)

    assert full.edits[-1].label.startswith("Remove ")
    assert not {"T01", "T02"} & full.snapshot.ai_tools.keys()
    assert not any(grant.tool in {"T01", "T02"} for grant in full.snapshot.access_grants.values())
    assert find(full.page, QPushButton, "tab_ai_tools").text() == "AI tools 12"
    full.undo()
    assert full.snapshot == FERROWICK
    assert column(full, "id")[:2] == ["T01", "T02"]


def test_a_person_who_answered_stays_and_the_page_says_why(full: Desk) -> None:
    respondent = next(answer.respondent for answer in FERROWICK.answers.values() if answer.respondent)
    full.page.show_place("register:participants")
    table(full).choose(respondent)

    key(full, Qt.Key.Key_Delete)

    assert full.edits == []
    assert find(full.page, QWidget, "notice").isVisible()


def test_a_value_is_filled_down_the_chosen_rows(full: Desk) -> None:
    table(full).choose_all(["T01", "T02", "T03"])
    table(full).selectionModel().setCurrentIndex(
        table(full).entries.index(0, table(full).entries.column_of("owner")),
        table(full).selectionModel().SelectionFlag.NoUpdate,
    )

    key(full, Qt.Key.Key_D, CONTROL)

    assert full.edits[-1].label == "Fill Owner down into 2 rows"
    assert [tool.owner for tool in list(full.snapshot.ai_tools.values())[:3]] == [Owner.NONE] * 3


def test_rows_are_duplicated_under_ids_of_their_own(full: Desk) -> None:
    table(full).choose_all(["T01", "T02"])

    key(full, Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert full.edits[-1].label == "Duplicate 2 rows"
    assert list(full.snapshot.ai_tools)[-2:] == ["T15", "T16"]
    assert table(full).keys == ("T15", "T16")


def test_a_pasted_column_of_names_makes_rows(empty: Desk) -> None:
    QGuiApplication.clipboard().setText("Mail bot\nMeeting bot\r\n")

    click(empty.page, "empty_paste")

    assert [tool.name for tool in empty.snapshot.ai_tools.values()] == ["Mail bot", "Meeting bot"]
    assert {tool.confidence for tool in empty.snapshot.ai_tools.values()} == {Confidence.ASSUMED}
    assert len(empty.edits) == 1


def test_pasting_onto_other_cells_fills_them(full: Desk) -> None:
    QGuiApplication.clipboard().setText("Nobody\tone person's click\nA team\tupgrade")
    table(full).choose("T05", "owner")

    key(full, Qt.Key.Key_V, CONTROL)

    tools = full.snapshot.ai_tools
    assert (tools["T05"].owner, tools["T06"].owner) == (Owner.NONE, Owner.TEAM)
    assert len(full.edits) == 1


def test_copied_rows_come_out_as_a_table(full: Desk) -> None:
    table(full).choose_all(["T01", "T02"])

    key(full, Qt.Key.Key_C, CONTROL)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["T01", "Engage Predictive Scoring"],
        ["T02", "Engage Send-Time Optimiser"],
    ]


def test_the_filter_shows_the_rows_with_all_its_words(full: Desk) -> None:
    QTest.keyClicks(find(full.page, QLineEdit, "filter_rows"), "quillmate unofficial")

    assert column(full, "name") == ["Quillmate free accounts"]
    find(full.page, QLineEdit, "filter_rows").clear()
    assert len(column(full, "name")) == 14


def test_a_heading_sorts_as_people_do_and_rows_stay_put_while_they_are_edited(full: Desk) -> None:
    full.page.show_place("register:systems")
    model = table(full).entries
    table(full).sortByColumn(model.column_of("people_records"), Qt.SortOrder.DescendingOrder)
    before = column(full, "id")
    counts = [FERROWICK.systems[key].people_records for key in before]
    known = [count for count in counts if type(count) is int]
    assert known == sorted(known, reverse=True)
    assert counts[: len(known)] == known

    model.setData(model.index(0, model.column_of("people_records")), "1")

    assert column(full, "id") == before
