"""The list of files opened last: short, in order, and without a client's words in it."""

from pathlib import Path

import pytest

from app.recent import MOST_KEPT, forget, recent_files, remember
from app.settings import SettingsNotSavedError


def test_the_file_opened_last_comes_first_and_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        remember(Path(f"/x/{name}.plumbline"), tmp_path)

    assert [file.path.stem for file in recent_files(tmp_path)] == ["a", "b"]


def test_old_ones_drop_off_and_any_can_be_taken_off(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 3):
        remember(Path(f"/x/{number}.plumbline"), tmp_path)
    forget(Path("/x/9.plumbline"), tmp_path)

    assert [int(file.path.stem) for file in recent_files(tmp_path)] == [10, 8, 7, 6, 5, 4, 3]


@pytest.mark.parametrize("damaged", ["", "[{}]", '[{"path": 3, "opened": "x"}]', "{", "[1]"])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "recent.json").write_text(damaged)

    assert recent_files(tmp_path) == ()


def test_a_list_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsNotSavedError):
        remember(Path("/x/a.plumbline"), tmp_path / "file" / "inside")
