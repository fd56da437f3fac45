"""The scene is set in place: the engagement, who takes part, the sessions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.packs import built_in_pack
from app.register_columns import paths_of
from models.snapshot import Snapshot
from models.values import Engagement, Mode, RegisterName, Session, Vendor
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find
from ui.pages.scene_page import ScenePage
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("styled")
FERROWICK = specified_review("ferrowick")


@pytest.fixture
def full(qtbot: QtBot, light: Theme) -> Desk:
    desk = Desk(qtbot, ScenePage(light), FERROWICK)
    desk.page.activateWindow()
    return desk


@pytest.fixture
def empty(qtbot: QtBot, light: Theme) -> Desk:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
    desk = Desk(qtbot, ScenePage(light), snapshot)
    desk.page.activateWindow()
    return desk


def rows(desk: Desk, name: str) -> list[str]:
    shown = find(desk.page, QListWidget, name)
    return [shown.item(row).text() for row in range(shown.count())]


def test_every_field_of_the_engagement_has_its_place(full: Desk) -> None:
    for path in paths_of(Engagement):
        assert full.page.show_place(f"entry:engagement/engagement/{path}"), path
        assert find(full.page, QWidget, f"field_{path}").accessibleName()
    assert full.edits == []


def test_the_engagement_is_typed_and_chosen(empty: Desk) -> None:
    QTest.keyClicks(find(empty.page, QLineEdit, "field_sector"), "Leasing")
    QTest.keyClick(find(empty.page, QLineEdit, "field_sector"), Qt.Key.Key_Return)
    click(find(empty.page, QWidget, "field_mode"), "choice_express")
    scope = find(empty.page, QTextEdit, "field_scope")
    scope.setFocus()
    scope.setPlainText("<b>Alles</b> & mehr 🦆")
    find(empty.page, QLineEdit, "field_sector").setFocus()
    QApplication.processEvents()

    engagement = empty.snapshot.engagement
    assert (engagement.sector, engagement.mode) == ("Leasing", Mode.EXPRESS)
    assert engagement.scope == "<b>Alles</b> & mehr 🦆"
    assert empty.edits[0].label == "Change Sector of engagement"


def test_people_are_added_one_after_the_other_by_name_and_enter(empty: Desk) -> None:
    name = find(empty.page, QLineEdit, "participant_name")

    for person in ("Ana", "Ben"):
        QTest.keyClicks(name, person)
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert rows(empty, "participants") == ["Ana", "Ben"]
    assert list(empty.snapshot.participants) == ["P01", "P02"]
    assert name.text() == ""
    empty.undo()
    assert rows(empty, "participants") == ["Ana"]


def test_a_session_is_added_and_its_card_opens(empty: Desk) -> None:
    click(empty.page, "add_session")
    card = find(empty.page, QWidget, "entry_card")
    assert card.isVisible()

    click(find(card, QWidget, "field_type"), "choice_document_review")
    QTest.keyClick(card, Qt.Key.Key_Escape)

    session = empty.entry(RegisterName.SESSIONS, "RS1")
    assert isinstance(session, Session)
    assert rows(empty, "sessions") == ["Document review, 0 people"]
    assert not card.isVisible()


def test_a_person_opens_by_a_click_or_a_place(full: Desk) -> None:
    people = find(full.page, QListWidget, "participants")
    QTest.mouseClick(
        people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualItemRect(people.item(1)).center()
    )
    card = find(full.page, QWidget, "entry_card")
    assert find(card, QLineEdit, "field_name").text() == "Tobias Renn"

    assert full.page.show_place("entry:participants/P03/role")
    assert find(card, QLineEdit, "field_name").text() == "Priyanka Dasgupta"
    assert not full.page.show_place("entry:participants/P99")
    assert not full.page.show_place("entry:ai_tools/T01")


def test_del_removes_a_session_and_a_person_with_answers_stays(full: Desk) -> None:
    respondent = next(answer.respondent for answer in FERROWICK.answers.values() if answer.respondent)
    people, sessions = (find(full.page, QListWidget, name) for name in ("participants", "sessions"))
    people.setCurrentRow(list(FERROWICK.participants).index(respondent))
    sessions.setCurrentRow(0)

    QTest.keyClick(people, Qt.Key.Key_Delete)
    assert find(full.page, QWidget, "notice").isVisible()
    QTest.keyClick(sessions, Qt.Key.Key_Delete)

    assert len(full.edits) == 1
    assert len(full.snapshot.sessions) == len(FERROWICK.sessions) - 1
    full.undo()
    assert full.snapshot == FERROWICK


def test_what_is_ready_leads_to_the_registers(full: Desk) -> None:
    ready = find(full.page, QPushButton, "ready_systems")
    assert ready.text() == "10 systems"
    assert find(full.page, QPushButton, "ready_ai_tools").text() == "14 AI tools"

    ready.click()

    assert full.links == ["register:systems"]


def test_an_empty_scene_teaches(empty: Desk) -> None:
    words = " ".join(label.text() for label in empty.page.findChildren(QLabel) if label.isVisible())

    assert "Who takes part" in words
    assert "Interviews, workshops" in words


def test_a_review_that_can_only_be_read_takes_no_typing(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, ScenePage(light), FERROWICK, is_read_only=True)

    assert find(desk.page, QLineEdit, "field_client").isReadOnly()
    assert not find(desk.page, QPushButton, "add_session").isEnabled()
    sessions = find(desk.page, QListWidget, "sessions")
    sessions.setCurrentRow(0)
    QTest.keyClick(sessions, Qt.Key.Key_Delete)
    assert desk.edits == []


def test_a_refused_edit_is_said_beside_its_field(full: Desk) -> None:
    full.page.show_refused("entry:engagement/engagement/end_date", "The end is before the start.")

    words = [label.text() for label in full.page.findChildren(QLabel) if not label.isHidden()]
    assert "The end is before the start." in words


def test_one_entry_is_said_in_the_singular(empty: Desk) -> None:
    empty.snapshot = empty.snapshot.with_entry(RegisterName.VENDORS, Vendor(id="V01", name="Acme"))
    empty.show()

    assert find(empty.page, QPushButton, "ready_vendors").text() == "1 vendor"
    assert find(empty.page, QPushButton, "ready_systems").text() == "0 systems"
