"""Why, from anything: outcomes, proposals and actions lead to what made them, and rows back to risks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.assessment.trace import Trace
from tests.ui.desk import Desk
from tests.ui.pages.plan_desk import PlanDesk
from tests.ui.pages.registers_desk import FERROWICK, registers_of
from tests.ui.reach import click, find, words
from ui.main_window import MainWindow
from ui.pages.fix_first_page import ANSWERS_TAB
from ui.theme import Theme
from ui.widgets.entry_card import EntryCard
from ui.widgets.entry_form import EntryForm
from ui.widgets.link_row import LinkRow
from ui.widgets.moved_risks import RiskLink
from ui.widgets.reasons_panel import ReasonsPanel

pytestmark = pytest.mark.usefixtures("styled")


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    return registers_of(qtbot, light, FERROWICK)


def test_why_an_outcome_says_so_opens_beside_it_and_leads_to_the_fields_that_made_it(
    qtbot: QtBot, light: Theme
) -> None:
    desk = PlanDesk(qtbot, light)
    find(desk.page, QTabBar, "fix_first_tabs").setCurrentIndex(ANSWERS_TAB)

    click(desk.page, "why_outcome_9")

    panel = find(desk.page, ReasonsPanel, "reasons_panel")
    rows = panel.findChildren(LinkRow)
    assert "Where is ownership unclear?" in words(panel)
    assert "Tools whose owner is not a named person" in words(panel)
    assert rows[0].hasFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Return)
    assert desk.links == ["entry:ai_tools/T01/owner"]
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_why_a_proposal_is_there_shows_the_sum_that_ranks_it(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)

    click(desk.card("question/USE-06"), "why_proposal")

    panel = find(desk.page, ReasonsPanel, "reasons_panel")
    assert "Raw leverage 170: the sum of the points below." in words(panel)
    assert "Effort S divides by 1: leverage 170." in words(panel)
    assert next(row.place for row in panel.findChildren(LinkRow)) == "question:USE-06"
    assert desk.edits == []


def test_why_an_action_stands_in_the_plan_follows_it_until_it_is_gone(qtbot: QtBot, light: Theme) -> None:
    desk = PlanDesk(qtbot, light)
    desk.page.show_place("entry:action_plan/N1")

    click(desk.page, "why_action")
    panel = find(desk.page, ReasonsPanel, "reasons_panel")
    said = words(panel)
    click(desk.page, "remove_action")

    assert "Disable the Patchbay credentials" in said
    assert "SR1: Unofficial or unknown tool with live change or trigger." in said
    assert not panel.isVisible()


def test_an_open_row_names_the_risks_that_it_moves_and_leads_to_them(full: Desk, qtbot: QtBot) -> None:
    full.page.show_place("entry:approval_gates/G5")
    card = find(full.page, EntryCard, "entry_card")

    qtbot.waitUntil(lambda: bool(card.findChildren(RiskLink, "risk_EX-T03")), timeout=20_000)
    click(card, "risk_EX-T03")

    moved = Trace(full.snapshot, assess(full.snapshot)).risks_moved_by("G5")
    shown = [link.risk.id for link in card.findChildren(RiskLink) if link.isVisible() and link.risk]
    assert shown == [risk.id for risk in moved][: len(shown)]
    assert full.links == ["risk:EX-T03"]
    full.page.show_place("entry:participants/P1")
    assert not [link for link in card.findChildren(RiskLink) if link.isVisible()]


def test_the_field_that_a_link_leads_to_is_marked_and_has_the_keyboard(full: Desk) -> None:
    full.page.show_place("entry:ai_tools/T03/reads_outside_text")

    form = find(full.page, EntryForm, "entry_form")
    assert form.body is not None
    marked = [path for path, box in form.body.boxes.items() if box.is_target]
    target = form.body.boxes["reads_outside_text"]
    assert marked == ["reads_outside_text"]
    assert target.isAncestorOf(QApplication.focusWidget() or form)
    full.page.show_place("entry:ai_tools/T02")
    assert not any(box.is_target for box in form.body.boxes.values())


def test_a_link_to_a_nested_part_opens_it_at_its_first_field(full: Desk) -> None:
    full.page.show_place("entry:approval_gates/G5/checks")

    form = find(full.page, EntryForm, "entry_form")
    assert form.body is not None
    assert form.body.boxes["checks.named_approver"].is_target
    assert form.body.boxes["checks.named_approver"].isVisible()


def test_in_the_window_the_field_that_a_link_leads_to_keeps_the_keyboard(
    demo: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitActive(demo, timeout=5_000)
    demo.follow("risk:EX-T03")

    demo.follow("entry:ai_tools/T03/reads_outside_text")

    form = find(demo.page, EntryForm, "entry_form")
    assert form.body is not None
    assert form.body.boxes["reads_outside_text"].isAncestorOf(QApplication.focusWidget() or form)
