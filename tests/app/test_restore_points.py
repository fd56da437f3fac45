"""Restore points say when and why they were made, and what has come since."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.backups import BackupPlan, PlaceKind, back_up, plan_of
from app.demo import demo_snapshot
from app.edits import set_field
from app.restore_points import differences, make_ready, place_words, restore_points, since_words
from app.settings import Settings
from app.taking_over import restore_state, save_as_new, take_over
from app.workspace import Workspace
from models.storage import KeyCost, create_file
from models.storage.copy_names import CopyReason
from models.storage.errors import CopyNotReadableError, FileHeldError
from models.storage.holder import Hold
from models.storage.key import file_key
from models.storage.opening import open_with_key, salt_of
from models.values import RegisterName

FORMATS = Path(__file__).parents[1] / "data" / "formats"
QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@pytest.fixture(scope="module", autouse=True)
def cheap_keys() -> None:
    """None here: the files in tests/data have real keys."""


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan(folder=tmp_path / "data")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "client.plumbline"
    opened = Workspace(create_file(path, "words", demo_snapshot(), who="Ana", cost=QUICK), "R1", "Ben")
    yield opened
    opened.close()


def note(workspace: Workspace, text: str) -> None:
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "notes", text))


def restored(workspace: Workspace, plan: BackupPlan, copy: Path) -> Path:
    """Go back to a copy; gives the way forward again."""
    store = workspace.store
    ready = make_ready(store.path, store.key, plan, copy, lambda _share: None)
    restore_state(workspace, ready)
    return ready.way_back


def test_the_same_copy_in_two_places_is_one_point_with_what_came_since(
    workspace: Workspace, plan: BackupPlan
) -> None:
    back_up(workspace.store, plan, CopyReason.NAMED, "Before the workshop")
    note(workspace, "one")
    note(workspace, "two")

    (point,) = restore_points(workspace.store, plan)

    assert point.name == "Before the workshop"
    assert set(point.places) == set(PlaceKind)
    assert len(point.paths) == 2
    assert since_words(point) == "2 changes since"
    assert place_words(point.places) == "beside the file, in Plumbline's own folder"


def test_what_is_other_is_told_and_nothing_where_nothing_is(workspace: Workspace, plan: BackupPlan) -> None:
    copy = back_up(workspace.store, plan, CopyReason.WORKING)[0]
    same = differences(workspace.path, workspace.store.key, copy, workspace.snapshot)
    note(workspace, "one")

    other = differences(workspace.path, workspace.store.key, copy, workspace.snapshot)

    assert same == ()
    assert "AI tools: changed since: T01" in other


def test_a_restored_file_can_be_had_back_and_points_of_the_left_course_say_so(
    workspace: Workspace, plan: BackupPlan
) -> None:
    before = workspace.snapshot
    copy = back_up(workspace.store, plan, CopyReason.WORKING)[0]
    note(workspace, "one")
    after = workspace.snapshot

    way_back = restored(workspace, plan, copy)
    there = workspace.snapshot
    points = {point.reason: since_words(point) for point in restore_points(workspace.store, plan)}
    restored(workspace, plan, way_back)

    assert there == before
    assert points[CopyReason.WORKING] == "1 change since"  # the line that says that it was restored
    assert (
        points[CopyReason.BEFORE_RESTORE]
        == "from before the file was restored: what came then is not in it now"
    )
    assert workspace.snapshot == after
    assert workspace.store.check() == ()


def test_a_damaged_copy_is_not_restored_and_the_file_stays(workspace: Workspace, plan: BackupPlan) -> None:
    copy = back_up(workspace.store, plan, CopyReason.WORKING)[0]
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size // 2)
        file.write(b"x" * 5000)
    note(workspace, "one")

    with pytest.raises(CopyNotReadableError):
        restored(workspace, plan, copy)

    assert workspace.snapshot.ai_tools["T01"].notes == "one"


def test_the_plan_is_what_the_settings_say() -> None:
    plan = plan_of(Settings(copies_kept=3, copies_beside=False))

    assert (plan.kept, plan.beside, plan.data_folder) == (3, False, True)


def test_a_file_is_taken_over_only_once_it_is_free(workspace: Workspace) -> None:
    path, key = workspace.store.path, workspace.store.key
    hold = Hold(path, "Zoë")
    reader = Workspace(open_with_key(path, key, read_only=True), "R1", "Ben")

    with pytest.raises(FileHeldError):
        take_over(reader)
    hold.release()
    take_over(reader)
    note(reader, "by the second")

    assert not reader.is_read_only
    reader.close()


def test_what_is_on_the_screen_becomes_a_file_under_the_same_key(
    workspace: Workspace, plan: BackupPlan, tmp_path: Path
) -> None:
    note(workspace, "one")

    made = save_as_new(workspace, workspace.snapshot, tmp_path / "new.plumbline", plan)

    assert made.snapshot == workspace.snapshot
    assert made.store.file_id != workspace.store.file_id
    made.close()
    with open_with_key(tmp_path / "new.plumbline", workspace.store.key, read_only=True) as store:
        assert store.check() == ()


def test_a_copy_of_an_earlier_format_is_compared_and_restored_and_can_be_undone(
    tmp_path: Path, plan: BackupPlan
) -> None:
    path = Path(shutil.copy(FORMATS / "format_1.plumbline", tmp_path))
    store = open_with_key(path, file_key("plumbline format 1", salt_of(path)))
    workspace = Workspace(store, "R2", "Ben")
    before = workspace.snapshot
    note(workspace, "one")
    after = workspace.snapshot
    (point,) = restore_points(store, plan)

    told = differences(path, store.key, point.paths[0], after)
    way_back = restored(workspace, plan, point.paths[0])
    there = workspace.snapshot
    restored(workspace, plan, way_back)

    assert point.reason is CopyReason.BEFORE_UPGRADE
    assert "AI tools: changed since: T01" in told
    assert there == before
    assert workspace.snapshot == after
    assert workspace.store.check() == ()
    assert [file.name for file in tmp_path.glob(".*")] == []
    workspace.close()
