"""A review in the window: answers reach the disk, and every step can be taken back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.demo_client import DEMO_PASSPHRASE
from app.edits import answer, set_field
from models.snapshot import Snapshot
from models.storage import open_file
from models.values import Answer, RegisterName
from tests.ui.reach import choose, click, find, press, words
from ui.main_window import MainWindow
from ui.widgets.notice import Notice
from ui.widgets.rail_item import RailItem
from ui.widgets.saved_mark import SavedMark

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def snapshot_of(window: MainWindow) -> Snapshot:
    assert window.bridge is not None
    return window.bridge.workspace.snapshot


def answer_a_question(window: MainWindow, level: int) -> None:
    window.page.edit_made.emit(answer(snapshot_of(window), at_level(snapshot_of(window), level)))


def at_level(snapshot: Snapshot, level: int) -> Answer:
    """Another level in answer to a question that the demo has at level 1."""
    return replace(snapshot.answers["ACC-05/P09"], value=level)


def notice(window: MainWindow) -> str:
    return find(window, Notice, "notice").text


def test_the_demo_opens_by_one_click_on_the_start_page(window: MainWindow) -> None:
    click(window, "start_open_demo")

    assert window.page.page_id == "risk_map"
    assert "Ferrowick Group plc" in words(window)
    assert len([item for item in window.findChildren(RailItem) if item.place.startswith("section:")]) == 7


def test_an_answer_is_on_disk_at_once_and_undo_takes_it_back(demo: MainWindow) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    before = snapshot_of(demo)

    answer_a_question(demo, 3)

    with open_file(path, DEMO_PASSPHRASE, read_only=True) as store:
        assert store.load("R1") == snapshot_of(demo) != before
    assert find(demo, SavedMark, "saved_mark").text.startswith("Saved ")
    press(demo, Qt.Key.Key_Z, CTRL)
    assert snapshot_of(demo) == before
    with open_file(path, DEMO_PASSPHRASE, read_only=True) as store:
        assert store.load("R1") == before
        assert len(store.history("R1", RegisterName.ANSWERS, "ACC-05/P09")) == 3  # made, answered, undone


def test_undo_and_redo_name_their_step(demo: MainWindow) -> None:
    assert not find(demo, QWidget, "undo_button").isEnabled()

    answer_a_question(demo, 3)

    undo, redo = (demo.findChild(QAction, name) for name in ("undo", "redo"))
    assert undo is not None
    assert redo is not None
    assert "ACC-05" in undo.text()
    click(demo, "undo_button")
    assert "ACC-05" in redo.text()
    assert not undo.isEnabled()
    after = snapshot_of(demo)
    choose(demo, "redo")
    assert snapshot_of(demo) != after


def test_typing_in_one_field_is_one_step_of_undo(demo: MainWindow) -> None:
    before = snapshot_of(demo)
    for text in ("N", "Ne", "New"):
        edit = set_field(snapshot_of(demo), RegisterName.ENGAGEMENT, "engagement", "sector", text)
        demo.page.edit_made.emit(edit)

    choose(demo, "undo")

    assert snapshot_of(demo) == before


def test_a_stale_edit_is_refused_in_place_and_the_next_good_one_clears_the_message(demo: MainWindow) -> None:
    stale = snapshot_of(demo)
    answer_a_question(demo, 3)

    demo.page.edit_made.emit(answer(stale, at_level(stale, 1)))
    told = notice(demo)
    answer_a_question(demo, 2)

    assert "changed in the meantime" in told
    assert notice(demo) == ""


def test_what_cannot_be_saved_says_so_and_is_saved_once_the_cause_is_gone(demo: MainWindow) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    before = snapshot_of(demo)
    elsewhere = path.rename(path.with_name("elsewhere"))

    answer_a_question(demo, 3)

    mark, line = find(demo, SavedMark, "saved_mark"), find(demo, Notice, "not_saved_line")
    assert mark.text == "Not saved"
    assert "moved" in line.text
    assert snapshot_of(demo) == before
    elsewhere.rename(path)
    answer_a_question(demo, 3)
    assert mark.text.startswith("Saved ")
    assert line.text == ""


def test_an_undo_that_is_refused_is_given_up_and_said(demo: MainWindow) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    answer_a_question(demo, 3)
    elsewhere = path.rename(path.with_name("elsewhere"))

    choose(demo, "undo")

    assert "moved" in notice(demo)
    assert not demo.bridge.undo_stack.canUndo()
    elsewhere.rename(path)


def test_the_next_review_seals_the_first_which_can_still_be_read(demo: MainWindow) -> None:
    click_next = find(demo, QPushButton, "review_switcher").menu()
    begin = click_next.findChild(QAction, "begin_next_review")
    assert begin is not None

    begin.trigger()
    click(demo, "begin_review_go_on")

    assert snapshot_of(demo).header.number == 2
    banner = find(demo, Notice, "sealed_banner")
    assert not banner.isVisible()
    baseline = find(demo, QPushButton, "review_switcher").menu().actions()[0]
    baseline.trigger()
    assert snapshot_of(demo).header.sealed
    assert banner.isVisible()
    answer_a_question(demo, 1)
    assert "can only be read" in notice(demo)


def test_every_page_is_reached_by_its_key(demo: MainWindow) -> None:
    keys = {Qt.Key.Key_1: "scene", Qt.Key.Key_2: "registers", Qt.Key.Key_3: "risk_map",
            Qt.Key.Key_4: "fix_first", Qt.Key.Key_5: "report", Qt.Key.Key_0: "start"}  # fmt: skip
    for key, page_id in keys.items():
        press(demo, key, CTRL)

        assert demo.page.page_id == page_id

    press(demo, Qt.Key.Key_2, ALT)
    assert demo.page.page_id == "section"
    assert find(demo, RailItem, "go_section_ACC").isChecked()


def test_the_navigation_is_walked_with_the_arrow_keys(demo: MainWindow) -> None:
    find(demo, RailItem, "go_page_risk_map").setFocus(Qt.FocusReason.TabFocusReason)

    press(demo, Qt.Key.Key_Down)
    shown = demo.page.page_id
    press(demo, Qt.Key.Key_Up)
    press(demo, Qt.Key.Key_Up)

    assert shown == "fix_first"
    assert find(demo, RailItem, "go_section_VEN").isChecked()
    assert demo.page.page_id == "section"


def test_links_lead_to_their_page_and_unknown_ones_nowhere(demo: MainWindow) -> None:
    demo.page.link_followed.emit("entry:ai_tools/T01")
    assert demo.page.page_id == "registers"
    demo.page.link_followed.emit("question:DAT-03")
    assert find(demo, RailItem, "go_section_DAT").isChecked()

    demo.page.link_followed.emit("nowhere:at-all")

    assert demo.page.page_id == "section"


def test_closing_goes_back_to_a_start_page_without_the_client(demo: MainWindow) -> None:
    choose(demo, "close_file")

    assert demo.page.page_id == "start"
    assert demo.bridge is None
    assert not [item.place for item in demo.findChildren(RailItem) if item.isVisible()]
    for name, page in (("start_settings", "settings"), ("start_help", "help")):
        demo.follow("page:start")
        click(demo, name)
        assert demo.page.page_id == page
        offered = [item.place for item in demo.findChildren(RailItem) if item.isVisible()]
        assert offered == ["page:start", "page:settings", "page:help"]


def test_a_review_file_dropped_on_the_window_asks_for_its_passphrase(
    window: MainWindow, tmp_path: Path
) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "client.plumbline"))])

    place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    no_key = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(place, copy, dropped, Qt.MouseButton.LeftButton, no_key))

    click(window, "unlock_cancel")
