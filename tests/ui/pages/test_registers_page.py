"""Registers are filled by clicks and by keys, and every change can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.register_columns import REGISTERS
from models.values import (
    SINGLETONS,
    AccessGrant,
    AITool,
    Basis,
    Capability,
    Confidence,
    IncidentProcess,
    RegisterName,
    UseCase,
    Vendor,
)
from tests.ui.desk import Desk
from tests.ui.pages.registers_desk import CONTROL, FERROWICK, column, key, registers_of, table
from tests.ui.reach import click, find
from ui.pages.registers_page import RegistersPage
from ui.theme import Theme
from ui.widgets.add_card import AddCard

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light, FERROWICK)


@pytest.fixture
def empty(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light)


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

    assert [edit.label for edit in empty.edits] == ["Add AI tool “Subject line helper”"]
    tool = empty.entry(R.AI_TOOLS, "T01")
    assert isinstance(tool, AITool)
    assert (tool.name, tool.process_criticality) == ("Subject line helper", 5)
    assert tool.confidence is Confidence.ASSUMED
    assert find(empty.page, QWidget, "entry_card").isVisible()
    empty.undo()
    assert not empty.snapshot.ai_tools
    assert not find(empty.page, QWidget, "entry_card").isVisible()


def test_what_is_typed_after_a_row_was_added_goes_on_and_not_over_its_name(empty: Desk) -> None:
    click(empty.page, "add_ai_tools")
    card = find(empty.page, QWidget, "add_card")
    QTest.keyClicks(find(card, QLineEdit, "field_name"), "Subject line helper")
    click(card, "add_entry")

    QTest.keyClicks(QApplication.focusWidget() or empty.page, "Another tool")
    empty.page.setFocus()

    tool = empty.entry(R.AI_TOOLS, "T01")
    assert isinstance(tool, AITool)
    assert tool.name == "Subject line helper"


def test_a_value_that_somebody_chose_is_not_marked_as_assumed(empty: Desk) -> None:
    click(empty.page, "add_ai_tools")
    card = find(empty.page, QWidget, "add_card")
    QTest.keyClicks(find(card, QLineEdit, "field_name"), "Subject line helper")
    click(find(card, QWidget, "field_process_criticality"), "choice_2")

    click(card, "add_entry")

    tool = empty.entry(R.AI_TOOLS, "T01")
    assert isinstance(tool, AITool)
    assert (tool.process_criticality, tool.confidence) == (2, None)


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

    assert full.edits[-1].label == "Change Owner of AI tool “Engage Predictive Scoring”"
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
    desk.page.show_place("register:ai_tools")
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


def test_ins_adds_a_row_from_wherever_one_is_on_the_page(qtbot: QtBot, light: Theme) -> None:
    desk = registers_of(qtbot, light, FERROWICK)
    tab = find(desk.page, QWidget, "tab_vendors")

    click(desk.page, "tab_vendors")
    QTest.keyClick(tab, Qt.Key.Key_Insert)

    asked = find(desk.page, AddCard, "add_card")
    assert asked.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert asked.isAncestorOf(focused)
