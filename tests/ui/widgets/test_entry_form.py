"""A form shows every field of every kind of entry, and tells only what a person changed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.register_columns import paths_of, value_at
from models.values import (
    ENTRY_TYPES,
    AITool,
    AnyEntry,
    HandlingRules,
    LevelOverride,
    RegisterName,
    RuleException,
    TraceRecord,
    Tri,
    UseCaseLevel,
    Vendor,
)
from tests.specified import specified_review
from ui.theme import Theme
from ui.widgets.entry_form import EntryForm

pytestmark = pytest.mark.usefixtures("styled")
FERROWICK = specified_review("ferrowick")
Given = list[tuple[str, str, object]]


def form_with(qtbot: QtBot, theme: Theme, register: RegisterName, entry: AnyEntry) -> tuple[EntryForm, Given]:
    form = EntryForm(theme)
    qtbot.addWidget(form)
    given: Given = []
    form.value_given.connect(lambda key, path, value: given.append((key, path, value)))
    form.show_entry(register, entry, FERROWICK)
    form.resize(480, 900)
    form.show()
    return form, given


def first_entry(register: RegisterName) -> AnyEntry:
    entries = FERROWICK.entries(register)
    return next(iter(entries.values())) if entries else RuleException(id="X01")


def field(form: EntryForm, path: str) -> QWidget:
    assert form.focus_field(path)
    found = form.findChild(QWidget, f"field_{path}")
    assert found is not None
    return found


@pytest.mark.parametrize("register", list(ENTRY_TYPES))
def test_every_field_of_every_entry_has_a_named_place_to_be_typed_in(
    qtbot: QtBot, light: Theme, register: RegisterName
) -> None:
    form, given = form_with(qtbot, light, register, first_entry(register))
    assert form.body is not None

    form.body.open_all()

    expected = set(paths_of(ENTRY_TYPES[register])) - {"id"}
    assert set(form.body.boxes) == expected
    for path, box in form.body.boxes.items():
        target = box.editor.target()
        assert target.objectName() == f"field_{path}"
        assert target.accessibleName()
    assert given == []


@pytest.mark.parametrize("register", list(ENTRY_TYPES))
def test_looking_at_entries_changes_nothing_even_when_everything_is_committed(
    qtbot: QtBot, light: Theme, register: RegisterName
) -> None:
    form, given = form_with(qtbot, light, register, first_entry(register))
    assert form.body is not None
    form.body.open_all()

    for entry in FERROWICK.entries(register).values():
        form.show_entry(register, entry, FERROWICK)
        form.flush()

    assert given == []


def test_a_typed_line_is_told_once_when_it_is_left(qtbot: QtBot, light: Theme) -> None:
    form, given = form_with(qtbot, light, RegisterName.AI_TOOLS, first_entry(RegisterName.AI_TOOLS))
    line = field(form, "name")
    assert isinstance(line, QLineEdit)

    line.selectAll()
    QTest.keyClicks(line, "Lead helper")
    QTest.keyClick(line, Qt.Key.Key_Return)
    form.flush()

    assert given == [("T01", "name", "Lead helper")]


@pytest.mark.parametrize("text", ["<b>bold</b> & more", "نص عربي 🦆", "a\u00a0b", "x" * 20_000])
def test_odd_texts_are_told_as_they_were_typed(qtbot: QtBot, light: Theme, text: str) -> None:
    form, given = form_with(qtbot, light, RegisterName.AI_TOOLS, first_entry(RegisterName.AI_TOOLS))
    area = field(form, "notes")
    assert isinstance(area, QTextEdit)

    area.setPlainText(text)
    form.flush()

    assert given == [("T01", "notes", text)]


def test_typing_pauses_and_is_told_without_leaving_the_field(qtbot: QtBot, light: Theme) -> None:
    form, given = form_with(qtbot, light, RegisterName.AI_TOOLS, first_entry(RegisterName.AI_TOOLS))
    line = field(form, "deputy")

    QTest.keyClicks(line, "Ana")

    qtbot.waitUntil(lambda: given == [("T01", "deputy", "Ana")], timeout=3000)


def test_a_text_being_typed_stays_when_the_same_review_is_shown_again(qtbot: QtBot, light: Theme) -> None:
    tool = first_entry(RegisterName.AI_TOOLS)
    form, _given = form_with(qtbot, light, RegisterName.AI_TOOLS, tool)
    line = field(form, "deputy")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "An")

    form.show_entry(RegisterName.AI_TOOLS, tool.with_values(owner_person="Ben"), FERROWICK)

    assert line.text() == "An"


def test_a_required_name_cannot_be_emptied_and_says_so(qtbot: QtBot, light: Theme) -> None:
    form, given = form_with(qtbot, light, RegisterName.AI_TOOLS, first_entry(RegisterName.AI_TOOLS))
    line = field(form, "name")
    assert isinstance(line, QLineEdit)

    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    form.flush()

    assert given == []
    assert form.body is not None
    assert "cannot be empty" in form.body.boxes["name"].error


def test_nested_fields_are_told_by_their_path(qtbot: QtBot, light: Theme) -> None:
    form, given = form_with(qtbot, light, RegisterName.VENDORS, first_entry(RegisterName.VENDORS))
    row = field(form, "approval.level")

    button = row.findChild(QPushButton, "choice_4")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert given == [("V1", "approval.level", 4)]


def test_an_override_waits_for_its_level_and_can_be_taken_away(qtbot: QtBot, light: Theme) -> None:
    use_case = FERROWICK.use_cases["U01"]
    form, given = form_with(qtbot, light, RegisterName.USE_CASES, use_case)
    reason = field(form, "override.reason")
    assert isinstance(reason, QTextEdit)

    reason.setPlainText("Only drafts")
    form.flush()
    assert given == []
    high = field(form, "override.level").findChild(QPushButton, "choice_Medium")
    assert high is not None
    QTest.mouseClick(high, Qt.MouseButton.LeftButton)

    override = LevelOverride(level=UseCaseLevel.MEDIUM, reason="Only drafts")
    assert given == [("U01", "override", override)]
    form.show_entry(RegisterName.USE_CASES, use_case.with_values(override=override), FERROWICK)
    away = form.findChild(QPushButton, "remove_override")
    assert away is not None
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert given[-1] == ("U01", "override", None)


def test_a_count_is_offered_from_the_items_listed_below(qtbot: QtBot, light: Theme) -> None:
    record = TraceRecord(request=Tri.YES, output=Tri.YES, reviewer=Tri.NO)
    tool = AITool(id="T01", name="Tool", process_criticality=1, trace_items=7, trace_record=record)
    form, given = form_with(qtbot, light, RegisterName.AI_TOOLS, tool)
    offer = form.findChild(QPushButton, "count_trace_items")
    assert offer is not None
    assert not offer.isHidden()

    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)

    assert given == [("T01", "trace_items", 2)]


def test_a_refused_value_is_said_beside_its_field(qtbot: QtBot, light: Theme) -> None:
    form, _given = form_with(qtbot, light, RegisterName.VENDORS, Vendor(id="V1", name="Maker"))

    assert form.show_fault("approval.expires_on", "This day is over.")

    assert form.body is not None
    assert form.body.boxes["approval.expires_on"].error == "This day is over."
    assert not form.show_fault("nothing", "?")


def test_a_date_is_typed_checked_and_cleared(qtbot: QtBot, light: Theme) -> None:
    form, given = form_with(qtbot, light, RegisterName.VENDORS, Vendor(id="V1", name="Maker"))
    line = field(form, "renewal_date")
    assert isinstance(line, QLineEdit)

    QTest.keyClicks(line, "2026-02-30")
    form.flush()
    assert form.body is not None
    assert "like 14 Dec 2026" in form.body.boxes["renewal_date"].error
    line.clear()
    QTest.keyClicks(line, "2026-02-28")
    form.flush()

    assert given == [("V1", "renewal_date", date(2026, 2, 28))]
    assert form.body.boxes["renewal_date"].error == ""


def test_a_form_that_can_only_be_read_takes_no_typing(
    qtbot: QtBot, light: Theme, styled: QApplication
) -> None:
    category = FERROWICK.data_categories["C01"]
    form = EntryForm(light)
    qtbot.addWidget(form)
    form.show_entry(RegisterName.DATA_CATEGORIES, category, FERROWICK, is_read_only=True)
    assert form.body is not None

    form.body.open_all()

    assert isinstance(value_at(category, "handling_rules"), HandlingRules)
    for box in form.body.boxes.values():
        target = box.editor.target()
        can_type = isinstance(target, QLineEdit | QTextEdit) and not target.isReadOnly()
        assert not (can_type and target.isEnabled())
