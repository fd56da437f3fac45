"""The room agrees, parks what comes up and keeps an eye on the time, all by keys and without a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from app.dissent import views_of
from app.parking import parked_points
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, RegisterName
from tests.ui.pages.section_desk import SHIFT, SectionDesk, small_review
from tests.ui.reach import click, find
from ui.sitting import Sitting
from ui.theme import Theme
from ui.widgets.guidance_panel import GuidancePanel
from ui.widgets.key_button import KeyButton
from ui.widgets.section_clock import SectionClock

pytestmark = pytest.mark.usefixtures("styled")
LEVELS = "question:USE-01"


def split() -> Snapshot:
    """Two people who answered differently."""
    review = small_review()
    for respondent, value in (("P01", 4), ("P02", 1)):
        said = Answer(question="USE-01", state=AnswerState.VALUE, value=value, respondent=respondent)
        review = review.with_entry(RegisterName.ANSWERS, said)
    return review


def test_s_and_a_level_settle_a_disagreement_in_one_step(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, split(), LEVELS)

    desk.press("s")
    assert "What does the room agree on?" in desk.words("settling")
    desk.press("3")

    agreed = desk.answer("USE-01/")
    assert agreed.value == 3
    assert {view.respondent: view.value for view in views_of(agreed)} == {"P01": 4, "P02": 1}
    assert list(desk.snapshot.answers) == ["USE-01/"]
    assert "Agreed by the room" in desk.words("amounts_to")
    said = [view.text() for view in desk.section.findChildren(QLabel, "view")]
    assert said == ["Mia Brandt said Level 4", "Ravi Rao said Level 1"]
    assert find(desk.section, QRadioButton, "level_3").isChecked()
    assert find(desk.section, QRadioButton, "level_4").accessibleDescription() == "Mia Brandt"
    assert len(desk.edits) == 1
    desk.undo()
    assert desk.snapshot.answers == split().answers


def test_a_card_settles_too_and_the_next_answer_is_the_rooms(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, split(), LEVELS)

    click(desk.section, "settle")
    click(desk.section, "level_2")
    desk.press("1")

    assert list(desk.snapshot.answers) == ["USE-01/"]
    assert desk.answer("USE-01/").value == 1
    assert len(views_of(desk.answer("USE-01/"))) == 2


def test_escape_and_going_on_leave_the_disagreement_open(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, split(), LEVELS)

    desk.press("s", Qt.Key.Key_Escape)
    assert find(desk.section, KeyButton, "settle").isVisible()
    desk.press("s", Qt.Key.Key_Right, Qt.Key.Key_Left)

    assert find(desk.section, KeyButton, "settle").isVisible()
    assert not desk.edits


@pytest.mark.parametrize("key", ["s", Qt.Key.Key_Backspace])
def test_what_was_agreed_is_opened_again_by_the_same_key_or_by_clearing(
    qtbot: QtBot, light: Theme, key: str | Qt.Key
) -> None:
    desk = SectionDesk(qtbot, light, split(), LEVELS)

    desk.press("s", "3", key)

    assert {answer.value for answer in desk.snapshot.answers.values()} == {4, 1}
    assert "the lowest counts" in desk.words("amounts_to")


def test_s_does_nothing_where_there_is_nothing_to_settle(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("s", "2")

    assert desk.answer("USE-01/").value == 2


def test_j_parks_a_line_and_leaves_the_keys_with_the_question(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("j")
    desk.write("Who pays & when? 🦊")
    desk.press(Qt.Key.Key_Return, "2")

    (point,) = parked_points(desk.snapshot)
    assert (point.text, point.question) == ("Who pays & when? 🦊", "USE-01")
    assert desk.answer("USE-01/").value == 2
    assert find(desk.section, KeyButton, "parking_lot").text() == "Later 1"
    assert not desk.find("parking_sheet").isVisible()


def test_letters_in_the_parking_lot_are_not_answers_and_escape_parks_nothing(
    qtbot: QtBot, light: Theme
) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("j", "u 1 a", Qt.Key.Key_Escape, Qt.Key.Key_Right)

    assert not desk.edits
    assert desk.question == "USE-02"


def test_a_parked_point_is_ticked_off_followed_and_taken_off(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    desk.press("j", "one", Qt.Key.Key_Return, Qt.Key.Key_Right, "j", "two", Qt.Key.Key_Return, "j")

    find(desk.section, QCheckBox, "parked_PL1").setFocus()
    desk.press(Qt.Key.Key_Space)
    assert [point.is_done for point in parked_points(desk.snapshot)] == [True, False]
    click(desk.section, "unpark_PL2")
    assert [point.text for point in parked_points(desk.snapshot)] == ["one"]
    click(desk.section, "parked_at_PL1")

    assert desk.question == "USE-01"
    assert not desk.find("parking_sheet").isVisible()
    desk.undo()
    assert [point.text for point in parked_points(desk.snapshot)] == ["one", "two"]


def test_the_clock_starts_with_the_first_answer_and_t_stops_it(qtbot: QtBot, light: Theme) -> None:
    now = [0.0]
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    desk.section.take_sitting(Sitting(lambda: now[0]))
    clock = find(desk.section, SectionClock, "section_clock")
    assert clock.words == "40 min"

    desk.press("2")
    now[0] = 32 * 60
    desk.press("3")
    assert clock.words == "32 of 40 min  ·  11 questions left, under a minute each"
    width = clock.width()
    desk.press("t")
    now[0] = 90 * 60
    desk.press("1")
    assert clock.words == "Paused at 32 of 40 min"
    was_amber = clock.is_amber
    assert not was_amber

    desk.press("t")
    now[0] += 8 * 60
    desk.press("2")
    assert clock.is_amber
    assert clock.words == "40 of 40 min, time is up  ·  11 questions left"
    assert clock.width() == width


def test_only_the_section_that_is_answered_spends_time(qtbot: QtBot, light: Theme) -> None:
    now = [0.0]
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    desk.section.take_sitting(Sitting(lambda: now[0]))
    desk.press("2")
    now[0] = 300

    assert desk.section.show_place("question:ACC-01")
    desk.press("2")
    now[0] = 900
    assert desk.section.show_place("question:USE-01")

    assert find(desk.section, SectionClock, "section_clock").words == "Paused at 5 of 40 min"


def test_shift_n_is_the_note_on_every_kind_of_question(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    for question in ("USE-01", "USE-02", "USE-04", "USE-05"):
        desk.section.go_to(question)
        desk.press(Qt.Key.Key_N, modifier=SHIFT)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "note", question
        desk.press(Qt.Key.Key_Escape)

    assert not desk.edits


def test_references_unfold_with_the_editions_readable(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    references = find(desk.section, QLabel, "references")
    assert not references.isVisible()

    find(desk.section, GuidancePanel, "guidance_panel").references.open()

    assert references.isVisible()
    assert "January 2023" in references.text()
    assert "GOVERN 1.6" in references.text()
