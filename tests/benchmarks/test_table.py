"""The benchmarks run, and their check tells what is near its floor from what is not."""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks.table.budgets import Budgets, budgets, complaints
from tests.benchmarks.table.jobs import JOBS
from tests.benchmarks.table.measuring import Job, Measured, Ready, measured
from tests.benchmarks.table.printing import as_markdown
from tests.benchmarks.table.sizes import SIZES, Material

FOUND = Measured(
    name="search", size="ferrowick", rounds=9, median=30.0, p99=41.0, floor=10.0, peak=150.0
)  # three times its floor


def test_what_is_quick_stays_within_its_budget(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "found.json"

    code = benchmarks.main(["--quick", "--check", "--json", str(out)])

    told = capsys.readouterr()
    assert code == 0, told.err
    lines = json.loads(out.read_text("utf-8"))["lines"]
    assert [line["name"] for line in lines] == [job.name for job in JOBS if job.is_quick]
    for line, job in zip(lines, (job for job in JOBS if job.is_quick), strict=True):
        assert 0 < line["floor"] < line["p99"]
        assert 50 < line["peak"] < 5000, "megabytes"
        assert job.what in told.out
        assert job.floor in told.out


def test_what_is_beyond_its_budget_is_named_and_fails(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(benchmarks, "budgets", lambda: {"search": {"ferrowick": 0.01}})

    code = benchmarks.main(["--quick", "--check", "--only", "search"])

    assert code == 1
    assert "search at size ferrowick" in capsys.readouterr().err


@pytest.mark.parametrize(("limit", "is_told"), [(2.9, True), (3.0, False), (50.0, False)])
def test_a_ratio_counts_and_no_time_does(limit: float, is_told: bool) -> None:
    limits = {"search": {"ferrowick": limit}}
    slow_machine = replace(FOUND, median=30_000.0, floor=10_000.0)

    assert bool(complaints([FOUND], limits)) is is_told
    assert bool(complaints([slow_machine], limits)) is is_told


def test_every_line_has_a_budget_at_every_size_with_room_above_one() -> None:
    limits: Budgets = budgets()

    assert {name: set(by_size) for name, by_size in limits.items()} == {
        job.name: {size.name for size in (SIZES if job.sizes_matter else SIZES[:1])} for job in JOBS
    }
    assert all(limit >= 3 for by_size in limits.values() for limit in by_size.values())


def test_work_is_measured_by_turns_with_its_floor_and_the_first_time_does_not_count() -> None:
    turns: list[str] = []

    @contextmanager
    def prepare(_material: Material) -> Iterator[Ready]:
        def work() -> float:
            turns.append("work")
            return 60.0 if len(turns) == 1 else 0.3

        def floor() -> float:
            turns.append("floor")
            return 0.1

        yield Ready(work=work, floor=floor, peak=lambda: 77.0)
        turns.append("closed")

    job = Job(name="each", what="each", floor="none", prepare=prepare, rounds=4)
    found = measured(job, Material(size=SIZES[0], folder=Path()))

    assert turns == ["work", "floor"] * 5 + ["closed"]
    assert (found.rounds, found.median, found.p99, found.floor) == (4, 300.0, 300.0, 100.0)
    assert found.ratio == pytest.approx(3.0)
    assert found.peak == 77.0


def test_on_a_page_the_table_names_the_machine_in_general_terms_and_how_to_repeat_it() -> None:
    larger = replace(FOUND, size="large", median=90.0, p99=95.0, peak=170.0)

    page = as_markdown([FOUND, larger], JOBS, SIZES)

    row = (
        "search all texts, one letter typed", "30 ms, 3.0", "", "90 ms, 9.0", "95 ms", "170 MB",
        "the same texts asked for the letters",
    )  # fmt: skip
    assert f"| {' | '.join(row)} |" in page
    assert f"{os.cpu_count()} cores" in page
    assert platform.node() not in page
    assert "`python -m tests.benchmarks --markdown`" in page
