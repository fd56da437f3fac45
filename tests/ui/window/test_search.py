"""The search finds what was written, and leads to the very field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from app.edits import answer, set_field
from models.values import Answer, AnswerState, RegisterName
from tests.ui.reach import choose, find, press
from ui.main_window import MainWindow
from ui.widgets.result_list import ResultList

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def noted(demo: MainWindow) -> MainWindow:
    """The demo with a note, a reason and a field that have a word of their own."""
    assert demo.bridge is not None
    person = next(iter(demo.bridge.workspace.snapshot.participants))
    for given in (
        Answer(question="ACC-03", state=AnswerState.UNKNOWN, respondent=person, note="Quixotic at best"),
        Answer(question="DAT-02", state=AnswerState.NOT_APPLICABLE, reason="A quixotic question here"),
    ):
        demo.bridge.do(answer(demo.bridge.workspace.snapshot, given))
    snapshot = demo.bridge.workspace.snapshot
    demo.bridge.do(set_field(snapshot, RegisterName.AI_TOOLS, "T03", "notes", "Bought in a quixotic mood"))
    return demo


def look_for(window: MainWindow, typed: str) -> ResultList:
    press(window, Qt.Key.Key_F, CTRL_SHIFT)
    QTest.keyClicks(find(window.page, QLineEdit, "search"), typed)
    return find(window.page, ResultList, "search_results")


def test_notes_reasons_and_fields_are_found_in_their_lists_and_counted(noted: MainWindow) -> None:
    results = look_for(noted, "QUIXOT")

    assert {hit.item.heading for hit in results.hits} == {"Notes and answers", "AI tools"}
    assert find(noted.page, QLabel, "search_said").text() == "3 places in 2 lists"


@pytest.mark.parametrize(
    ("typed", "place", "written"),
    [
        ("quixotic best", "question:ACC-03", "Quixotic at best"),
        ("quixotic question", "question:DAT-02", "A quixotic question here"),
        ("quixotic mood", "entry:ai_tools/T03", "Bought in a quixotic mood"),
    ],
    ids=["a note", "a reason", "a field"],
)
def test_enter_leads_to_the_very_field_with_the_cursor_in_it(
    noted: MainWindow, typed: str, place: str, written: str
) -> None:
    look_for(noted, typed)

    press(noted, Qt.Key.Key_Return)

    focused = QApplication.focusWidget()
    assert noted.page.place == place
    assert isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit)
    text = focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()
    assert text == written


def test_going_back_shows_the_same_results_again(noted: MainWindow) -> None:
    look_for(noted, "quixotic")
    press(noted, Qt.Key.Key_Down)
    press(noted, Qt.Key.Key_Return)

    choose(noted, "go_back")

    results = find(noted.page, ResultList, "search_results")
    assert noted.page.place == "search:quixotic"
    assert len(results.hits) == 3


def test_what_is_written_while_one_searches_is_found_at_once(noted: MainWindow) -> None:
    results = look_for(noted, "quixotic")

    choose(noted, "undo")

    assert len(results.hits) == 2


def test_words_can_be_hidden_on_a_shared_screen(noted: MainWindow) -> None:
    results = look_for(noted, "quixotic")
    with_words = results.grab().toImage()

    find(noted.page, QCheckBox, "hide_texts").click()

    assert results.grab().toImage() != with_words
    assert len(results.hits) == 3
    assert not any("uixotic" in str(results.model().index(row, 0).data()) for row in range(5))


def test_what_is_nowhere_says_what_to_try(noted: MainWindow) -> None:
    results = look_for(noted, "xyzzy")

    assert not results.isVisible()
    assert "one word less" in find(noted.page, QLabel, "search_said").text()
