"""Each kind of field has an editor that tells the right value by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.register_columns import spec_at
from models.values import (
    ENTRY_TYPES,
    AccessScope,
    Capability,
    GrantAction,
    OneOf,
    RegisterName,
    TaskPurpose,
    Tri,
    Unknown,
    specs_of,
)
from tests.ui.widgets.conftest import FERROWICK, Maker
from ui.widgets import being_typed
from ui.widgets.choice_editors import ComboEditor, TogglesEditor
from ui.widgets.date_editor import DateEditor
from ui.widgets.field_editor import FieldEditor
from ui.widgets.field_editors import editor_class
from ui.widgets.number_editors import CountEditor
from ui.widgets.reference_picker import ReferenceEditor, ReferencesEditor
from ui.widgets.text_editors import LineEditor, LinesEditor, TextEditor

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


def press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("register", "path", "editor"),
    [
        (R.AI_TOOLS, "name", LineEditor),
        (R.AI_TOOLS, "description", TextEditor),
        (R.AI_TOOLS, "activated_on", DateEditor),
        (R.AI_TOOLS, "owner", TogglesEditor),
        (R.AI_TOOLS, "frequency", ComboEditor),
        (R.AI_TOOLS, "feeds_live_process", TogglesEditor),
        (R.AI_TOOLS, "users", CountEditor),
        (R.AI_TOOLS, "trace_items", TogglesEditor),
        (R.AI_TOOLS, "process_criticality", TogglesEditor),
        (R.AI_TOOLS, "vendor", ReferenceEditor),
        (R.AI_TOOLS, "user_groups", LinesEditor),
        (R.ACCESS_GRANTS, "capabilities", TogglesEditor),
        (R.ACCESS_GRANTS, "data_categories", ReferencesEditor),
        (R.SESSIONS, "questions", ReferencesEditor),
        (R.EVIDENCE, "file_name", LineEditor),
        (R.ANSWERS, "value", LineEditor),
    ],
)
def test_the_editor_fits_the_kind(register: RegisterName, path: str, editor: type[FieldEditor]) -> None:
    assert editor_class(spec_at(ENTRY_TYPES[register], path)) is editor


def test_toggles_tell_a_value_and_clear_it_again(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.ACCESS_GRANTS, "scope")

    press(qtbot, editor, "choice_broad")
    press(qtbot, editor, "choice_broad")
    press(qtbot, editor, "choice_unknown")
    press(qtbot, editor, "clear")

    assert told == [AccessScope.BROAD, None, AccessScope.UNKNOWN, None]


def test_a_required_toggle_cannot_be_cleared(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "process_criticality", 3)

    press(qtbot, editor, "choice_3")
    press(qtbot, editor, "choice_5")

    assert told == [5]


def test_toggles_go_by_the_keyboard(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "feeds_live_process")
    row = editor.target()
    row.setFocus()
    first = row.findChild(QPushButton, "choice_yes")
    assert first is not None

    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_Space)
    QTest.keyClicks(QApplication.focusWidget() or first, "y")
    QTest.keyClicks(QApplication.focusWidget() or first, "?")
    QTest.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_Delete)

    assert told == [Tri.NO, Tri.YES, Tri.UNKNOWN, None]


def test_not_recorded_is_not_the_same_as_nobody_knows(made: Maker) -> None:
    empty, _told = made(R.AI_TOOLS, "feeds_live_process", None)
    asked, _told = made(R.AI_TOOLS, "feeds_live_process", Tri.UNKNOWN)

    def chosen(editor: FieldEditor) -> list[str]:
        return [b.text() for b in editor.findChildren(QPushButton) if b.isChecked()]

    assert chosen(empty) == []
    assert chosen(asked) == ["Don't know"]
    clear = empty.findChild(QPushButton, "clear")
    assert clear is not None
    assert clear.text() == "not recorded"


def test_several_toggles_tell_a_list_in_the_order_of_the_model(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.ACCESS_GRANTS, "capabilities", (Capability.CHANGE,))

    press(qtbot, editor, "choice_see")
    press(qtbot, editor, "choice_change")
    press(qtbot, editor, "choice_see")

    assert told == [(Capability.SEE, Capability.CHANGE), (Capability.SEE,)]


def test_a_list_of_optional_choices_can_be_emptied(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.ACCESS_GRANTS, "actions", (GrantAction.MOVE_LEADS,))

    press(qtbot, editor, "choice_move_leads")

    assert told == [None]


def test_a_long_closed_list_opens_and_offers_not_recorded_first(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.USE_CASES, "task_purpose", TaskPurpose.QA)
    optional, told_too = made(R.AI_TOOLS, "frequency")
    assert isinstance(editor, ComboEditor)
    assert isinstance(optional, ComboEditor)

    editor.combo.setFocus()
    QTest.keyClick(editor.combo, Qt.Key.Key_Down)
    QTest.keyClick(optional.combo, Qt.Key.Key_Down)
    QTest.keyClick(optional.combo, Qt.Key.Key_Up)

    assert told == [TaskPurpose.ANALYSIS]
    assert told_too[-1] is None
    assert optional.combo.itemText(0) == "not recorded"


def test_a_count_is_a_number_or_nobody_knows_or_empty(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "users")
    assert isinstance(editor, CountEditor)

    QTest.keyClicks(editor.line, "1,200")
    editor.flush()
    press(qtbot, editor, "unknown")
    press(qtbot, editor, "unknown")
    QTest.keyClicks(editor.line, "many")
    editor.flush()

    assert told == [1200, Unknown.UNKNOWN, None]


def test_a_reference_is_found_by_any_part_of_its_name(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "vendor", "V1")
    assert isinstance(editor, ReferenceEditor)
    line = editor.combo.lineEdit()
    assert line is not None
    line.setFocus()
    assert line.text() == "V1 Tidewell"

    line.selectAll()
    QTest.keyClicks(line, "parley")
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.selectAll()
    QTest.keyClicks(line, "none")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert told == ["V6", "none"]


def test_leaving_with_a_part_that_only_one_entry_has_takes_that_entry(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "vendor", "V1")
    assert isinstance(editor, ReferenceEditor)
    line = editor.combo.lineEdit()
    assert line is not None

    line.selectAll()
    QTest.keyClicks(line, "parl")
    line.editingFinished.emit()

    assert told == ["V6"]
    assert line.text() == "V6 Parley"


def test_a_required_choice_that_was_not_made_shows_no_value(made: Maker) -> None:
    editor, _told = made(R.USE_CASES, "task_purpose", None)

    combo = editor.target()
    assert isinstance(combo, QComboBox)
    assert combo.currentIndex() == -1


def test_a_name_that_nothing_has_is_refused(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "vendor", "V1")
    assert isinstance(editor, ReferenceEditor)
    said: list[str] = []
    editor.refused.connect(said.append)
    line = editor.combo.lineEdit()
    assert line is not None

    line.selectAll()
    QTest.keyClicks(line, "Nobody Ltd")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    line.editingFinished.emit()

    assert told == []
    assert "no entry of this name" in said[-1]


def test_a_reference_offers_its_reserved_words_and_all_entries(made: Maker) -> None:
    editor, _told = made(R.AI_TOOLS, "gate")
    assert isinstance(editor, ReferenceEditor)
    editor.combo.showPopup()

    offered = [editor.combo.itemText(n) for n in range(editor.combo.count())]
    editor.combo.hidePopup()

    assert offered[:3] == ["not recorded", "None", "Don't know"]
    assert len(offered) == 3 + len(FERROWICK.approval_gates)


def test_references_are_added_and_their_chips_removed(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.SYSTEMS, "downstream_systems", ("S02", "S03"))
    assert isinstance(editor, ReferencesEditor)

    editor.combo.picked.emit("S04")
    editor.combo.picked.emit("S04")
    QApplication.processEvents()
    for chip in editor.findChildren(QWidget, "chip"):
        if chip.property("key") == "S02" and not chip.isHidden():
            cross = chip.findChild(QToolButton, "remove")
            assert cross is not None
            QTest.mouseClick(cross, Qt.MouseButton.LeftButton)

    assert told == [("S02", "S03", "S04"), ("S03", "S04")]


def test_a_list_of_names_has_one_item_a_line_commas_included(made: Maker) -> None:
    editor, told = made(R.SYSTEMS, "administrators")
    assert isinstance(editor, LinesEditor)

    editor.area.setPlainText("Renn, Tobias\n\nAna\nAna\n")
    editor.flush()
    editor.area.clear()
    editor.flush()

    assert told == [("Renn, Tobias", "Ana"), None]


def test_text_composed_by_an_input_method_arrives(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "deputy")
    assert isinstance(editor, LineEditor)
    event = QInputMethodEvent()
    event.setCommitString("渡辺")

    QApplication.sendEvent(editor.line, event)
    editor.flush()

    assert told == ["渡辺"]


def test_words_used_before_are_offered(made: Maker, qtbot: QtBot) -> None:
    editor, _told = made(R.AI_TOOLS, "kind")
    assert isinstance(editor, LineEditor)

    editor.line.setFocus()
    qtbot.waitUntil(lambda: editor.line.completer() is not None, timeout=1000)
    offered = editor.line.completer()
    assert offered is not None
    model = offered.model()

    words = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert "agent" in words
    assert "prompt kit" in words
    assert len(words) == len(set(words))


def test_no_closed_list_has_so_many_values_that_toggles_overflow() -> None:
    for described in ENTRY_TYPES.values():
        for spec in specs_of(described):
            if isinstance(spec.kind, OneOf) and editor_class(spec) is TogglesEditor:
                assert len(spec.kind.choices) <= 5


@pytest.mark.parametrize(
    ("path", "typed"), [("description", "drafts and more"), ("owner_person", "Mia Brandt of ops")]
)
def test_a_text_that_is_typed_without_a_pause_is_told_on_the_way(
    made: Maker, monkeypatch: pytest.MonkeyPatch, path: str, typed: str
) -> None:
    monkeypatch.setattr(being_typed, "LONGEST_MS", 200)
    editor, told = made(R.AI_TOOLS, path)

    for sign in typed:
        QTest.keyClicks(editor.target(), sign)
        QTest.qWait(40)

    assert told
    assert typed.startswith(str(told[-1]))
    assert isinstance(editor, LineEditor | TextEditor)
    assert editor.text() == typed


def test_half_a_value_is_not_refused_while_it_is_typed(made: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(being_typed, "LONGEST_MS", 60)
    editor, _told = made(R.AI_TOOLS, "users")
    refused: list[str] = []
    editor.refused.connect(refused.append)

    for sign in "don't know":
        QTest.keyClicks(editor.target(), sign)
        QTest.qWait(40)

    assert not any(refused)
