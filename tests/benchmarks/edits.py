"""How long edits of many rows take on disk, and how that grows: ten times the rows, against ten times one."""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.edits import Edit, batch, put, remove
from app.register_edits import set_in_all
from app.workspace import Workspace
from models.storage import KeyCost, create_file
from models.values import AITool, Owner, RegisterName
from tests.benchmarks.big_review import big_snapshot

FEW, MANY, BULK, REMOVED = 1_000, 10_000, 480, 300
GOAL_GROWTH = 2.0
TOOLS = RegisterName.AI_TOOLS
_QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTimes:
    """Milliseconds of one edit through the open review, on disk when it ends; medians."""

    few_rows: float
    many_rows: float
    many_rows_undone: float
    bulk: float
    removed_undone: float

    @property
    def growth(self) -> float:
        """What a row of many costs, in rows of few: 1 is a straight line; the goal is GOAL_GROWTH."""
        return self.many_rows / self.few_rows * FEW / MANY


def edit_times(rounds: int = 3) -> EditTimes:
    """On a review with 500 tools and 2,000 grants; every edit is taken back before the next."""
    snapshot = big_snapshot()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "client.plumbline"
        with create_file(path, "a passphrase of some words", snapshot, who="B", cost=_QUICK) as store:
            workspace = Workspace(store, snapshot.header.id, "Benchmark")
            keys = list(snapshot.ai_tools)
            few = _median(rounds, workspace, lambda: _new_rows(workspace, FEW))
            many = _median(rounds, workspace, lambda: _new_rows(workspace, MANY))
            bulk = _median(rounds, workspace, lambda: _bulk(workspace, keys[:BULK]))
            removed = _median(rounds, workspace, lambda: remove(workspace.snapshot, TOOLS, keys[:REMOVED]))
    return EditTimes(
        few_rows=few[0],
        many_rows=many[0],
        many_rows_undone=many[1],
        bulk=bulk[0],
        removed_undone=removed[1],
    )


def _new_rows(workspace: Workspace, n: int) -> Edit:
    rows = (AITool(id=f"T{9_000_000 + i}", name=f"Tool {i}", process_criticality=3) for i in range(n))
    return batch("Add rows", [put(workspace.snapshot, TOOLS, row) for row in rows])


def _bulk(workspace: Workspace, keys: list[str]) -> Edit:
    owners = {workspace.snapshot.ai_tools[key].owner for key in keys}
    edit = set_in_all(workspace.snapshot, TOOLS, keys, "owner", Owner.NONE if None in owners else Owner.TEAM)
    assert edit is not None
    return edit


def _median(rounds: int, workspace: Workspace, make: Callable[[], Edit]) -> tuple[float, float]:
    """Milliseconds for making and recording an edit, and for taking it back."""
    done, undone = [], []
    for _round in range(rounds):
        began = time.perf_counter()
        edit = make()
        workspace.apply(edit)
        done.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        workspace.apply(edit.inverse())
        undone.append((time.perf_counter() - began) * 1000)
    return statistics.median(done), statistics.median(undone)


def main() -> None:
    """Print the figures."""
    found = edit_times()
    print(f"{FEW:,} new rows in one edit   {found.few_rows:7.0f} ms")
    print(f"{MANY:,} new rows in one edit  {found.many_rows:7.0f} ms")
    print(f"  the same taken back         {found.many_rows_undone:7.0f} ms")
    print(f"  growth, 1: a straight line  {found.growth:7.2f} (goal {GOAL_GROWTH})")
    print(f"one field of {BULK} rows       {found.bulk:7.0f} ms")
    print(f"{REMOVED} tools and all on them back {found.removed_undone:6.0f} ms")


if __name__ == "__main__":
    main()
