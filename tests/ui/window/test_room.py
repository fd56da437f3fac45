"""The room at a small projector: all 82 questions of a full review stand whole, and nothing scrolls."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from app.dissent import views_of
from app.parking import parked_points
from app.settings import Settings
from tests.ui.reach import find
from tests.ui.reach import rest as rest_the_keys
from ui.main_window import MainWindow
from ui.widgets.section_clock import SectionClock

LEAST_POINTS = 18.0


def test_no_question_scrolls_at_1366_by_768_with_the_guidance_open(demo: MainWindow) -> None:
    pack = demo.bridge.workspace.snapshot.pack if demo.bridge else None
    assert pack is not None
    too_long: list[str] = []

    for question in pack.questions:
        demo.follow(f"question:{question.id}")
        rest()
        room = find(demo.page, QScrollArea, "room_scroll")
        margin = find(demo.page, QScrollArea, "guidance_scroll")
        assert margin.isVisible()
        if room.verticalScrollBar().maximum() or margin.verticalScrollBar().maximum():
            too_long.append(question.id)
        points = find(demo.page, QLabel, "question_text").font().pointSizeF()
        assert points >= LEAST_POINTS, question.id

    assert len(pack.questions) == 82
    assert not too_long


def test_nothing_moves_when_a_question_is_answered(demo: MainWindow) -> None:
    demo.follow("question:ACC-05")
    rest()
    before = places(demo)

    for key in "0342":
        press(demo, key)
        assert places(demo) == before


def test_a_question_stands_in_its_place_from_the_first_frame(demo: MainWindow) -> None:
    demo.follow("question:ACC-01")
    rest()
    moved: list[str] = []

    for _question in range(11):
        press(demo, Qt.Key.Key_Right)
        first = places(demo)
        rest()
        if places(demo) != first:
            moved.append(find(demo.page, QLabel, "place").text())

    assert not moved


def test_clock_and_fold_outlast_a_new_look(demo: MainWindow) -> None:
    demo.follow("question:USE-01")
    press(demo, "2")
    press(demo, "i")

    demo.do_action("larger_text")
    rest_the_keys(demo)

    assert find(demo.page, SectionClock, "section_clock").words.startswith("0 of 40 min")
    assert not find(demo.page, QScrollArea, "guidance_scroll").isVisible()


def test_what_the_room_agreed_and_parked_is_on_disk_and_undone_by_name(demo: MainWindow) -> None:
    assert demo.bridge is not None
    workspace = demo.bridge.workspace
    demo.follow("question:ACC-05")
    before = workspace.snapshot.answers_by_question["ACC-05"]
    for key in ("w", "ingrid", Qt.Key.Key_Return, "4", "s", "3", "j", "licence", Qt.Key.Key_Return):
        press(demo, key)

    stored = workspace.store.load(workspace.snapshot.header.id)
    (agreed,) = stored.answers_by_question["ACC-05"]
    assert (agreed.value, len(views_of(agreed))) == (3, 2)
    assert [point.text for point in parked_points(stored)] == ["licence"]
    stack = demo.bridge.undo_stack
    assert stack.undoText() == "Park a point for later"
    stack.undo()
    assert stack.undoText() == "Agree on ACC-05"
    stack.undo()
    stack.undo()
    again = workspace.store.load(workspace.snapshot.header.id)
    assert again.answers_by_question["ACC-05"] == before
    assert parked_points(again) == ()


def places(window: MainWindow) -> dict[str, QRect]:
    """Where the parts stand that a person looks at."""
    watched = ("question_text", "answer_cards", "unknown", "evidence_none", "note", "section_track")
    return {name: find(window.page, QWidget, name).geometry() for name in watched}


def rest() -> None:
    """Let the layout come to rest."""
    for _turn in range(8):
        QApplication.processEvents()


def press(window: MainWindow, key: Qt.Key | str) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget() or window.page
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key)
    QApplication.processEvents()


def test_at_twice_the_size_a_field_that_asks_is_in_view_with_its_words(demo: MainWindow) -> None:
    demo.take_settings(replace(Settings(), text_size=200))
    demo.resize(1366, 768)

    for key, name in (("A", "reason"), ("N", "note")):
        demo.follow("question:USE-01")
        rest()
        press(demo, key)
        rest()
        room = find(demo.page, QScrollArea, "room_scroll").viewport()
        field = find(demo.page, QWidget, name)
        assert field.hasFocus()
        assert room.rect().contains(QRect(field.mapTo(room, QPoint()), field.size())), name
        press(demo, Qt.Key.Key_Escape)
