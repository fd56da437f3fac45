"""Drives the import page of the real window as a person does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from models.snapshot import Snapshot
from tests.inventories import DATA
from tests.ui.conftest import Choosing
from tests.ui.reach import click, find, press, words
from ui.main_window import MainWindow
from ui.register_import.page import ImportPage
from ui.register_import.step_table import StepTable
from ui.widgets.notice import Notice

SAMPLE = DATA / "dirty_inventory.csv"
PUBLIC = Path(__file__).parents[4] / "shared" / "data" / "ai_inventory_2023.csv"
NOT_TRIED = f"THE REAL INVENTORY WAS NOT TRIED: {PUBLIC.name} is not in ../shared/data"
LONGEST_WAIT_MS = 20_000
FILE, READING, COLUMNS, VALUES, CHECK, CONFIRM = range(6)


class Wizard:
    """The import page of a window with a review open; it begins at a register's own button."""

    def __init__(self, qtbot: QtBot, window: MainWindow, choosing: Choosing) -> None:
        self.window = window
        self._qtbot = qtbot
        self._choosing = choosing
        window.follow("import:ai_tools")

    @property
    def page(self) -> ImportPage:
        """The page, which has to be in view."""
        page = self.window.page
        assert isinstance(page, ImportPage)
        return page

    @property
    def snapshot(self) -> Snapshot:
        """The review as it stands."""
        assert self.window.bridge is not None
        return self.window.bridge.workspace.snapshot

    @property
    def said(self) -> str:
        """The message in place."""
        return self.page.notice.text

    @property
    def notice(self) -> Notice:
        """The window's own line, above its pages."""
        return find(self.window, Notice, "notice")

    def choose(self, path: Path) -> None:
        """Choose a file with the button that is there for it."""
        self._choosing.answer = path
        is_first = find(self.page, QPushButton, "choose_inventory").isVisible()
        click(self.page, "choose_inventory" if is_first else "choose_other_inventory")
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being read or looked at."""
        page = self.page
        self._qtbot.waitUntil(lambda: not page.is_busy, timeout=LONGEST_WAIT_MS)
        QApplication.processEvents()

    def go_on(self) -> None:
        """Press Next."""
        click(self.page, "import_next")
        if self.window.page is self.page_or_none:
            self.settle()

    @property
    def page_or_none(self) -> QWidget | None:
        """The page, if it is in view."""
        page = self.window.page
        return page if isinstance(page, ImportPage) else None

    def go_to(self, step: int) -> None:
        """Press Next until a step is in view."""
        while self.page.step < step:
            before = self.page.step
            self.go_on()
            assert self.page.step > before, self.said

    def go_to_the_end(self, path: Path) -> None:
        """From the file to the last step, with the one fact given and what is there already added."""
        self.choose(path)
        self.go_to(COLUMNS)
        self.give("fact_process_criticality", "3")
        self.go_to(CHECK)
        click(self.page, "duplicates_add")
        self.settle()
        self.go_to(CONFIRM)

    def give(self, name: str, value: str) -> None:
        """Choose in a field."""
        field = find(self.page, QComboBox, name)
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
        self.settle()

    def table(self, name: str) -> StepTable:
        """One of the grids."""
        return find(self.page, StepTable, name)

    def cells(self, name: str) -> list[tuple[str, ...]]:
        """What a grid shows."""
        model = find(self.page, QTableView, name).model()
        columns = range(model.columnCount())
        return [tuple(model.index(row, n).data() for n in columns) for row in range(model.rowCount())]

    def type_choice(self, table: StepTable, row: int, *letters: Qt.Key) -> None:
        """Choose in a row of a grid by letters."""
        table.setFocus()
        table.setCurrentIndex(table.grid.index(row, table.grid.choice))
        for letter in letters:
            press(table, letter)
            self.settle()

    def shown(self) -> str:
        """Every word on the labels in view."""
        return words(self.window)

    def import_now(self) -> None:
        """Press the last button, and wait for the register."""
        click(self.page, "import_next")
        self._qtbot.waitUntil(lambda: self.page_or_none is None, timeout=LONGEST_WAIT_MS)
