"""Fix first: a board that keys and the mouse can work, filled by what the answers propose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from models.values import Horizon
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.pages.plan_desk import PlanDesk
from tests.ui.reach import click, find, press, words
from ui.pages.fix_first_page import ANSWERS_TAB, FINE_TAB, FixFirstPage
from ui.theme import Theme
from ui.theme import theme as look
from ui.widgets.badge import Chip
from ui.widgets.board_column import BoardColumn
from ui.widgets.entry_card import EntryCard
from ui.widgets.fine_list import FineList
from ui.widgets.horizon_board import HorizonBoard
from ui.widgets.outcome_list import OutcomeRow
from ui.widgets.reason_line import ReasonLine

pytestmark = pytest.mark.usefixtures("styled")
ALT = Qt.KeyboardModifier.AltModifier


def test_the_plan_stands_in_four_columns_with_its_facts(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    shown = "\n".join(label.text() for label in desk.card("N1").findChildren(QLabel))

    assert desk.column(Horizon.NOW) == ["N1", "N2", "N3", "N4", "N5"]
    assert "Disable the Patchbay credentials" in shown
    assert "Effort S" in shown
    assert "! No owner yet; proposed: MAP admin and security" in shown
    assert "◆ EX-T13" in shown
    assert "by 27 Nov 2026" in words(find(desk.page, BoardColumn, "column_now"))


def test_alt_and_an_arrow_move_a_card_and_the_keyboard_goes_with_it(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N2").setFocus()

    press(desk.page, Qt.Key.Key_Right, ALT)
    press(desk.page, Qt.Key.Key_Right, ALT)
    assert desk.edits == []
    desk.type("legal needs two weeks")
    press(desk.page, Qt.Key.Key_Return)

    assert desk.action("N2").horizon is Horizon.THEN
    assert desk.edits[-1].reason == "legal needs two weeks"
    assert desk.column(Horizon.THEN) == ["N2"]
    assert "Moved to then: legal needs two weeks" in words(desk.card("N2"))
    assert QApplication.focusWidget() is desk.card("N2")
    desk.undo()
    assert desk.action("N2").horizon is Horizon.NOW
    assert "Moved to" not in words(desk.card("N2"))


def test_a_move_without_a_reason_does_not_happen(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N2").setFocus()

    press(desk.page, Qt.Key.Key_Right, ALT)
    press(desk.page, Qt.Key.Key_Return)
    asked = words(desk.page)
    press(desk.page, Qt.Key.Key_Escape)

    assert "Move to “Next, 45 days” because …" in asked
    assert "A few words are enough." in asked
    assert desk.edits == []
    assert not find(desk.page, ReasonLine, "reason_line").isVisible()
    assert QApplication.focusWidget() is desk.card("N2")


def test_a_reason_is_asked_on_the_board_for_the_open_action_too(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.page.show_place("entry:action_plan/N3")
    menu = find(desk.page, QPushButton, "move_action").menu()

    next(action for action in menu.actions() if action.text() == "Watch").trigger()
    desk.type("the vendor left")
    press(desk.page, Qt.Key.Key_Return)

    assert desk.action("N3").horizon is Horizon.WATCH
    assert desk.action("N3").notes == "Moved to watch: the vendor left"


def test_the_proposals_make_room_for_the_plan(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    before = find(desk.page, BoardColumn, "column_now").width()

    click(desk.page, "fold_proposals")

    assert find(desk.page, BoardColumn, "column_now").width() > before
    assert find(desk.page, QPushButton, "fold_proposals").text() == "Show 59 proposals"
    click(desk.page, "fold_proposals")
    assert find(desk.page, BoardColumn, "column_proposed").isVisible()


def test_a_card_at_the_edge_stays(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    QTest.keyClick(desk.card("N1"), Qt.Key.Key_Left, ALT)

    assert desk.edits == []


def test_a_card_dropped_on_a_column_moves_there(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    desk.drop("N3", Horizon.WATCH)
    desk.type("nobody uses it any more")
    press(desk.page, Qt.Key.Key_Return)
    desk.drop("N3", Horizon.WATCH)

    assert desk.action("N3").horizon is Horizon.WATCH
    assert len(desk.edits) == 1
    assert not find(desk.page, ReasonLine, "reason_line").isVisible()


def test_a_proposal_is_taken_by_one_click_and_leaves_the_proposals(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    proposal = desk.card("question/USE-06")

    click(proposal, "take_proposal")

    (taken,) = [action for action in desk.snapshot.action_plan.values() if action.question == "USE-06"]
    assert taken.horizon is Horizon.NEXT
    assert "question/USE-06" not in [card.key for card in desk.board.cards_of(None)]
    desk.undo()
    assert "question/USE-06" in [card.key for card in desk.board.cards_of(None)]


def test_a_proposal_dropped_on_a_column_is_taken_there(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    desk.drop("question/OVR-02", Horizon.THEN)

    (taken,) = [action for action in desk.snapshot.action_plan.values() if action.question == "OVR-02"]
    assert taken.horizon is Horizon.THEN


def test_taking_proposals_by_keys_alone_goes_from_one_to_the_next(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    first, second, third = (card.key for card in desk.board.cards_of(None)[:3])
    desk.card(first).setFocus()

    for _press in range(2):
        QTest.keyClick(desk.card(desk.board.current), Qt.Key.Key_Return)

    assert len(desk.edits) == 2
    assert {first, second}.isdisjoint(card.key for card in desk.board.cards_of(None))
    assert desk.board.current == third


def test_an_action_typed_at_the_foot_of_a_column_is_added_there(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light, "tiny_one_tool")
    line = find(desk.page, QLineEdit, "add_to_next")

    QTest.keyClicks(line, "Ask legal")
    QTest.keyClick(line, Qt.Key.Key_Return)

    (action,) = desk.snapshot.action_plan.values()
    assert (action.text, action.horizon) == ("Ask legal", Horizon.NEXT)
    assert line.text() == ""


def test_enter_opens_every_field_of_an_action_and_an_edit_is_recorded(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    QTest.keyClick(desk.card("N4"), Qt.Key.Key_Return)
    card = find(desk.page, EntryCard, "entry_card")
    owner = find(card, QLineEdit, "field_client_owner")
    owner.setFocus()
    owner.insert("Zoë")
    owner.textEdited.emit(owner.text())
    owner.editingFinished.emit()

    assert card.isVisible()
    assert desk.action("N4").client_owner == "Zoë"
    assert card.form.body is not None
    assert {"text", "stop_rule", "risks", "client_owner", "due", "effort", "status"} <= set(
        card.form.body.boxes
    )
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_delete_removes_a_card_and_undo_brings_it_back(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    QTest.keyClick(desk.card("N5"), Qt.Key.Key_Delete)

    assert "N5" not in desk.snapshot.action_plan
    desk.undo()
    assert desk.column(Horizon.NOW)[-1] == "N5"


def test_a_risk_on_a_card_leads_to_why(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    chip = find(desk.card("N1"), QWidget, "chip")

    QTest.keyClick(chip, Qt.Key.Key_Return)

    assert desk.links == ["risk:EX-T13"]


def test_the_ten_answers_lead_to_their_pages(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    find(desk.page, QTabBar, "fix_first_tabs").setCurrentIndex(ANSWERS_TAB)

    QTest.keyClick(find(desk.page, OutcomeRow, "outcome_3"), Qt.Key.Key_Return)

    assert "14 tools in 10 systems, for 14 uses, 9 of them High." in words(desk.page)
    assert desk.links == ["page:risk_map"]


def test_what_is_fine_is_said(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    find(desk.page, QTabBar, "fix_first_tabs").setCurrentIndex(FINE_TAB)

    said = words(desk.page)
    assert "Scale as it is  4" in said
    assert "Send-time choice" in said
    assert "Low on execution and operational dependency." in said
    chip = next(c for c in find(desk.page, FineList, "fine_list").findChildren(Chip) if c.text == "EX-T04")
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert desk.links == ["risk:EX-T04"]


def test_a_place_of_the_plan_opens_its_action(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    assert desk.page.show_place("entry:action_plan/N3/due")
    assert find(desk.page, EntryCard, "entry_card").form.key == "N3"
    assert not desk.page.show_place("entry:action_plan/N99")


def test_a_review_that_can_only_be_read_offers_no_changes(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, FixFirstPage(light), specified_review("ferrowick"), is_read_only=True)
    board = find(desk.page, HorizonBoard, "horizon_board")

    QTest.keyClick(board.cards_of(Horizon.NOW)[0], Qt.Key.Key_Right, ALT)
    QTest.keyClick(board.cards_of(Horizon.NOW)[0], Qt.Key.Key_Delete)
    QTest.keyClick(board.cards_of(None)[0], Qt.Key.Key_Return)

    assert desk.edits == []
    assert not find(desk.page, QLineEdit, "add_to_now").isVisible()


def test_an_empty_review_is_taught_how_the_plan_comes_about(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light, "tiny_empty")

    click(desk.page, "go_to_registers")

    assert "The plan grows out of the answers" in words(desk.page)
    assert desk.links == ["page:registers"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_showing_in_any_look_makes_no_edit(qtbot: QtBot, name: str, scale: float) -> None:
    desk = PlanDesk(qtbot, look(name, scale))

    for tab in range(3):
        find(desk.page, QTabBar, "fix_first_tabs").setCurrentIndex(tab)
        assert not desk.page.grab().isNull()

    assert desk.edits == []


def test_after_coming_to_the_page_a_key_leads_to_the_first_proposal_and_enter_takes_it(
    qtbot: QtBot, light: Theme
) -> None:
    desk = PlanDesk(qtbot, light)
    first = desk.board.cards_of(None)[0]
    desk.page.setFocus()

    press(desk.page, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is first
    assert desk.edits == []
    press(desk.page, Qt.Key.Key_Return)

    assert len(desk.edits) == 1
    assert len(desk.board.cards_of(Horizon.NOW)) == 6


def test_keys_on_the_page_do_nothing_while_the_board_is_out_of_sight(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    find(desk.page, QTabBar, "fix_first_tabs").setCurrentIndex(ANSWERS_TAB)
    desk.page.setFocus()

    press(desk.page, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is desk.page
