"""The sandbox beside a risk: bands move while answers are tried, and nothing is recorded until it is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.edits import set_field
from app.what_if import Supposed
from models.risk import Band
from models.values import ActionItem, RegisterName, TrainingOnInputs
from tests.sandboxes import EXAMPLE_D
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find, words
from ui.pages.risk_map_page import ASK, RiskMapPage
from ui.theme import Theme
from ui.theme import theme as look
from ui.widgets.ask_list import AskList
from ui.widgets.band_shift import BandShift
from ui.widgets.lever_row import LeverRow
from ui.widgets.link_row import LinkRow
from ui.widgets.moved_list import MovedList
from ui.widgets.reasons_panel import ReasonsPanel
from ui.widgets.smallest_list import SmallestList
from ui.widgets.what_if_panel import OTHERS, SMALLEST, WhatIfPanel
from ui.widgets.why_drawer import WhyDrawer
from ui.widgets.why_panel import WhyPanel

pytestmark = pytest.mark.usefixtures("styled")


class SandboxDesk(Desk):
    """The risk map with the sandbox of a risk open."""

    def __init__(self, qtbot: QtBot, theme: Theme, risk: str = "EX-T03", **more: bool) -> None:
        super().__init__(qtbot, RiskMapPage(theme), specified_review("ferrowick"), **more)
        self._qtbot = qtbot
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.show_place(f"risk:{risk}")
        click(self.page, "open_what_if")
        self.wait(lambda: not self.panel.is_filling)

    @property
    def panel(self) -> WhatIfPanel:
        return find(self.page, WhatIfPanel, "what_if_panel")

    def row(self, link: str) -> LeverRow:
        return find(self.panel, LeverRow, f"lever_{link}")

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=20_000)

    def choose(self, supposed: Supposed) -> None:
        """Press the toggles that a person would press."""
        row = self.row(supposed.place.link)
        place = [option.value for option in row.lever.options].index(supposed.value)
        press(find(row, QPushButton, f"choice_{place}"))
        if supposed.evidence is not None:
            press(find(row, QPushButton, f"choice_{supposed.evidence.value}"))

    @property
    def shown(self) -> str:
        return find(self.panel, BandShift, "band_shift").words


def press(button: QWidget) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_worked_example_d_falls_two_bands_live_and_records_nothing(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    before = desk.snapshot
    assert desk.shown == "Critical, unchanged. from High to Critical"

    for supposed in EXAMPLE_D:
        desk.choose(supposed)
    desk.wait(lambda: desk.shown.startswith("Critical now, Moderate if this held."))

    assert desk.shown.endswith("nothing unknown could change this band")
    assert desk.edits == []
    assert desk.snapshot is before
    assert assess(desk.snapshot).risk("EX-T03").residual.band is Band.CRITICAL


def test_other_risks_are_named_while_they_move_and_lead_to_themselves(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)

    for supposed in EXAMPLE_D:
        desk.choose(supposed)
    desk.wait(lambda: "4 other risks move: 4 lower." in words(desk.panel))
    find(desk.panel, QTabBar, "what_if_tabs").setCurrentIndex(OTHERS)

    assert "EX-T07 Critical → High" in words(desk.panel)
    rows = find(desk.panel, MovedList, "moved_list").findChildren(LinkRow)
    assert [row.place for row in rows] == ["risk:EX-T07", "risk:BC-U04", "risk:PG-6", "risk:DE-U03"]
    QTest.keyClick(rows[0], Qt.Key.Key_Return)
    desk.wait(lambda: desk.shown.startswith("Critical now, High if this held."))
    assert desk.panel.count == 7


def test_the_sandbox_says_in_words_and_by_a_dashed_frame_that_nothing_is_recorded(
    qtbot: QtBot, light: Theme
) -> None:
    desk = SandboxDesk(qtbot, light)

    desk.choose(EXAMPLE_D[0])

    banner = find(desk.panel, QFrame, "what_if_banner")
    assert "What if: nothing here is recorded" in words(banner)
    assert "1 change supposed, the review as it was." in words(banner)
    assert "dashed" in banner.styleSheet()
    row = desk.row(EXAMPLE_D[0].place.link)
    assert "▸ Supposed. Recorded: not known" in words(row)


def test_what_is_supposed_becomes_actions_in_one_step_that_undo_takes_back(
    qtbot: QtBot, light: Theme
) -> None:
    desk = SandboxDesk(qtbot, light)
    plan = set(desk.snapshot.action_plan)
    for supposed in EXAMPLE_D:
        desk.choose(supposed)

    click(desk.panel, "keep_as_actions")

    assert len(desk.edits) == 1
    new = [key for key in desk.snapshot.action_plan if key not in plan]
    entry = desk.entry(RegisterName.ACTION_PLAN, new[0])
    assert len(new) == 5
    assert isinstance(entry, ActionItem)
    assert entry.risks == ("EX-T03",)
    assert "5 actions are in the plan." in words(desk.page)
    assert desk.panel.count == 0
    desk.undo()
    assert set(desk.snapshot.action_plan) == plan


def test_throwing_away_shows_what_is_recorded_again(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    desk.choose(EXAMPLE_D[0])
    desk.wait(lambda: "High if this held" in desk.shown)

    click(desk.panel, "throw_away")

    assert desk.shown == "Critical, unchanged. from High to Critical"
    assert not find(desk.panel, QPushButton, "throw_away").isEnabled()
    assert not find(desk.panel, QPushButton, "keep_as_actions").isEnabled()
    assert desk.edits == []


def test_one_supposition_can_be_taken_back_alone(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    for supposed in EXAMPLE_D[:2]:
        desk.choose(supposed)

    click(desk.row(EXAMPLE_D[0].place.link), "suppose_nothing")

    assert desk.panel.sandbox is not None
    assert [each.place for each in desk.panel.sandbox.supposed] == [EXAMPLE_D[1].place]


def test_toggles_are_worked_by_keys_and_escape_goes_back_step_by_step(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    row = desk.row(EXAMPLE_D[0].place.link)
    unknown = find(row, QPushButton, "choice_2")
    unknown.setFocus()

    QTest.keyClick(unknown, Qt.Key.Key_N)

    assert desk.panel.count == 1
    QTest.keyClick(desk.panel, Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()
    assert find(desk.page, QPushButton, "open_what_if").text() == "What would change this (1 supposed)"
    QTest.keyClick(find(desk.page, WhyPanel, "why_panel"), Qt.Key.Key_Escape)
    assert not find(desk.page, WhyDrawer, "why_drawer").isVisible()


def test_the_smallest_change_is_found_and_can_be_tried(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    find(desk.panel, QTabBar, "what_if_tabs").setCurrentIndex(SMALLEST)
    smallest = find(desk.panel, SmallestList, "smallest_list")
    desk.wait(lambda: "Any one of these is enough:" in words(smallest))

    click(smallest, "smallest_0")
    desk.wait(lambda: desk.shown.startswith("Critical now, High if this held."))

    assert desk.panel.sandbox is not None
    assert [each.place for each in desk.panel.sandbox.supposed] == [EXAMPLE_D[0].place]
    assert desk.edits == []


def test_a_read_only_review_can_be_tried_but_not_added_to(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light, is_read_only=True)

    desk.choose(EXAMPLE_D[0])

    assert desk.panel.count == 1
    assert not find(desk.panel, QPushButton, "keep_as_actions").isEnabled()


def test_what_comes_true_is_supposed_no_more(qtbot: QtBot, light: Theme) -> None:
    desk = SandboxDesk(qtbot, light)
    desk.choose(EXAMPLE_D[0])
    desk.choose(EXAMPLE_D[1])
    assert desk.panel.sandbox is not None
    first = desk.panel.sandbox.without(EXAMPLE_D[1].place)

    desk.page.edit_made.emit(first.edit)

    assert [each.place for each in desk.panel.sandbox.supposed] == [EXAMPLE_D[1].place]


# Counts, and what to ask next


def test_a_count_of_the_map_lists_its_risks_and_each_leads_to_its_own_why(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, RiskMapPage(light), specified_review("ferrowick"))

    click(desk.page, "count_critical")

    panel = find(desk.page, ReasonsPanel, "reasons_panel")
    rows = panel.findChildren(LinkRow)
    assert "12 risks are Critical" in words(panel)
    assert [row.place for row in rows[:3]] == ["risk:EX-T13", "risk:BC-U09", "risk:DA-T13"]
    assert len(rows) == 12
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert find(desk.page, WhyDrawer, "why_drawer").risk_id == "BC-U09"
    assert desk.links == []


class AskDesk(Desk):
    """The risk map with "ask next" in view, worked out."""

    def __init__(self, qtbot: QtBot, theme: Theme, name: str = "ferrowick") -> None:
        super().__init__(qtbot, RiskMapPage(theme), specified_review(name))
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        tabs = find(self.page, QTabBar, "map_tabs")
        tabs.setFocus()
        QTest.keyClick(tabs, Qt.Key.Key_4)
        assert tabs.currentIndex() == ASK
        qtbot.waitUntil(lambda: self.asking.is_done and bool(self.rows), timeout=20_000)

    @property
    def asking(self) -> AskList:
        return find(self.page, AskList, "ask_list")

    @property
    def rows(self) -> list[LinkRow]:
        return [row for row in self.asking.findChildren(LinkRow) if row.isVisible()]


def test_ask_next_says_how_far_each_open_point_could_move_the_map(qtbot: QtBot, light: Theme) -> None:
    desk = AskDesk(qtbot, light)

    shown = "\n".join(label.text() for label in desk.rows[0].findChildren(QLabel))

    assert "Kestrel: training on inputs?" in shown
    assert "could move 2 risks, up to Critical → High" in shown
    assert "15 open points could move a band" in words(desk.asking)


def test_keys_walk_the_open_points_and_enter_leads_to_where_one_is_answered(
    qtbot: QtBot, light: Theme
) -> None:
    desk = AskDesk(qtbot, light)
    assert desk.rows[0].hasFocus()

    for _step in range(2):
        QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Return)

    assert desk.links == ["question:ACC-11"]


def test_a_filter_leaves_the_points_that_could_move_its_risks(qtbot: QtBot, light: Theme) -> None:
    desk = AskDesk(qtbot, light)

    find(desk.page, QWidget, "filter_words").setFocus()
    QTest.keyClicks(find(desk.page, QWidget, "filter_words"), "Patchbay")
    qtbot.waitUntil(lambda: 0 < len(desk.rows) < 15)

    assert "entry:vendors/V9/training_on_inputs" in [row.place for row in desk.rows]
    assert "question:ACC-11" not in [row.place for row in desk.rows]


def test_a_new_state_is_ranked_anew(qtbot: QtBot, light: Theme) -> None:
    desk = AskDesk(qtbot, light)
    settled = TrainingOnInputs.EXCLUDED_CHECKED

    desk.page.edit_made.emit(
        set_field(desk.snapshot, RegisterName.VENDORS, "V4", "training_on_inputs", settled)
    )
    qtbot.waitUntil(lambda: desk.asking.is_done and bool(desk.rows), timeout=20_000)

    assert "entry:vendors/V4/training_on_inputs" not in [row.place for row in desk.rows]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_look_paints_the_sandbox(qtbot: QtBot, name: str, scale: float) -> None:
    desk = SandboxDesk(qtbot, look(name, scale))

    desk.choose(EXAMPLE_D[0])

    assert not desk.page.grab().isNull()
