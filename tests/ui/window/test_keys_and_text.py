"""Keys that a text field has before the window, and text that could not be saved."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.edits import set_field
from models.values import RegisterName
from tests.ui.reach import choose, find, press
from ui.main_window import MainWindow
from ui.undo_keys import UndoKeys
from ui.widgets.notice import Notice
from ui.widgets.progress_rail import ProgressRail

CTRL = Qt.KeyboardModifier.ControlModifier


def sector(window: MainWindow) -> str | None:
    assert window.bridge is not None
    return window.bridge.workspace.snapshot.engagement.sector


def change_sector(window: MainWindow, words: str) -> None:
    assert window.bridge is not None
    snapshot = window.bridge.workspace.snapshot
    window.page.edit_made.emit(set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "sector", words))


def test_undo_reaches_the_review_from_a_field_with_nothing_to_undo(
    demo: MainWindow, qapp: QApplication
) -> None:
    keys = UndoKeys(demo)
    qapp.installEventFilter(keys)
    before = sector(demo)
    demo.follow("page:risk_map")
    change_sector(demo, "Something else")
    field = find(demo.page, QLineEdit, "filter_words")
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)

    assert sector(demo) == before
    qapp.removeEventFilter(keys)


def test_undo_in_a_field_takes_back_its_own_typing_first(demo: MainWindow, qapp: QApplication) -> None:
    keys = UndoKeys(demo)
    qapp.installEventFilter(keys)
    demo.follow("page:risk_map")
    change_sector(demo, "Something else")
    field = find(demo.page, QLineEdit, "filter_words")
    field.setFocus()
    QTest.keyClicks(field, "crm")

    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)

    assert field.text() == ""
    assert sector(demo) == "Something else"
    qapp.removeEventFilter(keys)


def test_ctrl_f_puts_the_cursor_into_the_search_of_the_page(demo: MainWindow) -> None:
    for link, name in (("page:risk_map", "filter_words"), ("page:registers", "filter_rows")):
        demo.follow(link)

        press(demo, Qt.Key.Key_F, CTRL)

        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == name


def test_a_question_mark_shows_the_keys_unless_one_is_typing(demo: MainWindow) -> None:
    demo.follow("page:risk_map")
    find(demo.page, QLineEdit, "filter_words").setFocus()
    press(demo, Qt.Key.Key_Question)
    while_typing = demo.page.page_id

    demo.page.setFocus()
    press(demo, Qt.Key.Key_Question)

    assert while_typing == "risk_map"
    assert demo.page.page_id == "help"


def test_the_window_does_not_close_over_text_that_was_not_saved_until_asked_twice(demo: MainWindow) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    demo.follow("page:scene")
    field = next(each for each in demo.page.findChildren(QLineEdit) if each.text() == "Ferrowick Group plc")
    field.setFocus()
    elsewhere = path.rename(path.with_name("elsewhere"))
    field.setText("Ferrowick Group")
    field.textEdited.emit("Ferrowick Group")

    first = demo.close()
    told = find(demo, Notice, "not_saved_line").text
    kept = field.text()
    elsewhere.rename(path)

    assert not first
    assert "1 change is not saved" in told
    assert kept == "Ferrowick Group"
    assert demo.close()


def test_the_rail_shows_how_far_each_section_has_come(window: MainWindow) -> None:
    window.files.open_demo()
    rail = find(window, ProgressRail, "rail")

    item = rail.item("section:USE")

    assert item.count == "12/12"
    assert "12 of 12 questions asked" in item.accessibleDescription()
    choose(window, "close_file")
    assert rail.links() == ("page:start", "page:settings", "page:help")
