"""Before the report: findings in groups that lead to their place, and waivers asked for beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.lint.waivers import waivers
from models.snapshot import Snapshot
from models.values import ActionItem, Horizon, RegisterName, RiskDecision, Treatment
from tests.changes import with_fields
from tests.sound import TODAY, sound_review
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find, words
from ui import page as pages
from ui.page import Shown
from ui.pages.before_page import BeforePage
from ui.theme import Theme
from ui.widgets.word_table import WordTable

pytestmark = pytest.mark.usefixtures("styled")

R = RegisterName
WHY = "The committee decides on 2 December."


def unowned(*keys: str) -> Snapshot:
    snapshot = sound_review()
    for key in keys:
        item = ActionItem(id=key, text=f"Name an owner for {key}", horizon=Horizon.NOW, due=TODAY)
        snapshot = snapshot.with_entry(R.ACTION_PLAN, item)
    return snapshot


class BeforeDesk(Desk):
    """The page with a review on it."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        snapshot: Snapshot,
        *,
        others: tuple[str, ...] = (),
        is_read_only: bool = False,
    ) -> None:
        page = BeforePage(theme)
        page.watch.today = lambda: TODAY
        page.take_desk("Ada Lead", others)
        super().__init__(qtbot, page, snapshot, is_read_only=is_read_only)

    @property
    def table(self) -> WordTable:
        return find(self.page, WordTable, "findings")

    @property
    def rows(self) -> list[str]:
        model = self.table.rows
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def waivers(self) -> dict[str, str]:
        return {key: waiver.reason for key, waiver in waivers(self.snapshot).items()}

    def waive(self, reason: str, button: str = "waive") -> None:
        find(self.page, QLineEdit, "waive_reason").setText(reason)
        click(self.page, button)


def test_findings_stand_in_groups_with_their_number(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, specified_review("ferrowick"))

    assert desk.rows[:2] == [
        "● Blocker: Risks to act on now, and no action (5)",
        "DE-U12 is Critical, and no action in the plan is for it.",
    ]
    assert "○ Warning: Answers and registers say different things (7)" in desk.rows
    assert "15 blockers, 61 warnings." in words(desk.page)
    assert "DE-U12 Suppression list clean-up" in words(desk.page)


def test_enter_goes_to_the_place_and_down_passes_over_the_heads(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, specified_review("ferrowick"))
    desk.table.choose(5)

    QTest.keyClick(desk.table, Qt.Key.Key_Down)
    QTest.keyClick(desk.table, Qt.Key.Key_Return)

    assert desk.rows[6].startswith("● Blocker: Actions")
    assert desk.links == ["action:N1/client_owner"]


def test_the_other_side_of_a_contradiction_is_one_press_away(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, specified_review("ferrowick"))
    desk.table.choose(next(n for n, row in enumerate(desk.rows) if row.startswith("OVR-08")))

    click(desk.page, "go_to_other_side")
    click(desk.page, "go_to_finding")

    assert desk.links == ["entry:approval_gates/G4", "question:OVR-08"]
    assert find(desk.page, QPushButton, "go_to_other_side").text() == "Go to G4 Chat answer sampling"


