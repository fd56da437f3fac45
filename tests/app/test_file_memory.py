"""What is remembered of a file is where one was, and not a word of a client's."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.file_memory import FileMemory, left_open, record_of
from app.recent import remember

ROOT = Path(__file__).parents[2]
BREAKS_OFF = """
import os, sys
from pathlib import Path
from app.file_memory import FileMemory
memory = FileMemory("an id", Path(sys.argv[1]), Path(sys.argv[2]))
memory.begin()
memory.be_at(sys.argv[3])
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Secret & Sons.plumbline"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config"


def break_off(path: Path, folder: Path, place: str) -> None:
    subprocess.run([sys.executable, "-c", BREAKS_OFF, path, folder, place], cwd=ROOT, check=False)


def test_after_a_sitting_that_broke_off_the_place_is_known_and_the_file_is_offered(
    path: Path, folder: Path
) -> None:
    remember(path, folder)
    break_off(path, folder, "entry:ai_tools/T01")

    offered = left_open(remember(path, folder), folder)
    again = FileMemory("an id", path, folder)

    assert offered == path
    assert again.broke_off == "entry:ai_tools/T01"
    again.begin()
    assert left_open(remember(path, folder), folder) is None
    again.end()
    assert FileMemory("an id", path, folder).broke_off == ""


def test_a_file_that_is_not_on_the_list_of_recent_ones_is_not_offered(path: Path, folder: Path) -> None:
    break_off(path, folder, "page:risk_map")

    assert left_open(remember(path.with_name("other.plumbline"), folder), folder) is None


@pytest.mark.parametrize(
    "place", ["Secret & Sons", "entry:ai_tools/Secret Sons", "javascript: x", "", "page"]
)
def test_only_ids_are_remembered(path: Path, folder: Path, place: str) -> None:
    break_off(path, folder, place)

    assert FileMemory("an id", path, folder).broke_off == ""
    assert "Secret" not in record_of("an id", folder).read_text()


def test_a_notice_that_was_seen_stays_seen_for_this_file_alone(path: Path, folder: Path) -> None:
    memory = FileMemory("an id", path, folder)
    memory.see("synchronised")
    memory.end()

    assert FileMemory("an id", path, folder).has_seen("synchronised")
    assert not FileMemory("another id", path, folder).has_seen("synchronised")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"path": 1}', '{"path": "", "place": 3, "is_open": 1, "seen": 7}']
)
def test_a_record_that_cannot_be_read_is_as_if_there_were_none(path: Path, folder: Path, text: str) -> None:
    record = record_of("an id", folder)
    record.parent.mkdir(parents=True)
    record.write_text(text)

    memory = FileMemory("an id", path, folder)

    assert memory.broke_off == ""
    memory.begin()
    memory.be_at("question:ACC-03")
    assert json.loads(record.read_text())["place"] == "question:ACC-03"
    memory.end()


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_work(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    memory = FileMemory("an id", path, blocked)
    memory.begin()
    memory.be_at("question:ACC-03")
    memory.end()

    assert memory.broke_off == ""
