"""A file is copied, restored, rescued, given a new passphrase and destroyed from the command line."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import FERROWICK, PASSPHRASE, ROOT, done, plumbline, refusal, review

NEW = "seven calm owls at the harbour"
PAGE = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "work" / "ferrowick.plumbline"
    made.parent.mkdir()
    done("import", made, FERROWICK)
    return made


def exported(file: Path, tmp_path: Path) -> dict[str, object]:
    done("export", file, "--format", "json", "--out", tmp_path / "out.json")
    return review(tmp_path / "out.json")


def test_a_restore_point_is_made_listed_and_put_back(tmp_path: Path, file: Path) -> None:
    done("backup", file, "--name", "Before the workshop")
    done("import", file, FERROWICK)
    listed = done("backups", file).decode().splitlines()
    point = next(line for line in listed if "Before the workshop" in line)

    said = done("restore", file, point.split()[-1]).decode()

    assert "To undo it" in said
    assert b"1 review." in done("check", file)
    assert any("before restoring" in line for line in done("backups", file).decode().splitlines())
    assert any("before an import" in line for line in listed)
    assert b"Restore the copy" in done("history", file)


def test_a_damaged_file_is_rescued_into_a_new_one_and_stays_as_it_is(tmp_path: Path, file: Path) -> None:
    whole = exported(file, tmp_path)
    content = bytearray(file.read_bytes())
    content[PAGE * 3 + 100] ^= 0xFF
    content[PAGE * 20 + 100] ^= 0xFF
    file.write_bytes(content)

    said = done("rescue", file, "--out", tmp_path / "rescued.plumbline").decode()

    assert re.search(r"\d+ of \d+ pages of the file could be read", said)
    assert file.read_bytes() == content
    saved = exported(tmp_path / "rescued.plumbline", tmp_path)
    assert saved["engagement"] == whole["engagement"]
    assert "is sound" in done("check", tmp_path / "rescued.plumbline").decode()


def test_a_file_with_a_damaged_beginning_is_rescued_with_the_salt_of_a_copy(
    tmp_path: Path, file: Path
) -> None:
    whole = exported(file, tmp_path)
    done("backup", file)
    (copy,) = file.parent.rglob("*.backup")
    file.write_bytes(b"?" * 64 + file.read_bytes()[64:])

    assert "not a Plumbline review file" in refusal("rescue", file, "--out", tmp_path / "new.plumbline")
    done("rescue", file, "--out", tmp_path / "new.plumbline", "--salt-of", copy)

    assert exported(tmp_path / "new.plumbline", tmp_path)["ai_tools"] == whole["ai_tools"]


def test_a_new_passphrase_opens_the_file_and_the_earlier_one_no_longer(tmp_path: Path, file: Path) -> None:
    (tmp_path / "new").write_text(f"{NEW}\n")

    done("passphrase", file, "--new-passphrase-file", tmp_path / "new")

    assert "passphrase does not open" in refusal("check", file)
    done("check", file, PLUMBLINE_PASSPHRASE=NEW)
    (copy, *_others) = file.parent.rglob("*before_passphrase.backup")
    done("check", copy)


def test_the_history_tells_what_was_done_and_can_be_written_as_csv(tmp_path: Path, file: Path) -> None:
    told = done("history", file, "--entry", "T13").decode()
    done("history", file, "--format", "csv", "--out", tmp_path / "log.csv")

    assert "AI tools: T13, Name: – → Patchbay AI steps" in told
    rows = (tmp_path / "log.csv").read_text("utf-8").splitlines()
    assert rows[0] == "Line,When (UTC),Who,What was done,Entry,Field,Before,After,Reason"
    assert len(rows) > 500


def test_nothing_is_destroyed_unless_it_is_meant_and_then_nothing_is_left(
    tmp_path: Path, file: Path, home: Path
) -> None:
    done("backup", file, "--name", "Last state")
    assert "--yes" in refusal("purge", file)
    assert file.exists()

    said = done("purge", file, "--yes").decode()

    assert list(file.parent.iterdir()) == []
    assert list(home.rglob("*.backup")) == []
    assert str(file) in said
    assert said.count("Backup copy:") == 2


def test_what_another_window_holds_is_not_written_to(tmp_path: Path, file: Path) -> None:
    holding = [sys.executable, str(ROOT / "tests/models/storage/hold_a_file.py"), str(file), "Ana"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(holding, env=environment, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        refused = plumbline("import", file, FERROWICK, passphrase=PASSPHRASE)
        other.kill()

    assert refused.returncode == 1
    assert "It is held by Ana" in refused.stderr.decode()
    assert json.loads(done("assess", file, "--format", "json"))["risks"]


def test_a_map_is_shared_without_names_and_a_participant_gets_what_is_held(
    tmp_path: Path, file: Path
) -> None:
    done("export", file, "--format", "json", "--redact", "names", "--out", tmp_path / "shared.json")
    held = json.loads(done("held-on", file, "P04"))

    shared = (tmp_path / "shared.json").read_text("utf-8")
    assert held["participant"]["name"] not in shared
    assert "Ferrowick" not in shared
    assert "Patchbay" not in shared
    whole = json.loads(done("assess", file, "--format", "json"))
    other = json.loads(done("assess", tmp_path / "shared.json", "--format", "json"))
    assert [risk["residual"] for risk in other["risks"]] == [risk["residual"] for risk in whole["risks"]]
    assert "no such participant" in refusal("held-on", file, "P99")
