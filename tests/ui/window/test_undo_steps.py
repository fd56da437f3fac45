"""Every step has a name that says what was done, and several are taken back at once."""

from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.answering import Answering
from app.edits import Edit, set_field
from models.snapshot import Snapshot
from models.values import EvidenceGrade, RegisterName
from tests.ui.reach import find
from ui.main_window import MainWindow
from ui.widgets.notice import Notice
from ui.widgets.undo_steps import MOST, UndoSteps


def snapshot_of(window: MainWindow) -> Snapshot:
    assert window.bridge is not None
    return window.bridge.workspace.snapshot


def do_three_things(window: MainWindow) -> None:
    for step in range(3):
        question = snapshot_of(window).pack.question("ACC-05")
        here = Answering(snapshot_of(window), question, "P09")
        grade = EvidenceGrade.DEMONSTRATED if here.answer and here.answer.evidence is None else None
        edit = (here.value(3), here.noted("Said so"), here.graded(grade or EvidenceGrade.NONE))[step]
        window.page.edit_made.emit(edit or here.graded(EvidenceGrade.DEMONSTRATED))


def offered(window: MainWindow) -> list[QAction]:
    menu = find(window, UndoSteps, "undo_steps").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.objectName()]


def test_the_steps_are_offered_by_name_the_last_one_first(demo: MainWindow) -> None:
    do_three_things(demo)

    texts = [action.text() for action in offered(demo)]

    assert texts == [
        "Say how far ACC-05 was backed up  (1 step)",
        "Write a note on ACC-05  (2 steps)",
        "Answer ACC-05  (3 steps)",
    ]


def test_choosing_a_step_takes_back_all_that_came_after_it_too(demo: MainWindow) -> None:
    before = snapshot_of(demo)
    do_three_things(demo)

    offered(demo)[2].trigger()

    assert snapshot_of(demo) == before
    assert not find(demo, UndoSteps, "undo_steps").isEnabled()
    assert demo.bridge is not None
    demo.bridge.undo_stack.redo()
    assert [action.text() for action in offered(demo)] == ["Answer ACC-05  (1 step)"]


def test_a_step_that_is_refused_ends_it_and_says_why(demo: MainWindow) -> None:
    assert demo.bridge is not None
    do_three_things(demo)
    path = demo.bridge.workspace.path
    elsewhere = path.rename(path.with_name("elsewhere"))

    offered(demo)[2].trigger()

    elsewhere.rename(path)
    assert "moved" in find(demo, Notice, "notice").text
    assert demo.bridge.undo_stack.index() == 2


def test_a_long_row_of_steps_is_counted_and_not_listed_whole(demo: MainWindow) -> None:
    for number in range(MOST + 3):
        field = ("sector", "client")[number % 2]
        edit = set_field(snapshot_of(demo), RegisterName.ENGAGEMENT, "engagement", field, f"Words {number}")
        demo.page.edit_made.emit(edit)

    actions = offered(demo)
    menu = find(demo, UndoSteps, "undo_steps").menu()

    assert len(actions) == MOST
    assert menu.actions()[-1].text() == "… and 3 steps before"


def test_a_long_name_is_shortened_and_told_whole_beside_it(demo: MainWindow) -> None:
    long = "A list of all that was bought, built in and borrowed, and of who looks after which of it " * 2
    demo.page.edit_made.emit(replace_label(demo, long))

    (action, *_rest) = offered(demo)

    assert "…" in action.text()
    assert action.text().endswith("(1 step)")
    assert action.toolTip() == long


def replace_label(window: MainWindow, label: str) -> Edit:
    edit = set_field(snapshot_of(window), RegisterName.ENGAGEMENT, "engagement", "sector", "Finance")
    return replace(edit, label=label)
