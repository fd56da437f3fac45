"""Enter presses the button that has the keyboard, and never another one that cannot be undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.reach import choose, click, find, press
from tests.ui.window.files import dialog_of, is_open, make_meridian
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


def sealed(window: MainWindow) -> bool:
    assert window.bridge is not None
    return len(window.bridge.workspace.reviews) > 1


def test_enter_on_cancel_leaves_the_review_as_it_was(demo: MainWindow) -> None:
    choose(demo, "begin_review")
    dialog = dialog_of(demo, "begin_review")
    find(dialog, QPushButton, "begin_review_cancel").setFocus()

    press(dialog, Qt.Key.Key_Return)

    assert not is_open(demo, "begin_review")
    assert not sealed(demo)


def test_enter_in_a_field_does_what_the_dialog_is_for_and_says_so(demo: MainWindow) -> None:
    choose(demo, "begin_review")
    dialog = dialog_of(demo, "begin_review")
    find(dialog, QLineEdit, "review_title").setFocus()

    press(dialog, Qt.Key.Key_Return)

    assert not is_open(demo, "begin_review")
    assert sealed(demo)
    assert "“Re-review 1” has begun." in find(demo, Notice, "notice").text


def test_enter_on_a_button_of_a_page_presses_it(window: MainWindow) -> None:
    new = next(each for each in window.findChildren(QPushButton) if each.text() == "New review file…")
    new.setFocus()

    press(window, Qt.Key.Key_Return)

    assert is_open(window, "new_review")
    dialog_of(window, "new_review").close()


def test_a_recovery_sheet_is_not_put_away_by_enter_while_print_has_the_keyboard(
    window: MainWindow, tmp_path: Path
) -> None:
    sheet = make_meridian(window, tmp_path)
    first = sheet.focusWidget()

    press(sheet, Qt.Key.Key_Return)

    assert first is find(sheet, QPushButton, "print_sheet")
    assert is_open(window, "recovery_sheet")
    click(sheet, "recovery_sheet_go_on")
