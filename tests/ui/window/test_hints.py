"""A hint stands under its page, goes when the thing was done or put away, and stays away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from app.settings import Settings, load_settings, save_settings
from tests.ui.reach import choose, click, find, press, rest, words
from ui.main_window import MainWindow
from ui.widgets.hint_line import HintLine

ALT = Qt.KeyboardModifier.AltModifier


def hint(window: MainWindow) -> str:
    line = find(window, HintLine, "hint_line")
    return line.name if line.isVisible() else ""


def test_no_hint_shows_before_a_review_is_open(window: MainWindow) -> None:
    assert hint(window) == ""


def test_answering_once_teaches_and_is_kept(demo: MainWindow, config: Path) -> None:
    demo.follow("question:ACC-05")
    before = hint(demo)

    press(demo, Qt.Key.Key_3)

    assert before == "answer"
    assert hint(demo) == ""
    assert load_settings(config).hints_done == ("answer",)
    demo.follow("page:risk_map")
    demo.follow("question:ACC-05")
    assert hint(demo) == "palette"


def test_a_hint_that_is_put_away_stays_away_and_can_be_had_again(demo: MainWindow, config: Path) -> None:
    demo.follow("page:registers")
    click(demo, "dismiss_hint")
    put_away = hint(demo)
    demo.follow("page:settings")

    click(demo, "show_hints")

    assert put_away == ""
    assert load_settings(config).hints_done == ()
    demo.follow("page:registers")
    assert hint(demo) == "rows"


def test_opening_a_why_and_the_palette_and_going_back_teach(demo: MainWindow, config: Path) -> None:
    demo.follow("risk:EX-T13")
    demo.page.link_followed.emit("question:ACC-03")
    after_link = hint(demo)
    press(demo, Qt.Key.Key_Left, ALT)
    choose(demo, "find_anything")
    press(demo, Qt.Key.Key_Escape)

    assert after_link == "back"
    assert load_settings(config).hints_done == ("back", "palette", "why")


def test_what_was_learned_meanwhile_survives_another_choice_in_the_settings(
    demo: MainWindow, config: Path
) -> None:
    demo.follow("page:settings")
    demo.follow("question:ACC-05")
    press(demo, Qt.Key.Key_3)
    demo.follow("page:settings")

    find(demo, QSlider, "text_size").setValue(12)
    rest(demo)

    assert load_settings(config).hints_done == ("answer",)
    assert load_settings(config).text_size == 120


def test_a_hint_is_said_in_words_and_takes_no_room_of_the_page_once_it_is_gone(demo: MainWindow) -> None:
    demo.follow("page:registers")
    with_hint = demo.page.height()

    said = "Ctrl+V" in words(find(demo, HintLine, "hint_line"))
    click(demo, "dismiss_hint")

    assert said
    assert demo.page.height() > with_hint


def test_hints_that_make_no_sense_in_the_settings_are_dropped(config: Path) -> None:
    save_settings(Settings(hints_done=("why",)), config)
    kept = load_settings(config)
    (config / "settings.toml").write_text('hints_done = ["why", 7, "a b", "<b>"]')

    assert kept.hints_done == ("why",)
    assert load_settings(config).hints_done == ("why",)


def test_a_hint_that_had_no_room_comes_back_when_the_window_grows(demo: MainWindow) -> None:
    demo.setMinimumSize(0, 0)
    demo.resize(900, 400)
    demo.follow("page:registers")
    without_room = hint(demo)

    demo.resize(1366, 768)
    with_room = hint(demo)
    demo.resize(900, 400)

    assert without_room == ""
    assert with_room == "rows"
    assert hint(demo) == ""
