"""A client's list comes into a register through the window: nothing before the end, and one undo for all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.integrity import faults
from models.storage import open_file
from models.values import ToolStatus
from tests.ui.reach import choose, click, find, press, words
from tests.ui.register_import.wizard import (
    CHECK,
    COLUMNS,
    CONFIRM,
    FILE,
    LONGEST_WAIT_MS,
    NOT_TRIED,
    PUBLIC,
    READING,
    SAMPLE,
    VALUES,
    Wizard,
)
from ui.pages.registers_page import RegistersPage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_dirty_list_comes_in_and_one_undo_takes_it_back(wizard: Wizard) -> None:
    before = wizard.snapshot
    wizard.go_to_the_end(SAMPLE)
    assert "Nothing is written yet" in wizard.shown()
    assert wizard.snapshot is before

    wizard.import_now()

    assert isinstance(wizard.window.page, RegistersPage)
    assert [tool.name for tool in wizard.snapshot.ai_tools.values()][:2] == [
        "Lead scoring assistant", "Chat widget & greeter",
    ]  # fmt: skip
    assert len(wizard.snapshot.ai_tools) == 7
    assert faults(wizard.snapshot) == ()
    assert wizard.notice.text == "7 AI tools imported."

    click(wizard.notice, "notice_action")

    assert wizard.snapshot == before
    assert wizard.notice.text == ""
    choose(wizard.window, "redo")
    assert len(wizard.snapshot.ai_tools) == 7


def test_what_came_in_is_on_disk_as_one_line_of_the_log(wizard: Wizard, tmp_path: Path) -> None:
    wizard.go_to_the_end(SAMPLE)

    wizard.import_now()
    shown = wizard.snapshot
    wizard.window.close_review()

    with open_file(tmp_path / "Ödland.plumbline", "four words not alike") as store:
        assert store.load("R1") == shown


def test_giving_up_writes_nothing_and_leaves_nothing(wizard: Wizard) -> None:
    before = wizard.snapshot
    wizard.go_to_the_end(SAMPLE)

    click(wizard.page, "cancel_import")

    assert isinstance(wizard.window.page, RegistersPage)
    assert wizard.snapshot is before
    assert wizard.window.bridge is not None
    assert not wizard.window.bridge.undo_stack.canUndo()
    wizard.window.follow("page:import")
    assert wizard.page.step == FILE
    assert find(wizard.page, QPushButton, "choose_inventory").isVisible()


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0 old", "This file cannot be read as a table"),
        ("bad.xlsx", b"PK\x03\x04 nothing of the kind", "This file cannot be read as a table"),
        ("open.csv", b'Name,What\nA,"never closed\nB,C\n', "The table is broken"),
        ("none.csv", b"Name,What\n", "There is nothing to import"),
        ("gone.csv", None, "The file cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_place(
    wizard: Wizard, tmp_path: Path, name: str, data: bytes | None, title: str
) -> None:
    before = wizard.snapshot
    if data is not None:
        (tmp_path / name).write_bytes(data)

    wizard.choose(tmp_path / name)

    assert title in wizard.said
    assert not find(wizard.page, QPushButton, "import_next").isEnabled()
    assert wizard.snapshot is before
    wizard.choose(SAMPLE)
    assert wizard.said == ""
    assert SAMPLE.name in wizard.shown()


def test_after_a_bad_file_the_one_before_is_still_there(wizard: Wizard, tmp_path: Path) -> None:
    wizard.choose(SAMPLE)
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04")

    wizard.choose(tmp_path / "bad.xlsx")

    assert "cannot be read" in wizard.said
    assert SAMPLE.name in wizard.shown()
    wizard.go_to(COLUMNS)
    assert wizard.cells("import_columns")[3][2] == "Name"


def test_a_whole_import_by_keyboard_alone(qtbot: QtBot, wizard: Wizard) -> None:
    def key(key: Qt.Key, times: int = 1) -> None:
        for _time in range(times):
            press(wizard.window, key)

    wizard._choosing.answer = SAMPLE
    key(Qt.Key.Key_Return)
    wizard.settle()
    assert wizard.page.step == FILE
    key(Qt.Key.Key_Return)  # it lists AI tools
    assert wizard.page.step == READING
    key(Qt.Key.Key_Return)  # it reads well
    assert wizard.page.step == COLUMNS
    key(Qt.Key.Key_Tab)  # from the grid to the fact for all rows
    press(wizard.window, Qt.Key.Key_4)
    wizard.settle()
    key(Qt.Key.Key_Return)
    assert wizard.page.step == VALUES
    key(Qt.Key.Key_L)  # the first text means Live
    wizard.settle()
    press(wizard.window, Qt.Key.Key_Return, CTRL)
    assert wizard.page.step == CHECK
    key(Qt.Key.Key_Escape)  # a look back loses nothing
    assert wizard.page.step == VALUES
    press(wizard.window, Qt.Key.Key_Return, CTRL)
    there_already = [row[0] for row in wizard.cells("import_rows")].index("5")
    key(Qt.Key.Key_Down, there_already)
    key(Qt.Key.Key_S)  # skip the row that is there already
    wizard.settle()
    press(wizard.window, Qt.Key.Key_Return, CTRL)
    assert wizard.page.step == CONFIRM, wizard.said
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page_or_none is None, timeout=LONGEST_WAIT_MS)

    tools = list(wizard.snapshot.ai_tools.values())
    assert (len(tools), tools[0].process_criticality) == (6, 4)
    assert tools[1].status is ToolStatus.LIVE
    focused = QApplication.focusWidget()
    assert focused is not None
    assert wizard.window.page.isAncestorOf(focused)


def test_the_mapping_is_remembered_for_the_next_file(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "3")
    columns = wizard.table("import_columns")
    wizard.type_choice(columns, 1, Qt.Key.Key_U, Qt.Key.Key_U)
    assert wizard.cells("import_columns")[1][2] == "User groups"
    wizard.go_to(CHECK)
    click(wizard.page, "duplicates_skip")
    wizard.settle()
    wizard.go_to(CONFIRM)
    wizard.import_now()
    choose(wizard.window, "undo")
    wizard.window.follow("page:import")

    wizard.choose(SAMPLE)

    assert "Read and mapped as the last file with these headings was." in wizard.shown()
    wizard.go_to(COLUMNS)
    assert wizard.cells("import_columns")[1][2] == "User groups"
    wizard.go_to(CONFIRM)
    assert "6 AI tools are added." in wizard.shown()


@pytest.mark.skipif(not PUBLIC.exists(), reason=NOT_TRIED)
def test_the_real_inventory_comes_in_whole(wizard: Wizard) -> None:
    before = wizard.snapshot
    wizard.choose(PUBLIC)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "3")
    wizard.go_to(VALUES)
    values = wizard.cells("import_values")
    assert (len(values), sum(int(row[1]) for row in values)) == (26, 710 - 321)
    wizard.go_to(CHECK)
    assert find(wizard.page, QPushButton, "rows_all").text() == "All rows: 710"
    click(wizard.page, "rows_there")
    assert [row[0] for row in wizard.cells("import_rows")] == ["68", "369", "398"]
    click(wizard.page, "duplicates_add")
    wizard.settle()
    wizard.go_to(CONFIRM)

    wizard.import_now()

    assert len(wizard.snapshot.ai_tools) == 710
    assert faults(wizard.snapshot) == ()
    assert wizard.notice.text == "710 AI tools imported."
    choose(wizard.window, "undo")
    assert wizard.snapshot == before


def test_the_row_that_lacks_a_fact_is_the_one_that_is_shown(wizard: Wizard, tmp_path: Path) -> None:
    table = tmp_path / "tools.csv"
    table.write_text(
        "Name,Vendor,Process criticality\nJasper,Nobody,3\nChatGPT,,2\nFireflies,,two\n", encoding="utf-8"
    )
    wizard.choose(table)
    wizard.go_to(COLUMNS)
    hint = words(wizard.page)
    wizard.go_to(CHECK)

    wizard.go_on()

    assert "Guessed from the headings." in hint
    assert "0 columns" not in hint
    assert "1 row lacks a fact" in wizard.said
    assert "Row 4: Fireflies" in words(wizard.page)
