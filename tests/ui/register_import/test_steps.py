"""Each step shows what was found, lets it be changed, and loses nothing on the way."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QRadioButton, QSpinBox, QWidget

from app.register_import import read_mapping
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, press
from tests.ui.register_import.wizard import (
    CHECK,
    COLUMNS,
    CONFIRM,
    FILE,
    LONGEST_WAIT_MS,
    READING,
    SAMPLE,
    VALUES,
    Wizard,
)
from tests.ui.window.test_every_page import faults
from ui.main_window import MainWindow
from ui.widgets.choice_table import CHOICES


def drop(window: MainWindow, path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    no_key = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(place, copy, dropped, Qt.MouseButton.LeftButton, no_key))
    QApplication.processEvents()


def book(path: Path) -> Path:
    made, out = openpyxl.Workbook(), BytesIO()
    made.worksheets[0].append(("Vendor", "Services"))
    made.worksheets[0].append(("Acme", "Mail bot"))
    made.create_sheet("Systems")
    made["Systems"].append(("Our systems",))
    made["Systems"].append(("System", "Records"))
    made["Systems"].append(("CRM", 12000))
    made.save(out)
    path.write_bytes(out.getvalue())
    return path


def test_every_way_in_leads_to_the_page(wizard: Wizard) -> None:
    window = wizard.window
    for link, name in (("register:vendors", "empty_import"), ("register:systems", "import_register_rows")):
        window.follow(link)
        click(window.page, name)
        assert wizard.page.step == FILE
    window.follow("register:access_grants")
    assert not find(window.page, QPushButton, "import_register_rows").isVisible()

    choose(window, "import_register")

    assert QApplication.focusWidget() is find(wizard.page, QPushButton, "choose_inventory")


def test_a_list_dropped_on_the_window_is_read(wizard: Wizard) -> None:
    wizard.window.follow("page:risk_map")

    drop(wizard.window, SAMPLE)
    wizard.settle()

    assert SAMPLE.name in wizard.shown()


def test_a_list_dropped_while_no_review_is_open_says_what_to_do(window: MainWindow) -> None:
    drop(window, SAMPLE)

    assert window.page.page_id == "start"
    assert "No review is open" in window._frame.notice.text


def test_the_register_asked_from_goes_before_the_guess(wizard: Wizard, tmp_path: Path) -> None:
    wizard.window.follow("import:systems")

    wizard.choose(SAMPLE)

    assert find(wizard.page, QRadioButton, "lists_systems").isChecked()
    click(wizard.page, "lists_use_cases")
    wizard.settle()
    wizard.go_to(COLUMNS)
    assert find(wizard.page, QWidget, "fact_task_purpose").isVisible()


def test_another_encoding_is_tried_and_what_cannot_be_read_changes_nothing(
    wizard: Wizard, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Tool,Büro\nMail bot,Köln\n".encode())
    wizard.choose(path)
    wizard.go_to(READING)
    assert wizard.cells("import_sample")[1] == ("Mail bot", "Köln")

    wizard.give("read_encoding", "cp1252")

    assert wizard.cells("import_sample")[1] == ("Mail bot", "KÃ¶ln")
    wizard.give("read_encoding", "utf-8")
    header = find(wizard.page, QSpinBox, "read_header_row")
    header.setValue(9)
    wizard.settle()
    assert "Row 9 is blank or not there." in wizard.said
    assert header.value() == 1
    assert wizard.cells("import_sample")[1] == ("Mail bot", "Köln")


def test_a_workbook_is_read_by_sheet(wizard: Wizard, tmp_path: Path) -> None:
    wizard.window.follow("import:systems")
    wizard.choose(book(tmp_path / "list.xlsx"))
    wizard.go_to(READING)
    assert not find(wizard.page, QWidget, "read_encoding").isVisible()

    wizard.give("read_sheet", "Systems")

    assert find(wizard.page, QSpinBox, "read_header_row").value() == 2
    wizard.go_to(COLUMNS)
    assert [row[2] for row in wizard.cells("import_columns")] == ["Name", "People records"]


def test_a_fact_that_is_missing_is_asked_where_it_can_be_given(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)

    wizard.go_on()

    assert wizard.page.step == COLUMNS
    assert "Process criticality" in wizard.said
    wizard.give("fact_process_criticality", "2")
    assert wizard.said == ""
    wizard.go_to(VALUES)


def test_without_a_name_nothing_goes_on(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "2")
    wizard.type_choice(wizard.table("import_columns"), 3, Qt.Key.Key_Delete)
    assert wizard.cells("import_columns")[3][2] == "Kept in the notes"

    wizard.go_on()

    assert "No column goes to the name yet." in wizard.said
    wizard.type_choice(wizard.table("import_columns"), 3, Qt.Key.Key_N)
    wizard.go_to(VALUES)


def test_several_texts_get_their_meaning_at_once(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "2")
    wizard.go_to(VALUES)
    find(wizard.page, QCheckBox, "only_not_understood").click()
    table = wizard.table("import_values")
    assert len(wizard.cells("import_values")) == 5
    assert "Live" in [offer.words for offer in table.grid.index(0, 3).data(CHOICES)]

    wizard.type_choice(table, 0, Qt.Key.Key_T)
    for _row in range(4):
        press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    wizard.settle()

    assert {row[3] for row in wizard.cells("import_values")} == {"Trial"}
    assert "All of them are understood." in wizard.shown()


def test_what_is_there_already_is_decided_row_by_row(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "2")
    wizard.go_to(CHECK)
    wizard.go_on()
    assert "1 row has a name that is there already." in wizard.said
    assert [row[:3] for row in wizard.cells("import_rows")] == [("5", "mail  Drafting", "To be decided")]

    wizard.type_choice(wizard.table("import_rows"), 0, Qt.Key.Key_M)

    assert wizard.said == ""
    assert [row[2] for row in wizard.cells("import_rows")] == ["Fills what is missing"]
    wizard.go_to(CONFIRM)
    assert "1 row fills in what is missing in an entry of the same name." in wizard.shown()
    wizard.import_now()
    assert wizard.notice.text == "6 AI tools imported, and 1 row filled in what was missing."


def test_rows_are_filtered_and_shown_in_full(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "2")
    wizard.go_to(CHECK)
    problems = [row[0] for row in wizard.cells("import_rows")]
    click(wizard.page, "rows_all")
    assert len(wizard.cells("import_rows")) == 8 > len(problems)
    assert "8" in problems

    press(wizard.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find(wizard.page, QLineEdit, "filter_rows").setText("chat")

    assert [row[1] for row in wizard.cells("import_rows")] == ["Chat widget & greeter"]
    assert "Row 3: Chat widget & greeter" in wizard.shown()
    assert "Office: Münchner Büro" in wizard.shown()


def test_a_mapping_goes_to_a_file_and_comes_from_one(
    wizard: Wizard, choosing: Choosing, tmp_path: Path
) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "5")
    wizard.type_choice(wizard.table("import_columns"), 2, Qt.Key.Key_L)
    choosing.answer = tmp_path / "mapping.toml"
    click(wizard.page, "save_mapping")
    assert read_mapping(choosing.answer.read_bytes()).columns["Office"] == "-"
    wizard.give("fact_process_criticality", "1")
    wizard.type_choice(wizard.table("import_columns"), 2, Qt.Key.Key_Delete)

    click(wizard.page, "load_mapping")
    wizard.settle()

    assert wizard.cells("import_columns")[2][2] == "Left out"
    wizard.go_to(CHECK)
    choosing.answer.write_text('as = "vendors"')
    click(wizard.page, "step_3")
    click(wizard.page, "load_mapping")
    assert "The mapping cannot be used as: this mapping is for vendors." in wizard.said
    assert wizard.cells("import_columns")[2][2] == "Left out"


def test_the_draft_outlives_other_pages_other_looks_and_other_edits(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)
    wizard.go_to(COLUMNS)
    wizard.give("fact_process_criticality", "5")
    wizard.go_to(VALUES)

    choose(wizard.window, "larger_text")
    wizard.settle()

    assert wizard.page.step == VALUES
    wizard.window.follow("page:risk_map")
    wizard.window.follow("page:import")
    wizard.settle()
    assert wizard.page.step == VALUES
    wizard.go_to(CHECK)


def test_closing_the_review_forgets_the_draft(wizard: Wizard, choosing: Choosing) -> None:
    window = wizard.window
    wizard.choose(SAMPLE)

    window.close_review()
    window.files.open_demo()
    window.follow("page:import")

    assert find(window.page, QPushButton, "choose_inventory").isVisible()


def test_what_takes_long_can_be_stopped(wizard: Wizard, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Name,Status\n" + "".join(f"Tool {n},Stage {n}\n" for n in range(9_000)), "utf-8")
    wizard._choosing.answer = path
    page = wizard.page
    find(page, QPushButton, "choose_inventory").click()

    page.stop_wanted.emit()
    wizard.settle()

    assert "Stopped." in wizard.said
    assert not find(page, QPushButton, "import_next").isEnabled()


def test_work_that_takes_a_while_shows_itself(wizard: Wizard) -> None:
    busy = wizard.page.busy

    busy.begin("Reading the file …")
    assert not busy.isVisible()
    wizard._qtbot.waitUntil(busy.isVisible, timeout=LONGEST_WAIT_MS)
    busy.end()

    assert not busy.isVisible()


def test_a_sealed_review_takes_nothing_in(wizard: Wizard) -> None:
    assert wizard.window.bridge is not None
    wizard.window.bridge.begin_review("Second")
    wizard.window.bridge.open_review("R1")

    wizard.go_to_the_end(SAMPLE)

    assert not find(wizard.page, QPushButton, "import_next").isEnabled()


@pytest.mark.parametrize("size", [100, 200])
def test_every_step_is_shown_whole_and_named(wizard: Wizard, size: int) -> None:
    for _step in range((size - 100) // 10):
        choose(wizard.window, "larger_text")
    wizard.window.resize(1366, 768)
    found = faults(wizard.window, "no file")
    wizard.choose(SAMPLE)
    for step in range(CONFIRM + 1):
        if step == VALUES:
            wizard.go_on()
            found += faults(wizard.window, "a fact missing")
            wizard.give("fact_process_criticality", "2")
        if step == CONFIRM:
            click(wizard.page, "duplicates_add")
            wizard.settle()
        wizard.go_to(step)
        found += faults(wizard.window, f"step {step}")

    assert not found


def test_a_loaded_mapping_says_how_the_file_is_read_and_what_it_names_in_vain(
    wizard: Wizard, choosing: Choosing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Tool;Owner, if any\nMail bot;Ann, Bob\n", "utf-8")
    wizard.choose(path)
    wizard.go_to(COLUMNS)
    choosing.answer = tmp_path / "mapping.toml"
    choosing.answer.write_text('delimiter = ","\n[columns]\n"Tool;Owner" = "name"\nPrice = ""\n', "utf-8")

    click(wizard.page, "load_mapping")
    wizard.settle()

    assert [row[::2] for row in wizard.cells("import_columns")] == [
        ("Tool;Owner", "Name"), ("if any", "Kept in the notes"),
    ]  # fmt: skip
    assert wizard.said == "1 column that the mapping names is not in this file. Price"


def test_escape_leaves_the_first_step_and_keeps_what_was_said(wizard: Wizard) -> None:
    wizard.choose(SAMPLE)

    press(wizard.window, Qt.Key.Key_Escape)

    assert wizard.window.page.page_id == "registers"
    wizard.window.follow("page:import")
    assert SAMPLE.name in wizard.shown()
