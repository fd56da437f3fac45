"""Who changed what, when, from what to what, and why: of the review, of a row, of an answer."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.edits import set_field
from app.library_entries import add_from_library, offers
from models.change import Change
from models.storage import FileKey
from models.storage.opening import open_with_key
from models.values import RegisterName
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, press, words
from tests.ui.window.test_review_in_window import answer_a_question, snapshot_of
from ui.main_window import MainWindow
from ui.widgets.notice import Notice
from ui.widgets.word_table import WordTable

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_CPU_SECONDS = 0.3


def table(window: MainWindow) -> WordTable:
    return find(window.page, WordTable, "history_table")


def rows(window: MainWindow) -> list[str]:
    model = table(window).rows
    return [
        " | ".join(model.index(row, column).data() for column in range(1, 5))
        for row in range(model.rowCount())
    ]


def note_tool(window: MainWindow, text: str) -> None:
    edit = set_field(snapshot_of(window), RegisterName.AI_TOOLS, "T01", "notes", text)
    window.page.edit_made.emit(replace(edit, reason="The admin said so"))


def test_the_newest_changes_stand_first_with_everything_that_is_known(demo: MainWindow) -> None:
    answer_a_question(demo, 3)
    note_tool(demo, "Off since Monday")

    press(demo, Qt.Key.Key_H, CTRL)

    newest, before = rows(demo)[:2]
    assert "Change Notes of AI tool “Engage Predictive Scoring”" in newest
    assert "→ Off since Monday" in newest
    assert "The admin said so" in newest
    assert "Answer ACC-05 | Value: 1 → 3" in before
    assert "to: Off since Monday" in words(demo.page)
    assert "Because: The admin said so" in words(demo.page)


def test_what_came_and_went_in_one_step_is_told_row_by_row_and_undoing_it_says_so(demo: MainWindow) -> None:
    snapshot = snapshot_of(demo)
    made = [offer for offer in offers(snapshot, RegisterName.AI_TOOLS) if not offer.is_present][:2]
    demo.page.edit_made.emit(add_from_library(snapshot, RegisterName.AI_TOOLS, made))
    choose(demo, "undo")

    demo.follow("page:history")

    gone, came = rows(demo)[0], rows(demo)[3]
    assert "Undo: Add 2 rows from the library\nGone: " in gone
    assert "| Add 2 rows from the library\nNew: " in came
    assert "→" not in gone + came
    assert "Id: " not in gone + came
    assert ", removed" in words(demo.page)


def test_where_nothing_fits_the_page_says_so_and_one_press_shows_all_again(
    qtbot: QtBot, demo: MainWindow
) -> None:
    demo.follow("history:question/ACC-03")
    field = find(demo.page, QLineEdit, "filter_words")
    field.setText("nothing of the kind")
    empty = find(demo.page, QWidget, "history_empty")
    qtbot.waitUntil(empty.isVisible)
    assert not table(demo).isVisible()

    click(empty, "show_whole_history")

    assert rows(demo)
    assert table(demo).isVisible()
    assert field.text() == ""
    assert demo.page.place == ""


def test_enter_leads_to_the_place_of_a_change(demo: MainWindow) -> None:
    answer_a_question(demo, 3)
    note_tool(demo, "Off since Monday")
    demo.follow("page:history")
    table(demo).choose(1)

    press(demo, Qt.Key.Key_Return)

    assert demo.page.place == "question:ACC-05"
    demo.follow("page:history")
    table(demo).choose(0)
    click(demo.page, "go_to_line")
    assert demo.page.place == "entry:ai_tools/T01"


def test_a_question_shows_the_history_of_its_answers_by_one_key(demo: MainWindow) -> None:
    answer_a_question(demo, 3)
    note_tool(demo, "Off since Monday")
    demo.follow("question:ACC-05")

    press(demo, Qt.Key.Key_H)

    assert demo.page.place == "history:question/ACC-05"
    assert "Answers to ACC-05" in words(demo.page)
    assert all("ACC-05" in row or "Begin the review" in row for row in rows(demo))
    assert len(rows(demo)) >= 2
    click(demo.page, "show_all_history")
    assert "Off since Monday" in rows(demo)[0]


def test_a_row_shows_its_history_from_its_card(demo: MainWindow) -> None:
    note_tool(demo, "Off since Monday")
    answer_a_question(demo, 3)
    demo.follow("entry:ai_tools/T01")

    click(demo.page, "row_history")

    assert "AI tools: T01" in words(demo.page)
    assert len(rows(demo)) == 2
    assert "Off since Monday" in rows(demo)[0]


def test_filters_by_words_person_and_register(qtbot: QtBot, demo: MainWindow) -> None:
    assert demo.bridge is not None
    note_tool(demo, "Off since Monday")
    demo.bridge.workspace.sign_as("Zoë")
    answer_a_question(demo, 3)
    demo.follow("page:history")
    everything = len(rows(demo))

    find(demo.page, QLineEdit, "filter_words").setText("monday OFF")
    qtbot.waitUntil(lambda: len(rows(demo)) == 1)
    by_words = rows(demo)
    find(demo.page, QLineEdit, "filter_words").clear()
    qtbot.waitUntil(lambda: len(rows(demo)) == everything)
    choose_in(find(demo.page, QComboBox, "filter_person"), "Zoë")
    by_person = rows(demo)
    choose_in(find(demo.page, QComboBox, "filter_person"), None)
    choose_in(find(demo.page, QComboBox, "filter_register"), "ai_tools")
    by_register = rows(demo)

    assert "Off since Monday" in by_words[0]
    assert [row.split(" | ")[:2] for row in by_person] == [["Zoë", "Answer ACC-05"]]
    assert "Off since Monday" in by_register[0]
    assert not any("Answer ACC" in row for row in by_register)


def choose_in(combo: QComboBox, value: str | None) -> None:
    row = combo.findData(value) if value else 0
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_the_history_is_saved_as_csv_without_a_formula(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    note_tool(demo, "=1+1")
    choosing.answer = tmp_path / "history.csv"
    demo.follow("history:ai_tools/T01")

    click(demo.page, "export_history")

    saved = (tmp_path / "history.csv").read_text("utf-8-sig")
    assert "'=1+1" in saved
    assert ",=1+1" not in saved
    assert saved.count("Change Notes of AI tool") == 1
    assert "Saved." in find(demo.page, Notice, "notice").text


@pytest.fixture
def long_path(tmp_path: Path) -> Path:
    return tmp_path / "long.plumbline"


@pytest.fixture
def long_key(long_path: Path) -> FileKey:
    """A file with five thousand changes."""
    key = kept.made(long_path)
    with open_with_key(long_path, key) as store:
        tool = store.load("R1").ai_tools["T01"]
        for number in range(50):
            changes = []
            for n in range(100):
                after = tool.with_values(notes=f"Remark {100 * number + n}")
                changes.append(Change(register=RegisterName.AI_TOOLS, key="T01", before=tool, after=after))
                tool = after
            store.record("R1", changes, who="Ana", label="Change Notes of AI tool T01")
    return key


def test_five_thousand_changes_open_at_once_and_are_found_by_words(
    qtbot: QtBot, window: MainWindow, long_path: Path, long_key: FileKey
) -> None:
    kept.open_in(window, long_path, long_key)
    window.follow("page:history")
    window.follow("page:risk_map")
    took = []
    for _turn in range(3):
        answer_a_question(window, 2 + _turn % 2)
        begun = time.process_time()
        window.follow("page:history")
        took.append(time.process_time() - begun)
        window.follow("page:risk_map")
    window.follow("page:history")

    shown = len(rows(window))
    find(window.page, QLineEdit, "filter_words").setText("Remark 4")
    qtbot.waitUntil(lambda: len(rows(window)) > 1000, timeout=30_000)
    find(window.page, QLineEdit, "filter_words").setText("remark 4321")
    qtbot.waitUntil(lambda: len(rows(window)) == 2, timeout=30_000)

    assert sorted(took)[1] < MOST_CPU_SECONDS
    assert shown == 200
    assert "Remark 4321 → Remark 4322" in rows(window)[0]
