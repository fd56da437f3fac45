import re
import tomllib
from pathlib import Path

import pytest

import notices

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def wanted(names: list[str]) -> set[str]:
    return {re.split(r"[<>=!~;\[ ]", name)[0].lower() for name in names}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_is_bound_to_hashes(lock: Path) -> None:
    for entry in notices.ENTRY.finditer(lock.read_text(encoding="utf-8")):
        assert "--hash=sha256:" in entry["rest"], entry["package"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_index_and_no_folder(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^(-i|-f|--(extra-)?index|--find)", text, re.MULTILINE)


def test_everything_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = wanted(project["project"]["dependencies"])
    develop = wanted(project["dependency-groups"]["dev"])

    assert run <= set(pinned(ROOT / "requirements" / "runtime.txt"))
    assert run | develop <= set(pinned(ROOT / "requirements" / "dev.txt"))
    for group in ("build", "audit"):
        assert wanted(project["dependency-groups"][group]) <= set(
            pinned(ROOT / "requirements" / f"{group}.txt")
        )


def test_people_run_what_was_tested() -> None:
    run = pinned(ROOT / "requirements" / "runtime.txt")
    tested = pinned(ROOT / "requirements" / "dev.txt")

    assert run.items() <= tested.items()
