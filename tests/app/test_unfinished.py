"""What a crash left half written beside the settings is gone after the next start."""

import os
import time
from pathlib import Path

import pytest

from app import recent
from app.file_memory import FOLDER, FileMemory, record_of
from app.settings import Settings, load_settings, save_settings
from app.unfinished import clear_unfinished

NAMES = ("recent.json.part", "settings.toml.part", f"{FOLDER}/{'0' * 32}.part")


def left(folder: Path, age: float) -> list[Path]:
    """Drafts such as a kill leaves, so many seconds old."""
    drafts = [folder / name for name in NAMES]
    for draft in drafts:
        draft.parent.mkdir(exist_ok=True)
        draft.write_bytes(b"half")
        os.utime(draft, (time.time() - age, time.time() - age))
    return drafts


@pytest.mark.parametrize("age", [3_600, -3_600], ids=["an hour old", "from a clock that was ahead"])
def test_drafts_that_a_crash_left_are_cleared_away_and_nothing_else(tmp_path: Path, age: float) -> None:
    save_settings(Settings(name="Ana"), tmp_path)
    recent.remember(tmp_path / "client.plumbline", tmp_path)
    memory = FileMemory("id", tmp_path / "client.plumbline", tmp_path)
    memory.begin()
    before = {file for file in tmp_path.rglob("*") if file.is_file()}
    drafts = left(tmp_path, age)

    clear_unfinished(tmp_path)

    assert not any(draft.exists() for draft in drafts)
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == before
    assert (load_settings(tmp_path).name, len(recent.recent_files(tmp_path))) == ("Ana", 1)
    assert record_of("id", tmp_path) in before
    memory.end()


def test_a_draft_that_another_window_may_be_writing_stays(tmp_path: Path) -> None:
    drafts = left(tmp_path, age=1)

    clear_unfinished(tmp_path)

    assert all(draft.exists() for draft in drafts)


def test_a_folder_that_is_not_there_is_no_reason_not_to_start(tmp_path: Path) -> None:
    clear_unfinished(tmp_path / "none")

    assert not (tmp_path / "none").exists()
