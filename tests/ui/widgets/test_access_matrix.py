"""What a tool can do with a system is switched in the cell where the two meet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from models.values import Basis, Capability, RegisterName
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find, words
from ui.pages.registers_page import RegistersPage
from ui.theme import Theme
from ui.widgets.access_matrix import AccessMatrix

pytestmark = pytest.mark.usefixtures("styled")
FERROWICK = specified_review("ferrowick")


@pytest.fixture
def desk(qtbot: QtBot, light: Theme) -> Desk:
    desk = Desk(qtbot, RegistersPage(light), FERROWICK)
    desk.page.activateWindow()
    desk.page.show_place("register:access_grants")
    click(desk.page, "view_matrix")
    return desk


def matrix(desk: Desk) -> AccessMatrix:
    return find(desk.page, AccessMatrix, "access_matrix")


def shown(desk: Desk, tool: str, system: str) -> str:
    cells = matrix(desk).cells
    return str(cells.index_of(tool, system).data())


def toggled(desk: Desk) -> list[str]:
    return [b.text() for b in matrix(desk).toggles.findChildren(QPushButton) if b.isChecked()]


def test_a_cell_shows_the_strongest_capability_and_whether_it_is_assumed(desk: Desk) -> None:
    assert shown(desk, "T01", "S01") == "T"
    assert shown(desk, "T06", "S04") == "S ?"
    assert shown(desk, "T02", "S05") == ""


def test_a_click_in_an_empty_cell_makes_an_assumed_grant_with_the_more_exposed_facts(desk: Desk) -> None:
    matrix(desk).choose("T02", "S05")

    click(matrix(desk), "choice_trigger")

    assert len(desk.edits) == 1
    grant = list(desk.snapshot.access_grants.values())[-1]
    assert (grant.tool, grant.system, grant.capabilities) == ("T02", "S05", (Capability.TRIGGER,))
    assert (grant.integrity_class, grant.basis) == (5, Basis.ASSUMED)
    most = max(FERROWICK.data_categories.values(), key=lambda category: category.sensitivity)
    assert FERROWICK.data_categories[grant.data_categories[0]].sensitivity == most.sensitivity
    assert shown(desk, "T02", "S05") == "T ?"


def test_numbers_switch_capabilities_and_the_last_one_takes_the_grant_away(desk: Desk) -> None:
    matrix(desk).choose("T06", "S04")
    cells = find(desk.page, QTableView, "access_cells")
    assert toggled(desk) == ["See"]

    QTest.keyClick(cells, Qt.Key.Key_3)
    assert toggled(desk) == ["See", "Store"]
    QTest.keyClick(cells, Qt.Key.Key_1)
    QTest.keyClick(cells, Qt.Key.Key_3)

    assert shown(desk, "T06", "S04") == ""
    assert len(desk.edits) == 3
    for _edit in range(3):
        desk.undo()
    assert desk.snapshot == FERROWICK


@pytest.mark.parametrize(("letter", "said"), [("s", "See"), ("I", "Infer"), ("o", "Store"), ("C", "Change")])
def test_letters_switch_capabilities_too(desk: Desk, letter: str, said: str) -> None:
    matrix(desk).choose("T02", "S05")

    QTest.keyClicks(find(desk.page, QTableView, "access_cells"), letter)

    assert toggled(desk) == [said]
    assert len(desk.edits) == 1


def test_a_grant_that_goes_with_its_last_capability_is_said_to_be_gone_until_it_is_back(desk: Desk) -> None:
    matrix(desk).choose("T06", "S04")
    cells = find(desk.page, QTableView, "access_cells")
    assert "Route: API; Identity: Shared account" in words(matrix(desk))

    QTest.keyClick(cells, Qt.Key.Key_S)

    assert desk.edits[-1].label == "Remove A06-2, the access of “Poolstone Lookalike Segments” to “Granary”"
    assert "A06-2 had no capability left and was removed" in words(matrix(desk))
    desk.undo()
    assert "was removed" not in words(matrix(desk))
    assert desk.snapshot == FERROWICK


def test_clearing_all_capabilities_is_one_step(desk: Desk) -> None:
    matrix(desk).choose("T04", "S02")

    click(matrix(desk).toggles, "clear")

    assert len(desk.edits) == 1
    assert "was removed" in words(matrix(desk))


def test_the_filter_shows_the_tools_with_its_words(desk: Desk) -> None:
    line = find(desk.page, QLineEdit, "filter_rows")

    QTest.keyClicks(line, "quillmate")
    assert matrix(desk).cells.rowCount() == 2
    QTest.keyClicks(line, "xyz")
    assert "No AI tool has these words in its name." in words(matrix(desk))
    line.clear()

    assert matrix(desk).cells.rowCount() == 14


def test_outside_every_system_nothing_can_be_changed(desk: Desk) -> None:
    matrix(desk).choose("T10", "none")
    before = len(desk.edits)

    QTest.keyClick(find(desk.page, QTableView, "access_cells"), Qt.Key.Key_4)

    assert len(desk.edits) == before


def test_enter_opens_the_grant_as_a_card(desk: Desk) -> None:
    matrix(desk).choose("T01", "S02")

    QTest.keyClick(find(desk.page, QTableView, "access_cells"), Qt.Key.Key_Return)

    card = find(desk.page, QWidget, "entry_card")
    assert card.isVisible()
    assert "Access grant A01-2" in [label.text() for label in card.findChildren(QLabel)]


def test_the_cell_says_its_sentence(desk: Desk) -> None:
    matrix(desk).choose("T04", "S02")

    said = find(matrix(desk), QLabel, "place").text()

    assert said.startswith("T04 Ledgerline Copilot can see")
    assert desk.snapshot.entries(RegisterName.ACCESS_GRANTS) == FERROWICK.access_grants
