"""Facts of an action are changed where they stand: on its card, by keys or a click."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.edits import set_field
from app.plan import proposals, take
from models.changed import changed
from models.pack import Effort
from models.values import ActionStatus
from tests.ui.pages.plan_desk import PLAN, PlanDesk
from tests.ui.reach import click, find, press, words
from ui.theme import Theme
from ui.widgets.badge import Chip

pytestmark = pytest.mark.usefixtures("styled")


def test_owner_and_day_are_changed_on_the_card_by_keys_alone(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N4").setFocus()

    press(desk.page, Qt.Key.Key_O)
    desk.type("Xu Li")
    press(desk.page, Qt.Key.Key_Return)
    press(desk.page, Qt.Key.Key_D)
    desk.type("2020-02-29")
    press(desk.page, Qt.Key.Key_Return)

    assert desk.action("N4").client_owner == "Xu Li"
    assert desk.action("N4").due == date(2020, 2, 29)
    assert "Owner: Xu Li" in words(desk.card("N4"))
    assert "! Due 29 Feb 2020, overdue by" in words(desk.card("N4"))
    assert QApplication.focusWidget() is desk.card("N4")


def test_effort_and_status_are_chosen_on_the_card_by_keys_alone(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N4").setFocus()

    press(desk.page, Qt.Key.Key_E)
    press(desk.page, Qt.Key.Key_L)
    press(desk.page, Qt.Key.Key_S)
    press(desk.page, Qt.Key.Key_I)

    assert desk.action("N4").effort is Effort.L
    assert desk.action("N4").status is ActionStatus.IN_PROGRESS
    assert QApplication.focusWidget() is desk.card("N4")


def test_a_wrong_day_is_told_on_the_card_and_escape_leaves_it_as_it_was(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N4").setFocus()

    press(desk.page, Qt.Key.Key_D)
    desk.type("soon")
    press(desk.page, Qt.Key.Key_Return)
    said = words(desk.card("N4"))
    press(desk.page, Qt.Key.Key_Escape)

    assert "A date is written like 14 Dec 2026" in said
    assert desk.edits == []
    assert QApplication.focusWidget() is desk.card("N4")


def test_a_day_is_picked_on_the_card_and_the_keyboard_is_back_on_it(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N4").setFocus()
    press(desk.page, Qt.Key.Key_D)

    press(desk.page, Qt.Key.Key_F4)
    find(desk.page, QCalendarWidget, "calendar").clicked.emit(QDate(2026, 12, 14))
    QApplication.processEvents()

    assert desk.action("N4").due == date(2026, 12, 14)
    assert "Due 14 Dec 2026" in words(desk.card("N4"))
    assert QApplication.focusWidget() is desk.card("N4")


def test_taking_the_last_proposal_leaves_the_keyboard_on_what_it_became(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    found = assess(desk.snapshot)
    while len(left := proposals(desk.snapshot, found)) > 1:
        desk.snapshot = changed(desk.snapshot, take(desk.snapshot, left[0]).changes)
    desk.show()
    (last,) = desk.board.cards_of(None)
    before = set(desk.snapshot.action_plan)

    click(last, "take_proposal")

    (new,) = set(desk.snapshot.action_plan) - before
    assert QApplication.focusWidget() is desk.card(new)


def test_what_is_typed_on_a_card_is_kept_when_the_person_goes_elsewhere(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.card("N4").setFocus()

    press(desk.page, Qt.Key.Key_O)
    desk.type("Head of web")
    desk.card("N1").setFocus(Qt.FocusReason.MouseFocusReason)

    assert desk.action("N4").client_owner == "Head of web"
    assert QApplication.focusWidget() is desk.card("N1")


def test_a_fact_is_changed_by_a_click_on_it(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    chip = next(c for c in desk.card("N1").findChildren(Chip) if c.accessibleName() == "Effort S")

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    press(desk.page, Qt.Key.Key_M)

    assert desk.action("N1").effort is Effort.M


def test_all_risks_of_an_action_can_be_seen_on_its_card(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    risks = ("EX-T13", "DA-T13", "BC-U09", "VS-V4", "EX-T01")
    desk.page.edit_made.emit(set_field(desk.snapshot, PLAN, "N1", "risks", risks))
    more = find(desk.card("N1"), Chip, "more_risks")
    said = more.text

    QTest.keyClick(more, Qt.Key.Key_Return)
    press(desk.page, Qt.Key.Key_Return)

    assert said == "and 2 more"
    assert "▲ EX-T01" in words(desk.card("N1")) or "◆ EX-T01" in words(desk.card("N1"))
    assert desk.links == ["risk:VS-V4"]


def asked_for_an_owner(qtbot: QtBot, light: Theme) -> tuple[PlanDesk, QLineEdit]:
    """The field for the owner of N4, after Mia Brandt was given N1."""
    desk = PlanDesk(qtbot, light)
    desk.card("N1").setFocus()
    press(desk.page, Qt.Key.Key_O)
    desk.type("Mia Brandt")
    press(desk.page, Qt.Key.Key_Return)
    desk.card("N4").setFocus()
    press(desk.page, Qt.Key.Key_O)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return desk, field


def offers_of(field: QLineEdit) -> QWidget:
    """The list below a field, which has the keys while it is open."""
    offered = field.completer().popup()
    assert offered is not None
    assert offered.isVisible()
    return offered


def test_enter_keeps_an_owner_at_once_while_names_are_offered(qtbot: QtBot, light: Theme) -> None:
    desk, field = asked_for_an_owner(qtbot, light)
    desk.type("Mia Brandt")
    offered = offers_of(field)

    QTest.keyClick(offered, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert desk.action("N4").client_owner == "Mia Brandt"
    assert len(desk.edits) == 2
    assert QApplication.focusWidget() is desk.card("N4")


def test_a_name_that_is_offered_is_chosen_and_kept_with_one_enter(qtbot: QtBot, light: Theme) -> None:
    desk, field = asked_for_an_owner(qtbot, light)
    desk.type("Brandt")
    offered = offers_of(field)

    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert desk.action("N4").client_owner == "Mia Brandt"
    assert len(desk.edits) == 2
