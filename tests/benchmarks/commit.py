"""How long one answer takes to be on disk, beside a plain one-row SQLite commit on the same disk."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import resources
from app.interchange import read_review
from app.packs import built_in_pack
from models.change import Change
from models.snapshot import Snapshot
from models.storage import KeyCost, Store, create_file
from models.values import Answer, RegisterName

GOAL = 4.0
ROUNDS = 300
_QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitTimes:
    """Milliseconds for one commit: the median, and what 99 of 100 stay below; `work` is of the processor."""

    answer: float
    answer_99: float
    work: float
    floor: float
    floor_99: float

    @property
    def ratio(self) -> float:
        """How much longer an answer takes than the floor, in the middle; the goal is GOAL."""
        return self.answer / self.floor


def commit_times(rounds: int = ROUNDS) -> CommitTimes:
    """Both commits by turns, so that a busy disk slows both; the change log grows as in a long review."""
    demo = read_review(resources.read_bytes("demo", "ferrowick.review.json"), built_in_pack()).snapshot
    with tempfile.TemporaryDirectory() as folder:
        path, passphrase = Path(folder) / "client.plumbline", "a passphrase of some words"
        with (
            create_file(path, passphrase, demo, who="Benchmark", cost=_QUICK) as store,
            closing(sqlite3.connect(Path(folder) / "plain.sqlite", isolation_level=None)) as plain,
        ):
            answer, floor = _answering(store, demo), _committing(plain)
            times = [(*_timed(answer), *_timed(floor)) for _ in range(rounds)]
    answers, work, floors, _floor_work = zip(*times, strict=True)
    return CommitTimes(
        answer=statistics.median(answers),
        answer_99=statistics.quantiles(answers, n=100)[-1],
        work=statistics.median(work),
        floor=statistics.median(floors),
        floor_99=statistics.quantiles(floors, n=100)[-1],
    )


def _answering(store: Store, demo: Snapshot) -> Callable[[], object]:
    """Records one more value of one answer of the demo's review."""
    entry = next(answer for answer in demo.answers.values() if isinstance(answer.value, int))
    last: list[Answer] = [entry]

    def answer() -> None:
        before = last[-1]
        value = before.value if isinstance(before.value, int) else 0
        after = replace(before, value=(value + 1) % 5)
        change = Change(register=RegisterName.ANSWERS, key=entry.key, before=before, after=after)
        store.record("R1", [change], who="Benchmark", label="Answer")
        last[:] = [after]

    return answer


def _committing(connection: sqlite3.Connection) -> Callable[[], object]:
    """Commits one row with the same promise that it is on disk, in the faster of SQLite's two ways (WAL)."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (id TEXT PRIMARY KEY, value INTEGER)")
    connection.execute("INSERT INTO answer VALUES ('ACC-03', 0)")

    def commit() -> None:
        connection.execute("UPDATE answer SET value = (value + 1) % 5")

    return commit


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """How long it took, and for how much of that the processor was at it, in milliseconds."""
    began, worked = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


if __name__ == "__main__":
    found = commit_times()
    print(f"one answer on disk     {found.answer:6.2f} ms, 99 of 100 below {found.answer_99:6.2f} ms")
    print(f"  of it the processor  {found.work:6.2f} ms")
    print(f"one plain row on disk  {found.floor:6.2f} ms, 99 of 100 below {found.floor_99:6.2f} ms")
    print(f"ratio                  {found.ratio:6.2f}, goal {GOAL:.0f} or less")
