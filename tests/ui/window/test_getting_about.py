"""Back and forward lead to the very place that was left."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.reach import choose, find, press, rest, words
from ui.main_window import MainWindow
from ui.widgets.action_card import ActionCard
from ui.widgets.link_row import LinkRow
from ui.widgets.why_panel import WhyPanel

ALT = Qt.KeyboardModifier.AltModifier


def text_of(window: MainWindow, name: str) -> str:
    action = window.findChild(QAction, name)
    assert action is not None
    return action.text()


def test_a_link_of_a_why_panel_is_followed_and_the_same_why_is_there_again(demo: MainWindow) -> None:
    demo.follow("risk:EX-T13")
    why = find(demo.page, WhyPanel, "why_panel")
    row = next(row for row in why.findChildren(LinkRow) if row.place.startswith("question:"))
    demo.follow("page:risk_map")

    row.followed.emit(row.place)
    there = demo.page.page_id
    press(demo, Qt.Key.Key_Left, ALT)

    assert there == "section"
    assert demo.page.page_id == "risk_map"
    assert find(demo.page, WhyPanel, "why_panel").risk_id == "EX-T13"
    assert why.isVisible()
    press(demo, Qt.Key.Key_Right, ALT)
    assert demo.page.place == row.place


def test_the_menu_names_the_places_by_ids(demo: MainWindow) -> None:
    demo.follow("entry:ai_tools/T01")
    demo.follow("question:ACC-03")
    demo.follow("help:keys")

    back = text_of(demo, "go_back")
    choose(demo, "go_back")
    choose(demo, "go_back")

    assert back.endswith("ACC-03")
    assert demo.page.place == "entry:ai_tools/T01"
    assert text_of(demo, "go_back") == "&Back: Risk map"
    assert text_of(demo, "go_forward").endswith("ACC-03")
    tool = demo.bridge.workspace.snapshot.ai_tools["T01"].name  # type: ignore[union-attr]
    assert tool not in text_of(demo, "go_forward") + text_of(demo, "go_back")


def test_nothing_lies_behind_a_review_that_has_just_been_opened(demo: MainWindow) -> None:
    back, forward = (demo.findChild(QAction, name) for name in ("go_back", "go_forward"))
    assert back is not None
    assert forward is not None

    assert not back.isEnabled()
    assert not forward.isEnabled()


def test_questions_walked_through_are_one_place_that_is_come_back_to_where_it_was_left(
    demo: MainWindow,
) -> None:
    demo.follow("question:ACC-03")
    press(demo, Qt.Key.Key_Right)
    left = demo.page.place
    demo.follow("page:risk_map")

    choose(demo, "go_back")

    assert left != "question:ACC-03"
    assert demo.page.place == left


def test_the_side_buttons_of_the_mouse_go_back_and_forward(demo: MainWindow) -> None:
    demo.follow("question:ACC-03")
    handle = demo.windowHandle()
    middle = QPoint(demo.width() // 2, demo.height() // 2)

    QTest.mouseClick(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, middle)
    QApplication.processEvents()
    back_at = demo.page.page_id
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, middle)
    QApplication.processEvents()

    assert back_at == "risk_map"
    assert demo.page.page_id == "section"


def test_alt_and_the_arrows_still_move_an_action_of_the_plan(demo: MainWindow) -> None:
    demo.follow("page:fix_first")
    assert demo.bridge is not None
    plan = demo.bridge.workspace.snapshot.action_plan
    key = next(key for key, action in plan.items() if action.horizon == "now")
    card = next(card for card in demo.page.findChildren(ActionCard) if card.key == key)
    moved: list[tuple[str, int]] = []
    card.pushed.connect(lambda action, by: moved.append((action, by)))
    card.setFocus()

    press(demo, Qt.Key.Key_Right, ALT)

    assert demo.page.page_id == "fix_first"
    assert moved == [(key, 1)]


def test_another_look_keeps_the_open_why(demo: MainWindow) -> None:
    demo.follow("page:risk_map")
    demo.page.show_place("risk:EX-T13")

    choose(demo, "larger_text")
    rest(demo)

    assert demo.page.place == "risk:EX-T13"
    assert "EX-T13" in words(demo)
