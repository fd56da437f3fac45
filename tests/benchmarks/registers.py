"""How long the registers take with 500 tools and 2,000 grants: showing, editing, scrolling, sorting."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from app.assessment import assess
from app.edits import Edit
from models.assessment import Assessment
from models.changed import changed
from models.snapshot import Snapshot
from models.values import Owner, RegisterName
from tests.benchmarks.big_review import big_snapshot
from tests.ui.reach import find
from ui.appearance import put_on
from ui.page import Shown
from ui.pages.registers_page import RegistersPage
from ui.theme import theme
from ui.widgets.entry_card import EntryCard
from ui.widgets.entry_table import EntryTable

TOOLS, GRANTS = RegisterName.AI_TOOLS, RegisterName.ACCESS_GRANTS
ROUNDS = 15
GOAL_EDIT_MS = 50.0
GOAL_SHOW_MS = 200.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTimes:
    """Milliseconds until the screen is repainted; medians, except for what happens once."""

    first_show: float
    show_tools: float
    show_grants: float
    open_card: float
    next_row_on_card: float
    edit_in_grid: float
    edit_on_card: float
    scroll_a_page: float
    filter_letter: float
    sort: float
    show_matrix: float


def register_times(rounds: int = ROUNDS) -> RegisterTimes:
    """Measure on a page of 1366 by 768 pixels; edits are applied to the snapshot, without a file."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = theme("light")
    put_on(app, look)
    desk = _Desk(app, RegistersPage(look), big_snapshot())
    page, table = desk.page, desk.table
    first = desk.once(desk.start)
    table.choose(table.entries.keys[0])
    tools = desk.median(rounds, lambda n: desk.open((RegisterName.AI_TOOLS, RegisterName.SYSTEMS)[n % 2]))
    grants = desk.median(
        rounds, lambda n: desk.open((RegisterName.ACCESS_GRANTS, RegisterName.SYSTEMS)[n % 2])
    )
    desk.open(TOOLS)
    keys = list(table.entries.keys)
    owners = (Owner.NAMED, Owner.TEAM)
    edit = desk.median(rounds, lambda n: table.entries.given.emit(keys[n], "owner", owners[n % 2]))
    scroll = desk.median(rounds, lambda n: table.verticalScrollBar().setValue(20 * n))
    bar = find(page, QLineEdit, "filter_rows")
    card = find(page, EntryCard, "entry_card")
    switch = find(page, QPushButton, "view_matrix")
    letters = desk.median(rounds, lambda n: bar.setText("assist"[: n % 6 + 1]))
    bar.clear()
    order = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    sort = desk.median(rounds, lambda n: table.sortByColumn(3, order[n % 2]))
    opened = desk.once(lambda: page.show_place(f"entry:ai_tools/{keys[5]}"))
    step = desk.median(rounds, lambda n: page.show_place(f"entry:ai_tools/{keys[n]}"))
    on_card = desk.median(rounds, lambda n: card.value_given.emit(keys[0], "owner", owners[n % 2]))
    desk.open(GRANTS)
    matrix = desk.once(switch.click)
    page.close()
    return RegisterTimes(
        first_show=first,
        show_tools=tools,
        show_grants=grants,
        open_card=opened,
        next_row_on_card=step,
        edit_in_grid=edit,
        edit_on_card=on_card,
        scroll_a_page=scroll,
        filter_letter=letters,
        sort=sort,
        show_matrix=matrix,
    )


class _Desk:
    """The page with its edits applied at once."""

    def __init__(self, app: QApplication, page: RegistersPage, snapshot: Snapshot) -> None:
        self._app = app
        self.page = page
        self._snapshot = snapshot
        self.table = find(page, EntryTable, "entry_table")
        page.edit_made.connect(self._apply)

    def start(self) -> None:
        """Show the page for the first time."""
        self.page.resize(1166, 700)
        self._show()
        self.page.show()

    def open(self, register: RegisterName) -> None:
        """Show a register."""
        self.page.show_place(f"register:{register.value}")

    def once(self, what: Callable[[], object]) -> float:
        """Milliseconds for one doing, repainted."""
        begun = time.perf_counter()
        what()
        self._app.processEvents()
        self.page.grab()
        return (time.perf_counter() - begun) * 1000

    def median(self, rounds: int, what: Callable[[int], object]) -> float:
        """Milliseconds in the middle of several doings."""
        return statistics.median(self.once(partial(what, n)) for n in range(rounds))

    def _apply(self, edit: Edit) -> None:
        self._snapshot = changed(self._snapshot, edit.changes)
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot

        @cache
        def assessment() -> Assessment:
            return assess(snapshot)

        self.page.show_review(Shown(snapshot, assessment))


def main() -> None:
    """Print the numbers."""
    times = register_times()
    for item in fields(times):
        print(f"{item.name.replace('_', ' '):<18} {getattr(times, item.name):7.1f} ms")


if __name__ == "__main__":
    main()
