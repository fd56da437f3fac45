"""Registers are filled by clicks and by keys, and every change can be taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.packs import built_in_pack
from app.register_columns import REGISTERS
from models.snapshot import Snapshot
from models.values import (
    SINGLETONS,
    AccessGrant,
    AITool,
    Approval,
    Basis,
    Capability,
    Confidence,
    Engagement,
    IncidentProcess,
    Owner,
    RegisterName,
    UseCase,
    Vendor,
)
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find
from ui.pages.registers_page import RegistersPage
from ui.theme import Theme
from ui.widgets.entry_table import EntryTable

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName
FERROWICK = specified_review("ferrowick")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, RegistersPage(light), FERROWICK)
    desk.page.activateWindow()
    yield desk
    assert not desk.snapshot.registers.keys() - set(RegisterName)


@pytest.fixture
def empty(qtbot: QtBot, light: Theme) -> Desk:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
    desk = Desk(qtbot, RegistersPage(light), snapshot)
    desk.page.activateWindow()
    return desk


def table(desk: Desk) -> EntryTable:
    return find(desk.page, EntryTable, "entry_table")


def column(desk: Desk, path: str) -> list[str]:
    model = table(desk).entries
    at = model.column_of(path)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def key(desk: Desk, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(table(desk), pressed, modifier)
    QApplication.processEvents()


def test_every_register_is_shown_with_its_count_and_its_rows(full: Desk) -> None:
    for register in REGISTERS:
        assert full.page.show_place(f"register:{register.value}")

        if register not in SINGLETONS:
            n = len(FERROWICK.entries(register))
            assert find(full.page, QPushButton, f"tab_{register.value}").text().endswith(f" {n}")
            assert table(full).entries.rowCount() == n
    assert full.edits == []


def test_a_tool_is_added_by_clicks_and_its_card_opens(empty: Desk) -> None:
    click(empty.page, "add_ai_tools")
    card = find(empty.page, QWidget, "add_card")
    name = find(card, QLineEdit, "field_name")

    QTest.keyClicks(name, "Subject line helper")
    click(card, "add_entry")

    assert [edit.label for edit in empty.edits] == ["Add AI tool T01"]
    tool = empty.entry(R.AI_TOOLS, "T01")
    assert isinstance(tool, AITool)
    assert (tool.name, tool.process_criticality) == ("Subject line helper", 5)
    assert find(empty.page, QWidget, "entry_card").isVisible()
    empty.undo()
    assert not empty.snapshot.ai_tools
    assert not find(empty.page, QWidget, "entry_card").isVisible()


def test_a_row_without_its_required_facts_is_not_added_and_says_what_is_needed(empty: Desk) -> None:
    empty.page.show_place("register:use_cases")
    click(empty.page, "add_use_cases")
    card = find(empty.page, QWidget, "add_card")

    click(card, "add_entry")

    assert empty.edits == []
    words = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert "Still needed: Name, Kind of work, Audience" in words


def test_a_use_case_a_grant_and_a_vendor_are_added_by_clicks(full: Desk) -> None:
    full.page.show_place("register:use_cases")
    click(full.page, "add_use_cases")
    card = find(full.page, QWidget, "add_card")
    QTest.keyClicks(find(card, QLineEdit, "field_name"), "Translation")
    find(card, QComboBox, "field_task_purpose").activated.emit(1)
    click(find(card, QWidget, "field_audience"), "choice_internal")
    click(card, "add_entry")

    full.page.show_place("register:access_grants")
    click(full.page, "add_access_grants")
    card = find(full.page, QWidget, "register_side")
    for name, typed in (("field_tool", "T14"), ("field_system", "S01")):
        line = find(card, QComboBox, name).lineEdit()
        assert line is not None
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Tab)
        line.editingFinished.emit()
    grant_card = next(c for c in card.findChildren(QWidget, "add_card") if c.isVisible())
    click(find(grant_card, QWidget, "field_capabilities"), "choice_change")
    find(grant_card, QPushButton, "add_entry").click()

    full.page.show_place("register:vendors")
    click(full.page, "add_vendors")
    vendor_card = next(c for c in card.findChildren(QWidget, "add_card") if c.isVisible())
    QTest.keyClicks(find(vendor_card, QLineEdit, "field_name"), "Maker & Sons")
    QTest.keyClick(find(vendor_card, QLineEdit, "field_name"), Qt.Key.Key_Return)

    use_case, grant, vendor = (edit.changes[0].after for edit in full.edits)
    assert isinstance(use_case, UseCase)
    assert isinstance(grant, AccessGrant)
    assert isinstance(vendor, Vendor)
    assert (use_case.id, use_case.name, use_case.max_sensitivity) == ("U15", "Translation", 5)
    assert (grant.tool, grant.system, grant.capabilities) == ("T14", "S01", (Capability.CHANGE,))
    assert (grant.integrity_class, grant.basis) == (5, Basis.ASSUMED)
    assert vendor.name == "Maker & Sons"


def test_esc_leaves_the_questions_for_a_new_row_without_a_row(empty: Desk) -> None:
    click(empty.page, "add_systems") if empty.page.show_place("register:systems") else None
    card = find(empty.page, QWidget, "add_card")

    QTest.keyClick(card, Qt.Key.Key_Escape)

    assert not card.isVisible()
    assert empty.edits == []


def test_a_place_opens_the_row_and_its_field(full: Desk) -> None:
    assert full.page.show_place("entry:vendors/V6/approval.statement")

    card = find(full.page, QWidget, "entry_card")
    assert card.isVisible()
    assert find(card, QWidget, "field_approval.statement").isVisible()
    assert not full.page.show_place("entry:vendors/V99")
    assert not full.page.show_place("question:ACC-01")


def test_enter_opens_the_card_which_follows_the_cursor_and_esc_closes_it(full: Desk) -> None:
    table(full).choose("T02")
    key(full, Qt.Key.Key_Return)
    card = find(full.page, QWidget, "entry_card")
    assert find(card, QLineEdit, "field_name").text() == "Engage Send-Time Optimiser"

    key(full, Qt.Key.Key_Down)
    assert find(card, QLineEdit, "field_name").text() == "Engage Campaign Agent (beta)"
    QTest.keyClick(card, Qt.Key.Key_Escape)

    assert not card.isVisible()
    assert full.edits == []


def test_a_field_on_the_card_changes_the_row(full: Desk) -> None:
    full.page.show_place("entry:ai_tools/T01/owner")
    card = find(full.page, QWidget, "entry_card")

    click(find(card, QWidget, "field_owner"), "choice_named")

    assert full.edits[-1].label == "Change Owner of AI tool T01"
    assert column(full, "owner")[0] == "Named person"
    full.undo()
    assert column(full, "owner")[0] == "Nobody"


def test_text_typed_on_the_card_belongs_to_the_row_it_was_typed_in(full: Desk) -> None:
    full.page.show_place("entry:ai_tools/T01/deputy")
    card = find(full.page, QWidget, "entry_card")
    QTest.keyClicks(find(card, QLineEdit, "field_deputy"), "Ana")

    full.page.show_place("entry:ai_tools/T02/deputy")

    assert [(change.key, change.after.deputy) for edit in full.edits for change in edit.changes
            if isinstance(change.after, AITool)] == [("T01", "Ana")]  # fmt: skip


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


def test_use_cases_show_their_level_and_the_rule_with_its_reason(full: Desk) -> None:
    full.page.show_place("entry:use_cases/U03")

    assert column(full, "=Level")[2] == "Medium (H1)"
    card = find(full.page, QWidget, "entry_card")
    said = find(card, QLabel, "verdict_because").text()
    assert "H1: AI acts in a live system." in said
    assert "Set by hand to Medium; by rule it is High." in said


def test_vendors_show_what_is_approved_beside_what_is_deployed(full: Desk) -> None:
    full.page.show_place("entry:vendors/V6")

    card = find(full.page, QWidget, "entry_card")
    said = find(card, QLabel, "verdict_because").text()
    assert find(card, QLabel, "verdict").text() == "Approved against deployed: Severe: level 2, needs 4."
    assert "cleared to see" in said
    assert "Outside the approval: store, trigger" in said


def test_the_library_adds_what_is_ticked_in_one_edit(full: Desk) -> None:
    full.page.show_place("register:systems")
    click(full.page, "add_from_library")
    panel = find(full.page, QWidget, "library_picker")
    QTest.keyClicks(find(panel, QLineEdit, "library_search"), "hubspot")
    shown = [box for box in panel.findChildren(QCheckBox) if box.isVisible()]
    assert shown

    for box in shown:
        box.setChecked(True)
    click(panel, "add_picked")

    assert len(full.edits) == 1
    assert len(full.snapshot.systems) == len(FERROWICK.systems) + len(shown)
    added = list(full.snapshot.systems.values())[-1]
    assert "HubSpot" in added.name
    assert "as known on" in str(added.source)
    full.undo()
    assert full.snapshot == FERROWICK


def test_the_incident_process_is_one_form(empty: Desk) -> None:
    empty.page.show_place("register:incident_process")
    form = find(empty.page, QWidget, "entry_form")
    frame = find(empty.page, QWidget, "process_form")
    assert frame.isVisible()
    assert form is not None

    row = find(frame, QLineEdit, "field_rehearsed_on")
    QTest.keyClicks(row, "2026-05-01")
    QTest.keyClick(row, Qt.Key.Key_Return)

    assert isinstance(empty.snapshot.incident_process, IncidentProcess)
    assert len(empty.edits) == 1
    empty.undo()
    assert empty.snapshot.incident_process is None


def test_an_empty_register_teaches_and_offers_three_ways(empty: Desk) -> None:
    for register in REGISTERS:
        empty.page.show_place(f"register:{register.value}")
        if register in SINGLETONS:
            continue
        taught = find(empty.page, QWidget, "empty_register")
        assert taught.isVisible()
        for name in ("empty_add", "empty_paste", "example_row"):
            assert any(part.isVisible() for part in taught.findChildren(QWidget, name)), register


def test_a_review_that_can_only_be_read_offers_no_way_to_change_it(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, RegistersPage(light), FERROWICK, is_read_only=True)
    table(desk).choose_all(["T01", "T02"])

    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2):
        key(desk, pressed)
    key(desk, Qt.Key.Key_D, CONTROL)

    assert desk.edits == []
    assert not find(desk.page, QPushButton, "add_ai_tools").isVisible()


def test_a_refused_edit_is_said_beside_its_field(full: Desk) -> None:
    full.page.show_place("entry:ai_tools/T01/owner")

    full.page.show_refused("entry:ai_tools/T01/owner_person", "Too long.")
    card = find(full.page, QWidget, "entry_card")

    assert "Too long." in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    full.page.show_refused("", "The disk is full.")
    assert find(full.page, QWidget, "notice").isVisible()
