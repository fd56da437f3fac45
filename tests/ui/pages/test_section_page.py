"""One question in the room: every key does what it says, and showing a review says nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.demo import demo_snapshot
from models.snapshot import Snapshot
from models.values import (
    Answer,
    AnswerState,
    EvidenceGrade,
    Mode,
    RegisterName,
    Value,
    YesPartlyNo,
)
from tests.ui.pages.section_desk import SHIFT, SectionDesk, carried, small_review
from tests.ui.reach import click, find, words
from ui.theme import Theme
from ui.widgets.key_button import KeyButton

pytestmark = pytest.mark.usefixtures("styled")
LEVELS, WORDS, OPTIONS = "question:USE-01", "question:USE-02", "question:USE-04"
ODD = "<b>x</b> & 🦊 عربي " + "ß" * 30


def given(value: Value | None, respondent: str | None = None, question: str = "USE-01") -> Snapshot:
    state = AnswerState.VALUE if value is not None else AnswerState.UNKNOWN
    said = Answer(question=question, state=state, value=value, respondent=respondent)
    return small_review().with_entry(RegisterName.ANSWERS, said)


@pytest.mark.parametrize("level", range(5))
def test_a_digit_answers_with_its_level_and_the_card_shows_it(qtbot: QtBot, light: Theme, level: int) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press(str(level))

    assert desk.answer("USE-01/").value == level
    chosen = [find(desk.section, QRadioButton, f"level_{n}").isChecked() for n in range(5)]
    assert chosen == [n == level for n in range(5)]


@pytest.mark.parametrize(
    ("key", "value"), [("y", YesPartlyNo.YES), ("p", YesPartlyNo.PARTLY), ("n", YesPartlyNo.NO)]
)
def test_y_p_and_n_answer_a_question_of_that_kind(
    qtbot: QtBot, light: Theme, key: str, value: YesPartlyNo
) -> None:
    desk = SectionDesk(qtbot, light, small_review(), WORDS)

    desk.press(key)

    assert desk.answer("USE-02/").value == value
    assert find(desk.section, QRadioButton, f"answer_{value}").isChecked()


def test_a_click_on_a_card_answers_and_leaves_the_keys_with_the_question(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    click(desk.section, "level_3")
    desk.press(Qt.Key.Key_Right)

    assert desk.answer("USE-01/").value == 3
    assert desk.question == "USE-02"


def test_options_are_toggled_by_their_keys_and_by_clicks(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), OPTIONS)

    desk.press("13")
    click(desk.section, "option_other")
    desk.press("1")

    assert desk.answer("USE-04/").value == ("qa", "other")
    assert find(desk.section, KeyButton, "option_qa").isChecked()


def test_u_says_that_nobody_knows_and_backspace_takes_it_back(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("u")
    assert desk.answer("USE-01/").state is AnswerState.UNKNOWN
    assert find(desk.section, KeyButton, "unknown").isChecked()
    assert "Nobody knows" in desk.words("amounts_to")
    assert "Weak answer" in words(desk.section)

    desk.press(Qt.Key.Key_Backspace)
    assert not desk.snapshot.answers
    assert desk.words("amounts_to") == ""


def test_a_asks_for_the_reason_in_place_and_takes_no_blank_one(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("a", Qt.Key.Key_Return)
    assert not desk.edits
    assert "A reason is needed" in words(desk.section)

    desk.write(ODD)
    desk.press(Qt.Key.Key_Return, "2")
    assert [edit.changes[0].after.write().get("state") for edit in desk.edits if edit.changes[0].after] == [
        "not_applicable",
        "value",
    ]
    desk.undo()
    assert desk.answer("USE-01/").reason == ODD
    assert find(desk.section, QLineEdit, "reason").text() == ODD


def test_escape_gives_the_reason_up(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("a", "no", Qt.Key.Key_Escape, "4")

    assert desk.answer("USE-01/").value == 4
    assert len(desk.edits) == 1
    assert not desk.find("reason").isVisible()


def test_e_goes_through_the_grades_of_evidence(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3), LEVELS)
    assert "until evidence" in desk.words("amounts_to")

    desk.press("e")
    assert desk.answer("USE-01/").evidence is EvidenceGrade.DOCUMENT
    assert desk.words("amounts_to") == ""
    desk.press("e")
    assert desk.answer("USE-01/").evidence is EvidenceGrade.DEMONSTRATED
    click(desk.section, "evidence_none")
    assert desk.answer("USE-01/").evidence is EvidenceGrade.NONE


def test_evidence_is_linked_by_a_few_letters_or_entered_by_its_title(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3), LEVELS)

    desk.press("e", modifier=SHIFT)
    desk.press("adm", Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.press("e", modifier=SHIFT)
    desk.write("Export 📎 <i>")
    desk.press(Qt.Key.Key_Return)

    assert desk.answer("USE-01/").evidence_items == ("E01", "E02")
    assert desk.snapshot.evidence["E02"].title == "Export 📎 <i>"
    click(desk.section, "remove")
    assert desk.answer("USE-01/").evidence_items == ("E02",)


def test_n_leads_to_the_note_where_no_letter_answers(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)

    desk.press("n", "yes 4 u", Qt.Key.Key_Escape, "1")

    assert desk.answer("USE-01/").note == "yes 4 u"
    assert desk.answer("USE-01/").value == 1


def test_on_a_question_that_no_answers_the_note_is_behind_shift(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), WORDS)

    desk.press("n", modifier=SHIFT)
    desk.press("said so", Qt.Key.Key_Escape)

    assert desk.answer("USE-02/").state is AnswerState.NOT_ASKED
    assert desk.answer("USE-02/").note == "said so"


def test_a_note_is_kept_after_a_rest_and_before_anything_else_happens(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    note = find(desk.section, QPlainTextEdit, "note")

    note.setFocus()
    QTest.keyClicks(note, "first")
    qtbot.waitUntil(lambda: len(desk.edits) == 1, timeout=2000)
    QTest.keyClicks(note, " and second")
    click(desk.section, "next")

    assert desk.answer("USE-01/").note == "first and second"
    assert desk.question == "USE-02"
    assert note.toPlainText() == ""


def test_a_note_keeps_odd_and_long_texts_and_says_what_it_cannot_take(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, small_review(), LEVELS)
    note = find(desk.section, QPlainTextEdit, "note")
    note.setFocus()

    note.insertPlainText(ODD + "\n" + "x" * 20_000)
    desk.press(Qt.Key.Key_Escape)

    kept = desk.answer("USE-01/").note
    assert kept is not None
    assert kept.startswith(ODD)
    assert len(kept) == 20_000
    assert "20,000" in words(desk.section)


def test_two_people_answer_differently_and_the_lower_answer_counts(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3, "P01"), LEVELS)

    desk.press("w", "ravi", Qt.Key.Key_Return, "1")

    assert desk.answer("USE-01/P01").value == 3
    assert desk.answer("USE-01/P02").value == 1
    assert desk.words("amounts_to") == "Level 1 to Level 3: the lowest counts."
    assert find(desk.section, KeyButton, "spoken_P02").text() == "Ravi Rao: Level 1, counts"
    assert find(desk.section, QRadioButton, "level_3").accessibleDescription() == "Mia Brandt"
    click(desk.section, "spoken_P01")
    desk.press("0")
    assert desk.answer("USE-01/P01").value == 0


def test_an_answer_of_the_room_can_be_given_to_the_person_who_said_it(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(2), LEVELS)

    desk.press("w", "mia", Qt.Key.Key_Return)
    click(desk.section, "hand_over")

    assert set(desk.snapshot.answers) == {"USE-01/P01"}


def test_the_only_person_who_answered_is_the_one_whose_answer_is_changed(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3, "P01"), LEVELS)

    desk.press("2")

    assert {key: answer.value for key, answer in desk.snapshot.answers.items()} == {"USE-01/P01": 2}


def test_an_answer_carried_forward_is_confirmed_by_c(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, carried(given(3), "USE-01/"), LEVELS)
    assert "still true?" in desk.words("amounts_to")
    assert desk.find("confirm").isVisible()

    desk.press("c")

    assert not desk.answer("USE-01/").extras
    assert not desk.find("confirm").isVisible()


def test_showing_a_review_and_walking_through_it_says_nothing(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, demo_snapshot(), "section:USE")

    for question in desk.snapshot.pack.questions:
        assert desk.section.show_place(f"question:{question.id}")
        desk.show()
    desk.press("l")
    desk.show()
    desk.section.show_place("section:VEN")

    assert not desk.edits


def test_a_sealed_review_is_read_and_not_answered(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3), LEVELS, is_read_only=True)

    desk.press("0", "u", "e", "a", Qt.Key.Key_Delete, Qt.Key.Key_Right)

    assert not desk.edits
    assert desk.question == "USE-02"
    assert not desk.find("answer_cards").isEnabled()


def test_a_refused_edit_is_explained_in_place_and_the_truth_is_shown(qtbot: QtBot, light: Theme) -> None:
    desk = SectionDesk(qtbot, light, given(3), LEVELS)

    desk.section.show_refused("answers/USE-01/", "Not saved: the disk is full.")
    assert "the disk is full" in words(desk.section)
    assert find(desk.section, QRadioButton, "level_3").isChecked()

    desk.press("2")
    assert "the disk is full" not in words(desk.section)


def test_an_express_review_asks_the_express_questions_and_shows_the_others_on_request(
    qtbot: QtBot, light: Theme
) -> None:
    desk = SectionDesk(qtbot, light, small_review(Mode.EXPRESS), "section:USE")
    assert "Question 1 of 5" in desk.words("place")

    desk.press(Qt.Key.Key_Right)
    assert desk.question == "USE-03"
    click(desk.section, "outside_express")
    assert "Question 3 of 12" in desk.words("place")
    assert not desk.edits