def test_waiving_is_one_edit_with_a_reason_that_undo_takes_back(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1", "N2"))
    desk.page.activateWindow()
    qtbot.waitUntil(desk.page.isActiveWindow)
    desk.table.setFocus()

    QTest.keyClick(desk.table, Qt.Key.Key_W)
    has_cursor = find(desk.page, QLineEdit, "waive_reason").hasFocus()
    desk.waive(WHY)
    after = (list(desk.waivers.values()), list(desk.rows), words(desk.page))
    desk.undo()

    assert has_cursor
    assert after[0] == [WHY]
    assert after[1] == [
        "● Blocker: Actions for urgent risks, and no owner (1)",
        "N2 has no owner at the client.",
    ]
    assert "1 blocker, 0 warnings. 1 waived." in after[2]
    assert desk.waivers == {}
    assert len(desk.rows) == 3


@pytest.mark.parametrize(("reason", "who"), [("", "Ada Lead"), (WHY, " ")])
def test_without_a_reason_or_a_name_nothing_is_waived(
    qtbot: QtBot, light: Theme, reason: str, who: str
) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1"))
    find(desk.page, QLineEdit, "waive_who").setText(who)

    desk.waive(reason)

    assert desk.edits == []
    assert ("A few words are enough" in words(desk.page)) == (not reason)
    assert ("Say who takes it upon themselves" in words(desk.page)) == bool(reason)


def test_one_reason_may_hold_for_all_of_a_kind(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1", "N2", "N3"))

    assert find(desk.page, QPushButton, "waive_all").text() == "Waive all 3 of this kind"
    desk.waive(WHY, "waive_all")

    assert list(desk.waivers.values()) == [WHY] * 3
    assert len(desk.edits) == 1
    assert "All is well" in words(desk.page)


def test_what_was_waived_is_shown_when_asked_for_and_can_be_taken_back(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1"))
    desk.waive(WHY)

    find(desk.page, QCheckBox, "show_waived").click()
    shown = (list(desk.rows), words(desk.page))
    click(desk.page, "take_waiver_back")

    assert shown[0] == ["✓ Waived (1)", "N1 has no owner at the client."]
    assert f"Waived by Ada Lead on 28 November 2026: {WHY}" in shown[1]
    assert desk.waivers == {}
    assert desk.rows[0].startswith("● Blocker")


def test_a_waiver_that_lapsed_shows_its_reason(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1"))
    desk.waive(WHY)

    desk.snapshot = with_fields(desk.snapshot, R.ACTION_PLAN, "N1", risks=("PG-1",))
    desk.show()

    assert f"It was waived, and has changed since. The reason was: {WHY}" in words(desk.page)


def test_a_sound_review_says_that_all_is_well(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, sound_review())

    assert "All is well" in words(desk.page)
    assert not desk.table.isVisible()


def test_the_list_follows_a_change_and_stays_where_one_was(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1", "N2", "N3"))
    desk.table.choose(2)

    desk.snapshot = with_fields(desk.snapshot, R.ACTION_PLAN, "N1", client_owner="Head of IT")
    desk.show()

    assert desk.rows[1:] == ["N2 has no owner at the client.", "N3 has no owner at the client."]
    assert desk.table.currentIndex().row() == 1


def test_a_person_who_agreed_is_no_finding_any_more(qtbot: QtBot, light: Theme) -> None:
    snapshot = with_fields(sound_review(), R.AI_TOOLS, "T1", notes="Maud Sandström wired it.")
    desk = BeforeDesk(qtbot, light, snapshot)

    click(desk.page, "agreed_to_be_named")

    assert "All is well" in words(desk.page)
    assert [edit.label for edit in desk.edits] == ["Note that P1 agreed to be named"]


def test_a_decision_whose_risk_is_gone_is_removed_and_comes_back_by_undo(qtbot: QtBot, light: Theme) -> None:
    gone = RiskDecision(risk="EX-T99", treatment=Treatment.SHARE)
    desk = BeforeDesk(qtbot, light, sound_review().with_entry(R.RISK_DECISIONS, gone))
    told = words(desk.page)

    click(desk.page, "remove_decision")
    after = (dict(desk.snapshot.risk_decisions), words(desk.page))
    desk.undo()

    assert "A decision is recorded about EX-T99, which this review does not have: Share." in told
    assert "There was such a risk when it was decided" in told
    assert after[0] == {}
    assert "All is well" in after[1]
    assert desk.snapshot.risk_decisions == {"EX-T99": gone}


def test_a_decision_is_not_removed_from_a_sealed_review_nor_for_another_finding(
    qtbot: QtBot, light: Theme
) -> None:
    gone = RiskDecision(risk="EX-T99", treatment=Treatment.SHARE)
    sealed = BeforeDesk(qtbot, light, sound_review().with_entry(R.RISK_DECISIONS, gone), is_read_only=True)
    other = BeforeDesk(qtbot, light, unowned("N1"))

    assert not find(sealed.page, QWidget, "remove_decision").isVisible()
    assert not find(other.page, QWidget, "remove_decision").isVisible()


def test_another_clients_name_never_stands_on_the_screen(qtbot: QtBot, light: Theme) -> None:
    snapshot = with_fields(sound_review(), R.AI_TOOLS, "T1", notes="As Kumquat has it.")

    desk = BeforeDesk(qtbot, light, snapshot, others=("Kumquat Ltd",))

    assert "T1, notes names another client: K." in desk.rows
    assert "umquat" not in words(desk.page) + str(desk.rows)


def test_a_sealed_review_is_looked_at_and_not_waived(qtbot: QtBot, light: Theme) -> None:
    desk = BeforeDesk(qtbot, light, unowned("N1"), is_read_only=True)

    QTest.keyClick(desk.table, Qt.Key.Key_W)

    assert "N1 has no owner at the client." in words(desk.page)
    assert not find(desk.page, QWidget, "waive").isVisible()


def test_a_large_review_is_checked_beside_the_window(
    qtbot: QtBot, light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "QUICK_UP_TO", 10)
    began: list[bool] = []
    page = BeforePage(light)
    page.watch.began.connect(lambda: began.append(True))
    page.watch.today = lambda: TODAY
    snapshot = specified_review("ferrowick")
    qtbot.addWidget(page)
    page.show()

    with qtbot.waitSignal(page.watch.found):
        page.show_review(Shown(snapshot, lambda: assess(snapshot)))

    assert began == [True]
    assert "15 blockers, 61 warnings." in words(page)


def test_a_long_way_to_the_other_side_makes_the_card_no_wider_than_its_place(
    qtbot: QtBot, light: Theme
) -> None:
    desk = BeforeDesk(qtbot, light, specified_review("ferrowick"))
    desk.page.resize(960, 600)
    area = find(desk.page, QScrollArea, "finding_card_area")
    other = find(desk.page, QPushButton, "go_to_other_side")
    inside = area.widget()
    assert inside is not None
    shortened: dict[str, str] = {}

    for row in range(desk.table.model().rowCount()):
        desk.table.choose(row)
        QApplication.processEvents()
        if other.isVisible() and other.text().endswith("…"):
            shortened[other.text()] = other.accessibleName()
            assert inside.minimumSizeHint().width() <= area.viewport().width()

    assert shortened
    assert all(whole.startswith(text[:-1].rstrip()) for text, whole in shortened.items())
