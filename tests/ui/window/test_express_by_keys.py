"""A whole express review answered by keyboard alone in the real window, with every key press counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.edits import put
from app.packs import built_in_pack
from app.progress import progress
from models.pack import Question
from models.snapshot import Snapshot
from models.values import (
    AccessGrant,
    AITool,
    AnswerState,
    AnyEntry,
    ApprovalGate,
    Audience,
    Capability,
    DataCategory,
    DataForm,
    Environment,
    RegisterName,
    Route,
    System,
    TaskPurpose,
    UseCase,
    Vendor,
    YesPartlyNo,
)
from tests.ui.reach import choose, click, find, go_on
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow
from ui.widgets.choice_table import CHOICES, VALUE, ChoiceTable

REASON = "No vendor yet"
EXPRESS = tuple(question for question in built_in_pack().questions if question.express)


class Keyboard:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.presses = 0

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys one after the other; of a text every letter counts."""
        for key in keys:
            for each in key if isinstance(key, str) else (key,):
                target = QApplication.focusWidget() or self._window
                if isinstance(each, str):
                    QTest.keyClicks(target, each)
                else:
                    QTest.keyClick(target, each)
                QApplication.processEvents()
                self.presses += 1


def inventory() -> list[tuple[RegisterName, AnyEntry]]:
    """What the client keeps, one of each, as an import leaves it: every fact that is asked is still open."""
    return [
        (RegisterName.DATA_CATEGORIES, DataCategory(id="C01", name="Contact data", sensitivity=4)),
        (RegisterName.SYSTEMS, System(id="S01", name="CRM")),
        (RegisterName.VENDORS, Vendor(id="V01", name="Maker")),
        (RegisterName.AI_TOOLS, AITool(id="T01", name="Writer", vendor="V01", process_criticality=3)),
        (
            RegisterName.ACCESS_GRANTS,
            AccessGrant(
                id="A01",
                tool="T01",
                system="S01",
                capabilities=(Capability.SEE,),
                route=Route.API,
                environment=Environment.LIVE,
                data_categories=("C01",),
                form=DataForm.RAW,
            ),
        ),
        (RegisterName.APPROVAL_GATES, ApprovalGate(id="G01", name="Copy check")),
        (
            RegisterName.USE_CASES,
            UseCase(
                id="U01",
                name="Replies",
                tools=("T01",),
                task_purpose=TaskPurpose.AUTOMATION,
                max_sensitivity=4,
                audience=Audience.BROAD,
            ),
        ),
    ]


@pytest.fixture
def express(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A new file of an express review with the client's inventory in it, nothing answered."""
    choose(window, "new_file")
    dialog = find(window, DialogFrame, "new_review")
    place = find(dialog, QLineEdit, "place")
    place.setText(str(tmp_path / "acme.plumbline"))
    place.textEdited.emit(place.text())
    find(dialog, QLineEdit, "client").setText("Ödland & Co")
    for name in ("passphrase", "passphrase_again"):
        find(dialog, QLineEdit, name).setText("café déjà fourteen moons")
    find(dialog, QRadioButton, "mode_express").click()
    go_on(dialog, "new_review_go_on")
    click(find(window, DialogFrame, "recovery_sheet"), "recovery_sheet_go_on")
    bridge = window.bridge
    assert bridge is not None
    for register, entry in inventory():
        bridge.do(put(bridge.workspace.snapshot, register, entry))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def snapshot_of(window: MainWindow) -> Snapshot:
    assert window.bridge is not None
    return window.bridge.workspace.snapshot


def question_in_view(window: MainWindow) -> Question:
    shown = find(window.page, QLabel, "place").text().split()[-1]
    return snapshot_of(window).pack.question(shown)


def fill_in_grid(window: MainWindow, keyboard: Keyboard) -> int:
    """Enter, then a letter for each empty cell; the last gives the keys back. How many cells were asked."""
    grid = find(window.page, ChoiceTable, "register_answers")
    asked = sum(cell.data(VALUE) is None for cell in cells_of(grid))
    if asked:
        keyboard.press(Qt.Key.Key_Return)
    for _cell in range(asked):
        offers = [offer for offer in grid.currentIndex().data(CHOICES) if offer.value is not None]
        keyboard.press(offers[0].words[0].lower())
    assert not grid.hasFocus()
    return asked


def cells_of(grid: ChoiceTable) -> list[QModelIndex]:
    model = grid.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [model.index(row, column) for row in rows for column in columns]


def test_an_express_review_is_answered_by_keys_alone(express: MainWindow) -> None:
    keyboard = Keyboard(express)
    on_levels = answers = 0
    QTest.keyClick(express, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()

    for expected in EXPRESS:
        question, before = question_in_view(express), keyboard.presses
        assert question == expected
        if question.is_register_driven:
            answers += fill_in_grid(express, keyboard)
            keyboard.press(Qt.Key.Key_Right)
            continue
        keyboard.press("u" if question.id == "ACC-05" else "2")
        keyboard.press(Qt.Key.Key_Right)
        on_levels += keyboard.presses - before
        answers += 1

    assert express.page.page_id == "risk_map"
    done = progress(snapshot_of(express))
    assert (done.total, done.answered, done.unknown) == (28, 27, 1)
    assert on_levels == 2 * 17
    assert keyboard.presses <= 2 * answers, (keyboard.presses, answers)
    assert (keyboard.presses, answers) == (82, 44)


def test_what_express_leaves_out_takes_few_keys_too(express: MainWindow) -> None:
    keyboard = Keyboard(express)
    QTest.keyClick(express, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()

    keyboard.press("g", "use2", Qt.Key.Key_Return)
    jumped = keyboard.presses
    keyboard.press("p", Qt.Key.Key_Right, Qt.Key.Key_Right)
    keyboard.press("13", Qt.Key.Key_Right)
    keyboard.press("g", "dat7", Qt.Key.Key_Return)
    before = keyboard.presses
    keyboard.press("a", REASON, Qt.Key.Key_Return)

    answers = snapshot_of(express).answers
    assert jumped == len("g") + len("use2") + 1
    assert answers["USE-02/"].value is YesPartlyNo.PARTLY
    assert answers["USE-04/"].value == ("reporting", "qa")
    assert (answers["DAT-07/"].state, answers["DAT-07/"].reason) == (AnswerState.NOT_APPLICABLE, REASON)
    assert keyboard.presses - before == len("a") + len(REASON) + 1
