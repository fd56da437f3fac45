"""In a large review the risks that an answer moves are worked out beside the window, for what is shown."""

from dataclasses import dataclass, field
from functools import partial
from threading import Event, Timer, get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assessment import assess
from app.assessment.trace import Trace
from app.demo import demo_snapshot
from models.assessment import Assessment
from models.snapshot import Snapshot
from tests.benchmarks.big_review import big_snapshot
from tests.ui.pages.section_desk import SectionDesk
from tests.ui.reach import words
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.moved_risks import MOST_SHOWN, RiskLink

pytestmark = pytest.mark.usefixtures("styled")
QUESTION, OTHER, WAITING = "ACC-05", "ACC-06", "Working out which"
PATIENCE_SECONDS, MOMENT_MS = 10, 300


@dataclass
class Work:
    """The assessment of one state: whether it runs beside the window, and a gate that lets it end there."""

    is_beside: bool
    gate: Event = field(default_factory=Event)
    has_ended: bool = False


class HeldDesk(SectionDesk):
    """Beside the window, no state is assessed before its gate is open."""

    def __init__(self, qtbot: QtBot, theme: Theme, snapshot: Snapshot) -> None:
        self.works: list[Work] = []
        self._window_thread = get_ident()
        self._qtbot = qtbot
        super().__init__(qtbot, theme, snapshot, f"question:{QUESTION}")

    def show(self) -> None:
        self.page.show_review(Shown(self.snapshot, partial(self._assess, self.snapshot)))

    def begun(self, number: int) -> Work:
        """The work with this number, counted from 1, once it has begun."""
        self._qtbot.waitUntil(lambda: len(self.works) >= number, timeout=1000 * PATIENCE_SECONDS)
        return self.works[number - 1]

    def shows(self, risks: list[str]) -> None:
        """Wait until these risks are shown."""
        self._qtbot.waitUntil(lambda: self.risks == risks, timeout=1000 * PATIENCE_SECONDS)

    @property
    def risks(self) -> list[str]:
        """Each risk that is shown, with its band."""
        links = (link for link in self.section.findChildren(RiskLink) if link.isVisible())
        return [link.accessibleName() for link in links]

    def moved(self, question: str) -> list[str]:
        """The risks that belong there in the state of now, as they are shown."""
        trace = Trace(self.snapshot, assess(self.snapshot))
        risks = trace.risks_moved_by(question)[:MOST_SHOWN]
        return [f"{risk.id}, {risk.residual.band.value}: {risk.title}" for risk in risks]

    def _assess(self, snapshot: Snapshot) -> Assessment:
        work = Work(is_beside=get_ident() != self._window_thread)
        self.works.append(work)
        if work.is_beside:
            work.gate.wait(PATIENCE_SECONDS)
        found = assess(snapshot)
        work.has_ended = True
        return found


@pytest.fixture(scope="module")
def large() -> Snapshot:
    return big_snapshot(60, 200)


def test_the_window_takes_answers_while_it_is_worked_out_what_one_moves(
    qtbot: QtBot, light: Theme, large: Snapshot
) -> None:
    desk = HeldDesk(qtbot, light, large)
    work = desk.begun(1)

    desk.press("3", "2")
    assert len(desk.edits) == 2
    assert not work.has_ended
    work.gate.set()
    desk.begun(2).gate.set()

    assert len(desk.moved(QUESTION)) == MOST_SHOWN
    desk.shows(desk.moved(QUESTION))
    assert [each.is_beside for each in desk.works] == [True, True]


def test_what_belongs_to_an_older_state_is_not_shown(qtbot: QtBot, light: Theme, large: Snapshot) -> None:
    desk = HeldDesk(qtbot, light, large)
    desk.begun(1).gate.set()
    desk.shows(desk.moved(QUESTION))

    desk.press("3")
    older = desk.begun(2)
    assert (desk.risks, WAITING in words(desk.section)) == ([], True)
    desk.press("0")
    older.gate.set()
    newer = desk.begun(3)
    qtbot.wait(MOMENT_MS)
    assert older.has_ended
    assert (desk.risks, WAITING in words(desk.section)) == ([], True)
    newer.gate.set()

    desk.shows(desk.moved(QUESTION))
    assert WAITING not in words(desk.section)


def test_it_is_worked_out_once_for_all_questions_of_a_state(
    qtbot: QtBot, light: Theme, large: Snapshot
) -> None:
    desk = HeldDesk(qtbot, light, large)
    work = desk.begun(1)

    desk.section.show_place(f"question:{OTHER}")
    qtbot.wait(MOMENT_MS)
    work.gate.set()
    desk.shows(desk.moved(OTHER))
    desk.section.show_place(f"question:{QUESTION}")

    assert desk.risks == desk.moved(QUESTION) != desk.moved(OTHER)
    assert len(desk.works) == 1


@pytest.mark.parametrize("leave", ["page", "guidance", "list"])
def test_who_leaves_leaves_nothing_running_and_finds_it_on_coming_back(
    qtbot: QtBot, light: Theme, large: Snapshot, leave: str
) -> None:
    desk = HeldDesk(qtbot, light, large)
    work = desk.begun(1)
    Timer(0.05, work.gate.set).start()

    away = {
        "page": lambda: desk.section.setVisible(not desk.section.isVisible()),
        "guidance": desk.section.turn_guidance,
        "list": desk.section.turn_list,
    }[leave]
    away()
    assert work.has_ended
    qtbot.wait(MOMENT_MS)
    assert (desk.risks, len(desk.works)) == ([], 1)
    away()
    desk.begun(2).gate.set()

    desk.shows(desk.moved(QUESTION))


def test_in_a_small_review_the_risks_before_stay_until_those_of_now_are_there(
    qtbot: QtBot, light: Theme
) -> None:
    desk = HeldDesk(qtbot, light, demo_snapshot())
    desk.begun(1)
    desk.shows(before := desk.moved(QUESTION))

    desk.press("4")
    QApplication.processEvents()
    assert (desk.risks, WAITING in words(desk.section)) == (before, False)
    desk.begun(2)

    assert desk.risks == desk.moved(QUESTION)
    assert not any(each.is_beside for each in desk.works)
