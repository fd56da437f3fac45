"""How long a person waits in the whole window with 500 tools and 2,000 grants: edits are on disk first."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPushButton

from app.workspace import Workspace
from models.storage import KeyCost, create_file
from models.values import Audience, Basis, Capability, Owner, Retention
from tests.benchmarks.big_review import big_snapshot
from tests.ui.reach import find
from ui.bridge import WorkspaceBridge
from ui.main import application, make_window
from ui.main_window import MainWindow
from ui.widgets.access_matrix import AccessMatrix
from ui.widgets.entry_table import EntryTable

GOAL_MS = 50.0
ROUNDS = 15
_QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
# A field of each register, with two values to set by turns; the last two have a computed column.
_FIELDS: dict[str, tuple[str, tuple[object, object]]] = {
    "ai_tools": ("owner", (Owner.NAMED, Owner.TEAM)),
    "access_grants": ("basis", (Basis.CONFIRMED, Basis.ASSUMED)),
    "use_cases": ("audience", (Audience.INTERNAL, Audience.PUBLIC_CONVERSATION)),
    "vendors": ("retention", (Retention.SHORT, Retention.LONG)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDiskTimes:
    """Milliseconds until the window is repainted, medians: by register, and beside the systems."""

    scroll: dict[str, float]
    edit: dict[str, float]
    edit_with_card: dict[str, float]
    matrix_scroll: float
    matrix_switch: float

    @property
    def slowest(self) -> float:
        """The longest of them."""
        times = (*self.scroll.values(), *self.edit.values(), *self.edit_with_card.values())
        return max(*times, self.matrix_scroll, self.matrix_switch)


def on_disk_times(rounds: int = ROUNDS) -> OnDiskTimes:
    """Measure in a window of 1366 by 768 pixels."""
    app = application() if QApplication.instance() is None else QApplication.instance()
    assert isinstance(app, QApplication)
    snapshot = big_snapshot()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "client.plumbline"
        store = create_file(path, "a passphrase of some words", snapshot, who="B", cost=_QUICK)
        window = make_window(app, Path(folder))
        window.resize(1366, 768)
        window.show()
        window.open_review(WorkspaceBridge(Workspace(store, snapshot.header.id, "Benchmark")))
        scroll, edit, with_card = {}, {}, {}
        for register in _FIELDS:
            window.follow(f"register:{register}")
            app.processEvents()
            scroll[register], edit[register], with_card[register] = _register(window, register, rounds)
        across, switch = _matrix(window, rounds)
        window.close()
    return OnDiskTimes(
        scroll=scroll, edit=edit, edit_with_card=with_card, matrix_scroll=across, matrix_switch=switch
    )


def _register(window: MainWindow, register: str, rounds: int) -> tuple[float, float, float]:
    table = find(window.page, EntryTable, "entry_table")
    path, values = _FIELDS[register]
    keys = list(table.entries.keys)
    scroll = _median(window, rounds, lambda n: table.verticalScrollBar().setValue(15 * n))
    table.choose(keys[0])
    edit = _median(window, rounds, lambda n: table.entries.given.emit(keys[n], path, values[n % 2]))
    window.page.show_place(f"entry:{register}/{keys[0]}")
    card = _median(window, rounds, lambda n: table.entries.given.emit(keys[0], path, values[n % 2]))
    return scroll, edit, card


def _matrix(window: MainWindow, rounds: int) -> tuple[float, float]:
    window.follow("register:access_grants")
    find(window.page, QPushButton, "view_matrix").click()
    matrix = find(window.page, AccessMatrix, "access_matrix")
    scroll = _median(window, rounds, lambda n: matrix.table.verticalScrollBar().setValue(15 * n))
    matrix.table.setCurrentIndex(matrix.cells.index(7, 7))
    kinds = (Capability.SEE, Capability.INFER, Capability.STORE)
    return scroll, _median(window, rounds, lambda n: matrix.switch(kinds[n % 3]))


def _median(window: MainWindow, rounds: int, what: Callable[[int], object]) -> float:
    times = []
    for n in range(rounds):
        began = time.perf_counter()
        what(n)
        window.repaint()
        QApplication.processEvents()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    found = on_disk_times()
    for register in _FIELDS:
        print(
            f"{register:<14} scroll {found.scroll[register]:6.1f} ms, edit {found.edit[register]:6.1f} ms, "
            f"with its card {found.edit_with_card[register]:6.1f} ms"
        )
    print(f"tools x systems scroll {found.matrix_scroll:6.1f} ms, switch {found.matrix_switch:6.1f} ms")
    print(f"slowest {found.slowest:.1f} ms (goal {GOAL_MS:.0f})")


if __name__ == "__main__":
    main()
