"""A clock that is set back, or was ahead for a while, changes the order of nothing and destroys nothing."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest

from app.backups import BackupPlan, back_up, backups, restore
from app.demo import demo_snapshot
from app.edits import set_field
from app.keep_until import keeping_until, overdue_since
from app.keeping_safe import EVERY, Keeping
from app.restore_points import restore_points, since_words
from app.workspace import Workspace
from models.storage import KeyCost, create_file, open_file
from models.storage.copy_names import CopyReason
from models.storage.holder import Hold
from models.values import AITool, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
TODAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
YEARS = timedelta(days=4000)
CLOCKS = {
    "set back": (TODAY, TODAY - YEARS),
    "ahead and put right": (TODAY + YEARS, TODAY),
    "jumping": (TODAY, TODAY - YEARS, TODAY + YEARS, TODAY - timedelta(hours=1), TODAY),
}
SetClock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the clock of all that writes down a time."""

    class Clock(datetime):
        at = TODAY

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            Clock.at += timedelta(seconds=1)
            return cls.fromtimestamp(Clock.at.timestamp(), tz)

    for module in ("models.storage.change_log", "models.storage.copies", "app.backups"):
        monkeypatch.setattr(f"{module}.datetime", Clock)

    def set_to(moment: datetime) -> None:
        Clock.at = moment

    return set_to


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "client.plumbline"


@pytest.fixture
def workspace(path: Path, set_clock: SetClock) -> Iterator[Workspace]:
    set_clock(TODAY)
    opened = Workspace(create_file(path, "words", demo_snapshot(), who="Ana", cost=QUICK), "R1", "Ben")
    yield opened
    opened.close()


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan(kept=3, beside=False, folder=tmp_path / "data")


def note(workspace: Workspace, text: str) -> None:
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "notes", text))


def notes(workspace: Workspace) -> str | None:
    return workspace.snapshot.ai_tools["T01"].notes


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_history_stays_in_the_order_of_what_was_done_and_in_one_chain(
    workspace: Workspace, path: Path, set_clock: SetClock, clock: str
) -> None:
    for number, moment in enumerate(CLOCKS[clock]):
        set_clock(moment)
        note(workspace, str(number))

    lines = workspace.store.history("R1", RegisterName.AI_TOOLS, "T01")[1:]

    said = [line.after.notes for line in lines if isinstance(line.after, AITool)]
    assert said == [str(number) for number in range(len(CLOCKS[clock]))]
    assert sorted(line.at for line in lines) != [line.at for line in lines]
    workspace.close()
    with open_file(path, "words", cost=QUICK) as store:
        assert store.check() == ()


def test_undo_takes_back_what_was_done_last_whatever_the_clock_says(
    workspace: Workspace, set_clock: SetClock
) -> None:
    note(workspace, "first")
    set_clock(TODAY - YEARS)
    edit = set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "notes", "second")
    workspace.apply(edit)

    set_clock(TODAY - 2 * YEARS)
    workspace.apply(edit.inverse())

    assert notes(workspace) == "first"


@pytest.mark.parametrize("clock", CLOCKS)
def test_of_many_copies_those_that_were_made_last_stay_and_the_newest_is_the_last_one(
    workspace: Workspace, plan: BackupPlan, set_clock: SetClock, clock: str
) -> None:
    made: list[Path] = []
    for moment in CLOCKS[clock]:
        for number in range(5):
            set_clock(moment)
            note(workspace, f"{moment} {number}")
            made += back_up(workspace.store, plan, CopyReason.WORKING)
            assert made[-1].exists(), "a copy went as soon as it was made"

    left = [backup.path for backup in backups(workspace.store, plan)]

    assert left[:3] == made[-1:-4:-1]
    assert left == sorted(left, key=made.index, reverse=True)
    points = restore_points(workspace.store, plan)
    assert since_words(points[0]) == "nothing has changed since"


def test_a_restore_is_undone_by_the_newest_copy_though_the_clock_was_set_back(
    workspace: Workspace, plan: BackupPlan, set_clock: SetClock
) -> None:
    (first,) = back_up(workspace.store, plan, CopyReason.NAMED, "The beginning")
    note(workspace, "second")
    set_clock(TODAY - YEARS)

    workspace.go_on_with(restore(workspace.store, plan, first, who="Ana"))
    there = notes(workspace)
    newest = backups(workspace.store, plan)[0]
    workspace.go_on_with(restore(workspace.store, plan, newest.path, who="Ana"))

    assert there != "second"
    assert newest.reason is CopyReason.BEFORE_RESTORE
    assert notes(workspace) == "second"


def test_copies_go_on_being_made_after_the_clock_was_set_back(workspace: Workspace, plan: BackupPlan) -> None:
    times = [TODAY]
    keeping = Keeping(workspace.store, plan, now=lambda: times[-1])
    keeping.begin()
    note(workspace, "something new")

    times.append(TODAY - YEARS)
    keeping.tick()
    there = len(backups(workspace.store, plan))
    note(workspace, "and more")
    times.append(TODAY - YEARS + EVERY)
    keeping.tick()

    assert (there, len(backups(workspace.store, plan))) == (2, 3)


def test_names_that_earlier_versions_gave_to_copies_come_before_all_later_ones(
    workspace: Workspace, plan: BackupPlan
) -> None:
    (copy,) = back_up(workspace.store, plan, CopyReason.WORKING)
    earlier = copy.rename(copy.with_name("20991231T235959000000Z.working.backup"))
    note(workspace, "later")

    (later,) = back_up(workspace.store, plan, CopyReason.CLOSED)

    assert [backup.path for backup in backups(workspace.store, plan)] == [later, earlier]


def test_a_day_of_destruction_that_a_wrong_clock_has_passed_destroys_nothing(
    workspace: Workspace, path: Path, plan: BackupPlan
) -> None:
    edit = keeping_until(workspace.snapshot, TODAY.date())
    assert edit is not None
    workspace.apply(edit)

    said = overdue_since(workspace.snapshot, (TODAY + YEARS).date())
    keeping = Keeping(workspace.store, plan, now=lambda: TODAY + YEARS)
    keeping.begin()
    keeping.tick()

    assert said == TODAY.date()
    assert overdue_since(workspace.snapshot, (TODAY - YEARS).date()) is None
    assert path.exists()
    assert workspace.store.check() == ()


def test_a_window_that_was_killed_holds_nobody_up_though_the_clock_was_set_back(path: Path) -> None:
    path.touch()
    first = Hold(path, "Ana", now=TODAY.timestamp)
    first._lock.release()  # what the system does for a program that is killed

    second = Hold(path, "Ben", now=(TODAY - YEARS).timestamp)

    assert second.is_ours
    second.release()
