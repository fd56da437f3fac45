"""The palette reaches anything by a few keys, and shows no note."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.edits import answer
from models.values import Answer, AnswerState
from tests.ui.reach import choose, find, press
from ui.main_window import MainWindow
from ui.undo_keys import UndoKeys
from ui.widgets.palette import Palette
from ui.widgets.result_list import ResultList

CTRL = Qt.KeyboardModifier.ControlModifier


def open_palette(window: MainWindow, typed: str = "") -> ResultList:
    press(window, Qt.Key.Key_K, CTRL)
    line = find(window, QLineEdit, "palette_line")
    QTest.keyClicks(line, typed)
    QApplication.processEvents()
    return find(window, ResultList, "palette_results")


def is_open(window: MainWindow) -> bool:
    return any(palette.isVisible() for palette in window.findChildren(Palette))


def places(results: ResultList) -> list[str]:
    return [hit.place for hit in results.hits]


def test_an_id_and_enter_lead_to_the_question(demo: MainWindow) -> None:
    open_palette(demo, "acc-03")

    press(demo, Qt.Key.Key_Return)

    assert not is_open(demo)
    assert demo.page.place == "question:ACC-03"


def test_a_row_is_opened_by_its_name(demo: MainWindow) -> None:
    assert demo.bridge is not None
    tool = demo.bridge.workspace.snapshot.ai_tools["T03"]
    results = open_palette(demo, tool.name.lower())

    while results.current is not None and results.current.item.ident != "T03":
        press(demo, Qt.Key.Key_Down)
    press(demo, Qt.Key.Key_Return)

    assert demo.page.place == "entry:ai_tools/T03"


def test_risks_come_when_the_person_pauses_and_the_chosen_row_stays(demo: MainWindow) -> None:
    results = open_palette(demo, "t13")
    before = results.current

    QTest.qWait(200)

    assert before is not None
    assert results.current is not None
    assert results.current.place == before.place
    assert "risk:EX-T13" in places(results)


def test_an_action_is_done_and_the_keyboard_goes_back(demo: MainWindow) -> None:
    demo.follow("question:ACC-03")
    focused = QApplication.focusWidget()
    open_palette(demo, ">full screen")

    press(demo, Qt.Key.Key_Return)

    assert demo.isFullScreen()
    assert QApplication.focusWidget() is focused
    choose(demo, "full_screen")


def test_what_cannot_be_done_says_why_and_is_not_done(demo: MainWindow) -> None:
    results = open_palette(demo, ">undo")

    press(demo, Qt.Key.Key_Return)

    assert results.hits[0].item.why_not == "nothing to undo"
    assert is_open(demo)
    press(demo, Qt.Key.Key_Escape)


def test_escape_a_click_beside_it_and_another_page_close_it(demo: MainWindow) -> None:
    open_palette(demo)
    press(demo, Qt.Key.Key_Escape)
    after_escape = is_open(demo)
    open_palette(demo)
    palette = next(palette for palette in demo.findChildren(Palette) if palette.isVisible())
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, palette.height() - 3))
    after_click = is_open(demo)
    open_palette(demo)
    press(demo, Qt.Key.Key_2, CTRL)

    assert (after_escape, after_click, is_open(demo)) == (False, False, False)
    assert demo.page.page_id == "registers"


def test_a_slash_opens_it_where_it_means_nothing_else(demo: MainWindow) -> None:
    demo.follow("question:ACC-03")
    press(demo, Qt.Key.Key_Slash)
    on_a_question = is_open(demo)
    press(demo, Qt.Key.Key_Escape)
    demo.follow("page:risk_map")
    press(demo, Qt.Key.Key_Slash)

    assert on_a_question
    assert not is_open(demo)


@pytest.mark.parametrize("name", ["note", "go_to"])
def test_it_opens_from_a_field_that_is_being_typed_in_and_takes_nothing_from_it(
    demo: MainWindow, qapp: QApplication, name: str
) -> None:
    keys = UndoKeys(demo)
    qapp.installEventFilter(keys)
    demo.follow("question:ACC-05")
    field = find(demo.page, QWidget, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    QTest.keyClicks(field, "consent")
    press(demo, Qt.Key.Key_Home)

    press(demo, Qt.Key.Key_K, CTRL)

    assert is_open(demo)
    assert (
        "consent" in (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
        or name == "go_to"
    )
    press(demo, Qt.Key.Key_Escape)
    qapp.removeEventFilter(keys)


def test_what_was_chosen_last_comes_first(demo: MainWindow) -> None:
    for typed in ("acc-03", "dat-02"):
        open_palette(demo, typed)
        press(demo, Qt.Key.Key_Return)

    results = open_palette(demo)

    assert places(results)[:2] == ["question:DAT-02", "question:ACC-03"]
    press(demo, Qt.Key.Key_Escape)


def test_a_closed_review_leaves_nothing_behind(demo: MainWindow) -> None:
    open_palette(demo, "acc-03")
    press(demo, Qt.Key.Key_Return)
    choose(demo, "close_file")

    results = open_palette(demo)

    assert "question:ACC-03" not in places(results)
    assert all(hit.item.group.name in {"ACTIONS", "HELP"} for hit in results.hits)
    find(demo, QLineEdit, "palette_line").setText("report")
    assert {hit.item.why_not for hit in results.hits} & {"needs an open review"}
    press(demo, Qt.Key.Key_Escape)


def test_help_is_found_by_a_question_mark(demo: MainWindow) -> None:
    results = open_palette(demo, "?passphrase")

    assert places(results)[0] == "help:passphrase"
    press(demo, Qt.Key.Key_Return)
    assert demo.page.page_id == "help"


def test_no_word_of_a_note_shows_in_the_palette_and_the_search_finds_it(demo: MainWindow) -> None:
    assert demo.bridge is not None
    snapshot = demo.bridge.workspace.snapshot
    given = Answer(question="ACC-03", state=AnswerState.UNKNOWN, note="They distrust quixotic Zoë")
    demo.bridge.do(answer(snapshot, replace(given, respondent=next(iter(snapshot.participants)))))
    results = open_palette(demo, "quixotic")
    shown = [hit.item.label for hit in results.hits]

    press(demo, Qt.Key.Key_Return)

    assert shown == ["Search notes and registers for “quixotic”"]
    assert demo.page.place == "search:quixotic"
    found = find(demo.page, ResultList, "search_results")
    assert [hit.item.ident for hit in found.hits] == ["ACC-03"]


def test_a_register_is_reached_by_its_name(demo: MainWindow) -> None:
    results = open_palette(demo, "vendors")
    first = places(results)[0]

    press(demo, Qt.Key.Key_Return)

    assert first == "register:vendors"
    assert demo.page.place.startswith("register:vendors")


def test_the_registers_do_not_lengthen_the_list_before_anything_is_typed(demo: MainWindow) -> None:
    assert not [place for place in places(open_palette(demo)) if place.startswith("register:")]
