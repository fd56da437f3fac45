"""The check before the report in the window: the ways to it and back, its edits, names of other clients."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.edits import set_field
from app.lint.waivers import waivers
from app.settings import Settings
from models.values import Mode, RegisterName
from tests.ui import kept
from tests.ui.reach import choose, click, find, press, words
from tests.ui.window.test_review_in_window import snapshot_of
from ui.desk import Desk
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow
from ui.widgets.word_table import WordTable

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def table(window: MainWindow) -> WordTable:
    return find(window.page, WordTable, "findings")


def blockers(window: MainWindow) -> int:
    found = re.search(r"(\d+) blockers", words(window.page))
    assert found is not None
    return int(found.group(1))


def test_from_the_report_to_a_place_and_back_and_from_the_menu_with_its_help(demo: MainWindow) -> None:
    demo.follow("page:report")
    click(demo.page, "open_before_report")
    table(demo).setFocus()
    seen = [demo.page.page_id]

    press(demo, Qt.Key.Key_Return)
    seen.append(demo.page.page_id)
    for _step in range(2):
        press(demo, Qt.Key.Key_Left, ALT)
        seen.append(demo.page.page_id)
    choose(demo, "show_check")
    seen.append(demo.page.page_id)
    choose(demo, "show_help")

    assert seen == ["before_report", "risk_map", "before_report", "report", "before_report"]
    assert demo.page.place == "help:before"


def test_a_waiver_is_on_disk_in_the_log_and_undone_and_the_list_follows(demo: MainWindow) -> None:
    choose(demo, "show_check")
    before = blockers(demo)
    find(demo.page, QLineEdit, "waive_who").setText("Ada Lead")
    find(demo.page, QLineEdit, "waive_reason").setText("The committee decides.")

    click(demo.page, "waive_all")
    assert demo.bridge is not None
    store = demo.bridge.workspace.store
    kept_now = waivers(store.load("R1"))
    line = store.history("R1")[-1]
    after = blockers(demo)
    press(demo, Qt.Key.Key_Z, CTRL)
    undone = (blockers(demo), waivers(snapshot_of(demo)))
    edit = set_field(snapshot_of(demo), RegisterName.ACTION_PLAN, "N1", "client_owner", "Head of operations")
    demo.page.edit_made.emit(edit)

    assert [waiver.reason for waiver in kept_now.values()] == ["The committee decides."] * 5
    assert (line.label, line.reason) == ("Waive 5 findings", "The committee decides.")
    assert after == before - 5
    assert undone == (before, {})
    assert blockers(demo) == before - 1


def test_a_client_met_before_is_known_and_nothing_is_written_of_it(tmp_path: Path) -> None:
    desk = Desk(Settings(), tmp_path / "config")
    first, second = tmp_path / "a.plumbline", tmp_path / "b.plumbline"
    wanted = NewReview(path=first, passphrase=kept.PASSPHRASE, client="Kumquat Ltd", mode=Mode.EXPRESS)

    bridge, _said = desk.make_file(wanted)
    bridge.close()

    assert desk.other_clients(second) == ("Kumquat Ltd",)
    assert desk.other_clients(first) == ()
    assert Desk(Settings(), tmp_path / "config").other_clients(second) == ()
    written = [path.read_text("utf-8") for path in (tmp_path / "config").rglob("*") if path.is_file()]
    assert written
    assert not any("umquat" in text for text in written)
